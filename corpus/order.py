"""An order found in a clause, and whom the headings above the clause speak to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.actors import Actor
from corpus.text import compiled

__all__ = ["Bound", "Order", "sentence_end"]


class Bound(StrEnum):
    """Whom the headings above a clause speak to."""

    NOBODY = "nobody"
    GROUP = "group"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Order:
    """An order found in a clause. Offsets into the clause's text; `start:end` is the sentence that
    speaks to these doers, `verb_at` where what they must do begins."""

    doers: tuple[Actor, ...]
    supporters: tuple[Actor, ...]
    start: int
    end: int
    verb_at: int
    says_something: bool = True  # False for a heading that only names its addressee


def sentence_end(text: str, at: int) -> int:
    """The end of the sentence around `at` (a full stop, not a semicolon)."""
    match = compiled(r"(?<=[.!?])\s+(?=[⇧“])").search(text, at)
    return match.start() if match else len(text)
