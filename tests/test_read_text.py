"""Plain text: encodings, pages, and what is no text at all."""

from __future__ import annotations

import codecs
import unicodedata

import pytest

from corpus.document import Severity
from corpus.read.formats import read
from corpus.read.legacy import from_tcvn3, from_vni, repair
from corpus.read.text import decode

TEXT = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Thực hiện Chỉ thị của Thủ tướng Chính phủ, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các cơ quan:\n"
)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_unicode_in_every_dress_is_the_same_text(data: bytes):
    """UTF-8, UTF-16 and UTF-32, with and without a byte-order mark, decode to the same."""
    assert decode(data)[0] == TEXT


def test_windows_1258_is_recognised():
    """Base letters with combining tones come back composed, with a note of what was done."""
    # cp1258 has no code for most composed letters: tones are split off, marks are kept.
    spelled = "".join(
        unicodedata.normalize("NFC", base) + tone
        for character in TEXT
        for base, tone in [_split_tone(character)]
    )
    text, note = decode(spelled.encode("cp1258"))
    assert text == TEXT
    assert note is not None
    assert "Windows-1258" in note


def _split_tone(character: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", character)
    tone = "".join(mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323")
    return "".join(mark for mark in parts if mark not in tone), tone


@pytest.mark.parametrize(
    ("codes", "text", "name"),
    [
        (
            "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc",
            "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc",
            "TCVN3",
        ),
        (
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc",
            "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc",
            "VNI",
        ),
    ],
)
def test_legacy_fonts_are_converted_in_bytes_and_in_unicode(codes: str, text: str, name: str):
    """Text typed for ABC or VNI fonts is mended whether it comes as bytes or pasted into UTF-8."""
    assert repair(codes) == (text, name)
    assert decode(codes.encode())[0] == text
    read_back, note = decode(codes.encode("latin-1"))
    assert read_back == text
    assert note is not None
    assert name in note


@pytest.mark.parametrize(
    ("convert", "codes", "letters"),
    [
        (from_tcvn3, "®iÒu kho¶n \xadu tiªn hç trî kü thuËt", "điều khoản ưu tiên hỗ trợ kỹ thuật"),
        (
            from_vni,
            "ñieàu khoaûn öu tieân hoã trôï kyõ thuaät",
            "điều khoản ưu tiên hỗ trợ kỹ thuật",
        ),
        (from_vni, "ÑAØ NAÜNG, QUAÛNG TRÒ", "ĐÀ NẴNG, QUẢNG TRỊ"),
        (from_tcvn3, "Ng\xadêi, Quèc héi, söa ®æi, b·i bá", "Người, Quốc hội, sửa đổi, bãi bỏ"),
    ],
)
def test_letters_of_the_legacy_tables(convert, codes: str, letters: str):
    """Every kind of letter and mark has its place in the tables."""
    assert convert(codes) == letters


@pytest.mark.parametrize(
    "foreign", ["Café à la crème, très bien", "Größe über alles", "plain text"]
)
def test_foreign_text_is_left_alone(foreign: str):
    """A text in another language is not mended into Vietnamese."""
    assert repair(foreign) == (foreign, None)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "rỗng"),
        (b"  \n\n ", "rỗng"),
        (bytes(range(256)) * 40, "nhị phân"),
        ("Größe über Straße, schöne Grüße aus Köln".encode("latin-1") * 20, "bảng mã"),
    ],
)
def test_what_is_no_text_is_a_problem(data: bytes, words: str):
    """An empty, binary or unknown file gives no lines and one error that says why."""
    reading = read(data, "a.txt")
    assert reading.lines == ()
    assert [problem.severity for problem in reading.problems] == [Severity.ERROR]
    assert words in reading.problems[0].message


def test_damaged_bytes_are_reported_with_their_line():
    """A broken byte in a UTF-8 file costs its letter, not the file, and its line is named."""
    good = (TEXT * 40).encode()
    at = good.index("Thực".encode(), 2000) + 2
    reading = read(good[:at] + b"\xff" + good[at + 1 :], "a.txt")
    warned = [problem for problem in reading.problems if problem.severity is Severity.WARNING]
    assert len(warned) == 1
    broken = next(line for line in reading.lines if "\ufffd" in line.text)
    assert warned[0].line == broken.number


def test_form_feeds_count_pages():
    """A form feed begins a new page, in a line of its own or in the middle of one."""
    reading = read("một\nhai\n\fba\nbốn\fnăm\n".encode(), "a.txt")
    assert [(line.text, line.page, line.number) for line in reading.lines] == [
        ("một", 1, 1), ("hai", 1, 2), ("", 1, 3), ("ba", 2, 3), ("bốn", 2, 4), ("năm", 3, 4), ("", 3, 5),
    ]  # fmt: skip


def test_two_columns_end_before_an_annex():
    """The signature beside the recipients is read behind them; a centred title below is no part."""
    from corpus.document import SourceLine
    from corpus.read.columns import untangle

    page = [
        "Nơi nhận:" + " " * 30 + "KT. CHỦ TỊCH",
        "- Như trên;" + " " * 28 + "PHÓ CHỦ TỊCH",
        "- Lưu: VT." + " " * 30 + "Mai Sơn",
        "",
        "PHỤ LỤC DANH MỤC THỦ TỤC HÀNH CHÍNH",
        " " * 40 + "TỈNH BẮC NINH",
        "TT",
    ]
    lines = untangle([SourceLine(text, 1, at) for at, text in enumerate(page, 1)])
    assert [line.text.strip() for line in lines if line.text.strip()] == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Mai Sơn",
        "PHỤ LỤC DANH MỤC THỦ TỤC HÀNH CHÍNH", "TỈNH BẮC NINH", "TT",
    ]  # fmt: skip
