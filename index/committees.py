"""People's Committees of a level, by whatever words a document means them.

"Ủy ban nhân dân các xã, phường", "… cấp xã", "… xã, phường, đặc khu", "… các xã bị ngập" are one
class of bodies: who works in one of them asks for all that any of these names is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from corpus.text import fold, plain

__all__ = ["Level", "level_of", "level_of_area", "of_level", "spoken_of", "told_as"]


class Level(StrEnum):
    """The level of a class of committees; the value names the class."""

    COMMUNE = "Ủy ban nhân dân cấp xã"
    DISTRICT = "Ủy ban nhân dân cấp huyện"
    PROVINCE = "Ủy ban nhân dân cấp tỉnh"


_WRITTEN = {
    "thị xã": Level.DISTRICT, "huyện": Level.DISTRICT, "quận": Level.DISTRICT,
    "xã": Level.COMMUNE, "phường": Level.COMMUNE, "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE, "tỉnh": Level.PROVINCE,
}  # fmt: skip
_AREAS = {plain(area): level for area, level in _WRITTEN.items()}
# Typed bare, "quan" may begin "quản lý", "quan tâm" …
_AREA = rf"(?:{'|'.join(_AREAS)}|thanh pho)(?! (?:ly|tam|he|trong|doi|su|diem)\b)(?!\w)"
_CLASS = re.compile(
    rf"(?:uy ban nhan dan|ubnd|chinh quyen|uy ban)\s+(?P<many>(?:tat ca\s+)?(?:cac\s+|cap\s+))?"
    rf"(?P<areas>{_AREA}(?:\s*(?:,|;|/|\bva\b)\s*(?:cac\s+)?{_AREA})*)"
)

_ENGLISH = re.compile(
    r"(?:the )?"
    r"(?:(?P<commune>communal|communes?|wards?)|(?P<district>districts?)|(?P<province>provincial))"
    r"(?:[- ]level)?(?: and (?:communes?|wards?))? people['’]?s committee(?P<many>s)?(?! of)"
)


@lru_cache(50_000)  # a library's names, asked about with every question
def of_level(text: str) -> tuple[Level, int, int] | None:
    """The first class of committees that a text names, and where: (level, start, end), or None.

    "Ủy ban nhân dân xã Hòa Thủy" is one committee, and "Ủy ban nhân dân tỉnh" the province's own:
    neither is a class.
    """
    for found in _CLASS.finditer(plain(text)):
        if not _is_area(text[found.start("areas") : found.end()]):
            continue
        behind = text[found.end() :].lstrip(" ")
        if behind[:1].isupper() and text[found.end() : found.end() + 1] == " ":
            continue
        areas = re.findall(_AREA, found["areas"])
        levels = [_AREAS[area] for area in areas if area in _AREAS]
        level = levels[0] if levels else Level.PROVINCE
        if level is Level.PROVINCE and not found["many"]:
            continue
        return level, found.start(), found.end()
    english = _ENGLISH.search(plain(text))
    if english is not None and (english["many"] or not english["province"]):
        kinds = {
            "commune": Level.COMMUNE, "district": Level.DISTRICT, "province": Level.PROVINCE,
        }  # fmt: skip
        level = next(level for kind, level in kinds.items() if english[kind])
        return level, english.start(), english.end()
    return None


# Whom a question means by the areas: "các xã, phường phải …", "chủ tịch xã được giao …".
_SPOKEN = re.compile(
    rf"(?<!\w)(?:(?:chu tich|lanh dao|chinh quyen)\s+(?:cac\s+|cap\s+)?|"
    rf"(?:tat ca\s+)?cac\s+|cap\s+|^(?={_AREA}(?:,| va)))"
    rf"(?P<areas>{_AREA}(?:\s*(?:,|;|/|\bva\b|\s)\s*(?:cac\s+)?{_AREA})*)"
    r"(?=(?:\s+(?:o|tai|cua|thuoc)(?:\s+\w+){1,5}?)?\s+"
    r"(?:phai|can|duoc giao|duoc yeu cau|co trach nhiem|co nhung|se|chiu|lam|lo|ganh|bao cao)"
    r"(?!\w))"
)
_SPOKEN_ENGLISH = re.compile(
    r"(?:(?<=must )|(?<=should )|(?<=shall )|(?<=do )|(?<=are ))(?:the )?"
    r"(?P<asked>communes|wards|districts)(?: and (?:communes|wards))?(?!\w)|"
    r"(?<!\w)(?:the )?(?:(?P<acting>communes|wards|districts|provinces)(?: and (?:communes|wards))?"
    r"(?= (?:must|should|shall|have to|to do|are (?:asked|required|told)))|"
    r"(?P<of>commune|ward|district|provincial)(?:[- ]level)? "
    r"(?:authorities|governments?|leaders|chairs?|chairmen))"
)


# Who lives there, or what is done there, is not the area's committee: "người dân các xã cần …".
_THERE = re.compile(
    r"(?:tai|o|dan|tren|cho|cua|thuoc|trong|voi|den|toi|tu|ngoai|so|ho|sinh|truong|nguoi|tram|"
    r"y te|cong an|doan|hoi)\s+$"
)


def spoken_of(question: str) -> tuple[Level, int, int] | None:
    """The class of committees that a question means by their areas, as `of_level` gives it."""
    bare = plain(question)
    if found := _SPOKEN.search(bare):
        there = _THERE.search(bare[: found.start()])
        if there or not _is_area(question[found.start("areas") : found.end()]):
            return None
        areas = re.findall(_AREA, found["areas"])
        levels = [_AREAS[area] for area in areas if area in _AREAS]
        level = levels[0] if levels else Level.PROVINCE
        return None if level is Level.PROVINCE else (level, found.start(), found.end())
    if found := _SPOKEN_ENGLISH.search(bare):
        said = found["asked"] or found["acting"] or found["of"]
        higher = {"district": Level.DISTRICT, "provinc": Level.PROVINCE}
        level = next((of for word, of in higher.items() if said.startswith(word)), Level.COMMUNE)
        return level, found.start(), found.end()
    return None


def _is_area(written: str) -> bool:
    """Whether words are an area's, and not others that are so without their marks ("quản")."""
    words = fold(written)
    return words.isascii() or words.startswith((*_WRITTEN, "thành phố"))


def level_of_area(area: str) -> Level:
    """The level of an area by its kind, without diacritics: "phuong", "thanh pho"."""
    return _AREAS.get(area, Level.PROVINCE)


def level_of(name: str) -> Level | None:
    """The level of the class that a name means, None for the name of one body."""
    found = of_level(name)
    return found[0] if found is not None and found[1] == 0 else None


_AREAS_ALONE = re.compile(rf"cac (?={_AREA})")


def told_as(level: Level, told: Sequence[str]) -> tuple[str, ...]:
    """Those of the names that mean the committees of a level, also by their areas: "Các xã"."""
    return tuple(name for name in told if _meant_by(name) is level)


@lru_cache(50_000)  # as `of_level`
def _meant_by(name: str) -> Level | None:
    if areas := _AREAS_ALONE.match(plain(name)):
        return level_of(f"Ủy ban nhân dân {name[: areas.end()].lower()}{name[areas.end() :]}")
    return level_of(name)
