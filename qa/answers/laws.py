"""Who cites a law that the question calls by its name: "Văn bản nào căn cứ Luật Đất đai 2024?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Relation
from corpus.references import law_in
from corpus.text import plain
from index.filters import Filters
from index.library import Library
from index.references import Cited, citing_law
from index.rows import key
from qa.named_documents import KINDS
from qa.question import Query

__all__ = ["citing_named_law"]

_CITES = (
    r"(?:dan chieu|can cu|vien dan|trich dan|nhac(?: (?:den|toi))?|dan|thuc hien|thi hanh|"
    r"trien khai|theo|dua|(?:cit|mention|refer)\w*)"
)
_HERE = r"(?: (?:trong|o|in the) (?:kho|thu vien|library))?"
# The law is called x here; nothing else is asked.
_ASKS = re.compile(
    rf"(?:(?:nhung |cac )?(?:{KINDS}){_HERE} (?:nao|gi)|"
    rf"(?:liet ke |ke )?(?:nhung|cac) (?:{KINDS})|(?:which|what|list) (?:\w+ )?documents?)"
    rf"{_HERE} (?:(?:co|da|dang) )*{_CITES} "
    rf"(?:(?:vao|tren|den|toi|to|the) )*x{_HERE}(?:,? (?:nam )?\d{{4}})?|"
    rf"x (?:duoc |co )?{_CITES}(?: (?:trong|o|tai))+ (?:nhung |cac )?(?:{KINDS}) (?:nao|gi)|"
    rf"x (?:duoc|bi) (?:nhung |cac )?(?:{KINDS}) (?:nao|gi) {_CITES}(?: (?:den|toi|vao))?|"
    rf"x la can cu cua (?:nhung |cac )?(?:{KINDS}) (?:nao|gi)"
)
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d)")


def citing_named_law(
    library: Library, query: Query, where: Filters, kind: str | None
) -> list[Cited] | None:
    """The first mention of the law in each document, newest first: of documents of that kind, if
    there are any; not of a law of another year than the question names. None where nothing of the
    kind is asked."""
    law = law_in(query.opened)
    if law is None:
        return None
    name, start, end = law
    bare = plain(query.opened)
    if _ASKS.fullmatch(f"{bare[:start]}x{bare[end:]}".strip(" ?.!")) is None:
        return None
    found = [c for c in citing_law(library.store, name) if where.document in (None, c.head.id)]
    if year := _YEAR.search(bare[end:]) or _YEAR.search(name):
        found = _of_year(found, year.group())
    if "can cu" in bare:
        found = [c for c in found if Relation.BASIS in c.relations] or found
    of_kind = [c for c in found if kind and c.head.kind and kind in key(c.head.kind)]
    first = {c.head.row: c for c in reversed(of_kind or found)}
    return [c for c in of_kind or found if first[c.head.row] is c]


def _of_year(found: Sequence[Cited], year: str) -> list[Cited]:
    """The mentions that may be of a law of that year: a document that tells the year anywhere means
    that one, and one that tells none may mean any."""
    told: dict[int, set[str]] = {}
    for cited in found:
        told.setdefault(cited.head.row, set()).update(_years(cited))
    return [c for c in found if not told[c.head.row] or year in (_years(c) or told[c.head.row])]


def _years(cited: Cited) -> set[str]:
    """The year that a mention tells, in the number, the day or behind the name."""
    reference = cited.reference
    years = set(re.findall(r"/(\d{4})/", reference.number or ""))
    years.update(re.findall(r"(?<!\d)((?:19|20)\d\d)$", reference.text))
    if reference.issued is not None:
        years.add(str(reference.issued.year))
    return years
