"""Head and tail of a scanned page, which are printed in two columns, read column by column.

Recognition of a whole page runs the columns together and takes what a stamp lies on for a picture.
So the page is read once; where the motto and the recipients (Nơi nhận) stand on it says where the
columns are (Decree 30/2020/NĐ-CP, Annex I); and these are cut out and read again by themselves.

Words are rows of tesseract's TSV; places are pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from corpus.read.doubts import Read, mean_confidence, read_again
from corpus.read.ink import without_large, without_rules
from corpus.read.stamps import Word, without_stamps
from corpus.text import compiled, plain

__all__ = ["Word", "reread"]

_BLOCK, _SPARSE = 6, 11  # segmentation modes: one block of text; text anywhere, as much as there is
_SURE = 55.0  # mean confidence of a line of a signature that is print and no stroke of a pen
_SHORT = 85.0  # the same of a line as short as a stroke
_FAINT = 30.0  # of a word beside it that is a stroke
_COVERED = 75.0  # of a word that a stamp lies on
_AS_WIDE = 0.9  # two readings of one line, by their widths

_BEHIND = re.compile(r"kinh$|gui:|den$")  # the addressees, or a stamp of receipt
_GLUED = compiled(r"\d[\dA-Z]*?([⇧]{2,4}[-–][⇧]{2,}\S*)")
_REMAINS = compiled(r"\W?\d?[⇧]?[-–][⇧]{2,}")  # of a number that a stamp lies on
_NUMBER = re.compile(r"\bs\S{0,2}\s*[:.]?\s*\d\S*\s?/\S*[a-z]{2}")


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, word: Word) -> bool:
        """Whether the middle of a word lies within."""
        one = _box(word)
        x, y = (one.left + one.right) / 2, (one.top + one.bottom) / 2
        return self.left <= x < self.right and self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class _Columns:
    left: _Box
    right: _Box
    height: float  # of the capitals that it was found by

    def holds(self, word: Word) -> bool:
        """Whether a word stands in either column."""
        return self.left.holds(word) or self.right.holds(word)


def reread(words: list[Word], page: Any, read: Read) -> list[Word]:
    """Returns the words of a page with its columns read anew, left before right.

    Args:
        words: of the whole page, in reading order.
        page: its picture, grey.
        read: how a part of it is read.
    """
    found, words = words, without_stamps(words)
    head = _head(words, page.size)
    tail = _tail(words, page.size, below=head.left.bottom if head else 0.0)
    parts: list[list[Word]] = []
    rest = words
    if head is not None:
        rest = [word for word in words if not head.holds(word)]
        above = [word for word in rest if _box(word).bottom < head.left.top]
        columns = [_anew(column, words, page, read) for column in (head.left, head.right)]
        parts += [above, *(without_stamps(column, around=found) for column in columns)]
        rest = [word for word in rest if _box(word).bottom >= head.left.top]
    if tail is not None:
        rest = [word for word in rest if not tail.holds(word)]
        end = max(tail.left.bottom, tail.right.bottom)
        below = [word for word in rest if _box(word).top >= end]
        listed = [word for word in words if tail.left.holds(word)]
        body = [word for word in rest if _box(word).top < end]
        parts += [read_again(body, page, read), listed]
        parts += [_signature(tail, words, page, read), below]
    else:
        parts.append(read_again(rest, page, read))
    return [
        {**word, "block_num": str(1000 * at + int(word["block_num"]))}
        for at, part in enumerate(parts)
        for word in part
    ]


def _box(word: Word) -> _Box:
    left, top = float(word["left"]), float(word["top"])
    return _Box(left, top, left + float(word["width"]), top + float(word["height"]))


def _head(words: Sequence[Word], size: tuple[int, int]) -> _Columns | None:
    """The columns of issuer and motto, from the motto's line down to number, subject and date."""
    width, height = size
    found = next(
        (
            _box(one)
            for one, two, three in zip(words, words[1:], words[2:], strict=False)
            if [plain(w["text"])[:3] for w in (one, two, three)] == ["con", "hoa", "xa"]
            and float(one["top"]) < 0.4 * height
        ),
        None,
    )
    if found is None:
        return None
    tall = (found.bottom - found.top) / 1.4  # "CỘNG" has a mark above and one below
    top = found.top - 1.2 * tall
    dated = _date_line(words, found)
    end = (max(w.bottom for w in dated) if dated else found.bottom + 7 * tall) + 0.5 * tall
    right_edge = min([found.left, *(w.left for w in dated)])
    beside = [
        _box(w)
        for w in words
        if top < float(w["top"]) < end and _box(w).right < right_edge and float(w["conf"]) > _FAINT
    ]
    split = (max((w.right for w in beside), default=right_edge - tall) + right_edge) / 2
    bottom = max([end, *(w.bottom for w in beside)])
    for line in _lines(w for w in words if _box(w).top > bottom - tall):
        boxes = [_box(w) for w in line if float(w["conf"]) > _FAINT]
        own = [w for w in boxes if w.left < split]
        if not own or max(w.bottom for w in own) < bottom:
            continue
        far = min(w.top for w in own) > bottom + 1.4 * tall
        edge = max(w.right for w in own)
        crosses = edge > split + tall or any(0 < w.left - edge < 1.5 * tall for w in boxes)
        if far or crosses or any(_BEHIND.match(plain(w["text"])) for w in line):
            break
        bottom = max(w.bottom for w in own)
    left = _Box(0, top, split, bottom + 0.3 * tall)
    return _Columns(left, _Box(split, top, width, end), tall)


def _date_line(words: Sequence[Word], motto: _Box) -> list[_Box]:
    """The boxes of the place and date below the motto, or none."""
    tall = motto.bottom - motto.top
    for line in _lines(w for w in words if 0 < float(w["top"]) - motto.top < 14 * tall):
        keys = [plain(w["text"]) for w in line]
        at = next((n for n, key in enumerate(keys) if key.startswith("ngay")), None)
        if at is None or not any("thang" in key or "nam" in key for key in keys[at:]):
            continue
        first = at
        while first > 0 and _box(line[first]).left - _box(line[first - 1]).right < 1.6 * tall:
            first -= 1
        if _box(line[-1]).right > motto.left:
            return [_box(w) for w in line[first:]]
    return []


def _tail(words: Sequence[Word], size: tuple[int, int], *, below: float) -> _Columns | None:
    """The columns of recipients and signature, from "Nơi nhận" down."""
    width, height = size
    found = [
        _box(one)
        for one, two in pairwise(words)
        if plain(one["text"]) == "noi" and plain(two["text"]).startswith("nhan")
        and float(one["left"]) < 0.4 * width and float(one["top"]) > below
    ] or [
        _box(one)
        for one, *_ in _lines(word for word in words if float(word["top"]) > below)
        if plain(one["text"]) == "nhan:" and float(one["left"]) < 0.4 * width
    ]  # fmt: skip
    if not found:
        return None
    begin, tall = found[-1], found[-1].bottom - found[-1].top
    bottom = begin.bottom
    for line in _lines(w for w in words if _box(w).top > begin.top):
        if abs(_box(line[0]).left - begin.left) > 4 * tall:
            continue
        if _box(line[0]).top > bottom + 3.5 * tall:
            break
        bottom = max(bottom, *(_box(w).bottom for w in line))
    edges = [
        edge
        for line in _lines(w for w in words if begin.top - tall / 2 < _box(w).top < bottom)
        if (edge := _run_end(line, begin.left, tall)) < 0.66 * width
    ]
    split = max([begin.left + 0.2 * width, *edges]) + 0.4 * tall
    top = max([begin.top - 2 * tall, *_ends_of_body(words, begin, split)])
    end = min(height, max(bottom + tall, top + 0.3 * height))
    for line in _lines(w for w in words if _box(w).top > bottom):
        boxes = [_box(w) for w in line if float(w["conf"]) > _SURE]
        if boxes and any(w.left < split < w.right for w in boxes):
            end = min(end, *(w.top for w in boxes))
            break
    left = _Box(0, begin.top - 0.3 * tall, split, max(bottom + 0.5 * tall, begin.bottom))
    return _Columns(left, _Box(split, top, width, end), tall)


def _ends_of_body(words: Sequence[Word], begin: _Box, split: float) -> list[float]:
    """Where the lines end, on the page from above, that close the body: they begin at its left."""
    above = [word for word in words if _box(word).bottom < begin.bottom]
    lines = [[_box(word) for word in line] for line in _lines(above)]
    near = [line for line in lines if line[0].left < split and line[0].bottom <= begin.top]
    return [max(word.bottom for word in line) for line in near]


def _run_end(line: Sequence[Word], left: float, tall: float) -> float:
    """Where the words end that follow each other from the left of a line."""
    end = left
    for word in line:
        box = _box(word)
        if float(word["conf"]) > _FAINT and box.left - end < 1.6 * tall:
            end = max(end, box.right)
    return end


def _lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words by the height at which they stand, each line from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: float(w["top"]) + float(w["height"]) / 2):
        box = _box(word)
        last = _box(lines[-1][0]) if lines else None
        if last is not None and (box.top + box.bottom) / 2 < last.bottom:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: float(w["left"])) for line in lines]


def _cut(box: _Box, page: Any) -> tuple[Any, _Box]:
    """A part of a page, and its place on it."""
    whole = _Box(0, 0, page.width, page.height)
    at = _Box(
        int(max(box.left, whole.left)), int(max(box.top, whole.top)),
        int(min(box.right, whole.right)), int(min(box.bottom, whole.bottom)),
    )  # fmt: skip
    return page.crop((at.left, at.top, at.right, at.bottom)), at


def _moved(words: Iterable[Word], at: _Box) -> list[Word]:
    """Words read in a part of a page, with their places on the page."""
    return [
        {**w, "left": str(int(w["left"]) + int(at.left)), "top": str(int(w["top"]) + int(at.top))}
        for w in words
    ]


def _anew(box: _Box, words: Sequence[Word], page: Any, read: Read) -> list[Word]:
    """A column of the head read by itself, unless the first reading was the surer one."""
    part, at = _cut(box, page)
    before = [word for word in words if box.holds(word)]
    if part.width < 20 or part.height < 20:
        return before
    again = _moved(read(part, _BLOCK), at)
    readings = [again, before]
    if box.left == 0 and not any(map(_numbered, readings)):
        # The frame of a stamp may cross the number.
        readings.append(_moved(read(without_rules(part), _BLOCK), at))
    best = max(readings, key=lambda found: (_numbered(found), _worth(found)))
    return [
        _without_guess(word)
        for word in best
        if float(word["conf"]) > _COVERED or not _REMAINS.fullmatch(word["text"])
    ]


def _without_guess(word: Word) -> Word:
    """A number that was guessed, as digits written in by hand are, with "…" in their place."""
    if glued := _GLUED.fullmatch(word["text"]):  # the stroke was taken for a digit, or for nothing
        return {**word, "text": f"…/{glued[1]}"}
    digits, slash, code = word["text"].partition("/")
    if not slash or float(word["conf"]) >= _SURE or not re.search(r"\d", digits):
        return word
    return {**word, "text": f"…{slash}{code}"}


def _numbered(words: Sequence[Word]) -> bool:
    """Whether a number (số ký hiệu) can be read among the words."""
    return _NUMBER.search(plain(" ".join(word["text"] for word in words))) is not None


def _worth(words: Iterable[Word]) -> float:
    """How much was read, and how surely; what is unsure counts against a reading."""
    return sum((float(word["conf"]) - 50) * sum(map(str.isalnum, word["text"])) for word in words)


def _signature(tail: _Columns, words: Sequence[Word], page: Any, read: Read) -> list[Word]:
    """The lines of a signature, each from the surest of several readings around the stamp."""
    part, at = _cut(tail.right, page)
    if part.width < 20 or part.height < 20:
        return [word for word in words if tail.right.holds(word)]
    cleared = without_large(part, int(tail.height))
    candidates = [[word for word in words if tail.right.holds(word)]]
    candidates += [
        _moved(read(picture, mode), at)
        for picture, mode in ((part, _SPARSE), (cleared, _SPARSE), (part, _BLOCK))
    ]
    lines = [
        line
        for reading in candidates
        for line in map(_print_only, _lines(reading))
        if line
        and mean_confidence(line) >= (_SURE if sum(len(w["text"]) for w in line) >= 4 else _SHORT)
    ]
    kept: list[list[Word]] = []
    while lines:
        best = max(lines, key=_worth)
        same = [line for line in lines if line is best or _side_by_side(line, best)]
        lines = [line for line in lines if all(line is not other for other in same)]
        # Worth counts letters, and a word that was read twice has twice as many.
        wide = [line for line in same if _width(line) > _AS_WIDE * _width(best)]
        kept.append(max(wide, key=mean_confidence))
    kept.sort(key=lambda line: _box(line[0]).top)
    return [
        {**word, "block_num": "1", "par_num": "1", "line_num": str(number)}
        for number, line in enumerate(kept, start=1)
        for word in line
    ]


def _width(line: Sequence[Word]) -> float:
    return max(_box(w).right for w in line) - min(_box(w).left for w in line)


def _side_by_side(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether a line stands at the height of another."""
    middle = sum(_box(w).top + _box(w).bottom for w in one) / (2 * len(one))
    return any(_box(w).top < middle < _box(w).bottom for w in other)


def _print_only(line: list[Word]) -> list[Word]:
    """A line without what beside it is a stroke of the stamp or of a pen.

    "…" stands where such a stroke touches the print: what it covers cannot be read.
    """
    is_print = [
        float(word["conf"]) >= _FAINT and sum(map(str.isalpha, word["text"])) >= 2 for word in line
    ]
    if not any(is_print):
        return []
    first, last = is_print.index(True), len(line) - 1 - is_print[::-1].index(True)
    shown = [
        word if sure else {**word, "text": "…"}
        for word, sure in zip(line[first : last + 1], is_print[first : last + 1], strict=True)
    ]
    box = _box(line[first])
    covered = any(
        box.left - _box(word).right < 0.8 * (box.bottom - box.top) for word in line[:first]
    )
    return [{**shown[0], "text": f"…{shown[0]['text']}"}, *shown[1:]] if covered else shown
