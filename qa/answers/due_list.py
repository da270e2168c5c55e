"""What is due in a time that the question names, or overdue: the register answers, whoever is told.

Only a question that asks for nothing else: "Tháng 12/2025 có việc gì đến hạn?", "việc nào của Sở
Tài chính quá hạn?". One with a topic besides is about that topic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from corpus.errors import UsageError
from corpus.text import has_words, plain
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
from qa.periods import Period, periods_in
from qa.question import Intent, Query

__all__ = ["answer_due"]

# What such a question has besides bodies and times. "hạn" alone may be a drought.
_OVERDUE = re.compile(r"(?<!\w)(?:qua|tre|cham|lo)(?: thoi)? han(?!\w)")
_DUE = re.compile(
    r"(?<!\w)(?:(?:sap )?(?:den|toi|het|dung|co)(?: ky)?(?: thoi)? han(?!\w)|"
    r"(?:thoi )?han (?:chot|cuoi|trong)|(?:phai|can) (?:lam )?(?:xong|hoan thanh))"
)
# "Tháng 12/2025 có việc gì phải làm?", "Bộ Xây dựng phải báo cáo gì trước ngày 5/12/2025?"
_TO_DO = re.compile(
    r"(?<!\w)(?:co )?(?:nhung )?(?:cong )?viec (?:gi|nao) (?:phai |can )?lam|"
    r"(?<!\w)(?:phai |can )?lam (?:nhung )?(?:viec )?gi|(?<!\w)co (?:nhung )?viec gi(?!\w)"
)
_REPORTS = re.compile(r"(?<!\w)(?:gui |nop )?bao cao(?!\w)")
_WHEN = re.compile(r"(?<!\w)(?:khi|bao gio|luc|ngay|thoi gian|thoi diem|may gio)(?: nao)?(?!\w)")
_UNDATED = re.compile(
    r"(?<!\w)(?:khong|chua)[.]? (?:(?:co|ghi|neu|quy dinh|xac dinh|giao|ro) )*(?:thoi )?han(?!\w)|"
    r"without (?:a )?deadlines?"
)
_BY = re.compile(r"(?<!\w)(?:truoc|cham nhat|muon nhat|den|by|before|until)(?: (?:het )?ngay)?\s*$")
_FILLERS = re.compile(
    r"(?<!\w)(?:cong viec|nhiem vu|dau viec|co quan|don vi|thoi gian|hom nay|hien nay|bay gio|"
    r"hoan thanh|cham nhat|muon nhat|liet ke|danh sach|danh muc|tat ca|toan bo|bao nhieu|"
    r"nhieu nhat|o day|cua ai|con|co|cac|nhung|viec|gi|nao|ai|noi|so|nganh|dang|bi|da|se|sap|"
    r"cua|cho|giao|duoc|"
    r"trong|vao|tu|den|toi|het|truoc|sau|ngay|khoang|thoi|tinh|nay|hien|phai|can|lam|xong|han|chot|"
    r"cuoi|may|thi|theo|moc|moi|tung|tai|la|va|the|moi|thang|tuan|quy|nam)(?!\w)"
)
# "Thời hạn của các nhiệm vụ trong Công điện 232", "các hạn trong Nghị quyết 380".
_ALL_OF_DOCUMENT = re.compile(
    r"(?:cac|nhung|moi|tat ca|toan bo|liet ke) .{0,30}?(?:(?:thoi )?han|moc thoi gian)(?!\w)|"
    r"(?:thoi )?han (?:cua|cho) (?:cac|nhung|moi|tat ca|tung) (?:nhiem vu|viec|cong viec|dau viec)"
)
_RELATIVE = re.compile(
    r"(?<!\w)(?:(?P<count>\d{1,3}) (?P<units>ngay|tuan|thang|quy|nam) (?:toi|nua|sap toi)|"
    r"(?<!\d )(?P<unit>hom|ngay|tuan|thang|quy|nam) (?P<which>nay|toi|sau|mai))(?!\w)"
)
_UNITS = {
    "ngay": relativedelta(days=1), "tuan": relativedelta(weeks=1),
    "thang": relativedelta(months=1), "quy": relativedelta(months=3),
    "nam": relativedelta(years=1),
}  # fmt: skip
# "Cơ quan nào phải báo cáo Thủ tướng trước ngày 15/12?": whom one reports to is told nothing.
_TO_WHOM = r"(?:bao cao|gui|trinh|nop|kien nghi|tham muu)(?: (?:ve|cho|len|toi|voi|truoc))? "
_SHORT = 100  # days: what must be done in a month or a quarter is due then, in a year it is not
_THIS_YEAR = re.compile(r"(?<!\w)(?:thang \d{1,2}|quy (?:[1-4]|i{1,3}|iv))(?![\w/])(?! nam \d)")
_Span = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for: the first and the last due day, each None if any does; only what is not
    yet done, only what has no day, only reports."""

    first: date | None = None
    last: date | None = None
    late: bool = False
    undated: bool = False
    reports: bool = False

    def wants(self, entry: Entry) -> bool:
        """Whether a task in these days is such. What comes again is never late."""
        deadline = entry.task.deadline
        if (deadline is None) is not self.undated:
            return False
        if self.late and deadline is not None and deadline.recurring:
            return False
        return not self.reports or has_words(entry.clause.text, "báo cáo")


def answer_due(library: Library, query: Query, where: Filters) -> Answer | None:
    """The tasks that are due then, in the order of their days, those of one clause together; None
    where something else is asked."""
    asked = _asked(query, today())
    if asked is None:
        return None
    try:
        body = library.body(query.agency or query.agencies[0]) if query.agencies else None
    except UsageError:  # a group of bodies has no register
        return None
    if query.documents:  # "… theo Công điện 227/CĐ-TTg"
        head = query.documents[0].heads[0]
        if where.document not in (None, head.id):
            return None
        where = replace(where, document=head.id)
    filters = TaskFilters(where=where, due_from=asked.first, due_to=asked.last)
    if body is None:
        found = library.tasks(filters, by_due_date=True)
    else:
        found = library.dossier(body, filters, by_due_date=True)
        if query.places:  # "Sở Y tế Quảng Trị": its own province's, and no other's
            there = {(e.head, e.clause.index) for e in dossier_of(library, query, where)}
            found = [entry for entry in found if (entry.head, entry.clause.index) in there]
    # As many as the calendar shows: what a clause tells several is one task there.
    entries = by_clause(filter(asked.wants, found))
    return _listed(replace(query, intent=Intent.TASKS), body, asked, entries)


def _listed(query: Query, body: Body | None, asked: _Asked, entries: Sequence[Entry]) -> Answer:
    """The answer that lists these, or says that there are none."""
    query = replace(query, agency=body.name if body else None)
    text = _opening(query, body, asked, len(entries))
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
    bodies = [name for entry in entries for name in entry.task.agency.split("; ")]
    return Answer(
        query=query,
        text="\n".join(lines),
        citations=tuple(citations),
        agency=query.agency,
        values=tuple(dict.fromkeys(bodies)),
    )


def _asked(query: Query, day: date) -> _Asked | None:
    """What the question asks for; None where it asks for something else, too."""
    opened, periods = plain(query.opened), query.periods
    both = f"{opened} . {plain(query.search)}" if query.language == "en" else opened
    by = next((p for p in periods if _BY.search(opened[: p.start])), None)
    asked = _Asked(
        late=_OVERDUE.search(both) is not None,
        undated=_UNDATED.search(both) is not None and bool(query.agencies or query.documents),
        reports=_REPORTS.search(opened) is not None and query.agency is not None,
    )
    due = _DUE.search(both) or (by and query.agencies)
    every = query.documents and _ALL_OF_DOCUMENT.search(opened)
    to_do = _TO_DO.search(opened)
    when = asked.reports and _WHEN.search(opened)
    if not (asked.late or asked.undated or due or every or to_do or when):
        return None
    if len(query.documents) > 1 or any(len(one.heads) != 1 for one in query.documents):
        return None
    body = query.agency or next(iter(query.agencies), None)
    if body and re.search(_TO_WHOM + re.escape(plain(body)), opened):
        return None
    # A place is part of a body's name; without a body it is a topic.
    places = [place.name for place in query.places] if query.agencies else []
    patterns = [_UNDATED, _OVERDUE, _DUE, _RELATIVE, _TO_DO, _WHEN, _THIS_YEAR, _FILLERS]
    if not asks_only(query, [*patterns, _REPORTS] if asked.reports else patterns, places):
        return None
    span = _days(query, opened, day, by=by, late=asked.late)
    if span is None and not (asked.undated or every or when):
        return None
    first, last = span or (None, None)
    days = (last - first).days if first and last else _SHORT + 1
    if days > _SHORT and not (asked.late or asked.undated or due or every or when):
        return None
    return replace(asked, first=first, last=last)


def _days(query: Query, opened: str, day: date, *, by: Period | None, late: bool) -> _Span | None:
    """The first and the last due day that the question names, or None."""
    periods = query.periods
    if late:
        gone = day - timedelta(days=1)
        if not periods:
            return None, gone
        return min(p.first for p in periods), min(gone, max(p.last for p in periods))
    if by is not None and len(periods) == 1:
        return None, by.last
    if periods:
        return min(p.first for p in periods), max(p.last for p in periods)
    return _undated(query, opened, day)


def _undated(query: Query, opened: str, day: date) -> _Span | None:
    """The days of a question without a date."""
    relative = _RELATIVE.search(opened)
    if relative is not None:
        return _relative(relative, day)
    if this_year := _THIS_YEAR.search(opened):
        period = next(iter(periods_in(f"{this_year.group()}/{day.year}")), None)
        return (period.first, period.last) if period else None
    if re.search(r"(?<!\w)sap (?:den|toi|het)", opened):
        return day, day + timedelta(days=SOON)
    dated = re.search(r"(?<!\w)co (?:thoi )?han(?!\w)", opened)
    return (None, None) if dated and query.agencies else None


def _relative(named: re.Match[str], day: date) -> _Span:
    """The days of "tuần này", "tháng tới", "30 ngày tới", "3 tháng tới" as of a day."""
    if named["count"]:
        return day, day + int(named["count"]) * _UNITS[named["units"]]
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


def _opening(query: Query, body: Body | None, asked: _Asked, count: int) -> str:
    """What is listed, and how many."""
    first, last = (f"{day:%d/%m/%Y}" if day else "" for day in (asked.first, asked.last))
    kind = "between" if first and last else "until" if last else "dated"
    kind = "undated" if asked.undated else kind
    when = say(f"answer.due_{kind}", query.language, first=first, last=last)
    whose = body.name if body else say("overview.all", query.language)
    name = "answer.due_list" if count else "answer.due_none"
    text = say(name, query.language, agency=whose, when=when, count=count)
    past = bool(count and asked.last and asked.last < today())
    return text + (f" {say('time.past_note', query.language)}" if past else "")


def _line(query: Query, entry: Entry, number: int) -> str:
    role = say(f"role.{entry.task.role}", query.language)
    document = describe(entry.head, query.language)
    words = deadline_words(entry)
    when = f"{words} – " if words else ""
    return f"[{number}] {when}{entry.task.agency} ({role}): “{entry.clause.text}” – {document}"
