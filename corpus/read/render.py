"""A page of a PDF as a picture for the screen."""

from __future__ import annotations

import io
import math
from contextlib import closing
from typing import Any

from corpus.read.pdfium import PDFIUM

__all__ = ["MAX_PIXELS", "PdfPages"]

MAX_PIXELS = 9_000_000
"""Of one picture: A4 at 300 dots an inch. A larger page is shown smaller than asked for."""

_LONGEST = 8000  # pixels of a side: WebP itself ends at 16,383
_QUALITY = 80  # WebP: letters stay sharp; a page of text is 100 to 200 kB


class PdfPages:
    """An opened PDF whose pages can be rendered, on any thread."""

    def __init__(self, data: bytes) -> None:
        """Open it.

        Raises:
            ValueError: it is no PDF, or cannot be opened.
        """
        import pypdfium2

        try:
            with PDFIUM:
                self._pdf: Any = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise ValueError(f"cannot be opened: {error}") from error

    def webp(self, number: int, width: int) -> bytes:
        """Page `number` (from 1), `width` pixels wide, as WebP: turned, cut, and with its stamps as
        a viewer of PDF shows it.

        Raises:
            ValueError: there is no such page, or it is damaged.
        """
        import pypdfium2

        try:
            # To the end of drawing only: WebP is made while another page may be drawn.
            with PDFIUM:
                if not 1 <= number <= len(self._pdf):
                    raise ValueError(f"there is no page {number}")
                with closing(self._pdf[number - 1]) as page:
                    wide, high = page.get_size()
                    scale = _scale(wide, high, width)
                    with closing(page.render(scale=scale, may_draw_forms=False)) as drawn:
                        picture = drawn.to_pil().copy()
        except pypdfium2.PdfiumError as error:
            raise ValueError(f"page {number} is damaged: {error}") from error
        out = io.BytesIO()
        picture.save(out, format="WEBP", quality=_QUALITY, method=2)
        return out.getvalue()

    def close(self) -> None:
        """Let go of the file."""
        with PDFIUM:
            self._pdf.close()


def _scale(wide: float, high: float, width: int) -> float:
    """Pixels a point, so that the page is as wide as asked and no larger than is allowed."""
    wide, high = max(wide, 1.0), max(high, 1.0)
    return min(width / wide, math.sqrt(MAX_PIXELS / (wide * high)), _LONGEST / max(wide, high))
