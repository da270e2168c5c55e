"""Judged questions with their candidates: what the models of qa are fitted on.

A gold file is named "F", or "F:AB,FA" where the sets of questions AB and FA (the letters before the
dash of their ids) are held out, or "F:*" where all of it is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from eval.answers import Gold, clauses_quoted, read_gold
from index.filters import Filters
from index.library import Library
from index.words import word_vectors
from qa.citation import cite
from qa.evidence import Evidence, gather
from qa.matching import Matching, read_maps
from qa.question import Query, read_question

__all__ = [
    "CERTAIN_TYPES",
    "FOLDS",
    "Case",
    "collect",
    "fold_of",
    "named_golds",
    "read_learned",
    "write_weights",
]

FOLDS = 6
CERTAIN_TYPES = ("tasks", "metadata")
"""Answered, or not, by what is known of bodies and documents, not by evidence."""

_WEIGHTS_FILE = Path(__file__).parent.parent / "qa" / "weights.json"
_RANKED_TYPES = ("owner", "deadline", "content", "reference")


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its candidates; `gold` says which of them answer."""

    query: Query
    judged: Gold
    evidence: tuple[Evidence, ...]
    gold: NDArray[np.bool_]

    @property
    def fold(self) -> int:
        """The part that the question belongs to."""
        return fold_of(self.judged)

    @property
    def ranked(self) -> bool:
        """Whether it is answered by evidence, and has some."""
        return self.judged.type in _RANKED_TYPES and bool(self.gold.any())


def fold_of(judged: Gold) -> int:
    """The part of the questions that one belongs to: all of a document in one. What no document
    answers is shared out by its id."""
    name = judged.clauses[0][0] if judged.clauses else judged.qid
    return crc32(name.encode()) % FOLDS


def named_golds(name: str) -> tuple[list[Gold], list[Gold]]:
    """The questions of a gold file that are fitted on, and those held out."""
    path, _, out = name.partition(":")
    kept: list[Gold] = []
    held: list[Gold] = []
    for gold in read_gold(Path(path)):
        (held if out == "*" or gold.set in out.split(",") else kept).append(gold)
    return kept, held


def collect(
    library: Library, golds: Sequence[Gold], learned: Sequence[Matching] | None = None
) -> list[Case]:
    """All questions with all their candidates; `learned` has what each fold is matched by, else it
    is what is shipped."""
    heads, told, counted = library.heads(), library.names_told(), library.indexes().lexical.count
    cases = []
    for judged in golds:
        query = read_question(judged.question, heads, told, counted)
        by = learned[fold_of(judged)] if learned else None
        evidence = tuple(gather(library, query, Filters(), limit=sys.maxsize, learned=by))
        hits = [bool(clauses_quoted(cite(e.head, e.clause), judged)) for e in evidence]
        cases.append(Case(query, judged, evidence, np.array(hits, dtype=bool)))
    return cases


def read_learned(folder: Path) -> list[Matching]:
    """What each fold is matched by: what eval/fit_nearness.py learned without it."""
    unit = word_vectors().unit
    return [Matching(read_maps(folder / str(fold)), unit) for fold in range(FOLDS)]


def write_weights(**fitted: object) -> None:
    """Put fitted numbers into qa/weights.json, beside those that are there of others."""
    kept = json.loads(_WEIGHTS_FILE.read_text(encoding="utf-8"))
    _WEIGHTS_FILE.write_text(json.dumps(kept | fitted, indent=1) + "\n", encoding="utf-8")
