"""How much of a question a text has in words that mean the same, or nearly.

What `qa/content_words.py` finds, it finds to the letter or in the thesaurus; here each word of the
question counts as far as the nearest word of the text may stand for it (the late interaction of
Khattab and Zaharia, "ColBERT", 2020, with vectors of single words).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from index.terms import PAIR
from index.words import word_vectors, words_in
from qa.content_words import says_nothing

__all__ = ["Best", "Nearness"]

Best = NDArray[np.float32]  # (words of the question,): how far a text has each, in [0, 1]


class Nearness:
    """The words of one question, with how near every known word is to each."""

    def __init__(self, text: str, rarity: Callable[[str], float]) -> None:
        """`text` is the Vietnamese wording of the question; `rarity` is what a word weighs."""
        vectors = word_vectors()
        words = dict.fromkeys(vectors.split(text))
        self._asked = [word for word in words if not says_nothing(word.replace(PAIR, " "))]
        self._weights = np.array([rarity(word) for word in self._asked], np.float32)
        self._like = np.ascontiguousarray(vectors.likeness(self._asked).T)  # gathered by row
        self._bests: dict[str, Best] = {}  # clauses below one heading have it in common

    def best(self, text: str) -> Best:
        """How far a text has each word."""
        known = self._bests.get(text)
        if known is None:
            words, rows = words_in(text)
            known = self._like[rows].max(axis=0, initial=0.0)
            known[[word in words for word in self._asked]] = 1.0
            self._bests[text] = known
        return known

    def share(self, best: Best) -> float:
        """The share of the weight of the words that a text has, in [0, 1]; 0 if none weighs."""
        whole = float(self._weights.sum())
        return float(best @ self._weights) / whole if whole else 0.0
