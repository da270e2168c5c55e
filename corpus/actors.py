"""Who is named: a grammar of agencies in running text, of office-holders who stand for them, of
lists, of places dealt out over a body ("Sở Xây dựng các tỉnh: Gia Lai, Đắk Lắk"), and of groups.

What the registry knows is taken whole; the open grammar reads on for what it does not: a head noun
in capitals and the words that can belong to a name (see `verbs.ends_name`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.agencies import Registry, default_registry
from corpus.text import collapse, fold
from corpus.verbs import ends_name, opens_order

__all__ = ["Actor", "Actors", "Reader", "group_name"]


@dataclass(frozen=True, slots=True)
class Actor:
    """One agency as named at `start:end`. A `group` is a class of bodies that is not spelled out;
    an `open` one is a catch-all ("các cơ quan liên quan")."""

    name: str
    named_as: str
    start: int
    end: int
    group: bool = False
    open: bool = False
    before: str = ""  # the separator in front of it, within its list


@dataclass(frozen=True, slots=True)
class Actors:
    """A list of agencies named in one breath; `end` is where the words after it begin."""

    members: tuple[Actor, ...]
    start: int
    end: int


# Office-holders: the title is dropped and the body remains.
_TITLE = re.compile(
    r"(?:(?:các )?đồng chí |đ/c )?"
    r"(?:(?:chủ tịch hội đồng thành viên|chủ tịch hội đồng quản trị|thứ trưởng|bộ trưởng(?:, thủ trưởng)?|phó giám đốc|giám đốc|thủ trưởng|phó chủ tịch|chủ tịch|cục trưởng|"
    r"tổng cục trưởng|vụ trưởng|viện trưởng|chánh án|hiệu trưởng|tổng giám đốc|chủ nhiệm|trưởng ban|trưởng các ban|"
    r"người đứng đầu|lãnh đạo|chỉ huy trưởng|tư lệnh|chánh thanh tra|trưởng phòng|bí thư|tổng biên tập|"
    r"cơ quan thường trực|đại diện)(?:, | và )?)+\s*"
)
_COMRADES = re.compile(r"(?:các )?(?:đồng chí|đ/c):?\s+")
_HOLDER_OFFICE = re.compile(r"chánh (?=văn phòng|thanh tra)")
_PERSON = re.compile(
    r"((?:Phó )?Thủ tướng(?: [Tt]hường trực)?(?: Chính phủ)?) ((?:[A-ZĐÀ-Ỹ][\wÀ-ỹ]*)(?: [A-ZĐÀ-Ỹ][\wÀ-ỹ]*){1,4})"
)
_PEOPLES = re.compile(r"(ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd)(?!\w)\s*")
_PARTY_AND_PEOPLES = re.compile(
    r"(?:(?:các )?đồng chí )?bí thư (?:các )?(tỉnh ủy|thành ủy)(?:, thành ủy)?(?:,| và)? chủ tịch (?:ủy ban nhân dân|ubnd)\s+"
)
_UNITS = re.compile(
    r"(?:các |cấp |từng )?(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
    r"(?:(?:,| và|/|, và) (?:các )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))*(?!\w)"
)
_MANY = re.compile(r"(?:các|cấp|từng|những)\s")
_UNIT_TAIL = re.compile(
    r"\s+(?:trực thuộc trung ương|ven biển(?: từ .+? đến [^,;.:]+?)?(?=\s+(?:tổ chức|chủ|khẩn|theo|rà|tiếp|chỉ|tập|triển|$)|[,;.:]|$)|"
    r"biên giới|nêu trên|có liên quan|liên quan|bị ảnh hưởng|trên địa bàn(?: tỉnh| thành phố)?|trong tỉnh|"
    r"cồn cỏ|miền núi|thuộc tỉnh|thuộc thành phố|vùng [a-zà-ỹđ ]+?(?=[,;.:]|$))"
)
_HEADS = re.compile(
    r"(?:ban quản lý|ban chỉ huy|ban chỉ đạo|ban tổ chức|ban tuyên giáo|ban dân vận|ban nội chính|ban thường vụ|"
    r"thường trực|văn phòng|tổng cục|chi cục|cục|vụ|viện|học viện|đại học|trung tâm|trường|bệnh viện|báo(?! cáo)|đài|tạp chí|cổng|"
    r"chi nhánh|phòng|hội đồng|hiệp hội|hội|liên đoàn|liên minh|đoàn|quỹ|kho bạc|ngân hàng|bảo hiểm xã hội|thanh tra|"
    r"tòa án nhân dân|tòa án|viện kiểm sát nhân dân|tập đoàn|tổng công ty|công ty|quân khu|bộ tư lệnh|bộ chỉ huy|"
    r"bộ đội biên phòng|tiểu ban|tổ công tác|hạt kiểm lâm|kiểm lâm|thuế|hải quan|điện lực|bưu điện|chủ đầu tư|đảng ủy|"
    r"huyện ủy|quận ủy|thành ủy|tỉnh ủy|ủy ban|công an|nhà xuất bản|quân chủng|quân đoàn|bộ|sở|ban(?! hành)|cơ quan|"
    r"vườn quốc gia|nhà máy|khu quản lý|cảng vụ|thống kê|mặt trận tổ quốc|tỉnh đoàn|thành đoàn)(?!\w)"
)
_BARE_HEADS = re.compile(r"(?:chủ đầu tư|tổ công tác)$")
_GROUP = re.compile(
    r"(?:(?:các|những|tất cả các|toàn thể các)\s+)(?=(?:sở|bộ|ban|ngành|cơ quan|đơn vị|địa phương|tổ chức|doanh nghiệp|chủ|"
    r"trường|cơ sở|huyện|xã|phường|tỉnh|thành phố|tổ|đoàn thể|hội|bệnh viện|cục|vụ|viện|tập đoàn|tổng công ty|tổng cục|"
    r"trung tâm|phòng|chi cục|ngân hàng|công ty|nhà|lực lượng|khu|báo|thành viên|hạt|vườn|chi nhánh|ủy ban|công an|đồng chí)(?!\w))"
)
_BARE_GROUP = re.compile(
    r"(?:sở, ban, ngành|sở, ngành|bộ, ngành|ban, ngành|cơ quan(?:, tổ chức)?, (?:tổ chức|đơn vị|cá nhân)|cơ quan thanh tra|"
    r"cơ quan ngang bộ|cơ quan thuộc chính phủ|cơ quan trực thuộc chính phủ|cơ quan thông tấn|cơ quan, đơn vị|đơn vị, địa phương|"
    r"tổ chức, cá nhân|lực lượng|thành viên|chủ rừng|doanh nghiệp)(?!\w)"
)
_MINISTERS = re.compile(r"(?:các )?(?:đồng chí )?bộ trưởng(?=,? (?:và )?(?:thủ trưởng|các)|;|,|:| )")
_SERIES = re.compile(
    r"(?:bộ trưởng |giám đốc |cục trưởng |thủ trưởng )?(?:các\s+)?(bộ|sở|cục|vụ|ban|báo|đài|tập đoàn|tổng công ty|viện)"
    r"(?:, (?:ban, )?(?:ngành|cơ quan|cơ quan ngang bộ|đơn vị)(?:, đơn vị)?)?\s*:\s*"
)
_SERIES_BARE = re.compile(r"(?:bộ trưởng |giám đốc |cục trưởng )?các\s+(bộ|sở|cục)\s+(?=[A-ZĐÀ-Ỹ])", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:;|,|&)\s*(?:và |cùng )?|\s+và\s+|\s+cùng(?: với)?\s+|\s+cùng\s+")
_OPEN = re.compile(r"liên quan|^(?:doanh nghiệp|lực lượng|thành viên|tổ chức, cá nhân)|chức năng|khác$|^(?:các )?(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|bên)(?:, (?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân))*(?: và (?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân))?$")
_WITHIN = re.compile(r"\s+(?:theo|trong phạm vi) (?:chức năng|nhiệm vụ|thẩm quyền)(?:, (?:nhiệm vụ|quyền hạn))*(?: của mình| được giao| được phân công)?")
_WORD = re.compile(r"[\wÀ-ỹ&/]+")
_PARENTHESIS = re.compile(r"\s*\([^()]{0,160}\)")
_ABOVE = re.compile(r"\s+(?:nêu trên|nói trên|kể trên|có tên trên|trên đây)(?!\w)")
_GROUP_TAIL = re.compile(
    r"\s+(?:có )?liên quan(?!\w)|\s+(?:nêu|nói|kể) trên(?!\w)|\s+khác(?!\w)|"
    r"\s+(?:trực thuộc|thuộc|tại|trên địa bàn|của)\s+(?:ủy ban nhân dân|ubnd|phạm vi quản lý|quyền|tỉnh|thành phố|chính phủ|bộ|"
    r"sở|địa bàn|trung ương)(?: (?:tỉnh|thành phố|huyện|xã|quản lý))?(?:\s+[a-zđ]\w+(?=,))?(?!\w)|"
    # "được phân công chủ trì thực hiện nhiệm vụ theo Kế hoạch" (này có trách nhiệm …)
    r"\s+được (?:giao|phân công|chỉ định)(?:(?: \w+){1,10}?(?=(?: này)? (?:có|chịu) trách nhiệm)|"
    r"(?: (?:nhiệm vụ|chủ trì|quản lý|thực hiện|phối hợp))*)(?!\w)|"
    r"\s+là (?:tổ chức|cá nhân|hộ gia đình)(?!\w)|\s+phối hợp(?= có trách nhiệm)"
)
_OF_BODY = re.compile(r"\s+(?:của|thuộc|trực thuộc)\s+(?=[A-ZĐÀ-Ỹ])")
_GROUP_GOES_ON = re.compile(
    r"(?:\s+-)?\s+(?=\w)|,\s+(?=(?:ban|ngành|sở|đoàn thể|đơn vị|cơ quan|địa phương|tổ chức|thành phố|xã|phường|đặc khu|thị trấn|"
    r"huyện|quận|thị xã|báo chí|đài|hội|tập đoàn|tổng công ty|chủ|doanh nghiệp|cá nhân|lực lượng|trường|cơ quan ngang bộ)(?!\w))"
)
_NEW_ITEM = re.compile(r"(?:và )?(?:các|những) |bộ trưởng|chủ tịch|thủ trưởng|giám đốc")


class Reader:
    """Reads agencies out of one text. Offsets are into that text."""

    def __init__(self, text: str, *, registry: Registry | None = None, above: Sequence[Actor] = ()) -> None:
        """Prepare to read `text`. `above` are the addressees of the document, for "nêu trên"."""
        self.text = text
        self.folded = fold(text)
        self.registry = registry or default_registry()
        self.above = above

    def actors(self, at: int) -> Actors | None:
        """The list of agencies that starts at `at`, or None if none is named there."""
        start = at
        if comrades := _COMRADES.match(self.folded, at):
            at = comrades.end() if self._member(comrades.end()) else at
        members: list[Actor] = []
        between = ""
        while True:
            found = self._member(at)
            if found is None:
                break
            members.extend(found if not members else [replace(found[0], before=between), *found[1:]])
            at = members[-1].end
            if aside := _PARENTHESIS.match(self.text, at):
                at = aside.end()
            gap = _SEPARATOR.match(self.folded, at)
            if gap is None and (range_ := _WITHIN.match(self.folded, at)):
                gap = _SEPARATOR.match(self.folded, range_.end())
            if gap is None:
                # A missing comma before "các đơn vị …" is common in headings.
                space = at + 1 if self.text[at : at + 1] == " " else at
                if _GROUP.match(self.folded, space) and self._member(space) and not members[-1].group:
                    at, between = space, " "
                    continue
                break
            if self._member(gap.end()) is None:
                break
            at, between = gap.end(), gap.group()
        if not members:
            return None
        return Actors(tuple(members), start, at)

    def _member(self, at: int) -> list[Actor] | None:
        """One item of a list: one agency, or several dealt out over places or names."""
        if at >= len(self.text):
            return None
        for rule in (
            self._party_and_peoples, self._series, self._person, self._peoples, self._titled, self._provinces,
            self._grouped, self._body,
        ):  # fmt: skip
            if found := rule(at):
                return found
        return None

    def _party_and_peoples(self, at: int) -> list[Actor] | None:
        """ "Bí thư tỉnh ủy và Chủ tịch Ủy ban nhân dân các tỉnh: Đắk Lắk, Khánh Hòa": both, for each."""
        match = _PARTY_AND_PEOPLES.match(self.folded, at)
        if match is None:
            return None
        units = _UNITS.match(self.folded, match.end())
        if units is None:
            return None
        places = self._places(units.end())
        if not places:
            return None
        found: list[Actor] = []
        for place, start, end in places:
            party = "Thành ủy" if place.startswith("thành phố") else "Tỉnh ủy"
            bare = place.split(" ", 1)[1] if place.startswith("tỉnh ") else place.removeprefix("thành phố ")
            whole = self.text[at:end] if len(places) == 1 else self.text[at : units.end()]
            found.append(Actor(f"{party} {bare}", collapse(whole), start, end))
            found.append(Actor(f"Ủy ban nhân dân {place}", collapse(whole), start, end))
        return found

    def _series(self, at: int) -> list[Actor] | None:
        """ "Bộ trưởng các Bộ: Quốc phòng, Công an, …": the head word goes with each name."""
        match = _SERIES.match(self.folded, at)
        if match is None:
            bare = _SERIES_BARE.match(self.text, at)
            if bare is None or not self._name_after(bare.group(1), bare.end()):
                return None
            match = bare
        head = match.group(1).capitalize()
        if head == "Tổng công ty":
            head = "Tổng Công ty"
        found: list[Actor] = []
        here = match.end()
        while True:
            named = self._name_after(head, here)
            if named is None:
                break
            name, end = named
            found.append(Actor(name, self.text[here:end], here, end))
            gap = _SEPARATOR.match(self.folded, end)
            if gap is None or self._name_after(head, gap.end()) is None:
                break
            then = gap.end()
            if _TITLE.match(self.folded, then) or _PEOPLES.match(self.folded, then):
                break
            if _HEADS.match(self.folded, then) and self._body(then):
                break  # the next item brings a head word of its own
            here = gap.end()
        return found if len(found) > 1 or (found and match.group().rstrip().endswith(":")) else None

    def _name_after(self, head: str, at: int) -> tuple[str, int] | None:
        """A name without its head word: "Quốc phòng" after "Bộ" → ("Bộ Quốc phòng", end)."""
        if at >= len(self.text) or not self.text[at].isupper():
            return None
        joined = f"{head} {self.text[at : at + 80]}"
        known = self.registry.match(joined, fold(joined), 0)
        if known is not None and known[1] > len(head) + 1:
            return known[0], at + known[1] - len(head) - 1
        end = self._name_end(at)
        return (f"{head} {collapse(self.text[at:end])}", end) if end > at else None

    def _person(self, at: int) -> list[Actor] | None:
        """A deputy prime minister by name: such orders go to a person."""
        match = _PERSON.match(self.text, at)
        if match is None or not match.group(1).startswith("Phó"):
            return None
        end = match.end()
        beat = re.compile(r"\s+(?:phụ trách )?(?:tỉnh|thành phố)(?=\s+[A-ZĐÀ-Ỹ])").match(self.text, end)
        if beat and (place := self._named_place(beat.end())):
            end = place  # "Phó Thủ tướng Nguyễn Hòa Bình tỉnh Đắk Lắk": whom, and where
        return [Actor(f"Phó Thủ tướng Chính phủ {match.group(2)}", match.group(), at, end)]

    def _peoples(self, at: int) -> list[Actor] | None:
        """People's committees and councils, of one place, of places spelled out, or of a class."""
        title = _TITLE.match(self.folded, at)
        start = title.end() if title else at
        match = _PEOPLES.match(self.folded, start)
        if match is None:
            return None
        body = "Hội đồng nhân dân" if match.group(1)[0] == "h" else "Ủy ban nhân dân"
        units = _UNITS.match(self.folded, match.end())
        if units is None:
            if self.folded.startswith("các cấp", match.end()):
                return [self._group(at, match.end() + 7, f"{body} các cấp")]
            return None
        many = bool(_MANY.match(units.group())) or "," in units.group()
        places = self._places(units.end())
        if not places and (tail := _UNIT_TAIL.match(self.folded, units.end())):
            # "các tỉnh, thành phố trực thuộc Trung ương: Hà Tĩnh, Quảng Trị, …"
            places = self._places(tail.end()) if self.text[tail.end() : tail.end() + 1] == ":" else []
        if places and (many or len(places) == 1):
            return [
                Actor(f"{body} {self._ranked(units.group(1), place, many=many)}",
                      collapse(self.text[at if len(places) == 1 else begin : end]), begin, end)
                for place, begin, end in places
            ]  # fmt: skip
        if not many:
            named = self._named_place(units.end())
            unit = self.text[units.start() : units.end()]
            if named is not None:
                end = named
                return [Actor(f"{body} {collapse(self.text[units.start() : end])}", self.text[at:end], at, end)]
            if units.group(1) in ("tỉnh", "thành phố"):
                rank = "tỉnh" if units.group(1) == "tỉnh" else "Thành phố" if unit[0].isupper() else "thành phố"
                return [Actor(f"{body} {rank}", self.text[at : units.end()], at, units.end())]
        end = units.end()
        while tail := _UNIT_TAIL.match(self.folded, end):
            end = tail.end()
        return [self._group(at, end, f"{body} {collapse(self.text[units.start() : end])}")]

    @staticmethod
    def _ranked(unit: str, place: str, *, many: bool) -> str:
        return place if many or place.startswith(("tỉnh ", "thành phố ", "Thành phố ")) else f"{unit} {place}"

    def _places(self, at: int) -> list[tuple[str, int, int]]:
        """Provinces named one after the other: (name with rank, start, end) each."""
        here = at
        colon = re.compile(r"\s*:?\s+").match(self.text, here)
        if colon is None:
            return []
        here = colon.end()
        found: list[tuple[str, int, int]] = []
        while True:
            begin = here
            if ranked := re.compile(r"(?:tỉnh|thành phố|tp\.?)\s+").match(self.folded, here):
                here = ranked.end()
            province = self.registry.province(self.text, self.folded, here)
            if province is None:
                break
            found.append((province[0].full, begin, province[1]))
            gap = _SEPARATOR.match(self.folded, province[1])
            if gap is None:
                break
            here = gap.end()
        return found

    def _named_place(self, at: int) -> int | None:
        """The end of a place name in capitals that starts behind `at`, or None."""
        match = re.compile(r"\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ']*(?:[ -]+[A-ZĐÀ-Ỹ\d][\wÀ-ỹ']*)*").match(self.text, at)
        return match.end() if match else None

    def _titled(self, at: int) -> list[Actor] | None:
        """An office-holder, for the body: "Giám đốc Sở Nội vụ", "Bộ trưởng, Thủ trưởng cơ quan …"."""
        known = self.registry.match(self.text, self.folded, at)
        if known is not None and not _HEADS.match(self.folded, at):
            return [Actor(known[0], self.text[at : known[1]], at, known[1])]
        if office := _HOLDER_OFFICE.match(self.folded, at):
            inner = self._body(office.end())
            return [self._from(at, actor) for actor in inner] if inner else None
        if group := self._heads_of_groups(at):
            return group
        title = _TITLE.match(self.folded, at)
        if title is None or title.end() == at:
            return None
        inner = self._peoples(title.end()) or self._grouped(title.end()) or self._body(title.end())
        return [self._from(at, actor) for actor in inner] if inner else None

    def _heads_of_groups(self, at: int) -> list[Actor] | None:
        """ "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ": one group, without titles."""
        match = _MINISTERS.match(self.folded, at)
        if match is None or self.registry.match(self.text, self.folded, match.end() + 1):
            return None
        rest = re.compile(
            r"(?:,| và)? (?:các )?thủ trưởng (?:các )?(cơ quan ngang bộ(?:(?:, | và )(?:thủ trưởng )?(?:các )?cơ quan (?:trực )?thuộc chính phủ)?)"
        ).match(self.folded, match.end())
        if rest is None:
            opens = self.folded.startswith(("các bộ trưởng",), at) and opens_order(self.folded, match.end() + 1)
            return [self._group(at, match.end(), "Các Bộ")] if opens else None
        inner = self.text[rest.start(1) : rest.end(1)]
        return [self._group(at, rest.end(), "Các Bộ, " + re.sub(r"[Tt]hủ trưởng ", "", inner))]

    @staticmethod
    def _from(at: int, actor: Actor) -> Actor:
        """The same actor, named from the title on."""
        shift = actor.start - at
        named = actor.named_as if shift > 60 else actor.named_as
        return Actor(actor.name, named, at, actor.end, actor.group, actor.open)

    def _grouped(self, at: int) -> list[Actor] | None:
        """A class of bodies: "Các Sở, ban, ngành", "các cơ quan, đơn vị có liên quan"."""
        match = _GROUP.match(self.folded, at)
        if match is None:
            bare = _BARE_GROUP.match(self.folded, at)
            if bare is None:
                return None
            return [self._group(at, self._group_end(bare.end()), None)]
        if resolved := self._named_above(at, match.end()):
            return resolved
        inner = _PEOPLES.match(self.folded, match.end())
        if inner is not None:
            return None
        end = self._group_end(match.end())
        head = _HEADS.match(self.folded, match.end())
        if head and (dealt := self._dealt_over_places(match.end(), at)):
            return dealt
        return [self._group(at, end, None)] if end > match.end() else None

    def _named_above(self, at: int, then: int) -> list[Actor] | None:
        """ "Các Sở Xây dựng nêu trên": the bodies of that name among the document's addressees."""
        known = self.registry.match(self.text, self.folded, then)
        stem, end = known if known else ("", then)
        if not stem:
            return None
        above = _ABOVE.match(self.folded, end)
        if above is None:
            return None
        meant = [actor for actor in self.above if actor.name.startswith(stem)]
        return [Actor(actor.name, self.text[at : above.end()], at, above.end()) for actor in meant] or None

    def _dealt_over_places(self, at: int, start: int) -> list[Actor] | None:
        known = self.registry.match(self.text, self.folded, at)
        if known is None:
            return None
        units = _UNITS.match(self.folded, known[1] + 1)
        if units is None:
            return None
        places = self._places(units.end())
        return [
            Actor(f"{known[0]} {place}", self.text[start : known[1]], begin, end) for place, begin, end in places
        ] or None

    def _group_end(self, at: int) -> int:
        """Where a group's words end: before a verb, a colon, a full stop or another body."""
        word = _WORD.match(self.text, at)
        here = self._tails_end(word.end() if word else at)
        while gap := _GROUP_GOES_ON.match(self.folded, here):
            then = gap.end()
            if ends_name(self.folded, then) or _NEW_ITEM.match(self.folded, then):
                break
            if self.folded.startswith("và ", then) and self._member_opens(then + 3):
                break
            if self.text[then].isupper() and self.text[here] == "," and self._body(then):
                break
            word = _WORD.match(self.text, then)
            if word is None:
                break
            here = self._tails_end(word.end())
        return here

    def _tails_end(self, at: int) -> int:
        """The end of the phrases that narrow a group down ("có liên quan", "thuộc tỉnh")."""
        while True:
            if tail := _GROUP_TAIL.match(self.folded, at):
                at = tail.end()
            elif (of := _OF_BODY.match(self.text, at)) and (body := self._body(of.end())):
                at = body[-1].end
            else:
                return at

    def _member_opens(self, at: int) -> bool:
        """Whether another item of the list, with a head word of its own, starts at `at`."""
        return bool(
            _GROUP.match(self.folded, at) or _PEOPLES.match(self.folded, at) or _TITLE.match(self.folded, at)
            or (self.text[at : at + 1].isupper() and _HEADS.match(self.folded, at))
        )  # fmt: skip

    def _group(self, start: int, end: int, name: str | None) -> Actor:
        words = collapse(self.text[start:end])
        full = group_name(name or words)
        return Actor(full, words, start, end, group=True, open=bool(_OPEN.search(fold(full))))

    def _body(self, at: int) -> list[Actor] | None:
        """A single body, known or not."""
        known = self.registry.match(self.text, self.folded, at)
        if known is not None:
            name, end = known
            if not self.text[at : at + 1].isupper():
                return None
            if not self._name_goes_on(end):
                return self._placed(name, at, end)
        open_end = self._open_end(at)
        if open_end is None:
            return None
        name = collapse(self.text[at:open_end])
        name = re.sub(r"^UBND(?!\w)|(?<= )UBND(?!\w)", "Ủy ban nhân dân", name)
        return [Actor(name, self.text[at:open_end], at, open_end)]

    def _name_goes_on(self, end: int) -> bool:
        """Whether capitals behind a known name make it a longer one, other than by a place."""
        more = re.compile(r"(?:\s*[-–]\s*|\s+(?:và\s+)?)(?=[A-ZĐÀ-Ỹ])").match(self.text, end)
        if more is None or self._member_opens(more.end()):
            return False
        if self.registry.province(self.text, self.folded, more.end()) is not None:
            return False
        place = re.compile(r"\s+(?:Tỉnh|Thành phố|TP)").match(self.text, end)
        return place is None and not (self._named_place(end) is not None and "và" not in more.group())

    def _placed(self, name: str, at: int, end: int) -> list[Actor]:
        """A known body with the place behind it, if one is named."""
        here = end
        rank = re.compile(r"\s+(?:các\s+)?(tỉnh|thành phố|tp\.?)(?:, (?:thành phố|tp\.?))?(?!\w)").match(self.folded, end)
        if rank is not None and "các" in rank.group() and self.registry[name].level == "trung ương":
            return [Actor(name, self.text[at:end], at, end)]  # a comma is missing before "các tỉnh"
        if rank is not None and "các" in rank.group():
            places = self._places(rank.end())
            if places:
                return [Actor(f"{name} {place}", self.text[at:end], start, stop) for place, start, stop in places]
            stop = rank.end()
            while tail := _UNIT_TAIL.match(self.folded, stop):
                stop = tail.end()
            return [self._group(at, stop, f"{name} {collapse(self.text[rank.start():stop])}")]
        if rank is not None:
            here = rank.end()
            if name.endswith(" tỉnh") and "tỉnh" not in rank.group():
                name = f"{name.removesuffix(' tỉnh')} {self.text[rank.start(1) : rank.end(1)]}"
        space = re.compile(r"\s+").match(self.text, here)
        province = self.registry.province(self.text, self.folded, space.end()) if space else None
        if province is not None:
            stem = re.sub(r" (?:tỉnh|Thành phố)$", "", name)
            return [Actor(f"{stem} {province[0].full}", self.text[at : province[1]], at, province[1])]
        if rank is not None:
            named = self._named_place(rank.end())
            if named is not None:
                place = collapse(self.text[rank.start() : named])
                return [Actor(f"{name} {place}", self.text[at:named], at, named)]
            return [Actor(name, self.text[at : rank.end()], at, rank.end())]
        return [Actor(name, self.text[at:end], at, end)]

    def _open_end(self, at: int) -> int | None:
        """The end of a body the registry does not know, or None if no name starts here."""
        if not self.text[at : at + 1].isupper():
            return None
        head = _HEADS.match(self.folded, at)
        if head is None:
            return None
        end = self._name_end(at, head.end())
        if end <= head.end() + 1 and not _BARE_HEADS.fullmatch(self.folded[at:end]):
            return None
        return end

    def _name_end(self, at: int, after_head: int | None = None) -> int:
        """Read the words of a name from `at`; stops before verbs, prepositions and punctuation."""
        here = after_head if after_head is not None else at
        first = after_head is None
        capital = False
        for _ in range(16):
            gap = re.compile(r"(?:\s*[-–]\s*|\s+)(?=\w)").match(self.text, here) if not first else re.compile("").match(self.text, here)
            if gap is None:
                break
            word = _WORD.match(self.text, gap.end())
            if word is None:
                break
            lower = word.group()[0].islower()
            if lower and ends_name(self.folded, word.start()) and not (first is False and not capital and after_head and self._head_goes_on(word.start())):
                break
            if lower and self.folded.startswith(("các ", "những "), word.start()) and capital:
                break
            if self.folded.startswith("và ", word.start()):
                then = word.end() + 1
                if self._member_opens(then) or not self.text[then : then + 1].isupper():
                    break
            if not lower and not first and self._member_opens(word.start()) and self._starts_known(word.start()) and capital:
                break
            capital = capital or not lower or word.group().isdigit()
            first = False
            here = word.end()
        if not capital and after_head is not None and not self._head_alone(at, here):
            return after_head
        return here

    def _head_goes_on(self, at: int) -> bool:
        """Whether a doubtful verb right behind a head word belongs to the name ("Ban quản lý")."""
        return self.folded.startswith(("quản lý", "chỉ đạo", "chỉ huy", "tổ chức"), at)

    def _head_alone(self, at: int, end: int) -> bool:
        return bool(re.match(r"(?:chủ đầu tư|văn phòng|thanh tra|công an|tiểu ban|hạt kiểm lâm|trung tâm)", self.folded[at:end]))

    def _starts_known(self, at: int) -> bool:
        return self.registry.match(self.text, self.folded, at) is not None

    def _provinces(self, at: int) -> list[Actor] | None:
        """Provinces told to act: "Tỉnh Đắk Lắk", "các tỉnh Nghệ An, Quảng Ngãi", "Thành phố Đà Nẵng"."""
        rank = re.compile(r"(?:các\s+)?(?:tỉnh|thành phố)(?:, thành phố)?(?=\s*:?\s)").match(self.folded, at)
        if rank is None:
            return None
        places = self._places(rank.end())
        if not places or (len(places) > 1 and not rank.group().startswith("các")):
            places = places[:1]
        return [
            Actor(place[:1].upper() + place[1:], collapse(self.text[begin:end]), at if begin == places[0][1] else begin, end)
            for place, begin, end in places
        ] or None


_SPELLED_OUT = (
    (re.compile(r"(?<!\w)UBND(?!\w)"), "Ủy ban nhân dân"),
    (re.compile(r"(?<!\w)HĐND(?!\w)"), "Hội đồng nhân dân"),
    (re.compile(r"(?<!\w)Uỷ ban"), "Ủy ban"),
)
_GROUP_TITLES = re.compile(
    r"(?:(?<=^)|(?<=[;,] )|(?<= và ))(?:[Cc]ác đồng chí |[Đđ]ồng chí )?(?:Thủ trưởng|thủ trưởng|Chủ tịch|chủ tịch|Giám đốc|giám đốc|Lãnh đạo|"
    r"lãnh đạo|Người đứng đầu|người đứng đầu|Bí thư|Trưởng)\s+"
)


def group_name(words: str) -> str:
    """The name of a group as written, without titles, abbreviations spelled out, capital first."""
    name = _GROUP_TITLES.sub("", words)
    for pattern, full in _SPELLED_OUT:
        name = pattern.sub(full, name)
    return name[:1].upper() + name[1:]
