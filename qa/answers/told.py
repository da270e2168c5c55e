"""What a body must do that the question describes and does not name: "các cơ sở nuôi tôm …".

The best clause says who is meant, if its body has a word of the question; then all that its
document tells that body is the answer, as for a body that is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Role, Task
from corpus.text import fold
from index.bodies import Body
from index.library import Library
from index.register import Entry
from index.rows import agency_key
from index.terms import syllables
from qa.answers.tasks import tasks_answer
from qa.citation import Answer
from qa.evidence import Evidence
from qa.question import Query

__all__ = ["answer_told"]

_LOOKED_AT = 2  # of the best clauses
_ENOUGH = 0.5  # of the telling words of a body's name: "rừng" of "Các chủ rừng là tổ chức"
# Every second body is an office, a unit or a hospital: these words do not tell it from others.
_ANY_BODY = re.compile(
    r"(?<!\w)(?:cơ quan|đơn vị|tổ chức|bệnh viện|trường học|công ty|trung tâm|doanh nghiệp|cơ sở|"
    r"chỉ huy|nhà máy|hợp tác xã|ủy ban|nhân dân|thành phố|địa phương|khu vực|chi cục|trường|ban|"
    r"ngành|bộ|sở|tỉnh|cấp|phòng|cục|chủ|hội|đoàn|các|của|và|là|[ivx]+)(?!\w)"
)


def answer_told(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer | None:
    """All that the document of the best clause tells the body described; None when none fits."""
    places = {syllable for place in query.places for syllable in syllables(place.name)}
    asked = set(syllables(query.search)) - places
    best: tuple[float, Evidence, Task] | None = None
    for found in evidence[:_LOOKED_AT]:
        for task in library.document(found.head.id).tasks:
            if task.clause == found.clause.index and task.role is not Role.SUPPORT:
                share = _share(task, asked)
                if share >= _ENOUGH and (best is None or share > best[0]):
                    best = share, found, task
    if best is None:
        return None
    _, found, told = best
    document = library.document(found.head.id)
    own = agency_key(told.agency)
    clauses = {clause.index: clause for clause in document.clauses}
    entries = [
        Entry(found.head, clauses[task.clause], task)
        for task in document.tasks
        if agency_key(task.agency) == own
    ]
    return tasks_answer(library, query, Body(told.agency), entries)


def _share(task: Task, asked: set[str]) -> float:
    """The share of the telling words of the body's name that the question has, in [0, 1]."""
    telling = syllables(_ANY_BODY.sub(" ", fold(task.agency)))
    return sum(word in asked for word in telling) / len(telling) if telling else 0.0
