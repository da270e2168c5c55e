"""What a body is told in one year, or document, and not in another; how two documents compare."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import ClauseKind, Role
from corpus.text import plain
from index.filters import Filters
from index.library import Library
from index.register import Entry
from index.rows import Head
from qa.answers.side_by_side import compares, of_documents
from qa.answers.task_words import count_sentence, describe
from qa.answers.tasks import dossier_of
from qa.citation import Answer, Citation, cite
from qa.messages import say
from qa.question import Intent, Query
from qa.repeats import SAME_TASK

__all__ = ["answer_comparison", "years_of"]

# "có thêm nhiệm vụ gì so với": only what is new is asked for.
_MORE = re.compile(
    r"(?<!\w)(?:them|(?:viec|nhiem vu|gi) (?:nao |gi )?moi|what new|more|additional)(?!\w)"
)
_OPENING = 8  # clauses in which an undated document says when things happened
_YEAR = re.compile(r"(?<![\d/])(?:năm\s+|/)(20\d\d)(?!\d)")


def answer_comparison(library: Library, query: Query, where: Filters) -> Answer | None:
    """The later side's tasks that the earlier side has not, then those that both have.

    The sides are two years or two documents that the question names; of two documents without a
    body, all that they tell is compared. None when it compares neither, or the register has nothing
    for the body on one of them.
    """
    two = _two(query)
    if query.intent is not Intent.COMPARISON and not (two and compares(query)):
        return None
    query = replace(query, intent=Intent.COMPARISON)
    if two and query.agency is None:
        return of_documents(library, query, *two)
    entries = [
        entry for entry in dossier_of(library, query, where) if entry.task.role is not Role.GENERAL
    ]
    sides = _sides(library, query, entries)
    if sides is None or query.agency is None:
        return None
    (earlier_name, earlier), (later_name, later) = sides
    if not earlier or not later:
        return None
    vectors = library.encoder.encode([entry.clause.text for entry in (*later, *earlier)])
    near = vectors[: len(later)] @ vectors[len(later) :].T
    new = [entry for row, entry in enumerate(later) if near[row].max() < SAME_TASK]
    repeated = [
        (entry, earlier[int(near[row].argmax())])
        for row, entry in enumerate(later)
        if near[row].max() >= SAME_TASK
    ]
    met = {before for _, before in repeated}
    gone = [] if _MORE.search(plain(query.opened)) else [e for e in earlier if e not in met]
    return _answer(library, query, (earlier_name, later_name), new, gone, repeated)


def _two(query: Query) -> tuple[Head, Head] | None:
    """The two documents that the question names, the earlier first, if it names two."""
    named = list(dict.fromkeys(d.heads[0] for d in query.documents if len(d.heads) == 1))
    if len(named) != 2:
        return None
    first, second = sorted(named, key=lambda head: str(head.issued or ""))
    return first, second


def _sides(
    library: Library, query: Query, entries: Sequence[Entry]
) -> tuple[tuple[str, list[Entry]], tuple[str, list[Entry]]] | None:
    if (two := _two(query)) is not None:
        first, second = two
        return (
            (first.number or first.id, [e for e in entries if e.head == first]),
            (second.number or second.id, [e for e in entries if e.head == second]),
        )
    years = sorted(set(query.years))
    if len(years) < 2:
        return None
    by_head = {head: years_of(library, head) for head in {entry.head for entry in entries}}
    first_year, last_year = years[0], years[-1]
    return (
        (str(first_year), [e for e in entries if by_head[e.head] == first_year]),
        (str(last_year), [e for e in entries if by_head[e.head] == last_year]),
    )


def years_of(library: Library, head: Head) -> int | None:
    """The year of a document: of its date, else the latest that its opening speaks of."""
    if head.issued is not None:
        return head.issued.year
    document = library.document(head.id)
    opening = [
        clause.text
        for clause in document.clauses[: _OPENING + 8]
        if clause.kind not in (ClauseKind.RECIPIENT, ClauseKind.SIGNATURE)
    ][:_OPENING]
    found = [int(year) for year in _YEAR.findall(" ".join([head.title or "", *opening]))]
    return max(found, default=None)


def _answer(
    library: Library,
    query: Query,
    names: tuple[str, str],
    new: Sequence[Entry],
    gone: Sequence[Entry],
    repeated: Sequence[tuple[Entry, Entry]],
) -> Answer:
    language, agency = query.language, query.agency or ""
    counted = count_sentence([entry.task.role for entry in new], language)
    lines = [
        say("answer.comparison", language, agency=agency, later=names[1], earlier=names[0],
            count=counted)
    ]  # fmt: skip
    citations: list[Citation] = []
    for entry in new:
        citations.append(_cite(entry))
        lines.append(f"[{len(citations)}] “{entry.clause.text}”")
    if gone:
        roles = [entry.task.role for entry in gone]
        counted = count_sentence(roles, language)
        lines += ["", say("answer.only_earlier", language, earlier=names[0], count=counted)]
    for entry in gone:
        citations.append(_cite(entry))
        lines.append(f"[{len(citations)}] “{entry.clause.text}”")
    if repeated:
        lines += ["", say("answer.repeated", language, count=len(repeated))]
    for entry, before in repeated:
        citations += [_cite(entry), _cite(before)]
        lines.append(f"[{len(citations) - 1}] ↔ [{len(citations)}]")
    undated = {c.head for c in citations if c.head.issued is None}
    notices = tuple(
        say("answer.undated", language, document=describe(head, language),
            year=years_of(library, head))
        for head in sorted(undated, key=lambda head: head.row)
    )  # fmt: skip
    return Answer(
        query=query, text="\n".join(lines), citations=tuple(citations), agency=agency,
        values=(agency,), notices=notices,
    )  # fmt: skip


def _cite(entry: Entry) -> Citation:
    return cite(entry.head, entry.clause, role=entry.task.role, deadline=entry.task.deadline)
