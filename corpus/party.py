"""The party's committees: of places spelled out, alone or with the people's committees there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from corpus import naming
from corpus.actor import Actor, make_group
from corpus.names import Names
from corpus.text import collapse

__all__ = ["PartyCommittees"]

# The party's committees and the people's of communes spelled out.
_AND_COMMUNES = re.compile(
    r"(?:(?:các )?đồng chí )?(?:bí thư )?(?:các )?đảng ủy(?:,| và)? (?:chủ tịch )?(?=(?:ủy ban nhân dân|ubnd) các (?:xã|phường))"
)
# The party's committees of places spelled out behind a colon.
_OF = re.compile(
    r"(?:(?:các )?đồng chí )?(?:bí thư |ban thường vụ |thường trực )?(?:tỉnh ủy|thành ủy)(?:,? (?:tỉnh ủy|thành ủy))? (?:các )?(?:tỉnh|thành phố)(?:, thành phố)?(?=:)"
)
_AND_PEOPLES = re.compile(
    r"(?:(?:các )?đồng chí )?bí thư (?:các )?(tỉnh ủy|thành ủy)(?:, thành ủy)?(?:,| và)? chủ tịch (?:ủy ban nhân dân|ubnd)\s+"
)
# The party's committees and the people's of a class of places, named as one.
_AND_CLASS = re.compile(
    r"(?:ban thường vụ |thường trực |bí thư )?(?:các )?(?:tỉnh ủy|thành ủy|huyện ủy)(?:(?:,| và) (?:các )?(?:ban thường vụ )?(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy))*"
    r"(?:,| và) (?:chủ tịch )?(?=(?:ủy ban nhân dân|ubnd) (?:các )?(?:tỉnh|huyện|xã))|"
    r"đoàn đại biểu quốc hội(?: và|,) (?:thường trực )?(?=(?:hội đồng nhân dân|hđnd) các (?:tỉnh|thành phố))"
)


class PartyCommittees:
    """Reads the party's committees out of one text."""

    def __init__(
        self, text: str, names: Names, peoples: Callable[[int], list[Actor] | None]
    ) -> None:
        """Prepare to read `text`; `peoples` reads a people's committee at a place of it."""
        self.text = text
        self.names = names
        self._peoples = peoples

    def named(self, at: int) -> list[Actor] | None:
        """Reads "Bí thư tỉnh ủy và Chủ tịch Ủy ban nhân dân các tỉnh: Đắk Lắk, Khánh Hòa": both, for each."""
        match = _AND_PEOPLES.match(self.names.folded, at)
        if match is None:
            return self._of_communes(at) or self._of_places(at) or self._with_class(at)
        units = naming.UNITS.match(self.names.folded, match.end())
        if units is None:
            return None
        places = self.names.places(units.end())
        if not places:
            return self._with_class(at)
        found: list[Actor] = []
        for place, start, end in places:
            whole = self.text[at:end] if len(places) == 1 else self.text[at : units.end()]
            found.append(Actor(_party_committee(place), collapse(whole), start, end))
            found.append(Actor(f"Ủy ban nhân dân {place}", collapse(whole), start, end))
        return found

    def _of_communes(self, at: int) -> list[Actor] | None:
        """Reads "Bí thư Đảng ủy và Chủ tịch UBND các xã: Phù Ninh, Trạm Thản": both, for each."""
        match = _AND_COMMUNES.match(self.names.folded, at)
        peoples = self._peoples(match.end()) if match else None
        if peoples is None or any(actor.group for actor in peoples):
            return None
        found: list[Actor] = []
        for actor in peoples:
            place = actor.name.removeprefix("Ủy ban nhân dân ")
            found += [replace(actor, name=f"Đảng ủy {place}"), actor]
        return found

    def _of_places(self, at: int) -> list[Actor] | None:
        """Reads "Bí thư Tỉnh ủy các tỉnh: Lào Cai, Cao Bằng": the committee of each."""
        match = _OF.match(self.names.folded, at)
        places = self.names.places(match.end()) if match else []
        return [
            Actor(_party_committee(place), collapse(self.text[start:end]), start, end)
            for place, start, end in places
        ] or None

    def _with_class(self, at: int) -> list[Actor] | None:
        """Reads "Ban Thường vụ Tỉnh ủy, Ủy ban nhân dân các tỉnh ven biển": one class of both."""
        match = _AND_CLASS.match(self.names.folded, at)
        peoples = self._peoples(match.end()) if match else None
        if match is None or peoples is None or not peoples[0].group:
            return None
        return [make_group(self.text, at, peoples[-1].end)]


def _party_committee(place: str) -> str:
    """The party's committee of a province, named with its rank ("tỉnh Lào Cai")."""
    province = place.removeprefix("tỉnh ")
    if province != place:
        return f"Tỉnh ủy {province}"
    return f"Thành ủy {place[len('thành phố ') :]}"  # "Thành phố" before Hồ Chí Minh
