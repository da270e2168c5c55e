"""From the lines of a page back to the paragraphs that were written.

Directives arrive hard-wrapped, double-spaced, with page numbers, running heads and footnotes
between the two halves of a sentence. `clean` removes what belongs to the page, joins what belongs
to one paragraph and lifts the footnotes out, and remembers where every stretch of text came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.clean_text import CleanText, assemble
from corpus.dense_tables import mark_cells
from corpus.document import SourceLine
from corpus.footnotes import lift_notes
from corpus.lines import SENTENCE_END, WRAPPED, Line, are_paragraphs, prepared
from corpus.marks import (
    is_upper,
    opens_block,
    opens_marker,
    opens_signature,
)
from corpus.table_rows import with_rows
from corpus.text import compiled, fold
from corpus.verbs import ends_name, opens_order
from corpus.wraps import begins_anew, dangles, false_opening, hangs_on_marker, is_bare_marker

__all__ = ["clean"]

_KIND_LINE = re.compile(
    r"(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|CÔNG ĐIỆN|THÔNG BÁO|KẾ HOẠCH|THÔNG TƯ|NGHỊ ĐỊNH|HƯỚNG DẪN|BÁO CÁO|"
    r"TỜ TRÌNH|QUY CHẾ|QUY ĐỊNH|PHƯƠNG ÁN|CHƯƠNG TRÌNH|ĐỀ ÁN|KẾT LUẬN|THÔNG CÁO|VĂN BẢN HỢP NHẤT|PHỤ LỤC(?: [IVX\d]+)?)"
)
# "I. ĐÁNH GIÁ CHUNG", and no "1. UBND".
_CAPITAL_HEADING = compiled(r"[IVXL]{1,5}\. [⇧]+ [⇧]+ [⇧]+")
# Half of a place's name: "… tỉnh Vĩnh" / "Long có diện tích".
_HALF_NAME = compiled(r"(?:^|\s)(?:tỉnh|[Tt]hành phố|xã|phường|đặc khu) (?!Huế)[⇧][^\W\d_]*$")
# How an article begins that orders something, and has no heading.
_ORDERS = re.compile(
    r"Điều \d+[.:] (?:Ủy quyền|Giao|Thông qua|Công bố|Ban hành|Phê duyệt|Bãi bỏ|Bổ sung|Cho phép|Đồng ý)\b"
)
_NAMES_FOLLOW = re.compile(r"\b(?:các|những) (?:Bộ|bộ|Sở|sở|tỉnh|thành phố|xã|phường|đơn vị):$")
# "… các tỉnh, thành phố:" / "Bình Dương, Long An, …": no order opens so.
_PLACES_FOLLOW = re.compile(
    r"\b[Cc]ác (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường)(?:, (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu))+:$"
)
_PLACES = compiled(r"[⇧]\w*(?: [⇧]\w*)+(?:,| và) [⇧]")
_BODIES = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)] (?:Đề nghị |Giao )?(?:Các |các )?"
    r"(?:Sở|Bộ|Ban|Ủy ban|Uỷ ban|UBND|Công an|Cục|Văn phòng|Thanh tra|Hội|Ngân hàng|Đảng ủy|Trung tâm|Bệnh viện|Trường|Chi cục|Viện|Kho bạc|Bảo hiểm)\b"
)
# Verbs within names of bodies.
_COMMANDS = re.compile(
    r"chỉ (?:huy|đạo)|tư lệnh|quản lý|tổ chức|đào tạo|xây dựng|đầu tư|phát triển|thông tin|thống kê|"
    r"kiểm (?:soát|toán|sát)|bảo vệ|truyền (?:thông|hình)|phát thanh|phục vụ"
)
_LONG = 45  # characters: a line, or a paragraph, too long for a heading or a table's cell
_PARAGRAPH = 100  # characters: a line as long can only be a paragraph where none is wrapped
_TITLE_WORD = 3
_HEADING_LINES = 3  # at most, of a heading that names bodies
_INDENT = 12  # columns: what stands further in is centred, or another column


def clean(lines: Sequence[SourceLine]) -> CleanText:
    """Repair the layout of a document read line by line.

    Returns the clean text with its paragraphs and footnotes; an input without any text gives an
    empty `CleanText`. Every character that is not page furniture or a markdown mark is kept.
    """
    body, notes = lift_notes(prepared(lines))
    mark_cells(body)
    return assemble(with_rows(_join(body)), notes)


def _join(lines: list[Line]) -> list[list[Line]]:
    """Group lines into paragraphs."""
    airy, cuts, indents = _is_airy(lines), _cuts_first_lines(lines), _indents(lines)
    whole = are_paragraphs(lines)
    groups: list[list[Line]] = []
    width = 0
    for at, line in enumerate(lines):
        if not groups or line.gap > 0:
            width = _width(_block(lines, at))
        below = lines[at + 1] if at + 1 < len(lines) and lines[at + 1].gap == 0 else None
        goes_on: bool | None = None
        if not groups:
            goes_on = False
        elif line.cell or groups[-1][-1].cell:
            goes_on = line.cell == groups[-1][-1].cell
        elif indents and (line.page_top or line.gap == 0) and not line.after_note:
            goes_on = _by_indent(groups[-1], line)
        if goes_on is None:
            goes_on = _lone_dash(groups[-1], lines, at) or _continues(
                groups[-1], line, below, width, airy=airy, cuts=cuts, whole=whole
            )
        if goes_on:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _indents(lines: list[Line]) -> bool:
    """Whether every paragraph's first line is set in, and no other: then that says what goes on."""
    first = [above for above, below in pairwise(lines) if above.gap > 0 and below.gap == 0]
    inner = [line for line in lines if line.gap == 0 and not line.page_top]
    body = [line for line in first if len(line.text) > _LONG and not is_upper(line.text)]
    return (
        len(body) >= 3
        and sum(0 < line.indent < _INDENT for line in body) > 0.9 * len(body)
        and sum(line.indent == 0 for line in inner) > 0.8 * len(inner)
    )


def _by_indent(group: list[Line], line: Line) -> bool | None:
    """What the indent of a line says: whether it goes on with the paragraph above. None: nothing."""
    above = group[-1].text
    if is_upper(above) or is_upper(line.text) or opens_signature(line.text):
        return None
    if line.page_top and 0 < line.indent < _INDENT:
        return False
    if line.indent or len(above) <= _LONG or _ends_before(above, line.text):
        return None
    return True


def _ends_before(above: str, below: str) -> bool:
    """Whether a sentence is over and something of its own begins; a ground in a list of them on one
    line is none ("…; Căn cứ …")."""
    grounds = below.startswith(("Căn cứ ", "Theo ", "Xét "))
    return SENTENCE_END.search(above) is not None and opens_block(below) and not grounds


def _lone_dash(group: list[Line], lines: list[Line], at: int) -> bool:
    """Whether a dash behind a blank line only sets off a phrase: the sentence above is open, and no
    second dash follows ("… trật tự xã hội" / "- Cơ quan thường trực Tổ công tác … trước ngày 20")."""
    if lines[at].gap == 0 or not lines[at].text.startswith("- ") or len(group) < 2:
        return False
    then = next((line for line in lines[at + 1 :] if line.gap > 0), None)
    above = group[-1].text
    return (
        not SENTENCE_END.search(above) and not above.endswith(",") and not is_upper(above)
        and then is not None and not then.text.startswith("-") and not _is_short_block(group)
    )  # fmt: skip


def _is_short_block(group: list[Line]) -> bool:
    """Whether a paragraph is as short as a heading."""
    return sum(len(line.text) for line in group) < 160


def _is_airy(lines: list[Line]) -> bool:
    """Whether blank lines stand between the paragraphs, so that their absence joins lines."""
    items = [line for line in lines if opens_marker(line.text) and not line.cut]
    return sum(line.gap > 0 for line in items) > 0.7 * len(items)


def _cuts_first_lines(lines: list[Line]) -> bool:
    """Whether the first line of a paragraph is shorter than the others, as some converters leave it."""
    starts = [
        (first, second)
        for first, second in pairwise(lines)
        if opens_marker(first.text)
        and second.gap == 0
        and second.text[:1].islower()
        and not first.cut
    ]
    if len(starts) < 3:
        return False
    width = _width(lines)
    return sum(_room_for(first.text, second.text, width) for first, second in starts) > 0.5 * len(
        starts
    )


def _block(lines: list[Line], at: int) -> list[Line]:
    """The lines from `at` up to the next blank line."""
    end = at + 1
    while end < len(lines) and lines[end].gap == 0:
        end += 1
    return lines[at:end]


def _width(block: list[Line]) -> int:
    """The length of a full line: the longest, but for the few that stick out of a long block."""
    lengths = sorted(len(line.text) for line in block)
    return lengths[-1 - len(lengths) // 6]


def _room_for(above: str, below: str, width: int) -> bool:
    """Whether the first word of `below` would have fitted behind `above`: a chosen line end."""
    return len(above) + 1 + len(below.split(" ", 1)[0]) <= width - 2


def _continues(
    group: list[Line],
    line: Line,
    then: Line | None,
    width: int,
    *,
    airy: bool,
    cuts: bool,
    whole: bool,
) -> bool:
    """Whether `line` goes on with the paragraph in `group`; `then` is the line right below it."""
    above, below = group[-1].text, line.text
    if line.gap > 0 or line.after_note or line.page_top:
        return _goes_on_far_below(group, line, whole=whole)
    if hangs_on_marker(above, below):
        return True
    if begins_anew(group, below) or (whole and _are_two(above, below)):
        return False
    if opens_block(below):
        return false_opening(group, below, width)
    if opens_signature(above) or opens_signature(below):
        # "KT." alone was cut from the office that follows it.
        return above in {"KT.", "TM.", "TL.", "TUQ.", "Q."}
    capitals = _by_capitals(above, below)
    if capitals is not None:
        return capitals
    if above.endswith(",") or airy:
        starts = not _is_open(above, below) and _room_for(above, below, width) and len(group) > 1
        return not (starts and SENTENCE_END.search(above))
    return _goes_on_below(group, line, then, width, cuts=cuts)


def _is_open(above: str, below: str) -> bool:
    """Whether `below` starts as the inside of a sentence does."""
    ended = SENTENCE_END.search(above) is not None
    return below[:1].islower() or (below[:1] in "0123456789(,%/&“" and not ended)


def _goes_on_far_below(group: list[Line], line: Line, *, whole: bool) -> bool:
    """Over a page end, a lifted note or a stray blank line only an open sentence goes on.

    `whole`: lines are paragraphs, of which only a page end in the middle of one leaves two.
    """
    above, below = group[-1].text, line.text
    if opens_block(below) or is_bare_marker(below):
        return False
    ended = SENTENCE_END.search(above) is not None
    if whole and line.gap > 0 and (len(above) < _PARAGRAPH or len(below) < _LONG // 2):
        return False  # a cell, or a heading
    if line.after_note or line.page_top:
        if line.page_top and above.endswith(";") and below[:1].islower():
            return True  # a page may end at a semicolon within the sentence
        return not ended and (_is_open(above, below) or len(above) > _LONG)
    quoted = below[:1] == "“" and above[-1:] not in ",;"
    dangling = above.endswith((" và", " của"))
    open_end = not ended or (above.endswith("...") and below[:1].islower())
    return (
        (below[:1].islower() or quoted or dangling)
        and open_end
        and sum(len(part.text) for part in group) > _LONG
    )


def _by_capitals(above: str, below: str) -> bool | None:
    """What capitals decide: a title goes on in capitals and ends where they end. None: nothing."""
    if _KIND_LINE.fullmatch(above):
        return False
    if is_upper(above) and is_upper(below):
        return SENTENCE_END.search(above) is None
    capitals = is_upper(below) and " " in below  # one word in capitals may be an abbreviation
    marked = opens_marker(above) and not _CAPITAL_HEADING.match(above)
    if is_upper(above) != capitals and len(above) > _TITLE_WORD and not marked:
        ended = SENTENCE_END.search(above) is not None
        return _is_open(above, below) and not ended and not is_upper(above)
    return None


def _goes_on_below(
    group: list[Line], line: Line, then: Line | None, width: int, *, cuts: bool
) -> bool:
    """Decide by the room that the line above left, in running text without blank lines."""
    above, below = group[-1].text, line.text
    lower = _is_open(above, below)
    room = _room_for(above, below, width)
    if len(group) == 1 and above.endswith(";"):
        return lower or not room or cuts
    if _NAMES_FOLLOW.search(above) or (_PLACES_FOLLOW.search(above) and _PLACES.match(below)):
        return not opens_marker(below)
    if SENTENCE_END.search(above):
        if below[:1].islower() and above.rstrip("”'").rstrip('"').endswith(("...", "…")):
            return True  # "…, ngày tết”..." goes on: "để hoàn thành"
        return not room and (lower or not _opens_cut_short(below, then, width))
    named = len(group) <= _HEADING_LINES and _names_only(group, below)
    if named or not room or lower or dangles(above, below) or _halves(above, below):
        return not named
    if len(group) > 1:
        # Without a full stop, only a line that is short beyond doubt ends its paragraph.
        return len(above) > 0.8 * width
    full_below = (
        then is not None and not opens_block(then.text) and not _room_for(below, then.text, width)
    )
    if cuts and full_below:
        return True  # where first lines are cut short, a full line below is not a first one
    numbered = opens_marker(above) and above[0] not in "-–+*•"
    heading = numbered and not (_ends_in_name(above) or _ORDERS.match(above))
    return not heading or len(above) > 0.8 * width


def _are_two(above: str, below: str) -> bool:
    """Whether two lines are two paragraphs because one is longer than any page is wide: the upper one
    ends its sentence there, or it is a short one of its own ("Kính gửi: Sở Y tế") above a long one."""
    if not below[:1].isupper() or is_upper(above) or above.endswith(","):
        return False
    if len(above) > WRAPPED:
        return SENTENCE_END.search(above) is not None
    return len(below) > WRAPPED and len(above) < _PARAGRAPH and not dangles(above, below)


def _halves(above: str, below: str) -> bool:
    """Whether a line ends in the first half of a place's name, and the other half opens the next."""
    return _HALF_NAME.search(above) is not None and below[:1].isupper() and not is_upper(below)


def _names_only(group: list[Line], below: str) -> bool:
    """Whether a numbered heading does no more than name bodies, and what they must do begins below
    it: "3. Sở Y tế, Bảo hiểm xã hội tỉnh" / "Đẩy mạnh thanh toán viện phí"."""
    above = " ".join(line.text for line in group)
    numbered = _BODIES.match(above)
    if numbered is None or above.endswith((" và", ",")):
        return False
    if not below[:1].isupper() or not opens_order(fold(below), 0):
        return False
    names = _COMMANDS.sub("", fold(above[numbered.end() :]))
    return not any(ends_name(names, space.end()) for space in re.finditer(r"[,;]?\s", names))


def _opens_cut_short(text: str, then: Line | None, width: int) -> bool:
    """Whether a line is short although its sentence goes on below: some converters cut the first
    line of every paragraph short, so such a line opens one."""
    if then is None or SENTENCE_END.search(text) or opens_block(then.text):
        return False
    return _room_for(text, then.text, width)


def _ends_in_name(text: str) -> bool:
    """Whether a line ends in a capitalised word or a number, so that a name may go on below."""
    last = text.rsplit(" ", 1)[-1]
    return last[:1].isupper() or last.isdigit()
