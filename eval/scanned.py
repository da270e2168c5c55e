"""A PDF's pages as an office's scanner gives them: turned, soft, speckled, stamped in red.

Number and day are often written in by hand, and a round stamp covers the left of the signature:
both are what recognition stumbles over, so both are drawn.
"""

from __future__ import annotations

import io
import re
from contextlib import closing
from dataclasses import dataclass
from typing import Any

__all__ = ["Scanner", "as_scan"]

_BLANKS = re.compile(r"(?:Số:\s*|,\s*ngày\s*)(\d+)")  # what a clerk fills in on paper
_SIGNED = re.compile(r"^(?:[KT][TM]|TL|TUQ)\.|^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|THỦ TƯỚNG|CỤC TRƯỞNG)")
_RED, _INK, _PAPER = (196, 38, 46), (40, 40, 120), (255, 255, 255)
_STAMP = 0.62  # inches, the radius: Decree 99/2016/NĐ-CP has stamps 32 to 36 mm wide


@dataclass(frozen=True, slots=True)
class Scanner:
    """How a page is spoilt. `turned` in degrees, `soft` in pixels of blur, `grain` in grey levels.

    `stamped` draws a red stamp over the signature; `by_hand` writes number and day in ink.
    """

    dpi: int = 300
    turned: float = 0.3
    soft: float = 0.0
    grain: float = 8.0
    stamped: bool = False
    by_hand: bool = False
    seed: int = 7


def as_scan(pdf: bytes, how: Scanner = Scanner()) -> bytes:
    """Returns the pages as pictures, bound as a PDF again."""
    import numpy as np
    import pypdfium2

    chance = np.random.default_rng(how.seed)
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        pages = [_scanned(page, how, chance) for page in document]
    buffer = io.BytesIO()
    pages[0].save(
        buffer, format="PDF", save_all=True, append_images=pages[1:], resolution=how.dpi, quality=80
    )
    return buffer.getvalue()


def _scanned(page: Any, how: Scanner, chance: Any) -> Any:
    import numpy as np
    from PIL import Image, ImageFilter

    scale = how.dpi / 72
    picture = page.render(scale=scale).to_pil().convert("RGB")
    with closing(page.get_textpage()) as layer:
        text = layer.get_text_range()
        if how.by_hand:
            _write_in(picture, layer, text, page.get_height(), scale, chance)
        if how.stamped:
            _stamp(picture, layer, text, page.get_height(), scale)
    if not how.stamped:
        picture = picture.convert("L")
    paper: Any = _PAPER if how.stamped else 255
    picture = picture.rotate(how.turned, fillcolor=paper, resample=Image.Resampling.BICUBIC)
    if how.soft:
        picture = picture.filter(ImageFilter.GaussianBlur(how.soft))
    dots = np.asarray(picture).astype(np.int16)
    dots = dots + chance.normal(0, how.grain, dots.shape).astype(np.int16)
    return Image.fromarray(dots.clip(0, 255).astype(np.uint8))


def _write_in(
    picture: Any, layer: Any, text: str, height: float, scale: float, chance: Any
) -> None:
    """Digits of number and day, wiped out and written anew, each a little aslant."""
    from PIL import Image, ImageDraw, ImageFont

    for blank in _BLANKS.finditer(text[:600]):
        for at in range(*blank.span(1)):
            left, bottom, right, top = (edge * scale for edge in layer.get_charbox(at))
            box = (int(left) - 2, int(height * scale - top) - 3, int(right) + 2,
                   int(height * scale - bottom) + 3)  # fmt: skip
            ImageDraw.Draw(picture).rectangle(box, fill=_PAPER)
            tall = int(1.5 * (box[3] - box[1]))
            glyph = Image.new("L", (tall, tall), 0)
            shape = ImageFont.load_default(size=int(0.8 * tall))
            ImageDraw.Draw(glyph).text((tall // 4, 0), text[at], fill=255, font=shape)
            glyph = glyph.rotate(float(chance.normal(-6, 5)), resample=Image.Resampling.BICUBIC)
            rise = int(chance.normal(-2, 2))
            place = (box[0] - tall // 5, box[1] - tall // 8 + rise)
            picture.paste(Image.new("RGB", glyph.size, _INK), place, glyph)


def _stamp(picture: Any, layer: Any, text: str, height: float, scale: float) -> None:
    """A round red stamp over the left third of the signature, as it is put on: stamping ink is a
    glaze, and the toner beneath stays dark."""
    from PIL import Image, ImageChops, ImageDraw

    signed = [
        match.start()
        for match in re.finditer(r"(?m)^.+$", text)
        if _SIGNED.match(match[0].strip()) and layer.get_charbox(match.start())[0] > 200
    ]
    if not signed:
        return
    left, bottom, _, _ = layer.get_charbox(signed[0])
    radius = _STAMP * 72 * scale
    middle = left * scale + 0.3 * radius, (height - bottom) * scale + 0.9 * radius
    ink = Image.new("RGB", picture.size, _PAPER)
    draw = ImageDraw.Draw(ink)
    for part, width in ((1.0, 8), (0.92, 3), (0.6, 3)):
        edge = part * radius
        box = (middle[0] - edge, middle[1] - edge, middle[0] + edge, middle[1] + edge)
        draw.ellipse(box, outline=_RED, width=width)
    points = [(middle[0] + 0.3 * radius * x, middle[1] + 0.3 * radius * y) for x, y in _STAR]
    draw.polygon(points, fill=_RED)
    picture.paste(ImageChops.multiply(picture, ink))


_STAR = ((0, -1), (0.23, -0.31), (0.95, -0.31), (0.36, 0.12), (0.59, 0.81),
         (0, 0.38), (-0.59, 0.81), (-0.36, 0.12), (-0.95, -0.31), (-0.23, -0.31))  # fmt: skip
