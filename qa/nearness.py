"""How much of a question a text has in words that mean the same, or nearly.

What `qa/content_words.py` finds, it finds to the letter or in the thesaurus; here each word of the
question counts as far as the nearest word of the text may stand for it (the late interaction of
Khattab and Zaharia, "ColBERT", 2020, with vectors of single words), and the sense of the whole is
compared besides: the weighted sums of the words. Both are learned (qa/matching.py).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.terms import PAIR
from index.words import word_vectors, words_in
from qa.content_words import says_nothing
from qa.matching import Matching, matching

__all__ = ["LACKS", "Best", "Nearness", "asked_words"]

LACKS = 7
"""Numbers in `Nearness.lacks`."""

_FAR, _FARTHER = 0.3, 0.25  # a word that a text has less of than that, it lacks
_TENTH = 0.1

Best = NDArray[np.float32]  # (words of the question,): how far a text has each, in [0, 1]


def asked_words(text: str) -> list[str]:
    """The known words of a question that carry its meaning, each once; `text` is its Vietnamese
    wording."""
    vectors = word_vectors()
    words = dict.fromkeys(vectors.split(text))
    return [
        word for word in words if vectors.knows(word) and not says_nothing(word.replace(PAIR, " "))
    ]


class Nearness:
    """The words of one question, with how near every known word is to each."""

    def __init__(
        self, text: str, rarity: Callable[[str], float], learned: Matching | None = None
    ) -> None:
        """`rarity` is what a word weighs; `learned` what is shipped, unless another is given."""
        self._learned = learned or matching()
        self._asked = asked_words(text)
        rows = np.array([word_vectors().row(word) for word in self._asked], np.int32)
        weights = np.array([rarity(word) for word in self._asked], np.float32)
        self._weights = weights * self._learned.emphasis[rows]
        self._whole = float(self._weights.sum())
        self._top = float(self._weights.max(initial=0.0))
        self._like = np.ascontiguousarray(self._learned.likeness(rows).T)  # gathered by row
        self._sense = self._learned.sense_of(rows, weights)
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
        return float(best @ self._weights) / self._whole if self._whole else 0.0

    def unmet(self, best: Best) -> float:
        """How far the weightiest word is lacking that a text lacks, as a share of the weightiest of
        all, in [0, 1]: in "in trên giấy gì" the paper, where only copies are told."""
        if not self._top:
            return 0.0
        return float((self._weights * (1 - best)).max(initial=0.0)) / self._top

    def lacks(self, best: Best) -> tuple[float, ...]:
        """What a text lacks, (LACKS,): of the whole weight the part that the one, two, three words
        lacked most have; the share of words, and of weight, that is as good as not there; and how
        many words, of what weight, there are (in tens)."""
        if not self._whole:
            return (0.0,) * LACKS
        shares = self._weights / self._whole
        worst = np.sort(shares * (1 - best))[::-1]
        return (
            *(float(worst[:count].sum()) for count in (1, 2, 3)),
            float((best < _FAR).mean()),
            float(shares[best < _FARTHER].sum()),
            len(shares) * _TENTH,
            self._top * _TENTH,
        )

    def sense(self, *texts: str) -> float:
        """How near the sense of these texts together is to that of the question: a cosine."""
        whole = sum((_sense(self._learned, text) for text in texts), np.float32(0.0))
        return float(whole @ self._sense) / (float(np.linalg.norm(whole)) or 1.0)


@lru_cache(maxsize=20_000)  # the clauses of a topic are candidates again and again
def _sense(learned: Matching, text: str) -> NDArray[np.float32]:
    """The sum of what the words of a text mean, float32 (dim,)."""
    _, rows = words_in(text)
    return np.asarray(learned.sense[rows].sum(axis=0), np.float32)
