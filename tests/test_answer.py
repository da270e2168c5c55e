"""Answers in kind, complete, quoted exactly, in the language of the question; or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import Clause, ClauseKind, Role
from corpus.errors import UsageError
from index.filters import Filters
from index.library import Library
from index.rows import Head
from qa.abstain import bears
from qa.answer import answer
from qa.answers.task_words import count_sentence
from qa.citation import Answer
from qa.evidence import FEATURES, Evidence, gather
from qa.in_text import kind_share
from qa.present import answer_json, references_json
from qa.question import Query, read_question
from qa.signals import SIGNALS, signals, vector
from qa.sureness import sureness
from qa.verify import exact, unproved, verified
from tests.answering import FLOOD, MASKS, flood_telling, make_library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return make_library(tmp_path_factory.mktemp("answers"))


def quotes(found: Answer) -> list[str]:
    return [citation.quote for citation in found.citations]


QUESTIONS = [
    "Sở Y tế phải làm gì?",
    "so y te phai lam gi ve khau trang",
    "Cơ quan nào xử phạt người vận chuyển gia cầm trái phép?",
    "Sở Y tế báo cáo kết quả xét nghiệm trước ngày nào?",
    "Ai ký Chỉ thị 15/CT-UBND và ban hành ngày nào?",
    "Chỉ thị 15/CT-UBND được dẫn ở đâu?",
    "Chuẩn bị bao nhiêu giường cách ly?",
    "Giá vé máy bay đi Hà Nội bao nhiêu tiền?",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_is_exact_and_every_mark_resolves(library: Library, question: str) -> None:
    """What is shown stands in the stored text to the character; [n] names a citation."""
    found = answer(library, question)
    for citation in (*found.citations, *found.nearest):
        assert exact(citation, library.document(citation.head.id).text)
    marks = {int(part.partition("]")[0]) for part in found.text.split("[")[1:]}
    assert marks <= set(range(1, len(found.citations) + 1))
    assert bool(found.citations) != found.abstained


@pytest.mark.parametrize("question", QUESTIONS)
def test_figures_of_the_statement_stand_in_the_sources(library: Library, question: str) -> None:
    """No number or date is shown that the cited documents do not have."""
    found = answer(library, question)
    if found.intent.value == "tasks" or found.abstained:
        return  # a count of tasks is counted, not quoted
    sources = [
        f"{c.quote}\n{c.head.number}\n{c.head.issued.strftime('%d/%m/%Y')}" for c in found.citations
    ]
    assert unproved(found.text, sources) == []


def test_the_list_of_tasks_is_complete_and_told_by_role(library: Library) -> None:
    """All that Sở Y tế is told, newest document first, its own before everyone's, with a count."""
    found = answer(library, "Sở Y tế phải làm gì?")
    assert [citation.role for citation in found.citations] == [
        Role.LEAD, Role.LEAD, Role.LEAD, Role.LEAD, Role.SUPPORT, Role.GENERAL,
    ]  # fmt: skip
    assert found.citations[0].head.number == "07/CĐ-UBND"
    assert "5 nhiệm vụ: 4 chủ trì, 1 phối hợp; ngoài ra 1 nhiệm vụ chung" in found.text
    assert "Các Sở, ngành khác" not in found.text  # the residual group: Sở Y tế is named elsewhere
    assert found.left_out == 0


def test_a_count_names_what_there_is() -> None:
    """Nothing of its own is no "0 tasks"."""
    assert count_sentence([Role.GENERAL], "vi") == "1 nhiệm vụ chung"
    both = count_sentence([Role.JOINT, Role.GENERAL, Role.GENERAL], "en")
    assert both == "1 task: 1 joint; besides 2 general tasks"


@pytest.mark.parametrize(
    "question", ["SYT phải làm gì về khẩu trang?", "so y te phai lam gi ve khau trang"]
)
def test_a_topic_narrows_and_says_what_it_left_out(library: Library, question: str) -> None:
    """The mask task alone, and the number of the others."""
    found = answer(library, question)
    assert quotes(found) == ["Hướng dẫn việc đeo khẩu trang tại chợ đầu mối."]
    assert found.left_out == 5
    assert "5 nhiệm vụ khác" in found.text


def test_a_document_in_the_question_narrows(library: Library) -> None:
    """Only what that telegram tells, the rest counted."""
    found = answer(library, "Công điện 07 giao Sở Y tế việc gì?")
    assert {citation.head.number for citation in found.citations} == {"07/CĐ-UBND"}
    assert found.left_out == 5


def test_predecessors_count_and_are_marked(library: Library) -> None:
    """Today's department answers for what the one before it was told."""
    found = answer(library, "Sở Nông nghiệp và Môi trường phải làm gì?")
    own = found.citations[0]
    assert own.named_as == "Sở Nông nghiệp và Phát triển nông thôn"
    assert "tiền thân" in found.text


def test_an_english_question_is_answered_in_english(library: Library) -> None:
    """The statement is English, the quotes stay Vietnamese."""
    found = answer(library, "What must the Department of Health do?")
    assert found.language == "en"
    assert "5 tasks: 4 lead, 1 support; besides 1 general task" in found.text


def test_owner_deadline_and_metadata_have_values(library: Library) -> None:
    """The body, the day, the signer: typed, with the clause that says so first."""
    owner = answer(library, "Cơ quan nào xử phạt người vận chuyển gia cầm trái phép?")
    assert owner.values == ("Công an tỉnh",)
    assert owner.citations[0].quote.startswith("Công an tỉnh: Xử phạt")
    due = answer(library, "Sở Y tế báo cáo kết quả xét nghiệm trước ngày nào?")
    assert due.values == ("2025-03-15",)
    signed = answer(library, "Ai ký Chỉ thị 15/CT-UBND và ban hành ngày nào?")
    assert signed.values == ("2025-03-04", "Trần Văn An")
    assert " ".join(quotes(signed)[1].split()) == "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn An"


def test_the_day_a_document_takes_effect_is_given(tmp_path: Path) -> None:
    """The printed day, cited by its clause, not the day of issue; "từ ngày ký" is that day."""
    for said, day in (("từ ngày 30 tháng 11 năm 2025", "2025-11-30"), ("từ ngày ký", "2025-09-20")):
        text = FLOOD.replace(
            "3. Công an tỉnh: Phân luồng giao thông tại cầu Đông Khê.",
            f"3. Công điện này có hiệu lực thi hành kể {said}.",
        )
        folder = tmp_path / day
        folder.mkdir()
        library = make_library(folder, flood=text)
        found = answer(library, "Công điện ứng phó mưa lũ của tỉnh có hiệu lực khi nào?")
        assert found.values == (day,)
        assert "có hiệu lực" in found.citations[0].quote


def test_the_day_and_what_it_replaces_are_told_together(tmp_path: Path) -> None:
    """Two things of one document asked in one breath, each with its own clause."""
    text = flood_telling(
        "3. Công điện này có hiệu lực thi hành kể từ ngày ký.",
        "",
        "4. Công điện này thay thế Công điện số 05/CĐ-UBND ngày 01 tháng 9 năm 2025.",
    )
    library = make_library(tmp_path, flood=text)
    found = answer(
        library, "Công điện ứng phó mưa lũ của tỉnh có hiệu lực khi nào và thay cho công điện nào?"
    )
    assert found.values[0] == "2025-09-20"
    assert "05/CĐ-UBND" in found.values[1]
    assert "thay thế" in found.citations[1].quote


def test_whose_document_is_asked_about_is_minded(tmp_path: Path) -> None:
    """The telegram of another province, or of another year, has another number and signer."""
    library = make_library(tmp_path)
    known = answer(library, "Công điện của tỉnh Sơn Hải ứng phó mưa lũ mang số mấy?")
    assert not known.abstained
    for other in (
        "Công điện của tỉnh Hà Tĩnh ứng phó mưa lũ mang số mấy?",
        "Công điện ứng phó mưa lũ năm 2019 mang số mấy?",
    ):
        assert answer(library, other).abstained, other


def test_a_short_question_leans_on_the_document_shown(library: Library) -> None:
    """It is of the document before, named or shown; alone it is of none."""
    first = answer(library, "Công điện 07/CĐ-UBND giao Sở Y tế làm gì?")
    for words in ("ai ký?", "Ai ký công điện này?", "who signed it?"):
        assert answer(library, words, previous=first).values == ("Lê Thị Bình",), words
    both = answer(library, "ai ký và ban hành ngày nào?", previous=first)
    assert set(both.values) == {"2025-09-20", "Lê Thị Bình"}
    assert answer(library, "ai ký?").abstained
    longer = answer(library, "Ai là người ký chứng thư số?", previous=first)
    assert longer.values != ("Lê Thị Bình",)  # it says of what it is asked


def test_what_a_document_that_is_elsewhere_tells_others_is_not_told(tmp_path: Path) -> None:
    """A number alone, or what another body is told by it, is no answer."""
    library = make_library(
        tmp_path,
        flood=flood_telling(
            "3. Bộ Y tế trực ban trước ngày 11 tháng 11 năm 2025.",
            "4. Sở Y tế thực hiện Nghị quyết số 72-NQ/TW; thực hiện Nghị định số 11/2025/NĐ-CP.",
        ),
    )
    for question in ("theo Nghị quyết 72", "theo Nghị định 11"):
        assert answer(library, f"Bộ Y tế phải làm gì {question}?").abstained
        told = answer(library, f"Sở Y tế phải làm gì {question}?")
        assert [c.locator for c in told.citations] == ["mục 4"]


def test_a_document_of_the_number_by_another_is_not_meant(library: Library) -> None:
    """It is the province's, and none of the ministry is here."""
    found = answer(library, "Chỉ thị 15 của Bộ Y tế giao ai làm gì?")
    assert not found.text.startswith("Chỉ thị 15/CT-UBND")
    assert answer(library, "Chỉ thị 15 giao ai làm gì?").text.startswith("Chỉ thị 15/CT-UBND")


@pytest.mark.parametrize(
    "question",
    [
        "Who signed Decision 8500/QĐ-TTg?",
        "Quyết định 9577/QĐ-TTg thay thế văn bản nào?",
        "Công văn 7321/BYT-KCB giao Sở Y tế làm gì?",
        "Nội dung chính của Quyết định 9577/QĐ-TTg là gì?",
        "Sở Công Thương phải làm gì theo Công điện 07/CĐ-UBND?",
        "Ai ký Công điện 07/CĐ-UBND của tỉnh Nghệ An?",
    ],
)
def test_other_documents_do_not_answer_for_one_that_is_not_here(
    library: Library, question: str
) -> None:
    """Nor for one that says nothing to the body, nor for one of another province."""
    found = answer(library, question)
    assert found.abstained
    for number in ("8500/QĐ-TTg", "9577/QĐ-TTg", "7321/BYT-KCB"):
        assert (number in question) == (number in found.text)


def test_documents_of_one_number_are_told_apart(tmp_path: Path) -> None:
    """Two provinces use the same number: both signers are told, each with its document."""
    other = FLOOD.replace("TỈNH SƠN HÀ", "TỈNH GIA LAI").replace("Lê Thị Bình", "Rơ Chăm Hà")
    library = make_library(tmp_path, flood=FLOOD, other=other)
    both = answer(library, "Ai ký Công điện 07/CĐ-UBND?")
    assert set(both.values) == {"Lê Thị Bình", "Rơ Chăm Hà"}
    assert "Gia Lai" in both.text
    one = answer(library, "Ai ký Công điện 07/CĐ-UBND của tỉnh Gia Lai?")
    assert one.values == ("Rơ Chăm Hà",)


def test_a_body_of_a_province_is_told_nothing_by_another(tmp_path: Path) -> None:
    """Whether or not a document stores it under the name with the place."""
    other = FLOOD.replace("TỈNH SƠN HÀ", "TỈNH GIA LAI").replace(
        "3. Công an tỉnh: Phân", "3. Sở Y tế phân"
    )
    library = make_library(
        tmp_path, masks=MASKS.replace("TỈNH SƠN HÀ", "TỈNH LÀO CAI"), other=other
    )
    assert answer(library, "Công an tỉnh Gia Lai có nhiệm vụ gì?").abstained
    own = answer(library, "Sở Y tế tỉnh Gia Lai phải làm gì?")
    assert {citation.head.issuer for citation in own.citations} == {"Ủy ban nhân dân tỉnh Gia Lai"}


def test_a_document_names_its_own_province_s_bodies_without_the_place(tmp_path: Path) -> None:
    """Also where another document has made the library know the name with the place."""
    here = FLOOD.replace("TỈNH SƠN HÀ", "TỈNH GIA LAI").replace(
        "3. Công an tỉnh: Phân", "3. Sở Y tế phân"
    )
    there = MASKS.replace("4. Công an tỉnh: Xử phạt", "4. Sở Y tế tỉnh Gia Lai phối hợp xử phạt")
    library = make_library(tmp_path, here=here, there=there.replace("TỈNH SƠN HÀ", "TỈNH LÀO CAI"))
    told = answer(library, "Công điện 07/CĐ-UBND yêu cầu Sở Y tế tỉnh Gia Lai làm gì?")
    assert {citation.head.number for citation in told.citations} == {"07/CĐ-UBND"}


def test_a_military_command_is_no_ministry(tmp_path: Path) -> None:
    """Its name begins as a ministry's does, but it hears only its own province."""
    here = FLOOD.replace("Công an tỉnh", "Bộ Chỉ huy quân sự tỉnh")
    library = make_library(
        tmp_path, here=here, there=here.replace("TỈNH SƠN HÀ", "TỈNH GIA LAI").replace("07", "09")
    )
    told = answer(library, "Bộ CHQS Gia Lai phải làm gì?")
    assert {citation.head.number for citation in told.citations} == {"09/CĐ-UBND"}
    assert answer(library, "Bộ CHQS tỉnh Cà Mau phải làm gì?").abstained


def test_a_topic_of_one_word_that_nothing_speaks_of_has_no_tasks(library: Library) -> None:
    """What is merely near to it in meaning is not listed as being about it."""
    assert quotes(answer(library, "Sở Y tế phải làm gì về khẩu trang?"))
    assert answer(library, "Sở Y tế phải làm gì về bia?").abstained


def test_a_document_that_the_question_opens_with_speaks_alone(library: Library) -> None:
    """What another document tells the body was not asked; one it does not name is told nothing."""
    flood = answer(library, "Công điện 07/CĐ-UBND yêu cầu Sở Y tế làm gì?")
    assert {citation.head.number for citation in flood.citations} == {"07/CĐ-UBND"}
    assert answer(library, "Công điện 07/CĐ-UBND yêu cầu Sở Công Thương làm gì?").abstained


def test_a_name_alone_asks_what_its_body_must_do(library: Library) -> None:
    """As clerks type it: "SYT", "SYT làm j"."""
    whole = quotes(answer(library, "Sở Y tế phải làm gì?"))
    for asked in ("SYT", "Sở Y tế?", "SYT làm j"):
        assert quotes(answer(library, asked)) == whole


@pytest.mark.parametrize("asked", ["Sở Phép Thuật phải làm gì?", "Bộ Gia cầm có nhiệm vụ gì?"])
def test_a_body_that_there_is_not_has_no_tasks(library: Library, asked: str) -> None:
    """Ministries and departments are all known; what is near in words is no answer."""
    assert answer(library, asked).abstained


def test_what_nobody_typed_changes_no_answer(library: Library) -> None:
    """Markup, colours of a terminal and unseen characters come along with a copied question."""
    plain = quotes(answer(library, "Sở Y tế phải làm gì?"))
    for copied in ("<b>Sở Y tế</b> phải làm gì?", "\x1b[31mSở Y\u200btế phải\x00làm gì?\x1b[0m"):
        assert quotes(answer(library, copied)) == plain


def test_a_question_without_end_is_not_read(library: Library) -> None:
    """Two thousand characters are more than anyone asks."""
    with pytest.raises(UsageError, match="dài quá"):
        answer(library, "Sở Y tế phải làm gì? " * 100)


def test_values_are_cut_out_of_the_sentence_that_answers(tmp_path: Path) -> None:
    """Where it is not the first of its clause too."""
    text = flood_telling(
        "3. Sở Y tế rà soát các trạm y tế bị ngập. Lập 12 đội cấp cứu lưu động tại các xã."
    )
    found = answer(make_library(tmp_path, flood=text), "Lập bao nhiêu đội cấp cứu lưu động?")
    assert all(any(value in quote for quote in quotes(found)) for value in found.values)
    assert any("12" in value for value in found.values)


def test_a_deputy_is_not_his_chief(tmp_path: Path) -> None:
    """A deputy named in a question does not make the Prime Minister the body asked about."""
    library = make_library(tmp_path)
    asked = "Sau chuyến làm việc của Phó Thủ tướng Lưu Đức Thịnh, Sở Y tế nhận những đầu việc nào?"
    assert answer(library, asked).agency == "Sở Y tế"


def test_who_holds_an_office_must_be_said(tmp_path: Path) -> None:
    """The office itself is no answer to who holds it; a person, or another office, is."""
    duty = "6. Trưởng Ban Chỉ đạo phòng, chống dịch cúm gia cầm tỉnh kiểm tra các chợ."
    asked = "Ai làm Trưởng Ban Chỉ đạo phòng, chống dịch cúm gia cầm tỉnh?"
    for said, silent in ((duty, True), (f"{duty[:-1]}, do ông Lê Văn Bình làm Trưởng ban.", False)):
        letter = MASKS.replace("Nơi nhận:", f"{said}\nNơi nhận:")
        folder = tmp_path / str(silent)
        folder.mkdir()
        assert answer(make_library(folder, letter=letter), asked).abstained is silent


@pytest.mark.parametrize("city", ["Hải Phòng", "Hồ Chí Minh"])
def test_a_body_of_a_city_is_found_under_the_citys_rank(tmp_path: Path, city: str) -> None:
    """The registry calls it "… tỉnh", the city's letter "… Thành phố"."""
    letter = MASKS.replace("TỈNH SƠN HÀ", f"THÀNH PHỐ {city.upper()}").replace(
        "4. Công an tỉnh: Xử phạt", "4. Trung tâm Kiểm soát bệnh tật Thành phố: Xử lý"
    )
    library = make_library(tmp_path, letter=letter)
    found = answer(library, f"Ở {city}, Trung tâm Kiểm soát bệnh tật phải làm gì?")
    assert any("Xử lý người vận chuyển" in quote for quote in quotes(found))


def test_all_that_a_document_ends_is_listed(tmp_path: Path) -> None:
    """Wherever it says so, and not what else its best clause cites."""
    text = flood_telling(
        "3. Công an tỉnh: Phân luồng giao thông tại cầu Đông Khê.",
        "4. Công điện này thay thế Công điện số 05/CĐ-UBND ngày 01 tháng 9 năm 2025.",
    )
    library = make_library(tmp_path, flood=text)
    found = answer(library, "Công điện ứng phó lũ trên sông Lam Hà làm hết hiệu lực văn bản nào?")
    assert found.values == ("05/CĐ-UBND",)


def test_who_signed_a_document_that_is_not_here_is_not_told(library: Library) -> None:
    """No other document's signer is given for it."""
    found = answer(library, "Quyết định 2138/QĐ-TTg mà tỉnh dựa vào để chống dịch do ai ký?")
    assert found.abstained
    assert not found.citations


def test_what_a_letter_answers_and_when_a_council_passed_it(tmp_path: Path) -> None:
    """Each by the clause that says so; the number asked for is not the letter's own."""
    letter = flood_telling(
        "3. Ủy ban nhân dân tỉnh nhận được Công văn số 12/SYT-NV ngày 02/9/2025 của Sở Y tế.",
        "",
        "4. Nghị quyết này được Hội đồng nhân dân tỉnh Khóa X, kỳ họp thứ Ba thông qua ngày 18 tháng 9 năm 2025.",
    )
    library = make_library(tmp_path, flood=letter)
    replied = answer(library, "Công điện ứng phó mưa lũ của tỉnh trả lời công văn số mấy?")
    assert ["12/SYT-NV" in citation.quote for citation in replied.citations] == [True]
    passed = answer(library, "Công điện ứng phó mưa lũ của tỉnh được thông qua ở kỳ họp nào?")
    assert "kỳ họp thứ Ba" in passed.citations[0].quote


def test_a_clause_that_leads_over_brings_what_it_lists(tmp_path: Path) -> None:
    """All of the list, the item nearest to the question first."""
    listed = flood_telling(
        "3. Người vi phạm nội quy chợ phải chịu một trong các hình thức xử lý sau đây:",
        "",
        "a) Đối với người đến chợ: nhắc nhở;",
        "",
        "b) Đối với thương nhân: đình chỉ kinh doanh.",
    )
    library = make_library(tmp_path, flood=listed)
    found = answer(
        library, "Người vi phạm nội quy chợ là thương nhân phải chịu hình thức xử lý nào?"
    )
    quotes = [citation.quote for citation in found.citations][:3]
    assert ["sau đây:" in quotes[0], "thương nhân" in quotes[1], "người đến" in quotes[2]] == [
        True, True, True,
    ]  # fmt: skip


def test_references_go_both_ways(library: Library) -> None:
    """Who cites a directive, and what it cites."""
    cited = answer(library, "Chỉ thị 15/CT-UBND được dẫn ở đâu?")
    assert cited.values == ("07/CĐ-UBND",)
    based = answer(library, "Văn bản nào căn cứ Quyết định 32/QĐ-TTg?")
    assert based.values == ("15/CT-UBND",)
    web = references_json(library, None)
    assert [(edge["relation"], edge["count"]) for edge in web["edges"]] == [("theo", 1)]
    one = references_json(library, "15/CT-UBND")
    assert [c["document"]["number"] for c in one["cited_by"]] == ["07/CĐ-UBND"]
    assert "32/QĐ-TTg" in [c["reference"]["number"] for c in one["cites"]]
    unknown = references_json(library, "90/2017/NĐ-CP")
    assert unknown["document"] is None
    assert len(unknown["cited_by"]) == 1


def test_what_the_library_does_not_tell_is_refused(library: Library) -> None:
    """The nearest clauses are offered as just that, never as sources."""
    found = answer(library, "Giá vé máy bay đi Hà Nội bao nhiêu tiền?")
    assert found.abstained
    assert found.citations == ()
    assert found.nearest
    shown = answer_json(found)
    assert shown["citations"] == []
    assert len(shown["nearest"]) == len(found.nearest)


def test_several_questions_and_a_follow_up(library: Library) -> None:
    """Two questions in one breath are both answered; a short one leans on the one before."""
    both = answer(library, "Công an tỉnh phải làm gì về gia cầm? Ai ký Chỉ thị 15/CT-UBND?")
    assert "Xử phạt" in both.text
    assert "Trần Văn An" in both.text
    first = answer(library, "Sở Y tế phải làm gì?")
    then = answer(library, "còn Công an tỉnh?", previous=first)
    assert (then.intent, then.agency) == (first.intent, "Công an tỉnh")


def test_two_bodies_in_one_breath_have_a_list_each(library: Library) -> None:
    """Neither body is dropped, and each has just what it has when asked about alone."""
    alone = [answer(library, f"{body} phải làm gì?") for body in ("Sở Y tế", "Công an tỉnh")]
    both = answer(library, "Sở Y tế và Công an tỉnh phải làm gì?")
    assert quotes(both) == [quote for one in alone for quote in quotes(one)]
    assert all(one.text.splitlines()[0] in both.text for one in alone)


def test_filters_act_on_every_intent(library: Library) -> None:
    """With a document given, nothing from another one is cited."""
    only = Filters(document=library.find("07/CĐ-UBND").id)
    for question in QUESTIONS:
        found = answer(library, question, filters=only)
        assert {c.head.number for c in (*found.citations, *found.nearest)} <= {"07/CĐ-UBND"}


def test_an_empty_question_is_the_users_mistake(library: Library) -> None:
    """A message, not an answer."""
    with pytest.raises(UsageError):
        answer(library, "   ")


def test_an_inexact_quote_never_reaches_a_user(library: Library) -> None:
    """One letter off and the citation goes, and with it the statement that stood on it."""
    found = answer(library, "Sở Y tế báo cáo kết quả xét nghiệm trước ngày nào?")
    first = found.citations[0]
    forged = replace(first, quote=first.quote.replace("15/3", "16/3"))
    shown = verified(replace(found, citations=(forged, *found.citations[1:])), library.texts)
    assert "16/3" not in shown.text
    assert forged not in shown.citations


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("Trước ngày 15/3/2025 [1].", []),
        ("Trước ngày 15/03/2025 [1].", []),
        ("Trước ngày 16/3/2025 [1].", ["16/3/2025"]),
        ("Cần 50 giường [1].", ["50"]),
        ("Văn bản viết “báo cáo kết quả” [1].", []),
        ("Văn bản viết “báo cáo ngay” [1].", ["báo cáo ngay"]),
    ],
)
def test_unproved_figures_and_quotes_are_named(statement: str, missing: list[str]) -> None:
    """Leading zeros do not matter; marks are no figures."""
    assert unproved(statement, ["báo cáo kết quả trước ngày 15/3/2025"]) == missing


def test_the_deadline_of_the_form_asked_for_comes_first(tmp_path: Path) -> None:
    """Asked for an hour, the one with an hour; asked what is due every month, what returns."""
    text = flood_telling(
        "3. Sở Xây dựng báo cáo kết quả sửa đường trước ngày 30/9/2025.",
        "4. Sở Xây dựng báo cáo kết quả sửa đường trước ngày 10 hằng tháng.",
        "5. Sở Xây dựng báo cáo kết quả sửa đường trước 16 giờ ngày 25/9/2025.",
    )
    library = make_library(tmp_path, flood=text)
    hour = answer(library, "Sở Xây dựng báo cáo kết quả sửa đường trước mấy giờ?")
    assert hour.values[0] == "2025-09-25"
    monthly = answer(library, "Hằng tháng Sở Xây dựng báo cáo kết quả sửa đường trước ngày nào?")
    assert monthly.values[0] == "trước ngày 10 hằng tháng"


def test_how_long_something_may_last_is_no_deadline(tmp_path: Path) -> None:
    """The words that say how long answer, not the day that stands beside them."""
    text = flood_telling(
        "3. Kho than của các nhà máy điện không được xuống dưới 15 ngày vận hành; Sở Công Thương báo cáo lượng than trước ngày 30/9/2025."
    )
    library = make_library(tmp_path, flood=text)
    found = answer(library, "Kho than của nhà máy điện phải đủ dùng ít nhất mấy ngày?")
    assert "15 ngày vận hành" in found.text
    assert "30/9/2025" not in found.text
    due = answer(library, "Sở Công Thương báo cáo lượng than trước ngày nào?")
    assert due.values == ("2025-09-30",)


def test_a_day_that_had_passed_is_not_due(tmp_path: Path) -> None:
    """Of two clauses with the words, that with a day after the document's own answers."""
    text = flood_telling(
        "3. Các xã phải cập nhật xong hồ chứa lên hệ thống trước ngày 20/8/2025.",
        "4. Các xã khẩn trương cập nhật xong hồ chứa lên hệ thống trước ngày 30/11/2025.",
    )
    library = make_library(tmp_path, flood=text)
    found = answer(library, "Các xã phải cập nhật xong hồ chứa lên hệ thống trước ngày nào?")
    assert found.values[0] == "2025-11-30"


def test_when_an_older_document_ends_is_told_by_the_newer(tmp_path: Path) -> None:
    """It is not the day on which a document of the library takes effect."""
    text = flood_telling(
        "3. Quyết định số 45/2022/QĐ-UBND về định mức vận hành hồ chứa hết hiệu lực kể từ ngày 01 tháng 01 năm 2026."
    )
    library = make_library(tmp_path, flood=text, masks=MASKS)
    for asked in ("hết hiệu lực từ ngày nào?", "hết hiệu lực thi hành từ hôm nào?"):
        found = answer(library, f"Quy định năm 2022 về định mức vận hành hồ chứa {asked}")
        assert found.values == ("2026-01-01",)
        assert "hết hiệu lực kể từ ngày 01 tháng 01 năm 2026" in found.text


def test_communes_told_by_their_areas_are_their_committees(tmp_path: Path) -> None:
    """The committees are told what "Các xã" are told; and where none is, a question is no error."""
    told = FLOOD.replace("3. Công an tỉnh: Phân luồng", "3. Các xã, phường khẩn trương phân luồng")
    library = make_library(tmp_path / "a", flood=told)
    for asked in ("UBND các xã phải làm gì?", "Các phường phải làm gì?"):
        assert "phân luồng giao thông" in answer(library, asked).text
    untold = make_library(tmp_path / "b")
    assert answer(untold, "UBND các xã phải báo cáo trước ngày nào?").query is not None


def test_what_a_plan_is_based_on_is_no_other_reference(tmp_path: Path) -> None:
    """Of the documents that a clause cites, those in the relation that is asked for."""
    text = flood_telling(
        "3. Gửi kèm Quyết định số 77/QĐ-TTg ngày 02/4/2025. Các xã lập phương án an toàn hồ chứa, căn cứ Quyết định số 55/QĐ-TTg ngày 01/3/2025."
    )
    library = make_library(tmp_path, flood=text)
    found = answer(library, "Các xã lập phương án an toàn hồ chứa căn cứ quyết định nào?")
    assert found.values == ("55/QĐ-TTg",)


def test_the_article_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    """And the document alone where that is asked for."""
    text = flood_telling(
        "3. Khoản chi tiền thưởng của hợp tác xã nếu thỏa mãn điều kiện quy định tại khoản 2 Điều 4 Thông tư số 96/2015/TT-BTC thì được trừ."
    )
    library = make_library(tmp_path, flood=text)
    asked = "Tiền thưởng của hợp tác xã được trừ theo {} nào?"
    assert "khoản 2 Điều 4 Thông tư" in answer(library, asked.format("điều nào, thông tư")).text
    assert answer(library, asked.format("thông tư")).text.startswith("Thông tư số 96/2015/TT-BTC")


def test_another_province_s_document_is_no_evidence(tmp_path: Path) -> None:
    """Unless it names the place itself; a merged province's documents are those of the new one."""
    laocai = FLOOD.replace("SƠN HÀ", "LÀO CAI").replace("Sơn Hà", "Lào Cai")
    yenbai = FLOOD.replace("SƠN HÀ", "YÊN BÁI").replace("Sơn Hà", "Yên Bái")
    sonla = FLOOD.replace("SƠN HÀ", "SƠN LA").replace("Sơn Hà", "Sơn La")
    library = make_library(tmp_path, laocai=laocai, yenbai=yenbai, sonla=sonla)
    asked = "Ở Lào Cai hồ chứa phải hạ mực nước khi nào?"
    found = gather(library, read_question(asked, library.heads(), ()), Filters())
    of = {e.head.path for e in found if "hồ chứa" in e.clause.text}
    assert sorted(Path(path).stem for path in of) == ["laocai", "yenbai"]
    silent = answer(library, asked.replace("Lào Cai", "Cà Mau"))
    assert silent.abstained
    assert not silent.citations


def test_another_body_s_deadline_is_no_answer(library: Library) -> None:
    """A body told nothing by 15/3/2025 is not given the day that Sở Y tế was told."""
    found = answer(library, "Công an tỉnh phải báo cáo kết quả xét nghiệm trước ngày nào?")
    assert found.abstained or all("15/3/2025" not in quote for quote in quotes(found))
    theirs = answer(library, "Sở Y tế báo cáo kết quả xét nghiệm trước ngày nào?")
    assert theirs.values == ("2025-03-15",)


def lowers(signal: str, query: Query, evidence: Sequence[Evidence]) -> bool:
    """Whether the confidence would be higher without that signal."""
    known = vector(query, evidence)
    without = known.copy()
    without[SIGNALS.index(signal)] = 0.0
    return sureness().chance(known) < sureness().chance(without)


@pytest.mark.parametrize(
    ("asked", "lacking"),
    [
        ("Công an tỉnh Gia Lai xử phạt ai?", "missing_place"),
        ("Năm 2031 Sở Y tế chuẩn bị bao nhiêu giường?", "missing_year"),
    ],
)
def test_what_the_question_names_and_the_clause_lacks_counts_against_it(
    library: Library, asked: str, lacking: str
) -> None:
    """A place or year that the best evidence has not lowers the confidence."""
    query = read_question(asked, library.heads(), library.names_told())
    evidence = gather(library, query, Filters())
    found = signals(query, evidence)
    assert found[lacking] == 1.0
    assert lowers(lacking, query, evidence)
    names = {"missing_place", "missing_year", "missing_number"} - {lacking}
    plain_one = read_question(
        "Sở Y tế chuẩn bị bao nhiêu giường cách ly?", library.heads(), library.names_told()
    )
    others = signals(plain_one, gather(library, plain_one, Filters()))
    assert not any(others[name] for name in names | {lacking})


def test_an_office_that_is_only_mentioned_hides_no_deadline(library: Library) -> None:
    """Whoever receives what is due is not who must act by then."""
    found = answer(library, "Kết quả xét nghiệm phải trình Ủy ban nhân dân tỉnh trước ngày nào?")
    assert found.values == ("2025-03-15", "Sở Y tế")
    assert found.text.endswith("Ai thực hiện: Sở Y tế (chủ trì) [1].")


def test_all_full_names_of_a_body_lead_to_its_tasks(tmp_path: Path) -> None:
    """Two documents that write it differently tell one body; each keeps its own words."""
    one = MASKS.replace("4. Công an tỉnh:", "4. Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh:")
    two = FLOOD.replace("3. Công an tỉnh:", "3. Ủy ban Mặt trận Tổ quốc tỉnh:")
    library = make_library(tmp_path, one=one, two=two)
    for words in ("MTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh"):
        entries = library.dossier(library.body(words))
        own = {entry.task.agency for entry in entries if entry.task.role is not Role.GENERAL}
        assert own == {
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh",
        }  # fmt: skip


def test_a_deadline_told_to_a_group_is_given(tmp_path: Path) -> None:
    """Whether a group reaches the body asked about, its words need not tell; the clause is cited."""
    text = flood_telling("3. Các chủ hồ chứa báo cáo mực nước hồ chứa trước ngày 25/9/2025.")
    library = make_library(tmp_path, flood=text)
    found = answer(library, "Sở Xây dựng báo cáo mực nước hồ chứa trước ngày nào?")
    assert found.values == ("2025-09-25",)


def test_a_body_that_is_only_described_gets_all_that_it_is_told(tmp_path: Path) -> None:
    """The best clause says who is meant, if its body has the question's words; else its own words
    answer, and no other body's list."""
    samples = Library(tmp_path)
    samples.update([Path(__file__).parent.parent / "corpus" / "samples"])
    found = answer(samples, "Bên quân sự tỉnh phải làm những gì?")
    assert found.agency == "Bộ Chỉ huy Quân sự tỉnh"
    assert all(citation.role is not None for citation in found.citations)
    assert answer(samples, "Bệnh viện sản nhi phải làm gì?").agency == "Bệnh viện Sản - Nhi tỉnh"
    assert answer(samples, "Các nhà máy nước phải làm những gì?").agency is None


def test_a_sum_that_no_clause_has_is_refused(library: Library) -> None:
    """The right subject without the value asked for is no answer."""
    assert answer(library, "Chuẩn bị bao nhiêu giường cách ly tại bệnh viện đa khoa?").citations
    for question in (
        "Chuẩn bị giường cách ly tại Bệnh viện đa khoa tỉnh tốn bao nhiêu?",
        "Mua giường cách ly ở Bệnh viện đa khoa tỉnh hết bao nhiêu tỷ đồng?",
    ):
        assert answer(library, question).abstained


def test_every_kind_of_document_asked_for_is_named(tmp_path: Path) -> None:
    """Both of "thông tư nào … và tờ trình nào", though the grounds cite more."""
    (tmp_path / "a.txt").write_text(
        FLOOD.replace(
            "Theo Chỉ thị số 15/CT-UBND ngày 04 tháng 3 năm 2025 của Ủy ban nhân dân tỉnh",
            "Căn cứ Thông tư số 13/2025/TT-BYT ngày 06/6/2025 và Kế hoạch số 9/KH-UBND ngày 01/7/2025 "
            "theo Tờ trình số 415/TTr-SYT ngày 28/8/2025 về ứng phó lũ trên sông Lam Hà",
        ),
        encoding="utf-8",
    )
    library = Library(tmp_path / "lib")
    library.update([tmp_path / "a.txt"])
    found = answer(library, "Ứng phó lũ trên sông Lam Hà căn cứ thông tư nào và tờ trình nào?")
    assert set(found.values) == {"13/2025/TT-BYT", "415/TTr-SYT"}


def test_everything_a_document_repeals_is_named(tmp_path: Path) -> None:
    """All three, each in a clause of its own, though the question fits one of them best."""
    repealed = (
        "1. Bãi bỏ Quyết định số 55/2014/QĐ-UBND ngày 31/12/2014 về sử dụng tạm thời vỉa hè.\n"
        "2. Bãi bỏ Quyết định số 24/2019/QĐ-UBND ngày 02/5/2019 sửa đổi quy định về hè phố.\n"
        "3. Bãi bỏ Quyết định số 08/2023/QĐ-UBND ngày 23/02/2023 về lòng đường.\n"
        "4. Công bố Quyết định số 99/2024/QĐ-UBND ngày 01/01/2024 về lòng đường.\n"
    )
    start, end = FLOOD.index("1. Sở Y tế"), FLOOD.index("Nơi nhận")
    library = make_library(tmp_path, one=FLOOD[:start] + repealed + FLOOD[end:])
    found = answer(library, "Những quyết định nào về sử dụng tạm thời vỉa hè bị bãi bỏ?")
    assert set(found.values) == {"55/2014/QĐ-UBND", "24/2019/QĐ-UBND", "08/2023/QĐ-UBND"}


def test_part_of_a_number_finds_the_document(tmp_path: Path) -> None:
    """Read "Chỉ thị 15/2025": it is 15/2025/CT-UBND."""
    library = make_library(tmp_path, one=MASKS.replace("15/CT-UBND", "15/2025/CT-UBND"))
    found = answer(library, "Ai ký Chỉ thị 15/2025?")
    assert found.values == ("Trần Văn An",)


def test_a_province_told_something_is_its_committee(tmp_path: Path) -> None:
    """Both "Tỉnh Gia Lai" and "UBND tỉnh Gia Lai" are told things by one document: one list has both."""
    two = "1. Tỉnh Gia Lai rà soát quỹ đất.\n2. Ủy ban nhân dân tỉnh Gia Lai công bố quy hoạch.\n"
    start, end = FLOOD.index("1. Sở Y tế"), FLOOD.index("Nơi nhận")
    library = make_library(tmp_path, one=FLOOD[:start] + two + FLOOD[end:])
    assert len(answer(library, "Gia Lai phải làm gì?").citations) == 2


def test_a_department_s_document_is_of_the_province_above_it(tmp_path: Path) -> None:
    """The head says "UBND tỉnh Sơn Hà" above "Sở Y tế": that it is of Gia Lai is not so."""
    letter = MASKS.replace("TỈNH SƠN HÀ\n", "TỈNH GIA LAI\nSỞ Y TẾ\n").replace(
        "15/CT-UBND", "15/SYT-NVY"
    )
    library = make_library(tmp_path, one=letter)
    assert library.heads()[0].superior == "Ủy ban nhân dân tỉnh Gia Lai"
    query = read_question("Sở Y tế Gia Lai chuẩn bị bao nhiêu giường?", library.heads(), ())
    assert signals(query, gather(library, query, Filters()))["missing_place"] == 0.0


def test_both_number_and_signer_are_given(library: Library) -> None:
    """Asked so: "số, người ký"."""
    found = answer(library, "Công điện về ứng phó lũ trên sông Lam Hà: số, người ký?")
    assert set(found.values) == {"07/CĐ-UBND", "Lê Thị Bình"}
    found = answer(library, "Cho xin số và ngày của công điện về ứng phó lũ trên sông Lam Hà.")
    assert set(found.values) == {"07/CĐ-UBND", "2025-09-20"}


def test_a_number_may_stop_at_its_year(tmp_path: Path) -> None:
    """Officials say "Chỉ thị 15/2025" of 15/2025/CT-UBND."""
    library = make_library(tmp_path, one=MASKS.replace("15/CT-UBND", "15/2025/CT-UBND"), two=FLOOD)
    [document] = read_question("Ai ký Chỉ thị 15/2025?", library.heads(), ()).documents
    assert [head.number for head in document.heads] == ["15/2025/CT-UBND"]
    [document] = read_question("Ai ký Chỉ thị 15/2024?", library.heads(), ()).documents
    assert document.heads == ()


def test_who_leads_is_meant_and_not_who_helps(tmp_path: Path) -> None:
    """A line "Đơn vị phối hợp: …" has as much of the question, and names nobody in charge."""
    plan = (
        "1. Nội dung: Kiểm tra việc thi hành quy định về nước sạch nông thôn.\n"
        "a) Đơn vị phối hợp: Sở Công Thương, cơ quan quản lý nước sạch nông thôn.\n"
        "b) Đơn vị chủ trì: Thanh tra tỉnh.\n"
    )
    start, end = FLOOD.index("1. Sở Y tế"), FLOOD.index("Nơi nhận")
    library = make_library(tmp_path, one=FLOOD[:start] + plan + FLOOD[end:])
    found = answer(library, "Đơn vị nào kiểm tra nước sạch nông thôn?")
    assert found.values == ("Thanh tra tỉnh",)


def test_one_sentence_that_answers_outweighs_words_all_over(library: Library) -> None:
    """A sum in another sentence than the words of the question is no value for them."""
    names = library.heads(), library.names_told()
    query = read_question("Sở Y tế chuẩn bị bao nhiêu giường cách ly?", *names)
    best = gather(library, query, Filters())[0]
    assert "40 giường" in best.clause.text
    assert best.feature("sentence") == pytest.approx(best.feature("clause"))
    query = read_question("Sở Y tế xét nghiệm các trường hợp nghi mắc ngày nào?", *names)
    best = gather(library, query, Filters())[0]
    assert best.feature("sentence") < best.feature("clause")
    # Of several things that are asked, each may stand in a sentence of its own.
    query = read_question("Sở Y tế xét nghiệm trường hợp nào và báo cáo cái gì?", *names)
    best = gather(library, query, Filters())[0]
    assert best.feature("sentence") == pytest.approx(best.feature("clause"))


def test_what_stands_above_a_clause_and_beside_it_is_near_too(library: Library) -> None:
    """The body stands in the heading, the flu in the title; the best of three decide with."""
    names = library.heads(), library.names_told()
    query = read_question("Sở Y tế chuẩn bị bao nhiêu giường vì dịch cúm?", *names)
    evidence = gather(library, query, Filters())
    best = evidence[0]
    assert best.feature("near") < best.feature("near_all")
    found = signals(query, evidence)
    assert found["near"] == best.feature("near")
    for name, most in (("near", "nearest"), ("near_all", "nearest_all")):
        assert found[most] == max(e.feature(name) for e in evidence[:3])


def test_what_is_noted_at_the_best_three_counts(library: Library) -> None:
    """That the question names their document, that they tell somebody to act, and by when."""
    names = library.heads(), library.names_told()

    def found(asked: str) -> dict[str, float]:
        query = read_question(asked, *names)
        return signals(query, gather(library, query, Filters()))

    due = found("Theo Chỉ thị 15/CT-UBND, ngày nào phải báo cáo kết quả xét nghiệm?")
    assert (due["document"], due["tasked"], due["due"]) == (1.0, 1.0, 1.0)
    what = found("Chuẩn bị bao nhiêu giường cách ly?")
    assert (what["document"], what["tasked"], what["due"]) == (0.0, 0.0, 0.0)


def test_what_happened_is_not_told_by_an_order(library: Library) -> None:
    """A question of the past counts against a clause that only tells somebody to act."""
    names = library.heads(), library.names_told()
    asked = read_question("Ai đã bị xử phạt vì vận chuyển gia cầm trái phép?", *names)
    evidence = gather(library, asked, Filters())
    found = signals(asked, evidence)
    assert (found["missing_fact"], found["deed"]) == (1.0, 1.0)
    assert lowers("missing_fact", asked, evidence)
    duty = read_question("Ai phải xử phạt người vận chuyển gia cầm trái phép?", *names)
    found = signals(duty, gather(library, duty, Filters()))
    assert (found["missing_fact"], found["deed"]) == (0.0, 0.0)


def test_a_district_that_issued_a_document_is_a_place(tmp_path: Path) -> None:
    """Its own document is meant, though another has more of the words."""
    for name, place in (("a", "HUYỆN BẮC HÀ"), ("b", "HUYỆN SA PA")):
        text = FLOOD.replace("TỈNH SƠN HÀ", place).replace("Sơn Hà, ngày", "Bắc Hà, ngày")
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    library = Library(tmp_path / "lib")
    library.update([tmp_path / "a.txt", tmp_path / "b.txt"])
    query = read_question("Huyện Bắc Hà hạ mực nước hồ chứa khi nào?", library.heads(), ())
    assert [place.full for place in query.places] == ["huyện Bắc Hà"]
    found = answer(library, "Huyện Bắc Hà: hồ chứa hạ mực nước xuống 45 m trước ngày nào?")
    assert found.citations[0].head.path.endswith("a.txt")


def test_the_committees_of_communes_are_told_everything(tmp_path: Path) -> None:
    """By every name of theirs, and with the departments in one breath."""
    samples = Library(tmp_path)
    samples.update([Path(__file__).parent.parent / "corpus" / "samples"])
    asked = [
        answer(samples, q) for q in ("UBND xã phải làm gì?", "ubnd cac xa, phuong phai lam gi")
    ]
    named = {citation.named_as for citation in asked[0].citations}
    assert {
        "Ủy ban nhân dân các xã, phường bị ngập",
        "Ủy ban nhân dân xã, phường nơi có ổ dịch",
    } <= named
    assert "Các Sở, ban, ngành; Ủy ban nhân dân các xã, phường, đặc khu" in named
    assert quotes(asked[0]) == quotes(asked[1])


def found_for(query: Query, text: str) -> Evidence:
    """A clause of a telegram of the Prime Minister as evidence, of which only its text is known."""
    head = Head(1, "a", "1/CĐ-TTg", "Công điện", None, "Thủ tướng Chính phủ", None, "a.txt")
    values = {"kind": kind_share(query, text)}
    features = tuple(values.get(name, 0.0) for name in FEATURES)
    return Evidence(1, head, Clause(0, ClauseKind.POINT, "", text, 0, len(text)), features, 0.0)


FLOODED = "Đến 12h00 ngày 21/11/2025, toàn tỉnh ghi nhận nhiều trường hợp chết, mất tích; hơn 200.000 nhà bị ngập."
PM25 = "Đến năm 2045, nồng độ bụi mịn PM2.5 đạt quy chuẩn chất lượng môi trường tại Hà Nội."
VISIT = "Chiều 09/11/2025, Phó Thủ tướng Chính phủ Mai Văn Chính đã chủ trì buổi làm việc với lãnh đạo tỉnh."
SENT = "Bộ Chính trị phân công 4 đồng chí Ủy viên; Thủ tướng phân công 3 đồng chí Phó Thủ tướng đi kiểm tra."
FOUR = "UBND các tỉnh: Đắk Lắk, Khánh Hòa, Gia Lai và Lâm Đồng gửi báo cáo trước 17 giờ ngày 27/11/2025."
PASS = "Ban Quản lý Dự án 85 chủ trì, phối hợp với Sở Xây dựng khảo sát, tổ chức thi công khắc phục sự cố."
FIRE = "Ngày 16/6/2024, tại khu nhà trọ 4 tầng đã xảy ra vụ cháy làm 05 người chết, 11 người bị thương."
INSURERS = "Yêu cầu các doanh nghiệp bảo hiểm giải quyết nhanh, dứt điểm việc chi trả, bồi thường cho khách hàng."


@pytest.mark.parametrize(
    ("question", "text", "bear"),
    [
        # A number beside what is counted; days, years and numbers of documents count nothing.
        ("Lũ làm bao nhiêu nhà bị ngập?", FLOODED, True),
        ("Có bao nhiêu người chết do lũ?", FLOODED, False),
        ("Có bao nhiêu hộ nghèo?", "Rà soát hộ nghèo, hộ cận nghèo năm 2024 theo Điều 9.", False),
        ("Có bao nhiêu hộ nghèo?", "Cả huyện còn hai mươi hộ nghèo.", True),
        ("Chứng thư có bao nhiêu loại?", "Chứng thư theo Điều 9 Nghị định số 68/2024/NĐ-CP.", False),
        ("Được nhốt nhiều nhất mấy tiếng?", "Chó bị bắt được giữ 48 giờ.", True),
        ("How many centres are there this year?", "Bảng tiêu chí này áp dụng từ năm 2025.", False),
        ("How many centres are there this year?", "Thành phố có 168 trung tâm.", True),
        # A deed that hardly has another name.
        ("Công ty bảo hiểm chậm trả tiền bị phạt thế nào?", INSURERS, False),
        ("Công ty bảo hiểm chậm trả tiền bị phạt thế nào?", "Xử phạt công ty chậm trả.", True),
        ("Chủ khu trọ bị khởi tố về tội gì?", FIRE, False),
        ("Chủ khu trọ bị khởi tố về tội gì?", "Công an đã khởi tố chủ khu trọ.", True),
        ("Chủ thuyền bị xử lý thế nào?", "Vụ tai nạn trên sông làm 02 người chết.", False),
        ("Những ai bị kỷ luật vì giải ngân chậm?", "Hội nghị kiểm điểm tiến độ giải ngân.", False),
        ("Xã đã cưỡng chế những hộ nào?", "Xã niêm yết danh sách hộ di dời.", False),
        ("Hệ số lương ra sao?", "Thông tư hướng dẫn vị trí việc làm của viên chức.", False),
        ("Phí thuê luật sư sở nào thu xếp?", "Bố trí kinh phí tư vấn pháp luật.", True),
        ("Tiền thuê gian hàng ra sao?", "Quảng trường Thân Nhân Trung, phường Việt Yên.", False),
        ("tien thue gian hang ra sao", "Thuế tỉnh thu của các gian hàng.", True),  # or "tiền thuế"
        ("Lợn tiêu hủy được đền bao nhiêu tiền?", "Giá lợn hơi vượt 75.000 đồng/kg.", False),
        ("Lợn tiêu hủy được đền bao nhiêu tiền?", "Hỗ trợ 40.000 đồng/kg lợn tiêu hủy.", True),
        ("Ai trúng thầu cầu Đình Khao?", "Hướng dẫn tỉnh lựa chọn nhà đầu tư.", False),
        # A reason, a share, the number of a document.
        ("Vì sao Ban Quản lý Dự án 85 sửa đèo?", PASS, False),
        ("Vì sao Ban Quản lý Dự án 85 sửa đèo?", PASS + " Nguyên nhân là đường hẹp.", True),
        ("What import duty rate applies to the wire?", "Mã số 7106.92.00, loại khác.", False),
        ("What import duty rate applies to the wire?", "Thuế suất nhập khẩu 5%.", True),
        ("Lãi suất của gói vay nhỏ lẻ là bao nhiêu?", "Triển khai 3 gói vay nhỏ lẻ.", False),
        ("Chế độ nằm trong nghị quyết số mấy?", "Thực hiện các chế độ hỗ trợ của tỉnh.", False),
        ("Chế độ nằm trong nghị quyết số mấy?", "Chế độ theo Nghị quyết số 12/NQ-HĐND.", True),
        # A person whom the question does not name itself; an office is no name.
        ("Ai thay mặt Bộ Xây dựng dự buổi làm việc của Phó Thủ tướng Mai Văn Chính?", VISIT, False),
        ("Ai thay mặt Bộ Xây dựng trình bày với Phó Thủ tướng Mai Văn Chính?", VISIT, False),
        ("Ai thay mặt Chính phủ dự buổi làm việc?", VISIT, True),
        ("Những vị nào được cử về vùng lũ?", SENT, False),
        # A thing by its name.
        ("Những trường nào của Hà Nội phải nghỉ vì bụi mịn?", PM25, False),
        ("Môi trường nào bị ảnh hưởng?", "Nồng độ bụi trong không khí tăng.", True),
        ("Những mỏ cát nào được tăng công suất?", "Nâng công suất các mỏ cát sông.", False),
        ("Những mỏ cát nào được tăng công suất?", "Nâng công suất mỏ cát An Hòa.", True),
        ("o kho nao giu tang vat", "Giữ tang vật bị tịch thu.", False),
        ("Nhà đầu tư nào làm cầu?", "Tỉnh hoàn thiện hồ sơ lựa chọn nhà đầu tư.", False),
        ("Những chủ đầu tư nào bị phê bình?", "Phê bình các chủ đầu tư giải ngân chậm.", False),
        ("Doanh nghiệp công nghệ nào làm khung kiến trúc?",
         "Phối hợp doanh nghiệp đồng hành để xây dựng Khung Kiến trúc số.", False),
        # What is asked of one place is told of that.
        ("Thành phố Huế báo cáo trước mấy giờ?", FOUR, False),
        ("Tỉnh Gia Lai báo cáo trước mấy giờ?", FOUR, True),
        ("Thành phố Huế sơ tán dân trước mấy giờ?",
         "Các tỉnh từ Quảng Trị đến Khánh Hòa sơ tán dân trước 17 giờ.", True),
        ("Đà Nẵng có bao nhiêu điểm thi?", "Riêng 06 địa phương tổ chức 12 điểm thi.", False),
        ("Đà Nẵng có bao nhiêu điểm thi?", "Đà Nẵng tổ chức 12 điểm thi.", True),
    ],
)  # fmt: skip
def test_what_is_asked_for_must_stand_there(question: str, text: str, bear: bool) -> None:
    """A number beside what is counted, the deed, the reason, a new name, the place: or nothing."""
    query = read_question(question, (), ("Ủy ban nhân dân thành phố Huế",))
    assert bears(query, [found_for(query, text)]) is bear


def test_a_table_s_introduction_may_come_before_its_numbers() -> None:
    """Where the question does not say what is counted, the next clause is looked at too; not behind
    one that does not lead over to it."""
    query = read_question("Mức trụ sở được chấm cao nhất mấy điểm?", (), ())
    row = found_for(query, "Trụ sở riêng: 10 điểm.")
    leading = found_for(query, "Tiêu chí chấm điểm trụ sở như sau:")
    assert bears(query, [leading, row])
    assert not bears(query, [leading])
    assert not bears(query, [found_for(query, "Bảng tiêu chí áp dụng từ năm 2025."), row])
