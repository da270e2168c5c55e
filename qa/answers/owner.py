"""Which body is charged with something: its name, its role, and the clause that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Clause, Document, Role, Task
from corpus.naming import OPEN
from corpus.orders import field_of
from corpus.text import fold, plain
from index.library import Library
from index.rows import key
from qa.answers.content import citations_of, likelihood
from qa.citation import Answer, Citation, cite
from qa.content_words import covered, weigh
from qa.evidence import Evidence
from qa.messages import say
from qa.question import Query

__all__ = ["answer_owner", "asked_class"]

# Offices that are named with whoever holds them.
_PERSONS = ("pho thu tuong", "pho chu tich", "thu truong")
# "sở nào", "which ministry": how the name of the body asked for begins, without diacritics.
# The first that is asked for counts: "đơn vị nào trông coi, phối hợp với sở nào" asks for any body.
_CLASSES: tuple[tuple[str, str | tuple[str, ...] | None], ...] = (
    (r"co quan|don vi|noi|ai|agency|agencies|bod(?:y|ies)|units?", None),
    (r"pho thu tuong|deputy prime ministers?", "pho thu tuong"),
    (r"thu truong", "thu truong"),
    (r"pho chu tich", "pho chu tich"),
    (r"lanh dao", _PERSONS),
    (r"so(?: nganh)?|departments?", "so "),
    (r"bo(?: nganh)?|ministry|ministries", "bo "),
    (r"cuc", "cuc "),
    (r"vu", "vu "),
    (r"tap doan", "tap doan"),
    (r"dai|hang tin", ("dai ", "thong tan xa", "bao ")),
    (r"ban quan ly", "ban quan ly"),
)
_WHICH = r"(?<!\w)(?:{0})(?: (?!nao)\w+){{0,4}}? nao(?!\w)|which (?:\w+ ){{0,3}}?(?:{0})(?!\w)"
_LOOKED_AT = 4
_FAR = 3.0  # below the best score (a logit): no longer looked at
_IN_CHARGE = re.compile(r"(?<!\w)(?:chu tri|duoc giao|giao cho|giao co quan|cam trich|lead)(?!\w)")
_CLOSING = re.compile(r"chịu trách nhiệm thi hành")
_BELOW = re.compile(
    r"(?:chỉ đạo|hướng dẫn|đôn đốc|yêu cầu|giao|phối hợp(?: với)?|cùng(?: với)?|với|của|gửi|trình|"
    r"báo cáo|đề nghị) $"
)
_ANNEX = 6.0  # the same, for what charges somebody where nothing nearer does


def asked_class(query: Query) -> str | tuple[str, ...] | None:
    """How the key of the name asked for begins ("so "), or may begin, when the question says."""
    bare = plain(query.text)
    asked = [
        (found.start(), start)
        for words, start in _CLASSES
        if (found := re.search(_WHICH.format(words), bare))
    ]
    return min(asked, key=lambda item: item[0])[1] if asked else None


def answer_owner(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer | None:
    """The bodies that the best clause charges; None when the best clauses name none."""
    start = asked_class(query)
    top = evidence[0].score
    near = [found for found in evidence[:_LOOKED_AT] if found.score >= top - _FAR]
    in_charge = _IN_CHARGE.search(plain(query.opened)) is not None
    if in_charge and not any(found.feature("tasked") for found in near):
        near = [*_charging(library, evidence), *near]
    # Whom no clause names but as everybody, or as a helper, is the last to be meant.
    for found in sorted(
        near,
        key=lambda one: (_says_little(library, one), in_charge and not one.feature("tasked")),
    ):
        document = library.document(found.head.id)
        named = _charged(library, query, document, found.clause, start)
        if named is None:
            continue
        names, role, deadline_task = named
        citation = cite(
            found.head, found.clause, role=role, score=likelihood(found, evidence),
            deadline=deadline_task.deadline if deadline_task else None,
            marked=_where(found.clause, names, deadline_task),
        )  # fmt: skip
        cited = [citation, *_naming(found, document, names)]
        rest = [
            other
            for other in citations_of(library, query, evidence)
            if all(other.start != own.start or other.head != own.head for own in cited)
        ]
        marks = "".join(f"[{n}]" for n in range(1, len(cited) + 1))
        text = say(
            "answer.owner", query.language, agencies=", ".join(names),
            role=say(f"role.{role or Role.LEAD}", query.language), marks=marks,
        )  # fmt: skip
        return Answer(
            query=query, text=text, citations=tuple([*cited, *rest][:3]), values=names,
            agency=names[0],
        )  # fmt: skip
    return None


def _charging(library: Library, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best clause of the best document that puts somebody in charge, where the best clauses
    are of its annex: a procedure is described there, and an article says who must set it up."""
    best = evidence[0]
    return [
        found
        for found in evidence
        if found.head == best.head
        and found.score >= best.score - _ANNEX
        and not _CLOSING.search(fold(found.clause.text))
        and any(
            task.clause == found.clause.index and task.role is Role.LEAD
            for task in library.document(found.head.id).tasks
        )
    ][:1]


def _says_little(library: Library, found: Evidence) -> bool:
    """Whether a clause names helpers only ("Đơn vị phối hợp: …"), or tells all at large."""
    field = field_of(found.clause.text)
    if field is not None and field[0] == "support":
        return True
    tasks = [
        task
        for task in library.document(found.head.id).tasks
        if task.clause == found.clause.index and task.role is not Role.SUPPORT
    ]
    return bool(tasks) and all(
        task.role is Role.GENERAL and OPEN.search(fold(task.agency)) for task in tasks
    )


def _charged(
    library: Library,
    query: Query,
    document: Document,
    clause: Clause,
    start: str | tuple[str, ...] | None,
) -> tuple[tuple[str, ...], Role | None, Task | None] | None:
    """(names, role, task) of those that the clause charges, or names, of the class asked for."""
    tasks = [task for task in document.tasks if task.clause == clause.index]
    fitting = [task for task in tasks if start is None or key(task.agency).startswith(start)]
    fitting = [task for task in fitting if task.agency in query.choices] or fitting
    for roles in ((Role.LEAD, Role.JOINT), (Role.GENERAL,), (Role.SUPPORT,)):
        chosen = [task for task in fitting if task.role in roles]
        if chosen and (start is not None or roles[0] is not Role.SUPPORT):
            near = _nearest(library, query, document, clause, chosen)
            names = tuple(dict.fromkeys(task.agency for task in near))
            return names, near[0].role, near[0]
    mentions = [
        mention
        for mention in document.mentions
        if mention.clause == clause.index and mention.end > mention.start
        and (start is None or key(mention.agency).startswith(start))
    ]  # fmt: skip
    if mentions:
        words = weigh(library, query.search, query.text)

        def near_words(at: int) -> float:
            inside = at - clause.start
            return words.share(covered(words, clause.text[max(0, inside - 20) : inside + 160]))

        best = max(mentions, key=lambda mention: near_words(mention.start))
        return (best.agency,), None, None
    return None


def _nearest(
    library: Library, query: Query, document: Document, clause: Clause, tasks: list[Task]
) -> list[Task]:
    """Those of several leads of one clause whose part of it has most of the question."""
    persons = all(key(task.agency).startswith(_PERSONS) for task in tasks)  # each has a part
    if len(tasks) < 2 or (all(task.role is Role.JOINT for task in tasks) and not persons):
        return tasks
    words = weigh(library, query.search, query.text)
    places: dict[str, int] = {}  # where each is named first
    for mention in document.mentions:
        if mention.clause == clause.index and mention.end > mention.start:
            places.setdefault(mention.agency, mention.start - clause.start)
    for task in tasks:
        if task.agency not in places and (at := _named_at(clause.text, task)) >= 0:
            places[task.agency] = at
    # Whom a body directs, or does it with, ends no part: "Bộ Y tế chỉ đạo Cục Dân số …".
    bounds = sorted(at for at in places.values() if not _BELOW.search(fold(clause.text[:at])))
    # What the clause opens with ("Về nâng cấp cửa khẩu Săm Pun: giao …") is the matter of all.
    opening, _, _ = clause.text[: bounds[0] if bounds else 0].rpartition(":")
    common = covered(words, opening)

    def share(task: Task) -> tuple[float, bool]:
        at = places.get(task.agency)
        if at is None:
            return 0.0, False
        end = next((bound for bound in bounds if bound > at), len(clause.text))
        return words.share(covered(words, clause.text[at:end]) - common), task.role is Role.LEAD

    best = max(tasks, key=share)
    if persons:
        return [best]
    return [best, *(t for t in tasks if t is not best and t.role is best.role is Role.JOINT)]


def _named_at(text: str, task: Task) -> int:
    """Where a clause names whom it tells: in the words it uses, or a person by the last words of
    the name; -1 where it does not."""
    last = (" ".join(task.agency.split()[-count:]) for count in (4, 3, 2))
    return next((at for words in (*last, task.named_as) if (at := text.find(words)) >= 0), -1)


def _where(
    clause: Clause, names: tuple[str, ...], task: Task | None
) -> tuple[tuple[int, int], ...]:
    """Where the clause names the bodies."""
    written = [*names, *([task.named_as] if task else [])]
    spans = {(at, at + len(name)) for name in written if (at := clause.text.find(name)) >= 0}
    return tuple(sorted(spans))[:4]


def _naming(found: Evidence, document: Document, names: tuple[str, ...]) -> list[Citation]:
    """The heading or neighbouring line that names the body, where the clause itself does not."""
    if key(names[0]) in key(found.clause.text):
        return []
    wanted = key(names[0])
    at = found.clause.index
    near = sorted(
        (clause for clause in document.clauses if abs(clause.index - at) <= 4),
        key=lambda clause: (abs(clause.index - at), clause.index),
    )
    parents = {found.clause.parent}
    for clause in near:
        if wanted in key(clause.text) and (
            clause.parent == found.clause.parent or clause.index in parents
        ):
            return [cite(found.head, clause)]
    above = next((c for c in document.clauses if c.index == found.clause.parent), None)
    while above is not None:
        if wanted in key(above.text):
            return [cite(found.head, above)]
        parent = above.parent
        above = next((c for c in document.clauses if c.index == parent), None)
    return []
