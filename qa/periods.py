"""Times that a question names: a day, a month or a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["Period", "periods_in"]


@dataclass(frozen=True, slots=True)
class Period:
    """Days that a question names, both inclusive."""

    first: date
    last: date
    start: int
    end: int


_DAY = re.compile(r"(?<![\d/])(\d{1,2})(?:/|-|\s+thang\s+)(\d{1,2})(?:/|-|\s+nam\s+)(\d{4})(?!\d)")
_MONTH = re.compile(r"(?<!\w)thang\s+(\d{1,2})(?:\s*/\s*|\s+nam\s+|-)(\d{4})(?!\d)")
_YEAR = re.compile(r"(?<![\w/])(?:nam|in|year)\s+(\d{4})(?!\d)")
_MONTHS = [month.lower() for month in calendar.month_name[1:]]
_MONTH_EN = re.compile(rf"(?<!\w)({'|'.join(_MONTHS)})\s+(?:\d{{1,2}},?\s+)?(\d{{4}})(?!\d)")


def periods_in(bare: str) -> list[Period]:
    """The days, months and years named in a text without diacritics, in its order."""
    found: list[Period] = []

    def add(match: re.Match[str], year: int, month: int | None, day: int | None) -> None:
        if any(match.start() < p.end and match.end() > p.start for p in found):
            return
        try:
            first = date(year, month or 1, day or 1)
        except ValueError:
            return
        if day:
            last = first
        elif month:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        else:
            last = date(year, 12, 31)
        found.append(Period(first, last, match.start(), match.end()))

    for match in _DAY.finditer(bare):
        add(match, int(match.group(3)), int(match.group(2)), int(match.group(1)))
    for match in _MONTH.finditer(bare):
        add(match, int(match.group(2)), int(match.group(1)), None)
    for match in _MONTH_EN.finditer(bare):
        add(match, int(match.group(2)), _MONTHS.index(match.group(1)) + 1, None)
    for match in _YEAR.finditer(bare):
        add(match, int(match.group(1)), None, None)
    return sorted(found, key=lambda period: period.start)
