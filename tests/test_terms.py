"""Vietnamese terms: one spelling for one syllable, pairs that stay within a phrase."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.terms import pairs, strip_marks, syllables, terms

SAME = [
    ("hoà", "hòa"),
    ("khoẻ", "khỏe"),
    ("thuý", "thúy"),
    ("uỷ", "ủy"),
    ("qúy", "quý"),
    ("gía", "giá"),
    ("quý", "quí"),
    ("kỹ", "kĩ"),
    ("xử lý", "xử lí"),
    ("tỷ lệ", "tỉ lệ"),
    ("công ty", "công ti"),
    ("Ðồng", "đồng"),
    ("ĐỒNG", "đồng"),
    ("Ɖắk", "đắk"),
    ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
    ("sở gddt", "Sở Giáo dục và Đào tạo"),
    ("BCĐ PCTT", "Ban chỉ đạo phòng chống thiên tai"),
]
DIFFERENT = [
    ("hoa", "hòa"),
    ("già", "giá"),
    ("quy", "quý"),
    ("tai", "tay"),
    ("y", "i"),
    ("của", "cùa"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_syllable_agree(one: str, other: str) -> None:
    """Old and new tone placement, y and i, look-alike letters and capitals give the same terms."""
    assert terms(one) == terms(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_syllables_stay_apart(one: str, other: str) -> None:
    """Folding does not merge what are different words."""
    assert terms(one) != terms(other)


@pytest.mark.parametrize(
    "text", ["Sở Y tế chủ trì, phối hợp với Ủy ban nhân dân", "Quyết định số 87/2025/QĐ-UBND"]
)
def test_composed_and_decomposed_text_agree(text: str) -> None:
    """NFC and NFD input give the same terms."""
    assert terms(unicodedata.normalize("NFD", text)) == terms(unicodedata.normalize("NFC", text))


def test_terms_are_syllables_then_pairs_of_each_phrase() -> None:
    """A pair does not reach over a comma or a line end; a document's number keeps its parts paired."""
    assert terms("Đeo khẩu trang, rửa tay") == [
        "đeo", "khẩu", "trang", "đeo_khẩu", "khẩu_trang", "rửa", "tay", "rửa_tay",
    ]  # fmt: skip
    assert pairs("16/CT-TTg") == ["16_ct", "ct_ttg"]
    assert pairs("87/2025/QĐ-UBND") == ["87_2025", "2025_qđ", "qđ_ubnd"]
    assert pairs("sinh\nhọc") == []


def test_order_of_syllables_matters_to_pairs() -> None:
    """'học sinh' (pupil) and 'sinh học' (biology) share syllables but no pair."""
    assert set(syllables("học sinh")) == set(syllables("sinh học"))
    assert not set(pairs("học sinh")) & set(pairs("sinh học"))


def test_strip_marks_is_what_a_bare_keyboard_types() -> None:
    """Every mark goes, đ becomes d, capitals and other text stay."""
    assert strip_marks("Sở Y tế, ĐƯỜNG đội; ưu ăn â 15h00") == "So Y te, DUONG doi; uu an a 15h00"


@given(st.text())
def test_any_text_has_terms_without_white_space(text: str) -> None:
    """Whatever the text, terms are non-empty, hold no white space, and pairs join two syllables."""
    for term in terms(text):
        assert term
        assert len(term.split()) == 1
        assert term.count("_") <= 1
