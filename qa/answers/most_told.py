"""Who is told most: "Cơ quan nào được giao nhiều việc nhất?"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document import Role
from corpus.text import plain
from index.filters import Filters
from index.library import Library
from index.register import TaskFilters, overview
from qa.answers.asks_only import asks_only
from qa.citation import Answer, cite
from qa.due import today
from qa.messages import say
from qa.question import Intent, Query

__all__ = ["answer_most_told"]

_WORK = r"(?:nhiem vu|cong viec|dau viec|viec)"
_ASKS = re.compile(
    rf"(?<!\w)nhieu {_WORK}(?: phai (?:lam|thuc hien))? nhat(?!\w)|"
    r"(?<!\w)(?:the )?most (?:tasks|work|assignments)(?!\w)|"
    rf"(?:tong so|(?:co )?(?:tat ca )?bao nhieu) {_WORK}"
    r"(?: (?:trong|o|tai) (?:thu vien|kho)|\s*\??$)"
)
_FILLERS = re.compile(
    rf"(?<!\w)(?:{_WORK}|co quan|don vi|nhung|cac|so|bo|nganh|nao|ai|duoc|giao|co|nhan|"
    r"phai|lam|thuc hien|nhieu|nhat|toi da|tong so|tat ca|bao nhieu|kho|trong|theo|cua|thu vien|"
    r"la|who|which|agency|body|has|is|given|the|most|tasks|work|assignments|in|library)(?!\w)"
)
_KIND = re.compile(r"(?<!\w)(so|bo) nao(?!\w)")  # "Sở nào …", but not "sở, ngành nào"
_SHOWN = 10
_OWN = (Role.LEAD, Role.JOINT, Role.SUPPORT)  # what is told to a class is told to nobody by name


def answer_most_told(library: Library, query: Query, where: Filters) -> Answer | None:
    """The bodies that are told most by name, most first, each with how much and one of its clauses;
    within the document that the question names, or what is due in its time. None where something
    else is asked, or nobody is told anything."""
    if _ASKS.search(plain(query.opened)) is None or query.agencies or query.places:
        return None
    if len(query.documents) > 1 or any(len(one.heads) != 1 for one in query.documents):
        return None
    if not asks_only(query, (_ASKS, _FILLERS)):
        return None
    if query.documents:
        head = query.documents[0].heads[0]
        if where.document not in (None, head.id):
            return None
        where = replace(where, document=head.id)
    first = min((period.first for period in query.periods), default=None)
    last = max((period.last for period in query.periods), default=None)
    filters = TaskFilters(where=where, roles=_OWN, due_from=first, due_to=last)
    counted = overview(library.store, today(), today(), filters)
    if kind := _KIND.search(plain(query.opened)):
        counted = [told for told in counted if plain(told.agency).startswith(f"{kind[1]} ")]
    if not counted:
        return None
    language, shown = query.language, counted[:_SHOWN]
    tasks = sum(told.tasks for told in counted)
    lines = [say("answer.most_told", language, count=len(counted), tasks=tasks, shown=len(shown))]
    citations = []
    for n, told in enumerate(shown, start=1):
        own = replace(filters, where=replace(where, agencies=(told.agency,)))
        entry = library.tasks(own)[0]
        citations.append(
            cite(entry.head, entry.clause, role=entry.task.role, deadline=entry.task.deadline)
        )
        count = say("tasks.count", language, count=told.tasks)
        lines.append(f"– {told.agency}: {count} [{n}]")
    return Answer(
        query=replace(query, intent=Intent.OWNER), text="\n".join(lines),
        citations=tuple(citations), values=(shown[0].agency,),
    )  # fmt: skip
