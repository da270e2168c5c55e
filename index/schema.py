"""The tables of the store, and the way from an older version of them to today's.

SQLite is the truth: documents, clauses, tasks, references, problems, vectors, corrections and
feedback. Rowids of clauses are never used twice, so an index that is a step behind can only name
a clause that is gone, never a wrong one.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NoReturn

from corpus.deadlines import end_between
from corpus.errors import (
    DamagedLibraryError,
    LibraryBusyError,
    LibraryError,
    NoLibraryError,
    ReadOnlyLibraryError,
    reason_of,
)
from corpus.rhythm import day_between
from corpus.text import has_words

__all__ = ["STORE", "connect", "raise_library_error"]

STORE = "library.sqlite"
_APPLICATION = 0x43484944  # "CHID": tells our file from any other SQLite file
_BUSY_SECONDS = 10.0
_CACHE_KIB = 32_768  # a connection, at most
_REFUSED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)  # what a folder without writing gives

_VERSION_1 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE files (
    file INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    digest TEXT,              -- of the bytes last read; NULL: read again next time
    reader TEXT NOT NULL,     -- fingerprint of the code that read it
    twin INTEGER              -- the file whose document says the same and stands for this one
);
CREATE TABLE problems (
    file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
    document INTEGER REFERENCES documents ON DELETE CASCADE,
    path TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, page INTEGER, line INTEGER
);
CREATE INDEX problems_file ON problems (file);
CREATE INDEX problems_document ON problems (document);

CREATE TABLE documents (
    document INTEGER PRIMARY KEY AUTOINCREMENT,
    file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL,
    header TEXT NOT NULL,     -- JSON, as read; the columns below carry users' corrections
    number TEXT, number_key TEXT, kind TEXT, kind_key TEXT, title TEXT,
    issuer TEXT, issuer_key TEXT, issued TEXT,
    text TEXT NOT NULL
);
CREATE INDEX documents_file ON documents (file);
CREATE INDEX documents_number ON documents (number_key);
CREATE INDEX documents_name ON documents (name);

CREATE TABLE clauses (
    clause INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    position INTEGER NOT NULL,   -- Clause.index
    kind TEXT NOT NULL, locator TEXT NOT NULL, text TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, marker TEXT, heading INTEGER NOT NULL,
    parent INTEGER, context TEXT NOT NULL, page INTEGER, line INTEGER,
    plain TEXT,                  -- the text folded, of clauses with tasks, to find words in
    passage BLOB                 -- hash of what is embedded for it; NULL: not searched
);
CREATE UNIQUE INDEX clauses_document ON clauses (document, position);
CREATE INDEX clauses_passage ON clauses (passage) WHERE passage IS NOT NULL;

CREATE TABLE vectors (           -- by passage, so that a document read again is not embedded again
    passage BLOB NOT NULL UNIQUE,
    vector BLOB NOT NULL         -- float32, little-endian, unit length
);

CREATE TABLE mentions (
    clause INTEGER NOT NULL REFERENCES clauses ON DELETE CASCADE,
    agency TEXT NOT NULL, agency_key TEXT NOT NULL, named_as TEXT NOT NULL, role TEXT,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX mentions_clause ON mentions (clause);
CREATE INDEX mentions_agency ON mentions (agency_key);

CREATE TABLE deadlines (
    clause INTEGER NOT NULL REFERENCES clauses ON DELETE CASCADE,
    text TEXT NOT NULL, date TEXT, recurring INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, due TEXT
);
CREATE INDEX deadlines_clause ON deadlines (clause);

CREATE TABLE tasks (
    clause INTEGER NOT NULL REFERENCES clauses ON DELETE CASCADE,
    document INTEGER NOT NULL,
    agency TEXT NOT NULL, agency_key TEXT NOT NULL, role TEXT NOT NULL, named_as TEXT NOT NULL,
    together TEXT NOT NULL,
    deadline TEXT, date TEXT, recurring INTEGER, start INTEGER, "end" INTEGER, due TEXT
);
CREATE INDEX tasks_clause ON tasks (clause);
CREATE INDEX tasks_agency ON tasks (agency_key);
CREATE INDEX tasks_document ON tasks (document);
CREATE INDEX tasks_due ON tasks (due);

CREATE TABLE "references" (
    clause INTEGER NOT NULL REFERENCES clauses ON DELETE CASCADE,
    text TEXT NOT NULL, number TEXT, number_key TEXT, kind TEXT, issued TEXT, issuer TEXT,
    relation TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX references_clause ON "references" (clause);
CREATE INDEX references_number ON "references" (number_key);

CREATE TABLE corrections (     -- no foreign key: they survive the document being read again
    document_id TEXT NOT NULL, path TEXT NOT NULL, field TEXT NOT NULL,
    value TEXT,                -- JSON, as in the header
    noted TEXT NOT NULL,
    PRIMARY KEY (document_id, field)
);
CREATE TABLE feedback (
    feedback INTEGER PRIMARY KEY,
    noted TEXT NOT NULL, question TEXT NOT NULL, verdict TEXT NOT NULL, note TEXT,
    answer TEXT NOT NULL       -- JSON, as it was shown
);
"""

# Documents read before have no pages until they are read again, which the next `chidao index` does.
_VERSION_2 = """
CREATE TABLE pages (           -- of documents that were read from pages (PDF)
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    number INTEGER NOT NULL,
    width REAL NOT NULL, height REAL NOT NULL,   -- points
    scanned INTEGER NOT NULL,
    places BLOB NOT NULL,      -- of its clauses: see index.pages
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE INDEX tasks_name ON tasks (agency);       -- all names without reading all rows
CREATE INDEX mentions_name ON mentions (agency);
"""

MIGRATIONS = (_VERSION_1, _VERSION_2)
"""Scripts in order: the n-th brings a store of version n-1 to version n."""

_READABLE = 1
"""A store of this version or a later one can be read, without what came later, where nothing can
be written."""


def connect(folder: Path, *, create: bool = False) -> tuple[sqlite3.Connection, bool]:
    """An open connection to the folder's store, at today's version of the tables, and whether it
    is frozen: opened as a file that nobody changes, on a folder that cannot be written.

    Raises:
        NoLibraryError: there is no store, or nothing in it, and `create` is False.
        ReadOnlyLibraryError: `create`, or a run cut short, asks for writing where none is allowed.
        LibraryError: the folder cannot be entered.
        DamagedLibraryError: the file is not ours, is damaged, or is of a newer chidao.
    """
    path = folder / STORE
    try:
        there = path.is_file() and path.stat().st_size > 0
    except OSError as error:
        reason = reason_of(error)
        raise LibraryError(f"Không mở được thư viện “{path}”: {reason}") from error
    if not create and not there:
        raise NoLibraryError(
            f"Chưa có thư viện trong “{folder}”. Hãy lập chỉ mục trước: chidao index THƯ_MỤC"
        )
    try:
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        return _opened(path), False
    except OSError as error:
        raise _closed(path, reason_of(error)) from error
    except sqlite3.DatabaseError as error:
        if _code(error) not in _REFUSED:
            raise_library_error(error, path)
        if create:
            raise _closed(path, error) from error
    return _read_only(path)


def _opened(path: Path, how: str = "") -> sqlite3.Connection:
    """A connection to the file, checked; `how` are SQLite's URI parameters."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}{how}",
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=True,
    )
    connection.create_function("has_words", 2, has_words, deterministic=True)
    connection.create_function("day_between", 3, day_between, deterministic=True)
    connection.create_function("end_between", 4, end_between, deterministic=True)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL, a crash tears nothing
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        _check(connection, path, writable=not how)
    except (sqlite3.DatabaseError, DamagedLibraryError):
        connection.close()
        raise
    return connection


def _read_only(path: Path) -> tuple[sqlite3.Connection, bool]:
    """The store on a folder that cannot be written, where SQLite cannot keep its WAL.

    With nothing in the WAL the file alone is the whole store. Otherwise a writer is at work, whose
    WAL can be read along, or one was killed there and nobody can finish for it.
    """
    wal = path.with_name(f"{path.name}-wal")
    try:
        if wal.is_file() and wal.stat().st_size:
            return _opened(path, "?mode=ro"), False
        return _opened(path, "?mode=ro&immutable=1"), True
    except sqlite3.DatabaseError as error:
        if _code(error) == sqlite3.SQLITE_CANTOPEN and wal.is_file():
            raise ReadOnlyLibraryError(
                f"Thư viện “{path}” nằm ở nơi chỉ đọc mà lần ghi cuối chưa khép lại. Hãy mở một "
                "lần ở nơi ghi được (chidao index), rồi chép lại cả thư mục."
            ) from error
        raise_library_error(error, path)


def _check(connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
    """See that the file is ours, and bring it to today's version if it may be written."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != _APPLICATION:
        raise DamagedLibraryError(
            f"“{path}” không phải thư viện của chidao. Hãy chọn thư mục khác bằng --library."
        )
    if version > len(MIGRATIONS):
        raise DamagedLibraryError(
            f"Thư viện “{path}” do bản chidao mới hơn tạo ra (cấu trúc {version}, bản này đọc đến "
            f"{len(MIGRATIONS)}). Hãy nâng cấp chidao."
        )
    if version == len(MIGRATIONS) or (version >= _READABLE and not writable):
        return
    connection.execute("PRAGMA journal_mode = WAL")
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.executescript(
            f"BEGIN IMMEDIATE; {script}; PRAGMA application_id = {_APPLICATION}; "
            f"PRAGMA user_version = {number}; COMMIT;"
        )


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's primary result code."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _closed(path: Path, reason: object) -> ReadOnlyLibraryError:
    return ReadOnlyLibraryError(
        f"Không ghi được vào thư viện “{path.parent}” ({reason}). Hãy kiểm tra quyền ghi, hoặc "
        "chọn thư mục khác bằng --library."
    )


def raise_library_error(error: sqlite3.DatabaseError, path: Path) -> NoReturn:
    """Raise what an error of SQLite means to the user; a mistake of ours is raised as it is."""
    code = _code(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        message = f"Thư viện “{path}” đang được ghi. Hãy thử lại sau ít phút."
        raise LibraryBusyError(message) from error
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        raise DamagedLibraryError(
            f"Thư viện “{path}” bị hỏng ({error}). Hãy chuyển tệp đó đi nơi khác rồi lập chỉ mục "
            "lại: chidao index THƯ_MỤC"
        ) from error
    if code == sqlite3.SQLITE_READONLY:
        raise _closed(path, "chỉ đọc được") from error
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        raise LibraryError(
            f"Không đọc hoặc ghi được “{path}” ({error}). Hãy kiểm tra quyền và dung lượng đĩa."
        ) from error
    raise error
