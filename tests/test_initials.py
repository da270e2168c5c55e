"""Abbreviations that no table has are read by what stands around them, or left as they are."""

from __future__ import annotations

import pytest

from index.encoder import MODEL_FOLDER
from index.terms import terms
from index.wording import spelled_out
from qa.question import read_question

SAID = (
    "cấp giấy phép bến đò giải pháp nghiện ma túy quan trắc môi trường bệnh viện đa khoa tỉnh mua "
    "xem xét tài sản công trạm y tế nhân viên y tế đồng bằng sông cửu long hồ sơ vĩnh long"
)
HELD = set(terms(SAID)) | {"cfs"}


def counted(term: str) -> int:
    """A library of one line, in which each word and pair stands ten times."""
    return 10 if term in HELD else 0


def read(question: str, *known: str) -> str:
    return spelled_out(question, counted, lambda short: short in known, MODEL_FOLDER)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Xin cấp GP bến đò ở đâu?", "Xin cấp giấy phép bến đò ở đâu?"),
        ("Ai nghiện MT phải khai báo?", "Ai nghiện ma túy phải khai báo?"),
        ("Kế hoạch quan trắc MT làm gì?", "Kế hoạch quan trắc môi trường làm gì?"),
        ("Kiểm kê TSC xong khi nào?", "Kiểm kê tài sản công xong khi nào?"),
        ("Mỗi TYT có mấy người?", "Mỗi trạm y tế có mấy người?"),
        ("Chống hạn ở ĐBSCL thế nào?", "Chống hạn ở đồng bằng sông cửu long thế nào?"),
        ("UBND tỉnh VL làm gì?", "UBND tỉnh vĩnh long làm gì?"),
    ],
)
def test_an_abbreviation_is_read_by_its_neighbours(question: str, expected: str) -> None:
    """Of the phrases with its initials that the library has, the one that stands well there."""
    assert read(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "CFS có giá trị mấy năm?",  # the library has it
        "Đại hội khóa XX họp ngày nào?",  # a Roman number, and no "xem xét"
        "Sở nào lo việc cho QRZ?",  # no phrase has its initials
        "Công văn 17/TSC-VP nói gì?",  # part of a number
        "KIỂM KÊ TSC XONG KHI NÀO?",  # all is in capitals
        "Hà Nội có bao nhiêu BV?",  # known
    ],
)
def test_what_is_known_or_in_doubt_stays(question: str) -> None:
    """As it was typed."""
    assert read(question, "BV") == question


def test_a_phrase_that_the_library_lacks_is_not_meant() -> None:
    """However often texts have it."""
    assert read("Hạn nộp HTĐT là ngày nào?") == "Hạn nộp HTĐT là ngày nào?"


def test_a_question_is_searched_in_full_words() -> None:
    """Bodies that the library tells something keep their abbreviations: the register knows them."""
    asked = read_question("SYT cấp GP bến đò cho ai?", [], ["Sở Y tế"], counted)
    assert asked.opened == "SYT cấp giấy phép bến đò cho ai?"
    assert asked.agencies == ("Sở Y tế",)
    assert "giấy phép" in asked.search


def test_initials_of_two_provinces_are_left() -> None:
    """Where the library speaks of both; of one alone they are read."""
    held = {"đồng_nai": 9, "đồng": 9, "nai": 9, "đà_nẵng": 8, "đà": 8, "nẵng": 8}
    asked = "Taxi ở ĐN đổi sang xe điện khi nào?"
    assert "ĐN" in read_question(asked, [], [], lambda term: held.get(term, 0)).opened
    held["đà_nẵng"] = 1
    assert "đồng nai" in read_question(asked, [], [], lambda term: held.get(term, 0)).opened
