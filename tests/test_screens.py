"""The pictures of the README, made from the running app, when CHIDAO_SCREENS is set."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.library import Library
from tests.pdfs import sample_scan
from tests.serving import PHONE, serving, visiting

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(
        "CHIDAO_SCREENS" not in os.environ, reason="set CHIDAO_SCREENS to take them"
    ),
]

FOLDER = Path(__file__).parent / "screens"


def test_pictures_for_the_readme(tmp_path: Path, samples: Path) -> None:
    """The answer with its document, a dossier by due day, and the answer on a phone."""
    FOLDER.mkdir(exist_ok=True)
    Library(tmp_path).update([samples])
    with serving(tmp_path) as address:
        with visiting(address) as visit:
            page = visit.page
            visit.ask("Sở Y tế phải làm gì?")
            page.locator(".cd-card .cd-n").nth(2).click()
            page.locator(".cd-hit").wait_for()
            page.wait_for_timeout(500)
            page.screenshot(path=FOLDER / "answer.png")
            visit.tab(1)
            box = page.locator("#cd-agency input")
            box.click()
            box.fill("SYT")
            box.press("Enter")
            page.locator(".cd-dossier").wait_for()
            page.locator("#cd-group label").nth(1).click()
            page.locator(".cd-period-past").wait_for()
            page.wait_for_timeout(500)
            page.screenshot(path=FOLDER / "tasks.png")
        with visiting(address, size=PHONE, has_touch=True, is_mobile=True) as visit:
            visit.ask("Sở Y tế phải làm gì?")
            visit.page.wait_for_timeout(500)
            visit.page.screenshot(path=FOLDER / "phone.png")
    assert all((FOLDER / f"{name}.png").is_file() for name in ("answer", "tasks", "phone"))


def test_picture_of_a_page_for_the_readme(tmp_path: Path, samples: Path) -> None:
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
        visit.page.screenshot(path=FOLDER / "page.png")
    assert (FOLDER / "page.png").is_file()
