"""Which of an agency's tasks to list by when they are due: all, the overdue, those due soon."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from index.bodies import Body
from index.library import Library
from index.register import Entry, TaskFilters, Told, overview

__all__ = ["SOON", "When", "dossier_due", "overview_due", "today"]

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
        filters = replace(filters, due_to=day - timedelta(days=1))
    elif when is When.SOON:
        filters = replace(filters, due_from=day, due_to=day + timedelta(days=SOON))
    if body is None:
        found = library.tasks(filters, by_due_date=by_due_date)
    else:
        found = library.dossier(body, filters, by_due_date=by_due_date)
    if when is When.ANY:
        return found
    return [entry for entry in found if entry.task.deadline and not entry.task.deadline.recurring]


def overview_due(library: Library, filters: TaskFilters, when: When, day: date) -> list[Told]:
    """Every agency with a task that fits and is due so as of that day, most of these first."""
    found = overview(library.store, day, day + timedelta(days=SOON), filters)
    if when is When.PAST:
        return sorted((told for told in found if told.past), key=lambda told: -told.past)
    if when is When.SOON:
        return sorted((told for told in found if told.soon), key=lambda told: -told.soon)
    return found
