"""What identifies a directive, read from its own head and tail (Decree 30/2020/NĐ-CP, Annex I).

The head is read line by line, not paragraph by paragraph: in a header a wrap means little, and
its two columns arrive in either order. A field that is not printed stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus.casing import respelled
from corpus.clean_text import Paragraph
from corpus.document import ClauseKind, Header
from corpus.grounds import GROUND, adopted, enacted_by, mark_grounds
from corpus.heading import (
    HeadLine,
    head_lines,
    kind_line,
    motto,
    number_code,
    printed_date,
    title_end,
)
from corpus.issuer import begins_body, issuing_bodies, of_its_place
from corpus.marks import is_upper, opens_marker
from corpus.signature import read_tail
from corpus.text import collapse, plain

__all__ = ["HeaderReading", "read_header"]


@dataclass(frozen=True, slots=True)
class HeaderReading:
    """The header, and the kind of every paragraph that is not body, by paragraph number.

    `doubts` says in Vietnamese where printed fields contradict each other.
    """

    header: Header
    kinds: dict[int, ClauseKind]
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Head:
    issuer: list[str] = field(default_factory=list)
    late: bool = False  # the issuer's name follows the number
    number: str | None = None
    numbered: bool = False  # "Số:" stands there, perhaps with nothing behind it
    subject: list[str] = field(default_factory=list)
    place: str | None = None
    issued: date | None = None
    dated: bool = False
    kind: str | None = None
    title: list[str] = field(default_factory=list)
    authority: str | None = None
    end: int = 0  # the first paragraph behind the head


_TYPE_CODES = {
    "QĐ": "Quyết định", "NQ": "Nghị quyết", "CT": "Chỉ thị", "QC": "Quy chế", "QYĐ": "Quy định",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTR": "Chương trình", "KH": "Kế hoạch",
    "PA": "Phương án", "ĐA": "Đề án", "BC": "Báo cáo", "BB": "Biên bản", "TTR": "Tờ trình",
    "CĐ": "Công điện", "GM": "Giấy mời", "NĐ": "Nghị định", "TT": "Thông tư", "KL": "Kết luận",
    "TTLT": "Thông tư liên tịch", "VBHN": "Văn bản hợp nhất",
}  # fmt: skip
"""Type abbreviations of Decree 30/2020/NĐ-CP, Annex III, in capitals."""

_ABOVE = 9  # lines of a web page that may stand between what it says and the motto
_PHRASE = 4  # words: what a stamp says is shorter
_BULLET = re.compile(r"^[-–+•*]\s*")
_TO = re.compile(r"kinh ?gui\b\s*:?")
_WIRE = re.compile(r"^.{4,90}?\s(?:điện|ĐIỆN)\s*:\s*(.*)$", re.DOTALL)
_SUBJECT = re.compile(r"v\s*/\s*v\b|vv\s*:|trich yeu\s*:")
_DETAIL = re.compile(r"^(?:đ/c|địa chỉ|mã số|mst|số đt|điện thoại|email)\b", re.IGNORECASE)
_MARKING = re.compile(
    r"(?:hoa toc|thuong khan|khan|mat|toi mat|tuyet mat|ban goc|du thao)\b.{0,20}$"
)


def read_header(paragraphs: Sequence[Paragraph]) -> HeaderReading:
    """Returns the header of a document laid out as paragraphs; absent fields stay empty."""
    kinds: dict[int, ClauseKind] = {}
    head = _read_head(head_lines(paragraphs), kinds)
    at, addressees = _addressees(paragraphs, head.end, kinds)
    at = mark_grounds(paragraphs, at, kinds)
    tail = read_tail(paragraphs, at)
    kinds |= tail.kinds
    text = "\n".join(p.text for p in paragraphs[at:] if not is_upper(p.text))[:200_000]
    superior, issuer = issuing_bodies(head.issuer, head.authority, text)
    if issuer is None and at < len(paragraphs):
        issuer = enacted_by(paragraphs[at].text)
    place = respelled(head.place, text) if head.place else None
    if issuer and place:
        issuer = of_its_place(issuer, place, head.number, "\n".join(p.text for p in paragraphs))
    kind = _kind(head, addressed=bool(addressees))
    header = Header(
        number=head.number,
        kind=kind,
        title=_joined(head.title or head.subject),
        issuer=issuer,
        superior=superior,
        place=place,
        issued=head.issued if head.dated else adopted(paragraphs[at:]),
        signer=tail.signer,
        addressees=addressees,
        recipients=tail.recipients,
    )
    return HeaderReading(header, kinds, (*_doubts(header), *tail.doubts))


def _read_head(lines: list[HeadLine], kinds: dict[int, ClauseKind]) -> _Head:
    head = _Head()
    at = 0
    last = _last_anchor(lines)
    while at < len(lines):
        taken = _take(lines, at, head)
        if not taken:
            text = lines[at].text
            if at > last:
                break
            if is_upper(text) and not (head.kind or _MARKING.match(plain(text))):
                head.late |= head.numbered and not head.issuer and begins_body(text)
                if head.late or not head.numbered:
                    head.issuer.append(text)
            taken = 1
        for line in lines[at : at + taken]:
            kinds.setdefault(line.paragraph, ClauseKind.HEADER)
        at += taken
    at += _unnamed_title(lines, at, head, kinds)
    head.end = lines[at].paragraph if at < len(lines) else _behind(lines)
    while head.end in kinds:  # the body's first line was laid into a paragraph of the head
        head.end += 1
    return head


def _unnamed_title(
    lines: list[HeadLine], at: int, head: _Head, kinds: dict[int, ClauseKind]
) -> int:
    """Reads the title that stands below the head where neither a kind nor "V/v" is printed above it;
    returns how many lines it took."""
    if not head.number or head.kind or head.subject or at >= len(lines):
        return 0
    subject = _subject_end(lines, at)
    end = subject or _title_end(lines, at, head)
    printed = [line.text for line in lines[at:end] if not _MARKING.match(plain(line.text))]
    head.subject, head.title = (printed, []) if subject else ([], printed)
    for line in lines[at:end]:
        kinds[line.paragraph] = ClauseKind.HEADER
    return max(0, end - at)


def _subject_end(lines: list[HeadLine], at: int) -> int:
    """Where a subject ends that stands between the head and "Kính gửi"; 0 if none does."""
    end = next(
        (n for n in range(at, min(at + 5, len(lines))) if _TO.match(plain(lines[n].text))), 0
    )
    subject = plain(lines[at].text).startswith("ve ")
    return end if subject and all(len(line.text) < 90 for line in lines[at:end]) else 0


def _title_end(lines: list[HeadLine], at: int, head: _Head) -> int:
    """Where a title ends that stands above the grounds, or in capitals above the body; 0 if none does."""
    text = lines[at].whole
    end = next(
        (n for n, line in enumerate(lines[at:], at) if line.paragraph != lines[at].paragraph), at
    )
    capitals = is_upper(text) and not opens_marker(text) and _type_code(head.number) in _TYPE_CODES
    above = capitals or plain(lines[end].whole).startswith("can cu ")
    return end if above and not GROUND.match(plain(text)) and len(text) <= 400 else 0


def _joined(lines: list[str]) -> str | None:
    """The title in one line; a number that was cut at its hyphen is whole again."""
    text = re.sub(r"(\d\S*[-/]) (?=\w)", r"\1", collapse(" ".join(lines)))
    return text.rstrip(" .") or None


def _behind(lines: list[HeadLine]) -> int:
    return lines[-1].paragraph + 1 if lines else 0


def _opens_body(text: str) -> bool:
    key = plain(text)
    return bool(_TO.match(key) or _WIRE.match(text) or key.startswith(("can cu ", "dieu 1")))


def _last_anchor(lines: list[HeadLine]) -> int:
    """The last line that can only stand in a head, or -1: what stands before it is head too."""
    last = -1
    for at, line in enumerate(lines):
        if _opens_body(line.whole) and not (last < 0 and _above_motto(lines, at)):
            break
        if (at < 14 or last >= at - 14) and (
            motto(lines, at) or number_code(lines, at) or printed_date(lines, at)
        ):
            last = at
        if at < 30 and (found := kind_line(lines, at)) and _plausible_kind(lines, at, last):
            return max(last, at + found[1] - 1)
    return last


def _above_motto(lines: list[HeadLine], at: int) -> bool:
    """Whether the head is still to come: what a web page says of a document, above it."""
    return any(motto(lines, n) for n in range(at + 1, at + _ABOVE))


def _plausible_kind(lines: list[HeadLine], at: int, last: int) -> bool:
    """Whether a line that names a kind is the head's: near its top, or close behind an anchor."""
    return at - last <= 10 if last >= 0 else at <= 5 and is_upper(lines[at].text)


def _take(lines: list[HeadLine], at: int, head: _Head) -> int:
    """Reads the field that begins at a line into `head`; returns how many lines it took."""
    if head.kind is None and (taken := motto(lines, at)):
        return taken
    if not head.numbered and (numbered := number_code(lines, at)):
        head.numbered, (head.number, taken) = True, numbered
        return taken
    if not head.dated and (dated := printed_date(lines, at)):
        head.dated, (head.place, head.issued, taken) = True, dated
        return taken
    if head.kind is None and (found := kind_line(lines, at)):
        head.kind, taken, rest = found
        end, authority = title_end(lines, at + taken, begun=bool(rest))
        head.title = [rest] if rest else []
        head.title += [line.text for line in lines[at + taken : end]]
        if authority:
            head.authority = collapse(" ".join(line.text for line in lines[end : end + authority]))
        return end + authority - at
    if head.kind is None and not head.subject:
        key = plain(lines[at].text)
        if _SUBJECT.match(key) or (head.numbered and _below_number(lines, at, key)):
            return _subject(lines, at, head)
    return 0


def _below_number(lines: list[HeadLine], at: int, key: str) -> bool:
    """Whether a line is the subject though "V/v" is not printed: it stands right below the number,
    and begins with "Về" or is a phrase above what the right column prints."""
    if at == 0 or number_code(lines, at - 1) is None:
        return False
    right = any(motto(lines, n) or printed_date(lines, n) for n in range(at + 1, at + 4))
    phrase = right and not is_upper(lines[at].text) and len(key.split()) > _PHRASE
    return key.startswith("ve ") or (phrase and not _MARKING.match(key))


def _subject(lines: list[HeadLine], at: int, head: _Head) -> int:
    """The "V/v …" below a number, down to the next field of the head."""
    end = at + 1
    while end < len(lines) and end - at < 12:
        text = lines[end].text
        if motto(lines, end) or printed_date(lines, end) or text.startswith("Số:"):
            break
        if _opens_body(lines[end].whole) or opens_marker(text) or kind_line(lines, end):
            break
        if GROUND.match(plain(text)) and lines[end].first:
            break
        if lines[end].first and len(text) > 70 and end - at > 1:
            break
        end += 1
    head.subject = [line.text for line in lines[at:end]]
    return end - at


def _kind(head: _Head, *, addressed: bool) -> str | None:
    code = _type_code(head.number)
    if code == "VBHN":  # prints the kind of the text that it consolidates
        return _TYPE_CODES[code]
    if head.kind:
        return head.kind
    # A letter's number names no type, yet "5529/CT-CS" is Cục Thuế's: the subject line decides.
    if head.subject or (head.numbered and addressed and code not in _TYPE_CODES):
        return "Công văn"
    return None if addressed and not head.title else _TYPE_CODES.get(code or "")


def _type_code(number: str | None) -> str | None:
    """The type in a number: "12/2025/QĐ-UBND" → "QĐ", "34-CT/TU" → "CT"; None if there is none."""
    match = re.match(r"\d*(?:/\d{4})?(?:/([^\W\d]+)-|-([^\W\d]+)/)", number or "")
    return (match[1] or match[2]).upper() if match else None


def _doubts(header: Header) -> tuple[str, ...]:
    code = _type_code(header.number)
    expected = _TYPE_CODES.get(code or "")
    if expected and header.kind not in {None, expected, "Công văn", "Luật"}:
        both = f"“{header.number}” là ký hiệu của {expected}, tên loại in là {header.kind}"
        return (f"số ký hiệu và tên loại không khớp: {both}",)
    return ()


def _addressees(
    paragraphs: Sequence[Paragraph], at: int, kinds: dict[int, ClauseKind]
) -> tuple[int, tuple[str, ...]]:
    """(first paragraph behind, addressees) of "Kính gửi: …" or "… điện: …"."""
    if at >= len(paragraphs):
        return at, ()
    text = paragraphs[at].text
    if to := _TO.match(plain(text)):
        inline = text[to.end() :].strip(" :")
    elif wire := _WIRE.match(text):
        inline = wire[1].strip()
    else:
        return at, ()
    items = [inline] if inline else []
    kinds[at] = ClauseKind.ADDRESSEE
    at += 1
    bulleted = False
    while at < len(paragraphs) and len(items) < 80:
        text = paragraphs[at].text
        bullet = _BULLET.match(text) is not None
        # One paragraph without a bullet belongs to "Kính gửi:" when nothing else does.
        if not bullet and (items or bulleted):
            cut = text[:1].islower() or (len(text) < 90 and text.endswith((";", ".")))
            cut = cut and not GROUND.match(plain(text))
            if items[-1].endswith((";", ".")) or not cut:
                break
            items[-1] = f"{items[-1]} {text}"
            kinds[at] = ClauseKind.ADDRESSEE
            at += 1
            continue
        bulleted = bulleted or bullet
        items.append(_BULLET.sub("", text))
        kinds[at] = ClauseKind.ADDRESSEE
        at += 1
    split = [part.strip() for item in items for part in re.split(r";\s*(?:[-–+]\s)?", item)]
    named = [re.sub(r"\s*\((?:đ/c|địa chỉ).*$", "", part, flags=re.IGNORECASE) for part in split]
    cleaned = [_BULLET.sub("", part).rstrip(" ;.,:") for part in named]
    return at, tuple(part for part in cleaned if part and not _DETAIL.match(part))
