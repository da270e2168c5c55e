"""What a clause lacks that is near to the question, so that nothing is said: what is counted, the
deed, the sum, the day, the place, the name, the document that is described."""

from __future__ import annotations

import pytest

from qa.in_text import measures_only
from qa.question import read_question
from qa.values import find_counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Doanh nghiệp do Nhà nước nắm giữ 100% vốn điều lệ", []),
        ("người nghiện ma túy từ đủ 12 tuổi đến dưới 18 tuổi", []),
        ("tai nạn lao động làm bị thương nặng từ 02 người lao động trở lên", []),
        ("gió mạnh cấp 10 - 12, giật cấp 14; lũ vượt báo động 3; mưa 150 - 350 mm", []),
        ("đặc biệt khó khăn giai đoạn 2026 - 2030.", []),
        ("thủ tục mã số 3.000527.H61", []),
        ("Nhà nước hỗ trợ 1.500.000 đồng/cơ sở", []),
        ("hơn 20.000 hộ phải sơ tán, 40 điểm ngập", ["20.000", "40"]),
        ("có 28 trạm viễn thông (chiếm 32,2%)", ["28"]),
    ],
)
def test_what_measures_counts_nothing(text: str, counts: list[str]) -> None:
    """A share, an age, a threshold, the rank of a wind or the code of a procedure is no count."""
    assert [text[start:end] for start, end in find_counts(text)] == counts


def test_a_number_counts_the_thing_beside_it() -> None:
    """Of two numbers of one sentence, only the one beside a word of the thing counts it."""
    asked = read_question("Bao nhiêu trạm y tế bị ngập?", [], [])
    assert not measures_only(asked, "Đợt lũ làm 14 trạm y tế bị ngập.")
    far = "Toàn tỉnh có 6.104 hộ nghèo phải sơ tán lên vùng cao trong đêm khi nước sông dâng nhanh"
    assert measures_only(asked, f"{far}, các trạm y tế vẫn trực.")
