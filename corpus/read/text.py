"""Plain text and Markdown: the encoding found, lines and pages counted."""

from __future__ import annotations

import codecs
import re
import unicodedata

from corpus.document import Problem, Severity, SourceLine
from corpus.read.columns import untangle
from corpus.read.legacy import repair, vietnamese_share
from corpus.read.reading import MAX_LINES, Reading, unreadable

__all__ = ["decode", "read_text", "to_lines", "without_nuls"]

_BOMS = (  # UTF-32 before UTF-16: one begins with the other
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile("\r\n|[\n\r\v\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FRONT_MATTER = re.compile(r"\A---\r?\n(?:[\w-]+:.*\r?\n)+---\r?\n")
_PAGE_BREAK = re.compile(r"^-{2,} ?(?:PAGE BREAK|page break) ?-{2,}$", re.MULTILINE)
_MAX_DAMAGE_SHOWN = 20
_STRAY = 0.01  # of a file's bytes: more NULs, and it is another encoding or no text


def read_text(data: bytes, path: str) -> Reading:
    """Returns the lines of a text file; its encoding is found, never assumed."""
    if not data.strip():
        return unreadable(path, "tệp rỗng, không có nội dung để đọc")
    data, nuls = without_nuls(data, path)
    text, message = decode(data)
    if text is None:
        return unreadable(path, message or "không đọc được bảng mã")
    reading = to_lines(_without_markup(text), path)
    lines = untangle(reading.lines)
    problems = [*nuls, *reading.problems]
    if message:
        problems.insert(0, Problem(path, Severity.NOTE, message))
    damaged = [line for line in lines if "\ufffd" in line.text]
    problems += [
        Problem(path, Severity.WARNING, "ký tự hỏng, không đọc được", line.page, line.number)
        for line in damaged[:_MAX_DAMAGE_SHOWN]
    ]
    if len(damaged) > _MAX_DAMAGE_SHOWN:
        rest = len(damaged) - _MAX_DAMAGE_SHOWN
        problems.append(Problem(path, Severity.WARNING, f"và {rest} dòng khác có ký tự hỏng"))
    return Reading(lines, tuple(problems))


def without_nuls(data: bytes, path: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The bytes of a text without stray NULs, and a problem if there were any.

    Left by a full disk or a copy broken off. UTF-16 and UTF-32 are full of NULs, as are files that
    are no text: those come back as they are.
    """
    count = data.count(0)
    if (
        not count
        or count > _STRAY * len(data)
        or data.startswith(tuple(bom for bom, _ in _BOMS[1:]))
    ):
        return data, ()
    message = f"tệp có {count} byte rỗng (NUL): đã bỏ, hãy kiểm tra lại nội dung"
    return data.replace(b"\x00", b""), (Problem(path, Severity.WARNING, message),)


def _without_markup(text: str) -> str:
    """The text without what converters to Markdown put around it; lines keep their numbers."""
    text = _FRONT_MATTER.sub(lambda block: "\n" * block[0].count("\n"), text)
    return _PAGE_BREAK.sub("\f", text)


def to_lines(text: str, path: str) -> Reading:
    """Returns the text's lines; a form feed begins a page, also in the middle of a line."""
    lines: list[SourceLine] = []
    problems: list[Problem] = []
    page = 1
    for number, raw in enumerate(_LINE_END.split(text), start=1):
        if number > MAX_LINES:
            message = f"quá dài: chỉ đọc {MAX_LINES} dòng đầu"
            problems.append(Problem(path, Severity.WARNING, message, page, number))
            break
        first, *following = raw.split("\f")
        lines.append(SourceLine(first, page, number))
        for part in following:
            page += 1
            lines.append(SourceLine(part, page, number))
    return Reading(tuple(lines), tuple(problems))


def decode(data: bytes) -> tuple[str | None, str | None]:
    """Returns the text and a note on how it was read, or None and the reason.

    Order: byte-order mark; UTF-16 without one; UTF-8; then the 8-bit Vietnamese encodings, of
    which the one that spells the most Vietnamese is taken, if it spells enough.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace"), None
    if b"\x00" in data[:4096]:
        return _utf16(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data)
    if len(_CONTROL.findall(text)) > 0.01 * len(text):
        return None, "tệp nhị phân, không phải văn bản"
    text, legacy = repair(text)
    return text, f"đã chuyển từ bảng mã {legacy} sang Unicode" if legacy else None


def _utf16(data: bytes) -> tuple[str | None, str | None]:
    even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros <= 4 * others:  # a text of Vietnamese in UTF-16 has its zeros on one side
            continue
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") + len(_CONTROL.findall(text)) <= 0.01 * len(text):
            return text, None
    return None, "tệp nhị phân, không phải văn bản"


def _eight_bit(data: bytes) -> tuple[str | None, str | None]:
    damaged = data.decode("utf-8", errors="replace")
    # A few broken bytes in a UTF-8 file are damage, not another encoding.
    if damaged.count("\ufffd") <= 0.005 * len(damaged) and vietnamese_share(damaged) > 0.2:
        return damaged, "có ký tự hỏng trong tệp UTF-8"
    latin = data.decode("latin-1")
    if len(_CONTROL.findall(latin)) > 0.01 * len(latin):
        return None, "tệp nhị phân, không phải văn bản"
    candidates = (repair(latin), (_windows_1258(data), "Windows-1258"))
    text, name = max(candidates, key=lambda found: vietnamese_share(found[0]))
    if name is None or vietnamese_share(text) < 0.2:
        return None, "không nhận ra bảng mã: hãy lưu lại tệp ở dạng UTF-8"
    return text, f"đã chuyển từ bảng mã {name} sang Unicode"


def _windows_1258(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
