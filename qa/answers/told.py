"""What a body must do that the question describes and does not name: "các cơ sở nuôi tôm …".

The best clause says who is meant, if its body has a word of the question; then all that its
document tells that body is the answer, as for a body that is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import Role, Task
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
_ANY_BODY = set(
    syllables(
        "các của và là cơ quan đơn vị tổ chức ban ngành bộ sở tỉnh thành phố cấp ủy ban nhân dân "
        "địa phương phòng cục bệnh viện trường học công ty trung tâm chủ doanh nghiệp cơ sở "
        "chỉ huy nhà máy hợp tác xã hội chi đoàn"
    )
)


def answer_told(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer | None:
    """All that the document of the best clause tells the body described; None when none fits."""
    asked = set(syllables(query.search))
    for found in evidence[:_LOOKED_AT]:
        document = library.document(found.head.id)
        here = [
            task
            for task in document.tasks
            if task.clause == found.clause.index and task.role is not Role.SUPPORT
        ]
        likely = max(here, key=lambda task: _share(task, asked), default=None)
        if likely is None or _share(likely, asked) < _ENOUGH:
            continue
        own = agency_key(likely.agency)
        clauses = {clause.index: clause for clause in document.clauses}
        entries = [
            Entry(found.head, clauses[task.clause], task)
            for task in document.tasks
            if agency_key(task.agency) == own
        ]
        return tasks_answer(library, query, Body(likely.agency), entries)
    return None


def _share(task: Task, asked: set[str]) -> float:
    """The share of the telling words of the body's name that the question has, in [0, 1]."""
    telling = [word for word in syllables(task.agency) if word not in _ANY_BODY]
    return sum(word in asked for word in telling) / len(telling) if telling else 0.0
