"""Tables that a PDF has ruled: read by cells and over the pages, as the Word file they are from."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from corpus.document import ClauseKind, Document
from corpus.load import load
from corpus.read.pdf import read_pdf
from corpus.read.ruling import grids
from eval.writers import font
from tests.pdfs import printed

HEAD = (
    "ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN", "Số: 45/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc", "Lạng Sơn, ngày 03 tháng 12 năm 2025", "KẾ HOẠCH",
    "Chuyển đổi số năm 2026", "I. MỤC TIÊU",
    "1. Đẩy mạnh chuyển đổi số trên địa bàn tỉnh, lấy người dân và doanh nghiệp làm trung tâm.",
    "II. PHÂN CÔNG NHIỆM VỤ",
)  # fmt: skip
TAIL = (
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Sở Khoa học và Công nghệ theo dõi, tổng hợp, báo cáo trước ngày 15/12/2026.",
    "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Mai Sơn",
)  # fmt: skip

Rows = list[tuple[str, ...]]
Merged = tuple[tuple[tuple[int, int], tuple[int, int]], ...]

LONG: Rows = [
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"),
    ("I", "Hoàn thiện thể chế", "", "", ""),
    ("1", "Tham mưu ban hành Quy chế quản lý, vận hành, khai thác Kho dữ liệu dùng chung của tỉnh",
     "Sở Khoa học và Công nghệ", "Các sở, ban, ngành; UBND các xã, phường", "Quý I/2026"),
    ("2", "Rà soát, chuẩn hóa, tái cấu trúc quy trình nội bộ trong giải quyết thủ tục hành chính",
     "Văn phòng UBND tỉnh", "Các sở, ban, ngành", "Tháng 3/2026"),
    ("II", "Phát triển hạ tầng số", "", "", ""),
    ("3", "Phủ sóng 5G tại các khu công nghiệp, khu kinh tế cửa khẩu, trung tâm các xã, phường",
     "Sở Khoa học và Công nghệ", "Ban Quản lý Khu kinh tế", "Năm 2026"),
    ("4", "Nâng cấp Trung tâm tích hợp dữ liệu của tỉnh theo hướng điện toán đám mây",
     "Sở Khoa học và Công nghệ", "Sở Tài chính", "Quý IV/2026"),
    ("5", "Làm sạch dữ liệu đất đai, kết nối với Cơ sở dữ liệu quốc gia về dân cư",
     "Sở Nông nghiệp và Môi trường", "Công an tỉnh", "Trước ngày 31/12/2026"),
    ("6", "Tổ chức tập huấn kỹ năng số cho cán bộ, công chức; chuẩn bị tài liệu, bố trí giảng viên",
     "Sở Nội vụ", "Sở Khoa học và Công nghệ", "Hằng năm"),
]  # fmt: skip
MERGED: Rows = [
    ("STT", "Nội dung công việc", "Đơn vị thực hiện", "", "Thời gian"),
    ("", "", "Chủ trì", "Phối hợp", ""),
    ("1", "Xây dựng Kho dữ liệu dùng chung:\n- Khảo sát các hệ thống;\n- Lập dự án.", "Sở Y tế", "Sở Tài chính", "Quý III/2026"),
    ("2", "Số hóa kết quả giải quyết", "", "Công an tỉnh", "30/11/2026"),
    ("3", "Nâng cấp Trung tâm điều hành", "Sở Tư pháp", "", "Tháng 9/2026"),
]  # fmt: skip
FIGURES: Rows = [
    ("STT", "Tên xã", "Số hộ nghèo", "Kinh phí"),
    *[
        (str(at), f"Xã Tân {name}", str(100 + at), f"{at * 12}.500")
        for at, name in enumerate(("Lập", "Hợp", "An", "Bình", "Phú", "Mỹ", "Hòa", "Lộc"), 1)
    ],
    ("", "Tổng cộng", "836", "432.000"),
]


def word(
    rows: Rows, merged: Merged = (),
    *, above: int = 0, wide: bool = False, repeated: bool = False,
) -> bytes:  # fmt: skip
    """A plan with a table; `above` items push it down to where its page ends."""
    made = docx.Document()
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = font() or "Tinos", Pt(13)
    normal.paragraph_format.space_after = Pt(6)
    for line in HEAD:
        made.add_paragraph(line)
    for at in range(2, above + 2):
        made.add_paragraph(f"{at}. Nâng cao nhận thức về chuyển đổi số lần thứ {at}.")
    if wide:
        section = made.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    put_table(made, rows, merged, repeated=repeated)
    for line in TAIL:
        made.add_paragraph(line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def put_table(made: Any, rows: Rows, merged: Merged, *, repeated: bool) -> None:
    table = made.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            for at, line in enumerate(text.split("\n")):
                into = cell.add_paragraph() if at else cell.paragraphs[0]
                into.text, into.paragraph_format.space_after = line, Pt(0)
    for one, other in merged:
        table.cell(*one).merge(table.cell(*other))
    for row in table.rows:
        row.cells[0].width = Cm(1.4)
    if repeated:
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))


OVER_TWO = (((0, 2), (0, 3)), ((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 4), (1, 4)))
WORD = {
    "long": word(LONG),
    "broken": word(LONG, above=10),  # a row has its beginning on one page and its end on the next
    "wide": word(LONG, above=7, wide=True, repeated=True),
    "merged": word(MERGED, (*OVER_TWO, ((2, 2), (3, 2)))),
    "figures": word(FIGURES, above=9),
}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return printed(WORD, "pdf", tmp_path_factory.mktemp("printed"))


def read(data: bytes, name: str, folder: Path) -> Document:
    (folder / name).write_bytes(data)
    return load(folder / name).documents[0]


def clauses(document: Document) -> list[tuple[str | None, str]]:
    """Those of the body: this head has no columns to tell its lines apart by."""
    head = (ClauseKind.HEADER, ClauseKind.RECIPIENT, ClauseKind.SIGNATURE)
    return [(one.marker, one.text) for one in document.clauses if one.kind not in head]


def tasks(document: Document) -> list[tuple[str, str, str, str | None]]:
    return [
        (
            document.clauses[task.clause].text[:30], task.agency, str(task.role),
            task.deadline.text if task.deadline else None,
        )
        for task in document.tasks
    ]  # fmt: skip


@pytest.mark.parametrize("name", WORD)
def test_a_pdf_has_the_clauses_and_tasks_of_its_word_file(pdfs, name, tmp_path):
    wanted, found = read(WORD[name], "a.docx", tmp_path), read(pdfs[name], "a.pdf", tmp_path)
    assert clauses(found) == clauses(wanted)
    assert tasks(found) == tasks(wanted)
    assert any(text.startswith("Sở Khoa học và Công nghệ theo dõi") for _, text in clauses(found))


def test_a_table_over_two_pages_gives_every_task(pdfs, tmp_path):
    """The columns' names come once, and the row that the page end broke is whole again."""
    found = read(pdfs["broken"], "a.pdf", tmp_path)
    assert len({clause.page for clause in found.clauses}) > 1
    told = tasks(found)
    assert ("Làm sạch dữ liệu đất đai, kết ", "Sở Nông nghiệp và Môi trường", "lead",
            "Trước ngày 31/12/2026") in told  # fmt: skip
    assert len([one for one in told if one[2] == "lead"]) == 7
    assert not [text for _, text in clauses(found) if text.startswith(("TT", "Nhiệm vụ"))]


def test_rows_of_figures_are_one_clause_each_over_the_page_end(pdfs, tmp_path):
    texts = [text for _, text in clauses(read(pdfs["figures"], "a.pdf", tmp_path))]
    assert [text for text in texts if text[:1].isdigit()] == [" ".join(row) for row in FIGURES[1:9]]


def test_each_cell_keeps_its_place_on_the_page(pdfs):
    """So that a citation is marked where it stands: who leads to the right of what is to be done."""
    read = read_pdf(pdfs["long"], "a.pdf")
    what = next(line for line in read.lines if line.text.startswith("2. Rà soát"))
    who = next(line for line in read.lines if line.text.endswith(": Văn phòng UBND tỉnh"))
    assert what.page == who.page
    assert max(box.right for box in what.boxes) < min(box.left for box in who.boxes)
    assert abs(what.boxes[0].top - who.boxes[0].top) < 0.01


def test_lines_that_are_no_table():
    """A line under a heading, a frame around a page, a drawing of thousands of strokes."""
    frame = "50 50 495 742 re S 200 700 m 400 700 l S"
    drawing = " ".join(
        f"{at % 500} 50 m {at % 500} 700 l S 50 {at} m 500 {at} l S" for at in range(700)
    )
    for strokes in (frame, drawing, drawing * 20):
        page = pypdfium2.PdfDocument(with_strokes(strokes))[0]
        assert grids(page) == []


def with_strokes(content: str) -> bytes:
    """A PDF of one page with these drawing operators."""
    stream = content.encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (at, part) for at, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>"
