"""The code of goods in the customs tariff, or of a procedure in the national register."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Clause
from corpus.text import fold
from index.library import Library
from qa.answers.content import CITED, citations_of, likelihood
from qa.citation import Answer, cite
from qa.evidence import Evidence
from qa.messages import say
from qa.question import Kind, Query
from qa.values import find_values

__all__ = ["answer_code"]

_HEADING = re.compile(r"thuộc (?:phân )?nhóm \d{2}\.\d{2}")
_ABOVE = 6  # clauses: a heading in quotes may be cut into several
_CALLED = re.compile(r"mã (?:số|hs|hàng|tthc|thủ tục)(?: \w+){0,2}:?\s+\d")


def answer_code(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer | None:
    """The code that stands in the best clause, else the first behind it, else the last before it:
    a notice describes the goods at length and gives their code at the end, without their name.
    None where the document has no code."""
    best = evidence[0]
    coded = [
        clause
        for clause in library.document(best.head.id).clauses
        if find_values(Kind.CODE, clause.text)
    ]
    called = [clause for clause in coded if _CALLED.search(fold(clause.text))]
    if not coded:
        return None
    clause = _behind(best.clause, called or coded)
    group = _group(library, best, clause) or _behind(best.clause, coded)
    begin, end = _exact(clause)
    citation = cite(best.head, clause, score=likelihood(best, evidence), marked=((begin, end),))
    cited = [citation, *([cite(best.head, group)] if group != clause else [])]
    starts = {one.start for one in cited}
    cited += [
        other
        for other in citations_of(library, query, evidence)
        if other.start not in starts or other.head != best.head
    ]
    code = clause.text[begin:end]
    return Answer(
        query=query, text=say("answer.code", query.language, code=code, n=1),
        citations=tuple(cited[:CITED]), values=(code,),
    )  # fmt: skip


def _group(library: Library, best: Evidence, coded: Clause) -> Clause | None:
    """What names the heading of the tariff that the code is in ("thuộc nhóm 85.41 …"), if apart."""
    before = library.document(best.head.id).clauses[max(0, coded.index - _ABOVE) : coded.index]
    return next((c for c in reversed(before) if _HEADING.match(fold(c.text))), None)


def _behind(place: Clause, clauses: Sequence[Clause]) -> Clause:
    """The first of the clauses at the place or behind it, else the last before it."""
    return next((clause for clause in clauses if clause.index >= place.index), clauses[-1])


def _exact(clause: Clause) -> tuple[int, int]:
    """Where the longest code stands: a heading of the tariff comes before its subheadings."""
    return max(find_values(Kind.CODE, clause.text), key=lambda span: span[1] - span[0])
