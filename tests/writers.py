"""Writes a directive out in other formats, so that tests can read it back from each."""

from __future__ import annotations

import html
import io
import subprocess
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from corpus.document import ClauseKind
from corpus.header import read_header
from corpus.layout import clean
from corpus.read.formats import read
from corpus.read.programs import find_program
from corpus.text import plain

FONT = "Tinos"  # Times New Roman's metrics, with Vietnamese letters: package fonts-croscore


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
    kinds = read_header(laid.paragraphs).kinds
    out = Sheet()
    signed = False
    for at, paragraph in enumerate(laid.paragraphs):
        kind, key = kinds.get(at), plain(paragraph.text)
        if kind is ClauseKind.RECIPIENT:
            out.recipients.append(paragraph.text)
        elif kind is ClauseKind.SIGNATURE:
            out.signature.append(paragraph.text)
            signed = True
        elif signed:
            out.annex.append(paragraph.text)
        elif key.startswith("(van ban minh hoa"):
            out.above.append(paragraph.text)
        elif kind is not ClauseKind.HEADER:
            out.body.append(paragraph.text)
        else:
            part = _head_part(out, paragraph.text, key)
            part += paragraph.lines if part is out.issuer else [paragraph.text]
    return out


def _head_part(out: Sheet, text: str, key: str) -> list[str]:
    """The part of the head that a paragraph of it belongs to."""
    if key.startswith(("cong hoa xa", "doc lap -")):
        return out.motto
    if key.startswith(("so:", "so ", "v/v")) and not out.body:
        return out.number
    if ", ngay" in key:
        return out.dated
    return out.body if out.motto or not text.isupper() else out.issuer


def as_docx(page: Sheet) -> bytes:
    """The directive as Word has it: head and tail in tables of two columns."""
    from docx import Document
    from docx.shared import Pt

    document = Document()
    document.styles["Normal"].font.name = FONT
    document.styles["Normal"].font.size = Pt(13)
    for text in page.above:
        document.add_paragraph(text)
    _columns(document, [(page.issuer, page.motto), (page.number, page.dated)])
    for text in page.body:
        document.add_paragraph(text)
    _columns(document, [(page.recipients, page.signature)])
    for text in page.annex:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _columns(document: Any, rows: list[tuple[list[str], list[str]]]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for left, right in rows:
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, texts, width in zip(row.cells, (left, right), (6.2, 9.8), strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].text = texts[0] if texts else ""
            for text in texts[1:]:
                cell.add_paragraph(text)


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


def converted(docx: bytes, suffix: str, folder: Path) -> bytes:
    """The Word document in another format, by LibreOffice; skips the test, visibly, without it."""
    program = find_program("soffice", "libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    source = folder / "a.docx"
    source.write_bytes(docx)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        program,
        "--headless",
        profile,
        "--convert-to",
        suffix,
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / f"a.{suffix}").read_bytes()


def has_font() -> bool:
    """Whether the font is there in which the pages are set: another may lack Vietnamese."""
    program = find_program("fc-match")
    command = [program or "", FONT]
    return (
        program is not None
        and FONT in subprocess.run(command, capture_output=True, text=True, check=False).stdout
    )


def as_scan(pdf: bytes, *, dpi: int = 300, noise: bool = True) -> bytes:
    """The pages as pictures: rendered, turned a little, speckled, and bound as a PDF again."""
    import numpy as np
    import pypdfium2
    from PIL import Image

    chance = np.random.default_rng(7)
    pages = []
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=dpi / 72, grayscale=True).to_pil()
        if noise:
            picture = picture.rotate(0.3, fillcolor=255, resample=Image.Resampling.BICUBIC)
            dots = np.asarray(picture).astype(np.int16) + chance.normal(0, 8, picture.size[::-1])
            picture = Image.fromarray(dots.clip(0, 255).astype(np.uint8))
        pages.append(picture)
    buffer = io.BytesIO()
    pages[0].save(buffer, format="PDF", save_all=True, append_images=pages[1:], resolution=dpi)
    return buffer.getvalue()


def docx_of(body: str, **parts: str) -> bytes:
    """A package with this w:body, and further parts ("word/numbering.xml") given as XML."""
    from docx import Document

    buffer = io.BytesIO()
    Document().save(buffer)
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as base, zipfile.ZipFile(out, "w") as package:
        for name in base.namelist():
            data = base.read(name)
            if name == "word/document.xml":
                data = f"<w:document {namespace}><w:body>{body}</w:body></w:document>".encode()
            elif name in parts:
                data = parts[name].replace("<w:", "<w:", 1).encode()
            package.writestr(name, data)
        for name, text in parts.items():
            if name not in base.namelist():
                package.writestr(name, text)
    return out.getvalue()
