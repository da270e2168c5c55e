"""The diacritic restorer, trained in the test on a few sentences."""

from __future__ import annotations

import pytest

from index.diacritics import Restorer, count_sequences, write_counts
from index.terms import strip_marks

SENTENCES = [
    "Sở Y tế phải làm gì về khẩu trang",
    "Ủy ban nhân dân tỉnh giao Sở Y tế chủ trì",
    "người dân không đeo khẩu trang bị xử phạt thế nào",
    "ban chỉ đạo phòng, chống dịch của tỉnh",
    "số ngày công phải báo cáo",
    "cho ai và do ai",
]


@pytest.fixture(scope="module")
def restorer(tmp_path_factory: pytest.TempPathFactory) -> Restorer:
    """A restorer that has read `SENTENCES` ten times."""
    path = tmp_path_factory.mktemp("counts") / "syllables.tsv"
    write_counts(count_sequences(SENTENCES * 10), path)
    return Restorer(path)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_bare_questions_get_their_marks_back(restorer: Restorer, sentence: str) -> None:
    """What was typed without any diacritics is restored, with its capitals."""
    assert restorer.restore(strip_marks(sentence)) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_accented_questions_stay_as_they_are(restorer: Restorer, sentence: str) -> None:
    """A question typed in full is not touched."""
    assert restorer.restore(sentence) == sentence


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("so y te phải làm gi", "sở y tế phải làm gì"),
        ("SO Y TE PHAI LAM GI", "SỞ Y TẾ PHẢI LÀM GÌ"),
        ("khau tarng", "khẩu trang"),
        ("Sở Y tế (SYT): 15h00, ngày 19/12", "Sở Y tế (SYT): 15h00, ngày 19/12"),
        ("", ""),
        ("?!", "?!"),
        ("COVID", "COVID"),
    ],
)
def test_half_accented_mistyped_and_foreign_words(
    restorer: Restorer, typed: str, meant: str
) -> None:
    """Marks that were typed are kept, slips corrected, numbers and names left alone."""
    assert restorer.restore(typed) == meant


def test_no_syllable_is_looked_for_in_a_word_too_long_to_be_one(restorer: Restorer) -> None:
    """Ten thousand letters without a blank cost nothing: they are nobody's slip."""
    assert restorer._near("x" * 10_000) == []
    assert restorer.restore("x" * 10_000) == "x" * 10_000


def test_what_the_library_says_tells_what_is_meant(restorer: Restorer) -> None:
    """A pair of syllables that its clauses have is likelier than what the training text has."""
    clauses = {"số": 60, "sở": 40, "ngày": 40, "sở_ngày": 40}
    assert restorer.restore("so ngay") == "số ngày"
    assert restorer.restore("so ngay", lambda term: clauses.get(term, 0)) == "sở ngày"
