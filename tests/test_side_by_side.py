"""Two documents that a question names, compared: whom each tells, and what one body is told in either."""

from __future__ import annotations

import pytest

from index.library import Library
from qa.answer import answer
from qa.question import Intent
from tests.answering import make_library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A directive (15/CT-UBND) and a telegram (07/CĐ-UBND): both tell Sở Y tế and Công an tỉnh."""
    return make_library(tmp_path_factory.mktemp("compared"))


@pytest.mark.parametrize(
    "question",
    [
        "So sánh Chỉ thị 15/CT-UBND và Công điện 07/CĐ-UBND",
        "Công điện 07/CĐ-UBND khác gì Chỉ thị 15/CT-UBND của tỉnh Sơn Hà?",
        "compare 15/CT-UBND and 07/CĐ-UBND",
        "chỉ thị 15 và công điện 7 khác nhau gì?",
    ],
)
def test_two_documents_are_laid_side_by_side(library: Library, question: str) -> None:
    """Whom both tell, with every task of either quoted, and whom only one tells."""
    found = answer(library, question)
    assert found.intent is Intent.COMPARISON
    assert set(found.values) == {"Sở Y tế", "Công an tỉnh"}
    quoted = [c.quote for c in found.citations if c.role is not None]
    assert "Phân luồng giao thông tại cầu Đông Khê." in " ".join(quoted)
    assert any("Xử phạt người vận chuyển gia cầm" in quote for quote in quoted)
    assert not any("vận hành hồ chứa" in quote for quote in quoted)
    alone = next(line for line in found.text.splitlines() if "07/CĐ-UBND" in line and ":" in line
                 and "Nông nghiệp" in line)  # fmt: skip
    assert "Sở Công Thương" not in alone


def test_one_body_is_compared_in_both_directions(library: Library) -> None:
    """What only the later one says, and what only the earlier one does."""
    found = answer(library, "So sánh nhiệm vụ của Công an tỉnh trong 15/CT-UBND và 07/CĐ-UBND")
    later, earlier = found.text.split("Chỉ có trong 15/CT-UBND")
    assert "Phân luồng giao thông" in later
    assert "Xử phạt người vận chuyển" in earlier
    new = answer(library, "Công an tỉnh có thêm nhiệm vụ gì trong 07/CĐ-UBND so với 15/CT-UBND?")
    assert "Phân luồng giao thông" in new.text
    assert "Xử phạt" not in new.text


def test_a_topic_is_no_comparison_of_all(library: Library) -> None:
    """What the two say of one matter is looked for in their clauses."""
    asked = "Chỉ thị 15/CT-UBND và Công điện 07/CĐ-UBND khác nhau thế nào về xe cấp cứu?"
    assert answer(library, asked).intent is not Intent.COMPARISON


def test_the_environment_is_nothing_new(library: Library) -> None:
    """Both directions are told: "môi trường" asks for no more than there was."""
    asked = "So sánh nhiệm vụ bảo vệ môi trường của Công an tỉnh trong 15/CT-UBND và 07/CĐ-UBND"
    assert "Chỉ có trong 15/CT-UBND" in answer(library, asked).text
