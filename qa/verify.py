"""Nothing unproved reaches a user: quotes are checked to the character, figures by source."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from corpus.text import plain
from qa.citation import Answer, Citation

__all__ = ["exact", "facts_of", "unproved", "verified"]

_MARK = re.compile(r"\[(\d+)\]")
_QUOTED = re.compile(r"“([^”]+)”")
_FIGURE = re.compile(r"\d+(?:[.,/:\-]\d+)*%?")


def exact(citation: Citation, text: str) -> bool:
    """Whether the quote is what the stored text of its document has there, to the character."""
    return (
        bool(citation.quote)
        and text[citation.start : citation.end] == citation.quote
        and all(0 <= start < end <= len(citation.quote) for start, end in citation.marked)
    )


def facts_of(text: str) -> list[str]:
    """The figures of a text: numbers, dates, numbers of documents; marks like [1] are none."""
    return _FIGURE.findall(_MARK.sub(" ", text))


def unproved(statement: str, sources: Sequence[str]) -> list[str]:
    """The figures and quoted phrases of a statement that stand in none of the sources."""
    whole = "\n".join(sources)
    figures = set(facts_of(whole))
    days = {_plain_day(figure) for figure in figures}
    missing = [
        figure
        for figure in facts_of(statement)
        if figure not in figures and _plain_day(figure) not in days
    ]
    return missing + [quote for quote in _QUOTED.findall(statement) if quote not in whole]


def _plain_day(figure: str) -> str:
    """A date without leading zeros, so that 05/12/2025 and 5/12/2025 are one."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", figure)


def verified(answer: Answer, texts: Callable[[Collection[str]], Mapping[str, str]]) -> Answer:
    """The answer without citations whose quote is not exact; `texts` gives the stored texts of
    documents by their ids.

    Where one had to go the statement that named it goes too: what is left lists the quotes.
    """
    stored = texts({c.head.id for c in (*answer.citations, *answer.nearest)})
    good = [c for c in answer.citations if exact(c, stored.get(c.head.id, ""))]
    nearest = tuple(c for c in answer.nearest if exact(c, stored.get(c.head.id, "")))
    if len(good) == len(answer.citations):
        return replace(answer, nearest=nearest)
    text = "\n".join(f"[{n}] “{c.quote}”" for n, c in enumerate(good, start=1))
    return replace(answer, text=text, citations=tuple(good), nearest=nearest)


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same but for case, diacritics and spacing."""
    return " ".join(plain(one).split()) == " ".join(plain(other).split())
