"""The names by which bodies may be asked about, of the registry and of the library's clauses."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.agencies import Registry
from corpus.text import plain

__all__ = ["LONGEST", "aliases", "means_other"]

LONGEST = 14  # words of a name


@lru_cache(2)
def aliases(registry: Registry, told: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Names without diacritics → (canonical name, the name as written)."""
    spoken = {plain(words): (name, words) for words, name in registry.spoken.items()}
    table = dict(entry for name in told for entry in _aliases_of(name))
    held = {plain(title): (name, title) for title, name in _HELD.items()}
    return held | _by_initials(told) | table | spoken | _registered(registry)


# Who holds an office that only one body has.
_HELD = {"Thống đốc": "Ngân hàng Nhà nước Việt Nam", "Tổng Thanh tra": "Thanh tra Chính phủ"}


@lru_cache(2)
def _by_initials(told: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """What offices make of long names: "TCTL", "Cục ĐBVN"; where it can stand for one body only."""
    found: dict[str, set[tuple[str, str]]] = {}
    for name in told:
        words = [word for word in re.findall(r"\w+", name) if word not in ("và", "các")]
        if not 3 <= len(words) <= LONGEST or name.isupper() or not _BODY.match(plain(name)):
            continue
        letters = [word[0].upper() for word in words]
        for short in ("".join(letters), f"{words[0]} {''.join(letters[1:])}"):
            found.setdefault(plain(short), set()).add((name, short))
    return {bare: next(iter(meant)) for bare, meant in found.items() if len(meant) == 1}


@cache
def _registered(registry: Registry) -> dict[str, tuple[str, str]]:
    names = {
        plain(alias): (agency.name, alias)
        for agency in registry.agencies
        for alias in (*agency.short, *agency.english, *agency.also, agency.name)
    }
    # "Sở Khoa học Công nghệ": people leave the "và" out.
    short = {
        alias.replace(" va ", " "): (name, written.replace(" và ", " "))
        for alias, (name, written) in names.items()
        if alias.startswith(("so ", "bo ")) and " va " in alias
    }
    return short | names


@lru_cache(50_000)  # nearly all names are told again when a document comes or goes
def _aliases_of(name: str) -> tuple[tuple[str, tuple[str, str]], ...]:
    """The names by which a body that the library tells something may be asked about."""
    bare = plain(name)
    if not 2 <= len(name.split()) <= LONGEST or name.isupper() or not _BODY.match(bare):
        return ()
    found = [(bare, (name, name))]
    if (short := _COMMUNE.sub("", bare)) != bare:
        found.append((short, (name, name[len(name) - len(short) :])))
    if area := _ONE_AREA.match(bare):
        of = name[area.end() :]
        if of.startswith("huyện "):  # "UBND huyện đảo Phú Quý"
            island = f"{name[: area.end()]}huyện đảo{of.removeprefix('huyện')}"
            found.append((plain(island), (name, island)))
        found += [(plain(f"{head} {of}"), (name, f"{head} {of}")) for head in _GOVERNS]
    if english := _IN_ENGLISH.match(bare):
        there = f"{english['of']} {_HEADS[english['head']]}"
        found.append((there, (name, there.title())))
    if bare.endswith(" viet nam") and len(bare.split()) > 4:
        found.append((bare.removesuffix(" viet nam"), (name, name[: -len(" Việt Nam")])))
    if board := _BOARD.match(bare):
        called = (f"{head} {board['of']}" for head in ("ban quan ly du an", "ban qlda", "bqlda"))
        found += [(alias, (name, name)) for alias in called]
    if zone := _ZONE.match(bare):
        found += [
            (f"{zone['of'] or ''} {kind} management board".strip(), (name, name))
            for kind in _ZONES[zone["kind"]]
        ]
    if front := _FRONT.match(bare):
        found.append((f"mat tran to quoc{bare[front.end() :]}", (name, name[len("Ủy ban ") :])))
    return tuple(found)


# "Cho Ray Hospital": what bears a name of its own is called by it.
_HEADS = {"benh vien": "hospital", "dai hoc": "university", "truong dai hoc": "university"}
_IN_ENGLISH = re.compile(r"(?P<head>benh vien|(?:truong )?dai hoc) (?P<of>(?:\w+ ){0,2}\w+)$")
_BOARD = re.compile(
    r"ban quan ly du an (?:dau tu xay dung )?(?:cac )?cong trinh (?P<of>.+?)"
    r"(?: (?:tinh|thanh pho|huyen))?$"
)
_ZONE = re.compile(
    r"ban quan ly (?:cac )?khu (?P<kind>kinh te|cong nghiep)(?: (?:tinh|thanh pho))?"
    r"(?: (?P<of>.+))?$"
)
_ZONES = {"kinh te": ("economic zone",), "cong nghiep": ("industrial parks", "industrial zones")}
_FRONT = re.compile(r"uy ban (?:trung uong )?mat tran to quoc(?: viet nam)?(?!\w)")
# "chính quyền huyện Định Quán" is its committee.
_ONE_AREA = re.compile(r"uy ban nhan dan (?=(?:huyen|quan|thi xa|xa|phuong|dac khu) (?!,)\w)")
_GOVERNS = ("chính quyền", "ủy ban")
_COMMUNE = re.compile(r"^uy ban nhan dan (?=(?:xa|phuong|dac khu) (?!,))")
# Names that the open grammar found are taken only when they begin as a body's name does.
_BODY = re.compile(
    r"(?:bo (?!phan|chi so|tieu chi|thu tuc|luat)|so (?!,)|cuc |tong cuc |chi cuc |vu |"
    r"ban (?!hanh|cham|bao cao)|van phong |vien |cong an |"
    r"uy ban (?!nhan dan (?:cac|cap huyen|cap tinh))|hoi dong |truong |trung tam |thanh tra |"
    r"tap doan |tong cong ty |ngan hang |"
    r"bao hiem xa hoi |bao |dai |cong thong tin |mat tran |tinh uy|thanh uy|kho bac |thue |"
    r"hai quan |kiem lam|hat |"
    r"khu quan ly |cang vu |pho thu tuong |thu tuong |doan |hoi (?!thi|nghi|dong)|lien doan |"
    r"lien minh |quan khu |cong ty |hop tac xa |quy (?!che|dinh|trinh|hoach|mo)|"
    r"vuon quoc gia |khu bao ton |thong tan xa |giao hoi |hiep hoi |nha hat |bao tang |thu vien |"
    r"tieu ban |to cong tac |hoc vien |dai hoc |benh vien |phong |co quan thuong tru)"
)

# Where "xã Phú Hữu" stands for its committee: it opens the question, or is told something.
_SPOKEN_TO = re.compile(
    r"(?:^|[,;:(]\s*|(?<!\w)(?:giao|yeu cau|de nghi|bat|buoc|chi dao|va|con|thi|cho|voi|gom)\s+)$"
)


def means_other(before: str, called: str, name: str, alias: str) -> bool:
    """Whether the words `before` those that call a body `name` by `alias` make another of them:
    "ở xã Phú Hữu", "Trạm Y tế xã Phú Hữu" and "khối chính quyền xã Phú Hữu" are not its committee,
    a deputy is not the Prime Minister, and "cơ sở y tế" is no department."""
    if alias != name and alias in name and alias.startswith(("xã ", "phường ", "đặc khu ")):
        return _SPOKEN_TO.search(before) is None
    return (
        (called.startswith("chinh quyen ") and before.endswith("khoi "))
        or (called.startswith("thu tuong") and before.endswith("pho "))
        or (called.startswith("so ") and before.endswith("co "))
    )
