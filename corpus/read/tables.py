"""Tables as lines: what a reader of the page takes from them, in the words that stand there.

A table without a heading row sets text side by side (the head and the tail of a directive): its
cells follow each other. An assignment table has a column for who leads: each row becomes the item
it stands for, every further cell behind the name of its column, as plans without tables print it
("Đơn vị chủ trì: Sở Y tế"). Any other table is its cells, row by row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.table_rows import CONTENT, assigns
from corpus.text import collapse, plain

__all__ = ["table_lines"]

_ORDINAL = re.compile(r"^(?:s?tt|so tt|so thu tu|muc)\W*$")


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Returns the lines of a table given as rows of cells; "" stands for a blank line.

    A cell may hold several lines. Cells of merged columns must be given once.
    """
    heading = next((at for at, row in enumerate(rows[:3]) if assigns(row)), None)
    if heading is None:
        return _cell_by_cell(rows)
    names = [collapse(name) for name in rows[heading]]
    lines = _cell_by_cell(rows[:heading])
    for row in rows[heading + 1 :]:
        lines += _assignment(names, row) if len(row) == len(names) else _cell_by_cell([row])
    return lines


def _cell_by_cell(rows: Sequence[Sequence[str]]) -> list[str]:
    lines: list[str] = []
    for row in rows:
        for cell in row:
            if cell.strip():
                lines += ["", *cell.split("\n")]
        lines.append("")
    return lines


def _assignment(names: Sequence[str], row: Sequence[str]) -> list[str]:
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
    if not said:  # a row that only names a group of tasks
        return ["", collapse(f"{ordinal} {cells[first]}")]
    # A cell that is a list of its own keeps its lines.
    content = row[first].strip().split("\n")
    return ["", collapse(f"{ordinal} {content[0]}"), *content[1:], *said]
