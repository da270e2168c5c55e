"""The pictures of the README, made from the running app, when CHIDAO_SCREENS is set."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.library import Library
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
    assert len(list(FOLDER.glob("*.png"))) == 3
