"""Vietnamese text → the terms that both indexes count: syllables and adjacent pairs.

Vietnamese writes a space between syllables, not words, so a bag of syllables loses the words
("học sinh", "sinh học"). Adjacent pairs give them back without a segmenter: BM25 over syllables
and pairs scores nDCG@10 .721 on the Zalo questions, over syllables alone .640.

Everything here is for matching only. What is shown and quoted stays as written.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from itertools import pairwise
from pathlib import Path

__all__ = ["abbreviations", "fold", "pairs", "strip_marks", "syllables", "terms", "with_y"]

PAIR = "_"  # joins the two syllables of a pair; never part of a syllable

# Letters that look like Đ and come out of PDF fonts and foreign keyboards in its place.
_LOOK_ALIKE = str.maketrans(
    {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "’": "'", "\u00a0": " ", "\u200b": "", "\ufeff": ""}
)
_LOOKS_ALIKE = re.compile(f"[{''.join(map(chr, _LOOK_ALIKE))}]")
_SYLLABLE = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[-/]?[^\W_]+")  # after a dash or stroke it is part of a document's number
_AND = re.compile(r"(?<=\w)&(?=\w)")
# A pair does not reach over these: the syllables on both sides belong to different phrases.
_BREAK = re.compile(r"[.,;:!?()\[\]{}\"“”«»…\n\r\t]")

_VOWELS = {
    "a": "aàáảãạ",
    "e": "eèéẻẽẹ",
    "y": "yỳýỷỹỵ",
    "o": "oòóỏõọ",
    "u": "uùúủũụ",
    "i": "iìíỉĩị",
}
# "hoà" and "hòa", "khoẻ" and "khỏe", "thuý" and "thúy" are one syllable each, spelt before and
# after the reform of tone placement; we keep the older one. After q the u is part of the
# consonant, so there it is the other way round: "qúy" → "quý". Likewise "gía" → "giá".
_TO_FIRST = {
    first + _VOWELS[second][tone]: _VOWELS[first][tone] + second
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
    for tone in range(1, 6)
}
_TO_SECOND = {
    _VOWELS[first][tone] + second: first + _VOWELS[second][tone]
    for first, second in (("u", "y"), ("u", "a"), ("u", "e"), ("u", "i"), ("i", "a"))
    for tone in range(1, 6)
}
_Y_TO_I = dict(zip(_VOWELS["y"], _VOWELS["i"], strict=True))
_I_TO_Y = {i: y for y, i in _Y_TO_I.items()}
# Consonants after which a final y and i are the same sound: kỹ/kĩ, lý/lí, tỷ/tỉ, sỹ/sĩ, quý/quí.
_Y_IS_I = frozenset({"h", "k", "l", "m", "s", "t", "qu"})

_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b]+")


def fold(text: str) -> str:
    """The text in lower case, NFC, with look-alike letters replaced.

    Not for offsets: NFC and the zero-width characters change the length.
    """
    text = unicodedata.normalize("NFC", text)
    if _LOOKS_ALIKE.search(text):  # many times faster than to translate every text
        text = text.translate(_LOOK_ALIKE)
    return text.lower()


def strip_marks(text: str) -> str:
    """The text as typed without diacritics: "Sở Y tế" → "So Y te", đ → d. Keeps case."""
    if text.isascii():
        return text
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return bare.replace("đ", "d").replace("Đ", "D")


def _one_spelling(syllable: str) -> str:
    """One spelling for a folded syllable: tone placement and final y/i."""
    if not syllable.isascii():
        end = syllable[-2:]
        if syllable.startswith(("q", "gi", "gì", "gí", "gỉ", "gĩ", "gị")):
            if end in _TO_SECOND and len(syllable) == 3:
                syllable = syllable[:-2] + _TO_SECOND[end]
        elif end in _TO_FIRST:
            syllable = syllable[:-2] + _TO_FIRST[end]
    if syllable[-1] in _Y_TO_I and syllable[:-1] in _Y_IS_I:
        syllable = syllable[:-1] + _Y_TO_I[syllable[-1]]
    return syllable


def with_y(syllable: str) -> str:
    """A folded syllable in its other spelling, where a final i may be y: "kí" → "ký"."""
    if syllable[-1:] in _I_TO_Y and syllable[:-1] in _Y_IS_I:
        return syllable[:-1] + _I_TO_Y[syllable[-1]]
    return syllable


_spelling: dict[str, str] = {}  # a cache: the language has some 7,000 syllables
_SPELLING_LIMIT = 200_000


def _spell(syllable: str) -> str:
    known = _spelling.get(syllable)
    if known is None:
        known = _one_spelling(syllable)
        if len(_spelling) < _SPELLING_LIMIT:
            _spelling[syllable] = known
    return known


def syllables(text: str) -> list[str]:
    """The syllables, numbers and foreign words of the text, folded, in order."""
    return [
        _spelling.get(syllable) or _spell(syllable) for syllable in _SYLLABLE.findall(fold(text))
    ]


def abbreviations() -> dict[str, str]:
    """Office abbreviations as they are written, with what they stand for in lower case."""
    with (Path(__file__).parent / "abbreviations.toml").open("rb") as file:
        sections = tomllib.load(file)
    return {short: full for section in sections.values() for short, full in section.items()}


def _long_forms() -> dict[str, list[str]]:
    """The syllables that a folded abbreviation stands for, typed with marks or without."""
    long = {syllables(short)[0]: syllables(full) for short, full in abbreviations().items()}
    return {strip_marks(short): full for short, full in long.items()} | long


def _phrases(text: str) -> list[list[str]]:
    """The syllables of each stretch between punctuation marks, abbreviations in full."""
    phrases: list[list[str]] = []
    folded = fold(text)
    for part in _BREAK.split(_AND.sub("", folded) if "&" in folded else folded):
        phrase: list[str] = []
        for found in _JOINED.findall(part):
            long = _LONG_FORMS.get(found)
            if long:
                phrase += long
            else:
                phrase.append(_spell(found.lstrip("-/")))
        if phrase:
            phrases.append(phrase)
    return phrases


def pairs(text: str) -> list[str]:
    """The adjacent pairs of syllables, joined by "_", not across punctuation."""
    return [
        first + PAIR + second for phrase in _phrases(text) for first, second in pairwise(phrase)
    ]


def terms(text: str) -> list[str]:
    """The syllables and then the adjacent pairs of each stretch between punctuation marks.

    An abbreviation counts as the words it stands for, unless it is part of a document's number.
    """
    found: list[str] = []
    for phrase in _phrases(text):
        found += phrase
        found += [a + PAIR + b for a, b in pairwise(phrase)]
    return found


_LONG_FORMS = _long_forms()
