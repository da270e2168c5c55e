"""Tables as lines: what a reader of the page takes from them, in the words that stand there.

A table without a heading row sets text side by side (the head and the tail of a directive): its
cells follow each other. An assignment table has a column for who leads: each row becomes the item
it stands for, every further cell behind the name of its column, as plans without tables print it
("Đơn vị chủ trì: Sở Y tế"). A table that counts its rows is a line a row, as text taken out of a
page becomes one (see corpus/table_rows.py). Any other table is its cells, row by row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.table_rows import CONTENT, LONGEST, ORDINAL, assigns, names_ordinals
from corpus.text import collapse, plain

__all__ = ["MERGED", "TableLine", "table_lines"]

MERGED = "\x00"
"""Stands for a cell that goes on from the one above it."""

_EMPTY = ("", MERGED)
_LEADS_HERE = re.compile(r"chu tri|phoi hop")
_ORDINAL = re.compile(rf"{ORDINAL.pattern}|muc\W*$")


class TableLine(NamedTuple):
    """A line, and the cell that it is from: its row and its place in the row, both from 0.

    A blank line stands before or behind a row, and is of none of its cells.
    """

    text: str
    row: int
    column: int | None = None


def table_lines(rows: Sequence[Sequence[str]]) -> list[TableLine]:
    """Returns the lines of a table given as rows of cells; "" stands for a blank line.

    A cell may hold several lines. Cells of merged columns must be given once, a cell that goes on
    from the row above as `MERGED`.
    """
    for at in range(min(3, len(rows))):
        names, begin = _names(rows, at)
        if assigns(names):
            above = [line for row in range(at) for line in _cell_by_cell(rows[row], row)]
            return above + _assignments(names, rows, begin)
    counted = next((at for at in range(min(3, len(rows))) if _counts(rows[at])), len(rows))
    return [
        line
        for at, row in enumerate(rows)
        for line in (_as_one(row, at) if at > counted else _cell_by_cell(row, at))
    ]


def _counts(names: Sequence[str]) -> bool:
    """Whether a row names a column of ordinals, and others."""
    return len(names) > 2 and names_ordinals(collapse(names[0]))


def _as_one(row: Sequence[str], at: int) -> list[TableLine]:
    """A row as one line, unless it is text set in a table."""
    cells = [(column, cell) for column, cell in enumerate(row) if cell not in _EMPTY]
    text = " ".join(cell for _, cell in cells)
    if not cells or "\n" in text or len(text) > LONGEST:
        return _cell_by_cell(row, at)
    return [TableLine("", at), TableLine(text, at, cells[0][0]), TableLine("", at)]


def _names(rows: Sequence[Sequence[str]], at: int) -> tuple[list[str], int]:
    """The names of the columns that a row gives, and where the rows below them begin.

    A name over several columns ("Đơn vị thực hiện") has a row of theirs below it ("Chủ trì", "Phối
    hợp"), where the other columns are empty.
    """
    names = [collapse(name) for name in rows[at]]
    below = [collapse(name) for name in rows[at + 1]] if at + 1 < len(rows) else []
    if len(below) <= len(names) or not any(_LEADS_HERE.search(plain(name)) for name in below):
        return names, at + 1
    whole: list[str] = []
    over = 0
    for name, before in zip(below, ["", *below], strict=False):
        if name not in _EMPTY:
            whole.append(name)
            continue
        over += before not in _EMPTY
        whole.append(names[over] if over < len(names) else "")
        over += 1
    return whole, at + 2


def _assignments(
    names: Sequence[str], rows: Sequence[Sequence[str]], begin: int
) -> list[TableLine]:
    lines: list[TableLine] = []
    above: Sequence[str] = [""] * len(names)
    for at, row in enumerate(rows[begin:], begin):
        if len(row) != len(names):
            lines += _cell_by_cell(row, at)
            continue
        # Who leads several tasks stands beside all of them, in one cell.
        above = [old if cell == MERGED else cell for old, cell in zip(above, row, strict=True)]
        lines += _assignment(names, above, row, at)
    return lines


def _cell_by_cell(row: Sequence[str], at: int) -> list[TableLine]:
    lines: list[TableLine] = []
    for column, cell in enumerate(row):
        if cell.strip() and cell != MERGED:
            lines += [TableLine("", at), *(TableLine(t, at, column) for t in cell.split("\n"))]
    return [*lines, TableLine("", at)]


def _assignment(
    names: Sequence[str], row: Sequence[str], printed: Sequence[str], at: int
) -> list[TableLine]:
    """The lines of a row; `printed` has `MERGED` where `row` has the words of the cell above."""
    cells = [collapse(cell) for cell in row]
    first = next((c for c, name in enumerate(names) if CONTENT.search(plain(name))), 0)
    ordinal = ""
    if first and _ORDINAL.match(plain(names[0])) and cells[0]:
        ordinal = cells[0] if re.search(r"[.)]$", cells[0]) else f"{cells[0]}."
    more = printed[first] == MERGED  # about the task above
    fields = [
        TableLine(f"- {name}: {cell}", at, column)
        for column, (name, cell) in enumerate(zip(names, cells, strict=True))
        if (printed[column] not in _EMPTY if more else cell and column != first)
        if more or not (column == 0 and ordinal)
    ]
    # The fields stand apart: a dash right behind words without a full stop would go on with them.
    said = [line for field in fields for line in (TableLine("", at), field)]
    if more:
        return said
    # A cell that is a list of its own keeps its lines; in a row that names a group, nothing is said.
    head, *content = row[first].strip().split("\n") if said else [cells[first]]
    lines = (collapse(f"{ordinal} {head}"), *content)
    return [TableLine("", at), *(TableLine(text, at, first) for text in lines), *said]
