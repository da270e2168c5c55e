"""From a question to an answer that can be trusted: typed, quoted exactly, or none."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from threading import BoundedSemaphore

from corpus.errors import UsageError
from index.filters import Filters
from index.library import Library
from index.references import citing
from index.rows import Head
from qa.abstain import bears, confidence, enough, names_goods, says_it_all
from qa.answers.catalogue import answer_catalogue
from qa.answers.code import answer_code
from qa.answers.comparison import answer_comparison
from qa.answers.content import answer_content
from qa.answers.deadline import answer_deadline, concerning, tells_day, with_clock
from qa.answers.due_list import answer_due
from qa.answers.ending import answer_ending, asks_ending, tells_force
from qa.answers.mergers import answer_merged
from qa.answers.metadata import answer_metadata, asks_for_head
from qa.answers.most_told import answer_most_told
from qa.answers.one_document import answer_one_document
from qa.answers.owner import answer_owner
from qa.answers.partners import answer_partners
from qa.answers.reference import answer_citing, answer_reference
from qa.answers.silence import of_another, of_another_matter, stays_silent, unknown_here
from qa.answers.taking_effect import answer_taking_effect
from qa.answers.tasks import answer_tasks, told_as_all, told_by
from qa.answers.telling import answer_telling
from qa.answers.told import answer_told
from qa.citation import Answer, cite
from qa.courtesy import greets, without_courtesy
from qa.evidence import Evidence, gather
from qa.follow_ups import follow_up
from qa.lacking import lacks
from qa.messages import say
from qa.parts import joined, parts_of
from qa.question import Intent, Kind, Query, read_question, subject_of
from qa.verify import verified

__all__ = ["LONGEST", "answer"]

LONGEST = 2000  # characters of a question
# What a copied question may carry along, and nobody typed: markup, colours of a terminal, and
# characters that are not seen.
_NOT_TYPED = re.compile(
    r"\x1b\[[\d;]*[A-Za-z]|</?[A-Za-z][^<>]*>|[\x00-\x08\x0b-\x1f\x7f\u200b\u2060]"
)
_NEAREST = 3
_MAY_BEAR = 4  # of the best clauses
_NEARLY = 1.5  # below the best score (a logit)
# What lists all there is of a kind, where nothing besides is asked.
_OF_ALL = (
    answer_due,
    answer_catalogue,
    answer_one_document,
    answer_telling,
    answer_partners,
    answer_most_told,
    answer_merged,
    answer_taking_effect,
)
_AT_ONCE = BoundedSemaphore(2)  # one computes, one reads: more only take the turns of one another


def answer(
    library: Library,
    question: str,
    *,
    filters: Filters | None = None,
    previous: Answer | None = None,
    reworded: bool = True,
) -> Answer:
    """The answer to a question; `previous` is the one before it, for "còn Công an tỉnh?".

    Where the user has a chat model, the answer is `reworded` by it.

    Raises:
        UsageError: the question is empty, or longer than `LONGEST`.
        NoLibraryError: there is no document in the library.
    """
    if not any(character.isalnum() for character in _NOT_TYPED.sub(" ", question)):
        raise UsageError("Câu hỏi đang trống. Hãy hỏi, ví dụ: “Sở Y tế phải làm gì?”")
    if len(question) > LONGEST:
        raise UsageError("Câu hỏi dài quá 2.000 ký tự. Hãy hỏi ngắn gọn hơn.")
    library.check_filled()
    with _AT_ONCE, library.snapshot():
        words = _in_words if reworded and os.environ.get("CHIDAO_LLM") else None
        return _all_parts(library, question, filters or Filters(), previous, words)


def _all_parts(
    library: Library,
    question: str,
    where: Filters,
    previous: Answer | None,
    words: Callable[[Answer], Answer] | None,
) -> Answer:
    heads, told, counted = library.heads(), library.names_told(), library.indexes().lexical.count
    given: list[Answer] = []
    if greets(question):
        query = read_question(question, heads, told, counted)
        return Answer(query=query, text=say("answer.greeting", query.language), abstained=True)
    for part in parts_of(without_courtesy(question)):
        typed = _NOT_TYPED.sub(" ", part)
        query = replace(read_question(typed, heads, told, counted), text=part)
        before = given[-1] if given else previous
        if before is not None:
            query = follow_up(query, before.query, _shown(before))
        for one in _each_body(query):
            found = verified(_answer(library, one, where), library.texts)
            given.append(words(found) if words else found)
    return joined(question, given)


def _shown(before: Answer) -> tuple[Head, ...]:
    """The one document that an answer is from, if it is from one."""
    heads = tuple(dict.fromkeys(citation.head for citation in before.citations))
    return heads if len(heads) == 1 else ()


def _each_body(query: Query) -> list[Query]:
    """The question of each body that it asks about: two bodies have two lists of tasks."""
    if query.intent is not Intent.TASKS or len(query.together) < 2:
        return [query]
    return [replace(query, agency=name, together=(name,)) for name in query.together]


def _in_words(given: Answer) -> Answer:
    """The answer in the words of the chat model that the user has."""
    from qa.langchain import chat_model, phrase  # langchain takes a second to import

    model = chat_model()
    return given if model is None else phrase(given, model)


def _answer(library: Library, query: Query, where: Filters) -> Answer:
    if (compared := answer_comparison(library, query, where)) is not None:
        return compared
    if query.intent is Intent.COMPARISON:
        query = replace(query, intent=Intent.TASKS if query.agency else Intent.CONTENT)
    for of_all in _OF_ALL:
        if (listed := of_all(library, query, where)) is not None:
            return listed
    look = cache(partial(gather, library, query, where))  # once, and only where it is needed
    if unknown_here(library, query):
        return _abstain(query, look(), 0.0)
    if (certain := answer_reference(library, query, where)) is not None:
        return _abstain(query, look(), 0.0) if certain.abstained else certain
    tasks = answer_tasks(library, query, where, look) if query.intent is Intent.TASKS else None
    if tasks is not None and not told_as_all(query, tasks):
        elsewhere = of_another_matter(library, query, tasks, look)
        return _abstain(query, look(), 0.0) if elsewhere else tasks
    evidence = look()
    sure = confidence(query, evidence)
    if tasks is not None:
        on_topic = evidence and told_by(tasks, evidence[0]) and enough(sure)
        return tasks if on_topic else _abstain(query, evidence, sure)
    if stays_silent(library, query, where, evidence):
        return _abstain(query, evidence, sure)
    asks_head = query.intent is Intent.METADATA and not of_another(query)
    described = _from_head(library, query, where, evidence, sure) if asks_head else None
    return described or _from_evidence(library, query, evidence, sure)


def _from_head(
    library: Library, query: Query, where: Filters, evidence: list[Evidence], sure: float
) -> Answer | None:
    """What the head of a document says, or nothing where it is left blank there: no clause tells
    that; None where clauses may."""
    described = answer_metadata(library, query, where, evidence, certain=enough(sure))
    if described is None and asks_for_head(query):
        return _abstain(query, evidence, sure)
    return described


def _from_evidence(library: Library, query: Query, evidence: list[Evidence], sure: float) -> Answer:
    """What the clauses found answer, if they are enough."""
    likely = (
        enough(sure)
        or names_goods(query, evidence)
        or says_it_all(query, evidence)
        or _cites(library, query, evidence)
    )
    bearing = _bearing(library, query, evidence) if likely else None
    if bearing is None:
        # A body that is described has its list, however little else of the question fits.
        told = answer_told(library, query, evidence) if query.duties else None
        if told is None or lacks(query, told):
            return _abstain(query, evidence, sure)
        return replace(told, confidence=sure)
    evidence = bearing
    if query.intent is Intent.DEADLINE and query.agency:
        theirs = concerning(library, query, evidence)
        if theirs is None:
            return _abstain(query, evidence, sure)
        evidence = theirs
    given = _typed(library, query, evidence)
    return (
        _abstain(query, evidence, sure) if lacks(query, given) else replace(given, confidence=sure)
    )


def _cites(library: Library, query: Query, evidence: Sequence[Evidence]) -> bool:
    """Whether the best clause cites the very document of which it is asked who cites, replaces …"""
    if query.intent is not Intent.REFERENCE or not evidence:
        return False
    best = evidence[0]
    return any(
        (found.head, found.clause.index) == (best.head, best.clause.index)
        for document in query.documents
        for found in citing(library.store, document.number, document.kind)
    )


def _bearing(library: Library, query: Query, evidence: Sequence[Evidence]) -> list[Evidence] | None:
    """The evidence with the best that can answer first, or None: one nearly as good as the very
    best may have the sum, the name, the fine that the best lacks."""
    for at, found in enumerate(evidence[:_MAY_BEAR]):
        if found.score < evidence[0].score - _NEARLY:
            break
        ordered = [found, *evidence[:at], *evidence[at + 1 :]]
        if bears(query, ordered, _charged(library, ordered[:1])):
            return ordered
    return None


def _charged(library: Library, evidence: Sequence[Evidence]) -> list[str]:
    """The bodies that these clauses tell something, also by the line beside them."""
    return [
        task.agency
        for found in evidence
        for task in library.document(found.head.id).tasks
        if task.clause == found.clause.index
    ]


def _typed(library: Library, query: Query, evidence: list[Evidence]) -> Answer:
    """The answer of the kind asked for; where the evidence has none of that kind, its words."""
    found: Answer | None = None
    match query.intent:
        case Intent.OWNER:
            found = answer_owner(library, query, evidence)
        case Intent.DEADLINE:
            evidence = list(with_clock(query, evidence))
            found = answer_ending(library, query, evidence)
            if found is None and asks_ending(query) and not tells_force(evidence[0].clause.text):
                return _abstain(query, evidence, 0.0)
            found = found or answer_deadline(library, query, evidence)
            if found is None and not tells_day(query, evidence):
                return _abstain(query, evidence, 0.0)
        case Intent.REFERENCE:
            found = answer_citing(library, query, evidence)
        case Intent.CONTENT if Kind.CODE in query.kinds:
            found = answer_code(library, query, evidence)
            return found or _abstain(query, evidence, 0.0)
        case Intent.CONTENT if query.duties:
            found = answer_told(library, query, evidence)
        case Intent.TASKS if query.agency and _foreign(query):  # what others are told by it
            return _abstain(query, evidence, 0.0)
        case Intent.TASKS:  # whom it names is told nothing of this, or nothing at all
            found = answer_told(library, query, evidence)
        case _:
            pass
    return found or answer_content(library, query, evidence)


def _foreign(query: Query) -> bool:
    """Whether it names documents of which the library has none."""
    return bool(query.documents) and not any(one.heads for one in query.documents)


def _abstain(query: Query, evidence: list[Evidence], sure: float) -> Answer:
    nearest = tuple(
        cite(found.head, found.clause, score=found.feature("dense"))
        for found in evidence[:_NEAREST]
    )
    text = say("answer.abstained", query.language)
    if (subject := subject_of(query)) is not None and not subject.heads:
        named = query.opened[subject.start : subject.end]
        text += " " + say("answer.not_here", query.language, document=named)
    return Answer(query=query, text=text, abstained=True, nearest=nearest, confidence=sure)
