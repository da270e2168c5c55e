"""A body that a question names by a part of its name, as people speak: "kho bạc", "sở văn hóa".

Such words are words of the matter as well ("công tác quản lý thị trường"), so they are a body only
where they alone are told to act: "Quản lý thị trường tỉnh phải làm gì?".
"""

from __future__ import annotations

import re

from index.families import called_so
from qa.named import Named, NamedAgency

__all__ = ["called_in"]

_WHO = (
    r"(?:(?:nganh|luc luong|ben|phia|co quan) )?(?P<who>(?:(?!(?:phai|can|gi|nao)(?!\w))\w+ ){1,5}?"
    r"(?!(?:phai|can|gi|nao|duoc|co)(?!\w))\w+)"
)
_LEVEL = r"(?: (?:o |tai |cua |ben )?(?:cac )?(?:tinh|thanh pho|cap \w+|huyen|xa|phuong|minh))?"
_DUTY = (
    r"(?:(?:can|se|phai|duoc|bi|giao|yeu cau|co|chiu|con) )*(?:(?:nhung|cac) )?"
    r"(?:(?:trach nhiem|nhiem vu) )?(?:(?:phai|can) )?"
    r"(?:lam|thuc hien|chu tri|trien khai|phoi hop)?(?: ?(?:nhung|cac))?"
    r"(?: ?(?:viec|cong viec|nhiem vu|trach nhiem|dau viec|noi dung))?"
    r" ?(?:gi|nao|ra sao|the nao)"
)
_ONLY = re.compile(
    rf"(?:(?:vay|the|con|theo|trong|tai|o) )*(?:thi )?{_WHO}{_LEVEL} {_DUTY}"
    r"(?: (?:trong|theo|o|tai|vao|den|cua))*"
    r"(?P<matter> (?:khi|ve|doi voi|de|neu|cho|voi|sau|truoc) .+)?"
)
# Not bodies, but all of a kind: on a matter the clauses that speak of it answer better.
_ANY = re.compile(
    r"(?:cac |nhung )?(?:doanh nghiep|cong ty|to chuc|co so|chu|ho|nha|nguoi|hop tac)(?!\w)"
)


def called_in(bare: str, named: Named, told: tuple[str, ...]) -> tuple[NamedAgency, ...]:
    """The body that a question without diacritics calls so, for one that names no body and opens
    with what that must do, there, then, by a document or on a matter."""
    spans = [(start, end) for _, start, end in named.places]
    spans += [(document.start, document.end) for document in named.documents]
    spans += [(period.start, period.end) for period in named.periods]
    left = list(bare)
    for start, end in spans:
        left[start:end] = " " * (end - start)
    # One space for each run: where the words stand in the question is of no use to a part of one.
    words = " ".join(re.findall(r"\w+", "".join(left)))
    asks = _ONLY.fullmatch(words)
    family = called_so(asks["who"], told) if asks else None
    if asks is None or family is None or (asks["matter"] and _ANY.match(asks["who"])):
        return ()
    there = re.search(r"\W+".join(asks["who"].split()), bare)
    return (NamedAgency(family.name, *there.span()),) if there else ()
