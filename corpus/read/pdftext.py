"""The text layer of a PDF page as lines, set out as they are printed.

PDF stores glyphs, not text. A line whose letters come from two fonts may be stored as two passes
over it ("Văn b n" and "ả" apart), so the glyphs of each line are put in order by their place. The
lines themselves stay in stored order, which keeps the cells of a table together. Wide gaps keep
their width, so that text side by side can be told apart; what lies between two of them is a run,
and its box says where it is to be seen.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from corpus.document import Box

__all__ = ["COLUMNS", "Setting", "TextLine", "page_lines"]

COLUMNS = 100
"""Characters that a page is wide when its text is set out."""

_SPACE = 0.16  # of the letters' height: a wider gap is a space even where none is stored
_TELLING = 4  # full lines that go on below: fewer say nothing of a page
_INDENT = 70.0  # points: what stands further in is centred, or another column
_WIDE = 1.5  # of the letters' height: a wider gap separates columns
_FINE = 100_000  # steps over a page's width and height, in which boxes are measured


@dataclass(slots=True)
class _Glyph:
    character: str
    x: float
    y: float
    left: float
    right: float
    bottom: float
    top: float
    ink: tuple[float, float, float, float]  # left, bottom, right, top of what is black of it


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line set out, "" between paragraphs; `boxes` as those of `SourceLine`."""

    text: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    left: float
    right: float
    base: float
    height: float


@dataclass(slots=True)
class Setting:
    """How a document is set, learnt from its pages of running text for those that have none.

    A list of single lines has no two lines of one paragraph to measure by, and no line at the
    margin. `share` is the distance of lines within a paragraph, of their letters' height; `left`
    the margin, in points.
    """

    share: float = 0.0
    left: float | None = None

    def margin(self, places: Sequence[_Place | None]) -> float:
        """The left margin of a page, in points."""
        lefts = sorted(place.left for place in places if place)
        own = lefts[len(lefts) // 4] if lefts else 0.0
        if self.left is None or own < self.left:
            self.left = own
        return self.left if own - self.left < _INDENT else own

    def usual(self, places: Sequence[_Place | None], height: float) -> float:
        """The distance in points on a page, 0 if nothing tells."""
        pairs = [
            (above, above.base - below.base)
            for above, below in pairwise(places)
            if above and below and _alike(above, height) and _alike(below, height)
            if 0.7 * height < above.base - below.base < 4 * height
        ]
        margin = max((above.right for above, _ in pairs), default=0.0)
        full = sorted(pitch for above, pitch in pairs if above.right > margin - 3 * height)
        if len(full) >= _TELLING:
            found = full[len(full) // 10]
            self.share = min(self.share or 4.0, found / height)
            return min(found, 1.1 * self.share * height)
        if self.share:
            return self.share * height
        pitches = sorted(pitch for _, pitch in pairs)
        return pitches[len(pitches) // 10] if pitches else 0.0


def page_lines(page: Any, layer: Any, setting: Setting) -> list[TextLine]:
    """Returns the lines of a page's text layer."""
    width = page.get_width()
    lines = list(_lines(layer))
    places = [_place(line) for line in lines]
    margin = setting.margin(places)
    out: list[TextLine] = []
    for line, place, apart in zip(lines, places, _apart(places, margin, setting), strict=True):
        out += [TextLine("")] * apart
        indented = place is not None and 10 < place.left - margin < _INDENT
        text, runs = _set_out(line, width)
        boxes = tuple(_box(page, run) for run in runs)
        out.append(TextLine("    " * indented + text, boxes))
    return out


def _box(page: Any, run: list[_Glyph]) -> Box:
    """Where the glyphs are on the page as it is shown: turned and cut as its file asks."""
    from pypdfium2 import raw

    x, y = ctypes.c_int(), ctypes.c_int()
    corners: list[tuple[float, float]] = []
    for across in (min(glyph.ink[0] for glyph in run), max(glyph.ink[2] for glyph in run)):
        for up in (min(glyph.ink[1] for glyph in run), max(glyph.ink[3] for glyph in run)):
            raw.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, across, up, x, y)
            corners.append((_share(x.value), _share(y.value)))
    across_all, down_all = zip(*corners, strict=True)
    return Box(min(across_all), min(down_all), max(across_all), max(down_all))


def _share(steps: int) -> float:
    return min(1.0, max(0.0, steps / _FINE))


def _apart(places: list[_Place | None], margin: float, setting: Setting) -> list[bool]:
    """For each line, whether a paragraph begins there by its place: set off, or indented.

    Decree 30/2020/NĐ-CP, Annex I: paragraphs are indented by 1 to 1.27 cm, and set at least 6 pt
    apart; offices do the one, the other, or both.
    """
    heights = sorted(place.height for place in places if place)
    height = heights[len(heights) // 2] if heights else 0.0
    usual = setting.usual(places, height)  # of lines within a paragraph
    apart: list[bool] = []
    for at, here in enumerate(places):
        above = places[at - 1] if at else None
        below = places[at + 1] if at + 1 < len(places) else None
        if above is None or here is None:
            apart.append(False)
            continue
        step = above.base - here.base
        same = _alike(above, height) and _alike(here, height)
        set_off = same and usual > 0 and max(1.22 * usual, usual + 3) < step < 200
        indented = (
            10 < here.left - margin < _INDENT
            and abs(above.left - margin) < 4
            and below is not None
            and abs(below.left - margin) < 4
        )
        apart.append(set_off or indented)
    return apart


def _place(line: list[_Glyph]) -> _Place | None:
    shown = [glyph for glyph in line if not glyph.character.isspace()]
    if not shown:
        return None
    middle = len(shown) // 2
    base = sorted(glyph.y for glyph in shown)[middle]
    height = sorted(glyph.top - glyph.bottom for glyph in shown)[middle]
    left, right = min(glyph.left for glyph in shown), max(glyph.right for glyph in shown)
    return _Place(left, right, base, height)


def _alike(place: _Place, height: float) -> bool:
    """Whether a line is set in the size of the page's text: footnotes are not."""
    return abs(place.height - height) < 0.15 * height


def _lines(layer: Any) -> Iterator[list[_Glyph]]:
    """The glyphs of each line in stored order; pdfium marks the ends of lines."""
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    line: list[_Glyph] = []
    for at in range(layer.count_chars()):
        code = raw.FPDFText_GetUnicode(layer, at)
        character = "-" if code == 0xFFFE else chr(code)  # a hyphen at a line's end
        if character in "\r\n":
            if line:
                yield line
                line = []
            continue
        if character == "\x02" or (character == " " and raw.FPDFText_IsGenerated(layer, at)):
            character = "-" if character == "\x02" else ""
        if not character:
            continue
        raw.FPDFText_GetCharOrigin(layer, at, x, y)
        raw.FPDFText_GetLooseCharBox(layer, at, box)  # with the space that belongs to the letter
        if line and abs(y.value - line[-1].y) > 0.6 * (box.top - box.bottom):
            yield line  # pdfium goes on behind a hyphen at a line's end
            line = []
        ink = (box.left, box.bottom, box.right, box.top)
        raw.FPDFText_GetCharBox(layer, at, left, right, bottom, top)
        if right.value > left.value and top.value > bottom.value:
            ink = (left.value, bottom.value, right.value, top.value)
        glyph = _Glyph(
            character, x.value, y.value, box.left, box.right, box.bottom, box.top, ink
        )  # fmt: skip
        line.append(glyph)
    if line:
        yield line


def _set_out(line: list[_Glyph], width: float) -> tuple[str, list[list[_Glyph]]]:
    """The line's text and its runs of glyphs between wide gaps."""
    shown = [glyph for glyph in line if not glyph.character.isspace()]
    if not shown:
        return "", []
    spread = max(g.right for g in shown) - min(g.left for g in shown)
    rise = max(g.top for g in shown) - min(g.bottom for g in shown)
    if rise > max(2 * spread, 40):  # set upright: the page is turned, stored order is all there is
        return "".join(glyph.character for glyph in line).replace("\f", " "), [shown]
    height = sorted(g.top - g.bottom for g in shown)[len(shown) // 2] or 1.0
    column = max(width, 1.0) / COLUMNS
    first = min(shown, key=lambda glyph: glyph.x)
    text = " " * (int(first.left / column) if first.left > 0.45 * width else 0)
    end: float | None = None
    space = False
    runs: list[list[_Glyph]] = [[]]
    for glyph in sorted(line, key=lambda glyph: glyph.x):
        if glyph.character.isspace():
            space = True
            continue
        gap = glyph.left - end if end is not None else 0.0
        if end is not None and gap > _WIDE * height:
            text = text.ljust(max(len(text) + 3, int(glyph.left / column)))
            runs.append([])
        elif end is not None and (space or gap > _SPACE * height):
            text += " "
        text += glyph.character
        runs[-1].append(glyph)
        end = max(glyph.right, end or glyph.right)
        space = False
    return text, runs
