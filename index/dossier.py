"""All that one body is told: what names it, and what reaches it through groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.actors import Reader
from corpus.agencies import default_registry
from corpus.document import Role
from corpus.home import home_of, provinces_in
from index.bodies import Body, speaks_to_all
from index.finding import heads_among
from index.register import Entry, TaskFilters, tasks
from index.rows import Head, agency_key, key
from index.store import Store

__all__ = ["dossier", "own_first"]

_RESIDUAL = re.compile(r"\bkhac\b|\bcon lai\b")
_PROVINCES = "Ủy ban nhân dân các tỉnh"


def dossier(
    store: Store, body: Body, filters: TaskFilters | None = None, *, by_due_date: bool = False
) -> list[Entry]:
    """All that one body is told: by its name, by a predecessor's, and through groups (general).

    "Các Sở, ngành khác" reaches only those that the document does not tell anything else. A
    clause that names the body and a group that reaches it comes once, under its name. A body of a
    province hears its own province's documents and those of no province; one that a document
    addresses hears what it tells "các cơ quan, đơn vị". Documents that tell the
    body itself something come before those that only tell all.
    """
    filters = filters or TaskFilters()
    asked = {agency_key(name) for name in (*body.names, *body.at_home)}
    addressed = _addressing(store, body)
    reached = (*body.names, *body.at_home, *body.groups)
    where = replace(filters.where, agencies=(*reached, *addressed))
    found = tasks(store, replace(filters, where=where), by_due_date=by_due_date)
    known = {agency_key(name) for name in reached}
    found = [
        entry
        for entry in found
        if agency_key(entry.task.agency) in known
        or entry.head.row in addressed.get(entry.task.agency, ())
    ]
    if body.places:
        found = _heard_at_home(store, body, found)
    elif body.name not in default_registry():
        found = _heard_where_named(found, asked)
    agencies = {entry.task.agency for entry in found}
    named = {name for name in agencies if agency_key(name) in asked}
    residual = {name for name in agencies if _RESIDUAL.search(key(name))}
    own = {(e.head.row, e.clause.index) for e in found if e.task.agency in named}
    told_itself = {row for row, _ in own}
    to_provinces = {entry.head for entry in found if entry.task.agency.startswith(_PROVINCES)}
    spelled_out = _committees_addressed(to_provinces) | _committees_meant(store, to_provinces)

    def hears(entry: Entry) -> bool:
        told, row = entry.task.agency, entry.head.row
        if told in named:
            return True
        if entry.task.role is not Role.GENERAL or (row, entry.clause.index) in own:
            return False
        if row in told_itself and told in residual:
            return False
        if told.startswith(_PROVINCES) and asked.isdisjoint(spelled_out.get(entry.head, asked)):
            return False
        return speaks_to_all(entry.head.issuer, told) or row in addressed.get(told, ())

    heard = [entry for entry in found if hears(entry)]
    return heard if by_due_date else own_first(heard)


def _committees_addressed(heads: Iterable[Head]) -> dict[Head, set[str]]:
    """The provinces' committees that documents are written to, where all are spelled out: to those
    "Ủy ban nhân dân các tỉnh, thành phố" speaks in their text."""
    found: dict[Head, set[str]] = {}
    for head in heads:
        names = [n for n in _addressees(head) if n.startswith("Ủy ban nhân dân ")]
        if names and not any(name.startswith(_PROVINCES) for name in names):
            found[head] = {agency_key(name) for name in names}
    return found


# Behind a list of provinces: of which "các tỉnh, thành phố" speaks from there on.
_MEANT = re.compile(r"sau đây (?:viết|gọi) (?:tắt|chung|gọn) là các (?:tỉnh|địa phương)")


def _committees_meant(store: Store, heads: Iterable[Head]) -> dict[Head, set[str]]:
    """The committees of the provinces that a document lists, and then calls by their class."""
    rows = {head.row: head for head in heads}
    said = (
        "SELECT document, text FROM clauses WHERE document IN (…)"
        " AND instr(text, 'sau đây') > 0 AND instr(text, 'là các ') > 0"
    )
    found: dict[Head, set[str]] = {}
    for row, text in store.rows_among(said, rows):
        if meant := _MEANT.search(text):
            listed = provinces_in(text[: meant.start()].rpartition(". ")[2])
            names = {agency_key(f"Ủy ban nhân dân {province.full}") for province in listed}
            if names:
                found.setdefault(rows[row], set()).update(names)
    return found


# Whoever the document addresses, when it speaks to them all.
_ADDRESSED = re.compile(
    r"(?:cac )?(?:co quan|don vi)(?:,? (?:va )?(?:co quan|don vi|dia phuong))*"
    r"(?: (?:(?:neu|noi|co ten) )?tren)?"
)


def _addressing(store: Store, body: Body) -> dict[str, set[int]]:
    """The classes of all whom documents address, with the rowids of those that address the body."""
    tail = body.name.split(" ", 1)[-1]  # "Các Cục: Đường bộ Việt Nam, Đường sắt Việt Nam"
    asked = {agency_key(name) for name in body.names}
    naming = store.rows("SELECT document FROM documents WHERE instr(header, ?) > 0", (tail,))
    rows = [
        row
        for row, head in heads_among(store, {row for (row,) in naming}).items()
        if any(agency_key(name) in asked for name in _addressees(head))
    ]
    found: dict[str, set[int]] = {}
    told = "SELECT DISTINCT document, agency, role FROM tasks WHERE document IN (…)"
    for row, agency, role in store.rows_among(told, rows):
        if role == Role.GENERAL and _ADDRESSED.fullmatch(key(agency)):
            found.setdefault(agency, set()).add(row)
    return found


@lru_cache(maxsize=10_000)
def _addressees(head: Head) -> tuple[str, ...]:
    """The bodies that a document is written to, series dealt out."""
    read = (Reader(text).actors(0) for text in head.addressed)
    return tuple(actor.name for actors in read if actors is not None for actor in actors.members)


def own_first(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of documents with more than general ones before those of the others."""
    own = {entry.head.row for entry in entries if entry.task.role is not Role.GENERAL}
    return sorted(entries, key=lambda entry: entry.head.row not in own)


def _heard_at_home(store: Store, body: Body, entries: Sequence[Entry]) -> list[Entry]:
    """What a body of a province hears: what names it with its place, what its own province's
    documents say to it or to all, and what those of no province say to all."""
    own = {agency_key(name) for name in body.names}
    home = {agency_key(name) for name in body.at_home}
    known: dict[Head, str | None] = {}

    def hears(entry: Entry) -> bool:
        told = agency_key(entry.task.agency)
        if told in own:
            return True
        if entry.head not in known:
            known[entry.head] = _place_of(store, entry.head, body.places)
        speaks = known[entry.head]
        return speaks in body.places or (speaks is None and told not in home)

    return [entry for entry in entries if hears(entry)]


def _heard_where_named(entries: Sequence[Entry], own: set[str]) -> list[Entry]:
    """What a body of a name of its own ("Ban Quản lý Khu kinh tế Đông Nam") hears that only one
    province's documents name: of all that is told to all, not what other provinces say."""
    known = {
        head: home_of(head.issuer, head.title, head.superior) for head in {e.head for e in entries}
    }
    homes = {
        province.full
        for entry in entries
        if agency_key(entry.task.agency) in own and (province := known[entry.head].province)
    }
    if len(homes) != 1:
        return list(entries)
    return [
        entry
        for entry in entries
        if (province := known[entry.head].province) is None or province.full in homes
    ]


def _place_of(store: Store, head: Head, places: Sequence[str]) -> str | None:
    """The province whose document it is, by its head: None of those of no province. One without
    an issuer is that of the first of the `places` that it speaks of, else nobody's ("")."""
    if home := home_of(head.issuer, head.title, head.superior).province:
        return home.full
    if head.issuer is not None:
        return None
    for place in places:
        name = key(place.split(" ", 1)[-1].removeprefix("phố "))
        speaks = "SELECT 1 FROM clauses WHERE document = ? AND instr(plain, ?) > 0"
        if store.row(speaks, (head.row, name)):
            return place
    return ""
