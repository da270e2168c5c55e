"""Which of a row's pieces stand in which column of an assignment table, where nothing else tells.

Text taken out of a page has the cells of a row one after the other; a cell may be empty, or hold
several lines. What a column is for tells what may stand in it: who leads is bodies and nothing
else, a term is short and speaks of time. Of all ways to deal the pieces out in order, the one that
fits the columns best is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from corpus.actors import Reader
from corpus.table_rows import CONTENT, LEADS, MEASURED
from corpus.text import collapse, fold, plain

__all__ = ["CATCH_ALL", "COLUMNS", "dealt", "roles_of", "spanned"]

COLUMNS = 12
"""Columns that a table has at most."""

CATCH_ALL = re.compile(r"\s*(?:\([^)]*\)|[;,]?\s*(?:các|những) [^.]*liên quan)?[\s.;]*$")
"""What may stand behind the bodies of a cell."""

_ROLES = (
    ("support", re.compile(r"phoi hop")),
    ("lead", LEADS),
    ("time", re.compile(r"thoi (?:gian|han)|tien do|hoan thanh")),
    ("content", CONTENT),
)
_TIME = re.compile(r"\d|quý|tháng|năm|tuần|ngày|thường xuyên|hằng|hàng|định kỳ|khi có|liên tục")
_LONGEST_TIME = 80  # characters
_SHORTEST = 4  # words that say what is to be done
_MOST = 24  # pieces of a row
_TIMED = re.compile(
    r"(?:\d|quý|tháng|năm|tuần|ngày|thường xuyên|hằng|hàng|định kỳ|khi|ngay|liên tục|trong|trước|sau|từ|"
    r"đến|cuối|đầu|giữa|chậm|hoàn thành|theo|giai đoạn|kỳ họp|trình|thực hiện|triển khai|vận hành)"
)
_WRONG = -9.0


def roles_of(names: Sequence[str]) -> list[str | None]:
    """Returns what each column is for, by its name: "content", "lead", "support", "time" or None."""
    keys = [plain(name) for name in names]
    roles = [next((role for role, said in _ROLES if said.search(key)), None) for key in keys]
    if "content" in roles:
        return roles
    return [
        "content" if MEASURED.search(key) else role for key, role in zip(keys, roles, strict=True)
    ]


def dealt(pieces: Sequence[str], roles: Sequence[str | None]) -> list[tuple[int, int]] | None:
    """Returns the pieces of each column as (first, behind the last), or None if they fit no row.

    `roles` are those of the columns behind that of the ordinals, one of them "lead".
    """
    if not 2 <= len(pieces) <= _MOST:
        return None

    @lru_cache(None)
    def best(at: int, column: int) -> tuple[float, tuple[int, ...]]:
        """How well the pieces from `at` fill the columns from `column`, and where each begins."""
        if column == len(roles):
            return (0.0 if at == len(pieces) else 4 * _WRONG), ()
        ways = []
        for end in range(at, len(pieces) + 1):
            rest, begins = best(end, column + 1)
            ways.append((_fits(pieces[at:end], roles[column]) + rest, (at, *begins)))
        return max(ways, key=lambda way: way[0])

    score, begins = best(0, 0)
    if score <= 0:
        return None
    return list(zip(begins, (*begins[1:], len(pieces)), strict=True))


def spanned(pieces: Sequence[str], roles: Sequence[str | None]) -> list[tuple[int, int]] | None:
    """Returns the same of a row without bodies, one piece a column: who leads stands in a cell of a
    row above that spans this one."""
    free = [column for column, role in enumerate(roles) if role not in ("lead", "support")]
    if len(pieces) > len(free) or any(_bodies(piece) for piece in pieces):
        return None
    best, taken = 0.0, None
    for columns in combinations(free, len(pieces)):
        fits = [
            _fits([piece], roles[column]) for piece, column in zip(pieces, columns, strict=True)
        ]
        holds = any(roles[column] == "content" for column in columns)
        if holds and min(fits) >= 0 and sum(fits) > best:
            best, taken = sum(fits), columns
    if taken is None:
        return None
    begins = [sum(column < at for column in taken) for at in range(len(roles) + 1)]
    return list(pairwise(begins))


def _fits(pieces: Sequence[str], role: str | None) -> float:
    if not pieces:
        return {"lead": _WRONG, "content": _WRONG}.get(role or "", -0.5)
    text = collapse(" ".join(pieces))
    goes_on = text[:1].islower() or text[:1] in ",;.)"
    own = sum(not piece[:1].islower() for piece in pieces[1:])  # that may begin a cell themselves
    score = _WRONG * goes_on - 0.3 * own
    if role == "content":
        return score + (1.0 if len(text.split()) >= _SHORTEST and not _bodies(text) else -2.0)
    if role == "lead":
        return score + (4.0 if _bodies(text) else _WRONG)
    if role == "support":
        return score + (2.0 if _bodies(text) else -2.0)
    if role == "time":
        said = fold(text)
        timed = len(text) <= _LONGEST_TIME and _TIMED.match(said) and _TIME.search(said)
        return score + (2.0 if timed else -3.0)
    return score


@lru_cache(4096)
def _bodies(text: str) -> bool:
    """Whether a text is a list of bodies and nothing else."""
    named = Reader(text).actors(0)
    return named is not None and CATCH_ALL.match(text, named.end) is not None
