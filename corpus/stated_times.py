"""When a plan's line "Thời gian thực hiện: …" says that its work is due."""

from __future__ import annotations

import re
from datetime import date

from corpus.days import ANY_DATE, day_of
from corpus.deadline_words import EVERY
from corpus.deadlines import find_deadlines, joined
from corpus.document import Deadline
from corpus.order_words import TIME_FIELD
from corpus.spans import ON, PERIOD, YEARS, period_due
from corpus.text import fold

__all__ = ["stated_time"]

_TIME_VERBS = re.compile(
    r"(?:(?:hoàn thành|thực hiện|triển khai|tổ chức|đảm bảo|bảo đảm|xong|dự kiến|vào|ban hành|trình(?= kỳ))\s+)+|"
    r"(?!sau |từ |khi )[^\d.;:,]{0,40}(?:xong|hoàn thành|hoàn tất)\s+(?=trước|trong|chậm nhất)"
)
_GOES_ON = re.compile(rf"{EVERY}|thường xuyên|{ON}")
_WHAT = re.compile(r"(?:trình|gửi|báo cáo|ban hành|hoàn thiện|phê duyệt)[^\d.;]{0,50}")
# "đợt 1 xong trước ngày 30/4/2026, đợt 2 xong trước ngày 30/9/2026"
_STAGE = re.compile(r"(?:(?:đợt|giai đoạn|lần|kỳ) \d (?:(?:hoàn thành|xong) )?)?")
# What has no end, behind the stage that has one: "…; các năm tiếp theo cập nhật | thường xuyên".
_ENDLESS = re.compile(r";[^;.]* (?P<text>thường xuyên(?:,? liên tục)?|cả năm)$")
_MONTHS = re.compile(r"tháng \d{1,2}\s*[-–]\s*\d{1,2}(?=/)")  # "tháng 4 - 6/2026" names no day


def stated_time(text: str, *, issued: date | None = None, offset: int = 0) -> Deadline | None:
    """The time in a line like "Thời gian thực hiện: Hoàn thành trong năm 2025.", or None."""
    folded = fold(text)
    field = TIME_FIELD.search(folded)
    if field is None:
        return None
    start = field.end()
    if verbs := _TIME_VERBS.match(folded, start):
        start = verbs.end()
    end = len(text.rstrip(" .;"))
    if start >= end:
        return None
    inner = find_deadlines(text[start:end], issued=issued, offset=offset + start, past=True)
    opens = folded[start : inner[0].start - offset] if inner else ""
    if _WHAT.fullmatch(opens) or (len(inner) > 1 and inner[0].due and _STAGE.fullmatch(opens)):
        return joined(inner)  # "trình Chính phủ trước ngày 15/4; gửi kết quả trước ngày 30/4"
    if len(inner) == 1 and (endless := _ENDLESS.search(folded, inner[0].end - offset, end)):
        begin, stop = endless.span("text")
        goes_on = Deadline(text[begin:stop], None, True, offset + begin, offset + stop)
        return joined([*inner, goes_on])
    exact = inner[0].date if len(inner) == 1 else None
    due = inner[0].due if len(inner) == 1 else None
    if not inner:
        periods = list(re.finditer(PERIOD, folded[start:end]))
        day = ANY_DATE.search(_MONTHS.sub(lambda span: " " * len(span[0]), folded), start, end)
        if day is not None:
            exact = day_of(day, issued)
            due = exact
        elif periods:  # "từ quý IV/2025 đến quý II/2026" is kept until the last
            ends = [period_due(period, folded[start:end]) for period in periods]
            due = max((end for end in ends if end is not None), default=None)
        elif years := YEARS.search(folded, start, end):
            due = date(int(years["last"]), 12, 31)
    recurring = _GOES_ON.search(folded, start, end) is not None
    return Deadline(
        text[start:end],
        exact if not recurring else None,
        recurring,
        offset + start,
        offset + end,
        due,
    )
