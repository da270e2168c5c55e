"""English questions → Vietnamese, phrase by phrase, put together as Vietnamese puts it.

A hand-made glossary of administration and law comes first (english/terms.tsv, grammar.tsv), then a
lexicon learned from parallel sentences (model/english.tsv). An English phrase names its head last
("securities depository activity"), a Vietnamese one first ("hoạt động lưu ký chứng khoán"), and a
word has several translations: order and choice are those whose neighbouring syllables the training
text knows best (a word-based noisy channel as in Brown et al., 1993, over bigrams of syllables). Of
the translations of a word those are likelier that are near what the rest of the question is about:
"case" beside "prosecute" is "vụ án", not "trường hợp" (senses by context, as in Schütze, 1998).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise, product
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.agencies import default_registry
from corpus.text import plain
from index.diacritics import Restorer
from index.encoder import Encoder
from index.terms import PAIR, syllables
from index.train_lexicon import english_words

__all__ = ["Glosser", "Translation"]

_TABLES = Path(__file__).parent / "english"
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
_POSSESSIVE = re.compile(r"['’]s$")
_NUMBER = re.compile(r"\b[Nn]o\.? ?(?=\d)")
_LONGEST_PHRASE = 9  # words of an entry of the glossary
_LESSER = 0.6  # how likely each further alternative is against the one before it
_OPTIONS = 3  # translations of a word that are weighed against each other
_JOINS = 3.0  # neighbouring syllables that belong together: times likelier than by chance
_STRONGEST = 6.0  # log of the most that a pair of neighbours may tell
_ADJACENT = 0.5  # weight of neighbours against a word's own translations
_TOPIC = 6.0  # how much the log of a chance grows with the cosine to the rest of the question
_KNOWN = 1.0  # log of how much likelier than by chance syllables of a pair stand together
_REACH = 6  # phrases between which a pair may be
_LONGEST_CHUNK = 5  # phrases of more are cut


class Option(NamedTuple):
    """One translation of an English phrase, the log of its chance, its outer syllables."""

    text: str
    chance: float
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The Vietnamese of a question, ". " between what does not belong together; what else its
    words may mean; and pairs that the meanings of two words make (index/terms.py). Each of these
    with the chance of it."""

    text: str
    others: tuple[tuple[str, float], ...]
    pairs: tuple[tuple[str, float], ...]


class _Piece(NamedTuple):
    """An English phrase: what it may mean in Vietnamese, and whether it names something."""

    options: tuple[Option, ...]
    word: bool


class _Path(NamedTuple):
    """A translation as far as it goes."""

    score: float
    texts: tuple[str, ...]
    last: str  # its last syllable


class Glosser:
    """Translates English questions with the tables of a model."""

    def __init__(
        self, model: Path, restorer: Callable[[], Restorer], encoder: Callable[[], Encoder]
    ) -> None:
        """Read the tables; `model` is the folder of the model's, the others read the rest of it.

        Raises:
            OSError, ValueError: One is missing or is not such a table.
        """
        self._restorer = restorer
        self._encoder = encoder
        self._lexicon = {word: options for word, *options in _table(model / "english.tsv")}
        self._grammar = _entries(_TABLES / "grammar.tsv")
        self._terms = _entries(_TABLES / "terms.tsv")

    @cached_property
    def _bodies(self) -> dict[tuple[str, ...], str]:
        """The English names of agencies → their names."""
        return {
            tuple(english_words(name)): body.name
            for body in default_registry().agencies
            for name in body.english
        }

    @cached_property
    def _provinces(self) -> dict[str, str]:
        """The names of provinces as English writes them → as Vietnamese does."""
        return {
            " ".join(_TOKEN.findall(plain(place.name))): place.name
            for place in default_registry().provinces
        }

    def knows(self, word: str) -> bool:
        """Whether a word in lower case, or its singular, is known in English."""
        return any(form in self._lexicon or self._named((form,)) for form in (word, word[:-1]))

    def translate(self, question: str) -> Translation:
        """The question in Vietnamese."""
        pieces = self._in_context(self._pieces(question))
        paths = [_Path(0.0, (), "")]
        at = 0
        while at < len(pieces):
            end = at + 1
            while (
                pieces[at].word and end < min(len(pieces), at + _LONGEST_CHUNK) and pieces[end].word
            ):
                end += 1
            paths = self._extended(paths, [piece.options for piece in pieces[at:end]])
            at = end
        chosen = max(paths).texts
        others = tuple(
            (option.text, math.exp(option.chance))
            for piece in pieces
            for option in piece.options
            if option.text not in chosen
        )
        return Translation(self._joined(chosen), others, self._pairs(pieces))

    def _pairs(self, pieces: Sequence[_Piece]) -> tuple[tuple[str, float], ...]:
        """The pairs of a last and a first syllable of two phrases that are known to stand together.

        The right words may well be in the wrong order, or the right meaning not be chosen: a
        statute has them side by side, and the pair tells more than its two syllables.
        """
        found: dict[str, float] = {}
        for at, piece in enumerate(pieces):
            near = [*pieces[max(0, at - _REACH) : at], *pieces[at + 1 : at + 1 + _REACH]]
            for one, two in product(piece.options, chain(*(other.options for other in near))):
                if self._bond(one.last, two.first) >= _KNOWN:
                    pair = one.last + PAIR + two.first
                    chance = math.exp(one.chance + two.chance)
                    found[pair] = max(chance, found.get(pair, 0.0))
        return tuple(found.items())

    def _in_context(self, pieces: Sequence[_Piece]) -> list[_Piece]:
        """The pieces with the chances that their options have in this question."""
        if not any(len(piece.options) > 1 for piece in pieces):
            return list(pieces)
        texts = [option.text for piece in pieces for option in piece.options]
        vectors = self._encoder().encode(texts, query=True)
        ends = np.cumsum([len(piece.options) for piece in pieces])
        meanings = np.split(vectors, ends[:-1])
        centres = np.stack(
            [
                np.exp([option.chance for option in piece.options]) @ of_piece
                if piece.word and piece.options
                else np.zeros(vectors.shape[1], np.float32)
                for piece, of_piece in zip(pieces, meanings, strict=True)
            ]
        )
        rest = centres.sum(axis=0) - centres
        return [
            _towards(piece, of_piece, around)
            for piece, of_piece, around in zip(pieces, meanings, rest, strict=True)
        ]

    def _extended(self, paths: Sequence[_Path], chunk: Sequence[tuple[Option, ...]]) -> list[_Path]:
        """The paths continued by the phrases of a chunk in each order; the best for each end."""
        best: dict[str, _Path] = {}
        for order, cost in _orders(len(chunk)):
            found = {path.last: _Path(path.score - cost, path.texts, path.last) for path in paths}
            for place in order:
                if not chunk[place]:
                    continue
                following: dict[str, _Path] = {}
                for option in chunk[place]:
                    path = max(
                        _Path(
                            before.score
                            + option.chance
                            + _ADJACENT * self._bond(before.last, option.first),
                            (*before.texts, option.text),
                            option.last,
                        )
                        for before in found.values()
                    )
                    if path.last not in following or following[path.last] < path:
                        following[path.last] = path
                found = following
            for last, path in found.items():
                if last not in best or best[last] < path:
                    best[last] = path
        return list(best.values())

    def _bond(self, first: str, second: str) -> float:
        """The log of how much likelier two syllables stand together than by chance, at least 0."""
        return min(_STRONGEST, self._restorer().bond(first, second)) if first and second else 0.0

    def _joined(self, texts: Sequence[str]) -> str:
        """The phrases in a row, parted where they do not belong together."""
        if not texts:
            return ""
        parts = [texts[0]]
        for before, text in pairwise(texts):
            bond = self._bond(syllables(before)[-1], syllables(text)[0])
            parts += [" " if bond >= math.log(_JOINS) or before.isdigit() else ". ", text]
        return "".join(parts)

    def _pieces(self, question: str) -> list[_Piece]:
        """The phrases of a question with what they may mean; one may mean nothing."""
        tokens = [
            _POSSESSIVE.sub("", token) for token in _TOKEN.findall(_NUMBER.sub("số ", question))
        ]
        words = [_english(token) for token in tokens]
        pieces: list[_Piece] = []
        at = 0
        while at < len(tokens):
            size, meaning, word = self._entry(words, at)
            place, end = self._place(tokens, at), self._name(tokens, at)
            if place is not None and place[1] >= size:
                pieces.append(_Piece(_alternatives(place[0]), word=False))
                at += place[1]
            elif size and at + size >= end:
                pieces.append(_Piece(_alternatives(meaning), word))
                at += size
            elif end > at:
                name = self._restorer().restore(" ".join(tokens[at:end]))
                pieces.append(_Piece(_alternatives(name), word=False))
                at = end
            else:
                # A number stays where it is: "5 months" is no "tháng 5", which is May.
                word = not tokens[at].isdigit()
                pieces.append(_Piece(self._learned(words[at], tokens[at]), word))
                at += 1
        return pieces

    def _named(self, words: tuple[str, ...]) -> tuple[str, bool] | None:
        """What the glossary has for these words, and whether it names something."""
        if (meaning := self._bodies.get(words)) is not None:
            return meaning, True
        if (meaning := self._terms.get(words)) is not None:
            return meaning, True
        meaning = self._grammar.get(words)
        return None if meaning is None else (meaning, False)

    def _entry(self, words: list[str], at: int) -> tuple[int, str, bool]:
        """The longest entry of the glossary that starts here: its length, meaning, kind."""
        for size in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            start = tuple(words[at : at + size - 1])
            for last in _base_forms(words[at + size - 1]):
                found = self._named((*start, last))
                if found is not None:
                    return size, *found
        return 0, "", False

    def _learned(self, word: str, token: str) -> tuple[Option, ...]:
        """What the lexicon has for a word, in its own form or a simpler one; else the token."""
        for form in _base_forms(word):
            if options := self._lexicon.get(form):
                return _likeliest(options)
        return _alternatives(token)

    def _place(self, tokens: list[str], at: int) -> tuple[str, int] | None:
        """The province of several syllables whose name in capitals begins here, and its length."""
        for size in (4, 3, 2):
            words = tokens[at : at + size]
            if len(words) == size and all(word[:1].isupper() for word in words):
                name = self._provinces.get(" ".join(words).lower())
                if name is not None:
                    return name, size
        return None

    def _name(self, tokens: list[str], at: int) -> int:
        """The end of the Vietnamese words, with marks or without, that begin here."""
        end = at
        while end < len(tokens) and (
            not tokens[end].isascii()
            or (tokens[end][:1].isupper() and self._names(tokens[end].lower(), begun=end > at))
        ):
            end += 1
        marked = any(not token.isascii() for token in tokens[at:end])
        # A single capital may be an English word at the start of the sentence.
        return end if marked or end > at + 1 else at

    def _names(self, word: str, *, begun: bool) -> bool:
        """Whether a word with a capital may belong to a Vietnamese name: "Minh", not "City"; the
        "An" of "Nghe An" may, an "An" that begins none may not."""
        article = not begun and (word,) in self._grammar
        if article or not self._restorer().writes(word):
            return False
        return len(word) <= 3 or self._named((word,)) is None


def _towards(piece: _Piece, meanings: NDArray[np.float32], around: NDArray[np.float32]) -> _Piece:
    """The piece with its options likelier the nearer their vectors are to what is around it."""
    length = float(np.linalg.norm(around))
    if len(piece.options) < 2 or length == 0:
        return piece
    chances = [option.chance for option in piece.options] + _TOPIC * (meanings @ around) / length
    chances -= np.log(np.exp(chances).sum())
    options = zip(piece.options, chances, strict=True)
    return piece._replace(
        options=tuple(option._replace(chance=float(chance)) for option, chance in options)
    )


def _orders(size: int) -> list[tuple[tuple[int, ...], float]]:
    """Orders of the phrases of a chunk with their costs: the head first, after a verb, as it is."""
    backward = tuple(reversed(range(size)))
    orders = {backward: 0.0}
    orders.setdefault((0, *backward[:-1]), 0.3)
    orders.setdefault(tuple(range(size)), 0.6)
    return list(orders.items())


def _alternatives(meaning: str) -> tuple[Option, ...]:
    """The alternatives of an entry as options; none for an empty one."""
    texts = [text for text in meaning.split(". ") if text]
    total = sum(_LESSER**place for place in range(len(texts)))
    return tuple(_option(text, _LESSER**place / total) for place, text in enumerate(texts))


def _likeliest(fields: Sequence[str]) -> tuple[Option, ...]:
    """The likeliest translations of a word; a syllable gives way to a pair nearly as likely."""
    found = [(term, float(chance)) for term, chance in (field.rsplit(" ", 1) for field in fields)]
    joined = [(term, chance) for term, chance in found if PAIR in term]
    kept = [
        (term, chance)
        for term, chance in found
        if PAIR in term
        or not any(term in pair.split(PAIR) and more >= 0.5 * chance for pair, more in joined)
    ]
    kept = sorted(kept, key=lambda item: -item[1])[:_OPTIONS]
    total = sum(chance for _, chance in kept)
    return tuple(_option(term.replace(PAIR, " "), chance / total) for term, chance in kept)


def _option(text: str, chance: float) -> Option:
    found = syllables(text) or [""]
    return Option(text, math.log(chance), found[0], found[-1])


def _english(token: str) -> str:
    """A token as the lexicon has it: lower case; one with marks or a digit ("5G") is no English."""
    return english_words(token)[0] if token.isascii() and token.isalpha() else token.lower()


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


def _entries(path: Path) -> dict[tuple[str, ...], str]:
    """The entries of a table of the glossary: English words → alternatives."""
    return {tuple(english_words(phrase)): meaning for phrase, meaning in _table(path)}


def _table(path: Path) -> list[list[str]]:
    """The lines of a table as fields; "#" opens a comment."""
    lines = path.read_text("utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
