"""Rules of another document, quoted whole: what stands between “ and ” is not this one's own.

"1. Sửa đổi, bổ sung Điều 5 như sau:" is followed by “Điều 5 … with numbers and letters of its own,
up to the ” that may stand many paragraphs further on.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from corpus.clean_text import Paragraph
from corpus.document import ClauseKind
from corpus.marks import BULLETS, Marker, read_marker

__all__ = ["quoted_marker", "quoted_paragraphs"]

_MARKS = ("“", '"')
_LONGEST = 150  # paragraphs; a quotation mark that nothing closes quotes nothing
_LISTS = BULLETS | {ClauseKind.COUNTED}


def quoted_paragraphs(paragraphs: Sequence[Paragraph], frame: Container[int]) -> frozenset[int]:
    """Returns the numbers of the paragraphs within quotations that begin a paragraph; `frame` are
    those that no quotation runs over."""
    found: set[int] = set()
    at = 0
    while at < len(paragraphs):
        end = None if at in frame else _end(paragraphs, at, frame)
        if end is None:
            at += 1
        else:
            found.update(range(at, end + 1))
            at = end + 1
    return frozenset(found)


def quoted_marker(text: str) -> Marker | None:
    """The marker of a rule that a quotation begins with (“Điều 5. …), the quotation mark included."""
    marker = read_marker(text[1:]) if text.startswith(_MARKS) else None
    if marker is None or marker.kind in _LISTS:
        return None
    return replace(marker, length=marker.length + 1)


def _end(paragraphs: Sequence[Paragraph], at: int, frame: Container[int]) -> int | None:
    """The paragraph that closes the quotation which opens at the beginning of another, or None.

    One closed within its paragraph counts only where it is a numbered rule: others are phrases.
    """
    mark = paragraphs[at].text[:1]
    if mark not in _MARKS:
        return None
    depth = _opened(paragraphs[at].text)
    if depth <= 0:
        return at if quoted_marker(paragraphs[at].text) else None
    for here in range(at + 1, min(at + _LONGEST, len(paragraphs))):
        text = paragraphs[here].text
        if here in frame:
            return None
        if paragraphs[here].note is not None:
            continue
        if text.startswith(mark) and _opened(text) > 0:
            # Never closed: it ends before what introduces the next ("2. Sửa đổi Điều 7 như sau:").
            rules = quoted_marker(paragraphs[at].text) and quoted_marker(text)
            return here - 2 if rules and paragraphs[here - 1].text.endswith(":") else None
        depth += _opened(text)
        if depth <= 0 or (mark == '"' and '"' in text):
            return here
    return None


def _opened(text: str) -> int:
    """How many quotations a paragraph opens, less those it closes."""
    straight = text.startswith('"') and text.count('"') % 2
    return text.count("“") - text.count("”") + straight
