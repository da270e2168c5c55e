"""Bodies that people call by what they are."""

from __future__ import annotations

import pytest

from index.bodies import find_body, groups_reaching
from index.families import family_in, family_named
from qa.named import named_in

TOLD = [
    "Ban Chỉ huy Bộ đội Biên phòng thành phố",
    "Bộ Chỉ huy Biên phòng tỉnh",
    "Bộ Chỉ huy Quân sự tỉnh",
    "Các Sở, ban, ngành",
    "Sở Y tế",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    "Ủy ban nhân dân tỉnh Thanh Hóa",
]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("luc luong bien phong can tho duoc giao nhung viec gi", "Bộ đội Biên phòng"),
        ("Lính biên phòng của tỉnh phải làm gì?", "Bộ đội Biên phòng"),
        ("Mặt trận và các đoàn thể được đề nghị làm gì?", "Mặt trận Tổ quốc"),
        ("What is Can Tho's Fatherland Front Committee asked to do?", "Mặt trận Tổ quốc"),
        ("Lực lượng quân sự phải làm gì?", "Bộ Chỉ huy Quân sự"),
        ("Ngày Biên phòng toàn dân tổ chức thế nào?", None),
    ],
)
def test_a_family_is_known_as_people_call_it(question: str, name: str | None) -> None:
    """In Vietnamese with marks or without, in English."""
    found = family_in(question)
    assert (found[0].name if found else None) == name
    if found:
        agencies = named_in(question, (), TOLD).agencies
        assert [agency.name for agency in agencies] == [name]


def test_a_family_is_asked_about_with_all_its_names() -> None:
    """And with the groups that reach any of them; a full name is that one body."""
    body = find_body(TOLD, "lực lượng biên phòng")
    assert set(body.variants) == set(TOLD[:2])
    assert "Các Sở, ban, ngành" in body.groups
    assert find_body(TOLD, "Bộ Chỉ huy Biên phòng tỉnh").variants == ()
    assert family_named("Sở Y tế") is None


def test_who_tells_the_groups_belongs_to_none() -> None:
    """The Prime Minister is none of "Các Sở, ban, ngành"."""
    for name in ("Thủ tướng Chính phủ", "Phó Thủ tướng Chính phủ Mai Văn Chính", "Chính phủ"):
        assert groups_reaching(name, ["Các Sở, ban, ngành", "Các cơ quan, đơn vị"]) == ()


def test_the_committee_is_that_of_the_only_province_named() -> None:
    """Wherever in the question it is named; without one, or of two, it stays any province's."""

    def named(question: str) -> list[str]:
        return [agency.name for agency in named_in(question, (), TOLD).agencies]

    own, any_ = "Ủy ban nhân dân tỉnh Thanh Hóa", "Ủy ban nhân dân tỉnh"
    assert own in named("Sau buổi làm việc với Tỉnh ủy Thanh Hóa, việc nào giao cho UBND tỉnh?")
    for question in ("UBND tỉnh phải làm gì?", "Ở Gia Lai và Thanh Hóa, UBND tỉnh phải làm gì?"):
        assert any_ in named(question)
        assert own not in named(question)
