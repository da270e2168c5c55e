"""The lexical index: BM25 over syllables and pairs, on disk. The only file that knows tantivy.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
k1 = 1.2 and b = 0.75. Titles and headings count into the same field as the text, several times
over: measured better than a sum over separate fields (.723 against .679 nDCG@10).
"""

from __future__ import annotations

import math
import shutil
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import tantivy
from numpy.typing import NDArray

from corpus.errors import DamagedLibraryError
from index.terms import terms

__all__ = ["Entry", "LexicalIndex", "Presence"]

TITLE_WEIGHT = 3
CONTEXT_WEIGHT = 3
_K1 = 1.2
_B = 0.75
_WORTHLESS = 0.2  # of the mean worth of a question's terms: less, and no one is found by it
_WRITER_BYTES = 64_000_000

_ID = "id"
_TERMS = "terms"
_SIZE = "size"
_PACKED = "packed"
# What is kept for each clause beside the index: id, document, terms in all, different terms of
# the heading; then, for each different term, its hash and a byte: its count, and whether it stands
# in the heading.
_HEAD = np.dtype([("id", "<i8"), ("document", "<i8"), ("size", "<u4"), ("heading_size", "<u4")])
_TERM = np.dtype([("hash", "<u4"), ("count", "u1")])
_IN_HEADING = 128
_MOST = 127


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed for one clause: its document's title, its heading path, its own text.

    `document` tells which clauses belong together; 0 where it is not known.
    """

    id: int
    title: str
    context: str
    body: str
    document: int = 0


@dataclass(frozen=True, slots=True)
class Presence:
    """Which of a question's terms stand in which clauses.

    `anywhere` and `heading` are bool (clauses, terms): in the title, headings or text, and in
    the title or headings. `heading_sizes` counts the different terms of each clause's title and
    headings; `documents` says which clauses belong together; `scores` are those that `search`
    gives.
    """

    ids: NDArray[np.int64]
    documents: NDArray[np.int64]
    heading_sizes: NDArray[np.float32]
    anywhere: NDArray[np.bool_]
    heading: NDArray[np.bool_]
    scores: NDArray[np.float32]


def _linked(folder: Path) -> TemporaryDirectory[str]:
    """A folder of our own with the files of one that tantivy cannot put its lock in."""
    links = TemporaryDirectory(prefix="chidao-", ignore_cleanup_errors=True)
    for file in folder.absolute().iterdir():
        if file.suffix == ".lock":
            continue
        try:
            Path(links.name, file.name).symlink_to(file)
        except OSError:  # Windows gives links to few
            shutil.copyfile(file, Path(links.name, file.name))
    return links


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field(_ID, indexed=True, fast=True)
    builder.add_unsigned_field(_SIZE, fast=True)
    # The text arrives as terms between spaces; positions are not needed, pairs stand for them.
    builder.add_text_field(_TERMS, tokenizer_name="whitespace", index_option="freq")
    builder.add_bytes_field(_PACKED, stored=True)
    return builder.build()


class LexicalIndex:
    """Clauses by id, in a folder of their own; changes are seen once they are committed."""

    def __init__(self, index: tantivy.Index, links: TemporaryDirectory[str] | None = None) -> None:
        """Wrap a tantivy index; use `create` or `open`. `links` are kept as long as it is."""
        self._index = index
        self._links = links
        self._schema = index.schema
        self._writer: tantivy.IndexWriter | None = None
        index.reload()
        self._searcher = index.searcher()
        self._mean: float | None = None

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
            try:
                return cls(tantivy.Index.open(str(folder)))
            except ValueError as error:
                if "Lockfile" not in str(error):
                    raise
                links = _linked(folder)
                return cls(tantivy.Index.open(links.name), links)
        except (ValueError, OSError) as error:
            message = f"Không đọc được chỉ mục từ {folder}. Hãy chạy lại: chidao index."
            raise DamagedLibraryError(message) from error

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def add(self, entries: Iterable[Entry]) -> None:
        """Add entries; an id that is there already must be deleted first."""
        writer = self._writing()
        for entry in entries:
            title, context = terms(entry.title), terms(entry.context)
            words = title * TITLE_WEIGHT + context * CONTEXT_WEIGHT + terms(entry.body)
            document = tantivy.Document()
            document.add_unsigned(_ID, entry.id)
            document.add_unsigned(_SIZE, len(words))
            document.add_text(_TERMS, " ".join(words))
            document.add_bytes(_PACKED, _pack(entry, words, {*title, *context}))
            writer.add_document(document)

    def delete(self, ids: Iterable[int]) -> None:
        """Forget these ids."""
        self._writing().delete_documents_by_query(self._among(ids))

    def commit(self) -> None:
        """Make all changes durable and visible, and release the folder for other writers."""
        if self._writer is not None:
            self._writer.commit()
            self._writer.wait_merging_threads()
            self._writer = None
        self._index.reload()
        self._searcher = self._index.searcher()
        self._mean = None
        # What a merge left over would go some time later, when the files are already counted.
        collector = self._index.writer(_WRITER_BYTES, 1)
        collector.garbage_collect_files()
        collector.wait_merging_threads()

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
        worth = {term: weight * self.rarity(term) for term, weight in weights.items()}
        ceiling = sum(worth.values()) * (_K1 + 1)
        if not ceiling or not len(self) or (allowed is not None and not len(allowed)):
            return []
        least = _WORTHLESS * sum(worth.values()) / len(worth)
        query = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, tantivy.Query.boost_query(self._holding(term), weight))
                for term, weight in weights.items()
                if worth[term] >= least
            ]
        )
        if allowed is not None:
            query = self._only(allowed, query)
        hits = self._searcher.search(query, limit=k, count=False).hits
        ids = self._searcher.fast_field_values(_ID, [address for _, address in hits])
        return [
            (int(key or 0), min(1.0, score / ceiling))
            for key, (score, _) in zip(ids, hits, strict=True)
        ]

    def presence(self, weights: Mapping[str, float], ids: Sequence[int]) -> Presence:
        """Which of the weighted terms stand in which clauses; ids not there are left out."""
        packed = self._packed(ids)
        heads = np.frombuffer(b"".join(kept[: _HEAD.itemsize] for kept in packed), _HEAD)
        bodies = [kept[_HEAD.itemsize :] for kept in packed]
        row = np.repeat(np.arange(len(packed)), [len(body) // _TERM.itemsize for body in bodies])
        held = np.frombuffer(b"".join(bodies), _TERM)
        held_hashes = np.ascontiguousarray(held["hash"])

        words = list(weights)
        hashes = np.array([zlib.crc32(word.encode()) for word in words], np.uint32)
        order = np.argsort(hashes)
        at = np.minimum(np.searchsorted(hashes, held_hashes, sorter=order), len(words) - 1)
        column = order[at] if words else at
        known = hashes[column] == held_hashes if words else np.zeros(0, np.bool_)
        row, column, count = row[known], column[known], held["count"][known]

        counts = np.zeros((len(packed), len(words)), np.float32)
        counts[row, column] = count & _MOST
        heading = np.zeros((len(packed), len(words)), np.bool_)
        heading[row, column] = count >= _IN_HEADING
        worth = np.array([w * self.rarity(word) for word, w in weights.items()], np.float32)
        dampened = _K1 * (1 - _B + _B * heads["size"] / self._mean_size())
        scores = (counts * (_K1 + 1) / (counts + dampened[:, None])) @ worth
        return Presence(
            ids=heads["id"],
            documents=heads["document"],
            heading_sizes=heads["heading_size"].astype(np.float32),
            anywhere=counts > 0,
            heading=heading,
            scores=(scores / max(float(worth.sum()) * (_K1 + 1), 1e-9)).astype(np.float32),
        )

    def rarity(self, term: str) -> float:
        """The inverse document frequency of a term, as tantivy counts it."""
        known = self.count(term)
        count = len(self)
        return math.log(1 + (count - known + 0.5) / (known + 0.5))

    def count(self, term: str) -> int:
        """How many clauses have a term."""
        return int(self._searcher.doc_freq(_TERMS, term))

    def has(self, term: str) -> bool:
        """Whether any clause has a term."""
        return self.count(term) > 0

    def _mean_size(self) -> float:
        """Terms a clause, on average."""
        if self._mean is None:
            asked = {"mean": {"avg": {"field": _SIZE}}}
            found = self._searcher.aggregate(tantivy.Query.all_query(), asked)
            self._mean = float(found["mean"]["value"] or 1.0)
        return self._mean

    def _packed(self, ids: Sequence[int]) -> list[bytes]:
        """What is kept for those of the clauses that are there."""
        if not ids:
            return []
        hits = self._searcher.search(self._among(ids), limit=len(ids), count=False).hits
        return [bytes(self._searcher.doc(at).get_first(_PACKED) or b"") for _, at in hits]

    def _holding(self, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, _TERMS, term, "freq")

    def _among(self, ids: Iterable[int]) -> tantivy.Query:
        return tantivy.Query.term_set_query(self._schema, _ID, list(ids))

    def _only(self, ids: Sequence[int], query: tantivy.Query) -> tantivy.Query:
        """The query, restricted to these ids, with its own scores."""
        those = tantivy.Query.const_score_query(self._among(ids), 0.0)
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, those), (tantivy.Occur.Must, query)]
        )


def _pack(entry: Entry, words: list[str], heading: set[str]) -> bytes:
    """What is kept for a clause beside the index."""
    counts = Counter(words)
    head = np.array([(entry.id, entry.document, len(words), len(heading))], _HEAD)
    held = np.empty(len(counts), _TERM)
    held["hash"] = [zlib.crc32(word.encode()) for word in counts]
    held["count"] = [
        min(count, _MOST) | (_IN_HEADING if word in heading else 0)
        for word, count in counts.items()
    ]
    return head.tobytes() + held.tobytes()
