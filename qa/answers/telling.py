"""Which documents tell a body something: "Văn bản nào giao việc cho Sở Y tế?"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.text import plain
from index.filters import Filters
from index.library import Library
from index.register import Entry
from qa.answers.asks_only import asks_only
from qa.answers.task_words import count_sentence, describe
from qa.answers.tasks import dossier_of
from qa.citation import Answer, cite
from qa.messages import say
from qa.named_documents import KINDS, kind_named
from qa.question import Intent, Query

__all__ = ["answer_telling"]

_TASK = r"(?:nhiem vu|cong viec|dau viec|viec)"
_TELLING = re.compile(
    rf"(?:nhung |cac )?(?P<of>{KINDS}) (?:nao|gi)(?: \w+){{0,3}}? "
    rf"(?:giao|phan cong|yeu cau|dat)(?!\w)|"
    rf"(?:co|duoc giao|nhan(?: duoc)?) {_TASK}(?: gi)? (?:trong|o|tai|tu|theo) (?:nhung |cac )?"
    rf"(?P<in>{KINDS}) (?:nao|gi)"
)
_FILLERS = re.compile(
    rf"(?<!\w)(?:{_TASK}|{KINDS}|nhung|cac|nao|gi|co|da|dang|duoc|giao|phan cong|yeu cau|dat|cho|"
    r"nhan|trong|o|tai|tu|theo|cua|thang|nam|quy|ngay|tinh|thanh pho)(?!\w)"
)


def answer_telling(library: Library, query: Query, where: Filters) -> Answer | None:
    """The documents that tell the body something, those that name it first, each with how much and
    its first task; None where something else is asked or nothing is told."""
    asked = _TELLING.search(plain(query.opened))
    if asked is None or query.agency is None or query.documents:
        return None
    names = [name for place in query.places for name in (place.full, place.name)]
    if not asks_only(query, (_FILLERS,), [*query.agencies, *names]):
        return None
    kind = kind_named(asked["of"] or asked["in"])
    told: dict[int, list[Entry]] = {}
    for entry in dossier_of(library, query, where):
        head = entry.head
        fits = kind is None or head.kind == kind
        then = not query.periods or (
            head.issued and any(p.first <= head.issued <= p.last for p in query.periods)
        )
        if fits and then:
            told.setdefault(head.row, []).append(entry)
    if not told:
        return None
    language = query.language
    lines = [say("answer.telling", language, agency=query.agency, count=len(told))]
    lines += [
        f"[{n}] {describe(entries[0].head, language)}: "
        + count_sentence([entry.task.role for entry in entries], language)
        for n, entries in enumerate(told.values(), start=1)
    ]
    cited = tuple(
        cite(first.head, first.clause, role=first.task.role, deadline=first.task.deadline)
        for first, *_ in told.values()
    )
    return Answer(
        query=replace(query, intent=Intent.REFERENCE), text="\n".join(lines), citations=cited,
        agency=query.agency,
        values=tuple(first.head.number or first.head.id for first, *_ in told.values()),
    )  # fmt: skip
