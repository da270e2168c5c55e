"""How near words are in meaning: "chết" to "tử vong", "trâu bò" to "gia súc".

A word is a syllable or two that belong together. Its vector says what it stands beside and what it
is translated by (index/train_words.py); words that are used alike have vectors that point alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EncoderError
from index.encoder import MODEL_FOLDER, as_int8, damaged, unit_rows
from index.terms import PAIR, syllables

__all__ = ["WordVectors", "split_words", "word_vectors", "words_in", "write_words"]

_TABLE = "words.tsv"
_VECTORS = "words.safetensors"


class WordVectors:
    """The vectors of all known words, and which words a text has."""

    def __init__(self, folder: Path = MODEL_FOLDER) -> None:
        """Read the files of the model.

        Raises:
            EncoderError: A file is missing or is not what it should be.
        """
        from safetensors import SafetensorError
        from safetensors.numpy import load_file

        try:
            lines = (folder / _TABLE).read_text("utf-8").split("\n")
            rows = load_file(folder / _VECTORS)["rows"].astype(np.float32)
            table = [line.split("\t") for line in lines]
            self._joined = {word: float(bond) for word, bond in table if bond}
        except (OSError, ValueError, KeyError, SafetensorError) as error:
            raise damaged(folder, error) from error
        if len(table) != len(rows):
            raise EncoderError(f"Mô hình trong {folder} bị hỏng: số dòng không khớp. Hãy cài lại.")
        self._row = {word: row for row, (word, _) in enumerate(table)}
        self.unit = unit_rows(rows)
        """The vectors, float32 (words, dim) of length 1."""

    def split(self, text: str) -> list[str]:
        """The words of a text in their order, two syllables of one joined by `PAIR`."""
        return split_words(syllables(text), self._joined)

    def knows(self, word: str) -> bool:
        """Whether a word has a vector."""
        return word in self._row

    def row(self, word: str) -> int:
        """The row of a known word."""
        return self._row[word]

    def rows(self, words: Iterable[str]) -> NDArray[np.int32]:
        """The rows of the known ones among words, ascending, each once."""
        found = {self._row[word] for word in words if word in self._row}
        return np.array(sorted(found), np.int32)


def split_words(found: Sequence[str], joined: Mapping[str, float]) -> list[str]:
    """Syllables → words: of overlapping pairs those of the strongest bond (`joined`) are one."""
    bonds = [
        (-joined[pair], at)
        for at, pair in enumerate(one + PAIR + two for one, two in pairwise(found))
        if pair in joined
    ]
    taken: set[int] = set()
    begins: set[int] = set()
    for _, at in sorted(bonds):
        if at not in taken and at + 1 not in taken:
            taken |= {at, at + 1}
            begins.add(at)
    return [
        syllable + PAIR + found[at + 1] if at in begins else syllable
        for at, syllable in enumerate(found)
        if at in begins or at not in taken
    ]


@cache
def word_vectors(folder: Path = MODEL_FOLDER) -> WordVectors:
    """The vectors that are shipped, read once.

    Raises:
        EncoderError: as `WordVectors`.
    """
    return WordVectors(folder)


@lru_cache(maxsize=20_000)  # the clauses of a topic are candidates again and again
def words_in(text: str) -> tuple[frozenset[str], NDArray[np.int32]]:
    """The words of a text, and the rows of the known ones in the vectors that are shipped."""
    vectors = word_vectors()
    words = frozenset(vectors.split(text))
    return words, vectors.rows(words)


def write_words(folder: Path, words: Mapping[str, float | None], rows: NDArray[np.float32]) -> None:
    """Write what `WordVectors` reads: words with the bond of their syllables (None for a single
    one), and a vector a word, float32 (words, dim), kept as int8."""
    from safetensors.numpy import save_file

    table = "\n".join(
        f"{word}\t" + ("" if bond is None else f"{bond:.3f}") for word, bond in words.items()
    )
    (folder / _TABLE).write_text(table, "utf-8")
    save_file({"rows": as_int8(rows)[0]}, folder / _VECTORS)  # of unit length when read
