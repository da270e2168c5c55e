"""Days that dates and terms name: the one of a date, the one so many days behind another, the first of a
span.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from corpus.deadline_words import DAY
from corpus.document import Deadline
from corpus.spans import PERIOD, YEARS, period_end, period_start
from corpus.text import fold

__all__ = ["ANY_DATE", "after", "day_of", "first_day", "read_date"]

ANY_DATE = re.compile(rf"(?:ngày\s+)?{DAY}(?!\d)")
"""A day as it is printed in folded text, by the groups `day`, `month`, `year`; not the "9/20" of "9/2023"."""

_ONLY_LAST = re.compile(r"(?:từ nay|trước|chậm|muộn|đến|hết|hạn|không|xong trước)")
_FROM_TO = re.compile(
    r"(?:từ|ngày)\s+(?:ngày\s+)?(?P<day>\d{1,2})(?:/(?P<month>\d{1,2}))?(?:/(?P<year>\d{4}))?\s+đến\s"
)


def read_date(text: str) -> date | None:
    """The first full date written in `text` ("17 tháng 11 năm 2025", "17/11/2025"), or None."""
    match = ANY_DATE.search(fold(text))
    return day_of(match, None) if match else None


def day_of(match: re.Match[str], issued: date | None) -> date | None:
    """The day that a match of DAY names, without a year the next behind `issued`; None if there is none."""
    year = match.group("year")
    day, month = int(match.group("day")), int(match.group("month"))
    try:
        if year:
            return date(int(year), month, day)
        if issued is None:
            return None
        same = date(issued.year, month, day)
        return same if same >= issued else date(issued.year + 1, month, day)
    except ValueError:
        return None


def after(start: date, count: int, unit: str) -> date:
    """The day `count` units after `start`; working days pass over Saturdays and Sundays."""
    if unit == "ngày làm việc":
        day = start
        while count > 0:
            day += timedelta(days=1)
            count -= day.weekday() < 5
        return day
    if unit == "giờ":
        return start + timedelta(days=-(-count // 24))
    if unit == "tuần":
        return start + timedelta(weeks=count)
    if unit == "tháng":
        months = start.month - 1 + count
        year, month = start.year + months // 12, months % 12 + 1
        return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    return start + timedelta(days=count)


def first_day(deadline: Deadline) -> date | None:
    """The first day of the span that the words name ("trong Quý I/2026" → 2026-01-01).

    None where they name only a last day ("trước", "đến hết"), a day that returns, or none at all.
    """
    words = fold(deadline.text)
    if deadline.due is None or deadline.recurring or _ONLY_LAST.match(words):
        return None
    if span := _FROM_TO.search(words):
        month, year = span["month"] or deadline.due.month, span["year"] or deadline.due.year
        return _before(deadline.due, int(year), int(month), int(span["day"]))
    periods = list(re.finditer(PERIOD, words))
    if periods and period_end(periods[-1]) == deadline.due:
        return period_start(periods[0])
    years = YEARS.search(words)
    return date(int(years["first"]), 1, 1) if years else None


def _before(due: date, year: int, month: int, day: int) -> date | None:
    """That day, if there is one and it lies before `due`."""
    try:
        first = date(year, month, day)
    except ValueError:
        return None
    return first if first < due else None
