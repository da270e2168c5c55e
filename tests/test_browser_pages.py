"""Documents shown as their pages, driven in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.read.programs import find_program
from index.library import Library
from tests.pdfs import sample_pdf, sample_scan
from tests.serving import PHONE, Visit, serving, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SAMPLES = Path(__file__).resolve().parent.parent / "corpus" / "samples"
QUESTION = "14/CT-UBND yêu cầu Sở Y tế làm gì?"
PAGES = ".cd-viewer .cd-sheet"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a scan of three pages and a PDF with text."""
    if find_program("tesseract") is None:
        pytest.skip("tesseract is not installed")
    folder, aside = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("aside")
    (folder / "quet.pdf").write_bytes(sample_scan(SAMPLES / "04-chi-thi-14.txt", aside))
    (folder / "chu.pdf").write_bytes(sample_pdf(SAMPLES / "06-ke-hoach-187.txt", aside))
    return folder


@pytest.fixture(scope="module")
def app(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over both."""
    folder = tmp_path_factory.mktemp("library")
    Library(folder).update([files / "quet.pdf", files / "chu.pdf"])
    with serving(folder) as address:
        yield address


def open_citation(visit: Visit, question: str, number: int = 0) -> None:
    visit.ask(question)
    visit.page.locator(".cd-card .cd-n").nth(number).click()
    visit.page.locator(".cd-hit").wait_for(state="attached")


def loaded(page: Any, number: int) -> None:
    """Wait for the picture of page `number`."""
    page.locator(f'{PAGES}.cd-loaded[data-page="{number}"]').wait_for(state="attached")


def on_screen(page: Any) -> bool:
    """Whether the mark is seen, whole, within the part that scrolls."""
    frame = page.locator(".cd-viewer .cd-scroll").bounding_box()
    place = page.locator(".cd-viewer .cd-place").first.bounding_box()
    return (
        frame["y"] <= place["y"] < place["y"] + place["height"] <= frame["y"] + frame["height"]
        and frame["x"] <= place["x"]
        and place["height"] > 10
    )


def ink(page: Any) -> list[float]:
    """The share of dark dots of the picture inside the mark, and in the strip right above it."""
    return page.evaluate("""() => {
        const place = document.querySelector('.cd-viewer .cd-place');
        const picture = place.closest('.cd-sheet').querySelector('img');
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [1000, 1300];
        const paper = canvas.getContext('2d');
        paper.drawImage(picture, 0, 0, 1000, 1300);
        const share = (top, height) => {
            const left = parseFloat(place.style.left) * 10, wide = parseFloat(place.style.width) * 10;
            const dots = paper.getImageData(left, top * 13, wide, height * 13).data;
            let dark = 0;
            for (let at = 0; at < dots.length; at += 4) dark += dots[at] < 110;
            return dark / (dots.length / 4);
        };
        const top = parseFloat(place.style.top);
        return [share(top, parseFloat(place.style.height)), share(top - 0.5, 0.3)];
    }""")


def test_an_uploaded_scan_opens_at_its_page_with_the_clause_marked(
    files: Path, tmp_path: Path
) -> None:
    """From the file to the mark: upload, ask, click; the mark is on screen, over the clause's ink.
    When the file is another one later, that is said and the text is shown."""
    with serving(tmp_path / "library") as address, visiting(address) as visit:
        page = visit.page
        visit.tab(2)
        page.locator("#cd-files input[type=file]").set_input_files([files / "quet.pdf"])
        page.get_by_text("Xong: 1 mới").wait_for(timeout=60_000)
        visit.tab(0)
        open_citation(visit, QUESTION)
        assert page.locator(".cd-viewer").get_attribute("data-view") == "page"
        mark = page.locator(".cd-viewer .cd-place")
        mark.first.wait_for()
        number = mark.first.evaluate("mark => mark.closest('.cd-sheet').dataset.page")
        loaded(page, number)
        assert on_screen(page)
        inside, above = ink(page)
        assert inside > 0.03
        assert above < inside / 5
        picture = page.locator(f'{PAGES}[data-page="{number}"] img')
        assert picture.get_attribute("alt") == (
            f"Chỉ thị số 14/CT-UBND, trang {number}; đoạn được dẫn đã được đánh dấu"
        )
        locator = page.locator(".cd-card .cd-locator").first.inner_text()
        assert mark.first.get_attribute("aria-label") == f"Đoạn được dẫn: {locator}"
        assert page.locator(".cd-viewer .cd-at").inner_text() == number
        assert visit.wrong == []
        (tmp_path / "library" / "uploads" / "quet.pdf").write_bytes(b"%PDF-1.4 another")
        visit.reload()
        open_citation(visit, QUESTION)
        page.get_by_text("Tệp gốc đã đổi hoặc không còn: chỉ xem được phần chữ.").wait_for()
        page.locator(".cd-viewer .cd-hit").wait_for()
        assert page.get_by_role("button", name="Trang", exact=True).is_disabled()
        assert visit.wrong
        assert all("410" in said for said in visit.wrong)


def test_a_pdf_with_text_opens_as_text_and_turns_to_its_page(visit: Visit) -> None:
    """The switch works by keyboard, keeps the clause in sight both ways, and is remembered."""
    page = visit.page
    open_citation(visit, "187/KH-UBND yêu cầu Sở Y tế làm gì?")
    assert page.locator(".cd-viewer").get_attribute("data-view") == "text"
    page.locator(".cd-viewer .cd-hit").wait_for()
    button = page.get_by_role("button", name="Trang", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    page.locator(".cd-viewer .cd-place").first.wait_for()
    assert on_screen(page)
    assert button.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.dataset.view") == "page"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.locator(".cd-viewer .cd-hit").wait_for()
    button.click()
    page.locator(".cd-close").click()
    page.locator(".cd-card .cd-n").nth(1).click()
    page.locator(".cd-viewer .cd-place").first.wait_for()  # as chosen, for PDFs like this one
    page.wait_for_function("document.activeElement.classList.contains('cd-place')")
    assert on_screen(page)


def test_pages_are_fetched_when_they_are_looked_at(visit: Visit) -> None:
    """Opened at its first page, a document's last is not asked for until it is turned to."""
    page = visit.page
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url) if "/page?" in sent.url else None)
    visit.tab(2)
    page.get_by_role("button", name="14/CT-UBND").click()
    page.locator(".cd-page .cd-sheet.cd-loaded").first.wait_for()
    page.wait_for_timeout(500)
    last = page.locator(".cd-page .cd-sheet").count()
    assert last >= 2
    assert {url.split("number=")[1][0] for url in asked} == {"1"}
    for _ in range(last):
        page.get_by_role("button", name="Trang sau").click()
    page.locator(f'.cd-page .cd-sheet.cd-loaded[data-page="{last}"]').wait_for()
    page.wait_for_function(f"document.querySelector('.cd-page .cd-at').textContent === '{last}'")
    page.get_by_role("button", name="Trang trước").click()
    page.wait_for_function(
        f"document.querySelector('.cd-page .cd-at').textContent === '{last - 1}'"
    )


def test_the_outline_leads_to_the_place_on_the_page(visit: Visit) -> None:
    """On a document's own page a heading of the outline is marked where it is printed."""
    page = visit.page
    visit.tab(2)
    page.get_by_role("button", name="14/CT-UBND").click()
    heading = page.locator(".cd-page .cd-outline a").nth(2)
    heading.click()
    page.locator(".cd-page .cd-place").first.wait_for()
    page.wait_for_function("""() => {
        const [frame, mark] = ['.cd-page .cd-scroll', '.cd-page .cd-place']
            .map((name) => document.querySelector(name).getBoundingClientRect());
        return frame.top <= mark.top && mark.bottom <= frame.bottom;
    }""")  # it is scrolled to smoothly
    clause = heading.get_attribute("data-go")
    assert page.locator(".cd-page .cd-hit").get_attribute("data-c") == clause


def test_a_page_is_seen_closer(visit: Visit) -> None:
    """Plus makes it larger around the mark, in a sharper picture at last; a click there and back."""
    page = visit.page
    open_citation(visit, QUESTION)
    sheet = page.locator(PAGES).first
    page.locator(".cd-viewer .cd-place").first.wait_for()
    width = sheet.bounding_box()["width"]
    closer = page.get_by_role("button", name="Phóng to")
    before = page.locator(".cd-viewer .cd-place").first.bounding_box()
    closer.click()
    closer.click()
    assert sheet.bounding_box()["width"] == pytest.approx(2 * width, rel=0.02)
    assert page.locator(".cd-viewer .cd-zoomed").inner_text() == "200%"
    after = page.locator(".cd-viewer .cd-place").first.bounding_box()
    assert (after["x"], after["y"]) == pytest.approx((before["x"], before["y"]), abs=12)
    closer.click()
    page.wait_for_function(
        "[...document.querySelectorAll('.cd-viewer img')].some(i => /2480$/.test(i.currentSrc))"
    )
    page.locator(".cd-viewer .cd-scroll").click()
    assert page.locator(".cd-viewer .cd-zoomed").inner_text() == "100%"


def test_a_phone_shows_the_page_whole(app: str) -> None:
    """The page is as wide as the screen, the mark on it, nothing to push sideways."""
    with visiting(app, size=PHONE, has_touch=True, is_mobile=True) as visit:
        page = visit.page
        visit.ask(QUESTION)
        page.locator(".cd-card .cd-n").first.tap()
        page.locator(".cd-viewer .cd-place").first.wait_for()
        assert on_screen(page)
        box = page.locator(PAGES).first.bounding_box()
        assert 0.9 * PHONE["width"] < box["width"] <= PHONE["width"]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert visit.wrong == []


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}], ids=["light", "dark"])
def test_no_serious_barrier_on_pages(app: str, settings: dict[str, Any]) -> None:
    """axe-core finds nothing serious beside an answer and on a document's own page."""
    with visiting(app, **settings) as visit:
        page = visit.page
        open_citation(visit, QUESTION)
        page.locator(f"{PAGES}.cd-loaded").first.wait_for()
        assert visit.barriers() == []
        visit.tab(2)
        page.get_by_role("button", name="14/CT-UBND").click()
        page.locator(".cd-page .cd-sheet.cd-loaded").first.wait_for()
        assert visit.barriers() == []


def test_a_page_of_an_archive_is_shown(files: Path, tmp_path: Path) -> None:
    """A PDF inside a .zip is shown as one on the disk."""
    shutil.make_archive(str(tmp_path / "kho"), "zip", files, "chu.pdf")
    Library(tmp_path / "library").update([tmp_path / "kho.zip"])
    with serving(tmp_path / "library") as address, visiting(address) as visit:
        visit.tab(2)
        visit.page.get_by_role("button", name="187/KH-UBND").click()
        visit.page.get_by_role("button", name="Trang", exact=True).click()
        visit.page.locator(".cd-page .cd-sheet.cd-loaded").first.wait_for()
        assert visit.wrong == []
