"""The clauses nearest to a question: filters first, then one ranking of both engines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.document import ClauseKind
from corpus.errors import UsageError
from index import fusion
from index.filters import Filters, allowed_clauses
from index.rows import number_key

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
    named = _numbered(library, query, None if allowed is None else set(allowed.tolist()))
    others = [Hit(one.id, one.score, one.lexical, one.dense) for one in found]
    return [*named, *(hit for hit in others if hit.clause not in {n.clause for n in named})][:limit]


_NUMBER = re.compile(r"(?<![\w/])\d{1,6}(?:/\d{4})?/[^\W\d][\w&]*(?:-\w+)*(?!\w)")


def _numbered(library: Library, query: str, allowed: set[int] | None) -> list[Hit]:
    """The lines that bear the numbers which the query names: nothing is nearer to a number than the
    document that has it, though a mention of it may have more of the words."""
    hits: list[Hit] = []
    for number in dict.fromkeys(number_key(match.group()) for match in _NUMBER.finditer(query)):
        rows = library.store.rows(
            "SELECT c.clause, c.text FROM clauses c JOIN documents d USING (document)"
            " WHERE d.number_key = ? AND c.kind = ? ORDER BY d.document, c.position",
            (number, ClauseKind.HEADER),
        )
        lines = [row for row, text in rows if number in number_key(text)]
        hits += [Hit(row, 1.0, 1.0, 1.0) for row in lines if allowed is None or row in allowed]
    return hits
