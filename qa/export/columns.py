"""One task as one row of text: what the tables of all formats have in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import PurePath

from corpus.document import Role
from index.register import Entry
from qa.messages import say

__all__ = ["COLUMNS", "bodies", "day", "deadline_words", "heading", "row"]

_VALUES: dict[str, Callable[[Entry], str | date | None]] = {
    "number": lambda entry: entry.head.number,
    "issued": lambda entry: entry.head.issued,
    "issuer": lambda entry: entry.head.issuer,
    "title": lambda entry: entry.head.title,
    "locator": lambda entry: entry.clause.locator,
    "agency": lambda entry: entry.task.agency,
    "role": lambda entry: say(f"role.{entry.task.role}"),
    "quote": lambda entry: entry.clause.text,
    "with": lambda entry: "; ".join(entry.task.together_with) or None,
    "deadline": lambda entry: entry.task.deadline.text if entry.task.deadline else None,
    "due": lambda entry: entry.task.deadline.due if entry.task.deadline else None,
    "file": lambda entry: PurePath(entry.head.path).name,
}

COLUMNS = tuple(_VALUES)


def heading(column: str) -> str:
    """What a column is called."""
    return say(f"field.{column}")


def row(entry: Entry) -> list[str | date | None]:
    """A task's values in the order of COLUMNS; what is not stated is None."""
    return [value(entry) for value in _VALUES.values()]


def day(value: date | None) -> str:
    """A day as officials write it, or that none is stated."""
    return value.strftime("%d/%m/%Y") if value else say("unstated")


def bodies(entry: Entry) -> str:
    """Who acts: those told together, or a helper with those whom it helps."""
    task = entry.task
    if task.role is not Role.SUPPORT or not task.together_with:
        return "; ".join((task.agency, *task.together_with))
    helped = say("card.helping", agencies="; ".join(task.together_with))
    return f"{task.agency} ({helped})"


def deadline_words(entry: Entry) -> str:
    """The deadline as written, and its last day where the words do not name it themselves."""
    deadline = entry.task.deadline
    if deadline is None:
        return ""
    due = deadline.due if deadline.due and not deadline.date else None
    return f"{deadline.text} ({day(due)})" if due else deadline.text
