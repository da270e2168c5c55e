"""Why filters let nothing through: a list that is empty in silence looks like an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from corpus.errors import UsageError
from index.bodies import Body
from index.dossier import dossier
from index.filters import Filters, allowed_clauses, conditions
from index.register import TaskFilters, tasks
from index.rows import key
from index.store import Store

__all__ = ["check_days", "check_filters", "why_no_clause", "why_no_task"]

_SUGGESTED = 3
_LISTED = 8  # kinds named when none is near
_NEAR = 60.0  # of 100, as rapidfuzz scores

Part = tuple[str, Filters]


def check_filters(store: Store, filters: Filters) -> None:
    """See that each filter makes sense for this library.

    Raises:
        UsageError: the days are the wrong way round, or no document of the library has that kind
            or issuer; the message names those that are nearest.
    """
    check_days(filters.issued_from, filters.issued_to, "Khoảng ngày ban hành")
    if filters.kind is not None and not _passes(store, Filters(kind=filters.kind)):
        raise UsageError(
            f"Thư viện không có văn bản nào thuộc loại “{filters.kind}”."
            f"{_nearest(store, 'kind', filters.kind)}"
        )
    if filters.issuer is not None and not _passes(store, Filters(issuer=filters.issuer)):
        raise UsageError(
            f"Thư viện không có văn bản nào do “{filters.issuer}” ban hành."
            f"{_nearest(store, 'issuer', filters.issuer)}"
        )


def check_days(first: date | None, last: date | None, what: str) -> None:
    """See that a range of days has a day in it.

    Raises:
        UsageError: it ends before it begins; the message calls it `what`.
    """
    if first is not None and last is not None and first > last:
        raise UsageError(f"{what} bị ngược: từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}.")


def why_no_clause(store: Store, filters: Filters) -> str | None:
    """Which of the filters let no clause through, in a sentence; None when some clause passes."""
    if _passes(store, filters):
        return None
    return _sentence([(name, not _passes(store, part)) for name, part in _parts(filters)])


def why_no_task(store: Store, body: Body | None, filters: TaskFilters) -> str:
    """Which of the filters let no task through, in a sentence, of filters that together let none.

    `body` is whose tasks are asked for; None: everybody's.
    """

    def none(part: TaskFilters, of: Body | None = None) -> bool:
        return not (dossier(store, of, part) if of is not None else tasks(store, part))

    met: list[tuple[str, Callable[[], bool]]] = []
    if body is not None:
        met.append((f"cơ quan “{body.name}”", partial(none, TaskFilters(), body)))
    for name, part in _parts(filters.where):
        met.append((name, partial(none, TaskFilters(part))))
    if filters.roles:
        met.append(("vai trò đã chọn", partial(none, TaskFilters(roles=filters.roles))))
    if days := _days(filters.due_from, filters.due_to):
        due = TaskFilters(due_from=filters.due_from, due_to=filters.due_to)
        met.append((f"hạn {days}", partial(none, due)))
    if filters.words:
        met.append((f"từ “{filters.words}”", partial(none, TaskFilters(words=filters.words))))
    return _sentence([(name, empty()) for name, empty in met])


def _sentence(parts: Sequence[tuple[str, bool]]) -> str:
    """The filters, by name, of which those marked let nothing through by themselves."""
    alone = [name for name, empty in parts if empty]
    if alone:
        return f"Bộ lọc không cho kết quả nào qua: {'; '.join(alone)}."
    names = "; ".join(name for name, _ in parts)
    if len(parts) < 2:
        return f"Không có kết quả nào{' với ' + names if names else ''}."
    return f"Không có kết quả nào thỏa mãn cùng lúc các điều kiện: {names}."


def _parts(filters: Filters) -> list[Part]:
    """Each filter by itself, with its name."""
    nothing = Filters()
    parts: list[Part] = []
    if filters.document is not None:
        parts.append((f"văn bản “{filters.document}”", replace(nothing, document=filters.document)))
    if filters.agencies:
        name = f"cơ quan “{filters.agencies[0]}”"
        parts.append((name, replace(nothing, agencies=filters.agencies)))
    if filters.kind is not None:
        parts.append((f"loại “{filters.kind}”", replace(nothing, kind=filters.kind)))
    if filters.issuer is not None:
        name = f"cơ quan ban hành “{filters.issuer}”"
        parts.append((name, replace(nothing, issuer=filters.issuer)))
    if days := _days(filters.issued_from, filters.issued_to):
        part = replace(nothing, issued_from=filters.issued_from, issued_to=filters.issued_to)
        parts.append((f"ban hành {days}", part))
    return parts


def _days(first: date | None, last: date | None) -> str:
    parts = [
        f"từ {first:%d/%m/%Y}" if first is not None else "",
        f"đến {last:%d/%m/%Y}" if last is not None else "",
    ]
    return " ".join(filter(None, parts))


def _passes(store: Store, filters: Filters) -> bool:
    if filters.agencies:
        allowed = allowed_clauses(store, filters)
        return allowed is None or len(allowed) > 0
    wanted, values = conditions(filters)
    statement = f"SELECT 1 FROM documents d WHERE {' AND '.join(wanted) or '1'} LIMIT 1"  # noqa: S608 - our own words
    return store.row(statement, values) is not None


def _nearest(store: Store, column: str, words: str) -> str:
    """The values of the library nearest to the words; without one near, the most frequent."""
    from rapidfuzz import fuzz, process

    found = store.rows(
        f"SELECT {column} FROM documents WHERE {column} IS NOT NULL"  # noqa: S608 - our own words
        f" GROUP BY {column} ORDER BY count(*) DESC, {column}"
    )
    keys = {str(name): key(str(name)) for (name,) in found}
    near = process.extract(key(words), keys, scorer=fuzz.WRatio, limit=_SUGGESTED)
    names = [f"“{name}”" for _, score, name in near if score >= _NEAR]
    if names:
        return f" Gần nhất: {', '.join(names)}."
    listed = ", ".join(f"“{name}”" for name in list(keys)[:_LISTED])
    return f" Thư viện có: {listed}." if listed else ""
