"""What units were made of and what became of them: the one form in which resolutions say it."""

from __future__ import annotations

import pytest

from index.filters import Filters
from index.library import Library
from qa.answer import answer
from qa.answers.mergers import answer_merged
from qa.question import read_question
from tests.answering import make_library

RESOLUTION = """ỦY BAN THƯỜNG VỤ QUỐC HỘI
Số: {number}/NQ-UBTVQH15

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 16 tháng 6 năm 2025

NGHỊ QUYẾT
VỀ VIỆC SẮP XẾP CÁC ĐƠN VỊ HÀNH CHÍNH CẤP XÃ CỦA TỈNH {province} NĂM 2025

Điều 1. Sắp xếp các đơn vị hành chính cấp xã

{units}

Điều 2. Nghị quyết này có hiệu lực từ ngày ký.
"""
_ALL = "Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của"
DONG_THAP = [
    (
        f"1. {_ALL} thị trấn Sa Rài, xã Bình Phú (huyện Tân Hồng) và xã Tân Công Chí thành xã mới có "
        "tên gọi là xã Tân Hồng."
    ),
    (
        f"2. {_ALL} Phường 1, Phường 2 (thành phố Sa Đéc) và phường An Hòa thành phường mới có tên gọi "
        "là phường Sa Đéc."
    ),
]
CA_MAU = [
    (
        f"1. {_ALL} các xã Hiệp Tùng, Tam Giang Đông và Tam Giang thành xã mới có tên gọi là xã Tam "
        "Giang."
    ),
    (
        f"2. {_ALL} Phường 1 và Phường 9 (thành phố Cà Mau), phường An Hòa thành phường mới có tên gọi "
        "là phường An Xuyên."
    ),
    "3. Nhập toàn bộ diện tích tự nhiên, quy mô dân số của xã Đất Mũi vào xã Viên An.",
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Two provinces, each with a ward An Hòa and a ward 1."""
    texts = {
        "dongthap": RESOLUTION.format(
            number=1663, province="ĐỒNG THÁP", units="\n\n".join(DONG_THAP)
        ),
        "camau": RESOLUTION.format(number=1655, province="CÀ MAU", units="\n\n".join(CA_MAU)),
    }
    return make_library(tmp_path_factory.mktemp("units"), **texts)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Xã Tân Hồng sáp nhập từ những xã nào?", [DONG_THAP[0]]),
        ("phuong sa dec moi nhap tu nhung phuong xa cu nao", [DONG_THAP[1]]),
        ("Thị trấn Sa Rài nay thuộc xã nào?", [DONG_THAP[0]]),
        ("Xã Tam Giang Đông cũ bây giờ là xã nào?", [CA_MAU[0]]),
        ("Xã Tam Giang gồm những xã cũ nào?", [CA_MAU[0]]),
        ("Xã Tam Giang gồm những xã nào?", [CA_MAU[0]]),
        ("Phường Sa Đéc được thành lập trên cơ sở những phường nào?", [DONG_THAP[1]]),
        ("Xã Đất Mũi nhập vào xã nào?", [CA_MAU[2]]),
        ("Which communes were merged to form xã Tân Hồng?", [DONG_THAP[0]]),
        ("Phường An Hòa cũ ở Cà Mau nay là phường nào?", [CA_MAU[1]]),
        ("Phường An Hòa cũ nay là phường nào?", [DONG_THAP[1], CA_MAU[1]]),
        (
            "Phường 9, thành phố Cà Mau cũ nay thuộc phường nào, xã Tân Công Chí nhập với xã nào?",
            [CA_MAU[1], DONG_THAP[0]],
        ),
        ("Phường 1, thành phố Sa Đéc cũ nay thuộc phường nào?", [DONG_THAP[1]]),
    ],
)
def test_the_clause_of_the_unit_is_quoted(library: Library, question: str, said: list[str]) -> None:
    """From either side; of several of one name that of the place, else all; each unit named."""
    found = answer(library, question)
    assert sorted(c.quote for c in found.citations) == sorted(line[3:] for line in said)


@pytest.mark.parametrize(
    "question",
    [
        "Xã Hòa Lạc sáp nhập từ những xã nào?",
        "Xã Tân Hồng phải làm gì sau khi sáp nhập?",
    ],
)
def test_what_no_clause_tells_of_a_unit_is_not_told(library: Library, question: str) -> None:
    """An unknown unit, or another matter."""
    assert answer(library, question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "Phường Sa Đéc thành lập tổ công tác gồm những đơn vị nào?",
        "Lịch cắt điện phường An Hòa hiện nay do đơn vị nào công bố?",
        "Dịch tả lợn ở phường 9 hiện nay thuộc đơn vị nào xử lý?",
        "Phường An Hòa hiện nay có dịch sởi ở những phường nào lân cận?",
        "Ủy ban nhân dân xã Tân Hồng gồm những đơn vị nào?",
    ],
)
def test_another_matter_of_a_unit_is_no_merger(library: Library, question: str) -> None:
    query = read_question(question, library.heads(), library.names_told())
    assert answer_merged(library, query, Filters()) is None


def test_filters_narrow_it(library: Library) -> None:
    (id_,) = (head.id for head in library.heads() if head.number == "1655/NQ-UBTVQH15")
    asked = "Phường An Hòa cũ nay là phường nào?"
    found = answer(library, asked, filters=Filters(document=id_))
    assert [c.quote for c in found.citations] == [CA_MAU[1][3:]]
