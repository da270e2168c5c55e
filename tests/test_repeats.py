"""What an agency is told in two documents is found, with what differs, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Role
from index.library import Library
from index.store import Store
from qa.repeats import repeat_line, repeats
from tests.directives import HEADER, directive
from tests.test_store import put

MASKS = "Chuẩn bị đủ khẩu trang y tế cho các cơ sở khám chữa bệnh trước ngày {}."
EARLIER = replace(HEADER, number="9/CV", kind="Công văn", issued=date(2024, 5, 6))


def told(folder: Path, *documents) -> Library:
    put(Store(folder, create=True), *documents)
    return Library.open(folder)


def masks(day: str, header=HEADER, agency: str = "Sở Y tế", role: Role = Role.LEAD):
    return directive(
        (agency, MASKS.format(day), role),
        ("Sở Tài chính", "Bố trí kinh phí.", Role.LEAD),
        header=header,
        path=f"{header.number}.txt".replace("/", "-"),
        deadline=(f"trước ngày {day}", date(2025, 3, 10)),
    )


def test_the_earlier_comes_first_with_what_differs(tmp_path: Path) -> None:
    library = told(tmp_path, masks("10/3/2025"), masks("5/2/2025", EARLIER))
    of_health = [entry for entry in library.tasks() if entry.task.agency == "Sở Y tế"]
    (pair,) = repeats(library, of_health)
    assert (pair.earlier.head.number, pair.later.head.number) == ("9/CV", HEADER.number)
    assert pair.deadlines_differ
    assert pair.figures_differ
    assert repeat_line(pair, "vi") == "Sở Y tế: khác thời hạn, khác số liệu"


def test_the_same_words_differ_in_nothing(tmp_path: Path) -> None:
    library = told(tmp_path, masks("10/3/2025"), masks("10/3/2025", EARLIER))
    (pair,) = [p for p in repeats(library, library.tasks()) if p.later.task.agency == "Sở Y tế"]
    assert pair.likeness == pytest.approx(1, abs=1e-3)
    assert repeat_line(pair, "vi") == "Sở Y tế"


@pytest.mark.parametrize(
    "other",
    [
        masks("5/2/2025", EARLIER, agency="Sở Nội vụ"),
        masks("5/2/2025", EARLIER, role=Role.GENERAL),
        directive(("Sở Y tế", "Diễn tập phòng cháy, chữa cháy rừng.", Role.LEAD), header=EARLIER,
                  path="rung.txt"),
        masks("5/2/2025", replace(EARLIER, issuer="Ủy ban nhân dân tỉnh Cà Mau")),
    ],
    ids=["another agency", "only through a group", "another task", "another province"],
)  # fmt: skip
def test_what_is_not_told_twice_is_not_paired(other, tmp_path: Path) -> None:
    mine = masks("10/3/2025", replace(HEADER, issuer="Ủy ban nhân dân tỉnh Kon Tum"))
    library = told(tmp_path, mine, other)
    of_health = [entry for entry in library.tasks() if entry.task.agency == "Sở Y tế"]
    assert repeats(library, of_health) == []


def test_the_article_that_carries_a_decision_out_repeats_by_its_nature(tmp_path: Path) -> None:
    closing = "Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này."
    documents = [
        directive(("Sở Y tế", closing, Role.LEAD), header=header, path=f"{at}.txt")
        for at, header in enumerate((HEADER, EARLIER))
    ]
    library = told(tmp_path, *documents)
    assert repeats(library, library.tasks()) == []
