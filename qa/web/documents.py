"""The tab of the library itself: its table, adding and removing, and each document's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import gradio as gr

from index.graph import neighbourhood, whole_web
from index.library import Library
from index.store import Store
from qa.messages import say
from qa.view.citation import file_name
from qa.view.document import render_document
from qa.view.graph import render_web
from qa.view.markup import element
from qa.view.neighbours import render_neighbours
from qa.view.shelf import fitting, render_shelf, render_uploads
from qa.web.ask import shown
from qa.web.corrections import build_corrections
from qa.web.desk import Desk, Labels, clicked_on, html, on_click, refuse, told
from qa.web.uploads import Removed, add_files, remove_document, take_in, undo

__all__ = ["build_documents"]

# Documents on the map: of the library, and cited ones that it does not hold. More is a tangle.
_HELD, _OUTSIDE = 200, 30


def build_documents(
    desk: Desk, page: gr.Blocks, lang: gr.Radio, labels: Labels, changed: gr.State
) -> None:
    """Put the tab's components and their behaviour on the page."""
    opened = gr.State(None)  # id of the document shown, or None
    removed = gr.State(None)
    notice = html(value="", elem_id="cd-notice")
    with gr.Column(visible=True) as listing:
        files = gr.File(
            file_count="multiple", label=say("upload.label", "vi"), height=110, elem_id="cd-files",
        )  # fmt: skip
        labels.add(files, label="upload.label")
        progress = html(value="", elem_id="cd-progress")
        words = gr.Textbox(
            "",
            lines=1, max_lines=1, max_length=200, label=say("shelf.find", "vi"),
            placeholder=say("shelf.find_hint", "vi"), elem_id="cd-find",
        )  # fmt: skip
        labels.add(words, label="shelf.find", placeholder="shelf.find_hint")
        view = gr.Radio(
            _views("vi"), value="list", label=say("web.view", "vi"), elem_id="cd-view",
        )  # fmt: skip
        labels.add(view, label="web.view")
        shelf = html(value="", elem_id="cd-shelf")
        judged = html(value="")
    with gr.Column(visible=False) as single:
        document = html(value="", elem_id="cd-document")
        with gr.Column() as editing:
            build_corrections(desk, opened, lang, labels, changed)
            with gr.Row():
                remove = gr.Button(
                    say("remove.button", "vi"), variant="stop", size="sm", scale=0, min_width=190
                )
            labels.add(remove, value="remove.button")

    @lru_cache(4)  # it takes a second to lay out, and only a change of the library changes it
    def drawn(store: Store, _generation: int, language: str) -> str:
        return render_web(whole_web(store, held=_HELD, outside=_OUTSIDE), language)

    def listed(wanted: str, seen: str, language: str) -> str:
        """The library as a table, or as a map of who cites whom."""
        store = desk.library.store
        if seen == "map":
            return drawn(store, store.generation, language)
        return _shelf(desk.library, wanted, language)

    @told
    def fill(wanted: str, seen: str, language: str, request: gr.Request) -> tuple[object, ...]:
        may = desk.may_edit(request)
        return (
            _judged(desk.library, language) if may else "",
            gr.update(visible=may),
            gr.update(visible=may),
            listed(wanted, seen, language),
        )

    @told
    def find(wanted: str, seen: str, language: str) -> str:
        return listed(wanted, seen, language)

    @told
    def switched(wanted: str, seen: str, language: str) -> tuple[object, str]:
        # The map has a box of its own, which finds without asking the server.
        return gr.update(visible=seen == "list"), listed(wanted, seen, language)

    def speak(language: str) -> object:
        return gr.update(choices=_views(language))

    @told
    def show(language: str, clicked: str) -> tuple[object, ...]:
        document_id = clicked_on(clicked, "document")
        page_of = _page(desk, document_id, language)
        return document_id, page_of, gr.update(visible=False), gr.update(visible=True)

    @told
    def again(document_id: str | None, language: str) -> object:
        # Nothing open: perhaps one is just being opened, which must not be wiped away.
        return _page(desk, document_id, language) if document_id else gr.skip()

    @told
    def back(wanted: str, seen: str, language: str) -> tuple[object, ...]:
        return (
            None, "", gr.update(visible=True), gr.update(visible=False),
            listed(wanted, seen, language),
        )  # fmt: skip

    @told
    def upload(
        paths: list[str] | None, seen: str, language: str, request: gr.Request
    ) -> Iterator[tuple[object, ...]]:
        desk.check_editor(request, language)
        yield from _upload(
            desk, [Path(path) for path in paths or []], language, lambda: listed("", seen, language)
        )

    @told
    def take_out(
        document_id: str | None, wanted: str, seen: str, language: str, request: gr.Request
    ) -> tuple[object, ...]:
        desk.check_editor(request, language)
        if document_id is None:
            refuse(say("shelf.none", language))
        gone, count = remove_document(desk.library, str(document_id))
        told_so = element(
            "p",
            say("remove.done", language, name=file_name(gone[0]), count=count),
            " ",
            element(
                "button",
                say("remove.undo", language),
                type="button",
                data_event="undo",
                class_="cd-quiet",
            ),
            class_="cd-count",
            role="status",
        )
        return (
            gone, told_so, None, "", gr.update(visible=True), gr.update(visible=False),
            listed(wanted, seen, language),
        )  # fmt: skip

    @told
    def put_back(
        gone: Removed | None, wanted: str, seen: str, language: str, request: gr.Request
    ) -> tuple[object, ...]:
        desk.check_editor(request, language)
        if gone is None:
            return None, "", listed(wanted, seen, language)
        undo(desk.library, gone)
        said = say("remove.undone", language, name=file_name(gone[0]))
        notice_of = element("p", said, class_="cd-count", role="status")
        return None, notice_of, listed(wanted, seen, language)

    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    switch = [listing, single]
    page.load(fill, [words, view, lang], [judged, files, editing, shelf], **quiet)
    lang.change(find, [words, view, lang], shelf, **quiet)
    lang.change(speak, lang, view, **quiet)
    view.input(
        switched, [words, view, lang], [words, shelf], trigger_mode="always_last",
        api_visibility="private", show_progress="minimal",
    )  # fmt: skip
    gr.on([lang.change, changed.change], again, [opened, lang], document, **quiet)
    gr.on(
        [words.submit, words.input], find, [words, view, lang], shelf,
        trigger_mode="always_last", **quiet,
    )  # fmt: skip
    for source in (shelf, document):
        on_click(source, "show", show, [lang], [opened, document, *switch], show_progress="hidden")
    document.back(
        back,
        [words, view, lang],
        [opened, document, *switch, shelf],
        trigger_mode="always_last",
        **quiet,
    )
    # Files dropped while others are being read wait for their turn.
    files.upload(
        upload, [files, view, lang], [progress, files, shelf], concurrency_limit=1,
        trigger_mode="multiple", **quiet,
    ).then(desk.generation, None, changed, **quiet)  # fmt: skip
    remove.click(
        take_out,
        [opened, words, view, lang],
        [removed, notice, opened, document, *switch, shelf],
        **quiet,
    ).then(desk.generation, None, changed, **quiet)
    notice.undo(put_back, [removed, words, view, lang], [removed, notice, shelf], **quiet).then(
        desk.generation, None, changed, **quiet
    )


def _views(lang: str) -> list[tuple[str, str]]:
    return [(say(f"web.view.{seen}", lang), seen) for seen in ("list", "map")]


def _page(desk: Desk, document_id: str, lang: str) -> str:
    """A document's own page, with what stands around it."""
    library = desk.library
    web = neighbourhood(library.store, library.find(document_id))
    return render_document(
        shown(desk, document_id), lang, render_neighbours(web, document_id, lang)
    )


def _shelf(library: Library, words: str, lang: str) -> str:
    heads = library.heads()
    found = fitting(heads, words) if words.strip() else heads
    counts = {
        document: (clauses, problems)
        for document, clauses, problems in library.store.rows(
            "SELECT d.document, (SELECT count(*) FROM clauses c WHERE c.document = d.document),"
            " (SELECT count(*) FROM problems p WHERE p.document = d.document) FROM documents d"
        )
    }
    return render_shelf(found, counts, lang, searched=bool(words.strip()))


def _judged(library: Library, lang: str) -> str:
    """Where editors download what people said of answers."""
    count = library.store.rows("SELECT count(*) FROM feedback")[0][0]
    if not count:
        return ""
    words = say("shelf.judged", lang, count=count)
    link = element("a", words, href="export/questions.jsonl", download=True)
    return element("p", link, class_="cd-count cd-judged")


def _upload(
    desk: Desk, paths: list[Path], lang: str, listed: Callable[[], str]
) -> Iterator[tuple[object, ...]]:
    """Progress, the emptied box, and the library as `listed`, again and again while files are
    read."""
    limit = desk.upload_megabytes
    for path in paths:
        if path.stat().st_size > limit * 2**20:
            refuse(say("upload.too_large", lang, name=path.name, limit=limit))
    stay = gr.skip()
    for uploads, (stage, done, total), report in add_files(
        desk.library, take_in(desk.library, paths)
    ):
        if report is None:
            now = say(f"stage.{stage}", lang)
            words = say("upload.stage", lang, stage=now, done=done, total=total)
            yield render_uploads(uploads, words, lang), stay, stay
            continue
        failed = sum(upload.failed for upload in uploads)
        words = say("upload.done", lang, added=report.added, updated=report.updated, failed=failed)
        yield render_uploads(uploads, words, lang), None, listed()
