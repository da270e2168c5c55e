"""Who is named: lists of agencies in running text, office-holders who stand for them, bodies dealt out
over places ("Sở Xây dựng các tỉnh: Gia Lai, Đắk Lắk"), and groups.

Single names are read by `names.py`, the words come from `naming.py`, the known bodies from the
registry in `agencies.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus import class_words, naming
from corpus.actor import Actor, make_group
from corpus.agencies import Registry, default_registry
from corpus.extents import CLASS
from corpus.groups import Groups
from corpus.home import NOWHERE, Home
from corpus.names import Names
from corpus.openings import opened
from corpus.party import PartyCommittees
from corpus.peoples import PeoplesCommittees
from corpus.persons import Persons
from corpus.text import collapse, fold
from corpus.verbs import opens_order

__all__ = ["Actor", "Actors", "Reader"]

_NAME_AHEAD = 80  # characters before a place in which a name may begin that ends there


@dataclass(frozen=True, slots=True)
class Actors:
    """A list of agencies named in one breath; `end` is where the words after it begin."""

    members: tuple[Actor, ...]
    start: int
    end: int


class Reader:
    """Reads agencies out of one text. Offsets are into that text."""

    def __init__(
        self,
        text: str,
        *,
        registry: Registry | None = None,
        above: Sequence[Actor] = (),
        home: Home = NOWHERE,
        learned: bool = True,
    ) -> None:
        """Prepare to read `text`. `above` are the addressees of the document, for "nêu trên";
        `home` tells whose document it is; `learned`: names that no rule knows are read too."""
        self._learned = learned
        self.home = home
        self.text = text
        self.folded = fold(text)
        self.registry = registry or default_registry()
        self.names = Names(text, self.folded, self.registry)
        self._groups = Groups(text, self.folded, self.names)
        self._peoples = PeoplesCommittees(text, self.folded, self.names, above, home)
        self._persons = Persons(text, self.names, self._peoples.named, home.issuer).named
        self._party = PartyCommittees(text, self.names, self._peoples.named).named
        self.above = above
        self._read: dict[int, list[Actor] | None] = {}  # the item at a place, once read

    def actors(self, at: int) -> Actors | None:
        """The list of agencies that starts at `at`, or None if none is named there."""
        start = at
        if lead := naming.COMRADES.match(self.folded, at) or naming.ANNOUNCED.match(
            self.folded, at
        ):
            at = lead.end() if self._member(lead.end()) else at
        members: list[Actor] = []
        between = ""
        while True:
            found = self._member(at)
            if found is None:
                break
            if not (members and self._is_office_held(members[-1], found[-1], between)):
                members.extend(
                    found if not members else [replace(found[0], before=between), *found[1:]]
                )
            at = found[-1].end
            if aside := naming.PARENTHESIS.match(self.text, at):
                members[-1:] = self._spelled_out(members[-1], aside)
                at = aside.end()
            then = self._next_item(at, members[-1])
            if then is None:
                break
            at, between = then
        if not members:
            return None
        return Actors(tuple(members), start, at)

    def ends_name(self, at: int) -> bool:
        """Whether the name of a body ends at `at`."""
        begins = range(max(0, at - _NAME_AHEAD), at)
        return any(
            (named := self.actors(here)) is not None and named.end >= at
            for here in begins
            if self.text[here].isupper() and not self.text[here - 1 : here].strip()
        )

    def _next_item(self, at: int, last: Actor) -> tuple[int, str] | None:
        """Where the next item of a list begins behind `at`, and what separates it; None at its end."""
        gap = naming.SEPARATOR.match(self.folded, at)
        if gap is None and (range_ := naming.WITHIN.match(self.folded, at)):
            gap = naming.SEPARATOR.match(self.folded, range_.end())
        if gap is not None:
            return (gap.end(), gap.group()) if self._member(gap.end()) is not None else None
        # A missing comma before "các đơn vị …" is common in headings.
        space = at + 1 if self.text[at : at + 1] == " " else at
        opens = class_words.GROUP.match(self.folded, space) or self._opens_title(space)
        return (space, " ") if opens and not last.group and self._member(space) else None

    def _opens_title(self, at: int) -> bool:
        """Whether the title of another office-holder begins at `at`, with a capital."""
        return self.text[at : at + 1].isupper() and naming.TITLE.match(self.folded, at) is not None

    def _is_office_held(self, last: Actor, actor: Actor, between: str) -> bool:
        """Whether a name between commas says what the body, or the person, before it is: "Bộ Công an,
        Cơ quan thường trực Đề án 06, chủ trì", "Phó Thủ tướng Trần Hồng Hà, Trưởng Ban Chỉ đạo"."""
        if between.strip() != ",":
            return False
        if self.text[actor.end : actor.end + 1] == ",":
            return fold(actor.name).startswith("cơ quan thường trực")
        person = naming.DEPUTY.match(last.name) is not None
        return person and naming.ALSO_HEADS.match(self.text, actor.start) is not None

    def _spelled_out(self, actor: Actor, aside: re.Match[str]) -> list[Actor]:
        """The bodies of a class that parentheses behind it name one by one; else the actor itself."""
        if not actor.group:
            return [actor]
        inside = aside.start() + aside.group().index("(") + 1
        if communes := self._peoples.communes_inside(actor, inside, aside.end()):
            return communes
        named = self.actors(inside)
        if named is None or self.text[named.end : aside.end()].strip() != ")":
            return [actor]
        several = len(named.members) > 1 and not any(one.group for one in named.members)
        return list(named.members) if several else [actor]

    def _member(self, at: int) -> list[Actor] | None:
        """One item of a list: one agency, or several dealt out over places or names."""
        if at not in self._read:
            self._read[at] = (
                (self._first_rule(at) or self._unlisted(at)) if at < len(self.text) else None
            )
        return self._read[at]

    def _first_rule(self, at: int) -> list[Actor] | None:
        for rule in (
            self._part, self._party, self._series, self._persons, self._peoples.named, self._titled, self.names.provinces,
            self._grouped, self._spoken_to, self._body,
        ):  # fmt: skip
            if found := rule(at):
                return found
        return None

    def _unlisted(self, at: int) -> list[Actor] | None:
        """Somebody whom no rule knows: "Khoa Phụ sản", "các khoa lâm sàng". Without a capital of its own
        it is a class."""
        end = opened(self.text, self.folded, at) if self._learned else None
        if end is None or self._ends_in_known(at, end):
            return None
        own = any(letter.isupper() for letter in self.text[at + 1 : end])
        if own and not CLASS.match(self.folded, at):
            return [Actor(collapse(self.text[at:end]), self.text[at:end], at, end)]
        return [make_group(self.text, at, end)]

    def _ends_in_known(self, at: int, end: int) -> bool:
        """Whether other words only stand in front of a body that a rule knows: "Nội dung Công an tỉnh"."""
        words = list(naming.WORD.finditer(self.folded, at, end))
        starts = [
            word.start()
            for word, before in zip(words[1:], words, strict=False)
            if self.text[word.start()].isupper() and before.group() not in ("của", "thuộc")
        ]
        known = (self._first_rule(start) for start in starts)
        return any(found is not None and found[-1].end == end for found in known)

    def _part(self, at: int) -> list[Actor] | None:
        """Whoever has a part that is no name: "Nhà đầu tư (Tập đoàn A)", the one in parentheses."""
        part = naming.PART.match(self.folded, at)
        held = self.names.body(part.end()) if part else None
        if not held or self.text[held[-1].end : held[-1].end + 1] != ")":
            return None
        return [replace(held[-1], start=at, end=held[-1].end + 1)]

    def _body(self, at: int) -> list[Actor] | None:
        """One body; "Sở Giáo dục và Đào tạo các tỉnh nêu trên" is one in each of the provinces that the
        document addresses."""
        found = self.names.body(at)
        if not found or not found[0].group or not found[0].name.endswith(" nêu trên"):
            return found
        stem = naming.IN_PROVINCES_ABOVE.sub("", found[0].name)
        places = [naming.PROVINCE_BEHIND.search(actor.name) for actor in self.above]
        names = dict.fromkeys(f"{stem} {place.group(1)}" for place in places if place)
        return [replace(found[0], name=name, group=False) for name in names] or found

    def _series(self, at: int) -> list[Actor] | None:
        """Reads "Bộ trưởng các Bộ: Quốc phòng, Công an, …": the head word goes with each name."""
        opened = self._series_head(at)
        if opened is None:
            return None
        head, match = opened
        found: list[Actor] = []
        here = match.end()
        while True:
            named = self.names.after_head(head, here)
            if named is None:
                break
            name, end = named
            found.append(Actor(name, self.text[here:end], here, end))
            gap = naming.SEPARATOR.match(self.folded, end)
            if gap is None or self.names.after_head(head, gap.end()) is None:
                break
            then = gap.end()
            if naming.TITLE.match(self.folded, then) or naming.PEOPLES.match(self.folded, then):
                break
            own_head = naming.HEADS.match(self.folded, then) and self.names.body(then)
            if own_head and not self.names.known_after(head, then):
                break  # the next item brings a head word of its own
            here = gap.end()
        return found if len(found) > 1 or (found and match.group().rstrip().endswith(":")) else None

    def _series_head(self, at: int) -> tuple[str, re.Match[str]] | None:
        """What the names of a series share ("Bộ", "Công ty cổ phần Đường sắt"), and its match."""
        if match := naming.SERIES.match(self.folded, at):
            head = match.group(1).capitalize()
            return "Tổng Công ty" if head == "Tổng công ty" else head, match
        if match := naming.SERIES_NAMED.match(self.folded, at):
            head = collapse(self.text[slice(*match.span("head"))])
            return head[:1].upper() + head[1:], match
        match = naming.SERIES_BARE.match(self.text, at)
        if match is None or not self.names.after_head(match.group(1), match.end()):
            return None
        return match.group(1).capitalize(), match

    def _titled(self, at: int) -> list[Actor] | None:
        """An office-holder, for the body: "Giám đốc Sở Nội vụ", "Bộ trưởng, Thủ trưởng cơ quan …"."""
        known = self.registry.match(self.text, self.folded, at)
        headed = naming.HEADS.match(self.folded, at) or (
            known is not None and naming.REGION.match(self.text, known[1])
        )
        if known is not None and not headed:
            return [Actor(known[0], self.text[at : known[1]], at, known[1])]
        if own := naming.OWN_OFFICE.match(self.folded, at):
            ministry = own["office"].endswith("bộ") or (self.home.issuer or "").startswith("Bộ ")
            name = "Văn phòng Bộ" if ministry else "Văn phòng"
            return [Actor(name, self.text[at : own.end()], at, own.end(), titled=True)]
        if (part := naming.LED_PART.match(self.folded, at)) and (
            named := self.names.after_head(part["head"].capitalize(), part.end())
        ):
            return [Actor(named[0], self.text[at : named[1]], at, named[1], titled=True)]
        if office := naming.HOLDER_OFFICE.match(self.folded, at):
            inner = self.names.body(office.end())
            return [self._from(at, actor) for actor in inner] if inner else None
        if group := self._heads_of_groups(at):
            return group
        title = naming.TITLE.match(self.folded, at)
        if title is None or title.end() == at:
            return None
        inner = (
            self._peoples.named(title.end())
            or self._grouped(title.end())
            or self.names.body(title.end())
        )
        return [self._from(at, actor) for actor in inner] if inner else None

    def _heads_of_groups(self, at: int) -> list[Actor] | None:
        """Reads "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ": one group, without titles."""
        match = naming.MINISTERS.match(self.folded, at)
        if match is None or self.registry.match(self.text, self.folded, match.end() + 1):
            return None
        rest = naming.MINISTERS_AND.match(self.folded, match.end())
        if rest is None:
            opens = self.folded.startswith("các bộ trưởng", at) and (
                opens_order(self.folded, match.end() + 1) or self.folded[match.end()] in ",;"
            )
            return [make_group(self.text, at, match.end(), "Các Bộ")] if opens else None
        inner = self.text[rest.start(1) : rest.end(1)]
        return [
            make_group(self.text, at, rest.end(), "Các Bộ, " + re.sub(r"[Tt]hủ trưởng ", "", inner))
        ]

    @staticmethod
    def _from(at: int, actor: Actor) -> Actor:
        """The same actor, named from the title on."""
        return replace(actor, start=at, titled=True)

    def _grouped(self, at: int) -> list[Actor] | None:
        """A class of bodies: "Các Sở, ban, ngành", "các cơ quan, đơn vị có liên quan"."""
        match = class_words.GROUP.match(self.folded, at)
        if match is not None and at > 0 and match.group().startswith(("mỗi ", "từng ")):
            return None  # "… và từng bộ, ngành phải" says again whom the sentence tells
        if match is None:
            return self._bare_class(at)
        if resolved := self._named_above(at, match.end()) or self._of_communes(at):
            return resolved
        inner = naming.PEOPLES.match(self.folded, match.end())
        if inner is not None:
            return None
        end = self._groups.end(at, match.end())
        head = naming.HEADS.match(self.folded, match.end())
        if head and (dealt := self._dealt_over_places(match.end(), at)):
            return dealt
        return [make_group(self.text, at, end, None)] if end > match.end() else None

    def _of_communes(self, at: int) -> list[Actor] | None:
        """Reads "Các xã Mường Nhé, Sín Thầu và Nậm Kè": their people's committees."""
        units = naming.UNITS.match(self.folded, at)
        return self._peoples.communes(at, units, "Ủy ban nhân dân") if units else None

    def _bare_class(self, at: int) -> list[Actor] | None:
        """A class named without "các": "Đơn vị vận hành …", "Đảng ủy các xã", "cơ quan, đơn vị"."""
        whoever = class_words.WHOEVER.match(self.folded, at)
        if whoever and self.text[at].isupper():
            return [make_group(self.text, at, whoever.end(), None)]
        everywhere = class_words.EVERYWHERE.match(self.folded, at)
        units = naming.UNITS.match(self.folded, everywhere.end()) if everywhere else None
        if everywhere and units and self.home.commune and units.group() in ("xã", "phường"):
            name = collapse(self.text[at : units.end()])
            return [Actor(name, name, at, units.end())]
        if everywhere and units:
            body = collapse(self.text[at : everywhere.end()])
            spelled_out = self._peoples.communes(at, units, body)
            return spelled_out or self._peoples.of_a_class(at, units, body)
        if everywhere and (those := class_words.GROUP.match(self.folded, everywhere.end())):
            return [make_group(self.text, at, self._groups.end(at, those.end()), None)]
        bare = class_words.BARE_GROUP.match(self.folded, at)
        return [make_group(self.text, at, self._groups.end(at, bare.end()), None)] if bare else None

    def _spoken_to(self, at: int) -> list[Actor] | None:
        """Reads "Công ty" in a letter to one company: its only addressee."""
        match = naming.SPOKEN_TO.match(self.folded, at)
        if match is None or self.text[match.end() + 1].isupper():
            return None
        word = match.group().split(" ", 1)[-1] if match.group().startswith("quý ") else ""
        word = match.group(1) or (word if word not in ("cơ quan", "đơn vị") else "")
        found = [actor for actor in self.above if word in fold(actor.name)]
        if len(found) != 1 or (match.group(1) and len(self.above) != 1):
            return None
        meant = found[0]
        said = self.text[at : match.end()]
        return [replace(meant, named_as=said, start=at, end=match.end())]

    def _named_above(self, at: int, then: int) -> list[Actor] | None:
        """Reads "Các Sở Xây dựng nêu trên": the bodies of that name among the document's addressees."""
        known = self.registry.match(self.text, self.folded, then)
        stem, end = known or ("", then)
        if not stem:
            return None
        above = naming.ABOVE.match(self.folded, end)
        if above is None:
            return None
        meant = [actor for actor in self.above if actor.name.startswith(stem)]
        return [
            Actor(actor.name, self.text[at : above.end()], at, above.end()) for actor in meant
        ] or None

    def _dealt_over_places(self, at: int, start: int) -> list[Actor] | None:
        known = self.registry.match(self.text, self.folded, at)
        if known is None:
            return None
        units = naming.UNITS.match(self.folded, known[1] + 1)
        if units is None:
            return None
        places = self.names.places(units.end())
        return [
            Actor(f"{known[0]} {place}", self.text[start : known[1]], begin, end)
            for place, begin, end in places
        ] or None
