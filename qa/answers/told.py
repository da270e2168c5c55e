"""What a body must do that the question describes and does not name: "các cơ sở nuôi tôm …"."""

from __future__ import annotations

from collections.abc import Sequence

from index.bodies import Body
from index.library import Library
from index.register import Entry
from index.rows import key
from qa.answers.tasks import tasks_answer
from qa.asked_body import asked_of
from qa.citation import Answer
from qa.evidence import Evidence
from qa.meant_body import alike, meant_body
from qa.question import Query

__all__ = ["answer_told"]


def answer_told(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer | None:
    """All that its document tells the body described; None when none is meant, or when the question
    asks about another by name, whom no document tells anything."""
    told = meant_body(library, query, evidence)
    agency = query.agency
    if told is None:
        return None
    named = agency and key(agency) in key(asked_of(query.search))  # and not only mentioned
    if agency and named and not alike(agency, told.name):
        return None
    clauses = {clause.index: clause for clause in library.document(told.head.id).clauses}
    entries = [Entry(told.head, clauses[task.clause], task) for task in told.tasks]
    return tasks_answer(library, query, Body(told.name), entries)
