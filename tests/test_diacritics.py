"""The diacritic restorer, trained in the test on a few sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.diacritics import Restorer
from index.terms import strip_marks
from index.train_syllables import write_syllables

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
    folder = tmp_path_factory.mktemp("counts")
    write_syllables(SENTENCES * 10, [], folder)
    return Restorer(folder)


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


def test_three_syllables_tell_what_two_do_not(tmp_path: Path) -> None:
    """Alone "nhung duoc" is "những được"; behind "tham" it is not."""
    texts = ["những được mất"] * 9 + ["tham những ai"] * 2 + ["tham nhũng được nêu"] * 3
    write_syllables(texts, [], tmp_path)
    restorer = Restorer(tmp_path)
    assert restorer.restore("nhung duoc") == "những được"
    assert restorer.restore("tham nhung duoc") == "tham nhũng được"


def test_what_questions_begin_with_is_learned_from_questions(tmp_path: Path) -> None:
    """They count more than texts, which ask nothing; elsewhere in one the text's word stands."""
    write_syllables(["lực nào"] * 2000, ["lúc nào họp", "lúc nào xong"], tmp_path)
    restorer = Restorer(tmp_path)
    assert restorer.restore("luc nao hop") == "lúc nào họp"
    assert restorer.restore("nao luc") == "nào lực"


def test_words_of_questions_are_no_vietnamese_and_have_no_bonds(tmp_path: Path) -> None:
    """Whether a word is Vietnamese, and what belongs together, is told by texts alone."""
    write_syllables(["trực ban hôm nay"] * 200, ["nộp online ở đâu"] * 5, tmp_path)
    restorer = Restorer(tmp_path)
    assert restorer.writes("truc")
    assert not restorer.writes("online")
    assert restorer.restore("nop online o dau") == "nộp online ở đâu"
    assert restorer.bond("trực", "ban") > 0
    assert restorer.bond("ở", "đâu") == 0


def test_a_y_is_typed_and_stays_one(tmp_path: Path) -> None:
    """Both spellings are counted as one; which one is written is the writer's choice."""
    write_syllables(["ai ký tên", "lý do"] * 5, [], tmp_path)
    assert Restorer(tmp_path).restore("ai ky ten") == "ai ký tên"
    assert Restorer(tmp_path).restore("li do") == "lí do"
