"""What chidao learns by counting: an English–Vietnamese lexicon, and which words answers repeat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.terms import PAIR, syllables, terms

__all__ = ["answer_rates", "english_words", "translations"]

_WORD = re.compile(r"[a-z]+")
_ROUNDS = 6
_LONGEST = 60  # words; longer sentences align badly and cost the most
_LEAST = 3  # sentences an English word must stand in
_SHRINK = 2.0  # questions' worth of prior belief in `answer_rates`
_PRIOR = 0.6  # share of the words of a question that its answer repeats, over all words


def english_words(text: str) -> list[str]:
    """The words of an English text in lower case, possessive endings dropped."""
    return _WORD.findall(text.lower().replace("'s", "").replace("’s", ""))


def translations(
    sentences: Iterable[tuple[str, str]], keep: int = 4, least: float = 0.08
) -> dict[str, list[tuple[str, float]]]:
    """English word → its likeliest Vietnamese terms with P(term | word), best first.

    IBM Model 1 (Brown et al., "The Mathematics of Statistical Machine Translation", 1993), with
    syllables and adjacent pairs as the Vietnamese words, and an empty English word for those
    that translate nothing.
    """
    english: dict[str, int] = {"": 0}
    vietnamese: dict[str, int] = {}
    left: list[NDArray[np.int32]] = []
    right: list[NDArray[np.int32]] = []
    spans: list[int] = []  # of Vietnamese words, each with all English words of its sentence
    for source, target in sentences:
        words = list(dict.fromkeys(english_words(source)))
        found = syllables(target)
        joined = list(dict.fromkeys([*found, *(a + PAIR + b for a, b in pairwise(found))]))
        if not words or not found or max(len(words), len(found)) > _LONGEST:
            continue
        source_ids = [0, *(english.setdefault(word, len(english)) for word in words)]
        target_ids = [vietnamese.setdefault(word, len(vietnamese)) for word in joined]
        left.append(np.tile(np.array(source_ids, np.int32), len(target_ids)))
        right.append(np.repeat(np.array(target_ids, np.int32), len(source_ids)))
        spans += [len(source_ids)] * len(target_ids)
    cells, places = np.unique(
        np.concatenate(left).astype(np.int64) * len(vietnamese) + np.concatenate(right),
        return_inverse=True,
    )
    sources, targets = cells // len(vietnamese), cells % len(vietnamese)
    starts = np.concatenate([[0], np.cumsum(spans)[:-1]])
    lengths = np.array(spans)
    chance = np.full(len(cells), 1.0)
    for _ in range(_ROUNDS):
        each = chance[places]
        each /= np.repeat(np.add.reduceat(each, starts), lengths)
        counts = np.bincount(places, each, len(cells))
        totals = np.bincount(sources, counts, len(english))
        chance = counts / totals[sources]
    seen = Counter(word for ids in left for word in np.unique(ids).tolist())
    names, forms = list(english), list(vietnamese)
    lexicon: dict[str, list[tuple[str, float]]] = {}
    for cell in np.argsort(-chance, kind="stable"):
        word = int(sources[cell])
        if word and seen[word] >= _LEAST and chance[cell] >= least:
            options = lexicon.setdefault(names[word], [])
            if len(options) < keep:
                options.append((forms[int(targets[cell])], float(chance[cell])))
    return lexicon


def answer_rates(questions: Sequence[tuple[str, Sequence[str]]]) -> dict[str, float]:
    """How much more, or less, a word of a question is found in its answers than words are.

    "thế nào" hardly ever is, "khẩu trang" nearly always. 1 is the average; words of few
    questions are drawn towards it. The texts of the answers come with each question.
    """
    asked: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for question, answers in questions:
        words = set(terms(question))
        held = {term for answer in answers for term in terms(answer)}
        asked.update(words)
        answered.update(words & held)
    return {
        word: (answered[word] + _SHRINK * _PRIOR) / (number + _SHRINK) / _PRIOR
        for word, number in asked.items()
    }
