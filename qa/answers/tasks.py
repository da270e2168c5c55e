"""What a body must do: the complete list of the register, grouped by document, roles told apart."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from corpus.agencies import Province
from corpus.document import Role
from corpus.errors import UsageError
from corpus.home import home_of
from corpus.text import plain
from index.bodies import Body
from index.dossier import own_first
from index.filters import Filters
from index.library import Library
from index.register import Entry, TaskFilters
from index.rows import Head, agency_key, key
from index.terms import PAIR
from qa.answers.besides import Look, besides, only_named
from qa.answers.task_words import tasks_text
from qa.citation import Answer, Citation, cite
from qa.content_words import Weighted, covered, says_nothing, weigh
from qa.cues import cues
from qa.due import due_by
from qa.evidence import Evidence, frame_share, rank_clauses
from qa.messages import say
from qa.named_documents import NamedDocument, as_written
from qa.question import Query, subject_of

__all__ = [
    "FULL_NUMBER",
    "answer_tasks",
    "asks_for_all",
    "document_meant",
    "dossier_of",
    "is_unsaid",
    "list_tasks",
    "of_documents",
    "tasks_answer",
    "told_as_all",
    "told_by",
]

_OTHER = cues("other")
# So few tasks of a body in the nearest document, whose description has that much of the topic, are
# of one matter.
_ONE_MATTER, _NAMED_IN_PART = 5, 0.2
_WORD = 2  # syllables
_NEAR = 2.0  # below the best entry's score (a logit): a document still about the topic
_KEPT = 3.0  # below the best of its document: an entry still about the topic
_DOCUMENT_ITSELF = 0.5  # of the topic in a document's description: the topic is the document's
_FORM = 1.5  # what a document of the kind named has ahead (a logit)
_WHEN, _THAT_DAY = 1.5, 4.0  # and more, if it was issued in the months named, or on the day named
_MONTHS = 125  # days: a longer span ("năm 2026") is that of a plan, not the time of its issue
_GENERAL = 2.0  # by so much (a logit) what all are told comes behind what the body itself is told
# How much of the topic, and of one of few syllables ("bệnh dại"), all that is listed has together;
# in one of eleven lists that are right it has less.
_ENOUGH, _FEW, _ENOUGH_OF_FEW = 0.4, 4, 0.6
FULL_NUMBER = re.compile(r"/.*[a-zđ]")  # with its letters a number is of one document
_RANK = re.compile(r" (?:tỉnh|[Tt]hành phố)$")
_MINISTRY = re.compile(r"bo (?!chi huy|tu lenh|doi)")
_Place = tuple[int, int]  # document row, clause index


def answer_tasks(library: Library, query: Query, where: Filters, look: Look) -> Answer | None:
    """All that the body asked about is told, narrowed by document and topic; None when the
    library tells it nothing, or nothing on that topic."""
    found = list_tasks(library, query, where)
    if found is None:
        return None
    body, entries, left_out, scores = found
    if not entries and (named := only_named(library, query, body)) is not None:
        return named
    said = besides(look, body, entries) if entries and query.topic else []
    given = _answer(query, body, entries, left_out, scores, said)
    if given is None or not scores or _says_enough(library, query, given.citations):
        return given
    return replace(given, notices=(*given.notices, say("answer.hardly", query.language)))


def _says_enough(library: Library, query: Query, cited: Sequence[Citation]) -> bool:
    """Whether what is listed has enough words of the topic to be sure that it is about it."""
    if query.language == "en":  # the words of a translation are not those of the texts
        return True
    words = weigh(library, query.topic)
    found: frozenset[str] = frozenset()
    for one in cited:
        found |= _said_of(words, one)
    few = sum(PAIR not in term for term in words.terms) <= _FEW
    return words.share(found) >= (_ENOUGH_OF_FEW if few else _ENOUGH)


def told_as_all(query: Query, tasks: Answer) -> bool:
    """Whether one body is asked about and a topic, and on that topic only all bodies are told
    something: it may not be about the topic at all. A committee is told by its class, and so is
    what all of one name are ("các Sở Tư pháp")."""
    own = agency_key(tasks.agency or "")
    return (
        bool(query.topic)
        and not own.startswith("uy ban nhan dan")
        and all(
            cited.role is Role.GENERAL and not agency_key(cited.named_as or own).startswith(own)
            for cited in tasks.citations
        )
    )


def told_by(tasks: Answer, found: Evidence) -> bool:
    """Whether a clause is one of those tasks."""
    return any(
        citation.head == found.head and citation.start == found.clause.start
        for citation in tasks.citations
    )


def tasks_answer(
    library: Library, query: Query, body: Body, entries: Sequence[Entry]
) -> Answer | None:
    """The answer that these entries of a body make, narrowed by the topic."""
    return _answer(query, body, *_narrowed(library, query, entries, len(entries)))


def _answer(
    query: Query,
    body: Body,
    entries: Sequence[Entry],
    left_out: int,
    scores: dict[_Place, float],
    said: Sequence[Citation] = (),
) -> Answer | None:
    if not entries:
        return None
    citations = [*said, *_citations(body, entries, scores)]
    return Answer(
        query=query,
        text=tasks_text(query, body, citations, left_out, besides=len(said)),
        citations=tuple(citations),
        agency=body.name,
        values=(body.name, *dict.fromkeys(c.named_as for c in citations if c.named_as)),
        left_out=left_out,
    )


def list_tasks(
    library: Library, query: Query, where: Filters
) -> tuple[Body, list[Entry], int, dict[_Place, float]] | None:
    """(body, entries in order of citing, how many are left out, relevance by clause), or None
    when the body is unknown. Without a topic the relevance is empty."""
    if query.agency is None:
        return None
    try:
        body = library.body(query.agency)
    except UsageError:
        return None
    everything = _dossier(library, body, query, where)
    kept = _led(query, of_documents(query, _of_places(library, query, everything)))
    kept = due_by(plain(query.opened), query.periods, kept)
    return body, *_narrowed(library, query, kept, len(everything))


def _narrowed(
    library: Library, query: Query, kept: Sequence[Entry], everything: int
) -> tuple[list[Entry], int, dict[_Place, float]]:
    """(those about the topic in order of citing, how many of everything are left out, relevance by
    clause); all of them, and no relevance, without a topic."""
    words = weigh(library, query.topic)
    if not kept or not any("_" not in term for term in words.terms):
        return _in_order(kept), everything - len(kept), {}
    if is_unsaid(query, words, kept):
        return [], everything, {}
    ranked = rank_clauses(library, query, [(entry.head, entry.clause) for entry in kept])
    scores = {
        (found.head.row, found.clause.index): found.score + _as_described(query, found.head)
        for found in ranked
    }
    relevant = _relevant(library, query, kept, scores)
    return _by_relevance(relevant, scores), everything - len(relevant), scores


def _as_described(query: Query, head: Head) -> float:
    """What a document has ahead (a logit) that is of the kind named, and issued when it says."""
    if key(query.kind_named or "-") not in key(head.kind or ""):
        return 0.0
    spans = [p for p in query.periods if head.issued and p.first <= head.issued <= p.last]
    shortest = min(((p.last - p.first).days for p in spans), default=_MONTHS)
    return _FORM + (_THAT_DAY if shortest == 0 else _WHEN if shortest < _MONTHS else 0.0)


def is_unsaid(query: Query, words: Weighted, kept: Sequence[Entry]) -> bool:
    """Whether a topic is one word ("về bão"), and no task speaks of it: merely near to a word in
    meaning is nearly everything."""
    one_word = sum(PAIR not in term for term in words.terms) <= _WORD
    if not one_word or query.documents or asks_for_all(query):
        return False
    return not any(_said_of(words, entry) for entry in kept)


def _said_of(words: Weighted, task: Entry | Citation) -> frozenset[str]:
    """The words of the topic that a task, its headings or its document's description have."""
    said = (task.clause.text, *task.clause.context, task.head.title or "")
    return covered(words, " . ".join(said))


def _relevant(
    library: Library, query: Query, entries: Sequence[Entry], scores: dict[_Place, float]
) -> list[Entry]:
    """Entries about the topic: all of a document whose description names the topic, else those
    that are nearly as near to it as the best."""
    best: dict[Head, float] = {}
    for entry in entries:
        score = scores[entry.head.row, entry.clause.index]
        best[entry.head] = max(best.get(entry.head, score), score)
    top = max(best.values())
    kept = {head: score for head, score in best.items() if score >= top - _NEAR}
    whole = {head for head in kept if frame_share(library, query, head) >= _DOCUMENT_ITSELF}
    told = Counter(entry.head for entry in entries)
    whole |= {
        head
        for head, score in best.items()
        if score == top
        and told[head] <= _ONE_MATTER
        and frame_share(library, query, head) >= _NAMED_IN_PART
    }
    named = {head for document in query.documents for head in document.heads}
    all_of_it = _OTHER["everything"].search(query.opened) is not None
    whole |= {head for head in named & kept.keys() if all_of_it or told[head] <= _ONE_MATTER}
    return [
        entry
        for entry in entries
        if entry.head in kept
        and (
            entry.head in whole
            or scores[entry.head.row, entry.clause.index] >= kept[entry.head] - _KEPT
        )
    ]


def dossier_of(library: Library, query: Query, where: Filters) -> list[Entry]:
    """All that the body asked about is told, of the places it names; [] when it is unknown."""
    if query.agency is None:
        return []
    try:
        body = library.body(query.agency)
    except UsageError:
        return []
    return _of_places(library, query, _dossier(library, body, query, where))


def _dossier(library: Library, body: Body, query: Query, where: Filters) -> list[Entry]:
    """The body's entries, also under its name with the place that the question names."""
    filters = TaskFilters(where=replace(where, agencies=()))
    entries = library.dossier(body, filters)
    seen = {(entry.head.row, entry.clause.index) for entry in entries}
    for place in query.places:
        for name in _names_there(body.name, place):
            for entry in library.dossier(Body(name), filters):
                if (entry.head.row, entry.clause.index) not in seen:
                    seen.add((entry.head.row, entry.clause.index))
                    entries.append(entry)
    return entries


def _names_there(name: str, place: Province) -> list[str]:
    """What the body may be called in a place: "Trung tâm … tỉnh" is "… Thành phố" in a city."""
    found = [f"{name} {place.full}", f"{name} {place.name}"]
    stem = _RANK.sub("", name)
    if stem != name and place.unit == "thành phố":
        found += [f"{stem} Thành phố", f"{stem} thành phố", f"{stem} {place.full}"]
    return found


def of_documents(query: Query, entries: list[Entry]) -> list[Entry]:
    """Those of the documents that the question names. None where the one that it opens with, or
    names by its whole number, tells the body nothing: what others tell it was not asked. Of one
    that is not in the library those that name it, or whose document does in its title."""
    foreign = [one for one in query.documents if one.kind and not one.heads]
    if foreign and len(foreign) == len(query.documents):
        there = re.compile("|".join(as_written(one) for one in foreign))
        return [
            e for e in entries if there.search(plain(f"{e.head.title or ''} . {e.clause.text}"))
        ]
    named = {head.row for document in query.documents for head in document.heads}
    inside = [entry for entry in entries if entry.head.row in named]
    return inside if inside or document_meant(query) else entries


def _led(query: Query, entries: list[Entry]) -> list[Entry]:
    """What the body is to lead, where that alone is asked for and there is any."""
    if _OTHER["lead"].search(query.opened) is None or _OTHER["helps"].search(query.opened):
        return entries
    return [e for e in entries if e.task.role in (Role.LEAD, Role.JOINT)] or entries


def document_meant(query: Query) -> NamedDocument | None:
    """The document of the library that the question opens with, or names by its whole number, or by
    kind and number as no other is called."""
    subject = subject_of(query)
    whole = [
        one
        for one in query.documents
        if (one.heads and FULL_NUMBER.search(one.number)) or (one.kind and len(one.heads) == 1)
    ]
    if subject is not None and subject.heads:
        return subject
    return whole[0] if len(whole) == 1 else None


def asks_for_all(query: Query) -> bool:
    """Whether nothing but a place narrows down what a body must do."""
    topic = plain(query.topic)
    for place in query.places:
        topic = topic.replace(plain(place.full), " ").replace(plain(place.name), " ")
    return says_nothing(topic)


def _of_places(library: Library, query: Query, entries: list[Entry]) -> list[Entry]:
    """A local body's tasks from its own province's documents, those that name the place, and, where
    its own name has the place, those of no province; other provinces speak to theirs."""
    if not query.places or query.agency is None or _MINISTRY.match(key(query.agency)):
        return entries
    names = [key(place.name) for place in query.places]
    theirs = any(key(query.agency).endswith(name) for name in names)
    known: dict[Head, bool] = {}

    def fits(entry: Entry) -> bool:
        head = entry.head
        if any(name in key(f"{head.origin} {entry.task.agency}") for name in names):
            return True
        if head not in known:
            if head.issuer is None:  # whose it is does not show: of the place if it speaks of it
                text = key(library.document(head.id).text)
                known[head] = any(name in text for name in names)
            else:
                known[head] = theirs and home_of(head.origin, None).province is None
        return known[head]

    inside = [entry for entry in entries if fits(entry)]
    ranked = _RANK.search(query.agency) is not None
    # A department is a province's: of another's it was not asked.
    local = key(query.agency).startswith("so ")
    if inside or theirs or ranked or local or _named_with_place(query):
        return inside
    return entries


def _named_with_place(query: Query) -> bool:
    """Whether the place stands right behind the body's name: "Công an tỉnh Lào Cai"."""
    stem = _RANK.sub("", query.agency or "")
    there = "|".join(re.escape(key(place.name)) for place in query.places)
    ranks = r"(?:tinh |thanh pho |tp\.? ?)?"
    return re.search(rf"{re.escape(key(stem))} {ranks}(?:{there})", key(query.opened)) is not None


def _in_order(entries: Sequence[Entry]) -> list[Entry]:
    """By document, newest first, those that tell the body itself something before those that only
    tell all; in each, what it is told itself first."""
    ordered = dict.fromkeys(entry.head.row for entry in own_first(entries))
    rank = {row: at for at, row in enumerate(ordered)}
    return sorted(
        entries,
        key=lambda e: (rank[e.head.row], e.task.role is Role.GENERAL, e.clause.index),
    )


def _by_relevance(entries: Sequence[Entry], scores: dict[_Place, float]) -> list[Entry]:
    """Documents by their most relevant entry, in each the most relevant first."""

    def of(entry: Entry) -> float:
        score = scores[entry.head.row, entry.clause.index]
        return score - (_GENERAL if entry.task.role is Role.GENERAL else 0.0)

    best: defaultdict[int, float] = defaultdict(lambda: -math.inf)
    for entry in entries:
        best[entry.head.row] = max(best[entry.head.row], of(entry))
    return sorted(entries, key=lambda e: (-best[e.head.row], e.head.row, -of(e), e.clause.index))


def _citations(body: Body, entries: Sequence[Entry], scores: dict[_Place, float]) -> list[Citation]:
    own = agency_key(body.name)
    cited: dict[_Place, Citation] = {}
    for entry in entries:
        place = (entry.head.row, entry.clause.index)
        if place in cited:
            continue
        task = entry.task
        cited[place] = cite(
            entry.head,
            entry.clause,
            role=task.role,
            deadline=task.deadline,
            score=_share(scores, place),
            named_as=None if agency_key(task.agency) == own else task.agency,
        )
    return list(cited.values())


def _share(scores: dict[_Place, float], place: _Place) -> float:
    """How relevant an entry is against the best, in [0, 1]."""
    return math.exp(min(0.0, scores[place] - max(scores.values()))) if scores else 1.0
