"""The header of a directive that was copied from a web page: cells, lost lines, words of the page."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.casing import body_name
from corpus.clean_text import Paragraph
from corpus.document import ClauseKind, Header
from corpus.header import read_header
from corpus.issuer import of_its_place
from corpus.layout import clean
from corpus.marks import opens_marker
from corpus.read.text import to_lines

COLUMNS = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
BODY = "Để bảo đảm an toàn cho người dân trong mùa mưa lũ, Sở Xây dựng tổ chức kiểm tra các công trình."
LONG = (
    BODY.removesuffix(".") + " trên địa bàn, tổng hợp và báo cáo kết quả trước ngày 20 hằng tháng."
)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    return clean(to_lines(text, "a.txt").lines).paragraphs


def header(text: str) -> Header:
    return read_header(paragraphs(text)).header


def grounds(text: str) -> list[str]:
    read = paragraphs(text)
    kinds = read_header(read).kinds
    return [one.text for at, one in enumerate(read) if kinds.get(at) is ClauseKind.GROUND]


ROWS = f"""SỞ XÂY DỰNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 417/SXD-HT | Mỹ Tho, ngày 09 tháng 6 năm 2021 |
Kính gửi: | - Ban Quản lý các khu công nghiệp; |
{LONG}
Nơi nhận: | KT. GIÁM ĐỐC |
"""


def test_a_row_of_cells_with_bars_is_the_two_columns_of_a_head():
    """A bar behind each cell parts the columns, and is no part of what they say."""
    found = header(ROWS)
    assert (found.number, found.issuer) == ("417/SXD-HT", "Sở Xây dựng")
    assert (found.place, found.issued) == ("Mỹ Tho", date(2021, 6, 9))
    assert found.addressees == ("Ban Quản lý các khu công nghiệp",)


CELLS = """HỘI
ĐỒNG NHÂN DÂN
TỈNH BẾN TRE
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
08/2019/NQ-HĐND
|
Bến
Tre, ngày 11 tháng 7 năm 2019
|
NGHỊ QUYẾT
QUY ĐỊNH MỨC CHI HỖ TRỢ
|
"""


def test_a_bar_between_the_cells_of_a_head_parts_them():
    """The place wraps within its cell, and no cell is joined with the next."""
    found = header(CELLS)
    assert (found.number, found.issuer) == ("08/2019/NQ-HĐND", "Hội đồng nhân dân tỉnh Bến Tre")
    assert (found.place, found.issued) == ("Bến Tre", date(2019, 7, 11))
    assert found.title == "QUY ĐỊNH MỨC CHI HỖ TRỢ"


def test_rows_of_a_table_keep_their_bars():
    """Only a head's or a tail's row is parted: the text of a table is quoted as it stands."""
    kept = ["1 | Sửa đê | Sở Xây dựng |", "| Cơ quan |"]
    assert [one.text for one in paragraphs("\n\n".join(kept))] == kept


@pytest.mark.parametrize(
    ("number", "rest", "issuer"),
    [
        ("05/KH-UBND", "trên địa bàn tỉnh Bạc Liêu", "Ủy ban nhân dân tỉnh Bạc Liêu"),
        ("05/KH-UBND", "theo quy định", "Ủy ban nhân dân"),
        ("05/KH-UBND", "của tỉnh Bạc Liêu và thành phố Bạc Liêu", "Ủy ban nhân dân"),
        (
            "05/KH-UBND",
            "ở thành phố Bạc Liêu theo ý kiến của Ủy ban nhân dân tỉnh Bạc Liêu",
            "Ủy ban nhân dân tỉnh Bạc Liêu",
        ),
        ("05/KH-STC", "trên địa bàn tỉnh Bạc Liêu", "Ủy ban nhân dân"),
    ],
)
def test_a_committee_that_lost_its_place_is_of_where_it_signs(number: str, rest: str, issuer: str):
    """The document must say of which rank the place is; two of one name, or another body's number,
    leave the name as printed."""
    assert of_its_place("Ủy ban nhân dân", "Bạc Liêu", number, f"Chống hạn {rest}.") == issuer


def test_a_head_that_lost_a_line_is_completed_from_its_document():
    """The second line of the committee's name was in a cell that the page dropped."""
    found = header(
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 14/KH-UBND | Bạc Liêu, ngày 09 tháng 6 năm 2021 |\nCHỐNG HẠN TRÊN ĐỊA BÀN TỈNH BẠC LIÊU\n"
        f"{LONG}\n"
    )
    assert (found.issuer, found.kind) == ("Ủy ban nhân dân tỉnh Bạc Liêu", "Kế hoạch")
    assert found.title == "CHỐNG HẠN TRÊN ĐỊA BÀN TỈNH BẠC LIÊU"


@pytest.mark.parametrize(
    "above", ["Công văn Số: 77/CT-KK V/v kê khai", "Kê khai thuế\n\nKính gửi: Quý bạn đọc."]
)
def test_what_a_page_says_above_a_document_is_no_head(above: str):
    """Its own title with the number, or whom it greets, stands above the issuer's name."""
    found = header(
        f"{above}\n\nBỘ TÀI CHÍNH\nCỤC THUẾ\n\n{COLUMNS}Số: 77/CT-KK\nV/v kê khai thuế\n\n"
        f"Hà Nội, ngày 02 tháng 3 năm 2015\n\nKính gửi: Chi cục Thuế khu vực.\n\n{BODY}\n"
    )
    assert (found.superior, found.issuer) == ("Bộ Tài chính", "Cục Thuế")
    assert (found.number, found.issued) == ("77/CT-KK", date(2015, 3, 2))
    assert found.addressees == ("Chi cục Thuế khu vực",)


@pytest.mark.parametrize(
    ("code", "below", "title"),
    [
        ("SNV – VP", "Về nghỉ bù\n\nNgày 03/5/2019\n\nKHẨN\n", "Về nghỉ bù Ngày 03/5/2019"),
        ("CT – VP", "Về nghỉ bù\n", "Về nghỉ bù"),
        ("SNV – VP", "", None),
    ],
)
def test_a_subject_below_the_date_needs_no_word_for_it(code: str, below: str, title: str | None):
    """What stands between the head and "Kính gửi" is the subject, the stamp apart; so a letter is no
    directive though its number begins as one's does."""
    text = (
        f"SỞ NỘI VỤ\n\n{COLUMNS}Số: 61 /{code}\n\nHuế, ngày 28 tháng 4 năm 2019\n\n{below}\n"
        f"Kính gửi : Các phòng, ban.\n\n{BODY}\n"
    )
    found = header(text)
    assert (found.number, found.title, found.kind) == (
        f"61/{code.replace(' – ', '-')}",
        title,
        "Công văn",
    )
    assert found.addressees == ("Các phòng, ban",)


@pytest.mark.parametrize(
    ("stamp", "title"),
    [
        ("Bảo đảm tiến độ sửa chữa các tuyến đê", "Bảo đảm tiến độ sửa chữa các tuyến đê"),
        ("Sao y bản chính", None),
    ],
)
def test_a_phrase_right_below_the_number_is_the_subject(stamp: str, title: str | None):
    """It stands in the left column, above the date of the right one; a stamp is shorter."""
    text = (
        f"SỞ XÂY DỰNG\n\n{COLUMNS}Số: 12/SXD-KT\n{stamp}\n\nHuế, ngày 28 tháng 4 năm 2019\n\n"
        f"Kính gửi: Các phòng, ban.\n\n{BODY}\n"
    )
    assert header(text).title == title


@pytest.mark.parametrize("greeting", ["Kính gửi: Chính phủ", "Kínhgửi: Chính phủ"])
@pytest.mark.parametrize(
    "body",
    [
        "Thực hiện Nghị quyết số 9/NQ-CP, Bộ trình dự thảo.",
        "Ngày 28/9/2020 Bộ lấy ý kiến các cơ quan về dự thảo Nghị định sửa đổi, bổ sung quy định về giá.",
        LONG,
    ],
)
def test_a_letter_begins_below_whom_it_goes_to(greeting: str, body: str):
    """Without a blank line its first words, or its length, tell it from a wrapped name."""
    text = f"BỘ Y TẾ\n\n{COLUMNS}Số: 3/BYT-PC\n\nHà Nội, ngày 2 tháng 3 năm 2020\n\n{greeting}\n{body}\n"
    assert header(text).addressees == ("Chính phủ",)


def test_lines_longer_than_a_page_are_paragraphs():
    """Where no line is wrapped each ends its paragraph with its sentence, however full it is."""
    text = "\n".join([LONG, LONG.replace("Để bảo đảm", "Nhằm giữ"), LONG])
    assert len(paragraphs(text)) == 3


@pytest.mark.parametrize(
    ("between", "title", "marked"),
    [
        ("TỔ CHỨC DIỄN TẬP CHỮA CHÁY RỪNG\n\n", "TỔ CHỨC DIỄN TẬP CHỮA CHÁY RỪNG", 0),
        ("HƯỚNG DẪN\n\nV/v diễn tập\n\nChữa cháy rừng\n\n", "V/v diễn tập Chữa cháy rừng", 1),
        ("HƯỚNG DẪN\n\nDiễn tập\n\n“Bốn tại chỗ”\n\n", "Diễn tập “Bốn tại chỗ”", 0),
        ("HƯỚNG DẪN\n\nDiễn tập\n\nMục đích:\n\nCăn cứ phân công;\n\n", "Diễn tập", 0),
    ],
)
def test_a_title_is_whole_whatever_the_page_lost_or_parted(between: str, title: str, marked: int):
    """Its kind may be gone, and blank lines stand within it: above the grounds all is title."""
    ground = "Căn cứ Luật Lâm nghiệp;\n\n" if marked else ""
    text = (
        f"SỞ XÂY DỰNG\n\n{COLUMNS}Số: 19/HD-SXD\n\nHuế, ngày 28 tháng 4 năm 2019\n\n{between}{ground}"
        f"Nghị quyết số 49-NQ/TU ngày 02/6/2005 của Tỉnh ủy đề ra yêu cầu.\n\n{BODY}\n"
    )
    found = header(text)
    assert (found.kind, found.title, len(grounds(text))) == ("Hướng dẫn", title, marked)


def test_a_titled_document_may_be_addressed():
    """Its title in capitals tells it from a letter whose number holds the same two letters."""
    text = (
        f"BỘ NỘI VỤ\n\n{COLUMNS}Số: 42/HD-BNV\n\nHà Nội, ngày 2 tháng 3 năm 2004\n\n"
        f"HƯỚNG DẪN CÔNG TÁC LƯU TRỮ\n\nKính gửi: Sở Nội vụ các tỉnh.\n\n{BODY}\n"
    )
    found = header(text)
    assert (found.kind, found.title) == ("Hướng dẫn", "HƯỚNG DẪN CÔNG TÁC LƯU TRỮ")
    assert found.addressees == ("Sở Nội vụ các tỉnh",)


def test_a_number_with_a_space_for_its_slash_ends_with_its_line():
    """The subject below it is no part of it, however like a number "V/v" begins."""
    text = (
        f"TỔNG CỤC THỐNG KÊ\n\n{COLUMNS}Số: 512 TCTK/TH\nV/v điều tra giá\n\n"
        f"Hà Nội, ngày 2 tháng 3 năm 2004\n\nKính gửi: Cục Thống kê các tỉnh.\n\n{BODY}\n"
    )
    found = header(text)
    assert (found.number, found.title) == ("512TCTK/TH", "V/v điều tra giá")


def test_an_assembly_of_the_republic_names_itself_behind_its_title():
    """The country's full name behind it is no part of the title."""
    text = (
        f"{COLUMNS}Số: 4/NQ-QH\n\nHà Nội, ngày 25 tháng 4 năm 1980\n\nNGHỊ QUYẾT\n\nVỀ ĐỔI TIỀN\n\n"
        "QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Đổi tiền.\n"
    )
    assert header(text).title == "VỀ ĐỔI TIỀN"


def test_columns_a_single_space_apart_are_told_by_the_motto():
    """Whichever of its words are set with a capital."""
    text = (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH TRÀ VINH Độc Lập - Tự Do - Hạnh Phúc\n\n"
        f"Số: 8/UBND-NN Phan Rang-Tháp Chàm, ngày 6 tháng 4 năm 2011\n\nKính gửi: Các sở.\n\n{BODY}\n"
    )
    found = header(text)
    assert (found.issuer, found.place) == ("Ủy ban nhân dân tỉnh Trà Vinh", "Phan Rang-Tháp Chàm")


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("Căn cứ tình hình mưa lũ, Sở Xây dựng đề nghị Chủ tịch huyện cho nghỉ học.", 0),
        ("Xét đề nghị của Sở Xây dựng, Thủ tướng Chính phủ đồng ý bổ sung vốn.", 0),
        ("Xét đề nghị của Sở Xây dựng tại Tờ trình số 12/TTr-SXD.", 1),
    ],
)
def test_a_ground_that_goes_on_to_decide_is_body(sentence: str, marked: int):
    """What it asks or grants would be lost among the grounds."""
    text = (
        f"SỞ XÂY DỰNG\n\n{COLUMNS}Số: 12/SXD-KT\n\nHuế, ngày 28 tháng 4 năm 2019\n\n"
        f"Kính gửi: Các huyện.\n\n{sentence}\n\n{BODY}\n"
    )
    assert len(grounds(text)) == marked


@pytest.mark.parametrize("name", ["Lê Thị Hoa", "Đặng Thị Hoa"])
def test_a_name_glued_to_its_office_is_taken_off(name: str):
    """A page that lost the line end between them still says who signed."""
    signer = header(
        f"{BODY}\n\nNơi nhận:\n- Như trên;\n\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG{name}\n"
    ).signer
    assert signer is not None
    assert (signer.name, signer.position) == (name, "Chánh Văn phòng")


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("BẢO HIỂM XÃ HỘI TỈNH LÀO CAI", "Bảo hiểm xã hội tỉnh Lào Cai"),
        ("UỶ BAN DÂN TỘC", "Ủy ban Dân tộc"),
        ("NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "Ngân hàng Nhà nước Việt Nam"),
    ],
)
def test_names_of_bodies_that_hold_words_for_places(printed: str, name: str):
    """The word "xã" in "xã hội" is no commune."""
    assert body_name(printed) == name


def test_the_word_for_a_subject_is_no_roman_numeral():
    """What opens with "V/v" is a subject, with "V/" a part."""
    assert (opens_marker("V/v nghỉ lễ"), opens_marker("V/ Tổ chức thực hiện")) == (False, True)
