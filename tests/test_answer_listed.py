"""What the register and the catalogue answer of everybody: what is due when, which documents there
are; and that neither answers a question with a topic of its own."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import UsageError
from index.filters import Filters
from index.library import Library
from qa.answer import answer
from qa.due import days_meant
from qa.evidence import FEATURES, gather
from qa.nearness import LACKS
from qa.question import Intent, read_question
from qa.signals import COUNT, SIGNALS, vector
from tests.answering import FLOOD, MASKS, flood_telling, make_library

DAY = date(2025, 9, 22)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Three days due: 15 March, 21 and 22 September 2025."""
    monkeypatch.setattr("qa.answers.due_list.today", lambda: DAY)
    return make_library(tmp_path)


def due(library: Library, question: str) -> list[date | None]:
    found = answer(library, question)
    assert found.intent is Intent.TASKS
    return [cited.deadline.due for cited in found.citations if cited.deadline]


def test_so_many_months_ahead_are_more_than_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.answers.due_list.today", lambda: date(2025, 7, 1))
    library = make_library(tmp_path)
    both = [date(2025, 9, 21), date(2025, 9, 22)]
    assert due(library, "Trong 3 tháng tới có việc gì đến hạn?") == both
    assert due(library, "12 tuần tới có việc gì đến hạn?") == both
    assert answer(library, "Tháng tới có việc gì đến hạn?").abstained


def test_whom_one_reports_to_is_told_nothing(library: Library) -> None:
    found = answer(library, "Cơ quan nào phải báo cáo Sở Công Thương trước ngày 31/12/2025?")
    assert not found.text.startswith("Sở Công Thương:")


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("Ai đang trễ hạn?", [date(2025, 3, 15), date(2025, 9, 21)]),
        ("Cơ quan nào đang chậm hạn?", [date(2025, 3, 15), date(2025, 9, 21)]),
        ("What is overdue?", [date(2025, 3, 15), date(2025, 9, 21)]),
        ("còn việc gì của Sở Y tế quá hạn?", [date(2025, 3, 15), date(2025, 9, 21)]),
        ("Tháng 9/2025 có việc gì đến hạn?", [date(2025, 9, 21), date(2025, 9, 22)]),
        ("Cơ quan nào trễ hạn trong tháng 9/2025?", [date(2025, 9, 21)]),
        ("Việc nào quá hạn theo Công điện 07/CĐ-UBND?", [date(2025, 9, 21)]),
        ("nhung viec den han trong quy i/2025", [date(2025, 3, 15)]),
        ("Những việc nào sắp đến hạn?", [date(2025, 9, 22)]),
        ("tuần này có việc gì đến hạn", [date(2025, 9, 22)]),
        ("Việc nào đến hạn trong 3 ngày tới?", [date(2025, 9, 22)]),
        ("Sở Y tế phải xong việc gì trước ngày 15/3/2025?", [date(2025, 3, 15)]),
        ("What must Sở Y tế do by 15 March 2025?", [date(2025, 3, 15)]),
        ("Những việc nào của Sở Y tế có thời hạn?", [date(2025, 3, 15), date(2025, 9, 21)]),
        ("Hôm nay có việc gì phải làm?", [date(2025, 9, 22)]),
        ("tháng 9/2025 Sở Y tế phải làm gì?", [date(2025, 9, 21)]),
        ("Sở Y tế có việc gì trong tháng 3?", [date(2025, 3, 15)]),
        ("Sở Y tế phải báo cáo gì trước ngày 31/12/2025?", [date(2025, 3, 15)]),
        ("Khi nào Sở Y tế phải gửi báo cáo?", [date(2025, 3, 15)]),
    ],
)
def test_what_is_due_then_is_listed_by_its_day(
    library: Library, question: str, days: list[date]
) -> None:
    """Of everybody, or of the body that is named; a day that keeps the deadline is not overdue."""
    assert due(library, question) == days


def test_what_comes_again_is_never_overdue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After its last day there is a next one; but it has a deadline."""
    monkeypatch.setattr("qa.answers.due_list.today", lambda: DAY)
    yearly = flood_telling("3. Công an tỉnh báo cáo hằng năm, trước ngày 31 tháng 01 năm 2025.")
    library = make_library(tmp_path, flood=yearly)
    assert due(library, "Những việc nào của Công an tỉnh có thời hạn?")
    assert answer(library, "Việc nào của Công an tỉnh quá hạn?").abstained


def test_what_comes_again_is_due_on_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the month that its words name, at its place among the others, and not overdue there."""
    monkeypatch.setattr("qa.answers.due_list.today", lambda: date(2025, 10, 5))
    yearly = flood_telling("3. Công an tỉnh báo cáo kết quả trước ngày 21/9 hằng năm.")
    library = make_library(tmp_path, flood=yearly)
    found = answer(library, "Tháng 9/2025 có việc gì đến hạn?")
    assert [c.deadline.text for c in found.citations if c.deadline] == [
        "trước 17 giờ ngày 21 tháng 9 năm 2025", "trước ngày 21/9 hằng năm", "trước ngày 22/9/2025",
    ]  # fmt: skip
    assert "3 nhiệm vụ" in found.text
    late = answer(library, "Cơ quan nào trễ hạn trong tháng 9/2025?")
    assert "Công an tỉnh" not in late.values


def test_a_province_behind_a_body_is_whose_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another province's department of that name is not asked about."""
    monkeypatch.setattr("qa.answers.due_list.today", lambda: DAY)
    texts = {
        name: FLOOD.replace("SƠN HÀ", place.upper()).replace("Sơn Hà", place).replace("07/", number)
        for name, place, number in (("a", "Quảng Trị", "17/"), ("b", "Phú Thọ", "18/"))
    }
    library = make_library(tmp_path, **texts)
    found = answer(library, "Sở Y tế Quảng Trị có việc gì đến hạn trong tháng 9/2025?")
    assert {cited.head.number for cited in found.citations} == {"17/CĐ-UBND"}


def test_all_tasks_are_asked_for_by_their_number_or_with_their_time(library: Library) -> None:
    """Both are the list."""
    for asked in ("Sở Y tế có bao nhiêu nhiệm vụ?", "Sở Y tế phải làm gì, bao giờ xong?"):
        found = answer(library, asked)
        assert found.intent is Intent.TASKS
        assert found.text == answer(library, "Sở Y tế phải làm gì?").text


def test_all_who_receive_a_report_are_named(tmp_path: Path) -> None:
    """Of a list of ministries each."""
    telling = flood_telling(
        "3. Công an tỉnh gửi Báo cáo thiệt hại về Văn phòng Chính phủ và các Bộ: Tài chính, "
        "Xây dựng trước 17 giờ ngày 27/9/2025."
    )
    library = make_library(tmp_path, flood=telling)
    found = answer(library, "Công an tỉnh gửi báo cáo thiệt hại về những cơ quan nào?")
    assert found.values == ("Văn phòng Chính phủ", "Bộ Tài chính", "Bộ Xây dựng")


def test_what_is_due_by_a_day_is_told_apart(library: Library) -> None:
    """Of what must be reported only what is due by then."""
    found = answer(library, "Sở Y tế phải báo cáo cái gì trước ngày 16/3/2025?")
    assert [c.deadline.due for c in found.citations if c.deadline] == [date(2025, 3, 15)]


def test_a_list_of_all_tells_whose_each_task_is(library: Library) -> None:
    """And that nothing tells whether it was done."""
    found = answer(library, "Ai đang trễ hạn?")
    assert found.text.splitlines()[0].endswith("Văn bản không cho biết việc đã xong hay chưa.")
    assert "21/09/2025" in found.text
    assert "Sở Y tế (chủ trì)" in found.text
    assert set(found.values) == {"Sở Y tế"}


def test_where_nothing_is_due_the_answer_says_so(library: Library) -> None:
    """With the days that were looked at."""
    found = answer(library, "Tháng 12/2025 có việc gì đến hạn?")
    assert found.abstained
    assert "01/12/2025" in found.text
    assert not found.citations


@pytest.mark.parametrize(
    "question",
    [
        "Hồ sơ trễ hạn thì phải làm gì?",
        "Sở Y tế báo cáo kết quả xét nghiệm trước ngày nào?",
        "Việc xét nghiệm phải xong khi nào?",
        "Sở Y tế phải làm gì trong năm 2025?",
    ],
)
def test_a_question_with_a_topic_is_not_answered_by_the_list(
    library: Library, question: str
) -> None:
    """The list's first line names the days; no other answer does."""
    assert "hạn đến hết" not in answer(library, question).text
    assert "hạn từ" not in answer(library, question).text


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Có bao nhiêu văn bản trong thư viện?", ["07/CĐ-UBND", "15/CT-UBND"]),
        ("có bao nhiêu công điện trong kho", ["07/CĐ-UBND"]),
        ("co bao nhieu chi thi trong thu vien", ["15/CT-UBND"]),
        ("Liệt kê các văn bản tháng 3/2025", ["15/CT-UBND"]),
        ("Danh sách văn bản của UBND tỉnh Sơn Hà", ["07/CĐ-UBND", "15/CT-UBND"]),
        ("Bao nhiêu công điện của UBND tỉnh Sơn Hà?", ["07/CĐ-UBND"]),
        ("Thư viện có những chỉ thị nào của UBND tỉnh Sơn Hà?", ["15/CT-UBND"]),
        ("Có chỉ thị nào của UBND tỉnh Sơn Hà không?", ["15/CT-UBND"]),
    ],
)
def test_the_catalogue_counts_and_lists(
    library: Library, question: str, numbers: list[str]
) -> None:
    """Newest first, each cited by the line that bears its number."""
    found = answer(library, question)
    assert [cited.head.number for cited in found.citations] == numbers
    assert found.values == (str(len(numbers)),)
    assert all(cited.head.number in cited.quote for cited in found.citations)


@pytest.fixture
def titled(tmp_path: Path) -> Library:
    """The same two, each with its title on lines of its own."""
    texts = {"masks": MASKS, "flood": FLOOD}
    return make_library(
        tmp_path, **{name: re.sub(r"(Về việc .+\n)", r"\1\n", text) for name, text in texts.items()}
    )


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("UBND tỉnh Sơn Hà ban hành chỉ thị nào về cúm gia cầm?", ["15/CT-UBND"]),
        ("Văn bản nào nói về lũ?", ["07/CĐ-UBND"]),
        ("van ban nao noi ve cum gia cam", ["15/CT-UBND"]),
        ("trong thư viện có công điện nào về lũ không?", ["07/CĐ-UBND"]),
        ("có văn bản nào của UBND tỉnh Sơn Hà về lũ không?", ["07/CĐ-UBND"]),
        ("Các văn bản về cúm gia cầm", ["15/CT-UBND"]),
        ("chỉ thị nào quy định phòng, chống dịch cúm gia cầm", ["15/CT-UBND"]),
        ("văn bản nào về lũ của UBND tỉnh Sơn Hà", ["07/CĐ-UBND"]),
        ("Những văn bản nào về ứng phó lũ vùng Lam Hà", ["07/CĐ-UBND"]),
    ],
)
def test_documents_are_found_by_their_title(
    titled: Library, question: str, numbers: list[str]
) -> None:
    """All words of the topic stand in it."""
    found = answer(titled, question)
    assert found.text.startswith("Thư viện có 1 ")
    assert [cited.head.number for cited in found.citations] == numbers


@pytest.mark.parametrize(
    "question",
    [
        "Văn bản nào nói về bão?",
        "Văn bản nào nói về sông La?",
        "Sở Y tế ban hành công điện nào về lũ?",
        "Hội đồng làng ban hành công điện nào về lũ?",
        "Chỉ thị của Sơn Hà về cúm gia cầm viết theo văn bản nào trước đó?",
        "Bao giờ phải có các quyết định của UBND tỉnh Sơn Hà về lũ?",
    ],
)
def test_a_title_that_lacks_a_word_is_not_listed(titled: Library, question: str) -> None:
    """Nor is one of another issuer."""
    assert not answer(titled, question).text.startswith("Thư viện có")


def test_of_a_body_that_issued_none_on_it_nothing_else_is_told(titled: Library) -> None:
    """What others' clauses cite is no answer."""
    found = answer(titled, "UBND tỉnh Sơn Hà có chỉ thị nào về đất đai?")
    assert found.abstained
    assert "có trích yếu về “đất đai”" in found.text


def test_all_kinds_are_counted(titled: Library) -> None:
    """Where none is asked for."""
    found = answer(titled, "Thư viện có gì?")
    assert found.values == ("2",)
    assert "Chỉ thị: 1" in found.text
    assert "Công điện: 1" in found.text


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("các văn bản ngày 20/9/2025", ["07/CĐ-UBND"]),
        ("UBND tỉnh Sơn Hà ban hành những văn bản nào tháng 3/2025?", ["15/CT-UBND"]),
        ("chỉ thị nào của UBND tỉnh Sơn Hà", ["15/CT-UBND"]),
        ("công điện nào gần nhất về lũ", ["07/CĐ-UBND"]),
    ],
)
def test_documents_are_listed_by_day_and_issuer(
    titled: Library, question: str, numbers: list[str]
) -> None:
    """Without a word for counting or listing."""
    found = answer(titled, question)
    assert not found.abstained
    assert [cited.head.number for cited in found.citations] == numbers


def test_the_newest_are_named(titled: Library) -> None:
    """One where one is asked for; each with its title."""
    found = answer(titled, "Văn bản mới nhất của UBND tỉnh Sơn Hà")
    assert found.values == ("07/CĐ-UBND",)
    assert "ứng phó lũ trên sông Lam Hà" in found.text
    several = answer(titled, "Các văn bản mới nhất của UBND tỉnh Sơn Hà")
    assert several.values == ("07/CĐ-UBND", "15/CT-UBND")


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("What are the newest directives?", ("15/CT-UBND",)),
        ("latest telegrams", ("07/CĐ-UBND",)),
    ],
)
def test_the_newest_are_named_in_english(
    library: Library, question: str, numbers: tuple[str, ...]
) -> None:
    """Also in the plural."""
    assert answer(library, question).values == numbers


def test_of_many_documents_the_newest_are_listed_and_all_counted(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each has to be opened; that some are left out is said."""
    monkeypatch.setattr("qa.answers.catalogue._LISTED", 1)
    found = answer(library, "Có bao nhiêu văn bản trong thư viện?")
    assert [cited.head.number for cited in found.citations] == ["07/CĐ-UBND"]
    assert found.values == ("2",)
    assert found.text.splitlines()[-1] == "Hiện 1 trong 2 văn bản"


def test_filters_narrow_both_lists(library: Library) -> None:
    """Of the documents issued since June only the telegram is left."""
    since = Filters(issued_from=date(2025, 6, 1))
    found = answer(library, "Có bao nhiêu văn bản trong thư viện?", filters=since)
    assert [cited.head.number for cited in found.citations] == ["07/CĐ-UBND"]
    due = answer(library, "Ai đang trễ hạn?", filters=since)
    assert [cited.head.number for cited in due.citations] == ["07/CĐ-UBND"]


def test_a_group_of_bodies_is_no_error(library: Library) -> None:
    """Nobody's register is asked for; the question goes on its way."""
    assert answer(library, "Các sở nào quá hạn?").query is not None
    assert answer(library, "UBND cấp xã quá hạn việc gì?").query is not None


def test_what_the_catalogue_lacks_is_said(library: Library) -> None:
    """It is not the clauses that know."""
    found = answer(library, "Có bao nhiêu nghị quyết trong thư viện?")
    assert found.abstained
    assert found.text == "Thư viện không có nghị quyết nào."


@pytest.mark.parametrize(
    "question",
    [
        "Có bao nhiêu giường cách ly?",
        "Có bao nhiêu văn bản bị bãi bỏ năm 2025?",
    ],
)
def test_what_documents_tell_is_not_answered_by_the_catalogue(
    library: Library, question: str
) -> None:
    """A count of things, or of documents with something said of them."""
    assert not answer(library, question).text.startswith("Thư viện có")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("", (None, None)),
        ("tháng 12/2025", (date(2025, 12, 1), date(2025, 12, 31))),
        ("12/2025", (date(2025, 12, 1), date(2025, 12, 31))),
        ("12-2025", (date(2025, 12, 1), date(2025, 12, 31))),
        ("thang 2", (date(2025, 2, 1), date(2025, 2, 28))),
        ("quý 2", (date(2025, 4, 1), date(2025, 6, 30))),
        ("Quý I/2026", (date(2026, 1, 1), date(2026, 3, 31))),
        ("2025", (date(2025, 1, 1), date(2025, 12, 31))),
        ("01/12/2025 đến 15/12/2025", (date(2025, 12, 1), date(2025, 12, 15))),
        ("01/12/2025 - 15/12/2025", (date(2025, 12, 1), date(2025, 12, 15))),
    ],
)
def test_a_time_is_read_as_people_write_it(
    words: str, days: tuple[date, date], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both days inclusive; without a year, of this one."""
    monkeypatch.setattr("qa.due.today", lambda: DAY)
    assert days_meant(words) == days


@pytest.mark.parametrize("words", ["hôm kia", "31/13/2025", "15/12/2025 đến 01/12/2025"])
def test_what_is_no_time_is_refused(words: str) -> None:
    """With examples of what is one."""
    with pytest.raises(UsageError, match="tháng 12/2025"):
        days_meant(words)


def test_a_list_that_hardly_speaks_of_the_topic_says_so(library: Library) -> None:
    """The nearest tasks are shown, but not as if they were on rabies."""
    notices = answer(
        library, "Sở Y tế phải làm gì về tiêm phòng bệnh dại cho chó mèo ở chợ?"
    ).notices
    assert len(notices) == 1
    assert "Có thể văn bản không giao" in notices[0]
    assert not answer(library, "Sở Y tế phải làm gì về xét nghiệm?").notices


def test_what_a_class_is_told_by_its_own_name_is_its_own(tmp_path: Path) -> None:
    """The "các Sở Tư pháp" are not told in passing, as "các Sở, ngành" are."""
    told = flood_telling(
        "3. Sở Tư pháp các tỉnh, thành phố",
        "- Công khai danh sách công chứng viên bị tạm đình chỉ.",
        "- Thiết lập đường dây nóng về giấy tờ bị báo mất, giấy tờ giả.",
        "4. Công an tỉnh ngăn chặn, điều tra các vụ làm giấy tờ giả để lừa đảo.",
    )
    library = make_library(tmp_path, flood=told)
    found = answer(library, "Để ngăn chặn làm giấy tờ giả để lừa đảo, các Sở Tư pháp phải làm gì?")
    assert not found.abstained
    assert any("đường dây nóng" in cited.quote for cited in found.citations)


@pytest.mark.parametrize(
    "question",
    ["Bộ Xây dựng đòi hỏi gì ở Sở Y tế?", "Thủ tướng ra lệnh cho Sở Y tế làm gì?"],
)
def test_who_demands_is_not_asked_about(question: str) -> None:
    """But whom it is demanded of."""
    assert read_question(question, [], ["Sở Y tế", "Bộ Xây dựng"]).agency == "Sở Y tế"


def test_what_the_best_clause_lacks_is_part_of_what_is_known(library: Library) -> None:
    """Word for word, behind the features."""
    query = read_question("Bao nhiêu giường cách ly, máy thở?", library.heads(), [])
    evidence = gather(library, query, Filters())
    known = vector(query, evidence)
    start = len(SIGNALS) + 2 * len(FEATURES)
    assert len(known) == COUNT
    assert tuple(known[start : start + LACKS]) == evidence[0].lacks
    others = [one for one in evidence[1:] if one.head == evidence[0].head]
    assert others
    assert not any(any(one.lacks) for one in others)
    assert 0 < evidence[0].lacks[0] <= evidence[0].lacks[1] <= evidence[0].lacks[2] <= 1
