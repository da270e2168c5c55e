"""The ruled tables of a PDF: what stands in each cell, and where a table goes on overleaf.

A printed table breaks where the page ends: the names of its columns are printed again, a row may
have its beginning on one page and its end on the next. Read by cells, and put together over the
pages, it has the same rows as the Word file it was made from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.document import Box
from corpus.read.glyphs import Glyph, box_of, set_out
from corpus.read.ruling import Cell, Grid, grids
from corpus.read.tables import MERGED, table_lines
from corpus.text import collapse

__all__ = ["PageTable", "TextLine", "over_pages", "tables_of"]

_SAME_LINE = 0.5  # of the letters' height: pieces of a line that stand no further apart
_SAME_EDGE = 6.0  # points between the edges of a column on two pages
_FULL = 0.72  # of a cell's width: a line that ends before it is a paragraph's last
_MARKED = re.compile(r"(?:[-–+•*]|\(?[a-zđ0-9]{1,2}[.)]) ")
_CLOSED = re.compile(r"[.;:!?]$")
_PAGE_NUMBER = re.compile(r"\W*\d{0,4}\W*$")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line set out, "" between paragraphs; `boxes` and `cell` as those of `SourceLine`."""

    text: str
    boxes: tuple[Box, ...] = ()
    cell: bool = False


@dataclass(slots=True)
class _Row:
    """A row as `table_lines` wants it, with the place of each cell's text on the page, and whether
    its last line goes on to the cell's right edge."""

    cells: list[str]
    boxes: list[tuple[Box, ...]]
    full: list[bool]


@dataclass(slots=True)
class PageTable:
    """What a page has of a ruled table; `edges` are those of its columns, in points."""

    rows: list[_Row]
    edges: tuple[float, ...]

    @property
    def text(self) -> str:
        """What its cells say, one a line."""
        return "\n".join(cell for row in self.rows for cell in row.cells if cell != MERGED)


Piece = TextLine | PageTable


class _Filling:
    """A ruled table of a page while its cells are filled with the page's glyphs."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.found: dict[Cell, list[list[Glyph]]] = {
            cell: [] for row in grid.rows for cell in row if cell
        }

    def take(self, line: Sequence[Glyph]) -> list[Glyph]:
        """Takes what of a line stands in its cells, and returns the rest."""
        rest: list[Glyph] = []
        parts: dict[Cell, list[Glyph]] = {}
        cell: Cell | None = None
        for glyph in line:
            x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
            if cell is None or not cell.holds(x, y):
                cell = next((one for one in self.found if one.holds(x, y)), None)
            (rest if cell is None else parts.setdefault(cell, [])).append(glyph)
        for cell, part in parts.items():
            self.found[cell].append(part)
        return rest

    def table(self, page: Any) -> PageTable:
        """The table with what was put in its cells."""
        width = page.get_width()
        rows: list[_Row] = []
        for cells, above in zip(self.grid.rows, self.grid.above, strict=True):
            row = _Row([], [], [])
            for cell, goes_on in zip(cells, above, strict=True):
                if cell is None and not goes_on:
                    continue  # of the cell to its left
                lines = _printed(self.found[cell]) if cell else []
                row.cells.append(_text(lines, cell, width) if cell else MERGED)
                row.boxes.append(tuple(box_of(page, line) for line in lines))
                row.full.append(cell is not None and bool(lines) and _is_full(lines[-1], cell))
            rows.append(row)
        return PageTable(rows, self.grid.columns)


def tables_of(
    page: Any, lines: Sequence[list[Glyph]]
) -> tuple[list[list[Glyph]], dict[int, list[PageTable]]]:
    """Returns the lines outside the ruled tables of a page, and the tables by the line that each
    stands before."""
    fillings = [_Filling(grid) for grid in grids(page)]
    outside: list[list[Glyph]] = []
    places: dict[int, list[_Filling]] = {}
    begun: set[int] = set()
    for line in lines:
        rest = line
        for at, filling in enumerate(fillings):
            left = filling.take(rest)
            if len(left) < len(rest) and at not in begun:
                begun.add(at)
                places.setdefault(len(outside), []).append(filling)
            rest = left
        if any(not glyph.character.isspace() for glyph in rest) or rest is line:
            outside.append(rest)
    tables = {at: [one.table(page) for one in here] for at, here in places.items()}
    return outside, tables


def _printed(parts: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """The lines of a cell from the top; a line may be stored in pieces."""
    shown = [part for part in parts if any(not glyph.character.isspace() for glyph in part)]
    lines: list[list[Glyph]] = []
    for part in sorted(shown, key=_base, reverse=True):
        height = max(glyph.top - glyph.bottom for glyph in part)
        if lines and abs(_base(lines[-1]) - _base(part)) < _SAME_LINE * height:
            lines[-1] = [*lines[-1], *part]
        else:
            lines.append(part)
    return lines


def _base(line: Sequence[Glyph]) -> float:
    heights = sorted(glyph.y for glyph in line if not glyph.character.isspace())
    return heights[len(heights) // 2]


def _text(lines: Sequence[list[Glyph]], cell: Cell, width: float) -> str:
    """What a cell says, a line for each of its paragraphs: narrow columns break every few words."""
    paragraphs: list[str] = []
    full = False  # whether the line before went on to the cell's right edge
    for line in lines:
        text = collapse(set_out(line, width)[0])
        begins = not paragraphs or _begins(paragraphs[-1], text, full=full)
        if begins:
            paragraphs.append(text)
        else:
            paragraphs[-1] += " " + text
        full = _is_full(line, cell)
    return "\n".join(paragraphs)


def _is_full(line: Sequence[Glyph], cell: Cell) -> bool:
    end = max(glyph.right for glyph in line)
    return end - cell.left > _FULL * (cell.right - cell.left)


def _begins(above: str, text: str, *, full: bool) -> bool:
    """Whether a line of a cell begins a paragraph below another."""
    if _CLOSED.search(above):
        return not full or _MARKED.match(text) is not None
    return _MARKED.match(text) is not None and not full and text[0] in "-–+•*"


def over_pages(pages: Sequence[Sequence[Piece]]) -> list[list[TextLine]]:
    """Returns the lines of each page; a table that goes on overleaf is read as one."""
    whole: list[PageTable] = []
    part_of: dict[int, int] = {}  # by the identity of a page's part
    above: PageTable | None = None  # with which the page before ended
    for pieces in pages:
        first, last = _ends(pieces)
        for piece in pieces:
            if not isinstance(piece, PageTable):
                continue
            if piece is first and above is not None and _same_columns(above, piece):
                part_of[id(piece)] = part_of[id(above)]
                _go_on(whole[part_of[id(piece)]], above, piece)
            else:
                part_of[id(piece)] = len(whole)
                whole.append(PageTable([], piece.edges))
            whole[part_of[id(piece)]].rows += piece.rows
        above = last
    lines = [_of_rows(table) for table in whole]
    return [
        [
            line
            for piece in pieces
            for line in (
                [piece]
                if isinstance(piece, TextLine)
                else [one for row in piece.rows for one in lines[part_of[id(piece)]][id(row)]]
            )
        ]
        for pieces in pages
    ]


def _ends(pieces: Sequence[Piece]) -> tuple[PageTable | None, PageTable | None]:
    """The tables with which a page begins and ends, apart from its number."""
    printed = [
        piece
        for piece in pieces
        if isinstance(piece, PageTable) or not _PAGE_NUMBER.match(piece.text)
    ]
    if not printed:
        return None, None
    first, last = printed[0], printed[-1]
    return (
        first if isinstance(first, PageTable) else None,
        last if isinstance(last, PageTable) else None,
    )


def _same_columns(above: PageTable, below: PageTable) -> bool:
    return len(above.edges) == len(below.edges) and all(
        abs(one - other) < _SAME_EDGE for one, other in zip(above.edges, below.edges, strict=True)
    )


def _go_on(whole: PageTable, above: PageTable, below: PageTable) -> None:
    """Drops the names of columns that are printed again, and puts a broken row together."""
    again = 0
    while again < min(len(below.rows), len(whole.rows)):
        if _words(below.rows[again]) != _words(whole.rows[again]):
            break
        again += 1
    del below.rows[:again]
    if not below.rows or not above.rows:
        return
    last, row = above.rows[-1], below.rows[0]
    if _goes_on(whole, last, row):
        for at, cell in enumerate(row.cells):
            if cell and cell != MERGED:
                last.cells[at] = _joined(last.cells[at], cell)
        del below.rows[0]


def _words(row: _Row) -> list[str]:
    return [collapse(cell) for cell in row.cells]


def _goes_on(whole: PageTable, last: _Row, row: _Row) -> bool:
    """Whether a row at the top of a page is the rest of the last one of the page before."""
    if len(row.cells) != len(last.cells) or MERGED in row.cells or row.cells[0]:
        return False
    if not last.cells[0] or any(not other.cells[0] for other in whole.rows[1:]):
        return False  # rows without an ordinal are usual here
    cells = [
        (old, new, full)
        for old, new, full in zip(last.cells, row.cells, last.full, strict=True)
        if new
    ]
    return all(old for old, _, _ in cells) and any(
        new[0].islower() or (full and not _CLOSED.search(old)) for old, new, full in cells
    )


def _joined(above: str, below: str) -> str:
    if above in ("", MERGED):
        return below
    apart = "\n" if _begins(above.rpartition("\n")[2], below, full=False) else " "
    return above + apart + below


def _of_rows(table: PageTable) -> dict[int, list[TextLine]]:
    """The lines of each row, by the row's identity; a blank line sets the table off."""
    found: dict[int, list[TextLine]] = {id(row): [] for row in table.rows}
    for text, row, column in table_lines([row.cells for row in table.rows]):
        of = table.rows[row]
        boxes = of.boxes[column] if column is not None else ()
        found[id(of)].append(TextLine(text, boxes, cell=True))
    if table.rows:
        found[id(table.rows[-1])].append(TextLine(""))
    return found
