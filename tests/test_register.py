"""The register of tasks is complete, filtered by what is asked, and reaches an agency by every way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Role
from corpus.errors import UsageError
from index.bodies import find_body, groups_reaching, names_told
from index.dossier import dossier
from index.filters import Filters, allowed_clauses
from index.register import TaskFilters, Told, agencies_told, overview, tasks
from index.store import Store
from tests.answering import FLOOD, MASKS, make_library
from tests.directives import HEADER, directive
from tests.test_store import put

GROUP = "Các Sở, ban, ngành"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path, create=True)
    first = directive(
        ("Sở Y tế", "Xét nghiệm trước ngày 10/3/2025.", Role.LEAD),
        ("Sở Tài chính", "Bố trí kinh phí.", Role.SUPPORT),
        (GROUP, "Chủ động phòng dịch.", Role.GENERAL),
        deadline=("trước ngày 10/3/2025", date(2025, 3, 10)),
    )
    second = directive(
        ("Sở Y tế", "Chuẩn bị khẩu trang trước ngày 5/2/2025.", Role.JOINT),
        ("Các Sở, ngành khác", "Làm việc khác.", Role.GENERAL),
        header=replace(HEADER, number="9/CV", kind="Công văn", issued=date(2024, 5, 6)),
        path="cv.txt",
        deadline=("trước ngày 5/2/2025", date(2025, 2, 5)),
    )
    undated = directive(
        ("Ủy ban nhân dân tỉnh Kon Tum", "Cách ly.", Role.LEAD),
        header=replace(HEADER, number=None, issued=None, issuer=None),
        name="không ngày",
        path="x.txt",
    )
    put(store, undated, second, first)
    return store


def quotes(entries) -> list[str]:
    return [entry.clause.text for entry in entries]


def test_tasks_come_newest_document_first_in_the_order_of_the_text(store: Store) -> None:
    """Undated documents come last."""
    assert quotes(tasks(store)) == [
        "Xét nghiệm trước ngày 10/3/2025.",
        "Bố trí kinh phí.",
        "Chủ động phòng dịch.",
        "Chuẩn bị khẩu trang trước ngày 5/2/2025.",
        "Làm việc khác.",
        "Cách ly.",
    ]


def test_tasks_come_by_due_day_when_asked(store: Store) -> None:
    """What is due first comes first, what has no deadline last."""
    assert quotes(tasks(store, by_due_date=True))[:2] == [
        "Chuẩn bị khẩu trang trước ngày 5/2/2025.",
        "Xét nghiệm trước ngày 10/3/2025.",
    ]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (TaskFilters(roles=(Role.SUPPORT,)), ["Bố trí kinh phí."]),
        (TaskFilters(where=Filters(agencies=("so tai chinh",))), ["Bố trí kinh phí."]),
        (TaskFilters(where=Filters(kind="CÔNG VĂN"), roles=(Role.JOINT,)), ["Chuẩn bị khẩu trang trước ngày 5/2/2025."]),
        (TaskFilters(where=Filters(issued_from=date(2025, 1, 1)), roles=(Role.LEAD,)), ["Xét nghiệm trước ngày 10/3/2025."]),
        (TaskFilters(where=Filters(issued_to=date(2024, 5, 6)), roles=(Role.GENERAL,)), ["Làm việc khác."]),
        (TaskFilters(where=Filters(issuer="son ha"), roles=(Role.SUPPORT,)), ["Bố trí kinh phí."]),
        (TaskFilters(where=Filters(issuer="Hà Nội")), []),
        (TaskFilters(where=Filters(document="không ngày")), ["Cách ly."]),
        (TaskFilters(due_to=date(2025, 3, 9)), ["Chuẩn bị khẩu trang trước ngày 5/2/2025."]),
        (TaskFilters(due_from=date(2025, 3, 10)), ["Xét nghiệm trước ngày 10/3/2025."]),
        (TaskFilters(words="khau TRANG chuẩn"), ["Chuẩn bị khẩu trang trước ngày 5/2/2025."]),
        (TaskFilters(words="khẩu nghiệm"), []),
        (TaskFilters(words="khẩu tra"), ["Chuẩn bị khẩu trang trước ngày 5/2/2025."]),
        (TaskFilters(words="tra khẩu"), []),
        (TaskFilters(words="khấu trang"), []),
        (TaskFilters(words="%"), []),
    ],
)  # fmt: skip
def test_filters_narrow_the_list(store: Store, filters: TaskFilters, expected: list[str]) -> None:
    """Each filter keeps exactly what it names."""
    assert quotes(tasks(store, filters)) == expected


def test_a_dossier_holds_what_reaches_the_agency_by_a_group(store: Store) -> None:
    """General tasks come along; a residual group does not reach one that is named elsewhere."""
    assert quotes(dossier(store, find_body(names_told(store), "SYT"))) == [
        "Xét nghiệm trước ngày 10/3/2025.",
        "Chủ động phòng dịch.",
        "Chuẩn bị khẩu trang trước ngày 5/2/2025.",
    ]
    assert "Làm việc khác." in quotes(dossier(store, find_body(names_told(store), "Sở Tài chính")))


def test_a_clause_comes_once_in_a_dossier(tmp_path: Path) -> None:
    """Named and reached by a group in one clause, the body has one task there, its own."""
    store = Store(tmp_path, create=True)
    both = directive(("Sở Y tế", "Các Sở, ban, ngành báo cáo; Sở Y tế tổng hợp.", Role.LEAD))
    general = replace(both.tasks[0], agency=GROUP, role=Role.GENERAL)
    put(store, replace(both, tasks=(*both.tasks, general)))
    assert len(tasks(store)) == 2
    assert [e.task.role for e in dossier(store, find_body(names_told(store), "Sở Y tế"))] == [
        Role.LEAD
    ]
    assert [e.task.role for e in dossier(store, find_body(names_told(store), "Sở Tài chính"))] == [
        Role.GENERAL
    ]


def test_a_dossier_holds_what_predecessors_were_told(store: Store) -> None:
    """Kon Tum went into Quảng Ngãi: its duties are asked of the new province."""
    body = find_body(names_told(store), "UBND tỉnh Quảng Ngãi")
    assert body.name == "Ủy ban nhân dân tỉnh Quảng Ngãi"
    assert [old.predecessor for old in body.predecessors] == ["Ủy ban nhân dân tỉnh Kon Tum"]
    assert quotes(dossier(store, body)) == ["Cách ly."]


def test_a_body_of_a_province_hears_no_other_province(tmp_path: Path) -> None:
    """By its name with the place: its own province's documents, those of the centre to all such
    bodies, and whatever names it so; by its name alone: every document's."""
    store = Store(tmp_path, create=True)
    letters = (
        ("1/CT", "Ủy ban nhân dân tỉnh Gia Lai", "Sở Y tế", "Việc của Gia Lai."),
        ("2/CT", "Ủy ban nhân dân tỉnh Lào Cai", "Sở Y tế", "Việc của Lào Cai."),
        ("3/CV", "Bộ Y tế", "Sở Y tế tỉnh Gia Lai", "Việc Bộ giao."),
        ("4/CV", "Bộ Y tế", "Sở Y tế các tỉnh, thành phố", "Việc chung."),
        ("5/CT", "Ủy ban nhân dân tỉnh Lào Cai", GROUP, "Việc chung của Lào Cai."),
        ("6/CT", "Ủy ban nhân dân tỉnh Bình Định", "Sở Y tế", "Việc của tỉnh cũ."),
    )
    put(
        store,
        *(
            directive(
                (agency, text, Role.GENERAL if agency == GROUP else Role.LEAD),
                header=replace(HEADER, number=number, issuer=issuer),
                path=f"{number[0]}.txt",
            )
            for number, issuer, agency, text in letters
        ),
    )
    told = names_told(store)
    here = quotes(dossier(store, find_body(told, "Sở Y tế tỉnh Gia Lai")))
    # Bình Định went into Gia Lai.
    assert set(here) == {"Việc của Gia Lai.", "Việc Bộ giao.", "Việc chung.", "Việc của tỉnh cũ."}
    everywhere = quotes(dossier(store, find_body(told, "Sở Y tế")))
    assert set(everywhere) == {text for *_, text in letters} - {"Việc Bộ giao."}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Công an Đồng Nai", "Công an tỉnh Đồng Nai"),
        ("syt gia lai", "Sở Y tế tỉnh Gia Lai"),
        ("so y te tp ha noi", "Sở Y tế thành phố Hà Nội"),
        ("Sở Tài chính TP.HCM", "Sở Tài chính Thành phố Hồ Chí Minh"),
        ("UBND Gia Lai", "Ủy ban nhân dân tỉnh Gia Lai"),
        ("BHXH Hà Nội", "Bảo hiểm xã hội thành phố Hà Nội"),
        ("Sở Giáo dục", "Sở Giáo dục và Đào tạo"),
        ("so nong nghiep", "Sở Nông nghiệp và Môi trường"),
        ("Bộ Lao động", "Bộ Lao động - Thương binh và Xã hội"),
    ],
)
def test_a_body_is_known_as_a_clerk_calls_it(words: str, name: str) -> None:
    """By its province without the rank, or by the first of its fields."""
    told = ["Sở Y tế", "Công an tỉnh", "Sở Giáo dục"]
    assert find_body(told, words).name == name


def test_what_a_document_tells_a_body_by_its_short_name_is_told_to_it() -> None:
    """The "Sở Giáo dục" of one document is the department of all others."""
    assert "Sở Giáo dục" in find_body(["Sở Giáo dục"], "Sở Giáo dục và Đào tạo").names


@pytest.mark.parametrize(
    "words", ["Sở Y tế", "sở y tế", "so y te", "SYT", "Department of Health", "Sở Y tê"]
)
def test_an_agency_is_known_however_it_is_written(store: Store, words: str) -> None:
    """Abbreviated, unaccented, English and mistyped names lead to the one body."""
    assert find_body(names_told(store), words).name == "Sở Y tế"


@pytest.mark.parametrize("words", ["Sở Phép thuật", "xyz", "", "Sở Y tế Sở Tài chính"])
def test_an_unknown_agency_is_named(store: Store, words: str) -> None:
    """What nobody knows is an error, not an empty list."""
    with pytest.raises(UsageError, match="Không rõ cơ quan"):
        find_body(names_told(store), words)


@pytest.mark.parametrize(
    ("name", "reached"),
    [
        ("Sở Y tế", {"Các Sở, ban, ngành", "Các cơ quan, đơn vị, địa phương"}),
        ("Bộ Y tế", {"Các Bộ, cơ quan ngang Bộ", "Các bộ, ngành, địa phương"}),
        ("Ủy ban nhân dân tỉnh Gia Lai", {
            "Ủy ban nhân dân các tỉnh, thành phố", "Ủy ban nhân dân các cấp",
            "Các bộ, ngành, địa phương", "Các cơ quan, đơn vị, địa phương",
        }),
        ("Ủy ban nhân dân xã Đăk Hà", {
            "Ủy ban nhân dân các xã, phường", "Ủy ban nhân dân các cấp",
            "Các bộ, ngành, địa phương", "Các cơ quan, đơn vị, địa phương",
        }),
        ("Công an tỉnh", {"Các Sở, ban, ngành", "Các cơ quan, đơn vị, địa phương"}),
        ("Cục Việc làm", {"Các cơ quan, đơn vị, địa phương"}),  # a ministry's, no department
        ("Cục Thuế tỉnh Lào Cai", {"Các Sở, ban, ngành", "Các cơ quan, đơn vị, địa phương"}),
        ("Tập đoàn Điện lực Việt Nam", {"Các tập đoàn, tổng công ty"}),
        ("Hợp tác xã dịch vụ điện Quảng Phú", set()),
    ],
)  # fmt: skip
def test_a_group_reaches_its_members_only(name: str, reached: set[str]) -> None:
    """A ministry is not one of the departments, nor a department one of the ministries."""
    groups = [
        "Các Sở, ban, ngành", "Các Bộ, cơ quan ngang Bộ", "Các bộ, ngành, địa phương",
        "Ủy ban nhân dân các tỉnh, thành phố", "Ủy ban nhân dân các xã, phường",
        "Ủy ban nhân dân các cấp", "Các cơ quan, đơn vị, địa phương", "Các bệnh viện", "Sở Tài chính",
        "Các đơn vị, địa phương có liên quan", "Các tập đoàn, tổng công ty",
        "Các chi bộ, đảng bộ trực thuộc", "Các bộ phận chuyên môn",
    ]  # fmt: skip
    assert set(groups_reaching(name, groups)) == reached


def test_filters_become_clause_ids(store: Store) -> None:
    """An agency lets through the clauses that tell or name it; no filter is no list at all."""
    assert allowed_clauses(store, Filters()) is None
    found = allowed_clauses(store, Filters(agencies=("Sở Y tế",), kind="công văn"))
    (text,) = store.rows_among("SELECT text FROM clauses WHERE clause IN (…)", found.tolist())
    assert text == ("Chuẩn bị khẩu trang trước ngày 5/2/2025.",)
    assert allowed_clauses(store, Filters(kind="Nghị quyết")).tolist() == []


def test_agencies_are_listed_by_the_number_of_their_tasks(store: Store) -> None:
    """The one with most comes first."""
    assert agencies_told(store)[0] == ("Sở Y tế", 2)


def test_the_overview_counts_what_is_late_and_what_comes(store: Store) -> None:
    """As of a day: its own last day is not late yet; filters narrow what is counted."""
    day, soon = date(2025, 3, 10), date(2025, 3, 20)
    assert overview(store, day, soon)[0] == Told("Sở Y tế", tasks=2, dated=2, past=1, soon=1)
    assert sum(told.tasks for told in overview(store, day, soon)) == len(tasks(store))
    joint = TaskFilters(roles=(Role.JOINT,))
    assert overview(store, day, soon, joint) == [Told("Sở Y tế", 1, 1, 1, 0)]
    assert overview(store, day, soon, TaskFilters(words="không có")) == []


LEVELS = [
    "Ủy ban nhân dân các xã, phường", "Ủy ban nhân dân các xã, phường bị ngập",
    "Ủy ban nhân dân cấp xã", "Ủy ban nhân dân xã, phường, đặc khu",
    "Ủy ban nhân dân các huyện, thị xã, thành phố", "Ủy ban nhân dân các tỉnh",
    "Ủy ban nhân dân xã Hòa Thủy", "Ủy ban nhân dân tỉnh",
    "Các Sở, ban, ngành; Ủy ban nhân dân các xã, phường", "Các Sở, ban, ngành",
]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "UBND xã", "UBND các xã, phường", "ubnd xa, phuong", "chính quyền cấp xã",
        "Ủy ban nhân dân phường",
    ],
)  # fmt: skip
def test_the_committees_of_a_level_are_one_body(words: str) -> None:
    """Whatever words a document means them by; not those of another level, nor one of them."""
    body = find_body(LEVELS, words)
    assert body.name == "Ủy ban nhân dân cấp xã"
    assert set(body.names) == set(LEVELS[:4])
    assert body.groups == ("Các Sở, ban, ngành; Ủy ban nhân dân các xã, phường",)


def test_a_level_keeps_the_name_that_it_is_asked_by() -> None:
    """If the library has it; a town that is called "thị xã" is no commune."""
    assert find_body(LEVELS, "Ủy ban nhân dân các xã, phường").name == LEVELS[0]
    districts = find_body(LEVELS, "UBND các huyện")
    assert set(districts.names) == {"Ủy ban nhân dân cấp huyện", LEVELS[4]}
    assert find_body(LEVELS, "UBND xã Hòa Thủy").name == LEVELS[6]
    assert LEVELS[4] not in find_body(LEVELS, "UBND xã Hòa Thủy").groups


_LETTER = """BỘ XÂY DỰNG
Số: 96/CĐ-BXD

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 22 tháng 11 năm 2025

CÔNG ĐIỆN
Về việc khắc phục hậu quả mưa lũ

BỘ XÂY DỰNG điện:
- Các Cục: Đường bộ Việt Nam, Đường sắt Việt Nam;
- Tổng Công ty Đường sắt Việt Nam.

Để khắc phục hậu quả mưa lũ, Bộ Xây dựng yêu cầu:
1. Các cơ quan, đơn vị bố trí lực lượng trực 24/24 giờ.
2. Cục Đường bộ Việt Nam khơi thông các tuyến đường.
3. Các cơ quan, đơn vị có liên quan phối hợp thực hiện.

KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Lê Anh Tuấn
"""


def test_whom_a_document_addresses_hears_what_it_tells_all(tmp_path: Path) -> None:
    """Series of addressees dealt out; nobody else, and no "có liên quan"."""
    library = make_library(tmp_path, letter=_LETTER)
    for name in ("Tổng Công ty Đường sắt Việt Nam", "Cục Đường sắt Việt Nam"):
        heard = [entry.clause.text for entry in library.dossier(library.body(name))]
        assert heard == ["Các cơ quan, đơn vị bố trí lực lượng trực 24/24 giờ."]
    own = library.dossier(library.body("Cục Đường bộ Việt Nam"))
    assert [entry.task.role for entry in own] == [Role.GENERAL, Role.LEAD]
    assert library.dossier(library.body("Sở Y tế")) == []


def test_documents_that_tell_a_body_itself_come_first(tmp_path: Path) -> None:
    """Also before newer ones that only tell all."""
    newer = MASKS.replace("04 tháng 3 năm 2025", "04 tháng 10 năm 2025").replace("15/CT", "16/CT")
    newer = newer.replace("2. Sở Y tế", "2. Sở Nội vụ").replace(
        "Sở Y tế kiểm tra", "Sở Nội vụ kiểm tra"
    )
    library = make_library(tmp_path, older=FLOOD, newer=newer)
    found = library.dossier(library.body("Sở Y tế"))
    assert found[0].head.number == "07/CĐ-UBND"
    assert {entry.task.role for entry in found[1:]} == {Role.GENERAL}
    assert {entry.head.number for entry in found[1:]} == {"16/CT-UBND"}


_STORM = """THỦ TƯỚNG CHÍNH PHỦ
Số: 231/CĐ-TTg

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 22 tháng 11 năm 2025

CÔNG ĐIỆN
Về việc khắc phục hậu quả mưa lũ

THỦ TƯỚNG CHÍNH PHỦ điện:
- Chủ tịch Ủy ban nhân dân các tỉnh: {to};
- Bộ Y tế.

Thủ tướng Chính phủ yêu cầu:
1. Chủ tịch Ủy ban nhân dân các tỉnh, thành phố{where} huy động lực lượng giúp dân.
2. Bộ Y tế tổ chức cấp cứu.

THỦ TƯỚNG
Phạm Văn An
"""


@pytest.mark.parametrize(
    ("to", "where", "hears", "spared"),
    [
        ("Quảng Trị, Gia Lai", "", "Gia Lai", "Lào Cai"),
        ("", " ven biển từ Quảng Trị đến Đắk Lắk", "Gia Lai", "Lào Cai"),
        ("", " ven biển từ Quảng Trị đến Đắk Lắk", "Quảng Ngãi", "Cà Mau"),
        ("", " ven biển", "Cà Mau", "Lào Cai"),
    ],
)
def test_provinces_hear_what_is_meant_for_them(
    tmp_path: Path, to: str, where: str, hears: str, spared: str
) -> None:
    """Those that a document is written to, or those of the stretch of coast that it names."""
    text = _STORM.format(to=to, where=where) if to else _STORM.format(to="x", where=where)
    text = text if to else text.replace(": x;", ", thành phố;")
    library = make_library(tmp_path, storm=text)
    told = library.dossier(library.body(f"Ủy ban nhân dân tỉnh {hears}"))
    assert [entry.task.role for entry in told] == [Role.GENERAL]
    assert library.dossier(library.body(f"Ủy ban nhân dân tỉnh {spared}")) == []


def test_provinces_that_a_document_lists_are_those_it_speaks_of(tmp_path: Path) -> None:
    """The words "sau đây gọi tắt là …" bind the class to the list before them."""
    text = _STORM.format(to="x", where="").replace(": x;", ", thành phố;")
    listed = (
        "1. Phạm vi hỗ trợ gồm các tỉnh, thành phố: Hà Tĩnh, Gia Lai và Lâm Đồng (sau đây gọi tắt "
        "là các tỉnh, thành phố).\n1. Chủ tịch"
    )
    library = make_library(tmp_path, storm=text.replace("1. Chủ tịch", listed))
    hears = [
        place
        for place in ("Gia Lai", "Lâm Đồng", "An Giang", "Lào Cai")
        if library.dossier(library.body(f"Ủy ban nhân dân tỉnh {place}"))
    ]
    assert hears == ["Gia Lai", "Lâm Đồng"]


def test_a_body_of_a_name_of_its_own_hears_its_own_province(tmp_path: Path) -> None:
    """Only Sơn Hà's documents name the board; what An Giang tells all is not for it."""
    own = MASKS.replace("Sở Y tế kiểm tra", "Ban Quản lý Khu kinh tế Lam Hà kiểm tra").replace(
        "TỈNH SƠN HÀ", "TỈNH GIA LAI"
    )
    other = FLOOD.replace("TỈNH SƠN HÀ", "TỈNH AN GIANG").replace(
        "3. Công an tỉnh:", "3. Các Sở, ban, ngành, địa phương:"
    )
    library = make_library(tmp_path, own=own, other=other)
    body = library.body("Ban Quản lý Khu kinh tế Lam Hà")
    assert {entry.head.number for entry in library.dossier(body)} == {"15/CT-UBND"}
    elsewhere = library.dossier(library.body("Sở Nội vụ"))
    assert {entry.head.number for entry in elsewhere} == {"15/CT-UBND", "07/CĐ-UBND"}
