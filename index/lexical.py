"""The lexical index: BM25 over syllables and pairs, on disk. The only file that knows tantivy.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
k1 = 1.2 and b = 0.75. Titles and headings count into the same field as the text, several times
over: measured better than a sum over separate fields (.723 against .679 nDCG@10).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy

from corpus.errors import DamagedLibraryError
from index.terms import terms

__all__ = ["Entry", "LexicalIndex"]

TITLE_WEIGHT = 3
CONTEXT_WEIGHT = 1
_K1 = 1.2
_WRITER_BYTES = 64_000_000
_ID = "id"
_TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed for one clause: its document's title, its heading path, its own text."""

    id: int
    title: str
    context: str
    body: str


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field(_ID, indexed=True, fast=True)
    # The text arrives as terms between spaces; positions are not needed, pairs stand for them.
    builder.add_text_field(_TERMS, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


class LexicalIndex:
    """Clauses by id, in a folder of their own; changes are seen once they are committed."""

    def __init__(self, index: tantivy.Index) -> None:
        """Wrap a tantivy index; use `create` or `open`."""
        self._index = index
        self._schema = index.schema
        self._writer: tantivy.IndexWriter | None = None
        index.reload()
        self._searcher = index.searcher()

    @classmethod
    def create(cls, folder: Path) -> LexicalIndex:
        """An empty index in that folder, which must be empty or absent."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(tantivy.Index(_schema(), path=str(folder)))

    @classmethod
    def open(cls, folder: Path) -> LexicalIndex:
        """Read the index in that folder.

        Raises:
            DamagedLibraryError: There is none, or it cannot be read.
        """
        try:
            return cls(tantivy.Index.open(str(folder)))
        except (ValueError, OSError) as error:
            message = f"Không đọc được chỉ mục từ {folder}. Hãy chạy lại: chidao index."
            raise DamagedLibraryError(message) from error

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def add(self, entries: Iterable[Entry]) -> None:
        """Add entries; an id that is there already must be deleted first."""
        writer = self._writing()
        for entry in entries:
            words = terms(entry.title) * TITLE_WEIGHT
            words += terms(entry.context) * CONTEXT_WEIGHT
            words += terms(entry.body)
            document = tantivy.Document()
            document.add_unsigned(_ID, entry.id)
            document.add_text(_TERMS, " ".join(words))
            writer.add_document(document)

    def delete(self, ids: Iterable[int]) -> None:
        """Forget these ids."""
        those = tantivy.Query.term_set_query(self._schema, _ID, list(ids))
        self._writing().delete_documents_by_query(those)

    def commit(self) -> None:
        """Make all changes durable and visible, and release the folder for other writers."""
        if self._writer is not None:
            self._writer.commit()
            self._writer.wait_merging_threads()
            self._writer = None
        self._index.reload()
        self._searcher = self._index.searcher()

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(_WRITER_BYTES, 1)
        return self._writer

    def search(
        self, weights: Mapping[str, float], k: int, allowed: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The k best ids for weighted terms as (id, score in [0, 1]), best first.

        The score is BM25 as a share of what a text could reach that held every term of the
        question without end, known to the library or not: so it compares between questions.
        With `allowed` only those ids are ranked at all.
        """
        ceiling = sum(weight * self._rarity(term) for term, weight in weights.items()) * (_K1 + 1)
        if not ceiling or not len(self) or (allowed is not None and not len(allowed)):
            return []
        query = tantivy.Query.boolean_query(
            [
                (
                    tantivy.Occur.Should,
                    tantivy.Query.boost_query(
                        tantivy.Query.term_query(self._schema, _TERMS, term, "freq"), weight
                    ),
                )
                for term, weight in weights.items()
                if weight > 0
            ]
        )
        if allowed is not None:
            those = tantivy.Query.term_set_query(self._schema, _ID, list(allowed))
            query = tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Must, tantivy.Query.const_score_query(those, 0.0)),
                    (tantivy.Occur.Must, query),
                ]
            )
        hits = self._searcher.search(query, limit=k, count=False).hits
        ids = self._searcher.fast_field_values(_ID, [address for _, address in hits])
        return [
            (int(key or 0), min(1.0, score / ceiling))
            for key, (score, _) in zip(ids, hits, strict=True)
        ]

    def _rarity(self, term: str) -> float:
        """The inverse document frequency, as tantivy counts it."""
        known = self._searcher.doc_freq(_TERMS, term)
        count = len(self)
        return math.log(1 + (count - known + 0.5) / (known + 0.5))
