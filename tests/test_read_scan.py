"""Scanned pages: stamps, columns, red ink, pages askew; with a reader that we write ourselves."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from corpus.read.doubts import read_again
from corpus.read.ink import prepared, without_large, without_rules
from corpus.read.numerals import with_numerals
from corpus.read.ocr import OcrLine, as_png
from corpus.read.regions import reread
from corpus.read.stamps import Word, without_stamps


def words(
    text: str, left: int, top: int, *, line: int, block: int = 1, conf: int = 95
) -> list[Word]:
    """A line as tesseract gives it: each letter 20 wide, 30 tall."""
    found: list[Word] = []
    for word in text.split():
        place = {"left": left, "top": top, "width": 20 * len(word), "height": 30}
        ids = {"block_num": block, "par_num": 1, "line_num": line}
        found.append(
            {**{k: str(v) for k, v in (place | ids).items()}, "conf": str(conf), "text": word}
        )
        left += 20 * len(word) + 15
    return found


def said(found: list[Word]) -> list[str]:
    lines: dict[tuple[int, int], list[str]] = {}
    for word in found:
        key = (int(word["block_num"]), int(word["line_num"]))
        lines.setdefault(key, []).append(word["text"])
    return [" ".join(line) for _, line in sorted(lines.items())]


PAGE = (2400, 3000)
HEAD = [  # the columns run together, as they are printed
    *words("UBND TỈNH A", 300, 200, line=1),
    *words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1000, 200, line=1),
    *words("Số: 5/TB-UBND", 300, 330, line=2),
    *words("Hà Nội, ngày 1 tháng 2 năm 2025", 1050, 330, line=2),
    *words("THÔNG BÁO", 1000, 500, line=3),
    *words("Về việc kiểm tra", 900, 560, line=4),
]  # fmt: skip


def test_columns_of_the_head_follow_each_other():
    """What recognition printed on one line is issuer and number, then motto and date."""
    page = Image.new("L", PAGE, 255)
    assert said(reread(HEAD, page, lambda _picture, _mode: [])) == [
        "UBND TỈNH A",
        "Số: 5/TB-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Hà Nội, ngày 1 tháng 2 năm 2025",
        "THÔNG BÁO",
        "Về việc kiểm tra",
    ]


def test_a_page_without_columns_is_left_as_it_was():
    """Neither motto nor recipients: nothing is read again."""
    page = Image.new("L", PAGE, 255)
    body = [
        *words("Điều 1. Phạm vi", 300, 200, line=1),
        *words("Điều 2. Hiệu lực", 300, 260, line=2),
    ]

    def unasked(_picture: object, _mode: int) -> list[Word]:
        raise AssertionError

    assert said(reread(body, page, unasked)) == ["Điều 1. Phạm vi", "Điều 2. Hiệu lực"]


def test_of_a_signature_the_surest_reading_of_each_line_is_kept():
    """Strokes beside the print go; where one touches it, "…" says that something is covered."""
    page = Image.new("L", PAGE, 255)
    whole = [
        *words("Nơi nhận: KT. BỘ TRƯNG", 200, 300, line=1),
        *words("- Như trên;", 200, 340, line=2),
        *words("- Lưu: VT.", 200, 380, line=3),
    ]
    for word in whole[2:5]:  # the signature's first line, to the right and unsure
        word["left"] = str(int(word["left"]) + 1000)
        word["conf"] = "40"
    again = [
        *words("KT. BỘ TRƯỞNG", 500, 20, line=1),
        *words("‘(/", 440, 120, line=2, conf=0),
        *words("HỨ TRƯỞNG", 510, 120, line=2),
        *words("Nguyễn", 500, 400, line=3), *words("zx", 640, 400, line=3, conf=5),
        *words("An", 700, 400, line=3),
    ]  # fmt: skip
    found = said(reread(whole, page, lambda _picture, _mode: [dict(word) for word in again]))
    assert found == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.",
        "KT. BỘ TRƯỞNG", "…HỨ TRƯỞNG", "Nguyễn … An",
    ]  # fmt: skip


def test_the_body_is_no_part_of_the_signature():
    """The end of the line above the recipients stays there, however far to the right it runs; a
    word that one reading has twice, of another as wide is had once."""
    page = Image.new("L", PAGE, 255)
    body = "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở chịu trách nhiệm thi hành./."
    twice = words("Trần Trân Báu Hà", 1500, 1300, line=7, conf=93)
    for word, left in zip(twice, (1500, 1530, 1600, 1680), strict=True):
        word["left"] = str(left)
    whole = [
        *words(body, 200, 985, line=1),
        *words("Nơi nhận:", 200, 1040, line=2),
        *words("- Như trên;", 200, 1080, line=3),
        *words("- Lưu: VT.", 200, 1120, line=4),
        *words("CHỦ TỊCH", 1500, 1045, line=5),
        *twice,
    ]
    part = [*words("CHỦ TỊCH", 810, 30, line=1), *words("Trần Báu Hà", 810, 285, line=2)]
    assert said(reread(whole, page, lambda _picture, _mode: [dict(word) for word in part])) == [
        body, "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "Trần Báu Hà",
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "conf"), [("5/TB-UBND", "20"), ("57TB-UBND", "90")])
def test_a_guessed_number_is_no_number(text, conf):
    """Digits written in by hand, unsure or run together with the stroke, become "…"."""
    page = Image.new("L", PAGE, 255)
    head = [dict(word) for word in HEAD]
    next(word for word in head if word["text"] == "5/TB-UBND").update(text=text, conf=conf)
    assert "Số: …/TB-UBND" in said(reread(head, page, lambda _picture, _mode: []))


def test_stamps_of_receipt_and_specks_are_left_out():
    """What stands on the stamp goes, a sure word beneath it and the same name elsewhere stay."""
    stamp = [
        *words("CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ", 100, 400, line=1),
        *words("ĐẾN Ngày:.15.4.2024.......", 100, 460, line=2),
        *words("lãnh đạo", 500, 460, line=2),
    ]
    rest = [
        *words("- Cổng Thông tin điện tử Chính phủ;", 100, 2000, line=3),
        *words("ˆ", 900, 2100, line=4, conf=3),
        *words("1/2", 900, 2200, line=5, conf=3),
    ]
    assert said(without_stamps([*stamp, *rest])) == [
        "lãnh đạo", "- Cổng Thông tin điện tử Chính phủ;", "1/2",
    ]  # fmt: skip


def test_a_stamp_is_known_by_what_stands_on_it_anywhere_on_the_page():
    """Its title may be read in one part of the page, and "ĐẾN" in another."""
    title = words("CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ", 100, 400, line=1)
    assert without_stamps(title, around=words("ĐẾN,", 100, 460, line=2)) == []
    rest = [*words("Ngày.", 100, 470, line=1), *words("141412024...", 210, 470, line=1)]
    assert said(without_stamps([*rest, *words("THÔNG BÁO", 1000, 470, line=1)])) == ["THÔNG BÁO"]


def test_a_body_of_the_stamps_name_is_no_stamp():
    """Without "ĐẾN" below it, the name stays."""
    line = words("CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ", 100, 400, line=1)
    assert without_stamps(line) == line


def lined(*, degrees: float = 0.0) -> Image.Image:
    """A page of bars that look like lines of text, turned."""
    page = Image.new("RGB", (1400, 1800), "white")
    draw = ImageDraw.Draw(page)
    for top in range(200, 1600, 50):
        for left in range(150, 1250, 60):
            draw.rectangle((left, top, left + 40, top + 20), fill="black")
    return page.rotate(degrees, fillcolor=(255, 255, 255), resample=Image.Resampling.BICUBIC)


@pytest.mark.parametrize("degrees", [-1.5, -0.8, 0.7, 1.4])
def test_a_page_askew_is_set_level(degrees):
    """Rows of print are sharp again: as many empty rows as on the page before it was turned."""

    def blank(page: Image.Image) -> int:
        return int((np.asarray(page.convert("L"))[300:1500, 200:1200].min(axis=1) > 128).sum())

    straight, turned = blank(lined()), blank(lined(degrees=degrees))
    assert turned < 0.65 * straight
    assert blank(prepared(lined(degrees=degrees))) > 0.85 * straight


def test_red_ink_is_taken_out_and_print_beneath_it_is_not():
    """A red ring over black bars: the ring is gone, the bars are whole."""
    page, inked = lined(), lined()
    ImageDraw.Draw(inked, "RGBA").ellipse(
        (300, 300, 700, 700), outline=(200, 30, 40, 150), width=30
    )
    wanted, found = np.asarray(page.convert("L")) < 128, np.asarray(prepared(inked)) < 128
    assert (found & ~wanted).sum() == 0
    assert (found & wanted).sum() > 0.98 * wanted.sum()


def test_strokes_and_frames_can_be_taken_out():
    """A hand's long stroke and a frame go; letters, and where they cross the frame, stay."""
    page = lined().convert("L")
    letters = np.asarray(page) < 128
    marked = page.copy()
    draw = ImageDraw.Draw(marked)
    draw.line((100, 190, 1300, 190), fill=0, width=3)
    for cleared in (without_large(marked, 20), without_rules(marked)):
        left = np.asarray(cleared) < 128
        assert left[185:195].sum() == 0
        assert left[196:].sum() == letters[196:].sum()


def test_pictures_keep_their_resolution():
    """Tesseract is told 300 dpi, so that it need not guess."""
    import io

    with Image.open(io.BytesIO(as_png(Image.new("L", (30, 30), 255)))) as again:
        assert round(again.info["dpi"][0]) == 300


BODY = [
    *words("Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các cơ quan:", 200, 1000, line=1),
    *words("1; SỬ", 260, 1060, line=2, conf=5),
    *words("a) Xây dựng kế hoạch; báo cáo trước ngày 14", 260, 1120, line=3, conf=50),
    *words("KT. CHỦ", 260, 1180, line=4, conf=60),
]


def test_a_short_line_that_was_read_badly_is_read_by_itself():
    """And stands where it stood; a long one, and one no surer the second time, stay as they are."""
    asked = []

    def read(picture, mode):
        asked.append((picture.size, mode))
        assert picture.size[1] < 500  # two strips, not the page
        again = [
            *words("1. Sở Y tế", 60, 45, line=1, conf=96),
            *words("KT. CHO", 60, 130, line=2, conf=70),
        ]
        return [word | {"block_num": "7"} for word in again]

    found = read_again(BODY, Image.new("L", PAGE, 255), read)
    assert said(found) == [
        "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các cơ quan:",
        "1. Sở Y tế",
        "a) Xây dựng kế hoạch; báo cáo trước ngày 14",
        "KT. CHỦ",
    ]
    assert len(asked) == 1
    moved = next(word for word in found if word["text"] == "Sở")
    assert abs(int(moved["top"]) - 1060) < 30
    assert int(moved["left"]) > 260


def test_a_page_read_well_is_not_read_again():
    """Nor one that is bad all over, where a second reading would cost more than it gives."""

    def read(*_):
        raise AssertionError

    assert read_again(BODY[:12], Image.new("L", PAGE, 255), read) == BODY[:12]
    bad = [word for at in range(50) for word in words("x y", 200, 60 * at, line=at, conf=9)]
    assert read_again(bad, Image.new("L", PAGE, 255), read) == bad


def test_numerals_of_headings_are_those_that_come_next():
    """What was counted instead of read stays doubtful; what is no heading stays as it was."""
    first = [
        OcrLine("IL. NHIỆM VỤ CHUNG", ("IL.",)),
        OcrLine("1. NHIỆM VỤ CỦA CÁC SỞ"),
        OcrLine("Il NHIỆM VỤ CỤ THỂ"),
        OcrLine("H. Nguyễn Văn A, huyện B"),
    ]
    second = [
        OcrLine("   II. TỔ CHỨC THỰC HIỆN", opening=64.0),
        OcrLine("1V. HIỆU LỰC THI HÀNH"),
        OcrLine("PHỤ LỤC"),
        OcrLine("I. DANH MỤC"),
        OcrLine("II. BIỂU MẪU", opening=40.0),
        OcrLine("VIỆT NAM"),
    ]
    pages = with_numerals([first, second])
    assert [line.text for page in pages for line in page] == [
        "I. NHIỆM VỤ CHUNG",
        "1. NHIỆM VỤ CỦA CÁC SỞ",
        "II. NHIỆM VỤ CỤ THỂ",
        "H. Nguyễn Văn A, huyện B",
        "   III. TỔ CHỨC THỰC HIỆN",
        "IV. HIỆU LỰC THI HÀNH",
        "PHỤ LỤC",
        "I. DANH MỤC",
        "II. BIỂU MẪU",
        "VIỆT NAM",
    ]
    assert pages[0][0].doubtful == ("IL.",)
    assert pages[1][0].doubtful == ("II.",)


def test_a_numeral_read_well_is_reported_and_not_mended():
    """Two headings II. are what the document has, if recognition is sure of them."""
    lines = [OcrLine("I. A B C D"), OcrLine("II. E F G H"), OcrLine("II. I K L M", opening=96.0)]
    assert with_numerals([lines]) == [lines]
