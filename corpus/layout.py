"""From the lines of a page back to the paragraphs that were written.

Directives arrive hard-wrapped, double-spaced, with page numbers, running heads and footnotes
between the two halves of a sentence. `clean` removes what belongs to the page, joins what belongs
to one paragraph and lifts the footnotes out, and remembers where every stretch of text came from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.document import SourceLine
from corpus.marks import (
    is_upper,
    opens_block,
    opens_marker,
    opens_signature,
    plausible_next_number,
)
from corpus.text import written

__all__ = ["CleanText", "FootNote", "Paragraph", "clean"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One repaired paragraph: one line of `CleanText.text`, `text[start:end]`.

    `origins` maps it back: (offset into the clean text, page, source line), in order.
    `lines` are the source lines it was joined from, for readers of the header.
    """

    text: str
    start: int
    end: int
    page: int
    line: int
    lines: tuple[str, ...] = ()
    origins: tuple[tuple[int, int, int], ...] = ()
    note: str | None = None  # the mark, when the paragraph is a footnote


@dataclass(frozen=True, slots=True)
class FootNote:
    """A footnote lifted out of the running text. `paragraph` is its place in the paragraphs;
    `anchor` the offset just behind its mark in the running text, or None if no mark was found."""

    mark: str
    paragraph: int
    anchor: int | None


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text that is shown and quoted: the paragraphs, one a line, footnotes last."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[FootNote, ...] = ()


@dataclass(slots=True)
class _Line:
    """A line while it is being repaired; `gap` says how many blank lines stood before it."""

    text: str
    page: int
    number: int
    gap: int
    indent: int
    page_top: bool = False
    after_note: bool = False  # a footnote stood between this line and the one before


_RULE = re.compile(r"[\s\-–—_=*~.]*$")
_EMPHASIS = re.compile(r"\*\*|~~|(?<!\w)__|__(?!\w)")
_STAR_ITEM = re.compile(r"^\s*(?:\*\*|\*)\s+(?=\S)")
_SUBSCRIPT = re.compile(r"_\{([^}]*)\}")
_HEADING_MARK = re.compile(r"^\s*#{1,6}\s+")
_PAGE_NUMBER = re.compile(r"^(?:trang\s+)?[-–]?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–]?$", re.IGNORECASE)
_TERMINAL = re.compile(r"[.;:!?…]\W{0,3}(?:\[\d+\]|\d{1,2}|[¹²³⁴-⁹]+)?\W{0,2}$")
_NOTE_BRACKET = re.compile(r"^\[(\d{1,3})\](?!\()\s*")
_NOTE_RAISED = re.compile(r"^([¹²³⁰⁴-⁹]+)\s*(?=\S)")
_NOTE_PLAIN = re.compile(r"^(\d{1,2})\s+(?=[A-ZĐÀ-Ỹ(“\"])")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MOTTO = re.compile(r"^(.*?\S)\s{2,}((?:CỘNG H[OÒ]|CỘNG HOÀ|CONG HOA|Độc lập\s*[-–]).*)$")
_PLACE_DATE = re.compile(r"^((?:Số|V/v).*?\S)\s{3,}(\S.*?,?\s*ngày\b.*)$")
_RECIPIENT_COLUMN = re.compile(r"^(Nơi nhận\s*:)\s+(\S.*)$")
_CUT_MARKERS = frozenset(
    ["-", "+", "*", "•", "Điều", "Chương", "Mục", "Phần", "PHẦN", "CHƯƠNG", "MỤC", "Phụ lục", "PHỤ LỤC"]
)
_BARE = re.compile(r"(?:Điều \d+[a-zđ]?|\d{1,3}(?:\.\d{1,2})*|[a-zđ]|[IVXL]+)\s*[.)](?:\s*\[\d+\])?")
_KIND_LINE = re.compile(
    r"(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|CÔNG ĐIỆN|THÔNG BÁO|KẾ HOẠCH|THÔNG TƯ|NGHỊ ĐỊNH|HƯỚNG DẪN|BÁO CÁO|"
    r"TỜ TRÌNH|QUY CHẾ|QUY ĐỊNH|PHƯƠNG ÁN|CHƯƠNG TRÌNH|ĐỀ ÁN|KẾT LUẬN|THÔNG CÁO|VĂN BẢN HỢP NHẤT|PHỤ LỤC(?: [IVX\d]+)?)"
)
# Words after which neither a heading nor a paragraph can end: the wrap cut a phrase in two.
_DANGLING = re.compile(
    r"(?:^|\s)(?:và|của|các|những|về|tại|theo|số|ngày|tháng|năm|từ|đến|với|cho|trong|trên|dưới|bởi|do|để|là|"
    r"Luật|Bộ|Sở|Ủy|Ủy ban|Hội|Ban|Nghị|Thông|Quyết|Chỉ|Công|Tỉnh|tỉnh|Thành|thành|phố|Phó|Giám|Chủ|Điều|Khoản|"
    r"Chương|Mục|Phần|khoản|điểm|Điều \d+ của|-|\(|“)$"
)


def clean(lines: Sequence[SourceLine]) -> CleanText:
    """Repair the layout of a document read line by line.

    Returns the clean text with its paragraphs and footnotes; an input without any text gives an
    empty `CleanText`. Every character that is not page furniture or a markdown mark is kept.
    """
    kept = _drop_furniture(_prepare(lines))
    body, notes = _lift_notes(kept)
    return _assemble(_join(body), notes)


def _prepare(lines: Iterable[SourceLine]) -> list[_Line]:
    """Written form of each line, with blank lines folded into the `gap` of the next."""
    prepared: list[_Line] = []
    gap = 0
    page = 0
    for source in lines:
        raw = written(source.text).replace("\n", " ").rstrip()
        indent = len(raw) - len(raw.lstrip())
        text = _strip_markup(raw)
        if not text or _RULE.fullmatch(text):
            gap += 1
            continue
        for part in _columns(text):
            top = source.page != page and page != 0
            prepared.append(_Line(part, source.page, source.number, gap, indent, page_top=top))
            page, gap = source.page, 0
    return _single_space(prepared)


def _strip_markup(raw: str) -> str:
    """Remove the marks of bold, italic and headings that converters leave behind."""
    if "*" not in raw and "~~" not in raw and "_" not in raw and "#" not in raw:
        return raw.strip()
    starred = bool(_STAR_ITEM.match(raw)) and not _RULE.fullmatch(raw)
    text = _HEADING_MARK.sub("", raw)
    text = _STAR_ITEM.sub("", text) if starred else text
    text = _SUBSCRIPT.sub(r"\1", _EMPHASIS.sub("", text))
    text = text if starred else re.sub(r"^\s*\*(?=\S)", "", text)
    text = re.sub(r"(?<![*\d])\*(?![*\d])", "", text) if not _looks_like_password(text) else text
    text = text.strip()
    return f"* {text}" if starred and text else text


def _looks_like_password(text: str) -> bool:
    """Whether stars stand for hidden digits (****123) rather than for emphasis."""
    return "***" in text


def _columns(text: str) -> list[str]:
    """Split a line in which the two columns of a header or footer were printed side by side."""
    for pattern in (_MOTTO, _PLACE_DATE, _RECIPIENT_COLUMN):
        if match := pattern.match(text):
            return [match.group(1), match.group(2)]
    return [re.sub(r" {2,}", " ", text)]


def _single_space(lines: list[_Line]) -> list[_Line]:
    """Take one blank line out of every gap of a document that is double-spaced throughout."""
    inner = [
        (above, below)
        for above, below in zip(lines, lines[1:], strict=False)
        if len(above.text) > 40 and below.text[:1].islower() and not _TERMINAL.search(above.text)
    ]
    spaced = sum(1 for _, below in inner if below.gap >= 1)
    if len(inner) >= 3 and spaced > 0.6 * len(inner):
        for line in lines:
            line.gap = max(0, line.gap - 1)
    return lines


def _drop_furniture(lines: list[_Line]) -> list[_Line]:
    """Remove page numbers and running heads."""
    tops: Counter[str] = Counter()
    edges: set[int] = set()
    for at, line in enumerate(lines):
        if line.page_top:
            edges.update((at - 1, at))
            tops[re.sub(r"\d+", "#", line.text)] += 1
    if lines:
        edges.add(len(lines) - 1)
    kept: list[_Line] = []
    carried_gap, carried_top = 0, False
    for at, line in enumerate(lines):
        below = lines[at + 1].gap if at + 1 < len(lines) else 9
        isolated = line.gap >= 2 and below >= 2
        number = _PAGE_NUMBER.match(line.text) and (at in edges or isolated)
        head = line.page_top and len(line.text) < 90 and tops[re.sub(r"\d+", "#", line.text)] >= 3
        if number or head:
            # The gap around a page number belongs to the page, not to the paragraph.
            carried_gap, carried_top = 0, True
            continue
        if carried_top:
            line.page_top, line.gap = True, min(carried_gap, line.gap)
        carried_top = False
        kept.append(line)
    return kept


def _lift_notes(lines: list[_Line]) -> tuple[list[_Line], list[tuple[str, list[_Line]]]]:
    """Separate footnotes from the running text; each as (mark, its lines)."""
    body: list[_Line] = []
    notes: list[tuple[str, list[_Line]]] = []
    expected = 1
    signed = False
    at = 0
    while at < len(lines):
        line = lines[at]
        signed = signed or opens_signature(line.text)
        mark = _note_mark(line, body, expected, signed)
        if mark is None:
            body.append(line)
            at += 1
            continue
        run = [line]
        at += 1
        while at < len(lines) and not _note_ends(lines[at], run, mark, signed):
            run.append(lines[at])
            at += 1
        if at < len(lines):
            lines[at].after_note = True
        notes.append((mark, run))
        expected = int(mark) + 1
    return body, notes


def _note_mark(line: _Line, body: list[_Line], expected: int, signed: bool) -> str | None:
    """The mark of the footnote that this line opens, or None."""
    if bracket := _NOTE_BRACKET.match(line.text):
        return bracket.group(1) if _marked(body, bracket.group(1)) or signed else None
    if raised := _NOTE_RAISED.match(line.text):
        return raised.group(1).translate(_RAISED_DIGITS)
    plain = _NOTE_PLAIN.match(line.text)
    if plain and int(plain.group(1)) == expected and _marked(body, plain.group(1)):
        return plain.group(1)
    return None


def _marked(body: list[_Line], mark: str) -> bool:
    """Whether the running text carries this footnote's mark: [1], ¹, or a digit glued to a word."""
    raised = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in mark)
    glued = re.compile(rf"\[{mark}\]|{raised}|(?<=[a-zà-ỹđ”\")]){mark}(?![\d/%.,]?\d)(?!\w)")
    return any(glued.search(line.text) for line in reversed(body))


def _note_ends(line: _Line, run: list[_Line], mark: str, signed: bool) -> bool:
    """Whether the footnote in `run` is over before `line`."""
    if line.page_top or line.gap > 0:
        # At the end of a document a footnote may have paragraphs of its own.
        return not (signed and len(run) == 1 and _bare_mark(run[0].text, mark))
    if line.indent > 0 and run[-1].indent == 0 and run[0].indent == 0:
        return True  # raw PDF text: the first line of a page starts with a space
    for pattern in (_NOTE_BRACKET, _NOTE_RAISED, _NOTE_PLAIN):
        if (match := pattern.match(line.text)) is not None:
            return int(match.group(1).translate(_RAISED_DIGITS)) == int(mark) + 1
    return False


def _bare_mark(text: str, mark: str) -> bool:
    return re.fullmatch(rf"\[?{mark}\]?", text) is not None


def _join(lines: list[_Line]) -> list[list[_Line]]:
    """Group lines into paragraphs."""
    airy, cuts = _is_airy(lines), _cuts_first_lines(lines)
    groups: list[list[_Line]] = []
    width = 0
    for at, line in enumerate(lines):
        if not groups or line.gap > 0:
            width = _width(_block(lines, at))
        below = lines[at + 1] if at + 1 < len(lines) and lines[at + 1].gap == 0 else None
        if groups and _lone_dash(groups[-1], lines, at):
            groups[-1].append(line)
        elif groups and _continues(groups[-1], line, below, width, airy=airy, cuts=cuts):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _lone_dash(group: list[_Line], lines: list[_Line], at: int) -> bool:
    """Whether a dash behind a blank line only sets off a phrase: the sentence above is open, and no
    second dash follows ("… trật tự xã hội" / "- Cơ quan thường trực Tổ công tác … trước ngày 20")."""
    if lines[at].gap == 0 or not lines[at].text.startswith("- ") or len(group) < 2:
        return False
    then = next((line for line in lines[at + 1 :] if line.gap > 0), None)
    above = group[-1].text
    return (
        not _TERMINAL.search(above) and not above.endswith(",") and not is_upper(above)
        and then is not None and not then.text.startswith("-") and not _is_short_block(group)
    )  # fmt: skip


def _is_short_block(group: list[_Line]) -> bool:
    """Whether a paragraph is as short as a heading."""
    return sum(len(line.text) for line in group) < 160


def _is_airy(lines: list[_Line]) -> bool:
    """Whether blank lines stand between the paragraphs, so that their absence joins lines."""
    items = [line for line in lines if opens_marker(line.text)]
    return sum(line.gap > 0 for line in items) > 0.7 * len(items)


def _cuts_first_lines(lines: list[_Line]) -> bool:
    """Whether the first line of a paragraph is shorter than the others, as some converters leave it."""
    starts = [
        (first, second)
        for first, second in zip(lines, lines[1:], strict=False)
        if opens_marker(first.text) and second.gap == 0 and second.text[:1].islower()
    ]
    if len(starts) < 3:
        return False
    width = _width(lines)
    return sum(_room_for(first.text, second.text, width) for first, second in starts) > 0.5 * len(starts)


def _block(lines: list[_Line], at: int) -> list[_Line]:
    """The lines from `at` up to the next blank line."""
    end = at + 1
    while end < len(lines) and lines[end].gap == 0:
        end += 1
    return lines[at:end]


def _width(block: list[_Line]) -> int:
    """The length of a full line: the longest, but for the few that stick out of a long block."""
    lengths = sorted(len(line.text) for line in block)
    return lengths[-1 - len(lengths) // 6]


def _room_for(above: str, below: str, width: int) -> bool:
    """Whether the first word of `below` would have fitted behind `above`: a chosen line end."""
    return len(above) + 1 + len(below.split(" ", 1)[0]) <= width - 2


def _continues(
    group: list[_Line], line: _Line, then: _Line | None, width: int, *, airy: bool, cuts: bool
) -> bool:
    """Whether `line` goes on with the paragraph in `group`; `then` is the line right below it."""
    above, below = group[-1].text, line.text
    ended = bool(_TERMINAL.search(above))
    lower = below[:1].islower() or (below[:1] in "0123456789(,%/&“" and not ended)
    if line.gap > 0 or line.after_note or line.page_top:
        # Over a page end, a lifted note or a stray blank line only an open sentence goes on.
        if line.gap > 0 and not (line.after_note or line.page_top):
            quoted = below[:1] == "“" and above[-1:] not in ",;"
            open_end = not ended or (above.endswith("...") and below[:1].islower())
            length = sum(len(part.text) for part in group)
            return (lower or quoted) and open_end and length > 45 and not opens_block(below)
        return not ended and not opens_block(below) and (lower or len(above) > 45)
    if above in _CUT_MARKERS or (_is_bare_marker(above) and not opens_block(below)):
        return True
    if opens_block(below):
        return _false_opening(group, line, width)
    if opens_signature(above) or opens_signature(below):
        # "KT." alone was cut from the office that follows it.
        return above in {"KT.", "TM.", "TL.", "TUQ.", "Q."}
    if _KIND_LINE.fullmatch(above):
        return False
    if is_upper(above) and is_upper(below):
        return not ended
    capitals = is_upper(below) and " " in below  # one word in capitals may be an abbreviation
    if is_upper(above) != capitals and len(above) > 3 and not opens_marker(above):
        return lower and not ended and not is_upper(above)
    if above.endswith(",") or airy:
        return not (ended and not lower and _room_for(above, below, width) and len(group) > 1)
    room = _room_for(above, below, width)
    if len(group) == 1 and above.endswith(";") and not opens_signature(below):
        return lower or not room or cuts
    if ended and below[:1].islower() and above.rstrip("”\"").endswith(("...", "…")):
        return True  # "…, ngày tết”..." goes on: "để hoàn thành"
    if ended:
        return not room and (lower or not _opens_cut_short(below, then, width))
    if not room or lower or _DANGLING.search(above):
        return True
    if len(group) > 1:
        # Without a full stop, only a line that is short beyond doubt ends its paragraph.
        return len(above) > 0.8 * width
    if cuts and then is not None and not opens_block(then.text) and not _room_for(below, then.text, width):
        return True  # where first lines are cut short, a full line below is not a first one
    heading = opens_marker(above) and above[0] not in "-–+*•" and not _ends_in_name(above)
    return not heading or len(above) > 0.8 * width


def _opens_cut_short(text: str, then: _Line | None, width: int) -> bool:
    """Whether a line is short although its sentence goes on below: some converters cut the first
    line of every paragraph short, so such a line opens one."""
    if then is None or _TERMINAL.search(text) or opens_block(then.text):
        return False
    return _room_for(text, then.text, width)


def _is_bare_marker(text: str) -> bool:
    """Whether a line holds nothing but a marker ("Điều 4.", "7. [6]")."""
    return _BARE.fullmatch(text) is not None


def _ends_in_name(text: str) -> bool:
    """Whether a line ends in a capitalised word or a number, so that a name may go on below."""
    last = text.rsplit(" ", 1)[-1]
    return last[:1].isupper() or last.isdigit()


def _false_opening(group: list[_Line], line: _Line, width: int) -> bool:
    """Whether a line that looks like an item goes on with the sentence above it.

    "… phát triển kinh tế" / "- xã hội", "theo khoản" / "2. Điều 5".
    """
    above, below = group[-1].text, line.text
    if _TERMINAL.search(above) or above.endswith((",", "./.")):
        return False
    if re.match(r"[-–] ", below):
        full = len(above) + 1 + len(below.split(" ", 2)[1]) + 2 > width
        return below[2:3].islower() or (full and len(above) > 30)
    if _DANGLING.search(above) and re.match(r"\d", below):
        return True
    if re.match(r"\d+\.\s", below):
        full = len(above) + 1 + len(below.split(" ", 1)[0]) > width
        return full and len(above) > 30 and not plausible_next_number(below, [other.text for other in group])
    return False


def _assemble(groups: list[list[_Line]], notes: list[tuple[str, list[_Line]]]) -> CleanText:
    """Lay the paragraphs out one a line, the footnotes behind them, and find their marks."""
    paragraphs: list[Paragraph] = []
    offset = 0

    def lay(group: list[_Line], note: str | None) -> None:
        nonlocal offset
        text, origins = "", []
        for line in group:
            if text:
                text += "" if _glued(text, line.text) else " "
            origins.append((offset + len(text), line.page, line.number))
            text += line.text
        paragraphs.append(
            Paragraph(
                text, offset, offset + len(text), group[0].page, group[0].number,
                tuple(line.text for line in group), tuple(origins), note,
            )
        )  # fmt: skip
        offset += len(text) + 1

    for group in groups:
        lay(group, None)
    body_text = "\n".join(paragraph.text for paragraph in paragraphs)
    found: list[FootNote] = []
    from_here = 0
    for mark, run in notes:
        lay(run, mark)
        anchor = _anchor(body_text, mark, from_here)
        from_here = anchor or from_here
        found.append(FootNote(mark, len(paragraphs) - 1, anchor))
    return CleanText("\n".join(paragraph.text for paragraph in paragraphs), tuple(paragraphs), tuple(found))


def _glued(text: str, below: str) -> bool:
    """Whether a number was cut at a slash or hyphen: "361/UBND-" + "KGVX", "117/" + "2020"."""
    return bool(re.search(r"\d\S*[-/]$", text)) and bool(re.match(r"\w", below))


def _anchor(text: str, mark: str, start: int) -> int | None:
    """The offset behind the footnote's mark in the running text, searching from `start`."""
    raised = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in mark)
    pattern = re.compile(rf"\[{mark}\]|{raised}|(?<=[a-zà-ỹđ”\")]){mark}(?![\d/%.,]?\d)(?!\w)")
    match = pattern.search(text, start)
    return match.end() if match else None
