"""The same agency told much the same in two documents: side by side, with what differs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Role
from index.library import Library
from index.register import Entry
from index.rows import Head, agency_key, key
from qa.closings import closes
from qa.messages import say

__all__ = ["SAME_TASK", "Repeat", "repeat_line", "repeats"]

SAME_TASK = 0.45  # cosine, by the embedded model, from which two tasks say much the same

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_PLACE = re.compile(r"\b(?:tinh|thanh pho) (.+)$")


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two tasks of one agency in two documents, the earlier first.

    `likeness` is a cosine in [-1, 1], higher is nearer. `deadlines_differ` when they do not say
    the same of when, or only one does; `figures_differ` when they name other numbers.
    """

    earlier: Entry
    later: Entry
    likeness: float
    deadlines_differ: bool
    figures_differ: bool


def repeats(library: Library, entries: Sequence[Entry]) -> list[Repeat]:
    """Each task with the one of an earlier document that is most like it, nearest pairs first.

    Left out is what repeats by its nature: tasks that reach an agency only through a group, and
    the article that says who carries a decision out. Two provinces' agencies of one name are two.
    """
    by_agency: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.task.role is not Role.GENERAL and not closes(entry.clause.text):
            by_agency[agency_key(entry.task.agency)].append(entry)
    found = [
        pair
        for told in by_agency.values()
        if len({entry.head.row for entry in told}) > 1
        for pair in _pairs(library, told)
    ]
    return sorted(found, key=lambda pair: -pair.likeness)


def _pairs(library: Library, told: Sequence[Entry]) -> Iterator[Repeat]:
    in_order = sorted(told, key=lambda entry: (str(entry.head.issued or ""), entry.head.row))
    vectors = library.encoder.encode([entry.clause.text for entry in in_order])
    near = vectors @ vectors.T
    for at, later in enumerate(in_order):
        before = [i for i in range(at) if _comparable(in_order[i].head, later.head)]
        if not before:
            continue
        best = max(before, key=lambda i: float(near[at, i]))
        if near[at, best] >= SAME_TASK:
            yield _compared(in_order[best], later, float(near[at, best]))


def _comparable(one: Head, other: Head) -> bool:
    if one.row == other.row:
        return False
    places = [_PLACE.search(key(head.issuer or "")) for head in (one, other)]
    return not all(places) or len({place[1] for place in places if place}) == 1


def _compared(earlier: Entry, later: Entry, likeness: float) -> Repeat:
    return Repeat(
        earlier,
        later,
        likeness,
        deadlines_differ=_due(earlier) != _due(later),
        figures_differ=_figures(earlier) != _figures(later),
    )


def _due(entry: Entry) -> str:
    return key(entry.task.deadline.text) if entry.task.deadline else ""


def _figures(entry: Entry) -> set[str]:
    return set(_FIGURE.findall(entry.clause.text))


def repeat_line(pair: Repeat, lang: str | None = None) -> str:
    """The body and what differs: "Sở Y tế: khác thời hạn, khác số liệu"."""
    differs = {"repeats.deadlines": pair.deadlines_differ, "repeats.figures": pair.figures_differ}
    words = ", ".join(say(message, lang) for message, so in differs.items() if so)
    return f"{pair.later.task.agency}: {words}" if words else pair.later.task.agency
