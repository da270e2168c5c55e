"""The app running for a test, and a browser on it that reports everything that goes wrong."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = "/usr/bin/chromium"
_SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}


@contextmanager
def serving(folder: Path, auth: Path | None = None) -> Iterator[str]:
    """The address of the app over a library, as long as the context lasts."""
    import uvicorn

    import ui

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    app = ui.make_app(ui.open_library(folder), auth)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@dataclass
class Visit:
    """A page of the app and what it did that it should not have."""

    page: Any
    address: str
    wrong: list[str] = field(default_factory=list)

    def ask(self, question: str) -> None:
        """Ask, and wait for the answer to this very question."""
        box = self.page.locator("#cd-question input")
        box.fill(question)
        box.press("Enter")
        self.page.wait_for_function(
            "asked => document.querySelector('.cd-asked')?.textContent === asked", arg=question
        )

    def listening(self) -> None:
        """Wait until the page takes keys and clicks: its first answer of the server has been drawn,
        and the instant is over in which Gradio drops events behind that."""
        self.page.locator(".cd-brand h1").wait_for()
        self.page.wait_for_timeout(300)

    def reload(self) -> None:
        """Load the page anew; that requests in flight are cut off then is no fault of the page."""
        before = list(self.wrong)
        self.page.reload()
        self.listening()
        cut = ("AbortError", "errored out")
        self.wrong[:] = before + [
            said for said in self.wrong[len(before) :] if not any(word in said for word in cut)
        ]

    def barriers(self) -> list[tuple[str, list[str]]]:
        """What axe-core finds serious on the page as it is: the rule, and the elements."""
        import axe_playwright_python

        axe = Path(axe_playwright_python.__path__[0], "axe.min.js").read_text(encoding="utf-8")
        self.page.wait_for_timeout(500)  # colours that fade in are not judged half way
        self.page.evaluate(axe)
        result = self.page.evaluate("axe.run(document)")
        assert len(result["passes"]) > 20
        return [
            (rule["id"], [node["html"] for node in rule["nodes"]])
            for rule in result["violations"]
            if rule["impact"] in {"serious", "critical"}
        ]

    def tab(self, number: int) -> None:
        """Open the n-th tab: 0 ask, 1 tasks, 2 documents."""
        self.page.get_by_role("tab").nth(number).click()

    def pick_agency(self, words: str) -> None:
        """Type an agency on the open tab of tasks, and Enter."""
        box = self.page.locator("#cd-agency input")
        box.click()
        box.fill(words)
        box.press("Enter")

    def settle(self) -> None:
        """Wait until Gradio takes events again: for an instant after it has drawn it drops them."""
        self.page.wait_for_timeout(1_000)


@contextmanager
def visiting(
    address: str, *, size: dict[str, int] | None = None, signed_in: bool = True, **settings: Any
) -> Iterator[Visit]:
    """A fresh browser at that address; skips, visibly, where there is no Chromium.

    Not `signed_in`, the page that asks for a password comes first; once past it the test calls
    `Visit.listening` itself.
    """
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no {CHROMIUM}: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_SWITCHES)
        page = browser.new_page(viewport=size or DESKTOP, **settings)
        page.set_default_timeout(60_000)
        visit = Visit(page, address)
        page.on(
            "console",
            lambda said: (
                visit.wrong.append(f"console: {said.text}") if said.type == "error" else None
            ),
        )
        page.on("pageerror", lambda error: visit.wrong.append(f"script: {error}"))
        page.on("dialog", lambda box: (visit.wrong.append(f"dialog: {box.message}"), box.dismiss()))
        page.on(
            "request",
            lambda sent: (
                None
                if sent.url.startswith((address, "data:", "blob:"))
                else visit.wrong.append(f"left the machine: {sent.url}")
            ),
        )
        try:
            page.goto(address)
            if signed_in:
                visit.listening()
            yield visit
        finally:
            browser.close()
