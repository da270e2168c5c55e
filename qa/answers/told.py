"""What a body must do that the question describes and does not name: "các cơ sở nuôi tôm …"."""

from __future__ import annotations

from collections.abc import Sequence

from index.bodies import Body
from index.library import Library
from index.register import Entry
from qa.answers.tasks import tasks_answer
from qa.citation import Answer
from qa.evidence import Evidence
from qa.meant_body import alike, meant_body
from qa.question import Query

__all__ = ["answer_told"]


def answer_told(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer | None:
    """All that its document tells the body described; None when none is meant, or when the question
    names another, which no document tells anything."""
    told = meant_body(library, query, evidence)
    if told is None or not (query.agency is None or alike(query.agency, told.name)):
        return None
    clauses = {clause.index: clause for clause in library.document(told.head.id).clauses}
    entries = [Entry(told.head, clauses[task.clause], task) for task in told.tasks]
    return tasks_answer(library, query, Body(told.name), entries)
