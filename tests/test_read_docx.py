"""Word: numbers that are printed but not stored, tables, footnotes, fonts, tracked changes."""

from __future__ import annotations

import io
import zipfile

import pytest

from corpus.document import SourceLine
from corpus.load import load
from corpus.parse import parse
from corpus.read.docx import read_docx
from corpus.read.html import read_html
from corpus.read.numbering import Numbering, format_number
from corpus.read.tables import MERGED, table_lines
from tests.writers import docx_of

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def lines(data: bytes) -> list[str]:
    return [line.text for line in read_docx(data, "a.docx").lines if line.text.strip()]


def paragraph(text: str, *, level: int | None = None, instance: int = 1, run: str = "") -> str:
    numbered = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr></w:pPr>'
        if level is not None
        else ""
    )
    return f"<w:p>{numbered}<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def level(at: int, style: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f"<w:numbering {WORD}>"
    f'<w:abstractNum w:abstractNumId="7">{level(0, "upperRoman", "%1.")}{level(1, "decimal", "%2.")}'
    f"{level(2, 'decimal', '%2.%3.')}{level(3, 'lowerLetter', '%4)')}{level(4, 'bullet', '-')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="8">{level(0, "decimal", "Điều %1.", 4)}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num></w:numbering>'
)


def test_automatic_numbers_become_text():
    """Roman, arabic, compound, lettered and bulleted levels, restarts and own starts."""
    from lxml import etree

    numbering = Numbering.of(etree.fromstring(NUMBERING))
    asked = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 3), ("1", 3), ("1", 4), ("1", 0), ("1", 1),
             ("2", 1), ("3", 0), ("3", 0), ("9", 0)]  # fmt: skip
    assert [numbering.next(instance, at) for instance, at in asked] == [
        "I.", "1.", "2.", "2.1.", "a)", "b)", "-", "II.", "1.", "1.", "Điều 4.", "Điều 5.", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "style", "printed"),
    [
        (4, "upperRoman", "IV"), (19, "lowerRoman", "xix"), (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"), (7, "decimalZero", "07"), (12, "decimal", "12"), (1, "none", ""),
    ],
)  # fmt: skip
def test_number_formats(value, style, printed):
    """Every format of counting that offices use."""
    assert format_number(value, style) == printed


def test_numbered_paragraphs_of_a_document():
    """A paragraph's list number is printed before its text; an empty one has none and counts."""
    body = (
        paragraph("Sở Y tế", level=1)
        + paragraph("Báo cáo", level=4)
        + paragraph("Công an", level=1)
    )
    data = docx_of(body, **{"word/numbering.xml": NUMBERING})
    assert lines(data) == ["1. Sở Y tế", "- Báo cáo", "2. Công an"]


def test_what_is_not_printed_is_not_read():
    """Deleted and hidden text is left out, inserted text is not; capitals are as printed."""
    body = (
        "<w:p><w:r><w:t>Giao </w:t></w:r><w:del><w:r><w:delText>Sở A</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Sở B</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>mật</w:t></w:r></w:p>"
        + paragraph("Quyết định", run="<w:caps/>")
    )
    assert lines(docx_of(body)) == ["Giao Sở B", "QUYẾT ĐỊNH"]


def test_legacy_fonts_say_what_their_codes_mean():
    """A run in a .Vn font is TCVN3, in one of its capitals too; Unicode beside it is left alone."""
    fonts = '<w:rFonts w:ascii=".VnTime"/>', '<w:rFonts w:ascii=".VnTimeH"/>'
    body = (
        paragraph("Chñ tÞch", run=fonts[0])
        + paragraph("quyÕt ®Þnh", run=fonts[1])
        + paragraph("Ủy ban")
    )
    assert lines(docx_of(body)) == ["Chủ tịch", "QUYẾT ĐỊNH", "Ủy ban"]


def test_pages_are_where_word_broke_them():
    """A rendered page break begins a page, in the middle of a paragraph too."""
    body = "<w:p><w:r><w:t>một </w:t><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r></w:p>"
    read = read_docx(docx_of(body), "a.docx").lines
    assert [(line.text, line.page) for line in read if line.text.strip()] == [
        ("một ", 1),
        ("hai", 2),
    ]


def test_an_assignment_table_names_its_columns():
    """A row is the item it stands for: content first, the rest behind the names of the columns."""
    rows = [
        ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"],
        ["I", "Nhóm nhiệm vụ về y tế", "", "", ""],
        ["1", "Rà soát quy trình", "Sở Y tế", "Công an tỉnh", "Quý I/2026"],
    ]
    assert [line.text for line in table_lines(rows) if line.text] == [
        "I. Nhóm nhiệm vụ về y tế",
        "1. Rà soát quy trình",
        "- Cơ quan chủ trì: Sở Y tế",
        "- Cơ quan phối hợp: Công an tỉnh",
        "- Thời hạn: Quý I/2026",
    ]


ROWS = [
    ("STT", "Nội dung công việc", "Đơn vị thực hiện", "", "Thời hạn"),
    ("", "", "Chủ trì", "Phối hợp", ""),
    (
        "1",
        "Xây dựng Kho dữ liệu dùng chung",
        "Sở Y tế",
        "Sở Tài chính, Công an tỉnh",
        "Quý III/2023",
    ),
    ("2", "Số hóa kết quả giải quyết", "", "", "30/11/2023"),
    ("3", "Nâng cấp Trung tâm điều hành", "Sở Tư pháp", "", "Tháng 9/2023"),
]


def test_an_assignment_table_becomes_tasks(tmp_path):
    """Content without a full stop, a name over two columns, one lead beside two tasks."""
    import docx

    made = docx.Document()
    for line in ("KẾ HOẠCH", "Về chuyển đổi số", "I. PHÂN CÔNG"):
        made.add_paragraph(line)
    table = made.add_table(rows=0, cols=len(ROWS[0]))
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1, 4):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(2, 2).merge(table.cell(3, 2))
    made.save(tmp_path / "a.docx")
    found = load(tmp_path / "a.docx").documents[0]
    assert [
        (task.agency, str(task.role), found.clauses[task.clause].marker, task.deadline.text)
        for task in found.tasks
    ] == [
        ("Sở Y tế", "lead", "1.", "Quý III/2023"),
        ("Sở Tài chính", "support", "1.", "Quý III/2023"),
        ("Công an tỉnh", "support", "1.", "Quý III/2023"),
        ("Sở Y tế", "lead", "2.", "30/11/2023"),
        ("Sở Tư pháp", "lead", "3.", "Tháng 9/2023"),
    ]


def test_rows_without_ordinals_are_tasks_of_their_own():
    """The next row is no part of the field above it, though that has no full stop; more about the
    same task stands below it."""
    rows = [
        ["Nhiệm vụ", "Chủ trì", "Thời hạn"],
        ["Xây dựng Kho dữ liệu dùng chung", "Sở Y tế", "31/12/2023"],
        [MERGED, "Sở Nội vụ", MERGED],
        ["Số hóa kết quả giải quyết", "Sở Tư pháp", "Quý IV/2023"],
    ]
    lines = ["I. PHÂN CÔNG", *(line.text for line in table_lines(rows))]
    found = parse([SourceLine(line, 1, at) for at, line in enumerate(lines, 1)], "a.txt", "0" * 64)
    assert [(task.agency, found.clauses[task.clause].text.split()[0]) for task in found.tasks] == [
        ("Sở Y tế", "Xây"),
        ("Sở Nội vụ", "Xây"),
        ("Sở Tư pháp", "Số"),
    ]


def test_a_cell_over_several_rows_of_a_page():
    """HTML leaves it out of the rows below."""
    page = (
        "<table><tr><td>TT</td><td>Nhiệm vụ</td><td>Cơ quan chủ trì</td></tr>"
        "<tr><td>1</td><td>Xây dựng Kho</td><td rowspan=2>Sở Y tế</td></tr>"
        "<tr><td>2</td><td>Số hóa hồ sơ</td></tr></table>"
    )
    read = read_html(page.encode(), "a.html").lines
    assert [line.text for line in read if line.text.strip()] == [
        "1. Xây dựng Kho",
        "- Cơ quan chủ trì: Sở Y tế",
        "2. Số hóa hồ sơ",
        "- Cơ quan chủ trì: Sở Y tế",
    ]


def test_other_tables_keep_their_cells_in_order():
    """A table of the head, or of figures, is its cells row by row."""
    rows = [["SỞ Y TẾ\nBỆNH VIỆN", "CỘNG HÒA"], ["Số: 1/BV", ""]]
    assert [line.text for line in table_lines(rows) if line.text] == [
        "SỞ Y TẾ", "BỆNH VIỆN", "CỘNG HÒA", "Số: 1/BV",
    ]  # fmt: skip


def test_footnotes_are_marked_and_follow_the_text():
    """A footnote's mark stands in the sentence, its text at the end, in the order of the marks."""
    with zipfile.ZipFile(io.BytesIO(docx_of("<w:p/>"))) as base:
        relations = base.read("word/_rels/document.xml.rels").decode()
        types = base.read("[Content_Types].xml").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    parts = {
        "word/footnotes.xml": (
            f'<w:footnotes {WORD}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
            f'<w:footnote w:id="5">{paragraph("Công văn số 1")}</w:footnote>'
            f'<w:footnote w:id="4">{paragraph("Công văn số 2")}</w:footnote></w:footnotes>'
        ),
        "word/_rels/document.xml.rels": relations.replace(
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>',
        ),
        "[Content_Types].xml": types.replace(
            "</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/></Types>',
        ),
    }
    body = (
        '<w:p><w:r><w:t>Theo</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r>'
        '<w:r><w:t> và sau</w:t></w:r><w:r><w:footnoteReference w:id="4"/></w:r></w:p>'
    )
    assert lines(docx_of(body, **parts)) == [
        "Theo[1] và sau[2]", "[1] Công văn số 1", "[2] Công văn số 2",
    ]  # fmt: skip


def cells(*texts: str) -> str:
    return "".join(
        f"<w:tc>{text if text.startswith('<') else paragraph(text)}</w:tc>" for text in texts
    )


def row(*texts: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{cells(*texts)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


ASSIGNMENTS = table(
    row("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
    row("1", "Rà soát quy trình", "Sở Y tế", "Quý I/2026"),
)
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Điều 5</w:t></w:r></w:p>'
)
BOX = (
    '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:x="urn:x"><w:r><w:t>trước </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="x">'
    f"<x:shape><w:txbxContent>{paragraph('HỎA TỐC')}{paragraph('Mật')}</w:txbxContent></x:shape>"
    f"</mc:Choice><mc:Fallback><x:old><w:txbxContent>{paragraph('HỎA TỐC')}</w:txbxContent></x:old>"
    "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>sau</w:t></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("body", "read"),
    [
        # Tables within tables, each read as one by itself.
        (table(row("A", table(row("B", "C")), "D")), ["A", "B", "C", "D"]),
        (table(row(ASSIGNMENTS)),
         ["1. Rà soát quy trình", "- Cơ quan chủ trì: Sở Y tế", "- Thời hạn: Quý I/2026"]),
        # Text boxes stand apart from the line that they are tied to, and are read once.
        (BOX, ["trước sau", "HỎA TỐC", "Mật"]),
        # Content controls around text, paragraphs, cells and rows; an empty one shows a prompt.
        (control(paragraph("một")), ["một"]),
        ("<w:p>" + control("<w:r><w:t>hai</w:t></w:r>") + "</w:p>", ["hai"]),
        (table(f"<w:tr>{control(cells('ba'))}</w:tr>"), ["ba"]),
        (table(control(row("bốn"))), ["bốn"]),
        (table(row(control(paragraph("năm")))), ["năm"]),
        (control(paragraph("Bấm vào đây để nhập"), "<w:showingPlcHdr/>") + paragraph("sáu"), ["sáu"]),
        # Fields are what they last showed, their instructions nothing; links are their text.
        (FIELD, ["Điều 5"]),
        ('<w:p><w:hyperlink w:anchor="x"><w:r><w:t>Phụ lục</w:t></w:r></w:hyperlink></w:p>', ["Phụ lục"]),
        # Hyphens, soft and hard; a bullet typed as a symbol.
        ("<w:p><w:r><w:t>thông</w:t><w:softHyphen/><w:t>báo số 5</w:t><w:noBreakHyphen/><w:t>TB</w:t></w:r></w:p>",
         ["thôngbáo số 5-TB"]),
        ('<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t xml:space="preserve"> mục</w:t></w:r></w:p>',
         ["• mục"]),
        # Tracked changes: moved text once, deleted rows and deleted ends of paragraphs not at all.
        ("<w:p><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>mới</w:t></w:r></w:moveTo></w:p>",
         ["mới"]),
        (table(row("bỏ", properties="<w:trPr><w:del/></w:trPr>"), row("giữ")), ["giữ"]),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>một </w:t></w:r></w:p>" + paragraph("hai"),
         ["một hai"]),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>cuối</w:t></w:r></w:p>", ["cuối"]),
        (f"<w:del>{paragraph('xóa')}</w:del><w:ins>{paragraph('thêm')}</w:ins>", ["thêm"]),
    ],
)  # fmt: skip
def test_what_word_documents_are_made_of(body, read):
    """Every character that is printed, once, where it stands; nothing that is not."""
    assert lines(docx_of(body)) == read


def test_lists_count_as_word_counts_them():
    """Levels that never restart, arabic numbers below Roman ones, an instance with its own level."""
    from lxml import etree

    numbering = Numbering.of(
        etree.fromstring(
            f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="1">{level(0, "upperRoman", "%1.")}'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/>'
            '<w:lvlText w:val="Điều %2."/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:isLgl/>'
            '<w:lvlText w:val="%1.%3"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
            f"{level(0, 'lowerLetter', '%1)')}</w:lvlOverride></w:num></w:numbering>"
        )
    )
    asked = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1), ("1", 2), ("2", 0)]
    assert [numbering.next(instance, at) for instance, at in asked] == [
        "I.", "Điều 1.", "Điều 2.", "II.", "Điều 3.", "2.1", "c)",
    ]  # fmt: skip
