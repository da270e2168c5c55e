"""What an answer of a kind looks like in a clause: sums, shares, areas, persons, times."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.agencies import default_registry
from corpus.signature import SURNAMES
from corpus.text import compiled, fold
from qa.question import Kind

__all__ = ["find_counts", "find_numbers", "find_values", "holds_office", "names_person"]

_NUMBER = r"\d+(?:[.,]\d+)*"
_PATTERNS: dict[Kind, re.Pattern[str]] = {
    Kind.MONEY: re.compile(
        rf"{_NUMBER}\s*(?:nghìn |triệu |tỷ |tỉ |ngàn )*(?:đồng|tỷ|tỉ|triệu|usd|đô la|vnđ)(?!\w)"
        r"(?! (?:tấn|người|lượt|hộ|ha|con|cây|liều|m3|m³|khách|dân|thuê bao|tài khoản|hồ sơ|"
        r"giao dịch|kwh|lít|sản phẩm|văn bản|trẻ|học sinh)(?!\w))|"
        rf"{_NUMBER}\s*% (?:mức|kinh phí|chi phí|giá|số tiền|học phí|phụ cấp|lương|tiền|đơn giá)|"
        rf"{_NUMBER} (?:lần )?(?:mức )?lương"
    ),
    Kind.PERCENT: re.compile(rf"{_NUMBER}\s*(?:%|phần trăm)"),
    Kind.AREA: re.compile(rf"{_NUMBER}\s*(?:ha|héc ?-?ta|m2|m²|km2|km²|mét vuông)(?!\w)"),
    Kind.PHONE: re.compile(
        r"(?:điện thoại|hotline|đường dây nóng|đt|tài khoản|đầu số)[^\d]{0,20}[\d.\s]{4,}"
    ),
    Kind.TIME: re.compile(
        r"\d{1,2}\s*(?:giờ|h)\s*(?:\d{2})?(?!\w)|"
        r"(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?(?![\d/])|"
        r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?(?!\w)|"
        r"(?:ngày|tháng|năm|quý)\s+(?:\d{1,4}|[ivx]+)(?!\w)|"
        r"(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)"
    ),
    Kind.REASON: re.compile(r"(?<!\w)(?:do|vì|bởi|nguyên nhân|lý do)(?!\w)"),
    Kind.LENGTH: re.compile(rf"{_NUMBER}\s*(?:km|m|cây số|mét)(?![\w²2])"),
    Kind.POWER: re.compile(rf"{_NUMBER}\s*(?:mw|kwh?|kv|mva)(?!\w)"),
    # Of the customs tariff, and of the national register of procedures.
    Kind.CODE: re.compile(
        r"(?<![\d.,/])\d{4}\.\d{2}(?:\.\d{2})*(?!\d)|(?<![\d.,])\d\.\d{6}(?:\.h\d+)?(?!\d)"
    ),
    Kind.SIGN: re.compile(r"(?:tcvn|qcvn)\s*\d+[\d:\-/\w]*|\d+/[\w\-]+"),
}
_PERSON = compiled(
    r"(?<!\w)(?:đồng chí|ông|bà|Phó Thủ tướng(?: Chính phủ)?|Thủ tướng(?: Chính phủ)?|"
    r"Bộ trưởng|Chủ tịch|"
    r"[Cc]ông ty(?: TNHH| [Cc]ổ phần| CP| MTV| [Tt]rách nhiệm hữu hạn| [Mm]ột thành viên)*|"
    r"[Ll]iên danh|[Tt]ập đoàn|[Tt]ổng công ty)\s+"
    r"(?P<name>[⇧][\wÀ-ỹ]*(?:\s+[⇧][\wÀ-ỹ]*)+)"
)
# Such words tell whose office it is, and no name: "đồng chí Phó Thủ tướng", "Bộ trưởng Bộ Nội vụ".
_OFFICE = re.compile(r"Phó |Thủ |Bộ |Thứ |Ủy |UBND|Chủ tịch|Trưởng|Giám ")

# An office that somebody holds by another: "Chủ tịch Ủy ban nhân dân tỉnh làm Trưởng ban".
_HELD = re.compile(
    r"làm (?:phó )?(?:trưởng|tổ trưởng|chủ tịch hội đồng)|(?:trưởng|phó trưởng) (?:ban|đoàn) là "
)
# Digits that count nothing: days and hours of the day, years, the numbers of documents, of their
# parts, of storms, of roads and of footnotes, an item's own number, the 2 of "m2".
_NO_NUMBER = re.compile(
    r"\[\d{1,3}\]|\d+(?:/\d{4})?/[a-zđ][\wđ&\-]*|"
    r"ngày \d+(?: tháng \d+)?(?: năm \d+)?|tháng \d+(?: năm \d+)?|"
    r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|(?:ngày|đến|từ|trước) \d{1,2}/\d{1,2}(?![\d/])|"
    r"năm (?:\d{4}|\d{1,2}(?!\w))|(?<![\d.])(?:19|20)\d\d(?!\d|\.\d)|"
    r"(?:trước|lúc|hồi|đến|vào|từ) \d{1,2} ?(?:giờ|h\d*)(?!\w)|\d{1,2}h\d\d|"
    r"(?:khoản|điều|điểm|chương|mục|phụ lục|số|quý|phiên|lần thứ|thứ|khóa|quốc lộ|ql|đt|tcvn|qcvn|"
    r"tiết|bảng|mẫu) (?:số )?\d+[\w.]*|"
    r"(?<=[a-zđ])\d+"
)
# An item's own number: "1. Rà soát", and of a row of a table "4 Thủ tục"; not "02 người bị thương".
_ITEM = compiled(r"^\s*\d+(?:[.)]\s|\s(?=[⇧]))")
# "Một" is mostly no count ("một số", "một cách").
_IN_WORDS = r"(?<!\w)(?:hai|ba|bốn|sáu|bảy|tám|chín|mười|chục|trăm|nghìn|triệu)(?!\w)"
_COUNTING = re.compile(rf"{_NUMBER}|{_IN_WORDS}")


@cache  # the registry is read when a name is first looked for
def _in_office() -> re.Pattern[str]:
    """Matches "Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên": an office, whose it is, a name."""
    return re.compile(
        r"(?:[Tt]hứ trưởng|[Gg]iám đốc|[Cc]hủ tịch|[Tt]rưởng (?:ban|phòng|đoàn)|"
        r"[Cc]hánh [Vv]ăn phòng|[Bb]ộ trưởng|[Đđ]ồng chí|[Cc]ục trưởng|[Vv]ụ trưởng)[^.;:]{0,60}?\s"
        rf"(?!{'|'.join(province.name for province in default_registry().provinces)})"
        rf"(?:{'|'.join(sorted(name.capitalize() for name in SURNAMES))})"
        r"(?:\s[A-ZĐ][a-zà-ỹ]+){1,3}"
    )


def holds_office(text: str) -> bool:
    """Whether somebody is said to hold an office: "do Sở Y tế làm trưởng đoàn"."""
    return _HELD.search(fold(text)) is not None


@cache
def _with_surname() -> re.Pattern[str]:
    names = "|".join(sorted(name.capitalize() for name in SURNAMES))
    return compiled(rf"(?<!\w)(?:{names})(?:\s[⇧][\wÀ-ỹ]*){{1,3}}")


def names_person(text: str) -> bool:
    """Whether the text has a surname with a name behind it."""
    return _with_surname().search(text) is not None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@lru_cache(maxsize=20_000)  # the clauses of a topic are candidates again and again
def find_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where `text` has a number that counts or measures something, half-open."""
    shown = _ITEM.sub(_blank, text, count=1)
    kept = _NO_NUMBER.sub(_blank, fold(shown))
    return tuple(match.span() for match in _COUNTING.finditer(kept))


# Numbers that measure another thing than what is counted: shares, sums, lengths, ages, times; ranks
# of winds and alerts; from how many something holds.
_MEASURES = re.compile(
    rf"(?<!\w){_NUMBER}\s*(?:-\s*{_NUMBER}\s*)?(?:%|°c|đồng|(?:tỷ|tỉ|triệu|nghìn) (?:đồng|usd)|usd|"
    r"km2?|m[23²³]?(?!\w)|mm|cm|ha(?!\w)|kv|kwh?|mw|mva|tuổi|ngày|tháng|giờ|phút|tấn|kg|lít|"
    r"độ(?!\w))|"
    rf"(?<!\w)(?:cấp|báo động|bão số|đủ|bán kính|giật) (?:trên )?(?:cấp )?{_NUMBER}(?:\s*-\s*\d+)?|"
    rf"(?<!\w)từ (?:đủ )?{_NUMBER} [^.;,]{{1,40}}? trở (?:lên|xuống)|"
    r"(?<!\w)(?:đêm|sáng|trưa|chiều) \d{1,2}(?: tháng \d{1,2})?|một trong (?:hai|ba|bốn)"
)


# The number of a row before a name, and one that is part of a name: "12 Xã Bảo Lâm 1".
_OF_NAMES = compiled(r"(?:^| \. )\d{1,3} (?=[⇧][a-zà-ỹđ])|[⇧][a-zà-ỹđ]+ \d{1,2}(?=\s*(?:$|[,;.)]))")


@lru_cache(maxsize=20_000)  # the clauses of a topic are candidates again and again
def find_counts(text: str) -> tuple[tuple[int, int], ...]:
    """Where `text` has a number that counts things, half-open; not those that measure."""
    measures = [match.span() for match in _MEASURES.finditer(fold(text))]
    measures += [match.span() for match in _OF_NAMES.finditer(text)]
    codes = find_values(Kind.CODE, text)
    return tuple(
        (start, end)
        for start, end in find_numbers(text)
        if not any(start < stop and end > begin for begin, stop in (*measures, *codes))
    )


@lru_cache(maxsize=20_000)  # the clauses of a topic are candidates again and again
def find_values(kind: Kind, text: str) -> tuple[tuple[int, int], ...]:
    """Where `text` holds a value of that kind, half-open; none for kinds found by other means."""
    if kind is Kind.PERSON:
        return tuple(match.span() for match in _PERSON.finditer(text))
    if kind is Kind.HOLDER:
        held = [match.span() for match in _HELD.finditer(fold(text))]
        people = [m.span() for m in _PERSON.finditer(text) if not _OFFICE.match(m["name"])]
        return (*people, *(match.span() for match in _in_office().finditer(text)), *held)
    if kind is Kind.COUNT:  # no day, no year and no number of a document
        return find_numbers(text)
    pattern = _PATTERNS.get(kind)
    return tuple(match.span() for match in pattern.finditer(fold(text))) if pattern else ()
