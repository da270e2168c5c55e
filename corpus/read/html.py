"""Pages saved as HTML: the text of the body in order, without what is furniture of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from corpus.read.legacy import repair
from corpus.read.numbering import format_number
from corpus.read.reading import Reading, unreadable
from corpus.read.tables import MERGED, table_lines
from corpus.read.text import decode, to_lines, without_nuls

__all__ = ["read_html"]

_SKIPPED = frozenset(
    ("script", "style", "head", "noscript", "template", "nav", "aside", "form", "button", "select",
     "iframe", "svg", "object", "title")
)  # fmt: skip
_BLOCKS = frozenset(
    ("p", "div", "section", "article", "main", "header", "footer", "h1", "h2", "h3", "h4", "h5",
     "h6", "ul", "ol", "dl", "dt", "dd", "pre", "blockquote", "center", "tr", "body", "hr")
)  # fmt: skip
_MOST_ROWS = 1000  # that a cell goes over
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MAX_DEPTH = 200


def read_html(data: bytes, path: str) -> Reading:
    """Returns the lines of an HTML page; everything on one page, as a browser shows it."""
    from lxml import etree, html

    data, nuls = without_nuls(data, path)
    text = _text(data)
    if text is None:
        return unreadable(path, "không nhận ra bảng mã của trang HTML")
    if "\0" in text:  # the parser would take it for another encoding, and give signs of China
        return unreadable(path, "trang HTML hỏng: đầy byte rỗng (NUL)")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return unreadable(path, "trang HTML không có nội dung")
    body = root.find("body")
    shown = "".join(_shown(body if body is not None else root, 0))
    lines = [re.sub(r"[ \t\xa0]+", " ", line).strip() for line in shown.split("\n")]
    converted, _ = repair(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())
    reading = to_lines(converted, path)
    return Reading(reading.lines, (*nuls, *reading.problems))


def _text(data: bytes) -> str | None:
    """The page as text: its declared encoding where that holds, else the one found."""
    declared = _DECLARED.search(data[:2048])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)[0]


def _shown(element: Any, depth: int) -> Iterator[str]:
    """The text of an element as a browser shows it; a newline for each break."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or tag in _SKIPPED or depth > _MAX_DEPTH or _hidden(element):
        return
    if tag == "br":
        yield "\n"
    elif tag == "table":
        lines = (line.text for line in table_lines(_rows(element, depth)))
        yield "\n\n" + "\n".join(lines) + "\n\n"
    elif tag == "li":
        yield f"\n{_marker(element)} " + "".join(_inside(element, depth)).strip() + "\n"
    elif tag in _BLOCKS:
        yield "\n\n"
        yield from _inside(element, depth)
        yield "\n\n"
    elif tag == "sup" and (mark := _note_mark(element)):
        yield mark
    else:
        yield from _inside(element, depth)


def _inside(element: Any, depth: int) -> Iterator[str]:
    kept = element.tag == "pre"
    yield _collapsed(element.text, kept=kept)
    for child in element:
        yield from _shown(child, depth + 1)
        yield _collapsed(child.tail, kept=kept)


def _collapsed(text: str | None, *, kept: bool) -> str:
    return (text or "") if kept else re.sub(r"\s+", " ", text or "")


def _hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "mso-hide:all" in style or element.get("hidden") is not None


def _rows(table: Any, depth: int) -> list[list[str]]:
    rows: list[list[str]] = []
    spans: dict[int, int] = {}  # by column, how many more rows its cell goes on
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table:
            continue  # of a table within a cell: read with that cell
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        texts = ["".join(_inside(cell, depth + 1)) for cell in cells]
        found = ["\n".join(filter(None, map(str.strip, text.split("\n")))) for text in texts]
        rows.append(_with_spans(found, cells, spans))
    return rows


def _with_spans(texts: list[str], cells: list[Any], spans: dict[int, int]) -> list[str]:
    """The cells of a row, `MERGED` where one of a row above goes on; `spans` is brought up to date."""
    row: list[str] = []
    for text, cell in zip(texts, cells, strict=True):
        while spans.get(len(row), 0) > 0:
            spans[len(row)] -= 1
            row.append(MERGED)
        rows = cell.get("rowspan") or ""
        spans[len(row)] = min(int(rows), _MOST_ROWS) - 1 if rows.isdigit() else 0
        row.append(text)
    while spans.get(len(row), 0) > 0:
        spans[len(row)] -= 1
        row.append(MERGED)
    return row


def _marker(item: Any) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "-"
    before = sum(1 for other in item.itersiblings("li", preceding=True))
    first = int(parent.get("start") or 1) if (parent.get("start") or "1").isdigit() else 1
    own = item.get("value") or ""
    count = int(own) if own.isdigit() else first + before
    style = _LIST_STYLES.get(parent.get("type") or "", "decimal")
    return format_number(count, style) + (")" if style == "lowerLetter" else ".")


def _note_mark(element: Any) -> str | None:
    """The mark of a footnote: a raised number that is a link, and no exponent (m²)."""
    text = "".join(element.itertext()).strip().strip("[]()")
    linked = element.find(".//a") is not None or element.getparent().tag == "a"
    return f"[{text}]" if linked and text.isdigit() else None
