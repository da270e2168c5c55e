"""The deadlines of tasks laid along time: by month, or by week when they lie close together."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from corpus.days import first_day
from index.register import Entry

__all__ = ["Due", "Stretch", "Timeline", "timeline"]

_WEEKLY = 62  # days from the first to the last that are still told apart by weeks


@dataclass(frozen=True, slots=True)
class Due:
    """A task with a day. `first` opens the span that its words name ("Quý I/2026"), if they do;
    `last` is the last day that keeps the deadline."""

    entry: Entry
    first: date | None
    last: date


@dataclass(frozen=True, slots=True)
class Stretch:
    """A week or a month, from `first` to `last` inclusive, with what falls due in it, in order."""

    first: date
    last: date
    dues: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Deadlines as of `today`; every task is in exactly one of the five.

    `past` and `coming` hold stretches in order of time; the one that today falls into can be in
    both. `undated` have a deadline whose day the documents do not tell; `silent` is how many tasks
    have none.
    """

    today: date
    weekly: bool
    past: tuple[Stretch, ...]
    coming: tuple[Stretch, ...]
    recurring: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    silent: int


def timeline(entries: Iterable[Entry], today: date) -> Timeline:
    """The deadlines of the tasks, as seen on that day."""
    dues: list[Due] = []
    recurring: list[Entry] = []
    undated: list[Entry] = []
    silent = 0
    for entry in entries:
        deadline = entry.task.deadline
        if deadline is None:
            silent += 1
        elif deadline.recurring:
            recurring.append(entry)
        elif deadline.due is None:
            undated.append(entry)
        else:
            dues.append(Due(entry, first_day(deadline), deadline.due))
    dues.sort(key=lambda due: due.last)
    weekly = bool(dues) and (dues[-1].last - dues[0].last).days <= _WEEKLY
    return Timeline(
        today,
        weekly,
        _stretches([due for due in dues if due.last < today], weekly=weekly),
        _stretches([due for due in dues if due.last >= today], weekly=weekly),
        tuple(recurring),
        tuple(undated),
        silent,
    )


def _stretches(dues: Sequence[Due], *, weekly: bool) -> tuple[Stretch, ...]:
    """The weeks or months that something falls due in; the others are left out."""
    ends = _week if weekly else _month
    return tuple(
        Stretch(*bounds, tuple(group)) for bounds, group in groupby(dues, lambda d: ends(d.last))
    )


def _week(day: date) -> tuple[date, date]:
    """Monday and Sunday."""
    monday = day.toordinal() - day.weekday()
    last = date.max.toordinal()  # a slip of the pen may name the year 9999
    return date.fromordinal(max(monday, 1)), date.fromordinal(min(monday + 6, last))


def _month(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
