"""Deadlines as a calendar (RFC 5545) that Outlook, Google and phones take in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from corpus.text import plain
from index.register import Entry
from qa.export.columns import deadline_words, heading
from qa.messages import say

__all__ = ["write_ics"]

_QUOTED = 80  # characters of the task in an event's summary

# How often a recurring deadline comes, by the words of the document without diacritics.
_FREQUENCIES = (
    ("hang ngay", {"FREQ": "DAILY"}),
    ("hang tuan", {"FREQ": "WEEKLY"}),
    ("hang thang", {"FREQ": "MONTHLY"}),
    ("hang quy", {"FREQ": "MONTHLY", "INTERVAL": 3}),
    ("hang nam", {"FREQ": "YEARLY"}),
)


def write_ics(entries: Sequence[Entry], path: Path, now: datetime | None = None) -> int:
    """Write one all-day event a deadline; how many there were.

    A deadline stands on its last day. A recurring one ("hàng ngày") begins on the day its
    document was issued, or now where that is not stated. What has neither a day nor a rhythm is
    left out.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//chidao//VN")
    calendar.add("version", "2.0")
    now = now or datetime.now(UTC)
    count = 0
    for entry in entries:
        start, rule = _when(entry, now.date())
        if start is None:
            continue
        event = Event()
        event.add("uid", _uid(entry))
        event.add("dtstamp", now)
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(days=1))
        if rule:
            event.add("rrule", rule)
        quote = entry.clause.text
        short = quote if len(quote) <= _QUOTED else quote[:_QUOTED].rsplit(" ", 1)[0] + "…"
        event.add("summary", say("calendar.summary", agency=entry.task.agency, quote=short))
        event.add("description", _description(entry))
        calendar.add_component(event)
        count += 1
    path.write_bytes(calendar.to_ical())
    return count


def _when(entry: Entry, today: date) -> tuple[date | None, dict[str, object] | None]:
    """The day of the event and, if it comes again, the rule."""
    deadline = entry.task.deadline
    if deadline is None:
        return None, None
    if deadline.recurring:
        words = plain(deadline.text)  # "hàng ngày" and "hằng ngày" are both "hang ngay"
        for rhythm, rule in _FREQUENCIES:
            if rhythm in words:
                return entry.head.issued or today, dict(rule)
    return deadline.due or deadline.date, None


def _uid(entry: Entry) -> str:
    """The same for the same task each time, so that importing twice does not double it."""
    name = f"{entry.head.id}\n{entry.clause.index}\n{entry.task.agency}\n{entry.task.role}"
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
