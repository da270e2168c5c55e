"""Names printed in capitals, given back the case that officials write them in.

Decree 30/2020/NĐ-CP, Annex II: the first syllable of a body's name is a capital, so is the first
of the field it works in ("Bộ Tài chính", "Sở Giáo dục và Đào tạo"); every syllable of a place
name is; tỉnh, thành phố, xã … before a place are not. Which words name a field cannot be told
from capitals: so the document's own body, which usually names its issuer, is asked first.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from corpus.agencies import default_registry
from corpus.text import collapse, fold, plain

__all__ = ["body_name", "position_name", "respelled"]

_ABBREVIATIONS = (
    (re.compile(r"\bU(?:BND|\.B\.N\.D)\b"), "ỦY BAN NHÂN DÂN"),
    (re.compile(r"\bHĐND\b"), "HỘI ĐỒNG NHÂN DÂN"),
    (re.compile(r"\bTP\.?(?=\s)"), "THÀNH PHỐ"),
)

_PROVINCE = re.compile(r"NHÂN D\wN T\wNH(?=\s)")  # as recognition of scans has it: "TÍNH", "TĨNH"

_PHRASES_WRITTEN = (
    "Đoàn đại biểu Quốc hội|Ủy ban Thường vụ Quốc hội|Văn phòng Quốc hội|Quốc hội|"
    "Ủy ban Mặt trận Tổ quốc Việt Nam|Mặt trận Tổ quốc Việt Nam|Ủy ban nhân dân|Hội đồng nhân dân|"
    "Tòa án nhân dân|Viện kiểm sát nhân dân|Thủ tướng Chính phủ|Văn phòng Chính phủ|"
    "Thanh tra Chính phủ|Chính phủ|Ngân hàng Nhà nước|Kiểm toán nhà nước|Chủ tịch nước|Chủ tịch|"
    "Bộ trưởng|Giám đốc|Cục trưởng|Bộ Chỉ huy Quân sự|Bộ Chỉ huy Bộ đội Biên phòng|"
    "Bộ Tư lệnh|Bộ Văn hóa, Thể thao và Du lịch|Bộ Nông nghiệp và Môi trường|"
    "Bộ Nông nghiệp và Phát triển nông thôn|Bộ Tài nguyên và Môi trường|Bộ Khoa học và Công nghệ|"
    "Bộ Giáo dục và Đào tạo|Bộ Dân tộc và Tôn giáo|Bộ Thông tin và Truyền thông|"
    "Bộ Kế hoạch và Đầu tư|Bộ Lao động - Thương binh và Xã hội|Bộ Giao thông vận tải|"
    "Bộ Công Thương|Bộ Công an|Bộ Ngoại giao|Bộ Nội vụ|Bộ Quốc phòng|Bộ Tài chính|Bộ Tư pháp|"
    "Bộ Xây dựng|Bộ Y tế|Sở Văn hóa, Thể thao và Du lịch|Sở Văn hóa và Thể thao|"
    "Sở Nông nghiệp và Môi trường|Sở Nông nghiệp và Phát triển nông thôn|"
    "Sở Tài nguyên và Môi trường|Sở Khoa học và Công nghệ|Sở Giáo dục và Đào tạo|"
    "Sở Dân tộc và Tôn giáo|Sở Thông tin và Truyền thông|Sở Kế hoạch và Đầu tư|"
    "Sở Lao động - Thương binh và Xã hội|Sở Giao thông vận tải|Sở Công Thương|Sở Ngoại vụ|"
    "Sở Nội vụ|Sở Tài chính|Sở Tư pháp|Sở Xây dựng|Sở Y tế|Sở Du lịch|Công an|Thanh tra|"
    "Cục Thuế|Cục Hải quan|Thuế|Kho bạc Nhà nước|Tổng cục|Chi cục|Cục|"
    "Trung tâm Phục vụ hành chính công|Ban Chỉ đạo|Ban Quản lý|Trung tâm|Văn phòng|Báo|Đài|"
    "Trường|Bệnh viện|Viện|Phòng|Ban|Bảo hiểm xã hội|Ủy ban Dân tộc|Việt Nam"
)
_PHRASE = {fold(phrase): phrase for phrase in _PHRASES_WRITTEN.split("|")}
_STARTS = re.compile(
    "|".join(rf"(?:{re.escape(key)})(?!\w)" for key in sorted(_PHRASE, key=len, reverse=True))
)
_PARTY = re.compile(r"(?<!\w)(Tỉnh|Thành|Huyện|Quận|Thị|Đảng) Ủy(?!\w)")
_PLACE_KIND = re.compile(r"(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?!\w)")
_RANKED = re.compile(r".*(?:tỉnh|thành phố)\s+")
_SYLLABLE = re.compile(r"\w+")
_DIVIDING = re.compile(r"\s(?:và|về|thuộc|của|trực)\s")


def body_name(printed: str, running_text: str = "") -> str:
    """Returns a body's name in proper case, abbreviations of its kind written out.

    `running_text` is the document's body: where it writes the same name in mixed case, that
    spelling is taken.
    """
    return _PARTY.sub(r"\1 ủy", _body_name(printed, running_text))


def _body_name(printed: str, running_text: str) -> str:
    name = collapse(printed).strip(" .,;:-–—*")
    for pattern, full in _ABBREVIATIONS:
        name = pattern.sub(full if name.isupper() else full.capitalize(), name)
    if not name.isupper():
        return _old_placement(name)
    name = _PROVINCE.sub("NHÂN DÂN TỈNH", name)
    by_rule, sure = _by_rule(name)
    if sure:
        return respelled(by_rule, running_text)
    # Capitals with marks are what recognition of scans gets wrong most ("TĨNH QUANG TRỊ"): the
    # same letters, differently marked, in the running text are the better reading.
    exact = _spelled_in(name, running_text, fold)
    return exact or _spelled_in(name, running_text, plain) or by_rule


def respelled(name: str, running_text: str) -> str:
    """Returns a name with its marks as the running text has them, where that never has them as they
    are here: recognition of scans loses marks, of capitals most ("Đà Năng")."""
    if fold(name) in fold(running_text):
        return name
    return _spelled_in(name, running_text, plain) or _as_province(name)


def _as_province(name: str) -> str:
    """A name that is, or ends in, a province whose marks were lost."""
    provinces = [province.name for province in default_registry().provinces]
    ranked = _RANKED.search(name)
    begin = ranked.end() if ranked else 0
    place = name[begin:]
    fitting = [province for province in provinces if plain(province) == plain(place)]
    known = any(fold(province) == fold(place) for province in fitting)
    return name if known or len(fitting) != 1 else name[:begin] + fitting[0]


def _old_placement(name: str) -> str:
    """Tone marks where the registry of agencies has them: "Uỷ ban" → "Ủy ban"."""
    written = unicodedata.normalize("NFC", name)
    pairs = zip(written, fold(written), strict=True)
    return "".join(low.upper() if letter.isupper() else low for letter, low in pairs)


def _spelled_in(name: str, text: str, keyed: Callable[[str], str]) -> str | None:
    """The most frequent mixed-case spelling of the name in the text, compared by `keyed`."""
    key, folded = keyed(name), keyed(text)
    found: Counter[str] = Counter()
    at = folded.find(key)
    while at >= 0:
        spelling = text[at : at + len(key)]
        before, after = text[at - 1 : at], text[at + len(key) : at + len(key) + 1]
        whole = not before.isalnum() and not after.isalnum()
        if whole and spelling[0].isupper() and not spelling.isupper():
            found[spelling] += 1
        at = folded.find(key, at + 1)
    return _old_placement(found.most_common(1)[0][0]) if found else None


def _by_rule(name: str) -> tuple[str, bool]:
    """(the name, whether every word of it is known to be written so)."""
    low = fold(name)
    out: list[str] = []
    sure = True
    at = 0
    while at < len(low):
        if not low[at].isalnum() or (at and low[at - 1].isalnum()):
            out.append(low[at])
            at += 1
        elif place := _PLACE_KIND.match(low, at):
            kind = place[0] if out else place[0].capitalize()
            end = _end_of_place(low, place.end())
            out.append(
                kind + _SYLLABLE.sub(lambda word: word[0].capitalize(), low[place.end() : end])
            )
            at = end
        elif phrase := _STARTS.match(low, at):
            out.append(_PHRASE[phrase[0]])
            at = phrase.end()
        else:
            word = _SYLLABLE.match(low, at)
            sure = False
            end = word.end() if word else at + 1
            out.append(low[at:end] if out else low[at:end].capitalize())
            at = end
    # The one city that is written so itself, within a name too.
    return "".join(out).replace("thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"), sure


def _end_of_place(low: str, start: int) -> int:
    """Where a place name ends: before a conjunction or the next body ("… HÀ NỘI SỞ Y TẾ")."""
    ends = [len(low)]
    if dividing := _DIVIDING.search(low, start):
        ends.append(dividing.start())
    if closing := re.compile(r"[,(]").search(low, start):
        ends.append(closing.start())
    return max(start, min(ends))


_OFFICES_WRITTEN = (
    "Chánh Văn phòng|Chủ tịch|Phó Chủ tịch|Thủ tướng|Phó Thủ tướng|Bộ trưởng|Thứ trưởng|"
    "Chủ nhiệm|Giám đốc|Tổng Giám đốc|Cục trưởng|Tổng cục trưởng|Vụ trưởng|Viện trưởng|"
    "Hiệu trưởng|Trưởng Ban Chỉ đạo|Trưởng ban|Trưởng phòng|Trưởng Thuế tỉnh|Tổng Thư ký|"
    "Tổng Thanh tra|Chánh Thanh tra|Thống đốc|Chánh án|Tư lệnh|Chính ủy|Chỉ huy trưởng|"
    "Tham mưu trưởng|Bí thư|Tổng Bí thư|Thường trực|Trưởng đoàn|Kế toán trưởng|Chi cục trưởng"
)
_OFFICE = {fold(office): office for office in _OFFICES_WRITTEN.split("|")}
_OFFICE_STARTS = re.compile(
    "|".join(rf"(?:{re.escape(key)})(?!\w)" for key in sorted(_OFFICE, key=len, reverse=True))
)


def position_name(printed: str) -> str:
    """Returns an office in proper case: "PHÓ CHÁNH VĂN PHÒNG" → "Phó Chánh Văn phòng"."""
    words = collapse(printed).strip(" .,;:")
    if not words.isupper():
        return words
    low = fold(words)
    deputy = "Phó " if low.startswith("phó ") else ""
    office = _OFFICE_STARTS.match(low, len(deputy))
    if office is None:
        return deputy + _by_rule(words[len(deputy) :])[0]
    rest = words[office.end() :]
    tail = _by_rule(rest)[0] if rest.strip(" ,") else ""
    second = _OFFICE_STARTS.match(fold(rest).lstrip(" ,-–"))
    if second and second.end() == len(rest.lstrip(" ,-–")):
        tail = rest[: len(rest) - len(rest.lstrip(" ,-–"))] + _OFFICE[second[0]]
    elif tail.strip() and not rest.startswith(","):
        tail = f" {tail.strip()}"
    return deputy + _OFFICE[office[0]] + tail
