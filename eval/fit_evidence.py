"""Fit how evidence is ranked: `python -m eval.fit_evidence FOLDER LIBRARY GOLD …`.

A linear model over what `qa/evidence.py` knows of a candidate maximises the probability (a softmax
over all candidates) of the gold clauses. Questions are split by document: what is reported is of
documents that the model has not seen, and of the sets held out (eval/cases.py).
FOLDER has what eval/fit_nearness.py learned without each fold: a question is matched by the maps
that have not seen it. The weights are written to qa/weights.json. Those there are of
shared/data/directives/questions.jsonl and, of eval/gold, of directives/ and fresh/paraphrases.jsonl
and pairs.jsonl, of written/questions.jsonl, of directives/questions.jsonl without the sets AH to AK
and of fresh/questions.jsonl without FG and FI to FP; each with the library of its documents:
eval/fit_nearness.py, whose maps know fewer, this, and eval/fit_sureness.py, one after the other.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.cases import FOLDS, Case, collect, named_golds, read_learned, write_weights
from eval.listwise import fit_listwise
from index.library import Library
from qa.evidence import FEATURES, Evidence

__all__ = ["fit_ranking", "main"]

Vector = NDArray[np.float64]


def _table(evidence: Sequence[Evidence]) -> Vector:
    return np.array([found.features for found in evidence], dtype=np.float64)


def fit_ranking(cases: Sequence[Case]) -> Vector:
    """Weights of the features, float64 (features,)."""
    return fit_listwise([(_table(case.evidence), case.gold) for case in cases if case.gold.any()])


def main(arguments: Sequence[str]) -> None:
    """Fit on pairs of library and gold file."""
    folder, *named = arguments
    learned = read_learned(Path(folder))
    held: list[Case] = []
    ranked: dict[str, list[Case]] = {}
    for place, name in zip(named[::2], named[1::2], strict=True):
        library = Library.open(Path(place))
        kept, out = named_golds(name)
        ranked[name] = [case for case in collect(library, kept, learned) if case.ranked]
        held += [case for case in collect(library, out) if case.ranked]
    every = [case for among in ranked.values() for case in among]
    hits: dict[str, list[bool]] = {name: [] for name in ranked}
    for fold in range(FOLDS):
        weights = fit_ranking([case for case in every if case.fold != fold])
        for name, among in ranked.items():
            hits[name] += _hits([case for case in among if case.fold == fold], weights)
    weights = fit_ranking(every)
    hits["documents left out"] = [hit for found in hits.values() for hit in found]
    hits["sets held out"] = _hits(held, weights)
    for name, found in hits.items():
        if found:
            print(f"{name}: right clause among three {np.mean(found):.3f} of {len(found)}")
    write_weights(evidence=dict(zip(FEATURES, weights.round(3).tolist(), strict=True)))


def _hits(cases: Sequence[Case], weights: Vector) -> list[bool]:
    """Whether a right clause is among the best three, for each question."""
    return [
        bool(case.gold[np.argsort(-(_table(case.evidence) @ weights), kind="stable")[:3]].any())
        for case in cases
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
