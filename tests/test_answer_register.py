"""What the register answers of a body among others: with whom it works, who is told most, what has
no day; and a greeting, which asks for nothing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from index.library import Library
from qa.answer import answer
from qa.question import Intent
from tests.answering import decision, flood_telling, make_library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Sở Công Thương leads with Sở Y tế, which leads with Công an tỉnh and the communes."""
    flood = flood_telling(
        "3. Sở Y tế chủ trì, phối hợp với Công an tỉnh và Ủy ban nhân dân các xã, phường sơ tán "
        "bệnh nhân.",
        "4. Sở Y tế, Sở Nội vụ tổ chức trực ban.",
    )
    return make_library(tmp_path / "flood", flood=flood)


@pytest.mark.parametrize(
    "question",
    [
        "Sở Y tế phối hợp với ai?",
        "so y te phoi hop voi nhung don vi nao",
        "Cơ quan nào phối hợp với Sở Y tế?",
        "Who does Sở Y tế coordinate with?",
    ],
)
def test_every_partner_is_named_by_what_it_is(library: Library, question: str) -> None:
    """Each once, with the clause that names both."""
    found = answer(library, question)
    assert found.values == ("Công an tỉnh", "Ủy ban nhân dân các xã, phường", "Sở Nội vụ")
    assert [c.locator for c in found.citations] == ["mục 3", "mục 4"]
    assert "– Công an tỉnh [1]" in found.text
    assert found.text.endswith("– Sở Nội vụ [2]")


def test_one_that_only_supports_is_told_who_leads(tmp_path: Path) -> None:
    """Both directions are told apart."""
    found = answer(make_library(tmp_path), "Sở Y tế phối hợp với ai?")
    assert found.values == ("Sở Công Thương",)
    assert "Chủ trì, có Sở Y tế phối hợp:" in found.text


def test_a_matter_besides_is_no_list_of_partners(library: Library) -> None:
    found = answer(library, "Sở Y tế phối hợp với ai để sơ tán bệnh nhân?")
    assert "làm việc cùng" not in found.text


def test_a_time_besides_is_no_list_of_partners(library: Library) -> None:
    """Which of them act then is told by no register."""
    assert answer(library, "Sở Y tế phối hợp với ai trong tháng 12/2025?").abstained


def test_a_body_that_is_told_nothing_has_no_partners(tmp_path: Path) -> None:
    """Nor those of another."""
    library = make_library(tmp_path)
    assert answer(library, "Sở Ngoại vụ phối hợp với ai?").abstained


def test_who_is_told_most_comes_first(library: Library) -> None:
    """By name: what a class is told counts for nobody."""
    found = answer(library, "Cơ quan nào được giao nhiều việc nhất?")
    assert found.values == ("Sở Y tế",)
    assert "– Sở Y tế: 3 nhiệm vụ [1]" in found.text
    assert "các xã, phường" not in found.text.splitlines()[1]


def test_of_the_kind_of_body_that_is_asked_for(tmp_path: Path) -> None:
    """And of a kind that nobody counts, none."""
    library = make_library(tmp_path, flood=flood_telling("3. Bộ Y tế và Sở Nội vụ trực ban."))
    assert "Bộ Y tế" in answer(library, "Cơ quan nào được giao nhiều việc nhất?").text
    departments = answer(library, "Sở nào được giao nhiều việc nhất?")
    assert "– Sở Nội vụ:" in departments.text
    assert "Bộ Y tế" not in departments.text
    assert "nhiệm vụ;" not in answer(library, "Tỉnh nào được giao nhiều việc nhất?").text


def test_how_many_tasks_there_are(library: Library) -> None:
    """Of all together, with whose most are."""
    found = answer(library, "Trong thư viện có bao nhiêu nhiệm vụ?")
    assert re.match(r"\d+ cơ quan, đơn vị được giao đích danh \d+ nhiệm vụ", found.text)


def test_who_is_told_most_by_one_document(tmp_path: Path) -> None:
    found = answer(make_library(tmp_path), "Trong Chỉ thị 15/CT-UBND ai nhiều việc nhất?")
    assert "– Sở Y tế: 4 nhiệm vụ [1]" in found.text
    assert {c.head.number for c in found.citations} == {"15/CT-UBND"}


@pytest.mark.parametrize(
    "question",
    ["Nhiệm vụ nào của Sở Y tế không có thời hạn?", "việc nào chưa ghi thời hạn của Sở Y tế"],
)
def test_what_has_no_day_is_listed(library: Library, question: str) -> None:
    """And nothing that has one."""
    found = answer(library, question)
    assert found.intent is Intent.TASKS
    assert [c.locator for c in found.citations] == ["mục 3", "mục 4"]


def test_a_greeting_is_told_what_to_ask(library: Library) -> None:
    """Nothing is quoted, and nothing is offered as near."""
    found = answer(library, "xin chào")
    assert found.abstained
    assert not found.citations
    assert not found.nearest
    assert "“" in found.text


def test_a_question_that_greets_is_answered(library: Library) -> None:
    """As it is without, and shown as it was typed."""
    polite = "Xin chào, cho em hỏi Sở Y tế phải làm gì ạ? Em cảm ơn"
    found = answer(library, polite)
    assert found.citations == answer(library, "Sở Y tế phải làm gì?").citations
    assert found.query.text == polite


@pytest.fixture
def ruled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Two decisions, in force from January 2026 and from their signing."""
    monkeypatch.setattr("qa.answers.taking_effect.today", lambda: date(2025, 12, 20))
    later = "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2026."
    at_once = "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."
    day = "ngày 10 tháng 12 năm 2025"
    return make_library(
        tmp_path,
        a=decision("11/QĐ-UBND", day, "Về bến đò", "Điều 1. Ban hành.", later),
        b=decision("12/QĐ-UBND", day, "Về chợ", "Điều 1. Ban hành.", at_once),
    )


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Quyết định nào có hiệu lực từ 01/01/2026?", ("11/QĐ-UBND",)),
        ("văn bản nào chưa có hiệu lực", ("11/QĐ-UBND",)),
        ("Văn bản nào sắp có hiệu lực?", ("11/QĐ-UBND",)),
        ("những văn bản nào có hiệu lực trong tháng 12/2025", ("12/QĐ-UBND",)),
        ("Quyết định nào của UBND tỉnh Sơn Hà có hiệu lực từ tháng 1/2026?", ("11/QĐ-UBND",)),
        ("Văn bản nào có hiệu lực từ 01/12/2025 đến nay?", ("12/QĐ-UBND",)),
        ("Chỉ thị nào có hiệu lực từ 01/01/2026?", ()),
    ],
)
def test_what_comes_into_force_then_is_listed(
    ruled: Library, question: str, numbers: tuple[str, ...]
) -> None:
    """By its day, each with the clause that says so."""
    found = answer(ruled, question)
    assert found.values == numbers
    assert all("hiệu lực" in cited.quote for cited in found.citations)
