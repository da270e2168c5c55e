"""The timeline and the pictures of references, driven in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from index.graph import whole_web
from index.library import Library
from tests.hostile import MARKUP, letter
from tests.serving import PHONE, Visit, serving, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DAY = date(2025, 11, 1)  # between the first and the last deadline of the samples
FOLDERS: dict[str, Path] = {}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over the samples, on a fixed day."""
    folder = tmp_path_factory.mktemp("library")
    Library(folder).update([Path("corpus/samples").absolute()])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("qa.web.tasks.today", lambda: DAY)
        with serving(folder) as address:
            FOLDERS[address] = folder
            yield address


def open_timeline(visit: Visit) -> None:
    page = visit.page
    visit.tab(1)
    visit.settle()
    visit.pick_agency("SYT")
    page.locator(".cd-dossier").wait_for()
    visit.settle()
    page.get_by_label("Lịch thời hạn").click()
    page.locator(".cd-time").wait_for()


def open_map(visit: Visit) -> None:
    visit.tab(2)
    visit.page.locator(".cd-shelf").wait_for()
    visit.page.get_by_label("Bản đồ dẫn chiếu").click()
    visit.page.locator("svg.cd-web").wait_for()
    visit.settle()


def open_node(node: Any, *, tap: bool = False) -> None:
    """Open the document of a node of the map; a click that Gradio has dropped is made again, as
    anyone would."""
    from playwright.sync_api import TimeoutError as TooLate

    for _ in range(5):
        if tap:
            node.tap()
        else:
            node.click()
        try:
            node.page.locator(".cd-around, .cd-narrow").first.wait_for(timeout=12_000)
        except TooLate:
            continue
        return
    raise AssertionError(f"{node} opens no document")


def page_of(visit: Visit, number: str) -> None:
    """Wait for the page of the document of that number."""
    visit.page.wait_for_function(
        "number => document.querySelector('.cd-page h2')?.textContent.includes(number)", arg=number
    )
    visit.settle()


def test_a_deadline_on_the_timeline_opens_its_clause(visit: Visit) -> None:
    """What comes is in view, the overdue are folded; a click shows the clause beside it."""
    open_timeline(visit)
    page = visit.page
    assert "01/11/2025" in page.locator(".cd-today").inner_text()
    card = page.locator(".cd-coming .cd-card").first
    quote = card.locator("blockquote").inner_text().split("…")[0].strip()
    card.get_by_role("button").click()
    page.locator(".cd-hit").wait_for()
    assert quote in page.locator(".cd-hit").inner_text()
    assert not page.locator(".cd-gone .cd-card").first.is_visible()
    page.locator(".cd-axis .cd-over a").first.click()
    assert page.locator(".cd-gone .cd-card").first.is_visible()
    assert page.evaluate("document.activeElement.tagName") == "H3"


def test_the_choice_of_due_days_narrows_every_view_and_the_files(visit: Visit) -> None:
    """Overdue tasks only; the workbook is asked for the same."""
    open_timeline(visit)
    page = visit.page
    every = page.locator(".cd-time .cd-card").count()
    page.get_by_label("Đã qua hạn").click()
    page.locator(".cd-gone[open]").wait_for()
    past = page.locator(".cd-time .cd-card").count()
    assert 0 < past < every
    assert page.locator(".cd-lane, .cd-coming").count() == 0
    assert "due=past" in page.get_by_role("link", name="Excel").get_attribute("href")
    page.get_by_label("30 ngày tới").click()
    page.locator(".cd-gone").wait_for(state="detached")
    page.get_by_label("Văn bản", exact=True).click()
    page.locator(".cd-time").wait_for(state="detached")
    assert 0 < page.locator(".cd-dossier .cd-card").count() < every


def test_a_shape_on_the_map_opens_its_document_and_its_neighbours_theirs(visit: Visit) -> None:
    """From the map to a document, from its picture to the next, and back to the map."""
    open_map(visit)
    page = visit.page
    web = whole_web(Library(FOLDERS[visit.address]).store, held=200, outside=30)
    nodes = {node.id: node for node in web.nodes}
    link = next(each for each in web.links if nodes[each.target].head)
    page.locator(f'svg a[data-document="{link.source}"] .cd-reach').click()
    page_of(visit, nodes[link.source].name)
    page.locator(f'.cd-wide a[data-document="{link.target}"]').click()
    page_of(visit, nodes[link.target].name)
    assert page.locator(f'.cd-wide a[data-document="{link.source}"]').is_visible()
    page.get_by_role("button", name="Danh sách văn bản").click()
    page.locator("svg.cd-web").wait_for()


def test_the_map_tells_finds_and_enlarges(visit: Visit) -> None:
    """Hovering names a document and lights its links; the box finds; wheel, drag, buttons move."""
    open_map(visit)
    page = visit.page
    svg = page.locator("svg.cd-web")
    node = svg.locator("a.cd-node").last
    node.locator(".cd-reach").hover()
    assert page.locator(".cd-told").inner_text() == node.get_attribute("aria-label")
    assert svg.locator("line.cd-lit").count() > 0
    page.locator("[data-find]").fill("chi thi")
    found = svg.locator(".cd-matched")
    assert 0 < found.count() < svg.locator(".cd-node").count()
    assert all("hỉ thị" in each.get_attribute("aria-label") for each in found.all())
    whole = svg.get_attribute("viewBox")
    page.get_by_role("button", name="Phóng to").click()
    closer = svg.get_attribute("viewBox")
    assert float(closer.split()[2]) < float(whole.split()[2])
    box = svg.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=4)
    page.mouse.up()
    assert svg.get_attribute("viewBox") != closer
    assert page.locator(".cd-page").count() == 0  # a drag is no click
    page.get_by_role("button", name="Xem toàn bộ").click()
    assert svg.get_attribute("viewBox") == whole
    page.mouse.move(x, y)
    page.mouse.wheel(0, -200)
    page.wait_for_function(
        "whole => document.querySelector('svg.cd-web').getAttribute('viewBox') !== whole", arg=whole
    )


def test_the_map_is_walked_by_keyboard(visit: Visit) -> None:
    """One stop; arrows lead from document to document; Enter opens, and the focus goes along."""
    open_map(visit)
    page = visit.page
    page.locator("[data-find]").focus()
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.cd-node')"):
            break
    told = {page.evaluate("document.activeElement.getAttribute('aria-label')")}
    for key in ("ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "ArrowLeft"):
        page.keyboard.press(key)
        told.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(told) > 2
    assert page.locator("svg.cd-web [tabindex='0']").count() == 1
    page.locator("[data-find]").fill("chi thi")
    page.keyboard.press("Enter")
    assert "hỉ thị" in page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    page.locator(".cd-page").wait_for()
    page.wait_for_function("document.activeElement.tagName === 'H2'")


def test_the_picture_of_a_document_stays_as_the_reader_left_it(visit: Visit) -> None:
    """Closed once, it is closed on the next document."""
    open_map(visit)
    page = visit.page
    open_node(page.locator("svg a.cd-node .cd-reach").first)
    page.locator(".cd-around[open]").wait_for()
    page.locator(".cd-around > summary").click()
    visit.settle()
    page.get_by_role("button", name="Danh sách văn bản").click()
    page.locator("svg.cd-web").wait_for()
    visit.settle()
    open_node(page.locator("svg a.cd-node .cd-reach").last)
    page.locator(".cd-around:not([open])").wait_for()
    # A picture drawn open tells of it late, when the machine is busy after the choice was kept.
    kept = page.evaluate("""() => new Promise(done => {
        const around = document.querySelector(".cd-around");
        around.after(around.cloneNode(true));
        around.nextSibling.open = true;
        setTimeout(() => done(localStorage.getItem("chidao-around")), 300);
    })""")
    assert kept == "closed"


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}], ids=["light", "dark"])
def test_pictures_are_no_barrier(app: str, settings: dict[str, Any]) -> None:
    """axe-core finds nothing serious, light or dark, folded or not."""
    with visiting(app, **settings) as visit:
        open_timeline(visit)
        visit.page.locator(".cd-gone summary").click()
        assert visit.barriers() == []
        open_map(visit)
        visit.page.locator(".cd-map > details summary").click()
        assert visit.barriers() == []
        open_node(visit.page.locator("svg a.cd-node .cd-reach").first)
        visit.page.locator(".cd-around").wait_for()
        visit.page.locator(".cd-around .cd-fold summary").click()
        assert visit.barriers() == []


def test_a_phone_shows_pictures_without_sideways_scrolling(app: str) -> None:
    """Timeline, map and a document's picture fit 390 points; the picture is the narrow one."""
    with visiting(app, size=PHONE, has_touch=True, is_mobile=True) as visit:
        page = visit.page

        def fits() -> bool:
            return page.evaluate("document.documentElement.scrollWidth <= innerWidth")

        open_timeline(visit)
        page.locator(".cd-gone summary").tap()
        assert fits()
        open_map(visit)
        assert fits()
        open_node(page.locator("svg.cd-web a.cd-node .cd-reach").first, tap=True)
        page.locator(".cd-narrow").wait_for()
        assert not page.locator(".cd-wide").is_visible()
        assert fits()
        assert visit.wrong == []


def test_hostile_names_do_not_break_the_pictures(tmp_path: Path) -> None:
    """Markup and endless titles of documents that cite each other are shown, never carried out."""
    documents = tmp_path / "documents"
    documents.mkdir()
    for number, other in (("666/UBND-X", "667/UBND-X"), ("667/UBND-X", "666/UBND-X")):
        duty = f"1. Sở Y tế: thực hiện Công văn số {other} về {MARKUP} trước ngày 10/4/2025."
        title = f"{MARKUP} {'rất dài ' * 60}"
        (documents / f"{number[:3]}.txt").write_text(letter(number, title, duty), encoding="utf-8")
    Library(tmp_path / "library").update([documents])
    with serving(tmp_path / "library") as address, visiting(address, size=PHONE) as visit:
        page = visit.page
        open_map(visit)
        assert MARKUP[:40] in page.locator("svg a.cd-node").first.get_attribute("aria-label")
        open_node(page.locator("svg a.cd-node .cd-reach").first)
        page.locator(".cd-narrow").wait_for()
        visit.settle()
        page.locator(".cd-narrow a").first.click()
        page.locator(".cd-page").wait_for()
        open_timeline(visit)
        assert MARKUP in page.locator(".cd-time").text_content()
        assert page.evaluate("window.hacked") is None
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert visit.wrong == []
