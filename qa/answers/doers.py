"""Which of the bodies that one clause names does what is asked about: what part of it is whose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.document import Clause, Document, Mention, Role, Task
from corpus.text import fold
from index.library import Library
from index.rows import key
from qa.content_words import covered, weigh
from qa.question import Query

__all__ = ["PERSONS", "RECEIVED", "in_a_row", "named_in", "nearest_named", "opening", "whose_part"]

RECEIVED = re.compile(
    r"(?<!\w)(?:gửi|nộp|báo|trình|về|đến|tới|qua|báo cáo|phản ánh|liên hệ)(?: (?:về|cho|đến|qua))?"
    r" $"
)
"""What stands in front of a body that receives what another does, against folded text."""

# Offices that are named with whoever holds them.
PERSONS = (
    "pho thu tuong",
    "pho chu tich",
    "thu truong",
    "pho giam doc",
    "pho cuc truong",
    "pho bi thu",
)
_BELOW = re.compile(
    r"(?:chỉ đạo|hướng dẫn|đôn đốc|yêu cầu|giao|phối hợp(?: với)?|cùng(?: với)?|với|của|gửi|trình|"
    r"báo cáo|đề nghị) $"
)
_ANYBODY = re.compile(r"(?:Các |Những |Cơ quan|Đơn vị|Tổ chức|Địa phương)|.*liên quan")
# Also "Văn phòng Chính phủ và các Bộ: Tài chính, …".
_ROW = re.compile(r"\s*(?:,|;|và|cùng)\s*(?:các (?:Bộ|Sở|Cục|Ban)\s*:\s*)?", re.IGNORECASE)
_DONE_BY = re.compile(r"(?<!\w)do $")


def named_in(document: Document, clause: Clause) -> list[Mention]:
    """The bodies that the words of a clause name."""
    return [m for m in document.mentions if m.clause == clause.index and m.end > m.start]


def nearest_named(
    library: Library, query: Query, clause: Clause, mentions: Sequence[Mention]
) -> Mention | None:
    """That around which most of the question stands."""
    words = weigh(library, query.search, query.text)

    def near_words(mention: Mention) -> float:
        inside = mention.start - clause.start
        return words.share(covered(words, clause.text[max(0, inside - 20) : inside + 160]))

    return max(mentions, key=near_words, default=None)


def opening(document: Document, clause: Clause) -> list[Task]:
    """The bodies that open a sentence of the clause and are told nothing, as if they were: what
    stands there is what they do ("Ngân hàng Chính sách xã hội cho vay …")."""
    told = {task.agency for task in document.tasks if task.clause == clause.index}
    return [
        Task(mention.agency, Role.LEAD, clause.index, mention.named_as)
        for mention in named_in(document, clause)
        if mention.agency not in told
        and not _ANYBODY.match(mention.agency)
        and clause.text[: mention.start - clause.start].endswith((". ", "; "))
    ]  # fmt: skip


def whose_part(
    library: Library, query: Query, document: Document, clause: Clause, tasks: list[Task]
) -> list[Task]:
    """Those of several leads of one clause whose part of it has most of the question."""
    persons = all(key(task.agency).startswith(PERSONS) for task in tasks)  # each has a part
    if len(tasks) < 2 or (all(task.role is Role.JOINT for task in tasks) and not persons):
        return tasks
    words = weigh(library, query.search, query.text)
    places: dict[str, int] = {}  # where each is named first
    for mention in named_in(document, clause):
        places.setdefault(mention.agency, mention.start - clause.start)
    for task in tasks:
        if task.agency not in places and (at := _named_at(clause.text, task)) >= 0:
            places[task.agency] = at
    parts = _parts(clause.text, places.values())
    # What the clause opens with ("Về nâng cấp cửa khẩu Săm Pun: giao …") is the matter of all.
    matter, _, _ = clause.text[: min(parts.values(), default=(0, 0))[0]].rpartition(":")
    common = covered(words, matter)
    of_places = covered(words, " ".join(place.name for place in query.places))

    def share(task: Task) -> tuple[float, bool]:
        at = places.get(task.agency)
        if at is None:
            return 0.0, False
        begin, end = parts[at]
        # That a body is called by the place says nothing of what it does.
        called = covered(words, task.agency) & of_places
        found = covered(words, clause.text[begin:end]) - common - called
        return words.share(found), task.role is Role.LEAD

    best = max(tasks, key=share)
    if persons:
        return [best]
    return [best, *(t for t in tasks if t is not best and t.role is best.role is Role.JOINT)]


def _parts(text: str, places: Iterable[int]) -> dict[int, tuple[int, int]]:
    """The part of the clause, half-open, of each body named in these places: from its name to the
    next, and what stands before the name in "việc kiểm tra do Chi cục chủ trì". Whom a body
    directs, or does it with, ends no part: "Bộ Y tế chỉ đạo Cục Dân số …"."""
    begins: dict[int, int] = {}
    bounds: list[int] = []
    for at in sorted(set(places)):
        before = fold(text[:at])
        begins[at] = _begin(text, at, bounds) if _DONE_BY.search(before) else at
        if not _BELOW.search(before):
            bounds.append(begins[at])
    return {
        at: (begin, next((bound for bound in bounds if bound > at), len(text)))
        for at, begin in begins.items()
    }


def _begin(text: str, at: int, bounds: Sequence[int]) -> int:
    """Where the part begins whose doer is named behind the deed: with its sentence, or with the
    last comma where another part begins in that."""
    sentence = max(text.rfind(mark, 0, at) for mark in ".;:") + 1
    if not bounds or bounds[-1] < sentence:
        return sentence
    return max(text.rfind(",", 0, at) + 1, bounds[-1] + 1)


def _named_at(text: str, task: Task) -> int:
    """Where a clause names whom it tells: in the words it uses, or a person by the last words of
    the name; -1 where it does not."""
    last = (" ".join(task.agency.split()[-count:]) for count in (4, 3, 2))
    return next((at for words in (*last, task.named_as) if (at := text.find(words)) >= 0), -1)


def in_a_row(clause: Clause, mentions: Sequence[Mention], one: Mention) -> tuple[str, ...]:
    """The bodies named in one breath with one of them: "Tập đoàn A và Tập đoàn B chủ trì"."""
    row: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: m.start):
        between = (
            clause.text[row[-1].end - clause.start : mention.start - clause.start] if row else ""
        )
        if row and not _ROW.fullmatch(between):
            if one in row:
                break
            row = []
        row.append(mention)
    return tuple(dict.fromkeys(mention.agency for mention in row))
