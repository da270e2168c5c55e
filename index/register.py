"""The register of tasks: everything that agencies are told to do, complete, never the top k."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus.deadlines import ends
from corpus.document import Clause, Role, Task
from corpus.rhythm import first_between
from index.filters import Filters, conditions
from index.finding import heads_among
from index.rows import CLAUSE_COLUMNS, Head, agency_key, clause_of, key, task_of
from index.store import Store, Value

__all__ = [
    "Entry", "TaskFilters", "Told", "agencies_told", "overview", "tasks",
]  # fmt: skip

_TASK_COLUMNS = (
    "t.agency, t.role, t.named_as, t.together, "
    't.deadline, t.date, t.recurring, t.start, t."end", t.due'
)


@dataclass(frozen=True, slots=True)
class TaskFilters:
    """Which tasks to list. `where` narrows by document; its `agencies` are those told to act.

    `due_from` and `due_to` are inclusive; a task without a due day fits no range. What comes
    again fits one with both ends if a day that its words name lies in it. `words` must all stand in
    the clause's text (`corpus.text.has_words`).
    """

    where: Filters = field(default_factory=Filters)
    roles: tuple[Role, ...] = ()
    due_from: date | None = None
    due_to: date | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """How much an agency is told under the name it bears there: tasks in all, those with a
    deadline, those of which the last day is gone, those due within some days."""

    agency: str
    tasks: int
    dated: int
    past: int
    soon: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One task with the clause that gives it and the document it stands in."""

    head: Head
    clause: Clause
    task: Task


def tasks(
    store: Store, filters: TaskFilters | None = None, *, by_due_date: bool = False
) -> list[Entry]:
    """All tasks that fit.

    By document, newest first, undated last, in the order of the text; or, `by_due_date`, by the
    last day that keeps the deadline, those without one last.
    """
    wanted, values = _conditions(filters or TaskFilters())
    with store.snapshot():
        found = _entries(store, wanted, values, by_due_date=by_due_date)
    if by_due_date and filters and filters.due_from and filters.due_to:
        # What comes again has its place by the day on which it comes then.
        first, last = filters.due_from, filters.due_to
        found.sort(key=lambda entry: _day_then(entry, first, last) or date.max)
    return found


def _day_then(entry: Entry, first: date, last: date) -> date | None:
    """The first day in that time by which something of a task is due."""
    deadline = entry.task.deadline
    if deadline is None:
        return None
    if not deadline.recurring and "; " not in deadline.text:
        return deadline.due
    days = [day for day in ends(deadline.text, entry.head.issued) if first <= day <= last]
    again = first_between(deadline.text, first, last) if deadline.recurring else None
    return min([*days, *([again] if again else [])], default=deadline.due)


def _conditions(filters: TaskFilters) -> tuple[list[str], list[Value]]:
    """What a task must be, as SQL over tasks t, clauses c and documents d, and its values."""
    wanted, values = conditions(filters.where)
    _add_among(
        wanted, values, "t.agency_key", [agency_key(name) for name in filters.where.agencies]
    )
    _add_among(wanted, values, "t.role", list(filters.roles))
    if filters.due_from is not None or filters.due_to is not None:
        first, last = filters.due_from or date.min, filters.due_to or date.max
        # What comes again comes in any time that has no end, and tells nothing there.
        again = filters.due_from is not None and filters.due_to is not None
        wanted.append(_DUE_BETWEEN if again else _DAY_BETWEEN)
        values += [first.isoformat(), last.isoformat()] * (2 + 2 * again)
    for word in key(filters.words or "").split():
        wanted.append("instr(c.plain, ?) > 0")
        values.append(word)  # quick, but "ma" stands in "mau", too
    if filters.words:
        wanted.append("has_words(c.text, ?)")
        values.append(filters.words)
    return wanted, values


# `due` is the last day of all terms of a task; one of several may be over before.
_ONE_OF_SEVERAL = (
    "CASE WHEN instr(t.deadline, '; ') THEN end_between(t.deadline,"
    " (SELECT issued FROM documents WHERE document = t.document), ?, ?) ELSE 0 END"
)
_DAY_BETWEEN = f"(NOT t.recurring AND t.due >= ? AND (t.due <= ? OR {_ONE_OF_SEVERAL}))"
_COMES = (
    "CASE WHEN t.recurring THEN day_between(t.deadline, ?, ?) IS NOT NULL"
    f" OR {_ONE_OF_SEVERAL} ELSE 0 END"
)
_DUE_BETWEEN = f"({_DAY_BETWEEN} OR {_COMES})"
_FROM = "tasks t JOIN clauses c USING (clause) JOIN documents d ON d.document = t.document"


def _entries(
    store: Store, wanted: Sequence[str], values: Sequence[Value], *, by_due_date: bool
) -> list[Entry]:
    found = store.rows(
        f"SELECT d.document, {CLAUSE_COLUMNS}, {_TASK_COLUMNS} FROM {_FROM}"  # noqa: S608 - our own words
        f" WHERE {' AND '.join(wanted) or '1'}"
        f" ORDER BY {'t.due IS NULL, t.due, ' if by_due_date else ''}"
        " d.issued DESC NULLS LAST, d.document, c.position, t.rowid",
        values,
    )
    heads = heads_among(store, {row[0] for row in found})
    return [Entry(heads[row[0]], clause_of(row[1:13]), task_of(row[1], row[13:])) for row in found]


def told_there(store: Store, entries: Sequence[Entry]) -> list[tuple[Entry, list[Task]]]:
    """Each entry with all tasks of its clause, its own too."""
    places = {(entry.head.row, entry.clause.index) for entry in entries}
    found: dict[tuple[int, int], list[Task]] = {place: [] for place in places}
    for document, position, *task in store.rows_among(
        f"SELECT t.document, c.position, {_TASK_COLUMNS} FROM {_FROM}"  # noqa: S608 - our own words
        " WHERE t.document IN (…) ORDER BY t.rowid",
        {document for document, _ in places},
    ):
        if (document, position) in places:
            found[document, position].append(task_of(position, tuple(task)))
    return [(entry, found[entry.head.row, entry.clause.index]) for entry in entries]


def _add_among(wanted: list[str], values: list[Value], column: str, among: Sequence[Value]) -> None:
    if among:
        wanted.append(f"{column} IN ({','.join('?' * len(among))})")
        values += among


def agencies_told(store: Store) -> list[tuple[str, int]]:
    """Every agency that is told something, with the number of its tasks, most first."""
    return [
        (name, count)
        for name, count in store.rows(
            "SELECT agency, count(*) FROM tasks GROUP BY agency ORDER BY count(*) DESC, agency"
        )
    ]


def overview(store: Store, day: date, soon: date, filters: TaskFilters | None = None) -> list[Told]:
    """Every agency that is told a task that fits, most first; `soon` is the last day, inclusive,
    of what counts as due soon as of `day`. What comes again is never overdue."""
    filters = filters or TaskFilters()
    wanted, values = _conditions(filters)
    # The tables beside it are joined only for what asks for their columns: half the time.
    source = "tasks t" if filters.where == Filters() and not filters.words else _FROM
    as_of, until = day.isoformat(), soon.isoformat()
    rows = store.rows(
        "SELECT t.agency, count(*), count(t.deadline),"  # noqa: S608 - our own words
        f" sum(t.due < ? AND NOT t.recurring), sum(coalesce({_DUE_BETWEEN}, 0))"
        f" FROM {source} WHERE {' AND '.join(wanted) or '1'}"
        " GROUP BY t.agency ORDER BY count(*) DESC, t.agency",
        [as_of, *(as_of, until) * 4, *values],
    )
    return [
        Told(agency, told, dated, past or 0, near or 0) for agency, told, dated, past, near in rows
    ]
