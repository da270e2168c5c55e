"""Short names that documents give bodies themselves."""

from __future__ import annotations

import pytest

from corpus.agencies import default_registry
from corpus.document import Document, SourceLine
from corpus.parse import parse
from corpus.short_names import registry_of


def document(text: str) -> Document:
    lines = [SourceLine(line, 1, at) for at, line in enumerate(text.split("\n"), 1)]
    return parse(lines, "a.txt", "0" * 64)


@pytest.mark.parametrize(
    ("defined", "told", "agency"),
    [
        pytest.param(
            "1. Trung tâm Hành động bom mìn quốc gia Việt Nam (VNMAC) chịu trách nhiệm lập, trình Bộ Quốc phòng chương trình.",
            "2. VNMAC có trách nhiệm giúp Bộ Quốc phòng thẩm định chương trình.",
            "Trung tâm Hành động bom mìn quốc gia Việt Nam",
            id="an abbreviation behind the name",
        ),
        pytest.param(
            "1. Công ty trách nhiệm hữu hạn Tân Cảng - Petro Cam Ranh (sau đây viết tắt là Công ty Tân Cảng - Petro Cam Ranh) là doanh nghiệp.",
            "2. Giám đốc Công ty Tân Cảng - Petro Cam Ranh chủ trì xây dựng phương án.",
            "Công ty trách nhiệm hữu hạn Tân Cảng - Petro Cam Ranh",
            id="called so from here on, and told by the office",
        ),
        pytest.param(
            "1. Thành lập Ban Chỉ đạo quốc gia về khắc phục ô nhiễm không khí (sau đây gọi tắt là Ban Chỉ đạo).",
            "2. Ban Chỉ đạo có trách nhiệm báo cáo Thủ tướng Chính phủ.",
            "Ban Chỉ đạo quốc gia về khắc phục ô nhiễm không khí",
            id="the first words of the name",
        ),
    ],
)
def test_a_body_told_by_its_short_name_has_its_full_name(
    defined: str, told: str, agency: str
) -> None:
    """Wherever the document said what the short name stands for."""
    parsed = document(f"{defined}\n\n{told}")
    last = len(parsed.clauses) - 1
    assert [task.agency for task in parsed.tasks if task.clause == last] == [agency]


@pytest.mark.parametrize(
    "text",
    [
        "1. Bộ Giáo dục và Đào tạo (GDĐT) đề nghị rà soát.",
        "1. Ủy ban nhân dân các xã, phường (sau đây gọi chung là Ủy ban nhân dân cấp xã).",
        "1. Chi cục Kiểm lâm (sau đây viết tắt là Chi cục) có con dấu.",
        "1. Phê duyệt Kế hoạch triển khai (sau đây gọi tắt là Kế hoạch).",
        "1. HỆ THỐNG QUẢN LÝ THUẾ TẬP TRUNG (TMS)",
        "1. Ủy ban nhân dân (UBND) tỉnh báo cáo.",
    ],
)
def test_what_is_no_short_name_of_one_body_is_none(text: str) -> None:
    """Fields without "Bộ", classes, what opens the title of an office, things, and what is known."""
    assert registry_of(document(text).clauses) is default_registry()
