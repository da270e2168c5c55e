"""The documents that a question names: by kind and number, by number alone, or by kind alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.text import plain
from index.rows import Head, key, number_key

__all__ = ["KINDS", "NamedDocument", "as_written", "documents_in", "kind_named", "serial"]


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document as the question names it; `heads` are those of the library that fit."""

    kind: str | None
    number: str
    start: int
    end: int
    heads: tuple[Head, ...] = ()


def serial(number: str) -> str:
    """The number itself of what is printed: "07/CĐ-UBND" → "7"."""
    return re.split(r"[/-]", plain(number))[0].lstrip("0")


def as_written(document: NamedDocument) -> str:
    """A pattern of how plain text names it by kind and number: "nghi quyet so 72"."""
    number = re.escape(serial(document.number))
    return rf"(?<!\w){plain(document.kind or '')} (?:so ?:? ?)?0*{number}(?!\d)"


_KINDS = {
    "cong dien": "Công điện", "official telegram": "Công điện", "telegram": "Công điện",
    "cong van": "Công văn", "official letter": "Công văn", "official dispatch": "Công văn",
    "dispatch": "Công văn", "chi thi": "Chỉ thị", "directive": "Chỉ thị",
    "thong bao ket luan": "Thông báo", "thong bao": "Thông báo", "notice": "Thông báo",
    "ke hoach": "Kế hoạch", "plan": "Kế hoạch", "quyet dinh": "Quyết định",
    "decision": "Quyết định", "nghi quyet": "Nghị quyết", "resolution": "Nghị quyết",
    "nghi dinh": "Nghị định", "decree": "Nghị định", "thong tu": "Thông tư",
    "circular": "Thông tư", "ket luan": "Kết luận", "conclusion": "Kết luận", "luat": "Luật",
    "law": "Luật", "bao cao": "Báo cáo", "to trinh": "Tờ trình", "van ban": None,
    "document": None, "de an": "Đề án", "quy che": "Quy chế", "huong dan": "Hướng dẫn",
}  # fmt: skip
KINDS = "|".join(sorted(_KINDS, key=len, reverse=True))
"""Any word for a kind of document, without diacritics: part of a regular expression."""

_NUMBER = (
    r"\d{1,6}(?:\.\d{1,2}(?=/))?[a-z]?(?:/\d{4})?"
    r"(?:\s?[/\-–]\s?[a-zđ][\w&.]*(?:\s?[-–/]\s?[a-zđ][\w&]*)*)?"
)
_DOCUMENT = re.compile(
    rf"(?<!\w)(?P<kind>{KINDS})"
    rf"\s+(?:so:?\s+|no\.?\s+|number\s+)?(?P<number>{_NUMBER})(?![\w/])"
)
_SIGN = re.compile(
    r"(?<![\w/])(?P<number>\d{1,6}(?:\.\d{1,2})?(?:/\d{4})?/[a-zđ][\w&]*(?:-[a-zđ][\w&]*)*)(?!\w)"
)
# "công điện 227 và 232 khác nhau gì?": the kind of the first is that of the next.
_BESIDE = re.compile(
    r"(?:,| va| voi| and)\s+(?:so\s+)?(?P<number>\d{1,6})(?=\s*(?:$|[?,]|khac|giong|co gi))"
)
_KIND = re.compile(rf"(?<!\w)(?:{KINDS})(?!\w)")
_NUMBERED = re.compile(r"\s+(?:so:?\s+|no\.?\s+)?\d|\s+(?:nao|viec lam)")


def kind_named(bare: str) -> str | None:
    """The kind of document that the question, without diacritics, names first without a number."""
    found = (match for match in _KIND.finditer(bare) if not _NUMBERED.match(bare, match.end()))
    return next((kind for match in found if (kind := _KINDS[match.group()])), None)


def documents_in(bare: str, heads: Sequence[Head]) -> list[NamedDocument]:
    """The documents that the question, without diacritics, names by number, in its order."""
    found: list[NamedDocument] = []
    for match in sorted(
        [*_DOCUMENT.finditer(bare), *_SIGN.finditer(bare)], key=lambda m: m.start()
    ):
        if found and match.start() < found[-1].end:
            continue
        words = match.groupdict().get("kind")
        kind = _KINDS[words] if words else None
        number = re.sub(r"\s", "", match.group("number"))
        if words and re.fullmatch(r"\d{4}", number) and 1990 <= int(number) <= 2100:
            continue  # "kế hoạch 2025" names a year
        fitting = tuple(head for head in heads if _is(head, kind, number))
        found.append(NamedDocument(kind, number, match.start(), match.end(), fitting))
        while fitting and words and (beside := _BESIDE.match(bare, found[-1].end)):
            fitting = tuple(head for head in heads if _is(head, kind, beside["number"]))
            if fitting:
                found.append(NamedDocument(kind, beside["number"], *beside.span(), fitting))
    return found


def _is(head: Head, kind: str | None, number: str) -> bool:
    """Whether a document may be called by that kind and that much of its number."""
    if head.number is None:
        return False
    own, asked = number_key(head.number), number_key(number)
    part = re.fullmatch(r"(?P<serial>\d+)(?:/(?P<year>\d{4}))?", asked)
    fits = own == asked or (part is not None and re.match(rf"{asked}[/\-]", own) is not None)
    # "CT 17/2019": the year may be that of the day, and stand in no number.
    if part and head.issued and part["year"] == str(head.issued.year):
        fits = fits or re.match(rf"{part['serial']}[/\-](?!\d{{4}})", own) is not None
    if not fits:
        return False
    return kind is None or head.kind is None or key(kind) in key(head.kind)
