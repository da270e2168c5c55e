"""The registry of agencies: what a name, an abbreviation or a title stands for, and who came after.

The facts stand in `agencies.toml`; the grammar that reads names in running text is `actors.py`.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files

from corpus.text import collapse, fold, plain

__all__ = ["Province", "Registered", "Registry", "Succession", "default_registry"]


@dataclass(frozen=True, slots=True)
class Registered:
    """One body of the registry."""

    name: str
    level: str
    short: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    successor: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Province:
    """A province or a city of that rank; what it was `merged_into`, or became, `since` a day."""

    name: str
    unit: str
    merged_into: str | None = None
    since: date = date(2025, 7, 1)

    @property
    def full(self) -> str:
        """Returns the name with its rank: "tỉnh Gia Lai", "thành phố Đà Nẵng"."""
        city = "Thành phố" if self.name == "Hồ Chí Minh" else self.unit
        return f"{city} {self.name}"


@dataclass(frozen=True, slots=True)
class Succession:
    """`predecessor` was taken over by `successor` on `since`."""

    predecessor: str
    successor: str
    since: date


_WORD = re.compile(r"\w+")


# "Giáo dục" of "Giáo dục và Đào tạo", "Lao động" of "Lao động - Thương binh và Xã hội".
_FIRST_FIELD = re.compile(r"(?:Sở|Bộ) [^,]+?(?=,| và | - | vận tải$)")


class Registry:
    """Known agencies and provinces, found by any of their names."""

    def __init__(
        self,
        agencies: tuple[Registered, ...],
        titles: dict[str, str],
        provinces: tuple[Province, ...],
    ) -> None:
        """Index the names. `titles` maps an office-holder's title to the body it stands for."""
        self.agencies = agencies
        self.titles = titles
        self.provinces = provinces
        self._by_name = {agency.name: agency for agency in agencies}
        self._aliases: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
        for agency in agencies:
            for alias in (agency.name, *agency.also):
                self._add(alias, agency.name, exact=False)
                if " - " in alias:
                    self._add(alias.replace(" - ", "-"), agency.name, exact=False)
            for alias in agency.short:
                a_word = " " in alias or alias == alias.capitalize()  # "Viettel"
                self._add(alias, agency.name, exact=not a_word)
        for title, name in titles.items():
            self._add(title, name, exact=False)
        for entries in self._aliases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._provinces = sorted(provinces, key=lambda province: -len(province.name))
        self._province_names: dict[str, list[tuple[str, Province]]] = defaultdict(list)
        for province in self._provinces:
            self._province_names[fold(province.name)[0]].append((fold(province.name), province))

    def calling(self, names: Mapping[str, str]) -> Registry:
        """The registry with more bodies, or short names of its own: `names` maps them to full names."""
        fresh = [
            Registered(name, "khác", short=(short,))
            if (known := self._by_name.get(name)) is None
            else replace(known, short=(*known.short, short))
            for short, name in names.items()
        ]
        return Registry((*self.agencies, *fresh), self.titles, self.provinces)

    def _add(self, alias: str, name: str, *, exact: bool) -> None:
        folded = fold(alias)
        first = re.split(r"\W", folded, maxsplit=1)[0]
        self._aliases[first].append((folded, name, exact))

    def __getitem__(self, name: str) -> Registered:
        """The body of that canonical name; KeyError if it is not registered."""
        return self._by_name[name]

    def __contains__(self, name: object) -> bool:
        """Whether a canonical name is registered."""
        return name in self._by_name

    def match(self, text: str, folded: str, at: int) -> tuple[str, int] | None:
        """The longest known name that starts at `at`: (canonical name, end), or None.

        Abbreviations count only in capitals as written; all else ignores case and tone placement.
        """
        word = _WORD.match(folded, at)
        if word is None:
            return None
        for alias, name, exact in self._aliases.get(word.group(), ()):
            end = at + len(alias)
            if folded.startswith(alias, at) and not (end < len(folded) and folded[end].isalnum()):
                if (
                    exact
                    and not text[at:end].isupper()
                    and not any(c.isupper() for c in text[at + 1 : end])
                ):
                    continue
                return name, end
        return None

    def province(self, text: str, folded: str, at: int) -> tuple[Province, int] | None:
        """The province whose bare name starts at `at`: (province, end), or None."""
        if at >= len(text) or not text[at].isupper():
            return None
        for name, province in self._province_names.get(folded[at], ()):
            end = at + len(name)
            if folded.startswith(name, at) and not (end < len(folded) and folded[end].isalnum()):
                return province, end
        return None

    def successions(self, name: str) -> tuple[Succession, ...]:
        """Everyone whose duties passed to `name`, agencies first."""
        merged = [
            Succession(agency.name, name, agency.since)
            for agency in self.agencies
            if agency.successor == name and agency.since is not None
        ]
        for province in self.provinces:
            into = self._merged_into(province)
            if into is None:
                continue
            for new, old in ((into.full, province.full), (into.name, province.name)):
                if name.endswith((new, f" {new}")):
                    stem = name[: -len(new)]
                    merged.append(Succession(stem + old, name, province.since))
                    break
        return tuple(merged)

    def _merged_into(self, province: Province) -> Province | None:
        if province.merged_into is None:
            return None
        return next(into for into in self.provinces if into.name == province.merged_into)

    def successor(self, name: str) -> Succession | None:
        """Who took over from `name`, if anyone did."""
        agency = self._by_name.get(name)
        if agency is not None and agency.successor and agency.since:
            return Succession(name, agency.successor, agency.since)
        for province in self._provinces:
            into = self._merged_into(province)
            if into is None:
                continue
            for old, new in ((province.full, into.full), (province.name, into.name)):
                if name.endswith(f" {old}"):
                    return Succession(name, name[: -len(old)] + new, province.since)
        return None

    @cached_property
    def spoken(self) -> dict[str, str]:
        """Departments and ministries by the first of their fields, as people call them: "Sở Giáo dục" →
        "Sở Giáo dục và Đào tạo". Where one that is and one that was are called so, the one that is;
        "Sở Văn hóa", which each province has under another name, stays so."""
        called: dict[str, list[Registered]] = defaultdict(list)
        for agency in self.agencies:
            if (first := _FIRST_FIELD.match(agency.name)) and first.group() not in self._by_name:
                called[first.group()].append(agency)
        found: dict[str, str] = {}
        for words, agencies in called.items():
            there = [agency for agency in agencies if agency.successor is None] or agencies
            found[words] = there[0].name if len(there) == 1 else words
        return found

    def resolve(self, words: str) -> str | None:
        """The one registered body meant by `words` taken as a whole, however it is written.

        Tries names, abbreviations, names without diacritics, English names, and last a name that
        differs in no more than one letter in eight. Returns None when nothing, or more than one
        body, fits.
        """
        asked = collapse(words).strip(" .,;:?!")
        for key in (fold, plain):
            names = self._lookup(key)
            if (found := names.get(key(asked))) is not None and len(found) == 1:
                return next(iter(found))
        return self._closest(plain(asked))

    @cache  # noqa: B019  (registries live as long as the process)
    def _lookup(self, key: object) -> dict[str, set[str]]:
        normal = fold if key is fold else plain
        table: dict[str, set[str]] = defaultdict(set)
        for agency in self.agencies:
            for alias in (agency.name, *agency.also, *agency.short, *agency.english):
                table[normal(alias)].add(agency.name)
        for alias, name in self.spoken.items():
            if normal(alias) not in table:
                table[normal(alias)].add(name)
        return dict(table)

    def _closest(self, asked: str) -> str | None:
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein

        table = self._lookup(plain)
        # "Sở" is no slip for "Bộ".
        first = asked.partition(" ")[0]
        ranks = {alias.partition(" ")[0] for alias in table if " " in alias}
        among = [a for a in table if first not in ranks or a.partition(" ")[0] == first]
        long_enough = [alias for alias in among if len(alias) >= 7]
        best = process.extract(asked, long_enough, scorer=DamerauLevenshtein.distance, limit=2)
        if not best or best[0][1] > max(1, len(asked) // 8):
            return None
        if len(best) > 1 and best[1][1] == best[0][1] and table[best[1][0]] != table[best[0][0]]:
            return None
        names = table[best[0][0]]
        return next(iter(names)) if len(names) == 1 else None


@cache
def default_registry() -> Registry:
    """The registry that comes with chidao, read once."""
    data = tomllib.loads((files("corpus") / "agencies.toml").read_text(encoding="utf-8"))
    agencies = tuple(
        Registered(
            name=entry["name"], level=entry["level"], short=tuple(entry.get("short", ())),
            also=tuple(entry.get("also", ())), english=tuple(entry.get("english", ())),
            successor=entry.get("successor"), since=entry.get("since"),
        )
        for entry in data["agency"]
    )  # fmt: skip
    titles = {entry["title"]: entry["agency"] for entry in data["title"]}
    provinces = tuple(Province(**entry) for entry in data["province"])
    return Registry(agencies, titles, provinces)
