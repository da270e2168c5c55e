"""Orders inside the sentences of a clause, besides the one that it opens with (corpus/orders.py)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from corpus import order_words as words
from corpus.actors import Reader
from corpus.naming import GROUP, PROVINCES
from corpus.order import Order, sentence_end
from corpus.orders import closing_formula, complete_order, unlisted_order
from corpus.supporters import supporters
from corpus.verbs import surely_opens_order

__all__ = ["orders_inside"]


def orders_inside(
    reader: Reader,
    *,
    skip: Order | None = None,
    bound: bool = False,
    told_only: bool = False,
    since: int = 0,
) -> list[Order]:
    """Orders to agencies named inside the sentences of a clause, besides the one it opens with.

    `bound`: the clause already speaks to someone, whose own requests to others are no orders of the
    issuer. `told_only`: only what is expressly given ("đề nghị", "giao") counts, as in a preamble.
    `since`: where to begin.
    """
    found: list[Order] = []
    for start, end in _segments(reader.text, since):
        if found and start < found[-1].end:
            continue  # a list of bodies, which has semicolons of its own
        held = bound or _goes_on(reader, start, skip)
        if skip is not None and start <= skip.verb_at < end and skip.start >= start:
            inner = (
                _behind_heading(reader, skip.verb_at, end)
                or _told(reader, skip.verb_at, end, bound=True)
                or _behind_colon(reader, skip.verb_at, end)
                or _next_person(reader, skip.verb_at, end)
                or _next_body(reader, skip.verb_at, end)
            )
        elif told_only:
            inner = _told(reader, start, end, bound=False) or _plain_request(reader, start, end)
        else:
            told_before = bool(found) or skip is not None
            inner = (
                _subject(reader, start, end, among_orders=told_before)
                or _told(reader, start, end, bound=held)
                or _behind_circumstance(reader, start, end)
                or _behind_colon(reader, start, end)
                or _by_whom(reader, start, end)
            )
        if inner is None or all(actor.open for actor in inner.doers):
            inner = _handed(reader, start, end) or inner
        if inner is None:
            if found and found[-1].end == start and reader.text[:start].rstrip().endswith(";"):
                found[-1] = replace(found[-1], end=end)  # the same body goes on acting
            continue
        if told_only or any(not actor.group for actor in inner.doers) or not held:
            if all(actor.open for actor in inner.doers) and not words.REQUESTED.search(
                reader.folded, inner.start, inner.doers[0].start
            ):
                continue
            found.append(Order(inner.doers, (), max(start, inner.start), end, inner.verb_at))
    return [
        replace(order, supporters=supporters(reader, order.verb_at, order.end)) for order in found
    ]


def _segments(text: str, since: int = 0) -> list[tuple[int, int]]:
    """Sentences and their parts between semicolons, as (start, end)."""
    bounds = [since, *(match.end() for match in words.SENTENCE.finditer(text, since)), len(text)]
    return [(a, b) for a, b in pairwise(bounds) if b > a]


def _plain_request(reader: Reader, start: int, end: int) -> Order | None:
    giving = words.GIVING.match(reader.folded, start)
    if giving is None or not words.TOLD.match(reader.folded, start):
        return None
    actors = reader.actors(giving.end())
    return (
        complete_order(reader, actors, start, end, given=True)
        if actors and actors.end < end
        else None
    )


def _subject(reader: Reader, start: int, end: int, *, among_orders: bool) -> Order | None:
    """The agency that a sentence opens with, perhaps behind a connector; `among_orders`, a verb that is
    not listed is one too."""
    at = start
    if connector := words.CONNECTOR.match(reader.folded, at):
        at = connector.end()
    actors = reader.actors(at)
    if actors is not None and actors.end >= end:
        end = sentence_end(reader.text, actors.end)
    if actors is not None and actors.end < end:
        found = complete_order(reader, actors, start, end, given=False)
        if found is None and among_orders:
            found = unlisted_order(reader, actors, start, end)
        if found is not None and found.says_something:
            if closing_formula(reader, found):
                return None
            accountable = words.ACCOUNTABLE.match(reader.folded, actors.end)
            return None if accountable and all(actor.group for actor in actors.members) else found
    return None


# What opens a sentence of whoever issues the document, behind one that told somebody to act.
_ISSUER_GOES_ON = re.compile(
    r"(?:nhận được [^,.;]{3,60}, |sau khi nhận được [^,.;]{3,60}, )?(?:đề nghị|yêu cầu|giao)(?!\w)"
)


def _goes_on(reader: Reader, start: int, skip: Order | None) -> bool:
    """Whether a sentence still speaks for those told by the one before: what they ask of others
    is no order of the issuer."""
    return skip is not None and _ISSUER_GOES_ON.match(reader.folded, start) is None


def _behind_colon(reader: Reader, start: int, end: int) -> Order | None:
    """The agency that acts behind a colon: "Chế độ báo cáo: Ủy ban nhân dân các xã báo cáo …"."""
    for colon in re.compile(r":\s+(?=\w)").finditer(reader.folded, start, end):
        then = colon.end()
        if not reader.text[then].isupper() and not GROUP.match(reader.folded, then):
            continue
        actors = reader.actors(then)
        if actors is None or actors.end >= end or reader.text[actors.end] == ":":
            continue
        found = complete_order(reader, actors, then, end, given=False)
        if found is not None and found.says_something:
            return found
    return None


def _behind_heading(reader: Reader, at: int, end: int) -> Order | None:
    """The agency that acts right behind a heading on the same line: "Đối với các đơn vị thuộc Bộ: Vụ
    Pháp chế chủ trì …"."""
    if not reader.text[:at].rstrip().endswith(":") or not reader.text[at : at + 1].isupper():
        return None
    actors = reader.actors(at)
    if actors is None or actors.end >= end or any(one.group for one in actors.members):
        return None
    return complete_order(reader, actors, at, end, given=False)


_NEXT_PERSON = re.compile(r", (?=đồng chí |phó thủ tướng |phó chủ tịch |thứ trưởng )")


def _next_person(reader: Reader, start: int, end: int) -> Order | None:
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


_NEXT_BODY = re.compile(r"(?<![\s,\]]), (?=\w)")


def _next_body(reader: Reader, start: int, end: int) -> Order | None:
    """Another body told behind a comma: "Bộ Công Thương trình cơ chế …, Bộ Tài chính cho ý kiến …". One
    that stands in a list of receivers is none."""
    for comma in _NEXT_BODY.finditer(reader.folded, start, end):
        then = comma.end()
        if not reader.text[then].isupper() or reader.ends_name(comma.start()):
            continue
        actors = reader.actors(then)
        if actors is None or actors.end >= end or len(actors.members) != 1:
            continue
        body = actors.members[0]
        if body.group or body.name not in reader.registry:
            continue
        if reader.text[actors.end] != " " or not surely_opens_order(reader.folded, actors.end + 1):
            continue
        return Order(actors.members, (), then, end, actors.end + 1)
    return None


def _behind_circumstance(reader: Reader, start: int, end: int) -> Order | None:
    """The agency that acts behind a phrase of circumstance: "Trên cơ sở đó, Bộ Tư pháp tổng hợp"."""
    if not words.CIRCUMSTANCE.match(reader.folded, start):
        return None
    # The comma behind "nếu có khó khăn, vướng mắc" is often missing.
    for comma in re.compile(
        r"(?<=\w) thì |,\s+(?:thì\s+|giao\s+|đề nghị\s+|yêu cầu\s+)?|(?<=khó khăn) (?=các )|"
        r"(?<=vướng mắc) (?=các |ubnd |ủy ban |thủ trưởng |cơ quan, )|(?<=phát sinh) (?=các )"
    ).finditer(reader.folded, start, end):
        then = comma.end()
        if not reader.text[then : then + 1].isupper() and not (
            PROVINCES.match(reader.folded, then) or GROUP.match(reader.folded, then)
        ):
            continue
        actors = reader.actors(then)
        if actors is None or actors.end >= end or reader.text[actors.end : actors.end + 1] == ":":
            continue
        found = complete_order(
            reader, actors, start, end, given="giao" in comma.group() or "đề nghị" in comma.group()
        )
        if found is not None and found.says_something:
            return found
    return None


def _told(reader: Reader, start: int, end: int, *, bound: bool) -> Order | None:
    """An order given inside a sentence: "…, giao Ủy ban nhân dân các huyện tổ chức kiểm tra"."""
    for giving in words.TOLD.finditer(reader.folded, start, end):
        word = giving.group().split()[0]
        if bound and word != "giao":
            continue
        before = reader.folded[start : giving.start()].rstrip()
        if words.WAS_DONE.search(before) or before.endswith(
            ("được", "bàn", "đã", "nhiệm vụ", "về", "việc", "theo", "khi", "có")
        ):
            continue
        actors = reader.actors(giving.end())
        if actors is None or actors.end >= end:
            continue
        found = complete_order(reader, actors, start, end, given=True)
        if found is not None and found.says_something:
            return found
    return None


def _by_whom(reader: Reader, start: int, end: int) -> Order | None:
    """Reads "việc lập danh mục do Sở Văn hóa, Thể thao và Du lịch chủ trì": they lead it."""
    for by in words.BY_WHOM.finditer(reader.folded, start, end):
        actors = reader.actors(by.end())
        if actors is None or any(actor.group for actor in actors.members):
            continue
        if led := words.BY_THEM.match(reader.folded, actors.end):
            return Order(actors.members, (), start, end, led.start() + 1)
    return None


def _handed(reader: Reader, start: int, end: int) -> Order | None:
    """Reads "… gửi Sở Khoa học và Công nghệ tổng hợp, chủ trì …": the receiver is told to act."""
    for handed in words.HANDED.finditer(reader.text, start, end):
        actors = reader.actors(handed.end())
        if (
            actors is not None
            and len(actors.members) == 1
            and words.HANDED_ORDER.match(reader.folded, actors.end)
        ):
            return Order(actors.members, (), start, end, actors.end + 1)
    return None
