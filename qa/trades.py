"""Bodies that a question names by their trade: "ngành y tế", "sở quản lý văn hóa"."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.agencies import default_registry
from corpus.text import plain
from qa.aliases import LONGEST

__all__ = ["trades"]

_WORD = re.compile(r"[\w&]+(?:-[\w&]+)*")
# "ngành y tế" is the ministry where the whole country is spoken of, else the department.
_TRADE = re.compile(
    r"(?<!\w)(?<!dung dau )(?<!lanh dao )(?<!truong )"
    r"(?:nganh|ben|phia|co quan(?: chuyen mon| quan ly(?: nha nuoc)?| phu trach)?"
    r"(?: ve| nganh)?)\s+(?=\w)"
)
_NATIONAL = re.compile(
    r"(?<!\w)(?:chinh phu|thu tuong|trung uong|ca nuoc|quoc gia|quoc hoi|"
    r"du (?:an )?luat|nghi dinh)(?!\w)"
)
# A department or a ministry by what it sees to: "sở quản lý văn hóa", "bộ phụ trách lao động".
_SEES_TO = re.compile(
    r"(?<!\w)(?<!co )(?P<rank>so|bo) (?:quan ly|phu trach|chuyen trach|trong coi|lo)"
    r"(?: (?:nganh|linh vuc|mang|viec|ve|chuyen))*\s+(?=\w)"
)
# The level may stand right behind: "ngành lao động cấp bộ", "cơ quan nông nghiệp cấp tỉnh".
_LEVEL = re.compile(
    r"(?: co so)? (?:cap |cua |o )?(?P<level>bo|trung uong|tinh|thanh pho|xa|phuong|thi tran)(?!\w)"
)
_RANK_OF = {"bo": "bo", "trung uong": "bo", "tinh": "so", "thanh pho": "so"}  # else of a commune


def trades(bare: str, told: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """The bodies meant by their trade, among those that the library tells something: name, start
    and end of each in the question without diacritics."""
    table = _by_trade(told)
    first, second = ("bo", "so") if _NATIONAL.search(bare) else ("so", "bo")
    found: list[tuple[str, int, int]] = []
    for match in _SEES_TO.finditer(bare):
        for last in reversed(list(_WORD.finditer(bare, match.end()))[:LONGEST]):
            if name := table.get((match["rank"], bare[match.end() : last.end()])):
                found.append((name, match.start(), last.end()))
                break
    for match in _TRADE.finditer(bare):
        words = list(_WORD.finditer(bare, match.end()))[:LONGEST]
        for last in reversed(words):
            trade = bare[match.end() : last.end()]
            ranks: tuple[str, ...] = (first, second)
            end = last.end()
            if level := _LEVEL.match(bare, end):
                ranks = (_RANK_OF.get(level["level"], "xa"),)
                end = level.end()
            elif match.group().startswith("co quan"):
                continue  # "cơ quan công an" is no department
            name = next((table[rank, trade] for rank in ranks if (rank, trade) in table), None)
            if ranks == ("xa",) and name is None and ("so", trade) in table:
                break  # no department is meant
            if name is not None:
                found.append((name, match.start(), end))
                break
    return found


# Trades whose body does not bear their name.
_OTHER_TRADES = {
    ("bo", "quan doi"): "Bộ Quốc phòng",
    ("so", "quan doi"): "Bộ Chỉ huy quân sự tỉnh",
    ("so", "quan su"): "Bộ Chỉ huy quân sự tỉnh",
    ("so", "cong an"): "Công an tỉnh",
    ("bo", "ngan hang"): "Ngân hàng Nhà nước Việt Nam",
    ("bo", "ngan hang trung uong"): "Ngân hàng Nhà nước Việt Nam",
    ("bo", "dien luc"): "Tập đoàn Điện lực Việt Nam",
}


# Trades of a commune, by its body.
_OF_COMMUNES = {
    "y te": re.compile(r"tram y te(?! (?:huyen|tinh))"),
    "cong an": re.compile(r"cong an (?:cap )?xa"),
    "quan su": re.compile(r"ban chi huy quan su (?:cap )?xa"),
}


_Bodies = dict[tuple[str, str], str]  # ("bo" | "so" | "xa", what it is for) → the body


@lru_cache(2)
def _by_trade(told: tuple[str, ...]) -> _Bodies:
    """The bodies by their trades: "y te", "giao duc va dao tao" and "giao duc"."""
    table = _called_in_full(told)
    for called, name in default_registry().spoken.items():
        rank, _, trade = plain(called).partition(" ")
        if called == name and (rank, trade) in table:
            table[rank, trade] = name  # "Sở Văn hóa" has another name in each province
    for key, name in _OTHER_TRADES.items():
        if name in told:
            table.setdefault(key, name)
    for trade, body in _OF_COMMUNES.items():
        if named := [name for name in told if body.match(plain(name))]:
            table["xa", trade] = min(named, key=len)
    for (rank, trade), name in list(table.items()):
        for called in _parts_of(trade):
            table.setdefault((rank, called), name)
    return table


def _called_in_full(told: tuple[str, ...]) -> _Bodies:
    table: _Bodies = {}
    for name in sorted(told, key=len, reverse=True):  # the shortest name last, which is kept
        rank, _, trade = plain(name).partition(" ")
        if rank in ("bo", "so") and trade:
            parts = trade.split(" va ")
            for called in (trade, parts[0], " ".join(parts), " - ".join(parts)):
                table[rank, called] = name
    return table


def _parts_of(trade: str) -> list[str]:
    """What is said for a trade: "môi trường", "văn hóa, du lịch", "giao thông"."""
    parts = re.split(r",\s+| - | va ", trade)
    ends = (parts[0], parts[-1])
    said = [*parts, ", ".join(ends), " va ".join(ends), " ".join(ends)]
    words = trade.split()
    return [*said, " ".join(words[:2])] if len(parts) == 1 and len(words) > 3 else said
