"""Whose duties an article of a regulation lists that names nobody: those of the body that the article before
describes ("Điều 1. Vị trí và chức năng: Chi cục Kiểm lâm là tổ chức hành chính …")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.actors import Actor, Reader
from corpus.document import Clause, ClauseKind
from corpus.text import fold

__all__ = ["described_body"]

_DUTIES = re.compile(r"(?:chức năng, )?nhiệm vụ(?:,| và) quyền hạn:?$")
_WHAT_IT_IS = re.compile(r"vị trí(?:(?:,| và) (?:chức năng|vai trò|tư cách pháp lý))*:?$")
_IS = re.compile(
    r"(?: \([^()]*\))?,? là (?:cơ quan|tổ chức|đơn vị|bộ phận|phòng|ban|hội đồng|quỹ)(?!\w)"
)


def described_body(clauses: Sequence[Clause], article: Clause) -> Actor | None:
    """The body whose duties stand below `article`, or None where it is no such article."""
    if article.kind is not ClauseKind.ARTICLE or not _DUTIES.match(fold(article.text)):
        return None
    before = next(
        (
            clause
            for clause in reversed(clauses[: article.index])
            if clause.kind is ClauseKind.ARTICLE and clause.parent == article.parent
        ),
        None,
    )
    if before is None or not _WHAT_IT_IS.match(fold(before.text)):
        return None
    below = clauses[before.index + 1 : article.index]
    return next((body for clause in below if (body := _what_it_is(clause))), None)


def _what_it_is(clause: Clause) -> Actor | None:
    """The one body of which a clause says what it is."""
    reader = Reader(clause.text)
    actors = reader.actors(0)
    if actors is None or len(actors.members) != 1 or actors.members[0].group:
        return None
    return actors.members[0] if _IS.match(reader.folded, actors.end) else None
