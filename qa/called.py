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
    r"(?P<kind>(?:nganh|luc luong|ben|phia|co quan) )?"
    r"(?P<who>(?:(?!(?:phai|can|gi|nao)(?!\w))\w+ ){1,5}?(?!(?:phai|can|gi|nao|duoc|co)(?!\w))\w+)"
)
# … and not the end of "địa phương", "hợp tác xã".
_LEVEL = (
    r"(?:(?<!dia)(?<!hop tac) (?:o |tai |cua |ben )?(?:cac )?"
    r"(?:tinh|thanh pho|cap \w+|huyen|xa|phuong|minh))?"
)
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
    if asks is None or (asks["matter"] and _ANY.match(asks["who"])):
        return ()
    kind = "" if asks["kind"] in ("ben ", "phia ") else asks["kind"] or ""
    # "Cơ quan báo chí" by its whole name, where the library has such; else "báo chí".
    who, family = next(
        (
            (words, found)
            for words in dict.fromkeys((kind + asks["who"], asks["who"]))
            if (found := called_so(words, told))
        ),
        ("", None),
    )
    if family is None:
        return ()
    there = re.search(r"\W+".join(who.split()), bare)
    return (NamedAgency(family.name, *there.span()),) if there else ()
