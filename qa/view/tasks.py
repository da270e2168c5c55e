"""An agency's dossier as the page shows it: counts, then every task by document or by due day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from urllib.parse import urlencode

from corpus.document import Role
from index.bodies import Body
from index.register import Entry
from index.rows import key
from qa.messages import say
from qa.repeats import Repeat, repeat_line
from qa.view.citation import clause_id, official, render_badges, render_head
from qa.view.markup import Html, day, element, join, marked

__all__ = [
    "FORMATS",
    "deadline_span",
    "render_dossier",
    "render_downloads",
    "render_repeats",
    "render_summary",
    "told_to",
]

FORMATS = ("xlsx", "docx", "csv", "ics")
_SHOWN = 400  # tasks put on the page; the files hold all

# When something is due, in the order of urgency.
_PERIODS = ("past", "week", "month", "later", "recurring", "undated", "none")


def render_dossier(
    body: Body | None,
    entries: Sequence[Entry],
    lang: str,
    *,
    by_due: bool,
    today: date,
    query: dict[str, str],
) -> Html:
    """All that a body (without one: everybody) is told. `query` is what the downloads ask for, as
    in the page's filters."""
    if not entries:
        return element("p", say("tasks.none", lang), class_="cd-empty", role="status")
    shown = entries[:_SHOWN]
    groups = _by_due(body, shown, today, lang) if by_due else _by_document(body, shown, lang)
    cut = (
        say("ask.shown", lang, shown=len(shown), count=len(entries))
        if len(shown) < len(entries)
        else ""
    )
    return element(
        "div", render_summary(body, entries, lang, query), *groups,
        element("p", cut, class_="cd-more") if cut else "",
        class_="cd-dossier",
    )  # fmt: skip


def render_repeats(body: Body, pairs: Sequence[Repeat], lang: str) -> Html:
    """What a body is told in two documents: each pair side by side, the earlier first."""
    said = say("repeats.count", lang, count=len(pairs)) if pairs else say("repeats.none", lang)
    return element(
        "div",
        element(
            "div",
            _named(body, lang),
            element("p", said, class_="cd-counts", role="status"),
            class_="cd-summary",
        ),
        *(
            element(
                "section",
                element("header", element("h3", repeat_line(pair, lang))),
                element(
                    "ol",
                    *(_task(body, entry, lang, named=True) for entry in (pair.earlier, pair.later)),
                ),
                class_="cd-source cd-pair",
            )
            for pair in pairs[:_SHOWN]
        ),
        class_="cd-dossier",
    )


def render_summary(
    body: Body | None, entries: Sequence[Entry], lang: str, query: dict[str, str]
) -> Html:
    """Who it is, how many tasks in which roles, and the files that hold them."""
    roles = Counter(entry.task.role for entry in entries)
    documents = len({entry.head.id for entry in entries})
    dated = sum(entry.task.deadline is not None for entry in entries)
    counts: list[object] = [
        element("strong", say("tasks.total", lang, count=len(entries), documents=documents))
    ]
    counts += [
        element(
            "span", f"{say(f'role.{role}', lang)}: {roles[role]}", class_=f"cd-badge cd-role-{role}"
        )
        for role in Role
        if roles[role]
    ]
    if dated:
        counts.append(
            element("span", say("tasks.with_deadline", lang, count=dated), class_="cd-badge cd-due")
        )
    parts: list[object] = [
        _named(body, lang),
        element("p", join(counts, " "), class_="cd-counts", role="status"),
        render_downloads(query, lang),
    ]
    told = {key(entry.task.agency) for entry in entries}
    earlier = [old for old in body.predecessors if key(old.predecessor) in told] if body else []
    if earlier:
        names = "; ".join(
            say("tasks.since", lang, agency=old.predecessor, day=day(old.since)) for old in earlier
        )
        parts.append(
            element("p", say("tasks.predecessors", lang, agencies=names), class_="cd-note-line")
        )
    return element("div", *parts, class_="cd-summary")


def render_downloads(query: dict[str, str], lang: str) -> Html:
    """The files that hold the tasks of the query, by format."""
    links = [
        element(
            "a",
            say(f"format.{form}", lang),
            download=True,
            href=f"export/tasks.{form}?{urlencode(query)}",
        )
        for form in FORMATS
    ]
    return element("p", say("tasks.download", lang), " ", join(links, " "), class_="cd-downloads")


def _named(body: Body | None, lang: str) -> Html:
    """Whose tasks these are, and the way back to all agencies."""
    if body is None:
        return element("h2", say("overview.all", lang))
    back = element(
        "button", f"← {say('overview.all', lang)}", type="button", class_="cd-quiet",
        data_event="choose", data_agency="",
    )  # fmt: skip
    return element("div", element("h2", body.name), back, class_="cd-named")


def _by_document(body: Body | None, entries: Iterable[Entry], lang: str) -> list[Html]:
    return [
        element(
            "section",
            render_head(tasks[0].head, lang),
            element("ol", *(_task(body, entry, lang) for entry in tasks)),
            class_="cd-source",
        )
        for _, group in groupby(entries, key=lambda entry: entry.head.id)
        for tasks in [list(group)]
    ]


def _by_due(body: Body | None, entries: Iterable[Entry], today: date, lang: str) -> list[Html]:
    periods: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        periods[_period(entry, today)].append(entry)
    return [
        element(
            "section",
            element(
                "header", element("h3", say(f"due.{period}", lang), f" ({len(periods[period])})")
            ),
            element("ol", *(_task(body, entry, lang, named=True) for entry in periods[period])),
            class_=f"cd-source cd-period-{period}",
        )
        for period in _PERIODS
        if periods[period]
    ]


def _period(entry: Entry, today: date) -> str:
    deadline = entry.task.deadline
    if deadline is None:
        return "none"
    if deadline.recurring:
        return "recurring"
    if deadline.due is None:
        return "undated"
    if deadline.due < today:
        return "past"
    for days, period in ((7, "week"), (30, "month")):
        if deadline.due <= today + timedelta(days=days):
            return period
    return "later"


def _task(body: Body | None, entry: Entry, lang: str, *, named: bool = False) -> Html:
    task, clause = entry.task, entry.clause
    facts: list[object] = [element("span", clause.locator, class_="cd-locator")]
    if named:
        facts.insert(0, element("span", official(entry.head, "", lang), class_="cd-of"))
    facts.append(render_badges(task.role, [task.deadline], lang))
    facts.append(told_to(body, entry, lang))
    if task.together_with:
        others = "; ".join(task.together_with)
        how = "card.helping" if task.role is Role.SUPPORT else "card.with"
        facts.append(element("span", say(how, lang, agencies=others), class_="cd-with"))
    opener = element(
        "button", say("card.open", lang), type="button", class_="cd-quiet",
        data_event="cite", data_clause=clause_id(entry.head.id, clause.index),
    )  # fmt: skip
    return element(
        "li",
        element("p", *facts, element("span", opener, class_="cd-tools"), class_="cd-top"),
        element("blockquote", marked(clause.text, deadline_span(entry))),
        class_="cd-card",
    )


def told_to(body: Body | None, entry: Entry, lang: str) -> Html:
    """Whom a task is told to, where it is not the body whose list it stands in."""
    task = entry.task
    if body is not None and key(task.agency) == key(body.name):
        return Html("")
    kind = "card.formerly" if body is None or task.role is Role.GENERAL else "tasks.predecessor"
    return element("span", say(kind, lang, agency=task.agency), class_="cd-badge")


def deadline_span(entry: Entry) -> list[tuple[int, int]]:
    """Where the deadline stands in the quote, if it stands in this clause."""
    deadline, clause = entry.task.deadline, entry.clause
    if deadline is None or not clause.start <= deadline.start < deadline.end <= clause.end:
        return []
    return [(deadline.start - clause.start, deadline.end - clause.start)]
