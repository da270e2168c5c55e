"""PDF: the text layer where it holds the page's text, recognition where it does not.

A signed scan has a text layer too: that of the signature's stamp. So each page is judged by what
it shows: a picture over most of the page with little text beside it is a scan, whatever text the
file carries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from corpus.document import Page, Problem, Severity, SourceLine
from corpus.read.columns import untangle
from corpus.read.ink import prepared
from corpus.read.legacy import repair
from corpus.read.numerals import with_numerals
from corpus.read.ocr import OcrLine, OcrUnavailable, as_png, recognise
from corpus.read.pdfium import PDFIUM
from corpus.read.pdftables import Piece, TextLine, over_pages
from corpus.read.pdftext import Setting, page_pieces
from corpus.read.reading import MAX_PAGES, Reading, unreadable

__all__ = ["read_pdf"]

_MAX_SCANNED = 600  # pages recognised of one document, about 20 minutes on two cores
_DPI = 300
_MAX_PIXELS = 5000  # of a page's longer side: a poster is not rendered at 300 dpi
_COVERS = 0.5  # of the page, by pictures
_FULL_PAGE = 900  # letters: below it, text beside a covering picture is a stamp or a caption
_MAX_DOUBTS = 30
_JUNK = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")


@dataclass(slots=True)
class _Page:
    """A page that was looked at; `pieces` are what its text layer has."""

    shown: Page
    pieces: list[Piece]

    @property
    def number(self) -> int:
        return self.shown.number

    @property
    def scanned(self) -> bool:
        return self.shown.scanned


def read_pdf(data: bytes, path: str) -> Reading:
    """Returns the lines of a PDF, page by page from its text layer or by recognition."""
    import pypdfium2

    try:
        with PDFIUM:
            pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            return unreadable(path, "tệp PDF có mật khẩu: hãy gỡ mật khẩu rồi nạp lại")
        return unreadable(path, "tệp PDF hỏng, không mở được")
    try:
        return _read(pdf, path)
    finally:
        with PDFIUM:
            pdf.close()


def _read(pdf: Any, path: str) -> Reading:
    problems: list[Problem] = []
    count = len(pdf)
    if count > MAX_PAGES:
        message = f"có {count} trang: chỉ đọc {MAX_PAGES} trang đầu"
        problems.append(Problem(path, Severity.WARNING, message, MAX_PAGES))
    pages: list[_Page] = []
    setting = Setting()
    for number in range(1, min(count, MAX_PAGES) + 1):
        try:
            with PDFIUM, closing(pdf[number - 1]) as page:
                pages.append(_look(page, number, setting))
        except Exception:  # noqa: BLE001 - one damaged page must not cost the others
            message = f"trang {number} hỏng, không đọc được"
            problems.append(Problem(path, Severity.ERROR, message, number))
    recognised, more = _recognise(pdf, [page for page in pages if page.scanned], path)
    problems += more
    printed = over_pages([[] if page.scanned else page.pieces for page in pages])
    whole, legacy = repair("\f".join("\n".join(line.text for line in page) for page in printed))
    if legacy:
        note = f"đã chuyển từ bảng mã {legacy} sang Unicode"
        problems.append(Problem(path, Severity.NOTE, note))
    lines: list[SourceLine] = []
    for page, layer, text in zip(pages, printed, whole.split("\f"), strict=True):
        found: Sequence[TextLine | OcrLine] = layer
        texts = text.split("\n")
        cells = [line.cell for line in layer]
        doubts: dict[int, tuple[str, ...]] = {}
        if page.number in recognised:
            found = recognised[page.number]
            texts, cells = [line.text for line in found], [False] * len(found)
            doubts = {at: line.doubtful for at, line in enumerate(recognised[page.number])}
        for at, line in enumerate(texts):
            same = len(found) == len(texts)
            boxes, cell = (found[at].boxes, cells[at]) if same else ((), False)
            lines.append(SourceLine(line, page.number, len(lines) + 1, boxes, cell))
            if doubts.get(at):
                words = ", ".join(f"“{word}”" for word in doubts[at])
                message = f"nhận dạng chưa chắc: {words}, hãy đối chiếu bản gốc"
                problems.append(Problem(path, Severity.WARNING, message, page.number, len(lines)))
    shown = tuple(page.shown for page in pages)
    return Reading(untangle(lines), _bounded(problems, path), shown)


def _look(page: Any, number: int, setting: Setting) -> _Page:
    """Reads a page's text layer and decides whether it is the page's text."""
    layer = page.get_textpage()
    try:
        pieces = page_pieces(page, layer, setting)
    finally:
        layer.close()
    text = "\n".join(piece.text for piece in pieces)
    letters = sum(character.isalnum() for character in text)
    junk = len(_JUNK.findall(text))
    covered = _pictured(page)
    scanned = (
        (covered >= _COVERS and letters < _FULL_PAGE)
        or (letters == 0 and covered > 0)
        or junk > 0.1 * max(1, len(text))
    )
    width, height = page.get_size()
    return _Page(Page(number, width, height, scanned), pieces)


def _pictured(page: Any) -> float:
    """The share of the page, 0 to 1, that its pictures cover (overlaps counted twice)."""
    from pypdfium2 import raw

    width, height = page.get_size()
    area = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        wide = max(0.0, min(right, width) - max(left, 0.0))
        area += wide * max(0.0, min(top, height) - max(bottom, 0.0))
    return float(min(1.0, area / (width * height))) if width and height else 0.0


def _recognise(
    pdf: Any, pages: list[_Page], path: str
) -> tuple[dict[int, list[OcrLine]], list[Problem]]:
    if not pages:
        return {}, []
    problems: list[Problem] = []
    if len(pages) > _MAX_SCANNED:
        message = f"có {len(pages)} trang quét: chỉ nhận dạng {_MAX_SCANNED} trang đầu"
        problems.append(Problem(path, Severity.WARNING, message, pages[_MAX_SCANNED].number))
        pages = pages[:_MAX_SCANNED]
    try:
        results = recognise(_images(pdf, pages), len(pages))
    except OcrUnavailable as missing:
        shown = ", ".join(str(page.number) for page in pages[:10])
        more = " …" if len(pages) > 10 else ""
        message = f"trang quét ({shown}{more}) chưa đọc được: {missing}"
        return {}, [*problems, Problem(path, Severity.ERROR, message, pages[0].number)]
    found: dict[int, list[OcrLine]] = {}
    for page, result in zip(pages, results, strict=True):
        if isinstance(result, OSError):
            message = f"không nhận dạng được trang {page.number}: {result}"
            problems.append(Problem(path, Severity.ERROR, message, page.number))
        else:
            found[page.number] = result
    return dict(zip(found, with_numerals(list(found.values())), strict=True)), problems


def _images(pdf: Any, pages: list[_Page]) -> Iterator[bytes]:
    for page in pages:
        with PDFIUM, closing(pdf[page.number - 1]) as shown:
            scale = min(_DPI / 72, _MAX_PIXELS / max(1.0, *shown.get_size()))
            # Without annotations: a digital signature's stamp is none of the directive's text.
            picture = shown.render(scale=scale, may_draw_forms=False, draw_annots=False)
            with closing(picture):
                drawn = picture.to_pil().copy()
        yield as_png(prepared(drawn))


def _bounded(problems: list[Problem], path: str) -> tuple[Problem, ...]:
    """The problems, of doubtful words only the first few: a poor scan has them on every line."""
    doubts = [problem for problem in problems if problem.message.startswith("nhận dạng chưa chắc")]
    if len(doubts) <= _MAX_DOUBTS:
        return tuple(problems)
    dropped = set(doubts[_MAX_DOUBTS:])
    kept = [problem for problem in problems if problem not in dropped]
    message = f"và {len(dropped)} dòng khác nhận dạng chưa chắc: bản quét khó đọc"
    return (*kept, Problem(path, Severity.WARNING, message))
