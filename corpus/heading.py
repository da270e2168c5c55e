"""The lines of a head and the fields they can hold: motto, number, date, kind, title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.clean_text import Paragraph
from corpus.marks import is_upper, opens_marker
from corpus.text import collapse, compiled, fold, plain

__all__ = [
    "KINDS",
    "HeadLine",
    "head_lines",
    "kind_line",
    "motto",
    "number_code",
    "printed_date",
    "title_end",
]

KINDS = (
    "Nghị quyết liên tịch", "Thông tư liên tịch", "Văn bản hợp nhất", "Nghị quyết", "Quyết định",
    "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo", "Hướng dẫn", "Chương trình",
    "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng",
    "Công điện", "Bản ghi nhớ", "Bản thỏa thuận", "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu",
    "Giấy nghỉ phép", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công", "Nghị định",
    "Thông tư", "Pháp lệnh", "Bộ luật", "Luật", "Lệnh", "Kết luận", "Công văn", "Quy trình",
)  # fmt: skip
"""Kinds of document: Decree 30/2020/NĐ-CP, article 7, and the Law on Legal Documents."""

_KIND = {plain(kind): kind for kind in KINDS}
_HEAD_PARAGRAPHS = 45
_MOTTOES = (
    "conghoaxahoichunghiavietnam",
    "doclaptudohanhphuc",
    "dangcongsanvietnam",
)
_COLUMNS = compiled(
    r"_{3,}|-{4,}|(?<=\S)\s*(?=C[OÔỘ]NG\s+H[OÒÔ][AÀ]\s+X[AÃ]\s+H[OÔỘ]I)|"
    r"(?<=[⇧])(?=Độc lập\s*[-–])|"
    r"(?<=\S)\s+(?=Độc [lL]ập\s*[-–]\s*Tự)|(?<=\S)\s+(?=Số\s*:\s*\d*\s*/)|"
    r"(?<=[A-ZĐ])\s+(?=(?:[A-ZĐ][a-zà-ỹ]+[\s-]){1,4}?[A-ZĐ]?[a-zà-ỹ]*,\s*ngày\b)"
)
_NUMBER = re.compile(r"(?:luat\s+|nghi quyet\s+|phap lenh\s+)?so\s*(?:[:.]|(?=\s*[\d/]))\s*")
_CODE = re.compile(r"^\d[\dA-Za-z]{0,7}(?:/\d{4})?[/-][^\s,;]*[A-ZĐ][^\s,;]*$")
_CODE_AHEAD = re.compile(
    r"^\d[\dA-Za-z]{0,7}(?:/\d{4})?[/-](?!\d)[^\s,;]*[A-ZĐ][^\s,;]*(?=\s|[,;]|$)"
)
# An item of a party's document, and no number: "2- Hội Nông dân xã".
_ITEM = compiled(r"\d{1,3}[-–]\s+[⇧]\w*\s+\w")
_BLANK_CODE = re.compile(r"^[\s.…_*]*(?:/\d{4})?[/-][A-ZĐ][\w-]*$")
_DATE = re.compile(
    r"^(?P<place>[^\d,;:/]{2,40}),?\s*ngày\s*(?P<day>\d{1,2})?[\s.…_*]*"
    r"tháng\s*(?P<month>\d{1,2})?[\s.…_*]*năm\s*(?P<year>\d{4})?[\s.…_*]*$",
    re.IGNORECASE,
)
_PLACE = compiled(r"(?:[⇧][a-zđà-ỹ]+(?: ?- ?| )?|phố )+\.?$|TP\.? ?.*$")
_SHORT_DATE = re.compile(
    r"^(?P<place>[^\d,;:/]{2,40}),\s*(?:ngày\s*)?(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})$"
)
_AUTHORITY = re.compile(  # without tone marks, which recognition gets wrong on capitals
    r"(?:thu tuong(?: chinh phu)?|chinh phu|"
    r"(?:quoc hoi|uy ban thuong vu quoc hoi|chu tich)(?: nuoc(?: cong hoa xa hoi chu nghia viet nam)?)?|"
    r"(?:bo truong|chu nhiem|uy ban nhan dan|hoi dong nhan dan|chu tich|giam doc|tong giam doc|"
    r"(?:tong )?cuc truong|chi cuc truong|chanh van phong|chanh thanh tra|thong doc|"
    r"tong thanh tra|vien truong|truong ban|ban thuong vu|ban chi dao)\b.*)$"
)
_DANGLING = re.compile(
    r"(?:,|\b(?:cua|va|do|boi|tai|cho|thuoc|voi|theo|giua|truc thuoc|chu tich|pho|giam doc|"
    r"bo truong|quyen|muc|tham quyen|ve|cap|uy|hoi dong|van phong|duoc|tren|dia ban))$"
)
_GROUND = re.compile(
    r"can cu\b|theo de nghi|xet |thuc hien |tren co so |ngay \d|de |trong |thoi gian"
)
_CARRIED_OUT = re.compile(r"\([Tt]hực hiện (?:điểm|khoản|Điều) [^()]{5,120}\)")
_TO = re.compile(r"kinh ?gui\b|.{4,90}?\sdien\s*:")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head; `first` when it opens its paragraph, of which `whole` is the rest."""

    text: str
    paragraph: int
    first: bool
    whole: str


def head_lines(paragraphs: Sequence[Paragraph]) -> list[HeadLine]:
    """Returns the lines of the first paragraphs; columns printed side by side are taken apart."""
    lines: list[HeadLine] = []
    for at, paragraph in enumerate(paragraphs[:_HEAD_PARAGRAPHS]):
        if paragraph.note is not None:
            continue
        first = True
        for line in paragraph.lines or (paragraph.text,):
            for piece in _COLUMNS.split(line):
                if text := collapse(piece).strip("_— "):
                    lines.append(HeadLine(text, at, first, paragraph.text if first else text))
                    first = False
    return lines


def motto(lines: Sequence[HeadLine], at: int) -> int:
    """How many lines, from `at` on, print the national motto or its second line; 0 if none do."""
    letters = ""
    for taken in range(1, 5):
        if at + taken > len(lines):
            return 0
        letters += "".join(c for c in plain(lines[at + taken - 1].text) if c.isalpha())
        if any(letters == words for words in _MOTTOES):
            return taken
        if not letters or not any(words.startswith(letters) for words in _MOTTOES):
            return 0
    return 0


def number_code(lines: Sequence[HeadLine], at: int) -> tuple[str | None, int] | None:
    """(number or None where it is left blank, lines taken), or None if no number stands here."""
    text = lines[at].text
    opening = _NUMBER.match(plain(text))
    if opening is None and _ITEM.match(text):
        return None
    if opening is None:
        return (text.replace(" ", ""), 1) if _CODE.match(text.replace(" ", "")) else None
    taken = 1
    behind = re.sub(r"\s*([/-])\s*", r"\1", _hyphened(text[opening.end() :]).strip())
    if printed := _CODE_AHEAD.match(behind):
        mentioned = not opening[0].startswith("so") and printed.end() < len(behind)
        return None if mentioned else (printed[0].rstrip(".,;"), taken)
    code = behind.replace(" ", "")
    if _CODE.match(code) and not code.endswith(("/", "-")):  # "3414 TCHQ/GSQL"
        return code, taken
    while taken < 3 and at + taken < len(lines):
        if code and not code.endswith(("/", "-")) and _BLANK_CODE.match(code):
            break
        below = lines[at + taken].text.replace(" ", "")
        if not re.match(r"^[\dA-ZĐ/-][\w/-]*$", below):
            break
        code, taken = code + below, taken + 1
        if _CODE.match(code):
            return code, taken
    return (None, taken) if not code or _BLANK_CODE.match(code) else None


def _hyphened(text: str) -> str:
    """A number in which a dash was typed for the hyphen: "12/KH – UBND"."""
    return re.sub(r"(?<=[A-ZĐ])\s*–\s*(?=[A-ZĐ]{2})", "-", text)


def printed_date(lines: Sequence[HeadLine], at: int) -> tuple[str | None, date | None, int] | None:
    """(place, date or None where it is left blank, lines taken), or None if none stands here."""
    for taken in range(1, 5):
        if at + taken > len(lines):
            return None
        block = lines[at : at + taken]
        joined = collapse(" ".join(line.text for line in block))
        if len({line.paragraph for line in block}) > 1 and "ngày" not in block[0].text:
            return None  # only a date itself is looked for across a blank line, not its place
        match = _DATE.match(joined) or _SHORT_DATE.match(joined)
        if match is None:
            continue
        if taken < 4 and match["year"] is None and at + taken < len(lines):
            below = lines[at + taken].text
            if re.match(r"^\d{4}$", below) or (match["day"] and re.match(r"^\d", below)):
                continue  # the year stands on the next line
        place = _PLACE.search(match["place"].strip(" ,."))
        if place is None or len(place[0].split()) > 6:
            return None
        return place[0], _day(match["year"], match["month"], match["day"]), taken
    return None


def _day(year: str | None, month: str | None, day: str | None) -> date | None:
    try:
        return date(int(year or 0), int(month or 0), int(day or 0))
    except ValueError:
        return None


def kind_line(lines: Sequence[HeadLine], at: int) -> tuple[str, int, str] | None:
    """(kind, lines taken, the rest of the line: a title on the same line), or None."""
    text = lines[at].text
    if not is_upper(text.split(" V", 1)[0]):
        return None
    joined = ""
    for taken in range(1, 5):
        if at + taken > len(lines) or not is_upper(lines[at + taken - 1].text):
            break
        joined = collapse(f"{joined} {lines[at + taken - 1].text}")
        if kind := _KIND.get(plain(joined).strip(" :.")):
            return kind, taken, ""
    for key, kind in _KIND.items():
        rest = text[len(key) :]
        if plain(text).startswith(f"{key} ") and re.match(r"\s+(?:[Vv]ề|VỀ|[Vv]/[Vv]|V/V)\b", rest):
            return kind, 1, rest.strip()
    return None


def title_end(lines: Sequence[HeadLine], at: int, *, begun: bool) -> tuple[int, int]:
    """(first line behind the title, how many lines there name who issues it).

    In capitals the title runs to the first line that is not; otherwise it is one paragraph.
    """
    first = lines[at : at + 2]
    if len(first) == 2 and len(first[0].text) == 1:  # "Ý" / "KIẾN CHỈ ĐẠO …"
        first = first[1:]
    capitals = bool(first) and is_upper(first[0].text) and not begun
    end = at
    while end < len(lines) and not (_TO.match(plain(lines[end].whole)) or printed_date(lines, end)):
        if capitals and not _in_capitals(lines, end):
            break
        if not capitals and not _in_small_title(lines, at, end, begun=begun):
            break
        end += 1
    if not capitals:
        end = _up_to_grounds(lines, at, end)
        return end, _authority_below(lines, end)
    named = _authority_above(lines, at, end)
    return end - named, named


def _up_to_grounds(lines: Sequence[HeadLine], start: int, end: int) -> int:
    """Where a small title ends that was set with blank lines between its own: above the grounds."""
    grounds = (
        n for n in range(end, min(end + 4, len(lines))) if lines[n].text.startswith("Căn cứ ")
    )
    behind = next(grounds, end)
    wrapped = end > start and all(
        len(line.text) < 100 and line.text[-1:] not in ".;:,)" and not is_upper(line.text)
        for line in lines[end:behind]
    )
    return behind if wrapped else end


def _authority_above(lines: Sequence[HeadLine], at: int, end: int) -> int:
    """How many of the last lines of a title in capitals name the issuer, set as it is."""
    for taken in (1, 2, 3, 4):
        begins = end - taken
        if begins <= at:
            break
        words = plain(collapse(" ".join(line.text for line in lines[begins:end])))
        if _AUTHORITY.match(words) and not _DANGLING.search(plain(lines[begins - 1].text)):
            return taken
    return 0


def _in_capitals(lines: Sequence[HeadLine], at: int) -> bool:
    """Whether a line belongs to a title set in capitals."""
    text = lines[at].text
    if not any(character.isalpha() for character in text):
        return len(text) < 15  # "3/2026", wrapped
    if len(text) == 1:
        return text.isupper()
    if is_upper(text):
        return text.startswith("V/V") or not (opens_marker(text) or text.startswith("Số:"))
    # "(kèm theo …)" within it need not be, nor what a resolution carries out, behind it.
    if _CARRIED_OUT.fullmatch(lines[at].whole):
        return True
    return len(text) < 40 and not lines[at].first and text[:1] in '("“' and text.endswith(")")


def _in_small_title(lines: Sequence[HeadLine], start: int, at: int, *, begun: bool) -> bool:
    line = lines[at]
    if is_upper(line.text):
        return False
    if at == start and not begun:
        whole = [other for other in lines[at:] if other.paragraph == line.paragraph]
        words = " ".join(other.text for other in whole)
        return (
            len(words) < 500
            and not words.endswith((";", ":", "./."))
            and not _GROUND.match(plain(words))
            and not opens_marker(words)
        )
    if not line.first:
        return True
    above = lines[at - 1].text if at > start else ""
    cut = _DANGLING.search(plain(above)) is not None or fold(above).endswith((" từ", " đến"))
    enclosed = line.text[:1] + line.text[-1:]
    return cut or line.text[:1].islower() or enclosed in {"()", "“”"}


def _authority_below(lines: Sequence[HeadLine], at: int) -> int:
    """How many lines in capitals at `at` name the issuer, as they do behind a small title."""
    for taken in (3, 2, 1):
        if at + taken > len(lines) or not all(is_upper(x.text) for x in lines[at : at + taken]):
            continue
        if _AUTHORITY.match(plain(collapse(" ".join(x.text for x in lines[at : at + taken])))):
            return taken
    return 0
