"""Where lines stand on their pages: boxes joined, parted and merged."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from corpus.document import Box

__all__ = ["around", "merged", "parted"]

_GAP = re.compile(r"(?<=\S)\s{3,}(?=\S)")  # what readers leave where a wide gap was printed
_NEAR = 2.2  # heights of a line between two lines of one paragraph, at most: double spacing
_CLOSE = 0.012  # of the page: pieces of one printed line may stand that much higher or lower
_HAIR = 0.002  # of the page: letters with marks reach that far into the line above


def around(boxes: Iterable[Box]) -> Box | None:
    """Returns the smallest box that holds them all, or None where there is none."""
    found = tuple(boxes)
    if not found:
        return None
    return Box(
        min(box.left for box in found), min(box.top for box in found),
        max(box.right for box in found), max(box.bottom for box in found),
    )  # fmt: skip


def parted(boxes: Sequence[Box], texts: Sequence[str]) -> list[tuple[Box, ...]]:
    """Returns the boxes of each of the `texts` that one line was parted into, in their order.

    A line has a box for each run between wide gaps. Where a line was parted within a run, nothing
    tells where on the page that was: then every part has all of the line's boxes.
    """
    counts = [len(_GAP.findall(text.strip())) + 1 if text.strip() else 0 for text in texts]
    if sum(counts) != len(boxes):
        return [tuple(boxes) if count else () for count in counts]
    parts: list[tuple[Box, ...]] = []
    at = 0
    for count in counts:
        parts.append(tuple(boxes[at : at + count]))
        at += count
    return parts


def merged(boxes: Iterable[Box], others: Collection[Box] = ()) -> list[Box]:
    """Returns a paragraph's boxes on one page as few as show it: lines below one another as one.

    A box that is not near, below and over the width of the one before (the next column, the text
    beyond a picture) begins anew, and so does one with which the rectangle would cover any of the
    `others`.
    """
    out: list[Box] = []
    height = 0.0  # of the last line
    for box in boxes:
        both = around((*out[-1:], box)) or box
        goes_on = out and _goes_on(out[-1], box, max(height, box.bottom - box.top))
        if goes_on and not any(_overlap(both, other) for other in others):
            out[-1] = both
        else:
            out.append(box)
        height = box.bottom - box.top
    return out


def _overlap(one: Box, other: Box) -> bool:
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return high > _HAIR and min(one.right, other.right) - max(one.left, other.left) > _HAIR


def _goes_on(above: Box, box: Box, height: float) -> bool:
    if abs(box.bottom - above.bottom) < _CLOSE:  # a further run of the same printed line
        return True
    beside = box.left >= above.right or box.right <= above.left
    return not beside and -height < box.top - above.bottom < _NEAR * height
