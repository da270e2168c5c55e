"""Which clauses a search may find: filters become clause ids before anything is ranked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.rows import agency_key, key
from index.store import Store, Value

__all__ = ["Filters", "allowed_clauses", "conditions"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a clause's document, and the clause, must be. None (or empty) lets everything through.

    `agencies` are full names as in `Task.agency`: one of them is told or named in the clause.
    `document` is a `Document.id`. `kind` is compared whole, `issuer` as a part of the name, both
    without case and diacritics. Dates are inclusive; an undated document fits no range.
    """

    agencies: tuple[str, ...] = ()
    kind: str | None = None
    issuer: str | None = None
    issued_from: date | None = None
    issued_to: date | None = None
    document: str | None = None

    def __bool__(self) -> bool:
        return self != Filters()


def conditions(filters: Filters) -> tuple[list[str], list[Value]]:
    """SQL conditions on `documents d`, and their values."""
    stated: list[tuple[str, Value]] = []
    if filters.document is not None:
        stated.append(("d.id = ?", filters.document))
    if filters.kind is not None:
        stated.append(("d.kind_key = ?", key(filters.kind)))
    if filters.issuer is not None:
        stated.append(("instr(d.issuer_key, ?) > 0", key(filters.issuer)))
    if filters.issued_from is not None:
        stated.append(("d.issued >= ?", filters.issued_from.isoformat()))
    if filters.issued_to is not None:
        stated.append(("d.issued <= ?", filters.issued_to.isoformat()))
    return [condition for condition, _ in stated], [value for _, value in stated]


def allowed_clauses(store: Store, filters: Filters) -> NDArray[np.int64] | None:
    """Sorted rowids of the clauses that may be found, int64 (n,); None when all may."""
    if not filters:
        return None
    wanted, values = conditions(filters)
    if filters.agencies:
        names = [agency_key(name) for name in filters.agencies]
        marks = ",".join("?" * len(names))
        wanted.append(
            f"c.clause IN (SELECT clause FROM tasks WHERE agency_key IN ({marks})"  # noqa: S608 - only marks
            f" UNION SELECT clause FROM mentions WHERE agency_key IN ({marks}))"
        )
        values += names * 2
    found = store.rows(
        "SELECT c.clause FROM clauses c JOIN documents d USING (document) WHERE "  # noqa: S608
        + " AND ".join(wanted)
        + " ORDER BY c.clause",
        values,
    )
    return np.fromiter((row[0] for row in found), dtype=np.int64, count=len(found))
