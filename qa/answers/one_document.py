"""All that one document tells: whom, and what each must do ("Công điện 227 giao ai làm gì?")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Role
from corpus.text import plain
from index.filters import Filters
from index.library import Library
from index.register import Entry, TaskFilters
from index.rows import Head, agency_key, key
from qa.answers.task_words import count_sentence, describe
from qa.citation import Answer, Citation, cite
from qa.due import by_clause
from qa.messages import say
from qa.question import Intent, Query

__all__ = ["answer_one_document", "by_body", "quoted", "title_of", "told_by"]

_BODY = r"(?:co quan|don vi|noi)"
_WHO = rf"(?:(?:nhung )?ai|(?:nhung |cac )?{_BODY}(?: (?:nao|gi))?|tung {_BODY})"
_TASK = r"(?:nhiem vu|cong viec|dau viec|viec)"
_WHAT = rf"(?:(?:tat ca|nhung|cac|moi|bao nhieu|may) ?)?{_TASK}?(?: ?(?:nao|gi))?"
_GIVES = r"(?:giao|phan cong|yeu cau|chi dao|de ra|dat ra|doi hoi)"
_DO = r"(?:phai )?lam (?:nhung )?(?:gi|viec gi)"
# The document is called x here, without whoever issued it; nothing else is asked.
_ASKS = re.compile(
    rf"x (?:da |co )?{_GIVES} (?:cho )?(?:{_WHO} (?:phai )?(?:lam )?)?{_WHAT}(?: cho {_WHO})?|"
    rf"x (?:co|gom|gom co) (?:nhung|bao nhieu|may|cac) {_TASK}(?: (?:nao|gi))?|"
    rf"(?:liet ke |cho biet |ke )?(?:tat ca|toan bo|moi|nhung|cac)(?: (?:nhung|cac))? {_TASK}"
    rf"(?: (?:nao|gi))? (?:ma|trong|cua|theo|tai|duoc giao (?:trong|tai|theo)) "
    rf"x(?: {_GIVES}(?: cho {_WHO})?)?|"
    rf"x (?:da |co )?{_GIVES} (?:cho )?{_WHO}|"
    rf"{_WHO} (?:duoc giao|bi giao|nhan|co) {_WHAT} (?:trong|theo|tai|boi) x|"
    rf"(?:theo |trong )?x,? (?:thi )?{_WHO} {_DO}|{_WHO} {_DO} (?:theo|trong) x|"
    r"what (?:does|did) x (?:require|order|demand|assign|tell)\w*(?: of whom| to whom)?|"
    r"(?:what|who) (?:must|has to)[a-z ]{0,25} (?:under|by|in|according to) x"
)
_ABOUT = re.compile(
    r"(?:(?:cho (?:toi|minh|em|chung toi) )?(?:xem|doc)|mo|hien|show|open)?\s*x|"
    r"x (?:noi |quy dinh |chi dao |la )?ve (?:viec |van de )?(?:gi|viec gi)|"
    r"x (?:noi|quy dinh)(?: nhung)?(?: (?:noi dung|van de))?(?: gi)|"
    r"tom tat (?:noi dung )?(?:cua )?x|what is x about|summar\w+ x|"
    r"(?:noi dung|trich yeu)(?: chinh)? (?:cua )?x(?: la gi)?|"
    r"x co (?:noi dung|trich yeu) (?:la )?gi"
)
_WHOSE = re.compile(
    r"(?<=x) cua (?!ai(?!\w)|\w+ nao|co quan nao|don vi nao)[\w. ]{2,40}?"
    r"(?= (?:da|co|giao|phan|yeu|chi|de|dat|doi|gom|thi)(?!\w)|$)"
)
# Of the province's bodies a clerk leaves out the province; these have one name.
_OF_CENTRE = re.compile(
    r"(?<=x) cua ((?:bo|thu tuong|chinh phu|van phong chinh phu)(?!\w)[\w ]*?)"
    r"(?= (?:da|co|giao|phan|yeu|chi|de|dat|doi|gom|thi)(?!\w)|$)"
)


def answer_one_document(library: Library, query: Query, where: Filters) -> Answer | None:
    """Every task of the one document that the question names, each clause with all whom it tells;
    None where something else is asked or the document tells nobody anything."""
    if len(query.documents) != 1:
        return None
    (document,) = query.documents
    heads = _of_places(document.heads, query)
    bare = plain(query.opened)
    asked = f"{bare[: document.start]}x{bare[document.end :]}".strip(" ?.!")
    if named := _OF_CENTRE.search(asked):
        heads = [head for head in heads if named[1] in plain(head.origin)]  # and not another's
    asked = _WHOSE.sub("", asked)
    about = _ABOUT.fullmatch(asked) is not None
    if len(heads) > 1 and about and where.document is None:
        return _about_each(library, query, heads)
    if len(heads) != 1 or not (about or _ASKS.fullmatch(asked)):
        return None
    (head,) = heads
    if where.document not in (None, head.id):
        return None
    entries = told_by(library, head)
    if about:
        return _about(library, query, head, entries)
    if not entries:
        return None
    language = query.language
    bodies = by_body(entries)
    citations = [title_of(library, head)]
    counted = count_sentence([entry.task.role for entry in entries], language)
    lines = [
        say("answer.compared", language, document=describe(head, language), count=counted,
            agencies=len(bodies), n=1)
    ]  # fmt: skip
    lines += quoted(language, entries, citations, named=True)
    return Answer(
        query=replace(query, intent=Intent.TASKS), text="\n".join(lines),
        citations=tuple(citations), values=tuple(told[0].task.agency for told in bodies.values()),
    )  # fmt: skip


def _of_places(heads: Sequence[Head], query: Query) -> list[Head]:
    """The documents of a number that the place named tells apart, else all."""
    names = [key(place.name) for place in query.places]
    there = [head for head in heads if any(name in key(head.origin) for name in names)]
    return there or list(heads)


def _about_each(library: Library, query: Query, heads: Sequence[Head]) -> Answer:
    """What each of several documents of one number is about."""
    titles = tuple(title_of(library, head) for head in heads)
    lines = [
        f"[{n}] {describe(head, query.language)}: “{title.quote}”"
        for n, (head, title) in enumerate(zip(heads, titles, strict=True), start=1)
    ]
    return Answer(
        query=replace(query, intent=Intent.CONTENT), text="\n".join(lines), citations=titles,
        values=tuple(title.quote for title in titles),
    )  # fmt: skip


def _about(library: Library, query: Query, head: Head, entries: Sequence[Entry]) -> Answer:
    """What a document is about in its own words, and how many it tells how much."""
    title, language = title_of(library, head), query.language
    lines = [say("answer.stated", language, quote=title.quote, n=1)]
    if entries:
        counted = count_sentence([entry.task.role for entry in entries], language)
        lines.append(
            say("answer.compared", language, document=describe(head, language), count=counted,
                agencies=len(by_body(entries)), n=1)
        )  # fmt: skip
    return Answer(
        query=replace(query, intent=Intent.CONTENT), text="\n".join(lines), citations=(title,),
        values=(title.quote,),
    )  # fmt: skip


def told_by(library: Library, head: Head) -> list[Entry]:
    """Every task of a document, in the order of its text."""
    return library.tasks(TaskFilters(where=Filters(document=head.id)))


def by_body(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The tasks of each body or group, by its key, in the order of the text."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(agency_key(entry.task.agency), []).append(entry)
    return found


def title_of(library: Library, head: Head) -> Citation:
    """The line that names the document: its title, else its first."""
    clauses = library.document(head.id).clauses
    title = plain(head.title or "")
    lines = [clause for clause in clauses if title and plain(clause.text) in title]
    return cite(head, max(lines, key=lambda clause: len(clause.text), default=clauses[0]))


def quoted(
    language: str, entries: Sequence[Entry], citations: list[Citation], *, named: bool = False
) -> list[str]:
    """A line a clause, with its citation added: `named` with whom it tells, else its document."""
    said = "answer.told" if named else "answer.told_where"
    lines: list[str] = []
    for entry in by_clause(entries):
        citations.append(
            cite(entry.head, entry.clause, role=entry.task.role, deadline=entry.task.deadline,
                 named_as=entry.task.agency)
        )  # fmt: skip
        lines.append(
            say(said, language, n=len(citations), quote=entry.clause.text,
                agency=entry.task.agency, role=say(f"role.{Role(entry.task.role)}", language),
                document=entry.head.number or describe(entry.head, language))
        )  # fmt: skip
    return lines
