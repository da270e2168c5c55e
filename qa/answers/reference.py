"""Which documents a clause cites, and which clauses cite a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Reference
from corpus.text import plain
from index.filters import Filters
from index.library import Library
from index.references import Cited, cited_in, citing
from index.rows import Head, key
from qa.answers.content import citations_of
from qa.citation import Answer, Citation, cite
from qa.content_words import covered, weigh
from qa.evidence import Evidence
from qa.messages import say
from qa.named import NamedDocument
from qa.question import Query

__all__ = ["answer_citing", "answer_reference"]

# A document is the object of these words, or the subject of those.
_CITING = re.compile(
    r"(?:dan chieu|can cu|vien dan|trich dan|nhac (?:den|toi|lai)?|dan|thuc hien|theo|cit(?:e|es|"
    r"ing)|refers? to|based on|"
    r"sua doi|bo sung|thay the|bai bo|amends?|replaces?|repeals?)\s+(?:vao\s+|den\s+|toi\s+|"
    r"the\s+)?$"
)
_CITED = re.compile(
    r"[^?]{0,60}(?:duoc (?:dan|nhac|vien dan|trich dan|can cu|sua doi|thay the)|(?:is|are) cited|"
    r"cited)"
)
_WHICH_KIND = re.compile(
    r"(?:nhung |cac )?(cong dien|cong van|chi thi|thong bao|ke hoach|quyet dinh|nghi quyet|"
    r"nghi dinh|thong tu|luat)"
    r"(?: huong dan| (?:va|hoac) [\w ]{4,12})? nao|which (?:\w+ ){0,3}?(telegram|decision|decree|"
    r"resolution|circular|directive|law|plan)"
)
_ENGLISH_KINDS = {
    "telegram": "cong dien", "decision": "quyet dinh", "decree": "nghi dinh",
    "resolution": "nghi quyet", "circular": "thong tu", "directive": "chi thi", "law": "luat",
    "plan": "ke hoach",
}  # fmt: skip
_CITED_AT_MOST = 12
_LOOKED_AT = 4
_FAR = 3.0  # below the best score (a logit): no longer looked at


def answer_reference(library: Library, query: Query, where: Filters) -> Answer | None:
    """What cites, or is cited by, the document that the question names; None when it names none
    of which the library knows it."""
    bare = plain(query.opened)
    asked = _asked_kind(bare)
    for document in query.documents:
        if _CITING.search(bare[: document.start]) or _CITED.match(bare, document.end):
            found = _mentions(library, query, where, document, asked)
            if found:
                return _listing(query, found, incoming=True)
    for document in query.documents:
        if len(document.heads) == 1 and not _CITING.search(bare[: document.start]):
            found = _outgoing(library, query, document.heads[0], asked)
            if found:
                return _listing(query, found, incoming=False)
    return None


def _asked_kind(bare: str) -> str | None:
    match = _WHICH_KIND.search(bare)
    if match is None:
        return None
    return match.group(1) or _ENGLISH_KINDS[match.group(2)]


def _mentions(
    library: Library, query: Query, where: Filters, document: NamedDocument, kind: str | None
) -> list[Cited]:
    """Who cites it, those of the kind of document asked for first (and only, if there are any)."""
    found = [
        cited
        for cited in citing(library.store, document.number, document.kind)
        if where.document in (None, cited.head.id)
    ]
    of_kind = [c for c in found if kind and c.head.kind and kind in key(c.head.kind)]
    bodies = [key(name) for name in query.agencies]
    issued = [
        c for c in of_kind or found if any(body in key(c.head.issuer or "") for body in bodies)
    ]
    return issued or of_kind or found


def _outgoing(library: Library, query: Query, head: Head, kind: str | None) -> list[Cited]:
    """What a document cites, narrowed to the kind and the day that the question names."""
    found = cited_in(library.store, head.row)
    if kind:
        found = [c for c in found if c.reference.kind and kind in key(c.reference.kind)] or found
    days = [
        c
        for c in found
        if c.reference.issued
        and any(p.first <= c.reference.issued <= p.last for p in query.periods)
    ]
    found = days or found
    words = weigh(library, query.search, query.text)
    return sorted(found, key=lambda c: -words.share(covered(words, c.clause.text)))


def _listing(query: Query, found: Sequence[Cited], *, incoming: bool) -> Answer:
    citations: dict[tuple[int, int], Citation] = {}
    lines: dict[str, None] = {}
    for cited in found:
        place = (cited.head.row, cited.clause.index)
        span = _span(cited.reference, cited.clause.start)
        if place not in citations:
            if len(citations) == _CITED_AT_MOST:
                continue
            citations[place] = cite(cited.head, cited.clause, marked=(span,))
        number = list(citations).index(place) + 1
        named = (cited.head.number or cited.head.title or "") if incoming else cited.reference.text
        relation = say(f"relation.{cited.reference.relation.name.lower()}", query.language)
        lines[say("answer.cites", query.language, number=named, relation=relation, n=number)] = None
    values = [(cited.head.number if incoming else cited.reference.number) or "" for cited in found]
    return Answer(
        query=query, text="\n".join(lines), citations=tuple(citations.values()),
        values=tuple(value for value in dict.fromkeys(values) if value),
    )  # fmt: skip


def _span(reference: Reference, start: int) -> tuple[int, int]:
    return reference.start - start, reference.end - start


def answer_citing(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer | None:
    """The documents that the best clause cites; None when none of the best cites any."""
    kind = _asked_kind(plain(query.opened))
    near = [e for e in evidence[:_LOOKED_AT] if e.score >= evidence[0].score - _FAR]
    cited = [
        (found, [c for c in cited_in(library.store, found.head.row) if c.clause == found.clause])
        for found in near
    ]
    fitting = [
        (found, of_kind)
        for found, inside in cited
        if (of_kind := [c for c in inside if kind and kind in key(c.reference.kind or "")])
    ]
    for found, inside in fitting or cited:
        if not inside:
            continue
        answer = _listing(query, inside, incoming=False)
        rest = [
            other
            for other in citations_of(library, query, evidence)
            if other.head != found.head or other.start != found.clause.start
        ]
        return replace(answer, citations=(*answer.citations, *rest[:2]))
    return None
