"""Questions typed without diacritics, or with some → the accented words they stand for.

A noisy channel over pairs and triples of syllables: each syllable typed bare may stand for any
syllable of the training text that becomes it when its marks are stripped; a beam search after
Viterbi finds the likeliest sequence. A syllable typed with marks is kept, one that nobody writes
(a slip of the typing) may stand for a syllable one edit away. How readily a bare syllable is taken
as it stands depends on how much of the question carries marks, so a question typed in full is left
alone. What the library at hand says counts more than the training text, which is of laws and of
questions (index/train_syllables.py).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.terms import PAIR, strip_marks, syllables, with_y
from index.triples import Triple, Triples, write_triples

__all__ = ["ASKED", "Counted", "Restorer", "count_sequences", "sequence", "write_counts"]

Counted = Callable[[str], int]
"""In how many clauses of a library a syllable stands, or a pair joined by "_"."""

ASKED = 200
"""Times that what stands in a question counts against what stands in a text: with 60, a fifth of
what questions teach was lost."""

_READ, _ASKED, _TRIPLES = "syllables.tsv", "asked.tsv", "triples.safetensors"
_WORD = re.compile(r"[^\W\d_]+")
_EXPECTED_MARKED = 0.8  # of the syllables of Vietnamese running text, this share carry marks
_PAIRS = 0.4  # at least this much of the chance comes from the pair, which the library tells of too
_BACK_OFF = 0.2  # weight of a syllable alone against the pair (Jelinek and Mercer, 1980)
_SLIP = math.log(1e-4)  # that a syllable was mistyped by one letter
_UNSEEN = 1e-9
_COMMON = 150  # a syllable that texts have more rarely may be a foreign word in them
_SEEN = 5  # a pair counted more rarely may be chance
_LONGEST = 7  # letters of a syllable: nghiêng
_FORMS = 24  # candidates kept for a syllable
_BEAM = 30  # sequences kept at a syllable; with 300 no question came out otherwise
_NEARBY = 10  # times that a clause of the library counts against a line of the training text


def sequence(text: str, *, question: bool = False) -> list[str]:
    """The syllables of a text that are counted; a question begins with an empty one, since what
    it begins with tells that it is one."""
    found = [syllable for syllable in syllables(text) if not syllable.isdigit()]
    return ["", *found] if question else found


def count_sequences(sequences: Iterable[Sequence[str]]) -> Counter[str]:
    """How often each syllable, and each pair of syllables joined by "_", stands in them."""
    counts: Counter[str] = Counter()
    for found in sequences:
        counts.update(found)
        counts.update(first + PAIR + second for first, second in pairwise(found))
    return counts


def write_counts(
    read: Counter[str],
    asked: Counter[str],
    triples: Mapping[Triple, int],
    folder: Path,
    least: int = 2,
) -> None:
    """Write what `Restorer` reads: the syllables and pairs of texts and of questions, one
    "sequence<tab>count" a line, commonest first, and the triples of both."""
    counts = []
    for found, name, often in ((read, _READ, least), (asked, _ASKED, 1)):
        kept = [(key, number) for key, number in found.most_common() if number >= often]
        lines = [f"{key}\t{number}" for key, number in kept]
        (folder / name).write_text("\n".join(lines), "utf-8")
        counts.append(dict(kept))
    numbers = {syllable: at for at, syllable in enumerate(_alone(*counts))}
    write_triples(triples, numbers, folder / _TRIPLES)


def _read_counts(path: Path) -> dict[str, int]:
    # Some 350,000 lines, read whole: a line at a time costs a cold start half a second.
    fields = path.read_text("utf-8").replace("\n", "\t").split("\t")
    return dict(zip(fields[::2], map(int, fields[1::2]), strict=True)) if fields != [""] else {}


def _alone(read: Mapping[str, int], asked: Mapping[str, int]) -> list[str]:
    """All syllables, each once; their places in this list are their numbers among the triples."""
    return list(dict.fromkeys(key for found in (read, asked) for key in found if PAIR not in key))


@dataclass(frozen=True, slots=True)
class _Path:
    """A sequence of meant syllables, with the log of its probability."""

    score: float
    meant: tuple[str, ...]

    @property
    def last(self) -> tuple[str, str]:
        """The last two, "" for what stands before the first."""
        before, last = ("", "", *self.meant)[-2:]
        return before, last


class Restorer:
    """Restores diacritics from counted syllables, pairs and triples."""

    def __init__(self, folder: Path) -> None:
        """Read what `write_counts` wrote.

        Raises:
            OSError, ValueError, KeyError, safetensors.SafetensorError: A file is missing or is not
                what it should be.
        """
        self._counts, self._asked = _read_counts(folder / _READ), _read_counts(folder / _ASKED)
        alone = _alone(self._counts, self._asked)
        self._total_read = sum(self._counts.get(syllable, 0) for syllable in alone)
        for key, number in self._asked.items():
            self._counts[key] = self._counts.get(key, 0) + ASKED * number
        self._total = sum(self._counts[syllable] for syllable in alone)
        self._numbers = {syllable: at for at, syllable in enumerate(alone)}
        self._triples = Triples(folder / _TRIPLES, len(alone))
        self._forms: dict[str, list[str]] = {}
        for syllable in sorted(alone, key=lambda syllable: -self._counts[syllable]):
            self._forms.setdefault(strip_marks(syllable), []).append(syllable)

    def writes(self, bare: str) -> bool:
        """Whether a syllable typed without diacritics may be Vietnamese at all."""
        forms = self._forms.get(self._spelt(bare), ())
        return any(self._in_texts(form) >= _COMMON for form in forms)

    def _in_texts(self, key: str) -> int:
        """How often a syllable, or a pair, stands in texts, and not in questions."""
        return self._counts.get(key, 0) - ASKED * self._asked.get(key, 0)

    def bond(self, first: str, second: str) -> float:
        """The log of how much likelier two syllables stand together in texts than by chance, at
        least 0.

        A pair that was hardly ever counted tells nothing: 0.
        """
        together = self._in_texts(first + PAIR + second)
        if together < _SEEN:
            return 0.0
        expected = self._in_texts(first) * self._in_texts(second) / self._total_read
        return max(0.0, math.log(together / expected))

    def pairs(self, least: int) -> Iterator[tuple[str, str, int]]:
        """(first, second, times) of all pairs that stand in texts and questions so often."""
        for key, number in self._counts.items():
            first, _, second = key.partition(PAIR)
            if number >= least and first[:1].isalpha() and second[:1].isalpha():
                yield first, second, number

    def seen(self, syllable: str) -> int:
        """How often a syllable stands in texts and questions, at least 1."""
        return max(1, self._counts.get(syllable, 0))

    def restore(self, text: str, counted: Counted | None = None) -> str:
        """The text with its words as they were probably meant; all else stays as typed. `counted`
        tells what the library has.

        Words that need no change keep their spelling and capitals; a changed word is in lower
        case unless it was typed with a capital.
        """
        words = list(_WORD.finditer(text))
        if not words:
            return text
        typed = [self._spelt(word.group()) for word in words]
        meant = self._likeliest(typed, counted)
        parts: list[str] = []
        end = 0
        for word, syllable in zip(words, meant, strict=True):
            parts.append(text[end : word.start()])
            parts.append(_as_typed(word.group(), syllable, self._spelt(word.group())))
            end = word.end()
        return "".join([*parts, text[end:]])

    @staticmethod
    def _spelt(word: str) -> str:
        """The one spelling of a typed word."""
        return "".join(syllables(word))

    def _likeliest(self, typed: list[str], counted: Counted | None) -> list[str]:
        """The likeliest sequence of meant syllables."""
        nearby = cache(counted) if counted else _nothing
        bare = [syllable for syllable in typed if len(syllable) > 1]
        marked = sum(not syllable.isascii() for syllable in bare) / max(1, len(bare))
        # The chance that a marked syllable was typed bare, from how many are marked.
        dropped = min(0.98, max(0.002, 1 - marked / _EXPECTED_MARKED))
        paths = [_Path(0.0, ())]
        for syllable in typed:
            paths = self._longer(paths, self._candidates(syllable, dropped), nearby)
        return list(paths[0].meant)

    def _longer(
        self, paths: Sequence[_Path], forms: Sequence[tuple[str, float]], nearby: Counted
    ) -> list[_Path]:
        """The likeliest paths that are one syllable longer, best first. Of those that end in the
        same two syllables only the best is kept: no more is ever looked back at."""
        chances = self._chances([path.last for path in paths], [form for form, _ in forms], nearby)
        scores = np.array([path.score for path in paths])[:, None] + np.log(chances)
        scores += [cost for _, cost in forms]
        ending: dict[str, list[int]] = {}
        for number, path in enumerate(paths):
            ending.setdefault(path.last[1], []).append(number)
        best = np.array(
            [np.array(group)[scores[group].argmax(axis=0)] for group in ending.values()]
        )
        among = scores[best, np.arange(len(forms))].ravel()
        kept = np.argsort(-among, kind="stable")[:_BEAM].tolist()
        return [
            _Path(
                float(among[at]),
                (*paths[best[at // len(forms), at % len(forms)]].meant, forms[at % len(forms)][0]),
            )
            for at in kept
        ]

    def _candidates(self, typed: str, dropped: float) -> list[tuple[str, float]]:
        """What a typed syllable may stand for, each with the log probability of typing it so."""
        if not typed.isascii():
            if typed in self._counts or len(typed) < 3:
                return [(typed, 0.0)]
            return [(typed, _SLIP), *((form, _SLIP) for form in self._near(typed))]
        forms = self._forms.get(typed, [])[:_FORMS]
        found = [(form, 0.0 if form == typed else math.log(dropped)) for form in forms]
        if typed not in forms:
            found.append((typed, 0.0))
        if not forms and len(typed) > 2:
            found += [(form, _SLIP) for form in self._near(typed)]
        return found

    def _near(self, typed: str) -> list[str]:
        """Known syllables one letter away from a syllable that nobody writes."""
        marked = not typed.isascii()
        bare = strip_marks(typed)
        if len(bare) > _LONGEST + 1:
            return []
        shapes = {bare[:i] + bare[i + 1 :] for i in range(len(bare))}
        shapes |= {bare[:i] + bare[i + 1] + bare[i] + bare[i + 2 :] for i in range(len(bare) - 1)}
        letters = "abcdeghiklmnopqrstuvxy"
        shapes |= {bare[:i] + c + bare[i + 1 :] for i in range(len(bare)) for c in letters}
        shapes |= {bare[:i] + c + bare[i:] for i in range(len(bare) + 1) for c in letters}
        near = [form for shape in shapes for form in self._forms.get(shape, ())]
        if marked:  # then the marks were meant: keep forms that carry some
            near = [form for form in near if not form.isascii()] or near
        near.sort(key=lambda form: -self._counts[form])
        return near[:_FORMS]

    def _chances(
        self, contexts: Sequence[tuple[str, str]], forms: Sequence[str], nearby: Counted
    ) -> NDArray[np.float64]:
        """P(form | the two before it), float64 (contexts, forms), never 0."""
        pair = {
            before: [self.chance(before, form, nearby) for form in forms]
            for before in dict.fromkeys(before for _, before in contexts)
        }
        by_pair = np.array([pair[before] for _, before in contexts])
        number = self._numbers.get
        counts, of = self._triples.behind(
            [(number(first, -1), number(second, -1)) for first, second in contexts],
            [number(form, -1) for form in forms],
        )
        pairs = self._counts.get
        seen = np.array([pairs(first + PAIR + second, 0) for first, second in contexts])
        known = of > 0
        # What is not counted in triples: by the discount, or since they are too rare to be kept.
        left = np.maximum(_PAIRS, 1 - of / np.maximum(np.maximum(seen, of), 1e-9))
        left = np.where(known, left, 1.0)[:, None]
        by_triple = counts / np.where(known, of, 1.0)[:, None]
        chances: NDArray[np.float64] = (1 - left) * by_triple + left * by_pair
        return np.maximum(chances, _UNSEEN)

    def chance(self, before: str, form: str, nearby: Counted) -> float:
        """P(form | before), interpolated with P(form); `nearby` is what the library has."""
        here = _NEARBY * nearby(form)
        alone = (self._counts.get(form, 0) + here) / self._total
        seen = self._counts.get(before, 0) + _NEARBY * nearby(before)
        together = self._counts.get(before + PAIR + form, 0)
        if here and seen:
            together += _NEARBY * nearby(before + PAIR + form)
        return _BACK_OFF * alone + (1 - _BACK_OFF) * (together / seen if seen else 0.0)


def _nothing(_: str) -> int:
    return 0


def _as_typed(word: str, meant: str, spelt: str) -> str:
    """The meant syllable with the capitals of the typed word, and its y; the word itself if it was
    meant."""
    if meant == spelt:
        return word
    if word[-1] in "yY":
        meant = with_y(meant)
    if len(word) > 1 and word.isupper():
        return meant.upper()
    return meant[:1].upper() + meant[1:] if word[:1].isupper() else meant
