"""What everyday speech says otherwise than documents do is found under either."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from index.synonyms import said_in, says
from qa.content_words import covered, weigh

DIRECTIVE = """ỦY BAN NHÂN DÂN TỈNH SƠN HẢI
Số: 31/CT-UBND
Sơn Hải, ngày 02 tháng 10 năm 2025
CHỈ THỊ
Về việc khắc phục hậu quả bão
1. Bão đã làm 03 người tử vong, 12 ngôi nhà bị tốc mái.
2. Sở Nông nghiệp và Môi trường hoàn thành việc sơ tán 540 hộ ở vùng trũng.
3. Sở Tài chính báo cáo các khoản vay quá hạn trước ngày 15/10/2025.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of one directive."""
    folder = tmp_path_factory.mktemp("synonyms")
    (folder / "31-CT-UBND.txt").write_text(DIRECTIVE, "utf-8")
    made = Library(folder / "library")
    made.update([folder / "31-CT-UBND.txt"])
    return made


def test_the_longest_expression_is_taken_and_none_inside_it() -> None:
    """Drowning ("chết đuối") is not death."""
    assert [one.words for one in said_in("Mấy em nhỏ bị chết đuối?")] == ["chết đuối"]
    assert "tử vong" in said_in("Mấy người chết?")[0].otherwise


def test_an_expression_is_said_by_whole_syllables() -> None:
    """A "gas" is not within a "gasket", and punctuation does not part an expression."""
    assert says("Phòng, chống thiên tai ở xã", "phòng chống thiên tai")
    assert not says("Thay gasket", "gas")


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Bão làm mấy người chết?", "Bão đã làm 03 người tử vong, 12 ngôi nhà bị tốc mái."),
        ("Bao nhiêu nhà bay mái?", "Bão đã làm 03 người tử vong, 12 ngôi nhà bị tốc mái."),
        ("Ai báo cáo khoản vay trễ hạn?", "Sở Tài chính báo cáo các khoản vay quá hạn."),
    ],
)
def test_a_clause_has_the_words_that_it_says_otherwise(
    library: Library, question: str, clause: str
) -> None:
    """The everyday word counts as found, and the official one is searched for, at less."""
    words = weigh(library, question)
    (terms, others) = words.otherwise[0]
    assert terms & words.terms.keys()
    assert terms & covered(words, clause) == terms & words.terms.keys()
    assert not terms & covered(words, "Sở Xây dựng kiểm tra các công trình đang thi công.")
    official = others[0].replace(" ", "_")
    assert 0 < words.rates[official] < max(words.rates.values())


def test_the_classes_are_clean() -> None:
    """Lower case, at least two members of at most five syllables, none of them in two classes."""
    lines = (
        Path(__file__)
        .parent.parent.joinpath("index", "synonyms.tsv")
        .read_text("utf-8")
        .splitlines()
    )
    members = [line.split("\t") for line in lines if line and not line.startswith("#")]
    flat = [member for line in members for member in line]
    assert all(len(line) > 1 for line in members)
    assert all(member == member.lower().strip() for member in flat)
    assert all(1 <= len(member.split()) <= 5 for member in flat)
    assert len(flat) == len(set(flat))
