"""A known body of a district or a commune, told by the unit behind its name: "Trạm Y tế xã Hòa An",
"Phòng Y tế các huyện, thành phố", "Trung tâm Phục vụ hành chính công xã"."""

from __future__ import annotations

from collections.abc import Callable

from corpus import naming
from corpus.actor import Actor, make_group
from corpus.text import collapse

__all__ = ["of_lower_unit"]


def of_lower_unit(
    text: str,
    folded: str,
    place_end: Callable[[int], int | None],
    named: tuple[str, int, int],
    *,
    local: bool,
) -> Actor | None:
    """The body of the unit that stands behind a name, or of every such unit; None behind no unit.

    Args:
        text: that it is named in.
        folded: the same, folded (see `corpus.text.fold`).
        place_end: where a place's name ends that begins behind an offset.
        named: the body's name, where it begins and where it ends.
        local: each district or commune has one.
    """
    name, at, end = named
    if local and (every := naming.EVERY_UNIT.match(folded, end)):
        return make_group(text, at, every.end())
    lower = naming.LOWER_BEHIND.match(folded, end)
    centre = name.startswith("Trung tâm") and not folded.startswith(" xã hội", end)
    if lower is None or not (local or centre):
        return None
    stop = place_end(lower.end()) or lower.end()
    return Actor(f"{name} {collapse(text[end:stop])}", text[at:stop], at, stop)
