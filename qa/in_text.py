"""What one text has of a question: a value of the kind asked for, a count, the best sentence."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from corpus.text import plain
from qa.content_words import Weighted, covered
from qa.named_things import FIRM_KEYS, FIRMS, thing_asked
from qa.question import Kind, Query
from qa.values import find_counts, find_numbers, find_values

__all__ = [
    "counts",
    "in_one_sentence",
    "kind_share",
    "measures_only",
    "numbered",
    "plain_of",
    "sentences",
    "valued",
]

_BEFORE, _BEHIND = 100, 60  # characters around a value that say what it is the value of


@lru_cache(maxsize=20_000)  # the clauses of a topic are candidates again and again
def plain_of(text: str) -> str:
    """The text in small letters without diacritics."""
    return plain(text)


def counts(query: Query, text: str) -> float:
    """Whether the text counts what the question asks the number of ("28 trạm 5G")."""
    bare = plain_of(text)
    return float(any(_counts_these(counted, bare) for counted in query.counted))


def _counts_these(counted: str, bare: str) -> bool:
    noun = rf"(?:\w+\s+){{0,2}}?{re.escape(counted.split(maxsplit=1)[0])}(?!\w)"
    return (
        re.search(rf"(?<![\d/.,])\d[\d.,]*\s+{noun}", bare) is not None
        or re.search(rf"(?<!\w){re.escape(counted)}[^.;]{{0,60}}?\d", bare) is not None
    )


_SENTENCES = re.compile(r"(?<=[.;])\s+")


def sentences(text: str) -> list[str]:
    """The text in its sentences, and in what semicolons part."""
    return _SENTENCES.split(text)


def numbered(query: Query, text: str) -> bool:
    """Whether the text tells how many there are of what the question counts: one of its sentences
    has a number and a word of that, or any number where the question does not say what it counts.
    """
    if not query.counted:
        return bool(find_numbers(text))
    named = _word_of(query.counted)
    return any(find_numbers(part) and named.search(plain_of(part)) for part in sentences(text))


def _word_of(counted: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any word of what a question counts, in a text without diacritics; people are counted
    as what they are."""
    words = [re.escape(word) for things in counted for word in things.split() if len(word) > 1]
    words += [_PEOPLE] if "nguoi" in words else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


_PEOPLE = (
    "lao dong|luot|hoc sinh|sinh vien|tre em|cong nhan|nhan khau|can bo|benh nhan|nan nhan|"
    "truong hop|hoi vien|ngu dan|thi sinh|giao vien|bac si"
)
_AHEAD, _BACK = 45, 80  # characters around a number that say what it counts
_BREAK_AHEAD, _BREAK_BACK = re.compile(r"[.;,](?!\d)"), re.compile(r"[.;](?!\d)")
# What is counted in these is measured: then any number may be the answer.
_UNIT = re.compile(
    r"(?:phan tram|dong|ty|trieu|nghin|km|m|m2|met|ha|kv|kwh|mw|tuoi|ngay|thang|gio|phut|nam|tan|"
    r"ta|kg|lit|do|cay so|ki lo)(?!\w)"
)


def measures_only(query: Query, text: str) -> bool:
    """Whether no number of the text counts what the question asks the number of: all measure
    another thing, as "100% vốn", "từ đủ 12 tuổi", or stand far from any word of it."""
    spans = find_counts(text)
    if any(_UNIT.match(counted) for counted in query.counted):
        return False
    if not query.counted:
        return not spans
    named, bare = _word_of(query.counted), plain_of(text)
    return not any(
        named.search(_BREAK_AHEAD.split(bare[end : end + _AHEAD])[0])
        or named.search(_BREAK_BACK.split(bare[max(0, start - _BACK) : start])[-1])
        for start, end in spans
    )


def in_one_sentence(
    query: Query,
    words: Weighted,
    text: str,
    own: frozenset[str],
    beyond: frozenset[str],
) -> dict[str, float]:
    """The shares of the words that the best single sentence has, of those with a value of the kind
    asked for where there are any; `sentence_all` with what stands outside the clause (`beyond`)."""
    parts = sentences(text)
    if len(parts) == 1:
        sets = [own]
    else:
        holding = [part for part in parts if any(find_values(kind, part) for kind in query.kinds)]
        parts = holding or parts
        sets = [covered(words, part) for part in parts]
        if query.asks > 1:  # several answers may stand in as many sentences
            sets.sort(key=words.share, reverse=True)
            sets = [frozenset().union(*sets[: query.asks])]
    outside = beyond - own
    return {
        "sentence": max(words.share(found) for found in sets),
        "sentence_pairs": max(words.share_of_pairs(found) for found in sets),
        "sentence_all": max(words.share(found | outside) for found in sets),
    }


def valued(query: Query, focus: Weighted, text: str) -> float:
    """The share of the words around the question word that stand around a value of the kind
    asked for; 0 where there is no such value, or none is asked for."""
    found = [span for kind in query.kinds for span in find_values(kind, text)]
    shares = [
        focus.share(covered(focus, text[max(0, start - _BEFORE) : end + _BEHIND]))
        for start, end in found
    ]
    return max(shares, default=0.0)


def kind_share(query: Query, text: str, told: Collection[str] = (), *, due: bool = False) -> float:
    """The share of the kinds asked for of which the text has a value; 0 where none is. A firm may
    stand beside it, as the one that is told to act: `told` are the keys of those bodies; and so may
    the time, where something is `due` by it."""
    if not query.kinds:
        return 0.0
    charged = thing_asked(query.opened) in FIRMS and any(
        name.startswith(FIRM_KEYS) for name in told
    )
    firm = charged and Kind.HOLDER not in query.kinds
    beside = {Kind.PERSON: firm, Kind.TIME: due}
    found = (
        _holders(query, text)
        if kind is Kind.HOLDER
        else beside.get(kind) or bool(find_values(kind, text))
        for kind in query.kinds
    )
    return sum(map(bool, found)) / len(query.kinds)


def _holders(query: Query, text: str) -> bool:
    """Whether the text names somebody, or an office, that the question does not name itself."""
    asked = plain_of(query.opened)
    names = (text[start:end].split()[-2:] for start, end in find_values(Kind.HOLDER, text))
    return any(name[-1].islower() or plain_of(" ".join(name)) not in asked for name in names)
