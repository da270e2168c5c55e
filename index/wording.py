"""A question as people type it → the wording that both indexes are asked.

Without diacritics, half-accented, mistyped: restored (index/diacritics.py). English: glossed
phrase by phrase into Vietnamese, with a hand-made glossary of administration first, then a lexicon
learned from parallel sentences. Abbreviations need nothing here: index/terms.py reads them in full.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.agencies import default_registry
from corpus.errors import EncoderError
from index.diacritics import Restorer
from index.encoder import MODEL_FOLDER
from index.terms import PAIR, terms
from index.train_lexicon import english_words

__all__ = ["Wording", "is_english", "reword"]

_TOKEN = re.compile(r"[^\W_]+(?:['’]s)?")
_ENDINGS = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ly", ("",)),
)
_NUMBER = re.compile(r"\b[Nn]o\.? ?(?=\d)")
_DOUBT = 0.6  # with this share of English words among the unmarked ones, a question is English
_LONGEST_PHRASE = 9  # words of an entry of the glossary


@dataclass(frozen=True, slots=True)
class Wording:
    """What to ask: Vietnamese text for the encoder, weighted terms for the lexical index."""

    text: str
    weights: dict[str, float]


def reword(question: str, folder: Path = MODEL_FOLDER) -> Wording:
    """The question as it was probably meant, in Vietnamese.

    A term weighs as often as it stands there, times how much oftener than others it is found in
    answers (index/train_lexicon.py), so "thế nào" hardly counts.
    """
    model = _model(folder)
    text = model.gloss(question) if is_english(question, folder) else model.restore(question)
    rates = model.rates
    counts = Counter(terms(text))
    return Wording(text, {term: count * rates.get(term, 1.0) for term, count in counts.items()})


def is_english(question: str, folder: Path = MODEL_FOLDER) -> bool:
    """Whether the question is English; names in it may well be Vietnamese."""
    plain = [word for word in _TOKEN.findall(question) if word.isascii() and word.isalpha()]
    return len(plain) > 1 and _model(folder).english_share(plain) >= _DOUBT


class _Model:
    """The tables that wording needs, read once."""

    def __init__(self, folder: Path) -> None:
        try:
            with (Path(__file__).parent / "glossary.toml").open("rb") as file:
                sections = tomllib.load(file)
            self.rates = {word: float(rate) for word, rate in _table(folder / "answers.tsv")}
            self._lexicon = {
                word: _best(options) for word, *options in _table(folder / "english.tsv")
            }
        except (OSError, ValueError) as error:
            message = f"Không đọc được mô hình trong {folder}: {error}. Hãy cài lại chidao."
            raise EncoderError(message) from error
        self._glossary = {
            tuple(english_words(phrase)): meaning
            for section in sections.values()
            for phrase, meaning in section.items()
        }
        self._glossary |= {
            tuple(english_words(name)): body.name
            for body in default_registry().agencies
            for name in body.english
        }
        self._folder = folder

    @property
    def _restorer(self) -> Restorer:
        return _restorer(self._folder)

    def restore(self, question: str) -> str:
        """The question with its diacritics; one that has them all is not even looked at."""
        words = [word for word in _TOKEN.findall(question) if word.isalpha()]
        marked = sum(not word.isascii() for word in words)
        # Running text has marks on four syllables of five; nearly so means typed in full.
        if marked >= 0.6 * len(words):
            return question
        return self._restorer.restore(question)

    def english_share(self, plain: list[str]) -> float:
        """How far the words are English rather than Vietnamese typed bare, in [0, 1].

        A word that may be either counts for both, but a little more for English; what may be a
        Vietnamese name, with its capital, counts for neither.
        """
        if not any(self._may_be_english(token.lower()) for token in plain):
            return 0.0  # and the tables of Vietnamese need not be read
        english = vietnamese = 0.0
        for token in plain:
            word = token.lower()
            writes = self._restorer.writes(word)
            if writes and not token.islower() and not token.isupper():
                continue
            if self._may_be_english(word):
                english += 0.5 if writes else 1.0
            vietnamese += 0.75 if writes else 0.0
        return english / (english + vietnamese) if english else 0.0

    def _may_be_english(self, word: str) -> bool:
        """Whether a word, or its singular, is known in English."""
        return any(form in self._lexicon or (form,) in self._glossary for form in (word, word[:-1]))

    def gloss(self, question: str) -> str:
        """Vietnamese for an English question, phrase by phrase, in the order of the English."""
        tokens = _TOKEN.findall(_NUMBER.sub("số ", question))
        words = [_english(token) for token in tokens]
        parts: list[str] = []
        at = 0
        while at < len(tokens):
            size, meaning = self._entry(words, at)
            end = self._name(tokens, at)
            if size and at + size >= end:
                parts.append(meaning)
                at += size
                continue
            if end > at:
                parts.append(self._restorer.restore(" ".join(tokens[at:end])))
                at = end
                continue
            parts.append(self._translated(words[at], tokens[at]))
            at += 1
        return ". ".join(part for part in parts if part)

    def _entry(self, words: list[str], at: int) -> tuple[int, str]:
        """The longest entry of the glossary that starts here: its length and meaning."""
        for size in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            start = tuple(words[at : at + size - 1])
            for last in _base_forms(words[at + size - 1]):
                meaning = self._glossary.get((*start, last))
                if meaning is not None:
                    return size, meaning
        return 0, ""

    def _translated(self, word: str, token: str) -> str:
        """The Vietnamese of one English word, in its own form or a simpler one; else the token."""
        found = (self._lexicon.get(form) for form in _base_forms(word))
        return next((meaning for meaning in found if meaning), token)

    def _name(self, tokens: list[str], at: int) -> int:
        """The end of the Vietnamese words, with marks or without, that begin here."""
        end = at
        while end < len(tokens) and (
            not tokens[end].isascii()
            or (tokens[end][:1].isupper() and self._names(tokens[end].lower()))
        ):
            end += 1
        marked = any(not token.isascii() for token in tokens[at:end])
        # A single capital may be an English word at the start of the sentence.
        return end if marked or end > at + 1 else at

    def _names(self, word: str) -> bool:
        """Whether a word with a capital may belong to a Vietnamese name: "Minh", not "City"."""
        return self._restorer.writes(word) and not (len(word) > 3 and (word,) in self._glossary)


@cache
def _model(folder: Path) -> _Model:
    return _Model(folder)


@cache
def _restorer(folder: Path) -> Restorer:
    try:
        return Restorer(folder / "syllables.tsv")
    except (OSError, ValueError) as error:
        message = f"Không đọc được mô hình trong {folder}: {error}. Hãy cài lại chidao."
        raise EncoderError(message) from error


def _english(token: str) -> str:
    """A token as the lexicon has it: lower case, no possessive; one with marks is no English."""
    return english_words(token)[0] if token.isascii() and english_words(token) else token.lower()


def _base_forms(word: str) -> list[str]:
    """The word, then what it may be an inflected form of: plural, past, -ing, adverb."""
    forms = [word]
    for ending, replacements in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            forms += [stem + replacement for replacement in replacements]
            if len(stem) > 3 and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return forms


def _table(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").split("\n")]


def _best(options: list[str]) -> str:
    """The Vietnamese of one English word: its likeliest pair, if nearly as likely as a syllable."""
    found = [(term, float(chance)) for term, chance in (o.rsplit(" ", 1) for o in options)]
    top = found[0][1]
    for term, chance in found:
        if PAIR in term and chance >= 0.5 * top:
            return term.replace(PAIR, " ")
    return found[0][0]
