"""All that one document tells, where nothing else is asked of it."""

from __future__ import annotations

import pytest

from index.library import Library
from qa.answer import answer
from qa.question import Intent
from tests.answering import make_library


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
    ],
)
def test_every_task_stands_under_its_body(library: Library, question: str) -> None:
    """Counted, each with its clause; nothing of the other document."""
    found = answer(library, question)
    assert found.intent is Intent.TASKS
    assert found.values == ("Sở Y tế", "Sở Nông nghiệp và Phát triển nông thôn", "Công an tỉnh")
    told = [c.quote for c in found.citations if c.role is not None]
    assert len(told) == len(library.tasks()) - sum(
        entry.head.number == "15/CT-UBND" for entry in library.tasks()
    )
    assert {c.head.number for c in found.citations} == {"07/CĐ-UBND"}
    assert found.text.index("Công an tỉnh:") < found.text.index("Phân luồng giao thông")


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
