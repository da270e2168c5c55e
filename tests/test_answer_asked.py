"""What is asked decides what answers: the day an old rule ends, the body of a procedure's step, the
document described; and where nothing of that kind stands, nothing is said."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from index.filters import Filters
from index.rows import Head
from qa.abstain import bears
from qa.answer import answer
from qa.answers.deadline import concerning
from qa.citation import Answer
from qa.content_words import covered, weigh
from qa.evidence import gather
from qa.framing import issued_in
from qa.question import read_question
from tests.answering import FLOOD, MASKS, decision, flood_telling, make_library

REPEAL = decision(
    "105/2025/QĐ-UBND",
    "ngày 21 tháng 11 năm 2025",
    "Bãi bỏ một số văn bản quy phạm pháp luật",
    "Điều 1. Bãi bỏ toàn bộ các văn bản sau đây:",
    "1. Quyết định số 05/2024/QĐ-UBND ngày 26 tháng 3 năm 2024 quy định giá nước sạch nông thôn.",
    "2. Quyết định số 11/2021/QĐ-UBND ngày 02 tháng 4 năm 2021 quy định phí tham quan hang Ngườm.",
    "Điều 2. Hiệu lực thi hành",
    "1. Quyết định này có hiệu lực thi hành từ ngày 20 tháng 01 năm 2026.",
    "2. Các Quyết định sau đây hết hiệu lực kể từ ngày 01 tháng 7 năm 2026:",
    "- Quyết định số 45/2022/QĐ-UBND ngày 29 tháng 12 năm 2022 về định mức thiết bị trường học.",
)
STEPS = decision(
    "2691/QĐ-UBND",
    "ngày 25 tháng 11 năm 2025",
    "Về việc phê duyệt quy trình công nhận báo cáo viên pháp luật",
    "Điều 1. Trình tự công nhận báo cáo viên pháp luật",
    "Bước 1: Căn cứ thực tiễn công tác phổ biến pháp luật, văn bản của Sở Tư pháp mời các cơ quan"
    " cử người.",
    "Điều 2. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Tư pháp, Thủ trưởng các sở chịu"
    " trách nhiệm thi hành Quyết định này.",
)
PLAN = flood_telling(
    "3. Kiểm tra việc thi hành quy định về hồ chứa thủy lợi",
    "- Cơ quan thực hiện: Sở Nông nghiệp và Phát triển nông thôn.",
    "- Thời gian thực hiện: Năm 2026 và các năm tiếp theo.",
    "4. Tuyên truyền về an toàn đập",
    "- Hình thức: In sách phát cho các hộ ven sông.",
    "- Số lượng: 5.000 cuốn.",
    head=FLOOD.replace("CÔNG ĐIỆN", "KẾ HOẠCH"),
)


def quotes(found: Answer) -> list[str]:
    return [citation.quote for citation in found.citations]


@pytest.mark.parametrize(
    ("asked", "day", "cited"),
    [
        ("Quy định về định mức thiết bị trường học hết hiệu lực từ ngày nào?", "2026-07-01", 2),
        ("Quy định giá nước sạch nông thôn thôi giá trị kể từ hôm nào?", "2026-01-20", 3),
    ],
)
def test_an_older_rule_ends_on_the_day_above_it(
    tmp_path: Path, asked: str, day: str, cited: int
) -> None:
    """The day of the line that leads over, or that on which its repeal takes effect; both cited."""
    found = answer(make_library(tmp_path, repeal=REPEAL), asked)
    assert found.values == (day,)
    assert len(found.citations) >= cited
    assert found.text.startswith(f"Hết hiệu lực từ ngày {day[8:]}/{day[5:7]}/{day[:4]}")


def test_what_replaces_a_document_is_named(tmp_path: Path) -> None:
    """Asked by what it was ended, not the document itself but the one that ends it is the answer."""
    library = make_library(tmp_path, repeal=REPEAL)
    found = answer(library, "Quy định năm 2021 về phí tham quan hang Ngườm bị văn bản nào bãi bỏ?")
    assert "105/2025/QĐ-UBND" in found.text


def test_steps_that_name_a_body_come_before_the_closing_order(tmp_path: Path) -> None:
    """A procedure orders nothing but at its end; what it says of the department is the answer."""
    library = make_library(tmp_path, steps=STEPS)
    found = answer(
        library, "Khi công nhận báo cáo viên pháp luật, Sở Tư pháp phải làm những bước nào?"
    )
    assert quotes(found)[0].startswith("Bước 1: Căn cứ thực tiễn")
    assert "Văn bản nói về cơ quan này:\n[1] “Bước 1" in found.text
    assert "chịu trách nhiệm thi hành" in quotes(found)[1]


def test_a_document_described_by_its_day_comes_first(tmp_path: Path) -> None:
    """Two telegrams on one subject: the one of the day that the question names."""
    later = FLOOD.replace("07/CĐ-UBND", "09/CĐ-UBND").replace("ngày 20 tháng 9", "ngày 28 tháng 9")
    library = make_library(tmp_path, flood=FLOOD, later=later)
    for day, number in (("20/9/2025", "07/CĐ-UBND"), ("28/9/2025", "09/CĐ-UBND")):
        found = answer(library, f"Công điện ngày {day} về lũ giao Sở Y tế việc gì?")
        assert {citation.head.number for citation in found.citations} == {number}


def test_a_head_of_another_kind_or_place_is_not_the_one_asked_for(tmp_path: Path) -> None:
    """A plan is not told by a directive, nor one of another province by that of this."""
    library = make_library(tmp_path, masks=MASKS)
    right = answer(library, "Chỉ thị về phòng, chống dịch cúm gia cầm mang số mấy?")
    assert right.values == ("15/CT-UBND",)
    for asked in (
        "Kế hoạch về phòng, chống dịch cúm gia cầm mang số mấy?",
        "Thành phố Hồ Chí Minh đã ra chỉ thị số mấy về phòng, chống dịch cúm gia cầm?",
    ):
        assert answer(library, asked).abstained, asked


def test_the_head_of_what_cites_another_is_not_that_of_what_does_not(tmp_path: Path) -> None:
    """Said to carry out a resolution that one document cites, the other is not meant."""
    plan = FLOOD.replace("CÔNG ĐIỆN", "KẾ HOẠCH").replace("07/CĐ-UBND", "21/KH-UBND")
    other = MASKS.replace("CHỈ THỊ", "KẾ HOẠCH").replace("15/CT-UBND", "22/KH-UBND")
    other = other.replace("Quyết định số 32/QĐ-TTg", "Quyết định số 2270/QĐ-TTg")
    library = make_library(tmp_path, plan=plan, other=other)
    found = answer(
        library, "Kế hoạch ứng phó lũ trên sông Lam Hà theo Quyết định số 2270/QĐ-TTg ra ngày nào?"
    )
    assert found.abstained


def test_every_year_is_no_day(tmp_path: Path) -> None:
    """Where a day is asked for, a time that returns without one does not answer."""
    text = flood_telling("3. Sở Xây dựng kiểm tra cầu yếu, báo cáo Ủy ban nhân dân tỉnh hằng năm.")
    library = make_library(tmp_path, flood=text)
    assert answer(library, "Sở Xây dựng báo cáo kiểm tra cầu yếu vào ngày nào?").abstained
    often = answer(library, "Sở Xây dựng báo cáo kiểm tra cầu yếu khi nào?")
    assert often.values == ("hằng năm",)


def test_what_a_body_is_told_comes_before_what_it_receives(tmp_path: Path) -> None:
    """The department reports to the ministry by one day, and is reported to by another."""
    text = flood_telling(
        "3. Các xã báo cáo kết quả tổng kiểm kê tài sản công về Sở Tài chính trước ngày 15/10/2025.",
        "4. Sở Tài chính báo cáo kết quả tổng kiểm kê tài sản công với Bộ Tài chính trước ngày 31/10/2025.",
    )
    library = make_library(tmp_path, flood=text)
    asked = "Sở Tài chính phải báo cáo kết quả tổng kiểm kê tài sản công trước ngày nào?"
    assert answer(library, asked).values == ("2025-10-31",)


def test_a_firm_beside_the_work_answers_which_firm(tmp_path: Path) -> None:
    """The row says what is done, the line below who does it."""
    text = flood_telling(
        "3. Công ty Cổ phần Đường bộ Sơn Hà vận hành thử nghiệm tuyến buýt điện số 07."
    )
    library = make_library(tmp_path, flood=text)
    found = answer(library, "Công ty nào vận hành thử nghiệm tuyến buýt điện số 07?")
    assert "Công ty Cổ phần Đường bộ Sơn Hà" in found.text
    assert answer(library, "Doanh nghiệp nào vận hành hồ chứa, hạ mực nước?").abstained


def test_which_of_two_bodies_leads_is_asked_of_the_owner(tmp_path: Path) -> None:
    """Asked with both names, the one that leads is the answer."""
    text = flood_telling(
        "3. Công an tỉnh chủ trì, phối hợp với Sở Xây dựng lập chốt kiểm soát xe chở lợn ở Dốc Sỏi."
    )
    library = make_library(tmp_path, flood=text)
    found = answer(library, "Chốt kiểm soát xe chở lợn ở Dốc Sỏi: CA tỉnh hay SXD chủ trì?")
    assert found.values == ("Công an tỉnh",)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("Kiểm tra việc thi hành quy định về hồ chứa thủy lợi thực hiện từ năm nào?", "Năm 2026"),
        ("In bao nhiêu cuốn sách tuyên truyền an toàn đập?", "5.000 cuốn"),
    ],
)
def test_a_line_of_a_plan_says_it_of_the_work_above(tmp_path: Path, asked: str, says: str) -> None:
    """The line that has the time or the number names nothing of the question itself."""
    found = answer(make_library(tmp_path, plan=PLAN), asked)
    assert says in found.text
    assert any(says in quote for quote in quotes(found))


def test_what_all_are_told_is_no_answer_to_what_one_must_do_about_another_thing(
    tmp_path: Path,
) -> None:
    """The directive tells everybody to inform people; of money for beds it tells the department of
    finance nothing."""
    library = make_library(tmp_path, masks=MASKS, flood=FLOOD)
    told = answer(library, "Sở Tài chính phải làm gì?")
    assert "chung" in told.text
    spoken = answer(library, "Sở Tài chính phải làm gì để người dân không giết mổ gia cầm ốm?")
    assert quotes(spoken)[0].endswith("Tuyên truyền để người dân không giết mổ gia cầm ốm.")
    asked = "Sở Tài chính phải làm gì để có tiền mua giường cách ly tại Bệnh viện đa khoa tỉnh?"
    assert answer(library, asked).abstained


def test_steps_are_not_put_before_what_a_body_is_told_itself(tmp_path: Path) -> None:
    """It has an order of its own; a step that merely names it is no better."""
    text = STEPS.replace(
        "Điều 2. Chánh",
        "Điều 2. Sở Tư pháp lập danh sách báo cáo viên pháp luật.\nĐiều 3. Chánh",
    )
    found = answer(
        make_library(tmp_path, steps=text),
        "Khi công nhận báo cáo viên pháp luật, Sở Tư pháp phải làm những bước nào?",
    )
    assert "Văn bản nói về cơ quan này" not in found.text
    assert quotes(found)[0].startswith("Sở Tư pháp lập danh sách")


def test_what_all_are_told_of_the_topic_needs_no_step_before_it(tmp_path: Path) -> None:
    """The nearest clause is told to all, the department among them; what names it comes behind."""
    text = STEPS.replace(
        "Điều 2. Chánh",
        "Điều 2. Các Sở, ban, ngành cử người làm báo cáo viên pháp luật theo trình tự công nhận khi có"
        " báo cáo viên nghỉ việc.\n"
        "Điều 3. Chánh",
    )
    found = answer(
        make_library(tmp_path, steps=text),
        "Sở Tư pháp phải làm gì khi có báo cáo viên pháp luật nghỉ việc, theo trình tự công nhận?",
    )
    assert "Văn bản nói về cơ quan này" not in found.text


def test_the_few_tasks_of_a_numbered_document_are_all_told(tmp_path: Path) -> None:
    """The topic of the question is the document's; a task that speaks of another thing is its too."""
    text = flood_telling(
        "3. Công an tỉnh: Phân luồng giao thông tại cầu Đông Khê khi lũ trên sông Lam Hà lên cao.",
        "4. Công an tỉnh cấp lại giấy tờ tùy thân bị mất.",
    )
    library = make_library(tmp_path, flood=text)
    asked = "Công điện 07/CĐ-UBND giao Công an tỉnh việc gì khi lũ trên sông Lam Hà lên cao?"
    assert len(quotes(answer(library, asked))) == 2


def test_a_committee_is_told_by_its_class(tmp_path: Path) -> None:
    """What "Ủy ban nhân dân các xã" are told is what a commune must do, whatever else is near."""
    text = flood_telling(
        "3. Ủy ban nhân dân các xã sơ tán dân ven sông trước khi lũ về.",
        "4. Nước lũ về làm ngập đường, dân ven sông phải sơ tán trước; các xã đã báo động.",
    )
    found = answer(
        make_library(tmp_path, flood=text),
        "UBND xã phải làm gì để dân ven sông sơ tán trước khi nước lũ về làm ngập đường?",
    )
    assert "Ủy ban nhân dân các xã sơ tán dân ven sông trước khi lũ về." in quotes(found)[0]


def test_a_term_told_to_nobody_stands_beside_who_is_empowered(tmp_path: Path) -> None:
    """The article that empowers names the department, the one that says until when does not."""
    text = decision(
        "145/2025/QĐ-UBND",
        "ngày 20 tháng 11 năm 2025",
        "Ủy quyền giải quyết thủ tục về tiêu chuẩn đo lường chất lượng",
        "Điều 1. Ủy quyền cho Sở Khoa học và Công nghệ giải quyết thủ tục về tiêu chuẩn đo lường.",
        "Điều 2. Thời gian ủy quyền giải quyết thủ tục đến hết ngày 28/02/2027.",
        "Điều 3. Sở Nội vụ báo cáo kết quả giải quyết thủ tục trước ngày 15/12/2026.",
    )
    library = make_library(tmp_path, power=text)
    asked = "Sở Khoa học và Công nghệ được ủy quyền giải quyết thủ tục đến hết ngày nào?"
    query = read_question(asked, library.heads(), library.names_told())
    evidence = gather(library, query, Filters())
    found = concerning(library, query, evidence)
    assert found is not None
    assert {one.clause.locator for one in found} == {"Điều 1", "Điều 2"}


def test_how_long_is_told_by_a_length(tmp_path: Path) -> None:
    """Of two times in one clause that which says how long, where that is asked."""
    text = flood_telling(
        "3. Các xã tổng hợp thiệt hại trước ngày 22/9/2025 và chi trả tiền hỗ trợ thiệt hại trong vòng"
        " 30 ngày kể từ ngày tiêu hủy."
    )
    library = make_library(tmp_path, flood=text)
    found = answer(library, "Tiền hỗ trợ thiệt hại được các xã chi trả sau bao lâu?")
    assert found.text.startswith("Trong vòng 30 ngày")


def test_a_day_is_no_length_however_near_it_stands(tmp_path: Path) -> None:
    """Asked how long, the day by which the yards must be ready is not told, though their province
    stands beside it."""
    text = flood_telling(
        "3. Các xã Hòa Bình, Hòa Thủy và Tân Sơn bố trí bãi tập kết, nơi tái chế lưới ma, hoàn thành"
        " trước ngày 31/5/2025; thông báo rộng rãi trên hệ thống truyền thanh cơ sở, niêm yết ở nhà"
        " văn hóa thôn, lập sổ theo dõi khối lượng từng đợt tiếp nhận; bàn giao cho cơ sở được chọn"
        " trong thời hạn 45 ngày kể từ ngày ra quân."
    )
    library = make_library(tmp_path, flood=text)
    asked = "Lưới ma ở các xã Hòa Bình, Hòa Thủy và Tân Sơn phải tái chế xong sau bao lâu?"
    assert answer(library, asked).text.startswith("Trong thời hạn 45 ngày")


def test_a_sum_is_money_though_the_text_does_not_say_so(tmp_path: Path) -> None:
    """A clause with “bố trí 2,85 tỷ đồng” has the money that the question speaks of."""
    library = make_library(tmp_path, flood=flood_telling("3. Hàng rào điện do tỉnh quản lý."))
    words = weigh(library, "Tiền sửa hàng rào điện do sở nào lo?")
    assert "tiền" in covered(words, "Sở Tài chính bố trí 2,85 tỷ đồng sửa chữa hàng rào điện.")
    assert "tiền" not in covered(
        words, "Sở Tài chính bố trí 285 triệu liều vắc xin, 12 tỷ cá giống."
    )


def test_the_day_of_a_decision_is_not_the_day_of_a_deed(tmp_path: Path) -> None:
    """It stands in the clause, and answers nothing that is asked."""
    text = flood_telling(
        "3. Trường học tổ chức khai giảng linh hoạt theo Quyết định số 12/QĐ-BGD ngày 01/8/2025."
    )
    library = make_library(tmp_path, flood=text)
    assert answer(library, "Trường học tổ chức khai giảng linh hoạt vào ngày nào?").abstained


def test_a_firm_told_in_the_line_below_is_named(tmp_path: Path) -> None:
    """The work names no firm; the line of who leads does."""
    text = flood_telling(
        "3. Vận hành thử nghiệm tuyến buýt điện số 07",
        "- Đơn vị chủ trì: Công ty Cổ phần Đường bộ Sơn Hà.",
        "- Thời gian thực hiện: tháng 12 năm 2025.",
    )
    library = make_library(tmp_path, flood=text)
    found = answer(library, "Công ty nào vận hành thử nghiệm tuyến buýt điện số 07?")
    assert found.values == ("Công ty Cổ phần Đường bộ Sơn Hà",)


@pytest.mark.parametrize("place", ["tỉnh Gia Lai", "Đà Nẵng"])
def test_the_number_that_another_place_gave_is_not_ours(tmp_path: Path, place: str) -> None:
    """Who issues may stand before what is issued."""
    library = make_library(tmp_path, flood=FLOOD)
    asked = "Ứng phó lũ trên sông Lam Hà, {} đã ra công điện số mấy?"
    assert answer(library, asked.format("tỉnh Sơn Hà")).values == ("07/CĐ-UBND",)
    assert answer(library, asked.format(place)).abstained


def test_all_that_a_named_document_demands_is_listed(tmp_path: Path) -> None:
    """Though the words of the question are near to one of its tasks only."""
    text = flood_telling(
        "3. Công an tỉnh: Phân luồng giao thông tại cầu Đông Khê khi lũ trên sông Lam Hà lên cao.",
        *(f"{n}. Công an tỉnh cấp lại giấy tờ mất, đợt {n}." for n in range(4, 10)),
    )
    library = make_library(tmp_path, flood=text)
    asked = "{} Công điện 07/CĐ-UBND giao Công an tỉnh khi lũ trên sông Lam Hà lên cao?"
    assert len(quotes(answer(library, asked.format("Tất cả nhiệm vụ mà")))) == 7
    assert len(quotes(answer(library, asked.format("Những việc gì mà")))) < 7


def test_what_was_concluded_is_told_in_a_notice(tmp_path: Path) -> None:
    """Its kind is no other than that of the document described."""
    text = (
        FLOOD.replace("CÔNG ĐIỆN", "THÔNG BÁO")
        .replace("07/CĐ-UBND", "07/TB-UBND")
        .replace("ứng phó lũ", "kết luận của Phó Chủ tịch Vũ Đình Hải tại cuộc họp ứng phó lũ")
    )
    asked = (
        "Văn bản truyền đạt kết luận của Phó Chủ tịch Vũ Đình Hải về ứng phó lũ đánh số bao nhiêu?"
    )
    assert answer(make_library(tmp_path, notice=text), asked).values == ("07/TB-UBND",)


def test_a_number_that_opens_a_sentence_counts(tmp_path: Path) -> None:
    """It is no item's own."""
    text = flood_telling("3. Lũ phá hỏng nhiều ruộng mía ven sông; 02 người dân bị thương.")
    found = answer(make_library(tmp_path, flood=text), "Lũ làm mấy người dân ven sông bị thương?")
    assert "02 người dân bị thương" in quotes(found)[0]


def test_a_share_of_a_payment_tells_how_much(tmp_path: Path) -> None:
    """No sum need be named where half of another one is paid."""
    text = flood_telling("3. Ngân sách tỉnh hỗ trợ dân ven sông bằng 50% mức phụ cấp chống lũ.")
    asked = "Dân ven sông được ngân sách tỉnh hỗ trợ phụ cấp chống lũ bao nhiêu tiền?"
    found = answer(make_library(tmp_path, flood=text), asked)
    assert "50% mức phụ cấp" in quotes(found)[0]


def test_the_day_of_the_event_is_no_bound(tmp_path: Path) -> None:
    """Before when something must be done is asked."""
    text = flood_telling(
        "3. Công an tỉnh tổ chức lễ phát động ứng phó lũ vào ngày 19/12/2025.",
        "4. Công an tỉnh trình kịch bản trước ngày 13/12/2025.",
    )
    library = make_library(tmp_path, flood=text)
    asked = "Kịch bản lễ phát động ứng phó lũ tại xã Đông Khê phải trình trước thời điểm nào?"
    assert answer(library, asked).values == ("2025-12-13", "Công an tỉnh")


def test_that_something_returns_is_no_day(tmp_path: Path) -> None:
    """It answers only how often it does."""
    text = flood_telling(
        "3. Các xã nộp kế hoạch ứng phó lũ cho Công an tỉnh; định kỳ báo cáo kết quả thực hiện."
    )
    library = make_library(tmp_path, flood=text)
    often = answer(library, "Bao lâu một lần các xã báo cáo kết quả thực hiện kế hoạch ứng phó lũ?")
    assert often.values == ("định kỳ",)
    by_when = answer(library, "Các xã có mấy ngày để nộp kế hoạch ứng phó lũ cho Công an tỉnh?")
    assert by_when.values != ("định kỳ",)


def test_the_matter_of_a_clause_is_that_of_all_whom_it_charges(tmp_path: Path) -> None:
    """Who leads is not who gives an opinion, though his part repeats a word of the matter."""
    text = flood_telling(
        "3. Về nâng cấp cửa khẩu Lam Hà thành cửa khẩu song phương: giao Công an tỉnh chủ trì trao đổi với"
        " phía bạn; Sở Y tế và Sở Tài chính cho ý kiến về kiểm dịch, hải quan tại cửa khẩu."
    )
    asked = "Ai đứng ra bàn bạc để nâng cấp cửa khẩu Lam Hà thành cửa khẩu song phương?"
    found = answer(make_library(tmp_path, flood=text), asked)
    assert found.values == ("Công an tỉnh",)


def test_an_article_says_who_sets_up_what_the_annex_describes(tmp_path: Path) -> None:
    """The annex has more words of the question, and charges nobody."""
    text = decision(
        "145/QĐ-UBND",
        "ngày 20 tháng 11 năm 2025",
        "Công bố thủ tục hành chính trong lĩnh vực đường thủy nội địa",
        "Điều 1. Công bố kèm theo Quyết định này danh mục thủ tục hành chính.",
        "Điều 2. Sở Xây dựng chủ trì xây dựng quy trình nội bộ giải quyết thủ tục hành chính.",
    ) + (
        "PHỤ LỤC\nDANH MỤC THỦ TỤC HÀNH CHÍNH\n"
        "1. Thủ tục cấp biển hiệu phương tiện vận tải khách du lịch bằng đường thủy nội địa (thẩm quyền của"
        " Sở Y tế).\n"
        + "".join(
            f"{n}. Thủ tục {what} biển hiệu phương tiện vận tải khách du lịch bằng đường thủy nội địa.\n"
            for n, what in enumerate(
                ("cấp lại", "cấp đổi", "thu hồi", "gia hạn", "sửa đổi"), start=2
            )
        )
    )
    asked = (
        "Cơ quan nào được giao chủ trì làm quy trình nội bộ cho thủ tục cấp biển hiệu phương tiện vận tải"
        " khách du lịch bằng đường thủy nội địa?"
    )
    found = answer(make_library(tmp_path, list=text), asked)
    assert found.values == ("Sở Xây dựng",)


def test_one_document_is_told_where_one_is_asked_for(tmp_path: Path) -> None:
    """And all that were ended, where more are."""
    text = decision(
        "2688/QĐ-UBND",
        "ngày 20 tháng 11 năm 2025",
        "Bãi bỏ các quyết định của Ủy ban nhân dân tỉnh",
        "Điều 1. Bãi bỏ các quyết định:",
        "1. Quyết định số 31/2016/QĐ-UBND ngày 01/8/2016 quy định cước vận tải hàng hóa bằng ô tô.",
        "2. Quyết định số 38/2017/QĐ-UBND ngày 25/12/2017 quy định về quản lý cầu phao dân sinh.",
    )
    library = make_library(tmp_path, ended=text)
    one = answer(
        library, "Quy định quản lý cầu phao dân sinh đã bị bãi bỏ nằm ở quyết định số mấy?"
    )
    assert one.values == ("38/2017/QĐ-UBND",)
    both = answer(library, "Tỉnh Sơn Hà bãi bỏ những quyết định nào về cước vận tải và cầu phao?")
    assert set(both.values) == {"31/2016/QĐ-UBND", "38/2017/QĐ-UBND"}


def test_a_day_is_told_whole(tmp_path: Path) -> None:
    """With its month and year; what happens on it is no document that is issued."""
    text = flood_telling("3. Lễ phát động ứng phó lũ tại xã Đông Khê diễn ra vào ngày 19/12/2025.")
    library = make_library(tmp_path, flood=text)
    for asked in ("diễn ra khi nào?", "diễn ra vào ngày nào?"):
        found = answer(library, f"Lễ phát động ứng phó lũ tại xã Đông Khê {asked}")
        assert found.values == ("ngày 19/12/2025",)


def test_what_leads_over_is_told_with_what_it_leads_to(tmp_path: Path) -> None:
    """“Các hộ kinh doanh tại chợ:” alone tells nothing."""
    text = flood_telling(
        "3. Về nghĩa vụ của các hộ kinh doanh tại chợ ven sông: Đưa cân đến kiểm định đúng đợt; không"
        " tháo niêm phong."
    )
    found = answer(
        make_library(tmp_path, flood=text), "Các hộ kinh doanh tại chợ ven sông có nghĩa vụ gì?"
    )
    assert "Đưa cân đến kiểm định đúng đợt" in found.text


def test_the_parts_of_a_document_are_nothing_that_it_lists(tmp_path: Path) -> None:
    """What its preamble leads over to is the whole document."""
    notice = (
        "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH\n\nSố: 87/TB-VPUBND\n\nTHÔNG BÁO\n\nKết luận về Bệnh viện Văn Môn\n\n"
        "Ngày 04/6/2024, Phó Chủ tịch tỉnh đã đi kiểm tra các dãy nhà của Bệnh viện Văn Môn. Phó Chủ tịch "
        "kết luận như sau:\n\nI. ĐÁNH GIÁ CHUNG\n\n1. Nhà đã dột.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
        "1. Giao Sở Y tế sửa mái."
    )
    found = answer(
        make_library(tmp_path, notice=notice),
        "Ai đã đi kiểm tra các dãy nhà của Bệnh viện Văn Môn?",
    )
    assert "đã đi kiểm tra" in " ".join(citation.quote for citation in found.citations)
    assert "ĐÁNH GIÁ CHUNG" not in found.text
    assert "TỔ CHỨC THỰC HIỆN" not in found.text


def test_a_bracket_that_opens_is_told_to_its_end(tmp_path: Path) -> None:
    """“35 trạm (trong đó:” alone tells nothing either."""
    text = flood_telling(
        "3. Đầu tư mới trạm quan trắc mực nước: 35 trạm (trong đó: 9 trạm năm 2026. 26 trạm năm 2027)."
    )
    asked = "Đầu tư mới bao nhiêu trạm quan trắc mực nước?"
    found = answer(make_library(tmp_path, flood=text), asked)
    assert "26 trạm năm 2027" in found.text


def test_what_a_semicolon_parts_is_told_of_one_place(tmp_path: Path) -> None:
    """The number stands behind it, the place before."""
    text = flood_telling(
        "3. Lũ trên sông Lam Hà đã tràn qua tỉnh Phú Yên trong hai ngày; có 412 hộ nuôi cá lồng bị thiệt hại."
    ).replace("ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ", "BỘ NÔNG NGHIỆP\nVÀ PHÁT TRIỂN NÔNG THÔN")
    library = make_library(tmp_path, flood=text)
    asked = "Lũ trên sông Lam Hà làm bao nhiêu hộ nuôi cá lồng ở Phú Yên bị thiệt hại?"
    assert "412 hộ" in quotes(answer(library, asked))[0]


def test_who_is_put_in_charge_is_named_before_who_is_only_mentioned(tmp_path: Path) -> None:
    """The article that publishes has more words of the question."""
    text = decision(
        "145/QĐ-UBND",
        "ngày 20 tháng 11 năm 2025",
        "Công bố thủ tục hành chính lĩnh vực báo chí",
        "Điều 1. Công bố quy trình nội bộ điện tử của 02 thủ tục cấp giấy chứng nhận lĩnh vực báo chí thuộc"
        " phạm vi quản lý của Sở Văn hóa, Thể thao và Du lịch.",
        "Điều 2. Giao Văn phòng Ủy ban nhân dân tỉnh chủ trì cập nhật quy trình nội bộ lên hệ thống điện tử.",
    )
    asked = (
        "Cơ quan nào chủ trì đưa quy trình nội bộ của 02 thủ tục cấp giấy chứng nhận lĩnh vực báo chí lên hệ"
        " thống điện tử?"
    )
    found = answer(make_library(tmp_path, list=text), asked)
    assert found.values == ("Văn phòng Ủy ban nhân dân tỉnh",)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Đợt cao điểm kiểm tra tàu lặn bắt đầu và kết thúc khi nào?", "Từ ngày 01/9/2025 đến"),
        ("When does the peak inspection of diving boats begin and end?", "Từ ngày 01/9/2025 đến"),
        ("Tàu lặn phải đăng kiểm xong vào lúc nào?", "Trước ngày 20/8/2025"),
        ("Đài phát thanh phát tin về tàu lặn mấy lần mỗi tháng?", "“đài phát thanh phát tin"),
    ],
)
def test_a_time_of_the_form_asked_for_is_told(tmp_path: Path, asked: str, told: str) -> None:
    """Both ends where both are asked for, a day and not "72 giờ", and how often only where that
    is asked."""
    text = flood_telling(
        "3. Tàu lặn phải đăng kiểm xong trước ngày 20/8/2025; tàu vi phạm được trả lại trong 72 giờ."
        " Đợt cao điểm kiểm tra tàu lặn thực hiện từ ngày 01/9/2025 đến ngày 30/11/2025; đài phát"
        " thanh phát tin về tàu lặn ít nhất 02 lần mỗi tháng."
    )
    assert answer(make_library(tmp_path, flood=text), asked).text.startswith(told)


def test_documents_of_two_kinds_are_asked_for_by_their_numbers(tmp_path: Path) -> None:
    """With the bodies that issued them between: "nghị quyết HĐND và quyết định UBND số mấy"."""
    text = flood_telling(
        "3. Các xã chia tiền giảm nghèo theo Nghị quyết số 206/NQ-HĐND ngày 03/10/2025 của Hội đồng"
        " nhân dân tỉnh, Quyết định số 2140/QĐ-UBND ngày 31/10/2025 và Kế hoạch số 77/KH-UBND."
    )
    asked = "Tiền giảm nghèo của các xã được chia theo nghị quyết HĐND và quyết định UBND số mấy?"
    found = answer(make_library(tmp_path, flood=text), asked)
    assert found.values == ("206/NQ-HĐND", "2140/QĐ-UBND")


def test_what_passes_something_is_asked_for_by_its_own_day(tmp_path: Path) -> None:
    """A council passed a document where its text says so; else its own day of issue is meant."""
    library = make_library(tmp_path, flood=FLOOD)
    asked = "Công điện 07 về lũ sông Lam Hà thông qua phương án sơ tán ra ngày nào, ai ký?"
    assert set(answer(library, asked).values) == {"2025-09-20", "Lê Thị Bình"}


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("Phải lấp ao trong vụ muối trước ngày nào?", "trước ngày 20/10/2026"),
        ("Người dân báo ao nuôi lấn ruộng muối thì trong mấy ngày phải xử lý?", None),
    ],
)
def test_a_day_is_not_how_long_it_may_take(tmp_path: Path, asked: str, day: str | None) -> None:
    """Asked within how many days, the day by which another thing is due is not told."""
    text = flood_telling(
        "3. Sở Nông nghiệp và Phát triển nông thôn buộc lấp ao nuôi lấn ruộng muối trong vụ muối"
        " trước ngày 20/10/2026; tiếp nhận tin báo của người dân."
    )
    found = answer(make_library(tmp_path, flood=text), asked)
    if day is None:
        assert found.abstained
    else:
        assert day in found.text.lower()


def test_who_only_receives_what_is_due_need_not_act_by_then(tmp_path: Path) -> None:
    """The department submits it; by when the committee must decide is not told."""
    library = make_library(
        tmp_path,
        flood=flood_telling(
            "3. Sở Nội vụ thẩm định hồ sơ danh hiệu nghệ nhân, trình Ủy ban nhân dân tỉnh Sơn Hà"
            " chậm nhất 20 ngày kể từ ngày nhận đủ hồ sơ."
        ),
    )
    theirs = "Sở Nội vụ phải trình hồ sơ danh hiệu nghệ nhân chậm nhất bao nhiêu ngày?"
    others = "Ủy ban nhân dân tỉnh Sơn Hà phải quyết định hồ sơ danh hiệu nghệ nhân chậm nhất bao nhiêu ngày?"
    assert "20 ngày" in answer(library, theirs).text
    assert answer(library, others).abstained


def test_into_whose_hands_it_goes_is_told_by_when(tmp_path: Path) -> None:
    """Named as who decides on it, the committee is not asked to act: the day is that of the map."""
    library = make_library(
        tmp_path,
        flood=flood_telling(
            "3. Sở Nông nghiệp và Phát triển nông thôn lập bản đồ ruộng muối, trình Ủy ban nhân dân"
            " tỉnh Sơn Hà trước ngày 30/9/2026."
        ),
    )
    asked = "Bản đồ ruộng muối đưa Ủy ban nhân dân tỉnh Sơn Hà duyệt trước hôm nào?"
    assert answer(library, asked).values == ("2026-09-30",)


def test_a_letter_to_one_province_is_of_that_province() -> None:
    """A telegram to two is of neither."""
    letter = Head(
        1, "a", "5528/CT-CS", "Công văn", "V/v tiền thuê đất", "Cục Thuế", None, "a.txt",
        "Bộ Tài chính", ("Thuế tỉnh Hà Tĩnh",),
    )  # fmt: skip
    query = read_question("Hà Tĩnh hỏi Cục Thuế điều gì?", [letter], [])
    assert issued_in(query, letter) == 1.0
    assert "Hà Tĩnh" in letter.home
    both = replace(letter, addressed=("Thuế tỉnh Hà Tĩnh", "Thuế tỉnh Nghệ An"))
    assert issued_in(query, both) == 0.0


def test_what_a_telegram_to_two_provinces_counts_is_of_neither_alone(tmp_path: Path) -> None:
    """How many houses fell in both is not how many fell in one; asked of both, they are told."""
    text = (
        flood_telling("3. Lũ trên sông Lam Hà đã làm 221 căn nhà bị sập, đổ.")
        .replace("ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ", "THỦ TƯỚNG CHÍNH PHỦ")
        .replace(
            "Theo Chỉ thị",
            "THỦ TƯỚNG CHÍNH PHỦ điện:\n- Chủ tịch Ủy ban nhân dân tỉnh Gia Lai;\n"
            "- Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk.\nTheo Chỉ thị",
        )
    )
    library = make_library(tmp_path, flood=text)
    assert len(library.heads()[0].addressed) == 2
    asked = "Tỉnh Gia Lai có bao nhiêu căn nhà bị sập vì lũ sông Lam Hà?"
    query = read_question(asked, library.heads(), library.names_told())
    (best,) = [e for e in gather(library, query, Filters()) if "221" in e.clause.text]
    assert not bears(query, [best])
    assert answer(library, asked).abstained
    alone = replace(best, head=replace(best.head, addressed=best.head.addressed[:1]))
    assert bears(query, [alone])
    assert "221" in answer(library, "Lũ sông Lam Hà làm bao nhiêu căn nhà bị sập?").text


@pytest.mark.parametrize(
    "question",
    [
        "Những nhân viên bị thương khi bình ôxy đổ ở cầu Đông Khê tên gì?",
        "Nhà máy nước mắm nào đã nhận mua muối tại Đông Khê?",
    ],
)
def test_a_name_that_no_clause_has_is_not_answered(tmp_path: Path, question: str) -> None:
    """Of a person, or of a factory of some sort."""
    told = (
        "3. Công an tỉnh điều tra vụ đổ bình ôxy làm 02 nhân viên bị thương ở cầu Đông Khê.",
        "4. Tại Đông Khê, Sở Công Thương làm việc với các nhà máy nước mắm đã nhận mua muối.",
    )
    assert answer(make_library(tmp_path, flood=flood_telling(*told)), question).abstained
    named = (
        told[0].replace("nhân viên", "nhân viên Trần Văn Bình và Lê Thị Hoa"),
        told[1].replace("nước mắm", "nước mắm Hải Sơn"),
    )
    assert answer(make_library(tmp_path / "named", flood=flood_telling(*named)), question).citations


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Công điện 07/CĐ-UBND của tỉnh nào?", ("Ủy ban nhân dân tỉnh Sơn Hà",)),
        ("chỉ thị 15 là của ai, ký ngày nào?", ("2025-03-04", "Ủy ban nhân dân tỉnh Sơn Hà")),
        ("cong dien 07/CD-UBND cua co quan nao", ("Ủy ban nhân dân tỉnh Sơn Hà",)),
    ],
)
def test_whose_a_document_is_asks_for_its_issuer(
    tmp_path: Path, question: str, values: tuple[str, ...]
) -> None:
    assert answer(make_library(tmp_path), question).values == values


def test_the_sentence_of_the_day_is_quoted(tmp_path: Path) -> None:
    """And not one far from it that has more words of the question; a bracket stays whole."""
    told = (
        "3. Công an tỉnh đã xây dựng nguyên tắc đề xuất nhu cầu biên chế giai đoạn 2026 - 2031. "
        + "Việc quản lý được thực hiện thống nhất từ tỉnh đến cơ sở, công khai và minh bạch. " * 6
        + "Đề nghị các đơn vị tổng hợp (bộ theo Phụ lục 1; huyện theo Phụ lục 2) và gửi trước ngày "
        "26/11/2025."
    )
    found = answer(
        make_library(tmp_path, flood=flood_telling(told)),
        "Đề xuất nhu cầu biên chế 2026 - 2031 gửi trước ngày nào?",
    )
    assert "“Đề nghị các đơn vị tổng hợp (bộ theo Phụ lục 1; huyện theo" in found.text
    assert "26/11/2025.” [1]" in found.text


@pytest.mark.parametrize(
    "question",
    [
        "Sở Công Thương phải làm gì theo công điện 7?",
        "so cong thuong phai lam gi theo cong dien 07/CD-UBND",
        "cong an tinh lam gi theo cong dien 15",
        "Sở Y tế phải làm gì theo Nghị định 55/2021/NĐ-CP?",
    ],
)
def test_of_a_document_named_by_kind_and_number_no_other_is_told(
    tmp_path: Path, question: str
) -> None:
    """Where it tells the body nothing, or is not here, that is so."""
    assert answer(make_library(tmp_path), question).abstained


@pytest.mark.parametrize("number", ["15", "15/2025", "15/CT-UBND", "15/ct-ubnd"])
def test_a_document_may_be_called_by_its_number_and_year(tmp_path: Path, number: str) -> None:
    """The year may stand only in its day."""
    found = answer(make_library(tmp_path), f"Công an tỉnh phải làm gì theo chỉ thị {number}?")
    assert {cited.head.number for cited in found.citations} == {"15/CT-UBND"}
    assert answer(make_library(tmp_path), "Công an tỉnh làm gì theo chỉ thị 15/2019?").abstained


def test_what_a_body_is_told_about_a_document_that_is_not_here(tmp_path: Path) -> None:
    """Is what names it."""
    found = answer(make_library(tmp_path), "Công an tỉnh phải làm gì theo Nghị định 90/2017/NĐ-CP?")
    assert [cited.locator for cited in found.citations] == ["mục 4 (Công an tỉnh)"]


def test_what_a_heading_or_a_lead_leads_to_is_quoted_too(tmp_path: Path) -> None:
    """Of a heading alone nobody learns what stands below it."""
    told = (
        "3. Tài liệu độ Tối mật về hồ chứa\n\na) Bản đồ vận hành hồ Lam Hà.\n\nb) Số liệu quan trắc "
        "đập Lam Hà.\n\n4. Công an tỉnh phân luồng."
    )
    found = answer(
        make_library(tmp_path, flood=flood_telling(told)),
        "Tài liệu độ Tối mật về hồ chứa gồm những gì?",
    )
    quoted = re.findall(r"“([^”]+)” \[(\d)\]", found.text)
    assert [words for words, _ in quoted] == [
        "Tài liệu độ Tối mật về hồ chứa",
        "Bản đồ vận hành hồ Lam Hà.",
        "Số liệu quan trắc đập Lam Hà.",
    ]
    assert all(found.citations[int(n) - 1].quote == words for words, n in quoted)
    assert "phân luồng" not in found.text


def test_a_body_that_is_only_directed_is_told_what_is_said_of_it(tmp_path: Path) -> None:
    """The order is to whoever directs it; a document that does not name it says nothing of it."""
    told = (
        "3. Sở Tài chính chỉ đạo Kho bạc Nhà nước khu vực IX:\n\na) Chi trả gộp ba tháng lương.\n\n"
        "b) Cấp lại thẻ."
    )
    library = make_library(tmp_path, flood=flood_telling(told), masks=MASKS)
    found = answer(library, "Kho bạc Nhà nước khu vực IX phải làm gì theo công điện 07/CĐ-UBND?")
    assert "không giao việc đích danh cho Kho bạc Nhà nước khu vực IX" in found.text
    assert [c.quote for c in found.citations][1:] == ["Chi trả gộp ba tháng lương.", "Cấp lại thẻ."]
    other = answer(library, "Kho bạc Nhà nước khu vực IX phải làm gì theo chỉ thị 15/CT-UBND?")
    assert "đích danh" not in other.text
