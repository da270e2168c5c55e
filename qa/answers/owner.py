"""Which body is charged with something: its name, its role, and the clause that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.class_words import OPEN
from corpus.document import Clause, Document, Mention, Role, Task
from corpus.orders import field_of
from corpus.text import fold, plain
from index.library import Library
from index.rows import key
from qa.answers.content import citations_of, likelihood
from qa.answers.deadline import in_words
from qa.answers.doers import (
    PERSONS,
    RECEIVED,
    in_a_row,
    named_in,
    nearest_named,
    opening,
    whose_part,
)
from qa.citation import Answer, Citation, cite
from qa.closings import closes
from qa.cues import cues
from qa.evidence import Evidence
from qa.messages import say
from qa.named_things import FIRM_KEYS
from qa.question import Query

__all__ = ["answer_owner", "asked_class"]

_FIRMS = (*FIRM_KEYS, "ngan hang", "doanh nghiep", "vien thong", "chu dau tu")
# "sở nào", "which ministry": how the name of the body asked for begins, without diacritics.
# The first that is asked for counts: "đơn vị nào trông coi, phối hợp với sở nào" asks for any body;
# of two words before one "nào" the nearer: "doanh nghiệp muốn biết sở nào".
_CLASSES: tuple[tuple[str, str | tuple[str, ...] | None], ...] = (
    (r"co quan|don vi|bo phan|noi|ai|agency|agencies|bod(?:y|ies)|units?", None),
    (r"pho thu tuong|deputy prime ministers?", "pho thu tuong"),
    (r"thu truong", "thu truong"),
    (r"pho chu tich", "pho chu tich"),
    (r"lanh dao", PERSONS),
    (r"so(?: nganh)?|departments?", "so "),
    (r"bo(?: nganh)?|ministry|ministries", "bo "),
    (r"cuc", "cuc "),
    (r"vu", "vu "),
    (r"tap doan", "tap doan"),
    (r"dai|hang tin", ("dai ", "thong tan xa", "bao ")),
    (r"ban quan ly", "ban quan ly"),
    (r"(?<!uy )(?<!van )(?<!dia )(?<!thon )ban(?! hanh)", "ban "),
    (r"phong(?! (?:chong|benh|dich|chay|ngua|ve|thu|tranh|trao|hop|tro)(?!\w))", "phong "),
    (r"doanh nghiep|cong ty|compan(?:y|ies)|enterprises?", _FIRMS),
)
_WHICH = r"(?<!\w)(?:{0})(?: (?!nao)\w+){{0,4}}? nao(?!\w)|which (?:\w+ ){{0,3}}?(?:{0})(?!\w)"
# "Phó Thủ tướng nào phụ trách từng tỉnh": all of them are asked for.
_EACH = re.compile(
    r"(?<!\w)(?:nhung|cac)(?:,? (?!do |phai |duoc )\w+){1,5}? nao(?!\w)|"
    r"nao [^?]*(?<!\w)(?:tung|moi)(?!\w)"
)
_WHEN = cues("intents")["deadline"]
_LOOKED_AT = 4
_FAR = 3.0  # below the best score (a logit): no longer looked at
_IN_CHARGE = re.compile(r"(?<!\w)(?:chu tri|duoc giao|giao cho|giao co quan|cam trich|lead)(?!\w)")
# "Gửi về đâu", "nộp cho cơ quan nào", "báo lên tỉnh qua đầu mối nào": who receives is asked for.
_TO_WHOM = re.compile(
    r"(?<!\w)(?:gui|nop|bao(?! nhieu)|(?<!chuong )(?<!quy )(?<!cong )trinh|chuyen|phan anh|lien he)"
    r"(?: \w+,?){0,12}? "
    r"(?:(?:ve|cho|toi|den|len|qua) (?:dau(?! moi)|ai)(?!\w)|"
    r"(?:ve|cho|toi|den|len|qua) (?:nhung |cac )?(?:co quan|don vi|noi|dau moi|bo|so) nao)|"
    r"to (?:whom|which (?:body|agency|office|unit|ministry|department))"
)
_ACTS = re.compile(r"(?<!\w)(?:(?:co quan|don vi|noi|dau moi|bo|so) nao|ai)(?!\w)[^?]*, (?:va )?")
_THROUGH = re.compile(r"(?<!\w)qua (?:co quan|don vi|noi|dau moi|bo|so) nao")
_BY_WAY_OF = re.compile(r"\((?:thông )?qua (?P<name>[^(),;]{4,80})\)")
_ANNEX = 6.0  # the same, for what charges somebody where nothing nearer does


@dataclass(frozen=True, slots=True)
class _Named:
    """Bodies that answer, with the role and the task that a clause gives them; neither where it
    only names them."""

    names: tuple[str, ...]
    role: Role | None = None
    task: Task | None = None


def _asks_receiver(bare: str) -> bool:
    """Whether a question asks first of all who receives something: "cơ quan nào đôn đốc, và đơn
    vị bị vướng thì gửi về đâu?" asks for the one who acts before."""
    received = _TO_WHOM.search(bare)
    return received is not None and _ACTS.search(bare[: received.start()]) is None


def asked_class(query: Query) -> str | tuple[str, ...] | None:
    """How the key of the name asked for begins ("so "), or may begin, when the question says."""
    bare = plain(query.text)
    asked = [
        (found.end(), -found.start(), start)
        for words, start in _CLASSES
        if (found := re.search(_WHICH.format(words), bare))
    ]
    return min(asked, key=lambda item: item[:2])[2] if asked else None


def answer_owner(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer | None:
    """The bodies that the best clause charges; None when the best clauses name none."""
    start = asked_class(query)
    top = evidence[0].score
    near = [found for found in evidence[:_LOOKED_AT] if found.score >= top - _FAR]
    in_charge = _IN_CHARGE.search(plain(query.opened)) is not None
    if in_charge and not any(found.feature("tasked") for found in near):
        near = [*_charging(library, evidence), *near]
    if _asks_receiver(plain(query.opened)):
        for found in near:
            received = _receiving(library, query, found, start)
            if received:
                return _told(library, query, evidence, found, _Named(received))
    # Whom no clause names but as everybody, or as a helper, is the last to be meant.
    for found in sorted(
        near,
        key=lambda one: (_says_little(library, one), in_charge and not one.feature("tasked")),
    ):
        named = _charged(library, query, library.document(found.head.id), found.clause, start)
        if named is not None:
            return _told(library, query, evidence, found, named)
    return None


def _told(
    library: Library, query: Query, evidence: Sequence[Evidence], found: Evidence, named: _Named
) -> Answer:
    """The bodies named by a clause, which is cited, with what names them where it does not."""
    names, task = named.names, named.task
    citation = cite(
        found.head, found.clause, role=named.role, score=likelihood(found, evidence),
        deadline=task.deadline if task else None, marked=_where(found.clause, names, task),
    )  # fmt: skip
    cited = [citation, *_naming(found, library.document(found.head.id), names)]
    rest = [
        other
        for other in citations_of(library, query, evidence)
        if all(other.start != own.start or other.head != own.head for own in cited)
    ]
    said = ", ".join(names)
    if named.role is not None:
        said += f" ({say(f'role.{named.role}', query.language)})"
    marks = "".join(f"[{n}]" for n in range(1, len(cited) + 1))
    text = say("answer.owner", query.language, agencies=said, marks=marks)
    due = task.deadline if task and _WHEN.search(query.opened) else None
    if due is not None:  # "… cho ai, hạn nào?"
        text += "\n" + say("answer.owner_due", query.language, deadline=in_words(due), n=1)
    return Answer(
        query=query, text=text, citations=tuple([*cited, *rest][:3]), agency=names[0],
        values=(*names, *([due.date.isoformat() if due.date else due.text] if due else [])),
    )  # fmt: skip


def _charging(library: Library, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best clause of the best document that puts somebody in charge, where the best clauses
    are of its annex: a procedure is described there, and an article says who must set it up."""
    best = evidence[0]
    return [
        found
        for found in evidence
        if found.head == best.head
        and found.score >= best.score - _ANNEX
        and not closes(found.clause.text)
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
) -> _Named | None:
    """Those that the clause charges, or else names, of the class asked for."""
    tasks = [task for task in document.tasks if task.clause == clause.index]
    first = opening(document, clause) if tasks else []
    fitting = [
        task for task in tasks + first if start is None or key(task.agency).startswith(start)
    ]
    fitting = [task for task in fitting if task.agency in query.choices] or fitting
    for roles in ((Role.LEAD, Role.JOINT), (Role.GENERAL,), (Role.SUPPORT,)):
        chosen = [task for task in fitting if task.role in roles]
        if chosen and (start is not None or roles[0] is not Role.SUPPORT):
            each = start is not None and _EACH.search(plain(query.opened))
            near = chosen if each else whose_part(library, query, document, clause, chosen)
            names = tuple(dict.fromkeys(task.agency for task in near))
            return _Named(names) if near[0] in first else _Named(names, near[0].role, near[0])
    mentions = [
        mention
        for mention in named_in(document, clause)
        if start is None or key(mention.agency).startswith(start)
    ]
    best = nearest_named(library, query, clause, mentions)
    return _Named(in_a_row(clause, mentions, best)) if best else None


def _receiving(
    library: Library, query: Query, found: Evidence, start: str | tuple[str, ...] | None
) -> tuple[str, ...]:
    """The bodies that receive what the clause speaks of, of the class asked for, and which the
    question does not name: "báo cáo UBND tỉnh (qua Sở Nội vụ)"."""
    clause = found.clause
    through = _THROUGH.search(plain(query.opened)) is not None

    def receives(mention: Mention) -> bool:
        before = fold(clause.text[: mention.start - clause.start])
        return before.endswith("qua ") if through else RECEIVED.search(before) is not None

    mentions = [
        mention
        for mention in named_in(library.document(found.head.id), clause)
        if receives(mention)
        and not mention.agency.startswith(query.agencies)
        and (start is None or key(mention.agency).startswith(start))
    ]
    best = nearest_named(library, query, clause, mentions)
    if best is None and through and (said := _BY_WAY_OF.search(clause.text)):
        return (said["name"],)
    if best is None:
        return ()
    return in_a_row(clause, named_in(library.document(found.head.id), clause), best)


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
