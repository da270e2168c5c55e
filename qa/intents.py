"""What kind of thing a question asks for, by its words: a logistic regression over its words, pairs
and triples, in all its words and not only in those that a cue was written for.

qa/intents.tsv has the weights (eval/fit_intents.py): a line of the kinds, a line of what each has
without any word, then a line for every n-gram.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from corpus.text import plain

__all__ = ["WEIGHTS", "chances", "ngrams"]

WEIGHTS = "intents.tsv"
_LONGEST = 3  # words of an n-gram
_WORD = re.compile(r"\d+(?:[./-]\d+)*|\w+|[?,]")


def ngrams(question: str) -> frozenset[str]:
    """The words of a question, its pairs and triples, without diacritics; numbers are all one."""
    words = ["0" if word[0].isdigit() else word for word in _WORD.findall(plain(question))]
    sizes = range(1, _LONGEST + 1)
    return frozenset(
        chain.from_iterable(
            (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
            for size in sizes
        )
    )


def chances(question: str) -> dict[str, float]:
    """Kind of question → logarithm of the chance that it is of that kind; of "comparison" nothing
    is known, too few were asked."""
    kinds, base, weights = _model()
    # Sorted: what is summed in another order comes out otherwise in the last digit.
    known = [weights[ngram] for ngram in sorted(ngrams(question)) if ngram in weights]
    sums = np.sum([base, *known], axis=0)
    return dict(zip(kinds, (sums - np.logaddexp.reduce(sums)).tolist(), strict=True))


@cache
def _model() -> tuple[list[str], NDArray[np.float64], dict[str, NDArray[np.float64]]]:
    lines = (files("qa") / WEIGHTS).read_text(encoding="utf-8").splitlines()
    rows = {name: np.array(row, float) for name, *row in (line.split("\t") for line in lines[1:])}
    return lines[0].split("\t")[1:], rows.pop(""), rows
