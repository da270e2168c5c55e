"""What clerks asked on the telephone: when beside who, hours of the day, whom a deed reaches."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.bodies import find_body, groups_reaching
from qa.answer import answer
from qa.answers.content import sentence_at
from qa.courtesy import without_courtesy
from qa.question import Intent, read_question
from tests.answering import flood_telling, make_library


def test_who_and_by_when_are_both_told(tmp_path: Path) -> None:
    """In one breath they are asked, and one clause says both."""
    text = flood_telling("3. Sở Xây dựng gia cố mái đê Tân Hòa trước ngày 30/9/2025.")
    found = answer(make_library(tmp_path, flood=text), "Gia cố mái đê Tân Hòa ai làm, hạn nào?")
    assert set(found.values) == {"Sở Xây dựng", "2025-09-30"}
    assert "Sở Xây dựng" in found.text
    assert "rước ngày 30/9/2025" in found.text
    asked = answer(
        make_library(tmp_path, flood=text), "Cơ quan nào gia cố mái đê Tân Hòa, khi nào?"
    )
    assert set(asked.values) == {"Sở Xây dựng", "2025-09-30"}


def test_each_deputy_has_his_own_province(tmp_path: Path) -> None:
    """Who sees to every one of them is asked, not to one."""
    text = flood_telling(
        "3. Phân công Phó Chủ tịch Ủy ban nhân dân tỉnh Trần Văn An phụ trách huyện Đông, Phó Chủ tịch"
        " Ủy ban nhân dân tỉnh Lê Văn Bình phụ trách huyện Tây.",
    )
    found = answer(
        make_library(tmp_path, flood=text), "Phó Chủ tịch tỉnh nào phụ trách từng huyện?"
    )
    assert {"Trần Văn An", "Lê Văn Bình"} <= {" ".join(v.split()[-3:]) for v in found.values}


def test_an_hour_of_the_day_is_no_length_of_time(tmp_path: Path) -> None:
    """Music until what hour is asked, and not within how many."""
    text = flood_telling(
        "3. Lễ tang tại xã Đông Khê tổ chức trong vòng 48 giờ kể từ khi qua đời.",
        "4. Lễ tang tại xã Đông Khê không cử nhạc trước 06 giờ sáng và sau 22 giờ đêm.",
    )
    library = make_library(tmp_path, flood=text)
    found = answer(library, "Lễ tang tại xã Đông Khê được cử nhạc tới mấy giờ?")
    assert "22 giờ" in found.text
    assert "48 giờ" not in found.text


def test_whom_a_deed_reaches_is_not_who_does_it(tmp_path: Path) -> None:
    text = flood_telling(
        "3. Công ty Điện lực Sơn Hà ưu tiên cấp điện cho trạm bơm nước sạch và cơ sở y tế."
    )
    found = answer(
        make_library(tmp_path, flood=text),
        "Công ty Điện lực Sơn Hà ưu tiên cấp điện cho chỗ nào trước?",
    )
    assert found.query.intent is Intent.CONTENT
    assert "trạm bơm nước sạch" in found.text


def test_a_department_of_another_province_was_not_asked_about(tmp_path: Path) -> None:
    """What Sơn Hà tells its own is silence for Cà Mau."""
    library = make_library(tmp_path)
    assert not answer(library, "Sở Y tế phải làm gì?").abstained
    assert answer(library, "Sở Y tế Cà Mau phải làm gì?").abstained


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("mấy ông doanh nghiệp bảo hiểm phải làm gì", "doanh nghiệp bảo hiểm phải làm gì"),
        ("anh em biên phòng phải làm gì", "biên phòng phải làm gì"),
        ("mấy nhà mạng được giao làm gì", "các nhà mạng được giao làm gì"),
        ("may nha mang duoc giao lam gi", "cac nha mang duoc giao lam gi"),
        ("mấy nhà máy phải đóng cửa", "mấy nhà máy phải đóng cửa"),
        ("máy nhà máy làm gì", "máy nhà máy làm gì"),
        ("bà con ngư dân được hỗ trợ gì", "bà con ngư dân được hỗ trợ gì"),
    ],
)
def test_bodies_are_spoken_of_as_people(typed: str, asked: str) -> None:
    assert without_courtesy(typed) == asked


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Các sở báo cáo kết quả trước ngày bao nhiêu hằng tháng, gửi ai?", Intent.DEADLINE),
        ("Công điện 231 gửi cho những tỉnh nào?", Intent.METADATA),
        ("Kế hoạch 12/KH-UBND gửi những ai?", Intent.METADATA),
    ],
)
def test_whom_a_report_goes_to_is_not_whom_a_document_goes_to(
    question: str, intent: Intent
) -> None:
    assert read_question(question, (), ()).intent is intent


def test_every_border_command_though_one_is_told_by_the_very_name() -> None:
    told = ["Bộ đội Biên phòng", "Ban Chỉ huy Bộ đội Biên phòng thành phố"]
    assert set(find_body(told, "biên phòng").variants) == set(told)
    assert set(find_body(told, "Bộ đội Biên phòng").variants) == set(told)
    assert find_body(told, told[1]).variants == ()


def test_a_name_misprinted_by_a_letter_is_the_bodys() -> None:
    told = ["Sở Xây dựng", "Sở Sây dựng", "Sở Nội vụ"]
    assert find_body(told, "Sở Xây dựng").variants == ("Sở Sây dựng",)
    assert find_body(told, "Sở Nội vụ").variants == ()


def test_localities_concerned_are_no_committee() -> None:
    """Whom "địa phương liên quan" means, only the text can tell."""
    group = "Các Bộ, ngành, địa phương liên quan"
    assert groups_reaching("Ủy ban nhân dân tỉnh Thanh Hóa", [group]) == ()
    assert groups_reaching("Bộ Xây dựng", [group]) == (group,)


@pytest.mark.parametrize(
    ("group", "reached"),
    [
        ("Các sở, ngành liên quan và Ủy ban nhân dân các xã, phường", True),
        ("Các Sở, ban, ngành; Ủy ban nhân dân các xã, phường và các cá nhân có liên quan", True),
        (
            "Các Sở thuộc Ủy ban nhân dân tỉnh, các cơ quan có liên quan, Ủy ban nhân dân các xã",
            True,
        ),
        ("Các sở, ngành, Ủy ban nhân dân các xã có liên quan", False),
        ("Các sở, ngành và địa phương liên quan", False),
    ],
)
def test_others_concerned_take_nothing_from_the_communes(group: str, *, reached: bool) -> None:
    assert groups_reaching("Ủy ban nhân dân xã Tân Lập", [group]) == ((group,) if reached else ())


@pytest.mark.parametrize("body", ["Hộ kinh doanh", "Tổ chức tín dụng", "Bộ phận Một cửa"])
def test_who_is_no_office_is_not_reached_as_one(body: str) -> None:
    told = ["Các sở, ban, ngành", "Các Bộ, cơ quan ngang Bộ", "Các cơ quan, đơn vị"]
    assert groups_reaching(body, told) == ()
    assert groups_reaching("Sở Y tế", told) == (told[0], told[2])


def test_the_police_of_communes_are_not_that_of_the_province() -> None:
    told = ["Công an tỉnh", "Công an xã", "Công an cấp xã"]
    assert set(find_body(told, "Công an phường").variants) == set(told[1:])
    assert read_question("Công an phường phải làm gì?", (), told).agency == "Công an cấp xã"
    assert read_question("Công an tỉnh phải làm gì?", (), told).agency == "Công an tỉnh"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Số ca sốt xuất huyết tháng 11", "bao nhiêu ca sốt xuất huyết tháng 11"),
        ("so nguoi nghien o Lam Ha", "bao nhieu nguoi nghien o Lam Ha"),
        ("Số hộ nghèo là bao nhiêu?", "Số hộ nghèo là bao nhiêu?"),
        ("Mức đóng bảo hiểm y tế", "Mức đóng bảo hiểm y tế là bao nhiêu?"),
        ("Số hộ chiếu", "Số hộ chiếu"),
        ("Mục chi ngân sách", "Mục chi ngân sách"),
        ("Mức thu hút đầu tư", "Mức thu hút đầu tư"),
        ("Sở Y tế phãi làm nhửng gì", "Sở Y tế phải làm những gì"),
        ("Mức phạt do ai quyết định?", "Mức phạt do ai quyết định?"),
        ("hoc tieng anh nganh hang khong", "hoc tieng anh nganh hang khong"),
    ],
)
def test_a_number_is_asked_for_without_asking(typed: str, asked: str) -> None:
    assert without_courtesy(typed) == asked


def test_what_an_annex_belongs_to_answers_nothing(tmp_path: Path) -> None:
    line = "(Ban hành kèm theo Quyết định số 11/QĐ-UBND ngày 20 tháng 11 năm 2025 về cúm A)"
    library = make_library(tmp_path, flood=flood_telling("3. Theo phụ lục.", line))
    assert answer(library, "cúm A ở đâu ban hành tháng 11 năm 2025").abstained


def test_a_yes_or_no_is_answered_by_the_whole_clause(tmp_path: Path) -> None:
    """The word that decides may stand in its other half."""
    clause = "Mỗi người chỉ được tặng áo phao một lần; không áp dụng hình thức cấp lại."
    library = make_library(tmp_path, flood=flood_telling(f"3. {clause}"))
    assert (
        f"“{clause}”" in answer(library, "Áo phao được tặng rồi có được tặng lần nữa không?").text
    )
    assert "cấp lại" not in answer(library, "Mỗi người được tặng áo phao mấy lần?").text


def test_a_reply_is_asked_for_not_what_it_replies_to(tmp_path: Path) -> None:
    received = "Chi cục Thủy lợi nhận được công văn số 5/CV của xã Lam Hà về chính sách giá nước."
    says = "Đề nghị xã Lam Hà căn cứ hồ sơ giá nước để xử lý đúng quy định về chính sách giá nước."
    library = make_library(tmp_path, flood=flood_telling(f"3. {received}", f"4. {says}"))
    asked = "Xã Lam Hà hỏi về chính sách giá nước, Chi cục Thủy lợi trả lời sao?"
    assert answer(library, asked).citations[0].quote == says


def test_bodies_behind_a_colon_are_of_the_sentence() -> None:
    text = "Các xã gửi báo cáo về các Bộ: Tài chính, Xây dựng trước 17 giờ ngày 27/11/2025. Hết."
    assert slice(*sentence_at(text, text.index("17 giờ"))) == slice(0, text.index(" Hết"))
    unit = "Đơn vị tính: 1.000 đồng"
    assert slice(*sentence_at(unit, unit.index("1.000"))) == slice(0, len(unit))


def test_which_it_is_may_stand_only_in_the_heading(tmp_path: Path) -> None:
    library = make_library(
        tmp_path,
        flood=flood_telling(
            "3. Bí mật nhà nước độ Tối mật", "a) Phương án hộ đê khi vỡ đập Khe Lũ chưa công khai."
        ),
    )
    found = answer(library, "Phương án hộ đê khi vỡ đập Khe Lũ thuộc độ mật nào?")
    assert "“Bí mật nhà nước độ Tối mật” [2]" in found.text
    plain_asked = answer(library, "Phương án hộ đê khi vỡ đập Khe Lũ ra sao?")
    assert "Tối mật" not in plain_asked.text


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Ngân hàng Nhà nước phải giảm lãi cho ai sau lũ?", Intent.CONTENT),
        ("Việc giảm lãi được giao cho ai?", Intent.OWNER),
    ],
)
def test_whom_a_bodys_deed_is_for_is_not_who_does_it(question: str, intent: Intent) -> None:
    told = ["Ngân hàng Nhà nước Việt Nam"]
    assert read_question(question, (), told).intent is intent


def test_the_provinces_police_does_not_answer_for_a_communes(tmp_path: Path) -> None:
    library = make_library(tmp_path)
    assert answer(library, "Công an phường ở Sơn Hà phải làm gì về lũ?").abstained
    assert not answer(library, "Công an tỉnh phải làm gì?").abstained
