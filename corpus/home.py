"""Whose bodies a document means when it names no place: "Ủy ban nhân dân tỉnh" is the issuer's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.agencies import Province, default_registry
from corpus.text import compiled, fold

__all__ = ["NOWHERE", "Home", "home_of", "provinces_in"]

_STANDING = "Thường trực Hội đồng nhân dân"
_COMMITTEES = ("Ủy ban nhân dân", "Hội đồng nhân dân", _STANDING)
_BODIES_BEFORE = ("Ủy ban nhân dân ", "Hội đồng nhân dân ")
_OF_COMMUNE = re.compile(
    r"(?:ủy ban nhân dân|hội đồng nhân dân|đảng ủy|công an) (?:xã|phường|đặc khu)(?!\w)"
)
# Whose documents name the unit's bodies without it: "Huyện ủy Mai Sơn", "Đảng ủy xã Bắc Lương".
_OF_UNIT = compiled(
    r"(?:(?P<party>Huyện|Quận|Thị) ủy|(?:Ủy ban nhân dân|Hội đồng nhân dân|Đảng ủy) "
    r"(?P<rank>huyện|quận|thị xã|xã|phường|đặc khu)) (?P<place>[⇧].+)$"
)
# Named by the Government in a document about one province, without saying which.
_PARTY = ("Thường trực Tỉnh ủy", "Tỉnh ủy", "Thành ủy", "Ban Thường vụ Tỉnh ủy")


@dataclass(frozen=True, slots=True)
class Home:
    """Whose a document is: `issuer`, and `province` that it speaks of; `own` when one of the
    province's bodies issued it."""

    province: Province | None
    own: bool
    issuer: str | None = None

    def speaks(self, name: str) -> bool:
        """Whether the body of that name issued the document."""
        return self.issuer is not None and fold(self.complete(name)) == fold(self.issuer)

    @property
    def commune(self) -> bool:
        """Whether a body of a commune issued the document."""
        return _OF_COMMUNE.search(fold(self.issuer or "")) is not None

    @property
    def unit(self) -> tuple[str, str] | None:
        """(rank, name) of the district or commune whose body issued the document."""
        named = _OF_UNIT.match(self.issuer or "")
        if named is None:
            return None
        rank = named["rank"] or named["party"].lower().replace("thị", "thị xã")
        return rank, named["place"]

    def complete(self, name: str) -> str:
        """The name with the district or province, where only that is missing; any other unchanged."""
        if (unit := self.unit) and name.removesuffix(unit[0]) in _BODIES_BEFORE:
            return f"{name} {unit[1]}"
        if self.province is None:
            return name
        for committee in _COMMITTEES:
            if name in {f"{committee} tỉnh", f"{committee} thành phố", f"{committee} Thành phố"}:
                return f"{committee} {self.province.full}"
        if name == _STANDING and self.issuer == f"Hội đồng nhân dân {self.province.full}":
            return f"{name} {self.province.full}"
        if not self.own and name in _PARTY:
            return f"{name} {self.province.name}"
        return name


NOWHERE = Home(None, own=False)
"""What is known of a text that stands alone."""


def home_of(issuer: str | None, title: str | None, superior: str | None = None) -> Home:
    """The province whose body issued a document, or stands above whoever did; else the only one
    its title names."""
    for words, own in ((issuer, True), (superior, True), (title, False)):
        if words and (named := provinces_in(words)):
            return Home(named[0] if len(named) == 1 else None, own, issuer)
    return Home(None, own=False, issuer=issuer)


@lru_cache(maxsize=10_000)  # the heads of a library, with every question
def provinces_in(words: str) -> tuple[Province, ...]:
    """The provinces named in running words or capitals, each once."""
    folded = f" {fold(words)} "
    named = [
        province
        for province in default_registry().provinces
        if any(f" {fold(province.name)}{end}" in folded for end in (" ", ",", ";", ".", ")"))
    ]
    # "Thừa Thiên Huế" does not name Huế too.
    return tuple(
        one for one in named if not any(more.name.endswith(f" {one.name}") for more in named)
    )
