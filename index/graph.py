"""The web of references as nodes and links: around one document, and of the whole library."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from corpus.document import Reference, Relation
from index.finding import heads, heads_among, resolve
from index.references import cited_in, citing
from index.rows import Head, key, number_key
from index.store import Store

__all__ = ["Link", "Node", "Web", "neighbourhood", "whole_web"]


@dataclass(frozen=True, slots=True)
class Node:
    """A document: one of the library (then `head` is it), or one that is only cited.

    `id` is the library's id, or made of what the mentions state. `name` is what the mentions call
    it. `cited_by` counts the documents of the library that cite it.
    """

    id: str
    head: Head | None
    kind: str | None
    name: str
    issued: date | None
    issuer: str | None
    cited_by: int


@dataclass(frozen=True, slots=True)
class Link:
    """Who cites whom (ids of nodes), in which relations and how often each, most often first."""

    source: str
    target: str
    relations: tuple[tuple[Relation, int], ...]


@dataclass(frozen=True, slots=True)
class Web:
    """Nodes, those cited by most first, and the links between them.

    `left_out` counts the documents that cite or are cited too, but are not among the nodes.
    """

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    left_out: int = 0


_T = TypeVar("_T")

# A mention: the rowid of the document it stands in, what it says, whom of the library it means.
_Mention = tuple[int, Reference, Head | None]


def neighbourhood(store: Store, head: Head) -> Web:
    """A document with all that it cites and all of the library that cite it.

    A mention that fits more than one document of the library is no link to any of them.
    """
    found = [
        (head.row, cited.reference, resolve(store, cited.reference))
        for cited in cited_in(store, head.row)
    ]
    for cited in citing(store, head.number) if head.number else ():
        meant = resolve(store, cited.reference)
        if meant is not None and meant.row == head.row:
            found.append((cited.head.row, cited.reference, meant))
    known = {head.row: head} | heads_among(store, {row for row, *_ in found})
    nodes, links = _web(found, known)
    if head.id not in {node.id for node in nodes}:
        nodes.append(_of_library(head, 0))
    return Web(tuple(nodes), tuple(links))


def whole_web(store: Store, *, held: int, outside: int) -> Web:
    """The documents of the library that are linked to each other, or to one of the `outside` many
    documents that most of them cite; a document cited by one alone links nothing.

    Of the library at most `held` are kept: those cited by most, then those that cite most.
    """
    known = {head.row: head for head in heads(store)}
    nodes, links = _web(_all_mentions(store, known), known)
    cited = [node for node in nodes if node.head is None]
    kept = {node.id for node in cited[:outside] if node.cited_by > 1}
    within = kept | {node.id for node in nodes if node.head is not None}
    links = [link for link in links if link.target in within]
    cites = Counter(link.source for link in links)
    linked = {end for link in links for end in (link.source, link.target)}
    own = [node for node in nodes if node.head is not None and node.id in linked]
    own.sort(key=lambda node: (-node.cited_by, -cites[node.id], node.id))
    kept |= {node.id for node in own[:held]}
    return Web(
        tuple(node for node in nodes if node.id in kept),
        tuple(link for link in links if link.source in kept and link.target in kept),
        len(cited) + len(own) - len(kept),
    )


def _all_mentions(store: Store, known: dict[int, Head]) -> list[_Mention]:
    """Every mention; only those whose number a document of the library has need be resolved."""
    numbers = {number_key(head.number) for head in known.values() if head.number}
    found: list[_Mention] = []
    meant: dict[tuple[str | None, date | None, str | None], Head | None] = {}
    for document, text, number, kind, issued, issuer, relation in store.rows(
        "SELECT c.document, r.text, r.number, r.kind, r.issued, r.issuer, r.relation"
        ' FROM "references" r JOIN clauses c USING (clause) ORDER BY r.rowid'
    ):
        day = date.fromisoformat(issued) if issued else None
        reference = Reference(text, number, kind, day, issuer, Relation(relation), 0, 0, 0)
        stated = (number, day, issuer)
        if stated not in meant:  # a decree is cited a thousand times in the same words
            held = number is not None and number_key(number) in numbers
            meant[stated] = resolve(store, reference) if held else None
        found.append((document, reference, meant[stated]))
    return found


_OUTSIDE = "?"  # opens the id of a document that the library does not hold


def _web(mentions: Sequence[_Mention], known: dict[int, Head]) -> tuple[list[Node], list[Link]]:
    """The nodes, those cited by most first, and the links; none leads from a document to itself."""
    laws = _numbers_of_laws(reference for _, reference, _ in mentions)
    ids = _ids((reference for _, reference, meant in mentions if meant is None), laws)
    relations: defaultdict[tuple[str, str], Counter[Relation]] = defaultdict(Counter)
    said: defaultdict[str, list[Reference]] = defaultdict(list)
    library: dict[str, Head] = {}
    for row, reference, meant in mentions:
        source = known[row]
        if meant is not None and meant.row == row:
            continue
        target = meant.id if meant else ids.get(_stated(reference, laws))
        if target is None:
            continue
        library[source.id] = source
        if meant:
            library[meant.id] = meant
        else:
            said[target].append(reference)
        relations[source.id, target][reference.relation] += 1
    cited_by = Counter(target for _, target in relations)
    nodes = [_of_library(head, cited_by[head.id]) for head in library.values()]
    nodes += [_outside(name, among, cited_by[name]) for name, among in said.items()]
    nodes.sort(key=lambda node: (-node.cited_by, node.id))
    links = [
        Link(source, target, tuple(counts.most_common()))
        for (source, target), counts in sorted(relations.items())
    ]
    return nodes, links


# "Luật Đất đai | số 31/2024/QH15", "Luật Đất đai | năm 2024": its name, and the year of it.
_LAW = re.compile(
    r"(?P<name>(?:Bộ luật|Luật|Pháp lệnh)(?: (?!số |năm |ngày |\d)\S+)+)"
    r"(?:,? (?:số \d+/|năm |ngày .{8,22}?(?=\d{4}))?(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_Laws = dict[tuple[str, str | None], str]


def _numbers_of_laws(references: Iterable[Reference]) -> _Laws:
    """(name of a law, its year) → its number, and (name, None) where all have one number."""
    found: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for reference in references:
        law = _LAW.match(reference.text) if reference.number else None
        if law is not None and reference.number is not None:
            number = number_key(reference.number)
            found[key(law["name"]), law["year"]].add(number)
            found[key(law["name"]), None].add(number)
    return {law: next(iter(numbers)) for law, numbers in found.items() if len(numbers) == 1}


def _stated(reference: Reference, laws: _Laws) -> tuple[str, date | None]:
    """What tells cited documents apart: number (or the name of a law) and day. A law that is named
    without its number is the one of that name and year whose number others give."""
    if reference.number:
        return number_key(reference.number), reference.issued
    if law := _LAW.match(reference.text):
        name, year = key(law["name"]), law["year"]
        number = laws.get((name, year))
        return number or f"{name} {year or ''}".rstrip(), None if number else reference.issued
    return key(reference.text.partition(" ngày ")[0]), reference.issued


def _ids(references: Iterable[Reference], laws: _Laws) -> dict[tuple[str, date | None], str]:
    """The id of each document that mentions state.

    A number that is given one day only is one document, also where the day is left out; one given
    several days is several (each province has its 12/QĐ-UBND), and the mention without a day is
    left apart, for it could be any of them.
    """
    days: defaultdict[str, set[date | None]] = defaultdict(set)
    for reference in references:
        name, day = _stated(reference, laws)
        days[name].add(day)
    ids: dict[tuple[str, date | None], str] = {}
    for name, among in days.items():
        dated = {day for day in among if day}
        for day in among:
            one = len(dated) <= 1
            ids[name, day] = f"{_OUTSIDE}{name}" + ("" if one else f" {day or '-'}")
    return ids


def _of_library(head: Head, cited_by: int) -> Node:
    return Node(
        head.id, head, head.kind, head.number or head.title or head.path, head.issued,
        head.issuer, cited_by,
    )  # fmt: skip


def _outside(name: str, among: Sequence[Reference], cited_by: int) -> Node:
    """A document known by its mentions: of each field what most of them state."""
    spelled = Counter(r.number or r.text.partition(" ngày ")[0] for r in among)
    return Node(
        name, None, _most(r.kind for r in among), spelled.most_common(1)[0][0],
        _most(r.issued for r in among), _most(r.issuer for r in among), cited_by,
    )  # fmt: skip


def _most(values: Iterable[_T | None]) -> _T | None:
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None
