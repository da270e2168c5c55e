"""Fit what kind of thing a question asks for: `python -m eval.fit_intents GOLD …`.

A logistic regression over the n-grams of questions (qa/intents.py), on all questions that have an
answer; some may be held out (eval/cases.py). What is reported is of sets of questions that were
left out: who writes a set has habits. Weights that are hardly anything are dropped. The weights in
qa/intents.tsv are of shared/data/directives/questions.jsonl and of questions.jsonl in the folders
of eval/gold, without the sets AD to AK and FC to FP.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from eval.answers import Gold
from eval.cases import named_golds
from qa.abbreviations import expand
from qa.intents import WEIGHTS, ngrams

__all__ = ["fit_intents", "written_down"]

FOLDS = 8
_RARE = 3  # n-grams of fewer questions are left out
_FIRM = 0.2  # how little the weights are held back (C of scikit-learn)
_NOTHING = 0.02  # weights below which an n-gram is dropped
WEIGHTS_FILE = Path(__file__).parent.parent / "qa" / WEIGHTS


def fit_intents(golds: Sequence[Gold]) -> Pipeline:
    """A model of questions → type, fitted on these."""
    model = make_pipeline(
        CountVectorizer(
            analyzer=lambda question: ngrams(expand(question)), binary=True, min_df=_RARE
        ),
        LogisticRegression(C=_FIRM, max_iter=3000),
    )
    return model.fit([gold.question for gold in golds], [gold.type for gold in golds])


def written_down(model: Pipeline) -> str:
    """The lines of qa/intents.tsv."""
    counter, regression = (step for _, step in model.steps)
    words = counter.get_feature_names_out()
    rows = [("", regression.intercept_), *zip(words, regression.coef_.T, strict=True)]
    lines = ["\t".join(["", *regression.classes_])]
    lines += [
        "\t".join([word, *(f"{weight:.2f}" for weight in row)])
        for word, row in rows
        if not word or np.abs(row).max() >= _NOTHING
    ]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Fit on gold files, and say how well questions of sets left out are told."""
    golds: list[Gold] = []
    for name in arguments:
        golds += [gold for gold in named_golds(name)[0] if gold.answerable]
    found: list[bool] = []
    for fold in range(FOLDS):
        among = [(gold, crc32(gold.set.encode()) % FOLDS == fold) for gold in golds]
        model = fit_intents([gold for gold, out in among if not out])
        asked = [gold for gold, out in among if out]
        told = model.predict([gold.question for gold in asked])
        found += [kind == gold.type for kind, gold in zip(told, asked, strict=True)]
    print(f"kind told {np.mean(found):.3f} of {len(found)} questions, sets left out")
    WEIGHTS_FILE.write_text(written_down(fit_intents(golds)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
