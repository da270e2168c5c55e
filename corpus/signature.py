"""The tail of a directive: who it goes to (Nơi nhận) and who signed it.

Decree 30/2020/NĐ-CP, Annex I, points 7 and 9: the signature block is the capacity ("TM.", "KT.",
"TL.", "TUQ."), the office, and the name; it stands at the end of the directive, but before its
annexes, and beside the recipients, so either may be read first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.casing import position_name
from corpus.clean_text import Paragraph
from corpus.covered import covered_capacity, deputy, uncover
from corpus.document import ClauseKind, Signer
from corpus.marks import is_upper
from corpus.text import collapse, compiled, plain

__all__ = ["SURNAMES", "Tail", "read_tail"]


@dataclass(slots=True)
class Tail:
    """What stands behind the body. `kinds` is by paragraph number."""

    signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    kinds: dict[int, ClauseKind] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    paragraph: int


_CAPACITY = re.compile(r"(?:T/?M|K/?T|T/?L|TUQ|Q|QUYỀN)\s*[.:]?\s+\S|(?:TM|KT|TL|TUQ)\.")
_OFFICE = re.compile(
    r"(?:pho )?(?:chu tich|thu tuong|bo truong|thu truong|chu nhiem|giam doc|tong giam doc|"
    r"chanh (?:van phong|thanh tra|an)|(?:tong )?cuc truong|chi cuc truong|vu truong|vien truong|"
    r"hieu truong|truong (?:ban|phong|thue|doan|tieu ban|khoa)|tong (?:thu ky|thanh tra|bien tap)|"
    r"thong doc|tu lenh|chinh uy|chi huy truong|tham muu truong|(?:tong )?bi thu|cuc|doi truong|"
    r"thu truong don vi|quyen)\b"
)
_INSIDE = compiled(
    r"(?<=[;:.,)\w])\s+(?=(?:TM|KT|TL|TUQ)\. ?[⇧]{2})|"
    r"(?<=[).;])(?=(?:(?:TM|KT|TL|TUQ)\. ?[⇧]{2}|(?:CHỦ TỊCH|GIÁM ĐỐC|THỦ TƯỚNG)$))|"
    r"(?<=[⇧][⇧])(?=[⇧](?![⇧])[a-zđà-ỹ]+(?: [⇧][a-zđà-ỹ]+){1,4}$)|"  # "CHÁNH VĂN PHÒNGNguyễn Văn A"
    r"(?<=[⇧])(?=(?:KT\. |CHỦ TỊCH$|PHÓ CHỦ TỊCH$|PHÓ THỦ TƯỚNG\W))(?<! )|(?=\(Đã ký\))|(?<=\(Đã ký\))"
)
_RECIPIENTS = re.compile(r"noi (?:nhan|gui)\s*:?")
_FILED = re.compile(r"\bLưu\s*:?\s*(?:VT|VP|HC|Văn thư|[A-ZĐ]{2})")
_ANNEX = re.compile(r"(?:PHỤ LỤC|BIỂU MẪU|MẪU SỐ|DANH MỤC|DANH SÁCH|QUY CHẾ|QUY ĐỊNH|KẾ HOẠCH)\b")
_RANK = re.compile(
    r"^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|Chuẩn đô đốc|Phó đô đốc|Đô đốc|"
    r"(?:GS|PGS|TS|ThS|Ths|BS|BSCKII?|KS|CN)\.?(?=[ .])|Bác sĩ|Tiến sĩ|Thạc sĩ)[\s.]*"
)
_NAME_WORD = compiled(r"^[⇧][a-zđà-ỹ]*(?:['’][⇧]?[a-zđà-ỹ]*)?$|^[⇧]{2,}$")
_STAMP = re.compile(r"(?:nguoi ky|ky boi|ngay ky|thoi gian ky|co quan|email|\(|da ky)")
_CERTIFIED = "xac thuc van ban hop nhat"  # above the signature of a consolidated text
_CUT_SHORT = frozenset(
    ("KT.", "TM.", "TL.", "TUQ.", "PHÓ", "QUYỀN", "THỨ", "CHÁNH", "GIÁM", "CHỦ", "CỤC", "THỦ", "BỘ")
)
_DASH = re.compile(r"^[-–—+•*]\s*")
_SURNAMES_WRITTEN = (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh mai tô lâm "
    "trương trịnh tống cù mạnh vương phùng tạ thái hà cao chu châu la lương lưu nông quách tăng "
    "triệu kiều đoàn đàm thạch hứa từ tôn quản quàng lò lường giàng sùng vừ vàng hờ cầm điêu bế "
    "ma hầu lù thào cư vi nghiêm khổng khúc doãn ninh ông mã liêu lục lều tiêu ung văn viên xa y "
    "a rơ k siu ksor rcom thân mẫn trà tào tất thi thiều trang giang kim sơn danh"
)
SURNAMES = frozenset(_SURNAMES_WRITTEN.split())
"""Surnames of the country's peoples, in lower case."""


def read_tail(paragraphs: Sequence[Paragraph], start: int) -> Tail:
    """Returns signer and recipients found from paragraph `start` on; what is absent stays empty.

    The first complete block counts: later ones belong to annexes and to forms.
    """
    lines = _lines(paragraphs, start)
    to = next((at for at, line in enumerate(lines) if _RECIPIENTS.match(plain(line.text))), None)
    block = _find_block(lines, to)
    tail = Tail()
    if block is None and to is not None and (found := _uncovered(paragraphs, lines, to)):
        block = found[:3]
        tail.doubts = (found[3],)
    if block is not None:
        first, last, signer = block
        first, tail.signer, covered = _with_covered(lines, first, signer)
        block = (first, last, signer)
        printed = [line.text for line in lines[first : last + 1]]
        covered += zip(printed, _written_out(printed), strict=True)
        tail.doubts += tuple(_doubt(read, meant) for read, meant in covered if read != meant)
        for line in lines[first : last + 1]:
            tail.kinds[line.paragraph] = ClauseKind.SIGNATURE
    if to is None:
        to = _unnamed_recipients(lines, block[0] if block else len(lines))
    if to is not None:
        end = block[0] if block and block[0] > to else _end_of_list(lines, to)
        listed = lines[to:end]
        if block and end == block[0]:
            listed += _behind_signature(lines, block[1] + 1, listed)
        tail.recipients = _items(listed)
        for line in listed:
            tail.kinds.setdefault(line.paragraph, ClauseKind.RECIPIENT)
    return tail


def _lines(paragraphs: Sequence[Paragraph], start: int) -> list[_Line]:
    return [
        _Line(piece.strip(), at)
        for at in range(start, len(paragraphs))
        if paragraphs[at].note is None
        for line in _printed(paragraphs[at])
        for piece in _INSIDE.split(line)
        if piece.strip()
    ]


def _printed(paragraph: Paragraph) -> tuple[str, ...]:
    """The lines of a paragraph; a short one is what it says, wherever it was wrapped."""
    whole = paragraph.text
    return (whole,) if len(whole) < 15 or not paragraph.lines else paragraph.lines


def _find_block(lines: list[_Line], to: int | None) -> tuple[int, int, Signer] | None:
    """The signature block as (first line, last line, signer)."""
    if to is not None and (block := _near_recipients(lines, to)):
        return block
    # Far before the recipients where what was issued with it stands between, or without any.
    for at in range(len(lines) if to is None else to):
        if _is_capacity(lines[at].text) and (block := _block_at(lines, at)):
            return block
    return _at_the_end(lines) if to is None else None


def _near_recipients(lines: list[_Line], to: int) -> tuple[int, int, Signer] | None:
    """The block behind the recipients or, where the right column was read first, shortly before."""
    for at in (*range(to + 1, min(to + 90, len(lines))), *range(max(0, to - 12), to)):
        if at > to and _ANNEX.match(lines[at].text) and is_upper(lines[at].text):
            continue
        if block := _block_at(lines, at):
            return block
    return None


def _at_the_end(lines: list[_Line]) -> tuple[int, int, Signer] | None:
    """The block with which the lines end, or the name alone."""
    for at in range(max(0, len(lines) - 12), len(lines)):
        if block := _block_at(lines, at):
            return block
    if lines and (name := _name(lines[-1].text)) and _has_surname(name):
        return len(lines) - 1, len(lines) - 1, Signer(name, None)
    return None


def _uncovered(
    paragraphs: Sequence[Paragraph], lines: Sequence[_Line], to: int
) -> tuple[int, int, Signer, str] | None:
    """A block that a stamp half covers, as (first line, last line, signer, doubt)."""
    begin, end = max(0, to - 12), min(to + 60, len(lines))
    body = "\n".join(paragraph.text for paragraph in paragraphs)
    found = uncover([line.text for line in lines[begin:end]], SURNAMES, body)
    if found is None:
        return None
    signer = Signer(found.name, found.position)
    return begin + found.first, begin + found.last, signer, _doubt(found.read, found.name)


def _doubt(read: str, meant: str) -> str:
    seen = f"chữ ký bị dấu che: đọc được “{read}”, hiểu là “{meant}”"
    return f"{seen}, hãy đối chiếu bản gốc"


def _with_covered(
    lines: Sequence[_Line], first: int, signer: Signer
) -> tuple[int, Signer, list[tuple[str, str]]]:
    """A block with the lines above it that a stamp half covers: its first line, its signer, and of
    each line what was read and what is meant."""
    capacities = [signer.authority] if signer.authority else []
    covered: list[tuple[str, str]] = []
    while first > 0 and (read := lines[first - 1].text).startswith("…") and is_upper(read):
        first -= 1
        if capacity := covered_capacity(read, signer.position):
            capacities.insert(0, capacity)
            covered.insert(0, (read, capacity))
    return first, replace(signer, authority="; ".join(capacities) or None), covered


def _written_out(printed: Sequence[str]) -> list[str]:
    """The lines of a block, those that can only be what is left of a deputy's office, or of whom he
    signs for, written out."""
    found: list[str] = []
    for text in printed:
        found.append((deputy(found[-1], text) if found else None) or text)
    office = found[-1]
    return [
        (covered_capacity(text, office) if text.startswith("…") else None) or text
        for text in found[:-1]
    ] + [office]


def _is_capacity(text: str) -> bool:
    return is_upper(text) and _CAPACITY.match(text) is not None


def _opens(text: str) -> bool:
    return is_upper(text) and (_is_capacity(text) or _OFFICE.match(plain(text)) is not None)


def _block_at(lines: list[_Line], at: int) -> tuple[int, int, Signer] | None:
    """The block whose first line is `at`: capacities, office, name, and nothing else between."""
    first = lines[at].text
    if first in _CUT_SHORT and at + 1 < len(lines):
        first = f"{first} {lines[at + 1].text}"
    if not _opens(first) or len(first) > 120:
        return None
    printed: list[str] = []
    end = at
    while end < len(lines) and len(printed) < 9:
        text = lines[end].text
        if is_upper(text) and not (printed and _opens(printed[-1]) and _in_capitals(lines, end)):
            printed.append(text)
        elif not _STAMP.match(plain(text)):
            break
        end += 1
    if not printed or end >= len(lines):
        return None
    name, last = _name_at(lines, end)
    if name is None:
        return None
    above = ""
    while at > 0 and _CERTIFIED.endswith(above := f"{plain(lines[at - 1].text)} {above}".strip()):
        at -= 1
    return at, last, _signer(name, printed)


def _in_capitals(lines: list[_Line], at: int) -> bool:
    """Whether a line is a name in capitals, and not the rest of a wrapped office ("LÝ VỀ HQ")."""
    words = lines[at].text.split()
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    ends = not is_upper(below) or _ANNEX.match(below) is not None
    return ends and 2 <= len(words) <= 5 and _has_surname(lines[at].text) and len(words[-1]) > 1


def _name_at(lines: list[_Line], at: int) -> tuple[str | None, int]:
    """The name that begins at a line, and its last line: a name can be wrapped like any text."""
    text, last = lines[at].text, at
    while last + 1 < len(lines):
        below = lines[last + 1]
        wrapped = below.paragraph == lines[at].paragraph or len(_RANK.sub("", text).split()) < 2
        if not wrapped or is_upper(below.text) or _name(f"{text} {below.text}") is None:
            break
        text, last = f"{text} {below.text}", last + 1
    return _name(text), last


def _name(text: str) -> str | None:
    """The personal name a line consists of, without rank or degree; None if it is no name."""
    bare = collapse(_RANK.sub("", collapse(text).strip(" .,*_")))
    words = bare.split()
    if not 2 <= len(words) <= 6 or not all(_NAME_WORD.match(word) for word in words):
        return None
    letters = [word.strip("'’") for word in words]  # "K’ Brăng Lợi", of the Cơ Ho
    if any(len(word) > 1 and word.isupper() for word in letters) and not is_upper(bare):
        return None  # a stroke of the pen beside it
    if is_upper(bare):
        return " ".join(word.capitalize() for word in words) if _has_surname(bare) else None
    return bare


def _has_surname(name: str) -> bool:
    return re.split(r"[\s'’]", name, maxsplit=1)[0].lower() in SURNAMES


def _signer(name: str, printed: list[str]) -> Signer:
    units: list[str] = []
    for text in _written_out(printed):
        unfinished = bool(units) and (units[-1].endswith((".", ",")) or units[-1] in _CUT_SHORT)
        own = _opens(text) or text in {"PHÓ", "QUYỀN"} or text.startswith("…")
        if units and (unfinished or not own):
            units[-1] = collapse(f"{units[-1]} {text}")
        else:
            units.append(text)
    capacities = [re.sub(r"^(TM|KT|TL|TUQ)\.(?=\S)", r"\1. ", u) for u in units if _is_capacity(u)]
    offices = [unit for unit in units if not _is_capacity(unit) and _opens(unit)]
    # Of a block that a stamp half covers, the office is the last line, and only if it is whole.
    covered = any("…" in unit for unit in units)
    if covered and (not offices or offices[-1] != units[-1] or "…" in units[-1]):
        offices = []
    legible = [capacity for capacity in capacities if "…" not in capacity]
    return Signer(
        name=name,
        position=position_name(offices[-1]) if offices else None,
        authority="; ".join(legible) or None,
    )


def _unnamed_recipients(lines: list[_Line], end: int) -> int | None:
    """The first line of a list of recipients whose words "Nơi nhận" were lost, or None."""
    for at in range(end - 1, max(-1, end - 40), -1):
        if _FILED.search(lines[at].text) and _DASH.match(lines[at].text):
            first = at
            while (
                first > 0
                and _DASH.match(lines[first - 1].text)
                and len(lines[first - 1].text) < 120
            ):
                first -= 1
            return first
    return None


def _end_of_list(lines: list[_Line], start: int) -> int:
    """Where a list of recipients ends that no signature follows: behind the file copy (Lưu)."""
    for at in range(start, min(start + 60, len(lines))):
        if _FILED.search(lines[at].text):
            return at + 1
    at = start + 1
    while at < len(lines) and _DASH.match(lines[at].text):
        at += 1
    return at


def _behind_signature(lines: list[_Line], at: int, listed: list[_Line]) -> list[_Line]:
    """What is left of a list of recipients longer than its page: it ends in the file copy (Lưu)."""
    if any(_FILED.search(line.text) for line in listed):
        return []
    for end in range(at, min(at + 60, len(lines))):
        if is_upper(lines[end].text) or (end == at + 1 and not _DASH.match(lines[end].text)):
            break
        if _FILED.search(lines[end].text):
            return lines[at : end + 1]
    return []


def _items(lines: list[_Line]) -> tuple[str, ...]:
    items: list[str] = []
    finished = True
    dashes = 0
    for line in lines:
        named = _RECIPIENTS.match(plain(line.text))
        text = collapse(line.text[named.end() :] if named else line.text)
        for number, part in enumerate(re.split(r";\s+(?=[-–+])", text)):
            words = _DASH.sub("", part).strip()
            dashed = number > 0 or _DASH.match(part) is not None or part in {"-", "+"}
            if not words:
                finished = finished or dashed
                continue
            dashes += dashed
            goes_on = dashes > 1 and not _FILED.match(words)  # below its own dash
            if items and not dashed and (not finished or goes_on):
                items[-1] = f"{items[-1]} {words}"
            else:
                items.append(words)
            finished = (words.endswith((";", ".")) and not words.endswith("TP.")) or number > 0
    return tuple(item.rstrip(" ;.,") for item in items if item.rstrip(" ;.,"))
