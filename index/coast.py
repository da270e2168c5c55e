"""Which provinces lie by the sea, from north to south: of storms "các tỉnh, thành phố ven biển từ
Quảng Ninh đến Nghệ An" are told, which names two of those it means."""

from __future__ import annotations

import re

from corpus.text import plain

__all__ = ["beyond"]

# Before and after the mergers of 2025, when some inland provinces came to the sea.
_COAST = (
    "Quảng Ninh", "Hải Phòng", "Thái Bình", "Hưng Yên", "Nam Định", "Ninh Bình", "Thanh Hóa",
    "Nghệ An", "Hà Tĩnh", "Quảng Bình", "Quảng Trị", "Thừa Thiên Huế", "Huế", "Đà Nẵng",
    "Quảng Nam", "Quảng Ngãi", "Bình Định", "Gia Lai", "Phú Yên", "Đắk Lắk", "Khánh Hòa",
    "Ninh Thuận", "Bình Thuận", "Lâm Đồng", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh", "Tiền Giang",
    "Đồng Tháp", "Bến Tre", "Trà Vinh", "Vĩnh Long", "Sóc Trăng", "Cần Thơ", "Bạc Liêu", "Cà Mau",
    "Kiên Giang", "An Giang",
)  # fmt: skip
_AT = {plain(name): at for at, name in enumerate(_COAST)}
_NAMES = "|".join(sorted(map(re.escape, _AT), key=len, reverse=True))
_STRETCH = re.compile(
    rf"(?<!\w)tu (?:tinh )?(?P<first>{_NAMES}) (?:den|toi) (?:tinh )?(?P<last>{_NAMES})(?!\w)"
)
_COMMITTEE = re.compile(r"uy ban nhan dan (?:tinh|thanh pho) (?P<place>.+)")


def beyond(group: str, body: str) -> bool:
    """Whether a province's committee is none of those that a group by the sea means, both as keys:
    "Ủy ban nhân dân tỉnh Lào Cai" of "các tỉnh, thành phố ven biển từ Đà Nẵng đến Lâm Đồng"."""
    committee = _COMMITTEE.fullmatch(body)
    stretch = _STRETCH.search(group)
    if committee is None or not (stretch or "ven bien" in group):
        return False
    at = _AT.get(committee["place"])
    if stretch is None:
        return at is None
    first, last = sorted((_AT[stretch["first"]], _AT[stretch["last"]]))
    return at is None or not first <= at <= last
