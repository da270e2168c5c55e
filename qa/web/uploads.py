"""Files that people add and take away: where they lie, and how far the reading of them is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import LibraryError
from index.library import Library
from index.parallel import DiedError, Tell, apart, told_from_afar
from index.update import Report, crashed
from qa.view.shelf import Upload

if TYPE_CHECKING:
    from corpus.load import Loaded

__all__ = ["News", "Removed", "Stage", "add_files", "remove_document", "take_in", "undo"]

_FOLDER = "uploads"  # within the library's folder
_REMOVED = "removed"
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_LONGEST = 120  # characters of a file's name kept
_WAIT = 60.0  # seconds to wait for another writer

Stage = tuple[str, int, int]
"""What is being done ("read" | "embed" | "index"), how much of it, out of how much."""

News = tuple[list[Upload], Stage, Report | None]
"""The files' states, the stage, and at the end the report."""

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


def add_files(library: Library, files: Sequence[Path]) -> Iterator[News]:
    """Read files into the library, saying how far each is whenever something happened.

    All is done in another process: whoever asks meanwhile is not kept waiting.

    Raises:
        ChidaoError: as `Library.update`, and when that process dies.
    """
    try:
        yield from told_from_afar(_read, library, files)
    except DiedError as error:
        raise LibraryError(
            "Chương trình ghi thư viện bị dừng đột ngột (có thể thiếu bộ nhớ). Các tệp đã đọc "
            "xong vẫn được giữ; hãy tải lại các tệp còn thiếu."
        ) from error


def _read(tell: Tell, library: Library, files: Sequence[Path]) -> None:
    """Bring the library up to date with the files, telling what happens."""
    from corpus.load import load

    uploads = {str(path): Upload(path.name) for path in files}
    stage: Stage = ("read", 0, len(files))

    def news(report: Report | None = None) -> None:
        tell((list(uploads.values()), stage, report))

    def read(path: Path) -> Loaded:
        upload = uploads.get(str(path), Upload(path.name))
        upload.state = "reading"
        news()
        loaded = reader(path)
        upload.documents, upload.problems = len(loaded.documents), list(loaded.problems)
        upload.state = "read"
        return loaded

    def progress(name: str, done: int, total: int) -> None:
        nonlocal stage
        stage = name, done, total
        news()

    # Each file in yet another process: one that kills its reader does not stop the others.
    with apart(load, crashed) as reader:
        report = library.update(files, load=read, wait=_WAIT, progress=progress)
    for upload in uploads.values():
        if upload.state == "waiting":
            upload.state = "unchanged"
    news(report)


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
