"""How far the name of a body or of a class of bodies reaches: "Các tổ chức cung cấp dịch vụ hóa đơn
điện tử | miễn phí phần mềm", "Ban Công nghệ, chuyển đổi số và tự động hóa | nâng cấp".

Names hold verbs, and commas: no list of words tells where one is over. A logistic regression goes over
the words and says at each how likely the name is over behind it: by the words on both sides, by how the
name began, and by whether an order stands right there or only further on. It was learned from the names
in annotated tasks, and from names that readers marked in laws and directives (eval/fit_names.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import naming
from corpus.learned import TOKEN, chance, weights
from corpus.verbs import ends_name, opens_order, surely_opens_order

__all__ = ["CLASS", "EXTENTS", "chances", "likeliest", "likely_end", "steps"]

EXTENTS = "extents.tsv"
_OVER = frozenset('.;:()“”"[]')  # no name goes on behind these
_LONGEST = 45  # words and marks of a name
_AHEAD = 24  # words and marks in which an order is looked for
_UNLIKELY = 0.1  # what is left of the chances when the reading stops
_DOUBTED = 0.15  # the rules are overruled where their end has less of a chance,
_SURE = 0.5  # and another has more
CLASS = re.compile(
    r"(?:các|những|cơ quan|đơn vị|tổ chức|chủ|doanh nghiệp|cá nhân|người|hộ|lực lượng|thành viên|nhà)(?!\w)"
)
"""The words with which names of classes open."""
_NEXT_IN_LIST = re.compile(r"[,;]? (?:và )?(?:các )?")
_CASE = re.compile(r"(?<!\w)(?:đã|chưa|nhưng|nếu|khi|với)(?!\w)")
Token = tuple[str, int, int]  # word or mark, start, end


def likely_end(text: str, folded: str, at: int, end: int) -> int:
    """Where the name that begins at `at` ends: at `end`, unless it far likelier ends elsewhere."""
    likely = chances(text, folded, at)
    best, chance_of_best = likeliest(likely)
    if likely.get(end, 0.0) >= _DOUBTED or chance_of_best <= _SURE:
        return end
    # Only rules know titles ("Giám đốc các sở, | Thủ trưởng các ban") and what makes a case of a name
    # ("các đơn vị | đã nhận kinh phí, thì").
    following = _NEXT_IN_LIST.match(folded, min(best, end))
    titled = following and naming.TITLE.match(folded, following.end())
    kept = titled or _CASE.search(folded, end, best)
    # A sentence that opens so, and tells them nothing up to its semicolon, is about them.
    about = best > end and at == 0 and folded[best : best + 1] == ";"
    return end if kept or about else best


def likeliest(likely: dict[int, float]) -> tuple[int, float]:
    """The likeliest end, and its chance; (0, 0.0) of none."""
    best = max(likely, key=likely.__getitem__, default=0)
    return best, likely.get(best, 0.0)


def chances(text: str, folded: str, at: int) -> dict[int, float]:
    """End → the chance that the name that begins at `at` ends there. Where the chances are too small
    to matter nothing is said."""
    known = weights(EXTENTS)
    left, found = 1.0, {}
    for end, seen in steps(text, folded, at):
        over = chance(known, seen)
        found[end] = left * over
        left *= 1 - over
        if left < _UNLIKELY:
            break
    return found


def steps(text: str, folded: str, at: int) -> Iterator[tuple[int, list[str]]]:
    """Each place where the name that begins at `at` may end, with what is seen there."""
    view = _View(text, folded, at)
    for number, (word, _, end) in enumerate(view.tokens[:_LONGEST]):
        if word in _OVER:
            return
        if word[0].isalnum():
            yield end, view.seen(number)


class _View:
    """What is seen at the words from the beginning of a name on."""

    def __init__(self, text: str, folded: str, at: int) -> None:
        self.tokens: list[Token] = []
        self._text, self._folded = text, folded
        self._orders: dict[int, bool] = {}
        self._inside = [(0, 0, False)]  # orders, commas, a capital among the words up to each
        for word in TOKEN.finditer(folded, at):
            self.tokens.append((word.group(), word.start(), word.end()))
            if len(self.tokens) > _LONGEST + _AHEAD:
                break
        before = folded[max(0, at - 12) : at].split()
        self._kind = "class" if CLASS.match(folded, at) else "body"
        self._head = self._word(0)
        self._context = [
            self._kind,
            f"head {self._head}",
            f"heads {self._head} {self._word(1)}",
            f"behind {before[-1] if before else '^'}",
        ]

    def seen(self, number: int) -> list[str]:
        """What is seen where the name may end with the word of that number."""
        word, former = self._word(number), self._word(number - 1)
        then, after, last = (self._word(number + ahead) for ahead in (1, 2, 3))
        kind, head = self._kind, self._head
        passed, commas, capital = self._up_to(number)
        order = self._order_at(number + 1)
        later, between, mark = self._further(number)
        near = min(later, 8)
        capitals = [self._capital(number + ahead) for ahead in (0, 1, 2)]
        return [
            *self._context,
            f"then {then}",
            f"then {then} {after}",
            f"then {then} {after} {last}",
            f"{kind} then {then}",
            f"{kind} then {then} {after}",
            f"head {head} then {then}",
            f"head {head} then {then} {after}",
            f"word {word}",
            f"words {former} {word}",
            f"word {word} then {then}",
            f"words {former} {word} then {then}",
            f"length {min(number, 12)}",
            f"capitals {capitals[0]:d}{capitals[1]:d}{capitals[2]:d}",
            f"capital {capital:d}{capitals[1]:d}",
            f"capital {capital:d}{capitals[1]:d} then {then}",
            f"order {order}",
            f"{kind} order {order}",
            f"later {near}",
            f"later {near} {order}",
            f"{kind} later {later > 0:d} {order}",
            f"later {later > 0:d} over {min(between, 2)} {order}",
            f"by {self._word(number + later) if later else ''}",
            f"mark {mark}",
            f"passed {min(passed, 2)}",
            f"commas {min(commas, 3)}",
        ]

    def _up_to(self, number: int) -> tuple[int, int, bool]:
        """(orders, commas, whether there is a capital) behind the first word, up to that one."""
        while len(self._inside) <= number:
            one = len(self._inside)
            orders, commas, capital = self._inside[-1]
            self._inside.append(
                (
                    orders + self._ordered(one),
                    commas + (self._word(one) == ","),
                    capital or self._capital(one),
                )
            )
        return self._inside[number]

    def _word(self, number: int) -> str:
        if number < 0:
            return "^"
        return self.tokens[number][0] if number < len(self.tokens) else "$"

    def _capital(self, number: int) -> bool:
        return number < len(self.tokens) and self._text[self.tokens[number][1]].isupper()

    def _ordered(self, number: int) -> bool:
        """Whether an order surely begins with the word of that number."""
        if number not in self._orders:
            self._orders[number] = surely_opens_order(self._folded, self.tokens[number][1])
        return self._orders[number]

    def _order_at(self, number: int) -> str:
        """Whether an order begins there, surely, perhaps; and whether a name does not go on so."""
        if number >= len(self.tokens):
            return "000"
        at = self.tokens[number][1]
        told = self._ordered(number), opens_order(self._folded, at), ends_name(self._folded, at)
        return "".join(str(int(one)) for one in told)

    def _further(self, number: int) -> tuple[int, int, str]:
        """(how far on an order begins in the same part of the sentence, else 0; the commas before it;
        the mark that the part ends with and how near it is)."""
        later = commas = 0
        for on in range(number + 1, min(number + _AHEAD, len(self.tokens))):
            word = self.tokens[on][0]
            if word in _OVER:
                return later, commas, f"{word}{min(on - number, 4)}"
            if not later and on > number + 1:
                if word == ",":
                    commas += 1
                elif self._ordered(on):
                    later = on - number
        return later, commas, "$" if number + _AHEAD >= len(self.tokens) else ""
