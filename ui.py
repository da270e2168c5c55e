"""The web interface: `serve` opens a library in the browser. The parts are in `qa/web`, `qa/view`.

Nothing leaves the machine: Gradio's analytics are off, no model hub is asked, and the page may
fetch nothing from elsewhere (see `qa.web.server`).
"""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.errors import ChidaoError, NoLibraryError, UsageError, reason_of
from index.library import Library
from qa.answer import answer
from qa.messages import say

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["make_app", "open_library", "serve"]

# Between them they need every table: the register, the tasks narrowed by a topic, abbreviations,
# diacritics, English.
_FIRST_ASKED = (
    "Sở Y tế phải làm gì về khám SK?",
    "bao cao truoc may gio",
    "who must report every day?",
)


def open_library(folder: Path) -> Library:
    """The library in that folder; an empty one is made where there is none yet."""
    library = Library(folder)
    try:
        _ = library.store
    except NoLibraryError:
        with library.writing():
            library.make()
    return library


def make_app(library: Library, auth: Path | None = None) -> FastAPI:
    """The application for a library; `auth` is a file of accounts (see `qa.web.accounts`).

    Raises:
        UsageError: that file is not one of accounts.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from qa.web.accounts import Accounts
    from qa.web.desk import Desk
    from qa.web.server import create_app

    return create_app(Desk(library, Accounts(auth) if auth else None))


def serve(
    folder: Path, *, host: str = "127.0.0.1", port: int = 7860, auth: Path | None = None
) -> None:
    """Serve the library in that folder until interrupted.

    Raises:
        UsageError: the port is taken, or the file of accounts is not right.
        LibraryError: the library cannot be opened.
    """
    import uvicorn

    with _listen(host, port) as listening:
        library = open_library(folder)
        app = make_app(library, auth)
        threading.Thread(target=_warm_up, args=(library,), daemon=True).start()
        shown = f"[{host}]" if ":" in host else host
        click.echo(say("serve.at", url=f"http://{shown}:{listening.getsockname()[1]}"))
        config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=2)
        uvicorn.Server(config).run(sockets=[listening])


def _warm_up(library: Library) -> None:
    """Load the models and the indexes, so that the first questions do not wait for them."""
    # What is wrong with the library is told to whoever asks; here nobody listens.
    with contextlib.suppress(ChidaoError):
        for question in _FIRST_ASKED:
            answer(library, question, reworded=False)


def _listen(host: str, port: int) -> socket.socket:
    """A socket at that address, taken before anything slow is done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere it would let two programs share the port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise UsageError(
            f"Không mở được địa chỉ {host}:{port} ({reason_of(error)}). "
            "Hãy chọn cổng khác: chidao serve --port 7861"
        ) from error
    return listening
