"""Search measured on any set in BEIR form: corpus.jsonl[.gz], queries.jsonl, qrels.

The texts are indexed as clauses are, by the engines the library uses. Ids like "45/2019/qh14+98"
say that a text is one article of a larger document; the part before the last "+" is taken for it.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import UsageError
from eval.measures import measure, percentiles, write_run
from eval.variants import Variant, vary
from index.dense import DenseIndex
from index.encoder import Encoder, load_encoder, passage
from index.fusion import rank
from index.lexical import Entry, LexicalIndex
from index.train_data import Part, part_of, read_corpus, read_questions

__all__ = ["Indexed", "Progress", "evaluate", "index_texts"]

Progress = Callable[[str, int, int], None]
"""Told the stage, how much is done, and how much there is (0 when not known)."""

_BATCH = 512


@dataclass(frozen=True, slots=True)
class Indexed:
    """A set's texts, indexed. Clause n + 1 is the text `names[n]`."""

    names: tuple[str, ...]
    lexical: LexicalIndex
    dense: DenseIndex
    encoder: Encoder
    seconds: float


def _quiet(_stage: str, _done: int, _total: int) -> None:
    """Show no progress."""


@contextmanager
def index_texts(folder: Path, encoder: Encoder, progress: Progress = _quiet) -> Iterator[Indexed]:
    """The texts of a set in BEIR form, indexed in a temporary folder for as long as needed.

    Raises:
        UsageError: the folder holds no such set.
    """
    with tempfile.TemporaryDirectory(prefix="chidao-beir-") as temporary:
        began = time.perf_counter()
        lexical = LexicalIndex.create(Path(temporary) / "lexical")
        names: list[str] = []
        vectors: list[Any] = []
        documents: dict[str, int] = {}
        batch: list[tuple[str, str, str]] = []

        def take() -> None:
            first = len(names) + 1
            names.extend(name for name, _, _ in batch)
            lexical.add(
                Entry(number, title, "", text, _document(name, documents))
                for number, (name, title, text) in enumerate(batch, start=first)
            )
            vectors.append(encoder.encode([passage(title, (), text) for _, title, text in batch]))
            progress("index", len(names), 0)
            batch.clear()

        try:
            for record in read_corpus(folder):
                batch.append(record)
                if len(batch) == _BATCH:
                    take()
        except (OSError, ValueError, KeyError) as error:
            raise UsageError(f"Không đọc được bộ dữ liệu BEIR trong “{folder}”: {error}") from error
        if batch:
            take()
        lexical.commit()
        ids = np.arange(1, len(names) + 1, dtype=np.int64)
        dense = DenseIndex.build(np.concatenate(vectors), ids)
        yield Indexed(tuple(names), lexical, dense, encoder, time.perf_counter() - began)


def _document(name: str, documents: dict[str, int]) -> int:
    """The number of the document that a text belongs to; 0 if its id names none."""
    whole, plus, _ = name.rpartition("+")
    return documents.setdefault(whole, len(documents) + 1) if plus else 0


def evaluate(
    folder: Path,
    *,
    variant: Variant | None = None,
    run: Path | None = None,
    part: Part | None = None,
    model: str | None = None,
    limit: int = 100,
    progress: Progress = _quiet,
) -> dict[str, Any]:
    """Figures for one set: nDCG@10, Recall@k, MRR@10, p50 and p95 of a question, from a text to
    ranked ids, in milliseconds.

    `part` keeps the questions that index/train.py puts to that use. A TREC run is written if a
    path is given.

    Raises:
        UsageError: the folder holds no such set, or no such questions.
    """
    try:
        asked = read_questions(folder)
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(f"Không đọc được câu hỏi trong “{folder}”: {error}") from error
    if part is not None:
        asked = [question for question in asked if part_of(question[0]) == part]
    questions = [(key, text) for key, text, _ in asked]
    if variant is not None:
        questions = vary(questions, variant, folder)
    if not questions:
        raise UsageError(f"Không có câu hỏi nào có đáp án trong “{folder}”.")
    found: dict[str, list[tuple[str, float]]] = {}
    times: list[float] = []
    with index_texts(folder, load_encoder(model), progress) as indexed:
        rank(questions[0][1], indexed.lexical, indexed.dense, indexed.encoder)  # warm
        for number, (key, text) in enumerate(questions, start=1):
            began = time.perf_counter()
            hits = rank(text, indexed.lexical, indexed.dense, indexed.encoder, limit=limit)
            times.append(time.perf_counter() - began)
            found[key] = [(indexed.names[hit.id - 1], hit.score) for hit in hits]
            progress("ask", number, len(questions))
        texts, seconds, name = len(indexed.names), indexed.seconds, indexed.encoder.name
    if run is not None:
        write_run(found, run)
    golds = {key: grades for key, _, grades in asked if key in found}
    return {
        "set": folder.name,
        "variant": variant.value if variant else None,
        "part": part.value if part else None,
        "model": name,
        "texts": texts,
        "questions": len(found),
        **measure(golds, found),
        **percentiles(times),
        "index_seconds": round(seconds, 1),
    }
