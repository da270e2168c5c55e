"""A question as people type it → the wording that both indexes are asked.

Without diacritics, half-accented, mistyped: restored (index/diacritics.py). English: translated
phrase by phrase (index/gloss.py). Abbreviations need nothing here: index/terms.py reads them in
full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.text import without_numbers
from index.diacritics import Counted, Restorer
from index.encoder import MODEL_FOLDER, damaged, embedded
from index.gloss import Glosser
from index.initials import UNREAD, Initials
from index.terms import terms

__all__ = ["Wording", "is_english", "reword", "spelled_out"]

_TOKEN = re.compile(r"[^\W_]+(?:['’]s)?")
_DOUBT = 0.6  # with this share of English words among the unmarked ones, a question is English
_MARKED = 0.25  # how far a word with marks tells that the question is Vietnamese
_OTHERWISE = 0.6  # what a word may mean besides counts this much times its chance
_PAIRED = 0.7  # and so does a pair that two of its meanings make


@dataclass(frozen=True, slots=True)
class Wording:
    """What to ask: Vietnamese text for the encoder, weighted terms for the lexical index.

    `others` is what the words of an English question may mean besides, with the chance of it.
    """

    text: str
    weights: dict[str, float]
    others: tuple[tuple[str, float], ...] = ()


def reword(
    question: str,
    folder: Path = MODEL_FOLDER,
    *,
    english: bool | None = None,
    counted: Counted | None = None,
) -> Wording:
    """The question as it was probably meant, in Vietnamese; `english` says whether it is English,
    `counted` what the library has, for one typed without diacritics.

    A term weighs as often as it stands there, times how much oftener than others it is found in
    answers (index/train_lexicon.py), so "thế nào" hardly counts. Of an English question, what its
    words may mean besides weighs a little too, and so do the pairs that their meanings make.
    """
    model = _model(folder)
    others: tuple[tuple[str, float], ...] = ()
    pairs: tuple[tuple[str, float], ...] = ()
    if is_english(question, folder) if english is None else english:
        translation = model.glosser.translate(question)
        text, others, pairs = translation.text, translation.others, translation.pairs
    else:
        text = model.restore(question, counted)
    counts: Counter[str] | dict[str, float] = Counter(terms(text))
    weights = {term: count * model.rates.get(term, 1.0) for term, count in counts.items()}
    for other, chance in others:
        for term in terms(other):
            weights.setdefault(term, _OTHERWISE * chance * model.rates.get(term, 1.0))
    for pair, chance in pairs:
        weights.setdefault(pair, _PAIRED * chance * model.rates.get(pair, 1.0))
    return Wording(text, weights, others)


def is_english(question: str, folder: Path = MODEL_FOLDER) -> bool:
    """Whether the question is English; names in it may well be Vietnamese."""
    words = [word for word in _TOKEN.findall(without_numbers(question)) if word.isalpha()]
    plain = [word for word in words if word.isascii()]
    return len(plain) > 1 and _model(folder).english_share(words) >= _DOUBT


def spelled_out(
    question: str, counted: Counted, known: Callable[[str], bool], folder: Path = MODEL_FOLDER
) -> str:
    """A Vietnamese question with those abbreviations in full that are not `known`
    (index/initials.py). `counted` is what the library has."""
    if not UNREAD.search(question):  # most questions have none, and need no table
        return question
    return _initials(folder).spelled_out(question, counted, known)


class _Model:
    """The tables that wording needs, read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            lines = (folder / "answers.tsv").read_text("utf-8").split("\n")
            self.rates = {word: float(rate) for word, rate in (line.split("\t") for line in lines)}
            # The restorer's table is the largest by far, and most questions do without.
            self.glosser = Glosser(folder, lambda: self._restorer, lambda: embedded(folder))
        except (OSError, ValueError) as error:
            raise damaged(folder, error) from error

    @property
    def _restorer(self) -> Restorer:
        return _restorer(self._folder)

    def restore(self, question: str, counted: Counted | None) -> str:
        """The question with its diacritics; one that has them all is not even looked at."""
        words = [word for word in _TOKEN.findall(question) if word.isalpha()]
        marked = sum(not word.isascii() for word in words)
        # Running text has marks on four syllables of five; nearly so means typed in full.
        if marked >= 0.6 * len(words):
            return question
        return self._restorer.restore(question, counted)

    def english_share(self, words: list[str]) -> float:
        """How far the words are English rather than Vietnamese, in [0, 1].

        A word typed bare that may be either counts for both, but a little more for Vietnamese;
        what may be a name, with its capital, counts for neither, and a word with marks little,
        since names have them: "what must Sở Nông nghiệp và Môi trường do".
        """
        english = vietnamese = 0.0
        if not any(word.isascii() and self.glosser.knows(word.lower()) for word in words):
            return 0.0  # and the tables of Vietnamese need not be read
        for token in words:
            word = token.lower()
            if not token.isascii():
                vietnamese += _MARKED if token.islower() else 0.0
                continue
            writes = self._restorer.writes(word)
            if writes and not token.islower() and not token.isupper():
                continue
            if self.glosser.knows(word):
                english += 0.5 if writes else 1.0
            vietnamese += 0.75 if writes else 0.0
        return english / (english + vietnamese) if english else 0.0


@cache
def _model(folder: Path) -> _Model:
    return _Model(folder)


@cache
def _initials(folder: Path) -> Initials:
    return Initials(_restorer(folder))


@cache
def _restorer(folder: Path) -> Restorer:
    from safetensors import SafetensorError

    try:
        return Restorer(folder)
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        raise damaged(folder, error) from error
