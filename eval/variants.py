"""Questions as people really type them, made from questions typed in full.

nodiac  without any diacritics            half  every other word without them, by a fixed hash
abbr    office words as abbreviations     en    in English, from a file beside the questions
"""

from __future__ import annotations

import hashlib
import json
import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from corpus.errors import UsageError
from index.terms import abbreviations, strip_marks

__all__ = ["Variant", "vary"]

_ENGLISH = Path(__file__).parent / "english_questions.jsonl"


class Variant(StrEnum):
    """A way of typing a question."""

    NODIAC = "nodiac"
    HALF = "half"
    ABBR = "abbr"
    EN = "en"


def vary(questions: list[tuple[str, str]], variant: Variant, folder: Path) -> list[tuple[str, str]]:
    """The questions (id, text) in that variant; those without an English form are left out.

    English comes from `folder`/queries.en.jsonl, else from translations that we made by hand.

    Raises:
        UsageError: there is no English form of any of the questions.
    """
    if variant is Variant.EN:
        english = _english(folder)
        found = [(key, english[key]) for key, _ in questions if key in english]
        if not found:
            raise UsageError(
                f"Chưa có câu hỏi tiếng Anh cho “{folder}”. Hãy thêm tệp queries.en.jsonl vào đó."
            )
        return found
    change = {Variant.NODIAC: strip_marks, Variant.HALF: _half, Variant.ABBR: _abbreviate}[variant]
    return [(key, change(text)) for key, text in questions]


def _half(text: str) -> str:
    """About half of the words without diacritics; which, depends on the word and its place."""
    words = text.split(" ")
    return " ".join(
        strip_marks(word) if hashlib.md5(f"{at} {word}".encode()).digest()[0] & 1 else word  # noqa: S324
        for at, word in enumerate(words)
    )


@cache
def _short_forms() -> list[tuple[re.Pattern[str], str]]:
    """Patterns of office words with their abbreviations, longest words first."""
    longest = sorted(abbreviations().items(), key=lambda item: -len(item[1]))
    return [
        (re.compile(rf"(?<!\w){re.escape(full)}(?!\w)", re.IGNORECASE), short)
        for short, full in longest
    ]


def _abbreviate(text: str) -> str:
    for pattern, short in _short_forms():
        text = pattern.sub(short, text)
    return text


def _english(folder: Path) -> dict[str, str]:
    beside = folder / "queries.en.jsonl"
    path = beside if beside.is_file() else _ENGLISH
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {record["_id"]: record["text"] for record in records}
