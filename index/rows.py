"""Documents to rows of the store and back, without loss."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import PurePath
from typing import Any

from corpus.agencies import default_registry
from corpus.document import (
    FRAME,
    Clause,
    ClauseKind,
    Deadline,
    Document,
    Header,
    Mention,
    Problem,
    Reference,
    Relation,
    Role,
    Severity,
    Signer,
    Task,
)
from corpus.names import standard_name
from corpus.text import collapse, plain, written
from index.encoder import passage
from index.pages import insert_printed
from index.store import Row, Store

__all__ = [
    "CLAUSE_COLUMNS",
    "DEADLINE_COLUMNS",
    "HEAD_COLUMNS",
    "Head",
    "clause_of",
    "corrections_of",
    "deadline_of",
    "file_name",
    "get_document",
    "head_of",
    "header_from_json",
    "insert_document",
    "key",
    "number_key",
    "passage_hash",
    "set_header",
    "task_of",
]


_KINDS = {kind.value: kind for kind in ClauseKind}
_ROLES = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True)
class Head:
    """What identifies a document of the library, for lists and citations; `row` is its rowid."""

    row: int
    id: str
    number: str | None
    kind: str | None
    title: str | None
    issuer: str | None
    issued: date | None
    path: str
    superior: str | None = None  # whom the issuer stands under, where the head prints it
    addressed: tuple[str, ...] = ()  # whom a letter or a telegram is written to

    @property
    def home(self) -> str:
        """Whose document it is: who issued it, or whom alone it is written to, as an answer is to
        who asked. A telegram to five provinces is of none of them."""
        answered = self.addressed if len(self.addressed) == 1 else ()
        return " . ".join((self.origin, *answered))

    @property
    def origin(self) -> str:
        """Who issued it, and under whom: "Sở Y tế, Ủy ban nhân dân tỉnh Đồng Nai"; or ""."""
        return ", ".join(filter(None, (self.issuer, self.superior)))


HEAD_COLUMNS = (
    "d.document, d.id, d.number, d.kind, d.title, d.issuer, d.issued, d.path,"
    " json_extract(d.header, '$.superior'), coalesce(json_extract(d.header, '$.addressees'), '[]')"
)
CLAUSE_COLUMNS = (
    'c.position, c.kind, c.locator, c.text, c.start, c."end", c.marker, c.heading, c.parent, '
    "c.context, c.page, c.line"
)
DEADLINE_COLUMNS = 'text, date, recurring, start, "end", due'


@lru_cache(4096)  # of names, which come again and again
def key(text: str) -> str:
    """A key that ignores case, diacritics and spacing: "Sở Y tế" and "so y  te" are one."""
    return plain(collapse(written(text)))


@lru_cache(8192)
def agency_key(name: str) -> str:
    """A key under which all full names of a body are one: "Ủy ban Mặt trận Tổ quốc tỉnh" is
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"."""
    return key(standard_name(name, default_registry()))


def number_key(number: str) -> str:
    """A key for số ký hiệu: "05/CT–TTg", "5/ct-ttg" and "Số: 05 /CT-TTg" are one."""
    folded = "".join(key(number).replace("–", "-").split())
    return folded.removeprefix("so:").removeprefix("so").lstrip("0") or folded


def file_name(path: str) -> str:
    """The key of a file's own name, with its extension."""
    return key(PurePath(path.replace("\\", "/")).name)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _words(array: str) -> tuple[str, ...]:
    """A tuple from a JSON array; most are empty, and a register reads thousands of them."""
    return tuple(json.loads(array)) if array != "[]" else ()


def head_of(row: Row) -> Head:
    """A head from a row of HEAD_COLUMNS."""
    number, identity, sign, kind, title, issuer, issued, path, superior, addressed = row
    return Head(
        number, identity, sign, kind, title, issuer, _day(issued), path, superior, _words(addressed)
    )


def clause_of(row: Row) -> Clause:
    """A clause from a row of CLAUSE_COLUMNS."""
    position, kind, locator, text, start, end, marker, heading, parent, context, page, line = row
    return Clause(
        position, _KINDS[kind], locator, text, start, end, marker, bool(heading), parent,
        _words(context), page, line,
    )  # fmt: skip


def deadline_of(row: Row) -> Deadline | None:
    """A deadline from a row of DEADLINE_COLUMNS; None when the first of them is."""
    if row[0] is None:
        return None
    text, day, recurring, start, end, due = row
    return Deadline(text, _day(day), bool(recurring), start, end, _day(due))


def task_of(position: int, row: Row) -> Task:
    """A task from (agency, role, named_as, together, *DEADLINE_COLUMNS)."""
    agency, role, named_as, together = row[:4]
    return Task(
        agency, _ROLES[role], position, named_as, _words(together), deadline_of(row[4:])
    )  # fmt: skip


def passage_hash(title: str | None, clause: Clause) -> bytes:
    """16 bytes that stand for what is embedded for the clause."""
    words = passage(title, clause.context, clause.text)
    return hashlib.blake2b(words.encode(), digest_size=16).digest()


def _deadline_row(deadline: Deadline | None) -> Row:
    if deadline is None:
        return (None,) * 6
    return (
        deadline.text, _iso(deadline.date), deadline.recurring, deadline.start, deadline.end,
        _iso(deadline.due or deadline.date),
    )  # fmt: skip


def header_to_json(header: Header) -> str:
    """The header as JSON text."""
    return json.dumps(asdict(header), ensure_ascii=False, default=str)


def header_from_json(text: str, corrections: Mapping[str, str | None]) -> Header:
    """The header from its JSON, with users' corrections (field → JSON value) put on top."""
    fields: dict[str, Any] = json.loads(text)
    fields |= {field: json.loads(value or "null") for field, value in corrections.items()}
    signer = fields.pop("signer")
    return replace(
        Header(**fields),
        issued=_day(fields["issued"]),
        signer=Signer(**signer) if signer else None,
        addressees=tuple(fields["addressees"] or ()),
        recipients=tuple(fields["recipients"] or ()),
    )


def corrections_of(store: Store, document_id: str) -> dict[str, str | None]:
    """The users' corrections of one document: field → JSON value."""
    return dict(
        store.rows("SELECT field, value FROM corrections WHERE document_id = ?", (document_id,))
    )


def set_header(store: Store, document: int, header: Header) -> None:
    """Let lists and filters see this header of the document with that rowid."""
    store.change(
        "UPDATE documents SET number = ?, number_key = ?, kind = ?, kind_key = ?, title = ?,"
        " issuer = ?, issuer_key = ?, issued = ? WHERE document = ?",
        (
            header.number, number_key(header.number) if header.number else None,
            header.kind, key(header.kind) if header.kind else None,
            header.title,
            header.issuer, key(header.issuer) if header.issuer else None,
            _iso(header.issued), document,
        ),
    )  # fmt: skip


def insert_document(store: Store, file: int, document: Document) -> dict[int, int]:
    """Write a document; its clauses' rowids by `Clause.index`. Within a transaction."""
    row = store.change(
        "INSERT INTO documents (file, id, path, name, digest, header, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            file, document.id, document.path, file_name(document.path), document.digest,
            header_to_json(document.header), document.text,
        ),
    )  # fmt: skip
    header = _header(store, document.id, header_to_json(document.header))
    set_header(store, row, header)
    tasked = {task.clause for task in document.tasks}
    rows = {}
    for clause in document.clauses:
        rows[clause.index] = store.change(
            'INSERT INTO clauses (document, position, kind, locator, text, start, "end", marker,'
            " heading, parent, context, page, line, plain, passage)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                row, clause.index, clause.kind, clause.locator, clause.text, clause.start,
                clause.end, clause.marker, clause.heading, clause.parent,
                json.dumps(clause.context, ensure_ascii=False), clause.page, clause.line,
                key(clause.text) if clause.index in tasked else None,
                # Asked about, the frame answers from the header; as hits it would be noise.
                passage_hash(header.title, clause) if clause.kind not in FRAME else None,
            ),
        )  # fmt: skip
    _insert_annotations(store, row, document, rows)
    if document.printed is not None:
        insert_printed(store, row, document.printed)
    store.change_many(
        "INSERT INTO problems (file, document, path, severity, message, page, line)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((file, row, p.path, p.severity, p.message, p.page, p.line) for p in document.problems),
    )
    return rows


def _insert_annotations(
    store: Store, document_row: int, document: Document, rows: Mapping[int, int]
) -> None:
    store.change_many(
        "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (rows[m.clause], m.agency, agency_key(m.agency), m.named_as, m.role, m.start, m.end)
            for m in document.mentions
        ),
    )
    store.change_many(
        "INSERT INTO deadlines VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((rows[clause], *_deadline_row(deadline)) for clause, deadline in document.deadlines),
    )
    store.change_many(
        "INSERT INTO tasks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                rows[t.clause], document_row, t.agency, agency_key(t.agency), t.role, t.named_as,
                json.dumps(t.together_with, ensure_ascii=False), *_deadline_row(t.deadline),
            )
            for t in document.tasks
        ),
    )  # fmt: skip
    store.change_many(
        'INSERT INTO "references" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        (
            (
                rows[r.clause], r.text, r.number, number_key(r.number) if r.number else None,
                r.kind, _iso(r.issued), r.issuer, r.relation, r.start, r.end,
            )
            for r in document.references
        ),
    )  # fmt: skip


def _header(store: Store, document_id: str, as_read: str) -> Header:
    return header_from_json(as_read, corrections_of(store, document_id))


def get_document(store: Store, document_id: str) -> Document | None:
    """The document as it was read, its header with users' corrections; None if there is none."""
    row = store.row(
        "SELECT document, path, digest, text, header FROM documents WHERE id = ?", (document_id,)
    )
    if row is None:
        return None
    number, path, digest, text, header = row

    def annotations(table: str, columns: str) -> list[Row]:
        return store.rows(
            f"SELECT c.position, {columns} FROM {table} a JOIN clauses c USING (clause)"  # noqa: S608 - our own words
            " WHERE c.document = ? ORDER BY a.rowid",
            (number,),
        )

    deadline_columns = 'a.{0}, a.date, a.recurring, a.start, a."end", a.due'
    return Document(
        id=document_id, path=path, digest=digest, text=text,
        header=_header(store, document_id, header),
        clauses=tuple(
            clause_of(found)
            for found in store.rows(
                f"SELECT {CLAUSE_COLUMNS} FROM clauses c WHERE document = ? ORDER BY position",  # noqa: S608
                (number,),
            )
        ),
        mentions=tuple(
            Mention(agency, named_as, position, start, end, Role(role) if role else None)
            for position, agency, named_as, role, start, end in annotations(
                "mentions", 'a.agency, a.named_as, a.role, a.start, a."end"'
            )
        ),
        deadlines=tuple(
            (position, deadline)
            for position, *found in annotations("deadlines", deadline_columns.format("text"))
            if (deadline := deadline_of(tuple(found)))
        ),
        tasks=tuple(
            task_of(position, tuple(found))
            for position, *found in annotations(
                "tasks",
                "a.agency, a.role, a.named_as, a.together, " + deadline_columns.format("deadline"),
            )
        ),
        references=tuple(
            Reference(words, cited, kind, _day(issued), issuer, Relation(relation), position, *span)
            for position, words, cited, kind, issued, issuer, relation, *span in annotations(
                '"references"',
                'a.text, a.number, a.kind, a.issued, a.issuer, a.relation, a.start, a."end"',
            )
        ),
        problems=tuple(
            Problem(where, Severity(severity), message, page, line)
            for where, severity, message, page, line in store.rows(
                "SELECT path, severity, message, page, line FROM problems WHERE document = ?",
                (number,),
            )
        ),
    )  # fmt: skip
