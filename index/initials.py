"""Abbreviations that no table has → the words that they most likely stand for in this question.

Offices abbreviate whatever they write often: "cấp GP bến đò", "khám SK", "nghiện MT". Each letter
begins a syllable, so a phrase of the library is looked for whose syllables begin so, hang together,
and stand well between the words before and behind: "MT" is "ma túy" behind "nghiện", "môi trường"
behind "quan trắc". In doubt an abbreviation stays as it was typed.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise

from index.diacritics import Counted, Restorer
from index.terms import PAIR, syllables, terms

__all__ = ["UNREAD", "Initials"]

UNREAD = re.compile(r"(?<![\w/.&\-])[A-ZĐ]{2,7}(?![\w/&\-])")
"""What may be an abbreviation."""

_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
# No abbreviation has their initials.
_FUNCTION_WORDS = frozenset(
    """
    của và các những từ tại về để như được cho theo phải có với này đó thì là bị do nào sau khi
    trên trong đã sẽ cần ra vào hay hoặc nếu mà
    """.split()  # noqa: SIM905 - a list of 40 words would fill a page
)
_OFTEN = 20  # times that a pair stands in texts to be looked at
_BOND = 1.5  # how much oftener than by chance two syllables stand together (a logarithm)
_BEAM = 300  # phrases kept at a letter
_LIKELY = 0.75  # share of the chances that the likeliest must have
_IN_LIBRARY = 0.5  # power of the number of clauses that have all of a phrase

_Phrase = tuple[str, ...]
_Link = tuple[str, float, bool]  # what follows, the logarithm of its chance, whether they are bound


class Initials:
    """Reads abbreviations by the counts that diacritics are restored from."""

    def __init__(self, restorer: Restorer) -> None:
        """Sort the pairs that hang together by what they begin with."""
        self._restorer = restorer
        self._behind: dict[str, list[_Link]] = defaultdict(list)
        self._opening: dict[str, list[tuple[str, _Link]]] = defaultdict(list)
        for first, second, number in restorer.pairs(_OFTEN):
            if _FUNCTION_WORDS.isdisjoint((first, second)):
                chance = math.log(number / restorer.seen(first))
                link = second, chance, restorer.bond(first, second) >= _BOND
                self._behind[first].append(link)
                self._opening[first[0] + second[0]].append((first, link))

    def spelled_out(self, question: str, counted: Counted, known: Callable[[str], bool]) -> str:
        """The question with its abbreviations in full, but for those that are `known`, that the
        library itself uses, or that are in doubt."""
        if question.isupper():
            return question

        def full(match: re.Match[str]) -> str:
            short = match.group()
            read = terms(short)  # more than one: index/abbreviations.toml has it
            if len(read) > 1 or _ROMAN.fullmatch(short) or known(short) or counted(read[0]):
                return short
            before = syllables(question[: match.start()])[-1:]
            behind = syllables(question[match.end() :])[:1]
            return self._meant(short, "".join(before), "".join(behind), counted) or short

        return UNREAD.sub(full, question)

    def _meant(self, short: str, before: str, behind: str, counted: Counted) -> str | None:
        """The likeliest phrase between two syllables ("" of none), if it is likely."""
        scores: dict[_Phrase, float] = {}
        for phrase, score in self._phrases(short.lower()):
            least = min(counted(one + PAIR + other) for one, other in pairwise(phrase))
            if least:
                fit = self._restorer.chance(before, phrase[0], counted) if before else 1.0
                fit *= self._restorer.chance(phrase[-1], behind, counted) if behind else 1.0
                scores[phrase] = score + math.log(fit or 1e-9) + _IN_LIBRARY * math.log(least)
        if not scores:
            return None
        best = max(scores, key=lambda phrase: scores[phrase])
        whole = sum(math.exp(score - scores[best]) for score in scores.values())
        return " ".join(best) if whole * _LIKELY <= 1 else None

    def _phrases(self, letters: str) -> list[tuple[_Phrase, float]]:
        """Phrases with these initials, and the logarithms of their chances behind their first
        syllable. They are words of two syllables, and of one between them: of two links in a row
        one is a bond."""
        paths: list[tuple[_Phrase, float, bool]] = [
            ((first, second), chance, bound)
            for first, (second, chance, bound) in self._opening.get(letters[:2], ())
            if bound or len(letters) > len("GP")
        ]
        for letter in letters[2:]:
            paths = [
                ((*phrase, further), score + chance, bound)
                for phrase, score, was_bound in paths
                for further, chance, bound in self._behind.get(phrase[-1], ())
                if further[0] == letter and (bound or was_bound)
            ]
            paths = sorted(paths, key=lambda path: -path[1])[:_BEAM]
        return [(phrase, score) for phrase, score, _ in paths]
