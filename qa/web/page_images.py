"""Images of the pages of the library's PDFs, made when they are looked at.

Only from the very bytes that were read: the places of the clauses are places in these.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import Response

from corpus.errors import UnknownDocumentError
from corpus.read.render import PdfPages
from index.library import Library
from index.pages import Original
from qa.messages import say
from qa.view.sheets import PICTURE_WIDTHS

__all__ = ["GoneError", "PageImage", "PageImages", "add_pages"]

_OPEN = 4  # files held open
_OPEN_BYTES = 128 * 2**20  # of them together; a larger one is held alone
_PICTURE_BYTES = 48 * 2**20  # of the pictures kept: some 200 pages


class GoneError(Exception):
    """The file is not there, is no longer the one that was read, or has no pages to show."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as WebP. `tag` names just this picture of just these bytes."""

    data: bytes
    tag: str


@dataclass(frozen=True, slots=True)
class _File:
    """A file opened; `state` tells whether the one on the disk has been written to since."""

    pages: PdfPages
    state: tuple[int, int]
    size: int


class PageImages:
    """Pages rendered on demand. Safe to share between threads."""

    def __init__(self, library: Library) -> None:
        """Nothing is opened yet."""
        self._library = library
        self._lock = threading.Lock()
        self._files: OrderedDict[Original, _File] = OrderedDict()
        self._made: OrderedDict[str, PageImage] = OrderedDict()

    def page(
        self, document_id: str, number: int, width: int, known: str | None = None
    ) -> PageImage | None:
        """Page `number` (from 1) of a document, `width` pixels wide; None where the tag `known` is
        that of this very picture.

        Raises:
            UnknownDocumentError: the library has no document of that id.
            GoneError: there is no file to show it from.
            ValueError: the file has no such page, or it is damaged.
        """
        original = self._library.original(document_id)
        # One at a time: pdfium could do no more, and ten people on one page cost one picture.
        with self._lock:
            file = self._opened(original)
            tag = f"{original.digest[:32]}-{number}-{width}"
            if tag == known:
                return None
            held = self._made.get(tag)
            if held is None:
                held = PageImage(file.pages.webp(number, width), tag)
                self._keep(held)
            self._made.move_to_end(tag)
            return held

    def _opened(self, original: Original) -> _File:
        """The document's file, opened, and seen to be what was read."""
        state = _state(original.path)
        held = self._files.get(original)
        if held is not None and held.state == state:
            self._files.move_to_end(original)
            return held
        if held is not None:
            self._files.pop(original).pages.close()
        data = original.read() if state is not None else None
        if data is None or state is None:
            raise GoneError(f"{original.inner} is not what was read")
        try:
            opened = self._files[original] = _File(PdfPages(data), state, len(data))
        except ValueError as error:
            raise GoneError(str(error)) from error
        while len(self._files) > 1 and (
            len(self._files) > _OPEN
            or sum(file.size for file in self._files.values()) > _OPEN_BYTES
        ):
            self._files.popitem(last=False)[1].pages.close()
        return opened

    def _keep(self, picture: PageImage) -> None:
        self._made[picture.tag] = picture
        while (
            len(self._made) > 1
            and sum(len(kept.data) for kept in self._made.values()) > _PICTURE_BYTES
        ):
            self._made.popitem(last=False)


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def add_pages(app: FastAPI, library: Library) -> None:
    """Give the pages of the library's documents an address, for whoever may see the app at all."""
    images = PageImages(library)
    plain = "text/plain; charset=utf-8"

    @app.get("/page")
    def page(
        request: Request, document: str, number: int, width: int = PICTURE_WIDTHS[0]
    ) -> Response:
        known = request.headers.get("if-none-match", "").strip('"')
        try:
            if width not in PICTURE_WIDTHS:
                return Response(status_code=404)
            picture = images.page(document, number, width, known)
        except UnknownDocumentError as error:
            return Response(str(error), 404, media_type=plain)
        except GoneError:
            return Response(say("pages.gone"), 410, media_type=plain)
        except ValueError:
            return Response(say("pages.failed"), 404, media_type=plain)
        # Kept by the browser, but asked for again each time: who has signed out sees no page.
        kept = {
            "ETag": f'"{picture.tag if picture else known}"',
            "Cache-Control": "private, no-cache",
        }
        if picture is None:
            return Response(status_code=304, headers=kept)
        return Response(picture.data, media_type="image/webp", headers=kept)
