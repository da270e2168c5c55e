"""Several questions asked in one breath, and their answers in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.citation import Answer, Citation

__all__ = ["joined", "parts_of"]

_BETWEEN = re.compile(r"(?<=\?)\s+(?=\w)")
_MARK = re.compile(r"\[(\d+)\]")
_WORDS = 2  # fewer are no question of their own


def parts_of(question: str) -> list[str]:
    """The questions in a text, each once: one behind each question mark."""
    parts = list(dict.fromkeys(part.strip() for part in _BETWEEN.split(question.strip())))
    return parts if all(len(part.split()) >= _WORDS for part in parts) else [question]


def joined(question: str, answers: Sequence[Answer]) -> Answer:
    """One answer of several, marks counted through; it abstains only when all of them do."""
    if len(answers) == 1:
        return answers[0]
    citations: list[Citation] = []
    texts: list[str] = []
    for answer in answers:
        offset = len(citations)
        texts.append(_MARK.sub(lambda mark, by=offset: f"[{int(mark[1]) + by}]", answer.text))  # type: ignore[misc]
        citations += answer.citations
    first = answers[0]
    return replace(
        first,
        query=replace(first.query, text=question),
        text="\n\n".join(texts),
        citations=tuple(citations),
        abstained=all(answer.abstained for answer in answers),
        nearest=first.nearest if all(answer.abstained for answer in answers) else (),
        values=tuple(value for answer in answers for value in answer.values),
        left_out=sum(answer.left_out for answer in answers),
        confidence=min(answer.confidence for answer in answers),
        notices=tuple(notice for answer in answers for notice in answer.notices),
    )
