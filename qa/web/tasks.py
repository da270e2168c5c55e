"""The tab that lists everything an agency was told to do."""

from __future__ import annotations

from functools import cache
from typing import Any

import gradio as gr

from corpus.agencies import default_registry
from corpus.document import Role
from corpus.errors import UsageError
from index.register import TaskFilters, agencies_told
from qa.due import SOON, When, by_clause, days_meant, dossier_due, overview_due, today
from qa.messages import say
from qa.repeats import repeats
from qa.timeline import timeline
from qa.view.markup import element
from qa.view.overview import render_overview
from qa.view.tasks import render_dossier, render_repeats
from qa.view.timeline import render_timeline
from qa.web.ask import open_beside
from qa.web.desk import Desk, Labels, clicked_on, html, on_click, told

__all__ = ["build_tasks"]


def build_tasks(
    desk: Desk, page: gr.Blocks, lang: gr.Radio, labels: Labels, changed: gr.State
) -> None:
    """Put the tab's components and their behaviour on the page."""
    with gr.Row(elem_classes="cd-controls"):
        agency = gr.Dropdown(
            [], value=None, allow_custom_value=True, scale=5, min_width=240,
            label=say("tasks.agency", "vi"), info=say("tasks.agency_hint", "vi"),
            elem_id="cd-agency",
        )  # fmt: skip
        labels.add(agency, label="tasks.agency", info="tasks.agency_hint")
        words = gr.Textbox(
            "",
            lines=1, max_lines=1, max_length=200, label=say("tasks.words", "vi"), scale=3,
            min_width=160, elem_id="cd-words",
        )  # fmt: skip
        labels.add(words, label="tasks.words")
        group = gr.Radio(
            _groups("vi"), value="document", label=say("tasks.group", "vi"), scale=6, min_width=280,
            elem_id="cd-group",
        )  # fmt: skip
        labels.add(group, label="tasks.group")
        when = gr.Radio(
            _whens("vi"), value=When.ANY.value, label=say("tasks.when", "vi"), scale=4,
            min_width=200, elem_id="cd-when",
        )  # fmt: skip
        labels.add(when, label="tasks.when")
        within = gr.Textbox(
            "",
            lines=1, max_lines=1, max_length=80, label=say("tasks.within", "vi"), scale=3,
            min_width=170, placeholder=say("tasks.within_hint", "vi"), elem_id="cd-within",
        )  # fmt: skip
        labels.add(within, label="tasks.within", placeholder="tasks.within_hint")
        roles = gr.CheckboxGroup(
            _roles("vi"), value=[], label=say("tasks.roles", "vi"), scale=5, min_width=260,
            elem_id="cd-roles",
        )  # fmt: skip
        labels.add(roles, label="tasks.roles")
    with gr.Row(elem_classes="cd-split", equal_height=False):
        with gr.Column(scale=6, min_width=320):
            dossier = html(value="", elem_id="cd-dossier")
        with gr.Column(scale=5, min_width=320, elem_classes="cd-side"):
            viewer = html(value="", elem_id="cd-tasks-viewer")

    def listed(
        name: str | None,
        wanted: str,
        grouped: str,
        due: str,
        days: str,
        only: list[str],
        language: str,
    ) -> str:
        first, last = days_meant(days)
        filters = TaskFilters(
            roles=tuple(Role(role) for role in only),
            words=wanted.strip() or None,
            due_from=first,
            due_to=last,
        )
        day = today()
        query = {"words": wanted.strip(), "roles": ",".join(only), "within": days.strip()}
        query["due"] = "" if due == When.ANY else due
        query["group"] = grouped if grouped in ("due", "time") else ""
        query = {key: value for key, value in query.items() if value}
        if not name or not name.strip():
            if grouped in ("document", "repeats"):
                found = overview_due(desk.library, filters, When(due), day)
                compare = grouped == "repeats"  # of one body only: of all there is no end
                return render_overview(found, language, query=query, compare=compare)
            body = None
        else:
            body = desk.library.body(name)
            query["agency"] = body.name
        by_due = grouped == "due"
        entries = dossier_due(desk.library, body, filters, When(due), day, by_due_date=by_due)
        if body is None:
            entries = by_clause(entry for entry in entries if entry.task.deadline)
        elif grouped == "repeats":
            return render_repeats(body, repeats(desk.library, entries), language)
        if grouped == "time":
            return render_timeline(body, entries, timeline(entries, day), language, query=query)
        return render_dossier(body, entries, language, by_due=by_due, today=day, query=query)

    @told
    def show(*choices: Any) -> str:
        try:
            return listed(*choices)
        except UsageError as error:  # in place of a list that answers another question
            return element("p", str(error), class_="cd-empty", role="alert")

    def choose(clicked: str) -> str | None:
        return clicked_on(clicked, "agency") or None

    @told
    def cite(language: str, clicked: str) -> str:
        return open_beside(desk, clicked_on(clicked, "clause"), language)

    @told
    def fill() -> object:
        told_most = agencies_told(desk.library.store)
        return gr.update(choices=[(_choice(name, count), name) for name, count in told_most])

    def speak(language: str) -> tuple[object, ...]:
        return tuple(gr.update(choices=of(language)) for of in (_groups, _whens, _roles))

    inputs = [agency, words, group, when, within, roles, lang]
    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    # One event for all, so that the list is never of a choice that another has overtaken.
    gr.on(
        [
            *(choice.input for choice in (agency, group, when, roles)),
            *(event for box in (words, within) for event in (box.submit, box.blur)),
        ],
        show, inputs, dossier, trigger_mode="always_last", api_visibility="private",
        show_progress="minimal",
    )  # fmt: skip
    on_click(dossier, "choose", choose, [], agency, show_progress="hidden").then(
        show, inputs, dossier, **quiet
    )
    on_click(dossier, "cite", cite, [lang], viewer, show_progress="hidden")
    gr.on([page.load, changed.change], fill, None, agency, **quiet).then(
        show, inputs, dossier, **quiet
    )
    lang.change(speak, lang, [group, when, roles], **quiet).then(show, inputs, dossier, **quiet)


def _choice(name: str, count: int) -> str:
    """How the box lists an agency: with its abbreviation, which finds it, too."""
    short = _short_names().get(name)
    return f"{name} – {short} ({count})" if short else f"{name} ({count})"


@cache
def _short_names() -> dict[str, str]:
    return {one.name: one.short[0] for one in default_registry().agencies if one.short}


def _groups(lang: str) -> list[tuple[str, str]]:
    return [
        (say("tasks.by_document", lang), "document"),
        (say("tasks.by_due", lang), "due"),
        (say("tasks.repeats", lang), "repeats"),
        (say("tasks.by_time", lang), "time"),
    ]


def _whens(lang: str) -> list[tuple[str, str]]:
    return [(say(f"when.{when}", lang, days=SOON), when.value) for when in When]


def _roles(lang: str) -> list[tuple[str, str]]:
    return [(say(f"role.{role}", lang), role.value) for role in Role]
