"""Assignment tables that arrive as one cell a line: who leads, who helps and by when, by column.

Text taken out of a page has the names of the columns one below the other ("TT", "Nhiệm vụ", "Cơ quan
chủ trì", "Thời gian"), then the cells row by row; which of them stand in which column, and which
are empty, is told by what the columns are for (see corpus/dealing.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.actor import Actor
from corpus.assignments import Assignment, Work
from corpus.cell_bodies import bodies_of
from corpus.cell_terms import term_of
from corpus.cells import COLUMNS, RESULT, SHORTEST, is_time, roles_of
from corpus.dealing import Row, dealt
from corpus.document import Clause, ClauseKind, Deadline
from corpus.table_rows import ENDS, GROUP, NUMBER, assigns, names_ordinals

__all__ = ["read_plan_tables"]

_LONGEST = 200  # paragraphs of a row, and items of lists within its cells
_LISTED = (None, "-", "–", "+", "•")
_PART = re.compile(r"\d{1,3}\.\d{1,2}[.)]?$")
# What shall have come of the work, said where the work is.
_NO_WORK = re.compile(
    r"(?:sản phẩm|kết quả|mục tiêu|chỉ tiêu)[^:.]{0,30}:|trong đó:?$", re.IGNORECASE
)
_OF_WHICH = re.compile(r"(?:^|\s)trong đó:?$", re.IGNORECASE)  # parts of what was said follow

_Cells = list[list[Clause]]


@dataclass(slots=True)
class _Table:
    """A table while its rows are read one after the other."""

    work: Work
    breaks: Collection[int]
    roles: Sequence[str | None]
    above: Assignment | None = None  # the row understood last, or who leads by the title of a group
    awaited: Sequence[str] | None = ()  # the ordinals that may stand behind that row; None: any
    term: Deadline | None = None  # of a group of rows, by its title

    def cells(self, clauses: Sequence[Clause]) -> _Cells:
        """Returns the paragraphs of each cell."""
        cells: _Cells = []
        for clause in clauses:
            if not cells or self.work.clauses[clause.index - 1].end + 1 in self.breaks:
                cells.append([])
            cells[-1].append(clause)
        return cells

    def dealt(self, cells: _Cells, *, last: bool, follows: bool = False) -> list[Row] | None:
        """Returns the rows that the cells make up; `follows`: who leads may stand above."""
        texts = [tuple(clause.text for clause in cell) for cell in cells]
        rows = dealt(texts, self.roles, apart=True, last=last)
        if rows is None and follows and self.above is not None:
            rows = dealt(texts, self.roles, apart=True, last=last, follows=True)
        return rows


def read_plan_tables(work: Work, body: Sequence[Clause], breaks: Collection[int]) -> None:
    """Give what the cells of a row say to its content, and take the other cells for no tasks.

    `breaks`: where paragraphs begin that stand apart from the one above, each a cell of its own.
    """
    at = 0
    while at < len(body):
        columns = _columns(body, at)
        if columns is None:
            at += 1
            continue
        at += 1 + columns[0]
        table = _Table(work, breaks, columns[1])
        ordinal = ""
        while at < len(body) and not _ends_table(body[at]):
            end = at + 1
            if _opens_row(body[at].text, ordinal):
                ordinal, end = body[at].text, _row_end(body, at)
            if end > at + 1:
                _read_row(table, body, at, end)
            at = end


def _columns(body: Sequence[Clause], at: int) -> tuple[int, list[str | None]] | None:
    """How many names of columns begin behind a clause, and their roles; None if it begins no such
    table."""
    if not names_ordinals(body[at].text):
        return None
    names: list[str] = []
    for clause in body[at : at + COLUMNS]:
        if names and _opens_row(clause.text):
            break
        names.append(clause.text)
    else:
        return None
    if not assigns(names):
        return None
    roles = roles_of(names[1:])
    leads = roles.count("lead") == 1 and "content" in roles
    return (len(names) - 1, roles) if leads else None


def _opens_row(text: str, above: str = "") -> bool:
    """Whether a text is the ordinal of a row, or of a group of them, behind the ordinal `above`."""
    if _PART.match(text):  # else "2.1" is an amount
        first = GROUP.match(above) is not None and text.rstrip(".)").endswith(".1")
        return first or _plain(text) in _behind(above)
    return NUMBER.match(text) is not None or GROUP.match(text) is not None


def _plain(ordinal: str) -> str:
    return ordinal.rstrip(".)").lstrip("0")


def _behind(ordinal: str) -> tuple[str, ...]:
    """The ordinals that can stand behind that of a row: "2.2" and "3" behind "2.1"."""
    whole, _, part = _plain(ordinal).partition(".")
    return (str(int(whole) + 1), f"{whole}.{int(part or 0) + 1}") if whole.isdigit() else ()


def _ends_table(clause: Clause) -> bool:
    """Whether an annex begins, or the names of the columns are printed again."""
    return clause.kind is ClauseKind.ANNEX or names_ordinals(clause.text)


def _is_cell(clause: Clause, ordinal: str) -> bool:
    """Whether a clause can be a cell of the row with an ordinal, or an item of a list within one."""
    opens = _opens_row(clause.text, ordinal) or ENDS.match(clause.text) or _ends_table(clause)
    return clause.marker in _LISTED and not opens


def _row_end(body: Sequence[Clause], at: int) -> int:
    """Where a row ends: at the next ordinal, or at what is no cell any more."""
    for here in range(at + 1, min(at + 1 + _LONGEST, len(body))):
        if not _is_cell(body[here], body[at].text):
            return here
    return min(at + 1 + _LONGEST, len(body))


def _read_row(table: _Table, body: Sequence[Clause], at: int, end: int) -> None:
    """Read the cells behind an ordinal. That of a group has its title first, which may be all."""
    cells = table.cells(body[at + 1 : end])
    ordinal = body[at].text
    last = end == len(body) or not _opens_row(body[end].text, ordinal)
    if GROUP.match(ordinal):
        _read_title(table, ordinal, cells[0])
        rows = table.dealt(cells[1:], last=last, follows=True)
        cells = cells[1:] if rows else cells
        rows = rows or table.dealt(cells, last=last)
    else:
        follows = table.awaited is None or _plain(ordinal) in table.awaited
        rows = table.dealt(cells, last=last, follows=follows)
        table.awaited = _behind(ordinal) if rows else ()
    for row in rows or ():
        _assign(table, [cells[first:behind] for first, behind in row])


def _read_title(table: _Table, ordinal: str, title: Sequence[Clause]) -> None:
    """Read the title of a group of rows: who leads where they name nobody, or when they are due."""
    bodies = bodies_of(table.work.reader(title[0])) if len(title) == 1 else None
    table.above, table.awaited = (Assignment(bodies), None) if bodies else (None, ())
    if is_time(title[0].text):
        table.term = term_of(title[:1], table.work.issued)
    elif "." not in ordinal.rstrip("."):  # of no part of the group whose title tells the time
        table.term = None
    table.work.fields.update(clause.index for clause in title)


def _assign(table: _Table, row: Sequence[_Cells]) -> None:
    """Give the content of a row what its other cells say, or what those of the row above say where
    they stand beside both."""
    said: dict[str | None, _Cells] = {}
    for role, cells in zip(table.roles, row, strict=True):
        said.setdefault(role, []).extend(cells)
    work, above = table.work, table.above
    assignment = replace(above) if above and not said["lead"] else Assignment(deadline=table.term)
    if said["lead"]:
        assignment.doers = tuple(actor for cell in said["lead"] for actor in _named(work, cell))
    if helping := said.get("support"):
        named = (actor for cell in helping for actor in _helpers(work, cell))
        assignment.supporters = tuple(actor for actor in named if not actor.open)
    if times := said.get("time"):
        assignment.deadline = term_of([clause for cell in times for clause in cell], work.issued)
    content = _content(said)
    work.planned.update(dict.fromkeys(content, assignment))
    every = {clause.index for cells in row for cell in cells for clause in cell}
    work.fields.update(every - content)
    work.fields -= content  # of a row that seemed to be no more than the title of a group
    table.above = assignment


def _content(said: Mapping[str | None, _Cells]) -> set[int]:
    """The paragraphs of a row that say what is to be done."""
    told = [clause for cell in said["content"] or said.get("title", []) for clause in cell]
    if parts := [at for at, clause in enumerate(told) if _OF_WHICH.search(clause.text)]:
        told = told[: parts[0] + 1]
    told = told[:1] + [clause for clause in told[1:] if len(clause.text.split()) >= SHORTEST]
    work = [clause for clause in told if not _NO_WORK.match(clause.text)]
    if len(told) > 1 and len(work) == len(told) and not said.get("result"):
        work = [clause for clause in work if not RESULT.search(clause.text)]
    return {clause.index for clause in work}


def _named(work: Work, cell: Sequence[Clause]) -> tuple[Actor, ...]:
    """The bodies that the paragraphs of a cell list, or all of them together: "UBND" / "phường Nếnh"."""
    each = [bodies_of(work.reader(clause)) for clause in cell]
    whole = replace(cell[0], text=" ".join(clause.text for clause in cell))
    together = bodies_of(work.reader(whole)) if None in each else None
    return together or tuple(actor for bodies in each for actor in bodies or ())


def _helpers(work: Work, cell: Sequence[Clause]) -> tuple[Actor, ...]:
    """Who helps, by a cell that may name others, too, whom the grammar of names does not know."""
    first = work.reader(cell[0]).actors(0)
    return _named(work, cell) or (first.members if first else ())
