"""When something is due: dates, spans, returning times, and times counted from the issue date.

A date alone is no deadline (most dates belong to the numbers of cited documents): a word that
bounds it must stand before it ("trước ngày", "chậm nhất", "hoàn thành trong quý").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from corpus.days import ANY_DATE, after, day_of
from corpus.deadline_words import DAILY, EVERY, NEXT, ON_DAY, OTHER_YEAR, RULES, START, START_OF
from corpus.document import Deadline
from corpus.order_words import CIRCUMSTANCE
from corpus.spans import month_end, period_due
from corpus.text import compiled, fold

__all__ = ["end_between", "ends", "find_deadlines", "joined"]

_IN_FORCE = re.compile(r"(?:hiệu lực|áp dụng|thay thế|bãi bỏ|tính|thi hành)[^.;]{0,60}$")
_COUNTED_FROM_ISSUE = re.compile(
    r"(?:từ|sau)\s+(?:khi |ngày |thời điểm )(?:ký|ban hành|ký ban hành|có hiệu lực)(?!\w)"
)
_LEAD = re.compile(r"(?:hoàn thành|xong)(?: \w+){0,3}? (?=vào|trong|đến)|thời hạn[^:]{0,30}:\s*")
_NOT_DUE = re.compile(
    r"(?:(?<!dương )(?<!âm )tính|kể từ|từ trước|phát sinh|xảy ra|tồn đọng|ban hành|có hiệu lực|được giao|đã|"
    r"(?:các|những) (?:nhiệm vụ|nội dung|hoạt động|dự án|công việc)(?: \w+){0,2})\s*$"
)
# What, of a day still to come, tells no past: it is issued, or what is left is dealt with, by then.
_DUE_YET = re.compile(
    r"(?:(?:[,;.]|phải|cần|được|trình|(?:trình|tham mưu) [^,.;]{2,60}) ban hành|tồn đọng)\s*$"
)
_DONE_BY = re.compile(
    r"(?<!được )(?<!được giao )(?:hoàn thành|xong|xin ý kiến|lấy ý kiến|tham mưu|đề xuất|khắc phục|trình|báo cáo|gửi|ban hành|công bố|cập nhật|kiểm tra|rà soát|sơ kết|tổng kết|khởi công|khánh thành|thông xe|khai mạc|thực hiện|triển khai|tổ chức|ký|phê duyệt|xử lý|giải quyết|nghiệm thu|bàn giao|phấn đấu)[^.;]*$"
)
# Days from one to another, which name no single day; "chậm nhất đến hết ngày …" does.
_SPAN = re.compile(
    r"(?:trong )?(?:tuần )?(?:từ )?(?:[\dh’' ]+(?:giờ)?(?: \d+)? )?(?:ngày |từ )?\d[^,;]* đến "
)
_SUMMED_UP = re.compile(r"(?:sơ kết|tổng kết|hoàn thành|nhân rộng|xong)[^,.;]{0,40}$")
# What belongs to a time in front of it: "ngay trong tuần này", "từ nay đến trước ngày 30/11".
_AHEAD = re.compile(
    r"ngay (?=trong (?:tuần|ngày|mùa|học|tháng)|từ ngày)|từ nay (?=đến)|định kỳ (?=ngày |chiều )|"
    r"bắt đầu (?=từ )"
)
_LONGEST_AHEAD = len("định kỳ ")
_SEASON = re.compile(r"(?:ngay )?trong (?:năm học|học kỳ|dịp|mùa)(?!\w)")
# A part of one day, on which to be there: "bố trí kíp xe thường trực trong đêm 16/02/2026".
_NIGHT = re.compile(r"(?:trong|vào) (?:đêm|sáng|chiều|tối) ")
# What bounds whatever stands before it.
_DEFINITE = re.compile(
    r"trong vòng |trong tuần từ |từ nay |"
    r"vào (?:các )?(?:ngày )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?!\w)"
)
_YEARLY = re.compile(r"(?:định kỳ )?(?:hằng|hàng) \w+")
# How much of a thing there is in a time, which is no time to act by.
_OFTEN = re.compile(r"mỗi (?:tuần|tháng|quý|năm)")
_AMOUNT = re.compile(r"\d (?:giờ|kỳ|buổi|chuyến|bản|số|suất|mẫu) $")
# What a month or quarter tells of how things stood, not when something is due.
_STOOD = re.compile(
    r"(?<!\w)(?:đạt|ước|so với|cùng kỳ|tăng|giảm|xảy ra|ghi nhận|đã|vừa qua|(?<!lấn )chiếm|bằng \d\S*|còn(?! lại)|mới(?= (?:chỉ|có|được|là|giải|thực|triển|hoàn)))(?!\w)[^.;]*$"
)
_BUDGET = re.compile(
    r"(?:trợ cấp|phụ cấp|lương|ngân sách|dự toán|kinh phí|nguồn|vốn|chi thường xuyên|định mức)[^,;.]{0,60}$"
)
# "hằng năm gửi báo cáo … trước ngày 15 tháng 12": the day comes again, in the same sentence.
_RETURNS = re.compile(rf"(?:{EVERY}|định kỳ)(?!\w)[^.;]*$")
_TO_COME = (START, START_OF, ON_DAY)
_LOOK_BACK = 1000  # characters before a bound that may say what it is a bound of
_PARTS = re.compile(r"[.;]\s")  # between parts of a clause, each with terms of its own
# A year that is only told of: "báo cáo kết quả … trong năm 2025", "phân loại: …; được xử lý trong năm 2025".
_TOLD_OF = re.compile(r"(?<!\w)(?:(?:tình hình|kết quả)(?!\w)[^.;]*|được \w+ \w+ )$")


def find_deadlines(
    text: str, *, issued: date | None = None, offset: int = 0, past: bool = False
) -> list[Deadline]:
    """The deadlines stated in `text`, in order, none inside another.

    `offset` is added to their positions. `issued` gives a year to "trước ngày 15/12" and a start to
    "trong 05 ngày kể từ ngày ký"; without it such a deadline has no date. A time of a year before
    it is none ("nhà xây dựng trước năm 1990"), unless `past`.
    """
    found = _found(text, issued, past)
    return [replace(one, start=one.start + offset, end=one.end + offset) for one in found]


@lru_cache(maxsize=2_000)  # a clause is asked for its own terms, and for those of each of its tasks
def _found(text: str, issued: date | None, past: bool) -> tuple[Deadline, ...]:
    """The deadlines of `find_deadlines`, with positions in `text`."""
    folded = fold(text)
    found: list[Deadline] = []
    taken = bytearray(len(folded))  # 1 where a deadline stands
    for pattern in (*RULES, DAILY, START, START_OF, ON_DAY):
        for match in pattern.finditer(folded):
            start, end = match.span("text")
            if 1 in taken[start:end]:
                continue
            before = folded[max(0, start - _LOOK_BACK) : start]
            binds = _binds(match, before) and not _is_amount(match, before)
            if _tells_past(match, before, issued) or not binds:
                continue
            begins = pattern in (START, START_OF)
            gone = pattern in _TO_COME and not _lies_ahead(match, issued)
            if gone or (begins and _IN_FORCE.search(before)):
                continue
            while end > start and text[end - 1] in " ,;":
                end -= 1
            if lead := _LEAD.match(folded, start):
                start = lead.end()
            start, end = _ahead(folded, start), _whole(text, folded, start, end)
            exact, due, recurring = _begins_on(match) if begins else _when(match, issued)
            if due and issued and not past and _is_over(match, due, issued):
                continue
            if _lacks_year(match) and _RETURNS.search(before):
                exact, due, recurring = None, None, True
            taken[start:end] = b"\1" * (end - start)
            found.append(Deadline(text[start:end], exact, recurring, start, end, due))
    found.sort(key=lambda deadline: deadline.start)
    return tuple(term for term in found if not _says_no_more(term, found, folded))


def _says_no_more(term: Deadline, found: Sequence[Deadline], folded: str) -> bool:
    """Whether a term says no more than another one: "định kỳ" where it is said how often, and the year of
    the work in a part of a sentence that sets a term."""
    words = fold(term.text)
    if words == "định kỳ":
        return len(found) > 1
    before = folded[max(0, term.start - _LOOK_BACK) : term.start]
    if not _is_year(words) or _DONE_BY.search(before):
        return False
    whole = _TOLD_OF.search(before) is not None
    return any(
        whole or not _PARTS.search(folded, min(term.end, other.end), max(term.start, other.start))
        for other in found
        if not _is_year(fold(other.text))
    )


def _is_over(match: re.Match[str], due: date, issued: date) -> bool:
    """Whether a time lies before the document: in a year before it, or months that have passed ("mưa trái mùa
    từ tháng 3 đến tháng 5 năm 2020")."""
    months = match.group("text").startswith("từ tháng")
    return due.year < issued.year or (months and due < issued)


def _is_year(words: str) -> bool:
    return re.fullmatch(r"trong năm \d{4}", words) is not None


def _ahead(folded: str, start: int) -> int:
    """Where a time begins with the word in front of it that belongs to it."""
    for at in range(max(0, start - _LONGEST_AHEAD), start):
        word = _AHEAD.match(folded, at)
        if word is not None and word.end() == start and not folded[at - 1 : at].strip():
            return at
    return start


# What goes on behind a comma of what a term is counted from, up to whom it binds: "kể từ ngày nhận được ý
# kiến phản ánh | , khiếu nại, Chủ tịch …", "kể từ ngày nhận đủ báo cáo về tổng dân số | , tổng số hộ của các tỉnh, Bộ …".
_COUNTED = re.compile(r"(?:kể )?(?:từ|sau) (?:khi|ngày|thời điểm) [^,]*$")
_MORE_OF_IT = compiled(r"(?:, (?![⇧\d])[\w/ -]{2,60}){1,4}(?=, [⇧])")


def _whole(text: str, folded: str, start: int, end: int) -> int:
    """Where a term ends: before a bracket that does not close in it; behind all that it is counted
    from, where it opens its sentence."""
    if "(" in text[start:end] and ")" not in text[start:end]:
        return start + len(text[start:end].rpartition("(")[0].rstrip())  # what it leaves open
    more = _MORE_OF_IT.match(text, end) if _COUNTED.search(folded, start, end) else None
    if more is None or CIRCUMSTANCE.match(folded, end + 2):
        return end
    opens = re.search(r"(?:^|[.;:,]|(?<!\w)thì)\s*$", folded[:start])
    return more.end() if opens else end


def joined(found: Sequence[Deadline]) -> Deadline | None:
    """Several deadlines of one leaf as one: the words joined, no exact day. None for none."""
    words = list(dict.fromkeys(deadline.text for deadline in found))
    if len(words) < 2:
        return found[0] if found else None
    due = [deadline.due for deadline in found if deadline.due is not None]
    return Deadline(
        text="; ".join(words),
        date=None,
        recurring=any(deadline.recurring for deadline in found),
        start=found[0].start,
        end=found[-1].end,
        due=max(due) if due else None,
    )


_A_DAY = r"(?:ngày )?\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:(?:[/.-]| năm )\d{4})?"
_DAYS_ALONE = re.compile(rf"(?:vào |đến (?:hết )?)?(?=ngày ){_A_DAY}(?:(?:,| và) {_A_DAY})*")


def ends(text: str, issued: date | None) -> list[date]:
    """The last days of the single terms that the words of a deadline name ("trước ngày 30/11/2025;
    trước ngày 31/01/2026"), ascending."""
    days: set[date | None] = set()
    for words in text.split("; "):
        found = find_deadlines(words, issued=issued, past=True)
        days |= {term.due or term.date for term in found if not term.recurring}
        # "ngày 06/4/2026" was a term by the words in front of it, which are not kept.
        if not found and _DAYS_ALONE.fullmatch(fold(words)):
            days |= {day_of(named, issued) for named in ANY_DATE.finditer(fold(words))}
    return sorted(day for day in days if day is not None)


def end_between(text: str | None, issued: str | None, first: str, last: str) -> bool:
    """Whether one of the `ends` lies between two days, both included; for SQL, days as YYYY-MM-DD."""
    if text is None:
        return False
    day = date.fromisoformat(issued) if issued else None
    return any(first <= end.isoformat() <= last for end in ends(text, day))


def _tells_past(match: re.Match[str], before: str, issued: date | None) -> bool:
    """Whether the words `before` a bound tell what was, and not what is due: "phát sinh trước ngày …",
    "các văn bản ban hành trước ngày …", but not "…; ban hành trước ngày …" of a day to come, nor
    "giải quyết hồ sơ tồn đọng trước ngày …"."""
    if match.group("text").startswith(("chậm nhất", "muộn nhất", "không quá")):
        return False
    told = _NOT_DUE.search(before)
    if told is None:
        return False
    due = _when(match, issued)[1] if issued else None
    ahead = due is not None and issued is not None and due >= issued
    return not (ahead and _DUE_YET.search(before))


def _is_amount(match: re.Match[str], before: str) -> bool:
    """Whether a time is what an amount before it is counted in: "mở cửa ít nhất 20 giờ | mỗi tuần"."""
    return bool(_OFTEN.fullmatch(match.group("text")) and _AMOUNT.search(before))


def _binds(match: re.Match[str], before: str) -> bool:
    """Whether the words `before` a weak bound ("trong quý", "trước") make it a time to have acted by."""
    words = match.group("text")
    groups = match.groupdict()
    weak = (
        groups.get("only") is not None
        or groups.get("near") is not None
        or (words.startswith(("trong ", "vào ")) and not re.match("trong ngày(?!\\w)", words))
    )
    if groups.get("only") is not None and words.startswith("vào năm"):
        return _SUMMED_UP.search(before) is not None  # else a target
    if groups.get("count") is not None or _DEFINITE.match(words):
        return True
    if _YEARLY.fullmatch(words):
        return _BUDGET.search(before) is None
    if re.search(rf"(?:^vào |thứ |(?:tuần|tháng) (?:đầu|cuối) ).*?{EVERY}", words):
        return True  # a day of the week or month, or a week
    if "tại " in words[:4] and "sinh hoạt" not in words:
        return re.search(r"(?:trình|báo cáo)[^.;]*$", before) is not None
    soon = re.fullmatch(r"trong (?:tuần|tháng|quý|ngày) (?:này|tới|giêng|chạp)", words)
    season = _SEASON.match(words) or _NIGHT.match(words)
    definite = soon or season or any(groups.get(key) for key in ("quarter", "pmonth", "half"))
    if weak and (definite or _is_year(words)) and not _STOOD.search(before):
        return True
    if weak:
        return bool(_DONE_BY.search(before)) or words.startswith(("hoàn thành", "xong", "thời hạn"))
    return True


def _begins_on(match: re.Match[str]) -> tuple[date | None, None, bool]:
    """The day on which to begin, for "từ ngày 01/7/2026"; what holds "kể từ" a day names none."""
    day = day_of(match, None) if match["text"].startswith("từ ngày ") else None
    return day, None, False


def _lacks_year(match: re.Match[str]) -> bool:
    """Whether a day or month is named, and no year."""
    groups = match.groupdict()
    return bool(groups.get("near") or (groups.get("day") and not groups.get("year")))


def _lies_ahead(match: re.Match[str], issued: date | None) -> bool:
    """Whether a day is printed whole and is none before the document's own; whether the year of a
    month, quarter or school year is none before it."""
    if issued is None:
        return False
    groups = match.groupdict()
    if "day" not in groups:
        return int(groups["year"] or groups["school"]) >= issued.year
    day = day_of(match, None)
    return day is not None and day >= issued


_LAST_WORKED = re.compile(
    r"ngày làm việc cuối cùng của tháng (?P<month>\d{1,2})(?:/| năm )(?P<year>\d{4})$"
)


def _when(match: re.Match[str], issued: date | None) -> tuple[date | None, date | None, bool]:
    """The exact day, the last day that keeps the deadline, and whether it returns."""
    groups = match.groupdict()
    words = match.group("text")
    if re.search(
        rf"{EVERY}|{NEXT}|{OTHER_YEAR}|^định kỳ|thứ (?:hai|ba|tư|năm|sáu|bảy)$|chủ nhật$", words
    ) or re.search(
        r" ?lần(?:$|/| trong )|ngày cuối tháng$|tuần (?:đầu|cuối) (?:của )?(?:tháng|quý)$|(?<!\w)mỗi |/(?:ngày|tuần|tháng|quý|năm)$",
        words,
    ):
        return None, None, True
    if groups.get("day"):
        day = day_of(match, issued)
        return (None if _SPAN.match(words) else day), day, False
    if groups.get("count"):
        if issued is None or not _COUNTED_FROM_ISSUE.search(words):
            return None, None, False
        # Counted, not printed: the words name no day, so only the end of the term is given.
        return None, after(issued, int(groups["count"]), groups["unit"]), False
    if groups.get("near"):
        month = int(groups["near"])
        if issued is None:
            return None, None, False
        due = month_end(issued.year + (month < issued.month), month)
        if due and words.startswith("trước"):
            due = due.replace(day=1) - timedelta(days=1)
        return None, due, False
    due, recurring = None, False
    if any(groups.get(key) for key in ("quarter", "pmonth", "only", "half")):
        due, recurring = period_due(match, words), groups["on"] is not None
    elif last := _LAST_WORKED.search(words):
        due = month_end(int(last["year"]), int(last["month"]))
        due = due and due - timedelta(days=max(0, due.weekday() - 4))
    return None, due, recurring
