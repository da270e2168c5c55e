"""Fit which body a question means that describes it: `python -m eval.fit_told LIBRARY GOLD …`.

Every question of tasks teaches, also one that names its body: of all bodies that the documents
found tell something, the one whose clauses are the gold's is to come first (eval/listwise.py).
Questions are split by document; what is reported is of documents left out. A gold file may name
sets to be held out (eval/cases.py). The weights are written to qa/weights.json. Those there are of
shared/data/directives/questions.jsonl and, of eval/gold, directives/questions.jsonl without the
sets AF to AK and fresh/questions.jsonl without FE to FP, which were not yet there. Two minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.answers import Gold, clauses_quoted
from eval.cases import FOLDS, fold_of, named_golds, write_weights
from eval.listwise import chances, fit_listwise
from index.filters import Filters
from index.library import Library
from qa.citation import cite
from qa.evidence import gather
from qa.meant_body import FEATURES, Told, told_bodies
from qa.question import read_question

__all__ = ["Asked", "fit_told"]

Vector = NDArray[np.float64]
_SURE = 0.5  # from this chance on the list is given: below it more are wrong than right
_OF_IT = 0.4  # of the gold clauses and of its own (F1) makes a body the one that is meant


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the features of the bodies that may be meant, and which are."""

    judged: Gold
    named: bool  # the question names a body
    table: Vector  # (bodies, features)
    meant: NDArray[np.bool_]


def _asked(library: Library, golds: Sequence[Gold]) -> list[Asked]:
    heads, told, counted = library.heads(), library.names_told(), library.indexes().lexical.count
    found = []
    for judged in golds:
        if judged.type != "tasks" or not judged.answerable:
            continue
        query = read_question(judged.question, heads, told, counted)
        bodies = told_bodies(library, query, gather(library, query, Filters()))
        fits = np.array([_fit(library, body, judged) for body in bodies])
        if len(fits) and fits.max() >= _OF_IT:
            table = np.array([body.features for body in bodies])
            found.append(Asked(judged, query.agency is not None, table, fits == fits.max()))
    return found


def _fit(library: Library, body: Told, judged: Gold) -> float:
    """How well the clauses of a body and those of the gold agree (F1)."""
    clauses = {clause.index: clause for clause in library.document(body.head.id).clauses}
    hits = sum(
        bool(clauses_quoted(cite(body.head, clauses[task.clause]), judged)) for task in body.tasks
    )
    return 2 * hits / (len(body.tasks) + len(judged.clauses))


def fit_told(asked: Sequence[Asked]) -> Vector:
    """One weight a feature, float64 (features,)."""
    return fit_listwise([(one.table, one.meant) for one in asked])


def main(arguments: Sequence[str]) -> None:
    """Fit on pairs of library and gold file."""
    asked: list[Asked] = []
    for place, name in zip(arguments[::2], arguments[1::2], strict=True):
        asked += _asked(Library.open(Path(place)), named_golds(name)[0])
    outcomes: list[tuple[bool, float, bool]] = []  # (named, chance, right)
    for fold in range(FOLDS):
        weights = fit_told([one for one in asked if fold_of(one.judged) != fold])
        for one in asked:
            if fold_of(one.judged) == fold:
                chance = chances(one.table @ weights)
                best = int(chance.argmax())
                outcomes.append((one.named, float(chance[best]), bool(one.meant[best])))
    for title, among in (
        ("all", outcomes),
        ("without a body's name", [one for one in outcomes if not one[0]]),
    ):
        sure = [right for _, chance, right in among if chance >= _SURE]
        print(
            f"{title}, documents left out: right {np.mean([r for _, _, r in among]):.3f} of "
            f"{len(among)}; from a chance of {_SURE} on {np.mean(sure):.3f} of {len(sure)}"
        )
    weights = fit_told(asked)
    write_weights(told=dict(zip(FEATURES, weights.round(3).tolist(), strict=True)), told_sure=_SURE)


if __name__ == "__main__":
    main(sys.argv[1:])
