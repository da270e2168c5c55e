"""Words that tell what is asked: patterns that read a question with its diacritics or without.

A cue is written with diacritics. Against a question typed without any it is compared without,
where more words look alike; against an accented one it is exact.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.text import fold, plain, without_numbers

__all__ = ["Cue", "cues", "is_bare"]

# A question typed without diacritics may have some by abbreviations written out; running text has
# them on three letters of ten.
_BARE = 0.1


class Cue:
    """A pattern over the folded question. Write no upper-case classes: they would be folded."""

    def __init__(self, pattern: str) -> None:
        self._marked = re.compile(rf"(?<!\w)(?:{fold(pattern)})(?!\w)")
        self._bare = re.compile(rf"(?<!\w)(?:{plain(pattern)})(?!\w)")

    def search(self, question: str, at: int = 0) -> re.Match[str] | None:
        """The first place where the question has it; offsets hold in an NFC question."""
        if is_bare(question):
            return self._bare.search(plain(question), at)
        return self._marked.search(fold(question), at)

    def spans(self, question: str) -> list[tuple[int, int]]:
        """All places, half-open."""
        if is_bare(question):
            return [match.span() for match in self._bare.finditer(plain(question))]
        return [match.span() for match in self._marked.finditer(fold(question))]


def is_bare(question: str) -> bool:
    """Whether the question is typed without diacritics (or is English)."""
    words = without_numbers(question)
    letters = sum(character.isalpha() for character in words)
    marked = sum(not character.isascii() and character.isalpha() for character in words)
    return marked <= letters * _BARE


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("qa") / "cues.toml").read_text(encoding="utf-8"))


@cache
def cues(section: str) -> dict[str, Cue]:
    """The cues of a section of cues.toml, in its order."""
    words = {name: "|".join(among) for name, among in _table()["words"].items()}
    found = {}
    for name, patterns in _table()[section].items():
        pattern = "|".join(patterns)
        for word, among in words.items():
            pattern = pattern.replace(f"@{word}", among)
        found[name] = Cue(pattern)
    return found
