"""When an older rule ends: the day stands in the line above those that end, or is the day on which
the document that ends them comes into force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.days import read_date
from corpus.document import Clause, Document
from corpus.text import plain
from index.library import Library
from qa.answers.content import citations_of, likelihood
from qa.answers.metadata import in_force
from qa.citation import Answer, cite
from qa.evidence import Evidence
from qa.messages import say
from qa.question import Query

__all__ = ["answer_ending", "asks_ending", "tells_force"]

_ASKED = re.compile(
    r"(?:het|mat|thoi|cham dut) (?:hieu luc|gia tri|ap dung)|"
    r"bi (?:bai bo|huy bo|bo|huy|thay the) (?:tu|vao|hom|ngay) (?:ngay |hom |khi )?(?:nao|may)|"
    # A permit that is cancelled "khi nào" is so in which cases.
    r"(?:quyet dinh|nghi dinh|nghi quyet|thong tu|luat|chi thi|cong van|ke hoach|van ban|quy che|"
    r"quy dinh|thong bao|cong dien|huong dan|chuong trinh|phu luc|phap lenh)"
    r"(?![^?]*(?:giay phep|cap phep|chung chi|the ))"
    r"[^?]{0,60} bi (?:bai bo|huy bo|bo|huy|thay the) khi nao|"
    r"(?:cease|stop)s? to (?:be in force|apply)|expires?|(?:no longer|out of) (?:in )?force"
)
_ENDS = re.compile(r"(?:het|cham dut) hieu luc(?: thi hanh)?|bai bo|thay the")
_IN_FORCE = re.compile(r"hieu luc|gia tri|ap dung|cham dut|het han|den het|ket thuc|thoi han")
_FROM = re.compile(r"(?:ke )?tu (?=ngay)")
_LOOKED_AT = 2


def asks_ending(query: Query) -> bool:
    """Whether it is asked when something ceases to be in force."""
    return any(_ASKED.search(plain(text)) for text in (query.opened, query.search))


def tells_force(text: str) -> bool:
    """Whether a clause speaks of how long something is in force."""
    return _IN_FORCE.search(plain(text)) is not None


def answer_ending(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer | None:
    """The day on which what the best clause names ends; None when not asked, or not said."""
    if not asks_ending(query):
        return None
    for found in evidence[:_LOOKED_AT]:
        document = library.document(found.head.id)
        for clause in _lines_above(document, found.clause):
            if (ended := _ended(document, clause)) is None:
                continue
            day, told = ended
            cited = list(dict.fromkeys([found.clause.index, clause.index, told.index]))
            own = [
                cite(found.head, document.clauses[index], score=likelihood(found, evidence))
                for index in cited
            ]
            rest = [
                other
                for other in citations_of(library, query, evidence)
                if other.head != found.head or other.clause.index not in cited
            ]
            text = say(
                "answer.ended", query.language, day=day.strftime("%d/%m/%Y"),
                marks="".join(f"[{n}]" for n in range(1, len(own) + 1)),
            )  # fmt: skip
            text += f"\n“{clause.text}” [{cited.index(clause.index) + 1}]"
            return Answer(
                query=query, text=text, citations=tuple([*own, *rest][: max(3, len(own))]),
                values=(day.isoformat(),),
            )  # fmt: skip
    return None


def _lines_above(document: Document, clause: Clause) -> Iterator[Clause]:
    """The clause, and those that lead over to it."""
    at: Clause | None = clause
    while at is not None:
        yield at
        at = None if at.parent is None else document.clauses[at.parent]


def _ended(document: Document, clause: Clause) -> tuple[date, Clause] | None:
    """(the day that a clause states for an end, the clause that has it)."""
    bare = plain(clause.text)
    if (ends := _ENDS.search(bare)) is None:
        return None
    since = _FROM.search(bare, ends.end())
    day = read_date(clause.text[since.end() :]) if since else None
    return (day, clause) if day else in_force(document)
