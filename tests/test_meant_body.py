"""Whom a question means that describes a body and does not name it."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.fit_told import fit_told
from index.library import Library
from qa.answer import answer
from qa.asked_body import asked_of
from qa.question import read_question
from tests.answering import flood_telling, make_library

LINES = (
    "3. Công ty Cổ phần Công viên Vĩnh Hằng Sơn Hà hoàn thành 1.500 mét rào quanh nghĩa trang ven sông.",
    "4. Chi cục Chăn nuôi và Thú y lấy mẫu xét nghiệm trâu, bò chết trôi trên sông Lam Hà.",
    "5. Ủy ban nhân dân thành phố Đông Khê sơ tán các hộ ở bãi giữa; phối hợp với Công an tỉnh.",
    "6. Công an tỉnh chủ trì, phối hợp với Chi cục Chăn nuôi và Thú y tiêu hủy trâu, bò chết.",
    "7. Công an tỉnh phân luồng giao thông tại cầu Đông Khê.",
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return make_library(tmp_path, flood=flood_telling(*LINES))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Sau lũ, cơ quan thú y tỉnh phải làm gì?", "cơ quan thú y tỉnh"),
        ("Theo công điện 07 thì cấp xã phải lo những gì?", "cấp xã"),
        ("Công điện giao cho doanh nghiệp nghĩa trang những việc gì?", "doanh nghiệp nghĩa trang"),
        ("Chỉ thị đề nghị ngành hải quan làm những gì?", "ngành hải quan"),
    ],
)
def test_the_words_for_whom_it_asks_about(question: str, words: str) -> None:
    """They stand in front of what must be done, or behind who gives it."""
    assert asked_of(question) == words


@pytest.mark.parametrize(
    ("question", "body", "first"),
    [
        (
            "Doanh nghiệp công viên nghĩa trang ven sông phải làm gì?",
            "Công ty Cổ phần Công viên Vĩnh Hằng Sơn Hà", "Công ty Cổ phần",
        ),
        ("cơ quan thú y phải làm gì với trâu, bò chết?", "Chi cục Chăn nuôi và Thú y", "Thú y"),
        (
            "thanh pho dong khe phai lam gi khi lu ve",
            "Ủy ban nhân dân thành phố Đông Khê", "Ủy ban nhân dân thành phố",
        ),
    ],
)  # fmt: skip
def test_a_body_that_is_described_has_its_list(
    library: Library, question: str, body: str, first: str
) -> None:
    """All that the document tells it, and nobody else's."""
    found = answer(library, question)
    assert found.agency == body
    assert first in found.citations[0].quote
    assert all(first in citation.quote for citation in found.citations)


def test_whoever_is_told_nothing_has_no_list(library: Library) -> None:
    """That others are told something of the matter does not make them meant."""
    found = answer(library, "Các nhà thầu cầu đường ven sông có nghĩa vụ gì với trâu, bò chết?")
    assert found.agency is None


def test_a_place_of_care_is_no_department() -> None:
    """Reads "cơ sở y tế", and no "Sở Y tế" in it."""
    asked = "Cơ sở y tế ở Hưng Hà phải khắc phục ra sao?"
    query = read_question(asked, [], ("Sở Y tế",))
    assert query.agency is None
    assert query.duties
    assert read_question("Sở Y tế phải làm gì?", [], ("Sở Y tế",)).agency == "Sở Y tế"


def test_only_what_a_body_leads_where_that_is_asked(library: Library) -> None:
    """Reads "đứng ra cầm trịch"; asked for its help too, all of it is told."""
    led = answer(library, "Chi cục Chăn nuôi và Thú y phải đứng ra cầm trịch những việc gì?")
    every = answer(
        library, "Chi cục Chăn nuôi và Thú y chủ trì và phối hợp những việc gì trong công điện?"
    )
    assert [str(c.role) for c in led.citations] == ["lead"]
    assert {str(c.role) for c in every.citations} == {"lead", "support"}


def test_the_provinces_are_who_a_ministry_asks() -> None:
    """Reads "asking provincial governments to do": they must, not the ministry."""
    told = ("Bộ Tài chính", "Ủy ban nhân dân các tỉnh, thành phố")
    asked = "What is the Ministry of Finance asking provincial governments to do with the handbook?"
    assert read_question(asked, [], told).agency == "Ủy ban nhân dân cấp tỉnh"


def test_what_tells_bodies_apart_is_learned() -> None:
    """A feature that only the right one has is weighed most."""
    from types import SimpleNamespace

    import numpy as np

    from qa.meant_body import FEATURES

    table = np.zeros((3, len(FEATURES)))
    table[:, 0] = (0.2, 0.9, 0.1)
    table[1, 3] = 1.0
    asked = [SimpleNamespace(table=table, meant=np.array([False, True, False]))] * 4
    weights = fit_told(asked)
    assert int((table @ weights).argmax()) == 1
    assert weights[3] > weights[1] == 0


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("Thống đốc phải tự đứng ra cầm trịch những đầu việc nào?", "Ngân hàng Nhà nước Việt Nam"),
        ("Sở quản lý văn hóa có các việc gì, kể cả vai phụ?", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Bộ phụ trách lao động được giao những đầu việc gì?", "Bộ Lao động và Xã hội"),
        ("bo phu trach lao dong duoc giao nhung dau viec gi", "Bộ Lao động và Xã hội"),
    ],
)
def test_a_body_by_its_head_or_by_what_it_sees_to(question: str, body: str) -> None:
    """An office that only one body has, a trade behind "sở quản lý"."""
    told = (
        "Ngân hàng Nhà nước Việt Nam", "Sở Văn hóa, Thể thao và Du lịch", "Bộ Lao động và Xã hội",
        "Sở Lao động",
    )  # fmt: skip
    assert read_question(question, [], told).agency == body


def test_into_whose_hands_something_comes_is_not_who_must_act() -> None:
    """Reads "phải tới tay Thủ tướng trước lúc nào": another reports to him."""
    told = ("Thủ tướng Chính phủ", "Bộ Công Thương")
    asked = "Kết quả rà soát các sàn phải tới tay Thủ tướng trước lúc nào?"
    assert read_question(asked, [], told).agency is None


def test_a_body_that_is_named_is_not_taken_for_another(tmp_path: Path) -> None:
    """What the province's military command is told is not told the ministry; the company of the
    province is the one that its short name means."""
    library = make_library(
        tmp_path,
        flood=flood_telling(
            "3. Bộ Chỉ huy Quân sự tỉnh Sơn Hà bố trí 03 tổ dân quân giúp dân gặt lúa chạy lũ.",
            "4. Sở Giao thông vận tải Hà Nam cắm biển cảnh báo tại cầu Đông Khê ngập lũ.",
        ),
    )
    other = answer(library, "Bộ Quốc phòng phải giúp dân gặt lúa chạy lũ những gì?")
    assert other.agency != "Bộ Chỉ huy Quân sự tỉnh Sơn Hà"
    theirs = answer(library, "Bộ Giao thông vận tải phải làm gì ở cầu Đông Khê ngập lũ?")
    assert theirs.agency is not None
    assert theirs.agency.startswith("Sở Giao thông vận tải")
