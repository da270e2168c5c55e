"""What a document rests on (căn cứ), and what the sentence says that enacts it.

Decree 30/2020/NĐ-CP, Annex I, and Decree 78/2025/NĐ-CP, Annex III: the grounds stand between the title
and the body, each ending with a semicolon; behind them whoever issues the document enacts it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from corpus.clean_text import Paragraph
from corpus.document import ClauseKind
from corpus.marks import is_upper
from corpus.text import compiled, plain

__all__ = ["GROUND", "adopted", "enacted_by", "mark_grounds"]

GROUND = re.compile(r"can cu\b|theo de nghi|xet\b|tren co so\b|thuc hien\b|theo y kien|tiep theo\b")
"""How a ground begins, without marks."""

_FORMULA = re.compile(r"(?:nay )?(?:ra )?(?:quyet dinh|quyet nghi|nghi quyet|chi thi)\s*:?$")
_AMENDED_BY = re.compile(r"được sửa đổi, bổ sung(?: một số điều)? bởi\s*:$")
_AMENDING = 12  # documents that a consolidated text lists above its grounds, at most
_ENACTS = re.compile(
    r"(?:Bộ trưởng (?P<ministry>Bộ .{3,60}?)|(?P<body>Chính phủ|Thủ tướng Chính phủ)) "
    r"(?:quyết định )?ban hành (?:Nghị định|Thông tư|Quyết định|Nghị quyết)(?!\w)"
)
_DECIDES = compiled(r"yêu cầu|đồng ý|, [^,;]{3,60} đề nghị (?:các |[⇧])")
_ADOPTED = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (?:đã )?được .{5,150}?thông qua ngày (\d{1,2}) tháng (\d{1,2}) "
    r"năm (\d{4})"
)


def enacted_by(text: str) -> str | None:
    """Returns who issues a document by the sentence that enacts it, or None if it is no such one."""
    found = _ENACTS.match(text)
    return (found["ministry"] or found["body"]) if found else None


def adopted(paragraphs: Sequence[Paragraph]) -> date | None:
    """Returns the day on which an assembly passed a document, which is the day it is cited by."""
    for paragraph in paragraphs:
        if found := _ADOPTED.match(paragraph.text):
            return _day(*map(int, found.groups()))
    return None


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _behind_amendments(paragraphs: Sequence[Paragraph], at: int) -> int:
    """The first ground of a consolidated text: behind the documents that amended it, if it lists any."""
    if at >= len(paragraphs) or not _AMENDED_BY.search(paragraphs[at].text):
        return at
    behind = range(at + 1, min(at + 1 + _AMENDING, len(paragraphs)))
    return next((n for n in behind if plain(paragraphs[n].text).startswith("can cu ")), at)


def mark_grounds(paragraphs: Sequence[Paragraph], at: int, kinds: dict[int, ClauseKind]) -> int:
    """Marks in `kinds` what the document rests on, from paragraph `at` on; returns the first paragraph
    of the body."""
    formula = next(
        (
            number
            for number in range(at, min(at + 80, len(paragraphs)))
            if is_upper(paragraphs[number].text) and _FORMULA.match(plain(paragraphs[number].text))
        ),
        None,
    )
    first_article = next(
        (n for n in range(at, len(paragraphs)) if plain(paragraphs[n].text).startswith("dieu 1")),
        len(paragraphs),
    )
    at = begun = _behind_amendments(paragraphs, at)
    while at < len(paragraphs):
        text = paragraphs[at].text
        key = plain(text)
        enacting = formula is not None and formula < first_article and at < formula
        opens = GROUND.match(key) is not None
        continued = (
            at > begun and paragraphs[at - 1].text.endswith((";", ",")) and text[-1:] in ";."
        )
        if not opens and not (continued and enacting):
            break
        if not (text.endswith((";", ",")) or enacting or _rests(key, text)):
            break
        kinds[at] = ClauseKind.GROUND
        at += 1
    if formula is not None and formula < first_article:
        kinds[formula] = ClauseKind.HEADER
        return at if at < formula else formula + 1
    return at


def _rests(key: str, text: str) -> bool:
    """Whether the last ground of a letter is only that, and does not go on to give orders."""
    return (
        key.startswith(("can cu", "theo de nghi", "xet "))
        and text.endswith(".")
        and not _DECIDES.search(text)
    )
