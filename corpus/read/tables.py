"""Tables as lines: what a reader of the page takes from them, in the words that stand there.

A table without a heading row sets text side by side (the head and the tail of a directive): its
cells follow each other. An assignment table has a column for who leads: each row becomes the item
it stands for, every further cell behind the name of its column, as plans without tables print it
("Đơn vị chủ trì: Sở Y tế"). Any other table is its cells, row by row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.table_rows import CONTENT, ORDINAL, assigns
from corpus.text import collapse, plain

__all__ = ["MERGED", "table_lines"]

MERGED = "\x00"
"""Stands for a cell that goes on from the one above it."""

_EMPTY = ("", MERGED)
_LEADS_HERE = re.compile(r"chu tri|phoi hop")
_ORDINAL = re.compile(rf"{ORDINAL.pattern}|muc\W*$")


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Returns the lines of a table given as rows of cells; "" stands for a blank line.

    A cell may hold several lines. Cells of merged columns must be given once, a cell that goes on
    from the row above as `MERGED`.
    """
    for at in range(min(3, len(rows))):
        names, begin = _names(rows, at)
        if assigns(names):
            return _cell_by_cell(rows[:at]) + _assignments(names, rows[begin:])
    return _cell_by_cell(rows)


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


def _assignments(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines: list[str] = []
    above: Sequence[str] = [""] * len(names)
    for row in rows:
        if len(row) != len(names):
            lines += _cell_by_cell([row])
            continue
        # Who leads several tasks stands beside all of them, in one cell.
        above = [old if cell == MERGED else cell for old, cell in zip(above, row, strict=True)]
        lines += _assignment(names, above, row)
    return lines


def _cell_by_cell(rows: Sequence[Sequence[str]]) -> list[str]:
    lines: list[str] = []
    for row in rows:
        for cell in row:
            if cell.strip() and cell != MERGED:
                lines += ["", *cell.split("\n")]
        lines.append("")
    return lines


def _assignment(names: Sequence[str], row: Sequence[str], printed: Sequence[str]) -> list[str]:
    """The lines of a row; `printed` has `MERGED` where `row` has the words of the cell above."""
    cells = [collapse(cell) for cell in row]
    first = next((at for at, name in enumerate(names) if CONTENT.search(plain(name))), 0)
    ordinal = ""
    if first and _ORDINAL.match(plain(names[0])) and cells[0]:
        ordinal = cells[0] if re.search(r"[.)]$", cells[0]) else f"{cells[0]}."
    said = [
        f"- {name}: {cell}"
        for at, (name, cell) in enumerate(zip(names, cells, strict=True))
        if cell and at != first and not (at == 0 and ordinal)
    ]
    if printed[first] == MERGED:  # more about the task above
        own = zip(names, printed, strict=True)
        said = [f"- {name}: {collapse(cell)}" for name, cell in own if cell not in _EMPTY]
        return [line for field in said for line in ("", field)]
    if not said:  # a row that only names a group of tasks
        return ["", collapse(f"{ordinal} {cells[first]}")]
    # A cell that is a list of its own keeps its lines. The others stand apart: a dash right behind
    # words without a full stop would go on with them.
    content = row[first].strip().split("\n")
    fields = [line for field in said for line in ("", field)]
    return ["", collapse(f"{ordinal} {content[0]}"), *content[1:], *fields]
