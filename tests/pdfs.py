"""Directives as PDFs: small ones with texts at known places, samples from Word, and their scans."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from corpus.read.programs import find_program
from eval.scanned import as_scan
from eval.writers import as_docx, converted, sheet


def printed(words: dict[str, bytes], suffix: str, folder: Path) -> dict[str, bytes]:
    """Word documents in another format; skips the test, visibly, without LibreOffice."""
    if find_program("soffice", "libreoffice") is None:
        pytest.skip("LibreOffice is not installed")
    return converted(words, suffix, folder)


def sample_pdf(path: Path, folder: Path) -> bytes:
    """A sample as Word makes a PDF of it."""
    return printed({"a": as_docx(sheet(path))}, "pdf", folder)["a"]


def sample_scan(path: Path, folder: Path) -> bytes:
    """The same, printed and scanned."""
    return as_scan(sample_pdf(path, folder))


def as_pdf(
    pages: list[list[tuple[float, float, str]]],
    *,
    size: tuple[float, float] = (595, 842),
    turned: int = 0,
    cut: tuple[float, float, float, float] | None = None,
) -> bytes:
    """A PDF with these texts, each at its place in points from the left and the bottom.

    Letters without diacritics only: the fonts that every PDF viewer has know no Vietnamese.
    `turned` is the page's /Rotate, `cut` its /CropBox.
    """
    import ctypes

    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument.new()
    for texts in pages:
        page = document.new_page(*size)
        for x, y, text in texts:
            item = raw.FPDFPageObj_NewTextObj(document, b"Times-Roman", 13.0)
            coded = (text + "\0").encode("utf-16-le")
            raw.FPDFText_SetText(item, ctypes.cast(coded, raw.FPDF_WIDESTRING))
            raw.FPDFPageObj_Transform(item, 1, 0, 0, 1, x, y)
            raw.FPDFPage_InsertObject(page, item)
        raw.FPDFPage_GenerateContent(page)
        page.set_rotation(turned)
        if cut:
            page.set_cropbox(*cut)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()
