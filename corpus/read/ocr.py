"""Scanned pages to text, with tesseract and the Vietnamese model that we bring along (tessdata/).

Tesseract says how sure it is of each word (0 to 100). A doubtful number, date or name is reported
with its place: a wrong digit in a deadline is worse than none.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.boxes import around
from corpus.document import Box
from corpus.read.programs import INSTALL, find_program, run_program
from corpus.read.regions import Word, reread
from corpus.text import compiled

__all__ = ["OcrLine", "OcrUnavailable", "as_png", "recognise", "watched"]

_LANGUAGES = "vie+vie_fast"  # the second where the first is unsure
_MODELS = Path(__file__).parent / "tessdata"
_PAGE_SECONDS = 120.0
_WHOLE_PAGE = 3  # the mode of page segmentation that finds columns and pictures by itself
_DPI = 300  # of the pictures that we are given
_COLUMNS = 100  # characters that a page is wide
_DOUBTFUL = 60.0  # below it, about one word in three is wrong on the scans we measured
_WEIGHTY = compiled(r"[\d…]|^[⇧][\wà-ỹ]*$")  # numbers, dates, names: errors in them mislead
_SPECK = re.compile(r"^(\s*)[—_|~„]+\s?(?=\d{1,2}\. )")
_GROUND = re.compile(r"^\W{1,2}Căn\W? cứ\b")
_BULLET = compiled(r"^[~—–]\s(?=[⇧])")

Progress = Callable[[int, int], None]
_progress: ContextVar[Progress | None] = ContextVar("ocr_progress", default=None)


class OcrUnavailable(Exception):  # noqa: N818 - a state of the machine, not a failure
    """Tesseract is missing; the text says what to install."""


@dataclass(frozen=True, slots=True)
class OcrLine:
    """A line as recognised; "" stands between paragraphs. `doubtful` are words not to trust;
    `boxes` as those of `SourceLine`; `opening` is how sure its first word is, 0 to 100."""

    text: str
    doubtful: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    opening: float = 100.0


@contextmanager
def watched(progress: Progress) -> Iterator[None]:
    """Calls `progress(pages done, pages in all)` while documents are recognised within."""
    token = _progress.set(progress)
    try:
        yield
    finally:
        _progress.reset(token)


def recognise(images: Iterable[bytes], total: int) -> list[list[OcrLine] | OSError]:
    """Returns the lines of each page image (PNG), or what went wrong with it, in order.

    Pages are read side by side on all cores; images are taken as cores come free, so that memory
    holds only a few of them.

    Raises:
        OcrUnavailable: tesseract is not installed.
    """
    program = _tesseract()
    cores = os.cpu_count() or 1
    progress = _progress.get()
    results: list[list[OcrLine] | OSError] = []
    with ThreadPoolExecutor(cores) as pool:
        pending = []
        for image in images:
            pending.append(pool.submit(_page, program, image))
            if len(pending) >= 2 * cores:
                results.append(pending.pop(0).result())
                if progress:
                    progress(len(results), total)
        for future in pending:
            results.append(future.result())
            if progress:
                progress(len(results), total)
    return results


def _tesseract() -> str:
    program = find_program("tesseract")
    if program is None:
        raise OcrUnavailable(f"cần tesseract để nhận dạng chữ: {INSTALL['tesseract']}")
    return program


def _page(program: str, image: bytes) -> list[OcrLine] | OSError:
    from PIL import Image

    def read(picture: bytes, mode: int) -> list[Word]:
        command = [program, "stdin", "stdout", "--tessdata-dir", str(_MODELS), "-l", _LANGUAGES]
        command += ["--psm", str(mode), "-c", "tessedit_create_tsv=1"]
        return _words(run_program(command, _PAGE_SECONDS, data=picture).decode("utf-8", "replace"))

    try:
        words = read(image, _WHOLE_PAGE)
        with Image.open(io.BytesIO(image)) as page:
            page.load()
            anew = reread(words, page, lambda part, mode: read(as_png(part), mode))
            return _lines(anew, max(1, page.width), max(1, page.height))
    except OSError as error:
        return error


def as_png(picture: Any) -> bytes:
    """A picture (PIL) as tesseract takes it."""
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG", compress_level=1, dpi=(_DPI, _DPI))
    return buffer.getvalue()


def _words(tsv: str) -> list[Word]:
    """The words among the rows of tesseract's TSV, in its reading order."""
    rows = csv.DictReader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [row for row in rows if row.get("level") == "5" and (row.get("text") or "").strip()]


def _lines(rows: Sequence[Word], width: int, height: int) -> list[OcrLine]:
    """The words in lines, in reading order, set out by their place on the page."""
    words: dict[tuple[int, int, int], list[Word]] = {}
    for row in rows:
        key = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
        words.setdefault(key, []).append(row)
    lines: list[OcrLine] = []
    above: tuple[int, int] | None = None
    for (block, paragraph, _), line in sorted(words.items()):
        if above not in {None, (block, paragraph)}:
            lines.append(OcrLine(""))
        above = (block, paragraph)
        text, runs = _set_out(line, width / _COLUMNS)
        boxes = tuple(_box(run, width, height) for run in runs)
        lines.append(OcrLine(_mended(text), _doubtful(line), boxes, float(line[0]["conf"])))
    return lines


def _mended(text: str) -> str:
    """A line whose dash, number or first word has grown together with a speck, or looks like one."""
    return _GROUND.sub("Căn cứ", _BULLET.sub("- ", _SPECK.sub(r"\1", text)))


def _box(words: Sequence[Word], width: int, height: int) -> Box:
    """The box of a run of words on a page of that many pixels."""
    found = around(
        Box(
            int(word["left"]) / width, int(word["top"]) / height,
            (int(word["left"]) + int(word["width"])) / width,
            (int(word["top"]) + int(word["height"])) / height,
        )
        for word in words
    )  # fmt: skip
    return found or Box(0.0, 0.0, 0.0, 0.0)


def _set_out(words: Sequence[Word], column: float) -> tuple[str, list[list[Word]]]:
    """The words of a line, behind a wide gap, or in the right half, at their printed column; and
    its runs of words between such gaps."""
    text = ""
    runs: list[list[Word]] = [[]]
    end = 0
    height = max(int(word["height"]) for word in words)
    for word in words:
        left = int(word["left"])
        place = int(left / column)
        if (text and left - end > 1.7 * height) or (not text and place > _COLUMNS * 0.45):
            if text:
                runs.append([])
            text = text.ljust(max(len(text) + 3, place))
        elif text:
            text += " "
        text += word["text"]
        runs[-1].append(word)
        end = left + int(word["width"])
    return text, runs


def _doubtful(words: Sequence[dict[str, str]]) -> tuple[str, ...]:
    return tuple(
        word["text"]
        for word in words
        if float(word["conf"]) < _DOUBTFUL and _WEIGHTY.search(word["text"])
    )
