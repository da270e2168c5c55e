"""Writes a directive out in other formats, so that it can be read back from each and compared.

The page is an office's template: head and tail in two columns, one paragraph a clause.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from corpus.document import ClauseKind
from corpus.header import read_header
from corpus.layout import clean
from corpus.marks import is_upper, opens_signature
from corpus.read.formats import read
from corpus.read.programs import INSTALL, find_program, run_program
from corpus.text import plain

__all__ = ["Sheet", "as_docx", "as_html", "converted", "font", "sheet"]

_FONTS = ("Times New Roman", "Tinos", "Liberation Serif")  # one metric, with Vietnamese letters
_SECONDS = 60.0  # for the start of LibreOffice, and for each document at the most


@dataclass
class Sheet:
    """A directive by the parts of its page, as an office's template has them."""

    above: list[str] = field(default_factory=list)  # what stands over the head
    issuer: list[str] = field(default_factory=list)
    motto: list[str] = field(default_factory=list)
    number: list[str] = field(default_factory=list)
    dated: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    annex: list[str] = field(default_factory=list)


def sheet(path: Path) -> Sheet:
    """The parts of a sample, from its clean text."""
    laid = clean(read(path.read_bytes(), path.name).lines)
    head = read_header(laid.paragraphs)
    kinds, title = head.kinds, head.header.title or "\0"
    out = Sheet()
    signed = False
    for at, paragraph in enumerate(laid.paragraphs):
        kind, key = kinds.get(at), plain(paragraph.text)
        if kind is ClauseKind.RECIPIENT:
            out.recipients.append(paragraph.text)
        elif kind is ClauseKind.SIGNATURE:
            # A wrapped name is one line of a signature, what it is signed for several.
            out.signature += paragraph.lines if is_upper(paragraph.text) else [paragraph.text]
            signed = True
        elif signed:
            out.annex.append(paragraph.text)
        elif key.startswith("(van ban minh hoa"):
            out.above.append(paragraph.text)
        elif kind is not ClauseKind.HEADER:
            out.body.append(paragraph.text)
        else:
            part = _head_part(out, paragraph.text, key)
            part += paragraph.lines if part is out.issuer else _set_apart(paragraph.text, title)
    return out


def _set_apart(text: str, title: str) -> list[str]:
    """Kind, title and who issues it on lines of their own, as they are printed."""
    before, found, behind = text.partition(title)
    parts = [before, title, behind] if found and (is_upper(behind) or not behind) else [text]
    return [part.strip() for part in parts if part.strip()]


def _head_part(out: Sheet, text: str, key: str) -> list[str]:
    """The part of the head that a paragraph of it belongs to."""
    if key.startswith(("cong hoa xa", "doc lap -")):
        return out.motto
    dated = ", ngay" in key or re.search(r" ngay \d.*thang.*nam \d{4}$", key) is not None
    between = out.number and not out.dated  # the subject stands below the number
    if (key.startswith(("so:", "so ", "v/v")) or between) and not out.body and not dated:
        return out.number
    if dated:
        return out.dated
    return out.body if out.motto or not text.isupper() else out.issuer


def as_docx(page: Sheet) -> bytes:
    """The directive as Word has it: head and tail in tables of two columns."""
    from docx import Document
    from docx.shared import Pt

    document = Document()
    document.styles["Normal"].font.name = font() or _FONTS[0]
    document.styles["Normal"].font.size = Pt(13)
    _paragraphs(document, page.above)
    _columns(document, [(page.issuer, page.motto), (page.number, page.dated)])
    _paragraphs(document, page.body)
    _columns(document, [(page.recipients, page.signature)])
    _paragraphs(document, page.annex)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraphs(document: Any, texts: list[str]) -> None:
    """Decree 30/2020/NĐ-CP, Annex I: first lines 1 to 1.27 cm in, paragraphs 6 pt apart or more."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    for text in texts:
        form = document.add_paragraph(text).paragraph_format
        form.space_after = Pt(6)
        if is_upper(text):
            form.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            form.first_line_indent = Cm(1)
            form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _columns(document: Any, rows: list[tuple[list[str], list[str]]]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for columns in rows:
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - no door
        for cell, texts, width in zip(row.cells, columns, (6.2, 9.8), strict=True):
            cell.width = Cm(width)
            _centred(cell, texts)
    document.add_paragraph()  # Word cannot end in a table


def _centred(cell: Any, texts: list[str]) -> None:
    """The lines of a column, in its middle unless they are a list; room for hand and stamp between
    a signature's office and its name."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    listed = any(text.startswith("-") and text.strip("-") for text in texts)
    signs = any(opens_signature(text) for text in texts)
    name = next((at for at, text in enumerate(texts) if at and not is_upper(text)), None)
    for at, text in enumerate(texts):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.text = text
        paragraph.paragraph_format.space_after = Pt(0)
        if not listed:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if signs and at == name:
            paragraph.paragraph_format.space_before = Pt(60)


def as_html(page: Sheet) -> bytes:
    """The directive as a web page with a site's furniture around it."""

    def paragraphs(texts: list[str]) -> str:
        return "".join(f"<p>{html.escape(text)}</p>\n" for text in texts)

    def row(left: list[str], right: list[str]) -> str:
        cells = ("<br>".join(map(html.escape, texts)) for texts in (left, right))
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"

    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Trang</title>"
        "<style>p {color: red}</style></head><body><nav>Trang chủ | Văn bản</nav>"
        "<script>var a = '<p>x</p>';</script>"
        f"{paragraphs(page.above)}<table>{row(page.issuer, page.motto)}"
        f"{row(page.number, page.dated)}</table>{paragraphs(page.body)}"
        f"<table>{row(page.recipients, page.signature)}</table>{paragraphs(page.annex)}"
        "</body></html>"
    ).encode()


def converted(documents: Mapping[str, bytes], suffix: str, folder: Path) -> dict[str, bytes]:
    """The Word documents, by name, in another format: one run of LibreOffice for all of them.

    What LibreOffice leaves out is left out. `folder` takes its files.

    Raises:
        OSError: LibreOffice is not installed, or failed.
    """
    program = find_program("soffice", "libreoffice")
    if program is None:
        raise OSError(f"cần LibreOffice: {INSTALL['libreoffice']}")
    sources, out = folder / "docx", folder / suffix
    sources.mkdir(exist_ok=True)
    paths = {name: sources / f"{name}.docx" for name in documents}
    for name, path in paths.items():
        path.write_bytes(documents[name])
    command = [
        program, "--headless", f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to", suffix, "--outdir", str(out), *map(str, paths.values()),
    ]  # fmt: skip
    run_program(command, _SECONDS * (1 + len(paths)))
    found = {name: out / f"{name}.{suffix}" for name in documents}
    return {name: path.read_bytes() for name, path in found.items() if path.is_file()}


@cache
def font() -> str | None:
    """The font in which pages are set: the first of those with Vietnamese that is installed."""
    program = find_program("fc-match")
    if program is None:
        return None
    shown = (run_program([program, name], 20).decode("utf-8", "replace") for name in _FONTS)
    return next((name for name, found in zip(_FONTS, shown, strict=True) if name in found), None)
