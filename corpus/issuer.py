"""Who issues a document, and who stands above it, by the lines at the top of its first page.

Decree 30/2020/NĐ-CP, Annex I, point 2: the superior's name stands above the issuer's; either may be
wrapped.
"""

from __future__ import annotations

import re

from corpus.casing import body_name
from corpus.text import collapse, fold, plain

__all__ = ["begins_body", "issuing_bodies", "of_its_place"]


def begins_body(text: str) -> bool:
    """Returns whether a line begins as names of bodies do."""
    return _FIRST.match(plain(text)) is not None


def issuing_bodies(
    printed: list[str], authority: str | None, text: str
) -> tuple[str | None, str | None]:
    """Returns (superior, issuer) as the lines of the head print them, or as its title is followed by
    (`authority`); `text` is the body, which knows how they are written.

    Two bodies are told apart where a line begins with a kind of body.
    """
    bodies: list[str] = []
    for line in _own_lines(printed):
        if bodies and not (_BODY.match(plain(line)) and _complete(bodies[-1])):
            bodies[-1] = collapse(f"{bodies[-1]} {line}")
        else:
            bodies.append(line)
    names = list(dict.fromkeys(body_name(body, text) for body in bodies))
    if not names:
        return None, body_name(authority, text) if authority else None
    superior = names[-2] if len(names) > 1 else None
    if superior and names[-1] == "Văn phòng":  # printed so below the body whose office it is
        return superior, f"Văn phòng {superior}"
    return superior, names[-1]


def _own_lines(printed: list[str]) -> list[str]:
    """The issuer's lines without what was stamped above them, known by how bodies begin."""
    lines = [line for line in printed if "thong tin dien tu" not in plain(line)]
    first = next((at for at, line in enumerate(lines) if _FIRST.match(plain(line))), None)
    return lines[first or 0 :] if first is not None else printed


_FIRST = re.compile(
    r"(?:bo|tong|cuc|chi|so|uy|ubnd|hoi|hdnd|van|ban|trung tam|phong|truong|benh vien|cong|thanh|"
    r"vien|thue|kho|toa|ngan|bao|doan|dai|hai quan|kiem toan|thu|chinh|chu tich|quoc|dang|tinh|"
    r"mat tran|hoc vien|dai hoc|tap doan|lien|(?:huyen|quan|thi) uy)\b"
)
_BODY = re.compile(
    r"(?:bo|tong cuc|cuc|chi cuc|so|uy ban|ubnd|hoi dong|hdnd|van phong|ban|trung tam|phong|"
    r"truong|benh vien|cong an|thanh tra|vien|thue|kho bac|toa an|ngan hang|bao hiem|doan|bao|"
    r"dai|tong cong ty|cong ty|hai quan|kiem toan|dang (?:uy|bo)|chi bo|(?:huyen|quan|thi) uy)\b"
)
_HALF = re.compile(
    r"(?:,|\b(?:uy|hoi|van|van phong|trung|benh|chu tich|giam doc|bo truong|truong|va|cua|thuoc|"
    r"bo|pho|tong|cuc|chi|cong|vien kiem|kho|bao|ngan|thanh|toa|so|thuong vu|dieu hanh))$"
)


def _complete(body: str) -> bool:
    """Whether a name can end here: "ỦY" + "BAN NHÂN DÂN" is one body on two lines."""
    return _HALF.search(plain(body)) is None


_OF_A_PLACE = ("Ủy ban nhân dân", "Hội đồng nhân dân")
_RANKS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")


def of_its_place(issuer: str, place: str, number: str | None, text: str) -> str:
    """Returns an issuer with its place where only the first line of its name was kept.

    A committee or council without a place is that of the place it signs in, if the document says of
    which rank that is; where it names two of that name (a city and its province), only the one whose
    committee it names. Whose number names another body was only the superior: it stays as it is.
    """
    if issuer not in _OF_A_PLACE or not re.search(r"UB|HĐND", number or ""):
        return issuer
    words = fold(text)
    full = [f"{issuer} {rank} {place}" for rank in _RANKS]
    named = [name for name in full if _says(words, name)]
    ranked = [name for name in full if _says(words, name.removeprefix(f"{issuer} "))]
    found = named or ranked
    return body_name(found[0].upper(), text) if len(found) == 1 else issuer


def _says(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", words) is not None
