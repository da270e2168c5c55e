"""Whom a text asks to be worked with: "phối hợp với Sở Tài chính", and not "… các cơ quan liên quan"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import order_words as words
from corpus.actors import Actor, Actors, Reader
from corpus.text import fold
from corpus.verbs import opens_order, surely_opens_order

__all__ = ["supporters"]


def supporters(
    reader: Reader, start: int, end: int, apart: Sequence[tuple[int, int]] = ()
) -> tuple[Actor, ...]:
    """Those whom the text asks to be worked with ("phối hợp với …") between `start` and `end`.

    Only definite bodies and classes: "các cơ quan liên quan" is nobody. The stretches `apart`,
    half-open, speak to others and are left to them.
    """
    found: list[Actor] = []
    for match in words.SUPPORT.finditer(reader.folded, start, end):
        if any(begin <= match.start() < stop for begin, stop in apart):
            continue
        actors = reader.actors(match.end())
        if actors is not None:
            found.extend(actor for actor in _asked(reader, actors) if _is_definite(actor))
    for match in words.LED.finditer(reader.folded, start, end):
        if any(begin <= match.start() < stop for begin, stop in apart):
            continue
        actors = reader.actors(match.end())
        if actors is not None and _helps(reader, actors.end, beside=match):
            found.extend(actor for actor in actors.members if _is_definite(actor))
    for match in words.THERE.finditer(reader.folded, start, end):
        if any(begin <= match.start() < stop for begin, stop in apart):
            continue
        actors = reader.actors(match.end())
        if actors is not None and words.THERE_HELPS.match(reader.folded, actors.end):
            found.extend(actor for actor in actors.members if _is_definite(actor))
    return tuple(found)


def _asked(reader: Reader, actors: Actors) -> Sequence[Actor]:
    """Those of a list who are asked to help: behind its one semicolon others may be told something of their
    own, "… phối hợp với các địa phương; Sở A, Sở B kiểm tra …"."""
    apart = [at for at, actor in enumerate(actors.members) if actor.before.lstrip().startswith(";")]
    acts = len(apart) == 1 and surely_opens_order(reader.folded, actors.end + 1)
    return actors.members[: apart[0]] if acts else actors.members


def _helps(reader: Reader, end: int, *, beside: re.Match[str]) -> bool:
    """Whether those named up to `end` help who leads: "…, Sở B phối hợp (thẩm định)", or have a part
    of the work `beside` who leads it: "Sở A chủ trì, Sở B cung cấp nội dung"."""
    if beside.group().startswith("chủ trì,") and surely_opens_order(reader.folded, end + 1):
        return reader.text[end : end + 1] == " "
    doing = words.HELPING.match(reader.folded, end)
    return words.HELPS.match(reader.folded, end) is not None or (
        doing is not None and opens_order(reader.folded, doing.end())
    )


def _is_definite(actor: Actor) -> bool:
    """Whether a body or class of bodies can be held to its support; "các nhà thầu" cannot."""
    if not actor.group:
        return True
    name = fold(actor.name)
    if words.DEFINITE.match(name):
        return True
    if actor.open:
        return False
    if words.QUALIFIED.match(name):
        return True
    return words.CLASS.match(name) is not None and words.LOOSE.search(name) is None
