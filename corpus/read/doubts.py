"""Short lines of a scanned page that were read badly, read once more by themselves.

Recognition of a whole page loses a short line that stands alone ("1. Sở Y tế" came out as "1; SỬ"
with no confidence at all); the same line on a strip of its own is read without fault. All doubtful
short lines of a page are put below one another on one picture, so that one more reading is enough.
Long lines gain nothing: they have context enough.

Words are rows of tesseract's TSV; places are pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from corpus.read.stamps import Word

__all__ = ["mean_confidence", "read_again"]

Read = Callable[[Any, int], list[Word]]
"""Reads a picture (PIL) in one of tesseract's page segmentation modes."""

_BLOCK = 6  # the mode of segmentation for one block of text
_DOUBTFUL = 70.0  # a line with a word below it is read again
_SHORT = 6  # words
_SURE = 90.0  # mean confidence that a second reading must have
_MOST = 40  # lines of a page; one with more is bad all over
_HIGHEST = 4.0  # times the usual height of a line: what is higher is no line
_WHITE = 255


def read_again(words: Sequence[Word], page: Any, read: Read) -> list[Word]:
    """The words with doubtful lines as the surer of two readings has them.

    Args:
        words: in reading order.
        page: its picture, grey.
        read: how a part of it is read.
    """
    lines: dict[tuple[str, str, str], list[Word]] = {}
    for word in words:
        lines.setdefault((word["block_num"], word["par_num"], word["line_num"]), []).append(word)
    doubtful = [key for key, line in lines.items() if _is_doubtful(line)]
    if not doubtful or len(doubtful) > _MOST:
        return list(words)
    usual = sorted(_bounds(line)[3] - _bounds(line)[1] for line in lines.values())[len(lines) // 2]
    doubtful = [key for key in doubtful if _fits(lines[key], usual)]
    again = _strips([_bounds(lines[key]) for key in doubtful], usual, page, read)
    for key, found in zip(doubtful, again, strict=True):
        if mean_confidence(found) >= max(_SURE, mean_confidence(lines[key])):
            block, paragraph, line = key
            place = {"block_num": block, "par_num": paragraph, "line_num": line}
            lines[key] = [{**word, **place} for word in found]
    return [word for line in lines.values() for word in line]


def mean_confidence(line: Sequence[Word]) -> float:
    """How sure the words are, 0 to 100, long ones counting more."""
    letters = sum(len(word["text"]) for word in line)
    return sum(float(word["conf"]) * len(word["text"]) for word in line) / max(1, letters)


def _is_doubtful(line: Sequence[Word]) -> bool:
    return len(line) <= _SHORT and any(float(word["conf"]) < _DOUBTFUL for word in line)


def _fits(line: Sequence[Word], usual: int) -> bool:
    _, top, _, bottom = _bounds(line)
    return bottom - top <= _HIGHEST * usual


def _bounds(line: Sequence[Word]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a line."""
    return (
        min(int(word["left"]) for word in line),
        min(int(word["top"]) for word in line),
        max(int(word["left"]) + int(word["width"]) for word in line),
        max(int(word["top"]) + int(word["height"]) for word in line),
    )


def _strips(
    bounds: Sequence[tuple[int, int, int, int]], usual: int, page: Any, read: Read
) -> list[list[Word]]:
    """The words of each part of a page, all parts read as lines of one picture."""
    from PIL import Image

    if not bounds:
        return []
    aside, above = 2 * usual, usual // 3
    cut = [
        (
            max(0, left - aside), max(0, top - above),
            min(page.width, right + aside), min(page.height, bottom + above),
        )
        for left, top, right, bottom in bounds
    ]  # fmt: skip
    gap = usual
    height = sum(bottom - top + gap for _, top, _, bottom in cut) + gap
    picture = Image.new("L", (max(right - left for left, _, right, _ in cut), height), _WHITE)
    tops: list[int] = []
    at = gap
    for left, top, right, bottom in cut:
        picture.paste(page.crop((left, top, right, bottom)), (0, at))
        tops.append(at)
        at += bottom - top + gap
    found: list[list[Word]] = [[] for _ in cut]
    for word in read(picture, _BLOCK):
        middle = int(word["top"]) + int(word["height"]) // 2
        for number, ((left, top, _, bottom), start) in enumerate(zip(cut, tops, strict=True)):
            if start <= middle < start + bottom - top:
                moved = {
                    "left": str(int(word["left"]) + left),
                    "top": str(int(word["top"]) - start + top),
                }
                found[number].append({**word, **moved})
    return found
