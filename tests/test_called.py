"""Bodies that a question names by a part of their name, as people speak."""

from __future__ import annotations

import pytest

from corpus.errors import UsageError
from index.bodies import find_body
from qa.question import Intent, read_question

TOLD = [
    "Bộ Giao thông vận tải",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Chi cục Quản lý thị trường tỉnh",
    "Cục Quản lý thị trường",
    "Kho bạc Nhà nước khu vực XI",
    "Kho bạc nhà nước",
    "Sở Giao thông vận tải",
    "Sở Văn hóa và Thể thao",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Trung tâm Y tế huyện",
]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Kho bạc phải làm gì?", "Kho bạc"),
        ("kho bac kon tum phai lam gi", "Kho bạc"),
        (
            "Năm 2025, lực lượng quản lý thị trường được giao những nhiệm vụ gì?",
            "Quản lý thị trường",
        ),
        ("Còn quản lý thị trường thì sao, phải làm gì?", None),  # more is said than that
        ("Công tác quản lý thị trường vàng phải làm gì?", None),
        ("Đơn vị phải làm gì?", None),
        ("Ngành giao thông phải làm gì?", "Sở Giao thông vận tải"),
        (
            "Ngành giao thông phải chuẩn bị gì cho dự án luật trình Quốc hội?",
            "Bộ Giao thông vận tải",
        ),
        ("Sở văn hóa Cần Thơ phải làm gì về giảm nghèo?", "Sở Văn hóa"),
        ("Ngành văn hóa có những việc gì?", "Sở Văn hóa"),
        ("Sở Văn hóa và Thể thao phải làm gì?", "Sở Văn hóa và Thể thao"),
    ],
)
def test_a_body_is_known_by_a_part_of_its_name(question: str, name: str | None) -> None:
    """Where nothing else is said that may be the matter."""
    query = read_question(question, (), TOLD)
    assert query.agency == name
    assert (query.intent is Intent.TASKS) == (name is not None)


def test_it_stands_for_all_that_are_called_so() -> None:
    """Whatever stands before the words in their names, and whichever name a province has."""
    assert set(find_body(TOLD, "quản lý thị trường").variants) == set(TOLD[2:4])
    assert set(find_body(TOLD, "Kho bạc").variants) == set(TOLD[4:6])
    assert set(find_body(TOLD, "Sở Văn hóa").variants) == set(TOLD[7:9])
    with pytest.raises(UsageError):
        find_body(TOLD, "trung tâm")


def test_a_department_is_no_slip_for_a_ministry() -> None:
    """One letter parts "Sở Văn hóa" from "Bộ Văn hóa"."""
    assert find_body(TOLD[:2], "Bộ Văn hoá").name == "Bộ Văn hóa, Thể thao và Du lịch"
    with pytest.raises(UsageError):
        find_body(TOLD[:2], "sở văn hóa")


@pytest.mark.parametrize("begun", ["Bộ Giao", "Sở Văn", "Sở Giao thông vận", "Ủy ban", "Hợp tác"])
def test_a_name_only_begun_is_nobodys(begun: str) -> None:
    told = [*TOLD, "Hợp tác xã Lam Hà", "Ủy ban Dân tộc"]
    with pytest.raises(UsageError):
        find_body(told, begun)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hợp tác xã phải làm gì?", "Hợp tác xã"),
        ("Cơ quan báo chí phải làm gì?", "Cơ quan báo chí"),
        ("Chính quyền địa phương phải làm gì?", None),
    ],
)
def test_a_level_is_no_end_of_a_name(question: str, name: str | None) -> None:
    told = [*TOLD, "Hợp tác xã Lam Hà", "Cơ quan báo chí", "Chính quyền địa bàn"]
    assert read_question(question, (), told).agency == name
