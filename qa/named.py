"""What a question names: documents, agencies, places and times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from corpus.agencies import Province, Registry, default_registry
from corpus.text import fold, plain
from index.committees import of_level, spoken_of
from index.families import family_in
from index.rows import Head
from qa.aliases import LONGEST, aliases, means_other
from qa.cues import is_bare
from qa.named_documents import NamedDocument, documents_in
from qa.periods import Period, periods_in
from qa.trades import trades

__all__ = ["Named", "NamedAgency", "named_in", "places_told", "translated"]


@dataclass(frozen=True, slots=True)
class NamedAgency:
    """A body as the question names it; offsets into the question."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """All that a question names, each in the order of the question."""

    agencies: tuple[NamedAgency, ...]
    documents: tuple[NamedDocument, ...]
    places: tuple[tuple[Province, int, int], ...]
    periods: tuple[Period, ...]


def named_in(
    question: str, heads: Sequence[Head], told: Iterable[str], registry: Registry | None = None
) -> Named:
    """Everything the question names. `heads` are the library's documents, `told` the names of
    bodies that its clauses carry."""
    registry = registry or default_registry()
    bare = plain(question)
    documents = documents_in(bare, heads)
    taken = [(named.start, named.end) for named in documents]
    places = _places(question, bare, registry)
    places += _local(question, bare, heads, places)
    agencies = _agencies(question, bare, registry, tuple(told), places, taken)
    return Named(tuple(agencies), tuple(documents), tuple(places), tuple(periods_in(bare)))


_RANK = r"(?:tinh|thanh pho|tp\.?|province|city)\s+"


def _places(question: str, bare: str, registry: Registry) -> list[tuple[Province, int, int]]:
    found: list[tuple[Province, int, int]] = []
    for name, province in _province_names(registry):
        for match in re.finditer(rf"(?<!\w){name}(?!\w)", bare):
            start, end = match.span()
            if any(start < stop and end > begin for _, begin, stop in found):
                continue
            written = question[start:end]
            if not written.isascii() and fold(written) != fold(province.name):
                continue
            if rank := re.search(rf"{_RANK}$", bare[:start]):
                start = rank.start()
            found.append((province, start, end))
    return sorted(found, key=lambda item: item[1])


_LOWER = re.compile(r"(?:huyện|quận|thị xã|thành phố|xã|phường|đặc khu)\s+([^\W\d_][^,;()]{1,40})$")


def _local(
    question: str,
    bare: str,
    heads: Sequence[Head],
    provinces: Sequence[tuple[Province, int, int]],
) -> list[tuple[Province, int, int]]:
    """Places below a province, of those whose bodies issued a document of the library."""
    found: list[tuple[Province, int, int]] = []
    for unit, name in _issuing_places(tuple(head.origin for head in heads if head.origin)):
        for match in re.finditer(rf"(?<!\w){re.escape(plain(name))}(?!\w)", bare):
            start, end = match.span()
            written = question[start:end]
            taken = any(start < stop and end > begin for _, begin, stop in (*provinces, *found))
            if taken or not (written.isascii() or fold(written) == fold(name)):
                continue
            found.append((Province(name, unit, None), start, end))
    return found


@lru_cache(4)
def _issuing_places(issuers: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """(unit, name) of the places in these issuers' names that are no provinces."""
    names = {name for name, _ in _province_names(default_registry())}
    lower = (match for issuer in set(issuers) if (match := _LOWER.search(issuer)))
    return tuple(
        sorted(
            (match.group().split()[0], match.group(1))
            for match in lower
            if match.group(1)[0].isupper() and plain(match.group(1)) not in names
        )
    )


@cache
def _province_names(registry: Registry) -> list[tuple[str, Province]]:
    names = [(plain(province.name), province) for province in registry.provinces]
    # In English some are one word: "Hanoi", "Danang".
    names += [(name.replace(" ", ""), province) for name, province in names if " " in name]
    names += [("ho chi minh city", p) for p in registry.provinces if p.name == "Hồ Chí Minh"]
    names += [
        ("tphcm|tp hcm|hcmc|sai gon", p) for p in registry.provinces if p.name == "Hồ Chí Minh"
    ]
    return sorted(names, key=lambda item: -len(item[0]))


_COMMITTEE = re.compile(
    r"(?<!\w)(?:uy ban nhan dan|ubnd|chinh quyen|uy ban|(?:provincial )?people'?s committee of)\s+"
    r"(?:the\s+)?(?:tinh\s+|thanh pho\s+|tp\.?\s+)?$"
)
_COMMITTEE_EN = re.compile(
    r"\s+(?:provincial |city |municipal )?people'?s committee|\s+authorities"
)
# What stands before a committee that is not meant itself: its office is.
_OFFICE = re.compile(
    r"(?<!\w)(?:(?:chanh )?(?:van phong|vp)\s+(?P<council>(?:hoi dong nhan dan|hdnd)[\s,]+"
    r"(?:va\s+)?)?|(?:the )?office of (?:the )?)$"
)
_WORD = re.compile(r"[\w&]+(?:-[\w&]+)*")
# In small letters "cat" is a word, and "syt" none.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:[aeiou]{1,3}(?:ch|ng|nh|[cmnpt])?|[aeiou]{0,2}y)"
)


# Without diacritics also "số lao động", "bỏ kế hoạch".
_WORDS_TOO = {
    f"{head} {of}" for head in ("so", "bo") for of in ("lao dong", "ke hoach", "thong tin")
}


def _agencies(
    question: str,
    bare: str,
    registry: Registry,
    told: tuple[str, ...],
    places: Sequence[tuple[Province, int, int]],
    taken: Sequence[tuple[int, int]],
) -> list[NamedAgency]:
    found: list[NamedAgency] = []

    def free(start: int, end: int) -> bool:
        spans = [*taken, *((agency.start, agency.end) for agency in found)]
        return all(end <= begin or start >= stop for begin, stop in spans)

    table = aliases(registry, told)
    found += _of_provinces(bare, table, registry, places)
    words = list(_WORD.finditer(bare))
    all_small = question == question.lower()
    for size in range(min(LONGEST, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            start, end = words[at].start(), words[at + size - 1].end()
            entry = table.get(bare[start:end])
            if entry is None or not free(start, end):
                continue
            name, alias = entry
            if means_other(bare[:start], bare[start:end], name, alias):
                continue
            if is_bare(question) and bare[start:end] in _WORDS_TOO:
                continue
            if size == 1 and not (
                _as_written(question[start:end], alias)
                or (all_small and len(alias) > 2 and not _SYLLABLE.fullmatch(bare[start:end]))
            ):
                continue
            marked = size > 1 and not is_bare(question) and not question[start:end].isascii()
            if marked and fold(question[start:end]) != fold(alias):
                continue
            found.append(NamedAgency(name, start, end))
    found += [NamedAgency(*one) for one in trades(bare, told) if free(*one[1:])]
    found += [one for one in _classes(question, told) if free(one.start, one.end)]
    found = [_of_the_place(one, bare, places) for one in found]
    return sorted(found, key=lambda agency: agency.start)


def _of_provinces(
    bare: str,
    table: dict[str, tuple[str, str]],
    registry: Registry,
    places: Sequence[tuple[Province, int, int]],
) -> Iterator[NamedAgency]:
    """The committees that a place names, their offices, and bodies that it stands behind."""
    for province, start, end in places:
        before = _COMMITTEE.search(bare[:start])
        after = _COMMITTEE_EN.match(bare, end)
        if before or after:
            first = before.start() if before else start
            last = after.end() if after else end
            name = f"Ủy ban nhân dân {province.full}"
            office = _OFFICE.search(bare[:first])
            if office and province in registry.provinces:
                name, first = _office(office, province), office.start()
            yield NamedAgency(name, first, last)
        elif province in registry.provinces and (body := _its_body(bare, table, province, start)):
            yield replace(body, end=end)


def _office(named: re.Match[str], province: Province) -> str:
    """The office whose name stands before a province's committee."""
    if named["council"]:
        return "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"
    unit = "tỉnh" if province.unit == "tỉnh" else "Thành phố"
    return f"Văn phòng Ủy ban nhân dân {unit}"


def _its_body(
    bare: str, table: dict[str, tuple[str, str]], province: Province, place: int
) -> NamedAgency | None:
    """The body of a province that is named without its rank: "Công an Đồng Nai"."""
    words = list(_WORD.finditer(bare[:place]))[-LONGEST:]
    ranks = ("tinh",) if province.unit == "tỉnh" else ("thanh pho", "tinh")
    for first in words[:-1]:  # one word alone ("thuế") is mostly none
        stem = bare[first.start() : place].strip()
        names = [f"{stem} {rank}{of}" for of in (f" {plain(province.name)}", "") for rank in ranks]
        if stem not in table and (name := next((name for name in names if name in table), None)):
            return NamedAgency(table[name][0], first.start(), place)
    return None


def _classes(question: str, told: tuple[str, ...]) -> Iterator[NamedAgency]:
    """The committees of a level, and bodies that people call by what they are."""
    if named := of_level(question) or spoken_of(question):
        level, start, end = named
        yield NamedAgency(level.value, start, end)
    if (called := family_in(question)) and (called[0].members(told) or called[0].below):
        family, start, end = called
        yield NamedAgency(family.name, start, end)


_ITS_COMMITTEE = re.compile(r"(?:uy ban(?: nhan dan)?|ubnd) (?:tinh|thanh pho)")
_FRONT = re.compile(r"(?:uy ban )?(?:mat tran to quoc|mttq)(?: viet nam)?")


def _of_the_place(
    agency: NamedAgency, bare: str, places: Sequence[tuple[Province, int, int]]
) -> NamedAgency:
    """Reads "UBND tỉnh" as the committee of the one province that the question names elsewhere, and
    "mặt trận Tổ quốc" as the front's there."""
    known = default_registry().provinces
    provinces = {place for place, *_ in places if place in known}
    if len(provinces) != 1:
        return agency
    (province,) = provinces
    words = bare[agency.start : agency.end]
    if _ITS_COMMITTEE.fullmatch(words):
        return replace(agency, name=f"Ủy ban nhân dân {province.full}")
    if _FRONT.fullmatch(words):
        unit = "tỉnh" if province.unit == "tỉnh" else "Thành phố"
        return replace(agency, name=f"Ủy ban Mặt trận Tổ quốc Việt Nam {unit}")
    return agency


# A province that must do something: "Gia Lai phải làm gì?", "what does … require Hanoi to do".
_TOLD_BEHIND = re.compile(
    r"\s+(?:phai|can|(?:duoc|bi) giao|duoc yeu cau|lam (?:nhung )?gi|must|should|has to|"
    r"(?:have )?to do)(?!\w)"
)
_TOLD_BEFORE = re.compile(
    r"(?:giao|yeu cau|de nghi|must|should|does|requires?|ask(?:s|ed)?|told)(?: cho)?\s+$"
)
_OPENS = re.compile(
    r"(?:^|[,;:?.]|(?<!\w)(?:thi|va|lanh dao|chu tich|must|should|does|do|did))\s*$"
)


def places_told(bare: str, named: Named) -> tuple[NamedAgency, ...]:
    """The committees of the provinces that a question without diacritics tells to act, for one that
    names no body."""
    known = default_registry().provinces
    return tuple(
        NamedAgency(f"Ủy ban nhân dân {place.full}", start, end)
        for place, start, end in named.places
        if place in known
        and (
            (_TOLD_BEHIND.match(bare, end) and _OPENS.search(bare[:start]))
            or _TOLD_BEFORE.search(bare[:start])
        )
    )


_TELLING = 4  # words of a name that is found in a translation: a shorter one may be chance


def translated(text: str, told: Iterable[str]) -> tuple[NamedAgency, ...]:
    """The body that the translation of an English question names: the longest, and where it stands
    in the question is not known."""
    table = aliases(default_registry(), tuple(told))
    words = _WORD.findall(plain(text))
    for size in range(min(LONGEST, len(words)), _TELLING - 1, -1):
        for at in range(len(words) - size + 1):
            if entry := table.get(" ".join(words[at : at + size])):
                return (NamedAgency(entry[0], 0, 0),)
    return ()


def _as_written(words: str, alias: str) -> bool:
    return words == alias or (words.isupper() and plain(words) == plain(alias))
