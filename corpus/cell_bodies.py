"""Who is named in a cell of a table that holds bodies and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.actor import Actor, make_group
from corpus.actors import Reader
from corpus.text import collapse
from corpus.verbs import opens_order

__all__ = ["bodies_of", "lists_bodies", "lists_open_bodies"]

# What may stand behind the bodies of a cell.
_CATCH_ALL = re.compile(r"\s*(?:[;,]?\s*(?:các|những) [^.]*liên quan)?[\s.;,]*$")
# For which part of the work: "Bộ Y tế (mạng lưới quốc gia)", "các bộ với các quy chuẩn của ngành".
_SCOPE = re.compile(r"\s*\([^)]*\)|\s(?:đối với|với|về|phần) [^;]*")
_BETWEEN = re.compile(r"\s*[;,]?\s*(?:và |cùng )?")
# Goes with the class before it: "Các trường đại học, viện nghiên cứu", "các tỉnh, thành phố khác".
_MORE = re.compile(r"(?: khác|(?:,| và) [^;.()]{3,60})(?=[\s.]*(?:[;(]|$))")
_CLASS = re.compile(r"(?:các|những) [^;.()]{3,80}(?=[\s.]*(?:[;(]|$))", re.IGNORECASE)
# "UBND thành phố Hà Nội và các tỉnh, thành phố khác": the committees of those places, too.
_PLACES = re.compile(r"Các (?:tỉnh|thành phố|huyện|xã|phường)(?!\w)")


def bodies_of(reader: Reader) -> tuple[Actor, ...] | None:
    """Returns the bodies that a cell's paragraph lists, or None if it says anything else, too."""
    found: list[Actor] = []
    at = 0
    while True:
        actors = reader.actors(at)
        named = list(actors.members) if actors else _class_at(reader, at) if found else []
        if not named:
            return None
        for actor in named:
            found.append(_committees(actor, found))
        end = actors.end if actors else named[-1].end
        if _CATCH_ALL.match(reader.text, end):
            return tuple(found)
        if found[-1].group and (more := _more(reader, end)):
            end = more
            found[-1] = _with_more(reader, found[-1], end)
        if scope := _SCOPE.match(reader.folded, end):
            end = scope.end()
        if _CATCH_ALL.match(reader.text, end):
            return tuple(found)
        between = _BETWEEN.match(reader.folded, end)
        if between is None or between.end() == end:
            return None
        at = between.end()


@lru_cache(4096)
def _listed(text: str) -> tuple[Actor, ...] | None:
    return bodies_of(Reader(text))


def lists_bodies(text: str) -> bool:
    """Whether a text is a list of bodies and nothing else."""
    return _listed(text) is not None


def lists_open_bodies(text: str) -> bool:
    """Whether a text is a list of catch-alls ("các cơ quan liên quan") and nothing else."""
    return all(actor.open for actor in _listed(text) or ()) and lists_bodies(text)


def _class_at(reader: Reader, at: int) -> list[Actor]:
    """A class that the grammar of names lacks: "các Hiệp hội và Doanh nghiệp công nghệ số"."""
    named = _CLASS.match(reader.text, at)
    return [make_group(reader.text, at, named.end())] if named else []


def _committees(actor: Actor, before: Sequence[Actor]) -> Actor:
    """The people's committees that a class of places stands for behind those of other places; and
    no space behind the slash within a name ("tỉnh/ thành phố")."""
    name = actor.name.replace("/ ", "/")
    if before and before[-1].name.startswith("Ủy ban nhân dân ") and _PLACES.match(name):
        name = f"Ủy ban nhân dân {name[0].lower()}{name[1:]}"
        return replace(actor, name=name, open=False)
    return replace(actor, name=name)


def _more(reader: Reader, at: int) -> int | None:
    """Where what goes on with a class of bodies ends, if anything does."""
    more = _MORE.match(reader.text, at)
    if more is None:
        return None
    begin = _BETWEEN.match(reader.folded, at)
    if begin is None or opens_order(reader.folded, begin.end()):
        return None
    another = reader.actors(begin.end()) or _class_at(reader, begin.end())
    return None if another else more.end()


def _with_more(reader: Reader, group: Actor, end: int) -> Actor:
    said = collapse(reader.text[group.end : end])
    between = "" if said.startswith(",") else " "
    return replace(
        group, name=group.name + between + said, named_as=reader.text[group.start : end], end=end
    )
