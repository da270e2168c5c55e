"""Bringing the store up to date with the files: what changed is read again, the rest costs a hash.

Each file is one transaction, so a killed run loses at most the file it was at.
"""

from __future__ import annotations

import hashlib
import os
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from corpus.document import Document, Problem, Severity
from corpus.text import same_words
from index.parallel import each_in_order
from index.rows import insert_document
from index.store import Row, Store

if TYPE_CHECKING:
    from corpus.load import Loaded  # the readers of all formats: only a writer loads them

__all__ = [
    "Changes",
    "Load",
    "Progress",
    "Report",
    "bring_up_to_date",
    "crashed",
    "remove_file",
    "under",
]

Load: TypeAlias = "Callable[[Path], Loaded]"
Progress = Callable[[str, int, int], None]
"""Called with ("read" | "embed" | "index", done, total) as the work goes on."""


@dataclass(slots=True)
class Changes:
    """How many documents came, changed, stayed and went; and all problems of the files seen."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What an update did, in documents, and how the library stands after it."""

    documents: int
    clauses: int
    added: int
    updated: int
    unchanged: int
    removed: int
    problems: tuple[Problem, ...]
    seconds: float


@cache
def reader_fingerprint() -> str:
    """Changes whenever the code that reads documents does: then they are all read again."""
    digest = hashlib.sha256()
    for folder in ("corpus", "corpus.read"):
        for part in sorted(resources.files(folder).iterdir(), key=lambda item: item.name):
            if part.name.endswith((".py", ".toml")):
                digest.update(part.name.encode() + part.read_bytes())
    return digest.hexdigest()[:16]


def _digest(path: Path) -> str | None:
    """SHA-256 of the file's bytes in hex; None when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def bring_up_to_date(
    store: Store,
    files: Sequence[Path],
    gone: Iterable[str],
    load: Load,
    progress: Progress,
    workers: int = 1,
) -> Changes:
    """Read what is new or changed among `files` (absolute paths) and forget the `gone` ones.

    A file that was read before and cannot be read now keeps its documents, with a problem that
    says so.
    """
    changes = Changes()
    unnamed = [path for path in files if not _has_name(path)]
    for name in gone:
        changes.removed += remove_file(store, name)
    seen: list[str] = []
    waiting = [path for path in files if path not in unnamed]
    while waiting:
        changed: list[tuple[Path, str | None]] = []
        for path in waiting:
            digest = _digest(path)
            unchanged = _unchanged(store, path, digest)
            if unchanged is None:
                changed.append((path, digest))
            else:
                changes.unchanged += unchanged
        seen += map(str, waiting)
        progress("read", len(seen) - len(changed), len(seen))
        reading = partial(_read_one, load)
        loads = each_in_order(reading, [path for path, _ in changed], workers, crashed)
        for number, ((path, digest), loaded) in enumerate(zip(changed, loads, strict=True)):
            _put(store, path, digest, loaded, changes)
            progress("read", len(seen) - len(changed) + number + 1, len(seen))
        waiting = _orphans(store)
    changes.problems = _problems(store, list(dict.fromkeys(seen)))
    changes.problems += tuple(map(_nameless, unnamed))
    return changes


def _has_name(path: Path) -> bool:
    """Whether the file's name is text: one in another encoding can be neither kept nor shown."""
    return not any("\ud800" <= character <= "\udfff" for character in str(path))


def _nameless(path: Path) -> Problem:
    shown = os.fsencode(path).decode("utf-8", "replace")
    message = "tên tệp không phải UTF-8: hãy đổi tên rồi lập chỉ mục lại"
    return Problem(shown, Severity.ERROR, message)


def _read_one(load: Load, path: Path) -> Loaded:
    """What `load` gives; a mistake of ours that one file brings to light stops no other file."""
    try:
        return load(path)
    except Exception as error:  # noqa: BLE001 - reported with the file, as any other problem
        where = traceback.extract_tb(error.__traceback__)[-1]
        at = f"{Path(where.filename).name}:{where.lineno}"
        return _unread(path, f"chidao gặp lỗi khi đọc tệp này ({type(error).__name__}, {at})")


def crashed(path: Path) -> Loaded:
    """What a file gives whose reading ended its process."""
    return _unread(path, "chương trình đọc bị dừng đột ngột vì tệp này (hỏng, hoặc thiếu bộ nhớ)")


def _unread(path: Path, message: str) -> Loaded:
    from corpus.load import Loaded

    return Loaded(problems=(Problem(str(path), Severity.ERROR, message),))


def _orphans(store: Store) -> list[Path]:
    """Files whose twin has gone or changed: they have to stand for themselves now."""
    return [
        path
        for (name,) in store.rows("SELECT path FROM files WHERE digest IS NULL AND twin = -1")
        if (path := Path(name)).is_file()
    ]


def under(store: Store, paths: Sequence[Path]) -> set[str]:
    """The known files that are one of the paths, or lie below it."""
    known = [Path(name) for (name,) in store.rows("SELECT path FROM files")]
    roots = set(paths)
    return {str(path) for path in known if path in roots or not roots.isdisjoint(path.parents)}


def remove_file(store: Store, path: str) -> int:
    """Forget a file and its documents; how many documents went."""
    row = store.row("SELECT file FROM files WHERE path = ?", (path,))
    if row is None:
        return 0
    with store.transaction():
        count = _clear(store, row[0])
        store.change("DELETE FROM files WHERE file = ?", row)
        store.next_generation()
    return count


def _clear(store: Store, file: int) -> int:
    """Remove a file's documents and problems; its twins will have to be read themselves."""
    (count,) = store.rows("SELECT count(*) FROM documents WHERE file = ?", (file,))[0]
    store.change("DELETE FROM problems WHERE file = ?", (file,))
    store.change("DELETE FROM documents WHERE file = ?", (file,))
    store.change("UPDATE files SET digest = NULL, twin = -1 WHERE twin = ?", (file,))
    return int(count)


def _known(store: Store, path: Path) -> Row | None:
    """(file, digest, reader, how many documents) of a file that was read before."""
    return store.row(
        "SELECT f.file, f.digest, f.reader, count(d.document) FROM files f"
        " LEFT JOIN documents d USING (file) WHERE f.path = ? GROUP BY f.file",
        (str(path),),
    )


def _unchanged(store: Store, path: Path, digest: str | None) -> int | None:
    """How many documents the file holds if it need not be read again, else None."""
    known = _known(store, path)
    if known and digest and known[1:3] == (digest, reader_fingerprint()):
        return int(known[3])
    return None


def _put(store: Store, path: Path, digest: str | None, loaded: Loaded, changes: Changes) -> None:
    """Write what was read of a file, in place of what was known of it."""
    known = _known(store, path)
    failed = any(problem.severity is Severity.ERROR for problem in loaded.problems)
    with store.transaction():
        if known and known[3] and failed and not loaded.documents:
            _keep_earlier(store, known[0], path, loaded)
            changes.unchanged += known[3]
            return
        count = _clear(store, known[0]) if known else 0
        written = _write(store, path, loaded, None if failed else digest)
        store.next_generation()
    if count:
        changes.updated += written
        changes.removed += max(0, count - written)
    else:
        changes.added += written


def _keep_earlier(store: Store, file: int, path: Path, loaded: Loaded) -> None:
    """Note why the file could not be read this time; its documents stay as they were."""
    store.change("DELETE FROM problems WHERE file = ? AND document IS NULL", (file,))
    store.change("UPDATE files SET digest = NULL, twin = NULL WHERE file = ?", (file,))
    kept = Problem(str(path), Severity.WARNING, "giữ nguyên nội dung đã lập chỉ mục lần trước")
    _insert_problems(store, file, (*loaded.problems, kept))


def _write(store: Store, path: Path, loaded: Loaded, digest: str | None) -> int:
    """Write a file and its documents; how many documents were written.

    A file with errors is written without its digest: it is tried again next time.
    """
    store.change(
        "INSERT INTO files (path, digest, reader) VALUES (?, ?, ?) ON CONFLICT (path)"
        " DO UPDATE SET digest = excluded.digest, reader = excluded.reader, twin = NULL",
        (str(path), digest, reader_fingerprint()),
    )
    (file,) = store.rows("SELECT file FROM files WHERE path = ?", (str(path),))[0]
    written = 0
    of_documents: set[Problem] = set()
    for document in loaded.documents:
        of_documents.update(document.problems)
        unique = _unique(store, file, document)
        if unique is not None:
            insert_document(store, file, unique)
            written += 1
    rest = [problem for problem in loaded.problems if problem not in of_documents]
    _insert_problems(store, file, rest)
    return written


def _unique(store: Store, file: int, document: Document) -> Document | None:
    """The document under an id of its own; None when the library has the same text already.

    Two files with one number, issuer and date are usually two copies; if their texts differ
    neither may be dropped, since one of them may only look the same.
    """
    found = store.row("SELECT file, path, text FROM documents WHERE id = ?", (document.id,))
    if found is None:
        return document
    other, path, text = found
    if same_words(text) == same_words(document.text):
        store.change("UPDATE files SET twin = ? WHERE file = ?", (other, file))
        note = Problem(document.path, Severity.NOTE, f"trùng với “{path}”: chỉ giữ một bản")
        _insert_problems(store, file, [note])
        return None
    number = 2
    while store.row("SELECT 1 FROM documents WHERE id = ?", (f"{document.id}~{number}",)):
        number += 1
    warning = Problem(
        document.path,
        Severity.WARNING,
        f"cùng số, cơ quan và ngày với “{path}” nhưng nội dung khác: giữ cả hai",
    )
    return replace(document, id=f"{document.id}~{number}", problems=(*document.problems, warning))


def _insert_problems(store: Store, file: int, problems: Iterable[Problem]) -> None:
    store.change_many(
        "INSERT INTO problems (file, path, severity, message, page, line)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        ((file, p.path, p.severity, p.message, p.page, p.line) for p in problems),
    )


def _problems(store: Store, paths: Sequence[str]) -> tuple[Problem, ...]:
    rows = store.rows_among(
        "SELECT p.path, p.severity, p.message, p.page, p.line FROM problems p"
        " JOIN files f USING (file) WHERE f.path IN (…) ORDER BY p.path, p.page, p.line",
        paths,
    )
    return tuple(
        Problem(path, Severity(severity), message, page, line)
        for path, severity, message, page, line in rows
    )
