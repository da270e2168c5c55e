"""The dense index: nearest vectors by id, filters before ranking."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import index.dense
from corpus.errors import DamagedLibraryError
from index.dense import DenseIndex


def unit_rows(count: int, dim: int = 32, seed: int = 0) -> NDArray[np.float32]:
    """Vectors in a few clusters, as texts are, of unit length."""
    rng = np.random.default_rng(seed)
    centres = rng.standard_normal((20, dim))
    rows = centres[rng.integers(0, 20, count)] + 0.7 * rng.standard_normal((count, dim))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def brute_force(
    rows: NDArray[np.float32], ids: NDArray[np.int64], vector: NDArray[np.float32], k: int
) -> list[int]:
    """The ids that the index must find."""
    return ids[np.argsort(-(rows @ vector), kind="stable")[:k]].tolist()


def test_exact_search_equals_brute_force(tmp_path: Path) -> None:
    """Ids and similarities are those of NumPy, also after writing and reading."""
    rows, ids = unit_rows(500), np.arange(500, dtype=np.int64) * 7 + 1
    DenseIndex.build(rows, ids, tmp_path / "dense")
    dense = DenseIndex.open(tmp_path / "dense")
    for vector in unit_rows(20, seed=1):
        hits = dense.search(vector, 10)
        assert [key for key, _ in hits] == brute_force(rows, ids, vector, 10)
        assert hits[0][1] == pytest.approx(float((rows @ vector).max()), abs=1e-5)


@pytest.mark.parametrize("exact", [True, False])
def test_a_filter_acts_before_ranking(exact: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """With 20 ids allowed, the best of those 20 come back however many others are nearer."""
    if not exact:
        monkeypatch.setattr(index.dense, "EXACT_LIMIT", 100)
    rows, ids = unit_rows(5000), np.arange(5000, dtype=np.int64)
    dense = DenseIndex.build(rows, ids)
    vector = unit_rows(1, seed=2)[0]
    worst = brute_force(rows, ids, vector, 5000)[-20:]
    assert {key for key, _ in dense.search(vector, 10, worst)} <= set(worst)
    found = [key for key, _ in dense.search(vector, 20, worst)]
    assert len(set(found) & set(worst)) == 20
    assert dense.search(vector, 10, []) == []


def test_approximate_search_finds_what_exact_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit, inverted lists of bytes still find 99 % of the ten nearest."""
    rows, ids = unit_rows(20_000), np.arange(20_000, dtype=np.int64)
    monkeypatch.setattr(index.dense, "EXACT_LIMIT", 1000)
    dense = DenseIndex.build(rows, ids)
    questions = unit_rows(50, seed=3)
    shared = [
        len({key for key, _ in dense.search(v, 10)} & set(brute_force(rows, ids, v, 10)))
        for v in questions
    ]
    assert np.mean(shared) >= 9.8


def test_an_id_scores_as_its_best_vector() -> None:
    """Several vectors under one id give one hit."""
    rows = unit_rows(10)
    dense = DenseIndex.build(rows, np.array([1, 1, 1, 2, 2, 3, 4, 5, 6, 7]))
    hits = dense.search(rows[2], 7)
    assert len(hits) == len({key for key, _ in hits}) == 7
    assert hits[0] == (1, pytest.approx(1.0, abs=1e-5))


def test_removed_ids_are_gone_and_added_ones_found() -> None:
    """The index follows the library without being rebuilt."""
    rows = unit_rows(12)
    dense = DenseIndex.build(rows[:10], np.arange(10))
    dense.remove(np.array([3]))
    dense.add(rows[10:], np.array([10, 11]))
    assert len(dense) == 11
    assert 3 not in {key for key, _ in dense.search(rows[3], 11)}
    assert dense.search(rows[11], 1)[0][0] == 11


def test_a_vector_of_zeros_finds_nothing() -> None:
    """A question without a known term has no neighbours, rather than arbitrary ones."""
    assert DenseIndex.build(unit_rows(5), np.arange(5)).search(np.zeros(32, np.float32), 3) == []


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    """Neither a missing nor a foreign file ends in faiss's own words."""
    (tmp_path / "dense").write_bytes(b"not an index")
    for name in ("dense", "absent"):
        with pytest.raises(DamagedLibraryError, match="chidao index"):
            DenseIndex.open(tmp_path / name)
