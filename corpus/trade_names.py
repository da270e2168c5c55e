"""Names of offices that list their trades behind a comma: "Ban Công nghệ, chuyển đổi số và tự động hóa"."""

from __future__ import annotations

import re

from corpus.text import compiled
from corpus.verbs import opens_order, surely_opens_order

__all__ = ["trades_end"]

# The first trade opens with a capital, the others are written small: what is a body of its own has a capital,
# or is a class ("Cục Hải quan, các đơn vị và tổ chức …").
_LISTED = compiled(
    r"(?:Ban|Vụ|Cục|Chi cục|Phòng|Trung tâm) [⇧][\wÀ-ỹ]*(?: [a-zà-ỹđ][\wà-ỹ]*){0,3}, "
    r"(?!(?:các|những|cơ quan|đơn vị|tổ chức|địa phương|doanh nghiệp|cá nhân|ban|ngành|sở|xã|phường|ủy ban|chính quyền|đoàn thể)(?!\w))"
    r"[a-zà-ỹđ][\wà-ỹ]*(?: [a-zà-ỹđ][\wà-ỹ]*){1,3}? và (?!các |những )"
)
_WORD = compiled(r"[a-zà-ỹđ][\wà-ỹ]*")
_LAST = compiled(r"(?:Công tác|Học sinh|Giáo dục|Đào tạo|Truyền thông|Pháp chế|Tổng hợp)(?!\w)")
_LONGEST = 4  # words of the last trade
_OVER = re.compile(r"\s*(?:[,;.:]|$)")


def trades_end(text: str, folded: str, at: int) -> int | None:
    """Where a name ends that begins at `at` and lists trades, before an order or a mark; None where none does."""
    listed = _LISTED.match(text, at)
    if listed is None or _orders_within(folded, at, listed.end()):
        return None
    end = listed.end()
    for _ in range(_LONGEST):
        # "Phòng Chính trị, tư tưởng và Công tác học sinh", not "… và Sở Y tế"
        word = _WORD.match(text, end) or (_LAST.match(text, end) if end == listed.end() else None)
        if word is None:
            return None
        if _OVER.match(text, word.end()) or opens_order(folded, word.end() + 1):
            return word.end()
        end = word.end() + 1
    return None


def _orders_within(folded: str, at: int, end: int) -> bool:
    """Whether a verb of order stands among the words between `at` and `end`."""
    words = re.finditer(r"(?<= )(?!chuyển đổi số )\w", folded[at:end])
    return any(surely_opens_order(folded, at + word.start()) for word in words)
