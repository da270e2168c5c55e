"""The text layer of a PDF page as lines, set out as they are printed.

PDF stores glyphs, not text. A line whose letters come from two fonts may be stored as two passes
over it ("Văn b n" and "ả" apart), so the glyphs of each line are put in order by their place. The
lines themselves stay in stored order, which keeps the cells of a table together. Wide gaps keep
their width, so that text side by side can be told apart.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["COLUMNS", "page_text"]

COLUMNS = 100
"""Characters that a page is wide when its text is set out."""

_SPACE = 0.22  # of the letters' height: a wider gap is a space even where none is stored
_WIDE = 1.6  # of the letters' height: a wider gap separates columns


@dataclass(slots=True)
class _Glyph:
    character: str
    x: float
    left: float
    right: float
    bottom: float
    top: float


def page_text(layer: Any, width: float) -> str:
    """Returns the text of a page's text layer; `width` of the page in points."""
    return "\n".join(_set_out(line, width) for line in _lines(layer))


def _lines(layer: Any) -> Iterator[list[_Glyph]]:
    """The glyphs of each line in stored order; pdfium marks the ends of lines."""
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    left, right = ctypes.c_double(), ctypes.c_double()
    bottom, top = ctypes.c_double(), ctypes.c_double()
    line: list[_Glyph] = []
    for at in range(layer.count_chars()):
        code = raw.FPDFText_GetUnicode(layer, at)
        character = "-" if code == 0xFFFE else chr(code)  # a hyphen at a line's end
        if character in "\r\n":
            if character == "\n" or line:
                yield line
                line = []
            continue
        if character == "\x02" or (character == " " and raw.FPDFText_IsGenerated(layer, at)):
            character = "-" if character == "\x02" else ""
        if not character:
            continue
        raw.FPDFText_GetCharOrigin(layer, at, x, y)
        raw.FPDFText_GetCharBox(layer, at, left, right, bottom, top)
        line.append(_Glyph(character, x.value, left.value, right.value, bottom.value, top.value))
    if line:
        yield line


def _set_out(line: list[_Glyph], width: float) -> str:
    shown = [glyph for glyph in line if not glyph.character.isspace()]
    if not shown:
        return ""
    spread = max(g.right for g in shown) - min(g.left for g in shown)
    rise = max(g.top for g in shown) - min(g.bottom for g in shown)
    if rise > max(2 * spread, 40):  # set upright: the page is turned, stored order is all there is
        return "".join(glyph.character for glyph in line)
    height = sorted(g.top - g.bottom for g in shown)[len(shown) // 2] or 1.0
    column = max(width, 1.0) / COLUMNS
    first = min(shown, key=lambda glyph: glyph.x)
    text = " " * (int(first.left / column) if first.left > 0.45 * width else 0)
    end: float | None = None
    space = False
    for glyph in sorted(line, key=lambda glyph: glyph.x):
        if glyph.character.isspace():
            space = True
            continue
        gap = glyph.left - end if end is not None else 0.0
        if end is not None and gap > _WIDE * height * 1.5:
            text = text.ljust(max(len(text) + 3, int(glyph.left / column)))
        elif end is not None and (space or gap > _SPACE * height * 1.4):
            text += " "
        text += glyph.character
        end = max(glyph.right, end or glyph.right)
        space = False
    return text
