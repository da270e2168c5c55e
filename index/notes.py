"""What people add to the library: corrections of headers, and what they think of answers.

Both are kept apart from what was read, so they survive a document being read again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

from corpus.document import Header
from corpus.errors import UnknownDocumentError, UsageError
from index.rows import corrections_of, get_document, header_from_json, insert_document
from index.store import Store

__all__ = ["Feedback", "add_feedback", "correct", "corrections", "feedback", "undo_correction"]

_FIELDS = {field.name for field in fields(Header)}


@dataclass(frozen=True, slots=True)
class Feedback:
    """What somebody thinks of an answer. `answer` is the answer's JSON as it was shown."""

    noted: datetime
    question: str
    verdict: str  # "right", "wrong" or "missing"
    note: str | None
    answer: dict[str, Any]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def correct(store: Store, document_id: str, field: str, value: object) -> None:
    """Put a value on top of what was read in a document's header.

    `value` is as in the JSON of `chidao show`: text, an ISO date, a list, a signer's fields, or
    None for "not stated". Only for the holder of the writer's lock.

    Raises:
        UnknownDocumentError: there is no such document.
        UsageError: a header has no such field, or it cannot take that value.
    """
    if field not in _FIELDS:
        raise UsageError(f"Không có trường “{field}”. Các trường: {', '.join(sorted(_FIELDS))}.")
    row = store.row("SELECT path, header FROM documents WHERE id = ?", (document_id,))
    if row is None:
        raise UnknownDocumentError(f"Không có văn bản mã “{document_id}” trong thư viện.")
    words = json.dumps(value, ensure_ascii=False, default=str)
    try:
        header_from_json(row[1], {field: words})
    except (TypeError, ValueError) as error:
        raise UsageError(f"Trường “{field}” không nhận giá trị {words}: {error}") from error
    with store.transaction():
        store.change(
            "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?)",
            (document_id, row[0], field, words, _now()),
        )
        _write_again(store, document_id)


def undo_correction(store: Store, document_id: str, field: str) -> None:
    """Go back to what was read. Only for the holder of the writer's lock."""
    with store.transaction():
        store.change(
            "DELETE FROM corrections WHERE document_id = ? AND field = ?", (document_id, field)
        )
        _write_again(store, document_id)


def corrections(store: Store, document_id: str) -> dict[str, object]:
    """The corrected fields of a document and their values."""
    return {
        field: json.loads(value or "null")
        for field, value in corrections_of(store, document_id).items()
    }


def _write_again(store: Store, document_id: str) -> None:
    """Write the document anew: its clauses get new rowids, so both indexes see a new title."""
    document = get_document(store, document_id)
    row = store.row("SELECT file, header FROM documents WHERE id = ?", (document_id,))
    if document is None or row is None:
        return
    file, as_read = row
    store.change("DELETE FROM documents WHERE id = ?", (document_id,))
    insert_document(store, file, replace(document, header=header_from_json(as_read, {})))
    store.next_generation()


def add_feedback(
    store: Store, question: str, verdict: str, answer: dict[str, Any], note: str | None = None
) -> None:
    """Keep what somebody thinks of an answer."""
    store.change(
        "INSERT INTO feedback (noted, question, verdict, note, answer) VALUES (?, ?, ?, ?, ?)",
        (_now(), question, verdict, note, json.dumps(answer, ensure_ascii=False)),
    )


def feedback(store: Store) -> list[Feedback]:
    """All feedback, oldest first."""
    return [
        Feedback(datetime.fromisoformat(noted), question, verdict, note, json.loads(answer))
        for noted, question, verdict, note, answer in store.rows(
            "SELECT noted, question, verdict, note, answer FROM feedback ORDER BY feedback"
        )
    ]
