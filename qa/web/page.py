"""The page as a whole: its head, its tabs, and the switch of language."""

from __future__ import annotations

from typing import Any

import gradio as gr

from qa.messages import say
from qa.view.markup import asset, element
from qa.web.ask import build_ask
from qa.web.desk import Desk, Labels, told
from qa.web.documents import build_documents
from qa.web.tasks import build_tasks

__all__ = ["build_page", "head", "theme"]

_ACCENT = (  # from the lightest to the darkest
    "#eef5fa", "#dceaf4", "#bad5e8", "#8ebbd9", "#4f93c2", "#1d6da6", "#12507b", "#0f4468",
    "#0c3754", "#0a2c43", "#071f30",
)  # fmt: skip
_SYSTEM_FONTS = ("Segoe UI", "system-ui", "-apple-system", "Noto Sans", "Arial", "sans-serif")
# Seconds: how often Gradio looks for uploads it still holds copies of, and how old they may be.
_FORGOTTEN = (3600, 7200)
_MONO_FONTS = ("Consolas", "ui-monospace", "monospace")


def theme() -> gr.themes.Base:
    """Quiet colours, and only fonts that the reader's own machine has."""
    fonts = [gr.themes.Font(name) for name in _SYSTEM_FONTS]
    mono = [gr.themes.Font(name) for name in _MONO_FONTS]
    return gr.themes.Base(
        primary_hue=gr.themes.Color(*_ACCENT, name="chidao"),
        spacing_size=gr.themes.sizes.spacing_sm,
        radius_size=gr.themes.sizes.radius_md,
        neutral_hue=gr.themes.colors.slate,
        font=fonts,
        font_mono=mono,
    ).set(
        button_primary_background_fill="#12507b",
        button_primary_background_fill_hover="#0d3d5f",
        button_primary_background_fill_dark="#1d6da6",
        button_primary_text_color="#ffffff",
        block_label_text_color="#52606d",
        block_label_text_color_dark="#a9b5c1",
        block_title_text_color="#3b4854",
        block_title_text_color_dark="#c3cdd6",
        body_text_color_subdued="#52606d",
        body_text_color_subdued_dark="#a9b5c1",
        input_placeholder_color="#66727e",
        input_placeholder_color_dark="#95a2af",
    )


def head() -> str:
    """What the page brings along in its head: our style and script, and no way out."""
    return (
        '<meta name="referrer" content="no-referrer">'
        f"<style>{asset('page.css')}{asset('sheets.css')}{asset('pictures.css')}</style>"
        f"<script>{asset('sheets.js')}</script><script>{asset('page.js')}</script>"
        f"<script>{asset('toasts.js')}</script><script>{asset('pictures.js')}</script>"
    )


def build_page(desk: Desk) -> gr.Blocks:
    """The whole interface."""
    labels = Labels()
    page = gr.Blocks(
        title=say("page.title", "vi"),
        analytics_enabled=False,
        fill_width=True,
        delete_cache=_FORGOTTEN,
    )
    with page:
        changed = gr.State(0)  # the generation of the library after what was last done to it here
        with gr.Row(elem_id="cd-top"):
            brand = gr.HTML("", apply_default_css=False, js_on_load=None, elem_id="cd-brand")
            lang = gr.Radio(
                [("Tiếng Việt", "vi"), ("English", "en")], value="vi", container=False,
                show_label=False, label=say("page.language", "vi"), elem_id="cd-language",
            )  # fmt: skip
        with gr.Tabs(elem_id="cd-tabs"):
            with gr.Tab(say("tab.ask", "vi"), id="ask") as ask_tab:
                build_ask(desk, page, lang, labels, changed)
            with gr.Tab(say("tab.tasks", "vi"), id="tasks", render_children=True) as tasks_tab:
                build_tasks(desk, page, lang, labels, changed)
            with gr.Tab(
                say("tab.documents", "vi"), id="documents", render_children=True
            ) as shelf_tab:
                build_documents(desk, page, lang, labels, changed)
        for tab, name in ((ask_tab, "ask"), (tasks_tab, "tasks"), (shelf_tab, "documents")):
            labels.add(tab, label=f"tab.{name}")

        @told
        def greet(language: str, request: gr.Request) -> str:
            return _brand(desk, language, request)

        def speak(language: str) -> list[object]:
            return list(labels.updates(language))

        quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        page.load(None, None, lang, js="() => chidao.spoken()", **quiet)
        gr.on([page.load, lang.change, changed.change], greet, lang, brand, **quiet)
        lang.change(None, lang, None, js="(language) => { chidao.speak(language); }", **quiet)
        lang.change(speak, lang, labels.components, **quiet)
    page.queue(default_concurrency_limit=20, api_open=False)
    return page


def _brand(desk: Desk, lang: str, request: gr.Request) -> str:
    rows = desk.library.store.rows
    documents = rows("SELECT count(*) FROM documents")[0][0]
    tasks = rows("SELECT count(*) FROM tasks")[0][0]
    parts: list[object] = [
        element("h1", "chidao"),
        element("p", say("page.tagline", lang)),
        element("p", say("page.library", lang, documents=documents, tasks=tasks)),
    ]
    account = desk.accounts.get(request.username or "") if desk.accounts else None
    if account:
        who = say(
            "page.signed_in", lang, name=account.name, role=say(f"auth.role.{account.right}", lang)
        )
        parts.append(
            element("p", who, " · ", element("a", say("page.sign_out", lang), href="sign-out"))
        )
    return element("div", *parts, class_="cd-brand")
