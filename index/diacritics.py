"""Questions typed without diacritics, or with some → the accented words they stand for.

A noisy channel over bigrams of syllables: each syllable typed bare may stand for any syllable of
the training text that becomes it when its marks are stripped; Viterbi finds the likeliest
sequence. A syllable typed with marks is kept, one that nobody writes (a slip of the typing) may
stand for a syllable one edit away. How readily a bare syllable is taken as it stands depends on
how much of the question carries marks, so a question typed in full is left alone. What the library
at hand says counts more than the training text, which is of laws.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from index.terms import PAIR, strip_marks, syllables

__all__ = ["Counted", "Restorer", "count_sequences", "write_counts"]

Counted = Callable[[str], int]
"""In how many clauses of a library a syllable stands, or a pair joined by "_"."""

_WORD = re.compile(r"[^\W\d_]+")
_EXPECTED_MARKED = 0.8  # of the syllables of Vietnamese running text, this share carry marks
_BACK_OFF = 0.2  # weight of a syllable alone against the pair (Jelinek and Mercer, 1980)
_SLIP = math.log(1e-4)  # that a syllable was mistyped by one letter
_UNSEEN = math.log(1e-9)
_COMMON = 150  # a syllable counted more rarely may be a foreign word in a Vietnamese text
_SEEN = 5  # a pair counted more rarely may be chance
_LONGEST = 7  # letters of a syllable: nghiêng
_BEAM = 24  # candidates kept for a syllable
_NEARBY = 10  # times that a clause of the library counts against a line of the training text


def count_sequences(texts: Iterable[str]) -> Counter[str]:
    """How often each syllable, and each pair of syllables joined by "_", stands in the texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        found = [syllable for syllable in syllables(text) if not syllable.isdigit()]
        counts.update(found)
        counts.update(first + PAIR + second for first, second in pairwise(found))
    return counts


def write_counts(counts: Counter[str], path: Path, least: int = 2) -> None:
    """Write the counts that `Restorer` reads: one "sequence<tab>count" a line, commonest first."""
    lines = [f"{key}\t{number}" for key, number in counts.most_common() if number >= least]
    path.write_text("\n".join(lines), "utf-8")


class Restorer:
    """Restores diacritics from counted syllables and pairs."""

    def __init__(self, path: Path) -> None:
        """Read what `write_counts` wrote.

        Raises:
            OSError, ValueError: The file is missing or is not such a list.
        """
        self._forms: dict[str, list[str]] = {}
        # Some 350,000 lines, read whole: a line at a time costs a cold start half a second.
        fields = path.read_text("utf-8").replace("\n", "\t").split("\t")
        counts = dict(zip(fields[::2], map(int, fields[1::2]), strict=True))
        self._alone = {key: number for key, number in counts.items() if PAIR not in key}
        self._pairs = counts  # syllables alone are never asked for among the pairs
        self._total = sum(self._alone.values())
        for syllable in self._alone:  # commonest first, as written
            self._forms.setdefault(strip_marks(syllable), []).append(syllable)

    def writes(self, bare: str) -> bool:
        """Whether a syllable typed without diacritics may be Vietnamese at all."""
        forms = self._forms.get(bare)
        return forms is not None and self._alone[forms[0]] >= _COMMON

    def bond(self, first: str, second: str) -> float:
        """The log of how much likelier two syllables stand together than by chance, at least 0.

        A pair that was hardly ever counted tells nothing: 0.
        """
        together = self._pairs.get(first + PAIR + second, 0)
        if together < _SEEN:
            return 0.0
        expected = self._alone.get(first, 1) * self._alone.get(second, 1) / self._total
        return max(0.0, math.log(together / expected))

    def restore(
        self,
        text: str,
        counted: Counted | None = None,
        kept: Sequence[tuple[int, int]] = (),
    ) -> str:
        """The text with its words as they were probably meant; all else stays as typed. `counted`
        tells what the library has; words within the spans `kept` are meant as they stand.

        Words that need no change keep their spelling and capitals; a changed word is in lower
        case unless it was typed with a capital.
        """
        words = list(_WORD.finditer(text))
        if not words:
            return text
        typed = [self._spelt(word.group()) for word in words]
        whole = {
            at
            for at, word in enumerate(words)
            if any(start <= word.start() < end for start, end in kept)
        }
        meant = self._likeliest(typed, whole, counted)
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

    def _likeliest(
        self, typed: list[str], whole: Collection[int], counted: Counted | None
    ) -> list[str]:
        """The likeliest sequence of meant syllables (Viterbi); at the places `whole`, what was
        typed."""
        nearby = cache(counted) if counted else _nothing
        bare = [syllable for syllable in typed if len(syllable) > 1]
        marked = sum(not syllable.isascii() for syllable in bare) / max(1, len(bare))
        # The chance that a marked syllable was typed bare, from how many are marked.
        dropped = min(0.98, max(0.002, 1 - marked / _EXPECTED_MARKED))
        paths: dict[str, tuple[float, tuple[str, ...]]] = {"": (0.0, ())}
        for at, syllable in enumerate(typed):
            following: dict[str, tuple[float, tuple[str, ...]]] = {}
            forms = [(syllable, 0.0)] if at in whole else self._candidates(syllable, dropped)
            for form, cost in forms:
                following[form] = max(
                    (score + cost + self._log_probability(before, form, nearby), (*path, form))
                    for before, (score, path) in paths.items()
                )
            paths = following
        return list(max(paths.values())[1])

    def _candidates(self, typed: str, dropped: float) -> list[tuple[str, float]]:
        """What a typed syllable may stand for, each with the log probability of typing it so."""
        if not typed.isascii():
            if typed in self._alone or len(typed) < 3:
                return [(typed, 0.0)]
            return [(typed, _SLIP), *((form, _SLIP) for form in self._near(typed))]
        forms = self._forms.get(typed, [])[:_BEAM]
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
        near.sort(key=lambda form: -self._alone[form])
        return near[:_BEAM]

    def _log_probability(self, before: str, form: str, nearby: Counted) -> float:
        """The log of P(form | before), interpolated with P(form)."""
        here = _NEARBY * nearby(form)
        alone = (self._alone.get(form, 0) + here) / self._total
        seen = self._alone.get(before, 0) + _NEARBY * nearby(before)
        together = self._pairs.get(before + PAIR + form, 0)
        if here and seen:
            together += _NEARBY * nearby(before + PAIR + form)
        chance = _BACK_OFF * alone + (1 - _BACK_OFF) * (together / seen if seen else 0.0)
        return math.log(chance) if chance > 0 else _UNSEEN


def _nothing(_: str) -> int:
    return 0


def _as_typed(word: str, meant: str, spelt: str) -> str:
    """The meant syllable with the capitals of the typed word; the word itself if it was meant."""
    if meant == spelt:
        return word
    if len(word) > 1 and word.isupper():
        return meant.upper()
    return meant[:1].upper() + meant[1:] if word[:1].isupper() else meant
