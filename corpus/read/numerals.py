"""Roman numerals of headings, which recognition takes for other letters: "IL.", "HI.", "lI".

A heading's numeral is the one that comes next in its document, if the letters look like it; "IL"
may be "I" or "II", and only the headings before it can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from corpus.read.numbering import format_number
from corpus.text import compiled

if TYPE_CHECKING:
    from corpus.read.ocr import OcrLine

__all__ = ["with_numerals"]

_NUMERALS = tuple(format_number(number, "upperRoman") for number in range(1, 16))
_HEADING = compiled(r"(\s*)([IVXLHYlÍÌỈỊỲÝ1|!]{1,5})([.,:;]?)\s+([⇧].*)")
_LOOKS = str.maketrans({"L": "I", "l": "I", "1": "I", "|": "I", "!": "I", "Í": "I", "Ì": "I",
                        "Ỉ": "I", "Ị": "I", "Y": "V", "Ỳ": "V", "Ý": "V", "H": "II"})  # fmt: skip
_UNSURE = 80.0  # confidence of a numeral that may have lost a stroke: "II." of "III."
_CAPITALS = 0.8  # of the letters of a heading that may lack the stop after its numeral


def with_numerals(pages: Sequence[list[OcrLine]]) -> list[list[OcrLine]]:
    """The lines of a document, page by page, with the numerals of headings put right."""
    reached = 0
    mended: list[list[OcrLine]] = []
    for lines in pages:
        mended.append([])
        for line in lines:
            number, text = _read(line, reached)
            reached = number or reached
            mended[-1].append(line if text == line.text else _changed(line, text))
    return mended


def _read(line: OcrLine, reached: int) -> tuple[int, str]:
    """The number of the heading that a line is, 0 if it is none, and the line as it should be."""
    text = line.text
    found = _HEADING.fullmatch(text)
    if found is None or found[2].isdigit():
        return 0, text
    indent, token, stop, words = found.groups()
    loud = _is_loud(words)
    if not stop and not loud:
        return 0, text
    if token in _NUMERALS and stop == ".":
        number = _NUMERALS.index(token) + 1
        if number != reached or line.opening >= _UNSURE or not loud:
            return number, text
    if reached >= len(_NUMERALS):
        return 0, text
    due = _NUMERALS[reached]
    seen = token.translate(_LOOKS)
    if seen != due and (not loud or Levenshtein.distance(seen, due) > 1):
        return 0, text
    return reached + 1, f"{indent}{due}. {words}"


def _changed(line: OcrLine, text: str) -> OcrLine:
    """The line with another numeral, which stays doubtful: it was not read, but counted."""
    token = line.text.split()[0]
    doubtful = line.doubtful if token in line.doubtful else (token, *line.doubtful)
    return replace(line, text=text, doubtful=doubtful)


def _is_loud(words: str) -> bool:
    letters = [character for character in words if character.isalpha()]
    return sum(map(str.isupper, letters)) >= _CAPITALS * max(4, len(letters))
