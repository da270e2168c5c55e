"""Two columns printed side by side at a directive's end, read one after the other.

Decree 30/2020/NĐ-CP, Annex I, sets the recipients (Nơi nhận) to the left of the signature. Text
that keeps the page's spacing has both on the same lines; here the left column is put first. The
columns of the head need no such help: each of their lines is known by its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import SourceLine
from corpus.text import plain

__all__ = ["untangle"]

_LONGEST = 45  # lines of a list of recipients
_RIGHT = 24  # the signature's column begins in the right half of a page of 60 to 90 characters
_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+ *)(?=\S)")


def untangle(lines: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
    """Returns the lines with every tail of two columns in reading order: recipients, signature."""
    out = list(lines)
    at = 0
    while at < len(out):
        if plain(out[at].text.strip()).startswith("noi nhan"):
            end = _end(out, at)
            out[at:end] = _in_order(out[at:end])
            at = end
        else:
            at += 1
    return tuple(out)


def _end(lines: list[SourceLine], start: int) -> int:
    """Where the two columns end: at running text, or when neither column has gone on for long."""
    blank = 0
    for at in range(start + 1, min(start + _LONGEST, len(lines))):
        text = lines[at].text.strip()
        blank = 0 if text else blank + 1
        listed = text.startswith(("-", "+", "–")) or _split(lines[at].text)[1]
        if blank > 8 or (len(text) > 70 and not listed):
            return at
    return min(start + _LONGEST, len(lines))


def _in_order(block: list[SourceLine]) -> list[SourceLine]:
    split = [(line, *_split(line.text)) for line in block]
    if sum(bool(right) for _, _, right in split) < 2:
        return block
    last = max(at for at, (_, _, right) in enumerate(split) if right)
    left = [_with(line, text) for line, text, right in split[: last + 1] if text or not right]
    right = [_with(line, text) for line, _, text in split[: last + 1] if text]
    return [*left, *right, *block[last + 1 :]]


def _split(text: str) -> tuple[str, str]:
    """(left column, right column) of one printed line."""
    indent = len(text) - len(text.lstrip(" "))
    if indent >= _RIGHT or text.startswith("\t\t"):
        return "", text.strip()
    for gap in _GAP.finditer(text):
        if gap.end() >= _RIGHT or "\t" in gap[0]:
            return text[: gap.start()].strip(), text[gap.end() :].strip()
    return text.rstrip(), ""


def _with(line: SourceLine, text: str) -> SourceLine:
    return SourceLine(text, line.page, line.number)
