"""The clean text: paragraphs one a line, footnotes behind them, and where each stretch came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Box
from corpus.footnotes import FootNote, anchor
from corpus.lines import Line

__all__ = ["CleanText", "Paragraph", "assemble"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One repaired paragraph: one line of `CleanText.text`, `text[start:end]`.

    `origins` maps it back: (offset into the clean text, page, source line), in order.
    `lines` are the source lines it was joined from, for readers of the header; `boxes` are those
    of these lines, each with its page, in order.
    """

    text: str
    start: int
    end: int
    page: int
    line: int
    lines: tuple[str, ...] = ()
    origins: tuple[tuple[int, int, int], ...] = ()
    note: str | None = None  # the mark, when the paragraph is a footnote
    boxes: tuple[tuple[int, Box], ...] = ()
    apart: bool = True  # a blank line stands above it, or it is a cell of its own


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text that is shown and quoted: the paragraphs, one a line, footnotes last."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[FootNote, ...] = ()

    def breaks(self) -> frozenset[int]:
        """Returns where the paragraphs begin that something sets apart from the one above."""
        return frozenset(paragraph.start for paragraph in self.paragraphs if paragraph.apart)


def assemble(
    groups: Sequence[Sequence[Line]], notes: Sequence[tuple[str, Sequence[Line]]]
) -> CleanText:
    """Lay the paragraphs out one a line, the footnotes behind them, and find their marks."""
    paragraphs: list[Paragraph] = []
    offset = 0

    def lay(group: Sequence[Line], note: str | None) -> None:
        nonlocal offset
        text, origins = "", []
        for line in group:
            if text:
                text += "" if _glued(text, line.text) else " "
            origins.append((offset + len(text), line.page, line.number))
            text += line.text
        paragraphs.append(
            Paragraph(
                text, offset, offset + len(text), group[0].page, group[0].number,
                tuple(line.text for line in group), tuple(origins), note,
                tuple((line.page, box) for line in group for box in line.boxes),
                apart=bool(group[0].gap or group[0].cell or group[0].page_top),
            )
        )  # fmt: skip
        offset += len(text) + 1

    for group in groups:
        lay(group, None)
    body_text = "\n".join(paragraph.text for paragraph in paragraphs)
    found: list[FootNote] = []
    from_here = 0
    for mark, run in notes:
        lay(run, mark)
        at = anchor(body_text, mark, from_here)
        from_here = at or from_here
        found.append(FootNote(mark, len(paragraphs) - 1, at))
    return CleanText(
        "\n".join(paragraph.text for paragraph in paragraphs), tuple(paragraphs), tuple(found)
    )


def _glued(text: str, below: str) -> bool:
    """Whether a word was cut at a slash or hyphen: "361/UBND-" + "KGVX", "2026–" + "2030",
    "Ma-lai-xi-" + "a"."""
    cut = re.search(r"\d\S*[-/]$|(?<=\d)–$", text) and re.match(r"\w", below)
    return bool(cut or (re.search(r"\w-\w+-$", text) and re.match(r"[^\W\dA-Z]", below)))
