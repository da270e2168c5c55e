"""Exports hold every task, read back as they were, and never carry a formula."""

from __future__ import annotations

import csv
import gc
import warnings
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx import api as docx_api
from icalendar import Calendar
from openpyxl import load_workbook

from corpus.document import Clause, ClauseKind, Deadline, Role, Task
from corpus.errors import UsageError
from index.register import Entry
from index.rows import Head
from qa.export.calendar import write_ics
from qa.export.sheets import write_csv, write_xlsx
from qa.export.word import write_docx
from qa.export.write import FORMATS, write
from qa.messages import _TEXTS, say

FORMULA = '=HYPERLINK("http://x","y")'


def entry(
    text: str = "Tổ chức xét nghiệm; báo cáo kết quả.",
    deadline: Deadline | None = None,
    number: str | None = "15/CT-UBND",
    issued: date | None = date(2025, 3, 4),
    together: tuple[str, ...] = (),
) -> Entry:
    head = Head(1, "id", number, "Chỉ thị", "Về phòng dịch", "UBND tỉnh Sơn Hà", issued, "/x/a.txt")
    clause = Clause(3, ClauseKind.BULLET, "mục 1, gạch đầu dòng 2", text, 0, len(text))
    return Entry(head, clause, Task("Sở Y tế", Role.LEAD, 3, "Sở Y tế", together, deadline))


DATED = Deadline("trước ngày 10/3/2025", date(2025, 3, 10), False, 0, 5, date(2025, 3, 10))
QUARTER = Deadline("Quý I/2026", None, False, 0, 5, date(2026, 3, 31))
DAILY = Deadline("trước 15h00 hằng ngày", None, True, 0, 5)
SOFT = Deadline("thường xuyên", None, True, 0, 5)
NASTY = [FORMULA, "+1+1", "-2", "@SUM(A1)", "\tx", "a\x0bb\x00c", "<b>&\"'", "dài " * 20_000]


def test_excel_holds_a_row_a_task(tmp_path: Path) -> None:
    """Values, dates, filters and the fixed head row come back."""
    write_xlsx(
        [entry(deadline=DATED, together=("Công an tỉnh",)), entry(number=None, issued=None)],
        tmp_path / "t.xlsx",
    )
    sheet = load_workbook(tmp_path / "t.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    head = dict(zip(rows[0], rows[1], strict=True))
    assert head["Số ký hiệu"] == "15/CT-UBND"
    assert head["Hạn cuối"] == datetime(2025, 3, 10)  # noqa: DTZ001 - a cell has no zone
    assert head["Vai trò"] == "chủ trì"
    assert head["Cùng với"] == "Công an tỉnh"
    assert rows[2][0] is None
    assert sheet.auto_filter.ref == "A1:L3"
    assert sheet.freeze_panes == "A2"
    assert sheet["H2"].alignment.wrap_text


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_no_text_becomes_a_formula(tmp_path: Path, text: str) -> None:
    """What a document says is text in every format, whatever it looks like."""
    entries = [entry(text, number=text[:300])]
    write_xlsx(entries, tmp_path / "t.xlsx")
    cell = load_workbook(tmp_path / "t.xlsx").active["H2"]
    assert cell.data_type == "s"
    assert cell.value.startswith(text[:1].replace("\x00", " "))
    write_csv(entries, tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        values = [value for row in list(csv.reader(file))[1:] for value in row]
    assert not [value for value in values if value.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert text in {value.removeprefix("'") for value in values}
    write_docx(entries, tmp_path / "t.docx", text[:100], date(2025, 1, 1))
    write_ics([entry(text, deadline=DATED)], tmp_path / "t.ics")


def test_word_is_the_table_of_an_office(tmp_path: Path) -> None:
    """Title, agency, count, and one row a task below its document, numbered through."""
    write_docx(
        [entry(), entry("Khác.", deadline=QUARTER)],
        tmp_path / "t.docx",
        "Sở Y tế",
        date(2025, 4, 5),
    )
    book = docx_api.Document(str(tmp_path / "t.docx"))
    text = "\n".join(paragraph.text for paragraph in book.paragraphs)
    assert "BẢNG TỔNG HỢP NHIỆM VỤ\ncủa Sở Y tế\n2 nhiệm vụ" in text
    head, table, _ = book.tables
    assert "ngày 05 tháng 04 năm 2025" in head.rows[0].cells[1].text
    assert [row.cells[0].text for row in table.rows][2:] == ["1", "2"]
    assert "15/CT-UBND, 04/03/2025" in table.rows[1].cells[0].text
    assert table.rows[3].cells[5].text == "Quý I/2026 (31/03/2026)"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk_is_one_clear_mistake(form: str) -> None:
    """Nothing is left open that would complain a second time, with a traceback."""
    with warnings.catch_warnings(action="ignore"):
        gc.collect()  # what other tests have left open is not of this one
    with pytest.raises(UsageError, match="/dev/full"):
        write(form, [entry(deadline=DATED)], Path("/dev/full"), None)
    gc.collect()


def test_calendar_holds_each_deadline_on_its_last_day(tmp_path: Path) -> None:
    """Days and rhythms become events; what has neither is counted out; ids stay the same."""
    now = datetime(2025, 6, 7, tzinfo=UTC)
    entries = [
        entry("A", DATED),
        entry("B", QUARTER),
        entry("C", DAILY),
        entry("D", SOFT),
        entry("E"),
    ]
    assert write_ics(entries, tmp_path / "t.ics", now) == 3
    first = (tmp_path / "t.ics").read_bytes()
    events = Calendar.from_ical(first).walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == [
        date(2025, 3, 10),
        date(2026, 3, 31),
        date(2025, 3, 4),
    ]
    assert events[2]["rrule"]["FREQ"] == ["DAILY"]
    assert events[0]["summary"] == "Hạn: Sở Y tế – A"
    write_ics(entries, tmp_path / "t.ics", now)
    assert (tmp_path / "t.ics").read_bytes() == first


def test_every_text_has_both_languages_with_the_same_values(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No text is empty in either language, and both take the same values."""
    for name, (vietnamese, english) in _TEXTS.items():
        assert vietnamese.strip(), name
        assert english.strip(), name
        assert _fields(vietnamese) == _fields(english), name
    assert say("role.lead") == "chủ trì"
    monkeypatch.setenv("CHIDAO_LANG", "en")
    assert say("role.lead") == "lead"


def _fields(text: str) -> set[str]:
    from string import Formatter

    return {field.partition(":")[0] for _, field, _, _ in Formatter().parse(text) if field}


def test_two_days_of_one_task_are_two_events(tmp_path: Path) -> None:
    """Each term has its own day; together they have none."""
    both = Deadline("trước ngày 15/6/2025 và trước ngày 15/12/2025", None, False, 0, 5)
    assert write_ics([entry("Báo cáo.", both)], tmp_path / "t.ics") == 2
    events = Calendar.from_ical((tmp_path / "t.ics").read_bytes()).walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == [date(2025, 6, 15), date(2025, 12, 15)]
    assert len({event["uid"] for event in events}) == 2
