"""All agencies as the task tab shows them before one is chosen: how much each is told, by when."""

from __future__ import annotations

from collections.abc import Sequence

from index.register import Told
from qa.due import SOON
from qa.messages import say
from qa.view.markup import Html, element
from qa.view.tasks import render_downloads

__all__ = ["render_overview"]

_SHOWN = 300  # agencies listed at once; the box above finds any other


def render_overview(
    found: Sequence[Told], lang: str, *, query: dict[str, str], compare: bool = False
) -> Html:
    """The table; a click on a name chooses it. `query` is as for `render_dossier`; `compare` says
    that what an agency was told twice is asked for, which needs one to be chosen."""
    if not found:
        return element("p", say("tasks.none", lang), class_="cd-empty", role="status")
    shown = found[:_SHOWN]
    count = (
        say("overview.count", lang, count=len(found))
        if len(shown) == len(found)
        else say("overview.shown", lang, shown=len(shown), count=len(found))
    )
    names = [
        say("field.agency", lang), say("overview.tasks", lang), say("overview.dated", lang),
        say("when.past", lang), say("when.soon", lang, days=SOON),
    ]  # fmt: skip
    return element(
        "div",
        element(
            "div",
            element("h2", say("overview.all", lang)),
            element("p", say("repeats.choose", lang), class_="cd-notice") if compare else "",
            element("p", count, " ", say("tasks.choose", lang), class_="cd-counts", role="status"),
            element("p", say("overview.named", lang), class_="cd-note-line"),
            render_downloads(query, lang),
            class_="cd-summary",
        ),
        element(
            "table",
            element("thead", element("tr", *(element("th", name, scope="col") for name in names))),
            element("tbody", *(_row(told, names) for told in shown)),
            class_="cd-table cd-overview",
        ),
        class_="cd-dossier",
    )


def _row(told: Told, names: Sequence[str]) -> Html:
    chooser = element(
        "button", told.agency, type="button", data_event="choose", data_agency=told.agency
    )
    past = element("span", told.past, class_="cd-badge cd-role-lead") if told.past else ""
    soon = element("span", told.soon, class_="cd-badge cd-role-joint") if told.soon else ""
    cells = [chooser, told.tasks, told.dated or "", past, soon]
    return element(
        "tr",
        *(element("td", cell, data_name=name) for cell, name in zip(cells, names, strict=True)),
    )
