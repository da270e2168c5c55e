"""What every reader returns, and the bounds that every reader keeps."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Page, Problem, Severity, SourceLine

__all__ = ["MAX_FILE_BYTES", "MAX_LINES", "MAX_PAGES", "Reading", "unreadable"]

MAX_FILE_BYTES = 200 * 1024 * 1024
"""A larger file is not opened: the largest directive with scanned annexes is below 100 MB."""

MAX_PAGES = 3000
"""Pages read of one document; the rest is reported."""

MAX_LINES = 400_000
"""Lines read of one document; the rest is reported."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of one source, in reading order, and what was wrong with it.

    No lines with an error among the problems: nothing of the source could be read. `pages` only
    where the format has pages that can be shown (PDF).
    """

    lines: tuple[SourceLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    pages: tuple[Page, ...] = ()


def unreadable(path: str, message: str, *, severity: Severity = Severity.ERROR) -> Reading:
    """Returns a reading without lines that says why."""
    return Reading(problems=(Problem(path, severity, message),))
