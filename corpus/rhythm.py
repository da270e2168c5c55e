"""When what comes again comes: the days that the words of a recurring deadline name.

Its parts are those of an RRULE (RFC 5545), so that a calendar takes them as they are. Like every
deadline it stands on its last day: "hằng quý" on the quarter's last, "hằng tuần" on Friday.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Literal

from dateutil import rrule

from corpus.days import ANY_DATE, day_of
from corpus.text import fold

__all__ = ["Rhythm", "day_between", "first_between", "rhythms"]

_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy", "nhật")  # of Monday and on
_OPEN_QUARTERS, _END_QUARTERS, _END_HALVES = (1, 4, 7, 10), (3, 6, 9, 12), (6, 12)
_WORKDAYS, _FRIDAY = (0, 1, 2, 3, 4), (4,)
_Frequency = Literal[0, 1, 2, 3, 4, 5, 6]  # as dateutil numbers them
_FREQUENCIES: dict[str, _Frequency] = {
    "ngày": rrule.DAILY,
    "tuần": rrule.WEEKLY,
    "tháng": rrule.MONTHLY,
}

_PARTS = re.compile(r"[;()]")
_WEEKDAY = re.compile(rf"(?:thứ|chủ) ({'|'.join(_WEEKDAYS)})(?!\w)")
_OF_QUARTER = re.compile(r"tháng (?P<end>đầu|cuối) (?:tiên |cùng )?(?:(?:của|mỗi|hằng|hàng) )*quý")
_DAY_MONTH = re.compile(r"(?<![\d/])(\d{1,2})(?:/| tháng )(\d{1,2})(?![\d/]| năm \d)")
_MONTH = re.compile(r"tháng (\d{1,2})(?![\d/]| năm \d)")
_DAY = re.compile(
    r"ngày (?:mùng )?(\d{1,2})(?![\d/]| tháng \d|\s*(?:ngày )?làm việc)(?: và (\d{1,2})(?![\d/]))?"
)
_OF_MONTH = re.compile(
    r"(?:hằng|hàng|mỗi) tháng|tháng (?:sau|tiếp theo|kế tiếp|liền kề)|ngày cuối tháng"
)
_OF_YEAR = re.compile(r"(?:hằng|hàng|mỗi) năm|năm (?:sau|tiếp theo|kế tiếp|trước)|/năm")
_WORKDAY = re.compile(r"ngày làm việc (?P<end>đầu|cuối)")
_EDGE = re.compile(r"(?P<unit>tuần|ngày) (?P<end>đầu|cuối)(?: tiên| cùng)?(?!\w)")
_EVERY = re.compile(
    r"(?:(?P<count>\d{1,2}|một|hai|ba|sáu) )?(?P<unit>ngày|tuần|tháng|quý|năm)(?: (?:một|0?1) lần| ?/ ?lần)|"
    r"định kỳ (?P<months>0?6|sáu|0?3|ba) tháng"
)
_UNIT = re.compile(r"(?:(?:hằng|hàng|mỗi|một|lần trong) |/)(?P<unit>ngày|tuần|tháng|quý|năm)(?!\w)")
# "trước mùa khô hằng năm": by an event that no calendar knows.
_BY_EVENT = re.compile(r"(?:trước|sau) (?!\d|ngày|thứ|chủ)")
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "sáu": 6}
# A part of its own tells from when to when: "từ ngày 15/3/2026 đến hết ngày 13/5/2026; … hằng ngày".
_RANGE = re.compile(r"\s*(?:kể từ|từ|đến)(?!\w)")
_FROM = re.compile(rf"từ (?:ngày )?{ANY_DATE.pattern}")
_UNTIL = re.compile(rf"đến (?:hết )?{ANY_DATE.pattern}")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often something comes: the parts of an RRULE, `frequency` and weekdays as dateutil
    counts them. `named` where the words name the day, and not only the span ("hằng tháng")."""

    frequency: _Frequency
    interval: int = 1
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()  # of the month; -1 is its last
    weekdays: tuple[int, ...] = ()
    position: int | None = None  # which of those days of the span counts, -1 the last
    named: bool = True
    begins: date | None = None
    ends: date | None = None

    def rule(self) -> dict[str, object]:
        """The RRULE as a calendar writes it, without the days it begins and ends."""
        parts: dict[str, object] = {"FREQ": rrule.FREQNAMES[self.frequency]}
        if self.interval > 1:
            parts["INTERVAL"] = self.interval
        if self.months:
            parts["BYMONTH"] = list(self.months)
        if self.days:
            parts["BYMONTHDAY"] = list(self.days)
        if self.weekdays:
            parts["BYDAY"] = [str(rrule.weekdays[day]) for day in self.weekdays]
        if self.position:
            parts["BYSETPOS"] = self.position
        return parts

    def on(self, first: date) -> Iterator[date]:
        """Its days from `first` on, in order, without end if it has none."""
        moments = rrule.rrule(
            self.frequency,
            dtstart=datetime.combine(max(first, self.begins or first), time()),
            interval=self.interval,
            bymonth=self.months or None,
            bymonthday=self.days or None,
            byweekday=self.weekdays or None,
            bysetpos=self.position,
            until=datetime.combine(self.ends, time()) if self.ends else None,
        )
        return (moment.date() for moment in moments)


@lru_cache(maxsize=4_000)
def rhythms(text: str) -> tuple[Rhythm, ...]:
    """The rhythms that the words of a recurring deadline name, in order; () for "thường xuyên"."""
    parts = _PARTS.split(fold(text))
    ranges = " ".join(part for part in parts if _RANGE.match(part))
    begins, ends = _printed(_FROM, ranges), _printed(_UNTIL, ranges)
    monthly = _OF_MONTH.search(fold(text)) is not None
    found = [one for part in parts for one in _on_days(part, monthly) or _in_spans(part)]
    named = [one for one in found if one.named]
    kept = [one for one in found if one.named or not any(_tells(by_day, one) for by_day in named)]
    return tuple(dict.fromkeys(replace(one, begins=begins, ends=ends) for one in kept))


def _printed(pattern: re.Pattern[str], folded: str) -> date | None:
    match = pattern.search(folded)
    return day_of(match, None) if match else None


def _tells(named: Rhythm, span: Rhythm) -> bool:
    """Whether a rhythm names the day of one that tells its span: "định kỳ 06 tháng (trước ngày 15/6)"."""
    if named.frequency == rrule.YEARLY:
        return span.frequency == rrule.YEARLY or span.months == _END_HALVES
    return named.frequency == span.frequency and len(named.months) == len(span.months)


def _on_days(part: str, monthly: bool) -> list[Rhythm]:
    """The rhythms of a part of a deadline that name a day. A day without a year is yearly, since
    only recurring terms are read; one without a month is of every month if the term is `monthly`."""
    quarter, work = _OF_QUARTER.search(part), _WORKDAY.search(part)
    months = (_OPEN_QUARTERS if quarter["end"] == "đầu" else _END_QUARTERS) if quarter else ()
    days = tuple(min(int(day), 31) for pair in _DAY.findall(part) for day in pair if day)
    if work:
        position = 1 if work["end"] == "đầu" else -1
        return [Rhythm(rrule.MONTHLY, months=months, weekdays=_WORKDAYS, position=position)]
    if quarter:
        return [Rhythm(rrule.MONTHLY, months=months, days=days or (-1,))]
    if weekdays := tuple(_WEEKDAYS.index(name) for name in _WEEKDAY.findall(part)):
        every = _EVERY.search(part)
        weeks = _count(every) if every and every["unit"] == "tuần" else 1
        return [Rhythm(rrule.WEEKLY, weeks, weekdays=weekdays)]
    if _UNTIL.search(part):
        return []
    if dates := [(int(day), int(month)) for day, month in _DAY_MONTH.findall(part)]:
        return [
            Rhythm(rrule.YEARLY, months=(month,), days=(day,))
            for day, month in dates
            if 1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]
        ]
    if days and monthly:
        last = (-1,) if re.search(r"ngày cuối|và cuối", part) else ()
        days = tuple(day if 0 < day < 31 else -1 for day in days)  # no month lacks its last
        return [Rhythm(rrule.MONTHLY, days=days + last)]
    return _on_edges(part)


def _on_edges(part: str) -> list[Rhythm]:
    """The rhythms of a part that names the first or last week or day of a span, or a month."""
    edge = _EDGE.search(part)
    if edge and ("quý" in part or "tháng" in part):
        opens = edge["end"] == "đầu"
        day = (7 if edge["unit"] == "tuần" else 1) if opens else -1
        months = (_OPEN_QUARTERS if opens else _END_QUARTERS) if "quý" in part else ()
        return [Rhythm(rrule.MONTHLY, months=months, days=(day,))]
    named = tuple(int(month) for month in _MONTH.findall(part) if 1 <= int(month) <= 12)
    if named and _OF_YEAR.search(part):
        return [Rhythm(rrule.YEARLY, months=named[-1:] if "đến" in part else named, days=(-1,))]
    return []


def _in_spans(part: str) -> list[Rhythm]:
    """The rhythm of a part that tells how often it comes, and no day."""
    every, each = _EVERY.search(part), _UNIT.search(part)
    if _BY_EVENT.search(part) or not (every or each):
        return []
    unit = (every["unit"] or "tháng") if every else each["unit"] if each else ""
    count = _count(every) if every else 1
    months = {("quý", 1): _END_QUARTERS, ("tháng", 3): _END_QUARTERS, ("tháng", 6): _END_HALVES}
    if (unit, count) in months:
        return [Rhythm(rrule.MONTHLY, months=months[unit, count], days=(-1,), named=False)]
    weekdays = _FRIDAY if unit == "tuần" else ()
    days = (-1,) if unit in ("tháng", "năm") else ()
    return [
        Rhythm(
            _FREQUENCIES.get(unit, rrule.YEARLY), count, weekdays=weekdays, days=days,
            months=(12,) if unit == "năm" else (), named=False,
        )
    ]  # fmt: skip


def _count(every: re.Match[str]) -> int:
    words = every["count"] or every["months"] or "một"
    return _NUMBERS.get(words) or max(int(words), 1)


def first_between(text: str, first: date, last: date) -> date | None:
    """The first day from `first` to `last`, both included, on which a recurring deadline is due by
    the day that its words name; None where they name none then."""
    days = (next(rhythm.on(first), None) for rhythm in rhythms(text) if rhythm.named)
    return min((day for day in days if day is not None and day <= last), default=None)


def day_between(text: str, first: str, last: str) -> str | None:
    """`first_between` for SQL: days as YYYY-MM-DD."""
    day = first_between(text, date.fromisoformat(first), date.fromisoformat(last))
    return day.isoformat() if day else None
