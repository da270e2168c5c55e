"""What a clause lacks that is near to the question, so that nothing is said: what is counted, the
deed, the sum, the day, the place, the name, the document that is described."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answer import answer
from qa.cues import cues
from qa.in_text import measures_only
from qa.question import Kind, read_question
from qa.values import find_counts, find_values
from qa.wanted import SUMS, WANTED, says_wanted
from tests.answering import FLOOD, decision, flood_telling, make_library


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


def test_a_year_is_no_number_of_things(tmp_path: Path) -> None:
    """Of two clauses as near, the one that only has a year does not tell how many points."""
    line = "Bảng tiêu chí xếp loại trung tâm học tập áp dụng từ năm 2025."
    assert not find_values(Kind.COUNT, line)
    text = flood_telling(f"3. {line}\n4. Trung tâm học tập xếp loại tốt: tổng điểm từ 85 đến 100.")
    found = answer(make_library(tmp_path, flood=text), "Trung tâm học tập loại tốt được mấy điểm?")
    assert found.values == ("85", "100")


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
        ("Hội đồng thông qua nghị quyết về dân số ở kỳ họp nào?", "ban hành nghị quyết", False),
        ("Nghị quyết được nêu ở kỳ họp nào?", "nêu tại Kỳ họp thứ 30", True),
        ("How many tonnes of nets were pulled up?", "nhân 63 năm ngày truyền thống", False),
        ("Kho muối phải chứa được bao nhiêu tấn?", "lập phương án kho 30.000 tấn", True),
        ("Nhà cổ được xây dựng vào năm nào?", "Sở Xây dựng khảo sát trước mùa mưa năm 2026", False),
        ("Nhà cổ được xây dựng vào năm nào?", "nhà cổ xây dựng năm 1895", True),
        ("Món gì làm các em bị nôn?", "46 học sinh bị đau bụng sau bữa trưa", False),
        ("Món nào làm các em bị nôn?", "46 học sinh bị đau bụng sau khi ăn bánh mì", True),
        # What a question is about, or whom, is not what it wants.
        ("Danh mục mật về tiền lương, lao động: bộ nào hướng dẫn, kiểm tra?", "Bộ Nội vụ", True),
        ("Cơ sở bị phê bình phải khắc phục những gì?", "dừng ngay việc đốt thủ công", True),
        ("Sau vụ cháy, cơ sở nào bị phê bình?", "dừng ngay việc đốt thủ công", False),
        # Only the sentence with the sum tells what the sum is of.
        ("Giá bốc một ngôi mộ là bao nhiêu tiền?", "Kinh phí đã chi trả 9,7 tỷ đồng.", False),
        ("Giá bốc một ngôi mộ là bao nhiêu tiền?", "Đơn giá bốc mộ xây là 4,2 triệu đồng.", True),
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
        (
            "Trẻ bị bắt đi bán vé số thì báo cơ quan nào?",
            "Nhận tin báo về trẻ bị ép bán vé số.",
            True,
        ),
        ("Trong vụ án ai bị công an bắt?", "Nhận tin báo về trẻ bị ép bán vé số.", False),
    ],
)
def test_what_hardly_has_another_name_must_be_said(asked: str, text: str, says: bool) -> None:
    """A deed, a payment or a country that the text does not say is not told by it."""
    assert says_wanted(read_question(asked, [], []), text) is says


@pytest.mark.parametrize(
    ("line", "asked", "instead"),
    [
        (
            "3. Sở Nông nghiệp chọn trâu, bò cái nền giao cho các hộ mất đàn, mỗi hộ 02 con.",
            "Tỉnh nào mất nhiều trâu, bò nhất?",
            "Cơ quan nào chọn trâu, bò cái nền giao cho các hộ mất đàn?",
        ),
        (
            "3. Thuế tỉnh trình bảng giá xe máy để thu lệ phí trước bạ từ ngày 01/01/2026.",
            "Thuế tỉnh phải trình bảng giá xe máy trước ngày nào?",
            "Thu lệ phí trước bạ xe máy theo bảng giá từ ngày nào?",
        ),
        (
            "3. Sở Xây dựng tập huấn về Công ước phá dỡ tàu trước ngày 31/12/2026.",
            "Công ước phá dỡ tàu bắt đầu ràng buộc từ ngày nào?",
            "Sở Xây dựng phải tập huấn về Công ước phá dỡ tàu trước ngày nào?",
        ),
        (
            "3. Thống nhất chưa tổ chức Lễ hội hoa mận Lam Hà vào ngày 31 tháng 01 năm 2026.",
            "Lễ hội hoa mận Lam Hà đổi sang ngày nào?",
            None,
        ),
        (
            "3. Trong 24 giờ tới lũ sông Lam Hà tiếp tục lên nhanh ở cầu Đông Khê.",
            "Lũ sông Lam Hà lên tới cầu Đông Khê lúc mấy giờ?",
            None,
        ),
        (
            "3. Chủ tịch tỉnh chủ trì Phiên họp lần thứ 21 Ban Chỉ đạo cầu Đông Khê ngày 08/11/2025.",
            "Phiên họp thứ 22 Ban Chỉ đạo cầu Đông Khê vào ngày nào?",
            "Phiên họp thứ 21 Ban Chỉ đạo cầu Đông Khê vào ngày nào?",
        ),
        (
            "3. Sở Xây dựng bảo đảm thông xe, góp phần hoàn thành mục tiêu 3.000 km đường cao tốc.",
            "Đến nay đã thông xe bao nhiêu cây số đường cao tốc?",
            "Mục tiêu hoàn thành bao nhiêu cây số đường cao tốc?",
        ),
        (
            "3. Sở Công Thương lập hồ sơ đề nghị phong tặng nghệ nhân Ca trù cao tuổi đợt 3.",
            "Những nghệ nhân ca trù nào được đề nghị phong tặng?",
            "Sở nào lập hồ sơ đề nghị phong tặng nghệ nhân Ca trù?",
        ),
        (
            "3. Sở Y tế tham mưu kiện toàn Ban Chỉ đạo Dân số cấp tỉnh.",
            "Ai là Trưởng Ban Chỉ đạo Dân số cấp tỉnh?",
            "Sở nào tham mưu kiện toàn Ban Chỉ đạo Dân số cấp tỉnh?",
        ),
        (
            "3. Văn phòng Ban Chỉ đạo đặt sở chỉ huy tiền phương chống lũ, theo dõi diễn biến.",
            "Ban Chỉ đạo đặt sở chỉ huy tiền phương chống lũ ở tỉnh nào?",
            "Cơ quan nào đặt sở chỉ huy tiền phương chống lũ?",
        ),
        (
            "3. Lai tạp với cây trồng (không áp dụng với loài ngoại lai không phải là thực vật).",
            "Ốc bươu vàng có nằm trong danh mục loài ngoại lai không?",
            None,
        ),
    ],
)
def test_another_day_time_place_or_name_is_no_answer(
    tmp_path: Path, line: str, asked: str, instead: str | None
) -> None:
    """A start is no end, one session not the next, a goal not what is reached, a body no person."""
    library = make_library(tmp_path, flood=flood_telling(line))
    assert answer(library, asked).abstained
    if instead:
        assert not answer(library, instead).abstained


def test_a_named_document_is_not_answered_by_another(tmp_path: Path) -> None:
    """The decision named is here and has no day; the day of another document is not its."""
    other = flood_telling(
        "3. Sở Tài chính báo cáo giải ngân vốn an toàn điện trước ngày 30 tháng 01 năm 2026."
    ).replace("07/CĐ-UBND", "09/CĐ-UBND")
    library = make_library(tmp_path, flood=FLOOD, other=other)
    asked = "Báo cáo giải ngân vốn an toàn điện theo Công điện {}/CĐ-UBND trước ngày nào?"
    assert answer(library, asked.format("07")).abstained
    assert answer(library, asked.format("09")).values == ("2026-01-30", "Sở Tài chính")


def test_what_happened_in_a_place_is_told_where_it_is_named(tmp_path: Path) -> None:
    """How many reported is no answer to what one province has registered."""
    text = flood_telling("3. Đến ngày 19/9/2025 đã có 25 địa phương gửi đăng ký các công trình.")
    library = make_library(tmp_path, flood=text)
    assert answer(library, "Khánh Hòa đã đăng ký những gì về các công trình?").abstained
    asked = "Đến ngày 19/9/2025 đã có bao nhiêu địa phương gửi đăng ký các công trình?"
    assert not answer(library, asked).abstained


def test_a_document_described_that_does_not_name_the_body_tells_it_nothing(tmp_path: Path) -> None:
    """Two decisions: what one tells the department, the other, which is described, does not."""
    flood = decision(
        "11/QĐ-UBND",
        "ngày 20 tháng 9 năm 2025",
        "Về việc ứng phó lũ trên sông Lam Hà",
        "Điều 1. Sở Y tế thành lập 06 đội cấp cứu lưu động.",
    )
    fires = decision(
        "12/QĐ-UBND",
        "ngày 21 tháng 9 năm 2025",
        "Về việc phòng, chống cháy rừng mùa hanh khô",
        "Điều 1. Công an tỉnh thành lập 04 chốt gác trong mùa hanh khô.",
    )
    library = make_library(tmp_path, flood=flood, fires=fires)
    described = "Trong quyết định về {}, Sở Y tế được giao những việc gì?"
    assert answer(library, described.format("phòng, chống cháy rừng mùa hanh khô")).abstained
    told = answer(library, described.format("ứng phó lũ trên sông Lam Hà"))
    assert told.citations[0].head.number == "11/QĐ-UBND"


def test_a_kind_of_document_is_not_told_by_another_kind(tmp_path: Path) -> None:
    """Asked which decree comes in place of a decision, the decision is no answer."""
    text = flood_telling(
        "3. Bãi bỏ Quyết định số 05/2024/QĐ-UBND ngày 26 tháng 3 năm 2024 về giá bán lẻ điện."
    )
    library = make_library(tmp_path, flood=text)
    assert answer(
        library, "Nghị định nào thay cho quy định về giá bán lẻ điện bị bãi bỏ?"
    ).abstained
    assert not answer(library, "Quyết định nào về giá bán lẻ điện bị bãi bỏ?").abstained


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("3. Mở rộng điểm cấp phát thuốc; điểm đầu tiên đi vào hoạt động trước ngày 01/3/2026.", True),
        ("3. Mở rộng điểm cấp phát thuốc; báo cáo kết quả trước ngày 01/3/2026.", False),
    ],
)  # fmt: skip
def test_what_must_have_begun_by_a_day_begins_then(
    tmp_path: Path, line: str, *, told: bool
) -> None:
    """Asked from when it runs; a report that is due then says nothing of that."""
    library = make_library(tmp_path, flood=flood_telling(line))
    found = answer(library, "Điểm cấp phát thuốc đầu tiên phải chạy từ bao giờ?")
    assert found.abstained is not told
