"""How a paragraph opens: the markers of headings, items and blocks of a directive.

Decree 30/2020/NĐ-CP, Annex I, numbers Phần, Chương, Mục, Điều, khoản "1.", điểm "a)"; practice adds
"A." above capitals, "1.1.", "(1)", "(i)", "-", "+", "*"; the party's bodies number "I-", "1-". What only
looks like a marker ("khoản 2. Điều 5", "12.5 ha", "01.3 tỷ") is for the caller to tell by its surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.document import ClauseKind
from corpus.text import compiled

__all__ = [
    "BULLETS",
    "Marker",
    "is_upper",
    "opens_block",
    "opens_marker",
    "opens_signature",
    "plausible_next_number",
    "read_marker",
]

BULLETS = frozenset([ClauseKind.BULLET, ClauseKind.PLUS, ClauseKind.STAR])
"""Markers that count nothing."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the head of a paragraph: `text[:length]` is the marker with its white space."""

    kind: ClauseKind
    label: str  # as printed, without closing punctuation: "2", "b", "III", "1.1", "-"
    length: int
    ordinal: int | None  # its place in its numbering, from 1; None for bullets


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_LETTERS = "abcdđeghiklmnopqrstuvxy"

_PATTERNS: tuple[tuple[ClauseKind, re.Pattern[str]], ...] = (
    (
        ClauseKind.PART,
        re.compile(
            r"(?:Phần|PHẦN)\s+(?:thứ\s+|THỨ\s+)?([IVXL]+|\d+|[A-ZĐ]|"
            r"(?i:nhất|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười))(?!\w)\s*[.:]?\s*"
        ),
    ),
    (ClauseKind.CHAPTER, re.compile(r"(?:Chương|CHƯƠNG)\s+([IVXL]+|\d+)\b\s*[.:]?\s*")),
    (ClauseKind.SECTION, compiled(r"(?:Mục|MỤC)\s+([IVXL]+|\d+)\b\s*[.:]?\s*(?=[⇧]|$)")),
    (ClauseKind.SECTION, compiled(r"([A-H])\.\s+(?=[⇧]{2})")),
    (ClauseKind.ARTICLE, re.compile(r"(?:Điều|ĐIỀU)\s+(\d+[a-zđ]?)(?:\[\d+\])?\s*(?:[.:]\s*|$)")),
    (ClauseKind.ROMAN, re.compile(r"([IVXL]{1,6})\s*(?:[.)]|/(?!\d|[vV]\b)|[-–](?=\s))\s*(?=\S)")),
    (
        ClauseKind.SUBITEM,
        re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})(?:[.)]\s*|\s+)(?=[^\W\d]|[“\"(\[])"),
    ),
    (
        ClauseKind.ITEM,
        compiled(
            r"((?!(?:19|20)\d\d)\d{1,4})\s?(?:(?:[.)]|/(?=\s))\s*(?=[^\W\d]|[“\"(\[])|(?<=\d)[-–]\s+(?=[⇧]))"
        ),
    ),
    (ClauseKind.POINT, re.compile(r"([a-zđ]{1,2}(?:\.\d{1,2})*)(?:\[\d+\])?\s?\)\s*(?=\S)")),
    (ClauseKind.POINT, re.compile(r"([a-hđ](?:\.\d{1,2})*)\.\s+(?=\S)")),
    (ClauseKind.COUNTED, re.compile(r"\((\d{1,2}|[ivx]{1,5}|[a-hđ])\)\s*(?=\S)")),
    (ClauseKind.BULLET, re.compile(r"([-–—•])\s*(?=[^\W\d_]|\s|\d|[“\"(\[*])")),
    (ClauseKind.PLUS, re.compile(r"([+])\s*(?=\S)")),
    (ClauseKind.STAR, re.compile(r"(\*)\s*(?=\S)")),
)

_BLOCK = compiled(
    r"[⇧][⇧ ]{4,80} (?:điện|ĐIỆN)\s*:|"  # a telegram's addressees
    r"Kính gửi\b|KÍNH GỬI|Nơi nhận\s*:|NƠI NHẬN|Nơi gửi\s*:|Căn cứ\s|Theo đề nghị\s|Xét đề nghị\s|Xét Tờ trình|"
    r"Số\s*:|V/v\b|Về việc\s*:|Phụ lục\b(?! (?:kèm theo|đính kèm)(?!\w))|PHỤ LỤC\b|QUYẾT ĐỊNH\s*:|QUYẾT NGHỊ\s*:|Lưu ý\s*:|Ghi chú\s*:|"
    r"(?:(?:Đơn vị|Cơ quan|Các đơn vị|Các cơ quan)(?: được giao)? (?:chủ trì|phối hợp|thực hiện)|Chủ trì|Phối hợp)(?: thực hiện| chính)?\s*:|"
    r"(?:Thời gian|Thời hạn|Tiến độ)(?: thực hiện| hoàn thành| tổ chức)?\s*:|"
    r"(?:Nội dung|Nhiệm vụ|Hoạt động|Giải pháp|Dự án|Tiểu dự án|Tiêu chí|Phương án) \d{1,2}\s*:|"
    r"(?:CỘNG H[OÒ][AÀ] XÃ HỘI|Độc lập - Tự do)|\[\d+\]|\((?:Kèm theo|kèm theo|Ban hành kèm|ban hành kèm)"
)
_SIGNATURE = compiled(
    r"(?:KT|TM|TL|TUQ|Q)\.\s*(?:[⇧]|$)|PHÓ$|(?:PHÓ |CHỦ TỊCH|CHỦ NHIỆM|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG$|GIÁM ĐỐC|"
    r"CHÁNH |CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN|TỔNG CỤC TRƯỞNG|THỐNG ĐỐC|TỔNG GIÁM ĐỐC|TỔNG THANH TRA)"
)


@lru_cache(maxsize=8192)  # the layout asks about the same line several times
def read_marker(text: str) -> Marker | None:
    """The marker a paragraph opens with, or None. Abbreviations and years are not markers."""
    for kind, pattern in _PATTERNS:
        match = pattern.match(text)
        if match is None:
            continue
        label = match.group(1)
        if kind is ClauseKind.ROMAN and not _roman(label):
            continue
        if kind is ClauseKind.POINT and not _is_point(label):
            continue
        if kind is ClauseKind.SECTION and text.startswith(label) and not is_upper(text):
            continue  # "A. DANH MỤC THỦ TỤC HÀNH CHÍNH", and no initial of a name
        return Marker(kind, label, match.end(), _ordinal(kind, label))
    return None


def _is_point(label: str) -> bool:
    """Whether letters count points: a single one, or doubled ("aa") after the alphabet ran out."""
    letters = label.split(".", maxsplit=1)[0]
    return len(letters) == 1 or len(set(letters)) == 1 or letters in {"dd", "đđ"}


def _ordinal(kind: ClauseKind, label: str) -> int | None:
    if label.isdigit():
        return int(label)
    if kind is ClauseKind.SUBITEM:
        return int(label.rsplit(".", 1)[1])
    if kind is ClauseKind.POINT and len(label) == 1 and label in _LETTERS:
        return _LETTERS.index(label) + 1
    if kind is ClauseKind.ARTICLE:
        return int(re.sub(r"\D", "", label))
    return _roman(label.upper())


def _roman(label: str) -> int | None:
    """The value of a roman numeral, or None when it is not written as one."""
    if not label or any(letter not in _ROMAN for letter in label):
        return None
    values = [_ROMAN[letter] for letter in label]
    total = sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    return total if 0 < total < 90 else None


def opens_marker(text: str) -> bool:
    """Whether a line opens with a marker of any level."""
    return read_marker(text) is not None


def opens_block(text: str) -> bool:
    """Whether a line opens a paragraph of its own, by marker or by formula."""
    return _BLOCK.match(text) is not None or opens_marker(text)


def opens_signature(text: str) -> bool:
    """Whether a line is one of a signature's lines of authority ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")."""
    return _SIGNATURE.match(text) is not None and is_upper(text)


def is_upper(text: str) -> bool:
    """Whether a line is set in capitals (at least two letters, at most one in ten lower case)."""
    if text[:12].islower():
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= 2 and sum(map(str.islower, text)) <= letters // 10


def plausible_next_number(line: str, above: Sequence[str]) -> bool:
    """Whether the number that `line` opens with continues the numbering of the paragraph above."""
    here, before = read_marker(line), read_marker(above[0]) if above else None
    if here is None or here.ordinal is None:
        return False
    if before is not None and before.kind is here.kind and before.ordinal is not None:
        return here.ordinal == before.ordinal + 1
    return here.ordinal == 1
