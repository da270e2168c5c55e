"""The words of a question that carry its meaning, each with its weight, and which of them a text has."""

from __future__ import annotations

from dataclasses import dataclass

from index.library import Library
from index.terms import PAIR, pairs, strip_marks, syllables
from qa.cues import is_bare

__all__ = ["Weighted", "covered", "weigh"]

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
    """.split()
)
_BARE_EMPTY = frozenset(strip_marks(word) for word in _EMPTY)


@dataclass(frozen=True, slots=True)
class Weighted:
    """Terms of a question with their weights. `bare`: compare without diacritics."""

    terms: dict[str, float]
    names: frozenset[str]  # numbers and words written with a capital: what must not differ
    bare: bool

    def share(self, found: frozenset[str]) -> float:
        """The share of the weight of syllables that are found."""
        return self._share(found, [term for term in self.terms if PAIR not in term])

    def share_of_pairs(self, found: frozenset[str]) -> float:
        """The share of the weight of adjacent pairs that are found."""
        return self._share(found, [term for term in self.terms if PAIR in term])

    def share_of_names(self, found: frozenset[str]) -> float:
        """The share of the weight of names and numbers that are found; 1 when there are none."""
        return self._share(found, list(self.names)) if self.names else 1.0

    def _share(self, found: frozenset[str], terms: list[str]) -> float:
        whole = sum(self.terms[term] for term in terms)
        return sum(self.terms[term] for term in terms if term in found) / whole if whole else 0.0


def weigh(library: Library, text: str) -> Weighted:
    """The content words of a text, syllables and adjacent pairs, weighted by rarity."""
    bare = is_bare(text)
    empty = _BARE_EMPTY if bare else _EMPTY
    single = [word for word in syllables(text) if word not in empty]
    double = [
        pair for pair in pairs(text)
        if not all(word in empty for word in pair.split(PAIR))
    ]  # fmt: skip
    rarity = library.indexes().lexical.rarity
    terms = {term: rarity(term) for term in (*single, *double)}
    capitals = {
        syllable
        for word in text.split()[1:]
        if word[:1].isupper() or any(character.isdigit() for character in word)
        for syllable in syllables(word)
    }
    if bare and text == text.lower():
        capitals = {word for word in single if any(character.isdigit() for character in word)}
    return Weighted(terms, frozenset(capitals & set(single)), bare)


def covered(words: Weighted, text: str) -> frozenset[str]:
    """Those of the question's terms that the text has."""
    if words.bare:
        text = strip_marks(text)
    found = set(syllables(text))
    found.update(pairs(text))
    return frozenset(term for term in words.terms if term in found)
