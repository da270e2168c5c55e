"""Many questions from a file, one JSON object a line in and out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from corpus.errors import ChidaoError, UsageError, reason_of
from qa.messages import say

__all__ = ["each_line", "one_of", "words_of"]

Json = dict[str, Any]


def words_of(question: str | None, *, search: bool = False) -> str:
    """The question, or the words to search for, which must say something.

    Raises:
        UsageError: they do not.
    """
    if question is None or not question.strip():
        raise UsageError(say("batch.no_words" if search else "batch.no_question"))
    return question


def one_of(question: str | None, batch: Path | None) -> None:
    """A question or a file of them.

    Raises:
        UsageError: both are given, so that one would be left without an answer.
    """
    if question is not None and batch is not None:
        raise UsageError(say("batch.both"))


def each_line(path: Path, answer: Callable[[str], Json]) -> Iterator[Json]:
    """The answer to each {"qid", "question"} of a file, with its "qid".

    A line that cannot be answered gives {"qid", "error"}, with the line's number.

    Raises:
        UsageError: the file cannot be read.
    """
    for number, line in _lines(path):
        qid: Any = None
        try:
            asked = json.loads(line.decode("utf-8-sig"))
            qid = asked["qid"]
            found = answer(words_of(asked["question"]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            found = {"error": f"{say('line', line=number)}: {say('batch.malformed')}"}
        except ChidaoError as error:
            found = {"error": f"{say('line', line=number)}: {error}"}
        yield {"qid": qid, **found}


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines as bytes: one that is no UTF-8 is no reason to leave the others unanswered."""
    try:
        with path.open("rb") as file:
            yield from ((n, line) for n, line in enumerate(file, start=1) if line.strip())
    except OSError as error:
        raise UsageError(f"Không đọc được “{path}”: {reason_of(error)}") from error
