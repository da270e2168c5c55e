"""When work is due, by the cell of a table that says when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from corpus.deadlines import joined
from corpus.document import Clause, Deadline
from corpus.spans import PERIOD, YEARS
from corpus.stated_times import stated_time
from corpus.text import fold

__all__ = ["term_of"]

_TIME = "Thời gian: "  # what a plan without a table has before it
_WORK = r"(?:vận hành|thực hiện|triển khai|duy trì|tổ chức|cập nhật|nâng cấp|nghiên cứu|nhân rộng|mở rộng|có rà soát)"
# A cell that tells in a sentence what is done when: "Thí điểm trong năm 2026 và mở rộng từ năm 2027".
_TELLS = re.compile(
    rf"\d(?:,| và) {_WORK}(?!\w)|\d\. \w|^(?:hoàn thành|thực hiện|triển khai) (?:các|việc|đầu tư)(?!\w)|"
    r"^(?!hoàn thành|thực hiện|triển khai|bắt đầu|ban hành|trình)[^\d;:]{8,}? (?:trong|trước|từ|sau|đến) (?=\D{0,20}\d{4})"
)
_PERIOD = re.sub(r"\?P<\w+>", "?:", PERIOD)
_YEARS = re.sub(r"\?P<\w+>", "?:", YEARS.pattern)
_WHEN = re.compile(
    r"(?:(?:chậm nhất )?(?:trong|trước|đến(?: hết| trước)?|từ(?: sau)?|sau|hết|vào) )?(?:(?:cuối|đầu) (?=năm|quý|tháng))?"
    rf"(?:{_PERIOD}|giai đoạn {_YEARS}|(?:ngày )?\d{{1,2}}/\d{{1,2}}/\d{{4}})|thường xuyên(?:,? liên tục)?"
)


def term_of(cell: Sequence[Clause], issued: date | None) -> Deadline | None:
    """Returns the time that the paragraphs of a cell state; a list states several, and so may a
    sentence."""
    said = [(clause.start, clause.text) for clause in cell]
    if cell[0].marker is None and any(clause.marker for clause in cell):  # "Tháng 3" / "- 5/2026"
        said = [(cell[0].start, " ".join(f"{one.marker or ''} {one.text}".strip() for one in cell))]
    return joined([term for start, text in said for term in _terms(text, start, issued)])


def _terms(text: str, at: int, issued: date | None) -> list[Deadline]:
    """The times of a paragraph: those it names where it is a sentence, else all it says."""
    folded = fold(text)
    told = list(_WHEN.finditer(folded)) if _TELLS.search(folded) else []
    spans = [when.span() for when in told] or [(0, len(text))]
    terms = [
        stated_time(_TIME + text[start:end], issued=issued, offset=at + start - len(_TIME))
        for start, end in spans
    ]
    return [term for term in terms if term is not None]
