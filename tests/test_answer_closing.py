"""Nobody is told what the closing clause of a decision is not about; no one cites what nobody does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.filters import Filters
from index.library import Library
from qa.answer import answer
from qa.answers.reference import answer_citing
from qa.answers.silence import unknown_here
from qa.closings import asks_who_enforces, closes
from qa.evidence import gather
from qa.question import Query, read_question
from tests.answering import decision, make_library

ENDS = (
    "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nông nghiệp và Môi trường, Thủ trưởng các cơ "
    "quan liên quan chịu trách nhiệm thi hành Quyết định này./."
)


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        (ENDS, True),
        ("Thủ trưởng các đơn vị chịu trách nhiệm thực hiện Kế hoạch này.", True),
        ("Các ông, bà có tên tại Điều 1 căn cứ Quyết định thi hành.", True),
        ("Sở Y tế chịu trách nhiệm thực hiện xét nghiệm, báo cáo trong ngày.", False),
        ("Quyết định này có hiệu lực thi hành kể từ ngày ký.", False),
    ],
)
def test_a_clause_that_only_says_who_sees_to_the_whole(text: str, closing: bool) -> None:
    """Not one that lays one thing on somebody, nor one that says from when."""
    assert closes(text) is closing


@pytest.mark.parametrize(
    ("asked", "enforcing"),
    [
        ("Những ai phải thi hành quyết định này?", True),
        ("ai trien khai quyet dinh", True),
        ("Who is responsible for the decision?", True),
        ("Cơ quan nào xử lý chó thả rông?", False),
        ("Which office deals with stray dogs?", False),
    ],
)
def test_who_sees_to_the_whole_is_asked_for(asked: str, enforcing: bool) -> None:
    """In either language, with diacritics or without."""
    assert asks_who_enforces(asked) is enforcing


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A decision on procedures, and a letter that cites laws in its second clause."""
    procedures = decision(
        "2568/QĐ-UBND", "ngày 21 tháng 11 năm 2025", "Về việc công bố thủ tục hành chính thủy sản",
        "Điều 1. Công bố Danh mục thủ tục hành chính trong lĩnh vực thủy sản.", f"Điều 2. {ENDS}",
    )  # fmt: skip
    letter = decision(
        "39992/QĐ-UBND", "ngày 03 tháng 12 năm 2025", "Về hàng hóa gửi kho ngoại quan của Wilmar",
        "1. Công ty Wilmar Marketing đề nghị hướng dẫn về hàng hóa gửi kho ngoại quan.",
        "2. Công ty căn cứ Nghị định số 08/2015/NĐ-CP ngày 21 tháng 01 năm 2015 của Chính phủ và "
        "Thông tư số 38/2015/TT-BTC ngày 25 tháng 3 năm 2015 của Bộ Tài chính để thực hiện.",
    )  # fmt: skip
    return make_library(tmp_path, procedures=procedures, letter=letter)


def test_who_does_one_thing_is_not_who_sees_to_the_decision(library: Library) -> None:
    """However much of the question's place and offices the closing clause has."""
    found = answer(library, "Giám đốc Sở Nông nghiệp nào bắt chó thả rông?")
    assert found.abstained
    told = answer(library, "Cơ quan nào chịu trách nhiệm thi hành Quyết định 2568/QĐ-UBND?")
    assert "Sở Nông nghiệp và Môi trường" in told.text


def read(library: Library, asked: str) -> Query:
    return read_question(asked, library.heads(), library.names_told())


@pytest.mark.parametrize(
    ("asked", "unknown"),
    [
        ("Which documents in this library cite Decree 178/2024/NĐ-CP on early retirement?", True),
        ("Văn bản nào viện dẫn Nghị định 178/2024/NĐ-CP?", True),
        ("Which documents cite Decree 08/2015/NĐ-CP on customs?", False),
        ("Quyết định 39992/QĐ-UBND căn cứ văn bản nào?", False),
        ("Công ty Wilmar phải căn cứ nghị định nào?", False),
    ],
)
def test_what_nobody_cites_is_cited_by_no_one(library: Library, asked: str, unknown: bool) -> None:
    """A number that is neither here nor in any clause is not answered with what others cite."""
    assert unknown_here(library, read(library, asked)) is unknown


def test_another_clause_of_the_letter_cites_what_is_asked_for(library: Library) -> None:
    """The best clause has the firm and the goods, and cites nothing; the next has the decree."""
    query = read(library, "Trả lời Wilmar Marketing về hàng gửi kho ngoại quan, dẫn nghị định nào?")
    evidence = gather(library, query, Filters())
    first = next(e for e in evidence if e.clause.text.startswith("Công ty Wilmar"))
    far = [replace(e, score=first.score - 9) for e in evidence if e is not first]
    found = answer_citing(library, query, [first, *far])
    assert found is not None
    assert found.values == ("08/2015/NĐ-CP",)
