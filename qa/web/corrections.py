"""Putting a wrong header field right by hand; the correction survives reading the file again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import gradio as gr

from corpus.errors import UsageError
from index.notes import correct, undo_correction
from qa.messages import say
from qa.view.markup import day
from qa.web.desk import Desk, Labels, told

__all__ = ["build_corrections", "value_of"]

_FIELDS = (
    "number",
    "kind",
    "title",
    "issuer",
    "superior",
    "place",
    "issued",
    "addressees",
    "recipients",
)
_LISTS = {"addressees", "recipients"}
_WAIT = 30.0  # seconds to wait for another writer


def value_of(field: str, words: str) -> object:
    """What was typed as the store takes it: an ISO day, a list, text, or None for not stated.

    Raises:
        UsageError: a day is not one.
    """
    typed = words.strip()
    if not typed:
        return [] if field in _LISTS else None
    if field in _LISTS:
        return [part.strip() for part in typed.split(";") if part.strip()]
    if field == "issued":
        return _iso(typed)
    return typed


def _iso(typed: str) -> str:
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(typed, form).date().isoformat()  # noqa: DTZ007 - a day only
        except ValueError:
            continue
    raise UsageError(f"“{typed}” không phải ngày. {say('correct.date_hint')}")


def _typed(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return day(value) or ""
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value)


def build_corrections(
    desk: Desk, opened: gr.State, lang: gr.Radio, labels: Labels, changed: gr.State
) -> None:
    """The form in which a field of the header of the opened document is put right."""
    with gr.Accordion(say("correct.heading", "vi"), open=False) as form:
        with gr.Row():
            field = gr.Dropdown(
                _choices("vi"), value="number", label=say("correct.field", "vi"), scale=1,
                filterable=False,
            )  # fmt: skip
            value = gr.Textbox(
                "",
                lines=1, max_lines=4, max_length=2000, label=say("correct.value", "vi"), scale=3,
                elem_id="cd-correct-value",
            )  # fmt: skip
        with gr.Row():
            save = gr.Button(
                say("correct.save", "vi"), variant="primary", size="sm", scale=0, min_width=120
            )
            reset = gr.Button(say("correct.undo", "vi"), size="sm", scale=0, min_width=190)
    labels.add(form, label="correct.heading")
    labels.add(field, label="correct.field")
    labels.add(value, label="correct.value")
    labels.add(save, value="correct.save")
    labels.add(reset, value="correct.undo")

    @told
    def present(document_id: str | None, name: str) -> str:
        if document_id is None:
            return ""
        return _typed(getattr(desk.library.document(document_id).header, name))

    @told
    def keep(
        document_id: str | None, name: str, words: str, language: str, request: gr.Request
    ) -> None:
        desk.check_editor(request, language)
        if document_id is None:
            return
        with desk.library.writing(_WAIT):
            correct(desk.library.store, document_id, name, value_of(name, words))
        gr.Info(say("correct.saved", language), title="chidao", duration=4)

    @told
    def forget(document_id: str | None, name: str, language: str, request: gr.Request) -> None:
        desk.check_editor(request, language)
        if document_id is None:
            return
        with desk.library.writing(_WAIT):
            undo_correction(desk.library.store, document_id, name)

    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    opened.change(present, [opened, field], value, **quiet)
    field.change(present, [opened, field], value, **quiet)
    lang.change(lambda language: gr.update(choices=_choices(language)), lang, field, **quiet)
    save.click(keep, [opened, field, value, lang], None, **quiet).success(
        desk.generation, None, changed, **quiet
    )
    reset.click(forget, [opened, field, lang], None, **quiet).success(
        present, [opened, field], value, **quiet
    ).then(desk.generation, None, changed, **quiet)


def _choices(lang: str) -> list[tuple[str, str]]:
    return [(say(f"field.{name}", lang), name) for name in _FIELDS]
