"""The words of a question that carry its meaning, weighed, and which of them a text has."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from index.library import Library
from index.synonyms import said_in, says
from index.terms import PAIR, pairs, strip_marks, syllables, terms
from index.wording import reword
from qa.cues import is_bare

__all__ = ["Weighted", "covered", "says_nothing", "weigh"]

# Function words and the words questions are made of; in the register of offices also "thực hiện".
_EMPTY = frozenset(
    """
    là và của cho có các những được trong với về theo để thì mà ở tại từ ra vào khi nào gì ai đâu
    sao thế như này đó kia ấy một mỗi bị do bởi vì nên nếu hay hoặc cũng đã đang sẽ phải cần không
    chưa còn lại đến tới trên dưới trước sau mấy bao nhiêu lên xuống rồi rất hơn nhất cùng việc làm
    giao hãy xin hỏi biết nêu đối riêng đứng bằng qua giữa thuộc
    the a an of to for and or in on at by with from is are was were be been must should shall will
    would can could do does did has have had what which who whom whose when where how why that this
    these those it its their them they he she his her as about into than then so if not no any all
    each under per s t regarding there
    """.split()  # noqa: SIM905 - a list of 170 words would fill three pages
)


_BARE_EMPTY = frozenset(strip_marks(word) for word in _EMPTY)
# A syllable of Vietnamese as typed without diacritics: tells names in an English question.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_NAME_WEIGHT = 6.0
# A sum is money, though the text may not say so: "bố trí 2,85 tỷ đồng".
_SUM = re.compile(
    r"\d\s*(?:(?:nghìn|triệu|tỷ|tỉ) )*(?:đồng(?!\w)|(?:triệu|tỷ|tỉ)(?=[,.;)]|$))", re.IGNORECASE
)
_MONEY = "tiền"
_OTHERWISE = 0.4  # of a term's weight in the search: what else says the same


_Summed = tuple[list[tuple[str, float]], float]  # terms with their weights, and the sum of these


@dataclass(frozen=True)
class Weighted:
    """Terms of a question with their weights.

    `names` are numbers and words written with a capital: what must not differ. `bare` are the
    pairs to compare without diacritics, since the question was typed without. `otherwise` has,
    for expressions that a text may say in other words, their terms and those words as far as the
    library uses them.
    """

    terms: dict[str, float]
    names: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    rates: dict[str, float] = field(default_factory=dict)  # without rarity, for the lexical index
    otherwise: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = ()

    def share(self, found: frozenset[str]) -> float:
        """The share of the weight of syllables that are found."""
        return _share(found, *self._syllables)

    def share_of_pairs(self, found: frozenset[str]) -> float:
        """The share of the weight of adjacent pairs that are found."""
        return _share(found, *self._pairs)

    def share_of_names(self, found: frozenset[str]) -> float:
        """The share of the weight of names and numbers that are found; 1 when there are none."""
        return _share(found, *self._called) if self.names else 1.0

    def rarest(self, found: frozenset[str]) -> float:
        """The weight of the weightiest term found, as a share of the weightiest of all."""
        top = self._top
        return max((self.terms[term] for term in found), default=0.0) / top if top else 0.0

    @cached_property
    def known(self) -> frozenset[str]:
        """All terms."""
        return frozenset(self.terms)

    @cached_property
    def _top(self) -> float:
        return max(self.terms.values(), default=0.0)

    @cached_property
    def _syllables(self) -> _Summed:
        return _summed({term: w for term, w in self.terms.items() if PAIR not in term})

    @cached_property
    def _pairs(self) -> _Summed:
        return _summed({term: w for term, w in self.terms.items() if PAIR in term})

    @cached_property
    def _called(self) -> _Summed:
        return _summed({term: self.terms[term] for term in sorted(self.names)})

    @cached_property
    def stripped(self) -> dict[str, str]:
        """The adjacent pairs without diacritics."""
        return {term: strip_marks(term) for term in self.terms if PAIR in term}


def _summed(among: dict[str, float]) -> _Summed:
    return list(among.items()), sum(among.values())


def _share(found: frozenset[str], among: list[tuple[str, float]], whole: float) -> float:
    return sum([w for term, w in among if term in found]) / whole if whole else 0.0


def says_nothing(text: str) -> bool:
    """Whether a text has function words only."""
    return all(word in _EMPTY or word in _BARE_EMPTY for word in syllables(text))


def weigh(library: Library, text: str, typed: str | None = None) -> Weighted:
    """The content words of a question, syllables and adjacent pairs, weighted by their rarity and
    by how often answers repeat them. `text` is its Vietnamese wording, `typed` the question as
    typed."""
    typed = typed or text
    lexical = library.indexes().lexical
    rates = {
        term: rate
        for term, rate in reword(text, english=False).weights.items()
        if not all(word in _EMPTY for word in term.split(PAIR))
    }
    weights = {term: rate * lexical.rarity(term) for term, rate in rates.items()}
    otherwise = []
    for one in said_in(text):
        told = tuple(other for other in one.otherwise if all(map(lexical.has, terms(other))))
        if not told:
            continue
        otherwise.append((frozenset(terms(one.words)), told))
        rate = _OTHERWISE * max(rates.get(term, 0.0) for term in terms(one.words))
        for term in (term for other in told for term in terms(other)):
            rates.setdefault(term, rate)
    names = {
        syllable
        for word in typed.split()[1:]
        if word[:1].isupper() or any(character.isdigit() for character in word)
        for syllable in syllables(word)
    }
    bare: set[str] = set()
    if is_bare(typed):
        bare = {strip_marks(term) for term in weights if PAIR in term}
        called = _called(typed)
        weights |= dict.fromkeys(called, _NAME_WEIGHT)
        bare |= set(called)
        names |= set(called)
    known = frozenset(names & weights.keys())
    return Weighted(weights, known, frozenset(bare), rates, tuple(otherwise))


def _called(typed: str) -> list[str]:
    """Adjacent pairs of words with capitals that may be a Vietnamese name ("hiep_phuoc")."""
    words = typed.split()
    return [
        (one + PAIR + two).lower()
        for one, two in pairwise(re.sub(r"\W", "", word) for word in words)
        if one[:1].isupper() and two[:1].isupper()
        and _SYLLABLE.fullmatch(one.lower()) and _SYLLABLE.fullmatch(two.lower())
    ]  # fmt: skip


def covered(words: Weighted, text: str) -> frozenset[str]:
    """Those of the question's terms that the text has, or says in other words."""
    found = _terms_of(text)
    for said, others in words.otherwise:
        if says(text, others):
            found |= said
    if not words.bare:
        return words.known & found
    stripped = _bare_pairs_of(text)
    bare = words.stripped
    return frozenset(
        term for term in words.terms if term in found or bare.get(term, term) in stripped
    )


@lru_cache(maxsize=20_000)
def _terms_of(text: str) -> frozenset[str]:
    found = frozenset(terms(text))
    return found | {_MONEY} if _SUM.search(text) else found


@lru_cache(maxsize=20_000)
def _bare_pairs_of(text: str) -> frozenset[str]:
    return frozenset(pairs(strip_marks(text)))
