"""The cells of the tables that a PDF page has ruled: where its lines cross.

PDF knows no tables, only lines and rectangles (Word draws every border as a thin filled rectangle).
What cells their crossings make is pdfplumber's to say; the lines come from pdfium, which has read
the page already.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

__all__ = ["Cell", "Grid", "grids"]

_THIN = 3.0  # points: a rectangle no thicker is a line
_SHORTEST = 6.0  # points: shorter ones are dashes, underlines of a letter, ornaments
_NEAR = 3.0  # points within which lines are one, or meet
_MAX_STROKES = 8000  # of a page: one with more is a drawing
_MAX_EDGES = 600  # of a page, once those in one line are one
_MAX_CROSSINGS = 1500
_FEWEST = 3  # columns of a single row: a page may begin or end with one row of a table
_OPEN = 3  # upright lines that end at one height: a cell ends there, ruled or not


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a page in points, from the page's left and bottom."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the page lies in the cell."""
        return self.left <= x < self.right and self.bottom <= y < self.top


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: every row has a place for each column, None where a cell goes on.

    `rows[r][c]` is the cell whose left upper corner stands there; `above[r][c]` says whether the
    place belongs to a cell that began in a row above.
    """

    rows: tuple[tuple[Cell | None, ...], ...]
    above: tuple[tuple[bool, ...], ...]
    columns: tuple[float, ...]  # left edges, and the right edge of the last


def grids(page: Any) -> list[Grid]:
    """Returns the ruled tables of a page, top first: two rows and two columns, or three columns."""
    edges = list(islice(_edges(page), _MAX_STROKES + 1))
    if not 4 <= len(edges) <= _MAX_STROKES:
        return []
    from pdfplumber import table

    edges = table.merge_edges(edges, _NEAR, _NEAR, _NEAR, _NEAR)
    edges = table.merge_edges([*edges, *_closing(edges)], _NEAR, _NEAR, _NEAR, _NEAR)
    if len(edges) > _MAX_EDGES:
        return []
    crossings = table.edges_to_intersections(edges, _NEAR, _NEAR)
    if len(crossings) > _MAX_CROSSINGS:
        return []
    found = table.cells_to_tables(table.intersections_to_cells(crossings))
    # pdfplumber measures from the top: its y is ours with the other sign.
    cells = [[Cell(x0, -bottom, x1, -top) for x0, top, x1, bottom in cells] for cells in found]
    return [grid for one in cells if (grid := _grid(one)) is not None]


def _grid(cells: Sequence[Cell]) -> Grid | None:
    lefts = sorted({cell.left for cell in cells})
    tops = sorted({cell.top for cell in cells}, reverse=True)
    if len(lefts) < _FEWEST and (len(lefts) < 2 or len(tops) < 2):
        return None
    rows: list[list[Cell | None]] = [[None] * len(lefts) for _ in tops]
    above = [[False] * len(lefts) for _ in tops]
    for cell in cells:
        first = tops.index(cell.top)
        column = lefts.index(cell.left)
        rows[first][column] = cell
        for row in range(first + 1, len(tops)):
            if tops[row] <= cell.bottom:
                break
            above[row][column] = True
    return Grid(
        tuple(tuple(row) for row in rows),
        tuple(tuple(row) for row in above),
        (*lefts, max(cell.right for cell in cells)),
    )


def _edges(page: Any) -> Iterator[dict[str, Any]]:
    """The straight lines of a page, upright ("v") and level ("h"), as pdfplumber has them."""
    from pypdfium2 import raw

    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if right - left <= _THIN or top - bottom <= _THIN:
            yield from _edge(left, bottom, right, top)
        else:
            for (x0, y0), (x1, y1) in _strokes(item):
                yield from _edge(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _edge(left: float, bottom: float, right: float, top: float) -> Iterator[dict[str, Any]]:
    wide, high = right - left, top - bottom
    if high <= _THIN and wide >= _SHORTEST:
        middle = -(bottom + top) / 2
        yield _line("h", left, middle, right, middle)
    elif wide <= _THIN and high >= _SHORTEST:
        middle = (left + right) / 2
        yield _line("v", middle, -top, middle, -bottom)


def _line(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    return {
        "orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top, "object_type": "line",
    }  # fmt: skip


def _strokes(item: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight strokes of a path, from point to point of the page."""
    from pypdfium2 import raw

    matrix = item.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    begin = last = None
    for at in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, at)
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        here = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_LINETO and last is not None:
            yield last, here
        elif kind == raw.FPDF_SEGMENT_MOVETO:
            begin = here
        last = here
        if raw.FPDFPathSegment_GetClose(segment) and begin is not None:
            yield here, begin


def _closing(edges: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Level lines where several upright ones end: a row that goes on overleaf may have none."""
    uprights = [edge for edge in edges if edge["orientation"] == "v"]
    for end in ("top", "bottom"):
        heights = sorted({round(edge[end] / _NEAR) for edge in uprights})
        for height in heights:
            here = [edge for edge in uprights if abs(edge[end] / _NEAR - height) <= 1]
            if len(here) >= _OPEN:
                middle = sum(edge[end] for edge in here) / len(here)
                lefts = [edge["x0"] for edge in here]
                yield _line("h", min(lefts), middle, max(lefts), middle)
