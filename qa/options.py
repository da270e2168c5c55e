"""The options that commands share, and the filters they stand for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from qa.messages import say

if TYPE_CHECKING:
    from index.filters import Filters
    from index.library import Library

__all__ = ["DAY", "FILTERS", "JSON", "LIBRARY", "due_days", "narrowed", "option", "restrict"]

_SECOND_DAY = date(1, 1, 2)  # of the calendar: the first one has no day before it

Command = TypeVar("Command", bound=Callable[..., Any])


class _Day(click.ParamType[date, str]):
    """A day as 2025-12-31 or 31/12/2025."""

    name = "ngày"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            if "/" in value:
                number, month, year = map(int, value.split("/"))
                return date(year, month, number)
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” không phải ngày: hãy viết 2025-12-31 hoặc 31/12/2025", param, ctx)


DAY = _Day()


def option(*names: str, text: str, **settings: Any) -> Callable[[Command], Command]:
    """An option whose help is the message "option.{text}"."""
    return click.option(*names, help=say(f"option.{text}"), **settings)


def _all(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for decorate in reversed(options):
            command = decorate(command)
        return command

    return add


JSON = option("--json", "as_json", text="json", is_flag=True)
LIBRARY = option("--library", text="library", type=click.Path(path_type=Path), metavar="DIR")
FILTERS = _all(
    option("--agency", text="agency", metavar="A"),
    option("--kind", text="kind", metavar="K"),
    option("--issuer", text="issuer", metavar="I"),
    option("--from", "issued_from", text="from", type=DAY, metavar="D"),
    option("--to", "issued_to", text="to", type=DAY, metavar="D"),
    option("--document", text="document", metavar="DOC"),
)


def restrict(library: Library, given: dict[str, Any]) -> Filters:
    """The filters that the options name; agency and document as the library knows them.

    Raises:
        UsageError: they make no sense for this library (see `index.empty.check_filters`).
    """
    from index.empty import check_filters
    from index.filters import Filters

    agency, document = given.pop("agency"), given.pop("document")
    filters = Filters(
        agencies=library.body(agency).names if agency is not None else (),
        document=library.find(document).id if document is not None else None,
        **given,
    )
    check_filters(library.store, filters)
    return filters


def narrowed(library: Library, given: dict[str, Any]) -> Filters:
    """The filters that the options name; those that let no clause through are told on stderr."""
    from index.empty import why_no_clause

    filters = restrict(library, given)
    if said := why_no_clause(library.store, filters):
        click.echo(said, err=True)
    return filters


def due_days(given: dict[str, Any]) -> tuple[date | None, date | None]:
    """The first and the last due day that the options allow.

    Raises:
        UsageError: the last lies before the first.
    """
    from index.empty import check_days

    first, last = given.pop("due_from"), given.pop("due_to")
    check_days(first, last, "Khoảng hạn")
    if overdue := given.pop("overdue"):
        last = min(filter(None, (last, max(overdue, _SECOND_DAY) - timedelta(days=1))))
    if (within := given.pop("within")) is not None:
        today = datetime.now().astimezone().date()
        first = max(filter(None, (first, today)))
        last = min(filter(None, (last, today + timedelta(days=within))))
    return first, last
