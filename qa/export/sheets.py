"""Tasks as Excel and CSV. What a document says can never become a formula of the sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from index.register import Entry
from qa.export.columns import COLUMNS, heading, row
from qa.messages import say

__all__ = ["write_csv", "write_xlsx"]

_CELL_LIMIT = 32_767  # characters that Excel allows in a cell
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = {
    "number": 20, "issued": 12, "issuer": 26, "title": 36, "locator": 26, "agency": 26,
    "role": 14, "quote": 80, "with": 30, "deadline": 24, "due": 12, "file": 30,
}  # fmt: skip


def write_csv(entries: Sequence[Entry], path: Path) -> None:
    """Write one row a task, UTF-8 with a mark so that Excel reads it as such.

    A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV
    Injection").
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([heading(column) for column in COLUMNS])
        for entry in entries:
            writer.writerow([_plain_cell(value) for value in row(entry)])


def _plain_cell(value: str | date | None) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else value.isoformat()
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def write_xlsx(entries: Sequence[Entry], path: Path) -> None:
    """Write one row a task: filters on, head row fixed, long text wrapped."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = say("table.sheet")
    sheet.append([heading(column) for column in COLUMNS])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DCE6F1")
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, entry in enumerate(entries, start=2):
        for column, value in enumerate(row(entry), start=1):
            cell = sheet.cell(number, column)
            cell.alignment = wrapped
            if isinstance(value, date):
                cell.value = value
                cell.number_format = "dd/mm/yyyy"
            elif value is not None:
                cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", value)[:_CELL_LIMIT]
                cell.data_type = "s"  # else a text that begins with "=" would be a formula
    for column, name in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS[name]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    written = io.BytesIO()  # on a full disk a zip file left open would complain a second time
    book.save(written)
    path.write_bytes(written.getvalue())
