"""The clauses nearest to a question: filters first, then one ranking of both engines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import UsageError
from index import fusion
from index.filters import Filters, allowed_clauses

if TYPE_CHECKING:
    from index.library import Library

__all__ = ["Hit", "search"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause found, by rowid, and its scores, of which higher is better.

    `score` in [0, 1] is the one to rank by; `lexical` in [0, 1] and `dense` in [-1, 1] are what
    the engines said (see index/fusion.py).
    """

    clause: int
    score: float
    lexical: float
    dense: float


def search(library: Library, query: str, filters: Filters, limit: int) -> list[Hit]:
    """The clauses nearest to the query among those that the filters let through, best first.

    Raises:
        UsageError: the query is empty.
        NoLibraryError: there is no document in the library.
        EncoderMismatchError: the library was built with another model.
    """
    if not query.strip():
        raise UsageError("Câu hỏi đang trống. Hãy nhập vài từ cần tìm.")
    library.check_filled()
    allowed = allowed_clauses(library.store, filters)
    derived = library.indexes()
    found = fusion.rank(
        query,
        derived.lexical,
        derived.dense,
        library.encoder,
        None if allowed is None else allowed.tolist(),
        limit,
    )
    return [Hit(one.id, one.score, one.lexical, one.dense) for one in found]
