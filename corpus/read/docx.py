"""Word documents (.docx): paragraphs with their printed numbers, tables, footnotes, in order.

Only text is taken; nothing a document refers to outside itself is ever opened.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpus.document import Problem, Severity, SourceLine
from corpus.read.legacy import from_tcvn3, from_vni, repair
from corpus.read.numbering import Numbering, W
from corpus.read.reading import MAX_LINES, Reading, unreadable
from corpus.read.tables import MERGED, table_lines

__all__ = ["read_docx"]

_MAX_UNPACKED = 300 * 1024 * 1024
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", _FALLBACK}
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}lastRenderedPageBreak": "\f",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_SYMBOLS = {  # of the fonts Symbol and Wingdings, by their private codes
    **dict.fromkeys(("F0B7", "F0A7", "F0D8", "F076"), "•"),
    **dict.fromkeys(("F0A8", "F06F", "F071"), "☐"),
    **dict.fromkeys(("F0FE", "F052", "F0FD"), "☑"),
}
_CONTROLS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}
_NOTE_TYPES = {"separator", "continuationSeparator", "continuationNotice"}


@dataclass(slots=True)
class _Styles:
    """What styles add to a paragraph: its list, and capitals."""

    lists: dict[str, tuple[str, int]] = field(default_factory=dict)
    capitals: set[str] = field(default_factory=set)
    based_on: dict[str, str] = field(default_factory=dict)

    def chain(self, style: str | None) -> Iterator[str]:
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            yield style
            style = self.based_on.get(style)


@dataclass(slots=True)
class _Reader:
    path: str
    numbering: Numbering
    styles: _Styles
    lines: list[SourceLine] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # ids of the notes, in order of their marks
    boxes: list[str] = field(default_factory=list)  # text boxes tied to the paragraph being read
    joined: str = ""  # the paragraphs before, whose end was deleted
    page: int = 1

    def put(self, text: str) -> None:
        for at, part in enumerate(text.split("\f")):
            self.page += at > 0
            for line in part.split("\n"):
                self.lines.append(SourceLine(line, self.page, len(self.lines) + 1))

    def block(self, element: Any) -> None:
        """Puts the lines of a body, a cell or a content control."""
        for child in element:
            if child.tag == f"{W}p":
                text = self.paragraph(child)
                if text is not None:
                    self.put(text)
                    self.put("")
            elif child.tag == f"{W}tbl":
                for line in table_lines(self.rows(child)):
                    self.put(line.text)
            elif child.tag in _CONTROLS and not _is_prompt(child):
                self.block(child)

    def rows(self, table: Any) -> list[list[str]]:
        rows: list[list[str]] = []
        for row in table.iter(f"{W}tr"):
            if _outer_table(row) is not table:
                continue  # of a table within a cell: read with that cell
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            rows.append([self.cell(cell) for cell in row.iter(f"{W}tc") if _row_of(cell) is row])
        return rows

    def cell(self, cell: Any) -> str:
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(f"{W}val") != "restart":
            return MERGED  # its text stands in the cell above
        return "\n".join(self.inside(cell)).strip("\n")

    def inside(self, element: Any) -> Iterator[str]:
        """The lines of a cell; a table within it is read as one by itself."""
        for child in element:
            if child.tag == f"{W}p":
                text = (self.paragraph(child) or "").replace("\f", "")
                if text.strip():
                    yield text
            elif child.tag == f"{W}tbl":
                yield from (line.text for line in table_lines(self.rows(child)))
            elif child.tag in _CONTROLS and not _is_prompt(child):
                yield from self.inside(child)

    def paragraph(self, element: Any) -> str | None:
        """The text of a paragraph, text boxes behind it; None if it goes on in the next."""
        style = _attribute(element.find(f"{W}pPr/{W}pStyle"))
        text = "".join(self.texts(element, capitals=self.in_capitals(style)))
        if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:  # its end was deleted
            self.joined += text
            return None
        text, self.joined = self.joined + text, ""
        boxes, self.boxes = self.boxes, []
        marker = self.marker(element, style)
        text = f"{marker} {text.lstrip()}" if marker and text.strip() else text
        return "\n\n".join([text, *boxes]) if boxes else text

    def marker(self, element: Any, style: str | None) -> str:
        numbered = element.find(f"{W}pPr/{W}numPr")
        level = 0
        instance = None
        if numbered is not None:
            instance = _attribute(numbered.find(f"{W}numId"))
            level = int(_attribute(numbered.find(f"{W}ilvl")) or 0)
        if instance is None:
            found = (self.styles.lists.get(name) for name in self.styles.chain(style))
            instance, own = next((known for known in found if known), (None, 0))
            level = level or own
        return self.numbering.next(instance, level) if instance else ""

    def in_capitals(self, style: str | None) -> bool:
        return any(name in self.styles.capitals for name in self.styles.chain(style))

    def texts(self, element: Any, *, capitals: bool) -> Iterator[str]:
        """The printed pieces of a paragraph: deleted text and fallbacks are left out."""
        for child in element:
            if child.tag in _SKIPPED or child.tag == f"{W}pPr" or _is_prompt(child):
                continue
            if child.tag == f"{W}txbxContent":
                self.boxes.append(self.box(child))
                continue
            if child.tag == f"{W}r":
                yield from self.run(child, capitals=capitals)
            else:
                yield from self.texts(child, capitals=capitals)

    def box(self, content: Any) -> str:
        """The text of a text box, which stands apart from the line it is tied to."""
        outer, self.boxes = self.boxes, []
        text = "\n\n".join(self.inside(content))
        self.boxes = outer
        return text

    def run(self, run: Any, *, capitals: bool) -> Iterator[str]:
        properties = run.find(f"{W}rPr")
        font = ""
        if properties is not None:
            if _on(properties.find(f"{W}vanish")):
                return
            fonts = properties.find(f"{W}rFonts")
            font = (fonts.get(f"{W}ascii") or "") if fonts is not None else ""
            caps = properties.find(f"{W}caps")
            capitals = _on(caps) if caps is not None else capitals
        for child in run:
            if child.tag == f"{W}t":
                text = _from_font(child.text or "", font)
                yield text.upper() if capitals else text
            elif child.tag == f"{W}sym":
                yield _SYMBOLS.get((child.get(f"{W}char") or "").upper(), "")
            elif child.tag in _CHARACTERS:
                # An explicit page break is followed by a rendered one where Word saved the file.
                yield "" if child.get(f"{W}type") == "page" else _CHARACTERS[child.tag]
            elif child.tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                self.notes.append(f"{child.tag}:{child.get(f'{W}id')}")
                yield f"[{len(self.notes)}]"
            elif child.tag not in _SKIPPED:
                yield from self.texts(child, capitals=capitals)


def read_docx(data: bytes, path: str) -> Reading:
    """Returns the lines of a Word document; pages as Word last broke them, else all one page."""
    if (refused := _refused(data, path)) is not None:
        return refused
    from docx import Document

    try:
        document = Document(io.BytesIO(data))
    except KeyError:  # python-docx: a part that every document has is missing
        return unreadable(path, "tệp hỏng: thiếu phần nội dung của văn bản Word")
    reader = _Reader(path, _numbering(document), _styles(document))
    reader.block(document.element.body)
    reader.put(reader.joined)
    for number, text in enumerate(_note_texts(document, reader), start=1):
        reader.put(f"[{number}] {text}")
    lines = reader.lines
    problems: list[Problem] = []
    if len(lines) > MAX_LINES:
        lines = lines[:MAX_LINES]
        problems.append(Problem(path, Severity.WARNING, f"quá dài: chỉ đọc {MAX_LINES} dòng đầu"))
    whole, legacy = repair("\n".join(line.text for line in lines))
    if legacy:
        texts = whole.split("\n")
        lines = [
            SourceLine(text, line.page, line.number)
            for text, line in zip(texts, lines, strict=True)
        ]
        note = f"đã chuyển từ bảng mã {legacy} sang Unicode"
        problems.append(Problem(path, Severity.NOTE, note))
    return Reading(tuple(lines), tuple(problems))


def _refused(data: bytes, path: str) -> Reading | None:
    """Why the package must not be unpacked, if so: what it claims to hold is too large."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        size = sum(info.file_size for info in package.infolist())
    if size > _MAX_UNPACKED:
        return unreadable(path, f"quá lớn sau khi giải nén ({size // 2**20} MB): không đọc")
    return None


def _numbering(document: Any) -> Numbering:
    try:
        return Numbering.of(document.part.numbering_part.element)
    except (KeyError, NotImplementedError):  # python-docx: the package has no such part
        return Numbering()


def _styles(document: Any) -> _Styles:
    styles = _Styles()
    for style in document.styles.element.iter(f"{W}style"):
        name = style.get(f"{W}styleId") or ""
        parent = _attribute(style.find(f"{W}basedOn"))
        if parent:
            styles.based_on[name] = parent
        instance = _attribute(style.find(f"{W}pPr/{W}numPr/{W}numId"))
        if instance:
            level = _attribute(style.find(f"{W}pPr/{W}numPr/{W}ilvl"))
            styles.lists[name] = (instance, int(level or 0))
        if _on(style.find(f"{W}rPr/{W}caps")):
            styles.capitals.add(name)
    return styles


def _note_texts(document: Any, reader: _Reader) -> list[str]:
    """The texts of the footnotes and endnotes, in the order of their marks."""
    texts: dict[str, str] = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind not in {"footnotes", "endnotes"} or relation.is_external:
            continue
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(relation.target_part.blob, parser)
        for note in root:
            if note.get(f"{W}type") in _NOTE_TYPES:
                continue
            words = ["".join(reader.texts(p, capitals=False)) for p in note.iter(f"{W}p")]
            key = f"{W}{kind[:-1]}Reference:{note.get(f'{W}id')}"
            texts[key] = " ".join(word.strip() for word in words if word.strip())
    return [texts.get(key, "") for key in list(reader.notes)]


def _from_font(text: str, font: str) -> str:
    """Text typed for a legacy font: the font, not the text, says what its codes mean."""
    if font.startswith(".Vn"):
        converted = from_tcvn3(text)
        return converted.upper() if font.endswith("H") else converted
    return from_vni(text) if font.startswith("VNI") else text


def _attribute(element: Any | None) -> str | None:
    return None if element is None else element.get(f"{W}val")


def _on(element: Any | None) -> bool:
    return element is not None and element.get(f"{W}val") not in {"0", "false", "off"}


def _is_prompt(element: Any) -> bool:
    """Whether a content control was left empty and shows what to type there."""
    return element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _outer_table(row: Any) -> Any:
    return next(iter(row.iterancestors(f"{W}tbl")), None)


def _row_of(cell: Any) -> Any:
    return next(iter(cell.iterancestors(f"{W}tr")), None)
