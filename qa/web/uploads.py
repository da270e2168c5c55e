"""Files that people add and take away: where they lie, and how far the reading of them is."""

from __future__ import annotations

import queue
import re
import shutil
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ChidaoError
from index.library import Library, Report
from qa.view.shelf import Upload

if TYPE_CHECKING:
    from corpus.load import Loaded

__all__ = ["Removed", "add_files", "remove_document", "take_in", "undo"]

_FOLDER = "uploads"  # within the library's folder
_REMOVED = "removed"
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_LONGEST = 120  # characters of a file's name kept
_WAIT = 60.0  # seconds to wait for another writer

Removed = tuple[str, str | None]
"""What was removed: the file's path, and where it lies now (None: it was left where it was)."""


def take_in(library: Library, files: Sequence[Path]) -> list[Path]:
    """Put uploaded files into the library's folder; one of the same name is a new version."""
    folder = library.folder / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    taken = []
    for file in files:
        name = _UNSAFE.sub("_", file.name).lstrip(".") or "tep"
        stem, dot, suffix = name.rpartition(".")
        target = folder / (f"{stem[:_LONGEST]}{dot}{suffix}" if dot else name[:_LONGEST])
        shutil.copyfile(file, target)
        taken.append(target)
    return list(dict.fromkeys(taken))


def add_files(
    library: Library, files: Sequence[Path]
) -> Iterator[tuple[list[Upload], tuple[str, int, int], Report | None]]:
    """Read files into the library, saying how far each is whenever something happened.

    Yields the files' states, the stage ("read" | "embed" | "index", done, total), and at the end
    the report.

    Raises:
        ChidaoError: as `Library.update`.
    """
    from corpus.load import load

    uploads = {str(path): Upload(path.name) for path in files}
    news: queue.SimpleQueue[tuple[str, object]] = queue.SimpleQueue()

    def read(path: Path) -> Loaded:
        upload = uploads.get(str(path))
        if upload is None:
            return load(path)
        upload.state = "reading"
        news.put(("stage", None))
        loaded = load(path)
        upload.documents, upload.problems = len(loaded.documents), list(loaded.problems)
        upload.state = "read"
        return loaded

    def work() -> None:
        try:
            news.put(("done", library.update(
                files, load=read, wait=_WAIT, progress=lambda *stage: news.put(("stage", stage))
            )))  # fmt: skip
        except BaseException as error:  # noqa: BLE001 - carried over to the thread that waits
            news.put(("failed", error))

    threading.Thread(target=work, daemon=True).start()
    stage: tuple[str, int, int] = ("read", 0, len(files))
    while True:
        kind, news_of = news.get()
        if kind == "failed":
            if isinstance(news_of, ChidaoError):
                raise news_of
            raise RuntimeError("an upload failed") from (
                news_of if isinstance(news_of, BaseException) else None
            )
        if kind == "stage" and isinstance(news_of, tuple):
            stage = news_of
        if kind == "done" and isinstance(news_of, Report):
            for upload in uploads.values():
                if upload.state == "waiting":
                    upload.state = "unchanged"
            yield list(uploads.values()), stage, news_of
            return
        yield list(uploads.values()), stage, None


def remove_document(library: Library, document_id: str) -> tuple[Removed, int]:
    """Forget a document's file with all documents in it; how many there were.

    A file that was uploaded is put aside; one that lies elsewhere is left alone.
    """
    path = library.store.row(
        "SELECT f.path FROM documents d JOIN files f USING (file) WHERE d.id = ?", (document_id,)
    )
    if path is None:
        return ("", None), 0
    file = Path(path[0])
    count = library.forget([file], wait=_WAIT)
    aside: Path | None = None
    if file.parent == (library.folder / _FOLDER).absolute() and file.is_file():
        aside = library.folder / _REMOVED / file.name
        aside.parent.mkdir(exist_ok=True)
        file.replace(aside)
    return (str(file), str(aside) if aside else None), count


def undo(library: Library, removed: Removed) -> None:
    """Put a removed file back."""
    path, aside = Path(removed[0]), removed[1]
    if aside and not path.exists() and Path(aside).is_file():
        Path(aside).replace(path)
    library.update([path], wait=_WAIT)
