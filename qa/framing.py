"""What a document as a whole has of a question: its description, place, time, kind, name."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.home import home_of
from corpus.text import plain
from index.rows import Head, key
from qa.content_words import Weighted, covered
from qa.in_text import plain_of
from qa.nearness import Best, Nearness
from qa.question import Query

__all__ = ["Framing", "described", "foreign", "framing", "is_named", "issued_in", "names_place"]


def described(head: Head) -> str:
    """A document's title, issuer, kind and number."""
    return f"{head.title or ''} . {head.issuer or ''} . {head.kind or ''} {head.number or ''}"


@dataclass(frozen=True, slots=True)
class Framing:
    """What a document's own description has of the question."""

    frame: str
    framed: frozenset[str]  # terms of the question
    near: Best
    issued: float
    named: bool
    in_period: bool
    of_form: bool


def framing(query: Query, words: Weighted, near: Nearness, head: Head) -> Framing:
    """What the document of this head has of a question."""
    frame = described(head)
    return Framing(
        frame=frame,
        framed=covered(words, frame),
        near=near.best(frame),
        issued=issued_in(query, head),
        named=is_named(query, head),
        in_period=_in_period(query, head),
        of_form=bool(query.kind_named and key(query.kind_named) in key(head.kind or "")),
    )


def issued_in(query: Query, head: Head) -> float:
    """Whether the document was issued by a body of a place that the question names, or under it,
    or is written to one alone."""
    bodies = key(head.home)
    return float(any(plain(place.name) in bodies for place in query.places))


def is_named(query: Query, head: Head) -> bool:
    """Whether the question names the document."""
    return any(head in document.heads for document in query.documents)


def foreign(query: Query, head: Head) -> bool:
    """Whether the document is of another province than the question, old and new names alike."""
    if not query.places:
        return False
    home = home_of(head.issuer, head.title, head.superior).province
    if home is None:
        return False
    asked = {name for place in query.places for name in (place.name, place.merged_into) if name}
    return asked.isdisjoint((home.name, home.merged_into))


def names_place(query: Query, head: Head, text: str) -> float:
    """The share of the places of the question that the clause or the title names."""
    if not query.places:
        return 0.0
    title, whole = plain(head.title or ""), plain_of(text)
    names = [plain(place.name) for place in query.places]
    return sum(name in title or name in whole for name in names) / len(names)


def _in_period(query: Query, head: Head) -> bool:
    issued = head.issued
    return issued is not None and any(p.first <= issued <= p.last for p in query.periods)
