"""Persons who are told to act by name: their office stands for them, with the name behind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from corpus import naming
from corpus.actor import Actor
from corpus.names import Names

__all__ = ["Persons"]


# Whose deputy one is, by the second word of the office: "Thứ trưởng", "Phó Giám đốc", "Phó Chủ tịch".
_DEPUTY_OF = {"trưởng": "Bộ ", "Giám": "Sở ", "Chủ": "Ủy ban nhân dân "}
# A department is named without its place, a committee with the rank of its place only.
_PLACE = re.compile(
    r"(?<=Sở)( .+?) (?:tỉnh|[Tt]hành phố) .+$|(?<=Ủy ban nhân dân)( \w+(?: phố)?) .+$"
)


class Persons:
    """Reads persons out of one text."""

    def __init__(
        self,
        text: str,
        names: Names,
        peoples: Callable[[int], list[Actor] | None],
        issuer: str | None,
    ) -> None:
        """Prepare to read `text`; `peoples` reads a people's committee at a place of it, `issuer` issues
        the document."""
        self.text = text
        self.names = names
        self._peoples = peoples
        self._issuer = issuer or ""

    def named(self, at: int) -> list[Actor] | None:
        """The person that is named at a place, or None."""
        found = (
            self._deputy_prime_minister(at)
            or self._deputy_head(at)
            or self._its_deputy(at)
            or self._comrade(at)
        )
        if found and (also := naming.ALSO.match(self.text, found[-1].end)):
            found[-1] = replace(found[-1], end=also.end())
        return found

    def _deputy_prime_minister(self, at: int) -> list[Actor] | None:
        """A deputy prime minister by name: such orders go to a person."""
        match = naming.PERSON.match(self.text, at)
        if match is None or not match.group(1).startswith("Phó"):
            return None
        end = self._beat(match.end())
        return [Actor(f"Phó Thủ tướng Chính phủ {match.group(2)}", match.group(), at, end)]

    def _deputy_head(self, at: int) -> list[Actor] | None:
        """Reads "Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên"."""
        match = naming.DEPUTY_HEAD.match(self.text, at)
        known = (
            self.names.registry.match(self.text, self.names.folded, match.end()) if match else None
        )
        named = naming.NAME_BEHIND.match(self.text, known[1]) if known else None
        if match is None or known is None or named is None:
            return None
        if self.names.registry.province(self.text, self.names.folded, named.start("name")):
            return None
        name = f"{match['office']} {known[0]} {named['name']}"
        return [Actor(name, self.text[at : named.end()], at, named.end())]

    def _its_deputy(self, at: int) -> list[Actor] | None:
        """Reads "Thứ trưởng Vũ Đình Lâm" in a document of the ministry, "Phó Giám đốc …" in a
        department's, "Phó Chủ tịch …" in a province's."""
        match = naming.ITS_DEPUTY.match(self.text, at)
        if match is None or not self._issuer.startswith(_DEPUTY_OF[match["office"].split()[1]]):
            return None
        end = self._beat(match.end())
        body = _PLACE.sub(r"\1\2", self._issuer)
        return [Actor(f"{match['office']} {body} {match['name']}", match.group(), at, end)]

    def _beat(self, end: int) -> int:
        """Where the province ends that a person is sent to: "Phó Thủ tướng Nguyễn Hòa Bình tỉnh Đắk Lắk"."""
        beat = naming.BEAT.match(self.text, end)
        return (self.names.place_end(beat.end()) if beat else None) or end

    def _comrade(self, at: int) -> list[Actor] | None:
        """Reads "đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh": the office, with the name behind."""
        if deputy := naming.DEPUTY.match(self.text, at):
            of = deputy["unit"]
            named: re.Match[str] | None = deputy
            place = self.names.registry.province(self.text, self.names.folded, deputy.start("name"))
            if place is not None:  # "Phó Chủ tịch UBND tỉnh Cà Mau Huỳnh Quốc Toàn"
                of, named = place[0].full, naming.NAME_BEHIND.match(self.text, place[1])
            if named is not None:
                name = f"{deputy['office']} Ủy ban nhân dân {of} {named['name']}"
                return [Actor(name, self.text[at : named.end()], at, named.end())]
        match = naming.COMRADE.match(self.text, at)
        if match is None:
            return None
        if match["office"].startswith("Phó Thủ tướng"):
            end = match.end("office")
            name = f"Phó Thủ tướng Chính phủ {match['name']}"
            return [Actor(name, self.text[at:end], at, end)]
        body = self._peoples(match.end()) or self.names.body(match.end())
        if not body or len(body) != 1:
            return None
        name = f"{match['office']} {body[0].name} {match['name']}"
        return [Actor(name, self.text[at : body[0].end], at, body[0].end)]
