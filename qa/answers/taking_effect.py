"""Which documents come into force when: "Văn bản nào có hiệu lực từ 01/01/2026?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from corpus.document import Clause
from corpus.text import plain
from index.filters import Filters
from index.finding import clauses_saying
from index.library import Library
from index.rows import Head
from qa.answers.asks_only import asks_only
from qa.answers.metadata import in_force_from, is_of_kind
from qa.answers.task_words import describe
from qa.citation import Answer, cite
from qa.due import SOON, today
from qa.messages import say
from qa.named_documents import KINDS, kind_named
from qa.question import Intent, Query

__all__ = ["answer_taking_effect"]

_WHICH = rf"(?:nhung |cac |co )?(?P<kind>{KINDS}) (?:nao|gi)"
_ASKS = re.compile(
    rf"(?<!\w){_WHICH}[^?]{{0,40}}? (?:(?P<soon>sap)|(?P<yet>chua)|(?:se|bat dau) )? ?"
    r"(?:co|vao|phat sinh) hieu luc(?!\w)"
)
_FILLERS = re.compile(
    rf"(?<!\w)(?:{KINDS}|nhung|cac|nao|gi|co|vao|phat sinh|hieu luc|thi hanh|sap|chua|se|bat dau|"
    r"tu|ke|ngay|thang|nam|quy|trong|cua|tinh|thanh pho|den|nay)(?!\w)"
)
_SINCE = re.compile(r"(?<!\w)den (?:nay|bay gio|hom nay|hien nay)(?!\w)")


def answer_taking_effect(library: Library, query: Query, where: Filters) -> Answer | None:
    """The documents that say that they are in force from a day that the question lets through, by
    that day; None where something else is asked."""
    asked = _ASKS.search(plain(query.opened))
    if asked is None or query.documents:
        return None
    whose = [*query.agencies, *(name for p in query.places for name in (p.full, p.name))]
    if not asks_only(query, (_FILLERS,), whose):
        return None
    groups, day = asked.groupdict(), today()
    if query.periods:
        first, last = min(p.first for p in query.periods), max(p.last for p in query.periods)
        if _SINCE.search(plain(query.opened)):
            last = day
    elif groups["yet"] or groups["soon"]:
        first = day + timedelta(days=1)
        last = day + timedelta(days=SOON) if groups["soon"] else date.max
    else:
        return None
    kind = kind_named(groups["kind"] or "")
    names = [plain(name) for name in (*query.agencies, *(place.full for place in query.places))]
    found = sorted(
        (
            (begins, head.row, head, clause)
            for head, clause, begins in _stated(library, where)
            if first <= begins <= last
            and (kind is None or is_of_kind(head, kind))
            and (not names or any(name in plain(head.origin) for name in names))
        ),
        key=lambda item: item[:2],
    )
    language = query.language
    if not found:
        text = say("answer.effect_none", language)
        return Answer(query=query, text=text, abstained=True)
    lines = [say("answer.effect", language, count=len(found))]
    lines += [
        f"[{n}] {begins:%d/%m/%Y} – {describe(head, language)}"
        + (f": {head.title}" if head.title else "")
        for n, (begins, _, head, _) in enumerate(found, start=1)
    ]
    return Answer(
        query=replace(query, intent=Intent.METADATA), text="\n".join(lines),
        citations=tuple(cite(head, clause) for _, _, head, clause in found),
        values=tuple(head.number or head.id for _, _, head, _ in found),
    )  # fmt: skip


def _stated(library: Library, where: Filters) -> Iterator[tuple[Head, Clause, date]]:
    """Each document with the first clause that says from which day it is in force, and the day."""
    said = clauses_saying(library.store, "instr(c.text, ?) > 0", where, ["này có hiệu lực"])
    told: set[Head] = set()
    for head, clause in said:
        begins = in_force_from(clause, head.issued) if head not in told else None
        if begins is not None:
            told.add(head)
            yield head, clause, begins
