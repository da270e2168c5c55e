"""Deadlines along a line of time: what is overdue folded away, today marked, what comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from index.bodies import Body
from index.register import Entry
from qa.messages import say
from qa.timeline import Due, Stretch, Timeline
from qa.view.citation import clause_id, official, render_badges
from qa.view.markup import Html, day, element, join, marked
from qa.view.tasks import deadline_span, render_summary, told_to

__all__ = ["render_timeline"]

_QUOTED = 200  # characters of a task's words
_COUNTED = 60  # days ahead that are counted one by one
_SHOWN = 1000  # deadlines put on the page; the files hold all


def render_timeline(
    body: Body | None, entries: Sequence[Entry], time: Timeline, lang: str, *, query: dict[str, str]
) -> Html:
    """What a body (without one: everybody) must do by when. `time` holds the `entries`; `query` is
    for the downloads."""
    if not entries:
        return element("p", say("tasks.none", lang), class_="cd-empty", role="status")
    parts: list[object] = [render_summary(body, entries, lang, query)]
    if time.past or time.coming:
        parts += [_axis(time, lang), *_line(body, time, lang)]
    elif not (time.recurring or time.undated):
        parts.append(element("p", say("time.none", lang), class_="cd-empty"))
    for name, lane in (("recurring", time.recurring), ("undated", time.undated)):
        if lane:
            parts.append(_lane(body, name, lane, lang))
    if time.silent:
        said = say("time.silent", lang, count=time.silent)
        parts.append(element("p", said, class_="cd-note-line"))
    return element("div", *parts, class_="cd-dossier cd-time")


def _axis(time: Timeline, lang: str) -> Html:
    """The whole line at a glance: a column for each stretch, as high as much is due in it."""
    most = max(len(stretch.dues) for stretch in (*time.past, *time.coming))
    columns: list[Html] = []
    for stretches, past in ((time.past, True), (time.coming, False)):
        before = None if past else time.today
        for stretch in stretches:
            gap = _gap(before, stretch, time) > 0
            columns.append(_column(stretch, most, time, lang, past=past, gap=gap))
            before = stretch.last
    now = element("li", element("span", say("time.now", lang)), class_="cd-now")
    columns.insert(len(time.past), now)
    return element(
        "nav",
        element("ol", *columns),
        class_="cd-axis",
        aria_label=say("time.axis", lang),
    )


def _column(
    stretch: Stretch, most: int, time: Timeline, lang: str, *, past: bool, gap: bool
) -> Html:
    count = len(stretch.dues)
    words = say(
        "time.jump_past" if past else "time.jump",
        lang, name=_name(stretch, time, lang), count=count,
    )  # fmt: skip
    height = max(4, round(44 * count / most))
    return element(
        "li",
        element(
            "a",
            element("span", count, class_="cd-many"),
            element("span", class_="cd-col", style=f"height:{height}px"),
            element("span", _short_name(stretch, time)),
            href="#", data_jump=_place(stretch, past=past), aria_label=words, title=words,
        ),
        class_=" ".join(["cd-over"] * past + ["cd-after-gap"] * gap) or None,
    )  # fmt: skip


def _line(body: Body | None, time: Timeline, lang: str) -> list[Html]:
    """The overdue, folded away unless nothing else is there; today; what comes."""
    parts: list[Html] = []
    count = sum(len(stretch.dues) for stretch in time.past)
    if count:
        parts.append(
            element(
                "details",
                element("summary", "⚠ ", say("time.past", lang, count=count)),
                element("p", say("time.past_note", lang), class_="cd-note-line"),
                element("ol", *_stretches(body, time.past, time, lang, past=True)),
                class_="cd-gone",
                open=not time.coming,
            )
        )
    today = say("time.today", lang, day=day(time.today))
    parts.append(element("p", element("span", today), class_="cd-today"))
    if time.coming:
        parts.append(
            element(
                "ol", *_stretches(body, time.coming, time, lang, past=False), class_="cd-coming"
            )
        )
    else:
        parts.append(element("p", say("time.nothing_coming", lang), class_="cd-note-line"))
    return parts


def _stretches(
    body: Body | None, stretches: Iterable[Stretch], time: Timeline, lang: str, *, past: bool
) -> Iterable[Html]:
    """A heading and its days for each stretch; a long empty time between two is told."""
    left = _SHOWN
    before = None if past else time.today
    for stretch in stretches:
        if (months := _gap(before, stretch, time)) > 0:
            gap = say("time.gap", lang, months=months)
            yield element("li", element("span", gap), class_="cd-gap")
        before = stretch.last
        dues = stretch.dues[:left]
        left -= len(dues)
        cut = ""
        if len(dues) < len(stretch.dues):
            cut = say("ask.shown", lang, shown=len(dues), count=len(stretch.dues))
        yield element(
            "li",
            element(
                "h3",
                _name(stretch, time, lang),
                " ",
                element("span", say("time.count", lang, count=len(stretch.dues))),
                id=_place(stretch, past=past),
                tabindex=-1,
            ),
            element(
                "ol",
                *(
                    _day(body, last, list(group), time.today, lang)
                    for last, group in groupby(dues, lambda due: due.last)
                ),
            ),
            element("p", cut, class_="cd-more") if cut else "",
            class_="cd-stretch",
        )


def _gap(before: date | None, stretch: Stretch, time: Timeline) -> int:
    """Whole months in which nothing is due; weeks lie close together, so theirs are not told."""
    if before is None or time.weekly:
        return 0
    return _months(stretch.first) - _months(before) - 1


def _months(day_of: date) -> int:
    return day_of.year * 12 + day_of.month


def _day(body: Body | None, last: date, dues: Sequence[Due], today: date, lang: str) -> Html:
    """A point on the line with all that falls due on it."""
    days = (last - today).days
    far = ""
    if days < 0:
        far = say("time.ago", lang, days=-days)
    elif days == 0:
        far = say("time.now", lang)
    elif days <= _COUNTED:
        far = say("time.left", lang, days=days)
    return element(
        "li",
        element(
            "p",
            element("time", day(last), datetime=last.isoformat()),
            element("span", far, class_="cd-far") if far else "",
            class_="cd-when",
        ),
        element("ol", *(_item(body, due.entry, lang, _span(due, today, lang)) for due in dues)),
        class_="cd-point cd-over" if days < 0 else "cd-point",
    )


def _span(due: Due, today: date, lang: str) -> Html:
    """The span that the words name, as a bar on which today stands."""
    if due.first is None:
        return Html("")
    days = (due.last - due.first).days + 1
    gone = min(max((today - due.first).days, 0), days) / days
    bar = element("span", element("span", style=f"width:{gone:.0%}"), class_="cd-bar-of")
    words = say("time.span", lang, first=day(due.first), last=day(due.last))
    return element("span", bar, " ", words, class_="cd-span")


def _lane(body: Body | None, name: str, entries: Sequence[Entry], lang: str) -> Html:
    """What has no place on the line: it comes again, or its day is not told."""
    return element(
        "section",
        element("h3", say(f"time.{name}", lang, count=len(entries))),
        element("ol", *(_item(body, entry, lang) for entry in entries[:_SHOWN])),
        class_=f"cd-lane cd-lane-{name}",
    )


def _item(body: Body | None, entry: Entry, lang: str, span: object = "") -> Html:
    """One deadline: its words, who acts how, a short quote, and where it stands."""
    task, clause = entry.task, entry.clause
    opener = element(
        "button", say("card.open", lang), type="button", class_="cd-quiet",
        data_event="cite", data_clause=clause_id(entry.head.id, clause.index),
    )  # fmt: skip
    return element(
        "li",
        element(
            "p",
            render_badges(task.role, [task.deadline], lang),
            told_to(body, entry, lang),
            span,
            class_="cd-top",
        ),
        element("blockquote", _quote(entry)),
        element(
            "p",
            element("span", official(entry.head, "", lang), class_="cd-of"),
            element("span", clause.locator, class_="cd-locator") if clause.locator else "",
            element("span", opener, class_="cd-tools"),
            class_="cd-top",
        ),
        class_="cd-card",
    )


def _quote(entry: Entry) -> Html:
    """The opening of the clause and, where it is part of it, the deadline, marked."""
    words, spans = entry.clause.text, deadline_span(entry)
    if len(words) <= _QUOTED:
        return marked(words, spans)
    if not spans or spans[0][1] <= _QUOTED:
        end = max((end for _, end in spans), default=0)
        cut = max(words.rfind(" ", 0, _QUOTED), end)
        return join([marked(words[:cut], spans), "…"])
    ((start, end),) = spans
    opening = words[: _QUOTED // 2].rsplit(" ", 1)[0]
    before = max(words.find(" ", start - _QUOTED // 4, start) + 1, len(opening))
    shown = marked(words[before:end], [(start - before, end - before)])
    return join([opening, " … ", shown, "…" if end < len(words) else ""])


def _place(stretch: Stretch, *, past: bool) -> str:
    """The id of a stretch's heading."""
    return f"cd-{'past' if past else 'due'}-{stretch.first.isoformat()}"


def _name(stretch: Stretch, time: Timeline, lang: str) -> str:
    if time.weekly:
        return say("time.week", lang, first=day(stretch.first), last=day(stretch.last))
    return say("time.month", lang, month=stretch.first.month, year=stretch.first.year)


def _short_name(stretch: Stretch, time: Timeline) -> str:
    first = stretch.first
    return f"{first.day}/{first.month}" if time.weekly else f"{first.month}/{first.year}"
