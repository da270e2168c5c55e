"""Of clauses nearly as good as one another, one that can answer is quoted."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.filters import Filters
from qa.abstain import says_it_all
from qa.answer import answer
from qa.answers.owner import asked_class
from qa.evidence import gather
from qa.in_text import measures_only
from qa.named_things import names_thing, notes_thing, thing_asked
from qa.question import read_question
from qa.values import find_counts
from tests.answering import decision, flood_telling, make_library

BIRDS = (
    "3. Sở Tư pháp biên soạn tờ gấp về mức phạt trong khai thác thủy sản.",
    "4. Tài liệu phát cho ngư dân về hồ sơ tàu cá do Ban Quản lý cảng cá biên soạn.",
)


def test_the_one_that_has_what_is_asked_for_goes_first(tmp_path: Path) -> None:
    """The fine is asked for, and the second best of two like clauses is the one that speaks of it."""
    library = make_library(tmp_path, flood=flood_telling("\n".join(BIRDS)))
    asked = "Cơ quan nào biên soạn tài liệu phát cho ngư dân về tiền phạt?"
    found = answer(library, asked)
    assert not found.abstained
    assert "mức phạt" in found.citations[0].quote
    without = make_library(tmp_path / "no", flood=flood_telling(BIRDS[1]))
    assert answer(without, asked).abstained


def test_both_ends_of_a_time_may_be_asked_for(tmp_path: Path) -> None:
    """Then neither a beginning nor an end is the wrong one."""
    line = (
        "3. Bộ máy xã mới hoạt động từ ngày 01/7/2025; diện tích xã được công bố trước 30/9/2025."
    )
    library = make_library(tmp_path, flood=flood_telling(line))
    asked = "Bộ máy xã mới hoạt động từ ngày nào, diện tích xã phải công bố trước ngày nào?"
    found = answer(library, asked)
    assert not found.abstained
    assert "01/7/2025" in found.citations[0].quote


def test_people_are_counted_as_what_they_are() -> None:
    """Workers are people, houses are not."""
    asked = read_question("Bao nhiêu người Việt ra nước ngoài làm thuê?", [], [])
    assert not measures_only(asked, "Đã có 88.416 lao động đi làm việc ở nước ngoài.")
    assert measures_only(asked, "Đã có 88.416 ngôi nhà bị ngập trong đợt lũ.")
    # Without its marks "cả" is "ca", "Châu" is "cháu".
    assert measures_only(asked, "Lai Châu có 88.416 ngôi nhà bị ngập, cả tỉnh đang khắc phục.")


def test_a_footnote_names_what_its_sentence_speaks_of() -> None:
    """Not a hospital where only provinces are footnoted."""
    provinces = "Bệnh đã xuất hiện tại 3 tỉnh[1]. Người bệnh đang được điều trị."
    assert notes_thing("tỉnh", provinces)
    assert not notes_thing("bệnh viện", provinces)
    assert notes_thing("bệnh viện", "Đang nằm tại bệnh viện tuyến trung ương[2].")
    assert not notes_thing("bệnh viện", "Người bệnh đã ra viện. Có 3 tỉnh[1].")


@pytest.mark.parametrize(
    ("asked", "thing"),
    [
        ("What are the names of the four notary offices?", "văn phòng công chứng"),
        ("VPCC nào bị phạt nặng nhất?", "văn phòng công chứng"),
        ("Which clinics must close?", "phòng khám"),
        ("KCN nào của Nghệ An được phủ sóng 5G trước tiên?", "kcn"),
        ("chon xa nao, ap nao de kiem tra bang cach nao", None),
        ("Which company makes the drones used in Lào Cai and Cà Mau?", "công ty"),
        ("Mười một hộ dân sẽ được cấp đất ở tại khu nào?", "khu"),
    ],
)
def test_offices_and_clinics_are_named_things(asked: str, thing: str) -> None:
    """Their number does not name them."""
    assert thing_asked(read_question(asked, [], []).opened) == thing
    assert not names_thing("văn phòng công chứng", "04 văn phòng công chứng đã chấm dứt hoạt động")


def test_a_board_is_asked_for_by_its_kind() -> None:
    """No ministry answers for it."""
    asked = read_question("Ban nào của Cục Thuế phải nâng cấp ứng dụng?", [], [])
    assert asked_class(asked) == "ban "
    others = "Văn bản nào giao việc?", "Ủy ban nào lo?", "Phòng chống dịch ở nơi nào?"
    for other in (*others, "Bộ phận nào xem xét?"):  # no ministry
        assert asked_class(read_question(other, [], [])) is None


def test_through_whom_a_body_acts_is_not_asked_about() -> None:
    """Nor is whom somebody deals with."""
    told = ("Sở Nông nghiệp và Môi trường", "Chi cục Thủy sản", "Sở Y tế")
    asked = "Ngành nông nghiệp (qua Chi cục Thủy sản) được giao những việc gì?"
    assert read_question(asked, [], told).agency == "Sở Nông nghiệp và Môi trường"
    soldiers = ("Bộ Chỉ huy quân sự tỉnh",)
    asked = "Bên quân sự tỉnh phải lo những phần việc gì?"
    assert read_question(asked, [], soldiers).agency == soldiers[0]
    assert read_question("Người dân chuẩn bị gì khi làm việc với Sở Y tế?", [], told).agency is None
    met = "After the Prime Minister met the province, what was Sở Y tế told to do?"
    assert read_question(met, [], (*told, "Thủ tướng Chính phủ")).agency == "Sở Y tế"


def test_what_took_the_place_of_a_document_is_told(tmp_path: Path) -> None:
    """It is asked for in everyday words."""
    old = "Quyết định số 942/QĐ-TTg ngày 15 tháng 6 năm 2021 của Thủ tướng Chính phủ"
    text = decision("2629/QĐ-TTg", "01", "PHÊ DUYỆT CHƯƠNG TRÌNH", f"Điều 1. Thay thế {old}.")
    found = answer(make_library(tmp_path, new=text), "Quyết định 942 bị văn bản nào thế chỗ?")
    assert any("2629/QĐ-TTg" in value for value in found.values)


def test_what_a_thing_is_near_does_not_name_it() -> None:
    """Schools near an industrial park are not told by its name."""
    near = "Thí điểm giữ trẻ ngoài giờ tại 15 trường công lập gần Khu công nghiệp Amata"
    assert not names_thing("trường", near)
    assert names_thing("trường", "Thí điểm giữ trẻ ngoài giờ tại các trường: Hòa Bình, Thống Nhất")


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("Kinh phí ký cam kết tại các trường là bao nhiêu?", True),
        ("Kinh phí ký cam kết tại các trường năm 2031 là bao nhiêu?", False),
        ("Kinh phí ký cam kết tại 95 trường là bao nhiêu?", False),
        ("Bao nhiêu phần trăm trường ký cam kết?", False),
        ("Kinh phí lát vỉa hè quanh các trường là bao nhiêu?", False),
    ],
)
def test_what_a_clause_says_word_for_word_is_answered(
    tmp_path: Path, asked: str, *, plainly: bool
) -> None:
    """However few documents there are: all its words, nothing lacking, and a sum where one is asked
    for."""
    told = "3. Sở Y tế tổ chức ký cam kết tại các trường; kinh phí 350 triệu đồng."
    library = make_library(tmp_path, flood=flood_telling(told))
    query = read_question(asked, library.heads(), library.names_told())
    assert says_it_all(query, gather(library, query, Filters())) == plainly
    assert not plainly or "350 triệu đồng" in answer(library, asked).text


RINGS = (
    "3. Sở Xây dựng kiểm tra khu vực Vành đai 2, gồm 14 phường: 09 phường thuộc Vành đai 1 và Láng.",
    "4. Sở Xây dựng kiểm tra khu vực Vành đai 1, gồm 09 phường.",
)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Vành đai 1 gồm mấy phường?", RINGS[1]),
        ("Vành đai 2 gồm mấy phường?", RINGS[0]),
        ("Vành đai 3 gồm mấy phường?", None),
        # Of two that are asked about, a clause that tells of one answers half of the question.
        ("Khu vực Vành đai 1 và khu vực Vành đai 3 gồm mấy phường?", RINGS[1]),
    ],
)
def test_of_numbered_things_the_one_asked_about_answers(
    tmp_path: Path, question: str, quoted: str | None
) -> None:
    """And not one that names it only beside its own."""
    found = answer(make_library(tmp_path, flood=flood_telling(*RINGS)), question)
    assert found.abstained is (quoted is None)
    if quoted:
        assert found.citations[0].quote == quoted[3:]


def test_words_and_units_are_no_numbers_of_projects(tmp_path: Path) -> None:
    """No six is in "vi phạm", and "500 kV" is no number."""
    told = "3. Sở Xây dựng rà soát, xử lý các dự án vi phạm pháp luật, dự án điện."
    library = make_library(tmp_path, flood=flood_telling(told))
    for asked in ("Ai rà soát, xử lý các dự án vi phạm pháp luật?", "Ai rà soát dự án 500 kV?"):
        assert answer(library, asked).values == ("Sở Xây dựng",), asked


def test_the_number_of_a_row_counts_nothing() -> None:
    """Nor does one that is part of a name."""
    assert find_counts("12 Xã Bảo Lâm 1") == ()
    assert find_counts("12 xã tại Lâm Hà") == ((0, 2),)
    assert len(find_counts("tại Lâm Đồng 95 xã, 12 phường")) == 2
