"""Where on the pages each clause is printed."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from corpus.boxes import merged
from corpus.clean_text import Paragraph
from corpus.document import Box, Clause, Place

__all__ = ["find_places"]


def find_places(clauses: Sequence[Clause], paragraphs: Sequence[Paragraph]) -> tuple[Place, ...]:
    """Returns the places of all clauses, in the order of the clauses; few rectangles a page.

    A clause has the whole lines of its paragraphs, its marker included. Lines without boxes (of
    formats without pages), and text that was set beyond the edge of its page, give none.
    """
    # Every clause ends with its last paragraph, and every paragraph belongs to the first clause
    # that ends with it or behind it: a title set below "Chương I" is a paragraph of its own.
    ends = sorted((clause.end, clause.index) for clause in clauses)
    boxes: defaultdict[int, list[tuple[int, Box]]] = defaultdict(list)
    for paragraph in paragraphs:
        at = bisect_left(ends, (paragraph.end, -1))
        if paragraph.boxes and at < len(ends):
            boxes[ends[at][1]] += paragraph.boxes
    on_page: defaultdict[int, list[tuple[int, Box]]] = defaultdict(list)
    for clause, found in boxes.items():
        for page, box in found:
            on_page[page].append((clause, box))
    return tuple(
        Place(clause, page, box)
        for clause in sorted(boxes)
        for page, found in groupby(boxes[clause], key=lambda pair: pair[0])
        for box in merged(
            (box for _, box in found), [box for other, box in on_page[page] if other != clause]
        )
        if box.left < box.right and box.top < box.bottom
    )
