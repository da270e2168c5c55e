"""Who else is told in the same breath, behind a comma: "Bộ Công Thương trình cơ chế …, Bộ Tài chính cho ý
kiến …".
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import order_words as words
from corpus.actors import Reader
from corpus.order import Order
from corpus.orders import complete_order
from corpus.verbs import surely_opens_order

__all__ = ["issues", "listed", "next_body", "next_person", "with_next"]

_NEXT_PERSON = re.compile(r"(?:,| và|, và) (?=đồng chí |phó thủ tướng |phó chủ tịch |thứ trưởng )")


def next_person(reader: Reader, start: int, end: int) -> Order | None:
    """Whoever else is told in the same breath: "Phân công Phó Thủ tướng A chỉ đạo chung, Phó Thủ
    tướng B kiểm tra tại các tỉnh …"."""
    for comma in _NEXT_PERSON.finditer(reader.folded, start, end):
        actors = reader.actors(comma.end())
        if actors is None or actors.end >= end or any(one.group for one in actors.members):
            continue
        found = complete_order(reader, actors, comma.end(), end, given=True)
        if found is not None and found.says_something:
            return found
    return None


def issues(reader: Reader, name: str) -> bool:
    """Whether a body is whose document it is, or one whose acts a document cites."""
    return name in _LAWMAKERS or reader.home.speaks(name)


_LAWMAKERS = ("Quốc hội", "Chính phủ", "Thủ tướng Chính phủ", "Ủy ban thường vụ Quốc hội")
_NEXT_BODY = re.compile(r"(?<![\s,\]]), (?:đồng thời,? )?(?=\w)")


def next_body(reader: Reader, start: int, end: int) -> Order | None:
    """Another body told behind a comma: "Bộ Công Thương trình cơ chế …, Bộ Tài chính cho ý kiến …". One
    that stands in a list of receivers is none."""
    for comma in _NEXT_BODY.finditer(reader.folded, start, end):
        then = comma.end()
        if not reader.text[then].isupper() or listed(reader, start, comma.start()):
            continue
        actors = reader.actors(then)
        if actors is None or actors.end >= end or len(actors.members) != 1:
            continue
        body = actors.members[0]
        known = body.name in reader.registry or reader.names.ends_placed(body.end)
        if body.group or not known or issues(reader, body.name):
            continue
        if reader.text[actors.end] != " " or not surely_opens_order(reader.folded, actors.end + 1):
            continue
        if _led(reader, comma) and (
            words.HELPING.match(reader.folded, actors.end)
            or reader.folded.endswith("chủ trì", 0, comma.start())
        ):
            continue  # "Sở Nội vụ chủ trì, Liên đoàn Lao động tỉnh phối hợp khảo sát"
        return Order(actors.members, (), then, end, actors.end + 1)
    return None


_DIRECTED = re.compile(r"(?<!\w)(?:chỉ đạo|đôn đốc|hướng dẫn|phối hợp(?: với)?) (?=các )")


def listed(reader: Reader, start: int, comma: int) -> bool:
    """Whether a comma stands in a list of bodies: behind a name, or in a list of those whom somebody
    directs or works with ("chỉ đạo các hãng hàng không, Tổng công ty A bố trí …")."""
    directed = _DIRECTED.finditer(reader.folded, start, comma)
    lists = (reader.actors(verb.end()) for verb in directed)
    return reader.ends_name(comma) or any(found and found.end > comma for found in lists)


def with_next(reader: Reader, order: Order) -> list[Order]:
    """An order, and that to another body told behind a comma in the same breath."""
    more = next_body(reader, order.verb_at, order.end)
    return [replace(order, end=more.start), more] if more else [order]


def _led(reader: Reader, comma: re.Match[str]) -> bool:
    """Whether who leads is said before a comma."""
    return reader.folded.endswith(("chủ trì", "thực hiện"), 0, comma.start())
