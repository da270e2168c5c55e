"""The web of references as pictures whose documents can be clicked, with the same as lists.

A document's shape and colour tell its kind; one that the library does not hold is hollow, with a
broken line, and leads nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import cos, pi, sin, sqrt

from index.graph import Link, Node, Web
from index.rows import key
from qa.messages import say
from qa.view.citation import document_name
from qa.view.markup import Html, day, element, join
from qa.view.places import place, place_names

__all__ = [
    "cut",
    "family",
    "fitted",
    "link_to",
    "node_words",
    "relation_words",
    "render_web",
    "symbol",
]

_WIDTH, _HEIGHT = 1440.0, 720.0
_LARGEST = 36.0  # radius, however often cited
_NAME = 22  # characters of a name in the picture
_TITLE = 140  # characters of a title beside the picture

_ZOOMS = (("+", "1.4", "closer"), ("−", "0.714", "farther"), ("⟲", "0", "whole"))

# Families of kinds that one shape stands for: corners, the angle of the first, and the words that
# open the kinds (see `key`). What fits none is the last.
_FAMILIES: dict[str, tuple[int, float, tuple[str, ...]]] = {
    "law": (6, 0, ("luat", "bo luat", "phap lenh", "hien phap")),
    "decree": (4, 0, ("nghi dinh",)),
    "resolution": (4, 45, ("nghi quyet", "ket luan")),
    "circular": (3, -90, ("thong tu",)),
    "decision": (0, 0, ("quyet dinh",)),
    "letter": (3, 90, ("cong van",)),
    "order": (5, -90, ("chi thi", "cong dien", "thong bao", "ke hoach", "chuong trinh")),
    "other": (8, 22.5, ("",)),
}


def family(kind: str | None) -> str:
    """The family of a kind of document ("Nghị định" → "decree")."""
    words = key(kind or "")
    return next(name for name, (*_, opening) in _FAMILIES.items() if words.startswith(opening))


def symbol(of: str, radius: float) -> Html:
    """The shape of a family around the origin; all are about equally large."""
    corners, turn, _ = _FAMILIES[of]
    if not corners:
        return element("circle", r=f"{radius:.1f}")
    reach = radius * (1.3 if corners == 3 else 1.15 if corners == 4 else 1.05)
    angles = (turn / 180 * pi + 2 * pi * n / corners for n in range(corners))
    points = " ".join(f"{reach * cos(a):.1f},{reach * sin(a):.1f}" for a in angles)
    return element("polygon", points=points)


def cut(words: str, length: int) -> str:
    """The words, or their opening when they are longer."""
    words = " ".join(words.split())
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


def fitted(words: str, width: float, size: float) -> str:
    """The words, or so many of them as fit that width in letters of that size.

    A picture made on the server does not know the reader's font: wide ones are reckoned with.
    """
    words = " ".join(words.split())
    room = width / size
    for at, letter in enumerate(words):
        room -= 0.78 if letter.isupper() else 0.36 if letter in " .,;:/-ilIt" else 0.64
        if room < 0:
            return words[: max(at - 1, 1)].rstrip() + "…"
    return words


def node_words(node: Node, lang: str) -> str:
    """What a document is, in one line: name, day, issuer, title, whether the library holds it."""
    head = node.head
    name = document_name(node.kind, node.name, lang) if head is None or head.number else node.name
    if head is None and "/" not in node.name:
        name = node.name  # a law by its title, which names the kind
    parts = [name]
    if node.issued:
        parts.append(say("cite.issued", lang, day=day(node.issued)))
    if node.issuer:
        parts.append(say("cite.issuer", lang, issuer=cut(node.issuer, 80)))
    words = " ".join(parts)
    if head and head.number and head.title:
        words += f": {cut(head.title, _TITLE)}"
    told = [cut(words, 320)]
    if node.cited_by:
        told.append(say("web.cited_by", lang, count=node.cited_by))
    if head is None:
        told.append(say("web.outside", lang))
    return " · ".join(told)


def relation_words(link: Link, lang: str) -> str:
    """How one document cites the other ("căn cứ, theo")."""
    return ", ".join(
        say(f"relation.{relation.name.lower()}", lang) for relation, _ in link.relations
    )


def link_to(node: Node, *content: object, **values: object) -> Html:
    """A link that opens the document; plain words where the library does not hold it."""
    if node.head is None:
        return element("span", *content, **values)
    return element(
        "a", *content, href="#", data_event="show", data_document=node.head.id, **values
    )  # fmt: skip


def render_web(web: Web, lang: str) -> Html:
    """The whole library's web: picture with its tools and legend, and the same as a table."""
    if not web.links:
        return element("p", say("web.empty", lang), class_="cd-empty", role="status")
    held = sum(node.head is not None for node in web.nodes)
    said = say(
        "web.count", lang, held=held, outside=len(web.nodes) - held, links=len(web.links),
    )  # fmt: skip
    if web.left_out:
        said += " " + say("web.left_out", lang, count=web.left_out)
    return element(
        "div",
        element("p", said, class_="cd-count", role="status"),
        _tools(lang),
        element(
            "div",
            element("div", _picture(web, lang), class_="cd-pan"),
            element("p", say("web.hint", lang), class_="cd-told", aria_live="polite"),
            class_="cd-frame",
        ),
        _legend(web, lang),
        _table(web, lang),
        class_="cd-map",
    )


def _tools(lang: str) -> Html:
    buttons = [
        element(
            "button", sign, type="button", class_="cd-quiet", data_zoom=zoom,
            aria_label=say(f"web.{name}", lang), title=say(f"web.{name}", lang),
        )
        for sign, zoom, name in _ZOOMS
    ]  # fmt: skip
    search = element(
        "label",
        element("span", say("web.find", lang)),
        element(
            "input", type="search", maxlength=100, placeholder=say("web.find_hint", lang),
            autocomplete="off", data_find=True,
        ),
        element("output", "", data_found=say("web.found", lang, count="#")),
        class_="cd-find",
    )  # fmt: skip
    return element("div", search, *buttons, class_="cd-webtools")


def _picture(web: Web, lang: str) -> Html:
    at = {node.id: number for number, node in enumerate(web.nodes)}
    ends = [(at[link.source], at[link.target]) for link in web.links]
    radii = [min(5 + 2.3 * sqrt(node.cited_by), _LARGEST) for node in web.nodes]
    spots = place([radius * 1.25 for radius in radii], ends, _WIDTH, _HEIGHT)
    lines = [
        element(
            "line", x1=spots[a][0], y1=spots[a][1], x2=spots[b][0], y2=spots[b][1],
            data_a=a, data_b=b,
        )
        for a, b in ends
    ]  # fmt: skip
    names = place_names(radii, spots, [number for number, n in enumerate(web.nodes) if n.cited_by])
    nodes = [
        _node(number, node, radii[number], spots[number], lang, names.get(number))
        for number, node in enumerate(web.nodes)
    ]
    nodes.reverse()  # what is drawn last lies on top: the names of the most cited
    return element(
        "svg",
        element("g", *lines, class_="cd-lines", aria_hidden="true"),
        *nodes,
        viewBox=f"0 0 {_WIDTH:.0f} {_HEIGHT:.0f}",
        role="group",
        aria_label=say("web.picture", lang),
        class_="cd-web",
    )


def _node(
    number: int,
    node: Node,
    radius: float,
    spot: tuple[float, float],
    lang: str,
    name_at: float | None,
) -> Html:
    words = node_words(node, lang)
    small = " cd-small" if name_at is None else ""
    below = radius + 9 if name_at is None else name_at
    label = element(
        "text", cut(node.name, _NAME), y=f"{below + 4:.1f}", class_=f"cd-name{small}",
        aria_hidden="true",
    )  # fmt: skip
    of = family(node.kind)
    values: dict[str, object] = {
        "class_": f"cd-node cd-f-{of}" + (" cd-out" if node.head is None else ""),
        "transform": f"translate({spot[0]} {spot[1]})",
        "tabindex": -1 if number else 0,
        "aria_label": words,
        "data_n": number,
    }
    reach = element("circle", r=f"{radius + 7:.1f}", class_="cd-reach")  # for fingers
    if node.head is None:
        return element("g", reach, symbol(of, radius), label, role="img", **values)
    return link_to(node, reach, symbol(of, radius), label, **values)


def _legend(web: Web, lang: str) -> Html:
    """What the shapes stand for; only those that the picture has."""
    seen = {family(node.kind) for node in web.nodes}
    items = [
        element(
            "li",
            element(
                "svg",
                element("g", symbol(name, 6), class_=f"cd-node cd-f-{name}"),
                viewBox="-9 -9 18 18", width=18, height=18, aria_hidden="true",
            ),
            say(f"web.kind.{name}", lang),
        )
        for name in _FAMILIES
        if name in seen
    ]  # fmt: skip
    items.append(
        element(
            "li",
            element(
                "svg",
                element("g", symbol("decision", 6), class_="cd-node cd-f-other cd-out"),
                viewBox="-9 -9 18 18", width=18, height=18, aria_hidden="true",
            ),
            say("web.hollow", lang),
        )
    )  # fmt: skip
    items.append(element("li", say("web.size", lang)))
    return element("ul", *items, class_="cd-legend", aria_label=say("web.legend", lang))


def _table(web: Web, lang: str) -> Html:
    """Who is cited by whom, as a table: the picture for whoever does not see it."""
    nodes = {node.id: node for node in web.nodes}
    incoming: defaultdict[str, list[Link]] = defaultdict(list)
    for link in web.links:
        incoming[link.target].append(link)
    rows = [
        element(
            "tr",
            element("th", link_to(node, node_words(node, lang)), scope="row"),
            element("td", _citing(incoming[node.id], nodes, lang)),
        )
        for node in web.nodes
        if node.id in incoming
    ]
    heads = [element("th", say(f"web.{name}", lang), scope="col") for name in ("cited", "citing")]
    return element(
        "details",
        element("summary", say("web.as_table", lang)),
        element(
            "div",
            element("table", element("thead", element("tr", *heads)), element("tbody", *rows)),
            class_="cd-tablebox",
            tabindex=0,
            role="region",
            aria_label=say("web.as_table", lang),
        ),
        class_="cd-fold",
    )


def _citing(links: Sequence[Link], nodes: dict[str, Node], lang: str) -> Html:
    named: Iterable[Html] = (
        join([
            link_to(nodes[link.source], cut(nodes[link.source].name, 60)),
            f" ({relation_words(link, lang)})",
        ])
        for link in links
    )  # fmt: skip
    return join(named, "; ")
