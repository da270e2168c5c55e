"""Questions in the words of the documents themselves, which must hardly ever be refused.

Whoever has read a directive asks in its words: "… đã phân loại được bao nhiêu dự án?". The
questions that people write for gold sets are paraphrases, and those that nothing answers are close
to the text; a confidence fitted on these alone takes literal words for a sign that nothing answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from random import Random

from corpus.document import Clause, Document, Role, Task
from eval.answers import Gold
from index.library import Library
from qa.in_text import sentences
from qa.values import find_counts

__all__ = ["literal_questions"]

_LENGTHS = range(40, 400)  # characters of a sentence, or of a clause, that is asked about
_BEFORE, _BEHIND = 10, 7  # words around the number that is asked for
_OPENING, _SHORT = 13, 6  # words of a task that is asked about
_NAMED = 6  # words of a title that say what a document is about
_SUBJECT = re.compile(r"^(?:[Vv]/v|[Vv]ề(?: việc)?)\s+")


def literal_questions(library: Library, documents: int = 45, seed: int = 1) -> list[Gold]:
    """For each of some documents at most one question each for a number, for who must act, and for
    when; the latter two also short, with the subject of the document."""
    random = Random(seed)  # noqa: S311 - no secret, only a choice that is always the same
    heads = library.heads()
    found: list[Gold] = []
    for head in random.sample(heads, min(documents, len(heads))):
        document = library.document(head.id)
        name = PurePath(head.path).stem
        subject = " ".join(_SUBJECT.sub("", document.header.title or "").split()[:_NAMED])
        for asked in (
            _numbers(document),
            _bodies(document, _OPENING),
            _days(document, _OPENING),
            _bodies(document, _SHORT, subject),
            _days(document, _SHORT, subject),
        ):
            if among := list(asked):
                clause, question = random.choice(among)
                qid = f"literal-{name}-{len(found)}"
                quote = ((name, clause.text[:100]),)
                found.append(Gold(qid, question, "vi", "literal", None, quote, ""))
    return found


def _numbers(document: Document) -> Iterator[tuple[Clause, str]]:
    for clause in document.clauses:
        for sentence in sentences(_one_line(clause.text)):
            counted = find_counts(sentence)
            if not counted or len(sentence) not in _LENGTHS:
                continue
            start, end = counted[0]
            before, behind = sentence[:start].split()[-_BEFORE:], sentence[end:].split()[:_BEHIND]
            if len(before) > 4 and len(behind) > 1:
                yield clause, _asked(f"{' '.join(before)} bao nhiêu {' '.join(behind)}")


def _bodies(document: Document, length: int, subject: str = "") -> Iterator[tuple[Clause, str]]:
    for clause, tasks in _charging(document):
        text = _one_line(clause.text)
        leads = [task for task in tasks if task.role is Role.LEAD]
        if len(leads) == 1 and leads[0].named_as not in text:
            opening = " ".join(text.split()[:length])
            yield clause, _asked(f"Cơ quan nào {opening} {_about(subject)}")


def _days(document: Document, length: int, subject: str = "") -> Iterator[tuple[Clause, str]]:
    for clause, tasks in _charging(document):
        days = [task.deadline.text for task in tasks if task.deadline]
        if days:
            words = _one_line(clause.text).replace(days[0], "").split()[:length]
            yield clause, _asked(f"{' '.join(words)} {_about(subject)} khi nào")


def _about(subject: str) -> str:
    return f"trong việc {subject}" if subject else ""


def _charging(document: Document) -> Iterator[tuple[Clause, list[Task]]]:
    for clause in document.clauses:
        tasks = [task for task in document.tasks if task.clause == clause.index]
        if tasks and len(clause.text) in _LENGTHS:
            yield clause, tasks


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _asked(words: str) -> str:
    return re.sub(r"[\s.;,:]+$", "", words) + "?"
