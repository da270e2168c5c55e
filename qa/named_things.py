"""What thing a question wants named ("bệnh viện nào", "nhà thầu nào"), and whether a text does.

A clause about hospitals answers "which hospital" only where one is named: "Bệnh viện Bạch Mai". So
this asks for the noun with a name in capitals behind it, or for what else stands for such a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.agencies import default_registry
from corpus.text import compiled, fold, plain
from qa.cues import is_bare

__all__ = ["FIRMS", "FIRM_KEYS", "names_thing", "notes_thing", "thing_asked"]

FIRMS = frozenset(
    {
        "công ty",
        "nhà thầu",
        "doanh nghiệp",
        "hãng",
        "hãng sản xuất",
        "nhà cung cấp",
        "nhà sản xuất",
        "nhà đầu tư",
        "chủ đầu tư",
    }
)
"""Things that are told to act as bodies are."""
_FIRMS = "công ty|tập đoàn|tổng công ty|liên danh|vnpt|viettel|mobifone|evn|xí nghiệp|hợp tác xã"
FIRM_KEYS = tuple(plain(name) for name in _FIRMS.split("|"))
"""How the names of firms begin, without diacritics."""
_ABROAD = (
    "tổ chức|quỹ|ngân hàng|hiệp hội|chương trình|liên hợp quốc|liên hiệp quốc|unicef|who|undp|fao|"
    "wb|adb|jica|koica|usaid|giz|unesco"
)
# "Môi trường", "thị trường" are no schools.
_NO_SCHOOL = "".join(f"(?<!{before} )" for before in ("môi", "thị", "hiện", "hội", "công", "lập"))
# The noun asked for, and the nouns that a name of such a thing may open with.
_THINGS = {
    "bệnh viện": "bệnh viện|trung tâm y tế|viện",
    "phòng khám": "phòng khám",
    "văn phòng công chứng": "văn phòng công chứng|phòng công chứng",
    "khách sạn": "khách sạn",
    "hợp tác xã": "hợp tác xã|htx",
    "htx": "hợp tác xã|htx",
    "bến xe": "bến xe",
    "nhà máy": "nhà máy|thủy điện",
    "nhà máy nước": "nhà máy|trạm cấp nước",
    "nhà máy thủy điện": "nhà máy|thủy điện",
    "công trình": "công trình|dự án|cầu|đường|hồ|cảng|nhà máy|khu|trung tâm|sân bay|cao tốc",
    "dự án": "dự án|công trình|cầu|đường|hồ|cảng|nhà máy|khu|trung tâm|sân bay|cao tốc|tuyến",
    "khu tái định cư": "khu tái định cư|khu",
    "khu": "khu|cụm|điểm|thôn|xã|phường",
    "khu công nghiệp": "khu công nghiệp|kcn|cụm công nghiệp",
    "kcn": "khu công nghiệp|kcn|cụm công nghiệp",
    "cụm công nghiệp": "cụm công nghiệp|ccn",
    "ccn": "cụm công nghiệp|ccn",
    "khu đô thị": "khu đô thị|kđt",
    "công ty": _FIRMS,
    "nhà thầu": f"nhà thầu|{_FIRMS}",
    "doanh nghiệp": f"doanh nghiệp|{_FIRMS}",
    "hãng": f"hãng|{_FIRMS}",
    "hãng sản xuất": f"hãng|{_FIRMS}",
    "nhà sản xuất": f"nhà sản xuất|{_FIRMS}",
    "nhà cung cấp": f"nhà cung cấp|{_FIRMS}",
    "nhà đầu tư": f"nhà đầu tư|{_FIRMS}",
    "chủ đầu tư": f"chủ đầu tư|ban quản lý|{_FIRMS}",
    "ngân hàng": "ngân hàng|vietcombank|bidv|agribank|vietinbank",
    "cửa khẩu": "cửa khẩu",
    "sân bay": "sân bay|cảng hàng không",
    "trường": rf"{_NO_SCHOOL}trường|đại học|học viện",
    "cảng": "cảng|bến cảng",
    "chung cư": "chung cư|tòa nhà",
    "tuyến đường": "tuyến|đường|quốc lộ|tỉnh lộ|cao tốc|đt|ql",
    "hồ": "hồ|hồ chứa",
    "mỏ": "mỏ",
    "kho": "kho",
    "bến": "bến|cảng",
    "bến đò": "bến|đò",
    "bến than": "bến|cảng",
    "ga": "ga",
    "đảo": "đảo|hòn|quần đảo|đặc khu",
    "đèo": "đèo",
    "tổ chức quốc tế": _ABROAD,
    "tổ chức phi chính phủ": _ABROAD,
    "xã": "xã|phường|đặc khu",
    "phường": "xã|phường|đặc khu",
    "thôn": "thôn|bản|ấp|khu phố",
    "tỉnh": "tỉnh|thành phố",
    "tỉnh thành": "tỉnh|thành phố",
}
# What may stand between the noun and "nào": "mỏ cát nào", "doanh nghiệp công nghệ nào".
_SORT = (
    "(?: (?:cát|đá|đất|than|quặng|biển|sông|công nghệ|viễn thông|bảo hiểm|xây dựng|vận tải|"
    "nhà nước|tư nhân|nước ngoài|công lập|tư thục|mầm non|tiểu học|đại học|trung học|phổ thông|"
    "đa khoa|thương mại)){0,2}"
)
_NOUNS = "|".join(sorted(_THINGS, key=len, reverse=True))
_ASKED = re.compile(
    r"(?<!loại )(?<!lãnh đạo )(?<!chủ tịch )(?<!ubnd )(?<!cấp )(?<!hạng )(?<!kiểu )(?<!dạng )"
    rf"{_NO_SCHOOL}(?<!lừa )(?<!\w)"
    rf"(?P<thing>{_NOUNS}){_SORT} nào(?!\w)|"
    r"(?<!\w)(?P<of_sort>nhà máy|công ty|hợp tác xã|bệnh viện)(?: (?!đã|phải|bị|có|được)\w+){1,2} "
    r"nào(?!\w)|"
    rf"(?<!\w)tên (?:của )?(?:\w+ ){{0,2}}?"
    rf"(?P<named>{_NOUNS})(?!\w)|"
    rf"(?:^|(?<=[,;:] )|(?<=\d )|(?<=các )|(?<=những ))(?P<called>{_NOUNS})(?!\w)"
    r"(?:(?! (?:phải|nộp|gửi|lập|cần|do|có(?! tên))(?!\w))[^?,;]){0,50} "
    r"(?:có )?tên(?: cụ thể)?(?: là)? (?:gì|những gì)(?!\w)"
)
# Without marks a wharf is a side, an island a knife: "bên nào", "lãnh đạo nào".
_BARE = {plain(thing): thing for thing in _THINGS if thing not in ("bến", "ga", "đảo", "đèo")}
_ASKED_BARE = re.compile(
    r"(?<!loai )(?<!lanh dao )(?<!chu tich )(?<!ubnd )(?<!cap )"
    rf"{plain(_NO_SCHOOL)}(?<!\w)"
    rf"(?P<thing>{'|'.join(sorted(_BARE, key=len, reverse=True))}){plain(_SORT)} nao(?!\w)|"
    rf"(?<!\w)ten (?:cua )?(?:\w+ ){{0,2}}?"
    rf"(?P<named>{'|'.join(sorted(_BARE, key=len, reverse=True))})(?!\w)"
)
# What an English question calls such things.
_ENGLISH = {
    "hospital": "bệnh viện", "contractor": "nhà thầu", "company": "công ty",
    "enterprise": "doanh nghiệp", "bank": "ngân hàng", "airport": "sân bay", "port": "cảng",
    "school": "trường", "commune": "xã", "province": "tỉnh", "provinces": "tỉnh",
    "communes": "xã", "hospitals": "bệnh viện",
    "companies": "công ty", "supplier": "nhà cung cấp", "suppliers": "nhà cung cấp",
    "manufacturer": "nhà sản xuất", "apartment buildings": "chung cư", "wards": "phường",
    "ward": "phường", "schools": "trường", "industrial park": "khu công nghiệp",
    "industrial parks": "khu công nghiệp", "notary office": "văn phòng công chứng",
    "notary offices": "văn phòng công chứng", "clinic": "phòng khám", "clinics": "phòng khám",
    "hotel": "khách sạn", "hotels": "khách sạn", "cooperative": "hợp tác xã",
    "cooperatives": "hợp tác xã",
}  # fmt: skip
_ASKED_ENGLISH = re.compile(
    rf"(?:which(?: (?!(?:is|are|was|were|of|agenc|body|bodies|department|office|unit|"
    rf"ministr|authorit)\w*)\w+){{0,2}}?|"
    rf"names? of (?:the )?(?:\w+ ){{0,2}}?)"
    rf"(?: |(?<= ))(?P<thing>{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})(?!\w)"
)
_HOW = re.compile(r"(?:bang|theo) cach nao")
# Characters between the noun and the name, as in "các xã thuộc vùng lũ: An Hòa"; a firm's own
# name follows at once: "Công ty cổ phần Tràng Sơn", and so does that of a wharf.
_NEAR, _NEAR_FIRM = 60, 20
_AT_ONCE = FIRMS | {"bến", "bến đò", "bến than", "ga", "đảo", "đèo"}


@lru_cache(64)  # each candidate asks again
def thing_asked(question: str) -> str | None:
    """The noun whose name the question asks for, or None; none where it asks how that is chosen."""
    if _HOW.search(plain(question)):
        return None
    if match := _ASKED.search(fold(question)):
        return next((noun for noun in match.groupdict().values() if noun), None)
    if not is_bare(question):
        return None
    if english := _ASKED_ENGLISH.search(plain(question)):
        return _ENGLISH[english["thing"]]
    bare = _ASKED_BARE.search(plain(question))
    return _BARE[bare["thing"] or bare["named"]] if bare else None


def names_thing(thing: str, text: str) -> bool:
    """Whether `text` names such a thing; a province is named by its bare name too."""
    nouns, near = _THINGS[thing], _NEAR_FIRM if thing in _AT_ONCE else _NEAR
    between = rf"(?:(?! (?:gần|cạnh|quanh)(?!\w))[^.;]){{0,{near}}}?"
    if compiled(rf"(?i:(?<!\w)(?:{nouns})(?!\w)){between}[⇧][a-zà-ỹ]").search(text):
        return True
    return thing.startswith("tỉnh") and _names_province(text)


def notes_thing(thing: str, text: str) -> bool:
    """Whether a footnote may name such a thing: it is marked in a sentence that speaks of it, as in
    "tại 21 xã[1]"."""
    noted = re.compile(
        rf"(?<!\w)(?:{_THINGS[thing]})(?!\w)[^.;]*?(?<=\w)\[\d{{1,3}}\]", re.IGNORECASE
    )
    return noted.search(text) is not None


def _names_province(text: str) -> bool:
    registry, folded = default_registry(), fold(text)
    capitals = compiled(r"(?<!\w)[⇧]").finditer(text)
    return any(registry.province(text, folded, letter.start()) for letter in capitals)
