"""Rows of a table that arrives as one cell a line, each put together again.

Text taken out of a page has every cell of a table on a line of its own: "1" / "TUYÊN QUANG" /
"152.100". Only together do they say something. Where a column of ordinals ("STT", "TT") counts the
rows, or the steps of a procedure do ("Bước 1"), what stands from one ordinal to the next is a row,
and a row is one paragraph.

A small table of figures is one paragraph as a whole: its figures say nothing without the names of
their columns.

Assignment tables are left as they are: their cells say who leads (see corpus/plan_tables.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.lines import Line
from corpus.marks import is_upper
from corpus.text import collapse, plain

__all__ = [
    "CONTENT",
    "ENDS",
    "GROUP",
    "LEADS",
    "LONGEST",
    "MEASURED",
    "NUMBER",
    "ORDINAL",
    "assigns",
    "names_ordinals",
    "with_rows",
]

ORDINAL = re.compile(r"(?:s?tt|so tt|(?:so )?thu tu)\W*$")
"""What names the column that counts the rows, without diacritics."""

CONTENT = re.compile(
    r"noi dung|nhiem vu|cong viec|hoat dong|giai phap|^ten (?:nhiem vu|cong viec|hoat dong|van ban|de an|chi tieu|thong tin|bao cao)"
)
"""What names the column of an assignment table that says what is to be done."""

MEASURED = re.compile(r"^(?:cac )?chi tieu")
"""What names the column that says what is to be reached, where no other says what is to be done."""

LEADS = re.compile(
    r"chu tri|(?:don vi|co quan) (?:thuc hien|chiu trach nhiem|dau moi|tham muu|phu trach|duoc giao)"
)
"""What names the column that says who leads."""

NUMBER = re.compile(r"(\d{1,3})[.)]?$")
"""The ordinal of a row, and nothing else."""

GROUP = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])(?:\.\d{1,2})?[.)]?$")
"""The ordinal of a row that only names a group of rows."""

LONGEST = 1500
"""Characters of a row; longer ones are text set in a table."""

ENDS = re.compile(
    r"(?:PHỤ LỤC|BIỂU|MẪU|DANH MỤC|DANH SÁCH|B[Ảả]ng [IVX\d]+)(?!\w)|Nơi nhận|Ghi chú:|\*"
)
"""How a paragraph opens that is of no table any more."""

# What names the column that counts the steps of a procedure, and what counts them.
_STEPS = re.compile(
    r"(?:cac |ten |thu tu )?buoc(?: thuc hien| cong viec)?\W*$|(?:thu tu|trinh tu)(?: cong viec| thuc hien)?\W*$"
)
_STEP = re.compile(r"(?:bước|b) ?(\d{1,2})[.:]?$", re.IGNORECASE)
_PART = re.compile(r"\d{1,3}(?:\.\d{1,2}){1,2}\.?$")
_ITEM = re.compile(r"(?:[2-9]|\d{2})[.)] \S|[IVX]{1,4}\. \S")
_TOTAL = re.compile(r"Tổng (?:thời gian|cộng|số ngày)(?!\w)")
_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])[.)]?$")
_BETWEEN = 40  # paragraphs from one ordinal to the next, and from the names of columns to the first
_FEWEST = 2  # rows
_SHORT = 20  # characters of such a name at most

Lines = list[Line]


def names_ordinals(text: str) -> bool:
    """Whether a text names the column that counts the rows, and nothing else."""
    return len(text) <= _SHORT and ORDINAL.match(plain(text)) is not None


def with_rows(groups: Sequence[Lines]) -> list[Lines]:
    """Returns the paragraphs, each a run of lines, with those of one row, or of a small table of
    figures, put together."""
    groups = _with_figures(groups)
    texts = [" ".join(line.text for line in group) for group in groups]
    numbers = [_number(text) for text in texts]
    found: list[Lines] = []
    at = 0
    for begin, end in _tables(texts, numbers):
        for first, behind in _rows(texts, numbers, begin, end):
            found += groups[at:first]
            found.append([line for group in groups[first:behind] for line in group])
            at = behind
    return [*found, *groups[at:]]


# What each of the cells of a table of figures may be: no sentence, no item of a list.
_CELL = re.compile(
    r"(?!\(Kèm|[-–+•*] ?\S|\d{1,3}(?:\.\d+)*[.)] \S|[a-zđ]\) |Điều \d|Khoản \d)[^.;:]*$"
)
_FIGURE = re.compile(r"[-–]?\d[\d.,]*(?: ?%)?$|[-–]$")
_UNIT = re.compile(r"\(?Đơn vị(?: tính)? ?:|\(?ĐVT ?:", re.IGNORECASE)
_CELL_LENGTH, _TABLE_LENGTH = 60, 700  # characters at most
_FEWEST_CELLS, _FIGURES = 8, 0.4  # cells, and how many of them are figures


def _with_figures(groups: Sequence[Lines]) -> list[Lines]:
    """The paragraphs with those of one small table of figures put together, with the line above it
    that says what they are counted in."""
    texts = [" ".join(line.text for line in group) for group in groups]
    found: list[Lines] = []
    at = 0
    while at < len(groups):
        behind = next((n for n in range(at, len(groups)) if not _is_cell(texts[n])), len(groups))
        last = next((n for n in range(behind, at, -1) if _FIGURE.match(texts[n - 1])), at)
        first = _first_cell(texts[at:last])
        if first is None:
            found += groups[at : max(behind, at + 1)]
            at = max(behind, at + 1)
            continue
        found += groups[at : at + first]
        above = found.pop() if found and _UNIT.match(texts[at + first - 1]) else []
        found.append([*above, *(line for group in groups[at + first : last] for line in group)])
        at = last
    return found


def _is_cell(text: str) -> bool:
    """Whether a paragraph may be a cell of a table of figures."""
    if _FIGURE.match(text):
        return True
    title = is_upper(text) and len(text) > _SHORT
    return len(text) <= _CELL_LENGTH and not title and _CELL.match(text) is not None


def _first_cell(cells: Sequence[str]) -> int | None:
    """Where a small table of figures begins, in a run of cells that ends with a figure: one whose
    rows no column counts, or of which one counted row has several; None where there is none."""
    if len(cells) < _FEWEST_CELLS or sum(map(len, cells)) > _TABLE_LENGTH:
        return None
    counted = names_ordinals(cells[0])
    if counted and any(_PART.match(text) or _SECTION.match(text) for text in cells):
        return None
    ordinals = 0
    kinds = []
    for text in cells:
        ordinal = counted and _number(text) == ordinals + 1
        ordinals += ordinal
        kinds.append("o" if ordinal else "f" if _FIGURE.match(text) else "t")
    shape = "".join(kinds)
    if counted:
        several = len(re.findall("tf", shape)) > ordinals + 1
        return 0 if several and shape.count("f") >= _FIGURES * len(cells) else None
    table = re.fullmatch(r"(t+)t(f{2,})(?:t\2)+", shape)
    # Above the names of the columns may stand a title.
    first = len(table[1]) - len(table[2]) - 1 if table else -1
    return first if first >= 0 else None


def _number(text: str) -> int | None:
    """Which row, or step, an ordinal counts; None for other texts."""
    counted = NUMBER.match(text) or _STEP.match(text)
    return int(counted[1]) if counted else None


def assigns(names: Sequence[str]) -> bool:
    """Whether these names of columns, in a row, are those of a table of who does what."""
    keys = [plain(collapse(name)) for name in names]
    return (
        len(names) >= 3
        and any(LEADS.search(key) and len(key) < 60 for key in keys)
        and any((CONTENT.search(key) or MEASURED.search(key)) and len(key) < 60 for key in keys)
    )


def _tables(texts: Sequence[str], numbers: Sequence[int | None]) -> list[tuple[int, int]]:
    """Where the rows of each table begin, and where its last can at most end."""
    heads = [
        at
        for at, text in enumerate(texts)
        if names_ordinals(text) or (len(text) <= _SHORT and _STEPS.match(plain(text)))
    ]
    tables: list[tuple[int, int]] = []
    for at, head in enumerate(heads):
        end = heads[at + 1] if at + 1 < len(heads) else len(texts)
        first = next(
            (n for n in range(head + 1, min(end, head + 1 + _BETWEEN)) if _begins(texts[n])), None
        )
        if first is None or numbers[first] != 1:
            continue
        steps = _STEP.match(texts[first]) is not None
        if steps or not assigns(texts[head:first]):
            tables.append((first, end))
    return tables


def _begins(text: str) -> bool:
    """Whether a first row begins here: with its ordinal, or as a whole, put together already."""
    return re.match(r"0?1(?:[.)]?$| \S)", text) is not None or _number(text) == 1


def _rows(
    texts: Sequence[str], numbers: Sequence[int | None], begin: int, end: int
) -> list[tuple[int, int]]:
    """The rows of a table as (first paragraph, the one behind the last)."""
    rows: list[tuple[int, int]] = []
    run = [begin]
    at = begin + 1
    while at < end and at - run[-1] <= _BETWEEN:
        if numbers[at] == (numbers[run[-1]] or 0) + 1:
            run.append(at)
        elif numbers[at] == 1 and len(run) > 1 and _opens_section(texts, run[-1], at):
            rows += _of_run(texts, run)
            run = [at]
        at += 1
    rows += _of_run(texts, run)
    return rows


def _of_run(texts: Sequence[str], run: Sequence[int]) -> list[tuple[int, int]]:
    """The rows that a run of ordinals counts; the last is as long as most of them."""
    if len(run) < _FEWEST:
        return []
    steps = _STEP.match(texts[run[0]]) is not None
    usual = Counter(b - a for a, b in pairwise(run)).most_common(1)[0][0]
    last = min(run[-1] + usual, len(texts))
    if steps:  # behind the last may stand the next procedure
        last = next((n for n in range(run[-1] + 1, last) if _ITEM.match(texts[n])), last)
    ends = [*run[1:], last]
    rows = [
        part
        for first, end in zip(run, ends, strict=True)
        for part in _parts(texts, first, _before_section(texts, first, end))
    ]
    whole = [sum(len(text) + 1 for text in texts[first:end]) for first, end in rows]
    # What is done in a long one is a list, which stays one; most of a table is no such text.
    kept = [row for row, length in zip(rows, whole, strict=True) if length <= LONGEST]
    if steps:
        return [*kept, *_total(texts, rows[-1][1])]
    return kept if 2 * len(kept) > len(rows) and usual > 1 else []


def _parts(texts: Sequence[str], first: int, end: int) -> list[tuple[int, int]]:
    """A row by itself, or what it is made of, if that is counted: "3.1", "3.2"."""
    starts = [first, *(at for at in range(first + 1, end) if _PART.match(texts[at]))]
    return list(pairwise([*starts, end]))


def _total(texts: Sequence[str], at: int) -> list[tuple[int, int]]:
    """The row that sums up the steps above it, if there is one: "Tổng thời gian" / "12 ngày"."""
    if at + 1 < len(texts) and _TOTAL.match(texts[at]) and len(texts[at + 1]) <= _SHORT:
        return [(at, at + 2)]
    return []


def _before_section(texts: Sequence[str], first: int, end: int) -> int:
    """Where a row ends at the latest: at the heading of a section, or behind the table."""
    for at in range(first + 1, end):
        if ENDS.match(texts[at]) or _TOTAL.match(texts[at]):
            return at
        if _SECTION.match(texts[at]) and at + 1 < end and is_upper(texts[at + 1]):
            return at
    return end


def _opens_section(texts: Sequence[str], last: int, at: int) -> bool:
    """Whether a section's heading stands between the last row and an ordinal that begins anew."""
    return any(_SECTION.match(text) or is_upper(text) for text in texts[last + 1 : at])
