"""Which of a row's cells stand in which column of an assignment table, where nothing else tells.

Text taken out of a page has the cells of a row one after the other; a cell may be empty, hold
several lines, or stand beside several rows at once. Of all ways to deal the cells out in order,
the one that fits the columns best (see corpus/cells.py) is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from corpus.cell_bodies import lists_bodies
from corpus.cells import WRONG, Cell, fits

__all__ = ["Row", "dealt"]

Row = list[tuple[int, int]]
"""The cells of each column as (first, behind the last)."""

_MOST = 80  # cells of a row
_JOINED = 6  # whole cells in one column, at most
_LINES = 24  # lines in one column, at most
_EMPTY = -0.5  # of a column that may be
_SPANNED = -0.1  # of one that a cell of the row above may stand beside
_NEW_ROW = -1.5
_Way = tuple[float, tuple[tuple[int, int, int], ...]]  # (column, first, behind the last) each


def dealt(
    cells: Sequence[Cell],
    roles: Sequence[str | None],
    *,
    apart: bool = False,
    follows: bool = False,
    last: bool = False,
) -> list[Row] | None:
    """Returns the rows that the cells behind an ordinal make up, or None if they fit no row.

    Several rows have one ordinal where a cell of it, say who leads, stands beside all of them.

    Args:
        cells: in their order; lines where it is not known what is a cell.
        roles: of the columns behind that of the ordinals, one of them "lead".
        apart: the cells are whole; else they are lines, and nothing tells where a cell ends.
        follows: who leads may stand in a cell of the row above, if the row names no bodies.
        last: the table may end before the cells do.
    """
    if not (1 if follows else 2) <= len(cells) <= _MOST:
        return None
    if follows and any(all(map(lists_bodies, cell)) for cell in cells):
        return None
    most = _JOINED if apart else _LINES

    def empty(column: int, behind: int, later: bool) -> float:
        """What it costs that nothing stands in the columns from one to another."""
        return sum(_missing(role, roles, later or follows) for role in roles[column:behind])

    @lru_cache(None)
    def fit(at: int, end: int, role: str | None) -> float:
        return fits(cells[at:end], role, apart=apart)

    @lru_cache(None)
    def best(at: int, column: int, later: bool) -> _Way:
        """How well the cells from `at` fill the columns from `column`, and which stand in each."""
        end_here = at == len(cells) or (last and column > 0)
        ways: list[_Way] = [
            (empty(column, len(roles), later) if end_here else 4 * WRONG * len(cells), ())
        ]
        for here in range(column, len(roles)) if at < len(cells) else ():
            skipped = empty(column, here, later)
            for end in range(at + 1, min(len(cells), at + most) + 1):
                rest, spans = best(end, here + 1, later)
                score = skipped + fit(at, end, roles[here]) + rest
                ways.append((score, ((here, at, end), *spans)))
        if apart and column > 0 and at < len(cells):
            rest, spans = best(at, 0, True)
            ways.append((empty(column, len(roles), later) + _NEW_ROW + rest, spans))
        return max(ways, key=lambda way: way[0])

    score, spans = best(0, 0, False)
    rows = _rows(spans, roles)
    return rows if score > 0 and all(_says_what(row, roles) for row in rows) else None


def _missing(role: str | None, roles: Sequence[str | None], spanned: bool) -> float:
    """What it costs that nothing stands in a column; `spanned`: a cell above may stand beside it."""
    if role == "content":
        return -1.5 if "title" in roles else WRONG
    if role == "lead" and not spanned:
        return WRONG
    # What shall come of the work is seldom the same for several rows.
    return _SPANNED if spanned and role != "result" else _EMPTY


def _says_what(row: Row, roles: Sequence[str | None]) -> bool:
    """Whether something stands where a row says what is to be done."""
    return any(
        behind > first and role in ("content", "title")
        for (first, behind), role in zip(row, roles, strict=True)
    )


def _rows(spans: Sequence[tuple[int, int, int]], roles: Sequence[str | None]) -> list[Row]:
    """The spans row by row; a new one begins where a column does not stand behind the one before."""
    rows: list[Row] = []
    for column, first, behind in spans:
        if not rows or column < len(rows[-1]):
            rows.append([])
        rows[-1] += [(first, first)] * (column - len(rows[-1]))
        rows[-1].append((first, behind))
    return [row + [(row[-1][1], row[-1][1])] * (len(roles) - len(row)) for row in rows]
