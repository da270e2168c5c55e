"""Two documents side by side: whom each tells, whom both do, and what; what both cite."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from corpus.text import plain
from index.bodies import groups_reaching
from index.library import Library
from index.references import Cited, cited_in
from index.register import Entry
from index.rows import Head, number_key
from qa.answers.asks_only import asks_only
from qa.answers.one_document import by_body, quoted, title_of, told_by
from qa.answers.task_words import count_sentence, describe
from qa.citation import Answer, Citation, cite
from qa.messages import say
from qa.question import Query

__all__ = ["compares", "of_documents"]

_COMPARES = re.compile(
    r"(?<!\w)(?:so sanh|doi chieu|khac(?: (?:gi|nhau|biet|voi|o))?|"
    r"giong(?: (?:gi|nhau|voi|va khac))?|(?:compar|differ|similar)\w*)(?!\w)"
)
# "Kế hoạch 7360/KH-UBND | của Lai Châu | với …": whose document it is.
_WHOSE = re.compile(r"(?<!\w)cua [\w. ]{2,40}?(?= (?:voi|va|khac|giong)(?!\w)|\W*$)")
_FILLERS = re.compile(
    r"(?<!\w)(?:(?:nhu )?the nao|ra sao|o cho nao|o diem nao|diem|noi dung|nhiem vu|viec|giua|hai|"
    r"van ban|cong (?:dien|van)|chi thi|thong bao|ke hoach|quyet dinh|nghi (?:quyet|dinh)|thong tu|"
    r"nhung|cac|co|gi|nao|va|voi|cho|nay|kia|sao|o|ve|cua|the|how|what|between|and|with|of|do|does|"
    r"is|are|from|in|to|decision|plan|telegram|directive|notice|resolution|two|documents?)(?!\w)"
)
_TOLD_AT_MOST = 40  # tasks quoted: of more, only whom they are for is told


def compares(query: Query) -> bool:
    """Whether the question compares, and asks for nothing else; a body may be named."""
    opened = plain(query.opened)
    if _COMPARES.search(opened) is None:
        return False
    return query.agency is not None or asks_only(
        query, (_WHOSE, _COMPARES, _FILLERS), [place.name for place in query.places]
    )


def of_documents(library: Library, query: Query, earlier: Head, later: Head) -> Answer:
    """How many tasks each gives, whom both tell and what, whom only one tells, by name or as one of
    a class, what both cite."""
    language = query.language
    told = {head: told_by(library, head) for head in (earlier, later)}
    citations: list[Citation] = []
    lines: list[str] = []
    for head, entries in told.items():
        citations.append(title_of(library, head))
        counted = count_sentence([entry.task.role for entry in entries], language)
        lines.append(
            say("answer.compared", language, document=describe(head, language), count=counted,
                agencies=len(by_body(entries)), n=len(citations))
        )  # fmt: skip
    mine, theirs = (by_body(entries) for entries in told.values())
    common = [body for body in mine if body in theirs]
    lines += ["", _both(language, [mine[body][0].task.agency for body in common])]
    for head, bodies, others in ((earlier, mine, theirs), (later, theirs, mine)):
        only = [entries[0].task.agency for body, entries in bodies.items() if body not in others]
        only = [name for name in only if not _in_a_class(name, others)]
        if only:
            number = head.number or describe(head, language)
            names = "; ".join(only)
            lines.append(say("answer.told_by_one", language, document=number, names=names))
    lines += _cited_by_both(library, query, earlier, later, citations)
    shown = [entry for body in common for entry in (*mine[body], *theirs[body])]
    if len(shown) <= _TOLD_AT_MOST:
        for body in common:
            lines += ["", say("answer.of_one_body", language, agency=mine[body][0].task.agency)]
            lines += quoted(language, [*mine[body], *theirs[body]], citations)
    return Answer(
        query=query, text="\n".join(lines), citations=tuple(citations),
        values=tuple(mine[body][0].task.agency for body in common),
    )  # fmt: skip


def _in_a_class(name: str, others: Mapping[str, Sequence[Entry]]) -> bool:
    """Whether a committee is one of a class that is told there: "UBND các tỉnh, thành phố"."""
    classes = [entries[0].task.agency for entries in others.values()]
    return name.startswith("Ủy ban nhân dân") and bool(groups_reaching(name, classes))


def _both(language: str, names: Sequence[str]) -> str:
    if not names:
        return say("answer.told_by_neither", language)
    return say("answer.told_by_both", language, names="; ".join(names))


def _cited_by_both(
    library: Library, query: Query, earlier: Head, later: Head, citations: list[Citation]
) -> list[str]:
    """The documents that both cite, each with the first mention in either."""
    first, second = (_first_mentions(cited_in(library.store, h.row)) for h in (earlier, later))
    common = [number for number in first if number in second]
    if not common:
        return []
    at: dict[tuple[int, int], int] = {}
    for mention in chain.from_iterable((first[n], second[n]) for n in common):
        place = (mention.head.row, mention.clause.index)
        if place not in at:
            citations.append(cite(mention.head, mention.clause))
            at[place] = len(citations)
    names = "; ".join(first[number].reference.text for number in common)
    marks = "".join(f"[{number}]" for number in at.values())
    return ["", say("answer.both_cite", query.language, names=names, marks=marks)]


def _first_mentions(cited: Sequence[Cited]) -> dict[str, Cited]:
    found: dict[str, Cited] = {}
    for mention in cited:
        if mention.reference.number:
            found.setdefault(number_key(mention.reference.number), mention)
    return found
