"""Tables that arrive as one cell a line."""

from __future__ import annotations

import pytest

from corpus.document import SourceLine
from corpus.layout import clean


def paragraphs(text: str) -> list[str]:
    lines = [SourceLine(line, 1, at) for at, line in enumerate(text.split("\n"), 1)]
    return [paragraph.text for paragraph in clean(lines).paragraphs]


def cells(*rows: str) -> str:
    """Each cell a paragraph; "/" parts them."""
    return "\n\n".join(cell for row in rows for cell in row.split(" / "))


def test_what_an_ordinal_counts_is_one_paragraph() -> None:
    """From one ordinal to the next, the last as long as the others; what is around it stays."""
    found = paragraphs(
        cells(
            "PHỤ LỤC", "STT / Địa phương / Kinh phí hỗ trợ", "TỔNG / 2.615.000",
            "1 / TUYÊN QUANG / 152.100", "2 / CAO BẰNG / 73.400", "3 / HUẾ / 11.400",
            "Ghi chú: đơn vị tính là triệu đồng.",
        )
    )  # fmt: skip
    assert found == [
        "PHỤ LỤC", "STT", "Địa phương", "Kinh phí hỗ trợ", "TỔNG", "2.615.000",
        "1 TUYÊN QUANG 152.100", "2 CAO BẰNG 73.400", "3 HUẾ 11.400",
        "Ghi chú: đơn vị tính là triệu đồng.",
    ]  # fmt: skip


def test_sections_of_a_table_count_anew() -> None:
    """Their headings are no cells of the row above; an appendix that follows is none either."""
    found = paragraphs(
        cells(
            "TT / Dự án / Công suất (MW)", "I / NHIỆT ĐIỆN", "1 / LNG Quảng Ninh / 1500",
            "2 / LNG Hải Phòng / 1600", "II / THỦY ĐIỆN", "1 / Trị An / 200",
            "2 / Bác Ái / 1200", "PHỤ LỤC II",
        )
    )  # fmt: skip
    assert found[3:] == [
        "I", "NHIỆT ĐIỆN", "1 LNG Quảng Ninh 1500", "2 LNG Hải Phòng 1600",
        "II", "THỦY ĐIỆN", "1 Trị An 200", "2 Bác Ái 1200", "PHỤ LỤC II",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        # Who leads is read from the cells of an assignment table.
        cells(
            "TT / Nhiệm vụ / Cơ quan chủ trì", "1 / Xây dựng Luật / Bộ Tư pháp", "2 / Đào tạo / Bộ Nội vụ"
        ),
        # No column of ordinals.
        cells("Năm", "1 / Học kỳ", "2 / Học kỳ", "3 / Học kỳ"),
        # Text set in a table: each cell is a page of its own.
        cells("STT / Nội dung", f"1 / {'Nội dung thứ nhất. ' * 90}", f"2 / {'Thứ hai. ' * 180}"),
        # One row is no table.
        cells("STT / Tên", "1 / Sở Y tế", "Điều 2. Hiệu lực"),
    ],
)  # fmt: skip
def test_other_lines_stay_apart(text: str) -> None:
    """Where a row cannot be told, or would not be one."""
    assert len(paragraphs(text)) == len(text.split("\n\n"))


def test_the_first_row_of_a_table_is_no_footnote() -> None:
    """Though it begins as one would, and its mark stands in the text above."""
    text = "Danh sách kèm theo1.\n\nSTT\n\nTên thủ tục\n\n1 Cấp giấy phép khai thác\n\n2 Gia hạn giấy phép"
    lines = [SourceLine(line, 1, at) for at, line in enumerate(text.split("\n"), 1)]
    assert clean(lines).notes == ()


@pytest.mark.parametrize(
    ("names", "step"),
    [
        ("Các bước / Nội dung công việc / Trách nhiệm thực hiện / Thời gian", "Bước"),
        ("Bước thực hiện / Nội dung công việc / Đơn vị thực hiện / Thời gian", "Bước"),
        ("TT / Trình tự / Trách nhiệm / Thời gian", "B"),
    ],
)
def test_a_step_of_a_procedure_is_one_paragraph(names: str, step: str) -> None:
    """Who does it and how long it takes stand beside it, and the days of all in one line; the next
    procedure is none of its steps."""
    sep = " " if step == "Bước" else ""
    found = paragraphs(
        cells(
            names,
            f"{step}{sep}1 / Phân công thụ lý hồ sơ / Lãnh đạo Phòng Quản lý môi trường / 0,5 ngày",
            f"{step}{sep}2 / Thẩm định, xử lý hồ sơ / Chuyên viên Phòng Kinh tế / 6,5 ngày",
            f"{step}{sep}3 / Trả kết quả / Bộ phận Một cửa",
            "Tổng thời gian giải quyết TTHC / 12 ngày",
            "2. Phê duyệt kế hoạch tác động vào thời tiết",
        )
    )
    assert found[4:] == [
        f"{step}{sep}1 Phân công thụ lý hồ sơ Lãnh đạo Phòng Quản lý môi trường 0,5 ngày",
        f"{step}{sep}2 Thẩm định, xử lý hồ sơ Chuyên viên Phòng Kinh tế 6,5 ngày",
        f"{step}{sep}3 Trả kết quả Bộ phận Một cửa",
        "Tổng thời gian giải quyết TTHC 12 ngày",
        "2. Phê duyệt kế hoạch tác động vào thời tiết",
    ]


def test_a_long_step_stays_a_list_and_the_next_procedure_is_none() -> None:
    """What is done in a step may be a page; the others are rows for all that. Without a row that
    sums up, the last ends where the next procedure begins."""
    long = " / ".join(f"- Trường hợp thứ {n}: hồ sơ {'chưa đầy đủ ' * 6}" for n in range(16))
    found = paragraphs(
        cells(
            "Tên bước / Đơn vị / Thời hạn", f"Bước 1 / Tiếp nhận / {long}",
            "Bước 2 / Lãnh đạo Sở / 02 giờ / Hồ sơ", "Bước 3 / Văn thư / 01 giờ",
            "2. Thủ tục cấp lại giấy chứng nhận",
        )
    )  # fmt: skip
    assert found[3:5] == ["Bước 1", "Tiếp nhận"]
    assert found[-3:] == [
        "Bước 2 Lãnh đạo Sở 02 giờ Hồ sơ", "Bước 3 Văn thư 01 giờ",
        "2. Thủ tục cấp lại giấy chứng nhận",
    ]  # fmt: skip


def test_one_row_that_is_a_text_leaves_the_others_rows() -> None:
    """Procedures are listed with their terms, places and laws; where most are short, only the long
    ones stay in pieces. Where most are long it is text that is set in a table."""
    law = " / ".join(f"- Nghị định số {n}/2025/NĐ-CP {'quy định chi tiết ' * 6}" for n in range(20))
    short = "TT / Tên thủ tục / Thời hạn", "1 / Cấp bản sao / 01 ngày", "3 / Cấp đổi / 03 ngày"
    found = paragraphs(cells(*short[:2], f"2 / Chứng thực / {law}", *short[2:]))
    assert found[3:6] == ["1 Cấp bản sao 01 ngày", "2", "Chứng thực"]
    assert found[-1] == "3 Cấp đổi 03 ngày"
    long = cells("TT / Nội dung", f"1 / Một / {law}", f"2 / Hai / {law}", "3 / Ba")
    assert paragraphs(long)[-2:] == ["3", "Ba"]


def test_what_a_row_is_made_of_is_counted_in_rows_of_its_own() -> None:
    """As "3.1", "3.2": the row above them says what they are of."""
    found = paragraphs(
        cells(
            "TT / Nội dung chi / Mức chi", "1 / Chi tổ chức hội nghị / 100.000",
            "2 / Chi các cuộc họp", "2.1 / Chủ trì / 500.000", "2.2 / Thành viên / 200.000",
            "3 / Chi xây dựng văn bản / 300.000",
        )
    )  # fmt: skip
    assert found[3:] == [
        "1 Chi tổ chức hội nghị 100.000", "2 Chi các cuộc họp", "2.1 Chủ trì 500.000",
        "2.2 Thành viên 200.000", "3 Chi xây dựng văn bản 300.000",
    ]  # fmt: skip


def test_a_small_table_of_figures_is_one_paragraph() -> None:
    """With its columns' names and its unit; a table that an ordinal counts stays rows."""
    table = (
        "Đơn vị tính: 1.000 đồng/tháng", "Địa bàn / Mầm non / Tiểu học", "Đô thị / 190 / 110",
        "Nông thôn / 140 / 95", "Miền núi / 105 / 80",
    )  # fmt: skip
    found = paragraphs(cells("1. Mức học phí", *table, "2. Mức này là căn cứ để hỗ trợ học phí."))
    assert found == [
        "1. Mức học phí",
        " ".join(table).replace(" / ", " "),
        "2. Mức này là căn cứ để hỗ trợ học phí.",
    ]


def test_rows_counted_in_parts_stay_rows() -> None:
    found = paragraphs(
        cells("TT / Hộ / Số", "1 / Nghèo / 10", "1.1 / Mới / 4", "1.2 / Cũ / 6", "2 / Khác / 5")
    )
    assert "1.1 Mới 4" in found


@pytest.mark.parametrize(
    "row",
    [
        "Nông thôn / 140",  # as many figures in each row as there are columns
        "Nông thôn / 140 / 95 / 12",
        "Nông thôn / chưa có / 95",
    ],
)
def test_what_may_be_another_table_stays_apart(row: str) -> None:
    texts = ("Địa bàn / Mầm non / Tiểu học", "Đô thị / 190 / 110", row, "Miền núi / 105 / 80")
    assert len(paragraphs(cells(*texts))) == sum(len(text.split(" / ")) for text in texts)
