"""Counted triples of syllables."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.triples import Triples, count_triples, write_triples

NUMBERS = {"phòng": 0, "chống": 1, "dịch": 2, "cháy": 3}
SEQUENCES = [["phòng", "chống", "dịch"]] * 5 + [["phòng", "chống", "cháy"]] * 3 + [["dịch"] * 3]


@pytest.fixture
def triples(tmp_path: Path) -> Triples:
    """What is read of SEQUENCES; what was counted only once is not kept."""
    path = tmp_path / "triples.safetensors"
    write_triples(count_triples(SEQUENCES), NUMBERS, path)
    return Triples(path, len(NUMBERS))


def test_what_stands_behind_two_is_counted_less_a_discount(triples: Triples) -> None:
    """Each of the thirds, and all of them together."""
    counts, whole = triples.behind([(0, 1), (2, 2)], [2, 3, 0])
    assert np.allclose(counts, [[4.25, 2.25, 0.0], [0.0, 0.0, 0.0]])
    assert np.allclose(whole, [6.5, 0])


def test_a_syllable_without_a_number_stands_nowhere(triples: Triples) -> None:
    """Its number is below 0, and is nobody's else."""
    counts, whole = triples.behind([(-1, 0), (0, 1)], [-1, 2])
    assert np.allclose(counts, [[0.0, 0.0], [0.0, 4.25]])
    assert np.allclose(whole, [0, 6.5])


def test_no_triples_at_all_are_no_error(tmp_path: Path) -> None:
    """A training text may be of two words."""
    path = tmp_path / "triples.safetensors"
    write_triples({}, NUMBERS, path)
    counts, whole = Triples(path, len(NUMBERS)).behind([(0, 1)], [2])
    assert not counts.any()
    assert not whole.any()


def test_triples_of_other_syllables_are_refused(triples: Triples, tmp_path: Path) -> None:
    """A table that does not belong to the list of syllables would restore nonsense."""
    del triples
    with pytest.raises(ValueError, match="without a number"):
        Triples(tmp_path / "triples.safetensors", 2)
