"""Assignment tables whose cells follow each other line by line, with nothing between them."""

from __future__ import annotations

import re

import pytest

from corpus.dealing import dealt
from corpus.document import Document, SourceLine
from corpus.parse import parse

HEAD = """ỦY BAN NHÂN DÂN
TỈNH TUYÊN QUANG
Số: 241/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tuyên Quang, ngày 09 tháng 12 năm 2025

KẾ HOẠCH
Chuyển đổi số y tế cơ sở năm 2026

Các cơ quan, đơn vị thực hiện nhiệm vụ tại Phụ lục kèm theo.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH
Phan Huy Ngọc

PHỤ LỤC
DANH MỤC NHIỆM VỤ NĂM 2026

"""
NAMES = """TT
Nội dung nhiệm vụ
Cơ quan chủ trì
Cơ quan phối hợp
Thời gian
hoàn thành
Sản phẩm
"""
ROWS = """I
Hạ tầng, nền tảng số
1
Khảo sát hiện trạng đường truyền, máy tính, nguồn điện tại
124 trạm y tế
Sở Y tế
Công an tỉnh; UBND các xã, phường
Tháng 02/2026
Báo cáo khảo sát
2
Nâng cấp nền tảng tích hợp, chia sẻ dữ liệu (LGSP) của tỉnh,
kết nối với hệ thống của Bộ Y tế
Sở Khoa học
và Công nghệ
Trước ngày 31/5/2026
Nền tảng được nghiệm thu
II
Ứng dụng, dịch vụ
3
Đẩy mạnh thanh toán viện phí không dùng tiền mặt
Sở Y tế
Ngân hàng Nhà nước khu vực 5
Thường xuyên
"""


def read(text: str) -> Document:
    lines = [SourceLine(line, 1, at) for at, line in enumerate(text.split("\n"), 1)]
    return parse(lines, "a.txt", "0" * 64)


def tasks(document: Document) -> list[tuple[str, str, str, str | None]]:
    return [
        (
            document.clauses[task.clause].text.split()[0], task.agency, str(task.role),
            task.deadline.text if task.deadline else None,
        )
        for task in document.tasks
    ]  # fmt: skip


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["rows in a row", "rows set apart"])
def test_every_row_says_who_leads_who_helps_and_by_when(between):
    """Cells that are broken over lines, a cell that is empty, rows that only name a group."""
    rows = re.sub(r"\n(?=(?:I{1,2}|\d)\n)", between, f"\n{ROWS}")
    assert tasks(read(f"{HEAD}{NAMES.rstrip()}{rows}")) == [
        ("Khảo", "Sở Y tế", "lead", "Tháng 02/2026"),
        ("Khảo", "Công an tỉnh", "support", "Tháng 02/2026"),
        ("Khảo", "Ủy ban nhân dân các xã, phường", "support", "Tháng 02/2026"),
        ("Nâng", "Sở Khoa học và Công nghệ", "lead", "Trước ngày 31/5/2026"),
        ("Đẩy", "Sở Y tế", "lead", "Thường xuyên"),
        ("Đẩy", "Ngân hàng Nhà nước khu vực 5", "support", "Thường xuyên"),
    ]


def test_a_term_in_small_letters_is_a_cell_of_its_own():
    """Reads "trước ngày …" below a name: it does not go on with the name."""
    rows = (
        "1\nĐối chiếu, tìm lại 73 hồ sơ thất lạc\nPhòng Kinh tế xã\nTrung tâm Phục vụ hành chính công xã\n"
        "trước ngày 10/02/2026\n\n2\nBản tin tiến độ trên loa truyền thanh của xã\nPhòng Văn hóa - Xã hội xã\n"
        "Công an xã\ntối thứ hai hằng tuần\n"
    )
    names = "STT\nNội dung\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời gian\n\n"
    assert tasks(read(HEAD + names + rows)) == [
        ("Đối", "Phòng Kinh tế xã", "lead", "trước ngày 10/02/2026"),
        ("Đối", "Trung tâm Phục vụ hành chính công xã", "support", "trước ngày 10/02/2026"),
        ("Bản", "Phòng Văn hóa - Xã hội xã", "lead", "tối thứ hai hằng tuần"),
        ("Bản", "Công an xã", "support", "tối thứ hai hằng tuần"),
    ]


def test_each_cell_is_a_clause_and_nothing_is_lost():
    """The words of a cell stand together, in the order of the page."""
    found = read(HEAD + NAMES + ROWS)
    texts = [clause.text for clause in found.clauses]
    assert "Sở Khoa học và Công nghệ" in texts
    assert "Thời gian hoàn thành" in texts
    assert " ".join(texts).replace("\n", " ").endswith(" ".join(ROWS.split()))


def test_rows_of_any_other_table_are_one_clause_each():
    """Who is in which group is told by the row, though its cells stand on lines of their own."""
    text = (
        "STT\nNhóm\nTỉnh, thành phố\n1\nNguy cơ rất cao\nBình Dương, Đồng Nai\n2\nNguy cơ cao\n"
        "Nghệ An, Thanh Hóa,\nĐắk Lắk\n\nGhi chú: Nhóm 1 tiêm trước."
    )
    assert [clause.text for clause in read(HEAD + text).clauses][-6:] == [
        "STT", "Nhóm", "Tỉnh, thành phố", "1 Nguy cơ rất cao Bình Dương, Đồng Nai",
        "2 Nguy cơ cao Nghệ An, Thanh Hóa, Đắk Lắk", "Ghi chú: Nhóm 1 tiêm trước.",
    ]  # fmt: skip


def test_a_lone_ordinal_makes_no_table():
    """Without a second row nothing tells a table from running text."""
    found = read(HEAD + "TT\nNội dung\n1\nHọp giao ban tuần.")
    assert [clause.text for clause in found.clauses][-2:] == ["TT Nội dung 1", "Họp giao ban tuần."]


@pytest.mark.parametrize(
    ("pieces", "spans"),
    [
        # who helps is missing
        (["Xây dựng Kho dữ liệu của tỉnh", "Sở Y tế", "Quý I/2026"], [(0, 1), (1, 2), (2, 2), (2, 3)]),
        # a name over two lines
        (["Xây dựng Kho dữ liệu", "Sở Tài", "chính", "Sở Y tế", "2026"], [(0, 1), (1, 3), (3, 4), (4, 5)]),
        # nobody leads
        (["Xây dựng Kho dữ liệu", "nhiều nội dung", "2026"], None),
    ],
)  # fmt: skip
def test_pieces_are_dealt_to_the_columns_that_they_fit(pieces, spans):
    """Bodies lead and help, a term speaks of time."""
    rows = dealt([(piece,) for piece in pieces], ["content", "lead", "support", "time"])
    assert rows == (spans and [spans])


def test_a_page_number_within_a_sentence_is_dropped():
    """One blank line on each side is enough there; a number between cells stays."""
    text = "1. Sở Y tế tăng mức xử phạt, bổ sung trách nhiệm của nền tảng\n\n2\n\ntrực tuyến trước ngày 15/12/2025.\n"
    found = read(f"KẾ HOẠCH\nVề an toàn thực phẩm\n\n{text}")
    assert [clause.text for clause in found.clauses][-1] == (
        "Sở Y tế tăng mức xử phạt, bổ sung trách nhiệm của nền tảng trực tuyến trước ngày 15/12/2025."
    )


def test_a_lead_that_spans_rows_stands_once() -> None:
    """A row without bodies goes on with the row above, its cells apart from one another."""
    rows = """1
Khảo sát hiện trạng đường truyền tại trạm y tế
Sở Y tế
Tháng 02/2026
2
Nâng cấp nền tảng tích hợp của tỉnh
Tháng 5/2026
"""
    names = "TT\nNội dung nhiệm vụ\nCơ quan chủ trì\nThời gian\n"
    assert tasks(read(HEAD + names + rows))[-2:] == [
        ("Khảo", "Sở Y tế", "lead", "Tháng 02/2026"),
        ("Nâng", "Sở Y tế", "lead", "Tháng 5/2026"),
    ]
