"""Orders in a sentence: who is told to act, where the order begins, and who supports.

The subject of an order is an agency followed by a directive verb; what precedes may be a phrase of
circumstance ("Trên cơ sở đó, …") or the words of giving ("Giao", "Đề nghị", "Yêu cầu"). Here is
what a clause opens with; corpus/inner_orders.py reads on in its sentences.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import order_words as words
from corpus.actor import make_group
from corpus.actors import Actor, Actors, Reader
from corpus.addressed import (
    charge_of_unknown,
    group_heading,
    named_heading,
    titled_class,
    up_to_formula,
    whoever_told,
    with_unknown,
)
from corpus.order import Bound, Order, sentence_end
from corpus.text import fold
from corpus.verbs import ends_name, opens_order, surely_opens_order

__all__ = [
    "closing_formula",
    "complete_order",
    "default_addressees",
    "field_of",
    "head_order",
    "unlisted_order",
]


# "Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo": a heading that adds the office held.
_OFFICE = re.compile(
    r"\s*[-–] (?:cơ quan|đơn vị|phó|trưởng|ủy viên|thành viên|thường trực)(?: [\w/]+){0,12}\s*:?$"
)


_SAYS_WHAT_IT_IS = ("của ", "tại ", "về ", "là ", "như sau", "đã ", "đang ", "chưa ")
_LONGEST_CONNECTOR = 30  # characters before a body that opens a sentence
_LONGEST_TIME = 110  # characters between a body and its order


def field_of(text: str) -> tuple[str, int] | None:
    """What a line of a plan states: ("lead" | "support" | "time", where its value begins), or None."""
    folded = fold(text)
    for role, pattern in words.FIELDS:
        if (match := pattern.match(folded)) is not None and match.end() < len(text):
            return role, match.end()
    return None


def head_order(reader: Reader, *, inherited: Bound, announces: bool = False) -> Order | None:
    """The order that a clause opens with, or the addressee that a heading names.

    Below an addressee "Yêu cầu các cơ sở …" is what the addressee must do, and no order to others;
    below a group it narrows the group down. `announces`: items stand below the clause.
    """
    if words.OFFICE_HEADING.fullmatch(reader.folded):
        name = reader.text.rstrip(" :")
        office = Actor(name, name, 0, len(name))
        return Order((office,), (), 0, len(name), len(name), says_something=False)
    topic = words.TOPIC.match(reader.folded) or words.ORDINAL.match(reader.folded)
    at = topic.end() if topic else _topic_end(reader)
    giving = words.GIVING.match(reader.folded, at)
    if giving is not None and giving.group().startswith("chỉ đạo"):
        return None  # whom to direct is told to somebody else, who has the order
    if giving is not None:
        passes_on = words.PASSED_ON.match(reader.folded, at)
        narrows = inherited is Bound.GROUP and words.REQUESTS.match(reader.folded, at)
        if inherited is not Bound.NOBODY and passes_on and not narrows:
            return None
        at = giving.end()
    actors = reader.actors(at)
    if actors is None and giving is None:
        found = _issuer_gives(reader, inherited=inherited) or named_heading(reader)
        return found or _bound_by_duty(reader)
    if actors is None:
        asked = words.REQUESTS.match(reader.folded) and inherited is Bound.NOBODY
        actors = whoever_told(reader, at) if asked else None
    if actors is None:
        return charge_of_unknown(reader, at, inherited=inherited)
    if heading := _class_or_asked(reader, actors, announces=announces):
        return heading
    found = _opened_with(reader, actors, given=giving is not None)
    if found is None and giving is None:
        found = _issuer_gives(reader, inherited=inherited)
        # Who it is, the phrase behind says; a right may be a duty too.
        whole = reader.folded.startswith((" được ", " có quyền "), actors.end)
        return found or (_bound_by_duty(reader) if whole else None)
    return _spelled_out(reader, found) if found is not None else None


def _opened_with(reader: Reader, actors: Actors, *, given: bool) -> Order | None:
    """The order to the bodies that a clause opens with, or to those and others that the grammar does not
    know, or not in all their words."""
    found = complete_order(reader, actors, 0, sentence_end(reader.text, actors.end), given=given)
    if found is not None:
        return found
    longer = with_unknown(reader, actors) or up_to_formula(reader, actors)
    if longer is None:
        return None
    return complete_order(reader, longer, 0, sentence_end(reader.text, longer.end), given=given)


def _class_or_asked(reader: Reader, actors: Actors, *, announces: bool) -> Order | None:
    """A heading that names a class of bodies in its own words, or bodies and the issuer who asks."""
    if announces and (title := titled_class(reader, actors)):
        return title
    if len(actors.members) == 1:
        return group_heading(reader, announces=announces)
    return _asked_by_issuer(reader, actors)


def _asked_by_issuer(reader: Reader, actors: Actors) -> Order | None:
    """Reads "Đối với Sở Y tế, Ủy ban nhân dân tỉnh yêu cầu:": the last of the list is who asks."""
    *doers, last = actors.members
    asks = words.ISSUER_ASKS.match(reader.folded, actors.end)
    if not doers or asks is None or not reader.home.speaks(last.name):
        return None
    end = len(reader.text)
    return Order(tuple(doers), (), 0, end, end, says_something=False)


def _topic_end(reader: Reader) -> int:
    """Where a definite body stands behind what it is told about: "Đối với khu tái định cư xã Hạ Hòa:
    Ủy ban nhân dân tỉnh Phú Thọ chọn lại nhà thầu"; 0 where none does."""
    about = words.ABOUT.match(reader.folded)
    if about is None or not reader.text[about.end() : about.end() + 1].isupper():
        return 0
    told = reader.actors(about.end())
    definite = told is not None and not any(actor.group for actor in told.members)
    return about.end() if definite else 0


def _bound_by_duty(reader: Reader) -> Order | None:
    """A sentence "Văn thư cơ quan có trách nhiệm bảo quản …": whoever it names, as it names them."""
    duty = words.DUTY.match(reader.folded) or words.MUST.match(reader.folded)
    if duty is None or not reader.text[:1].isupper():
        return None
    if words.CIRCUMSTANCE.match(reader.folded) or opens_order(reader.folded, 0):
        return None
    start, end = duty.span("who")
    over = sentence_end(reader.text, end)
    if over < len(reader.text) and reader.text.rstrip().endswith(":"):
        return None  # "… có trách nhiệm lập hồ sơ. Hồ sơ gồm:" leads over to things
    known = reader.actors(start)
    if known is not None and known.end == end:
        doers = known.members
    elif reader.text[start:end].isupper():
        doers = (Actor(reader.text[start:end], reader.text[start:end], start, end),)
    else:
        doers = (make_group(reader.text, start, end),)
    return Order(doers, (), 0, over, duty.end())


def _spelled_out(reader: Reader, order: Order) -> Order:
    """A group that the sentence goes on to name one by one: "các đồng chí Phó Thủ tướng …, cụ thể: …"."""
    if not all(actor.group for actor in order.doers):
        return order
    namely = words.NAMELY.search(reader.folded, order.verb_at)
    named = reader.actors(namely.end()) if namely else None
    if named is None or len(named.members) < 2 or any(actor.group for actor in named.members):
        return order
    return replace(order, doers=named.members)


def _issuer_gives(reader: Reader, *, inherited: Bound) -> Order | None:
    """Reads "Chủ tịch UBND tỉnh yêu cầu Thủ trưởng các sở …": the order goes to those who are told."""
    if inherited is not Bound.NOBODY:
        return None
    issuer = reader.actors(0)
    if issuer is None:
        return None
    giving = words.GIVING.match(reader.folded, issuer.end + 1)
    if giving is None:
        return None
    told = reader.actors(giving.end())
    if told is None:
        return None
    if _asks_others(reader, issuer):
        return Order(issuer.members, (), 0, sentence_end(reader.text, told.end), issuer.end + 1)
    return complete_order(reader, told, 0, sentence_end(reader.text, told.end), given=True)


def _asks_others(reader: Reader, asking: Actors) -> bool:
    """Whether a ministry, department or board that asks others is none whose document it is: to ask
    them is what it is told to do."""
    folded = [fold(actor.name) for actor in asking.members]
    below = all(name.startswith(words.ASKING) for name in folded)
    return (
        below
        and bool(reader.home.issuer)
        and not any(reader.home.speaks(actor.name) for actor in asking.members)
    )


def complete_order(
    reader: Reader, actors: Actors, start: int, end: int, *, given: bool
) -> Order | None:
    """The order that follows a list of agencies, or None when they are only mentioned."""
    if _gives_on(reader, actors):
        return None if given else _passed_on(reader, actors, start, end)
    rest = words.FOLLOWS.match(reader.text, actors.end)
    at = rest.end() if rest else actors.end
    given = given or (rest is not None and "được " in rest.group())
    if words.EMPTY_END.match(reader.text, at) or (start == 0 and _only_names(reader, at)):
        return Order(actors.members, (), start, end, at, says_something=False)
    dash = start == 0 and reader.text[at] in "-–" and reader.text[at + 1 : at + 2] == " "
    verb = at + 1
    while verb < len(reader.text) and reader.text[verb] == " ":
        verb += 1
    # Behind a dash an office may follow, of whoever is told or only named: "Giao Bộ Tài chính - Cơ
    # quan Thường trực … đôn đốc", "Thủ tướng Chính phủ - Trưởng Ban Chỉ đạo đã giao".
    if reader.text[at] == ":" or (dash and (given or opens_order(reader.folded, verb))):
        return Order(actors.members, (), start, len(reader.text), verb)
    if reader.text[at] == ",":
        at = _behind_comma(reader, at, given=given)
        if reader.registry.province(reader.text, reader.folded, at) is not None:
            return None  # "tại Huế, Thành phố Hồ Chí Minh, Cần Thơ": places, and nobody "cần"
    if not given and (
        words.HELPS.match(reader.folded, actors.end)  # "…; Sở B, Sở C phối hợp." helps who leads
        or _states(reader, actors, at)
    ):
        return None
    told = (
        opens_order(reader.folded, at)
        or (given and _any_verb(reader, at))
        or (actors.start - start <= _LONGEST_CONNECTOR and _told_behind_time(reader, at))
    )
    if not told and (start != 0 or not _loosely_told(reader, actors, at)):
        return None
    return Order(actors.members, (), start, end, at)


def _behind_comma(reader: Reader, comma: int, *, given: bool) -> int:
    """Where the words behind a comma begin; behind "Đối với các đơn vị …, thì" those of the order."""
    at = comma + 1
    while at < len(reader.text) and reader.text[at] == " ":
        at += 1
    return at + len("thì ") if given and reader.folded.startswith("thì ", at) else at


def _passed_on(reader: Reader, actors: Actors, start: int, end: int) -> Order | None:
    """The order to those whom the issuer asks, or to the bodies named if it is they who are told to ask:
    "Căn cứ thực tiễn công tác, Sở Tư pháp đề nghị các cơ quan rà soát"."""
    if start == 0 and (order := _issuer_gives(reader, inherited=Bound.NOBODY)):
        return order
    asks = _asks_others(reader, actors)
    return Order(actors.members, (), start, end, actors.end + 1) if asks else None


def _only_names(reader: Reader, at: int) -> bool:
    """Whether a heading says no more of a body than its office, or that the issuer asks it."""
    office, asks = _OFFICE.match(reader.folded, at), words.ASKS_THEM.match(reader.folded, at)
    return office is not None or asks is not None


def _told_behind_time(reader: Reader, at: int) -> bool:
    """Whether a time stands between a body and its order: "Sở Y tế trong 05 ngày kể từ ngày nhận được
    văn bản này phải báo cáo"."""
    time = words.TIME_BETWEEN.match(reader.folded, at)
    if time is None:
        return False
    spaces = re.finditer(r"\s", reader.folded[time.end() : time.end() + _LONGEST_TIME])
    for space in spaces:
        verb = time.end() + space.end()
        if words.TIME_GOES_ON.match(reader.folded, verb):
            return False
        if surely_opens_order(reader.folded, verb):
            return True
    return False


def _states(reader: Reader, actors: Actors, at: int) -> bool:
    """Whether what follows is what whoever issues the document does, or says of how things stand."""
    issues = words.ISSUING.match(reader.folded, at) is not None and _speaks(reader, actors)
    return issues or words.JUDGES.match(reader.folded, at) is not None


def _speaks(reader: Reader, actors: Actors) -> bool:
    """Whether the document is theirs, and the sentence leads over to what it says:
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch … như sau:"."""
    if not reader.text.rstrip().endswith(":"):
        return False
    return all(reader.home.speaks(actor.name) for actor in actors.members)


def _loosely_told(reader: Reader, actors: Actors, at: int) -> bool:
    """Whether the first words of a clause tell definite bodies to act, with a verb not listed, or
    behind words that narrow the bodies down ("cơ quan chủ quản các dự án đang thi công tiếp tục …")."""
    if not reader.text[at : at + 1].islower() or words.NO_ORDER.match(reader.folded, at):
        return False
    known = [actor for actor in actors.members if _is_known(reader, actor)]
    if not known:
        return False
    if not ends_name(reader.folded, at) or reader.folded.startswith("cho ", at):
        return True
    stop = re.compile(r"[.;:]").search(reader.text, at)
    within = reader.folded[at : min(at + 90, stop.start() if stop else len(reader.text))]
    return (
        any(opens_order(within, space.end()) for space in re.finditer(r"\s", within))
        and len(known) > 1
    )


def _is_known(reader: Reader, actor: Actor) -> bool:
    """Whether a body is a class, in the registry, or of a kind that every place has."""
    if actor.group or actor.name in reader.registry or reader.names.ends_placed(actor.end):
        return True
    return actor.name.startswith(
        ("Ủy ban nhân dân ", "Tỉnh ủy ", "Thành ủy ", "Hội đồng nhân dân ")
    )


def unlisted_order(reader: Reader, actors: Actors, start: int, end: int) -> Order | None:
    """What definite bodies do with a verb that is not listed, where a sentence beside it orders too."""
    at = actors.end + 1
    definite = not any(actor.group for actor in actors.members)
    if (
        not definite
        or reader.text[actors.end : at] != " "
        or not reader.text[at : at + 1].islower()
    ):
        return None
    if words.NO_ORDER.match(reader.folded, at) or ends_name(reader.folded, at):
        return None
    return Order(actors.members, (), start, end, at)


def _any_verb(reader: Reader, at: int) -> bool:
    """After "Giao Sở Y tế" whatever follows in lower case is the order, and the part that it is given."""
    return words.GIVEN_PART.match(reader.folded, at) is not None or (
        reader.text[at : at + 1].islower() and not reader.folded.startswith(_SAYS_WHAT_IT_IS, at)
    )


def _gives_on(reader: Reader, actors: Actors) -> bool:
    """Whether the agencies only pass an order on: "Bộ Nội vụ đề nghị Ủy ban nhân dân các tỉnh …"."""
    giving = words.GIVES_ON.match(reader.folded, actors.end)
    return (
        giving is not None and len(actors.members) == 1 and reader.actors(giving.end()) is not None
    )


def default_addressees(reader: Reader) -> tuple[Actor, ...]:
    """Whom the sentence before the items addresses: "… yêu cầu các cơ quan, đơn vị:"."""
    last: Actors | None = None
    for giving in words.TOLD.finditer(reader.folded):
        actors = reader.actors(giving.end())
        if actors is not None:
            last = actors
    return last.members if last else ()


def closing_formula(reader: Reader, order: Order) -> bool:
    """Whether a paragraph is the formula at the end: "Văn phòng … thông báo để các bộ biết, thực hiện".

    Who is told to notify others so is another than the issuer.
    """
    if not words.CLOSING.match(reader.folded, order.verb_at):
        return False
    offices = all(
        doer.name.startswith(("Văn phòng ", "Cơ quan thường trực ")) for doer in order.doers
    )
    speaks = all(reader.home.speaks(doer.name) for doer in order.doers)
    if reader.home.issuer and not (offices or speaks):
        return False
    return bool(words.CLOSING_END.search(reader.folded, 0, order.end))
