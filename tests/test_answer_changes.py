"""Which document replaces, repeals or amends another: told by the verb, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from qa.answer import answer
from qa.citation import Answer
from tests.answering import decision, make_library

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN HẢI
Số: {number}/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Hải, ngày {day} tháng 10 năm 2025

QUYẾT ĐỊNH
Về quản lý bến thủy nội địa

ỦY BAN NHÂN DÂN TỈNH SƠN HẢI

Căn cứ Luật Giao thông đường thủy nội địa ngày 15 tháng 6 năm 2004; Căn cứ Nghị định số 08/2021/NĐ-CP ngày 28/01/2021 của Chính phủ, đã được sửa đổi, bổ sung tại Nghị định số 06/2024/NĐ-CP ngày 25/01/2024 của Chính phủ;

QUYẾT ĐỊNH:

Điều 1. {first}
Điều 2. Sở Xây dựng thực hiện Chỉ thị số 12/CT-TTg ngày 05/02/2025 của Thủ tướng Chính phủ về bến đò; Kế hoạch số 55/KH-UBND ngày 06/3/2025 của Ủy ban nhân dân tỉnh.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn An
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Decision 301 replaces 77; 302 changes nothing."""
    firsts = {
        "301": "Thay thế Quyết định số 77/QĐ-UBND ngày 10/5/2020 của Ủy ban nhân dân tỉnh Sơn Hải.",
        "302": "Ban hành kèm theo Quyết định này Quy định về bến thủy nội địa.",
    }
    texts = {
        f"qd{number}": HEAD.format(number=number, day=10 + int(number) % 10, first=first)
        for number, first in firsts.items()
    }
    return make_library(tmp_path_factory.mktemp("changes"), **texts)


def asked(library: Library, question: str) -> Answer:
    return answer(library, question)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Quyết định nào thay thế Quyết định 77/QĐ-UBND?", ["301/QĐ-UBND"]),
        ("Quyết định 77/QĐ-UBND bị văn bản nào bãi bỏ?", ["301/QĐ-UBND"]),
        ("Quyết định 77/QĐ-UBND còn hiệu lực không?", ["301/QĐ-UBND"]),
        ("quyet dinh 301/QD-UBND thay the van ban nao", ["77/QĐ-UBND"]),
        ("Văn bản nào bị Quyết định 301/QĐ-UBND thay thế?", ["77/QĐ-UBND"]),
        ("Which decision replaces Decision 77/QĐ-UBND?", ["301/QĐ-UBND"]),
        ("Nghị định nào sửa đổi Nghị định 08/2021/NĐ-CP?", ["06/2024/NĐ-CP"]),
        ("Nghị định 06/2024/NĐ-CP sửa đổi nghị định nào?", ["08/2021/NĐ-CP"]),
        ("Quyết định 301/QĐ-UBND có thay thế Quyết định 77/QĐ-UBND không?", ["77/QĐ-UBND"]),
    ],
)
def test_a_change_is_found_from_either_side(
    library: Library, question: str, values: list[str]
) -> None:
    """By the document itself, or by one that speaks of both, and nobody else is named."""
    found = asked(library, question)
    assert not found.abstained
    assert list(found.values) == values
    assert str(found.query.intent) == "reference"


@pytest.mark.parametrize(
    "question",
    [
        "Văn bản nào thay thế Chỉ thị 12/CT-TTg?",
        "Quyết định 302/QĐ-UBND bãi bỏ văn bản nào?",
        "Quyết định 302/QĐ-UBND có thay thế Quyết định 77/QĐ-UBND không?",
        "Quyết định nào sửa đổi Quyết định 77/QĐ-UBND?",
        "Quyết định 302/QĐ-UBND hết hiệu lực khi nào?",
    ],
)
def test_what_is_only_cited_is_not_changed(library: Library, question: str) -> None:
    assert asked(library, question).abstained


def test_only_documents_of_whom_it_asks_are_named(library: Library) -> None:
    """The number of a document ends in whose it is."""
    found = asked(library, "Quyết định 302/QĐ-UBND thực hiện văn bản nào của Thủ tướng?")
    assert found.values == ("12/CT-TTg",)


def test_each_of_a_list_is_carried_out_and_each_ground_is_one(library: Library) -> None:
    """A directive and a plan behind one verb; a law and a decree in one paragraph of grounds."""
    plan = asked(library, "Văn bản nào thực hiện Kế hoạch 55/KH-UBND?")
    assert "thực hiện" in plan.text
    grounds = asked(library, "Quyết định 301/QĐ-UBND căn cứ những văn bản nào?")
    assert "08/2021/NĐ-CP" in grounds.values
    assert "Luật Giao thông đường thủy nội địa ngày 15 tháng 6 năm 2004 – căn cứ" in grounds.text
    assert "06/2024/NĐ-CP" not in grounds.values  # it amends the ground


def test_a_ground_that_is_carried_out_is_a_basis_too(tmp_path: Path) -> None:
    text = HEAD.format(number=303, day=13, first="Ban hành Quy định về bến đò.").replace(
        "Căn cứ Nghị định số 08",
        "\nThực hiện Quyết định số 1850/QĐ-TTg ngày 27/8/2025 của Thủ tướng Chính phủ;"
        "\nCăn cứ Nghị định số 08",
    )
    grounds = asked(make_library(tmp_path, qd303=text), "Quyết định 303 căn cứ những văn bản nào?")
    assert "1850/QĐ-TTg" in grounds.values
    assert "Quyết định số 1850/QĐ-TTg ngày 27/8/2025 của Thủ tướng Chính phủ – thực hiện" in (
        grounds.text
    )
    assert not any("12/CT-TTg" in value for value in grounds.values)  # an article carries it out


def test_the_ground_of_law_is_asked_for_as_such(library: Library) -> None:
    found = asked(library, "Căn cứ pháp lý của Quyết định 302/QĐ-UBND là gì?")
    assert "08/2021/NĐ-CP" in found.values
    assert "12/CT-TTg" not in found.values


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Những văn bản nào căn cứ Luật Giao thông đường thủy nội địa?",
            ("302/QĐ-UBND", "301/QĐ-UBND"),
        ),
        (
            "van ban nao can cu luat giao thong duong thuy noi dia nam 2004",
            ("302/QĐ-UBND", "301/QĐ-UBND"),
        ),
        (
            "Luật Giao thông đường thủy nội địa được văn bản nào viện dẫn?",
            ("302/QĐ-UBND", "301/QĐ-UBND"),
        ),
        (
            "Luật Giao thông đường thủy nội địa được những văn bản nào căn cứ?",
            ("302/QĐ-UBND", "301/QĐ-UBND"),
        ),
        ("Kế hoạch nào nhắc đến Luật Thú y?", ()),
    ],
)
def test_who_cites_a_law_is_told_of_each_document_once(
    library: Library, question: str, values: tuple[str, ...]
) -> None:
    """All of them, counted; of a law that nobody cites nothing is said."""
    found = asked(library, question)
    assert found.values == values
    assert found.abstained is not bool(values)
    if values:
        assert found.text.startswith("2 văn bản")
        assert {c.head.number for c in found.citations} == set(values)


def test_more_places_than_are_shown_are_counted(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.answers.reference._CITED_AT_MOST", 1)
    found = asked(library, "Những văn bản nào căn cứ Luật Giao thông đường thủy nội địa?")
    assert len(found.citations) == 1
    assert "1 trong 2" in found.text


INVESTING = {
    "older": ("41", "Căn cứ Luật Đầu tư ngày 17 tháng 6 năm 2020;", "Thực hiện theo Luật Đầu tư."),
    "public": ("42", "Căn cứ Luật Đầu tư công số 58/2024/QH15;", "Giữ nguyên."),
    "later": ("43", "Căn cứ Luật Đất đai năm 2024;", "Sở Tài chính thực hiện theo Luật Đầu tư."),
}


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Văn bản nào nhắc đến Luật Đầu tư?", {"41/QĐ-UBND", "43/QĐ-UBND"}),
        ("Văn bản nào nhắc đến Luật Đầu tư 2020?", {"41/QĐ-UBND", "43/QĐ-UBND"}),
        ("Văn bản nào nhắc đến Luật Đầu tư 2014?", {"43/QĐ-UBND"}),
        ("Văn bản nào căn cứ Luật Đầu tư?", {"41/QĐ-UBND"}),
        ("Văn bản nào căn cứ Luật Đầu tư công?", {"42/QĐ-UBND"}),
    ],
)
def test_a_law_is_not_another_of_a_longer_name_or_of_another_year(
    tmp_path: Path, question: str, numbers: set[str]
) -> None:
    """One that tells no year may be of any; what is a ground comes before what only follows."""
    texts = {
        name: decision(f"{number}/QĐ-UBND", "ngày 02 tháng 12 năm 2025", "Về đầu tư", ground,
                       "QUYẾT ĐỊNH:", f"Điều 1. {order}")
        for name, (number, ground, order) in INVESTING.items()
    }  # fmt: skip
    found = answer(make_library(tmp_path, **texts), question)
    assert {c.head.number for c in found.citations} == numbers
    assert len(found.citations) == len(numbers)
