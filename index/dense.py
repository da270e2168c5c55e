"""The dense index: unit vectors by id, nearest first. The only file that knows faiss.

Up to `EXACT_LIMIT` vectors the search is exact. Above, vectors are kept in half precision in
inverted lists, of which the nearest are read. Of a million clauses, one byte a dimension or fewer
lists found less than 99 of 100 (eval/benchmarks/million.py). An id may come with several vectors
(a long text in windows): it scores as its best one.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from corpus.errors import DamagedLibraryError

__all__ = ["EXACT_LIMIT", "DenseIndex"]

# One question is too little work to share between threads, and many questions come at once.
faiss.omp_set_num_threads(1)

EXACT_LIMIT = 200_000  # vectors; about 10 ms a question at 256 dimensions on one core
PROBES = 1536  # inverted lists read for a question
TRAINING_PER_LIST = 40  # vectors a list that the quantiser is trained on
_FILTER_EXACT = 50_000  # with fewer allowed ids than this, every list is read


class DenseIndex:
    """Vectors by id on disk. Similarities are inner products of unit vectors, higher is better."""

    def __init__(self, index: faiss.Index) -> None:
        """Wrap a faiss index that maps ids; use `build` or `open`."""
        self._index: Any = index

    @classmethod
    def build(
        cls, vectors: NDArray[np.float32], ids: NDArray[np.int64], path: Path | None = None
    ) -> DenseIndex:
        """Index the vectors, float32 (n, dim) with unit rows, and write them if a path is given.

        Above `EXACT_LIMIT` the inverted lists are trained on a sample, by a fixed seed.
        """
        count, dim = vectors.shape
        if count <= EXACT_LIMIT:
            index: Any = faiss.IndexIDMap2(faiss.IndexFlatIP(dim))
        else:
            lists = int(4 * np.sqrt(count))
            index = faiss.index_factory(dim, f"IVF{lists},SQfp16", faiss.METRIC_INNER_PRODUCT)
            index.cp.seed = 1
            rng = np.random.default_rng(1)
            sample = rng.choice(count, min(count, lists * TRAINING_PER_LIST), replace=False)
            index.train(np.ascontiguousarray(vectors[np.sort(sample)]))
            index.nprobe = PROBES
        dense = cls(index)
        dense.add(vectors, ids)
        if path is not None:
            dense.save(path)
        return dense

    @classmethod
    def open(cls, path: Path) -> DenseIndex:
        """Read an index that `save` wrote.

        Raises:
            DamagedLibraryError: The file is missing or is not such an index.
        """
        try:
            return cls(faiss.read_index(str(path)))
        except RuntimeError as error:
            message = f"Không đọc được chỉ mục vectơ {path}. Hãy chạy lại: chidao index."
            raise DamagedLibraryError(message) from error

    def save(self, path: Path) -> None:
        """Write the index; a file already there is replaced in one step."""
        beside = path.with_name(path.name + ".new")
        faiss.write_index(self._index, str(beside))
        os.replace(beside, path)  # noqa: PTH105 - Path.replace does not say that it overwrites

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, vectors: NDArray[np.float32], ids: NDArray[np.int64]) -> None:
        """Add vectors, float32 (n, dim) with unit rows, under their ids."""
        self._index.add_with_ids(np.ascontiguousarray(vectors, np.float32), ids.astype(np.int64))

    def remove(self, ids: NDArray[np.int64]) -> None:
        """Forget all vectors of these ids."""
        self._index.remove_ids(faiss.IDSelectorBatch(ids.astype(np.int64)))

    def search(
        self, vector: NDArray[np.float32], k: int, allowed: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The k ids nearest to the vector as (id, similarity in [-1, 1]), best first.

        With `allowed` only those ids are ranked at all. A vector of zeros finds nothing.
        """
        if not len(self) or not vector.any() or (allowed is not None and not len(allowed)):
            return []
        selector = None
        if allowed is not None:
            # faiss keeps a pointer, so the selector must outlive the search.
            selector = faiss.IDSelectorBatch(np.asarray(allowed, np.int64))
        parameters = self._parameters(selector, None if allowed is None else len(allowed))
        # Twice as many, since several vectors may belong to one id.
        similarities, found = self._index.search(
            np.ascontiguousarray(vector[None, :], np.float32),
            min(2 * k, len(self)),
            params=parameters,
        )
        best: dict[int, float] = {}
        for key, similarity in zip(found[0].tolist(), similarities[0].tolist(), strict=True):
            if key >= 0 and key not in best:
                best[key] = similarity
        return list(best.items())[:k]

    def _parameters(
        self, selector: faiss.IDSelector | None, allowed: int | None
    ) -> faiss.SearchParameters | None:
        """How to search: which ids, and for inverted lists, how many of them."""
        if not isinstance(self._index, faiss.IndexIVF):
            return faiss.SearchParameters(sel=selector) if selector else None  # type: ignore[call-arg]
        probes = PROBES
        if allowed is not None:
            # As many allowed vectors are read as vectors without a filter; all if they are few.
            share = max(1, len(self) // max(1, allowed))
            probes = self._index.nlist if allowed <= _FILTER_EXACT else PROBES * share
        probes = min(probes, self._index.nlist)
        return faiss.SearchParametersIVF(sel=selector, nprobe=probes)  # type: ignore[call-arg]
