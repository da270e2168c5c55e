"""Where a document tells nobody anything: annexes of forms and procedures, what a regulation covers,
what is measured, passages of another document, and lists of things.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from corpus.document import Clause, ClauseKind
from corpus.text import fold
from corpus.verbs import opens_order

__all__ = [
    "binds_nobody",
    "form_annexes",
    "leaves_to_law",
    "lists_things",
    "reasons",
    "states_principles",
]

# Sections that say why, how well and for whom, not who must do what.
_NOT_ORDERS = re.compile(
    r"(?:về )?(?:quan điểm|phạm vi|đối tượng|mục tiêu|mục đích|nguyên tắc|đánh giá|tình hình|kết quả|tồn tại|một số tồn tại|nguồn kinh phí|"
    r"kinh phí|chỉ tiêu|giải thích|sự cần thiết|thuận lợi|khó khăn)"
)
# What is measured or rewarded, body by body, is told to nobody.
_MEASURES = re.compile(r"(?:về )?(?:tiêu chí|tiêu chuẩn|cơ cấu giải thưởng|hình thức khen thưởng)")
# Whom and what a regulation covers, and what its words mean.
_COVERS = re.compile(
    r"(?:về )?(?:phạm vi(?: điều chỉnh)?(?:,| và) )?đối tượng (?:áp dụng|điều chỉnh)|phạm vi (?:điều chỉnh|áp dụng)|giải thích từ ngữ"
)
# What bodies may decide is no order to them.
_POWERS = re.compile(r"nội dung phân cấp$|phân cấp thẩm quyền(?!\w)")
_DUTY = re.compile(r"(?:có|chịu) trách nhiệm")
_FIGURE = re.compile(r"(?<!\S)\d[\d.,]*%?(?!\S)")
_FIGURES = 6  # of a table, at least
# A passage of another document, or a list of recipients that an annex carries.
_QUOTED = re.compile(r"[“\"](?:Điều|Khoản|Điểm|\d)|Nơi nhận\s*:?$")
_FORMS = re.compile(
    r"thủ tục hành chính|tthc|quy trình nội bộ|biểu mẫu|mẫu số|"
    r"danh mục(?! (?:các |những )?(?:nhiệm vụ|công việc|hoạt động|giải pháp|nội dung|chỉ tiêu))|đơn giá|bảng giá|mức chi|mức thu"
)
# A procedure within the administration, and the headings above its steps and their terms.
_INTERNAL = re.compile(r"(?:thủ tục hành chính|tthc) nội bộ")
_STEPS = re.compile(
    r"trình tự(?:(?:,| và)? (?:cách thức|thủ tục))?(?: thực hiện)?\s*:?$|thời hạn giải quyết\s*:?$"
)
# "… gửi tài liệu gồm:": things follow, not orders ("các nhiệm vụ gồm:" would be).
_LISTS = re.compile(
    r"(?:tài liệu|hồ sơ|cẩm nang|sổ tay|thành phần|danh sách|biểu mẫu|phụ lục|thành viên|giấy tờ)"
    r"[^.;:]{0,40}\s(?:gồm|bao gồm)(?: các \w+(?: \w+)?)?(?: sau(?: đây)?)?:$"
)
# Where what is applied for is handed in and fetched.
_COUNTERS = re.compile(
    r"(?:nơi (?:tiếp )?(?:nhận|nộp)|(?:hình thức|cách thức|địa điểm) (?:tiếp )?(?:nhận|nộp|trả))(?:(?:,| và)? (?:trả|nhận|nộp))? (?:hồ sơ|kết quả)\s*[.:]?$"
)
# "Các đơn vị sự nghiệp công lập của bộ, gồm:": kinds of bodies follow, and no orders to them.
_KINDS = re.compile(
    r"các (?:trạm|phòng|hạt|đội|đơn vị|tổ chức|trung tâm|chi cục|cơ quan)(?!\w)[^.;:]{0,160}\s(?:gồm|bao gồm)[^.;:]{0,20}:?$"
)
# What an order leads over to: "… có trách nhiệm thực hiện đầy đủ các quy định, đảm bảo các nguyên tắc:".
_PRINCIPLES = re.compile(r"(?<!\w)nguyên tắc(?: chung)?(?: sau(?: đây)?)?:$")
# What a body is or has, and how a thing is done, is no order to anyone: "Trung tâm có tư cách pháp nhân, con
# dấu và tài khoản riêng", "Việc giải thể đơn vị sự nghiệp công lập thực hiện theo quy định của Chính phủ",
# "Việc giảm lãi suất áp dụng đối với các khoản vay có dư nợ …"; nor is who is rewarded: "Tập thể, cá nhân có
# thành tích được khen thưởng".
_STATES = re.compile(
    r"(?:[\w-]+,? ){1,14}?(?:(?:không )?có (?:tư cách pháp nhân|con dấu|tài khoản riêng|cấp trưởng)|không có chức năng)(?!\w)|"
    r"(?:các |những )?(?:(?:cơ quan|đơn vị|tổ chức|tập thể|cá nhân)(?:, | và )?)+ ?(?:(?:chấp hành|thực hiện) tốt [^.;]* (?:hoặc|và) )?có (?:nhiều )?thành tích (?!.*(?:đề xuất|đề nghị|tổng hợp)).*khen thưởng|"
    r"việc (?:[\w-]+,? ){2,20}?(?:(?:được )?thực hiện theo quy định (?:của|tại)|áp dụng đối với) "
)
# Whose duties a law says is told nothing by who repeats it: "Thanh tra thực hiện theo quy định tại Luật Thanh tra".
_BY_LAW = re.compile(
    r"thực hiện (?:các )?(?:chức năng, )?(?:nhiệm vụ(?:,| và) quyền hạn )?theo quy định (?:của|tại) "
)
_PART = re.compile(r"[;,.] ")
# How much there is of a thing, and where: "04 cân tại Chợ Trung tâm Sóc Trăng;".
_QUANTITY = re.compile(
    r"\d{1,4} (?!ngày|tháng|năm|giờ)[^\W\d]\w*(?: \w+){0,4}? (?:tại|ở) [^,.;:]{3,60}[.;]?$"
)
# A field of a printed form that is filled in by hand: "Đại diện Ủy ban nhân dân xã: ……".
_BLANK = re.compile(r"[^:;]{3,80}:\s*[.…_]{3,}[\s.…_]*$")
# The head of a printed form: "Mẫu số 01: Sử dụng cho …".
_FORM_HEAD = re.compile(r"mẫu (?:số )?\d+")
_FORM_HEAD_WITHIN = 3  # paragraphs below the title of an annex


def form_annexes(body: Sequence[Clause], tables: Container[int | None]) -> frozenset[int]:
    """The clauses of annexes that describe procedures or print forms: nobody is told anything there,
    unless one of the `tables` that say who leads stands in it. The steps of a procedure within the
    administration are orders to its bodies."""
    skipped: set[int] = set()
    internal: set[int] = set()
    steps: set[int] = set()
    for clause in body:
        if clause.kind is ClauseKind.ANNEX:
            title = fold(clause.text)
            form = _FORMS.search(title) or _opens_with_form(body, clause)
            if form and clause.index not in tables:
                skipped.add(clause.index)
            if _INTERNAL.search(title):
                internal.add(clause.index)
            continue
        if clause.parent in internal:
            internal.add(clause.index)
        if clause.parent in skipped:
            skipped.add(clause.index)
        steps_above = clause.index in internal and _STEPS.match(fold(clause.text))
        case = clause.index in internal and fold(clause.text).startswith("trường hợp ")
        if clause.parent in steps or steps_above or case:
            steps.add(clause.index)
    return frozenset(skipped - steps)


def _opens_with_form(body: Sequence[Clause], annex: Clause) -> bool:
    """Whether a form is printed right below the title of an annex ("Phụ lục I")."""
    below = [clause for clause in body if clause.parent == annex.index][:_FORM_HEAD_WITHIN]
    return any(_FORM_HEAD.match(fold(clause.text)) for clause in below)


def lists_things(text: str) -> bool:
    """Whether a clause leads over to things ("… hồ sơ gồm:"), and to no orders."""
    folded = fold(text.rstrip())
    return any((_LISTS.search(folded), _COUNTERS.match(folded), _KINDS.match(folded)))


def states_principles(text: str) -> bool:
    """Whether an order leads over to how it is carried out, item by item, and to no work of its own."""
    return _PRINCIPLES.search(fold(text.rstrip())) is not None


def binds_nobody(clause: Clause) -> bool:
    """Whether a clause quotes another document, lists recipients, only says how much there is of a
    thing or what a body is, or stands where it is said what is measured, what a regulation covers or
    which kinds of bodies there are."""
    above = [fold(heading) for heading in clause.context]
    if any(_MEASURES.match(heading) or _COVERS.match(heading) for heading in above):
        return True
    powers = any(_POWERS.match(heading) for heading in above)
    if powers and not clause.heading and not _DUTY.search(fold(clause.text)):
        return True
    if above and _KINDS.match(above[-1]):
        return True
    return bool(
        _QUOTED.match(clause.text)
        or _QUANTITY.match(clause.text)
        or _BLANK.match(clause.text)
        or _STATES.match(fold(clause.text))
        or _is_table(clause.text)
    )


def _is_table(text: str) -> bool:
    """Whether a clause is a table of figures (see corpus/table_rows.py): its bodies are counted."""
    figures = len(_FIGURE.findall(text))
    return figures >= _FIGURES and 4 * figures >= len(text.split())


def leaves_to_law(folded: str, verb_at: int) -> bool:
    """Whether what a body does by the words at `verb_at` is only what a law says of it."""
    by_law = _BY_LAW.match(folded, verb_at)
    parts = _PART.finditer(folded, by_law.end()) if by_law else ()
    return by_law is not None and not any(opens_order(folded, part.end()) for part in parts)


def reasons(clause: Clause) -> bool:
    """Whether a clause stands in a section that says why, how well or for whom, not who does what."""
    return any(_NOT_ORDERS.match(fold(heading)) for heading in clause.context)
