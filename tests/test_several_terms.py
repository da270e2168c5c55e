"""Tasks with several terms: each of them is a day to have done something by."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.deadlines import ends
from index.filters import Filters
from index.library import Library
from index.register import TaskFilters
from qa.answer import answer
from tests.answering import flood_telling, make_library

TERMS = "trước ngày 30/11/2025; trước ngày 31/01/2026"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return make_library(
        tmp_path,
        flood=flood_telling(
            "3. Sở Xây dựng sửa nhà hư hỏng, hoàn thành trước ngày 30/11/2025; xây mới nhà sập,"
            " hoàn thành trước ngày 31/01/2026.",
        ),
    )


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2025, 11, 1), date(2025, 11, 30), 1),
        (date(2025, 12, 1), date(2025, 12, 31), 0),
        (date(2026, 1, 1), date(2026, 1, 31), 1),
        (None, date(2025, 11, 30), 1),
    ],
)
def test_each_term_is_found_by_its_day(
    library: Library, first: date | None, last: date, count: int
) -> None:
    """The first is due though the last is not."""
    filters = TaskFilters(where=Filters(agencies=("Sở Xây dựng",)), due_from=first, due_to=last)
    found = library.tasks(filters, by_due_date=True)
    assert [entry.task.deadline.text for entry in found if entry.task.deadline] == [TERMS] * count


def test_a_question_for_a_month_finds_the_earlier_term(library: Library) -> None:
    found = answer(library, "Việc của Sở Xây dựng đến hạn trong tháng 11/2025")
    assert TERMS in found.text


def test_the_ends_are_days_in_order() -> None:
    assert ends(TERMS, None) == [date(2025, 11, 30), date(2026, 1, 31)]
    assert ends("hằng tháng; trước ngày 30/11/2025", None) == [date(2025, 11, 30)]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("ngày 06/4/2026; ngày 20/4/2026", [date(2026, 4, 6), date(2026, 4, 20)]),
        ("đến ngày 30/6/2026; đến ngày 31/12/2026", [date(2026, 6, 30), date(2026, 12, 31)]),
        ("trong quý I năm 2026; ngày 05/6/2026", [date(2026, 3, 31), date(2026, 6, 5)]),
    ],
)
def test_terms_keep_their_days_without_the_words_around_them(words: str, days: list[date]) -> None:
    assert ends(words, date(2025, 11, 1)) == days
