"""Whom a user means by an agency's name, and under which names the library tells it something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.actors import Reader
from corpus.agencies import Province, Registry, Succession, default_registry
from corpus.errors import UsageError
from index.coast import beyond
from index.committees import Level, level_of, level_of_area, of_level, told_as
from index.families import Family, called_so, family_named
from index.rows import agency_key, key
from index.store import Store

__all__ = ["Body", "find_body", "groups_reaching", "names_told", "speaks_to_all"]

_SUGGESTED = 3
_LONG_ENOUGH = 8  # letters of a name, of which one may be wrong
# From one name to the next in the order of the index: a library has few names and many mentions.
_NAMES_IN = {
    table: (
        f"WITH RECURSIVE names(name) AS (SELECT min(agency) FROM {table} UNION ALL"  # noqa: S608
        f" SELECT (SELECT min(agency) FROM {table} WHERE agency > name) FROM names"
        " WHERE name IS NOT NULL) SELECT name FROM names WHERE name IS NOT NULL"
    )
    for table in ("tasks", "mentions")
}


@dataclass(frozen=True, slots=True)
class Body:
    """An agency asked about. `predecessors` are the bodies whose duties it took over; `groups` the
    groups of the library that reach it without naming it ("Các Sở, ban, ngành"); `variants` the
    other names of a class of committees ("Ủy ban nhân dân các xã, phường") or of a family.
    `places` are the province that its name ends with ("tỉnh Gia Lai") and those that went into it,
    `at_home` what the documents of these call it ("Sở Y tế", "Công an tỉnh")."""

    name: str
    predecessors: tuple[Succession, ...] = ()
    groups: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    at_home: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name, its variants and its predecessors' names."""
        return (self.name, *self.variants, *(old.predecessor for old in self.predecessors))


def names_told(store: Store) -> list[str]:
    """Every name that a task or a mention of the library carries."""
    if store.row("SELECT 1 FROM sqlite_master WHERE name = 'mentions_name'") is None:
        rows = store.rows("SELECT agency FROM tasks UNION SELECT agency FROM mentions")
        return [name for (name,) in rows]  # an older library, where nothing can be written
    names = {name for table in ("tasks", "mentions") for (name,) in store.rows(_NAMES_IN[table])}
    return sorted(names)


def find_body(told: Sequence[str], words: str, registry: Registry | None = None) -> Body:
    """The one agency meant by `words`: a name, an abbreviation, unaccented, English or mistyped.

    `told` are the names that the library tells something (see `names_told`).

    Raises:
        UsageError: neither the registry nor the library knows it; the message suggests some.
    """
    registry = registry or default_registry()
    by_key = _by_key(tuple(told))
    level = level_of(words)
    if level is not None and (variants := told_as(level, told)):
        return _class_of(level, by_key.get(agency_key(words)), variants, told)
    family = family_named(words)
    # A full name is one body's, but "Bộ đội Biên phòng" is any of them, though one is told so.
    whole = family is not None and key(family.name) == key(words)
    if family and (whole or agency_key(words) not in by_key) and family.members(told):
        return _of_family(family, told)
    spoken = {agency_key(called): name for called, name in registry.spoken.items()}
    name = (
        spoken.get(agency_key(words))
        or by_key.get(agency_key(words))
        or registry.resolve(words)
        or _read(words, registry, by_key)
        or _of_a_province(words, registry, by_key)
    )
    if name is None or name in registry.spoken:
        if family := called_so(name or words, tuple(told)):
            return _of_family(family, told)
        raise UsageError(f"Không rõ cơ quan “{words}”.{_suggest(words, told)}")
    predecessors = {old.predecessor: old for old in registry.successions(name)}
    if _OF_PROVINCE.match(name):
        itself = by_key.get(agency_key(name.removeprefix("Ủy ban nhân dân ")))
        variants = (itself,) if itself else ()
    else:
        called = (by_key.get(words) for words, full in spoken.items() if full == name)
        variants = (*filter(None, called), *_in_every_province(name, told))
        if name in registry:
            variants += _misprinted(name, tuple(told))
    groups = groups_reaching(name, told)
    place = next((p.full for p in registry.provinces if name.endswith(f" {p.full}")), None)
    if place is None or _CENTRAL.match(key(name)):
        return Body(name, tuple(predecessors.values()), groups, variants)
    stem = name.removesuffix(f" {place}")
    merged = (old.removeprefix(f"{stem} ") for old in predecessors if old.startswith(f"{stem} "))
    at_home = _names_at_home(name, place, by_key)
    return Body(name, tuple(predecessors.values()), groups, variants, (place, *merged), at_home)


def _of_family(family: Family, told: Sequence[str]) -> Body:
    """All bodies of a family as one, under its name."""
    members = family.members(told)
    groups = tuple(dict.fromkeys(g for name in members for g in groups_reaching(name, told)))
    return Body(family.name, (), groups, members)


@lru_cache(256)
def _misprinted(name: str, told: tuple[str, ...]) -> tuple[str, ...]:
    """Names that are this one but for a letter, and no other registered one: "Sở Sây dựng"."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    registry, own = default_registry(), key(name)
    if len(own) < _LONG_ENOUGH:
        return ()
    near = process.extract(
        own, {other: key(other) for other in told}, scorer=DamerauLevenshtein.distance,
        score_cutoff=1, limit=None,
    )  # fmt: skip
    first = own.partition(" ")[0]
    return tuple(
        other
        for _, distance, other in near
        if distance == 1 and other not in registry and key(other).partition(" ")[0] == first
    )


def _in_every_province(name: str, told: Sequence[str]) -> tuple[str, ...]:
    """What tells a body of that kind in every province: "Sở Y tế các tỉnh, thành phố"."""
    body = key(name)
    if _CENTRAL.match(body) or _COMMITTEE.match(body):
        return ()
    stem = re.escape(_AT_HOME.sub("", body))
    every = re.compile(rf"(?:cac )?{stem} (?:cua )?(?:cac|cap) (?:tinh|dia phuong)\b")
    return tuple(other for other in told if other != name and every.match(key(other)))


def _of_a_province(words: str, registry: Registry, by_key: dict[str, str]) -> str | None:
    """A body named with its province in whatever way: "Công an Đồng Nai", "syt tinh gia lai"."""
    asked = key(words)
    for place in registry.provinces:
        behind = re.search(rf" (?:(?:tinh|thanh pho|tp\.?) ?)?(?:{_written(place)})$", asked)
        if behind is None:
            continue
        for stem in (asked[: behind.start()], f"{asked[: behind.start()]} tinh"):
            found = by_key.get(agency_key(stem)) or registry.resolve(stem)
            body = _AT_HOME_NAME.sub("", found or "")
            if body and not _CENTRAL.match(key(body)):
                return f"{body} {place.full}"
        return registry.resolve(f"{asked[: behind.start()]} {place.full}")
    return None


def _written(place: Province) -> str:
    """What matches the key of a place's name, abbreviated too."""
    return "hcm|ho chi minh" if place.name == "Hồ Chí Minh" else re.escape(key(place.name))


def _names_at_home(name: str, place: str, by_key: dict[str, str]) -> tuple[str, ...]:
    """What the documents of a body's own province call it, of the names that are told something."""
    if _COMMITTEE.match(key(name)):
        return ()  # a committee bears its place in its own documents too
    stem, rank = name.removesuffix(f" {place}"), place.split(" ", 1)[0]
    rank = "thành phố" if place.lower().startswith("thành phố") else rank
    names = (by_key.get(agency_key(words)) for words in (stem, f"{stem} {rank}"))
    return tuple(dict.fromkeys(found for found in names if found))


def _class_of(
    level: Level, named: str | None, variants: Sequence[str], told: Sequence[str]
) -> Body:
    """The committees of a level as one body, under the name asked for if the library has it."""
    name = named or level.value
    one = f"Ủy ban nhân dân {level.value.split()[-1]} …"  # as a group reaches any one of them
    groups = tuple(group for group in groups_reaching(one, told) if group not in variants)
    return Body(name, (), groups, tuple(variant for variant in variants if variant != name))


@lru_cache(2)  # a library asks with the same names until it changes
def _by_key(told: tuple[str, ...]) -> dict[str, str]:
    """The names by key; of several full names of one body the standard one, if it is among them,
    and no spelling in capitals, as heads have it."""
    found: dict[str, str] = {}
    for name in sorted(told, key=lambda name: sum(map(str.isupper, name))):
        own = agency_key(name)
        if own not in found or own == key(name) != key(found[own]):
            found[own] = name
    return found


def _read(words: str, registry: Registry, by_key: dict[str, str]) -> str | None:
    """The name that the grammar of running text reads ("UBND tỉnh Gia Lai"), if it is one body.

    The grammar takes any name in capitals: one that the library never tells anything must be a
    known kind of body of a known province.
    """
    asked = words.strip()
    found = Reader(asked, registry=registry).actors(0)
    if found is None or len(found.members) != 1 or found.members[0].end != len(asked):
        return None
    name = found.members[0].name
    if agency_key(name) in by_key:
        return by_key[agency_key(name)]
    return name if any(name.endswith(f" {place.full}") for place in registry.provinces) else None


def _suggest(words: str, told: Sequence[str]) -> str:
    from rapidfuzz import fuzz, process

    near = process.extract(
        key(words), {name: key(name) for name in told}, scorer=fuzz.WRatio, limit=_SUGGESTED
    )
    names = [f"“{name}”" for _, score, name in near if score >= 60]
    return f" Có phải: {', '.join(names)}?" if names else " Hãy viết đủ tên cơ quan."


# What a body is, by the opening of its key: of the Government, a committee of some area, or other.
_CENTRAL = re.compile(
    r"bo (?!chi huy|tu lenh|doi |phan )|van phong chinh phu|thanh tra chinh phu|ngan hang nha nuoc"
)
_COMMITTEE = re.compile(
    r"uy ban nhan dan (tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)"
)
# Departments of ministries, save those that a province has one of ("Cục Thuế").
_OF_A_MINISTRY = re.compile(
    r"vu |(?:tong )?cuc "
    r"(?!thue|hai quan|thong ke|thi hanh an|quan ly thi truong|.* (?:tinh|thanh pho)\b)"
)

# "Tỉnh Đắk Lắk" that is told something is told it as its committee.
_OF_PROVINCE = re.compile(r"Ủy ban nhân dân (?:tỉnh|[Tt]hành phố) ")

# Where a body of a province is, behind its name: "Công an tỉnh (Gia Lai)".
_AT_HOME = re.compile(r" (?:tinh|thanh pho)(?: .*)?$")
_AT_HOME_NAME = re.compile(r" (?:tỉnh|[Tt]hành phố)$")

_GROUP = re.compile(
    r"(?:cac|nhung|tat ca|toan the|so,|bo,|ban,|co quan|don vi|uy ban nhan dan (?:cac|cap))(?!\w)"
)
# "các chi bộ", "cán bộ", "các bộ phận" are no ministries.
_MINISTRIES = re.compile(
    r"(?<!chi )(?<!dang )(?<!can )(?<!noi )(?<!toan )(?<!dong )\bbo\b"
    r"(?! (?:chi huy|tu lenh|phan|doi|may|mon))"
)
_DEPARTMENTS = re.compile(r"(?<!co )\bso\b")  # "cơ sở" is no "sở"
_LOCALITIES = re.compile(r"\bdia phuong\b")
# "Ủy ban nhân dân các xã có liên quan", not "… các xã và các tổ chức có liên quan".
_WHICH = re.compile(
    r"(?<!co )\b(?:huyen|quan|thi xa|thanh pho|xa|phuong|thi tran|dac khu)"
    r"(?: (?!va )\w+){0,5}? lien quan"
)
# "các cơ quan, đơn vị": anyone's, unless a word behind it says whose ("các đơn vị điện lực").
_ANYONE = re.compile(
    r"\bnganh\b|\b(?:don vi|co quan)\b"
    r"(?=$|[,;]| (?:va|khac|to chuc|chuyen mon|lien quan|co lien quan|tren dia ban)\b|"
    r" duoc (?:giao|phan cong)\b| thuoc tinh\b| truc thuoc (?:tinh|uy ban))"
)
# Bodies whose "các cơ quan, đơn vị" are those of a whole province, not their own branches.
_OVER_A_PROVINCE = re.compile(
    r"(?:chu tich |thuong truc |van phong )?(?:uy ban nhan dan|hoi dong nhan dan|tinh uy|thanh uy)|"
    r"chinh phu|thu tuong|quoc hoi|ban chi dao"
)
_OF_A_KIND = re.compile(
    r"(?:cac |nhung )?(tap doan|tong cong ty|doanh nghiep|benh vien|truong|chu )"
)
# Those who tell the groups what to do.
_ABOVE_ALL = re.compile(r"(?:pho )?thu tuong|chinh phu|quoc hoi|chu tich nuoc")
# Those whom no group of offices has among it.
_BUSINESS = re.compile(
    r"(?:cac |nhung )?(?:tap doan|tong cong ty|cong ty|hop tac xa|doanh nghiep|ho |"
    r"chu (?!tich|nhiem)|bo phan |nguoi |to chuc (?!chinh tri|dang|cong doan))"
)


def groups_reaching(name: str, groups: Sequence[str]) -> tuple[str, ...]:
    """Those of the groups that a body of that name belongs to.

    A group of the Government's bodies ("Các Bộ, cơ quan ngang Bộ") does not reach a province's
    department; one that names localities reaches their committees.
    """
    body = key(name)
    if _ABOVE_ALL.match(body):
        return ()
    keys = {group: key(group) for group in groups if group != name}
    return tuple(
        group
        for group, words in keys.items()
        if _GROUP.match(words) and _reaches(words, body) and not beyond(words, body)
    )


def speaks_to_all(issuer: str | None, group: str) -> bool:
    """Whether a document of that issuer means every body by a group, and not its own branches.

    "Các đơn vị" of a department's letter are the department's; "các Sở, ban, ngành" are everyone's.
    """
    words = key(group)
    if _DEPARTMENTS.search(words) or _MINISTRIES.search(words) or words.startswith("uy ban"):
        return True
    return issuer is None or _OVER_A_PROVINCE.match(key(issuer)) is not None


def _names_level(group: str, level: Level) -> bool:
    """Whether a group names the committees of a level among others:
    "các Sở, ban, ngành; Ủy ban nhân dân các xã, phường"."""
    named = of_level(group)
    return named is not None and named[0] is level


def _reaches(group: str, body: str) -> bool:
    if committee := _COMMITTEE.match(body):
        return _reaches_committee(group, committee.group(1))
    if group.startswith("uy ban nhan dan"):
        return False
    if "lien quan" in group and not (_MINISTRIES.search(group) or _DEPARTMENTS.search(group)):
        return False  # "các đơn vị liên quan" names nobody: whom it means, only its text can tell
    kind = _OF_A_KIND.match(group)
    if kind is not None or _BUSINESS.match(body):
        # "các Sở, ban, ngành" are no companies, "các tập đoàn, tổng công ty" are.
        return kind is not None and bool(_BUSINESS.match(body)) and body.startswith(kind.group(1))
    if _CENTRAL.match(body) or _MINISTRIES.search(group):
        return bool(_CENTRAL.match(body) and _MINISTRIES.search(group))
    if _DEPARTMENTS.search(group):
        return not _OF_A_MINISTRY.match(body)
    return _ANYONE.search(group) is not None


def _reaches_committee(group: str, area: str) -> bool:
    if group.startswith("uy ban nhan dan"):
        return "cac cap" in group or re.search(rf"(?<!thi )\b{area}\b", group) is not None
    named = rf"(?<!thuoc )uy ban nhan dan (?:(?:cac|cap|nhung) )?(?:\w+, )*{area}\b"
    said = _names_level(group, level_of_area(area)) or re.search(named, group)
    if said and not _WHICH.search(group):
        return True
    if "lien quan" in group:  # "các sở, ngành và địa phương liên quan"
        return False
    if _LOCALITIES.search(group):
        return True
    others = (_OF_A_KIND.match(group), _MINISTRIES.search(group), _DEPARTMENTS.search(group))
    return not any(others) and _ANYONE.search(group) is not None
