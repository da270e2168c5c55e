"""Questions for a code: of goods in the customs tariff, of a procedure in the national register."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answer import answer
from tests.answering import FLOOD, MASKS, make_library

NOTICE = """CỤC HẢI QUAN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 37695/TB-CHQ
Hà Nội, ngày 20 tháng 11 năm 2025
THÔNG BÁO
Về kết quả xác định trước mã số

1. Hàng hóa đề nghị xác định trước mã số: đồng hồ đeo tay thông minh Sao Mai 4 (phiên bản dây cao su).
2. Tóm tắt mô tả hàng hóa: Sao Mai 4 là đồng hồ đeo tay dùng để xem giờ, đo nhịp tim, có dây cao su.
3. Kết quả xác định trước mã số: thuộc nhóm 85.17 “Bộ điện thoại”, phân nhóm 8517.62;
4. Hàng hóa nêu trên được xếp vào mã số 8517.62.59 “- - - - Loại khác” tại Danh mục hàng hóa xuất khẩu, nhập khẩu Việt Nam.

Cục trưởng Cục Hải quan thông báo để Công ty Sao Mai biết và thực hiện./.

Nơi nhận:
- Lưu: VT.
CỤC TRƯỞNG
Lê Thị Bình
"""


@pytest.mark.parametrize(
    "asked",
    [
        "Hải quan xếp đồng hồ đeo tay Sao Mai 4 dây cao su vào mã hàng nào?",
        "Mã HS của đồng hồ đeo tay thông minh Sao Mai 4 là bao nhiêu?",
        "What HS code was given to the Sao Mai 4 wrist watch?",
    ],
)
def test_the_code_stands_behind_what_describes_the_goods(tmp_path: Path, asked: str) -> None:
    """Its clause does not name them; the heading it belongs to is cited beside."""
    found = answer(make_library(tmp_path, notice=NOTICE, flood=FLOOD, masks=MASKS), asked)
    said = "Code" if "HS code" in asked else "Mã số"
    assert found.text == f"{said}: 8517.62.59 [1]."
    assert found.values == ("8517.62.59",)
    assert "8517.62.59" in found.citations[0].quote
    assert "phân nhóm 8517.62;" in found.citations[1].quote


def test_a_document_without_a_code_tells_none(tmp_path: Path) -> None:
    """However near it is otherwise."""
    asked = "Phân luồng giao thông tại cầu Đông Khê có mã thủ tục nào?"
    assert answer(make_library(tmp_path, flood=FLOOD), asked).abstained


def test_how_a_letter_closes_answers_nothing(tmp_path: Path) -> None:
    """It repeats who asked and who replies."""
    found = answer(
        make_library(tmp_path, notice=NOTICE, flood=FLOOD, masks=MASKS),
        "Cục trưởng Cục Hải quan thông báo cho Công ty Sao Mai kết quả ra sao?",
    )
    shown = (*found.citations, *found.nearest)
    assert shown
    assert not any("biết và thực hiện" in one.quote for one in shown)


def test_the_heading_of_the_tariff_is_cited_though_quotes_cut_it(tmp_path: Path) -> None:
    """Its first line has no code of the thing, and names the group."""
    cut = NOTICE.replace(
        "3. Kết quả xác định trước mã số: thuộc nhóm 85.17 “Bộ điện thoại”, phân nhóm 8517.62;",
        "3. Kết quả xác định trước mã số:\n\nthuộc nhóm 85.17 “Bộ điện thoại”\n\nphân nhóm 8517.62;",
    )
    found = answer(
        make_library(tmp_path, notice=cut, flood=FLOOD, masks=MASKS),
        "Mã HS của đồng hồ đeo tay thông minh Sao Mai 4 là bao nhiêu?",
    )
    assert found.citations[1].quote.startswith("thuộc nhóm 85.17")
