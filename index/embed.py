"""Vectors for the passages that have none yet, kept in the store batch by batch."""

from __future__ import annotations

import json

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder, passage
from index.store import Store
from index.update import Progress

__all__ = ["embed_missing", "forget_vectors", "vectors_of"]

_BATCH = 256

_MISSING = (
    "SELECT c.passage, d.title, c.context, c.text FROM clauses c JOIN documents d USING (document)"
    " WHERE c.passage IS NOT NULL AND c.passage NOT IN (SELECT passage FROM vectors)"
)


def embed_missing(store: Store, encoder: Encoder, progress: Progress) -> None:
    """Embed what has no vector, and drop the vectors that nothing needs any more.

    Each batch is committed, so a killed run goes on where it was.
    """
    missing = {found[0]: found[1:] for found in store.rows(_MISSING)}
    hashes = list(missing)
    for at in range(0, len(hashes), _BATCH):
        batch = hashes[at : at + _BATCH]
        texts = [
            passage(title, json.loads(context), text)
            for title, context, text in (missing[found] for found in batch)
        ]
        vectors = encoder.encode(texts).astype("<f4", copy=False)
        with store.transaction():
            store.change_many(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                ((found, row.tobytes()) for found, row in zip(batch, vectors, strict=True)),
            )
        progress("embed", at + len(batch), len(hashes))
    store.change(
        "DELETE FROM vectors WHERE passage NOT IN"
        " (SELECT passage FROM clauses WHERE passage IS NOT NULL)"
    )


def forget_vectors(store: Store) -> None:
    """Drop all vectors, within a transaction: another model is to make them anew."""
    store.change("DELETE FROM vectors")
    store.next_generation()


def vectors_of(store: Store, dim: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The clauses that have a vector: their rowids, ascending, and float32 (n, dim) unit rows."""
    rows = store.rows(
        "SELECT c.clause, v.vector FROM clauses c JOIN vectors v USING (passage) ORDER BY c.clause"
    )
    ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
    flat = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4")
    return ids, flat.reshape(len(rows), dim).astype(np.float32, copy=False)
