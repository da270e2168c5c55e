"""Whom and what a question names: one of two bodies, a body of a place, documents of some kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answer import answer
from qa.question import Intent, read_question
from tests.answering import FLOOD, MASKS, decision, flood_telling, make_library

FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam"
TOLD = (
    f"{FRONT} tỉnh", f"{FRONT} Thành phố", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "Ủy ban nhân dân huyện Phú Quý", "Bệnh viện Chợ Rẫy", "Thường trực Tỉnh ủy",
    "Tập đoàn Công nghiệp - Năng lượng quốc gia Việt Nam", "Công an tỉnh", "Sở Y tế",
)  # fmt: skip
PLAN = decision(
    "61/QĐ-UBND",
    "ngày 15 tháng 01 năm 2026",
    "Về phòng, chống bệnh dại",
    "Căn cứ Luật Thú y ngày 19/6/2015; Chỉ thị số 11/CT-TTg ngày 27/3/2024 của Thủ tướng Chính phủ"
    " về phòng, chống bệnh dại;",
    "Theo đề nghị của Sở Y tế tại Tờ trình số 118/TTr-SYT ngày 12/01/2026.",
    "Điều 1. Bãi bỏ các Quyết định sau đây về nuôi chó:",
    "a) Quyết định số 27/2022/QĐ-UBND ngày 29 tháng 8 năm 2022 về nuôi chó ở vùng biên;",
    "b) Quyết định số 12/2018/QĐ-UBND ngày 16 tháng 7 năm 2018 về nuôi chó trong thành phố.",
    "Điều 2. Công an tỉnh quán triệt Luật Thú y, Kế hoạch số 321-KH/TU ngày 11/4/2025 và Công văn số"
    " 574/UBND-NC ngày 23/9/2024 về chó thả rông.",
)


@pytest.mark.parametrize(
    ("asked", "body"),
    [
        ("mat tran to quoc o can tho phai lam gi", f"{FRONT} Thành phố"),
        ("Mặt trận Tổ quốc ở Nghệ An được giao việc gì?", f"{FRONT} tỉnh"),
        ("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam phải làm gì ở Nghệ An?", TOLD[2]),
        ("UBND huyện đảo Phú Quý phải làm gì?", "Ủy ban nhân dân huyện Phú Quý"),
        ("What must Cho Ray Hospital do?", "Bệnh viện Chợ Rẫy"),
        (
            "Sau khi Thủ tướng làm việc với Thường trực Tỉnh ủy Thanh Hóa, tập đoàn (PVN) phải làm gì?",
            "Tập đoàn Công nghiệp - Năng lượng quốc gia Việt Nam",
        ),
    ],
)
def test_whose_tasks_are_asked_for(asked: str, body: str) -> None:
    """The front of the province named, the island's committee, the hospital; who was met is not
    who must act."""
    query = read_question(asked, [], TOLD)
    assert query.intent is Intent.TASKS
    assert query.agency == body


def test_a_place_is_no_question_word() -> None:
    """Typed bare, a part of "Cần Thơ" is no word that asks."""
    assert "Cần Thơ" in read_question("so y te can tho phai lam gi ve cum", [], TOLD).topic


@pytest.mark.parametrize(
    ("asked", "body"),
    [
        ("Bộ nào chỉ đạo bố trí máy bay thuê chở người về nước?", "Bộ Tài chính"),
        ("Bộ nào chỉ đạo việc xin phép bay qua các nước?", "Bộ Xây dựng"),
    ],
)
def test_whom_a_body_directs_ends_no_part(tmp_path: Path, asked: str, body: str) -> None:
    """Each ministry's part goes on behind the name of whom it directs."""
    text = flood_telling(
        "3. Bộ Xây dựng chỉ đạo Cục Hàng không Việt Nam xin phép bay qua các nước; Bộ Tài chính chỉ"
        " đạo Tổng công ty Hàng không Việt Nam bố trí máy bay thuê chở người về nước."
    )
    assert answer(make_library(tmp_path, flood=text), asked).values == (body,)


def test_one_of_several_is_asked_for(tmp_path: Path) -> None:
    """Left the choice of bodies, the question is who, even where one of them "phải" do it."""
    text = flood_telling(
        "3. Sở Xây dựng, Công an tỉnh chặn xe chở gia cầm ốm ở cầu Đông Khê.",
    )
    asked = "Xe chở gia cầm ốm ở cầu Đông Khê: Sở Y tế hay CA tỉnh phải chặn?"
    found = answer(make_library(tmp_path, flood=text, masks=MASKS), asked)
    assert found.query.intent is Intent.OWNER
    assert found.values == ("Công an tỉnh",)


@pytest.mark.parametrize(
    ("asked", "numbers", "others"),
    [
        (
            "Quyết định về bệnh dại được đề xuất bằng tờ trình nào và căn cứ chỉ thị nào?",
            ("118/TTr-SYT", "11/CT-TTg"),
            ("Luật Thú y",),
        ),
        (
            "Công an tỉnh phải quán triệt những luật, kế hoạch, công văn nào về chó thả rông?",
            ("Luật Thú y", "321-KH/TU", "574/UBND-NC"),
            ("118/TTr-SYT",),
        ),
        (
            "Quyết định về bệnh dại thay thế những quyết định cũ nào, kể cả ở vùng biên?",
            ("27/2022/QĐ-UBND", "12/2018/QĐ-UBND"),
            ("11/CT-TTg",),
        ),
        (
            "Quyết định căn cứ Luật Thú y và chỉ thị về phòng, chống bệnh dại là theo tờ trình nào?",
            ("118/TTr-SYT",),
            ("Luật Thú y",),
        ),
    ],
)
def test_all_documents_of_the_kinds_asked_for(
    tmp_path: Path, asked: str, numbers: tuple[str, ...], others: tuple[str, ...]
) -> None:
    """Wherever the document names them, and no others; asked what it replaces, what it repeals."""
    found = answer(make_library(tmp_path, plan=PLAN), asked)
    assert all(number in found.text for number in numbers), found.text
    assert not any(other in found.text for other in others), found.text


def test_who_takes_a_document_for_its_ground(tmp_path: Path) -> None:
    """Asked what takes it for a ground, the answer is who cites it."""
    library = make_library(tmp_path, plan=PLAN)
    for asked in (
        "Quyết định nào lấy Chỉ thị 11/CT-TTg làm căn cứ?",
        "Which decisions invoke the Prime Minister's directive 11/CT-TTg?",
    ):
        assert "61/QĐ-UBND" in answer(library, asked).text


def test_who_was_punished_is_a_person(tmp_path: Path) -> None:
    """The police that punish are not who was punished."""
    library = make_library(tmp_path, masks=MASKS)
    assert answer(library, "Vận chuyển gia cầm trái phép thì ai bị xử phạt?").abstained
    told = answer(library, "Ai xử phạt người vận chuyển gia cầm trái phép?")
    assert told.values == ("Công an tỉnh",)


def test_what_is_typed_bare_is_read_in_the_words_of_the_library(tmp_path: Path) -> None:
    """No law speaks of the clay pit of that hamlet, but a directive here does."""
    text = flood_telling("3. Sở Xây dựng đóng cửa mỏ sét Bàu Lách trước ngày 30/9/2025.")
    asked = "so xay dung phai dong cua mo set bau lach truoc ngay nao"
    assert "mỏ sét bàu lách" not in read_question(asked, [], TOLD).search
    assert "mỏ sét bàu lách" in answer(make_library(tmp_path, flood=text), asked).query.search


@pytest.mark.parametrize(
    ("asked", "body"),
    [
        ("Ai chủ trì kiểm tra đột xuất các cửa hàng cát?", "Chi cục Quản lý thị trường"),
        ("Cơ quan nào kiểm tra hóa đơn, chứng từ của cửa hàng cát?", "Sở Công Thương"),
        ("Ai trình phê duyệt chủ trương đầu tư bãi cát?", "Sở Tài chính"),
        ("Chủ bãi cát thiếu vốn thì được vay của ai?", "Ngân hàng Chính sách xã hội"),
        ("Doanh nghiệp muốn biết sở nào trình chủ trương đầu tư bãi cát?", "Sở Tài chính"),
    ],
)
def test_whose_part_of_a_clause_it_is(tmp_path: Path, asked: str, body: str) -> None:
    """Who does a deed may be named behind it, and who opens a sentence does what it says."""
    text = flood_telling(
        "3. Sở Công Thương kiểm tra hóa đơn, chứng từ tại các cửa hàng cát; việc kiểm tra đột xuất"
        " do Chi cục Quản lý thị trường chủ trì. Việc trình phê duyệt chủ trương đầu tư bãi cát do"
        " Sở Tài chính thực hiện. Ngân hàng Chính sách xã hội có vốn vay cho chủ bãi cát."
    )
    found = answer(make_library(tmp_path, flood=text), asked)
    assert found.values == (body,)


def test_a_place_in_a_name_tells_nothing_of_its_part(tmp_path: Path) -> None:
    """Asked who brings fishermen home, the paper called by the province is not meant."""
    text = FLOOD.replace("SƠN HÀ", "SƠN LA").replace("Sơn Hà", "Sơn La")
    text = text.replace(
        "3. Công an tỉnh: Phân luồng giao thông tại cầu Đông Khê.",
        "3. Sở Ngoại vụ đưa 17 ngư dân về nước. Truyền thông tới ngư dân do Báo Sơn La chủ trì.",
    )
    found = answer(make_library(tmp_path, flood=text), "Cơ quan nào của Sơn La lo cho ngư dân?")
    assert found.values == ("Sở Ngoại vụ",)


def test_a_plan_is_known_by_what_it_carries_out(tmp_path: Path) -> None:
    """That of the province that carries out another document is not meant."""
    library = make_library(tmp_path, flood=FLOOD)
    asked = "Công điện về ứng phó lũ sông Lam Hà thực hiện Chỉ thị {} của tỉnh mang số bao nhiêu?"
    assert answer(library, asked.format("15/CT-UBND")).values == ("07/CĐ-UBND",)
    assert answer(library, asked.format("99/CT-UBND")).abstained


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "Xã gặp vướng mắc về cấp nước sạch thì báo cáo lên đâu?",
            "Ủy ban nhân dân tỉnh [1]",
        ),
        ("Xã gặp vướng mắc về cấp nước sạch thì báo qua sở nào?", "Sở Xây dựng [1]"),
        (
            "Doanh nghiệp nào phải lo bồn chứa nước sạch cho các xã?",
            "Tập đoàn Điện lực Việt Nam, Tập đoàn Hóa chất Việt Nam",
        ),
    ],
)
def test_who_receives_is_no_doer(tmp_path: Path, asked: str, said: str) -> None:
    """Who is reported to, by whom it goes there, and firms where firms are asked for; a role only
    for who has one."""
    text = flood_telling(
        "3. Các xã cấp nước sạch cho dân, có bồn chứa của Tập đoàn Điện lực Việt Nam và Tập"
        " đoàn Hóa chất Việt Nam; nếu phát sinh vướng mắc, báo cáo Ủy ban nhân dân tỉnh (qua Sở Xây dựng)."
    )
    assert answer(make_library(tmp_path, flood=text), asked).text.startswith(said)


def test_what_a_head_leaves_blank_is_not_told(tmp_path: Path) -> None:
    """Neither by who signed nor by another day; asked when it was signed, who did is not told."""
    dated = make_library(tmp_path / "dated", flood=FLOOD)
    assert answer(dated, "Công điện 07 về lũ sông Lam Hà ký ngày mấy?").values == ("2025-09-20",)
    blank = FLOOD.replace("ngày 20 tháng 9 năm 2025\nCÔNG", "ngày    tháng    năm 2025\nCÔNG")
    undated = make_library(tmp_path / "undated", flood=blank)
    assert answer(undated, "Công điện 07 về lũ sông Lam Hà ký ngày mấy?").abstained


def test_what_a_document_is_the_ground_of(tmp_path: Path) -> None:
    """Asked which plans take it for theirs, they are told, and not what it cites itself."""
    library = make_library(tmp_path, flood=FLOOD, masks=MASKS)
    found = answer(library, "Chỉ thị 15/CT-UBND được những công điện nào lấy làm căn cứ?")
    assert found.values == ("07/CĐ-UBND",)
