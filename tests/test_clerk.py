"""What clerks asked on the telephone: when beside who, hours of the day, whom a deed reaches."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.bodies import find_body, groups_reaching
from qa.answer import answer
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
