"""Where the phrase ends that tells some of a class of bodies from others: "các tỉnh có rừng", "các xã,
phường ven sông".
"""

from __future__ import annotations

import re

from corpus import class_words, naming
from corpus.agencies import Registry
from corpus.verbs import opens_order, surely_opens_order, verb_length

__all__ = ["narrowed"]

_LONGEST_PHRASE = 12  # words that narrow a class down
_MORE_PARTS = 3  # between commas


def narrowed(text: str, folded: str, registry: Registry, at: int) -> int:
    """Where the phrase ends that narrows a class down behind `at`: "… có vùng trồng cây ăn quả | chỉ
    đạo", at an order, a colon or the end; `at` where none stands there."""
    phrase = class_words.NARROWS.match(folded, at)
    if phrase is None or opens_order(folded, phrase.start("word")):
        return at
    end = phrase.end()
    if phrase["whole"]:
        return end
    for _ in range(_LONGEST_PHRASE):
        word = class_words.PHRASE_WORD.match(folded, end) or _comma(text, folded, registry, end)
        if word is None and (more := class_words.PHRASE_REST.match(folded, end)):
            words = naming.WORD.finditer(folded, end, more.end())
            if not any(_orders_within(folded, word.start(), more.end()) for word in words):
                end = more.end()  # a heading: "… có bến khách ngang sông, bến đò du lịch"
            break
        if word is None or surely_opens_order(folded, word.start(1)):
            break
        end = word.end()
    rest = folded[end:].lstrip()
    over = rest[:1] in ":.;(" or rest.startswith("và các ") or surely_opens_order(rest, 0)
    return end if over and end > phrase.end() else at


def _orders_within(folded: str, at: int, end: int) -> bool:
    """Whether an order begins at `at`, with its object before `end`: "cảng thí điểm" holds none."""
    verb = verb_length(folded, at) if surely_opens_order(folded, at) else 0
    return verb > 0 and at + verb < end


def _comma(text: str, folded: str, registry: Registry, at: int) -> re.Match[str] | None:
    """A further land or province of the phrase: "trung du, miền núi", "Đắk Lắk, Khánh Hòa"."""
    word = class_words.PHRASE_COMMA.match(folded, at)
    if word is None or class_words.LANDS.match(folded, word.start(1)):
        return word
    known = registry.province(text, folded, word.start(1))
    return word if known is not None or _leads_to_order(folded, at) else None


def _leads_to_order(folded: str, at: int) -> bool:
    """Whether what goes on behind a comma comes to an order without naming others: "có làng nghề tái
    chế giấy, đúc đồng, nấu nhôm | kiểm đếm vỏ thùng"."""
    over = len(folded.rstrip(" :"))
    for _ in range(_MORE_PARTS):
        part = class_words.PHRASE_MORE.match(folded, at)
        if part is None or opens_order(folded, part.start("words")):
            return False
        words = naming.WORD.finditer(folded, part.start("words"), part.end())
        if any(_orders_within(folded, word.start(), over) for word in words):
            return True
        at = part.end()
    return False
