"""Deadlines as a calendar (RFC 5545) that Outlook, Google and phones take in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from corpus.deadlines import ends
from corpus.rhythm import rhythms
from index.register import Entry
from qa.export.columns import deadline_words, heading
from qa.messages import say

__all__ = ["write_ics"]

_QUOTED = 80  # characters of the task in an event's summary


def write_ics(entries: Sequence[Entry], path: Path, now: datetime | None = None) -> int:
    """Write all-day events, one a deadline and one a rhythm of it; how many there were.

    A deadline stands on its last day. A recurring one comes on the days that its words name, the
    first on or behind the day its document was issued, or now where that is not stated. What has
    neither a day nor a rhythm is left out.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//chidao//VN")
    calendar.add("version", "2.0")
    now = now or datetime.now(UTC)
    count = 0
    for entry in entries:
        quote = entry.clause.text
        short = quote if len(quote) <= _QUOTED else quote[:_QUOTED].rsplit(" ", 1)[0] + "…"
        for at, (start, rule) in enumerate(_when(entry, now.date())):
            event = Event()
            event.add("uid", _uid(entry, at))
            event.add("dtstamp", now)
            event.add("dtstart", start)
            event.add("dtend", start + timedelta(days=1))
            if rule:
                event.add("rrule", rule)
            event.add("summary", say("calendar.summary", agency=entry.task.agency, quote=short))
            event.add("description", _description(entry))
            calendar.add_component(event)
            count += 1
    path.write_bytes(calendar.to_ical())
    return count


def _when(entry: Entry, today: date) -> Iterator[tuple[date, dict[str, object] | None]]:
    """The days of its events, with the rule of those that come again."""
    deadline = entry.task.deadline
    if deadline is None:
        return
    for rhythm in rhythms(deadline.text) if deadline.recurring else ():
        first = next(rhythm.on(entry.head.issued or today), None)
        if first is not None:
            yield first, rhythm.rule() | ({"UNTIL": rhythm.ends} if rhythm.ends else {})
    # Two terms of one task have no day together, but each has its own.
    days = set(ends(deadline.text, entry.head.issued))
    if whole := deadline.due or deadline.date:
        days.add(whole)
    for day in sorted(days):
        yield day, None


def _uid(entry: Entry, at: int) -> str:
    """The same for an event of a task each time, so that importing twice does not double it."""
    task = f"{entry.head.id}\n{entry.clause.index}\n{entry.task.agency}\n{entry.task.role}"
    name = f"{task}\n{at}" if at else task
    return hashlib.sha256(name.encode()).hexdigest()[:32] + "@chidao"


def _description(entry: Entry) -> str:
    source = (entry.head.number, entry.head.issuer, entry.clause.locator)
    return "\n".join(
        (
            entry.clause.text,
            f"{heading('deadline')}: {deadline_words(entry)}",
            f"{heading('role')}: {say(f'role.{entry.task.role}')}",
            f"{heading('source')}: {', '.join(part for part in source if part)}",
        )
    )
