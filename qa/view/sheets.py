"""The pages of a document as pictures, with where each of its clauses stands on them."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlencode

from corpus.document import Page, Place, Printed
from qa.messages import say
from qa.view.markup import Html, attributes, element

__all__ = ["PICTURE_WIDTHS", "render_pager", "render_sheets", "render_switch"]

PICTURE_WIDTHS = (1240, 2480)
"""Pixels across a page: A4 at 150 dots an inch for a screen, at 300 for a sharper one or a closer
look. A browser chooses by the room that the page has."""

_STEPS = 10_000  # over a page's width and height, in which places are written


def render_switch(printed: Printed | None, lang: str) -> Html:
    """Text or page: two buttons, one of which is pressed; nothing for a document without pages."""
    if printed is None:
        return Html("")
    buttons = [
        element(
            "button", say(f"pages.{view}", lang), type="button", data_view=view,
            aria_pressed="true" if view == "text" else "false",
        )
        for view in ("text", "page")
    ]  # fmt: skip
    return element(
        "div", *buttons, class_="cd-switch", role="group", aria_label=say("pages.view", lang)
    )


def render_pager(printed: Printed | None, lang: str) -> Html:
    """The row of buttons that turn and zoom pages, and where it is said that none can be shown."""
    if printed is None:
        return Html("")
    count = len(printed.pages)
    turning = [
        _tool("◂", "previous", lang, data_turn=-1),
        element(
            "span",
            say("pages.page", lang),
            " ",
            element("span", "1", class_="cd-at"),
            f"/{count}",
            aria_live="polite",
        ),
        _tool("▸", "next", lang, data_turn=1),
    ]
    zooming = [
        _tool("−", "farther", lang, data_zoom=-1),
        element("span", "100%", class_="cd-zoomed"),
        _tool("+", "closer", lang, data_zoom=1),
    ]
    gone, failed = say("pages.gone", lang), say("pages.failed", lang)
    return Html(
        element(
            "div", *turning, *zooming,
            class_="cd-pager", role="group", aria_label=say("pages.bar", lang),
        )
        + element("p", class_="cd-gone", role="status", data_gone=gone, data_failed=failed)
    )  # fmt: skip


def _tool(sign: str, name: str, lang: str, **values: object) -> Html:
    words = say(f"pages.{name}", lang)
    return element("button", sign, type="button", aria_label=words, title=words, **values)


def render_sheets(printed: Printed | None, document_id: str, name: str, lang: str) -> Html:
    """All pages, empty until they are looked at; each knows the places of the clauses on it."""
    if printed is None:
        return Html("")
    places: defaultdict[int, list[Place]] = defaultdict(list)
    for place in printed.places:
        places[place.page].append(place)
    return element(
        "div",
        *(
            _sheet(page, places[page.number], document_id, name, lang)
            for page in printed.pages
        ),
        class_="cd-sheets",
        data_mark=say("pages.mark", lang),
    )  # fmt: skip


def _sheet(page: Page, places: list[Place], document_id: str, name: str, lang: str) -> Html:
    addresses = [
        "page?" + urlencode({"document": document_id, "number": page.number, "width": width})
        for width in PICTURE_WIDTHS
    ]
    offered = zip(addresses, PICTURE_WIDTHS, strict=True)
    picture = attributes(
        alt=say("pages.alt", lang, document=name, page=page.number),
        data_marked=say("pages.alt_marked", lang, document=name, page=page.number),
        data_src=addresses[0],
        data_srcset=", ".join(f"{address} {width}w" for address, width in offered),
    )
    return element(
        "div",
        Html(f"<img{picture}>"),
        class_="cd-sheet",
        style=f"aspect-ratio: {page.width:.2f} / {page.height:.2f}",
        data_page=page.number,
        data_scanned=page.scanned,
        data_places=";".join(map(_written, places)) or None,
    )


def _written(place: Place) -> str:
    """Clause, then left, top, right and bottom in ten-thousandths of the page."""
    box = place.box
    steps = (round(share * _STEPS) for share in (box.left, box.top, box.right, box.bottom))
    return " ".join(map(str, (place.clause, *steps)))
