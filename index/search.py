"""The clauses nearest to a question: two engines behind two small protocols, then one ranking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import UsageError
from index.encoder import Encoder
from index.filters import Filters, allowed_clauses
from index.terms import terms

if TYPE_CHECKING:
    from index.library import Library

__all__ = ["DenseSearch", "Hit", "LexicalSearch", "search"]

_CANDIDATES = 100  # taken from each engine, at least: fusion needs more than it returns


class DenseSearch(Protocol):
    """An engine that finds by vector; another one (Milvus) can stand here."""

    def search(
        self, vector: NDArray[np.float32], k: int, allowed: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The k nearest clause ids, best first, with similarities in [-1, 1]."""
        ...


class LexicalSearch(Protocol):
    """An engine that finds by words."""

    def search(
        self, weights: Mapping[str, float], k: int, allowed: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The k best clause ids for weighted terms, best first, with scores in [0, 1]."""
        ...


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause found, by rowid, and its scores, of which higher is better.

    `score` in [0, 1] is the one to rank by; `lexical` in [0, 1] and `dense` in [-1, 1] are what
    the engines said, 0 where one of them did not find it.
    """

    clause: int
    score: float
    lexical: float
    dense: float


def search(library: Library, query: str, filters: Filters, limit: int) -> list[Hit]:
    """The clauses nearest to the query among those that the filters let through, best first.

    Raises:
        UsageError: the query is empty.
        EncoderMismatchError: the library was built with another model.
    """
    if not query.strip():
        raise UsageError("Câu hỏi đang trống. Hãy nhập vài từ cần tìm.")
    allowed = allowed_clauses(library.store, filters)
    derived = library.indexes()
    return rank(query, derived.lexical, derived.dense, library.encoder, allowed, limit)


def rank(
    query: str,
    lexical: LexicalSearch,
    dense: DenseSearch,
    encoder: Encoder,
    allowed: NDArray[np.int64] | None,
    limit: int,
) -> list[Hit]:
    """Both engines' candidates in one ranking, by the mean of their two scores."""
    among = None if allowed is None else allowed.tolist()
    wanted = max(_CANDIDATES, limit)
    words = dict(lexical.search(Counter(terms(query)), wanted, among))
    near = dict(dense.search(encoder.encode([query], query=True)[0], wanted, among))
    hits = [
        Hit(
            clause,
            (words.get(clause, 0.0) + max(0.0, near.get(clause, 0.0))) / 2,
            words.get(clause, 0.0),
            near.get(clause, 0.0),
        )
        for clause in words.keys() | near.keys()
    ]
    return sorted(hits, key=lambda hit: (-hit.score, hit.clause))[:limit]
