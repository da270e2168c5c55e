"""Tables whose cells come one after the other, line by line, with nothing between them.

Where blank lines set the cells apart, each becomes a paragraph by itself. Without them only the
names of the columns and the ordinals of the rows tell a table from running text. In an assignment
table what the columns are for tells the cells of a row apart (see corpus/cells.py); in any other a
row is one paragraph, as corpus/table_rows.py makes it of paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from corpus.cells import COLUMNS, roles_of
from corpus.dealing import dealt
from corpus.lines import Line
from corpus.table_rows import GROUP, LONGEST, NUMBER, assigns, names_ordinals

__all__ = ["mark_cells"]

_LONGEST = 24  # lines of a row


def mark_cells(lines: Sequence[Line]) -> None:
    """Gives the lines of each cell, or row, of such a table a number of their own (`Line.cell`)."""
    cells = count(max((line.cell for line in lines), default=0) + 1)
    at = 0
    while at < len(lines):
        names = _names(lines, at)
        if names is None:
            at += 1
            continue
        for first, behind in names:
            _mark(lines[first:behind], next(cells))
        roles = roles_of([_text(lines[first:behind]) for first, behind in names[1:]])
        assigned = assigns([_text(lines[first:behind]) for first, behind in names])
        at = names[-1][1]
        while (end := _row_end(lines, at)) is not None:
            if assigned:
                _mark(lines[at : at + 1], next(cells))
                pieces = [(line.text,) for line in lines[at + 1 : end]]
                rows = dealt(pieces, roles) or dealt(pieces, roles, follows=True)
                for first, behind in rows[0] if rows else [(0, len(pieces))]:
                    if behind > first:
                        _mark(lines[at + 1 + first : at + 1 + behind], next(cells))
            else:
                _mark(lines[at:end], next(cells))
            at = end


def _mark(lines: Sequence[Line], cell: int) -> None:
    for line in lines:
        line.cell = cell


def _text(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _names(lines: Sequence[Line], at: int) -> list[tuple[int, int]] | None:
    """The lines of each column's name, or None if no such table begins here."""
    if lines[at].cell or not names_ordinals(lines[at].text):
        return None
    names = [(at, at + 1)]
    for here in range(at + 1, min(at + 2 * COLUMNS, len(lines))):
        line = lines[here]
        if NUMBER.match(line.text) or GROUP.match(line.text):
            break
        if line.gap > 0:
            return None  # cells that are set apart are paragraphs already
        if line.text[0].islower():
            names[-1] = (names[-1][0], here + 1)
        else:
            names.append((here, here + 1))
    else:
        return None
    texts = [_text(lines[first:behind]) for first, behind in names]
    if assigns(texts):
        return names if roles_of(texts[1:]).count("lead") == 1 else None
    return names if _counts(lines, names[-1][1]) else None


def _counts(lines: Sequence[Line], at: int) -> bool:
    """Whether ordinals count several rows from a line on: "1" … "2" …, with cells between them."""
    second = _row_end(lines, at)
    if second is None or lines[at].text.rstrip(".)") != "1" or second >= len(lines):
        return False
    long = sum(len(line.text) for line in lines[at:second]) > LONGEST
    return lines[second].text.rstrip(".)") == "2" and second - at > 2 and not long


def _row_end(lines: Sequence[Line], at: int) -> int | None:
    """Where the row ends that begins at a line with nothing but an ordinal, or None if none does."""
    if at >= len(lines) or not (NUMBER.match(lines[at].text) or GROUP.match(lines[at].text)):
        return None
    for here in range(at + 1, min(at + _LONGEST, len(lines))):
        text = lines[here].text
        if lines[here].gap > 0 or NUMBER.match(text) or GROUP.match(text):
            return here if here > at + 1 else None
    end = min(at + _LONGEST, len(lines))
    return end if end == len(lines) and end > at + 1 else None
