"""People's committees and councils: of one place, of places spelled out, or of a class of places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus import naming
from corpus.actor import Actor, make_group
from corpus.home import Home
from corpus.names import Names
from corpus.narrowing import narrowed
from corpus.text import collapse

__all__ = ["PeoplesCommittees"]

# Of several kinds of units the one that a province has few of, which are named: "các huyện, thành
# phố Long Khánh, Biên Hòa".
_LAST_OF_SEVERAL = re.compile(
    r"(?P<rest>(?:các )?\w[\w ]*?(?:, \w[\w ]*?)*?)(?:,| và|, và) (?:các )?"
    r"(?P<last>thành phố|thị xã)$"
)
_LIES_IN = re.compile(r", (?:tỉnh|thành phố) ")


class PeoplesCommittees:
    """Reads people's committees and councils out of one text."""

    def __init__(
        self, text: str, folded: str, names: Names, above: Sequence[Actor], home: Home
    ) -> None:
        """Prepare to read `text`, `folded` by `corpus.text.fold`. `above` are the addressees of the
        document, for "nêu trên", `home` is whose it is."""
        self.text = text
        self.folded = folded
        self.names = names
        self.above = above
        self.home = home

    def named(self, at: int) -> list[Actor] | None:
        """People's committees and councils, of one place, of places spelled out, or of a class."""
        title = naming.TITLE.match(self.folded, at)
        match = naming.PEOPLES.match(self.folded, title.end() if title else at)
        if match is None:
            return self._delegation(at)
        body = "Hội đồng nhân dân" if match.group(1)[0] == "h" else "Ủy ban nhân dân"
        units = naming.UNITS.match(self.folded, match.end())
        if units is not None and (above := self._addressees_named(at, units, body)):
            return above
        if units is None and (both := self._of_the_same_place(at, match, body)):
            return both
        if units is None:
            every = naming.EVERY_LEVEL.match(self.folded, match.end())
            return [make_group(self.text, at, every.end(), f"{body} các cấp")] if every else None
        many = bool(naming.MANY.match(units.group())) or "," in units.group()
        return (
            self._dealt_over_provinces(at, units, body, many=many)
            or (self.communes(at, units, body) if many or units.group(1) == "đặc khu" else None)
            or (None if many else self._of_one_place(at, units, body))
            or self.of_a_class(at, units, body)
        )

    def _of_the_same_place(self, at: int, match: re.Match[str], body: str) -> list[Actor] | None:
        """Reads "Hội đồng nhân dân, Ủy ban nhân dân thành phố Cần Thơ": the place is of both."""
        end = at + len(self.text[at : match.end()].rstrip())
        gap = naming.SEPARATOR.match(self.folded, end)
        other = naming.PEOPLES.match(self.folded, gap.end()) if gap else None
        found = self.named(other.start()) if other else None
        if not found or len(found) != 1 or found[0].group:
            return None
        place = found[0].name.split(" nhân dân ", 1)[1]
        return [Actor(f"{body} {place}", self.text[at:end], at, end), *found]

    def _delegation(self, at: int) -> list[Actor] | None:
        """A province's delegation to the National Assembly, whose place is said behind its members."""
        match = naming.DELEGATION.match(self.folded, at)
        place = (
            self.names.registry.province(self.text, self.folded, match.end("place") + 1)
            if match
            else None
        )
        if match is None or place is None:
            return None
        name = f"Đoàn đại biểu Quốc hội {place[0].full}"
        return [Actor(name, self.text[at : match.end()], at, match.end())]

    def _addressees_named(self, at: int, units: re.Match[str], body: str) -> list[Actor] | None:
        """Reads "Ủy ban nhân dân các tỉnh, thành phố nêu trên": those that the document addresses."""
        above = naming.ABOVE.match(self.folded, units.end())
        if above is None or units.group(1) not in ("tỉnh", "thành phố"):
            return None
        said = collapse(self.text[at : above.end()])
        return [
            Actor(actor.name, said, at, above.end())
            for actor in self.above
            if not actor.group and actor.name.startswith(f"{body} t")
        ] or None

    def _dealt_over_provinces(
        self, at: int, units: re.Match[str], body: str, *, many: bool
    ) -> list[Actor] | None:
        """Reads "Ủy ban nhân dân các tỉnh: Gia Lai, Đắk Lắk", one body for each."""
        if units.group(1) not in ("tỉnh", "thành phố"):
            return None  # "huyện Hòa Bình" is no province, though one has that name
        places = self.names.places(units.end())
        if not places:
            # They may stand behind "các tỉnh, thành phố trực thuộc Trung ương:", "các tỉnh giáp ranh:".
            tail = naming.UNIT_TAIL.match(self.folded, units.end())
            end = (
                tail.end()
                if tail
                else narrowed(self.text, self.folded, self.names.registry, units.end())
            )
            places = self.names.places(end) if self.text[end : end + 1] == ":" else []
        ranked = all(naming.RANK.match(self.folded, begin) for _, begin, _ in places[1:])
        if not places or not (many or ranked):
            return None
        if units.group(1) == "thành phố" and not many and places[0][0].startswith("tỉnh "):
            return None  # the city within the province of that name
        return [
            Actor(
                name=f"{body} {self._ranked(units.group(1), place, many=many)}",
                named_as=collapse(self.text[at if len(places) == 1 else begin : end]),
                start=begin,
                end=end,
            )
            for place, begin, end in places
        ]

    def _of_one_place(self, at: int, units: re.Match[str], body: str) -> list[Actor] | None:
        """Reads "Ủy ban nhân dân huyện Đăk Hà", "UBND tỉnh", "UBND Thành phố"."""
        place = self.names.place_end(units.end())
        if place is not None:
            name = f"{body} {collapse(self.text[units.start() : place])}"
            found = [Actor(name, self.text[at:place], at, place)]
            while more := self._next_place(units.group(1), found[-1].end):
                name = f"{body} {collapse(more['unit'])}"
                found.append(Actor(name, more["unit"], more.start("unit"), more.end()))
            found[-1] = replace(found[-1], end=self._behind_province(found[-1].end))
            return found
        unit = units.group(1)
        own = self.home.unit  # "Ủy ban nhân dân xã" in a document of the commune's
        if unit not in ("tỉnh", "thành phố") and (own is None or own[0] != unit):
            return None
        proper = unit == "thành phố" and self.text[units.start()].isupper()
        rank = "Thành phố" if proper else unit
        return [Actor(f"{body} {rank}", self.text[at : units.end()], at, units.end())]

    def _behind_province(self, at: int) -> int:
        """Where a place ends with the province that it lies in: "huyện Sóc Sơn | , thành phố Hà Nội"."""
        lies = _LIES_IN.match(self.folded, at)
        found = self.names.registry.province(self.text, self.folded, lies.end()) if lies else None
        return found[1] if found else at

    def _next_place(self, rank: str, at: int) -> re.Match[str] | None:
        """Another place of the same rank behind a place, with its rank."""
        lower = rank in ("huyện", "quận", "thị xã", "thành phố")
        more = (naming.NEXT_DISTRICT if lower else naming.NEXT_COMMUNE).match(self.text, at)
        if more is None or not more["unit"].startswith("thành phố"):
            return more
        name = more.start("unit") + len("thành phố ")
        return None if self.names.registry.province(self.text, self.folded, name) else more

    def of_a_class(self, at: int, units: re.Match[str], body: str) -> list[Actor]:
        """Reads "Ủy ban nhân dân các huyện, thành phố", with what narrows the class down."""
        end = units.end()
        if _LAST_OF_SEVERAL.fullmatch(units.group()) or units.group().endswith("đặc khu"):
            # A province with one names it: "các xã, phường, đặc khu Lý Sơn".
            end = self.names.place_end(end) or end
        while tail := naming.UNIT_TAIL.match(self.folded, end):
            end = tail.end()
        if islands := naming.AND_ISLANDS.match(self.text, end):
            end = islands.end()  # "các xã, phường ven biển, đặc khu Vân Đồn, Cô Tô"
        end = narrowed(self.text, self.folded, self.names.registry, end)
        name = f"{body} {collapse(self.text[units.start() : end])}"
        return [make_group(self.text, at, end, name)]

    def communes(self, at: int, units: re.Match[str], body: str) -> list[Actor] | None:
        """Lower units spelled out: "các xã: Vân Trạch, Hòa Thủy và phường Đông Khê"."""
        unit = units.group(1)
        found = naming.COMMUNES.match(self.text, units.end())
        # "các tỉnh: …", "các thành phố …" are provinces, but "các thành phố: Cẩm Phả, Uông Bí" are not.
        listed = found is not None and found.group().lstrip().startswith(":")
        if found is None or unit == "tỉnh" or (unit == "thành phố" and not listed):
            return None
        others: list[Actor] = []
        if "," in units.group() and not found.group().lstrip().startswith(":"):
            kinds = _LAST_OF_SEVERAL.match(units.group())
            if kinds is None:  # "các xã, phường Long Khánh, Biên Hòa": which of them is a ward?
                return None
            unit, end = kinds["last"], units.start() + kinds.end("rest")
            name = f"{body} {collapse(self.text[units.start() : end])}"
            others = [make_group(self.text, at, end, name)]
        whole = collapse(self.text[at : found.end()])
        return others + [
            Actor(
                name=f"{body} {place.group(1) or unit} {place.group(2)}",
                named_as=whole,
                start=at if place.start() == found.start(1) and not others else place.start(),
                end=place.end(),
            )
            for place in naming.COMMUNE.finditer(self.text, found.start(1), found.end(1))
        ]

    @staticmethod
    def _ranked(unit: str, place: str, *, many: bool) -> str:
        return (
            place
            if many or place.startswith(("tỉnh ", "thành phố ", "Thành phố "))
            else f"{unit} {place}"
        )

    def communes_inside(self, actor: Actor, at: int, end: int) -> list[Actor]:
        """Reads "Ủy ban nhân dân các xã có rừng tràm (U Minh, Khánh Lâm)": one committee for each."""
        unit = naming.OF_COMMUNES.match(actor.name)
        inside = " " + self.text[at:end]
        found = naming.COMMUNES.match(inside) if unit else None
        if unit is None or found is None or inside[found.end() :].strip() != ")":
            return []
        return [
            Actor(
                name=f"Ủy ban nhân dân {place.group(1) or unit.group(1)} {place.group(2)}",
                named_as=place.group(),
                start=at + place.start() - 1,
                end=at + place.end() - 1,
            )
            for place in naming.COMMUNE.finditer(inside, found.start(1), found.end(1))
        ]
