"""How many documents of a kind or a body the library has, and which: its catalogue answers.

Only a question that asks for nothing else: "Có bao nhiêu công điện trong thư viện?", "liệt kê các
quyết định của UBND tỉnh Lâm Đồng". What documents say about documents is told by their clauses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Clause, ClauseKind, Document
from corpus.text import plain
from index.filters import Filters, conditions
from index.library import Library
from index.rows import Head, key
from qa.answers.asks_only import asks_only
from qa.answers.metadata import is_of_kind
from qa.answers.task_words import describe
from qa.citation import Answer, cite
from qa.messages import say
from qa.named_documents import kind_named
from qa.question import Query

__all__ = ["answer_catalogue"]

_COUNTS = re.compile(
    r"(?<!\w)(?:(?:co|ra|ban hanh) (?:tat ca )?(?:bao nhieu|may)|liet ke|danh sach|how many)(?!\w)"
)
_HERE = re.compile(r"(?<!\w)(?:trong )?(?:kho|thu vien|he thong|in the library|here)(?!\w)")
_FILLERS = re.compile(
    r"(?<!\w)(?:bao nhieu|tat ca|liet ke|danh sach|ban hanh|thu vien|he thong|van ban|cong van|"
    r"cong dien|chi thi|thong bao|ke hoach|quyet dinh|nghi quyet|nghi dinh|thong tu|ket luan|"
    r"co|may|cac|nhung|cua|do|boi|trong|kho|nay|hien|dang|da|ra|nam|thang|quy|o|tai|nao|gi|la|"
    r"duoc|luu|giu|tinh|thanh pho)(?!\w)"
)
_LISTED = 200  # documents, the newest: each has to be opened; the page's list has them all
_ANY = re.compile(r"(?<!\w)(?:van ban|documents?)(?!\w)")


def answer_catalogue(library: Library, query: Query, where: Filters) -> Answer | None:
    """The documents of that kind, body and time, newest first, each by its own line, all of them
    counted; None where something else is asked."""
    opened = plain(query.opened)
    kind = kind_named(opened)
    asks = _COUNTS.search(opened) and (kind or _ANY.search(opened))
    whose = query.agencies or tuple(place.full for place in query.places)
    if not asks or query.documents or not (whose or _HERE.search(opened) or query.periods):
        return None
    names = (*whose, *(place.name for place in query.places))
    if not asks_only(query, (_HERE, _FILLERS), names):
        return None
    let_through = _let_through(library, where)
    heads = [
        head
        for head in library.heads()
        if head.row in let_through and _fits(head, kind, whose, query)
    ]
    heads.sort(key=lambda head: (head.issued is not None, head.issued, -head.row), reverse=True)
    name = kind or say("answer.documents", query.language)
    of = "; ".join(whose)
    said = "answer.catalogue" if heads else "answer.catalogue_none"
    of = f" – {of}" if of else ""
    text = say(said, query.language, count=len(heads), kind=name.lower(), of=of)
    if not heads:
        return Answer(query=query, text=text, abstained=True)
    shown = heads[:_LISTED]
    lines = [f"[{n}] {describe(head, query.language)}" for n, head in enumerate(shown, start=1)]
    if len(shown) < len(heads):
        lines.append(say("shelf.shown", query.language, shown=len(shown), count=len(heads)))
    cited = tuple(cite(head, _line(head, library.document(head.id))) for head in shown)
    return Answer(
        query=query,
        text="\n".join([text, *lines]),
        citations=cited,
        values=(str(len(heads)),),
    )


def _let_through(library: Library, where: Filters) -> set[int]:
    """The rowids of the documents that the filters let through."""
    wanted, values = conditions(where)
    found = library.store.rows(
        f"SELECT d.document FROM documents d WHERE {' AND '.join(wanted) or '1'}",  # noqa: S608 - our own words
        values,
    )
    return {row for (row,) in found}


def _fits(head: Head, kind: str | None, whose: Sequence[str], query: Query) -> bool:
    """Whether a document is of that kind, one of these bodies or places, and that time."""
    if kind is not None and not is_of_kind(head, kind):
        return False
    origin = key(head.origin)
    if whose and not any(key(name) in origin for name in whose):
        return False
    if not query.periods:
        return True
    return head.issued is not None and any(p.first <= head.issued <= p.last for p in query.periods)


def _line(head: Head, document: Document) -> Clause:
    """The line that bears the document's number; of one without a number its first."""
    wanted = "".join(plain(head.number or "").split())
    lines = [clause for clause in document.clauses if clause.kind is ClauseKind.HEADER]
    numbered = (clause for clause in lines if wanted in "".join(plain(clause.text).split()))
    return next(numbered, (lines or document.clauses)[0])
