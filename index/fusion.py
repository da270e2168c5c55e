"""One ranking out of two engines: a weighted sum of calibrated scores.

Both engines propose candidates; every candidate is then judged by the same few features, each of
which means the same from one question to the next. Their weighted sum, through the logistic
function, is the score: roughly the chance that the clause answers the question. The weights are
fitted on questions that the encoder has not seen (eval/fitting.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder, unit_rows
from index.lexical import Presence
from index.wording import Wording, reword

__all__ = ["FEATURES", "DenseSearch", "Features", "LexicalSearch", "Scored", "features", "rank"]

CANDIDATES = 150  # taken from each engine, at least: what neither proposes cannot be found

FEATURES = {
    "lexical": 0.37,
    "dense": 4.60,
    "heading": -1.41,
    "headed": 2.52,
    "anywhere": 5.23,
    "together": 3.99,
    "headings": 1.23,
}
"""The weight of each feature, all shares in [0, 1] but the second:

lexical    BM25 as a share of the most the question could score
dense      cosine of the question's vector and the clause's
heading    share of the question's terms, weighted by rarity, in the title and headings
headed     share of the terms of the title and headings that are in the question
anywhere   share of the question's terms in the title, headings or text
together   the same for the candidates of the clause's document taken together
headings   share of the question's terms in the headings of those candidates
"""
BIAS = -14.03
_OTHERWISE = 0.4  # how far what words may mean besides draws the question's vector


class DenseSearch(Protocol):
    """An engine that finds by vector; another one (Milvus) can stand here."""

    def search(
        self, vector: NDArray[np.float32], k: int, allowed: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The k nearest clause ids, best first, with similarities in [-1, 1]."""
        ...


class LexicalSearch(Protocol):
    """An engine that finds by words."""

    def search(
        self, weights: Mapping[str, float], k: int, allowed: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The k best clause ids for weighted terms, best first, with scores in [0, 1]."""
        ...

    def presence(self, weights: Mapping[str, float], ids: Sequence[int]) -> Presence:
        """Which of the weighted terms stand in which of the clauses."""
        ...

    def rarity(self, term: str) -> float:
        """The inverse document frequency of a term."""
        ...

    def count(self, term: str) -> int:
        """How many clauses have a term."""
        ...


@dataclass(frozen=True, slots=True)
class Scored:
    """A clause id and its scores, of which higher is better.

    `score` in [0, 1] is the one to rank by; `lexical` in [0, 1] and `dense` in [-1, 1] are the
    engines' own.
    """

    id: int
    score: float
    lexical: float
    dense: float


@dataclass(frozen=True, slots=True)
class Features:
    """The candidates for a question, and float32 (candidates, features) in FEATURES' order."""

    ids: NDArray[np.int64]
    values: NDArray[np.float32]


def features(
    wording: Wording,
    lexical: LexicalSearch,
    dense: DenseSearch,
    encoder: Encoder,
    allowed: Sequence[int] | None = None,
    candidates: int = CANDIDATES,
) -> Features:
    """What each engine proposes for a question, and how each proposal looks by every feature."""
    vector = _vector(wording, encoder)
    words = lexical.search(wording.weights, candidates, allowed)
    near = dict(dense.search(vector, candidates, allowed))
    found = lexical.presence(wording.weights, sorted({key for key, _ in words} | near.keys()))
    # What the lexical index proposed, the dense one is asked about: no score is made up.
    others = [key for key in found.ids.tolist() if key not in near]
    near |= dict(dense.search(vector, len(others), others))

    worth = np.array([w * lexical.rarity(term) for term, w in wording.weights.items()], np.float32)
    worth /= max(float(worth.sum()), 1e-9)
    group = np.unique(found.documents, return_inverse=True)[1]
    # Clauses of an unknown document (0) stand each for themselves.
    alone = group.max(initial=0) + 1 + np.arange(len(group))
    group = np.where(found.documents > 0, group, alone)
    columns = [
        found.scores,
        np.array([near.get(key, 0.0) for key in found.ids.tolist()], np.float32),
        found.heading @ worth,
        found.heading.sum(axis=1) / np.maximum(found.heading_sizes, 1.0),
        found.anywhere @ worth,
        _together(found.anywhere, group) @ worth,
        _together(found.heading, group) @ worth,
    ]
    return Features(found.ids, np.stack(columns, axis=1).astype(np.float32))


def rank(
    question: str,
    lexical: LexicalSearch,
    dense: DenseSearch,
    encoder: Encoder,
    allowed: Sequence[int] | None = None,
    limit: int = 10,
) -> list[Scored]:
    """The clauses that answer the question best, among those allowed, best first."""
    found = features(
        reword(question, counted=lexical.count),
        lexical,
        dense,
        encoder,
        allowed,
        candidates=max(CANDIDATES, limit),
    )
    sums = found.values @ np.array(list(FEATURES.values()), np.float32) + BIAS
    scores = 1.0 / (1.0 + np.exp(-sums))
    order = np.lexsort((found.ids, -scores))[:limit]
    return [
        Scored(
            int(found.ids[n]),
            float(scores[n]),
            float(found.values[n, 0]),
            float(found.values[n, 1]),
        )
        for n in order
    ]


def _vector(wording: Wording, encoder: Encoder) -> NDArray[np.float32]:
    """The vector of a question, float32 (dim,), a little towards what its words may mean besides.

    All of that as one text, the likeliest first: a large model takes its time for each text.
    """
    likeliest = sorted(wording.others, key=lambda other: -other[1])
    besides = ". ".join(text for text, _ in likeliest)
    vectors = encoder.encode([wording.text, besides][: 2 if besides else 1], query=True)
    drawn: NDArray[np.float32] = unit_rows(vectors[:1] + _OTHERWISE * vectors[1:].sum(axis=0))[0]
    return drawn


def _together(present: NDArray[np.bool_], group: NDArray[np.intp]) -> NDArray[np.bool_]:
    """For each row, what any row of its group holds."""
    united = np.zeros((int(group.max(initial=-1)) + 1, present.shape[1]), np.bool_)
    np.logical_or.at(united, group, present)
    rows: NDArray[np.bool_] = united[group]
    return rows
