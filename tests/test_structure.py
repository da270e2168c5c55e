"""The tree of clauses, and the address each is cited by."""

from __future__ import annotations

import pytest

from corpus.document import Clause, ClauseKind, Document, Severity, SourceLine
from corpus.parse import parse


def document(text: str) -> Document:
    return parse(
        [SourceLine(line, 1, at) for at, line in enumerate(text.split("\n"), 1)], "a.txt", "0" * 64
    )


def clause(parsed: Document, beginning: str) -> Clause:
    (found,) = [each for each in parsed.clauses if each.text.startswith(beginning)]
    return found


DECISION = """Điều 1. Phạm vi điều chỉnh

1. Quyết định này quy định:

a) Nội dung thứ nhất;

b) Nội dung thứ hai.

2. Đối tượng khác.

Điều 2. Hiệu lực thi hành

Quyết định này có hiệu lực kể từ ngày ký."""

DIRECTIVE = """1. Các Sở, ngành:

- Việc chung thứ nhất.

- Việc chung thứ hai.

2. Sở Y tế

- Việc của Sở Y tế.

2. Sở Xây dựng: Làm việc khác của mình.

Các đơn vị báo cáo trước 15h00 hàng ngày."""


@pytest.mark.parametrize(
    ("text", "beginning", "locator"),
    [
        (DECISION, "Nội dung thứ hai", "điểm b khoản 1 Điều 1"),
        (DECISION, "Đối tượng khác", "khoản 2 Điều 1"),
        (DECISION, "Quyết định này có hiệu lực", "đoạn 1 Điều 2"),
        (DIRECTIVE, "Việc chung thứ hai", "mục 1 (Các Sở, ngành), gạch đầu dòng 2"),
        (DIRECTIVE, "Việc của Sở Y tế", "mục 2 (Sở Y tế), gạch đầu dòng 1"),
        (DIRECTIVE, "Sở Xây dựng", "mục 2 (Sở Xây dựng)"),
        (DIRECTIVE, "Các đơn vị báo cáo", "đoạn cuối 1"),
        ("II. NHIỆM VỤ\n\n1. Về dữ liệu\n\n1.1. Xây dựng:\n\na) Làm ngay.", "Làm ngay",
         "mục II, mục 1 (Về dữ liệu), mục 1.1, điểm a"),
    ],
)  # fmt: skip
def test_a_clause_is_addressed_as_officials_cite_it(
    text: str, beginning: str, locator: str
) -> None:
    """Innermost first below an article, outermost first elsewhere, a repeated number told apart."""
    assert clause(document(text), beginning).locator == locator


def test_a_number_that_repeats_is_told_and_not_mended() -> None:
    """Two items "2." stay two items with two addresses, and the reader is told."""
    parsed = document(DIRECTIVE)
    assert [each.marker for each in parsed.clauses if each.parent is None][:3] == ["1.", "2.", "2."]
    assert any(
        problem.severity is Severity.NOTE and "lặp lại" in problem.message
        for problem in parsed.problems
    )


def test_no_two_clauses_share_an_address() -> None:
    """A locator names one clause of its document."""
    parsed = document(DIRECTIVE + "\n\n" + DIRECTIVE)
    locators = [each.locator for each in parsed.clauses]
    assert len(set(locators)) == len(locators)


def test_every_paragraph_is_one_clause_and_its_text_lies_where_it_says() -> None:
    """Clauses cover the text in reading order; a quote is the text between its offsets."""
    parsed = document(DECISION)
    for each in parsed.clauses:
        assert parsed.text[each.start : each.end] == each.text
    covered = "".join(f"{each.marker or ''} {each.text}".strip() for each in parsed.clauses)
    assert "".join(covered.split()) == "".join(parsed.text.split())


def test_a_cross_reference_in_running_text_is_no_heading() -> None:
    """Reads “khoản / 2. Điều 5”: goes on with its sentence."""
    parsed = document(
        "1. Thực hiện theo quy định tại điểm h khoản 1 Điều 19 và khoản\n2 Điều 44 của Nghị định."
    )
    assert len(parsed.clauses) == 1


def test_the_title_below_a_bare_chapter_is_its_text() -> None:
    """Reads “Chương I”: and "QUY ĐỊNH CHUNG" are one clause, the number its marker."""
    parsed = document("Chương\nI\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\nQuyết định này áp dụng.")
    chapter = clause(parsed, "QUY ĐỊNH CHUNG")
    assert chapter.marker == "Chương I"
    assert clause(parsed, "Quyết định này").context == ("QUY ĐỊNH CHUNG", "Phạm vi")


def test_a_cited_annex_opens_none_and_a_form_does() -> None:
    """A line that goes on with "Phụ lục I Nghị định …" cites; "Mẫu số 27" alone begins a form."""
    parsed = document(
        "Điều 1. Ban hành.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n\nPHỤ LỤC I\n\n"
        "Nộp hồ sơ theo Mẫu số 27\n\nPhụ lục I Nghị định số 163/2025/NĐ-CP. Không sửa đổi.\n\n"
        "Mẫu số 27\n\nTôi đề nghị."
    )
    annexes = [each.text for each in parsed.clauses if each.kind is ClauseKind.ANNEX]
    assert annexes == ["PHỤ LỤC I", "Mẫu số 27"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("QUY CHẾ\n\nPHỐI HỢP TRONG CÔNG TÁC QUẢN LÝ NHÀ NƯỚC VỀ TÍN NGƯỠNG", "Quy chế"),
        ("DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ", "Danh mục"),
        ("PHỤ LỤC II\n\nCÁC MẪU BIỂU PHÂN TÍCH TÀI CHÍNH", "Phụ lục II"),
        ("PHỤ LỤC DANH MỤC NHIỆM VỤ TRỌNG TÂM NĂM 2026", "Phụ lục"),
        ("Mẫu số 12", "Mẫu số 12"),
        ("THỦ TỤC HÀNH CHÍNH NỘI BỘ BỊ BÃI BỎ", "Phụ lục"),
    ],
)
def test_an_annex_is_cited_by_what_it_is_called(title: str, name: str) -> None:
    """Its printed name and number, not its place among the annexes."""
    signed = "Điều 1. Ban hành.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐinh Công Sứ\n\n"
    parsed = document(f"{signed}{title}\n\nĐiều 5. Sở Y tế báo cáo.\n\nPHỤ LỤC I\n\n1. Đơn giá.")
    assert clause(parsed, "Sở Y tế").locator == f"Điều 5, {name}"


def test_annexes_of_one_name_are_told_apart() -> None:
    """A form printed again, as amended, is the second of its number."""
    parsed = document(
        "Điều 1. Ban hành.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐinh Công Sứ\n\nMẫu số 12\n\n1. Tên.\n\n"
        "Mẫu số 12\n\n1. Họ."
    )
    assert clause(parsed, "Họ").locator == "Mẫu số 12 (lần 2), mục 1"


def test_what_stands_below_a_repeated_number_is_told_apart() -> None:
    """A plan that numbers two parts IV has two items "mục 1", each of its own part."""
    parsed = document(
        "III. NỘI DUNG\n\n1. Tuyên truyền.\n\nIV. PHÂN CÔNG NHIỆM VỤ\n\n1. Kiểm tra.\n\n"
        "IV. TỔ CHỨC THỰC HIỆN\n\n1. Báo cáo.\n\n2. Sơ kết."
    )
    assert clause(parsed, "Kiểm tra").locator.startswith("mục IV, mục 1")
    assert clause(parsed, "Báo cáo").locator.startswith("mục IV (lần 2), mục 1")
    assert clause(parsed, "Sơ kết").locator.startswith("mục IV (lần 2), mục 2")


def test_capital_letters_head_parts_of_an_annex() -> None:
    """Reads "B. THỦ TỤC …" as a part above the items below it, and "A. Nguyễn" as words."""
    parsed = document(
        "A. DANH MỤC THỦ TỤC\n\nI. CẤP TỈNH\n\n1. Cấp phép.\n\nB. THỦ TỤC HÀNH CHÍNH CẤP XÃ\n\n"
        "1. Ông A nộp hồ sơ.\n\nA. Nguyễn Văn B đã ký."
    )
    assert clause(parsed, "Cấp phép").locator == "Mục A, mục I, mục 1"
    assert clause(parsed, "Ông A").locator == "Mục B, mục 1"
    assert clause(parsed, "A. Nguyễn").kind is ClauseKind.PARAGRAPH


def test_a_number_may_bear_the_mark_of_a_note() -> None:
    """Reads "Điều 2a[3]." of a consolidated text as its Điều 2a."""
    parsed = document(
        "Điều 2. Đối tượng\n\n1. Quân nhân.\n\nĐiều 2a[3].\n\n1. Người nhập ngũ.\n\na[2]) Có đủ 2 năm."
    )
    assert clause(parsed, "Người nhập ngũ").locator == "khoản 1 Điều 2a"
    assert clause(parsed, "Có đủ").locator == "điểm a khoản 1 Điều 2a"


AMENDMENT = """Điều 1. Sửa đổi, bổ sung một số điều của Quy định

1. Sửa đổi, bổ sung Điều 6 như sau:

“Điều 6. Quy trình thực hiện

1. Trước ngày 20 tháng 12 hằng năm, Ủy ban nhân dân xã lập danh sách.

2. Sở Tài chính thẩm định hồ sơ.”.

2. Sửa đổi điểm b, điểm c khoản 5 Điều 13 như sau:

“b) Giúp Ủy ban nhân dân cấp xã theo dõi, kiểm tra;

c) Xây dựng kế hoạch.”

3. Bãi bỏ cụm từ “lý lịch tư pháp” tại Phụ lục I."""


@pytest.mark.parametrize(
    ("beginning", "locator"),
    [
        ("Quy trình thực hiện", "“Điều 6” khoản 1 Điều 1"),
        ("Sở Tài chính", "khoản 2 “Điều 6” khoản 1 Điều 1"),
        ("Xây dựng kế hoạch", "“điểm c” khoản 2 Điều 1"),
        ("Sửa đổi điểm b", "khoản 2 Điều 1"),
        ("Bãi bỏ cụm từ", "khoản 3 Điều 1"),
    ],
)
def test_what_is_quoted_of_another_document_is_numbered_as_there(
    beginning: str, locator: str
) -> None:
    """The articles, items and letters of an amended document are not those of the one that amends."""
    assert clause(document(AMENDMENT), beginning).locator == locator


def test_a_quotation_that_nothing_closes_ends_before_the_next_is_introduced() -> None:
    """Where the closing mark was forgotten, the document's own numbers go on with the next rule."""
    forgotten = document(AMENDMENT.replace("hồ sơ.”.", "hồ sơ."))
    assert clause(forgotten, "Sở Tài chính").locator == "khoản 2 “Điều 6” khoản 1 Điều 1"
    assert clause(forgotten, "Sửa đổi điểm b").locator == "khoản 2 Điều 1"
    assert clause(document("1. Về “chuyển đổi số\n\n2. Giao Sở Y tế."), "Giao").locator == "mục 2"


def test_a_bullet_in_a_quotation_has_no_number_of_its_own() -> None:
    """It is counted here as any other: in quotation marks its place would be nobody's."""
    parsed = document("1. Hàng hóa gồm:\n\n“- Loại một;\n\n- Loại hai”.\n\n2. Giao Sở Y tế.")
    assert "“" not in clause(parsed, "Loại hai").locator
    assert "gạch đầu dòng" in clause(parsed, "Loại hai").locator


def test_a_list_of_paragraphs_goes_on_behind_a_semicolon() -> None:
    """Below a dash the paragraphs without marker stay together as long as the list does."""
    parsed = document(
        "a) Trình tự\n\n- Cấp xã:\n\nBước 1: Lập danh sách;\n\nBước 2: Gửi báo cáo.\n\nCác cấp lưu hồ sơ.\n\n"
        "b) Thời hạn: 05 ngày."
    )
    above = {
        each.text[:6]: parsed.clauses[each.parent].text
        for each in parsed.clauses
        if each.parent is not None
    }
    assert (above["Bước 1"], above["Bước 2"]) == ("Cấp xã:", "Cấp xã:")
    assert above["Các cấ"] == "Trình tự"


def test_a_real_library_keeps_every_invariant(real_documents: dict[str, Document]) -> None:
    """On all real directives: offsets hold, locators are unique, parents come first."""
    for name, parsed in real_documents.items():
        locators = [each.locator for each in parsed.clauses]
        assert len(set(locators)) == len(locators), name
        for each in parsed.clauses:
            assert parsed.text[each.start : each.end] == each.text, name
            assert each.parent is None or each.parent < each.index, name
