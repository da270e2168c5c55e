"""The one normalisation of Vietnamese text: what is shown stays as written, what is matched is folded.

`written` is what every reader's line passes through once; `fold` and `plain` give keys to compare
by and keep the length of an NFC text, so offsets found in a folded text hold in the written one.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = [
    "CAPITALS",
    "collapse",
    "compiled",
    "fold",
    "has_words",
    "plain",
    "same_words",
    "without_numbers",
    "written",
]

# Characters that look like another one, and white space that is not a space. All one to one,
# so that offsets survive; those that vanish are handled in `written`.
_LOOKALIKE = str.maketrans({
    "Ð": "Đ",  # Icelandic eth, from legacy fonts
    "Ɖ": "Đ",
    "ð": "đ",
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\t": " ",
    "\u2010": "-",
    "\u2011": "-",
    "\u2212": "-",
    "\u2028": " ",
    "\u2029": " ",
    # Cyrillic letters that keyboards and OCR leave inside Latin words ("16495/BТС-PTHT").
    **dict(zip("АВСЕНКМОРТХасеорху", "ABCEHKMOPTXaceopxy", strict=True)),
    "\uf0b7": "•",  # Symbol-font bullet of Word
    "\u2022": "•",
    "\u25cf": "•",
})  # fmt: skip
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
_SPACES = re.compile(r"\s+")

_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Old placement (hòa, thúy) and new (hoà, thuý) differ only for oa, oe, uy at a syllable's end.
_OLD_STYLE = {
    f"{first}{second}": unicodedata.normalize("NFC", f"{first}{tone}{rest}")
    for first, rest in (("o", "a"), ("o", "e"), ("u", "y"))
    for tone in _TONES
    for second in (unicodedata.normalize("NFC", rest + tone),)
}
_NEW_PLACEMENT = re.compile("(?<![qQ])(" + "|".join(_OLD_STYLE) + r")(?!\w)")

_BASE = {
    chr(code): unicodedata.normalize("NFD", chr(code))[0]
    for code in (*range(0xC0, 0x250), *range(0x1EA0, 0x1F00))
}
_BASE.update({"đ": "d", "Đ": "D"})
_PLAIN = str.maketrans(_BASE)


CAPITALS = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
"""The capital letters of Vietnamese, for a character class (they do not form a range)."""


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which ⇧ stands for `CAPITALS` inside a character class."""
    return re.compile(pattern.replace("⇧", CAPITALS))


def written(line: str) -> str:
    """One line in NFC without invisible characters, look-alike letters mended; else unchanged."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", line)).translate(_LOOKALIKE)


def fold(text: str) -> str:
    """A key that ignores case and tone placement ("Hoà" = "hòa"); same length as NFC `text`."""
    # "İ" is the one letter whose lower case is longer than itself.
    lowered = unicodedata.normalize("NFC", text).replace("İ", "I").lower()
    return _NEW_PLACEMENT.sub(lambda match: _OLD_STYLE[match.group()], lowered)


def same_words(text: str) -> str:
    """A key that two texts share when they say the same, whatever the encoding and lines: without
    white space, case (the old fonts have no code for most capitals) and tone placement."""
    return "".join(fold(text).split())


def plain(text: str) -> str:
    """`fold` without any diacritics ("Sở Y tế" → "so y te"); same length as NFC `text`."""
    return fold(text).translate(_PLAIN)


def collapse(text: str) -> str:
    """`text` with every run of white space written as one space, and none at the ends."""
    return _SPACES.sub(" ", text).strip()


_NUMBERED = re.compile(r"\d+/[\w/.&-]+")


def without_numbers(question: str) -> str:
    """The question without the numbers of documents ("55/TB-VP"): their letters are no words, and
    tell nothing of how the question is typed."""
    return _NUMBERED.sub(" ", question) if "/" in question else question


_WORD = re.compile(r"\w+")


def has_words(text: str, words: str, *, typing: bool = True) -> bool:
    """Whether all the words stand in a text, in any order, as whole words; the last may be the
    beginning of one where it may still be `typing`. One typed with diacritics is found with them
    only: "ma túy" does not stand in "mã … tuyến"."""
    wanted = _WORD.findall(fold(words))
    if not wanted:
        return True
    marked, bare = set(_WORD.findall(fold(text))), set(_WORD.findall(plain(text)))
    *whole, last = wanted if typing else [*wanted, ""]
    among = bare if last.isascii() else marked
    return all(word in (bare if word.isascii() else marked) for word in whole) and any(
        word.startswith(last) for word in among
    )
