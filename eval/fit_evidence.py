"""Fit how evidence is ranked and when it is enough:
`python -m eval.fit_evidence FOLDER LIBRARY GOLD …`.

Two small linear models, both over what `qa/evidence.py` and `qa/abstain.py` know of a candidate:
the ranking maximises the probability (a softmax over all candidates) of the gold clauses; the
confidence is a logistic regression of "the library has the answer" on the best candidates.
Questions are split by document: what is reported, and the operating point, are always of documents
that neither model has seen (of questions that nothing answers, only of ones it has not seen); the
operating point counts the sets held out too (eval/cases.py).
FOLDER has what eval/fit_nearness.py learned without each fold: a question is matched by the maps
that have not seen it. Of when to refuse, a file whose questions all have an answer tells nothing:
from it only the ranking learns. Nor does the confidence learn from questions in the documents' own
words (eval/literal.py), which take its eye off the others; how many of them are refused is printed.
Both models are written to qa/weights.json. Those there are of
shared/data/directives/questions.jsonl and, of eval/gold, of directives/ and fresh/paraphrases.jsonl
and pairs.jsonl, of directives/questions.jsonl and written/questions.jsonl, and of
fresh/questions.jsonl without the set FG; each with the library of its
documents: eval/fit_nearness.py, whose maps know fewer, and this, one after the other.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.cases import FOLDS, Case, collect, named_golds, write_weights
from eval.listwise import fit_listwise
from eval.literal import literal_questions
from index.library import Library
from index.words import word_vectors
from qa.abstain import SIGNALS, signals
from qa.evidence import FEATURES, Evidence
from qa.matching import Matching, read_maps

__all__ = ["fit_confidence", "fit_ranking", "threshold_for"]

Vector = NDArray[np.float64]

_WRONGLY = 0.04  # of the answerable questions that the confidence may refuse; checks refuse more
_CERTAIN_TYPES = ("tasks", "metadata")  # answered, or not, by what is known of bodies and documents


def _table(evidence: Sequence[Evidence]) -> Vector:
    return np.array([found.features for found in evidence], dtype=np.float64)


def fit_ranking(cases: Sequence[Case]) -> Vector:
    """Weights of the features, float64 (features,)."""
    return fit_listwise([(_table(case.evidence), case.gold) for case in cases if case.gold.any()])


def fit_confidence(values: Vector, answerable: NDArray[np.bool_], decay: float = 0.01) -> Vector:
    """Intercept and coefficients, float64 (1 + signals,): logistic regression, classes balanced."""
    mean, deviation = values.mean(axis=0), values.std(axis=0) + 1e-9
    scaled = np.hstack([np.ones((len(values), 1)), (values - mean) / deviation])
    share = np.where(answerable, 0.5 / answerable.sum(), 0.5 / (~answerable).sum())
    found = np.zeros(scaled.shape[1])
    penalty = np.full(len(found), decay)
    penalty[0] = 0.0
    for _ in range(50):  # Newton
        chance = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (share * (chance - answerable)) + penalty * found
        curve = (scaled * (share * chance * (1 - chance))[:, None]).T @ scaled + np.diag(
            penalty + 1e-9
        )
        found -= np.linalg.solve(curve, slope)
    plain = found[1:] / deviation
    return np.concatenate([[found[0] - plain @ mean], plain])


def threshold_for(
    chances: Vector, answerable: NDArray[np.bool_], wrongly: float = _WRONGLY
) -> float:
    """The confidence below which `wrongly` of the answerable questions fall."""
    return float(np.quantile(chances[answerable], wrongly))


def _rescored(case: Case, weights: Vector) -> list[Evidence]:
    """The candidates in the order of other weights."""
    scores = _table(case.evidence) @ weights
    return [
        replace(case.evidence[n], score=float(scores[n]))
        for n in np.argsort(-scores, kind="stable").tolist()
    ]


def _examples(cases: Sequence[Case], weights: Vector) -> tuple[Vector, NDArray[np.bool_]]:
    """(signals, whether the library has the answer) of every question that evidence decides."""
    values, answerable = [], []
    for case in cases:
        if case.judged.type in _CERTAIN_TYPES or not case.evidence:
            continue
        values.append(_signal_row(case, _rescored(case, weights)))
        answerable.append(case.judged.answerable)
    return np.array(values), np.array(answerable)


def _signal_row(case: Case, evidence: Sequence[Evidence]) -> list[float]:
    found = signals(case.query, evidence)
    return [found[name] for name in SIGNALS]


def main(arguments: Sequence[str]) -> None:
    """Fit on pairs of library and gold file."""
    folder, *named = arguments
    unit = word_vectors().unit
    learned = [Matching(read_maps(Path(folder) / str(fold)), unit) for fold in range(FOLDS)]
    cases: list[Case] = []
    held: list[Case] = []
    literal: list[Case] = []
    ranked: dict[str, list[Case]] = {}
    for place, name in zip(named[::2], named[1::2], strict=True):
        library = Library.open(Path(place))
        kept, out = named_golds(name)
        asked = collect(library, kept, learned)
        ranked[name] = [case for case in asked if case.ranked]
        cases += asked if any(not gold.answerable for gold in kept) else []
        held += collect(library, out)
    for place in dict.fromkeys(named[::2]):
        library = Library.open(Path(place))
        asked = collect(library, literal_questions(library), learned)
        literal += [case for case in asked if case.gold[:3].any()]
    every = [case for among in ranked.values() for case in among]
    hits: dict[str, list[bool]] = {name: [] for name in ranked}
    chances: list[Vector] = []
    truths: list[NDArray[np.bool_]] = []
    for fold in range(FOLDS):
        weights = fit_ranking([case for case in every if case.fold != fold])
        model = fit_confidence(*_examples([c for c in cases if c.fold != fold], weights))
        for name, among in ranked.items():
            hits[name] += _hits([case for case in among if case.fold == fold], weights)
        left_out = [case for case in cases if case.fold == fold]
        chance, truth = _judged(left_out, weights, model)
        chances.append(chance)
        truths.append(truth)
    for name, found in hits.items():
        print(f"{name}: right clause among three {np.mean(found):.3f} of {len(found)}")
    _report(
        "documents left out",
        [hit for found in hits.values() for hit in found],
        np.concatenate(chances),
        np.concatenate(truths),
        cases,
    )
    weights = fit_ranking(every)
    model = fit_confidence(*_examples(cases, weights))
    if held:
        chance, truth = _judged(held, weights, model)
        _report("sets held out", _hits(held, weights), chance, truth, held)
        chances.append(chance)
        truths.append(truth)
    threshold = _operating_point(np.concatenate(chances), np.concatenate(truths), cases + held)
    print(f"threshold {threshold:.3f}")
    chance, _ = _judged(literal, weights, model)
    print(f"in the documents' words, refused {(chance < threshold).mean():.3f} of {len(chance)}")
    write_weights(
        evidence=dict(zip(FEATURES, weights.round(3).tolist(), strict=True)),
        intercept=round(float(model[0]), 4),
        confidence=dict(zip(SIGNALS, model[1:].round(4).tolist(), strict=True)),
        threshold=int(threshold * 100) / 100,  # the hundredth below: in doubt, answer
    )


def _hits(cases: Sequence[Case], weights: Vector) -> list[bool]:
    """Whether a right clause is among the best three, for each question that has one."""
    return [
        bool(case.gold[np.argsort(-(_table(case.evidence) @ weights), kind="stable")[:3]].any())
        for case in cases
        if case.ranked
    ]


def _judged(
    cases: Sequence[Case], weights: Vector, model: Vector
) -> tuple[Vector, NDArray[np.bool_]]:
    """(confidence, whether the library has the answer) of the questions that evidence decides."""
    values, answerable = _examples(cases, weights)
    return 1 / (1 + np.exp(-(values @ model[1:] + model[0]))), answerable


def _operating_point(chance: Vector, answerable: NDArray[np.bool_], cases: Sequence[Case]) -> float:
    """The threshold at which one in twenty questions that have an answer is refused. Tasks and
    headers are never refused, but they share in the twenty."""
    share = sum(case.judged.answerable for case in cases) / answerable.sum()
    return threshold_for(chance, answerable, _WRONGLY * share)


def _report(
    of: str,
    hits: Sequence[bool],
    chance: Vector,
    answerable: NDArray[np.bool_],
    cases: Sequence[Case],
) -> None:
    refused = chance[~answerable] < _operating_point(chance, answerable, cases)
    print(
        f"{of}: right clause among three {np.mean(hits):.3f} of {len(hits)}; refused rightly "
        f"{refused.mean():.3f} of {len(refused)} at {_WRONGLY:.0%} wrongly"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
