"""The header of a directive, from heads and tails as they really arrive."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.casing import body_name, position_name, respelled
from corpus.document import ClauseKind, Header, SourceLine
from corpus.header import HeaderReading, read_header
from corpus.layout import clean
from corpus.read.text import to_lines

MOTTO = "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n\n"


def reading(text: str) -> HeaderReading:
    return read_header(clean(to_lines(text, "a.txt").lines).paragraphs)


def header(text: str) -> Header:
    return reading(text).header


LETTER = f"""BỘ TÀI
CHÍNH
CỤC HẢI QUAN
--------

{MOTTO}Số: 39992/CHQ-GSQL
V/v hàng hóa gửi
kho ngoại quan

Hà Nội, ngày 03 tháng 12 năm 2025

Kính gửi:

- Ủy ban nhân dân các tỉnh, thành phố;
- Công ty TNHH Ánh Dương.

Trả lời công văn số 128/AD ngày 24/11/2025, Cục Hải quan có ý kiến như sau:
Đề nghị Công ty căn cứ quy định để thực hiện./.

Nơi nhận:
-
Như trên;
- Lưu: VT, GSQL (2b).

TL.
CỤC TRƯỞNG
KT. TRƯỞNG BAN GIÁM SÁT QUẢN LÝ VỀ
HQ
PHÓ TRƯỞNG BAN
Nguyễn
Anh Tài
"""


def test_a_letter_is_read_whole():
    """Two bodies over wrapped lines, subject, addressees, recipients and a delegated signature."""
    found = header(LETTER)
    assert found.number == "39992/CHQ-GSQL"
    assert found.kind == "Công văn"
    assert found.title == "V/v hàng hóa gửi kho ngoại quan"
    assert (found.superior, found.issuer) == ("Bộ Tài chính", "Cục Hải quan")
    assert (found.place, found.issued) == ("Hà Nội", date(2025, 12, 3))
    assert found.addressees == (
        "Ủy ban nhân dân các tỉnh, thành phố",
        "Công ty TNHH Ánh Dương",
    )
    assert found.recipients == ("Như trên", "Lưu: VT, GSQL (2b)")
    assert found.signer is not None
    assert found.signer.name == "Nguyễn Anh Tài"
    assert found.signer.position == "Phó Trưởng ban"
    assert found.signer.authority == "TL. CỤC TRƯỞNG; KT. TRƯỞNG BAN GIÁM SÁT QUẢN LÝ VỀ HQ"


DECISION = f"""ỦY
BAN NHÂN DÂN
TỈNH SƠN HẢI
-------

{MOTTO}Số:
76/2025/QĐ-UBND

Sơn
Hải, ngày 21 tháng 11năm 2025

QUYẾT
ĐỊNH
BÃI BỎ QUYẾT ĐỊNH
SỐ 12/2014/QĐ-UBND CỦA CHỦ TỊCH
ỦY BAN NHÂN DÂN TỈNH
ỦY BAN NHÂN DÂN TỈNH SƠN HẢI

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Theo đề nghị của Giám đốc Sở Y tế.
QUYẾT ĐỊNH:
Điều 1. Bãi bỏ toàn bộ Quyết định số 12/2014/QĐ-UBND.
Điều 2. Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

TM. ỦY BAN NHÂN
DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Báu Hà

QUY CHẾ
PHỐI HỢP
(Kèm theo Quyết định số 76/2025/QĐ-UBND)

Nơi nhận:
- Lưu: VT.

GIÁM ĐỐC
Nguyễn Văn Mẫu
"""


def test_a_decision_is_read_whole():
    """A wrapped kind, a title in capitals with a body's name in it, and only its own signature."""
    found = reading(DECISION)
    assert found.header.number == "76/2025/QĐ-UBND"
    assert found.header.kind == "Quyết định"
    assert found.header.title == (
        "BÃI BỎ QUYẾT ĐỊNH SỐ 12/2014/QĐ-UBND CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"
    )
    assert found.header.issuer == "Ủy ban nhân dân tỉnh Sơn Hải"
    assert (found.header.place, found.header.issued) == ("Sơn Hải", date(2025, 11, 21))
    assert found.header.signer is not None
    assert found.header.signer.name == "Trần Báu Hà"
    assert found.header.signer.authority == "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"
    assert found.header.recipients == ("Như Điều 2", "Lưu: VT")
    assert list(found.kinds.values()).count(ClauseKind.GROUND) == 2


@pytest.mark.parametrize(
    ("head", "number", "issued"),
    [
        ("Số: /UBND-KGVX\n\nKon Tum, ngày tháng năm\n", None, None),
        ("Số:      /KH-UBND\n\nHà Nội, ngày    tháng 11 năm 2025\n", None, None),
        ("Số: …/QĐ-UBND\n\nHà Nội, ngày ... tháng ... năm 2025\n", None, None),
        ("Số: 12 /QĐ-UBND\n\nHà Nội, ngày 5 tháng 1 năm 2026\n", "12/QĐ-UBND", date(2026, 1, 5)),
        ("Số 2744/QĐ-UBND\n\nHà Nội, ngày\n21 tháng 11 năm 2025\n", "2744/QĐ-UBND", date(2025, 11, 21)),
        ("Số: 627-CV/VPTU\n\nHuế,\nngày 21 tháng 11\nnăm 2025\n", "627-CV/VPTU", date(2025, 11, 21)),
        ("Số: 5/GM-UBND\n\nHà Nội, ngày 31 tháng 02 năm 2025\n", "5/GM-UBND", None),
    ],
)  # fmt: skip
def test_numbers_and_dates_as_printed_or_none(head: str, number: str | None, issued: date | None):
    """Blanks stay None, spaces in numbers go, dates are found over wraps, no day is invented."""
    text = f"ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n\n{MOTTO}{head}\nKính gửi: Các sở.\n\nNội dung./.\n"
    found = header(text)
    assert (found.number, found.issued) == (number, issued)


def test_two_columns_on_one_line_are_taken_apart():
    """Optical recognition prints the header's columns side by side."""
    found = header(
        "VĂN PHÒNG CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n\n"
        "Số: 450/VPCP-QHQT Hà Nội, ngày 18 tháng 01 năm 2022\n"
        "V/v giải quyết nhập cảnh\n\nKính gửi: Bộ Công an.\n\nNội dung như sau.\n"
    )
    assert found.issuer == "Văn phòng Chính phủ"
    assert (found.number, found.issued) == ("450/VPCP-QHQT", date(2022, 1, 18))


def test_a_wire_names_whom_it_is_sent_to():
    """Công điện: the addressees stand behind "… điện:"; a subject may stand below the kind. A colon
    may be a semicolon misread."""
    found = header(
        f"THỦ\nTƯỚNG CHÍNH PHỦ\n-------\n\n{MOTTO}Số: 232/CĐ-TTg\n\nHà Nội, ngày 27\ntháng 11 năm 2025\n\n"
        "CÔNG ĐIỆN\nV/V KHẨN TRƯƠNG THỐNG\nKÊ THIỆT HẠI VỀ NHÀ Ở\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n"
        "- Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk:\n- Bộ trưởng các Bộ: Tài chính, Y tế.\n\n"
        "Vừa qua đã xảy ra mưa lũ.\n\nTHỦ TƯỚNG\nPhạm Minh Chính\n"
    )
    assert found.kind == "Công điện"
    assert found.title == "V/V KHẨN TRƯƠNG THỐNG KÊ THIỆT HẠI VỀ NHÀ Ở"
    assert found.addressees == (
        "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk",
        "Bộ trưởng các Bộ: Tài chính, Y tế",
    )
    assert found.signer is not None
    assert (found.signer.position, found.signer.authority) == ("Thủ tướng", None)


def test_nothing_is_invented_for_a_text_without_a_header():
    """Running text has no header, and an office-holder named in it has not signed it."""
    found = header(
        "Ngày 03 tháng 02 năm 2021, Chủ tịch Ủy ban nhân dân tỉnh chủ trì cuộc họp.\n"
        "1. Sở Y tế báo cáo theo Công văn số 12/UBND-VX ngày 01/02/2021.\n"
        "2. Chủ tịch Ủy ban nhân dân các huyện thực hiện.\n"
    )
    assert found == Header()


def grounds(text: str) -> list[str]:
    paragraphs = clean(to_lines(text, "a.txt").lines).paragraphs
    kinds = read_header(paragraphs).kinds
    return [one.text for at, one in enumerate(paragraphs) if kinds.get(at) is ClauseKind.GROUND]


CIRCULAR = f"""{MOTTO}Số: 21/2025/TT-BGDĐT

Quy định chế độ trả tiền lương dạy thêm giờ đối với nhà giáo

Căn cứ Luật Giáo dục số 43/2019/QH14;

Theo đề nghị của Cục trưởng Cục Nhà giáo;

Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Thông tư quy định chế độ trả tiền lương dạy thêm giờ.

Điều 1. Phạm vi điều chỉnh
"""


def test_a_number_and_the_enacting_sentence_tell_what_the_head_does_not():
    """Without a printed kind or issuer the type code and whoever enacts the document give them."""
    found = header(CIRCULAR)
    assert (found.kind, found.issuer) == ("Thông tư", "Bộ Giáo dục và Đào tạo")
    assert found.title == "Quy định chế độ trả tiền lương dạy thêm giờ đối với nhà giáo"
    assert len(grounds(CIRCULAR)) == 2


RESOLUTION = f"""{MOTTO}Số: 1655/NQ-UBTVQH15

NGHỊ QUYẾT

Về việc sắp xếp các đơn vị hành chính cấp xã của tỉnh Cà Mau năm 2025

ỦY BAN THƯỜNG VỤ QUỐC HỘI

Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;

QUYẾT NGHỊ:

Điều 1. Sắp xếp.

Nghị quyết này được Ủy ban Thường vụ Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV thông qua ngày 16 \
tháng 6 năm 2025.
"""


def test_a_resolution_is_of_the_day_it_was_passed():
    """Where the head prints no date; one that the head leaves blank stays blank."""
    assert header(RESOLUTION).issued == date(2025, 6, 16)
    blank = RESOLUTION.replace("NGHỊ QUYẾT\n", "Hà Nội, ngày   tháng 6 năm 2025\n\nNGHỊ QUYẾT\n", 1)
    assert header(blank).issued is None


@pytest.mark.parametrize(
    ("between", "marked"),
    [
        ("(Thực hiện điểm a khoản 2 Điều 28 Luật Thủ đô số 39/2024/QH15)", 2),
        (
            (
                "Thông tư số 195/2019/TT-BQP ngày 27/12/2019, có hiệu lực từ ngày 12/02/2020, được sửa đổi, bổ sung "
                "bởi:\n\n1. Thông tư số 101/2025/TT-BQP ngày 13/9/2025 của Bộ trưởng."
            ),
            2,
        ),
        ("Sở Y tế báo cáo kết quả thực hiện hằng năm.", 0),
    ],
)
def test_grounds_are_found_behind_what_stands_above_them(between: str, marked: int):
    """A line that says what a resolution carries out, or the list of what amended a text."""
    text = (
        f"BỘ QUỐC PHÒNG\n\n{MOTTO}Số: 94/NQ-BQP\n\nHà Nội, ngày 24 tháng 11 năm 2025\n\nNGHỊ QUYẾT\n\n"
        f"QUY ĐỊNH VÙNG PHÁT THẢI THẤP\n\n{between}\n\nCăn cứ Luật Thủ đô số 39/2024/QH15;\n\n"
        "Theo đề nghị của Tư lệnh Binh chủng Công binh;\n\nĐiều 1. Phạm vi điều chỉnh\n"
    )
    assert len(grounds(text)) == marked


def test_a_signature_on_one_line_is_taken_apart():
    """The recipients, both capacities, the office and the name arrive without a line end."""
    found = header(
        f"CHÍNH PHỦ\n\n{MOTTO}Số: 171/2025/NĐ-CP\n\nHà Nội, ngày 30 tháng 6 năm 2025\n\nNGHỊ ĐỊNH\n\n"
        "Quy định về đào tạo\n\nĐiều 1. Phạm vi.\n\n- Thủ tướng; - Kiểm toán nhà nước; - Lưu: VT, TCCV (2) "
        "TM. CHÍNH PHỦKT. THỦ TƯỚNGPHÓ THỦ TƯỚNG(Đã ký)Nguyễn Hòa Bình\n"
    )
    assert found.signer is not None
    assert (found.signer.name, found.signer.position) == ("Nguyễn Hòa Bình", "Phó Thủ tướng")
    assert found.signer.authority == "TM. CHÍNH PHỦ; KT. THỦ TƯỚNG"


@pytest.mark.parametrize("name", ["K’ Brăng Lợi", "K'Brông Hiếu", "H’Yim Kđoh", "K’ BRĂNG LỢI"])
def test_a_name_with_an_apostrophe_is_no_covered_one(name: str):
    """Names of the Cơ Ho, the Ê Đê: nothing of them is under a stamp."""
    found = reading(
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH LÂM ĐỒNG\n\nSố: 41/NQ-HĐND\n\nLâm Đồng, ngày 3 tháng 3 năm 2023\n\n"
        "NGHỊ QUYẾT\nVề cầu treo dân sinh\n\nĐiều 1. Thông qua đề án.\n\n"
        f"Nơi nhận:\n- Các sở;\n- Lưu: VT.\n\nCHỦ TỊCH\n{name}\n"
    )
    assert found.header.signer is not None
    assert found.header.signer.name == (name.title() if name.isupper() else name)
    assert found.header.signer.position == "Chủ tịch"
    assert not any("dấu che" in doubt for doubt in found.doubts)


def test_kind_and_number_that_disagree_are_reported():
    """The printed kind is kept, and the contradiction is said."""
    found = reading(
        f"SỞ Y TẾ\n\n{MOTTO}Số: 12/QĐ-SYT\n\nHuế, ngày 1 tháng 2 năm 2025\n\nKẾ HOẠCH\nVề việc kiểm tra\n\n"
        "1. Mục đích\n"
    )
    assert found.header.kind == "Kế hoạch"
    assert found.header.title == "Về việc kiểm tra"
    assert any("12/QĐ-SYT" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("UBND THÀNH PHỐ HÀ NỘI", "Ủy ban nhân dân thành phố Hà Nội"),
        ("UỶ BAN NHÂN DÂN TỈNH THANH HOÁ", "Ủy ban nhân dân tỉnh Thanh Hóa"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("THUẾ TỈNH TÂY NINH", "Thuế tỉnh Tây Ninh"),
        ("ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
        ("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Bộ Nông nghiệp và Môi trường"),
    ],
)
def test_bodies_get_their_case_back(printed: str, name: str):
    """Capitals become the spelling of Decree 30/2020/NĐ-CP, Annex II."""
    assert body_name(printed) == name


def test_the_document_itself_knows_how_its_issuer_is_written():
    """A body that no table knows takes the spelling of the running text."""
    body = "Nhà máy In Tài chính đề nghị; giao Nhà máy In Tài chính thực hiện."
    assert body_name("NHÀ MÁY IN TÀI CHÍNH", body) == "Nhà máy In Tài chính"


def test_wrong_marks_in_capitals_are_read_as_the_text_has_them():
    """A scan's "TĨNH QUANG TRỊ" is the body that the running text names, or the only province of
    these letters; what may be several stays as it was read."""
    body = "Giao Ủy ban nhân dân tỉnh Quảng Trị thực hiện."
    assert body_name("ỦY BAN NHÂN DÂN TĨNH QUANG TRỊ", body) == "Ủy ban nhân dân tỉnh Quảng Trị"
    assert body_name("ỦY BAN NHÂN DÂN TĨNH QUANG TRỊ") == "Ủy ban nhân dân tỉnh Quảng Trị"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Hà Nói", "Hà Nội"),
        ("Hà Nội", "Hà Nội"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NĂNG", "Ủy ban nhân dân thành phố Đà Nẵng"),
        ("ỦY BAN NHÂN DÂN TỈNH SƠN HẢI", "Ủy ban nhân dân tỉnh Sơn Hải"),
    ],
)
def test_a_province_that_lost_its_marks_gets_them_back(printed: str, name: str):
    """A scan's "Hà Nói" can only be Hà Nội; a place that is no province stays as it is."""
    assert (body_name(printed) if printed.isupper() else respelled(printed, "")) == name


@pytest.mark.parametrize(
    ("printed", "position"),
    [
        ("PHÓ CHÁNH VĂN PHÒNG", "Phó Chánh Văn phòng"),
        ("PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Phó Chủ tịch Thường trực"),
        ("GIÁM ĐỐC SỞ Y TẾ", "Giám đốc Sở Y tế"),
        ("THỨ TRƯỞNG", "Thứ trưởng"),
    ],
)
def test_offices_get_their_case_back(printed: str, position: str):
    """Capitals become an office as it is written in running text."""
    assert position_name(printed) == position


def test_hard_wraps_at_every_width_read_the_same():
    """The same letter wrapped anew at any width keeps its number, date, issuer and signer."""
    wanted = header(LETTER)
    words = [line.split() for line in LETTER.split("\n")]
    for width in (30, 40, 60, 90):
        lines: list[str] = []
        for line in words:
            row = ""
            for word in line:
                if row and len(row) + len(word) >= width:
                    lines.append(row)
                    row = ""
                row = f"{row} {word}".strip()
            lines.append(row)
        source = [SourceLine(text, 1, at) for at, text in enumerate(lines, start=1)]
        found = read_header(clean(source).paragraphs).header
        assert (found.number, found.issued, found.issuer) == (
            wanted.number,
            wanted.issued,
            wanted.issuer,
        )
        assert found.signer == wanted.signer


def test_a_list_of_recipients_is_read_to_its_end():
    """Lines without a dash go on with the item above; the list goes on behind a signature that was
    read between its pages, down to the file copy."""
    found = header(
        f"SỞ Y TẾ\n\n{MOTTO}Số: 12/SYT-NV\nV/v kiểm tra\n\nHuế, ngày 1 tháng 2 năm 2025\n\n"
        "Kính gửi: Các bệnh viện.\n\nĐề nghị thực hiện./.\n\nNơi nhận:\n- Như trên (để t/hiện)\n"
        "- VPCP: BTCN, các PCN;\nCác Vụ: TH, NN;\n\nGIÁM ĐỐC\nTrần Văn An\n\n"
        "- Cổng TTĐT;\n- Lưu: VT.\n"
    )
    assert found.recipients == (
        "Như trên (để t/hiện)", "VPCP: BTCN, các PCN; Các Vụ: TH, NN", "Cổng TTĐT", "Lưu: VT",
    )  # fmt: skip
    assert found.signer is not None
    assert found.signer.name == "Trần Văn An"


def test_a_title_may_begin_with_a_word_of_one_letter():
    """It was wrapped behind it: "Ý" / "KIẾN CHỈ ĐẠO …"."""
    found = header(
        f"VĂN PHÒNG CHÍNH PHỦ\n\n{MOTTO}Số: 6/TB-VPCP\n\nHà Nội, ngày 1 tháng 2 năm 2025\n\n"
        "THÔNG BÁO\nÝ\nKIẾN CHỈ ĐẠO CỦA PHÓ THỦ TƯỚNG\nNgày 20 tháng 1, Phó Thủ tướng đã họp.\n"
    )
    assert found.title == "Ý KIẾN CHỈ ĐẠO CỦA PHÓ THỦ TƯỚNG"


def test_the_two_first_documents(shared_data):
    """The two Kon Tum texts: a blank number and date; no header at all but a signature."""
    folder = shared_data / "directives"
    found = header((folder / "kontum-2020.txt").read_text("utf-8"))
    assert (found.number, found.issued, found.kind) == (None, None, "Công văn")
    assert found.issuer == "Ủy ban nhân dân tỉnh Kon Tum"
    assert found.signer is not None
    assert (found.signer.name, found.signer.position) == ("Trần Thị Nga", "Phó Chủ tịch")
    later = header((folder / "kontum-2021.txt").read_text("utf-8"))
    assert (later.number, later.issued, later.kind, later.issuer) == (None, None, None, None)
    assert later.signer is not None
    assert later.signer.name == "Nguyễn Đình Cầu"
    assert later.signer.authority == "KT. CHÁNH VĂN PHÒNG"
    assert len(later.recipients) == 10


def test_a_signature_far_before_the_recipients_is_found():
    """What was issued with a resolution may stand between the two."""
    text = (
        "CHÍNH PHỦ\nSố: 117/NQ-CP\nHà Nội, ngày 02 tháng 8 năm 2023\nNGHỊ QUYẾT\nBan hành Chương trình\n"
        "Điều 1. Ban hành kèm theo Nghị quyết này Chương trình hành động.\nTM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\n"
        "PHÓ THỦ TƯỚNG\nTrần Hồng Hà\nCHƯƠNG TRÌNH HÀNH ĐỘNG\n"
        + "".join(f"{at}. Bộ Y tế rà soát nội dung thứ {at}.\n" for at in range(1, 30))
        + "Nơi nhận:\n- Các bộ;\n- Lưu: VT.\n"
    )
    found = header(text)
    assert found.signer is not None
    assert (found.signer.name, found.signer.position) == ("Trần Hồng Hà", "Phó Thủ tướng")
    assert found.recipients == ("Các bộ", "Lưu: VT")
