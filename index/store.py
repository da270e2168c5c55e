"""The store: one SQLite file, one writer and many readers, on any thread."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from index.schema import STORE, connect, raise_library_error

__all__ = ["Row", "Store", "Value"]

Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = tuple[Any, ...]

_SOME = 500  # values in one IN (…): SQLite allows 32,766, and short statements are cached


class Store:
    """Statements on the library's SQLite file; each thread has a connection of its own.

    Every method raises `DamagedLibraryError` when the file cannot be read, `LibraryBusyError` when
    another process keeps it locked.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self.folder = folder
        self.path = folder / STORE
        self._own = threading.local()
        self._lock = threading.Lock()
        self._open: list[sqlite3.Connection] = []
        self._own.connection = self._connect(create=create)
        self._file = self._identity()

    def _connect(self, *, create: bool = False) -> sqlite3.Connection:
        connection, self._frozen = connect(self.folder, create=create)
        with self._lock:
            self._open.append(connection)
        return connection

    def _identity(self) -> tuple[int, ...] | None:
        """What tells the file at the path from any other; None when there is none."""
        try:
            found = os.stat(self.path)  # noqa: PTH116 - many times a question
            if not self._frozen:
                return found.st_dev, found.st_ino
            wal = self.path.with_name(f"{self.path.name}-wal")
            written = wal.stat().st_size if wal.exists() else 0
        except OSError:
            return None
        return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size, written

    @property
    def replaced(self) -> bool:
        """Whether the file at the path is no longer the one that was opened.

        A frozen one (see `index.schema.connect`) is another one as soon as somebody writes to it.
        """
        return self._identity() != self._file

    @property
    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = self._connect()
        return connection

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows the statement gives."""
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise_library_error(error, self.path)

    def row(self, statement: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row the statement gives, or None."""
        return next(iter(self.rows(statement, values)), None)

    def rows_among(self, statement: str, values: Iterable[Value]) -> list[Row]:
        """The rows of a statement with one `IN (…)` for any number of values.

        The three dots in `statement` stand for the values.
        """
        found: list[Row] = []
        wanted = list(values)
        for at in range(0, len(wanted), _SOME):
            part = wanted[at : at + _SOME]
            found += self.rows(statement.replace("…", ",".join("?" * len(part))), part)
        return found

    def change(self, statement: str, values: Sequence[Value] = ()) -> int:
        """Carry out one statement; the rowid of the row it inserted, else 0."""
        try:
            return self._connection.execute(statement, values).lastrowid or 0
        except sqlite3.DatabaseError as error:
            raise_library_error(error, self.path)

    def change_many(self, statement: str, values: Iterable[Sequence[Value]]) -> None:
        """Carry out one statement for each row of values."""
        try:
            self._connection.executemany(statement, values)
        except sqlite3.DatabaseError as error:
            raise_library_error(error, self.path)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes inside are kept together, or none of them."""
        self.change("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.change("ROLLBACK")
            raise
        self.change("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that this thread reads inside is of one moment, whoever writes meanwhile."""
        if getattr(self._own, "held", False):
            yield  # within another one
            return
        self.change("BEGIN")
        self._own.held = True
        _ = self.generation  # SQLite takes the moment of the first reading
        try:
            yield
        finally:
            self._own.held = False
            self.change("COMMIT")

    def meta(self, key: str) -> str | None:
        """A value of the library as a whole, or None."""
        row = self.row("SELECT value FROM meta WHERE key = ?", (key,))
        return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        """Keep a value of the library as a whole."""
        self.change("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    @property
    def generation(self) -> int:
        """A number that grows whenever clauses come or go."""
        return int(self.meta("generation") or 0)

    def next_generation(self) -> None:
        """Say, within a transaction, that clauses came or went."""
        self.set_meta("generation", str(self.generation + 1))

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open.clear()
        self._own = threading.local()
