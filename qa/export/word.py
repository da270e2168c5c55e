"""Tasks as a Word document: "Bảng tổng hợp nhiệm vụ" in official layout.

Page, type and head follow Decree 30/2020/NĐ-CP, Annex I: A4, Times New Roman, the state's name
and motto to the right, the body that makes the table to the left.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from index.register import Entry
from qa.export.columns import bodies, day, deadline_words, heading
from qa.messages import say

if TYPE_CHECKING:
    from docx.document import Document as Book
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

__all__ = ["write_docx"]

_WIDTHS_CM = (1.2, 11.0, 3.6, 2.6, 4.2, 3.1)
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # in XML 1.0


def write_docx(entries: Sequence[Entry], path: Path, agency: str | None, today: date) -> None:
    """Write the table, grouped by document in the order given."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    book = Document()
    section = book.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin, section.right_margin = Cm(2.0), Cm(2.0)
    section.top_margin, section.bottom_margin = Cm(2.0), Cm(2.0)
    style = book.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    style.paragraph_format.space_after = Pt(2)
    _head(book, today)
    of = say("table.of", agency=agency) if agency else say("table.all")
    _line(book.add_paragraph(), say("table.title"), bold=True, size=14)
    _line(book.add_paragraph(), of, bold=True)
    _line(book.add_paragraph(), say("tasks.count", count=len(entries)), italic=True)
    _table(book, entries)
    _foot(book)
    written = io.BytesIO()  # on a full disk a zip file left open would complain a second time
    book.save(written)
    path.write_bytes(written.getvalue())


def _line(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int | None = None,
    centred: bool = True,
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    run = paragraph.add_run(_ILLEGAL.sub(" ", text))
    run.bold, run.italic = bold, italic
    if size:
        run.font.size = Pt(size)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _head(book: Book, today: date) -> None:
    left, right = book.add_table(rows=1, cols=2).rows[0].cells
    _line(left.paragraphs[0], say("table.body"), bold=True)
    _line(left.add_paragraph(), "………………")
    _line(right.paragraphs[0], say("table.state"), bold=True)
    _line(right.add_paragraph(), say("table.motto"), bold=True, size=13)
    written = say("table.day", day=today.day, month=today.month, year=today.year)
    _line(right.add_paragraph(), f"…………, {written}", italic=True)


def _table(book: Book, entries: Sequence[Entry]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = book.add_table(rows=1, cols=len(_WIDTHS_CM))
    table.style, table.autofit = book.styles["Table Grid"], False
    for column, width in zip(table.columns, _WIDTHS_CM, strict=True):
        column.width = Cm(width)  # the grid, by which LibreOffice goes; Word goes by the cells
    head = table.rows[0]
    repeat = OxmlElement("w:tblHeader")  # the head row comes again on every page
    head._tr.get_or_add_trPr().append(repeat)  # noqa: SLF001 - python-docx has no name for it
    columns = ("row", "quote", "locator", "role", "agency", "deadline")
    _fill(head, [heading(column) for column in columns], bold=True)
    number = 0
    for source, tasks in groupby(entries, key=lambda entry: entry.head):
        cells = table.add_row().cells
        title = f"{source.number or say('unstated')}, {day(source.issued)}"
        described = " – ".join(part for part in (title, source.issuer, source.title) if part)
        _line(cells[0].merge(cells[-1]).paragraphs[0], described, bold=True, centred=False)
        for entry in tasks:
            number += 1
            role = say(f"role.{entry.task.role}")
            values = [
                str(number), entry.clause.text, entry.clause.locator, role, bodies(entry),
                deadline_words(entry),
            ]  # fmt: skip
            _fill(table.add_row(), values)


def _fill(row: _Row, values: Sequence[str], *, bold: bool = False) -> None:
    from docx.shared import Cm

    for cell, width, value in zip(row.cells, _WIDTHS_CM, values, strict=True):
        cell.width = Cm(width)
        _line(cell.paragraphs[0], value, bold=bold, centred=bold)


def _foot(book: Book) -> None:
    book.add_paragraph()
    left, right = book.add_table(rows=1, cols=2).rows[0].cells
    _line(left.paragraphs[0], say("table.maker"), bold=True)
    _line(right.paragraphs[0], say("table.head"), bold=True)
