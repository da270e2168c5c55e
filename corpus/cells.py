"""What the columns of an assignment table are for, and how well text fits into one.

What a column is for tells what may stand in it: who leads is bodies and nothing else, a term is
short and speaks of time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.cell_bodies import lists_bodies, lists_open_bodies
from corpus.table_rows import CONTENT, LEADS, MEASURED
from corpus.text import collapse, fold, plain
from corpus.verbs import HEAD_WORDS

__all__ = ["COLUMNS", "RESULT", "SHORTEST", "WRONG", "Cell", "fits", "is_time", "roles_of"]

COLUMNS = 12
"""Columns that a table has at most."""

WRONG = -9.0
"""What a column costs that holds what it cannot, or lacks what it must hold."""

RESULT = re.compile(
    r"được (?:ban hành|phê duyệt|xây dựng|công bố|thực hiện|triển khai|hoàn thành|tổ chức|cập nhật)|"
    r"^(?:Giai đoạn|Năm|Quý|Tháng|Hoàn thành|Thường xuyên|Thực hiện thường xuyên|Ban hành trong) [^.]*$"
)
"""How a line reads that says what shall have come of the work, or by when."""

SHORTEST = 4
"""Words that say what is to be done, at least."""

Cell = tuple[str, ...]
"""The paragraphs of a cell, or the lines of one where nothing tells where a cell ends."""

_ROLES = (
    ("support", re.compile(r"phoi hop")),
    ("lead", LEADS),
    ("result", re.compile(r"^(?:ket qua|san pham|dau ra)(?!\w)|^(?:chi tieu|muc tieu)(?!.*(?:nhiem vu|giai phap|noi dung))")),
    ("time", re.compile(r"thoi (?:gian|han|diem)|tien do|hoan thanh|^(?:han|lo trinh)(?!\w)")),
    ("title", re.compile(r"^(?:thuoc )?nhom(?!\w)")),
    ("content", CONTENT),
)  # fmt: skip
# The name above those of several columns: "Phân công thực hiện" over "Chủ trì", "Phối hợp".
_OVER = re.compile(
    r"(?:phan cong|trach nhiem|(?:to chuc|don vi|co quan)(?:,? [a-z]+)*? thuc hien)(?: thuc hien)?$"
)
_LEADS_HERE = re.compile(r"(?:(?:don vi|co quan) )?chu tri")
_TIME = re.compile(
    r"\d|quý|tháng|năm|tuần|ngày|mùa(?!\w)|dịp|kỳ họp|thường xuyên|hằng|hàng|định kỳ|khi có|liên tục"
)
_LONGEST_TIME = 80  # characters
_TOLD_TIME = 160  # of a term that is told in a sentence
_SHORT_CELL = 40  # of one told in words that are not known: "Theo tiến độ của dự án"
_TOLD = re.compile(r"(?:năm|quý|tháng|giai đoạn|trước|sau|từ|đến) [^.;]{0,20}\d{4}|thường xuyên")
_TIMED = re.compile(
    r"(?:\d|quý|tháng|năm|tuần|ngày|sáng|chiều|tối|thứ|thường xuyên|hằng|hàng|định kỳ|khi|ngay|liên tục|trong|trước|sau|từ|"
    r"đến|cuối|đầu|giữa|chậm|xong|hoàn thành|bắt đầu|theo|giai đoạn|kỳ họp|trình|thực hiện|triển khai|vận hành)"
)
_BULLET = re.compile(r"[-–+•]\s+")


def roles_of(names: Sequence[str]) -> list[str | None]:
    """Returns what each column is for, by its name: "content", "title" (of the work whose content
    stands in another column), "lead", "support", "result", "time" or None.

    A name over several columns is no column itself: theirs stand in its place.
    """
    keys = _without_spanning([plain(name) for name in names])
    roles = [next((role for role, said in _ROLES if said.search(key)), None) for key in keys]
    work = [at for at, role in enumerate(roles) if role == "content"]
    if not work:  # what is measured, or the group of work, is what somebody answers for
        work = [at for at, role in enumerate(roles) if role == "title"]
        work = work or [at for at, key in enumerate(keys) if MEASURED.search(key)][:1]
    for at in work:  # of the work's name and what it consists of, the latter says what to do
        roles[at] = "title" if at != work[-1] else "content"
    return roles


def _without_spanning(keys: list[str]) -> list[str]:
    """The names of the columns, those below a name over several of them put in its place."""
    leads = next((at for at, key in enumerate(keys) if _LEADS_HERE.match(key)), None)
    over = next((at for at, key in enumerate(keys) if _OVER.match(key)), None)
    if leads is None or over is None or over > leads:
        return keys
    below = keys[leads:] if leads > over + 1 else []
    return [*keys[:over], *below, *keys[over + 1 : leads], *([] if below else keys[leads:])]


def fits(cells: Sequence[Cell], role: str | None, *, apart: bool) -> float:
    """Returns how well cells that stand in one column fit into it.

    `apart`: they are whole, so that hardly two stand in one column; else they are single lines.
    """
    paragraphs = [_BULLET.sub("", text, count=1) for cell in cells for text in cell]
    text = collapse(" ".join(paragraphs))
    goes_on = text[:1] in ",;.)" or (text[:1].islower() and not apart)
    if role == "time" and goes_on and is_time(text):
        return _TERM_GOES_ON - 0.3 * (len(cells) - 1)
    own = sum(not cell[0][:1].islower() for cell in cells[1:])  # that may begin a cell themselves
    score = WRONG * goes_on - (1.0 if apart else 0.3) * own
    if role in ("lead", "support"):
        bodies = all(map(_lists_bodies, cells)) if apart else lists_bodies(text)
        if bodies and role == "lead" and all(map(lists_open_bodies, paragraphs)):
            return score + _ANYONE_LEADS
        if role == "support" and not bodies and HEAD_WORDS.match(fold(text)):
            return score + _SOMEBODY_HELPS
        return score + _BODIES[role, bodies]
    if role == "content":
        if lists_bodies(text):
            return score + (WRONG if apart else -2.0)
        return score + (1.0 if len(text.split()) >= SHORTEST else -2.0)
    if role == "time":
        parts = [collapse(" ".join(cell)) for cell in cells] if apart else [text]
        return score + min(_time_fits(part, apart=apart) for part in parts)
    return score


_BODIES = {
    ("lead", True): 4.0,
    ("lead", False): WRONG,
    ("support", True): 2.0,
    ("support", False): -2.0,
}
_TERM_GOES_ON = 1.0  # "trước ngày 10/02/2026" may be a cell, or the end of what stands above
_SOMEBODY_HELPS = -0.5  # a name that the grammar of names does not know to its end
_ANYONE_LEADS = 1.0  # "các cơ quan liên quan" mostly help


def _lists_bodies(cell: Cell) -> bool:
    """Whether a cell lists bodies: each paragraph does, or all together, where a name is broken."""
    return all(map(lists_bodies, cell)) or lists_bodies(" ".join(cell))


def is_time(text: str) -> bool:
    """Whether a text says when, and hardly anything else."""
    said = fold(text)
    timed = _TIMED.match(said) is not None and _TIME.search(said) is not None
    return timed and len(text) <= _LONGEST_TIME


def _time_fits(text: str, *, apart: bool) -> float:
    said = fold(text)
    if is_time(text):
        return 2.0
    if apart and len(text) <= _TOLD_TIME and _TOLD.search(said):
        return 0.5
    return -0.4 if apart and len(text) <= _SHORT_CELL else -3.0
