"""A document in the middle of those that cite it and those it cites: picture and list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.graph import Link, Node, Web
from qa.messages import say
from qa.view.graph import cut, family, fitted, link_to, node_words, relation_words, symbol
from qa.view.markup import Html, day, element

__all__ = ["render_neighbours"]

_SHOWN = 6  # documents on each side of the picture; the list has all
_ROW = 42  # height of a row, in the unit of the picture
_BOX = 36

_Side = Sequence[tuple[Node, Link]]


def render_neighbours(web: Web, document: str, lang: str) -> Html:
    """The neighbourhood of the document of that id; nothing where it has none."""
    nodes = {node.id: node for node in web.nodes}
    cites = _side((nodes[link.target], link) for link in web.links if link.source == document)
    citing = _side((nodes[link.source], link) for link in web.links if link.target == document)
    said = say("web.around", lang, cites=len(cites), citing=len(citing))
    if not cites and not citing:
        return element("p", said, class_="cd-note-line cd-alone")
    middle = nodes[document]
    return element(
        "details",
        element("summary", said),
        _wide(middle, citing, cites, lang),
        _narrow(middle, citing, cites, lang),
        element("p", say("web.hint_near", lang), class_="cd-told", aria_live="polite"),
        element(
            "details",
            element("summary", say("web.as_list", lang)),
            _list("refs.cited_by", citing, lang),
            _list("refs.cites", cites, lang),
            class_="cd-fold",
        ),
        class_="cd-around",
        data_picture="around",
        open=True,
    )


def _side(found: Iterable[tuple[Node, Link]]) -> list[tuple[Node, Link]]:
    """Those of the library first, then those named most often."""
    return sorted(
        found,
        key=lambda pair: (
            pair[0].head is None,
            -sum(count for _, count in pair[1].relations),
            pair[0].name,
        ),
    )


def _wide(middle: Node, citing: _Side, cites: _Side, lang: str) -> Html:
    """Citing on the left, cited on the right; a side with nothing takes no room."""
    rows = max(_rows(citing), _rows(cites))
    centre = 22 + rows * _ROW / 2
    parts: list[Html] = []
    if citing:
        parts += _column(citing, centre, 0, lang)
        parts.append(_arrow(395, centre, 0))
    if cites:
        parts += _column(cites, centre, 725, lang)
    parts.append(_box(middle, 395, centre - _BOX / 2, 210, lang, None))
    left, right = -3 if citing else 390, 1003 if cites else 610
    return _svg(left, right - left, rows * _ROW + 22, parts, "cd-wide", lang)


def _rows(side: _Side) -> int:
    return min(len(side), _SHOWN) + (len(side) > _SHOWN)


def _column(side: _Side, centre: float, left: int, lang: str) -> list[Html]:
    """One side: each document with the line that leads to the middle, or from it."""
    citing = left == 0
    edge, inner = (275, 395) if citing else (725, 605)
    words = f"{say('refs.cited_by' if citing else 'refs.cites', lang)} {len(side)}"
    parts = [element("text", words, x=left + 137, y=12, class_="cd-caption", aria_hidden="true")]
    top = centre - _rows(side) * _ROW / 2
    for number, (node, link) in enumerate(side[:_SHOWN]):
        y = top + number * _ROW + _ROW / 2
        way = f"M{edge} {y:.0f} H{edge + (inner - edge) * 0.86:.0f} L{inner} {centre:.0f}"
        relation = relation_words(link, lang)
        parts += [
            element("path", d=way, class_="cd-edge"),
            element(
                "text", fitted(relation, 112, 11.5), x=edge + (inner - edge) * 0.48,
                y=f"{y - 4:.0f}", class_="cd-relation", aria_hidden="true",
            ),
            _box(node, left, y - _BOX / 2, 275, lang, relation),
        ]  # fmt: skip
        if not citing:
            parts.append(_arrow(edge, y, 0))
    if len(side) > _SHOWN:
        parts.append(_rest(left + 137, top + _SHOWN * _ROW + 24, len(side), lang))
    return parts


def _narrow(middle: Node, citing: _Side, cites: _Side, lang: str) -> Html:
    """One below the other along a line at the left, for a phone."""
    parts: list[Html] = []
    y = 4.0
    row = _ROW + 18
    first = y + row / 2
    for node, link in citing[:_SHOWN]:
        parts += _branch(node, link, y, lang)
        y += row
    if len(citing) > _SHOWN:
        parts.append(_rest(210, y + 14, len(citing), lang))
        y += 24
    centre = y + 8 + _BOX / 2
    if citing:
        parts += [
            element("path", d=f"M14 {first:.0f} V{centre:.0f} H30", class_="cd-edge"),
            _arrow(30, centre, 0),
        ]
    parts.append(_box(middle, 30, y + 8, 350, lang, None))
    y += _BOX + 12
    start = centre
    for node, link in cites[:_SHOWN]:
        parts += [*_branch(node, link, y, lang), _arrow(44, y + 18 + _BOX / 2, 0)]
        start = y + 18 + _BOX / 2
        y += row
    if cites:
        parts.append(element("path", d=f"M30 {centre:.0f} H14 V{start:.0f}", class_="cd-edge"))
    if len(cites) > _SHOWN:
        parts.append(_rest(210, y + 14, len(cites), lang))
        y += 24
    return _svg(0, 400, y + 8, parts, "cd-narrow", lang)


def _branch(node: Node, link: Link, y: float, lang: str) -> list[Html]:
    words = relation_words(link, lang)
    middle = y + 18 + _BOX / 2
    return [
        element("path", d=f"M14 {middle:.0f} H44", class_="cd-edge"),
        element(
            "text", cut(words, 40), x=46, y=f"{y + 13:.0f}", class_="cd-relation cd-start",
            aria_hidden="true",
        ),
        _box(node, 44, y + 18, 336, lang, words),
    ]  # fmt: skip


def _svg(left: int, width: int, height: float, parts: Sequence[Html], of: str, lang: str) -> Html:
    return element(
        "svg",
        *parts,
        viewBox=f"{left} 0 {width} {height:.0f}",
        style=f"max-width:{width * 1.04:.0f}px",
        role="group",
        aria_label=say("web.picture_near", lang),
        class_=f"cd-near {of}",
    )


def _box(node: Node, x: float, y: float, width: float, lang: str, relation: str | None) -> Html:
    """A document as a box: its shape, its name, and below what else is known of it."""
    of = family(node.kind)
    words = node_words(node, lang)
    classes = f"cd-node cd-box cd-f-{of}"
    below = node.head.title if node.head and node.head.title and node.head.number else None
    facts = " · ".join(filter(None, (node.kind, day(node.issued), node.issuer)))
    content = [
        element("rect", width=width, height=_BOX, rx=6),
        element("g", symbol(of, 7), transform=f"translate(18 {_BOX / 2:.0f})", class_="cd-sign"),
        element("text", fitted(node.name, width - 42, 13.5), x=34, y=15, class_="cd-number"),
        element("text", fitted(below or facts, width - 42, 10.5), x=34, y=29, class_="cd-below"),
    ]
    values: dict[str, object] = {
        "transform": f"translate({x:.0f} {y:.0f})",
        "aria_label": words if relation is None else f"{relation}: {words}",
        "data_told": words,
    }
    if relation is None:
        return element("g", *content, role="img", class_=f"{classes} cd-middle", **values)
    if node.head is None:
        return element("g", *content, role="img", class_=f"{classes} cd-out", **values)
    return link_to(node, *content, class_=classes, **values)


def _arrow(x: float, y: float, turn: int) -> Html:
    """The tip of an arrow at that point; at 0 degrees it points to the right."""
    return element(
        "path", d="M0 0 L-9 -5 V5 Z", transform=f"translate({x:.0f} {y:.0f}) rotate({turn})",
        class_="cd-tip",
    )  # fmt: skip


def _rest(x: float, y: float, count: int, lang: str) -> Html:
    words = say("web.rest", lang, count=count - _SHOWN)
    return element("text", words, x=f"{x:.0f}", y=f"{y:.0f}", class_="cd-caption")


def _list(name: str, side: _Side, lang: str) -> Html:
    if not side:
        return Html("")
    items = [
        element(
            "li",
            element("span", relation_words(link, lang), class_="cd-badge"),
            " ",
            link_to(node, node_words(node, lang)),
        )
        for node, link in side
    ]
    return element("div", element("h3", f"{say(name, lang)} {len(side)}"), element("ul", *items))
