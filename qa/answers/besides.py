"""What a clause says of a body that is hardly told anything itself.

A procedure tells in steps what a department does ("Bước 1: … Sở Tư pháp đề nghị …") and orders
nothing; the only order is then the closing one to everybody. The clause that the question is about
comes first, if it names the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.document import FRAME, Role
from corpus.text import plain
from index.bodies import Body
from index.library import Library
from index.register import Entry
from index.rows import agency_key
from qa.answers.content import listed_below
from qa.answers.task_words import describe
from qa.citation import Answer, Citation, cite
from qa.closings import closes
from qa.evidence import Evidence
from qa.messages import say
from qa.question import Query

__all__ = ["Look", "besides", "only_named"]

Look = Callable[[], list[Evidence]]
"""Gives the clauses nearest to the question; they are gathered when first looked at."""

_RANK = re.compile(r" (?:tinh|thanh pho)$")
_LOOKED_AT, _FAR = 2, 1.0  # clauses, and how far below the best (a logit)


def besides(look: Look, body: Body, entries: Sequence[Entry]) -> list[Citation]:
    """The clauses nearest to the question that name the body, where all that it is told is told to
    everybody, or that it helps others; [] where it has tasks of its own, or one of the nearest
    clauses is a task of it already."""
    if any(_is_its_own(entry) for entry in entries):
        return []
    evidence = look()
    listed = {(entry.head.row, entry.clause.index) for entry in entries}
    near = [found for found in evidence if found.score >= evidence[0].score - _FAR]
    if any((found.head.row, found.clause.index) in listed for found in near):
        return []
    names = [_RANK.sub("", plain(name)) for name in body.names]
    return [cite(found.head, found.clause) for found in near[:_LOOKED_AT] if _names(found, names)]


def only_named(library: Library, query: Query, body: Body) -> Answer | None:
    """What the document asked about says of a body that it tells nothing, where nothing else is
    asked: "chỉ đạo Bảo hiểm xã hội Việt Nam chi trả" tells another what the body is to do. None
    where it does not name it."""
    heads = [head for one in query.documents for head in one.heads]
    if len(heads) != 1 or query.topic:
        return None
    (head,) = heads
    document = library.document(head.id)
    names = {agency_key(name) for name in body.names}
    naming = {m.clause for m in document.mentions if agency_key(m.agency) in names}
    said = dict.fromkeys(
        clause
        for index in sorted(naming)
        for clause in (document.clauses[index], *listed_below(document.clauses, index))
        if clause.kind not in FRAME
    )
    if not said:
        return None
    cited = tuple(cite(head, clause) for clause in said)
    described = describe(head, query.language)
    lines = [say("answer.only_named", query.language, agency=body.name, document=described)]
    lines += [f"[{n}] “{one.quote}”" for n, one in enumerate(cited, start=1)]
    return Answer(
        query=query, text="\n".join(lines), citations=cited, agency=body.name, values=(body.name,)
    )


def _is_its_own(entry: Entry) -> bool:
    return entry.task.role in (Role.LEAD, Role.JOINT) and not closes(entry.clause.text)


def _names(found: Evidence, names: Sequence[str]) -> bool:
    text = plain(" . ".join((*found.clause.context, found.clause.text)))
    return any(name in text for name in names)
