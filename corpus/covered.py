"""A signature that a stamp half covers: what can still be made out, and how surely.

A stamp lies on the left third of the signature, so that what is lost is the beginning of a line:
"…uyễn Sỹ Hiệp", "…HỨ TRƯỞNG". A beginning is given back only where nothing else can have stood
there, and is always told as a doubt; else there is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.text import compiled, plain

__all__ = ["Uncovered", "covered_capacity", "deputy", "uncover"]

_OFFICES = (
    "Phó Chủ nhiệm", "Chủ nhiệm", "Thứ trưởng", "Bộ trưởng", "Phó Thủ tướng", "Thủ tướng",
    "Phó Chủ tịch", "Chủ tịch", "Phó Giám đốc", "Giám đốc", "Phó Cục trưởng", "Cục trưởng",
    "Phó Chánh Văn phòng", "Chánh Văn phòng", "Phó Trưởng ban", "Trưởng ban", "Phó Vụ trưởng",
    "Vụ trưởng", "Phó Tổng Thanh tra", "Tổng Thanh tra",
)  # fmt: skip
_BODIES = re.compile(r"(?:uy ban nhan dan|hoi dong nhan dan|chinh phu)\b")  # who is signed for: TM.
_ENDINGS = re.compile(r"(?:nhiem|truong|tuong|tich|doc|phong|ban|thanh tra)$")
_NAME_WORD = compiled(r"^[⇧][a-zđà-ỹ]*$")
_FAR = 5  # lines between an office and the name of its holder


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A signature among lines: from `first` to `last`; `read` is what its name was made out from."""

    first: int
    last: int
    name: str
    position: str | None
    read: str


def uncover(lines: Sequence[str], surnames: Collection[str], body: str) -> Uncovered | None:
    """Returns the half-covered signature among printed lines, or None if its name is not certain.

    Args:
        lines: below the recipients' heading, as recognised.
        surnames: in lower case.
        body: the running text, in which a signer is often named in full.
    """
    for at, line in enumerate(lines):
        above = [n for n in range(max(0, at - _FAR), at) if _is_office(lines[n])]
        if not above or not (name := _name(line, surnames, body)):
            continue
        read = line.strip()
        position = _position([lines[n] for n in above])
        return Uncovered(above[0], at, name, position, read)
    return None


def covered_capacity(line: str, position: str | None) -> str | None:
    """What a line was whose beginning is covered ("…CHỦ TỊCH"), given the office below it, or None.

    A deputy signs in place (KT.) of whom he is the deputy of, and whoever signs for a body of many
    signs on its behalf (TM.): Decree 30/2020/NĐ-CP, Annex I, point 7.
    """
    words = line.lstrip("… ")
    bare, office = plain(words), plain(position or "")
    deputy_of = "bo truong" if office == "thu truong" else office.removeprefix("pho ")
    if office and deputy_of != office and re.search(rf"(?:^|, ?){deputy_of}\b", bare):
        return f"KT. {words}"
    return f"TM. {words}" if _BODIES.match(bare) else None


def deputy(capacity: str, line: str) -> str | None:
    """The office that a line is what is left of ("PH THỦ TƯỚNG"), below "KT. THỦ TƯỚNG", or None."""
    above = plain(capacity)
    if not above.startswith("kt. ") or line.startswith("P."):  # an abbreviation, and no remains
        return None
    office = capacity[len("KT. ") :]
    letters, whole = _letters(line), _letters(office)
    if letters == f"pho{whole}" or not letters.endswith(whole):
        return None
    rest = letters.removesuffix(whole)
    return f"PHÓ {office}" if rest and rest in "pho" else None


def _letters(text: str) -> str:
    return "".join(character for character in plain(text) if character.isalpha())


def _is_office(line: str) -> bool:
    letters = [letter for letter in line if letter.isalpha()]
    upper = sum(map(str.isupper, letters))
    return (
        len(letters) >= 4
        and upper >= 0.8 * len(letters)
        and _ENDINGS.search(plain(line).rstrip(" .,:;…")) is not None
    )


def _name(line: str, surnames: Collection[str], body: str) -> str | None:
    words = re.sub(r"[^\w\s…]", " ", line).replace("…", " … ").split()
    given: list[str] = []
    while words and _NAME_WORD.match(words[-1]):
        given.insert(0, words.pop())
    whole = len(given) >= 2 and given[0].lower() in surnames
    if whole and (not words or len(given) > 2):  # what is before three words are strokes of the pen
        return " ".join(given)
    if len(words) > 1 and words[:-1] != ["…"]:
        return None
    if words and words[-1] != "…" and given:
        first, rest = words[-1], given
    elif len(given) >= 2:
        first, rest = given[0], given[1:]
    else:
        return None
    ending = plain(first)
    uncut = first[:1].isupper() and "…" not in line
    fitting = {
        name
        for name in surnames
        if (plain(name) == ending if uncut else first.islower() and plain(name).endswith(ending))
    }
    if len(ending) >= 3 and len({plain(name) for name in fitting}) == 1 and len(fitting) == 1:
        return " ".join([fitting.pop().capitalize(), *rest])
    return _named_in(body, given, surnames) if len(given) >= 2 else None


def _named_in(body: str, given: Sequence[str], surnames: Collection[str]) -> str | None:
    """The one name in the text that ends so and begins with a surname."""
    ends = re.escape(" ".join(given))
    found = {
        " ".join(match[0].split())
        for match in compiled(rf"(?<!\w)[⇧]\w*(?:\s[⇧]\w*)??\s{ends}(?!\w)").finditer(body)
        if match[0].split(maxsplit=1)[0].lower() in surnames
    }
    return found.pop() if len(found) == 1 else None


def _position(lines: Sequence[str]) -> str | None:
    """The office on the last of the lines, if only one can have stood there."""
    letters = _letters(lines[-1])
    whole = [office for office in _OFFICES if plain(office).replace(" ", "") == letters]
    if whole and len(lines) == 1 and "…" not in lines[-1]:
        return whole[0]
    cut = [
        office
        for office in _OFFICES
        if plain(office).replace(" ", "").endswith(letters) and office not in whole
    ]
    return cut[0] if len(cut) == 1 and not whole else None
