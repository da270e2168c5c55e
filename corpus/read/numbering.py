"""The numbers that Word prints before paragraphs but does not store in their text.

ECMA-376, Part 1, section 17.9: a paragraph points to a numbering instance (w:num) and a level; the
instance points to an abstract list whose levels say how to count (w:numFmt) and to print ("%1.").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

__all__ = ["Numbering", "W", "format_number"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HOLLOW = frozenset("o○◦+")  # bullets of a second level


def format_number(value: int, style: str) -> str:
    """Returns a count in a numbering format of Word: decimal, lowerLetter, upperRoman …"""
    if style in {"lowerRoman", "upperRoman"}:
        digits, rest = "", value
        for worth, letters in _ROMAN:
            digits += letters * (rest // worth)
            rest %= worth
        return digits.upper() if style == "upperRoman" else digits
    if style in {"lowerLetter", "upperLetter"}:
        times, place = divmod(value - 1, 26)
        letters = chr(ord("a") + place) * (times + 1)
        return letters.upper() if style == "upperLetter" else letters
    if style == "decimalZero":
        return f"{value:02d}"
    return "" if style == "none" else str(value)


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    text: str
    start: int
    arabic: bool = False  # w:isLgl: the numbers of the levels above are printed as 1, 2, 3
    restart: int | None = None  # w:lvlRestart: the level (from 1) that restarts it; 0: none does


@dataclass(slots=True)
class Numbering:
    """Counts as Word does while a document's paragraphs are read in order."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # by abstract list
    lists: dict[str, str] = field(default_factory=dict)  # numbering instance → abstract list
    starts: dict[str, dict[int, int]] = field(default_factory=dict)  # an instance's own starts
    own: dict[str, dict[int, _Level]] = field(default_factory=dict)  # an instance's own levels
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, element: Any | None) -> Numbering:
        """Reads w:numbering; None gives a numbering without lists."""
        numbering = cls()
        if element is None:
            return numbering
        for abstract in element.iter(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            numbering.levels[key] = {
                int(level.get(f"{W}ilvl", "0")): _level(level) for level in abstract.iter(f"{W}lvl")
            }
        for num in element.iter(f"{W}num"):
            key = num.get(f"{W}numId", "")
            numbering.lists[key] = _value(num.find(f"{W}abstractNumId")) or ""
            for override in num.iter(f"{W}lvlOverride"):
                at = int(override.get(f"{W}ilvl", "0"))
                start = _value(override.find(f"{W}startOverride"))
                if start is not None:
                    numbering.starts.setdefault(key, {})[at] = int(start)
                if (level := override.find(f"{W}lvl")) is not None:
                    numbering.own.setdefault(key, {})[at] = _level(level)
        return numbering

    def next(self, instance: str, level: int) -> str:
        """Returns what is printed before the next paragraph of a list; "" if nothing is."""
        abstract = self.lists.get(instance, "")
        levels = self.levels.get(abstract, {}) | self.own.get(instance, {})
        if level not in levels:
            return ""
        counts = self.counts.setdefault(abstract, {})
        if instance not in self.begun:
            self.begun.add(instance)
            for own, start in self.starts.get(instance, {}).items():
                counts[own] = start - 1
        for deeper in [other for other in counts if other > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or level < restart:
                del counts[deeper]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        if levels[level].style == "bullet":
            return "+" if levels[level].text in _HOLLOW else "-"
        printed = levels[level].text
        for other, definition in levels.items():
            count = counts.get(other, definition.start)
            style = "decimal" if levels[level].arabic and other < level else definition.style
            printed = printed.replace(f"%{other + 1}", format_number(count, style))
        return printed


def _level(element: Any) -> _Level:
    return _Level(
        style=_value(element.find(f"{W}numFmt")) or "decimal",
        text=_value(element.find(f"{W}lvlText")) or "",
        start=int(_value(element.find(f"{W}start")) or 1),
        arabic=element.find(f"{W}isLgl") is not None,
        restart=int(restart) if (restart := _value(element.find(f"{W}lvlRestart"))) else None,
    )


def _value(element: Any | None) -> str | None:
    return None if element is None else element.get(f"{W}val")
