"""Times that a question names: a day, a month, a quarter, a part of a year, or a year."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

__all__ = ["Period", "periods_in"]


@dataclass(frozen=True, slots=True)
class Period:
    """Days that a question names, both inclusive."""

    first: date
    last: date
    start: int
    end: int


_Span = tuple[int, int, int, int]  # year, first month, last month, day or 0
_DAY = re.compile(r"(?<![\d/])(\d{1,2})(?:/|-|\s+thang\s+)(\d{1,2})(?:/|-|\s+nam\s+)(\d{4})(?!\d)")
_MONTH = re.compile(r"(?<!\w)thang\s+(\d{1,2})(?:\s*/\s*|\s+nam\s+|-)(\d{4})(?!\d)")
_YEAR = re.compile(r"(?<![\w/])(?:nam|in|year)\s+(\d{4})(?!\d)")
_MONTHS = [month.lower() for month in calendar.month_name[1:]]
_NAMED = "|".join(_MONTHS)
_MONTH_EN = re.compile(rf"(?<!\w)({_NAMED})\s+(\d{{4}})(?!\d)")
_DAY_EN = re.compile(
    rf"(?<!\w)(?:(\d{{1,2}})\s+({_NAMED}),?|({_NAMED})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?)\s+(\d{{4}})(?!\d)"
)
_QUARTER = re.compile(r"(?<!\w)quy\s+(i{1,3}|iv|[1-4])(?:\s*/\s*|\s+nam\s+|-)(\d{4})(?!\d)")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PART = re.compile(
    r"(?<!\w)(?:(dau|giua|cuoi)\s+nam|(early|mid|late)[\s-](?:in\s+)?)\s*(\d{4})(?!\d)"
)
_PARTS = {  # first and last month
    "dau": (1, 4), "early": (1, 4), "giua": (5, 8), "mid": (5, 8), "cuoi": (9, 12), "late": (9, 12),
}  # fmt: skip


def _read_day(found: re.Match[str]) -> _Span:
    return int(found.group(3)), int(found.group(2)), int(found.group(2)), int(found.group(1))


def _read_day_en(found: re.Match[str]) -> _Span:
    month = _MONTHS.index(found.group(2) or found.group(3)) + 1
    return int(found.group(5)), month, month, int(found.group(1) or found.group(4))


def _read_month(found: re.Match[str]) -> _Span:
    return int(found.group(2)), int(found.group(1)), int(found.group(1)), 0


def _read_month_en(found: re.Match[str]) -> _Span:
    month = _MONTHS.index(found.group(1)) + 1
    return int(found.group(2)), month, month, 0


def _read_quarter(found: re.Match[str]) -> _Span:
    quarter = _QUARTERS.get(found.group(1)) or int(found.group(1))
    return int(found.group(2)), 3 * quarter - 2, 3 * quarter, 0


def _read_part(found: re.Match[str]) -> _Span:
    return int(found.group(3)), *_PARTS[found.group(1) or found.group(2)], 0


def _read_year(found: re.Match[str]) -> _Span:
    return int(found.group(1)), 1, 12, 0


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Span]], ...] = (
    (_DAY, _read_day),
    (_DAY_EN, _read_day_en),
    (_MONTH, _read_month),
    (_MONTH_EN, _read_month_en),
    (_QUARTER, _read_quarter),
    (_PART, _read_part),
    (_YEAR, _read_year),
)


def periods_in(bare: str) -> list[Period]:
    """The times named in a text without diacritics, in its order; days that no calendar has are
    none."""
    found: list[Period] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(bare):
            if any(match.start() < p.end and match.end() > p.start for p in found):
                continue
            year, first, last, day = read(match)
            try:
                begin = date(year, first, day or 1)
                end = begin if day else date(year, last, calendar.monthrange(year, last)[1])
            except ValueError:  # calendar.IllegalMonthError is one
                continue
            found.append(Period(begin, end, match.start(), match.end()))
    return sorted(found, key=lambda period: period.start)
