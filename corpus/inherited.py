"""What stands above a clause hands down to it: whom its headings speak to, or the paragraph that leads
over to it.
"""

from __future__ import annotations

from corpus.assignments import Assignment, Work
from corpus.document import Clause, ClauseKind
from corpus.order import Bound, Order

__all__ = ["TITLES", "announces", "bound", "inherited_by", "of_their_rank"]

TITLES = frozenset([ClauseKind.PART, ClauseKind.CHAPTER, ClauseKind.SECTION, ClauseKind.ANNEX])
"""Titles of parts, which speak to nobody."""


def inherited_by(work: Work, clause: Clause) -> Assignment | None:
    """What the headings above hand down, or the paragraph that introduces the items here."""
    if clause.marker is not None and clause.parent in work.introduced:
        return work.introduced[clause.parent]
    if led_over := _led_over(work, clause):
        return led_over
    above = clause.parent
    if (
        above is not None
        and clause.marker is None
        and above not in work.named_only
        and not announces(work.clauses[above])
    ):
        return None  # a paragraph behind a full sentence speaks for itself
    while above is not None and work.clauses[above].kind not in TITLES:
        if above in work.assigned:
            return work.assigned[above]
        if work.clauses[above].marker is not None and work.clauses[above].parent in work.introduced:
            return work.introduced[work.clauses[above].parent]
        above = work.clauses[above].parent
    return None


def _led_over(work: Work, clause: Clause) -> Assignment | None:
    """What the paragraph right above hands down that leads over to this one beside it, neither of them
    numbered: "Chi cục trưởng Chi cục Kiểm lâm có trách nhiệm:"; behind a semicolon the next is led too."""
    if clause.index == 0:
        return None
    before, text = work.clauses[clause.index - 1], clause.text.rstrip()
    if clause.marker is not None or before.marker is not None or before.parent != clause.parent:
        return None
    if not text.endswith((".", ";")):
        return None  # the head of a table, and no order
    told = work.assigned.get(before.index)
    if told is not None and text.endswith(";"):
        work.assigned[clause.index] = told
    return told


def announces(clause: Clause) -> bool:
    """Whether a clause leads over to what stands below it."""
    return clause.heading or clause.text.rstrip().endswith(":")


def bound(told: Assignment | None) -> Bound:
    """To whom a clause speaks by its headings: to nobody, to all of a group, or to a body."""
    if told is None:
        return Bound.NOBODY
    return Bound.GROUP if any(actor.group for actor in told.doers) else Bound.BODY


def of_their_rank(order: Order, above: Assignment) -> bool:
    """Whether a clause names those above it by their rank alone: "Chủ tịch Ủy ban nhân dân huyện …" below
    "Ủy ban nhân dân các huyện: Bình Đại, Ba Tri"."""
    rank = order.doers[0]
    return (
        len(order.doers) == 1
        and rank.group
        and all(actor.name.startswith(f"{rank.name} ") for actor in above.doers)
        and not any(actor.group for actor in above.doers)
    )
