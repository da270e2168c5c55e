"""Documents that a text mentions: number, kind, date, issuer, and what it says about them."""

from __future__ import annotations

import pytest

from corpus.document import Clause, ClauseKind, Reference, Relation
from corpus.references import find_references, kind_of_number


def references(text: str, kind: ClauseKind = ClauseKind.PARAGRAPH) -> tuple[Reference, ...]:
    return find_references([Clause(0, kind, "đoạn 1", text, 0, len(text))])


CASES = [
    ("theo Nghị định số 117/2020/NĐ-CP ngày 28 tháng 9 năm 2020 của Chính phủ",
     "117/2020/NĐ-CP", "Nghị định", "2020-09-28", "Chính phủ", Relation.FOLLOWS),
    ("Triển khai Công điện số 225/CĐ-TTg ngày 20/11/2025",
     "225/CĐ-TTg", "Công điện", "2025-11-20", None, Relation.EXECUTES),
    ("tại Thông báo số 309/TB-VPCP của Văn phòng Chính phủ",
     "309/TB-VPCP", "Thông báo", None, "Văn phòng Chính phủ", Relation.FOLLOWS),
    ("Bãi bỏ Quyết định số 12/2020/QĐ-UBND ngày 01/02/2020",
     "12/2020/QĐ-UBND", "Quyết định", "2020-02-01", None, Relation.REPEALS),
    ("Chỉ thị này thay thế Chỉ thị số 09/CT-UBND ngày 14/6/2023",
     "09/CT-UBND", "Chỉ thị", "2023-06-14", None, Relation.REPLACES),
    ("Văn bản số 627-CV/VPTU ngày 03 tháng 02 năm 2021",
     "627-CV/VPTU", "Công văn", "2021-02-03", None, Relation.MENTIONS),
    ("Nghị quyết số 66-NQ/TW ngày 30 tháng 4 năm 2025 của Bộ Chính trị",
     "66-NQ/TW", "Nghị quyết", "2025-04-30", "Bộ Chính trị", Relation.MENTIONS),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "kind", "issued", "issuer", "relation"), CASES)
def test_a_mention_is_read_as_far_as_its_words_go(
    text: str, number: str, kind: str, issued: str | None, issuer: str | None, relation: Relation
) -> None:
    """What is said is taken, what is not said stays None, and the span is the words."""
    (found,) = references(text)
    assert (found.number, found.kind, found.issuer) == (number, kind, issuer)
    assert (found.issued.isoformat() if found.issued else None) == issued
    assert found.relation is relation
    assert text[found.start : found.end] == found.text


def test_a_list_of_numbers_shares_its_kind() -> None:
    """Reads “Các Công điện: số 007/CĐ-UBND …, số 008/CĐ-UBND”:: two mentions."""
    found = references(
        "Các Công điện: số 007/CĐ-UBND ngày 17/11/2025, số 008/CĐ-UBND ngày 19/11/2025"
    )
    assert [(each.number, each.kind) for each in found] == [
        ("007/CĐ-UBND", "Công điện"),
        ("008/CĐ-UBND", "Công điện"),
    ]


def test_grounds_are_the_basis() -> None:
    """What stands under "Căn cứ" is what the document rests on."""
    (found,) = references("Căn cứ Luật Điện lực ngày 30 tháng 11 năm 2024;", ClauseKind.GROUND)
    assert (found.relation, found.number, found.kind) == (Relation.BASIS, None, "Luật")


def test_a_list_of_what_is_replaced_is_replaced_item_by_item() -> None:
    """Behind "thay thế các Nghị định sau:" each item is, and what it names in passing is not."""
    found = references(
        "Nghị định này thay thế các Nghị định sau: Nghị định số 123/2016/NĐ-CP ngày 01 tháng 9 năm 2016; "
        "Nghị định số 101/2020/NĐ-CP ngày 28 tháng 8 năm 2020 sửa đổi Nghị định số 10/2016/NĐ-CP."
    )
    replaced = [each.number for each in found if each.relation is Relation.REPLACES]
    assert replaced == ["123/2016/NĐ-CP", "101/2020/NĐ-CP"]


def test_a_change_made_by_another_document_is_not_this_one_s() -> None:
    """In "Thông tư A sửa đổi Thông tư B" only A is followed; B is merely named."""
    first, second = references(
        "theo Thông tư số 95/2025/TT-BTC sửa đổi, bổ sung Thông tư số 44/2022/TT-BTC"
    )
    assert (first.relation, second.relation) == (Relation.FOLLOWS, Relation.MENTIONS)


def told(text: str, kind: ClauseKind = ClauseKind.PARAGRAPH) -> dict[str, Relation]:
    return {one.number or one.text: one.relation for one in references(text, kind)}


def test_what_is_said_of_a_list_is_said_of_each_item() -> None:
    """But not of what stands in an item's title, nor behind "tiếp theo"."""
    listed = told(
        "Thực hiện Nghị định số 13/2020/NĐ-CP của Chính phủ quy định chi tiết Luật Chăn nuôi; "
        "Chỉ thị số 31-CT/TU ngày 06/6/2023, Kế hoạch số 134-KH/TU và Kế hoạch số 55/KH-UBND."
    )
    assert listed == {
        "13/2020/NĐ-CP": Relation.EXECUTES, "Luật Chăn nuôi": Relation.MENTIONS,
        "31-CT/TU": Relation.EXECUTES, "134-KH/TU": Relation.EXECUTES,
        "55/KH-UBND": Relation.EXECUTES,
    }  # fmt: skip
    assert told("tiếp theo Công điện số 227/CĐ-TTg") == {"227/CĐ-TTg": Relation.MENTIONS}


def test_each_ground_of_a_paragraph_is_one() -> None:
    """But not who amended a ground."""
    grounds = told(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; Căn cứ Nghị định số "
        "126/2020/NĐ-CP, được sửa đổi, bổ sung tại Nghị định số 91/2022/NĐ-CP; Căn cứ Thông tư số "
        "80/2021/TT-BTC;",
        ClauseKind.GROUND,
    )
    assert [how for how in grounds.values() if how is Relation.BASIS] == [Relation.BASIS] * 3
    assert grounds["91/2022/NĐ-CP"] is Relation.MENTIONS


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("theo quy định tại Điều 102 Luật Lâm nghiệp, xử lý nghiêm", "Luật Lâm nghiệp"),
        ("theo Luật Đất đai năm 2024 thì", "Luật Đất đai năm 2024"),
        ("theo Luật Đầu tư công", "Luật Đầu tư công"),
        ("THI HÀNH LUẬT VIỆC LÀM TRÊN ĐỊA BÀN", "LUẬT VIỆC LÀM"),
        ("theo Luật Phòng, chống tác hại của thuốc lá", "Luật Phòng, chống tác hại của thuốc lá"),
    ],
)
def test_a_law_is_known_by_its_name(text: str, name: str) -> None:
    """The longest that fits, with its year; it has no number that the words give."""
    (found,) = references(text)
    assert (found.text, found.number) == (name, None)
    assert found.kind == "Luật"


def test_discipline_is_no_law() -> None:
    """Nor is a law what a number follows: the number is part of it."""
    assert references("xử lý kỷ luật cán bộ, công chức vi phạm") == ()
    (code,) = references("Điều 372 Bộ Luật tố tụng hình sự số 01/2015/QH13")
    assert code.number == "01/2015/QH13"
    first, second = references(
        "theo Luật Ban hành văn bản quy phạm pháp luật và Nghị định số 80/2025/NĐ-CP"
    )
    assert (first.text, second.number) == (
        "Luật Ban hành văn bản quy phạm pháp luật",
        "80/2025/NĐ-CP",
    )


def test_whose_it_is_ends_before_another_document() -> None:
    """The Plan is no part of a minister's office."""
    (found,) = references("theo Quyết định số 7619/QĐ-BCA của Bộ trưởng Bộ Công an và Kế hoạch này")
    assert found.issuer == "Bộ Công an"
    assert found.text.endswith("Bộ trưởng Bộ Công an")


@pytest.mark.parametrize("text", ["trực 24/7", "tỷ lệ 1/500", "200.000 đồng/người/năm", "km/h"])
def test_fractions_and_rates_are_no_numbers_of_documents(text: str) -> None:
    """A slash alone makes no citation."""
    assert references(text) == ()


@pytest.mark.parametrize(
    ("number", "kind"),
    [("012/CT-UBND", "Chỉ thị"), ("361/UBND-KGVX", "Công văn"), ("77-KL/TW", "Kết luận"), ("87/2025/QH15", None)],
)  # fmt: skip
def test_the_type_code_of_a_number_names_the_kind(number: str, kind: str | None) -> None:
    """Codes of Decree 30/2020/NĐ-CP are known; a letter without one is a công văn."""
    assert kind_of_number(number) == kind


def test_what_a_clause_says_of_a_list_holds_for_each_item() -> None:
    """A lead-over repeals what the items below open with, and nothing else they mention."""
    texts = [
        "Các Quyết định sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành:",
        "Quyết định số 12/2018/QĐ-UBND ngày 16 tháng 7 năm 2018, sửa đổi tại Quyết định số 3/2020/QĐ-UBND;",
        "Quyết định số 27/2022/QĐ-UBND ngày 29 tháng 8 năm 2022.",
    ]
    clauses = [
        Clause(at, ClauseKind.POINT, f"đoạn {at}", text, 0, len(text), parent=0 if at else None)
        for at, text in enumerate(texts)
    ]
    found = {one.number: one.relation for one in find_references(clauses)}
    assert found["12/2018/QĐ-UBND"] is Relation.REPEALS
    assert found["27/2022/QĐ-UBND"] is Relation.REPEALS
    assert found["3/2020/QĐ-UBND"] is not Relation.REPEALS


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            (
                "Quyết định số 11/2022/QĐ-UBND ngày 03 tháng 6 năm 2022 của Ủy ban nhân dân tỉnh Thái Nguyên ban hành "
                "Quy định về an toàn lưới điện hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành."
            ),
            [Relation.REPEALS],
        ),
        (
            (
                "Thông tư số 39/2015/TT-BTNMT và Thông tư số 40/2015/TT-BTNMT hết hiệu lực kể từ ngày Thông tư này có "
                "hiệu lực thi hành."
            ),
            [Relation.REPEALS, Relation.REPEALS],
        ),
        (
            (
                "Văn bản được ban hành theo Quyết định số 11/2022/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có "
                "hiệu lực."
            ),
            [Relation.FOLLOWS],
        ),
        ("Quyết định số 11/2022/QĐ-UBND hết hiệu lực từ năm 2023.", [Relation.MENTIONS]),
    ],
)
def test_what_ends_with_this_document_is_repealed(text: str, relations: list[Relation]) -> None:
    """It opens the sentence that says so; what is only named in it does not end."""
    assert [one.relation for one in references(text)] == relations


def test_what_is_replaced_together_is_replaced_each() -> None:
    """Two in a row are both replaced; one that only amended the first is not."""
    row = "Quyết định này thay thế Quyết định số 33/2021/QĐ-UBND của Ủy ban nhân dân tỉnh Lào Cai và Quyết định số 18/2022/QĐ-UBND của Ủy ban nhân dân tỉnh Yên Bái."
    assert [one.relation for one in references(row)] == [Relation.REPLACES] * 2
    amended = "Bãi bỏ Quyết định số 33/2021/QĐ-UBND, sửa đổi tại Quyết định số 18/2022/QĐ-UBND."
    assert [one.relation for one in references(amended)][1] is not Relation.REPEALS
    (dotted,) = references("theo Nghị quyết số 66.4/2025/NQ-CP ngày 21 tháng 9 năm 2025")
    assert dotted.number == "66.4/2025/NQ-CP"


@pytest.mark.parametrize(
    "above", ["Bãi bỏ toàn bộ các quyết định", "Bãi bỏ:", "Nghị quyết này bãi bỏ các Nghị quyết:"]
)
def test_a_heading_that_ends_documents_ends_each_of_those_below(above: str) -> None:
    """With a colon or without; of a heading that tells of procedures nothing is said below."""
    item = "Quyết định số 43/2017/QĐ-UBND ngày 29/9/2017 của UBND tỉnh quy định trình tự, thủ tục"

    def below(heading: str) -> Relation:
        first = Clause(0, ClauseKind.ARTICLE, "Điều 1", heading, 0, len(heading), heading=True)
        at = len(heading) + 1
        second = Clause(
            1, ClauseKind.ITEM, "khoản 1 Điều 1", item, at, at + len(item), parent=0
        )  # fmt: skip
        (found,) = find_references([first, second])
        return found.relation

    assert below(above) is Relation.REPEALS
    assert below("Danh mục thủ tục hành chính bị bãi bỏ") is not Relation.REPEALS


def test_what_is_taken_out_of_two_documents_is_taken_out_of_both() -> None:
    """Reads “thủ tục … tại Quyết định A … và thủ tục … tại Quyết định B”."""
    found = references(
        "Bãi bỏ thủ tục hành chính có số thứ tự 8, 9, 10 tại Quyết định số 1127/QĐ-UBND ngày 06 tháng"
        " 5 năm 2025 của Chủ tịch Ủy ban nhân dân thành phố Cần Thơ và thủ tục hành chính có số thứ tự"
        " 01 tại Quyết định số 2159/QĐ-UBND ngày 01 tháng 10 năm 2024"
    )
    assert [one.relation for one in found] == [Relation.REPEALS, Relation.REPEALS]


def test_what_a_change_is_only_asked_for_is_named() -> None:
    """Who proposes to amend a resolution does not amend it."""
    (found,) = references(
        "đề nghị nghiên cứu, sửa đổi Nghị quyết số 66.4/2025/NQ-CP ngày 01/10/2025 của Chính phủ"
    )
    assert found.relation is Relation.MENTIONS


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("theo Công văn số 9151- CV/BTCTW của Ban Tổ chức Trung ương", ["9151-CV/BTCTW"]),
        ("Kế hoạch triển khai Nghị quyết số 163/2024/QH15", ["163/2024/QH15"]),
        ("theo Luật Dược, Nghị định số 163/2025/NĐ-CP", [None, "163/2025/NĐ-CP"]),
    ],
)
def test_each_document_is_one_citation(text: str, names: list[str | None]) -> None:
    """A plan's title is no kind of what it carries out, nor is a law of the decree behind it."""
    found = references(text)
    assert [each.number for each in found] == names
    assert found[-1].kind in {"Công văn", "Nghị quyết", "Nghị định"}
