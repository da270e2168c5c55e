"""What everyday speech says otherwise than documents do is found under either."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from index.library import Library
from index.synonyms import said_in, says
from index.terms import syllables
from qa.content_words import covered, weigh

DIRECTIVE = """ỦY BAN NHÂN DÂN TỈNH SƠN HẢI
Số: 31/CT-UBND
Sơn Hải, ngày 02 tháng 10 năm 2025
CHỈ THỊ
Về việc khắc phục hậu quả bão
1. Bão đã làm 03 người tử vong, 12 ngôi nhà bị tốc mái; 40 học sinh phải nghỉ học.
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
    found = [one.words for one in said_in("Mấy em nhỏ bị chết đuối?")]
    assert found == ["em nhỏ", "chết đuối"]
    assert "tử vong" in said_in("Mấy người chết?")[0].otherwise


def test_an_expression_is_said_by_whole_syllables() -> None:
    """A "gas" is not within a "gasket", and punctuation does not part an expression."""
    assert says("Phòng, chống thiên tai ở xã", ("phòng chống thiên tai",))
    assert not says("Thay gasket", ("gas",))


@pytest.mark.parametrize(
    ("question", "official", "clause"),
    [
        ("Bão làm mấy người chết?", "tử vong", "Bão đã làm 03 người tử vong, 12 nhà bị tốc mái."),
        ("Bao nhiêu nhà bay mái?", "tốc mái", "Bão đã làm 03 người tử vong, 12 nhà bị tốc mái."),
        ("Ai báo cáo khoản vay trễ hạn?", "quá hạn", "Sở Tài chính báo cáo khoản vay quá hạn."),
        ("Mấy học trò phải vào viện?", "học sinh", "Có 1.043 học sinh bị ngộ độc."),
    ],
)
def test_a_clause_has_the_words_that_it_says_otherwise(
    library: Library, question: str, official: str, clause: str
) -> None:
    """The everyday word counts as found, and the official one is searched for, at less."""
    words = weigh(library, question)
    (terms,) = [terms for terms, others in words.otherwise if official in others]
    assert terms & words.terms.keys()
    assert terms & covered(words, clause) == terms & words.terms.keys()
    assert not terms & covered(words, "Sở Xây dựng kiểm tra các công trình đang thi công.")
    assert 0 < words.rates[official.replace(" ", "_")] < max(words.rates.values())


def test_what_the_library_never_says_is_not_looked_for(library: Library) -> None:
    """Of a class only what some clause has; nothing at all is left of one that none has."""
    said = {
        other
        for _, others in weigh(library, "Mấy người chết vì bão?").otherwise
        for other in others
    }
    assert "tử vong" in said
    assert "thiệt mạng" not in said
    assert not any("trúng đấu giá" in o for _, o in weigh(library, "Ai thắng đấu giá?").otherwise)


def test_the_classes_are_clean() -> None:
    """Lower case, at least two members of at most five syllables, none twice in a class, no class
    that another has whole, and none that begins as another does."""
    lines = (
        Path(__file__)
        .parent.parent.joinpath("index", "synonyms.tsv")
        .read_text("utf-8")
        .splitlines()
    )
    classes = [line.split("\t") for line in lines if line and not line.startswith("#")]
    flat = [member for line in classes for member in line]
    assert all(len(line) > 1 and len(line) == len(set(line)) for line in classes)
    assert all(member == member.lower().strip() for member in flat)
    assert all(1 <= len(syllables(member)) <= 5 for member in flat)
    assert len({line[0] for line in classes}) == len(classes)
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(classes):
        for member in line:
            found[member].add(number)
    assert all(len(set.intersection(*(found[m] for m in line))) == 1 for line in classes)
