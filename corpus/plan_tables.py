"""Assignment tables that arrive as one cell a line: who leads, who helps and by when, by column.

Text taken out of a page has the names of the columns one below the other ("TT", "Nhiệm vụ", "Cơ quan
chủ trì", "Thời gian"), then the cells row by row; which of them stand in which column, and which
are empty, is told by what the columns are for (see corpus/cells.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.assignments import Assignment, Work
from corpus.cells import CATCH_ALL, COLUMNS, dealt, roles_of, spanned
from corpus.deadlines import stated_time
from corpus.document import Clause, ClauseKind, Deadline
from corpus.table_rows import GROUP, NUMBER, assigns, names_ordinals

__all__ = ["read_plan_tables"]

_LONGEST = 24  # cells of a row, and items of lists within them
_LISTED = (None, "-", "–", "+", "•")
# Within a cell of several lines: what shall have come of the work, and by when.
_RESULT = re.compile(
    r"được (?:ban hành|phê duyệt|xây dựng|công bố|thực hiện|triển khai|hoàn thành|tổ chức|cập nhật)|"
    r"^(?:Giai đoạn|Năm|Quý|Tháng|Hoàn thành|Thường xuyên|Thực hiện thường xuyên|Ban hành trong) [^.]*$"
)
_SPAN = re.compile(r"(?:Giai đoạn|Năm|Quý|Tháng) [\dIV][^.;:]{0,20}")
_TIME = "Thời gian: "  # what a plan without a table has before it


def read_plan_tables(work: Work, body: Sequence[Clause]) -> None:
    """Give what the cells of a row say to its content, and take the other cells for no tasks."""
    at = 0
    while at < len(body):
        columns = _columns(body, at)
        if columns is None:
            at += 1
            continue
        at += 1 + len(columns)
        above, awaited = Assignment(), -1  # the row understood last, and the ordinal behind it
        term: Deadline | None = None  # of the group of rows
        while at < len(body) and not names_ordinals(body[at].text):
            if body[at].kind is ClauseKind.ANNEX:
                break
            if GROUP.match(body[at].text) and "time" not in columns:
                term = _group_term(work, body[at + 1 : at + 2])
            number = NUMBER.match(body[at].text)
            cells = _row(body, at) if number else []
            texts = [cell.text for cell in cells]
            spans = dealt(texts, columns)
            if spans is None and number and int(number[1]) == awaited:
                spans = spanned(texts, columns)
            if spans is None or number is None:
                at += 1
            else:
                row = [cells[first:behind] for first, behind in spans]
                above, awaited = _assign(work, columns, row, above, term), int(number[1]) + 1
                at += 1 + len(cells)


def _columns(body: Sequence[Clause], at: int) -> list[str | None] | None:
    """The roles of the columns whose names begin at a clause, or None if it begins no such table."""
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
    return roles if roles.count("lead") == 1 and "content" in roles else None


def _opens_row(text: str) -> bool:
    """Whether a text is the ordinal of a row, or of a group of them."""
    return NUMBER.match(text) is not None or GROUP.match(text) is not None


def _row(body: Sequence[Clause], at: int) -> list[Clause]:
    """The cells behind an ordinal, up to the next or to what is no cell any more."""
    cells: list[Clause] = []
    for clause in body[at + 1 : at + 1 + _LONGEST]:
        if _opens_row(clause.text) or clause.marker not in _LISTED:
            break
        cells.append(clause)
    return cells


def _group_term(work: Work, heading: Sequence[Clause]) -> Deadline | None:
    """The time for which a group of rows stands: "I" / "Giai đoạn 2025-2027"."""
    for cell in heading:
        if _SPAN.fullmatch(cell.text):
            return _stated(work, cell)
    return None


def _stated(work: Work, cell: Clause) -> Deadline | None:
    """The time that a cell states."""
    return stated_time(_TIME + cell.text, issued=work.issued, offset=cell.start - len(_TIME))


def _assign(
    work: Work,
    columns: Sequence[str | None],
    cells: Sequence[Sequence[Clause]],
    above: Assignment,
    term: Deadline | None,
) -> Assignment:
    """Give the content of a row what its other cells say, or the row above where they span it; `term` is
    that of its group, where no column has one."""
    said: dict[str | None, list[Clause]] = {}
    for role, column in zip(columns, cells, strict=True):
        said.setdefault(role, []).extend(column)
    assignment = Assignment(deadline=term) if said["lead"] else replace(above)
    for cell in said["lead"]:
        if (actors := work.reader(cell).actors(0)) and CATCH_ALL.match(cell.text, actors.end):
            assignment.doers += actors.members
    for cell in said.get("support", ()):
        if actors := work.reader(cell).actors(0):
            assignment.supporters += tuple(actor for actor in actors.members if not actor.open)
    for cell in said.get("time", ())[:1]:
        assignment.deadline = _stated(work, cell)
    whole = len(said["content"]) == 1
    content = {cell.index for cell in said["content"] if whole or not _RESULT.search(cell.text)}
    work.planned.update(dict.fromkeys(content, assignment))
    work.fields.update(cell.index for row in cells for cell in row if cell.index not in content)
    return assignment
