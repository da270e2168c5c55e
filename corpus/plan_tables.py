"""Assignment tables that arrive as one cell a line: who leads, who helps and by when, by column.

Text taken out of a page has the names of the columns one below the other ("TT", "Nhiệm vụ", "Cơ quan
chủ trì", "Thời gian"), then the cells row by row. Only a row of as many cells as there are columns is
read: in any other it cannot be told which cell stands in which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.assignments import Assignment, Work
from corpus.deadlines import stated_time
from corpus.document import Clause, ClauseKind
from corpus.table_rows import CONTENT, LEADS, ORDINAL, assigns
from corpus.text import plain

__all__ = ["read_plan_tables"]

_COLUMNS = 12  # at most
_NUMBER = re.compile(r"\d{1,3}[.)]?$")
_FIRST = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[A-D])[.)]?$")
_ROLES = (
    ("support", re.compile(r"phoi hop")),
    ("lead", LEADS),
    ("time", re.compile(r"thoi (?:gian|han)|tien do|hoan thanh")),
    ("content", CONTENT),
)
_NOTHING_ELSE = re.compile(r"\s*(?:\([^)]*\)|[;,]?\s*(?:các|những) [^.]*liên quan)?[\s.;]*$")
_SHORTEST = 4  # words that say what is to be done
_LONGEST_TIME = 80  # characters of a cell that says when
_TIME = "Thời gian: "  # what a plan without a table has before it


def read_plan_tables(work: Work, body: Sequence[Clause]) -> None:
    """Give what the cells of a row say to its content, and take the other cells for no tasks."""
    at = 0
    while at < len(body):
        columns = _columns(body, at)
        if columns is None:
            at += 1
            continue
        at += len(columns)
        while at < len(body) and not ORDINAL.match(plain(body[at].text)):
            if body[at].kind is ClauseKind.ANNEX:
                break
            cells = body[at : at + len(columns)]
            if _NUMBER.match(body[at].text) and _is_row(body, at, len(columns)):
                _assign(work, columns, cells)
                at += len(columns)
            else:
                at += 1


def _columns(body: Sequence[Clause], at: int) -> list[str | None] | None:
    """The roles of the columns whose names begin at a clause, or None if it begins no such table."""
    if not ORDINAL.match(plain(body[at].text)):
        return None
    names: list[str] = []
    for clause in body[at : at + _COLUMNS]:
        if names and _FIRST.match(clause.text):
            break
        names.append(clause.text)
    else:
        return None
    if not assigns(names):
        return None
    roles = [_role(name) for name in names]
    return roles if roles.count("lead") == 1 and "content" in roles else None


def _role(name: str) -> str | None:
    words = plain(name)
    return next((role for role, pattern in _ROLES if pattern.search(words)), None)


def _is_row(body: Sequence[Clause], at: int, columns: int) -> bool:
    """Whether a row has exactly that many cells: another, a heading or the end follows."""
    cells = body[at + 1 : at + columns]
    if len(cells) < columns - 1 or any(_FIRST.match(cell.text) for cell in cells):
        return False
    behind = body[at + columns] if at + columns < len(body) else None
    return behind is None or _FIRST.match(behind.text) is not None or behind.marker is not None


def _assign(work: Work, columns: Sequence[str | None], cells: Sequence[Clause]) -> None:
    """Give the content of a row what its other cells say, if its lead is bodies and nothing else."""
    lead = cells[columns.index("lead")]
    doers = work.reader(lead).actors(0)
    content = cells[columns.index("content")]
    if doers is None or not _NOTHING_ELSE.match(lead.text, doers.end):
        return
    if len(content.text.split()) < _SHORTEST:
        return
    assignment = work.planned[content.index] = Assignment(doers.members)
    for role, cell in zip(columns, cells, strict=True):
        if role == "support" and (actors := work.reader(cell).actors(0)):
            assignment.supporters = tuple(actor for actor in actors.members if not actor.open)
        elif role == "time" and len(cell.text) <= _LONGEST_TIME:
            assignment.deadline = stated_time(
                _TIME + cell.text, issued=work.issued, offset=cell.start - len(_TIME)
            )
    work.fields.update(cell.index for cell in cells if cell is not content)
