"""What a million clauses cost: `python -m eval.benchmarks.million DIR [CLAUSES]`, DIR in BEIR form.

The clauses are made from the real texts of the set: its paragraphs, and, as these do not suffice,
the beginning of one paragraph with the end of another. Both engines index them on disk; a fresh
process opens the indexes and asks the held-out questions, so that the memory it needs is its own.
What the approximate vector index finds is held against an exact search over the same vectors.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.measures import percentiles
from index.dense import DenseIndex
from index.encoder import load_encoder, passage
from index.fusion import rank
from index.lexical import Entry, LexicalIndex
from index.train_data import Part, part_of, read_corpus, read_questions

__all__ = ["clauses_of", "main"]

_SHORTEST = 40  # characters of a paragraph taken for a clause
_BATCH = 20_000
_NEAREST = 10
_PARAGRAPH = re.compile(r"\n+|(?<=[.;]) (?=[A-ZĐ\d])")


def clauses_of(folder: Path, count: int) -> Iterator[tuple[str, str]]:
    """`count` clauses as (title, text), the real ones first, always the same ones."""
    real: list[tuple[str, str]] = []
    for _, title, text in read_corpus(folder):
        for part in _PARAGRAPH.split(text):
            if len(part) >= _SHORTEST:
                real.append((title, part))
                yield real[-1]
            if len(real) == count:
                return
    chance = random.Random(1)  # noqa: S311 - not for secrets
    for _ in range(count - len(real)):
        (title, head), (_, tail) = chance.choice(real), chance.choice(real)
        yield title, f"{head[: len(head) // 2]} {tail[len(tail) // 2 :]}"


def build(folder: Path, place: Path, count: int) -> NDArray[np.float32]:
    """Index the clauses on disk below `place`; their vectors, float32 (count, dim)."""
    encoder = load_encoder()
    lexical = LexicalIndex.create(place / "lexical")
    vectors = np.empty((count, encoder.dim), np.float32)
    batch: list[tuple[str, str]] = []
    at = 0
    for title, text in (*clauses_of(folder, count), ("", "")):
        if text:
            batch.append((title, text))
        if batch and (not text or len(batch) == _BATCH):
            vectors[at : at + len(batch)] = encoder.encode([passage(t, (), x) for t, x in batch])
            lexical.add(
                Entry(at + n, title, "", text, (at + n) // 100 + 1)
                for n, (title, text) in enumerate(batch)
            )
            at += len(batch)
            batch = []
    lexical.commit()
    DenseIndex.build(vectors, np.arange(count), place / "dense.faiss")
    return vectors


def ask(place: Path, questions: Sequence[str], found: Any) -> None:
    """In a process of its own: ask both engines; send times, memory and the nearest vectors."""
    encoder = load_encoder()
    lexical = LexicalIndex.open(place / "lexical")
    dense = DenseIndex.open(place / "dense.faiss")
    rank(questions[0], lexical, dense, encoder, limit=_NEAREST)
    times, nearest = [], []
    for question in questions:
        began = time.perf_counter()
        rank(question, lexical, dense, encoder, limit=_NEAREST)
        times.append(time.perf_counter() - began)
        vector = encoder.encode([question], query=True)[0]
        nearest.append([key for key, _ in dense.search(vector, _NEAREST)])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found.send((times, nearest, peak))


def _as_near(vectors: NDArray[np.float32], question: NDArray[np.float32], ids: list[int]) -> float:
    """The share of the nearest that an exact search finds; of equally near ones any will do."""
    similarities = vectors @ question
    tenth = np.partition(similarities, -_NEAREST)[-_NEAREST]
    return float((similarities[ids] >= tenth - 1e-5).sum()) / _NEAREST


def main(arguments: Sequence[str]) -> None:
    """Build, ask, and print one line of figures as JSON."""
    folder, count = Path(arguments[0]), int((*arguments, "1000000")[1])
    questions = [text for key, text, _ in read_questions(folder) if part_of(key) is Part.HELD_OUT]
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        began = time.perf_counter()
        vectors = build(folder, place, count)
        indexing = time.perf_counter() - began
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=ask, args=(place, questions, there))
        process.start()
        times, nearest, peak = here.recv()
        process.join()
        asked = load_encoder().encode(questions, query=True)
        kept = [_as_near(vectors, q, ids) for q, ids in zip(asked, nearest, strict=True)]
        size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
    figures = {
        "clauses": count,
        "questions": len(questions),
        "indexing_s": round(indexing, 1),
        **percentiles(times),
        "resident_mb": round(peak),
        "on_disk_mb": round(size / 2**20),
        "recall_of_exact@10": round(float(np.mean(kept)), 4),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1:])
