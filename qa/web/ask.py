"""The tab that answers: a box, the answer, and the document beside it."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

import gradio as gr

from index.empty import check_filters, why_no_clause
from index.filters import Filters
from index.notes import add_feedback, corrections
from index.register import agencies_told
from qa.messages import say
from qa.view.answer import render_answer, render_examples, render_history
from qa.view.chips import render_chips
from qa.view.document import Shown, clause_target, render_viewer
from qa.view.markup import text
from qa.web.desk import Desk, Labels, clicked_on, html, on_click, refuse, told

__all__ = ["build_ask", "open_beside", "shown"]

_KEPT = 30  # questions kept in a session's history
_LONGEST = 60  # characters of a name worth suggesting
_OFFERED = 150  # suggestions of each sort
_NAMES = ("agency", "kind", "issuer", "first", "last")


def open_beside(desk: Desk, clause: str, lang: str) -> str:
    """The document of a clause, as shown beside answers and tasks, at that clause."""
    document_id, index = clause_target(clause)
    return render_viewer(shown(desk, document_id), index, lang)


def shown(desk: Desk, document_id: str) -> Shown:
    """A document with what a page needs beside it."""
    library = desk.library
    return Shown(
        library.document(document_id),
        library.resolve,
        frozenset(corrections(library.store, document_id)),
        library.printed(document_id),
    )


def build_ask(
    desk: Desk, page: gr.Blocks, lang: gr.Radio, labels: Labels, changed: gr.State
) -> None:
    """Put the tab's components and their behaviour on the page."""
    asked = gr.State([])  # questions of this session
    last = gr.State(None)  # token of the last answer
    with gr.Row(elem_classes="cd-split", equal_height=False):
        with gr.Column(scale=6, min_width=320):
            box = gr.Textbox(
                "",
                lines=1, max_lines=1, max_length=1000, autofocus=True, elem_id="cd-question",
                submit_btn=say("ask.submit", "vi"), label=say("ask.label", "vi"),
                placeholder=say("ask.placeholder", "vi"),
            )  # fmt: skip
            labels.add(
                box, label="ask.label", placeholder="ask.placeholder", submit_btn="ask.submit"
            )
            examples = html(value="")
            with gr.Accordion(say("ask.filters", "vi"), open=False) as narrow:
                filters = _filters(labels)
            labels.add(narrow, label="ask.filters")
            chips = html(value="")
            answer = html(value="", elem_id="cd-answer")
            history = html(value="")
        with gr.Column(scale=5, min_width=320, elem_classes="cd-side"):
            viewer = html(value="", elem_id="cd-viewer")

    @told
    def ask(
        question: str,
        agency: str | None,
        kind: str | None,
        issuer: str | None,
        first: str | None,
        last_year: str | None,
        language: str,
        questions: list[str],
        before: str | None,
        request: gr.Request,
    ) -> tuple[object, ...]:
        from qa.answer import answer as find

        if not question.strip():
            refuse(say("ask.empty", language))
        desk.check_pace(request, language)
        where = _where(desk, agency, kind, issuer, first, last_year)
        if said := why_no_clause(desk.library.store, where):
            gr.Warning(text(said), title="chidao", duration=10)
        previous = desk.recent.get(before)
        token = desk.recent.keep(find(desk.library, question, filters=where, previous=previous))
        questions = [*(old for old in questions if old != question), question][-_KEPT:]
        return (
            _render(desk, token, language), token, questions,
            render_history(questions[:-1], language),
        )  # fmt: skip

    @told
    def picked(clicked: str) -> str:
        return clicked_on(clicked, "question")

    @told
    def cite(language: str, clicked: str) -> str:
        return open_beside(desk, clicked_on(clicked, "clause"), language)

    @told
    def more(language: str, token: str | None) -> str:
        return _render(desk, token, language, every=True)

    @told
    def rate(language: str, token: str | None, clicked: str) -> None:
        from qa.present import answer_json

        found = desk.recent.get(token)
        verdict = clicked_on(clicked, "verdict")
        if found is None or verdict not in {"right", "wrong", "missing"}:
            return
        note = clicked_on(clicked, "note").strip()[:500] or None
        add_feedback(desk.library.store, found.question, verdict, answer_json(found), note)
        gr.Info(say("rate.thanks", language), title="chidao", duration=4)

    @told
    def narrowed(*given: Any) -> str:
        *values, language = given
        return render_chips(dict(zip(_NAMES, values, strict=True)), language)

    @told
    def unset(
        agency: str | None,
        kind: str | None,
        issuer: str | None,
        first: str | None,
        last_year: str | None,
        clicked: str,
    ) -> list[str | None]:
        values = (agency, kind, issuer, first, last_year)
        gone = clicked_on(clicked, "filter")
        return [None if name == gone else value for name, value in zip(_NAMES, values, strict=True)]

    @told
    def fill(language: str, questions: list[str]) -> tuple[object, ...]:
        heads = desk.library.heads()
        years = sorted({str(head.issued.year) for head in heads if head.issued})
        names = [name for name, _ in agencies_told(desk.library.store)]
        kinds = sorted({head.kind for head in heads if head.kind})
        issuers = sorted({head.issuer for head in heads if head.issuer})
        choices = [gr.update(choices=among) for among in (names, kinds, issuers, years, years)]
        return (_suggest(desk, language, questions), *choices)

    @told
    def speak(language: str, questions: list[str], token: str | None) -> tuple[str, str, str]:
        return (
            _render(desk, token, language),
            render_history(questions[:-1], language),
            _suggest(desk, language, questions),
        )

    inputs = [box, *filters, lang, asked, last]
    outputs = [answer, last, asked, history]
    # What is asked while another question is being answered is answered next.
    settings: dict[str, Any] = {
        "api_visibility": "private", "show_progress": "minimal", "trigger_mode": "always_last",
    }  # fmt: skip
    box.submit(ask, inputs, outputs, **settings)
    for source in (examples, history):
        on_click(source, "pick", picked, [], box, **settings).then(ask, inputs, outputs, **settings)
    on_click(answer, "cite", cite, [lang], viewer, show_progress="hidden")
    answer.more(more, [lang, last], answer, **settings)
    on_click(answer, "rate", rate, [lang, last], None, **settings)
    for choice in filters:
        choice.change(
            narrowed, [*filters, lang], chips, api_visibility="private", show_progress="hidden"
        )
    on_click(chips, "unset", unset, filters, filters, show_progress="hidden")
    gr.on(
        [page.load, changed.change], fill, [lang, asked], [examples, *filters],
        api_visibility="private", show_progress="hidden",
    )  # fmt: skip
    lang.change(
        speak, [lang, asked, last], [answer, history, examples],
        api_visibility="private", show_progress="hidden",
    )  # fmt: skip


def _render(desk: Desk, token: str | None, lang: str, *, every: bool = False) -> str:
    """The answer held under the token, with the address where Word has it."""
    found = desk.recent.get(token)
    if found is None:
        return ""
    word = f"export/answer.docx?{urlencode({'of': token, 'lang': lang})}"
    return render_answer(found, lang, every=every, word=word)


def _filters(labels: Labels) -> list[gr.Dropdown]:
    """The conditions on agency, kind, issuer and years."""
    boxes = []
    with gr.Row():
        for name in ("agency", "kind", "issuer"):
            boxes.append(gr.Dropdown([], label=say(f"ask.{name}", "vi"), value=None, min_width=180))
            labels.add(boxes[-1], label=f"ask.{name}")
        for name in ("from", "to"):
            boxes.append(gr.Dropdown([], label=say(f"ask.{name}", "vi"), value=None, min_width=90))
            labels.add(boxes[-1], label=f"ask.{name}")
    return boxes


def _where(
    desk: Desk,
    agency: str | None,
    kind: str | None,
    issuer: str | None,
    first: str | None,
    last: str | None,
) -> Filters:
    """The filters that the boxes stand for."""
    filters = Filters(
        agencies=desk.library.body(agency).names if agency else (),
        kind=kind or None,
        issuer=issuer or None,
        issued_from=date(int(first), 1, 1) if first else None,
        issued_to=date(int(last), 12, 31) if last else None,
    )
    check_filters(desk.library.store, filters)
    return filters


def _suggest(desk: Desk, lang: str, asked: list[str]) -> str:
    """Examples, and what the box offers while somebody types: earlier questions come first."""
    names = [name for name, _ in agencies_told(desk.library.store) if len(name) <= _LONGEST]
    numbers = [head.number for head in desk.library.heads() if head.number]
    offered = [
        *reversed(asked),
        *(say("example.tasks", lang, agency=name) for name in names[:_OFFERED]),
        *(say("example.document", lang, number=number) for number in numbers[:_OFFERED]),
    ]
    return render_examples(_examples(names, numbers, lang), dict.fromkeys(offered), lang)


def _examples(names: list[str], numbers: list[str], lang: str) -> list[str]:
    """Questions that the library can answer: about whom it tells most, and its newest document."""
    single = [name for name in names if not name.startswith(("Các ", "Ủy ban nhân dân các"))]
    patterns = ("example.tasks", "example.lead", "example.deadline")
    questions = [
        say(pattern, lang, agency=agency) for pattern, agency in zip(patterns, single, strict=False)
    ]
    return questions + [say("example.document", lang, number=number) for number in numbers[:1]]
