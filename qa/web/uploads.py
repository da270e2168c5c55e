"""Files that people add and take away: where they lie, and how far the reading of them is."""

from __future__ import annotations

import queue
import re
import shutil
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.library import Library
from index.parallel import apart
from index.update import Report, crashed
from qa.view.shelf import Upload

if TYPE_CHECKING:
    from corpus.load import Loaded

__all__ = ["Removed", "Stage", "add_files", "remove_document", "take_in", "undo"]

_FOLDER = "uploads"  # within the library's folder
_REMOVED = "removed"
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_LONGEST = 120  # characters of a file's name kept
_WAIT = 60.0  # seconds to wait for another writer

Stage = tuple[str, int, int]
"""What is being done ("read" | "embed" | "index"), how much of it, out of how much."""

_News = Stage | Report | BaseException | None

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
) -> Iterator[tuple[list[Upload], Stage, Report | None]]:
    """Read files into the library, saying how far each is whenever something happened.

    Yields the files' states, the stage ("read" | "embed" | "index", done, total), and at the end
    the report.

    Raises:
        ChidaoError: as `Library.update`.
    """
    uploads = {str(path): Upload(path.name) for path in files}
    news: queue.SimpleQueue[_News] = queue.SimpleQueue()
    worker = threading.Thread(target=_read, args=(library, uploads, files, news), daemon=True)
    worker.start()
    stage: Stage = ("read", 0, len(files))
    while True:
        told = news.get()
        if isinstance(told, BaseException):
            raise told
        if isinstance(told, Report):
            for upload in uploads.values():
                if upload.state == "waiting":
                    upload.state = "unchanged"
            yield list(uploads.values()), stage, told
            return
        stage = told or stage
        yield list(uploads.values()), stage, None


def _read(
    library: Library,
    uploads: dict[str, Upload],
    files: Sequence[Path],
    news: queue.SimpleQueue[_News],
) -> None:
    """Bring the library up to date with the files, telling what happens."""
    from corpus.load import load

    def read(path: Path) -> Loaded:
        upload = uploads.get(str(path), Upload(path.name))
        upload.state = "reading"
        news.put(None)
        loaded = reader(path)
        upload.documents, upload.problems = len(loaded.documents), list(loaded.problems)
        upload.state = "read"
        return loaded

    def progress(stage: str, done: int, total: int) -> None:
        news.put((stage, done, total))

    try:
        # In another process: whoever asks meanwhile is not kept waiting, nor cut off by a file
        # that kills its reader.
        with apart(load, crashed) as reader:
            news.put(library.update(files, load=read, wait=_WAIT, progress=progress))
    except BaseException as error:  # noqa: BLE001 - carried over to the thread that waits
        news.put(error)


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
