"""Who cites whom: the references of the library, in both directions."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.document import Clause, ClauseKind, Reference, Relation
from corpus.text import plain
from index.finding import heads_among, resolve
from index.rows import CLAUSE_COLUMNS, Head, clause_of, key, number_key
from index.store import Store, Value

__all__ = ["Cited", "cited_in", "citing", "citing_law", "edges"]

_COLUMNS = 'r.text, r.number, r.kind, r.issued, r.issuer, r.relation, r.start, r."end"'


@dataclass(frozen=True, slots=True)
class Cited:
    """A mention of a document, with the clause and the document that it stands in."""

    head: Head
    clause: Clause
    reference: Reference

    @property
    def relations(self) -> frozenset[Relation]:
        """All that is said of it: a ground that opens "Thực hiện …" is a basis, too."""
        said = self.reference.relation
        ground = self.clause.kind is ClauseKind.GROUND and said is Relation.EXECUTES
        return frozenset({said, Relation.BASIS} if ground else {said})


def _select(store: Store, condition: str, values: Sequence[Value]) -> list[Cited]:
    found = store.rows(
        f'SELECT c.document, {CLAUSE_COLUMNS}, {_COLUMNS} FROM "references" r'  # noqa: S608 - our own words
        " JOIN clauses c USING (clause) JOIN documents d USING (document)"
        f" WHERE {condition} ORDER BY d.issued DESC NULLS LAST, d.document, c.position, r.start",
        values,
    )
    heads = heads_among(store, {row[0] for row in found})
    return [_cited(heads[row[0]], row[1:13], row[13:]) for row in found]


def _cited(head: Head, clause_row: tuple[object, ...], row: tuple[object, ...]) -> Cited:
    clause = clause_of(clause_row)
    text, number, kind, issued, issuer, relation, start, end = row
    reference = Reference(
        str(text), _text(number), _text(kind), date.fromisoformat(str(issued)) if issued else None,
        _text(issuer), Relation(str(relation)), clause.index, int(str(start)), int(str(end)),
    )  # fmt: skip
    return Cited(head, clause, reference)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def citing(store: Store, number: str, kind: str | None = None) -> list[Cited]:
    """Every mention of documents of that number, newest citing document first.

    A number without its letters ("309", "117/2020") finds those of the kind given.
    """
    asked = number_key(number)
    if not re.fullmatch(r"\d+(?:/\d{4})?", asked):
        return _select(store, "r.number_key = ?", (asked,))
    found = _select(store, "r.number_key >= ? AND r.number_key < ?", (asked, asked + ":"))
    return [
        cited
        for cited in found
        if re.match(rf"{asked}[/\-]", number_key(cited.reference.number or ""))
        and (kind is None or cited.reference.kind is None or key(kind) in key(cited.reference.kind))
    ]


def citing_law(store: Store, name: str) -> list[Cited]:
    """Every mention of the law of that name, with its number or without, newest citing document
    first. The name of one law may open that of another: "Luật Đầu tư", "Luật Đầu tư công"."""
    opens = re.compile(rf"{re.escape(plain(name))}(?=$|[^\w\s]|\s*(?:so|nam|ngay|\d))")
    rows = [
        row
        for row, text in store.rows(
            'SELECT rowid, text FROM "references" WHERE kind IN (?, ?, ?, ?)',
            ("Luật", "Bộ luật", "Bộ Luật", "Pháp lệnh"),
        )
        if opens.match(plain(text))
    ]
    # As JSON: a law may be cited more often than a statement has places for values.
    return _select(store, "r.rowid IN (SELECT value FROM json_each(?))", (json.dumps(rows),))


def cited_in(store: Store, document: int) -> list[Cited]:
    """Every document that the document of that rowid mentions, in reading order."""
    return _select(store, "c.document = ?", (document,))


def edges(store: Store) -> list[tuple[Head, Head, Relation, int]]:
    """Who cites whom among the documents of the library: (citing, cited, relation, how often).

    A mention that fits no document, or more than one, makes no edge.
    """
    counts: Counter[tuple[int, int, Relation]] = Counter()
    heads: dict[int, Head] = {}
    numbers = "SELECT number_key FROM documents WHERE number_key IS NOT NULL"
    for cited in _select(store, f"r.number_key IN ({numbers})", ()):
        target = resolve(store, cited.reference)
        if target is None or target.row == cited.head.row:
            continue
        heads[cited.head.row], heads[target.row] = cited.head, target
        counts[cited.head.row, target.row, cited.reference.relation] += 1
    return [
        (heads[source], heads[target], relation, count)
        for (source, target, relation), count in counts.items()
    ]
