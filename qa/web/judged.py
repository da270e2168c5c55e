"""Questions that people judged, in the form of the evaluation's question sets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from index.library import Library
from index.notes import feedback

__all__ = ["judged_questions"]


def judged_questions(library: Library) -> Iterator[dict[str, Any]]:
    """One object for each verdict, oldest first: question, verdict, note, and the answer shown.

    `clauses` are those cited: what is relevant if the verdict is "right".
    """
    for number, given in enumerate(feedback(library.store), start=1):
        yield {
            "qid": f"f{number}",
            "question": given.question,
            "verdict": given.verdict,
            "note": given.note,
            "noted": given.noted.isoformat(),
            "clauses": [cited["clause"] for cited in given.answer.get("citations", [])],
            "answer": given.answer,
        }
