"""From paths to documents: what lies under a folder, and each file read and parsed.

Bad files are values here: `load` never raises for what a file contains.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document, Problem, Severity
from corpus.errors import NoDocumentsError, UsageError, reason_of
from corpus.parse import parse
from corpus.read.archive import members
from corpus.read.formats import SUFFIXES, is_archive, read
from corpus.read.legacy import vietnamese_share
from corpus.read.reading import MAX_FILE_BYTES

__all__ = ["Loaded", "discover", "load"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The documents of one file (an archive holds several), and all problems met on the way.

    A document's own problems are among `problems` too: one list to show.
    """

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()


def discover(paths: Iterable[Path]) -> list[Path]:
    """Returns the files to read, in a stable order, each once.

    Folders are searched at every depth for the formats chidao reads; hidden files and the lock
    files of word processors (~$…) are passed over. A file named outright is always taken. A folder
    that cannot be opened is returned itself: `load` says why.

    Raises:
        UsageError: a path does not exist.
        NoDocumentsError: nothing readable under the paths.
    """
    asked = list(paths)
    found: dict[Path, None] = {}
    for path in asked:
        try:
            folder, file = path.is_dir(), path.is_file()
        except OSError as error:  # a name too long, a folder that we may not enter
            raise UsageError(f"Không mở được “{path}”: {reason_of(error)}") from error
        if folder:
            found |= dict.fromkeys(_under(path))
        elif file:
            found[path] = None
        else:
            raise UsageError(f"Không có tệp hay thư mục “{path}”. Hãy kiểm tra lại đường dẫn.")
    if not found:
        where = ", ".join(f"“{path}”" for path in asked) or "các đường dẫn đã cho"
        kinds = " ".join(sorted(SUFFIXES))
        raise NoDocumentsError(f"Không thấy văn bản nào trong {where}. Đọc được: {kinds}")
    return list(found)


def _under(folder: Path) -> list[Path]:
    files: list[Path] = []
    closed: list[Path] = []
    # Does not follow links: no endless loops.
    for parent, folders, names in os.walk(
        folder, onerror=lambda e: closed.append(Path(e.filename))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [
            Path(parent, name)
            for name in sorted(names)
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in SUFFIXES
        ]
    return [file for file in files if file.is_file()] + closed


def load(path: Path) -> Loaded:
    """Returns what one file holds; whatever is wrong with it is among the problems."""
    name = str(path)
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            limit = MAX_FILE_BYTES // 2**20
            return _failed(name, f"tệp quá lớn: giới hạn là {limit} MB")
        data = path.read_bytes()
    except OSError as error:
        return _failed(name, f"không mở được tệp: {reason_of(error)}")
    if not is_archive(data, name):
        return _document(data, name)
    documents: list[Document] = []
    problems: list[Problem] = []
    for member in members(data, name):
        if isinstance(member, Problem):
            problems.append(member)
            continue
        loaded = _document(member.data, member.path)
        documents += loaded.documents
        problems += loaded.problems
    if not documents and not problems:
        return _failed(name, "tệp nén không chứa văn bản nào")
    return Loaded(tuple(documents), tuple(problems))


def _document(data: bytes, path: str) -> Loaded:
    reading = read(data, path)
    if not any(line.text.strip() for line in reading.lines):
        return Loaded(problems=reading.problems)
    digest = hashlib.sha256(data).hexdigest()
    document = parse(reading.lines, path, digest, reading.problems, reading.pages)
    if _is_foreign(document):
        message = "bỏ qua: không giống văn bản hành chính tiếng Việt"
        return Loaded(problems=(*reading.problems, Problem(path, Severity.NOTE, message)))
    return Loaded((document,), document.problems)


def _is_foreign(document: Document) -> bool:
    """Whether this is no directive at all (a README, an English guide) and not a damaged one."""
    header = document.header
    if header.number or header.issued or header.signer or header.issuer:
        return False
    letters = sum(character.isalpha() for character in document.text) or 1
    marked = sum(ord(character) > 0x7F and character.isalpha() for character in document.text)
    return marked / letters < 0.1 or vietnamese_share(document.text) < 0.1


def _failed(path: str, message: str) -> Loaded:
    return Loaded(problems=(Problem(path, Severity.ERROR, message),))
