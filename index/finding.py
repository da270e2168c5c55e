"""From a user's words, a reference's number or a condition to documents and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.document import Clause, Reference
from corpus.errors import UnknownDocumentError
from index.filters import Filters, conditions
from index.rows import (
    CLAUSE_COLUMNS,
    HEAD_COLUMNS,
    Head,
    clause_of,
    file_name,
    head_of,
    key,
    number_key,
)
from index.store import Store, Value

__all__ = ["clauses_among", "clauses_saying", "find_document", "heads", "heads_among", "resolve"]

_SHOWN = 8  # candidates named in an error


def heads(store: Store) -> list[Head]:
    """All documents of the library, newest first, undated ones last."""
    return [
        head_of(row)
        for row in store.rows(
            f"SELECT {HEAD_COLUMNS} FROM documents d ORDER BY d.issued DESC NULLS LAST, d.document"  # noqa: S608 - our own words
        )
    ]


def heads_among(store: Store, rows: set[int]) -> dict[int, Head]:
    """Documents by rowid."""
    statement = f"SELECT {HEAD_COLUMNS} FROM documents d WHERE d.document IN (…)"  # noqa: S608
    return {row[0]: head_of(row) for row in store.rows_among(statement, rows)}


def clauses_among(store: Store, rows: Iterable[int]) -> dict[int, tuple[Head, Clause]]:
    """Clauses by rowid, each with its document."""
    statement = (
        f"SELECT c.clause, {CLAUSE_COLUMNS}, {HEAD_COLUMNS} FROM clauses c"  # noqa: S608
        " JOIN documents d USING (document) WHERE c.clause IN (…)"
    )
    return {
        number: (head_of(tuple(row[12:])), clause_of(tuple(row[:12])))
        for number, *row in store.rows_among(statement, rows)
    }


def clauses_saying(
    store: Store, said: str, filters: Filters, values: Sequence[Value] = ()
) -> list[tuple[Head, Clause]]:
    """Clauses that meet an SQL condition on `clauses c`, whose values these are, in documents that
    the filters let through; in the order of the library."""
    wanted, filtered = conditions(filters)
    rows = store.rows(
        f"SELECT d.document, {CLAUSE_COLUMNS} FROM clauses c JOIN documents d USING (document)"  # noqa: S608
        f" WHERE {' AND '.join([said, *wanted])} ORDER BY d.document, c.position",
        [*values, *filtered],
    )
    known = heads_among(store, {row for row, *_ in rows})
    return [(known[row], clause_of(tuple(columns))) for row, *columns in rows]


def _where(store: Store, condition: str, *values: Value) -> list[Head]:
    statement = f"SELECT {HEAD_COLUMNS} FROM documents d WHERE {condition} ORDER BY d.document"  # noqa: S608
    return [head_of(row) for row in store.rows(statement, values)]


_KIND_AND_NUMBER = re.compile(r"(?P<kind>[^\W\d][^\d/]*?)\s+(?:số:?\s*)?(?P<number>\d\S*)")


def _of_kind(store: Store, words: str) -> list[Head]:
    """The documents called by kind and number: "Công điện 232/CĐ-TTg"."""
    called = _KIND_AND_NUMBER.fullmatch(words)
    if called is None:
        return []
    found = _where(store, "d.number_key = ?", number_key(called["number"]))
    return [head for head in found if key(called["kind"]) in key(head.kind or "")]


def find_document(store: Store, words: str) -> Head:
    """The one document that goes by this id, number, kind and number, or file name with or
    without extension.

    Raises:
        UnknownDocumentError: none does, or several do; the message lists them.
    """
    wanted = words.strip()
    name = file_name(wanted)
    stem = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + ".%"
    for found in (
        _where(store, "d.id = ?", wanted),
        _where(store, "d.path = ?", wanted),
        _where(store, "d.number_key = ?", number_key(wanted)) if wanted else [],
        _of_kind(store, wanted),
        _where(store, "d.name = ?", name) if name else [],
        [
            head
            for head in _where(store, "d.name LIKE ? ESCAPE '\\'", stem)
            if file_name(head.path).rpartition(".")[0] == name
        ],
        _of_copies(store, name),
    ):
        if len(found) == 1:
            return found[0]
        if found:
            listed = "; ".join(_describe(head) for head in found[:_SHOWN])
            raise UnknownDocumentError(
                f"“{words}” ứng với {len(found)} văn bản, hãy chọn bằng mã: {listed}"
                + ("; …" if len(found) > _SHOWN else "")
            )
    raise UnknownDocumentError(
        f"Không có văn bản “{words}” trong thư viện. Hãy dùng mã, số ký hiệu hoặc tên tệp."
    )


def _of_copies(store: Store, name: str) -> list[Head]:
    """The documents of which a file of that name is a copy: only the first copy is kept."""
    copies = store.rows("SELECT path, twin FROM files WHERE twin > 0")
    files = {twin for path, twin in copies if file_name(path) == name}
    return [head for file in sorted(files) for head in _where(store, "d.file = ?", file)]


def _describe(head: Head) -> str:
    day = head.issued.strftime("%d/%m/%Y") if head.issued else "không ghi ngày"
    return f"{head.id} ({head.issuer or 'không ghi cơ quan'}, {day})"


def resolve(store: Store, reference: Reference) -> Head | None:
    """The document of the library that a reference means, when exactly one fits all it states."""
    if reference.number is None:
        return None
    candidates = _where(store, "d.number_key = ?", number_key(reference.number))
    fitting = [head for head in candidates if _fits(head, reference)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(head: Head, reference: Reference) -> bool:
    """Whether nothing the reference states contradicts the document; what is unknown fits."""
    if reference.issued and head.issued and reference.issued != head.issued:
        return False
    if reference.issuer and head.issuer:
        return key(reference.issuer) in key(head.issuer) or key(head.issuer) in key(
            reference.issuer
        )
    return True
