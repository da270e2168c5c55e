"""Which of an agency's tasks to list by when they are due: all, the overdue, those due soon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from corpus.errors import UsageError
from corpus.rhythm import first_between
from corpus.text import plain
from index.bodies import Body
from index.library import Library
from index.register import Entry, TaskFilters, Told, overview
from qa.periods import Period, periods_in

__all__ = [
    "SOON",
    "When",
    "by_clause",
    "days_meant",
    "dossier_due",
    "due_by",
    "overview_due",
    "today",
]

SOON = 30  # days, today included


class When(StrEnum):
    """A choice of due days."""

    ANY = "any"
    PAST = "past"  # the last day that keeps the deadline is gone
    SOON = "soon"  # it is today or one of the next days


def today() -> date:
    """This day where the machine stands."""
    return datetime.now().astimezone().date()


def dossier_due(
    library: Library,
    body: Body | None,
    filters: TaskFilters,
    when: When,
    day: date,
    *,
    by_due_date: bool = False,
) -> list[Entry]:
    """All that a body (without one: everybody) is told, narrowed to what is due so as of that day.

    What comes again is never overdue: after its last day there is a next one.
    """
    if when is When.PAST:
        gone = day - timedelta(days=1)
        filters = replace(filters, due_to=min(filter(None, (filters.due_to, gone))))
    elif when is When.SOON:
        soon = day + timedelta(days=SOON)
        filters = replace(
            filters,
            due_from=max(filter(None, (filters.due_from, day))),
            due_to=min(filter(None, (filters.due_to, soon))),
        )
    if body is None:
        return library.tasks(filters, by_due_date=by_due_date)
    return library.dossier(body, filters, by_due_date=by_due_date)


_MONTH = re.compile(r"(?:thang\s*)?(?P<month>\d{1,2})\s*[-./]\s*(?P<year>\d{4})")
_THIS_YEAR, _YEAR = re.compile(r"(?:thang|quy)\s+(?:\d{1,2}|[iv]{1,3})"), re.compile(r"\d{4}")


def days_meant(words: str) -> tuple[date | None, date | None]:
    """The first and the last day of a time as people write it ("tháng 12/2025", "01/12/2025 đến
    15/12/2025"); (None, None) of nothing.

    Raises:
        UsageError: no time is named, or the last day lies before the first.
    """
    written = plain(words).strip()
    if not written:
        return None, None
    if month := _MONTH.fullmatch(written):
        written = f"thang {month['month']}/{month['year']}"
    elif _THIS_YEAR.fullmatch(written):
        written = f"{written}/{today().year}"
    elif _YEAR.fullmatch(written):
        written = f"nam {written}"
    periods = periods_in(written)
    if not periods or periods[-1].last < periods[0].first:
        raise UsageError(
            f"Không hiểu “{words.strip()}” là khoảng thời gian nào. Hãy viết, ví dụ: "
            "tháng 12/2025, quý I/2026, hoặc 01/12/2025 đến 15/12/2025."
        )
    return periods[0].first, periods[-1].last


# "phải báo cáo gì trước 31/12/2025": what is due by then.
_BY = re.compile(r"(?<!\w)(?:truoc|cham nhat|muon nhat|by|before|until)(?: (?:het )?ngay)?\s*$")


def due_by(bare: str, periods: Sequence[Period], entries: list[Entry]) -> list[Entry]:
    """Those due by the day that a question without diacritics names, if any are, else all."""
    by = next((p.last for p in periods if _BY.search(bare[: p.start])), None)
    if by is None:
        return entries
    return [entry for entry in entries if _is_due_by(entry, by)] or entries


def _is_due_by(entry: Entry, day: date) -> bool:
    deadline = entry.task.deadline
    if deadline is None:
        return False
    if deadline.recurring:
        return first_between(deadline.text, entry.head.issued or day, day) is not None
    return deadline.due is not None and deadline.due <= day


def overview_due(library: Library, filters: TaskFilters, when: When, day: date) -> list[Told]:
    """Every agency with a task that fits and is due so as of that day, most of these first."""
    found = overview(library.store, day, day + timedelta(days=SOON), filters)
    if when is When.PAST:
        return sorted((told for told in found if told.past), key=lambda told: -told.past)
    if when is When.SOON:
        return sorted((told for told in found if told.soon), key=lambda told: -told.soon)
    return found


def by_clause(entries: Iterable[Entry]) -> list[Entry]:
    """The tasks of one clause that share role and deadline as one, told to "A; B; C", in the order
    of the first: what a list of all agencies shows once."""
    names: dict[tuple[object, ...], dict[str, None]] = {}
    first: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        task = entry.task
        place = (entry.head.row, entry.clause.index, task.role, task.deadline)
        first.setdefault(place, entry)
        names.setdefault(place, {})[task.agency] = None
    return [
        replace(entry, task=replace(entry.task, agency="; ".join(names[place])))
        for place, entry in first.items()
    ]
