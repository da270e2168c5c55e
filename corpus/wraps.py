"""Where a line goes on with what stands above it whatever it looks like, and where it cannot.

A wrap may put "2. Điều 5", "Phụ lục II" or "- xã hội" at the beginning of a line, where it looks like
an item or an annex; and a marker may stand on a line of its own, above what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.lines import SENTENCE_END, Line
from corpus.marks import opens_marker, plausible_next_number
from corpus.text import compiled

__all__ = ["begins_anew", "dangles", "false_opening", "hangs_on_marker", "is_bare_marker"]

_CUT_MARKERS = frozenset(
    [
        "-",
        "+",
        "*",
        "•",
        "Điều",
        "Chương",
        "Mục",
        "Phần",
        "PHẦN",
        "CHƯƠNG",
        "MỤC",
        "Phụ lục",
        "PHỤ LỤC",
    ]
)
_BARE = re.compile(
    r"“?(?:Điều \d+[a-zđ]?|\d{1,3}(?:\.\d{1,2})*|[a-zđ]|[IVXL]+)(?:\[\d+\])?\s*[.)](?:\s*\[\d+\])?"
)
# Words after which neither a heading nor a paragraph can end: the wrap cut a phrase in two.
_DANGLING = re.compile(
    r"(?:^|\s)(?:và|của|các|những|về|tại|theo|số|ngày|tháng|năm|từ|đến|với|cho|trong|trên|dưới|bởi|do|để|là|gửi|giao|chỉ đạo|cùng|hoặc|Quý|quý|"
    r"Luật|Bộ|Sở|Ủy|Ủy ban|Hội|Ban|Nghị|Thông|Quyết|Chỉ|Công|Tỉnh|tỉnh|Thành|thành|phố|Phó|Giám|Chủ|Điều|Khoản|"
    r"Chương|Mục|Phần|khoản|điểm|Điều \d+ của|-|\(|“|"
    # "Chánh Văn phòng UBND tỉnh, Giám đốc" / "Sở Khoa học và Công nghệ": whose office it is stands below
    r"(?<=[,;] )(?:Giám đốc|Tổng Giám đốc|Chủ tịch|Phó Chủ tịch|Thủ trưởng|Bộ trưởng|Cục trưởng|Trưởng ban|Trưởng|Chánh))$"
)
# Words behind which a number follows.
_COUNTED = re.compile(r"(?:^|\s)(?:[Kk]hoản|điểm|[Mm]ục|Điều|số|tháng|ngày|quý|năm|và)$")
# Within a citation: what must have more behind it, and what that begins with.
_CITED = re.compile(
    r"(?:^|[\s(])(?:Điều \d+[a-zđ]?|[Kk]hoản \d+|điểm [a-zđ]|[Bb]ộ trưởng|tại|theo|vào|và|của|Có|Phụ lục [IVX\d]+,)$|\($"
)
_CITING = re.compile(
    r"(?:Điều|Mục|Chương|Phụ lục|Luật|Bộ luật|Pháp lệnh|Nghị định|Thông tư|Nghị quyết|Quyết định|Quy chế|Bộ)\s"
)
_THIS = re.compile(
    r"(?:Luật|Nghị định|Thông tư|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Quy chế|Quy định) này\W*"
)
# "… dự báo cháy rừng từ cấp I đến cấp" / "V. Chi tiết": no fifth part.
_RANKED = re.compile(r"(?:^|\s)(?:cấp|hạng|loại|lần thứ|khóa|[Qq]uý|Phụ lục|Chương|Mục)$")
# Names with a dash in them: "Đài Phát thanh" / "- Truyền hình Bạc Liêu".
_DASHED = re.compile(
    r"Phát thanh\n[-–] Truyền hình|Hồi sức(?: tích cực)?\n[-–] Chống độc|Hành chính\n[-–] Quản trị|"
    r"Kế hoạch\n[-–] Tài chính|Tài chính\n[-–] (?:Kế toán|Kế hoạch)|Văn hóa\n[-–] Xã hội|"
    r"Kinh tế\n[-–] (?:Xã hội|Ngân sách|Hạ tầng)|Tổ chức\n[-–] Hành chính|Vật tư\n[-–] Thiết bị"
)
# How a letter begins that answers another.
_ANSWERS = compiled(r"Trả lời |[⇧][\w ]{3,60} nhận được ")
# How letters begin, and no name of a body does.
_LETTER = re.compile(
    r"(?:Thực hiện|Căn cứ|Xét|Phúc đáp|Tiếp theo|Triển khai|Để|Nhằm|Theo)\s|Ngày \d"
)
_LONG = 45  # characters: a line too long for a heading or a table's cell


def is_bare_marker(text: str) -> bool:
    """Whether a line holds nothing but a marker ("Điều 4.", "7. [6]")."""
    return _BARE.fullmatch(text) is not None


def hangs_on_marker(above: str, below: str) -> bool:
    """Whether a line is what the marker, or its word, counts that stands alone above it."""
    return above in _CUT_MARKERS or (is_bare_marker(above) and not opens_marker(below))


def begins_anew(group: Sequence[Line], below: str) -> bool:
    """Whether the paragraph in `group` is over, whatever room its last line left: a marker that
    stands alone follows a sentence, or a letter begins below whom it goes to."""
    above = group[-1].text
    alone = is_bare_marker(below) or (below in _CUT_MARKERS and below[0].isalpha())
    if alone and (SENTENCE_END.search(above) or above.endswith(")")):
        return True
    addressed = group[0].text.startswith(("Kính gửi", "Kínhgửi"))
    if addressed and _LETTER.match(below):
        return True
    addressed = addressed or above.endswith(")")  # "(Đ/c: … Hà Nội)"
    return addressed and _ANSWERS.match(below) is not None


def dangles(above: str, below: str) -> bool:
    """Whether a line ends in the middle of a phrase, or of a citation that the next completes."""
    return _DANGLING.search(above) is not None or _cites_on(above, below)


def _cites_on(above: str, below: str) -> bool:
    """Whether a citation goes on: "… khoản 2 Điều 33" / "Nghị định số 103/2024/NĐ-CP"."""
    if len(above) <= _LONG or SENTENCE_END.search(above):
        return False
    return _THIS.fullmatch(below) is not None or (
        _CITED.search(above) is not None and _CITING.match(below) is not None
    )


# What no name goes on with behind a dash.
_OPENS_ITEM = re.compile(
    r"(?:Khi|Đối với|Trường hợp|Nếu|Căn cứ|Trên cơ sở|Hằng|Hàng|Định kỳ|Thường xuyên|Chủ trì|Phối hợp|"
    r"Chỉ đạo|Tham mưu|Tăng cường|Rà soát|Tiếp tục|Kịp thời|Chủ động|Phân công|Bố trí|Báo cáo|Không)(?!\w)"
)


def _counts_on(group: Sequence[Line], below: str) -> bool:
    """Whether a line counts on within a sentence: "… chỉ đạo: (1) …;" / "(2) …"."""
    counted = re.match(r"\((\d{1,2})\) ", below)
    return counted is not None and any(
        f"({int(counted[1]) - 1}) " in line.text[1:] for line in group
    )


def false_opening(group: Sequence[Line], below: str, width: int) -> bool:
    """Whether a line that looks like an item goes on with the sentence above it.

    "… phát triển kinh tế" / "- xã hội", "theo khoản" / "2. Điều 5". `width` is that of a full line.
    """
    above = group[-1].text
    ranked = _RANKED.search(above) and re.match(r"[IVX]+\b", below)
    if (
        ranked
        or _counts_on(group, below)
        or _cites_on(above, below)
        or _DASHED.search(f"{above}\n{below}")
    ):
        return True
    if SENTENCE_END.search(above) or above.endswith((",", "./.")):
        return False
    if re.match(r"\+ ?[\d(]", below):  # "… từ -15°C tới" / "+ 45°C"
        return len(above) > _LONG and group[0].text[0] != "+"
    if re.match(r"[-–] ", below):
        listed = above.endswith(")") and group[0].text.startswith(below[0])  # "- … (để b/c)"
        if listed or (opens_marker(group[0].text) and _OPENS_ITEM.match(below, 2)):
            return False  # the next of a list, or the first below a heading that fills its line
        full = len(above) + 1 + len(below.split(" ", 2)[1]) + 2 > width
        return below[2:3].islower() or (full and len(above) > 30)
    numbered = re.match(r"\d+(?:\.\d+)*\.\s", below) is not None
    if (_COUNTED.search(above) if numbered else _DANGLING.search(above)) and re.match(r"\d", below):
        return True
    if numbered:
        full = len(above) + 1 + len(below.split(" ", 1)[0]) > width
        return (
            full
            and len(above) > 30
            and not plausible_next_number(below, [other.text for other in group])
        )
    return False
