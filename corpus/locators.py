"""The address of a clause, printed the way officials cite it.

With articles, innermost first: "điểm b khoản 2 Điều 5". Elsewhere outermost first, with the name of
the item that a bare number would leave open: "mục 3 (Sở Y tế), gạch đầu dòng 2".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.document import ClauseKind
from corpus.marks import Marker

__all__ = ["locate"]

_Entry = tuple[ClauseKind, Marker | None, int | None, str, bool]
"""kind, marker, parent, own text, heading"""

_WORD = {
    ClauseKind.PART: "Phần",
    ClauseKind.CHAPTER: "Chương",
    ClauseKind.SECTION: "Mục",
    ClauseKind.ARTICLE: "Điều",
    ClauseKind.POINT: "điểm",
    ClauseKind.COUNTED: "điểm",
}
_COUNTED = {
    ClauseKind.BULLET: "gạch đầu dòng",
    ClauseKind.PLUS: "dấu cộng",
    ClauseKind.STAR: "dấu sao",
    ClauseKind.PARAGRAPH: "đoạn",
    ClauseKind.GROUND: "căn cứ",
    ClauseKind.HEADER: "phần đầu, dòng",
    ClauseKind.ADDRESSEE: "Kính gửi, dòng",
    ClauseKind.RECIPIENT: "Nơi nhận, dòng",
    ClauseKind.SIGNATURE: "chữ ký, dòng",
    ClauseKind.ANNEX: "Phụ lục",
}
_LONGEST_NAME = 64


def locate(entries: Sequence[_Entry]) -> list[str]:
    """One locator for each clause, in order; no two are the same."""
    steps = _steps(entries)
    locators = [_address(entries, steps, at) for at in range(len(entries))]
    seen: Counter[str] = Counter()
    total = Counter(locators)
    for at, locator in enumerate(locators):
        seen[locator] += 1
        if total[locator] > 1 and seen[locator] > 1:
            locators[at] = f"{locator} (lần {seen[locator]})"
    return locators


def _steps(entries: Sequence[_Entry]) -> list[str]:
    """What each clause adds to the address of its parent."""
    places: Counter[tuple[int | None, ClauseKind]] = Counter()
    seen_item = False
    steps: list[str] = []
    for at, (kind, marker, parent, _, _) in enumerate(entries):
        places[parent, kind] += 1
        if kind is ClauseKind.PARAGRAPH and parent is None:
            where = "cuối" if seen_item else "mở đầu"
            steps.append(f"đoạn {where} {places[parent, kind]}")
        else:
            steps.append(_step(entries, at, places[parent, kind]))
        if not seen_item and marker is not None and parent is None and kind not in _COUNTED:
            # Paragraphs at the top level are counted afresh behind the first item.
            seen_item = True
            places[None, ClauseKind.PARAGRAPH] = 0
        if kind is ClauseKind.ANNEX:
            seen_item = False
    return steps


def _step(entries: Sequence[_Entry], at: int, place: int) -> str:
    """The step of one clause, the `place`-th of its kind below its parent."""
    kind, marker, parent, text, heading = entries[at]
    if marker is None or kind in _COUNTED:
        return f"{_COUNTED.get(kind, 'đoạn')} {place}"
    if kind is ClauseKind.NOTE:
        return f"chú thích {marker.label}"
    if kind in (ClauseKind.ITEM, ClauseKind.SUBITEM):
        if _under(entries, parent, ClauseKind.ARTICLE):
            return f"khoản {marker.label}"
        # A number like 1.2 is unique as it stands; a bare one may not be.
        return f"mục {marker.label}{_name(text, heading) if kind is ClauseKind.ITEM else ''}"
    if kind is ClauseKind.ROMAN:
        return f"mục {marker.label}"
    label = f"({marker.label})" if kind is ClauseKind.COUNTED else marker.label
    return f"{_WORD[kind]} {label}"


def _name(text: str, heading: bool) -> str:
    """The name of an item for its address: its heading, or the words before its colon."""
    name = text.split(":", 1)[0].strip() if ":" in text else text.strip() if heading else ""
    return f" ({name.rstrip(' .;')})" if 0 < len(name) <= _LONGEST_NAME else ""


def _under(entries: Sequence[_Entry], parent: int | None, kind: ClauseKind) -> bool:
    while parent is not None:
        if entries[parent][0] is kind:
            return True
        parent = entries[parent][2]
    return False


def _address(entries: Sequence[_Entry], steps: Sequence[str], at: int) -> str:
    path: list[int] = []
    here: int | None = at
    while here is not None:
        path.append(here)
        here = entries[here][2]
    if entries[at][0] is ClauseKind.NOTE:
        parent = entries[at][2]
        above = f", {_address(entries, steps, parent)}" if parent is not None else ""
        return f"{steps[at]}{above}"
    article = next(
        (index for index, step in enumerate(path) if entries[step][0] is ClauseKind.ARTICLE), None
    )
    if article is None:
        return ", ".join(steps[index] for index in reversed(path))
    inner = " ".join(steps[index] for index in path[: article + 1])
    # An article's number is unique in its document: chapters need not be named, annexes must.
    annex = [steps[index] for index in path[article + 1 :] if entries[index][0] is ClauseKind.ANNEX]
    return ", ".join([inner, *annex])
