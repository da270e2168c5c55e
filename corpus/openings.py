"""Whether a name of somebody who can be told to act begins at a place: "Khoa Phụ sản", "Công chứng
viên", "các khoa lâm sàng".

The rules of `actors.py` know the words that names of bodies open with, and no list has them all. Where
they find none, a logistic regression says how likely a name opens there, by its words, the words before
it and what follows it where it likeliest ends (`extents.py`); learned from the same names, and from
places where none begins (eval/fit_names.py).
"""

from __future__ import annotations

import re

from corpus.extents import chances, likeliest
from corpus.learned import TOKEN, chance, weights
from corpus.verbs import opens_order, surely_opens_order

__all__ = ["OPENINGS", "opened", "seen_at"]

OPENINGS = "openings.tsv"
_LIKELY = 0.6  # the chance from which a name is read
_ENDS_SO = 0.35  # the least chance of its end
_STRANGE = -1.0  # the weight of a first word with which hardly a name opens
# Titles and persons are read elsewhere (`actors.py`, `persons.py`); people at large hold no office.
_NO_BODY = re.compile(
    r"(?:do|phó|giám đốc|thủ trưởng|chủ tịch|trưởng(?! (?:thôn|bản|ấp|buôn|xóm|khu))|đồng chí|ông|bà|"
    r"ủy viên|đại diện|(?:các )?đối tượng|hoạt động|trường hợp|người(?! đứng đầu)|người đứng đầu(?! (?:các|cơ|đơn|tổ|doanh|địa|chính|cấp|đảng))|"
    r"mọi|mỗi|khách|nhà nước|nhân dân|học sinh|sinh viên|những người)(?!\w)"
)
# A word that names one body only with a name of its own behind: "Sở | trực tiếp kiểm tra", "Cục loại 1".
_OFFICE = re.compile(
    r"(?:bộ|sở|cục|vụ|ban|phòng|văn phòng|(?:tổng )?công ty|chi nhánh|tập đoàn|ngân hàng|bệnh viện)(?!\w)"
)
# What stands before a name of whoever is told: nothing, a mark, a word of order, a title.
_LEADS = re.compile(
    r"(?:^|[.;:,]\s*|(?<!\w)(?:(?P<gives>giao)(?: cho)?|đề nghị|yêu cầu|(?<!đối )với|cùng|và|chỉ đạo|phối hợp|"
    r"(?:trách nhiệm|nhiệm vụ|quyền hạn) của|giám đốc|trưởng|chủ tịch|người đứng đầu) )$"
)
_SENTENCE = re.compile(r"[.;:]\s*$")
_DIGIT = re.compile(r"\d")


def opened(text: str, folded: str, at: int) -> int | None:
    """The end of the name that begins at `at`, or None if hardly one does."""
    known = weights(OPENINGS)
    first = TOKEN.match(folded, at)
    if first is None or not first.group()[0].isalpha():
        return None
    strange = known.get(f"first {first.group()}", _STRANGE) <= _STRANGE
    if strange or _NO_BODY.match(folded, at) or surely_opens_order(folded, at):
        return None
    lead = _LEADS.search(folded, max(0, at - 20), at)
    if lead is None or (lead["gives"] and not surely_opens_order(folded, lead.start("gives"))):
        return None  # "phương tiện giao | thông" gives nothing
    end, sure = likeliest(chances(text, folded, at))
    if sure < _ENDS_SO or _is_field(text, folded, end):
        return None
    if _OFFICE.match(folded, at) and text[at:end][1:].islower():
        return None
    return end if chance(known, seen_at(text, folded, at, end, sure)) > _LIKELY else None


def _is_field(text: str, folded: str, end: int) -> bool:
    """Whether what ends there only names what stands behind its colon: "Nhà sản xuất: SUHIL"."""
    rest = text[end + 1 :].strip()
    return (
        text[end : end + 1] == ":" and bool(rest) and not opens_order(folded, text.find(rest, end))
    )


def seen_at(text: str, folded: str, at: int, end: int, sure: float) -> list[str]:
    """What is seen where a name may stand at `at:end`, with the chance `sure` of its end."""
    name = TOKEN.findall(folded[at:end])
    then, after = (*TOKEN.findall(folded[end : end + 40])[:2], "$", "$")[:2]
    before = folded[max(0, at - 40) : at].split()
    behind = before[-1] if before else "^"
    verb = end + (text[end : end + 1] == " ")
    order = f"{then != '$' and surely_opens_order(folded, verb):d}{opens_order(folded, verb):d}"
    letters = [text[word.start()].isupper() for word in TOKEN.finditer(folded, at, end)]
    capitals = f"{letters[0]:d}{min(sum(letters[1:]), 2)}"
    place = _place(folded, at, behind)
    first, second, third = (*name, "$", "$")[:3]
    length = min(len(name), 8)
    ends = int(sure * 5)
    over = f"over {end == len(text.rstrip()):d}"
    return [
        f"first {first}",
        f"first {first} {second}",
        f"first {first} {second} {third}",
        f"last {name[-1]}",
        *(f"in {word}" for word in name[1:7]),
        f"then {then}",
        f"then {then} {after}",
        f"order {order}",
        f"capitals {capitals}",
        f"opens {opens_order(folded, at):d}",
        f"behind {behind}",
        f"behind {' '.join(before[-2:]) or '^'}",
        f"behind {behind} order {order}",
        place,
        f"{place} order {order}",
        f"{place} then {then}",
        f"{place} then {then} {after}",
        f"{place} first {first}",
        f"{place} capitals {capitals}",
        f"{place} order {order} capitals {capitals}",
        f"{place} {over}",
        over,
        f"length {length}",
        f"{place} length {length}",
        f"ends {ends}",
        f"ends {ends} order {order}",
        f"first {first} order {order}",
        f"first {first} {second} order {order}",
        f"digit {_DIGIT.search(folded, at, end) is not None:d}",
    ]


def _place(folded: str, at: int, behind: str) -> str:
    if at == 0:
        return "start"
    if _SENTENCE.search(folded, max(0, at - 3), at):
        return "sentence"
    return "comma" if behind.endswith(",") else "within"
