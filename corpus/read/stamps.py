"""What recognition makes of a stamp, or of a speck, and is none of the directive's words.

Offices stamp what they receive ("CÔNG VĂN ĐẾN / Giờ … Ngày … / Kính chuyển …"), over whatever
stands there. Words are rows of tesseract's TSV; places are pixels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import plain

__all__ = ["Word", "without_stamps"]

Word = dict[str, str]

_PORTAL = re.compile(r"thong t\w{1,3} \w{3,5} \w{2} chinh(?: \S+)?")  # the Government portal's
_REGISTRY = re.compile(r"cong van den\b")
_VOCABULARY = re.compile(
    r"\W*(?:c?o?ng|thong|tin|dien|tu|chinh|phu|den|gio|ngay|kinh|chuyen|van|phong|so)\b|\W*$"
)
_FILLED = re.compile(  # its blanks, dotted
    r"(?:Giờ|Ngày|Số|Chuyển)\W*[:.].*\.{3}|ĐẾN$|\d{4,}\.{3}$|(?:Giờ|Ng?ày)\.$"
)
_COVERED = 75.0  # confidence
_SPECK = 20.0  # confidence of a word
_LINE = 40.0  # mean confidence of a short line


def without_stamps(words: Sequence[Word], around: Sequence[Word] = ()) -> list[Word]:
    """Returns the words without those on a stamp of receipt, specks, and lines made of specks.

    Args:
        words: in reading order.
        around: others of the page, where the words are only those of a part of it.
    """
    page = [*words, *around]
    lines: dict[tuple[str, str, str], list[Word]] = {}
    for word in words:
        key = (word["block_num"], word["par_num"], word["line_num"])
        lines.setdefault(key, []).append(word)
    stamps = [stamp for line in lines.values() for stamp in _stamps(line) if _received(page, stamp)]
    right_edge = max((float(word["left"]) + float(word["width"]) for word in words), default=0.0)
    titles = {
        id(word)
        for line in lines.values()
        for stamp in _stamps(line)
        if _received(page, stamp)
        for word in line
        if _within(word, stamp)
    }
    kept = []
    for word in words:
        line = lines[word["block_num"], word["par_num"], word["line_num"]]
        stamped = _of_stamp(word) and any(_within(word, stamp) for stamp in stamps)
        if _FILLED.match(word["text"]) and float(word["left"]) < 0.35 * right_edge:
            continue
        if not (_is_speck(word) or _is_specks(line) or stamped or id(word) in titles):
            kept.append(word)
    return kept


def _received(words: Sequence[Word], stamp: tuple[float, float, float, float]) -> bool:
    """Whether ĐẾN stands within: else it is a body of that name."""
    return any(
        plain(word["text"]).strip(".:,") in {"den", "ngay", "gio"}
        or plain(word["text"]).startswith(("ngay:", "gio:"))
        for word in words
        if _within(word, stamp)
    )


def _of_stamp(word: Word) -> bool:
    """Whether a word is one of a stamp's, or so unsure that it lies under it."""
    return float(word["conf"]) < _COVERED or _VOCABULARY.match(plain(word["text"])) is not None


def _stamps(line: Sequence[Word]) -> list[tuple[float, float, float, float]]:
    """The places (left, top, right, bottom) of stamps that a line of theirs tells."""
    found = []
    text = ""
    begins = []
    for word in line:
        begins.append(len(text))
        # In capitals: the portal is also a recipient, in small letters.
        text += (plain(word["text"]) if _capitals(word["text"]) else "-") + " "
    for pattern, above, below in ((_PORTAL, 0.1, 0.42), (_REGISTRY, 0.35, 0.6)):
        if match := pattern.search(text):
            inside = [
                word
                for word, begin in zip(line, begins, strict=True)
                if match.start() - 6 <= begin < match.end()
            ]
            left = min(float(word["left"]) for word in inside)
            right = max(float(word["left"]) + float(word["width"]) for word in inside)
            top = min(float(word["top"]) for word in inside)
            wide = right - left
            found.append(
                (left - 0.2 * wide, top - above * wide, right + 0.08 * wide, top + below * wide)
            )
    return found


def _capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(map(str.isupper, letters)) > len(letters)


def _within(word: Word, stamp: tuple[float, float, float, float]) -> bool:
    x = float(word["left"]) + float(word["width"]) / 2
    y = float(word["top"]) + float(word["height"]) / 2
    return stamp[0] < x < stamp[2] and stamp[1] < y < stamp[3]


def _is_speck(word: Word) -> bool:
    """Whether a word is too short and too unsure to be one; a figure is kept, to be flagged."""
    letters = sum(map(str.isalpha, word["text"]))
    return float(word["conf"]) < _SPECK and letters <= 2 and not re.search(r"\d", word["text"])


def _is_specks(line: Sequence[Word]) -> bool:
    letters = sum(len(word["text"]) for word in line)
    sure = sum(float(word["conf"]) * len(word["text"]) for word in line) / max(1, letters)
    return letters < 9 and sure < _LINE and not any("/" in word["text"] for word in line)
