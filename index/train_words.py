"""Vectors of words from what they stand beside and from what they are translated by.

Two views of a word: its neighbours in running text, and the English words of the sentences that
its own sentences translate. Each is a table of positive pointwise mutual information, cut down to
its strongest dimensions (Levy and Goldberg, "Neural Word Embedding as Implicit Matrix
Factorization", 2014); the second brings synonyms near that never stand in the same kind of text,
since both are translated alike (Bannard and Callison-Burch, "Paraphrasing with Bilingual Parallel
Corpora", 2005).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.utils.extmath import randomized_svd

from index.terms import PAIR, syllables
from index.train_lexicon import english_words
from index.words import split_words

__all__ = ["WordSettings", "learn_words"]

_SENTENCE = re.compile(r"[.;:\n!?]+")


@dataclass(frozen=True, slots=True)
class WordSettings:
    """How the vectors are learned; the defaults made those that are shipped."""

    size: int = 50_000  # words, the commonest
    least: int = 6  # times a word must occur
    pair_least: int = 8  # times two syllables must stand together to be one word
    bond: float = 0.33  # normalised mutual information from which they are
    window: int = 5  # words to either side
    translated: float = 6.0  # how much oftener translated sentences count: everyday words
    dim: int = 128  # of each view
    seed: int = 1


def learn_words(
    texts: Iterable[str],
    sentences: Iterable[tuple[str, str]],
    settings: WordSettings = WordSettings(),
) -> tuple[dict[str, float | None], NDArray[np.float32]]:
    """Words with the bond of their two syllables (None for a single one), and their vectors,
    float32 (words, 2 × dim), from running texts and (English, Vietnamese) sentences."""
    english, translated = [], []
    for source, target in sentences:
        english.append(list(dict.fromkeys(english_words(source))))
        translated.append(syllables(target))
    running = [syllables(part) for text in texts for part in _SENTENCE.split(text)]
    bonds = _bonds([*translated, *running], settings)
    translated = [split_words(sentence, bonds) for sentence in translated]
    running = [split_words(sentence, bonds) for sentence in running]
    counts = Counter(word for sentence in (*translated, *running) for word in sentence)
    known = [word for word, n in counts.most_common(settings.size) if n >= settings.least]
    row = {word: number for number, word in enumerate(known)}
    beside = settings.translated * _neighbours(translated, row, settings.window)
    beside += _neighbours(running, row, settings.window)
    beside.data[beside.data < 1] = 0
    beside.eliminate_zeros()
    views = (_information(beside), _information(_translations(translated, english, row), log(2)))
    vectors = [_strongest(view, settings) for view in views]
    return {word: bonds.get(word) for word in known}, np.hstack(vectors)


def _bonds(sentences: Sequence[Sequence[str]], settings: WordSettings) -> dict[str, float]:
    """Pairs of syllables that are one word, with their normalised pointwise mutual information."""
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        single.update(sentence)
        pairs.update(pairwise(sentence))
    total = single.total()
    found = {}
    for (one, two), times in pairs.items():
        if times >= settings.pair_least and one.isalpha() and two.isalpha():
            bond = log(times * total / (single[one] * single[two])) / log(total / times)
            if bond > settings.bond:
                found[one + PAIR + two] = bond
    return found


def _neighbours(
    sentences: Sequence[Sequence[str]], row: dict[str, int], window: int
) -> csr_matrix[np.float64]:
    """How often words stand near each other, (words, words); farther ones count less."""
    gap = [""] * window  # no word, so that neighbours end with the sentence
    ids = np.array([row.get(word, -1) for s in sentences for word in (*s, *gap)], np.int64)
    found = csr_matrix((len(row), len(row)), dtype=np.float64)
    for distance in range(1, window + 1):
        left, right = ids[:-distance], ids[distance:]
        kept = (left >= 0) & (right >= 0)
        each = np.full(int(kept.sum()), distance**-0.5)
        found += csr_matrix((each, (left[kept], right[kept])), shape=found.shape)
    return found + found.T


def _translations(
    sentences: Sequence[Sequence[str]], english: Sequence[Sequence[str]], row: dict[str, int]
) -> csr_matrix[np.float64]:
    """How often words stand in sentences that translate English words, (words, English words);
    a long sentence says less of each of its words."""
    column: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    weights: list[float] = []
    for target, source in zip(sentences, english, strict=True):
        here = [row[word] for word in dict.fromkeys(target) if word in row]
        there = [column.setdefault(word, len(column)) for word in source]
        if here and there:
            rows += [one for one in here for _ in there]
            columns += there * len(here)
            weights += [20 / (len(here) + len(there))] * (len(here) * len(there))
    return csr_matrix((weights, (rows, columns)), shape=(len(row), max(1, len(column))))


def _information(counts: csr_matrix[np.float64], less: float = 0.0) -> csr_matrix[np.float64]:
    """Positive pointwise mutual information, rare contexts smoothed (exponent 3/4); `less` is
    taken off each."""
    table = counts.tocoo()
    own = np.asarray(counts.sum(axis=1)).ravel()
    context = np.asarray(counts.sum(axis=0)).ravel() ** 0.75
    told = np.log(table.data * context.sum() / (own[table.row] * context[table.col])) - less
    kept = told > 0
    return csr_matrix((told[kept], (table.row[kept], table.col[kept])), shape=counts.shape)


def _strongest(view: csr_matrix[np.float64], settings: WordSettings) -> NDArray[np.float32]:
    """Unit vectors of the strongest dimensions; of a word that a view does not know, zeros."""
    left, strength, _ = randomized_svd(
        view, min(settings.dim, min(view.shape) - 1), n_iter=4, random_state=settings.seed
    )
    vectors = left * np.sqrt(strength)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 1e-9, lengths, np.inf), np.float32)
