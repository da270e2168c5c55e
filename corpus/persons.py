"""Persons who are told to act by name: their office stands for them, with the name behind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from corpus.actor import Actor
from corpus.names import Names
from corpus.text import compiled

__all__ = ["Persons"]


# Whose deputy one is, by the second word of the office: "Thứ trưởng", "Phó Giám đốc", "Phó Chủ tịch".
_DEPUTY_OF = {"trưởng": "Bộ ", "Giám": "Sở ", "Chủ": "Ủy ban nhân dân "}
# A department is named without its place, a committee with the rank of its place only.
_PLACE = re.compile(
    r"(?<=Sở)( .+?) (?:tỉnh|[Tt]hành phố) .+$|(?<=Ủy ban nhân dân)( \w+(?: phố)?) .+$"
)

_PERSON = compiled(
    r"((?:Phó )?Thủ tướng(?: [Tt]hường trực)?(?: Chính phủ)?) ((?:[⇧][\wÀ-ỹ]*)(?: [⇧][\wÀ-ỹ]*){1,4})"
)
# A deputy by office and name: "Phó Chủ tịch UBND tỉnh Nguyễn Văn A".
_DEPUTY = compiled(
    r"(?:(?:[Cc]ác )?(?:[Đđ]ồng chí|đ/c) )?(?P<office>Phó Chủ tịch(?: Thường trực| thường trực)?)\s+(?:UBND|Ủy ban nhân dân) (?P<unit>tỉnh|thành phố|Thành phố)\s+"
    r"(?P<name>[⇧][\wÀ-ỹ]*(?: [⇧][\wÀ-ỹ]*){1,4})"
)
# A person by name and office: "đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh".
_COMRADE = compiled(
    r"(?:[Cc]ác )?(?:[Đđ]ồng chí|đ/c|[Ôô]ng|[Bb]à) (?P<name>[⇧][\wÀ-ỹ]*(?: [⇧][\wÀ-ỹ]*){1,4})\s*[,–-]\s*"
    r"(?P<office>(?:Phó )?(?:Thủ tướng(?: Chính phủ)?|Chủ tịch|Giám đốc|Bộ trưởng|Cục trưởng|Chánh Văn phòng|Trưởng ban|Bí thư)|Thứ trưởng)\s+"
)
# A body's deputy by office and, behind the body, by name: "Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên".
_DEPUTY_HEAD = compiled(
    r"(?:(?:[Cc]ác )?(?:[Đđ]ồng chí|đ/c) )?(?P<office>Thứ trưởng(?: Thường trực| thường trực)?|(?:Phó )?Giám đốc|(?:Phó )?Cục trưởng|Bộ trưởng)\s+"
)
# Of whose body only the document tells: "Thứ trưởng Vũ Đình Lâm", "Phó Giám đốc (Sở) Lê Thị Mỹ".
_ITS_DEPUTY = compiled(
    r"(?:(?:[Cc]ác )?(?:[Đđ]ồng chí|đ/c) )?(?P<office>(?:Thứ trưởng|Phó Giám đốc|Phó Chủ tịch)(?: Thường trực| thường trực)?)\s+(?:(?P<of>Sở) )?"
    r"(?P<name>(?!(?:Bộ|Sở|Ban|Trung|Công|Bệnh|Ủy|Uỷ|UBND|HĐND|Hội|Liên|Chi|Văn|Mặt|Quốc|Thường|Trường|Quỹ|Kho|Đài)(?!\w))[⇧][\wÀ-ỹ]*(?: [⇧][\wÀ-ỹ]*){1,4})"
)
# Houses with a director.
_HOUSE = re.compile(r"(?:Bệnh viện|Trung tâm|Viện|Đài|Vườn quốc gia)(?!\w)")
_NAME_BEHIND = compiled(r"\s+(?P<name>[⇧][\wÀ-ỹ]*(?: [⇧][\wÀ-ỹ]*){1,4})(?=\s+[^\W\d_]|\s*[,;.:]|$)")
# What else a person is, between commas behind the office: "…, Phó Trưởng Ban Chỉ đạo IUU tỉnh, trực tiếp".
_ALSO = compiled(
    r", (?:(?:Phó )?(?:Trưởng|trưởng) [Bb]an|[Tt]hành viên|[Ủủ]y viên)[^,;.]{3,60}?"
    r"(?=,| (?:chủ trì|trực tiếp|chỉ đạo|phụ trách|chịu trách nhiệm|làm việc|kiểm tra|theo dõi)(?!\w))"
)
# The province that a person is sent to.
_BEAT = compiled(r"\s+(?:phụ trách )?(?:tỉnh|thành phố)(?=\s+[⇧])")


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
        if found and (also := _ALSO.match(self.text, found[-1].end)):
            found[-1] = replace(found[-1], end=also.end())
        return found

    def _deputy_prime_minister(self, at: int) -> list[Actor] | None:
        """A deputy prime minister by name: such orders go to a person."""
        match = _PERSON.match(self.text, at)
        if match is None or not match.group(1).startswith("Phó"):
            return None
        end = self._beat(match.end())
        return [Actor(f"Phó Thủ tướng Chính phủ {match.group(2)}", match.group(), at, end)]

    def _deputy_head(self, at: int) -> list[Actor] | None:
        """Reads "Thứ trưởng Bộ Y tế Đỗ Xuân Tuyên"."""
        match = _DEPUTY_HEAD.match(self.text, at)
        known = (
            self.names.registry.match(self.text, self.names.folded, match.end()) if match else None
        )
        named = _NAME_BEHIND.match(self.text, known[1]) if known else None
        if match is None or known is None or named is None:
            return None
        if self.names.registry.province(self.text, self.names.folded, named.start("name")):
            return None
        name = f"{match['office']} {known[0]} {named['name']}"
        return [Actor(name, self.text[at : named.end()], at, named.end())]

    def _its_deputy(self, at: int) -> list[Actor] | None:
        """Reads "Thứ trưởng Vũ Đình Lâm" in a document of the ministry, "Phó Giám đốc …" in a
        department's, "Phó Chủ tịch …" in a province's; a hospital's is named without it."""
        match = _ITS_DEPUTY.match(self.text, at)
        if match is None:
            return None
        if not self._issuer.startswith(_DEPUTY_OF[match["office"].split()[1]]):
            of_house = match["office"] == "Phó Giám đốc" and _HOUSE.match(self._issuer)
            return [Actor(match.group(), match.group(), at, match.end())] if of_house else None
        if match["of"] and self.names.registry.match(
            self.text, self.names.folded, match.start("of")
        ):
            return None
        end = self._beat(match.end())
        body = _PLACE.sub(r"\1\2", self._issuer)
        return [Actor(f"{match['office']} {body} {match['name']}", match.group(), at, end)]

    def _beat(self, end: int) -> int:
        """Where the province ends that a person is sent to: "Phó Thủ tướng Nguyễn Hòa Bình tỉnh Đắk Lắk"."""
        beat = _BEAT.match(self.text, end)
        return (self.names.place_end(beat.end()) if beat else None) or end

    def _comrade(self, at: int) -> list[Actor] | None:
        """Reads "đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh": the office, with the name behind."""
        if deputy := _DEPUTY.match(self.text, at):
            of = deputy["unit"]
            named: re.Match[str] | None = deputy
            place = self.names.registry.province(self.text, self.names.folded, deputy.start("name"))
            if place is not None:  # "Phó Chủ tịch UBND tỉnh Cà Mau Huỳnh Quốc Toàn"
                of, named = place[0].full, _NAME_BEHIND.match(self.text, place[1])
            if named is not None:
                name = f"{deputy['office']} Ủy ban nhân dân {of} {named['name']}"
                return [Actor(name, self.text[at : named.end()], at, named.end())]
        match = _COMRADE.match(self.text, at)
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
