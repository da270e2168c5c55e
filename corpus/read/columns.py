"""Two columns printed side by side, read one after the other.

Decree 30/2020/NĐ-CP, Annex I, sets the issuer to the left of the national motto, and the recipients
(Nơi nhận) to the left of the signature. Text that keeps the page's spacing has both on the same
lines; here the left column is put first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.boxes import parted
from corpus.document import Box, SourceLine
from corpus.marks import is_upper
from corpus.text import plain

__all__ = ["untangle"]

_LONGEST = 45  # lines of a list of recipients
_RIGHT = 24  # the signature's column begins in the right half of a page of 60 to 90 characters
_MOTTO = re.compile(r"cong hoa xa hoi")
_DATE = re.compile(r"ngay.*thang|thang.*nam")
_LISTED = re.compile(r"^(?:[-–+•]|\s*$)")
_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+ *)(?=\S)")


def untangle(lines: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
    """Returns the lines with every head and tail of two columns in reading order, left first."""
    out = list(lines)
    if head := _head(out):
        begin, end = head
        out[begin:end] = _in_order(out[begin:end])
    at = 0
    while at < len(out):
        if plain(out[at].text.strip()).startswith("noi nhan"):
            end = _end(out, at)
            out[at:end] = _in_order(out[at:end])
            at = end
        else:
            at += 1
    return tuple(out)


def _head(lines: list[SourceLine]) -> tuple[int, int] | None:
    """The lines of a head printed in two columns: from the motto down to the place and date."""
    top = next(
        (at for at, line in enumerate(lines[:20]) if _MOTTO.match(plain(_split(line.text)[1]))),
        None,
    )
    if top is None:
        return None
    for at in range(top, min(top + 16, len(lines))):
        if _DATE.search(plain(_split(lines[at].text)[1])):
            return top, at + 1
    return None


def _end(lines: list[SourceLine], start: int) -> int:
    """Where the two columns end: at running text, or when neither column has gone on for long."""
    blank = 0
    for at in range(start + 1, min(start + _LONGEST, len(lines))):
        text = lines[at].text.strip()
        blank = 0 if text else blank + 1
        listed = text.startswith(("-", "+", "–")) or _split(lines[at].text)[1]
        title = is_upper(text) and len(text) > 4 and not listed  # of an annex
        if blank > 8 or (len(text) > 70 and not listed) or title:
            return at
    return min(start + _LONGEST, len(lines))


def _in_order(block: list[SourceLine]) -> list[SourceLine]:
    split = [(line, *_split(line.text)) for line in block]
    if sum(bool(right) for _, _, right in split) < 2:
        return block
    last = max(at for at, (_, _, right) in enumerate(split) if right)
    while last + 1 < len(split) and _LISTED.match(split[last + 1][1]):
        last += 1  # the list of recipients is the longer column
    left: list[SourceLine] = []
    right: list[SourceLine] = []
    for line, *texts in split[: last + 1]:
        boxes = parted(line.boxes, texts)
        if texts[0] or not texts[1]:
            left.append(_with(line, texts[0], boxes[0]))
        if texts[1]:
            right.append(_with(line, texts[1], boxes[1]))
    apart = [_with(split[last][0], "")]  # neither column goes on with what stands below it
    return [*left, *apart, *right, *apart, *block[last + 1 :]]


def _split(text: str) -> tuple[str, str]:
    """(left column, right column) of one printed line."""
    indent = len(text) - len(text.lstrip(" "))
    if indent >= _RIGHT or text.startswith("\t\t"):
        return "", text.strip()
    for gap in _GAP.finditer(text):
        if gap.end() >= _RIGHT or "\t" in gap[0]:
            return text[: gap.start()].strip(), text[gap.end() :].strip()
    return text.rstrip(), ""


def _with(line: SourceLine, text: str, boxes: tuple[Box, ...] = ()) -> SourceLine:
    return SourceLine(text, line.page, line.number, boxes)
