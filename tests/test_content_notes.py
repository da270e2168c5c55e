"""What a sentence says in its footnotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from qa.answer import answer
from tests.answering import make_library

TELEGRAM = """THỦ TƯỚNG CHÍNH PHỦ

Số: 230/CĐ-TTg

Hà Nội, ngày 25 tháng 11 năm 2025

CÔNG ĐIỆN

Về việc cập nhật kết quả thanh tra lên Hệ thống 751

Hệ thống 751 ghi nhận kết quả của 25 địa phương, trong đó 7 địa phương[1] và 3 Bộ[2] chưa cập nhật kết quả thanh tra.

1. Bộ Tài chính đôn đốc các địa phương chưa cập nhật.

[1] Lâm Đồng, Bắc Ninh, Huế, Tuyên Quang, Phú Thọ, Cà Mau, Hà Nội.

[2] Bộ Giáo dục và Đào tạo, Bộ Văn hóa, Thể thao và Du lịch, Bộ Dân tộc và Tôn giáo.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return make_library(tmp_path, telegram=TELEGRAM)


def test_footnotes_that_name_them_are_told(library: Library) -> None:
    """Which seven, the footnote says."""
    found = answer(
        library, "Những địa phương nào chưa cập nhật kết quả thanh tra lên Hệ thống 751?"
    )
    assert "Lâm Đồng, Bắc Ninh, Huế" in found.text
    assert "chú thích 1" in {c.locator.partition(",")[0] for c in found.citations}


def test_of_how_many_no_footnote_is_told(library: Library) -> None:
    found = answer(library, "Hệ thống 751 ghi nhận kết quả thanh tra của bao nhiêu địa phương?")
    assert "25 địa phương" in found.text
    assert "Lâm Đồng, Bắc Ninh" not in found.text
