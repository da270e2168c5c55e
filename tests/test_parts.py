"""Several questions in one breath."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answer import answer
from qa.parts import parts_of
from tests.answering import make_library


def test_a_question_asked_again_and_again_is_answered_once() -> None:
    """Five hundred times the same question is one question; two are two, in order."""
    assert parts_of("Sở Y tế làm gì? " * 500) == ["Sở Y tế làm gì?"]
    two = "Sở Y tế làm gì? Công an tỉnh làm gì?"
    assert parts_of(two) == ["Sở Y tế làm gì?", "Công an tỉnh làm gì?"]


def test_each_deed_has_its_doer() -> None:
    """Who does the one and who the other are two questions; who only helps is told with the first."""
    about = "Doanh nghiệp nhỏ ở Nghệ An xin hoàn tiền thuê luật sư"
    first, second = "sở nào thẩm định hồ sơ", "sở nào lo bố trí kinh phí hằng năm"
    assert parts_of(f"{about}: {first}, {second}?") == [f"{about}: {first}?", f"{about}: {second}?"]
    assert parts_of(f"{about}: {first} và {second}?") == parts_of(f"{about}: {first}, {second}?")
    for whole in (
        f"{about}: {first}, sở nào duyệt?",
        f"{about}: {first}, sở nào cùng làm việc đó?",
        f"{about}, {first}, ai trả tiền?",
    ):
        assert parts_of(whole) == [whole]


def test_two_doers_are_both_told(tmp_path: Path) -> None:
    """Each with its clause, marks counted through."""
    library = make_library(tmp_path)
    found = answer(
        library,
        "Lũ trên sông Lam Hà: cơ quan nào lập đội cấp cứu lưu động, cơ quan nào vận hành hồ chứa?",
    )
    assert found.values == ("Sở Y tế", "Sở Nông nghiệp và Phát triển nông thôn")
    assert found.citations[0].quote.startswith("Sở Y tế")
    assert "Sở Y tế (chủ trì) [1]" in found.text


def test_who_signed_is_a_question_of_its_own() -> None:
    """Of the document that is named; not where all that is asked is about the document itself."""
    assert parts_of("Bộ Y tế phải báo cáo khi nào và ai ký thông báo 634/TB-VPCP?") == [
        "Bộ Y tế phải báo cáo khi nào theo thông báo 634/TB-VPCP?",
        "ai ký thông báo 634/TB-VPCP?",
    ]
    for whole in (
        "Thông báo 634/TB-VPCP ban hành ngày nào và ai ký?",
        "Sở Y tế làm gì và ai ký?",
    ):
        assert parts_of(whole) == [whole]


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        (
            "Xã phường ở Đồng Nai phải làm gì về ma túy, hạn khi nào?",
            "Xã phường ở Đồng Nai phải làm gì về ma túy?",
        ),
        (
            "so tai chinh trong chuong trinh phai tham muu gi va trinh ai",
            "so tai chinh trong chuong trinh phai tham muu gi?",
        ),
        ("Sở Y tế phải làm gì về mặn và hạn hán?", "Sở Y tế phải làm gì về mặn và hạn hán?"),
        (
            "Dân cần làm gì khi mất thẻ và thời hạn cấp lại thẻ?",
            "Dân cần làm gì khi mất thẻ và thời hạn cấp lại thẻ?",
        ),
        ("Ai phải làm gì, hạn khi nào?", "Ai phải làm gì, hạn khi nào?"),
        ("Sở Y tế phải báo cáo gì, hạn khi nào?", "Sở Y tế phải báo cáo gì, hạn khi nào?"),
    ],
)
def test_a_list_says_by_when(asked: str, part: str) -> None:
    """Of what a body must do, each with its own term."""
    assert parts_of(asked) == [part]
