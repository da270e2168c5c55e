"""The text layer of a PDF page as paragraphs: lines as they are printed, ruled tables by cells.

Lines stay in the order in which the file has them, which keeps columns that are not ruled apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from corpus.read.glyphs import Glyph, box_of, glyph_lines, set_out
from corpus.read.pdftables import Piece, TextLine, tables_of

__all__ = ["Setting", "page_pieces"]

_TELLING = 4  # full lines that go on below: fewer say nothing of a page
_INDENT = 70.0  # points: what stands further in is centred, or another column


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


def page_pieces(page: Any, layer: Any, setting: Setting) -> list[Piece]:
    """Returns the lines of a page's text layer, and its ruled tables where they stand."""
    width = page.get_width()
    lines, tables = tables_of(page, list(glyph_lines(layer)))
    places = [_place(line) for line in lines]
    margin = setting.margin(places)
    out: list[Piece] = []
    apart = _apart(places, margin, setting)
    for at, (line, place) in enumerate(zip(lines, places, strict=True)):
        out += [*tables.get(at, ()), *[TextLine("")] * apart[at]]
        indented = place is not None and 10 < place.left - margin < _INDENT
        text, runs = set_out(line, width)
        boxes = tuple(box_of(page, run) for run in runs)
        out.append(TextLine("    " * indented + text, boxes))
    return [*out, *tables.get(len(lines), ())]


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


def _place(line: list[Glyph]) -> _Place | None:
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
