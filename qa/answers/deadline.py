"""By when something is due: the time in words and as a day, what is due, for whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Clause, Deadline, Document, Role, Task
from corpus.errors import UsageError
from corpus.text import fold, plain
from index.library import Library
from index.rows import Head, agency_key, key
from qa.answers.content import answering_sentence, citations_of, likelihood, sentence_at
from qa.answers.doers import RECEIVED, whose_part
from qa.asked_body import asked_of
from qa.citation import Answer, cite
from qa.content_words import covered, weigh
from qa.evidence import Evidence
from qa.messages import say
from qa.question import Query

__all__ = ["answer_deadline", "concerning", "in_words", "tells_day", "with_clock"]

_LOOKED_AT = 4
_FAR = 3.0  # below the best score (a logit): no longer looked at
_FITS = 2.0  # what a deadline of the form asked for has ahead (a logit)
_CERTAIN = 1.0  # what a day to come that a calendar knows has ahead of other words (a logit)
_WHICH_HOUR = re.compile(r"may gio|luc nao")
_HOUR = re.compile(r"(?<!trong )(?<!vong )(?<!sau )(?<!qua )(?<!\d)\d{1,2}\s*(?:gio|h)(?![a-z])")
_FROM_TO_WHEN = re.compile(
    r"(?<!\w)tu [^?]{0,40}(?:den|toi) (?:may gio|ngay (?:nao|may)|khi nao|bao gio|hom nao)|"
    r"bat dau[^?]{0,60} ket thuc|begin[^?]{0,20} and end|start[^?]{0,20} and end"
)
_SPAN = re.compile(r"(?:ke )?tu .* (?:den|toi) ")
_HOW_LONG = re.compile(
    r"(?:sau|trong|may|toi) (?:bao lau|bao nhieu (?:ngay|gio|thang|tuan)|may ngay)"
)
_EVERY = re.compile(r"(?:moi|hang) (ngay|tuan|thang|quy|nam)")
# It only returns, on no day that is told.
_RETURNS = re.compile(
    r"dinh ky(?: hoac|,| va)?(?: dot xuat)?|thuong xuyen|"
    r"(?:it nhat |toi thieu )?\d+ lan(?: moi| trong|/)[^\d]*"
)
_HOW_OFTEN = re.compile(r"dinh ky|thuong xuyen|bao lau (?:mot|1) lan|may lan|how often|regular")
_WHICH_DAY = re.compile(r"ngay (?:nao|may|bao nhieu)|hom nao")
_DAY = re.compile(r"ngay \d|\d\s*(?:/|thang)\s*\d")
_DAY_OR_HOUR = re.compile(
    rf"{_WHICH_DAY.pattern}|may gio|(?:what|which) (?:date|day|time)|"
    r"(?:muon|cham) nhat (?:la )?ngay"
)
_ANY_DAY = re.compile(
    rf"{_DAY.pattern}|(?:thang|quy) (?:\d|[ivx]+(?!\w))|\d\s*(?:gio|h)(?![a-z])|"
    r"\d+ (?:ngay|gio|thang|tuan)(?!\w)|thu (?:hai|ba|tu|nam|sau|bay)(?!\w)|chu nhat"
)
# The day of a document that is cited is not that of a deed; "trong 24 giờ tới" is no hour.
_OF_DOCUMENT = re.compile(
    r"\d+(?:/\d{4})?/[a-z][\w&\-]*(?:,? (?:ky )?ngay [\d/ ]+(?:thang \d+ nam \d+)?)?|"
    r"\d+ ?(?:gio|h|ngay) (?:toi|qua|nua)(?!\w)"
)
# "Tối đa bao lâu", "không dưới mấy ngày": so long, whenever that is.
_SO_LONG = re.compile(
    r"(?:toi da|toi thieu|it nhat|nhieu nhat|khong (?:qua|duoi|duoc)[^?]{0,40}) (?:trong )?"
    r"(?:bao lau|may|bao nhieu)|how long[^?]{0,40}(?:at most|at least)"
)
_LENGTH_OF_TIME = re.compile(
    r"\d+(?: \([^)]*\))? ?(?:ngay|gio|phut|tuan|thang|nam|quy|h(?!\w))(?! (?:\d|thang \d))|"
    r"(?<!\w)(?:mot|hai|ba|nam|sau|chin|muoi) (?:ngay|gio|tuan|thang)(?! \d)|\d+ ?lan|/lan|"
    r"ngay (?:khi|sau|lap tuc)|trong ngay"
)
_MENTIONED = 1.5  # so much worse (a logit) is what concerns a body that is only mentioned
_QUOTED = 500  # characters, of what has most of the question with what has the day
_REACH = 140  # characters before a deadline that say what is due
_SECOND = 0.8  # another deadline of the clause, nearly as near to the question, is given too


def answer_deadline(library: Library, query: Query, evidence: Sequence[Evidence]) -> Answer | None:
    """The deadlines of the best clause that has one; None when none of the best has, or when it is
    asked how long something may last and they say another thing."""
    near = [e for e in evidence[:_LOOKED_AT] if e.score >= evidence[0].score - _FAR]
    dated = [
        (found, document, deadlines)
        for found in near
        for document in [library.document(found.head.id)]
        if (deadlines := _told(query, _deadlines(document, found.clause)))
    ]
    if not dated:
        return None
    found, document, deadlines = max(
        dated,
        key=lambda item: (
            item[0].score
            + _FITS * max(_fits(query, deadline) for deadline in item[2])
            + _CERTAIN * any(_ahead(item[0].head, deadline) for deadline in item[2])
        ),
    )
    chosen = _nearest(library, query, found.clause, deadlines)
    if _asks_day(query) and not any(_ANY_DAY.search(plain(d.text)) for d in chosen):
        return None  # "hằng năm" is no day
    if _asks_length(query) and not any(_LENGTH_OF_TIME.search(plain(d.text)) for d in chosen):
        return None  # a day is not how long it may take
    start, end = answering_sentence(library, query, found.clause.text)
    if _SO_LONG.search(plain(query.search)) and not any(
        start <= d.start - found.clause.start < end and _LENGTH_OF_TIME.search(plain(d.text))
        for d in chosen
    ):
        return None  # what may last so long is due on no day: the clause's words answer
    first = chosen[0]
    marked = tuple(
        (d.start - found.clause.start, d.end - found.clause.start)
        for d in chosen
        if found.clause.start <= d.start < d.end <= found.clause.end
    )
    task = next((t for t in document.tasks if t.clause == found.clause.index), None)
    citation = cite(
        found.head, found.clause, role=task.role if task else None, deadline=first,
        score=likelihood(found, evidence), marked=marked,
    )  # fmt: skip
    rest = [
        other
        for other in citations_of(library, query, evidence)
        if other.head != found.head or other.start != found.clause.start
    ]
    places = [d.start - found.clause.start for d in chosen if d.start >= found.clause.start]
    if places and not any(start <= at < end for at in places):  # what is due then
        opens, closes = sentence_at(found.clause.text, places[0])
        both = min(start, opens), max(end, closes)
        start, end = both if both[1] - both[0] <= _QUOTED else (opens, closes)
    in_order = sorted(chosen, key=lambda deadline: deadline.start)
    said = "; ".join(dict.fromkeys(in_words(deadline) for deadline in in_order))
    text = say("answer.deadline", query.language, deadline=said, n=1)
    text += f"\n“{found.clause.text[start:end]}” [1]"
    whom = () if query.agency else _whom(library, query, document, found.clause, chosen)
    if whom:
        said = ", ".join(_of_role(query, task) for task in whom)
        text += "\n" + say("answer.due_whom", query.language, agencies=said, n=1)
    return Answer(
        query=query, text=text, citations=(citation, *rest[:2]),
        values=(
            *(d.date.isoformat() if d.date else d.text for d in chosen),
            *(task.agency for task in whom),
        ),
    )  # fmt: skip


def _whom(
    library: Library, query: Query, document: Document, clause: Clause, chosen: Sequence[Deadline]
) -> Sequence[Task]:
    """Whom the clause tells to act by then."""
    told = [
        task
        for task in document.tasks
        if task.clause == clause.index and task.role is not Role.SUPPORT
    ]
    words = [deadline.text for deadline in chosen]
    theirs = [t for t in told if t.deadline and any(one in t.deadline.text for one in words)]
    return whose_part(library, query, document, clause, theirs or told)


def _of_role(query: Query, task: Task) -> str:
    return f"{task.agency} ({say(f'role.{task.role}', query.language)})"


def tells_day(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Whether the best clause, which is what would be quoted, has a day or an hour, or a length of
    time, where one is asked for."""
    clause = evidence[0].clause
    said = _OF_DOCUMENT.sub(" ", plain(" . ".join((*clause.context, clause.text))))
    if _asks_length(query) and not _LENGTH_OF_TIME.search(plain(clause.text)):
        return False
    return not _asks_day(query) or _ANY_DAY.search(said) is not None


# "Trong mấy ngày", "sau bao lâu"; "mấy ngày nữa" and "mấy giờ" ask for a day and an hour too.
_WHAT_LENGTH = re.compile(
    r"(?<!\w)(?:bao nhieu|may) (?:ngay|phut|tieng|thang|tuan)(?! (?:nao|nua|dau|cuoi|mot))(?!\w)|"
    r"(?:trong|sau|qua|vong) (?:vong )?may gio|bao lau(?! (?:mot|1) lan)|"
    r"how many (?:days|hours|minutes|weeks|months)|within how"
)


def _asks_length(query: Query) -> bool:
    """Whether it is asked how long something may take."""
    return any(_WHAT_LENGTH.search(plain(text)) for text in (query.opened, query.search))


def _asks_day(query: Query) -> bool:
    return any(_DAY_OR_HOUR.search(plain(text)) for text in (query.opened, query.search))


def concerning(
    library: Library, query: Query, evidence: Sequence[Evidence]
) -> list[Evidence] | None:
    """The evidence whose clauses tell the body asked about something, or name it; in its order.

    Where what concerns the agency is much worse evidence, the question only mentions it, and all
    is returned: unless the best clause tells another body, whose deadline is no answer (None).
    """
    agency = query.agency or ""
    try:
        body = library.body(agency)
    except UsageError:  # the question names a class that no document tells anything
        return list(evidence)
    names = tuple(agency_key(name) for name in (*body.names, *body.groups))
    whom = asked_of(query.search)
    acts = whom != query.search and key(agency) in key(whom)

    def concerns(found: Evidence) -> bool:
        document, clause = library.document(found.head.id), found.clause
        # "Ủy ban nhân dân xã, phường" is asked, "Ủy ban nhân dân xã, phường và đặc khu" is told.
        mentions = [
            mention
            for mention in document.mentions
            if mention.clause == clause.index and agency_key(mention.agency).startswith(names)
        ]
        told = any(
            task.clause == clause.index and agency_key(task.agency).startswith(names)
            for task in document.tasks
        )
        # Who must act by then does not only receive what is due.
        return told or any(
            not acts or not RECEIVED.search(fold(clause.text[: mention.start - clause.start]))
            for mention in mentions
        )

    theirs = [found for found in evidence if concerns(found)]
    near = theirs and theirs[0].score >= evidence[0].score - _MENTIONED
    if near:  # what it is told itself before what it only receives
        moved = [
            replace(found, score=found.score + _MENTIONED * _told_itself(library, found, names))
            for found in theirs
        ]
        # "Thời gian ủy quyền … đến hết ngày …": of the same document, and told to nobody.
        beside = [f for f in evidence if f.head == theirs[0].head and _names_none(library, f)]
        return sorted([*moved, *beside], key=lambda found: -found.score)
    best = evidence[0]
    tasks = library.document(best.head.id).tasks
    told = [task for task in tasks if task.clause == best.clause.index]
    # A group may reach the agency though its words do not tell.
    others = told and all(task.role is not Role.GENERAL for task in told)
    return None if others else list(evidence)


def _names_none(library: Library, found: Evidence) -> bool:
    mentions = library.document(found.head.id).mentions
    return all(mention.clause != found.clause.index for mention in mentions)


def _told_itself(library: Library, found: Evidence, names: tuple[str, ...]) -> bool:
    return any(
        task.clause == found.clause.index
        and task.role in (Role.LEAD, Role.JOINT)
        and agency_key(task.agency).startswith(names)
        for task in library.document(found.head.id).tasks
    )


# "Tới mấy giờ": a time of the day, and not so many hours from then on.
_CLOCK_ASKED = re.compile(
    r"(?<!trong )(?<!vong )(?<!sau )may gio(?! dong ho|(?: \w+){0,2} (?:sau|tu) khi )"
)
_CLOCK = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-4]) ?(?:gio|h)(?! (?:ke|tu khi|sau khi|dong ho|lam viec|lien tuc|moi))"
    r"(?: ?\d\d)?(?!\w)"
)
_HOURS_LONG = re.compile(
    r"(?:trong|qua|toi da|them|cham nhat|sau) (?:vong |thoi han )?\d+ ?(?:gio|h)"
)


def with_clock(query: Query, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The evidence with the best that tells a time of the day first, where that is asked for."""
    if _CLOCK_ASKED.search(plain(query.opened)) is None:
        return evidence
    near = [e for e in evidence[:_LOOKED_AT] if e.score >= evidence[0].score - _FAR]
    telling = (e for e in near if _CLOCK.search(_HOURS_LONG.sub(" ", plain(e.clause.text))))
    first = next(telling, None)
    return evidence if first is None else [first, *(e for e in evidence if e is not first)]


def _told(query: Query, deadlines: Sequence[Deadline]) -> list[Deadline]:
    """Without those that say only that something returns, unless it is asked how often it does."""
    if _HOW_OFTEN.search(plain(query.search)):
        return list(deadlines)
    if _CLOCK_ASKED.search(plain(query.opened)):
        deadlines = [one for one in deadlines if not _HOURS_LONG.match(plain(one.text))]
    return [one for one in deadlines if not _RETURNS.fullmatch(plain(one.text))]


def _deadlines(document: Document, clause: Clause) -> list[Deadline]:
    found = [deadline for index, deadline in document.deadlines if index == clause.index]
    if found:
        return found  # a task joins several of them into one: those are here already
    for task in document.tasks:
        if task.clause == clause.index and task.deadline and task.deadline not in found:
            found.append(task.deadline)
    if not found and clause.parent is not None:  # the line that leads over to a list has the day
        leading = document.clauses[clause.parent]
        if leading.text.rstrip().endswith(":"):
            found = [deadline for index, deadline in document.deadlines if index == leading.index]
    return found


def _nearest(
    library: Library, query: Query, clause: Clause, deadlines: list[Deadline]
) -> list[Deadline]:
    """The deadline whose surroundings have most of the question, and those nearly as near; where it
    is asked how long something may take, of those that tell that, if any does."""
    if _HOW_LONG.search(plain(query.search)):
        deadlines = [d for d in deadlines if _LENGTH_OF_TIME.search(plain(d.text))] or deadlines
    words = weigh(library, query.search, query.text)

    def share(deadline: Deadline) -> float:
        at = deadline.start - clause.start
        around = clause.text[max(0, at - _REACH) : at + 40 + len(deadline.text)]
        return words.share(covered(words, around)) + 0.3 * _fits(query, deadline)

    ranked = sorted(deadlines, key=share, reverse=True)
    return [d for d in ranked[:3] if share(d) >= _SECOND * share(ranked[0])]


# "phải trình trước thời điểm nào": the day of the event itself is no such bound.
_BY_WHEN = re.compile(
    r"(?<!\w)(?:truoc (?:thoi diem|ngay|gio|may gio|luc|hom|khi) (?:nao|may)|cham nhat|muon nhat|"
    r"tre nhat|han (?:chot|cuoi|nop|gui)|het han|deadline|by (?:when|what)|no later)(?!\w)"
)
_BOUND = re.compile(r"(?:truoc|cham nhat|muon nhat|khong qua|den het|het|trong)(?!\w)")


def _fits(query: Query, deadline: Deadline) -> int:
    """How many of the things asked for the deadline has: an hour, a day, both ends of a time, how
    long it is, the unit in which it returns, that it is a bound."""
    asked = f"{plain(query.search)} . {plain(query.opened)}"
    text = plain(deadline.text)
    day = _WHICH_DAY.search(asked) is not None and _DAY.search(text) is not None
    hour = _WHICH_HOUR.search(asked) is not None and _HOUR.search(text) is not None
    span = _FROM_TO_WHEN.search(asked) is not None and _SPAN.match(text) is not None
    again = _EVERY.search(asked)
    returns = again is not None and deadline.recurring and again.group(1) in text
    long = _HOW_LONG.search(asked) is not None and _LENGTH_OF_TIME.search(text) is not None
    bound = _BY_WHEN.search(asked) is not None and _BOUND.match(text) is not None
    return sum((hour, day, span, returns, long, bound))


def _ahead(head: Head, deadline: Deadline) -> bool:
    """Whether a calendar knows the day, and it had not passed when the document was written: a
    report tells of days that have."""
    due = deadline.due
    return deadline.recurring or (due is not None and (head.issued is None or due >= head.issued))


def in_words(deadline: Deadline) -> str:
    """A deadline as written, with its exact day where the words do not name it."""
    text = deadline.text[:1].upper() + deadline.text[1:]
    day = deadline.date.strftime("%d/%m/%Y") if deadline.date else ""
    return text if not day or day in text else f"{text} ({day})"
