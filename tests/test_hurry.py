"""Whoever is quicker than the server still gets what was asked for last."""

from __future__ import annotations

import time
from typing import Any

import pytest

from index.register import Entry
from qa.due import dossier_due
from tests.serving import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def click_all(visit: Visit, selector: str, *numbers: int) -> None:
    """Click those of the elements, the next before the server can have answered the one before."""
    visit.page.evaluate(
        "([selector, numbers]) => numbers.forEach("
        "n => document.querySelectorAll(selector)[n].click())",
        [selector, numbers],
    )


def test_the_document_clicked_last_is_opened(visit: Visit) -> None:
    """Of three rows of the library clicked in a hurry."""
    page = visit.page
    visit.tab(2)
    page.locator(".cd-shelf td button").first.wait_for()
    visit.settle()
    number = page.locator(".cd-shelf td button").nth(2).inner_text()
    click_all(visit, ".cd-shelf td button", 0, 1, 2)
    page.wait_for_function(
        "number => document.querySelector('.cd-page h2')?.textContent.includes(number)", arg=number
    )
    visit.settle()
    assert number in page.locator(".cd-page h2").inner_text()


def test_the_clause_clicked_last_is_shown(visit: Visit) -> None:
    """Of two cards from two documents."""
    page = visit.page
    visit.ask("Sở Y tế phải làm gì?")
    documents = page.evaluate(
        "[...document.querySelectorAll('.cd-card .cd-n')].map("
        "card => card.dataset.clause.split('#')[0])"
    )
    other = next(n for n, document in enumerate(documents) if document != documents[0])
    visit.settle()
    click_all(visit, ".cd-card .cd-n", 0, other)
    page.locator(f'.cd-viewer[data-document="{documents[other]}"]').wait_for()
    visit.settle()
    assert page.locator(".cd-viewer").get_attribute("data-document") == documents[other]


def test_the_question_asked_last_is_answered(visit: Visit) -> None:
    """Whether it was typed or picked; an impatient second Enter asks nothing else."""
    page = visit.page
    box = page.locator("#cd-question input")
    for question in ("Sở Y tế phải làm gì?", "Công an tỉnh phải làm gì?"):
        box.fill(question)
        box.press("Enter")
    asked = "asked => document.querySelector('.cd-asked')?.textContent === asked"
    page.wait_for_function(asked, arg="Công an tỉnh phải làm gì?")
    visit.settle()
    assert page.locator(".cd-asked").inner_text() == "Công an tỉnh phải làm gì?"
    examples = page.locator("[data-event=pick]")
    last = examples.nth(1).inner_text()
    click_all(visit, "[data-event=pick]", 0, 1)
    page.wait_for_function(asked, arg=last)
    visit.settle()
    assert page.locator(".cd-asked").inner_text() == last
    assert box.input_value() == last


def test_roles_ticked_in_a_hurry_all_count(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list is of the roles that are ticked when the hand rests, however slow the machine."""

    def slowly(*args: Any, **settings: Any) -> list[Entry]:
        time.sleep(0.5)
        return dossier_due(*args, **settings)

    monkeypatch.setattr("qa.web.tasks.dossier_due", slowly)
    page = visit.page
    visit.tab(1)
    visit.settle()
    visit.pick_agency("SYT")
    page.locator(".cd-dossier .cd-card").first.wait_for()
    visit.settle()
    all_cards = page.locator(".cd-dossier .cd-card").count()
    roles = page.locator("#cd-roles input")
    roles.nth(0).click()
    roles.nth(1).click()
    page.wait_for_timeout(2_000)
    few = page.locator(".cd-dossier .cd-card").count()
    assert 0 < few < all_cards
    roles.nth(0).click()
    roles.nth(1).click()
    page.wait_for_timeout(2_000)
    assert roles.evaluate_all("boxes => boxes.filter(box => box.checked).length") == 0
    assert page.locator(".cd-dossier .cd-card").count() == all_cards
