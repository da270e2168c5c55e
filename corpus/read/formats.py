"""Which reader a file needs, by what its bytes are; its name decides only where they do not say.

Offices rename: ".doc" is often RTF or HTML inside. `read` never raises: whatever a reader cannot
do becomes a problem of that file.
"""

from __future__ import annotations

import importlib
import io
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath

from corpus.read.reading import MAX_FILE_BYTES, Reading, unreadable

__all__ = ["SUFFIXES", "is_archive", "kind_of", "read"]

SUFFIXES = frozenset(
    {".txt", ".md", ".docx", ".doc", ".rtf", ".odt", ".html", ".htm", ".pdf", ".zip"}
)
"""What a folder is searched for; files named outright are read whatever they are called."""

_TEXT = frozenset({"", ".txt", ".md", ".text", ".markdown"})
_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "office"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
)
_OTHERS = (  # what is found under our suffixes, by how it begins
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"GIF8", "ảnh GIF"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"MZ", "chương trình Windows"),
    (b"\x7fELF", "chương trình Linux"),
)
_PACKAGES = frozenset({".docx", ".odt"})  # a .zip with an order of its own
_DAMAGED = frozenset({"BadZipFile", "EOFError", "PackageNotFoundError", "XMLSyntaxError", "error"})
_READERS = {
    "pdf": ("corpus.read.pdf", "read_pdf"),
    "docx": ("corpus.read.docx", "read_docx"),
    "html": ("corpus.read.html", "read_html"),
    "office": ("corpus.read.office", "read_office"),
    "text": ("corpus.read.text", "read_text"),
}


def kind_of(data: bytes, name: str) -> str | None:
    """Returns "pdf", "docx", "html", "office", "text" or "zip", or None for anything else."""
    head = data[:1024].lstrip()
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if b"%PDF-" in data[:1024]:  # a few bytes of a mail header before it are common
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data)
    suffix = PurePosixPath(name).suffix.lower()
    beginning = head[:512].lower()
    if b"<html" in beginning or b"<!doctype html" in beginning or suffix in {".html", ".htm"}:
        return "html"
    if suffix in _TEXT or suffix in {".doc", ".rtf"}:  # text saved under a word processor's suffix
        return "text"
    return None


def is_archive(data: bytes, name: str) -> bool:
    """Returns whether the bytes are a plain .zip, and not a .docx or .odt, whole or damaged."""
    if data[:4] != b"PK\x03\x04" or _kind_of_zip(data) != "zip":
        return False
    return PurePosixPath(name).suffix.lower() not in _PACKAGES or _holds_documents(data)


def _holds_documents(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(PurePosixPath(n).suffix.lower() in SUFFIXES for n in archive.namelist())
    except Exception:  # noqa: BLE001 - a damaged archive raises many things; opening it will say
        return False


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return "docx"
            if "mimetype" in names and b"opendocument.text" in archive.open("mimetype").read(80):
                return "office"
    except Exception:  # noqa: BLE001 - a damaged archive raises many things; opening it will say
        return "zip"
    return "zip"


def read(data: bytes, path: str) -> Reading:
    """Returns the lines of one document; `path` is how its problems name it."""
    if not data:
        return unreadable(path, "tệp rỗng, không có nội dung để đọc")
    if len(data) > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 2**20
        return unreadable(path, f"tệp quá lớn ({len(data) // 2**20} MB): giới hạn là {limit} MB")
    kind = kind_of(data, path)
    if kind is None or kind not in _READERS:
        return unreadable(path, _foreign(data, PurePosixPath(path).suffix))
    module, function = _READERS[kind]
    reader: Callable[[bytes, str], Reading] = getattr(importlib.import_module(module), function)
    try:
        reading = reader(data, path)
    except MemoryError:
        return unreadable(path, "hết bộ nhớ khi đọc tệp")
    except Exception as error:  # noqa: BLE001 - one bad file never stops the rest
        name = type(error).__name__
        code = "" if name in _DAMAGED else f" ({name})"
        return unreadable(path, f"tệp hỏng, không đọc được nội dung{code}")
    suffix = PurePosixPath(path).suffix
    if kind == "text" and not reading.lines and suffix.lower() in {".doc", ".rtf"}:
        return unreadable(path, _foreign(data, suffix))
    if not reading.problems and not any(line.text.strip() for line in reading.lines):
        return unreadable(path, "không tìm thấy chữ nào trong tệp")
    return reading


def _foreign(data: bytes, suffix: str) -> str:
    """What is wrong with a file whose bytes are of no format that we read."""
    other = next((name for start, name in _OTHERS if data.startswith(start)), None)
    if suffix.lower() not in SUFFIXES:
        return f"không hỗ trợ định dạng này ({suffix or 'không có phần mở rộng'})"
    if other is not None:
        return f"tên tệp là {suffix} nhưng nội dung là {other}: không đọc được"
    return f"tệp hỏng: nội dung không phải của một tệp {suffix}"
