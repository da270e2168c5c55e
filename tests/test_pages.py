"""Where clauses stand on their pages, and the pictures that pages are shown as."""

from __future__ import annotations

import io
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from corpus.boxes import merged, parted
from corpus.document import Box, Document, Page, Printed, SourceLine
from corpus.load import load
from corpus.parse import parse
from corpus.read import render
from corpus.read.formats import read
from corpus.read.programs import find_program
from corpus.read.render import PdfPages
from tests.pdfs import as_pdf, sample_pdf, sample_scan

SAMPLE = Path(__file__).resolve().parent.parent / "corpus" / "samples" / "04-chi-thi-14.txt"
LEFT, RIGHT = Box(0.1, 0.1, 0.4, 0.12), Box(0.5, 0.1, 0.9, 0.12)

# Letters without diacritics (see `as_pdf`); the numbers and the layout are what a directive has.
ORDERS = [
    [
        (90, 760, "SO Y TE"), (330, 760, "CONG HOA XA HOI CHU NGHIA VIET NAM"),
        (90, 740, "So: 12/SYT-NV"), (330, 740, "Doc lap - Tu do - Hanh phuc"),
        (330, 720, "Son Hai, ngay 05 thang 3 nam 2025"),
        (90, 660, "1. So Y te chu tri, phoi hop voi cac co quan lien quan to chuc kiem tra"),
        (90, 644, "viec lay mau, xet nghiem va bao cao Uy ban nhan dan tinh."),
        (90, 620, "2. So Tai chinh bo tri kinh phi cho cong tac phong, chong dich benh tren"),
        (90, 604, "dia ban tinh theo quy dinh cua Luat Ngan sach."),
        (90, 90, "3. Uy ban nhan dan cac xa, phuong kien toan Ban Chi dao phong, chong dich"),
    ],
    [
        (90, 760, "cap xa va bao cao truoc ngay 20 thang 10 nam 2025."),
        (90, 730, "4. Cong an tinh bao dam trat tu."),
    ],
]  # fmt: skip


def document(data: bytes, name: str = "a.pdf") -> Document:
    reading = read(data, name)
    return parse(reading.lines, name, "0" * 64, reading.problems, reading.pages)


def printed(found: Document) -> Printed:
    assert found.printed is not None
    return found.printed


def boxes_of(found: Document, words: str) -> list[tuple[int, Box]]:
    """Page and box of each place of the one clause that holds the words."""
    (clause,) = (clause.index for clause in found.clauses if words in clause.text)
    return [(place.page, place.box) for place in printed(found).places if place.clause == clause]


def ink(data: bytes, number: int) -> NDArray[np.bool_]:
    """Which dots of a page are dark."""
    picture = Image.open(io.BytesIO(PdfPages(data).webp(number, 1240)))
    return np.asarray(picture.convert("L")) < 110


def inside(dark: NDArray[np.bool_], box: Box) -> tuple[slice, slice]:
    """The dots of a box, and the one beyond each edge that a curve may reach into."""
    high, wide = dark.shape
    return (
        slice(max(0, int(box.top * high) - 1), int(box.bottom * high) + 2),
        slice(max(0, int(box.left * wide) - 1), int(box.right * wide) + 2),
    )


def check_ink(data: bytes, found: Document, *, kept: float, hair: float = 0.0021) -> None:
    """Every place holds ink, all places together hold that share of it, and none is another's."""
    by_page = defaultdict(list)
    for place in printed(found).places:
        by_page[place.page].append(place)
    assert set(by_page) == {page.number for page in printed(found).pages}
    for number, places in by_page.items():
        dark = ink(data, number)
        covered = np.zeros_like(dark)
        for place in places:
            assert dark[inside(dark, place.box)].any(), place
            covered[inside(dark, place.box)] = True
        assert (dark & covered).sum() >= kept * dark.sum()
        for one, other in combinations(places, 2):
            if one.clause != other.clause:
                assert not overlap(one.box, other.box, hair), (one, other)


def overlap(one: Box, other: Box, hair: float) -> bool:
    """Whether two boxes share more than a hair's breadth, in shares of the page."""
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    wide = min(one.right, other.right) - max(one.left, other.left)
    return high > hair and wide > hair


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["UBND TỈNH", "CỘNG HÒA"], [(LEFT,), (RIGHT,)]),
        (["", "CỘNG HÒA   XÃ HỘI"], [(), (LEFT, RIGHT)]),
        (["UBND TỈNH   CỘNG HÒA", ""], [(LEFT, RIGHT), ()]),
        (["Nơi", "nhận:", "- Như trên"], [(LEFT, RIGHT)] * 3),  # parted within a run
    ],
)
def test_the_boxes_of_a_line_follow_its_parts(texts, expected) -> None:
    """A part has the boxes of its runs; where a run itself was parted, every part has all."""
    assert parted((LEFT, RIGHT), texts) == expected


def test_lines_below_one_another_are_one_rectangle() -> None:
    """A paragraph is one rectangle, a line in the next column or far below begins another."""
    first, second = Box(0.15, 0.10, 0.9, 0.12), Box(0.1, 0.13, 0.5, 0.15)
    beside, far = Box(0.6, 0.10, 0.9, 0.12), Box(0.1, 0.5, 0.5, 0.52)
    assert merged([first, second]) == [Box(0.1, 0.10, 0.9, 0.15)]
    assert merged([second, beside]) == [second, beside]
    assert merged([first, second, far]) == [Box(0.1, 0.10, 0.9, 0.15), far]
    assert merged([far, first, second], [Box(0.1, 0.10, 0.14, 0.12)]) == [far, first, second]
    assert merged([LEFT, RIGHT]) == [Box(0.1, 0.1, 0.9, 0.12)]  # two runs of one printed line
    assert merged([]) == []


def test_every_clause_of_a_pdf_knows_where_its_ink_is() -> None:
    """The places hold all that is printed, each its own clause's, on the pages as they are."""
    data = as_pdf(ORDERS)
    found = document(data)
    assert [(page.width, page.height, page.scanned) for page in printed(found).pages] == [
        (595, 842, False),
        (595, 842, False),
    ]
    assert {place.clause for place in printed(found).places} == set(range(len(found.clauses)))
    check_ink(data, found, kept=0.999)
    ((page, box),) = boxes_of(found, "So Tai chinh bo tri")
    assert page == 1
    assert box.left == pytest.approx(90 / 595, abs=0.01)
    # From the ink of the tallest letter to that of the lowest, not from line to line.
    assert box.top == pytest.approx(1 - (620 + 0.683 * 13) / 842, abs=0.0015)
    assert box.bottom == pytest.approx(1 - (604 - 0.217 * 13) / 842, abs=0.0015)


def test_a_clause_over_a_page_end_has_places_on_both() -> None:
    """The sentence that goes on overleaf is marked at the foot and at the head."""
    found = boxes_of(document(as_pdf(ORDERS)), "kien toan Ban Chi dao")
    assert [page for page, _ in found] == [1, 2]
    assert found[0][1].top > 0.85
    assert found[1][1].bottom < 0.15


def test_a_heading_has_the_place_of_its_title_too() -> None:
    """A chapter and the title below it are one clause, and one place; what follows is another."""
    lines = [
        SourceLine("Chương I", 1, 1, (Box(0.4, 0.10, 0.6, 0.12),)),
        SourceLine("QUY ĐỊNH CHUNG", 1, 2, (Box(0.3, 0.13, 0.7, 0.15),)),
        SourceLine("Điều 1. Phạm vi điều chỉnh", 1, 3, (Box(0.1, 0.16, 0.9, 0.18),)),
    ]
    found = parse(lines, "a.pdf", "0" * 64, (), [Page(1, 595, 842)])
    assert boxes_of(found, "QUY ĐỊNH CHUNG") == [(1, Box(0.3, 0.10, 0.7, 0.15))]
    assert boxes_of(found, "Phạm vi") == [(1, Box(0.1, 0.16, 0.9, 0.18))]


def test_two_columns_are_parted() -> None:
    """The issuer's box ends where the motto's begins, though both stand on one line."""
    found = document(as_pdf(ORDERS))
    (_, issuer), (_, motto) = boxes_of(found, "SO Y TE")[0], boxes_of(found, "CONG HOA XA HOI")[0]
    assert issuer.right < 0.3 < 0.5 < motto.left


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_is_measured_as_it_is_shown(turned: int) -> None:
    """Where the ink is: in the picture that a viewer makes of it."""
    data = as_pdf(ORDERS, turned=turned)
    found = document(data)
    assert printed(found).pages[0].width == (595 if turned == 180 else 842)
    for number in (1, 2):
        dark = ink(data, number)
        covered = np.zeros_like(dark)
        for place in printed(found).places:
            if place.page == number:
                covered[inside(dark, place.box)] = True
        assert (dark & covered).sum() >= 0.999 * dark.sum()


def test_a_cut_page_is_measured_as_it_is_shown() -> None:
    """From the edge of what is left of it; text beyond that edge has no place."""
    data = as_pdf(ORDERS, cut=(50, 400, 595, 700))
    found = document(data)
    ((_, box),) = boxes_of(found, "So Tai chinh bo tri")
    assert box.left == pytest.approx(40 / 545, abs=0.01)
    assert box.bottom == pytest.approx((700 - 601) / 300, abs=0.01)
    places = {place.clause for place in printed(found).places}
    assert places == {c.index for c in found.clauses if c.text.startswith("So ")}


def test_formats_without_pages_have_none() -> None:
    """A text has no pages to be shown."""
    (found,) = load(SAMPLE).documents
    assert found.printed is None


@pytest.mark.slow
def test_a_whole_directive_is_covered(tmp_path: Path) -> None:
    """Head in two columns, body, recipients beside the signature: all of it, from Word's PDF."""
    data = sample_pdf(SAMPLE, tmp_path)
    check_ink(data, document(data), kept=0.998)


@pytest.mark.slow
def test_a_recognised_page_is_covered_too(tmp_path: Path) -> None:
    """Recognition says where it saw a line: nearly all ink lies in places, of scanned pages."""
    if find_program("tesseract") is None:
        pytest.skip("tesseract is not installed")
    data = sample_scan(SAMPLE, tmp_path)
    found = document(data)
    assert all(page.scanned for page in printed(found).pages)
    check_ink(data, found, kept=0.97, hair=0.006)  # of a line half as high again


@pytest.mark.parametrize(
    ("size", "expected"),
    [((595, 842), (1240, 1755)), ((842, 595), (1240, 877)), ((3000, 30), (1240, 13))],
)
def test_a_page_is_as_wide_as_asked(size, expected) -> None:
    """Pictures are WebP of that many pixels across."""
    picture = Image.open(io.BytesIO(PdfPages(as_pdf([[]], size=size)).webp(1, 1240)))
    assert (picture.format, picture.size) == ("WEBP", expected)


@pytest.mark.parametrize("size", [(2000, 14000), (14000, 14000), (3, 14000)])
def test_an_enormous_page_is_bounded(size) -> None:
    """However long a page is, its picture keeps to a number of pixels, and to what WebP can hold."""
    picture = Image.open(io.BytesIO(PdfPages(as_pdf([[]], size=size)).webp(1, 2480)))
    assert picture.width * picture.height <= render.MAX_PIXELS * 1.01
    assert max(picture.size) <= 8001


def test_what_cannot_be_shown_is_an_error_of_value() -> None:
    """A file that is no PDF, and a page that it does not have."""
    with pytest.raises(ValueError, match="cannot be opened"):
        PdfPages(b"no PDF")
    pages = PdfPages(as_pdf(ORDERS))
    for number in (0, 3, -1):
        with pytest.raises(ValueError, match="no page"):
            pages.webp(number, 1240)
