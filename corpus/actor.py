"""An agency as a text names it, or a class of agencies by its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import class_words, naming
from corpus.text import collapse, fold

__all__ = ["Actor", "group_name", "make_group"]


@dataclass(frozen=True, slots=True)
class Actor:
    """One agency as named at `start:end`. A `group` is a class of bodies that is not spelled out;
    an `open` one is a catch-all ("các cơ quan liên quan")."""

    name: str
    named_as: str
    start: int
    end: int
    group: bool = False
    open: bool = False
    before: str = ""  # the separator in front of it, within its list
    titled: bool = False  # named by its office-holders: "Thủ trưởng các ngành"


def make_group(text: str, start: int, end: int, name: str | None = None) -> Actor:
    """A group named at `start:end`; `name` when it differs from the words there."""
    as_written = collapse(text[start:end])
    full = group_name(name or as_written)
    return Actor(
        full, as_written, start, end, group=True, open=bool(class_words.OPEN.search(fold(full)))
    )


# The mark of a footnote, and not the number of what is named ("khu vực 5", "nêu tại Điều 1").
_MARK = re.compile(
    r"(?<!khu vực)(?<!quân khu)(?<!vùng)(?<!số)(?<!đoàn)(?<!cấp)(?<!Điều)(?<!mục)(?<!khoản)"
    r"(?<![Nn]hóm) \d{1,2}$|(?<=[^\W\d_])\d{1,2}$"
)


def group_name(words: str) -> str:
    """The name of a group as written, without titles and the mark of a footnote, abbreviations
    spelled out, capital first."""
    name = class_words.GROUP_TITLES.sub("", _MARK.sub("", words))
    for pattern, full in naming.SPELLED_OUT:
        name = pattern.sub(full, name)
    return name[:1].upper() + name[1:]
