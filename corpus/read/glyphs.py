"""The glyphs of a PDF page, line by line, and the text that they spell.

PDF stores glyphs, not text. A line whose letters come from two fonts may be stored as two passes
over it ("Văn b n" and "ả" apart), so the glyphs of a line are put in order by their place. Wide gaps
keep their width, so that text side by side can be told apart; what lies between two of them is a
run, and its box says where it is to be seen.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.document import Box

__all__ = ["Glyph", "box_of", "glyph_lines", "set_out"]

_COLUMNS = 100  # characters that a page is wide when its text is set out
_SPACE = 0.16  # of the letters' height: a wider gap is a space even where none is stored
_WIDE = 1.5  # of the letters' height: a wider gap separates columns
_FINE = 100_000  # steps over a page's width and height, in which boxes are measured


@dataclass(slots=True)
class Glyph:
    """A character of a page and where it stands, in points from the left and the bottom."""

    character: str
    x: float
    y: float
    left: float
    right: float
    bottom: float
    top: float
    ink: tuple[float, float, float, float]  # left, bottom, right, top of what is black of it


def glyph_lines(layer: Any) -> Iterator[list[Glyph]]:
    """The glyphs of each line in stored order; pdfium marks the ends of lines."""
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    line: list[Glyph] = []
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
        glyph = Glyph(
            character, x.value, y.value, box.left, box.right, box.bottom, box.top, ink
        )  # fmt: skip
        line.append(glyph)
    if line:
        yield line


def set_out(line: Sequence[Glyph], width: float) -> tuple[str, list[list[Glyph]]]:
    """The line's text and its runs of glyphs between wide gaps."""
    shown = [glyph for glyph in line if not glyph.character.isspace()]
    if not shown:
        return "", []
    spread = max(g.right for g in shown) - min(g.left for g in shown)
    rise = max(g.top for g in shown) - min(g.bottom for g in shown)
    if rise > max(2 * spread, 40):  # set upright: the page is turned, stored order is all there is
        return "".join(glyph.character for glyph in line).replace("\f", " "), [shown]
    height = sorted(g.top - g.bottom for g in shown)[len(shown) // 2] or 1.0
    column = max(width, 1.0) / _COLUMNS
    first = min(shown, key=lambda glyph: glyph.x)
    text = " " * (int(first.left / column) if first.left > 0.45 * width else 0)
    end: float | None = None
    space = False
    runs: list[list[Glyph]] = [[]]
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


def box_of(page: Any, run: Sequence[Glyph]) -> Box:
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
