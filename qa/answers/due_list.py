"""What is due in a time that the question names, or overdue: the register answers, whoever is told.

Only a question that asks for nothing else: "Tháng 12/2025 có việc gì đến hạn?", "việc nào của Sở
Tài chính quá hạn?". One with a topic besides is about that topic.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from corpus.errors import UsageError
from corpus.text import plain
from index.bodies import Body
from index.filters import Filters
from index.library import Library
from index.register import Entry, TaskFilters
from qa.answers.asks_only import asks_only
from qa.answers.task_words import describe
from qa.answers.tasks import dossier_of
from qa.citation import Answer, Citation, cite
from qa.due import SOON, by_clause, today
from qa.export.columns import deadline_words
from qa.messages import say
from qa.question import Intent, Query

__all__ = ["answer_due"]

# What such a question has besides bodies and times. "hạn" alone may be a drought.
_OVERDUE = re.compile(r"(?<!\w)(?:qua|tre|cham|lo)(?: thoi)? han(?!\w)")
_DUE = re.compile(
    r"(?<!\w)(?:(?:sap )?(?:den|toi|het|dung|co)(?: ky)?(?: thoi)? han(?!\w)|"
    r"(?:thoi )?han (?:chot|cuoi|trong)|(?:phai|can) (?:lam )?(?:xong|hoan thanh))"
)
_BY = re.compile(r"(?<!\w)(?:truoc|cham nhat|muon nhat|den|by|before|until)(?: (?:het )?ngay)?\s*$")
_FILLERS = re.compile(
    r"(?<!\w)(?:cong viec|nhiem vu|dau viec|co quan|don vi|thoi gian|hom nay|hien nay|bay gio|"
    r"hoan thanh|cham nhat|muon nhat|liet ke|danh sach|tat ca|toan bo|bao nhieu|nhieu nhat|o day|"
    r"cua ai|con|co|cac|nhung|viec|gi|nao|ai|noi|so|nganh|dang|bi|da|se|sap|cua|cho|giao|duoc|"
    r"trong|vao|tu|den|toi|het|truoc|sau|ngay|khoang|thoi|tinh|nay|hien|phai|can|lam|xong|han|chot|"
    r"cuoi|may|thi|theo|moc|moi|tung|tai|la|va|the|moi|thang|tuan|quy|nam)(?!\w)"
)
# "Thời hạn của các nhiệm vụ trong Công điện 232", "các hạn trong Nghị quyết 380".
_ALL_OF_DOCUMENT = re.compile(
    r"(?:cac|nhung|moi|tat ca|toan bo|liet ke) .{0,30}?(?:(?:thoi )?han|moc thoi gian)(?!\w)|"
    r"(?:thoi )?han (?:cua|cho) (?:cac|nhung|moi|tat ca|tung) (?:nhiem vu|viec|cong viec|dau viec)"
)
_RELATIVE = re.compile(
    r"(?<!\w)(?:(?P<unit>hom|ngay|tuan|thang|quy|nam) (?P<which>nay|toi|sau|mai)|"
    r"(?P<days>\d{1,3}) ngay (?:toi|nua|sap toi))(?!\w)"
)
_Span = tuple[date | None, date | None]


def answer_due(library: Library, query: Query, where: Filters) -> Answer | None:
    """The tasks that are due then, in the order of their days, those of one clause together; None
    where something else is asked."""
    span = _asked(query, today())
    if span is None:
        return None
    first, last = span
    try:
        body = library.body(query.agency or query.agencies[0]) if query.agencies else None
    except UsageError:  # a group of bodies has no register
        return None
    if query.documents:  # "… theo Công điện 227/CĐ-TTg"
        where = replace(where, document=query.documents[0].heads[0].id)
    filters = TaskFilters(where=where, due_from=first, due_to=last)
    if body is None:
        found = library.tasks(filters, by_due_date=True)
    else:
        found = library.dossier(body, filters, by_due_date=True)
        if query.places:  # "Sở Y tế Quảng Trị": its own province's, and no other's
            there = {(e.head, e.clause.index) for e in dossier_of(library, query, where)}
            found = [entry for entry in found if (entry.head, entry.clause.index) in there]
    # As many as the calendar shows: what a clause tells several is one task there.
    late = _OVERDUE.search(plain(query.opened)) is not None  # what comes again never is
    told = [e for e in found if e.task.deadline and not (late and e.task.deadline.recurring)]
    entries = by_clause(told)
    query = replace(query, intent=Intent.TASKS, agency=body.name if body else None)
    text = _opening(query, body, span, len(entries))
    if not entries:
        return Answer(query=query, text=text, abstained=True)
    lines, citations = [text], list[Citation]()
    for entry in entries:
        names = entry.task.agency
        citations.append(
            cite(
                entry.head, entry.clause, role=entry.task.role, deadline=entry.task.deadline,
                named_as=None if body and names == body.name else names,
            )
        )  # fmt: skip
        lines.append(_line(query, entry, len(citations)))
    return Answer(
        query=query,
        text="\n".join(lines),
        citations=tuple(citations),
        agency=query.agency,
        values=tuple(dict.fromkeys(one.task.agency for one in told)),
    )


def _asked(query: Query, day: date) -> _Span | None:
    """The first and the last due day that the question lets through, each None if any does; None
    where it asks for something else, too."""
    opened, periods = plain(query.opened), query.periods
    english = plain(query.search) if query.language == "en" else ""
    overdue = _OVERDUE.search(opened) or _OVERDUE.search(english)
    by = next((p for p in periods if _BY.search(opened[: p.start])), None)
    due = _DUE.search(opened) or _DUE.search(english) or (by and query.agencies)
    every = query.documents and _ALL_OF_DOCUMENT.search(opened)
    if not (overdue or due or every) or any(len(one.heads) != 1 for one in query.documents):
        return None
    # A place is part of a body's name; without a body it is a topic.
    places = [place.name for place in query.places] if query.agencies else []
    if not asks_only(query, (_OVERDUE, _DUE, _RELATIVE, _FILLERS), places):
        return None
    if overdue:
        gone = day - timedelta(days=1)
        if not periods:
            return None, gone
        return min(p.first for p in periods), min(gone, max(p.last for p in periods))
    if by is not None and len(periods) == 1:
        return None, by.last
    if periods:
        return min(p.first for p in periods), max(p.last for p in periods)
    return (None, None) if every else _undated(query, opened, day)


def _undated(query: Query, opened: str, day: date) -> _Span | None:
    """The days of a question without a date."""
    relative = _RELATIVE.search(opened)
    if relative is not None:
        return _relative(relative, day)
    if re.search(r"(?<!\w)sap (?:den|toi|het)", opened):
        return day, day + timedelta(days=SOON)
    dated = re.search(r"(?<!\w)co (?:thoi )?han(?!\w)", opened)
    return (None, None) if dated and query.agencies else None


def _relative(named: re.Match[str], day: date) -> _Span:
    """The days of "tuần này", "tháng tới", "30 ngày tới" as of a day."""
    if named["days"]:
        return day, day + timedelta(days=int(named["days"]))
    ahead = named["which"] in ("toi", "sau", "mai")
    match named["unit"]:
        case "hom" | "ngay":
            first = day + timedelta(days=ahead)
            return first, first
        case "tuan":
            first = day - timedelta(days=day.weekday()) + timedelta(days=7 * ahead)
            return first, first + timedelta(days=6)
        case unit:
            months = {"thang": 1, "quy": 3, "nam": 12}[unit]
            begun = (day.year * 12 + day.month - 1) // months + ahead
            first, after = (
                date(n * months // 12, n * months % 12 + 1, 1) for n in (begun, begun + 1)
            )
            return first, after - timedelta(days=1)


def _opening(query: Query, body: Body | None, span: _Span, count: int) -> str:
    """What is listed, and how many."""
    first, last = (f"{day:%d/%m/%Y}" if day else "" for day in span)
    kind = "between" if first and last else "until" if last else "dated"
    when = say(f"answer.due_{kind}", query.language, first=first, last=last)
    whose = body.name if body else say("overview.all", query.language)
    name = "answer.due_list" if count else "answer.due_none"
    text = say(name, query.language, agency=whose, when=when, count=count)
    past = bool(count and span[1] and span[1] < today())
    return text + (f" {say('time.past_note', query.language)}" if past else "")


def _line(query: Query, entry: Entry, number: int) -> str:
    role = say(f"role.{entry.task.role}", query.language)
    document = describe(entry.head, query.language)
    when = deadline_words(entry)
    return f"[{number}] {when} – {entry.task.agency} ({role}): “{entry.clause.text}” – {document}"
