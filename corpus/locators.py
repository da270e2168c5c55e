"""The address of a clause, printed the way officials cite it.

With articles, innermost first: "điểm b khoản 2 Điều 5". Elsewhere outermost first, with the name of
the item that a bare number would leave open: "mục 3 (Sở Y tế), gạch đầu dòng 2". A rule quoted from
another document keeps its own number, in quotation marks: "khoản 2 “Điều 7” khoản 3 Điều 1".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.document import ClauseKind
from corpus.marks import BULLETS, Marker

__all__ = ["locate"]

_Entry = tuple[ClauseKind, Marker | None, int | None, str, bool, bool]
"""kind, marker, parent, own text, heading, quoted from another document"""

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
}
_LONGEST_NAME = 64
# "PHỤ LỤC II", "Phụ lục số 01", "Mẫu số 04"; a regulation, a plan, a list is cited by its kind.
_ANNEX = re.compile(
    r"(?:phụ lục|biểu mẫu|mẫu)(?P<number>(?: số)?:? (?:[ivxl]+|\d+[a-z]?|[a-d]))?(?![\w/])|"
    r"quy chế|quy định|kế hoạch|đề án|chương trình|điều lệ|danh mục|danh sách|phương án|hướng dẫn|"
    r"quy trình|chiến lược|nội quy|bảng(?!\w)",
    re.IGNORECASE,
)


def locate(entries: Sequence[_Entry]) -> list[str]:
    """One locator for each clause, in order; no two are the same."""
    steps = _steps(entries)
    locators = [_address(entries, steps, at) for at in range(len(entries))]
    seen: Counter[str] = Counter()
    for at, locator in enumerate(locators):
        seen[locator] += 1
        locators[at] = _times(locator, seen[locator])
    return locators


_NAMED = re.compile(r" \((?!lần \d).*\)(?= \(lần \d|$)")  # the name behind an item's number


def _times(address: str, time: int) -> str:
    """An address that was given to others before, told from theirs."""
    return f"{address} (lần {time})" if time > 1 else address


def _annex(title: str) -> str:
    """The name that an annex is cited by: what it prints of it, "Phụ lục" where it prints none."""
    found = _ANNEX.match(title)
    if found is None:
        return "Phụ lục"
    number = found["number"] or ""
    return found[0][: len(found[0]) - len(number)].capitalize() + number


def _steps(entries: Sequence[_Entry]) -> list[str]:
    """What each clause adds to the address of its parent."""
    places: Counter[tuple[int | None, ClauseKind]] = Counter()
    annexes: Counter[str] = Counter()
    repeated: Counter[tuple[int | None, str]] = Counter()
    above: dict[int, str] = {}  # the last numbered step below each parent
    seen_item = False
    steps: list[str] = []
    for at, (kind, marker, parent, _, _, quoted) in enumerate(entries):
        places[parent, kind] += 1
        if kind is ClauseKind.PARAGRAPH and parent is None:
            where = "cuối" if seen_item else "mở đầu"
            steps.append(f"đoạn {where} {places[parent, kind]}")
        elif kind is ClauseKind.ANNEX:
            name = _annex(entries[at][3])
            annexes[name] += 1
            steps.append(_times(name, annexes[name]))
        else:
            step = _step(entries, at, places[parent, kind])
            own = kind not in _COUNTED and kind not in BULLETS  # a number that the rule has there
            outer = own and quoted and (parent is None or not entries[parent][5])
            step = f"“{step}”" if outer else step
            # "mục IV" twice: what stands below the second is told apart.
            repeated[parent, step] += own
            step = _times(step, repeated[parent, step])
            if own and parent is not None:
                above[parent] = _NAMED.sub("", step)
                places[parent, ClauseKind.PARAGRAPH] = 0  # counted afresh behind each
            elif kind is ClauseKind.PARAGRAPH and parent in above:
                step = f"{step} sau {above[parent]}"
            steps.append(step)
        if not seen_item and marker is not None and parent is None and kind not in _COUNTED:
            # Paragraphs at the top level are counted afresh behind the first item.
            seen_item = True
            places[None, ClauseKind.PARAGRAPH] = 0
        if kind is ClauseKind.ANNEX:
            seen_item = False
    return steps


def _step(entries: Sequence[_Entry], at: int, place: int) -> str:
    """The step of one clause, the `place`-th of its kind below its parent."""
    kind, marker, parent, text, heading, _ = entries[at]
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
        (
            index
            for index, step in enumerate(path)
            if entries[step][0] is ClauseKind.ARTICLE and not entries[step][5]
        ),
        None,
    )
    if article is None:
        return ", ".join(steps[index] for index in reversed(path))
    inner = " ".join(steps[index] for index in path[: article + 1])
    # An article's number is unique in its document: chapters need not be named, annexes must.
    annex = [steps[index] for index in path[article + 1 :] if entries[index][0] is ClauseKind.ANNEX]
    return ", ".join([inner, *annex])
