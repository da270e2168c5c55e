"""With whom a body works: "Sở Y tế phối hợp với ai?", "Ai phối hợp với Công an tỉnh?"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.document import Role, Task
from corpus.text import plain
from index.filters import Filters
from index.library import Library
from index.register import Entry, told_there
from index.rows import agency_key
from qa.answers.asks_only import asks_only
from qa.answers.tasks import dossier_of
from qa.citation import Answer, Citation, cite
from qa.messages import say
from qa.question import Intent, Query

__all__ = ["answer_partners"]

_WHO = r"(?:ai|(?:co quan|don vi|noi|so|bo|nganh|ban)(?:,? (?:ban|nganh|don vi))* nao)"
_ASKS = re.compile(
    rf"(?:phoi hop|lam viec|lam) (?:voi|cung)(?: voi)? (?:nhung |cac )?{_WHO}|"
    rf"(?<!\w){_WHO} (?:(?:phai|can|se|duoc giao) )?(?:phoi hop|lam viec)(?: (?:voi|cung|cho))?"
    r"(?!\w)|(?:works?|coordinates?|cooperates?) with|(?:who|which \w+) (?:supports?|helps?)"
)
_FILLERS = re.compile(
    r"(?<!\w)(?:phoi hop|lam viec|lam|chu tri|co quan|don vi|so|bo|nganh|ban|noi|nhung|cac|nao|"
    r"ai|phai|can|se|duoc|giao|voi|cung|cho|khi|thi|trong|nhiem vu|viec|thuc hien|la|gi|who|does|"
    r"do|with|works?|coordinates?|cooperates?|supports?|helps?|"
    r"co che|ho tro|tro giup|tinh|thanh pho)(?!\w)"
)
# What a partner is told beside the role of the body asked about.
_BESIDE = {
    Role.LEAD: (Role.SUPPORT,),
    Role.JOINT: (Role.JOINT, Role.SUPPORT),
    Role.SUPPORT: (Role.LEAD, Role.JOINT),
}

_Part = tuple[Role, str]  # as what a body acts, and its key
_Found = tuple[str, Entry]  # its name there, and what the one asked about is told


def answer_partners(library: Library, query: Query, where: Filters) -> Answer | None:
    """Every body that a clause tells to act beside the one asked about, by what it is there, those
    of most clauses first, or silence; None where something else is asked."""
    if query.agency is None or _ASKS.search(plain(query.opened)) is None or query.documents:
        return None
    if len(query.agencies) > 1:
        return None
    names = [name for place in query.places for name in (place.full, place.name)]
    if not asks_only(query, (_FILLERS,), [*query.agencies, *names]):
        return None
    beside: dict[_Part, list[_Found]] = {}
    for entry, tasks in told_there(library.store, dossier_of(library, query, where)):
        for task in _partners(tasks, entry.task):
            part = (task.role, agency_key(task.agency))
            beside.setdefault(part, []).append((task.agency, entry))
    if not beside or query.periods:  # nobody, or at another time: of other bodies it was not asked
        return Answer(query=query, text=say("answer.abstained", query.language), abstained=True)
    text, citations = _listed(query, beside)
    return Answer(
        query=replace(query, intent=Intent.OWNER),
        text=text,
        citations=citations,
        agency=query.agency,
        values=tuple(dict.fromkeys(found[0][0] for found in beside.values())),
    )


def _listed(query: Query, beside: dict[_Part, list[_Found]]) -> tuple[str, tuple[Citation, ...]]:
    """The partners in words, those of one part together, and the clauses, each once."""
    language, citations = query.language, dict[tuple[int, int], Citation]()
    count = len({name for _, name in beside})
    lines = [say("answer.partners", language, agency=query.agency, count=count)]
    for role in (Role.SUPPORT, Role.LEAD, Role.JOINT):
        told = [found for (as_what, _), found in beside.items() if as_what is role]
        if told:
            lines += ["", say(f"answer.partners_{role}", language, agency=query.agency)]
        for found in sorted(told, key=len, reverse=True):
            for _, entry in found:
                task = entry.task
                citations.setdefault(
                    _place(entry),
                    cite(entry.head, entry.clause, role=task.role, deadline=task.deadline),
                )
            numbers = dict.fromkeys(list(citations).index(_place(entry)) + 1 for _, entry in found)
            lines.append(f"– {found[0][0]} " + " ".join(f"[{n}]" for n in numbers))
    return "\n".join(lines), tuple(citations.values())


def _place(entry: Entry) -> tuple[int, int]:
    return entry.head.row, entry.clause.index


def _partners(tasks: Iterable[Task], own: Task) -> list[Task]:
    """The tasks of a clause that others have beside the body's own."""
    wanted, name = _BESIDE.get(own.role, ()), agency_key(own.agency)
    return [task for task in tasks if task.role in wanted and agency_key(task.agency) != name]
