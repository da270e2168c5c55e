"""Short names that a document gives bodies itself: "Trung tâm Hành động bom mìn quốc gia Việt Nam
(VNMAC)", "Ban Chỉ đạo quốc gia về chống khai thác … (sau đây gọi tắt là Ban Chỉ đạo)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import naming
from corpus.actors import Actor, Reader
from corpus.agencies import Registry, default_registry
from corpus.document import Clause, ClauseKind
from corpus.text import collapse, compiled, fold

__all__ = ["registry_of"]

_CALLED = compiled(
    r"\s*\((?:sau đây |dưới đây )?(?:gọi|viết)(?: tắt| gọn| ngắn gọn)* là:?\s+(?P<short>[⇧][^();:]{2,60})\)"
)
_ABBREVIATED = compiled(r"\s*\((?P<short>[⇧]{3,10})\)")
_OVER = re.compile(r"[.;:]\s")  # a full name does not reach over it
_LONGEST = 200  # characters of a full name
_HOLDER = re.compile(r"(?:chi cục|cục|vụ|viện)$")  # "Chi cục trưởng" is no "Chi cục"
_LISTS = (ClauseKind.RECIPIENT, ClauseKind.SIGNATURE)


def registry_of(clauses: Sequence[Clause]) -> Registry:
    """Returns the registry, with the short names by which the document calls bodies."""
    known = default_registry()
    called: dict[str, str] = {}
    for clause in clauses:
        if "(" not in clause.text or clause.kind in _LISTS:
            continue
        for short, full in (*_called(clause.text), *_abbreviated(clause.text)):
            if known.match(short, fold(short), 0) is None:
                called.setdefault(short, full)
    return known.calling(called) if called else known


def _called(text: str) -> Iterator[tuple[str, str]]:
    """What a text calls bodies "from here on", each with the full name, which opens with the same word."""
    folded = fold(text)
    for said in _CALLED.finditer(text):
        short = collapse(said["short"])
        head = naming.HEADS.match(fold(short))
        if head is None or naming.PEOPLES.match(fold(short)) or _HOLDER.match(fold(short)):
            continue
        opens = fold(short) if folded.rfind(fold(short), 0, said.start()) >= 0 else head.group()
        start = folded.rfind(opens, max(0, said.start() - _LONGEST), said.start())
        full = text[start : said.start()]
        if start >= 0 and full[:1].isupper() and not _OVER.search(full):
            yield short, collapse(full)


def _abbreviated(text: str) -> Iterator[tuple[str, str]]:
    """The abbreviations in parentheses right behind the name of one body, each with that name."""
    for said in _ABBREVIATED.finditer(text):
        reader = Reader(text)
        for at in range(max(0, said.start() - _LONGEST), said.start()):
            if not text[at].isupper() or text[at - 1 : at].strip():
                continue
            named = reader.actors(at)
            if named is not None and named.members[-1].end == said.start():
                if _is_short_for(reader, named.members[-1], said["short"]):
                    yield said["short"], named.members[-1].name
                break


def _is_short_for(reader: Reader, named: Actor, short: str) -> bool:
    """Whether an abbreviation is that of a whole name, and not of what stands behind its head word:
    "Bộ Giáo dục và Đào tạo (GDĐT)"."""
    behind_head = f"{named.name.split()[0]} {short}"
    known = reader.registry.match(behind_head, fold(behind_head), 0)
    return not named.group and not named.name.isupper() and known is None
