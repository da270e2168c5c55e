"""Paragraphs come back as they were written; what belongs to the page goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import SourceLine
from corpus.layout import clean


def lines(text: str) -> list[SourceLine]:
    numbered = enumerate(
        (
            (page, line)
            for page, part in enumerate(text.split("\f"), 1)
            for line in part.split("\n")
        ),
        1,
    )
    return [SourceLine(line, page, number) for number, (page, line) in numbered]


def paragraphs(text: str) -> list[str]:
    return [paragraph.text for paragraph in clean(lines(text)).paragraphs]


def test_a_heading_that_fills_its_line_has_items_below() -> None:
    """A dash before what opens an order goes on with no name."""
    heading = "4. Bệnh viện Y học cổ truyền tỉnh và Trung tâm Y tế các huyện, thành phố"
    text = f"{heading}\n- Khi có người bệnh nghi ngộ độc, gây nôn, rửa dạ dày rồi chuyển lên tuyến trên.\n- Báo cáo."
    assert paragraphs(text)[0] == heading
    name = "4. Báo và Đài Phát thanh"
    assert (
        paragraphs(
            f"{name} của tỉnh, Báo Tuổi trẻ, Báo Nông thôn, Đài Phát thanh\n- Truyền hình tỉnh"
        )[1:]
        == []
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Thủ\ntrưởng các sở, ban, ngành\n\n2. Sở Y tế",
            ["1. Thủ trưởng các sở, ban, ngành", "2. Sở Y tế"],
            id="hard wrap",
        ),
        pytest.param(
            "Điều\n1. Phạm vi điều chỉnh\n\nChương\nI\n\nQUY ĐỊNH CHUNG",
            ["Điều 1. Phạm vi điều chỉnh", "Chương I", "QUY ĐỊNH CHUNG"],
            id="marker cut from its number",
        ),
        pytest.param(
            "Căn cứ Luật Ban hành văn\nbản quy phạm pháp luật;\nCăn cứ Luật Giáo dục;",
            ["Căn cứ Luật Ban hành văn bản quy phạm pháp luật;", "Căn cứ Luật Giáo dục;"],
            id="grounds each their own",
        ),
        pytest.param(
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHoàng Nam",
            ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hoàng Nam"],
            id="signature lines",
        ),
        pytest.param(
            "** Về phòng, chống dịch:*\n\n- Các cơ sở (*từ trạm y tế*) bảo đảm.",
            ["* Về phòng, chống dịch:", "- Các cơ sở (từ trạm y tế) bảo đảm."],
            id="broken bold marks",
        ),
        pytest.param(
            "Điều 7. Trách nhiệm của Công an tỉnh\n1. Nắm tình hình, đấu tranh với tội phạm.",
            ["Điều 7. Trách nhiệm của Công an tỉnh", "1. Nắm tình hình, đấu tranh với tội phạm."],
            id="an article's first item",
        ),
        pytest.param(
            "b) Báo cáo vị trí neo đậu của từng tàu nằm bờ, gửi\nSở Nông nghiệp và Môi trường hằng tuần.",
            [
                "b) Báo cáo vị trí neo đậu của từng tàu nằm bờ, gửi Sở Nông nghiệp và Môi trường hằng tuần."
            ],
            id="no line ends in the word gửi",
        ),
        pytest.param(
            "c) Thời gian hoàn thành: Quý\nII/2026.",
            ["c) Thời gian hoàn thành: Quý II/2026."],
            id="a quarter cut from its number",
        ),
        pytest.param(
            "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục; Nghị định số "
            "48/2013/NĐ-CP ngày 14/5/2013 và\n\nNghị định số 92/2017/NĐ-CP ngày 07/8/2017;",
            [
                (
                    "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục; Nghị định số "
                    "48/2013/NĐ-CP ngày 14/5/2013 và Nghị định số 92/2017/NĐ-CP ngày 07/8/2017;"
                )
            ],
            id="a blank line behind và",
        ),
        pytest.param(
            "Điều 2. Quyết định này có hiệu lực thi hành\nkể từ ngày ký ban hành.\n"
            "Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc\nSở Khoa học và Công nghệ và các tổ chức, cá nhân có "
            "liên quan chịu trách nhiệm\nthi hành Quyết định này./.",
            [
                "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.",
                (
                    "Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Khoa học và Công nghệ và các tổ chức, cá nhân có "
                    "liên quan chịu trách nhiệm thi hành Quyết định này./."
                ),
            ],
            id="an office whose body stands on the next line",
        ),
        pytest.param(
            "KT. TRƯỞNG BAN NGHIỆP VỤ THUẾ\nHQ\nPHÓ\nTRƯỞNG BAN",
            ["KT. TRƯỞNG BAN NGHIỆP VỤ THUẾ", "HQ", "PHÓ", "TRƯỞNG BAN"],
            id="a deputy's office wrapped in a narrow column",
        ),
        pytest.param(
            "I. ĐÁNH GIÁ CHUNG\nSau hợp nhất với Bến Tre và Trà Vinh, tỉnh Vĩnh\nLong có diện tích tự nhiên "
            "khoảng 6.296 km2, trên 4,2 triệu dân, ba mặt giáp\nsông lớn và biển, là địa bàn chịu tác động "
            "sớm và nặng của nước mặn. Từ đầu\ntháng 02/2026 mặn đã vào sâu.\nTỉnh đã đắp đập tạm.",
            [
                "I. ĐÁNH GIÁ CHUNG",
                (
                    "Sau hợp nhất với Bến Tre và Trà Vinh, tỉnh Vĩnh Long có diện tích tự nhiên khoảng 6.296 km2, "
                    "trên 4,2 triệu dân, ba mặt giáp sông lớn và biển, là địa bàn chịu tác động sớm và nặng của "
                    "nước mặn. Từ đầu tháng 02/2026 mặn đã vào sâu."
                ),
                "Tỉnh đã đắp đập tạm.",
            ],
            id="a heading in capitals, and a name cut in two",
        ),
        pytest.param(
            "Nơi nhận:\n- Công ty Công ty TNHH Suhil Electronics\nVina (đ/c: nhà xưởng 56, đường 1-7, KCN Long\n"
            "Thành, xã An Phước, tỉnh Đồng\nNai);\n- PCT Nguyễn Thành Hưng (để b/c);",
            [
                "Nơi nhận:",
                (
                    "- Công ty Công ty TNHH Suhil Electronics Vina (đ/c: nhà xưởng 56, đường 1-7, KCN Long "
                    "Thành, xã An Phước, tỉnh Đồng Nai);"
                ),
                "- PCT Nguyễn Thành Hưng (để b/c);",
            ],
            id="a recipient's place cut in two",
        ),
        pytest.param(
            "V/V CHỦ ĐỘNG ỨNG PHÓ BÃO SỐ 15\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n\n- Bộ Quốc phòng;",
            ["V/V CHỦ ĐỘNG ỨNG PHÓ BÃO SỐ 15", "THỦ TƯỚNG CHÍNH PHỦ điện:", "- Bộ Quốc phòng;"],
            id="a telegram's addressees right below its title",
        ),
        pytest.param(
            "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            id="two columns in one line",
        ),
        pytest.param(
            "Trường hợp chuyển từ thuê đất trả tiền thuê đất một lần cho cả thời gian thuê sang trả hằng năm\n"
            "thì tiền thuê đất tính theo quy định tại khoản 2 Điều 33\n"
            "Nghị định số 103/2024/NĐ-CP.\n3. Giao Ủy ban nhân dân Thành phố tổ chức thực hiện\n"
            "Nghị quyết này.",
            [
                (
                    "Trường hợp chuyển từ thuê đất trả tiền thuê đất một lần cho cả thời gian thuê sang trả hằng năm "
                    "thì tiền thuê đất tính theo quy định tại khoản 2 Điều 33 Nghị định số 103/2024/NĐ-CP."
                ),
                "3. Giao Ủy ban nhân dân Thành phố tổ chức thực hiện Nghị quyết này.",
            ],
            id="a citation goes on with its document",
        ),
        pytest.param(
            "Căn cứ Quyết định số 3532/QĐ-BTC về sửa đổi, bổ sung nội dung tại Phụ lục I và\n"
            "Phụ lục II kèm theo Quyết định số 3154/QĐ-BTC;",
            [
                (
                    "Căn cứ Quyết định số 3532/QĐ-BTC về sửa đổi, bổ sung nội dung tại Phụ lục I và Phụ lục II kèm "
                    "theo Quyết định số 3154/QĐ-BTC;"
                )
            ],
            id="an annex that is cited opens none",
        ),
        pytest.param(
            "1. Cấp dự báo cháy rừng gồm 5 cấp, từ cấp I đến cấp\nV. Chi tiết quy định tại Mẫu số 04.",
            [
                "1. Cấp dự báo cháy rừng gồm 5 cấp, từ cấp I đến cấp V. Chi tiết quy định tại Mẫu số 04."
            ],
            id="a rank is no part",
        ),
        pytest.param(
            "1. Bảo đảm hoạt động ổn định trong điều kiện nhiệt độ từ -15°C tới\n+ 45°C, gió tới 80 km/h.",
            [
                "1. Bảo đảm hoạt động ổn định trong điều kiện nhiệt độ từ -15°C tới + 45°C, gió tới 80 km/h."
            ],
            id="degrees above zero are no item",
        ),
        pytest.param(
            "3. Tiêu chí thành lập ban, văn phòng thuộc cục loại 1\n\na)\nCó chức năng tham mưu.\n\n4.\n"
            "Căn cứ vào tiêu chí, Bộ trưởng xác định số lượng cấp phó.\nĐiều\n5. Hiệu lực thi hành",
            [
                "3. Tiêu chí thành lập ban, văn phòng thuộc cục loại 1",
                "a) Có chức năng tham mưu.",
                "4. Căn cứ vào tiêu chí, Bộ trưởng xác định số lượng cấp phó.",
                "Điều 5. Hiệu lực thi hành",
            ],
            id="markers that stand alone",
        ),
        pytest.param(
            "1. Trưởng Ban\n\n- Phụ trách chung việc kiểm kê.\n\n-\n"
            "Phân công, chỉ đạo, giao trách nhiệm cho các\nthành viên.\n\nDiện tích\n\n-\n\nGhi chú",
            [
                "1. Trưởng Ban",
                "- Phụ trách chung việc kiểm kê.",
                "- Phân công, chỉ đạo, giao trách nhiệm cho các thành viên.",
                "Diện tích",
                "Ghi chú",
            ],
            id="a dash alone above what it opens, and one that is a cell",
        ),
        pytest.param(
            "Kính gửi: Thuế tỉnh Ninh Bình\nCục Thuế nhận được công văn số 2313/NBI-QLDN1\n"
            "ngày 13/9/2025 của Thuế tỉnh Ninh Bình về việc vướng mắc xác định chi phí được trừ.",
            [
                "Kính gửi: Thuế tỉnh Ninh Bình",
                (
                    "Cục Thuế nhận được công văn số 2313/NBI-QLDN1 ngày 13/9/2025 của Thuế tỉnh Ninh Bình về việc "
                    "vướng mắc xác định chi phí được trừ."
                ),
            ],
            id="a letter right below whom it goes to",
        ),
        pytest.param(
            "(Đ/c: Tầng 2, Tòa nhà Cornerstone, 16 Phan Chu Trinh, Hà Nội)\nTrả lời công văn số\n"
            "128.2025/OL.WMCLV ngày 24/11/2025 của Công ty về hàng hóa gửi kho ngoại quan như sau:",
            [
                "(Đ/c: Tầng 2, Tòa nhà Cornerstone, 16 Phan Chu Trinh, Hà Nội)",
                (
                    "Trả lời công văn số 128.2025/OL.WMCLV ngày 24/11/2025 của Công ty về hàng hóa gửi kho ngoại "
                    "quan như sau:"
                ),
            ],
            id="an answer right below an address",
        ),
        pytest.param(
            "Văn bản 361/UBND-\nKGVX ngày 29/01/2021 và các văn bản có liên quan khác nữa.",
            ["Văn bản 361/UBND-KGVX ngày 29/01/2021 và các văn bản có liên quan khác nữa."],
            id="number cut at its hyphen",
        ),
    ],
)
def test_lines_join_into_the_paragraphs_they_were_cut_from(text: str, expected: list[str]) -> None:
    """A line break inside a paragraph joins, one between paragraphs stays."""
    assert paragraphs(text) == expected


# "␠" stands for a space that an editor would take away at the end of a line.
DOUBLE_SPACED = """1. Các Sở, ngành, đơn vị, địa phương

- Tiếp tục triển khai quyết liệt các biện pháp cấp bách phòng chống dịch

COVID-19 trên địa bàn theo chỉ đạo của Trung ương và của tỉnh1. Nâng mức cảnh

báo và sẵn sàng đáp ứng với các tình huống phòng chống dịch COVID-19 ở mức

cao nhất; hạn chế tối đa các hoạt động có tập trung đông người; dừng các sự

␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠␠
1 Đặc biệt tại Chỉ thị số 03/CT-UBND ngày 28/01/2021 của Chủ tịch UBND

tỉnh.
 kiện không cần thiết theo chỉ đạo của Chính phủ, Ủy ban nhân dân tỉnh và

hướng dẫn của ngành Y tế.



4

␠

- Tăng cường tuyên truyền.""".replace("␠", " ")


def test_double_spacing_page_number_and_footnote_in_a_sentence_are_undone() -> None:
    """A PDF's text, double-spaced, with a footnote between the halves of a sentence, reads on."""
    cleaned = clean(lines(DOUBLE_SPACED))
    body = [paragraph for paragraph in cleaned.paragraphs if paragraph.note is None]
    assert [paragraph.text[:12] for paragraph in body] == [
        "1. Các Sở, n",
        "- Tiếp tục t",
        "- Tăng cường",
    ]
    assert "dừng các sự kiện không cần thiết" in body[1].text
    (note,) = cleaned.notes
    assert cleaned.paragraphs[note.paragraph].text.startswith("1 Đặc biệt tại Chỉ thị")
    assert note.anchor is not None
    assert cleaned.text[: note.anchor].endswith("của tỉnh1")


LONG = "Ủy ban nhân dân tỉnh yêu cầu các sở, ngành và địa phương thực hiện việc sau đây"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{LONG}.\n\f2\n{LONG}.\n\f3\n{LONG}.", []),  # they count as the pages do
        (f"{LONG}.\n5\n\f{LONG}.\n6\n\f{LONG}.", []),  # from wherever an annex began
        (f"{LONG}.\n\f17\n\n{LONG}.\n\f{LONG}.", ["17"]),  # a figure of a table, at a page's top
        (f"{LONG}.\n\nca\n\n2030", ["2030"]),  # or at the very end
        (f"{LONG}.\n\n\n623\n\n\n{LONG}.", ["623"]),  # no text as short has so many pages
    ],
)
def test_page_numbers_go_and_figures_stay(text: str, kept: list[str]) -> None:
    """A number at a page's edge is furniture only where it counts the pages."""
    assert [text for text in paragraphs(text) if text.isdigit()] == kept


@pytest.mark.parametrize(
    ("tops", "kept"),
    [
        (["Thông báo số 5/TB-UBND"] * 4, 1),  # where it is printed first, it is the text
        (["Trang 2/5", "Trang 3/5", "Trang 4/5", "Trang 5/5"], 0),
        (["Bước 2", "Bước 4", "Bước 9", "Bước 15"], 4),  # cells of a table
    ],
)
def test_running_heads_go_and_cells_stay(tops: list[str], kept: int) -> None:
    """What stands at the top of most pages is furniture if it is the same or counts the pages."""
    first = tops[0] if kept == 1 else "Mở đầu"
    pages = [f"{top}\n\n{LONG}." for top in tops]
    found = paragraphs("\n\f".join([f"{first}\n\n{LONG}.", *pages]))
    assert sum(text in tops for text in found) == kept


INDENTED = "\n\n".join(f"    {n}. {LONG},\ntrước ngày 0{n} tháng 3 năm 2025." for n in range(1, 7))


@pytest.mark.parametrize(
    ("above", "below", "together"),
    [
        ("theo mẫu tại", "Phụ lục III Thông tư số 21/2020/TT-BTTTT.", True),
        ("chủ trì, phối hợp với Cục Xe máy", "- Vận tải thực hiện.", True),
        ("được thực hiện;", "\fSở Y tế báo cáo kết quả.", True),  # over a page's end
        ("được thực hiện", "\f    Sở Y tế báo cáo kết quả.", False),
    ],
)
def test_an_indent_says_where_a_paragraph_begins(above: str, below: str, together: bool) -> None:
    """Where every first line is set in, a line at the margin goes on, whatever it looks like."""
    found = paragraphs(f"{INDENTED}\n\n    7. {LONG} {above}\n{below}")
    said = below.strip("\f ")
    assert any(text.endswith(said) and text != said for text in found) is together
    assert (said in found) is not together


def test_a_line_of_word_is_a_paragraph() -> None:
    """Where lines are as long as paragraphs, blank lines are nobody's double spacing."""
    whole = [
        f"{LONG}, {LONG.lower()}, {LONG.lower()}.",
        "Đá vôi sản xuất xi măng (khoáng sản khai thác)",
        "m3",
    ]
    assert paragraphs("\n\n".join(whole * 3)) == whole * 3


def test_a_page_break_inside_a_sentence_is_closed_and_remembered() -> None:
    """The second half of a sentence keeps its own page in the map back to the source."""
    text = (
        "- Sở Y tế chủ trì, phối hợp với các cơ quan, đơn vị có liên quan tham\n\f2\nmưu cho tỉnh."
    )
    (paragraph,) = clean(lines(text)).paragraphs
    assert paragraph.text.endswith("tham mưu cho tỉnh.")
    assert [page for _, page, _ in paragraph.origins] == [1, 2]


def test_a_page_may_end_at_a_semicolon_of_a_sentence() -> None:
    """What goes on in small letters behind a page's end is no paragraph of its own."""
    order = "3. Bộ Công an triệt phá các đường dây môi giới;\n\f2\n"
    (whole,) = clean(lines(f"{order}khẩn trương đưa ra xét xử vụ điểm.")).paragraphs
    assert whole.text.endswith("môi giới; khẩn trương đưa ra xét xử vụ điểm.")
    apart = clean(lines(f"{order}Khẩn trương đưa ra xét xử vụ điểm.")).paragraphs
    assert len(apart) == 2


@given(st.text(alphabet="aăâbcd.,;:-–0123456789()\n\f*#[]ABCĐ “”¹ế ", max_size=300))
def test_every_paragraph_lies_where_it_says(text: str) -> None:
    """Whatever comes in, a paragraph is the stretch of the clean text that it names."""
    cleaned = clean(lines(text))
    for paragraph in cleaned.paragraphs:
        assert cleaned.text[paragraph.start : paragraph.end] == paragraph.text
    assert cleaned.text == "\n".join(paragraph.text for paragraph in cleaned.paragraphs)


@pytest.mark.parametrize(
    ("above", "below", "together"),
    [
        (
            "3. Sở Y tế, Sở Giáo dục và Đào tạo, Bảo hiểm xã hội tỉnh",
            "Đẩy mạnh thanh toán viện phí không dùng tiền mặt.",
            False,
        ),
        (
            "7. Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
            "Nắm chắc tình hình cán bộ, chiến sĩ vay nợ.",
            False,
        ),
        (
            "3. Sở Y tế chủ trì, phối hợp với Sở Tài chính và Bảo hiểm xã hội tỉnh",
            "Quảng Trị tổ chức thanh toán viện phí.",
            True,
        ),
    ],
)
def test_a_line_that_only_names_bodies_is_a_heading(above: str, below: str, together: bool) -> None:
    """What they must do begins below it, though the line is full and no blank one follows."""
    text = (
        f"{above}\n{below}\n\n4. Sở Nội vụ\n\n- Tổng hợp, báo cáo kết quả thực hiện trên địa bàn."
    )
    lines = [SourceLine(line, 1, at) for at, line in enumerate(text.split("\n"), 1)]
    first = clean(lines).paragraphs[0].text
    assert (first == above) is not together


def test_a_heading_of_bodies_over_two_lines_ends_where_its_names_end() -> None:
    """What they must do begins a paragraph; behind "và" a name goes on though it opens in a capital."""
    assert paragraphs(
        "6. Sở Nông nghiệp và Môi\n"
        "trường, Hội Nông dân tỉnh, Hội Liên hiệp Phụ nữ tỉnh\n"
        "Vận động thành viên hợp tác xã, chủ vườn xoài, hộ nuôi cá tra đóng bảo hiểm xã hội.\n"
        "7. Đề nghị Sở Y tế, Sở Giáo dục và\n"
        "Đào tạo\n"
        "- Sở Y tế mở thêm điểm tiêm vắc xin và huyết thanh kháng dại tại các trạm y tế vùng cao."
    ) == [
        "6. Sở Nông nghiệp và Môi trường, Hội Nông dân tỉnh, Hội Liên hiệp Phụ nữ tỉnh",
        "Vận động thành viên hợp tác xã, chủ vườn xoài, hộ nuôi cá tra đóng bảo hiểm xã hội.",
        "7. Đề nghị Sở Y tế, Sở Giáo dục và Đào tạo",
        "- Sở Y tế mở thêm điểm tiêm vắc xin và huyết thanh kháng dại tại các trạm y tế vùng cao.",
    ]


@pytest.mark.parametrize(
    ("below", "together"),
    [
        ("Bình Dương, Long An, Hải Phòng và Cần Thơ trực tiếp kiểm tra,", True),
        ("Chỉ đạo Sở Y tế, Công an rà soát nguy cơ cháy, nổ tại các", False),
    ],
)
def test_places_behind_a_colon_are_of_the_line_above(below: str, together: bool) -> None:
    """A line that ends "… các tỉnh, thành phố:" goes on with their names, and ends before an order."""
    above = "3. Chủ tịch Ủy ban nhân dân các tỉnh, thành phố:"
    text = f"{above}\n{below}\nbãi giữ xe ngoài trời trên địa bàn, không để xảy ra cháy lan sang nhà dân."
    assert (paragraphs(text)[0] == above) is not together


def test_a_dash_within_a_name_opens_no_item() -> None:
    """However short the line was that ends before it."""
    text = (
        "9. Báo Bạc Liêu, Đài Phát thanh\n"
        "- Truyền hình Bạc Liêu thông tin chính xác về số lượng cá sấu chưa bắt được,\n"
        "không đưa tin gây hoang mang."
    )
    assert paragraphs(text) == [text.replace("\n", " ")]


def test_what_is_counted_within_a_sentence_is_no_item() -> None:
    """A second point on a new line, where the first stands inside the line."""
    text = "4. Bộ Công an chỉ đạo: (1) sớm kết luận điều tra vụ tai nạn;\n(2) mở đợt cao điểm kiểm tra."
    assert paragraphs(text) == [text.replace("\n", " ")]
    items = "4. Bộ Công an chỉ đạo:\n(1) Sớm kết luận điều tra.\n(2) Mở đợt cao điểm kiểm tra."
    assert paragraphs(items) == items.split("\n")


def test_each_piece_of_work_that_is_counted_is_a_paragraph() -> None:
    """In a plan with who leads and when below each."""
    plan = (
        "III. NỘI DUNG\n\nNội dung 1: Hội thi gói bánh chưng của 24 trại\n\n"
        "Đơn vị chủ trì: Sở Y tế\n\nThời gian: ngày 27/01/2024\n\nNội dung 2: Đêm lửa trại\n\n"
        "Đơn vị chủ trì: Sở Nội vụ"
    )
    assert paragraphs(plan) == plan.split("\n\n")
