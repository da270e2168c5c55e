"""Bodies that people call by what they are, and documents by several full names.

"Lực lượng biên phòng" is the "Bộ Chỉ huy Bộ đội Biên phòng tỉnh" of one document and the "Ban Chỉ
huy Bộ đội Biên phòng thành phố" of another: who asks so, asks for all that either is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.text import plain

__all__ = ["FAMILIES", "Family", "called_so", "family_in", "family_named"]


@dataclass(frozen=True, slots=True)
class Family:
    """Bodies of one kind: `called` as people call them, `names` as documents do; both without
    diacritics."""

    name: str
    called: re.Pattern[str]
    names: re.Pattern[str]
    below: bool = False  # of a body with nearly the same name, which must not stand for it

    def members(self, told: Sequence[str]) -> tuple[str, ...]:
        """Those of the names that the library tells something that are of the family."""
        return _members(self, tuple(told))


@lru_cache(8)  # of each family, before and after the library changed
def _members(family: Family, told: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in told if family.names.match(plain(name)))


FAMILIES = (
    Family(
        "Bộ đội Biên phòng",
        re.compile(
            r"(?<!\w)(?:(?:luc luong|bo doi|linh|nganh)\s+)?bien phong(?! toan dan)(?!\w)|"
            r"(?<!\w)(?:the )?border guards?(?: command| force)?(?!\w)"
        ),
        re.compile(r"(?:(?:bo|ban) chi huy (?:bo doi )?|bo doi )bien phong"),
    ),
    Family(
        "Mặt trận Tổ quốc",
        re.compile(
            r"(?<!\w)(?<!trung uong )(?:uy ban )?(?:mat tran to quoc|mttq)(?: viet nam| vn)?(?!\w)|"
            r"(?<!\w)mat tran(?= va (?:cac )?(?:doan the|to chuc)|\s+(?:cap )?tinh|\s+thanh pho)|"
            r"(?<!\w)(?:vietnam(?:ese)? )?fatherland front(?:'?s)?(?: committee| committees)?(?!\w)"
        ),
        re.compile(r"(?:ban thuong truc )?(?:uy ban )?mat tran to quoc"),
    ),
    Family(
        "Đoàn Thanh niên",
        re.compile(
            r"(?<!\w)(?:(?:tinh|thanh|huyen) doan|doan (?:thanh nien|tncs)"
            r"(?: cong san)?(?: ho chi minh| hcm)?)"
            r"(?! (?:viet nam|ket|kiem|thanh tra|xe|cong tac|dai bieu))(?!\w)|"
            r"(?<!\w)(?:the )?(?:ho chi minh communist )?youth union(?!\w)"
        ),
        re.compile(
            r"(?:ban (?:thuong vu|chap hanh) )?(?:(?:tinh|thanh|huyen) doan|"
            r"doan (?:thanh nien|tncs))(?!\w)"
        ),
    ),
    Family(
        "Hội Liên hiệp Phụ nữ",
        re.compile(
            r"(?<!\w)hoi (?:lien hiep |lh)?(?:phu nu|pn)(?! viet nam| vn)(?!\w)|"
            r"(?<!\w)(?<!vietnam )(?:the )?women'?s'? union(?!\w)"
        ),
        re.compile(r"hoi (?:lien hiep )?phu nu(?! viet nam$)(?!\w)"),
    ),
    Family(
        "Công an cấp xã",
        re.compile(
            # "Công an phường Bến Thành" is one of them, by its name.
            r"(?<!\w)cong an (?:cap )?(?:xa|phuong|thi tran|dac khu)"
            r"(?=\W*$|[,;:?]| (?:phai|can|se|co|duoc|lam|chiu|o|tai|trong|theo|cua)(?!\w))"
        ),
        re.compile(r"(?:truong )?cong an (?:cac |cap )?(?:xa|phuong|thi tran|dac khu)(?!\w)"),
        below=True,
    ),
    Family(
        "Cơ quan Thuế",
        re.compile(
            r"(?<!\w)(?:co quan|nganh|ben|phia) thue(?!\w)|"
            r"(?<!\w)(?:the )?(?:\w+ )?(?:provincial )?tax (?:office|department|authority)(?!\w)"
        ),
        re.compile(r"(?:co quan |cuc )?thue (?:cac )?(?:tinh|thanh pho|khu vuc)"),
    ),
    Family(
        "Bộ Chỉ huy Quân sự",
        re.compile(
            r"(?<!\w)(?:luc luong|co quan|nganh)\s+quan su(?!\w)|"
            r"(?<!\w)(?:the )?military command(?!\w)"
        ),
        re.compile(r"(?:bo|ban) chi huy quan su"),
    ),
)


def family_in(text: str) -> tuple[Family, int, int] | None:
    """The first family that a question names: (family, start, end), or None."""
    bare = plain(text)
    found = [
        (match.start(), -match.end(), family)
        for family in FAMILIES
        if (match := family.called.search(bare))
    ]
    if not found:
        return None
    start, end, family = min(found, key=lambda one: one[:2])
    return family, start, -end


# What may stand before the words that people call a body by: "Chi cục Quản lý thị trường".
_RANK = (
    r"(?:cac |nhung )?(?:(?:tong cuc|chi cuc|cuc|luc luong|uy ban|ban chap hanh|ban thuong vu|doi|"
    r"hat|tap doan|tong cong ty|cong ty|chi nhanh) )?"
)
_BEGUN = re.compile(r"(?:so|bo) (?!chi huy|tu lenh|doi |phan )")
_NO_NAME = frozenset(
    """
    co quan|don vi|dia phuong|uy ban|bo phan|hop tac|chinh quyen|to chuc|ca nhan|nguoi dan|
    trung tam|can bo|cap tren|cap duoi|van ban|
    chung toi|chung ta|so nganh|bo nganh|ban nganh|lien quan|lanh dao|thu truong|chu tich|nguoi dung
    """.replace("\n    ", "")
    .strip()
    .split("|")
)


@lru_cache(256)
def called_so(words: str, told: tuple[str, ...]) -> Family | None:
    """The bodies whose names open with these words, or with a rank before them, as one family:
    "kho bạc", "quản lý thị trường", "sở văn hóa"."""
    bare = re.sub(r"^(?:cac|nhung) ", "", " ".join(plain(words).split()))
    if " " not in bare or bare in _NO_NAME:
        return None
    # "Sở Văn hóa" is called so, "Sở Y" is no more than begun.
    whole = r"(?=$|,| va | - )" if _BEGUN.match(bare) else ""
    names = re.compile(rf"{_RANK}{re.escape(bare)}(?!\w){whole}")
    members = [(found.end(), name) for name in told if (found := names.match(plain(name)))]
    if not members:
        return None
    end, shortest = min(members, key=lambda one: (len(one[1]), one[1].isupper(), one[1]))
    called = shortest[end - len(bare) : end]
    return Family(called[0].upper() + called[1:], re.compile(re.escape(bare)), names)


def family_named(words: str) -> Family | None:
    """The family that the words are the name of, or are no more than a call for."""
    bare = plain(words).strip()
    return next((f for f in FAMILIES if plain(f.name) == bare or f.called.fullmatch(bare)), None)
