"""Everyday words for what documents say otherwise: "chậm hạn" for "quá hạn", "chết" for "tử vong".

index/synonyms.tsv has a class of expressions on each line, the official one first. What a question
says in one of them, a clause may say in any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from index.terms import syllables

__all__ = ["Said", "said_in", "says", "thesaurus"]

_LONGEST = 5  # syllables of an expression


@dataclass(frozen=True, slots=True)
class Said:
    """An expression found in a text, and what else says the same."""

    words: str
    otherwise: tuple[str, ...]


def said_in(text: str) -> list[Said]:
    """Returns the expressions of a text that may be said otherwise, longest first, none inside
    another."""
    table = _classes()
    words = syllables(text)
    taken = bytearray(len(words))
    found: list[Said] = []
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            key = " ".join(words[at : at + size])
            if key in table and 1 not in taken[at : at + size]:
                taken[at : at + size] = b"\1" * size
                found.append(Said(key, table[key]))
    return found


def says(text: str, expressions: tuple[str, ...]) -> bool:
    """Whether a text has one of some expressions, syllable by syllable."""
    spaced = _spaced(text)
    return any(one in spaced for one in _padded(expressions))


@lru_cache(maxsize=20_000)  # the clauses of a topic are candidates again and again
def _spaced(text: str) -> str:
    return f" {' '.join(syllables(text))} "


@cache
def _padded(expressions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {expression} " for expression in expressions)


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Expression → the others of its classes, all as syllables."""
    others: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for members in _read():
        for member in members:
            others[member].update(dict.fromkeys(one for one in members if one != member))
    return {member: tuple(found) for member, found in others.items()}


def _read() -> Iterator[list[str]]:
    for line in thesaurus():
        yield [" ".join(syllables(field)) for field in line]


def thesaurus() -> Iterator[list[str]]:
    """The classes of expressions as they are written."""
    lines = Path(__file__).with_name("synonyms.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            yield line.split("\t")
