"""Footnotes: found where they were printed, lifted out of the running text, tied to their marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.lines import SENTENCE_END, Line
from corpus.marks import opens_signature
from corpus.table_rows import ORDINAL
from corpus.text import compiled
from corpus.text import plain as unmarked

__all__ = ["FootNote", "anchor", "lift_notes"]


@dataclass(frozen=True, slots=True)
class FootNote:
    """A footnote lifted out of the running text. `paragraph` is its place in the paragraphs;
    `anchor` the offset just behind its mark in the running text, or None if no mark was found."""

    mark: str
    paragraph: int
    anchor: int | None


_NOTE_BRACKET = re.compile(r"^\[(\d{1,3})\](?!\()\s*")
_NOTE_RAISED = re.compile(r"^([¹²³⁰⁴-⁹]+)\s*(?=\S)")
_NOTE_PLAIN = compiled(r"^(\d{1,2})\s+(?=[⇧(“\"])")
_ITEM = compiled(r"[-–+] (?=[⇧])|\d{1,2}\. (?=[⇧])|[a-zđ]\) (?=[⇧])")
_COLUMNS = 20  # lines that name the columns of a table, at most
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def lift_notes(lines: list[Line]) -> tuple[list[Line], list[tuple[str, list[Line]]]]:
    """Separate footnotes from the running text; each as (mark, its lines)."""
    body: list[Line] = []
    notes: list[tuple[str, list[Line]]] = []
    expected = 1
    signed = False
    at = 0
    while at < len(lines):
        line = lines[at]
        signed = signed or opens_signature(line.text)
        mark = _note_mark(line, body, expected, signed)
        if mark is None:
            body.append(line)
            at += 1
            continue
        run = [line]
        at += 1
        cut = bool(body) and not SENTENCE_END.search(body[-1].text)
        while at < len(lines) and not (
            _note_ends(lines[at], run, mark, signed) or _body_goes_on(lines[at], run, cut=cut)
        ):
            run.append(lines[at])
            at += 1
        if at < len(lines):
            lines[at].after_note = True
        notes.append((mark, run))
        expected = int(mark) + 1
    return body, notes


def _note_mark(line: Line, body: list[Line], expected: int, signed: bool) -> str | None:
    """The mark of the footnote that this line opens, or None."""
    if bracket := _NOTE_BRACKET.match(line.text):
        return bracket.group(1) if _marked(body, bracket.group(1)) or signed else None
    if raised := _NOTE_RAISED.match(line.text):
        return raised.group(1).translate(_RAISED_DIGITS)
    plain = _NOTE_PLAIN.match(line.text)
    if plain and int(plain.group(1)) == expected and _marked(body, plain.group(1)):
        return None if _in_a_table(body) else plain.group(1)
    return None


def _in_a_table(body: list[Line]) -> bool:
    """Whether the first row of a table stands here ("1 Cấp giấy phép"): its columns are just named."""
    return any(ORDINAL.match(unmarked(line.text)) for line in body[-_COLUMNS:])


def _marked(body: list[Line], mark: str) -> bool:
    """Whether the running text carries this footnote's mark: [1], ¹, or a digit glued to a word."""
    pattern = _mark_pattern(mark)
    return any(pattern.search(line.text) for line in reversed(body))


def _mark_pattern(mark: str) -> re.Pattern[str]:
    """How a footnote's mark stands in running text."""
    raised = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in mark)
    return re.compile(rf"\[{mark}\]|{raised}|(?<=[a-zà-ỹđ”\")]){mark}(?![\d/%.,]?\d)(?!\w)")


def _note_ends(line: Line, run: list[Line], mark: str, signed: bool) -> bool:
    """Whether the footnote in `run` is over before `line`."""
    if signed and line.page_top and not SENTENCE_END.search(run[-1].text):
        return _NOTE_BRACKET.match(line.text) is not None  # it goes on over the page's end
    if line.page_top or line.gap > 0:
        # At the end of a document a footnote may have paragraphs of its own.
        return not (signed and len(run) == 1 and _bare_mark(run[0].text, mark))
    if line.indent > 0 and run[-1].indent == 0 and run[0].indent == 0:
        return True  # raw PDF text: the first line of a page starts with a space
    for pattern in (_NOTE_BRACKET, _NOTE_RAISED, _NOTE_PLAIN):
        if (match := pattern.match(line.text)) is not None:
            return int(match.group(1).translate(_RAISED_DIGITS)) == int(mark) + 1
    return False


def _body_goes_on(line: Line, run: list[Line], *, cut: bool) -> bool:
    """Whether a line behind a short footnote is the running text again: an item of it, or the rest of
    the sentence that was `cut` at the page's end."""
    if _NOTE_BRACKET.match(run[0].text):
        return False  # the notes of a consolidated text quote whole articles
    finished = run[-1].text.rstrip().endswith((".", "…", "...", "./."))
    return (cut and finished and line.text[:1].islower()) or _ITEM.match(line.text) is not None


def _bare_mark(text: str, mark: str) -> bool:
    return re.fullmatch(rf"\[?{mark}\]?", text) is not None


def anchor(text: str, mark: str, start: int) -> int | None:
    """The offset behind the footnote's mark in the running text, searching from `start`."""
    match = _mark_pattern(mark).search(text, start)
    return match.end() if match else None
