"""All that one document tells, where nothing else is asked of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from index.filters import Filters
from index.library import Library
from qa.answer import answer
from qa.question import Intent
from tests.answering import FLOOD, decision, make_library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A directive (15/CT-UBND) and a telegram (07/CĐ-UBND)."""
    return make_library(tmp_path_factory.mktemp("whole"))


@pytest.mark.parametrize(
    "question",
    [
        "Công điện 07/CĐ-UBND giao những việc gì?",
        "Công điện 07/CĐ-UBND của UBND tỉnh Sơn Hà giao ai làm gì?",
        "cong dien 07/CD-UBND co bao nhieu nhiem vu",
        "Liệt kê các nhiệm vụ trong Công điện 07/CĐ-UBND",
        "Theo công điện 7, cơ quan nào phải làm gì?",
        "What does 07/CĐ-UBND require?",
        "Công điện 07/CĐ-UBND yêu cầu những ai?",
        "Ai có việc trong Công điện 07/CĐ-UBND?",
    ],
)
def test_every_task_stands_with_its_body(library: Library, question: str) -> None:
    """Counted, each with its clause; nothing of the other document."""
    found = answer(library, question)
    assert found.intent is Intent.TASKS
    assert found.values == ("Sở Y tế", "Sở Nông nghiệp và Phát triển nông thôn", "Công an tỉnh")
    told = [c.quote for c in found.citations if c.role is not None]
    assert len(told) == len(library.tasks()) - sum(
        entry.head.number == "15/CT-UBND" for entry in library.tasks()
    )
    assert {c.head.number for c in found.citations} == {"07/CĐ-UBND"}
    assert [c.named_as for c in found.citations if c.role is not None] == list(found.values)
    assert re.search(r"Công an tỉnh \(.+\): “.*Phân luồng giao thông", found.text)


@pytest.mark.parametrize(
    "question",
    [
        "Công điện 07/CĐ-UBND giao Công an tỉnh làm gì?",
        "Công điện 07/CĐ-UBND yêu cầu hạ mực nước xuống bao nhiêu?",
        "Ai ký Công điện 07/CĐ-UBND?",
        "Công điện 99/CĐ-UBND giao những việc gì?",
    ],
)
def test_a_body_or_a_matter_is_answered_for_itself(library: Library, question: str) -> None:
    """By what it is: no list of all."""
    found = answer(library, question)
    assert len([c for c in found.citations if c.role is not None]) <= 1


@pytest.mark.parametrize(
    "question",
    [
        "Công điện 07/CĐ-UBND về việc gì?",
        "Tóm tắt Công điện 07/CĐ-UBND của tỉnh Sơn Hà",
        "noi dung cong dien 07/CD-UBND la gi",
        "What is 07/CĐ-UBND about?",
        "Cho tôi xem công điện 07/CĐ-UBND",
        "Công điện 07/CĐ-UBND",
    ],
)
def test_what_a_document_is_about_is_its_title(tmp_path: Path, question: str) -> None:
    """In its own words, with how much it tells whom."""
    text = FLOOD.replace("Lam Hà\nTheo", "Lam Hà\n\nTheo")
    found = answer(make_library(tmp_path, flood=text), question)
    assert found.citations[0].quote == "Về việc ứng phó lũ trên sông Lam Hà"
    assert re.search(r"(?:cho|tells) 3 ", found.text)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Văn bản nào giao việc cho Sở Y tế?", ("07/CĐ-UBND", "15/CT-UBND")),
        ("Chỉ thị nào giao nhiệm vụ cho SYT?", ("15/CT-UBND",)),
        ("Công an tỉnh có nhiệm vụ trong những văn bản nào?", ("07/CĐ-UBND", "15/CT-UBND")),
        ("van ban nao giao viec cho so y te trong thang 3/2025", ("15/CT-UBND",)),
    ],
)
def test_documents_that_tell_a_body_are_counted(
    library: Library, question: str, numbers: tuple[str, ...]
) -> None:
    """Each with how much it tells, and cited by its first task."""
    found = answer(library, question)
    assert found.values == numbers
    assert tuple(c.head.number for c in found.citations) == numbers
    assert "chủ trì" in found.text
    assert answer(library, "Văn bản nào giao Sở Y tế mua xe cứu thương?").values != numbers


def test_every_term_of_a_document_is_listed(library: Library) -> None:
    """By its day; whoever is told."""
    found = answer(library, "Thời hạn của các nhiệm vụ trong Công điện 07/CĐ-UBND?")
    assert [c.deadline.due for c in found.citations if c.deadline] == [
        date(2025, 9, 21), date(2025, 9, 22),
    ]  # fmt: skip
    assert {c.head.number for c in found.citations} == {"07/CĐ-UBND"}


def test_a_filter_for_another_document_lets_nothing_through(library: Library) -> None:
    """The list would be of what was filtered out."""
    other = next(head.id for head in library.heads() if head.number == "15/CT-UBND")
    only = Filters(document=other)
    found = answer(library, "Công điện 07/CĐ-UBND giao những việc gì?", filters=only)
    assert "07/CĐ-UBND" not in {c.head.number for c in found.citations}


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Quyết định 87/QĐ-UBND quy định gì?", 2),
        ("Quyết định 87/QĐ-UBND của Lai Châu quy định về việc gì?", 1),
    ],
)
def test_of_several_documents_of_one_number_each_is_told(
    tmp_path: Path, question: str, numbers: int
) -> None:
    """Unless the place tells which is meant."""
    day = "ngày 01 tháng 12 năm 2025"
    wedding = decision("87/QĐ-UBND", day, "Về nếp sống văn minh\n", "Điều 1. Sở Y tế thực hiện.")
    firms = decision("87/QĐ-UBND", day, "Về vốn nhà nước\n", "Điều 1. Sở Tài chính thực hiện.")
    found = answer(
        make_library(
            tmp_path,
            wedding=wedding.replace("SƠN HÀ", "LAI CHÂU"),
            firms=firms.replace("SƠN HÀ", "BẮC NINH"),
        ),
        question,
    )
    assert len(found.citations) == numbers
    assert "nếp sống văn minh" in found.text
    assert ("vốn nhà nước" in found.text) is (numbers == 2)
