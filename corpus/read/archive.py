"""The documents inside a .zip, one at a time, within bounds.

Nothing is ever written under a name from the archive, so such names cannot lead outside. What an
archive claims about sizes is not believed: bytes are counted while they are unpacked.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from corpus.document import Problem, Severity
from corpus.read.formats import SUFFIXES
from corpus.read.reading import MAX_FILE_BYTES

__all__ = ["MAX_MEMBERS", "MAX_UNPACKED_BYTES", "Member", "members"]

MAX_MEMBERS = 5000
MAX_UNPACKED_BYTES = 1024 * 1024 * 1024
"""All members together: a zip bomb of a few kilobytes unpacks to far more."""

_MAX_DEPTH = 2  # an archive in an archive is read, one in that is not
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive; `path` is "archive.zip/folder/name.docx"."""

    path: str
    data: bytes


def members(data: bytes, path: str) -> Iterator[Member | Problem]:
    """Yields the files of the archive that may hold documents, and what could not be unpacked."""
    yield from _members(data, path, [MAX_UNPACKED_BYTES], depth=1)


def _members(data: bytes, path: str, left: list[int], depth: int) -> Iterator[Member | Problem]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = [info for info in archive.infolist() if not info.is_dir()]
    except Exception:  # noqa: BLE001 - zipfile raises many kinds on damaged input
        yield Problem(path, Severity.ERROR, "tệp nén hỏng, không mở được")
        return
    if len(infos) > MAX_MEMBERS:
        message = f"tệp nén có {len(infos)} tệp: chỉ đọc {MAX_MEMBERS} tệp đầu"
        yield Problem(path, Severity.WARNING, message)
    for info in infos[:MAX_MEMBERS]:
        name = PurePosixPath(_name(info))
        if name.suffix.lower() not in SUFFIXES or name.name.startswith((".", "~$")):
            continue
        inner = f"{path}/{_inside(name)}"
        unpacked = _unpack(archive, info, inner, left)
        if isinstance(unpacked, Problem):
            yield unpacked
            if left[0] <= 0:
                return
        elif name.suffix.lower() != ".zip":
            yield Member(inner, unpacked)
        elif depth < _MAX_DEPTH:
            yield from _members(unpacked, inner, left, depth + 1)
        else:
            yield Problem(inner, Severity.WARNING, "bỏ qua: tệp nén lồng quá sâu")


def _unpack(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, left: list[int]
) -> bytes | Problem:
    if info.flag_bits & _ENCRYPTED:
        return Problem(path, Severity.ERROR, "tệp nén có mật khẩu: hãy giải nén trước")
    limit = min(MAX_FILE_BYTES, left[0])
    try:
        with archive.open(info) as stream:
            data = stream.read(limit + 1)
    except Exception:  # noqa: BLE001 - a damaged member raises many things
        return Problem(path, Severity.ERROR, "không giải nén được: tệp hỏng")
    left[0] -= len(data)
    if len(data) > limit:
        return Problem(path, Severity.ERROR, "quá lớn sau khi giải nén: không đọc tiếp")
    return data


def _name(info: zipfile.ZipInfo) -> str:
    """Names without the UTF-8 flag are read as cp437 by zipfile, though most are UTF-8."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _inside(name: PurePosixPath) -> str:
    """The name without what would lead outside: for showing, since nothing is written."""
    return "/".join(part for part in name.parts if part not in {"/", "..", "."})
