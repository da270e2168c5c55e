"""Counted triples of syllables: what stands behind two others, and how far that can be relied on.

A pair tells little of what follows ("phòng chống tham | nhũng"); a triple tells more, but most are
never counted. Each count is taken less a constant, and what is left over goes to the pairs
(absolute discounting: Ney, Essen and Kneser, "On Structuring Probabilistic Dependences in
Stochastic Language Modelling", 1994).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = ["Triple", "Triples", "count_triples", "write_triples"]

Triple = tuple[str, str, str]

_DISCOUNT = 0.75
_MOST = np.iinfo(np.uint16).max  # counts above it are kept as it


def count_triples(sequences: Iterable[Sequence[str]]) -> Counter[Triple]:
    """How often each three syllables stand one behind the other in the sequences."""
    counts: Counter[Triple] = Counter()
    for found in sequences:
        counts.update(zip(found, found[1:], found[2:], strict=False))
    return counts


def write_triples(
    counts: Mapping[Triple, int], numbers: Mapping[str, int], path: Path, least: int = 3
) -> None:
    """Write the counts that `Triples` reads, of the syllables that have a number."""
    from safetensors.numpy import save_file

    kept = [
        (*(numbers[syllable] for syllable in triple), min(number, _MOST))
        for triple, number in counts.items()
        if number >= least and all(syllable in numbers for syllable in triple)
    ]
    table = np.array(sorted(kept), np.uint16).reshape(-1, 4)
    save_file(
        {"triples": table[:, :3].copy(), "counts": table[:, 3].copy()},
        path,
    )


class Triples:
    """What `write_triples` wrote. Syllables are told by their numbers."""

    def __init__(self, path: Path, size: int) -> None:
        """`size` is how many syllables have a number.

        Raises:
            OSError, ValueError, KeyError, safetensors.SafetensorError: The file is missing or is
                not such a table.
        """
        from safetensors.numpy import load_file

        held = load_file(path)
        table, self._counts = held["triples"], held["counts"]
        if len(table) and table.max() >= size:
            raise ValueError("a triple has a syllable without a number")
        self._size = size
        self._keys: NDArray[np.int64] = table[:, 0].astype(np.int64)
        for column in (1, 2):  # in place: there are three quarters of a million
            self._keys *= size
            self._keys += table[:, column]
        self._upto = np.concatenate([[0.0], np.cumsum(self._counts - _DISCOUNT)])

    def behind(
        self, pairs: Sequence[tuple[int, int]], thirds: Sequence[int]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """How often each of `thirds` stands behind each of `pairs`, less the discount, float64
        (pairs, thirds); and how often anything does, (pairs,). A number below 0 is of no syllable.
        """
        known = np.array(pairs, np.int64).reshape(-1, 2)
        wanted = np.array(thirds, np.int64)
        first = np.where((known >= 0).all(axis=1), known @ [self._size, 1], -1) * self._size
        start = np.searchsorted(self._keys, first)
        end = np.searchsorted(self._keys, first + self._size)
        keys = first[:, None] + wanted
        at = np.minimum(np.searchsorted(self._keys, keys), max(0, len(self._keys) - 1))
        there = (self._keys[at] == keys) & (wanted >= 0) if len(self._keys) else keys < 0
        counts = np.where(there, self._counts[at] - _DISCOUNT if len(self._keys) else 0.0, 0.0)
        return counts, self._upto[end] - self._upto[start]
