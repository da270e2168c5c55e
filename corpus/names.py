"""Single names of agencies: where one begins and ends, what it is called in full, and where it is.

What the registry knows is taken whole; for the rest an open grammar reads on from a head noun in
capitals over the words that can belong to a name (see `verbs.ends_name`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import class_words, naming
from corpus.actor import Actor, make_group
from corpus.agencies import Registry
from corpus.extents import likely_end
from corpus.lower_units import of_lower_unit
from corpus.narrowing import narrowed
from corpus.text import collapse, fold
from corpus.trade_names import trades_end
from corpus.verbs import ends_name, surely_opens_order

__all__ = ["Names", "standard_name"]

_LONGEST_NAME = 16  # words

# A place in small letters, "the province", that ends a name: "Trạm Y tế xã", and no "Bảo hiểm xã hội".
_RANKS = (" tỉnh", " thành phố", " xã", " phường", " đặc khu")


class Names:
    """Reads single names out of one text: bodies, known or not, and places."""

    def __init__(self, text: str, folded: str, registry: Registry) -> None:
        """Prepare to read `text`, whose folded form is `folded`."""
        self.text = text
        self.folded = folded
        self.registry = registry

    def places(self, at: int) -> list[tuple[str, int, int]]:
        """Provinces named one after the other: (name with rank, start, end) each."""
        here = at
        colon = naming.BEFORE_PLACES.match(self.text, here)
        if colon is None:
            return []
        here = colon.end()
        found: list[tuple[str, int, int]] = []
        while True:
            begin = here
            if ranked := naming.RANK.match(self.folded, here):
                here = ranked.end()
            province = self.registry.province(self.text, self.folded, here)
            if province is None:
                break
            found.append((province[0].full, begin, province[1]))
            gap = naming.SEPARATOR.match(self.folded, province[1])
            if gap is None:
                break
            here = gap.end()
        return found

    def place_end(self, at: int) -> int | None:
        """The end of a place name in capitals that starts behind `at`, or None."""
        match = naming.PLACE.match(self.text, at)
        return match.end() if match else None

    def after_head(self, head: str, at: int) -> tuple[str, int] | None:
        """A name without its head word: "Quốc phòng" after "Bộ" → ("Bộ Quốc phòng", end)."""
        if not self.text[at : at + 1].isupper():
            return None
        if known := self.known_after(head, at):
            return known
        end = self.name_end(at)
        return (f"{head} {collapse(self.text[at:end])}", end) if end > at else None

    def known_after(self, head: str, at: int) -> tuple[str, int] | None:
        """The same, for names the registry knows."""
        joined = f"{head} {self.text[at : at + 80]}"
        known = self.registry.match(joined, fold(joined), 0)
        lead = len(head) + 1
        return (known[0], at + known[1] - lead) if known is not None and known[1] > lead else None

    def item_opens(self, at: int) -> bool:
        """Whether another item of the list, with a head word of its own, starts at `at`."""
        return bool(
            class_words.GROUP.match(self.folded, at) or naming.PEOPLES.match(self.folded, at) or naming.TITLE.match(self.folded, at)
            or (self.text[at : at + 1].isupper() and naming.HEADS.match(self.folded, at))
        )  # fmt: skip

    def body(self, at: int) -> list[Actor] | None:
        """A single body, known or not."""
        if compound := self._compound(at):
            return compound
        known = self.registry.match(self.text, self.folded, at)
        if known is not None:
            name, end = known
            if not self.text[at : at + 1].isupper():
                return None
            if branch := naming.BRANCH.match(self.folded, end):
                place = self.registry.province(self.text, self.folded, branch.end() + 1)
                if place or branch["rank"]:
                    written = self.text[at : place[1] if place else branch.end()]
                    return [Actor(collapse(written), written, at, at + len(written))]
            if naming.REGION.match(self.text, end) or not self._name_goes_on(end):
                found = [self._as_written(actor) for actor in self._placed(name, at, end)]
                return [self._of_levels(self._with_whole(actor)) for actor in found]
        read = self._open_end(at)
        if read is None:
            return None
        open_end = self._likely_end(at, read)
        whole = self._with_whole(self._spelled_out(at, open_end))
        return [self._of_levels(whole)]

    def _spelled_out(self, at: int, end: int) -> Actor:
        """A body whose name stands there, abbreviations in full."""
        name = collapse(self.text[at:end])
        for pattern, full in naming.SPELLED_OUT:
            name = pattern.sub(full, name)
        return Actor(naming.CITY_LAST.sub("Thành phố", name), self.text[at:end], at, end)

    def _compound(self, at: int) -> list[Actor] | None:
        """A body that is named with another one, or for several things."""
        if (standing := naming.STANDING.match(self.text, at)) and (of := self.body(standing.end())):
            name = f"{collapse(standing.group())} {of[0].name}"
            return [Actor(name, self.text[at : of[0].end], at, of[0].end)]
        if (office := naming.AN_OFFICE.match(self.folded, at)) and (of := self.body(office.end())):
            return [replace(one, start=at) for one in of]
        zones = naming.ZONES.match(self.text, at)
        return [self._spelled_out(at, zones.end())] if zones else None

    def _likely_end(self, at: int, end: int) -> int:
        """Where a name ends that is read up to `end`: elsewhere where that is far likelier, unless a
        known body stands between, behind a mark or a verb ("… biểu dương Bộ Công an")."""
        if naming.LEVELS.match(self.folded, end):
            return end
        likely = likely_end(self.text, self.folded, at, end)
        over = False
        for word in naming.WORD.finditer(self.folded, end, max(end, likely)):
            behind = self.folded[word.start() - 2 : word.start() - 1]
            over = over or behind in tuple(",;-–") or ends_name(self.folded, word.start())
            headed = behind in tuple(",;") and self.text[word.start()].isupper()
            if over and self._starts_known(word.start()):
                return end
            if headed and self.item_opens(word.start()):  # "Phòng Hành chính, Tổ Bảo vệ"
                return end
            if self.folded.endswith(" và ", 0, word.start()) and self._same_head(at, word.start()):
                return end
        return likely

    def _same_head(self, at: int, then: int) -> bool:
        """Whether two names begin alike, or one is an office's: "Phòng Nghiệp vụ và Văn phòng Sở"."""
        found = (naming.HEADS.match(self.folded, start) for start in (at, then))
        one, other = (head.group() if head else None for head in found)
        alike = (one is not None and one == other) or {one, other} == {"cục", "vụ"}
        return (alike or self.folded.startswith("văn phòng ", then)) and self.text[then].isupper()

    def _with_whole(self, part: Actor) -> Actor:
        """An office under its whole name, where the body that it is part of stands behind it."""
        of = naming.PART_OF.match(self.folded, part.start) and naming.WHOLE.match(
            self.text, part.end
        )
        whole = self.body(of.end()) if of else None
        if not of or not whole:
            return part
        name, end = f"{part.name} {of['how']} {whole[0].name}", whole[0].end
        return replace(part, name=name, named_as=self.text[part.start : end], end=end)

    def _as_written(self, actor: Actor) -> Actor:
        """A body under the name the document gives it ("Ủy ban Mặt trận Tổ quốc tỉnh"), unless
        that is an abbreviation, or only its place or punctuation is written otherwise."""
        written = collapse(actor.named_as)
        if actor.group or naming.ABBREVIATION.search(written) or written.isupper():
            return actor
        if actor.name in self.registry and written in self.registry[actor.name].short:
            return actor
        bare = naming.PUNCTUATION.sub("", fold(written))
        if naming.UNIFORM.match(bare) or bare == naming.PUNCTUATION.sub("", fold(actor.name)):
            return actor
        for pattern, full in naming.SPELLED_OUT:
            written = pattern.sub(full, written)
        return replace(actor, name=written)

    def standard(self) -> str:
        """The one name of the body that the whole text names: variants of it are one."""
        known = self.registry.match(self.text, self.folded, 0)
        if known is not None:
            placed = self._placed(known[0], 0, known[1])
            if placed and placed[-1].end == len(self.text):
                return placed[-1].name
        return self.text

    def _name_goes_on(self, end: int) -> bool:
        """Whether capitals behind a known name make it a longer one, other than by a place."""
        more = naming.MORE_CAPITALS.match(self.text, end)
        if more is not None and naming.PARTY.match(self.folded, more.end()):
            return "," not in more.group() and ";" not in more.group()
        if more is None or self.item_opens(more.end()):
            return False
        if self.registry.province(self.text, self.folded, more.end()) is not None:
            return False
        place = naming.RANK_BEHIND.match(self.text, end)
        return place is None and not (self.place_end(end) is not None and "và" not in more.group())

    def _placed(self, name: str, at: int, end: int) -> list[Actor]:
        """A known body with the place behind it, if one is named."""
        level = self.registry[name].level
        if region := naming.REGION.match(self.text, end):
            whole = f"{name.removesuffix(' khu vực')} khu vực {region.group().split()[-1]}"
            return [Actor(whole, self.text[at : region.end()], at, region.end())]
        if name.endswith(" tỉnh") and (cities := naming.AND_CITIES.match(self.text, end)):
            return [make_group(self.text, at, cities.end())]
        rank = naming.RANKS_BEHIND.match(self.folded, end)
        if rank is not None and "các" in rank.group():
            if level == "trung ương":
                rank = None  # a comma is missing before "các tỉnh": those are bodies of their own
            else:
                return self._dealt_out(name, at, end, rank)
        if rank is not None and name.endswith(" tỉnh") and "tỉnh" not in rank.group():
            name = f"{name.removesuffix(' tỉnh')} {self.text[rank.start(1) : rank.end(1)]}"
        local = level in ("huyện", "xã")
        named_so = (name, at, end)
        if lower := of_lower_unit(self.text, self.folded, self.place_end, named_so, local=local):
            return [lower]
        behind = rank.end() if rank else end
        stem = re.sub(r" (?:tỉnh|[Tt]hành phố)$", "", name)
        province = self.registry.province(self.text, self.folded, behind + 1)
        if province is not None and self.text[behind : behind + 1].isspace():
            written = self.text[at : province[1]]
            place = province[0].full
            ranked = rank.group(1) if rank else fold(name.removeprefix(stem)).strip()
            if ranked in ("thành phố", "tp") and place.startswith("tỉnh "):
                place = f"thành phố {province[0].name}"  # the city within the province of that name
            whole = collapse(written) if level == "doanh nghiệp" else f"{stem} {place}"
            return [Actor(whole, written, at, province[1])]
        named = self._place_named(at, behind)
        if named is not None and (rank is not None or not self.item_opens(behind + 1)):
            place = collapse(self.text[rank.start() if rank else behind : named])
            return [Actor(f"{stem} {place}", self.text[at:named], at, named)]
        return [Actor(name, self.text[at:behind], at, behind)]

    def _place_named(self, at: int, behind: int) -> int | None:
        """The end of the place in capitals behind a name that starts at `at`, or None; behind "SỞ Y TẾ" in
        "SỞ Y TẾ CÓ TRÁCH NHIỆM" stands none."""
        end = self.place_end(behind)
        over = end is not None and self.text[at:end].isupper()
        return None if over and ends_name(self.folded, behind + 1) else end

    def _dealt_out(self, name: str, at: int, end: int, rank: re.Match[str]) -> list[Actor]:
        """One body in several places ("Sở Xây dựng các tỉnh: …"), or in a class of them."""
        places = self.places(rank.end())
        if places:
            return [
                Actor(f"{name} {place}", self.text[at:end], start, stop)
                for place, start, stop in places
            ]
        stop = rank.end()
        while tail := naming.UNIT_TAIL.match(self.folded, stop):
            stop = tail.end()
        stop = narrowed(self.text, self.folded, self.registry, stop)
        whole = f"{name} {collapse(self.text[rank.start() : stop])}"
        return [make_group(self.text, at, stop, whole)]

    def _open_end(self, at: int) -> int | None:
        """The end of a body the registry does not know, or None if no name starts here."""
        if not self.text[at : at + 1].isupper():
            return None
        if board := naming.PROJECT_BOARD.match(self.folded, at):
            return self.place_end(board.end()) or board.end()
        head = naming.HEADS.match(self.folded, at)
        if head is None:
            return None
        listed = naming.OF_THREE.match(self.text, at)
        if listed and not naming.HEADS.match(self.folded, listed.start("second")):
            rank = naming.RANKS_BEHIND.match(self.folded, listed.end())
            end = rank.end() if rank else listed.end()
            return self.place_end(end) or end
        if (whole := naming.WITH_COMMA.match(self.folded, at)) and not self._parts(whole):
            return self.place_end(whole.end()) or whole.end()
        if trades := trades_end(self.text, self.folded, at):
            return trades
        end = self.name_end(at, head.end())
        if end <= head.end() + 1 and not naming.BARE_HEADS.fullmatch(self.folded[at:end]):
            return None
        return end

    def _parts(self, match: re.Match[str]) -> bool:
        """Whether the comma within a name parts two bodies, or a verb stands in it."""
        rest = match.start("rest")
        words = [
            word.start() for word in naming.WORD.finditer(self.folded, match.start(), match.end())
        ]
        before = self.folded[match.start() : rest]
        return (
            bool(
                naming.HEADS.match(self.folded, rest) or class_words.GROUP.match(self.folded, rest)
            )
            or self.registry.match(self.text, self.folded, rest) is not None
            or re.search(r" (?:tỉnh|thành phố)(?!\w)", before) is not None
            or any(surely_opens_order(self.folded, at) for at in words)
        )

    def name_end(self, at: int, after_head: int | None = None) -> int:
        """Read the words of a name from `at`; stops before verbs, prepositions and punctuation."""
        here = at if after_head is None else after_head
        capital = False
        for count in range(_LONGEST_NAME):
            first = count == 0 and after_head is None
            gap = naming.WORD_GAP.match(self.text, here)
            start = here if first else gap.end() if gap else len(self.text)
            word = naming.WORD.match(self.text, start)
            if word is None or self._stops(
                word, first=first, capital=capital, headed=after_head is not None
            ):
                break
            capital = capital or word.group()[0].isupper() or word.group().isdigit()
            here = word.end()
        headed = after_head is not None and not capital
        return after_head if headed and not self._head_alone(at, here) and after_head else here

    def _stops(self, word: re.Match[str], *, first: bool, capital: bool, headed: bool) -> bool:
        """Whether a name is over before this word."""
        start = word.start()
        if self.folded.startswith("và ", start):
            pair = self.folded.rfind(" ", 0, self.folded.rfind(" ", 0, start - 1)) + 1
            if naming.PAIRED.match(self.folded, pair):
                return False
            then = word.end() + 1
            return self.item_opens(then) or not self.text[then : then + 1].isupper()
        if word.group()[0].islower():
            if capital and self.folded.startswith(("các ", "những "), start):
                return naming.MANAGED.match(self.folded, start) is None
            if capital and self._place_over(start):
                return True
            # "quản lý" right behind "Ban" is no verb.
            named_so = headed and not capital and self._head_goes_on(start)
            return ends_name(self.folded, start) and not named_so
        if naming.PARTY.match(self.folded, start):
            return first
        return not first and capital and self.item_opens(start) and self._starts_known(start)

    def _place_over(self, start: int) -> bool:
        """Whether a place ends before the word in small letters at `start`, and the name with it:
        "Công ty Điện lực Phú Thọ | cắt điện", "Đài Khí tượng Thủy văn tỉnh | phát tin"."""
        behind = self.text[start - 1 : start]
        if behind != " " or naming.NAME_GOES_ON.match(self.folded, start):
            return False
        if self.text.endswith(_RANKS, 0, start - 1) or naming.REGION_LAST.search(
            self.text, 0, start - 1
        ):
            return True
        words = [word.start() for word in naming.CAPITALS_BEFORE.finditer(self.text, 0, start - 1)]
        return any(
            (known := self.registry.province(self.text, self.folded, at)) is not None
            and known[1] == start - 1
            for at in words[-4:]
        )

    def ends_placed(self, end: int) -> bool:
        """Whether the name that ends at `end` ends with its place."""
        return self._place_over(end + 1)

    def _of_levels(self, actor: Actor) -> Actor:
        """The bodies of a kind at several levels, or of several things, are a class: "Trung tâm … cấp tỉnh,
        cấp xã", "Phòng … xã/phường", "Chủ đầu tư các dự án …"."""
        if naming.OF_SEVERAL.match(self.folded, actor.start):
            return make_group(self.text, actor.start, actor.end)
        if either := naming.EITHER_KIND.match(self.text, actor.end):
            other = self.body(either.end()) if either["other"] is not None else None
            return make_group(self.text, actor.start, other[-1].end if other else either.end())
        levels = naming.LEVELS.match(self.folded, actor.end)
        if levels is None:
            return actor
        end = self.place_end(levels.end()) or levels.end()
        return make_group(self.text, actor.start, end)

    def _head_goes_on(self, at: int) -> bool:
        """Whether a doubtful verb right behind a head word belongs to the name ("Ban quản lý")."""
        if self.folded[:at].rstrip().endswith("quỹ"):
            return True
        before = self.folded[:at].rstrip()
        if self.text[at].isupper() and before.endswith("phòng"):
            return True  # "Phòng Quản lý Báo chí - Xuất bản"
        head = before.endswith("ban")
        return head and self.folded.startswith(("quản lý", "chỉ đạo", "chỉ huy", "tổ chức"), at)

    def _head_alone(self, at: int, end: int) -> bool:
        """Whether a head word names a body without a capital behind it ("Thanh tra tỉnh")."""
        return naming.HEAD_ALONE.match(self.folded[at:end]) is not None

    def _starts_known(self, at: int) -> bool:
        return self.registry.match(self.text, self.folded, at) is not None

    def provinces(self, at: int) -> list[Actor] | None:
        """Provinces told to act: "Tỉnh Đắk Lắk", "các tỉnh Nghệ An, Quảng Ngãi", "Thành phố Đà Nẵng"."""
        rank = naming.PROVINCES.match(self.folded, at)
        if rank is None:
            return None
        places = self.places(rank.end())
        if not places or (len(places) > 1 and not rank.group().startswith("các")):
            places = places[:1]
        return [
            Actor(
                place[:1].upper() + place[1:],
                collapse(self.text[begin:end]),
                at if begin == places[0][1] else begin,
                end,
            )
            for place, begin, end in places
        ] or None


def standard_name(name: str, registry: Registry) -> str:
    """The one name under which a body is kept, whichever of its full names is given."""
    return Names(name, fold(name), registry).standard()
