"""The pages of documents in the store, and the files that they are shown from."""

from __future__ import annotations

import hashlib
import struct
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Box, Page, Place, Printed, Problem
from corpus.errors import UnknownDocumentError
from index.store import Store

__all__ = ["Original", "find_original", "get_printed", "insert_printed"]

# Clause, then left, top, right, bottom in steps over the page: 12 bytes, about half a kilobyte a
# page. A step is a seventh of a dot of the largest picture that is shown of it.
_PLACE = struct.Struct("<I4H")
_STEPS = 65_535


@dataclass(frozen=True, slots=True)
class Original:
    """A document's file. `path` is the file on disk, an archive perhaps; `inner` the document's
    path, which in an archive goes on within; `digest` that of the bytes that were read."""

    path: Path
    inner: str
    digest: str

    def read(self) -> bytes | None:
        """The document's bytes as they were read; None when the file is gone, or another now."""
        try:
            data: bytes | None = self.path.read_bytes()
        except OSError:
            return None
        if self.inner != str(self.path):
            data = _member(data or b"", str(self.path), self.inner)
        if data is None or hashlib.sha256(data).hexdigest() != self.digest:
            return None
        return data


def _member(data: bytes, path: str, inner: str) -> bytes | None:
    from corpus.read.archive import members  # only a writer, and who is shown pages, reads files

    for member in members(data, path):
        if not isinstance(member, Problem) and member.path == inner:
            return member.data
    return None


def find_original(store: Store, document_id: str) -> Original:
    """The file that a document was read from.

    Raises:
        UnknownDocumentError: there is no document of that id.
    """
    row = store.row(
        "SELECT f.path, d.path, d.digest FROM documents d JOIN files f USING (file) WHERE d.id = ?",
        (document_id,),
    )
    if row is None:
        raise UnknownDocumentError(f"Không có văn bản mã “{document_id}” trong thư viện.")
    return Original(Path(row[0]), row[1], row[2])


def insert_printed(store: Store, document: int, printed: Printed) -> None:
    """Write the pages of the document with that rowid. Within a transaction."""
    places: defaultdict[int, bytearray] = defaultdict(bytearray)
    for place in printed.places:
        places[place.page] += _PLACE.pack(place.clause, *_steps(place.box))
    store.change_many(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?)",
        (
            (document, p.number, p.width, p.height, p.scanned, bytes(places[p.number]))
            for p in printed.pages
        ),
    )


def _steps(box: Box) -> tuple[int, int, int, int]:
    left, top, right, bottom = (
        round(share * _STEPS) for share in (box.left, box.top, box.right, box.bottom)
    )
    return left, top, right, bottom


def get_printed(store: Store, document_id: str) -> Printed | None:
    """The pages of a document, with places to a 65,535th of the page; None if none are kept."""
    if store.row("SELECT 1 FROM sqlite_master WHERE name = 'pages'") is None:
        return None  # an older store on a medium that cannot be written
    rows = store.rows(
        "SELECT p.number, p.width, p.height, p.scanned, p.places FROM pages p"
        " JOIN documents d USING (document) WHERE d.id = ? ORDER BY p.number",
        (document_id,),
    )
    if not rows:
        return None
    pages = tuple(
        Page(number, width, height, bool(scanned)) for number, width, height, scanned, _ in rows
    )
    places = [
        Place(clause, number, Box(*(step / _STEPS for step in steps)))
        for number, *_, packed in rows
        for clause, *steps in _PLACE.iter_unpack(packed)
    ]
    # As they were: by clause, and within a clause by page.
    return Printed(pages, tuple(sorted(places, key=lambda place: (place.clause, place.page))))
