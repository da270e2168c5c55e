"""Old Word (.doc), RTF and OpenDocument, through the programs that read them.

LibreOffice turns each into .docx, so that numbering, tables and footnotes come along; without it,
antiword gives the text of a .doc. Each run has a profile and a folder of its own.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from corpus.document import Problem, Severity
from corpus.read.docx import read_docx
from corpus.read.programs import INSTALL, find_program, run_program
from corpus.read.reading import Reading, unreadable
from corpus.read.text import read_text

__all__ = ["read_office"]

_SECONDS = 180.0
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # a .docx with a password is an OLE file
_WORD = "WordDocument".encode("utf-16-le")


def read_office(data: bytes, path: str) -> Reading:
    """Returns the lines of a .doc, .rtf or .odt file, or a problem that says what to install."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return unreadable(path, "tệp Word có mật khẩu: hãy gỡ mật khẩu rồi nạp lại")
        if _WORD not in data:
            return unreadable(
                path, "không phải văn bản Word (có thể là bảng tính hoặc trình chiếu)"
            )
    office = find_program("soffice", "libreoffice")
    antiword = find_program("antiword") if data.startswith(_OLE) else None
    if office is None and antiword is None:
        return unreadable(path, f"cần LibreOffice để đọc định dạng này: {INSTALL['libreoffice']}")
    with tempfile.TemporaryDirectory(prefix="chidao-") as folder:
        source = Path(folder, f"document{_suffix(data)}")
        source.write_bytes(data)
        if office is not None:
            return _by_libreoffice(office, source, path)
        return _by_antiword(antiword or "", source, path)


def _suffix(data: bytes) -> str:
    if data.startswith(_OLE):
        return ".doc"
    return ".rtf" if data.lstrip()[:5] == b"{\\rtf" else ".odt"


def _by_libreoffice(program: str, source: Path, path: str) -> Reading:
    profile = source.parent / "profile"
    command = [
        program, "--headless", "--norestore", "--nolockcheck",
        f"-env:UserInstallation=file://{profile}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(source.parent), str(source),
    ]  # fmt: skip
    try:
        run_program(command, _SECONDS)
    except OSError as error:
        return unreadable(path, f"LibreOffice không đọc được tệp, có thể tệp hỏng: {error}")
    converted = source.with_suffix(".docx")
    if not converted.is_file():  # what it cannot open, it leaves out without an error
        return unreadable(path, "LibreOffice không đọc được tệp: tệp hỏng hoặc sai định dạng")
    return read_docx(converted.read_bytes(), path)


def _by_antiword(program: str, source: Path, path: str) -> Reading:
    try:
        text = run_program([program, "-m", "UTF-8.txt", "-w", "0", str(source)], _SECONDS)
    except OSError as error:
        return unreadable(path, f"antiword không đọc được tệp, có thể tệp hỏng: {error}")
    reading = read_text(text, path)
    message = "đọc bằng antiword: số thứ tự tự động có thể bị mất; cài LibreOffice để đọc đủ: "
    note = Problem(path, Severity.WARNING, message + INSTALL["libreoffice"])
    return Reading(reading.lines, (*reading.problems, note))
