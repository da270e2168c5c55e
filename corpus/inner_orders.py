"""Orders inside the sentences of a clause, besides the one that it opens with (corpus/orders.py)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from corpus import order_words as words
from corpus.actors import Actors, Reader
from corpus.class_words import GROUP
from corpus.duty_bound import bound_behind
from corpus.naming import PROVINCES
from corpus.next_bodies import issues, listed, next_body, next_person, with_next
from corpus.order import Order, sentence_end
from corpus.orders import closing_formula, complete_order, unlisted_order
from corpus.supporters import supporters
from corpus.text import fold
from corpus.verbs import opens_order, surely_opens_order

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
        if skip is not None and skip.start < end <= skip.verb_at:
            continue  # a list of bodies, which has semicolons of its own
        held = bound or _goes_on(reader, start, skip)
        if skip is not None and start <= skip.verb_at < end:
            inner = _beside_opening(reader, skip.verb_at, end)
        elif told_only:
            inner = _told(reader, start, end, bound=False) or _plain_request(reader, start, end)
        else:
            inner = _in_sentence(reader, start, end, held=held, among=bool(found or skip))
        if inner is None or all(actor.open for actor in inner.doers):
            inner = _handed(reader, start, end) or inner
        if inner is None:
            if found and found[-1].end == start and reader.text[:start].rstrip().endswith(";"):
                found[-1] = replace(found[-1], end=end)  # the same body goes on acting
            continue
        if not _is_order(reader, inner, skip, bound=bound, held=held, told_only=told_only):
            # "các địa phương báo cáo về Sở A trước 15 giờ, Sở A tổng hợp": the second is told
            found += [then] if (then := next_body(reader, inner.verb_at, end)) else []
            continue
        over = inner.doers[-1].end >= end  # a list of bodies, which has semicolons of its own
        over_end = inner.end if over else end
        found.append(replace(inner, start=max(start, inner.start), end=over_end))
        found[-1:] = with_next(reader, found[-1])
    return [
        replace(
            order,
            supporters=(*order.supporters, *supporters(reader, order.verb_at, order.end)),
        )
        for order in found
    ]


def _is_order(
    reader: Reader, inner: Order, skip: Order | None, *, bound: bool, held: bool, told_only: bool
) -> bool:
    """Whether what was found orders something: to definite bodies, or to a class where nobody is
    spoken to, or that takes over from a body; a catch-all must be asked."""
    if _takes_over(reader, inner, skip):
        return True
    definite = any(not actor.group for actor in inner.doers)
    if not (told_only or definite or not held or (not bound and _is_class(inner, skip))):
        return False
    everyone = all(actor.open for actor in inner.doers)
    asked = words.REQUESTED.search(reader.folded, inner.start, inner.doers[0].start)
    return not everyone or asked is not None


def _takes_over(reader: Reader, inner: Order, above: Order | None) -> bool:
    """Whether a sentence, or a part of one, opens with a class of bodies behind an order to a body: "Văn phòng
    theo dõi …; các địa phương báo cáo …". One that goes on listing helpers does not."""
    if above is None or any(actor.group for actor in above.doers):
        return False
    before = len(reader.text[: inner.start].rstrip()) - 1
    lists = reader.text[before] == ";" and listed(reader, above.verb_at, before)
    return inner.doers[0].start == inner.start and not lists


def _beside_opening(reader: Reader, verb_at: int, end: int) -> Order | None:
    """An order to others in the sentence that opens with an order, behind its verb."""
    return (
        _behind_heading(reader, verb_at, end)
        or _told(reader, verb_at, end, bound=True)
        or _behind_colon(reader, verb_at, end)
        or next_person(reader, verb_at, end)
        or next_body(reader, verb_at, end)
    )


def _in_sentence(reader: Reader, start: int, end: int, *, held: bool, among: bool) -> Order | None:
    """The order in a sentence. `held`: it still speaks to those told before; `among`: beside orders."""
    return (
        _subject(reader, start, end, among_orders=among)
        or _told_or_behind(reader, start, end, held=held)
        or _behind_colon(reader, start, end)
        or _by_whom(reader, start, end, held=held)
        or (None if held else next_body(reader, start, end))
    )


def _told_or_behind(reader: Reader, start: int, end: int, *, held: bool) -> Order | None:
    """Those that a sentence gives an order to, or those that act behind a circumstance and only then
    give one on: "Trong thời hạn 30 ngày, Ủy ban nhân dân trình Hội đồng nhân dân để giao các Ban …"."""
    told = _told(reader, start, end, bound=held)
    acts = _behind_circumstance(reader, start, end)
    if told is None or acts is None:
        return told or acts
    return acts if acts.doers[-1].end < told.doers[0].start else told


def _is_class(order: Order, above: Order | None) -> bool:
    """Whether an order speaks to bodies of a kind that every place has, other than those told before:
    of another kind, or what is left of theirs."""
    kinds = [words.CLASS.match(fold(actor.name)) for actor in order.doers if not actor.open]
    told = [words.CLASS.match(fold(actor.name)) for actor in above.doers] if above else []
    before = {kind.group() for kind in told if kind}
    left = all(actor.name.endswith(" còn lại") for actor in order.doers)
    return len(kinds) == len(order.doers) and all(
        kind is not None and (left or kind.group() not in before) for kind in kinds
    )


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
        found = found or unlisted_order(reader, actors, then, end)
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
    found = complete_order(reader, actors, at, end, given=False)
    return found or unlisted_order(reader, actors, at, end)


_THEN = re.compile(r"(?<=\w) thì ")
# The comma behind "nếu có khó khăn, vướng mắc" is often missing.
_THEN_WHO = re.compile(
    r"(?<=\w) thì |:\s+|,\s+(?:thì\s+|giao\s+|đề nghị\s+|yêu cầu\s+)?|(?<=khó khăn) (?=các )|"
    r"(?<=vướng mắc) (?=các |ubnd |ủy ban |thủ trưởng |cơ quan, )|(?<=phát sinh) (?=các )|(?<=thẩm quyền) (?=các )|"
    r"(?<=khi cần thiết) (?=chủ tịch |ubnd |ủy ban |giám đốc )"
)


def _behind_circumstance(reader: Reader, start: int, end: int) -> Order | None:
    """The agency that acts behind a phrase of circumstance: "Trên cơ sở đó, Bộ Tư pháp tổng hợp"."""
    step = words.STEP.match(reader.folded, start)
    opens = words.CIRCUMSTANCE.match(reader.folded, step.end() if step else start)
    for comma in (_THEN_WHO if opens else _THEN).finditer(reader.folded, start, end):
        then = comma.end()
        if bound := bound_behind(reader, then, start, end):
            return bound
        if not reader.text[then : then + 1].isupper() and not (
            PROVINCES.match(reader.folded, then)
            or GROUP.match(reader.folded, then)
            or words.WHOEVER.match(reader.folded, then)
        ):
            continue
        actors = reader.actors(then)
        over = end  # a list of bodies may have semicolons of its own
        if actors is not None and actors.end >= end:
            over = sentence_end(reader.text, actors.end)
        if actors is None or actors.end >= over or reader.text[actors.end : actors.end + 1] == ":":
            continue
        found = complete_order(
            reader, actors, start, over, given="giao" in comma.group() or "đề nghị" in comma.group()
        )
        if found is not None and found.says_something:
            return found
    return None


# Behind these "giao" orders nothing: "được giao", "theo hướng giao cấp xã xác nhận".
_GIVES_NOTHING = (
    "được", "bàn", "đã", "nhiệm vụ", "về", "việc", "theo", "theo hướng", "khi", "có", "có quyền",
)  # fmt: skip
# Which work it is, by who gives it: "theo dõi nhiệm vụ Chính phủ, Thủ tướng Chính phủ | giao cho các bộ".
_GIVEN_BY = re.compile(
    r"(?:nhiệm vụ|công việc|chỉ tiêu|dự toán) (?:mà |do )?(?:(?:chính phủ|thủ tướng chính phủ|ủy ban nhân dân|ubnd|hội đồng nhân dân|chủ tịch|bộ trưởng)(?: (?!giao )\w+){0,6}(?:, | và )?)+$"
)


def _told(reader: Reader, start: int, end: int, *, bound: bool) -> Order | None:
    """An order given inside a sentence: "…, giao Ủy ban nhân dân các huyện tổ chức kiểm tra"."""
    for giving in words.TOLD.finditer(reader.folded, start, end):
        word = giving.group().split()[0]
        if bound and word != "giao":
            continue
        before = reader.folded[start : giving.start()].rstrip()
        if words.WAS_DONE.search(before) or before.endswith(_GIVES_NOTHING):
            continue
        if word == "giao" and _GIVEN_BY.search(before):
            continue
        actors = reader.actors(giving.end())
        if actors is None or (bound and _to_keep(reader, before, actors)):
            continue
        over = sentence_end(reader.text, actors.end) if actors.end >= end else end
        found = complete_order(reader, actors, start, over, given=True)
        if found is not None and found.says_something:
            return found
    return None


def _to_keep(reader: Reader, before: str, actors: Actors) -> bool:
    """Whether a thing is given to keep, behind no comma: "mua 14 xe chữa cháy giao Công an cấp huyện
    quản lý"; whoever is told to give it has the order."""
    return before[-1:].isalnum() and words.KEEPS.match(reader.folded, actors.end) is not None


def _by_whom(reader: Reader, start: int, end: int, *, held: bool) -> Order | None:
    """Reads "việc lập danh mục do Sở Văn hóa, Thể thao và Du lịch chủ trì", "Hồ sơ phải được Sở Xây dựng
    thẩm định", "… là trách nhiệm của Sở Y tế": they do it."""
    for by in words.BY_WHOM.finditer(reader.folded, start, end):
        actors = reader.actors(by.end())
        if actors is None or any(actor.open for actor in actors.members):
            continue
        if issues(reader, actors.members[0].name):
            continue
        about = words.ITS_SUBJECT.fullmatch(reader.folded, start, by.start()) is not None
        if words.THEIRS.fullmatch(by.group()) and (about or by.group() != "thuộc về "):
            return _theirs(reader, actors, start, end)
        then = actors.end + 1
        thing = about or words.THING.fullmatch(reader.folded, start, by.start()) is not None
        definite = not any(actor.group for actor in actors.members)
        if by.group().startswith(("cần ", "phải ", "gồm", "bao gồm")):
            does = definite and surely_opens_order(reader.folded, then)
        elif about and by.group() == "do ":
            does = opens_order(reader.folded, then)
        else:
            apart = not held or (definite and by.group() == "do ")  # whoever was told before
            done = apart and thing and not opens_order(reader.folded, start)
            does = done and words.DONE_WITH.match(reader.folded, then) is not None
        if not does and by.group() == "do " and definite:
            does = words.BY_THEM.match(reader.folded, actors.end) is not None
        if does:
            return Order(actors.members, (), start, end, then)
    return None


def _theirs(reader: Reader, actors: Actors, start: int, end: int) -> Order | None:
    """The order behind "… là nhiệm vụ của Sở A", or "… của Sở A, Sở B phối hợp", where B helps."""
    members = actors.members
    if words.WAS_DONE.search(reader.folded, start, actors.start) or issues(reader, members[0].name):
        return None
    helps = len(members) > 1 and words.HELPS.match(reader.folded, actors.end)
    doers, helpers = (members[:-1], members[-1:]) if helps else (members, ())
    return Order(doers, helpers, start, end, actors.end)


# "Cục trưởng Cục Hải quan thông báo để Công ty TNHH A biết và thực hiện": what was decided binds that firm.
_MADE_KNOWN = re.compile(
    r"(?<!\w)thông báo (?:trả lời )?(?:để|cho) (?=(?:công ty|chi nhánh|doanh nghiệp|hợp tác xã) (?!được |biết |có |nghiên cứu ))"
)
_TO_CARRY_OUT = re.compile(r" (?:được )?biết(?:,| và)(?: để)? thực hiện(?!\w)")


def _handed(reader: Reader, start: int, end: int) -> Order | None:
    """Reads "… gửi Sở Khoa học và Công nghệ tổng hợp, chủ trì …": the receiver is told to act; so is the
    one firm that a decision is made known to."""
    for known in _MADE_KNOWN.finditer(reader.folded, start, end):
        actors = reader.actors(known.end())
        if actors is not None and _TO_CARRY_OUT.match(reader.folded, actors.end):
            return Order(actors.members, (), start, end, actors.end + 1)
    for handed in words.HANDED.finditer(reader.text, start, end):
        actors = reader.actors(handed.end())
        if (
            actors is not None
            and len(actors.members) == 1
            and words.HANDED_ORDER.match(reader.folded, actors.end)
        ):
            return Order(actors.members, (), start, end, actors.end + 1)
    return None
