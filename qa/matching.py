"""What questions ask for and what answers say it with: learned from questions and their answers.

Words that are used alike have vectors that point alike (index/words.py), but a question is put in
other words than its answer: "mấy nhà bị cuốn trôi" is answered by "số nhà bị sập, hư hỏng". Linear
maps of those vectors, one for the words of questions and one for those of clauses, bring such words
together (eval/fit_nearness.py); they hold for words that no question had.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EncoderError
from index.encoder import damaged, unit_rows
from index.words import word_vectors

__all__ = ["Maps", "Matching", "matching", "read_maps", "write_maps"]

_FILE = "nearness.safetensors"

Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Maps:
    """What is learned, float32; dim is that of the vectors of words, each map is added to what it
    maps, each emphasis is the logarithm of a factor, linear in the vector, its last the constant.
    """

    asked: Table  # (dim, dim), of a word of a question
    told: Table  # (dim, dim), of a word of a clause
    sense_asked: Table  # (dim, dim), of a whole question
    sense_told: Table  # (dim, dim), of a whole clause
    emphasis: Table  # (dim + 1,), how much a word of a question weighs
    sense_emphasis: Table  # (dim + 1,), how much in the whole question
    told_emphasis: Table  # (dim + 1,), how much a word of a clause weighs
    rarity: Table  # (words,), of words in clauses
    floor: Table  # (1,), cosine at and below which two words have nothing in common


class Matching:
    """The tables that a question is matched by, a row for each known word."""

    def __init__(self, maps: Maps, unit: Table) -> None:
        """`unit` has the vectors of words, float32 (words, dim) of length 1."""
        self._unit, self._maps = unit, maps
        self._floor = float(maps.floor[0])
        self._told = unit_rows(unit + unit @ maps.told)
        self.emphasis = _factors(unit, maps.emphasis)
        self._sense_emphasis = _factors(unit, maps.sense_emphasis)
        weighed = unit * (_factors(unit, maps.told_emphasis) * maps.rarity)[:, None]
        self.sense = weighed + weighed @ maps.sense_told
        """What each word of a clause adds to its sense, float32 (words, dim)."""

    def likeness(self, rows: NDArray[np.int32]) -> Table:
        """How far each known word of a clause may stand for each of these words of a question,
        float32 (rows, words) in [0, 1]."""
        asked = self._unit[rows]
        cosines = unit_rows(asked + asked @ self._maps.asked) @ self._told.T
        return np.asarray(np.clip((cosines - self._floor) / (1 - self._floor), 0, 1), np.float32)

    def sense_of(self, rows: NDArray[np.int32], weights: Table) -> Table:
        """The sense of a question of these words, float32 (dim,) of length 1 (0 without words)."""
        asked = np.asarray((weights * self._sense_emphasis[rows]) @ self._unit[rows], np.float32)
        mapped = np.asarray(asked + asked @ self._maps.sense_asked, np.float32)
        return np.asarray(unit_rows(mapped[None])[0], np.float32)


def _factors(unit: Table, emphasis: Table) -> Table:
    return np.asarray(np.exp(unit @ emphasis[:-1] + emphasis[-1]), np.float32)


@cache
def matching() -> Matching:
    """What is shipped, read once.

    Raises:
        EncoderError: A file is missing or is not what it should be.
    """
    return Matching(read_maps(Path(__file__).parent), word_vectors().unit)


def read_maps(folder: Path) -> Maps:
    """The maps that `write_maps` wrote.

    Raises:
        EncoderError: as `matching`.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        held = load_file(folder / _FILE)
        maps = Maps(**{field.name: held[field.name].astype(np.float32) for field in fields(Maps)})
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        raise damaged(folder, error) from error
    if len(maps.rarity) != len(word_vectors().unit):
        raise EncoderError(f"Mô hình trong {folder} bị hỏng: số dòng không khớp. Hãy cài lại.")
    return maps


def write_maps(folder: Path, maps: Maps) -> None:
    """Write the maps, kept as float16."""
    from safetensors.numpy import save_file

    held = {field.name: getattr(maps, field.name) for field in fields(Maps)}
    save_file({name: table.astype(np.float16) for name, table in held.items()}, folder / _FILE)
