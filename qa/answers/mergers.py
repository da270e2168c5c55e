"""What a commune, ward or province was made of, and into which one went: "Xã Tân Hồng sáp nhập từ
những xã nào?", "Phường An Hòa cũ nay thuộc phường nào?".

Resolutions on administrative units say it in one form each; a search sees only their names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.document import Clause
from corpus.text import compiled, plain
from index.filters import Filters
from index.finding import clauses_saying
from index.library import Library
from index.rows import Head
from qa.answers.asks_only import asks_only
from qa.citation import Answer, cite
from qa.messages import say
from qa.question import Intent, Query

__all__ = ["answer_merged"]

_RANK = r"(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh)"
_WHICH = rf"(?:don vi(?: hanh chinh)?|{_RANK}(?:(?:,| va|/) ?{_RANK})*|{_RANK} {_RANK})"
_MERGE = (
    r"(?<!\w)(?:sap nhap|sat nhap|hop nhat|sap xep|nhap|gop|hinh thanh|thanh lap|lap|doi ten|doi)"
    r"(?!\w)"
)
_ASKS = re.compile(
    rf"{_MERGE}[^?]{{0,40}}? (?:nhung |cac |may )?{_WHICH}(?: cu| moi)? (?:nao|gi)(?!\w)|"
    rf"(?:nhung |cac )?{_WHICH}(?: cu| moi)? nao[^?]{{0,20}} {_MERGE}|"
    rf"(?<!\w)(?:gom|tu) (?:nhung |cac |may )?{_WHICH}(?: cu)? nao|"
    rf"(?<!\w)(?:cu|truoc day|nay|bay gio|hien nay|hien)(?!\w)[^?]{{0,20}}"
    rf"(?<!\w)(?:la|thuoc|gom|o|thanh) (?:nhung |cac )?{_WHICH}(?: cu| moi)? (?:nao|gi)(?!\w)|"
    rf"(?:which|what) (?:\w+ ){{0,2}}?(?:communes?|wards?|towns?)[^?]*(?:merge|form|become|make)|"
    r"merged? (?:from|into|to form)"
)
# What became of it is asked, and not what it was made of.
_BECAME = re.compile(
    rf"(?<!\w)(?:vao|nay|bay gio|hien nay|hien|thanh {_WHICH}(?: moi)? (?:nao|gi)|thuoc {_WHICH}|"
    r"doi (?:ten )?thanh|into|become|became|now)(?!\w)"
)
# What such a question has besides the names of units; "form" in a glossary is "hình thức".
_FILLERS = re.compile(
    rf"(?<!\w)(?:{_RANK}|don vi|hanh chinh|cap|sap nhap|sat nhap|hop nhat|sap xep|nhap|gop|"
    r"hinh thanh|hinh thuc|thanh lap|lap|doi|ten|goi|moi|cu|truoc|day|kia|nay|bay gio|hien|tai|"
    r"sau|khi|da|duoc|bi|se|gom|tu|la|thuoc|o|thanh|vao|voi|cung|nhau|va|hoac|hay|co so|"
    r"co|tren|cua|trong|theo|ve|nhung|cac|may|bao nhieu|nao|gi|vay|the|thi|toan bo|mot phan|"
    r"dien tich|dan so|tro|"
    r"which|what|communes?|wards?|towns?|merged?|form(?:ed)?|become|became|make|made|from|into|to|"
    r"is|are|was|were|did|does|do|the|of|in|new|old|now|and|up|part)(?!\w)"
)
_FORMED = re.compile(
    r"(?P<old>.*?) (?:thành|để thành lập) (?:\w+ )?(?:\w+ )?mới có tên gọi là (?P<new>[^.;]+)|"
    r"thành lập (?P<made>.{3,60}?) (?:thuộc .{3,60} )?trên cơ sở (?P<of>.*)|"
    r"nhập (?P<whole>.*?) vào (?P<into>[^.;]+)",
    re.IGNORECASE | re.DOTALL,
)
_NAME = r"(?!Xã |Phường |Thị |Huyện )[⇧\d][\wÀ-ỹ'’-]*(?: [⇧\d][\wÀ-ỹ'’-]*)*"
# "xã Bình Phú", "các xã Hiệp Tùng, Tam Giang Đông và Tam Giang"
_UNIT = compiled(
    r"(?P<rank>(?i:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)) "
    rf"(?P<names>{_NAME}(?:(?:, | và |, và ){_NAME})*)"
)
_BETWEEN = re.compile(r", và |, | và ")
_LARGE = ("tinh ", "thanh pho ", "huyen ", "quan ", "thi xa ")
_SAID_OF_UNITS = (
    "(c.text LIKE '%tên gọi là%' OR c.text LIKE '%hành lập%trên cơ sở%' OR c.text LIKE '%hập%vào%')"
)


@dataclass(frozen=True, slots=True)
class _Merger:
    """What one clause says: the unit made, those it was made of, without diacritics."""

    head: Head
    clause: Clause
    new: frozenset[str]
    old: frozenset[str]


def answer_merged(library: Library, query: Query, where: Filters) -> Answer | None:
    """The clauses that tell what the unit named was made of, or became; None where something else
    is asked, or no clause tells."""
    bare = plain(query.opened)
    if _ASKS.search(bare) is None or "uy ban" in bare:  # what a committee has is not what it was
        return None
    told = _mergers(library, where)
    named, around = _named(told, bare)
    there = [name for place in query.places for name in (place.full, place.name)]
    if not asks_only(query, (_FILLERS,), [*named, *around, *there]):
        return None
    became = _BECAME.search(bare) is not None
    places = [plain(place.name) for place in query.places]
    found: list[_Merger] = []
    for unit in named:
        made = [one for one in told if unit in one.new]
        gone = [one for one in told if unit in one.old]
        those = (gone or made) if became else (made or gone)
        for at in (around, places):  # of several of one name those of the place
            those = [one for one in those if _is_of(one, at)] or those
        found += [one for one in those if one not in found]
    if not found:
        return None
    lines = [
        say("answer.content", query.language, quote=one.clause.text, n=n)
        for n, one in enumerate(found, start=1)
    ]
    return Answer(
        query=replace(query, intent=Intent.CONTENT), text="\n".join(lines),
        citations=tuple(cite(one.head, one.clause) for one in found),
        values=tuple(_unit_made(one) for one in found),
    )  # fmt: skip


def _named(told: Sequence[_Merger], bare: str) -> tuple[list[str], list[str]]:
    """The units that a question names, and what they lie in ("Phường 9, thành phố Cà Mau cũ")."""
    known = {unit for one in told for unit in one.new | one.old}
    standing = [unit for unit in known if re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", bare)]
    whole = [u for u in standing if not any(u != other and u in other for other in standing)]
    whole.sort(key=bare.index)
    small = [unit for unit in whole if not unit.startswith(_LARGE)]
    return small or whole, [unit for unit in whole if small and unit not in small]


def _is_of(one: _Merger, names: Sequence[str]) -> bool:
    """Whether the clause, or its document, names such a place."""
    said = plain(" ".join((one.head.title or "", one.head.origin, one.clause.text)))
    return any(name in said for name in names)


def _unit_made(one: _Merger) -> str:
    found = _FORMED.search(one.clause.text)
    new = found and (found["new"] or found["made"] or found["into"])
    return new.strip() if new else one.clause.text


def _mergers(library: Library, where: Filters) -> list[_Merger]:
    said = clauses_saying(library.store, _SAID_OF_UNITS, where)
    return [one for head, clause in said if (one := _read(head, clause)) is not None]


def _read(head: Head, clause: Clause) -> _Merger | None:
    said = _FORMED.search(clause.text)
    if said is None:
        return None
    new = _units(said["new"] or said["made"] or said["into"])[:1]
    old = _units(said["old"] or said["of"] or said["whole"])
    return _Merger(head, clause, frozenset(new), frozenset(old)) if new and old else None


def _units(text: str) -> Sequence[str]:
    """The units that a text names, without diacritics."""
    return [
        plain(f"{found['rank']} {name}")
        for found in _UNIT.finditer(text)
        for name in _BETWEEN.split(found["names"])
    ]
