"""One door to all formats: the tasks, a format's name, a path."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from corpus.errors import UsageError, reason_of
from index.register import Entry
from qa.export import calendar, sheets, word
from qa.messages import say

__all__ = ["FORMATS", "write"]

FORMATS = ("xlsx", "csv", "docx", "ics")


def write(form: str, entries: Sequence[Entry], path: Path, agency: str | None) -> str:
    """Write the tasks in one of FORMATS; a sentence that says what was written.

    Raises:
        UsageError: the file cannot be written.
    """
    count = len(entries)
    try:
        if form == "xlsx":
            sheets.write_xlsx(entries, path)
        elif form == "csv":
            sheets.write_csv(entries, path)
        elif form == "docx":
            word.write_docx(entries, path, agency, datetime.now().astimezone().date())
        else:
            count = calendar.write_ics(entries, path)
    except OSError as error:
        raise UsageError(f"Không ghi được “{path}”: {reason_of(error)}") from error
    if form == "ics":
        return say("tasks.dated", count=count, path=path, rest=len(entries) - count)
    return say("tasks.written", count=count, path=path)
