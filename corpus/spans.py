"""Quarters, months, halves and years as directives write them: from when, until when.

"Quý IV/2025", "tháng 11 - 12/2025", "năm 2025-2030", "06 tháng cuối năm 2026"; "… và các năm tiếp
theo" goes on without end.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

__all__ = ["ON", "PERIOD", "YEARS", "month_end", "period_due", "period_end", "period_start"]

ON = r"và (?:các|những) năm (?:tiếp theo|sau|tới)|trở đi"
PERIOD = (
    r"(?:(?:quý\s+(?:(?P<qfrom>[iv]{1,3}|[1-4])\s*(?:[-–,]|và|đến)\s*(?:quý\s+)?)?(?P<quarter>[iv]{1,3}|[1-4])(?:\s*/\s*|\s+năm\s+|\s+)(?P<qyear>\d{4})|"
    r"tháng\s+(?:(?P<mfrom>\d{1,2})\s*(?:[-–,]|và|đến)\s*(?:tháng\s+)?)?(?P<pmonth>\d{1,2})(?:\s*/\s*|\s+năm\s+|/)(?P<pyear>\d{4})|"
    r"năm\s+(?:(?P<yfrom>\d{4})\s*(?:[-–,]|và|đến)\s*(?:năm\s+)?)?(?P<only>\d{4})|"
    r"(?:0?6|sáu) tháng (?P<half>đầu|cuối) năm (?P<hyear>\d{4}))"
    rf"(?:\s+(?P<on>{ON}))?)"
)
_BEGINS = re.compile(r"(?:kể )?từ (?!.*(?<!\w)đến(?!\w))")
YEARS = re.compile(r"(?<![\d/])(?P<first>20\d\d)\s*[-–]\s*(?P<last>20\d\d)(?!\d)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def period_due(match: re.Match[str], words: str) -> date | None:
    """The last day that keeps a deadline in the `words` of which a period is part."""
    due = period_end(match)
    if due is None or match["on"] or _BEGINS.match(words):
        return None  # it goes on
    if words.startswith("trước"):
        start = period_start(match)
        return start - timedelta(days=1) if start else None
    return due


def period_end(match: re.Match[str]) -> date | None:
    """The last day of a period that PERIOD has matched."""
    groups = match.groupdict()
    if groups.get("quarter"):
        month = 3 * _ROMAN.get(groups["quarter"].lower(), 4)
        return month_end(int(groups["qyear"]), month)
    if groups.get("pmonth"):
        return month_end(int(groups["pyear"]), int(groups["pmonth"]))
    if groups.get("half"):
        return month_end(int(groups["hyear"]), 6 if groups["half"] == "đầu" else 12)
    return date(int(groups["only"]), 12, 31) if groups.get("only") else None


def period_start(match: re.Match[str]) -> date | None:
    """The first day of a period; of "Tháng 12 - 01/2026" in the year before."""
    end, groups = period_end(match), match.groupdict()
    if end is None:
        return None
    if groups["only"]:
        return date(int(groups["yfrom"] or end.year), 1, 1)
    if groups["half"]:
        return date(end.year, end.month - 5, 1)
    if groups["quarter"]:
        first = 3 * _ROMAN.get(groups["qfrom"] or groups["quarter"], 1) - 2
    else:
        first = int(groups["mfrom"] or end.month)
    return date(end.year - (first > end.month), first, 1) if 1 <= first <= 12 else None


def month_end(year: int, month: int) -> date | None:
    """The last day of a month; None for one that no calendar has."""
    if not (1 <= month <= 12 and 1900 <= year <= 2200):
        return None
    return date(year, month, calendar.monthrange(year, month)[1])
