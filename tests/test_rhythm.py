"""When what comes again comes: the days that the words of a recurring deadline name."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from corpus.rhythm import day_between, first_between, rhythms

ISSUED = date(2025, 11, 20)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("trước ngày 25/12 hàng năm", ["2025-12-25", "2026-12-25"]),
        ("trước ngày 15 hằng tháng", ["2025-12-15", "2026-01-15"]),
        ("Định kỳ hằng năm (trước ngày 15 tháng 12)", ["2025-12-15", "2026-12-15"]),
        ("trước ngày 15/6 và 15/12 hằng năm", ["2025-12-15", "2026-06-15"]),
        ("vào ngày 15 và ngày cuối cùng hàng tháng", ["2025-11-30", "2025-12-15"]),
        ("vào ngày 31 hằng tháng", ["2025-11-30", "2025-12-31"]),
        ("trước ngày 20 của tháng cuối quý", ["2025-12-20", "2026-03-20"]),
        ("không muộn hơn ngày 15 của tháng đầu quý sau", ["2026-01-15", "2026-04-15"]),
        ("trước 10 giờ thứ hai và thứ năm hằng tuần", ["2025-11-20", "2025-11-24"]),
        ("02 tuần một lần vào sáng thứ hai", ["2025-12-01", "2025-12-15"]),
        ("vào ngày làm việc cuối cùng của mỗi tháng", ["2025-11-28", "2025-12-31"]),
        ("vào tuần đầu mỗi quý", ["2026-01-07", "2026-04-07"]),
        ("tháng 6 và tháng 12 hằng năm", ["2025-12-31", "2026-06-30"]),
        ("từ tháng 5 đến tháng 8 hằng năm", ["2026-08-31", "2027-08-31"]),
        ("hằng quý", ["2025-12-31", "2026-03-31"]),
        ("06 tháng một lần", ["2025-12-31", "2026-06-30"]),
        ("hằng tuần", ["2025-11-21", "2025-11-28"]),
        ("03 ngày/lần", ["2025-11-20", "2025-11-23"]),
        ("từ ngày 15/3/2026 đến hết ngày 16/3/2026; hằng ngày", ["2026-03-15", "2026-03-16"]),
    ],
)
def test_it_comes_on_the_days_that_its_words_name(words: str, days: list[str]) -> None:
    """From the day of the document on; without a day, on the last of its span."""
    found = {day for rhythm in rhythms(words) for day in islice(rhythm.on(ISSUED), 2)}
    assert [day.isoformat() for day in sorted(found)[:2]] == days


@pytest.mark.parametrize(
    "words", ["thường xuyên", "trước mùa khô hằng năm", "năm 2025 và các năm tiếp theo", "định kỳ"]
)
def test_what_names_no_day_has_no_rhythm(words: str) -> None:
    assert rhythms(words) == ()


def test_two_terms_of_one_deadline_both_come() -> None:
    """A day that belongs to a span stands for it; one of another span stands beside it."""
    monthly, half, yearly = rhythms(
        "trước ngày 16 hàng tháng; trước ngày 16/6; trước ngày 20/11 hàng năm"
    )
    assert [next(one.on(ISSUED)) for one in (monthly, half, yearly)] == [
        date(2025, 12, 16), date(2026, 6, 16), date(2025, 11, 20),
    ]  # fmt: skip
    assert len(rhythms("định kỳ 06 tháng (trước ngày 15/6); hằng năm (trước ngày 10/12)")) == 2
    assert len(rhythms("hằng quý; trước ngày 15 tháng 12 hằng năm")) == 2


def test_in_a_time_comes_what_names_a_day_in_it() -> None:
    december = date(2025, 12, 1), date(2025, 12, 31)
    assert first_between("trước ngày 25/12 hằng năm", *december) == date(2025, 12, 25)
    assert first_between("trước ngày 25/11 hằng năm", *december) is None
    assert first_between("hằng tháng", *december) is None
    assert day_between("trước ngày 05 hằng tháng", "2025-12-01", "2025-12-31") == "2025-12-05"
