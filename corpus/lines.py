"""The lines of a page made ready: marks of converters taken off, columns parted, furniture removed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from corpus.boxes import parted
from corpus.document import Box, SourceLine
from corpus.text import compiled, written

__all__ = ["SENTENCE_END", "WRAPPED", "Line", "are_paragraphs", "prepared"]


@dataclass(slots=True)
class Line:
    """A line while it is being repaired; `gap` says how many blank lines stood before it."""

    text: str
    page: int
    number: int
    gap: int
    indent: int
    page_top: bool = False
    after_note: bool = False  # a footnote stood between this line and the one before
    boxes: tuple[Box, ...] = ()
    cell: int = 0  # of which cell of a table it is; 0 for those of none
    cut: bool = False  # whether its marker stood on the line above


SENTENCE_END = re.compile(r"[.;:!?…]\W{0,3}(?:\[\d+\]|\d{1,2}|[¹²³⁴-⁹]+)?\W{0,2}$")
"""The end of a sentence, behind which a footnote mark may stand."""

WRAPPED = 130
"""Characters: no page of hard-wrapped text has longer lines."""

_CELL = 10  # characters: a numbered cell of a table ("Bước 4") may repeat
_PAGE = 1500  # characters: a page has more
_RULE = re.compile(r"[\s\-–—_=*~.|]*$")
# A bullet cut from what it opens, which is long; else it is an empty cell of a table.
_DASHES = ("-", "–", "+")
_PROSE = compiled(r"[⇧“][\w,“”()/ ]{18,}")
_EMPHASIS = re.compile(r"\*\*|~~|(?<!\w)__|__(?!\w)")
_STAR_ITEM = re.compile(r"^\s*(?:\*\*|\*)\s+(?=\S)")
_SUBSCRIPT = re.compile(r"_\{([^}]*)\}")
_HEADING_MARK = re.compile(r"^\s*#{1,6}(?:\s+|$)")
_PAGE_NUMBER = re.compile(
    r"^(?:trang\s+)?[-–]?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–]?$", re.IGNORECASE
)
_MOTTO = re.compile(r"^(.*?\S)\s{2,}((?:CỘNG H[OÒ]|CỘNG HOÀ|CONG HOA|Độc lập\s*[-–]).*)$")
_PLACE_DATE = re.compile(r"^((?:Số|V/v).*?\S)\s{3,}(\S.*?,?\s*ngày\b.*)$")
_RECIPIENT_COLUMN = re.compile(r"^(Nơi nhận\s*:)\s+(\S.*)$")
# Behind each cell of a row, where a web page was copied: "BỘ X | CỘNG HÒA … |". Markdown's rows open
# with a bar, and are left alone.
_BARRED = re.compile(r"[^|\s][^|]*(?:\|[^|]*){0,2}\|")
_HEAD_CELL = re.compile(
    r"\s*(?:CỘNG HO?[ÀÒ]A? XÃ HỘI|Độc lập\s*[-–]|Kính gửi|Nơi nhận|[^\d|]*ngày[^|]*tháng[^|]*\d{4}\s*$)"
)


def prepared(lines: Iterable[SourceLine]) -> list[Line]:
    """The lines that carry text, blank ones counted in the `gap` of the next; no page numbers, no
    running heads, no marks of bold or italic."""
    return _drop_furniture(_prepare(lines))


def _prepare(lines: Iterable[SourceLine]) -> list[Line]:
    """Written form of each line, with blank lines folded into the `gap` of the next."""
    prepared: list[Line] = []
    gap = 0
    page = 0
    dash = ""  # alone on the line above
    for source in lines:
        raw = written(source.text).replace("\n", " ").rstrip()
        indent = len(raw) - len(raw.lstrip())
        text = _strip_markup(raw)
        if not text or _RULE.fullmatch(text):
            gap += 1
            dash = text if text in _DASHES else ""
            continue
        cut = bool(dash) and _PROSE.match(text) is not None
        if cut:
            text, gap = f"{dash} {text}", gap - 1
        dash = ""
        parts = _columns(text)
        boxes = parted(source.boxes, parts) if len(parts) > 1 else [source.boxes]
        for part, where in zip(parts, boxes, strict=True):
            top = page not in (0, source.page)
            prepared.append(
                Line(
                    part, source.page, source.number, gap, indent,
                    page_top=top, boxes=where, cell=source.cell * (len(prepared) + 1), cut=cut,
                )
            )  # fmt: skip
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
    if cells := _barred_cells(text):
        return cells
    for pattern in (_MOTTO, _PLACE_DATE, _RECIPIENT_COLUMN):
        if match := pattern.match(text):
            return [match.group(1), match.group(2)]
    return [re.sub(r" {2,}", " ", text)]


def _barred_cells(text: str) -> list[str]:
    """The cells of a row of a header or footer that has a bar behind each; none if it is no such row."""
    if not _BARRED.fullmatch(text):
        return []
    cells = [cell for part in text.split("|") if (cell := part.strip())]
    return cells if len(cells) == 1 or any(map(_HEAD_CELL.match, cells)) else []


def are_paragraphs(lines: list[Line]) -> bool:
    """Whether a line is a whole paragraph, as in Word, and nothing was wrapped at a width."""
    long = [line for line in lines if len(line.text) > 40]
    return sum(len(line.text) > WRAPPED for line in long) > 0.1 * len(long)


def _single_space(lines: list[Line]) -> list[Line]:
    """Take one blank line out of every gap of a document that is double-spaced throughout."""
    inner = [
        (above, below)
        for above, below in pairwise(lines)
        if len(above.text) > 40 and below.text[:1].islower() and not SENTENCE_END.search(above.text)
    ]
    if are_paragraphs(lines):
        return lines  # nothing was wrapped: the gaps are the writer's
    spaced = sum(1 for _, below in inner if below.gap >= 1)
    if len(inner) >= 3 and spaced > 0.6 * len(inner):
        for line in lines:
            line.gap = max(0, line.gap - 1)
    return lines


def _page_numbering(lines: list[Line], edges: set[int]) -> set[int]:
    """The lines at a page's edge that number the pages, and are no cells of a table.

    They count as the pages do: from one, or from wherever an annex began.
    """
    shifts: dict[int, int] = {}
    for at in edges:
        if not lines[at].cell and (found := _PAGE_NUMBER.match(lines[at].text)):
            shifts[at] = int(re.findall(r"\d+", found[0])[0]) - lines[at].page
    usual = Counter(shifts.values())
    # One ahead: the number of the page that follows, cut off with this one.
    return {at for at, shift in shifts.items() if abs(shift) <= 1 or usual[shift] > 1}


def _lone_numbering(lines: list[Line]) -> set[int]:
    """The lines that number the pages of a text without page ends: set apart, and no more than the
    text has pages. One blank line on each side is enough within a sentence."""
    pages = 5 + sum(len(line.text) for line in lines) // _PAGE
    found: set[int] = set()
    for at, line in enumerate(lines):
        below = lines[at + 1].gap if at + 1 < len(lines) else 9
        apart = (line.gap >= 2 and below >= 2) or _within_sentence(lines, at)
        if apart and not line.cell and (number := _PAGE_NUMBER.match(line.text)):
            count = int(re.findall(r"\d+", number[0])[0])
            found |= {at} if count <= pages and lines[-1].page == 1 else set()
    return found


def _within_sentence(lines: list[Line], at: int) -> bool:
    """Whether a line stands by itself between the two halves of a sentence."""
    if at == 0 or at + 1 == len(lines) or not (lines[at].gap and lines[at + 1].gap):
        return False
    above, below = lines[at - 1].text, lines[at + 1].text
    open_end = not SENTENCE_END.search(above) and len(above) > 2 * _CELL
    return open_end and below.split(" ")[0].isalpha() and below[:2].islower()


def _as_heads(line: Line) -> set[str]:
    """A line as the running heads it may be: the same on every page, or with a number that counts
    them."""
    number = re.search(r"\d+", line.text)
    if number is None:
        return {line.text}
    shift = int(number[0][:6]) - line.page
    counting = f"{line.text[: number.start()]}#{shift}{line.text[number.end() :]}"
    return {counting, line.text} if len(line.text) > _CELL else {counting}


def _drop_furniture(lines: list[Line]) -> list[Line]:
    """Remove page numbers and running heads."""
    tops: Counter[str] = Counter()
    edges: set[int] = set()
    for at, line in enumerate(lines):
        if line.page_top:
            edges.update((at - 1, at))
            tops.update(() if line.cell else _as_heads(line))
    often = max(3, len(edges) // 4)  # a head runs over most pages; cells of a table do not
    if lines:
        edges.add(len(lines) - 1)
    numbering = _page_numbering(lines, edges) | _lone_numbering(lines)
    kept: list[Line] = []
    carried_gap, carried_top = 0, False
    for at, line in enumerate(lines):
        most = max(tops[head] for head in _as_heads(line))
        head = line.page_top and not line.cell and len(line.text) < 90 and most >= often
        if at in numbering or head:
            # The gap around a page number belongs to the page, not to the paragraph.
            carried_gap, carried_top = 0, True
            continue
        if carried_top:
            line.page_top, line.gap = True, min(carried_gap, line.gap)
        carried_top = False
        kept.append(line)
    return kept
