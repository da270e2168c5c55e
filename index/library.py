"""The library: opened by many, written by one, and never half way between two states."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache, partial
from pathlib import Path

import filelock

from corpus.document import Document, Printed, Reference
from corpus.errors import (
    LibraryBusyError,
    NoLibraryError,
    ReadOnlyLibraryError,
    UnknownDocumentError,
    reason_of,
)
from index import dossier as dossiers
from index import finding, register
from index import search as searching
from index.bodies import Body, find_body, names_told
from index.derived import Derived, current_stamp, open_derived, refresh
from index.embed import embed_missing
from index.encoder import Encoder, load_encoder
from index.filters import Filters
from index.model_check import check_model, prepare_model
from index.pages import Original, find_original, get_printed
from index.remembered import Remembered
from index.rows import Head, get_document
from index.schema import STORE
from index.store import Row, Store
from index.update import Load, Progress, Report, bring_up_to_date, remove_file, under

__all__ = ["Library", "default_folder"]

_LOCK = "writer.lock"
_UNFINISHED = "unfinished"  # among the store's values, from the start of an update to its end
_DOCUMENTS_KEPT = 64  # read documents held in memory, for answers that cite one many times


def default_folder() -> Path:
    """$CHIDAO_LIBRARY, else .chidao in the current folder."""
    return Path(os.environ.get("CHIDAO_LIBRARY") or ".chidao")


def _absolute(path: Path) -> Path:
    """The same file from whatever folder chidao is started; links stay as they are named."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Show no progress."""


class Library:
    """A library in a folder. Safe to share between threads.

    `model` is None (then $CHIDAO_MODEL, else the embedded one), a name, or a folder. The encoder
    is loaded when it is first needed: reading and listing tasks never loads it.
    """

    def __init__(self, folder: Path, *, model: str | None = None) -> None:
        """Refer to a folder; nothing is opened or made yet."""
        self.folder = folder
        self._model = model
        self._store: Store | None = None
        self._derived: Derived | None = None
        self._opening = threading.RLock()
        self._own = threading.local()  # the indexes that a snapshot of this thread reads
        self._read = lru_cache(_DOCUMENTS_KEPT)(self._read_document)
        self._heads = lru_cache(2)(lambda _generation: tuple(finding.heads(self.store)))
        self._told = lru_cache(2)(lambda _generation: tuple(names_told(self.store)))

    def __reduce__(self) -> tuple[Callable[..., Library], tuple[Path]]:
        """Another process gets the same folder and model, and opens them itself."""
        return partial(Library, model=self._model), (self.folder,)

    @classmethod
    def open(cls, folder: Path | None = None, *, model: str | None = None) -> Library:
        """The library in that folder, which must exist.

        Raises:
            NoLibraryError: there is none.
            DamagedLibraryError: it cannot be read.
        """
        library = cls(folder or default_folder(), model=model)
        _ = library.store
        return library

    @property
    def store(self) -> Store:
        """The SQLite store, opened; opened anew when another file has taken its place."""
        held = self._store
        if held is not None and held.replaced:
            self._forget()  # not closed: other threads may be reading in it
            held = None
        if held is None:
            held = self._store = Store(self.folder)
        return held

    def check_filled(self) -> None:
        """See that there is something to find.

        Raises:
            NoLibraryError: there is no document in it, as after a run that was ended at once.
        """
        if self.store.row("SELECT 1 FROM documents LIMIT 1") is None:
            raise NoLibraryError(
                f"Thư viện “{self.folder}” chưa có văn bản nào. Hãy đưa văn bản vào: "
                "chidao index THƯ_MỤC, hoặc thẻ Văn bản của giao diện web."
            )

    @property
    def unfinished(self) -> bool:
        """Whether the last update is still going on, or was cut short: documents may be missing."""
        return self.store.meta(_UNFINISHED) is not None

    def make(self) -> None:
        """Make an empty store where there is none yet. Only for the holder of the writer's lock."""
        if self._store is None or self._store.replaced:
            self._forget()
            self._store = Store(self.folder, create=True)

    @cached_property
    def encoder(self) -> Encoder:
        """The model that vectors are made with.

        Raises:
            EncoderError: it cannot be loaded.
        """
        return load_encoder(self._model)

    @cached_property
    def meanings(self) -> Remembered:
        """The same model for the texts of clauses, which come again from question to question."""
        return Remembered(self.encoder)

    def close(self) -> None:
        """Close the files; the library can be used again, and opens them again."""
        if self._store is not None:
            self._store.close()
        self._forget()

    def _forget(self) -> None:
        """Let go of everything read from the store."""
        self._store = None
        for kept in (self._read, self._heads, self._told):
            kept.cache_clear()
        self._derived = None

    # Reading

    def heads(self) -> tuple[Head, ...]:
        """All documents, newest first, undated ones last."""
        return self._heads(self.store.generation)

    def names_told(self) -> tuple[str, ...]:
        """Every name that a task or a mention of the library carries."""
        return self._told(self.store.generation)

    def find(self, words: str) -> Head:
        """The one document that goes by this id, number or file name.

        Raises:
            UnknownDocumentError: none does, or several do.
        """
        return finding.find_document(self.store, words)

    def document(self, document_id: str) -> Document:
        """A document of the library, by its id.

        Raises:
            UnknownDocumentError: there is none of that id.
        """
        # What it says changes with its row, and with what is corrected by hand.
        version = self.store.row(
            "SELECT document, (SELECT group_concat(field || noted) FROM corrections"
            " WHERE document_id = id) FROM documents WHERE id = ?",
            (document_id,),
        )
        return self._read(document_id, version)

    def _read_document(self, document_id: str, _version: Row | None) -> Document:
        document = get_document(self.store, document_id)
        if document is None:
            raise UnknownDocumentError(f"Không có văn bản mã “{document_id}” trong thư viện.")
        return document

    def texts(self, document_ids: Collection[str]) -> dict[str, str]:
        """The stored texts of documents, by their ids."""
        return dict(
            self.store.rows_among("SELECT id, text FROM documents WHERE id IN (…)", document_ids)
        )

    def printed(self, document_id: str) -> Printed | None:
        """The pages of a document and the places of its clauses on them; None when it was not read
        from pages, or by a chidao that did not keep them."""
        return get_printed(self.store, document_id)

    def original(self, document_id: str) -> Original:
        """The file that a document was read from.

        Raises:
            UnknownDocumentError: there is no document of that id.
        """
        return find_original(self.store, document_id)

    def resolve(self, reference: Reference) -> Head | None:
        """The document of the library that a reference means, when exactly one fits."""
        return finding.resolve(self.store, reference)

    def tasks(
        self, filters: register.TaskFilters | None = None, *, by_due_date: bool = False
    ) -> list[register.Entry]:
        """All tasks that fit; see `register.tasks`."""
        return register.tasks(self.store, filters, by_due_date=by_due_date)

    def body(self, words: str) -> Body:
        """The one agency meant by the words.

        Raises:
            UsageError: neither the registry nor the library knows it.
        """
        return find_body(self.names_told(), words)

    def dossier(
        self,
        body: Body,
        filters: register.TaskFilters | None = None,
        *,
        by_due_date: bool = False,
    ) -> list[register.Entry]:
        """All that one body is told; see `dossier.dossier`."""
        return dossiers.dossier(self.store, body, filters, by_due_date=by_due_date)

    def search(
        self, query: str, filters: Filters | None = None, limit: int = 10
    ) -> list[searching.Hit]:
        """The clauses nearest to the query; see `search.search`."""
        return searching.search(self, query, filters or Filters(), limit)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One state of the library for all that this thread reads inside, whoever writes meanwhile.

        Raises:
            As `indexes`.
        """
        if getattr(self._own, "indexes", None) is not None:
            yield  # within another one
            return
        held = self.indexes()
        with self.store.snapshot():
            self._own.indexes = held
            try:
                yield
            finally:
                self._own.indexes = None

    def indexes(self) -> Derived:
        """Both indexes, fitting the store; made again first if they are not right.

        While another process writes, or nothing can be written, those in place are used, a step
        behind.

        Raises:
            EncoderMismatchError: the library was built with another model.
            LibraryBusyError: another process is making the first indexes just now.
            ReadOnlyLibraryError: they must be made again, and cannot be written.
        """
        pinned: Derived | None = getattr(self._own, "indexes", None)
        if pinned is not None:
            return pinned
        with self._opening:
            check_model(self.store, self.encoder)
            held = self._derived
            if held is not None and held.stamp.fits(self.store, self.encoder):
                return held
            if held is None or current_stamp(self.folder) != held.stamp:
                held = open_derived(self.folder)
            if held is None or not held.stamp.fits(self.store, self.encoder):
                held = self._repair(held)
            self._derived = held
            return held

    def _repair(self, held: Derived | None) -> Derived:
        """Make the indexes again, or go on with those in place where nothing can be written now."""
        try:
            with self.writing():
                prepare_model(self.store, self.encoder)
                embed_missing(self.store, self.encoder, _silent)
                return refresh(self.store, self.encoder)
        except (LibraryBusyError, ReadOnlyLibraryError) as error:
            if held is not None and held.stamp.fingerprint == self.encoder.fingerprint:
                return held
            if isinstance(error, LibraryBusyError):
                raise
            raise ReadOnlyLibraryError(
                f"Chỉ mục của thư viện “{self.folder}” thiếu, hỏng hoặc đã cũ, mà nơi này chỉ đọc "
                "được. Hãy chạy chidao index ở nơi ghi được, rồi chép lại cả thư mục."
            ) from error

    # Writing

    @contextmanager
    def writing(self, wait: float = 0) -> Iterator[None]:
        """Hold the one right to write, waiting up to `wait` seconds for it.

        Raises:
            LibraryBusyError: another process, or another thread of this one, holds it.
            ReadOnlyLibraryError: the folder cannot be written.
        """
        lock = filelock.FileLock(self.folder / _LOCK, thread_local=False)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=wait)
        except filelock.Timeout as error:
            raise LibraryBusyError(
                f"Thư viện “{self.folder}” đang được chương trình khác ghi. "
                "Hãy thử lại sau ít phút."
            ) from error
        except OSError as error:
            raise ReadOnlyLibraryError(
                f"Không ghi được vào thư viện “{self.folder}” ({reason_of(error)}). "
                "Hãy kiểm tra quyền ghi, hoặc chọn thư mục khác bằng --library."
            ) from error
        try:
            yield
        finally:
            lock.release()

    def update(
        self,
        paths: Iterable[Path],
        *,
        rebuild: bool = False,
        progress: Progress = _silent,
        load: Load | None = None,
        without: Iterable[Path] = (),
        wait: float = 0,
        workers: int = 1,
    ) -> Report:
        """Bring the library up to date with files and folders; make it if there is none.

        Files known from below `paths` that are gone are forgotten; files elsewhere stay. With
        `rebuild`, all is read, and with the present model embedded, again. What is known from
        below `without` is forgotten. `workers` processes read (more than one only where the main
        module can be imported again).

        Raises:
            UsageError: a path does not exist.
            NoDocumentsError: there is nothing to read below the paths.
            LibraryBusyError: another process is writing.
            EncoderMismatchError: the library was built with another model, and not `rebuild`.
        """
        from corpus import load as reading  # the readers of all formats: only who writes needs them

        began = time.perf_counter()
        roots = [_absolute(path) for path in paths]
        files = reading.discover(roots) if roots else []
        if not roots and not (self.folder / STORE).is_file():
            raise NoLibraryError(f"Chưa có thư viện trong “{self.folder}”.")
        _ = self.encoder  # one that cannot be loaded leaves no empty library behind
        with self.writing(wait):
            self.make()
            prepare_model(self.store, self.encoder, rebuild=rebuild)
            closed = [path for path in files if path.is_dir()]  # and who knows what is in them
            gone = under(self.store, roots) - {str(path) for path in files}
            gone -= under(self.store, closed)
            gone |= under(self.store, [_absolute(path) for path in without])
            self.store.set_meta(_UNFINISHED, "1")
            changes = bring_up_to_date(
                self.store, files, sorted(gone), load or reading.load, progress, workers
            )
            embed_missing(self.store, self.encoder, progress)
            progress("index", 0, 1)
            self._derived = refresh(self.store, self.encoder)
            self.store.change("DELETE FROM meta WHERE key = ?", (_UNFINISHED,))
            progress("index", 1, 1)
        return Report(
            documents=self._count("documents"),
            clauses=self._count("clauses"),
            added=changes.added,
            updated=changes.updated,
            unchanged=changes.unchanged,
            removed=changes.removed,
            problems=changes.problems,
            seconds=time.perf_counter() - began,
        )

    def forget(self, paths: Iterable[Path], *, wait: float = 0) -> int:
        """Forget files and their documents; how many documents went."""
        with self.writing(wait):
            count = sum(remove_file(self.store, str(path)) for path in paths)
            prepare_model(self.store, self.encoder)
            self._derived = refresh(self.store, self.encoder)
            return count

    def _count(self, table: str) -> int:
        return int(self.store.rows(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608 - our own words
