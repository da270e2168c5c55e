"""The pictures of the README, taken of the running app in every run of the tests.

They are looked at and thrown away; with CHIDAO_SCREENS set they replace those in tests/screens.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from index.library import Library
from tests.pdfs import sample_scan
from tests.serving import DESKTOP, PHONE, serving, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEPT = Path(__file__).parent / "screens"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the pictures go."""
    if "CHIDAO_SCREENS" in os.environ:
        return KEPT
    folder = tmp_path / "screens"
    folder.mkdir()
    return folder


def _is_picture(path: Path, size: dict[str, int]) -> bool:
    """Whether the file is a picture of that size with something on it."""
    with Image.open(path) as picture:
        grey = picture.convert("L").histogram()
        return picture.size == (size["width"], size["height"]) and max(grey[:80]) > 100


def test_pictures_for_the_readme(tmp_path: Path, folder: Path, samples: Path) -> None:
    """The answer with its document, a dossier by due day, and the answer on a phone."""
    library = tmp_path / "library"
    Library(library).update([samples])
    with serving(library) as address:
        with visiting(address) as visit:
            page = visit.page
            visit.ask("Sở Y tế phải làm gì?")
            page.locator(".cd-card .cd-n").nth(2).click()
            page.locator(".cd-hit").wait_for()
            page.wait_for_timeout(500)
            page.screenshot(path=folder / "answer.png")
            visit.tab(1)
            visit.pick_agency("SYT")
            page.locator(".cd-dossier").wait_for()
            page.locator("#cd-group label").nth(1).click()
            page.locator(".cd-period-past").wait_for()
            page.wait_for_timeout(500)
            page.screenshot(path=folder / "tasks.png")
        with visiting(address, size=PHONE, has_touch=True, is_mobile=True) as visit:
            visit.ask("Sở Y tế phải làm gì?")
            visit.page.wait_for_timeout(500)
            visit.page.screenshot(path=folder / "phone.png")
    for name in ("answer", "tasks"):
        assert _is_picture(folder / f"{name}.png", DESKTOP)
    assert _is_picture(folder / "phone.png", PHONE)


def test_picture_of_a_page_for_the_readme(tmp_path: Path, folder: Path, samples: Path) -> None:
    """A scan beside the answer, at its page, the clause marked."""
    scans = tmp_path / "scans"
    scans.mkdir()
    (scans / "14-ct-ubnd.pdf").write_bytes(sample_scan(samples / "04-chi-thi-14.txt", tmp_path))
    Library(tmp_path / "library").update([scans])
    with serving(tmp_path / "library") as address, visiting(address) as visit:
        visit.ask("Sở Y tế phải làm gì?")
        visit.page.locator(".cd-card .cd-n").nth(2).click()
        visit.page.locator(".cd-place").first.wait_for()
        visit.page.wait_for_timeout(1_500)
        visit.page.screenshot(path=folder / "page.png")
    assert _is_picture(folder / "page.png", DESKTOP)
