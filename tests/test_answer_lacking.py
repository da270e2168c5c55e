"""What a clause lacks that is near to the question, so that nothing is said: what is counted, the
deed, the sum, the day, the place, the name, the document that is described."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answer import answer
from qa.cues import cues
from qa.in_text import measures_only
from qa.question import read_question
from qa.values import find_counts
from qa.wanted import SUMS, WANTED, says_wanted
from tests.answering import flood_telling, make_library


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


@pytest.mark.parametrize(
    ("line", "asked", "instead"),
    [
        (
            "3. Người nghiện ma túy từ đủ 12 tuổi đến dưới 18 tuổi đăng ký cai nghiện tại xã.",
            "Có bao nhiêu người nghiện ma túy đăng ký cai nghiện tại xã?",
            "Người nghiện ma túy từ đủ bao nhiêu tuổi đăng ký cai nghiện tại xã?",
        ),
        (
            "3. Công an tỉnh điều tra tai nạn làm bị thương từ 02 người lao động trở lên.",
            "Bao nhiêu người lao động bị thương vì tai nạn?",
            None,
        ),
        (
            "3. Một số nơi để thương lái bán nước ngọt cho hộ dân giá đến 250.000 đồng/m3.",
            "Hộ dân được bán bao nhiêu mét khối nước ngọt?",
            "Thương lái bán nước ngọt cho hộ dân giá bao nhiêu?",
        ),
        (
            "3. Các bãi giữ xe bị tạm giữ còn nợ tiền thuê mặt bằng 38,4 tỷ đồng.",
            "Người có xe bị tạm giữ phải nộp bao nhiêu tiền trông giữ mỗi ngày ở các bãi?",
            "Các bãi giữ xe bị tạm giữ còn nợ bao nhiêu tiền thuê mặt bằng?",
        ),
        (
            "3. Bộ Ngoại giao đã đàm phán đưa về nước 64 ngư dân.",
            "64 ngư dân được đưa về nước do nước nào giữ?",
            "Bộ nào đã đàm phán đưa về nước 64 ngư dân?",
        ),
        (
            "3. Đến nay xảy ra 03 vụ cháy rừng tại các xã Hữu Lũng, Chi Lăng, thiệt hại 7,2 ha.",
            "Vụ cháy rừng ở Hữu Lũng do ai gây ra?",
            "Bao nhiêu vụ cháy rừng xảy ra tại các xã Hữu Lũng, Chi Lăng?",
        ),
        (
            "3. Sắp xếp dân số của phường Tân An thành phường mới có tên gọi là phường Ninh Kiều.",
            "Trụ sở phường Ninh Kiều mới đặt tại số nhà, đường nào?",
            "Phường Tân An được sắp xếp thành phường mới nào?",
        ),
    ],
)
def test_what_the_clause_does_not_say_is_not_told(
    tmp_path: Path, line: str, asked: str, instead: str | None
) -> None:
    """The clause is near and says another thing; asked for what it says, it answers."""
    library = make_library(tmp_path, flood=flood_telling(line))
    assert answer(library, asked).abstained
    if instead:
        assert not answer(library, instead).abstained


def test_each_thing_wanted_has_its_cue_and_its_words() -> None:
    """What asks for it stands in cues.toml, what says it in wanted.py, under one name."""
    assert set(cues("wanted")) == set(WANTED)
    assert set(cues("sums")) == set(SUMS)


@pytest.mark.parametrize(
    ("asked", "text", "says"),
    [
        ("Lãi suất tối đa là mấy phần trăm?", "mở rộng cho vay tiêu dùng, gói vay nhỏ lẻ", False),
        ("Lãi suất tối đa là mấy phần trăm?", "giảm lãi suất cho vay 2%/năm", True),
        ("Thuế nhập khẩu là bao nhiêu phần trăm?", "thuế giá trị gia tăng 8%", False),
        ("Hai nạn nhân được chi trả viện phí bao nhiêu tiền?", "chi trả 312 hồ sơ", False),
        ("Trường sẽ dạy bù bằng cách nào?", "trường học chủ động tạm dừng học", False),
        ("Nhà máy cắt băng khánh thành hôm nào?", "bàn giao mặt bằng trong tháng 11", False),
        ("Kịch bản lễ khánh thành trình trước ngày nào?", "gửi kịch bản trước 03/12", True),
        ("Khi nào phải gửi kịch bản lễ khánh thành?", "gửi kịch bản trước 03/12", True),
        ("Bộ nào bị Phó Thủ tướng phê bình?", "Phó Thủ tướng theo dõi, đôn đốc", False),
        ("Mất thẻ thì báo nhà nước nào đâu?", "báo cáo ngay", True),
        # Only the sentence with the sum tells what the sum is of.
        (
            "Bến cảng có tổng vốn đầu tư bao nhiêu?",
            "Tổng thu ngân sách đạt 13.966 tỷ đồng. Đẩy nhanh đầu tư bến cảng.",
            False,
        ),
        (
            "Bến cảng có tổng vốn đầu tư bao nhiêu?",
            "Đẩy nhanh bến cảng. Vốn đầu tư bến cảng là 1.200 tỷ đồng.",
            True,
        ),
        ("Bán đấu giá đã thu về bao nhiêu tỷ đồng?", "giá khởi điểm dự kiến 287 tỷ đồng", False),
        ("Điện lực thu bao nhiêu đồng mỗi mét dây?", "hỗ trợ 1.500.000 đồng/cơ sở", False),
        ("Thủ tướng chi bao nhiêu tiền?", "quyết định hỗ trợ 3.515 tỷ đồng", True),
        ("Đã xin trung ương bao nhiêu tỷ đồng?", "đề nghị hỗ trợ 500 tỷ đồng", True),
    ],
)
def test_what_hardly_has_another_name_must_be_said(asked: str, text: str, says: bool) -> None:
    """A deed, a payment or a country that the text does not say is not told by it."""
    assert says_wanted(read_question(asked, [], []), text) is says
