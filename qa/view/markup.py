"""Escaped HTML from plain values: the one way by which a document's words reach the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise

from corpus.text import plain

__all__ = [
    "Html",
    "asset",
    "attributes",
    "day",
    "element",
    "join",
    "marked",
    "phrase_spans",
    "text",
    "word_spans",
]

# Marks that turn the direction of what follows. They could make one text look like another.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WORD = re.compile(r"[^\W_]+")
_SHORT = 2  # syllables of at most so many letters are marked only within a longer phrase


class Html(str):
    """Text that is HTML already; everything else is escaped when it meets one."""

    __slots__ = ()


def text(value: object) -> Html:
    """The value as HTML that shows exactly its characters."""
    if isinstance(value, Html):
        return value
    return Html(html.escape(_DIRECTION.sub("", str(value)), quote=True))


def join(parts: Iterable[object], between: str = "") -> Html:
    """The parts, each escaped unless it is HTML, with plain text between them."""
    return Html(text(between).join(text(part) for part in parts))


def attributes(**values: object) -> Html:
    """HTML attributes; None and False are left out, True stands without a value.

    A trailing underscore is dropped and the others become hyphens: `class_`, `data_open`.
    """
    written = []
    for name, value in values.items():
        if value is None or value is False:
            continue
        known = name.removesuffix("_").replace("_", "-")
        written.append(f" {known}" if value is True else f' {known}="{text(value)}"')
    return Html("".join(written))


def element(tag: str, *content: object, **values: object) -> Html:
    """An element with attributes and content."""
    return Html(f"<{tag}{attributes(**values)}>{join(content)}</{tag}>")


def day(value: date | str | None) -> str | None:
    """A day as officials write it (Decree 30/2020/NĐ-CP, Annex I): 05/3/2021, but 12/10/2021."""
    if value is None:
        return None
    if isinstance(value, str):
        value = date.fromisoformat(value)
    month = f"{value.month:02d}" if value.month < 3 else str(value.month)
    return f"{value.day:02d}/{month}/{value.year}"


def marked(quote: str, spans: Iterable[tuple[int, int]]) -> Html:
    """The quote with these half-open spans of it marked; they may overlap."""
    parts: list[object] = []
    at = 0
    for start, end in _merged(quote, sorted(spans)):
        parts += [quote[at:start], element("mark", quote[start:end])]
        at = end
    return join([*parts, quote[at:]])


def phrase_spans(quote: str, phrases: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the phrases stand whole in the quote, without regard to case and diacritics."""
    folded = plain(quote)
    if len(folded) != len(quote):  # not NFC: offsets would not hold
        return
    for phrase in phrases:
        wanted = plain(phrase.strip())
        if wanted:
            for found in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded):
                yield found.span()


def word_spans(quote: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where words of the question stand in the quote.

    Vietnamese words have two syllables more often than one: a syllable counts when the one
    beside it in the question is beside it here too.
    """
    asked = [plain(word) for word in words]
    pairs = set(pairwise(asked))
    found = [(plain(match.group()), match.span()) for match in _WORD.finditer(quote)]
    for (first, (start, _)), (second, (_, end)) in pairwise(found):
        if (first, second) in pairs and max(len(first), len(second)) > _SHORT:
            yield start, end


def _merged(quote: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans that overlap, or that only a space parts, as one."""
    held: tuple[int, int] | None = None
    for start, end in spans:
        if held is None:
            held = (start, end)
        elif start <= held[1] or not quote[held[1] : start].strip():
            held = (held[0], max(held[1], end))
        else:
            yield held
            held = (start, end)
    if held is not None:
        yield held


@cache
def asset(name: str) -> str:
    """A style sheet or script that comes with this package."""
    return files("qa.view").joinpath(name).read_text(encoding="utf-8")
