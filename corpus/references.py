"""Every mention of another document: its number, kind, date and issuer as far as the words give them.

After eyecite: each citation keeps its span; what the words leave open stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from corpus.actors import Reader
from corpus.days import read_date
from corpus.document import Clause, ClauseKind, Reference, Relation
from corpus.text import fold, plain

__all__ = ["find_references", "kind_of_number", "law_in"]

_KIND_OF_CODE = {
    "NĐ": "Nghị định", "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "CĐ": "Công điện",
    "TB": "Thông báo", "KH": "Kế hoạch", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "CV": "Công văn",
    "KL": "Kết luận", "BC": "Báo cáo", "TTr": "Tờ trình", "HD": "Hướng dẫn", "VBHN": "Văn bản hợp nhất",
    "CTr": "Chương trình", "ĐA": "Đề án", "PA": "Phương án", "QC": "Quy chế", "QyĐ": "Quy định", "QCPH": "Quy chế phối hợp",
    "TW": "Nghị quyết",
}  # fmt: skip
"""The type codes of Decree 30/2020/NĐ-CP, Annex III, part I, and those in use beside it."""

_KINDS = (
    "Nghị định|Nghị quyết(?: liên tịch)?|Quyết định|Chỉ thị|Thông tư(?: liên tịch)?|Công điện|Công văn|Văn bản(?: hợp nhất)?|Thông báo(?: kết luận)?|"
    "Kế hoạch|Bộ [Ll]uật|Luật|Pháp lệnh|Kết luận|Báo cáo|Tờ trình|Hướng dẫn|Đề án|Chương trình|Phương án|Quy chế(?: phối hợp)?|Quy định|Hiến pháp|Công bố"
)
# In the name of another these are what is cited: "Kế hoạch thực hiện | Chỉ thị số 36-CT/TW".
_NO_LAWS = "Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư|Công điện|Công văn|Thông báo|Kế hoạch|Kết luận"
_NUMBER = (
    r"\d{1,6}(?:\.\d{1,2})?[a-zA-Z]?(?:/\d{4})?\s?/\s?(?:[A-ZĐ][A-Za-zĐđƯưÂâÀ-ỹ&.,]*\d{0,2})(?:\s?[-–]\s?[A-ZĐ][\w&.,ĐđÀ-ỹ]*)*(?<![.,])|"
    r"\d{1,6}[a-zA-Z]?-\s?[A-ZĐ][A-Za-zĐđ]{1,4}/[A-ZĐ][A-Za-zĐđ&]*"
)
_DATE = r"(?:\s*,?\s*ngày\s+(?P<date>\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})))?"
_CITATION = re.compile(
    rf"(?:(?P<kind>{_KINDS})(?!\s+này\b)(?P<title>(?:\s+(?!(?:và )?(?:{_NO_LAWS})(?!\w)|và (?:{_KINDS})(?!\w))[^\W\d][\wÀ-ỹ]*,?){{0,16}}?)?\s+)?(?P<so>số:?\s+)?(?P<number>{_NUMBER}){_DATE}"
)
_DATED_LAW = re.compile(
    r"(?P<kind>Luật|Bộ luật|Pháp lệnh)(?P<title>(?:\s+[\wÀ-ỹ,]+){1,18}?)\s+ngày\s+(?P<date>\d{1,2}(?:/\d{1,2}/\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))"
)
_OF = re.compile(r"\s+(?:của|do)\s+")


@cache
def _law_names() -> tuple[str, ...]:
    """The names of laws as they are written, the longest first."""
    lines = (files("corpus") / "laws.txt").read_text(encoding="utf-8").splitlines()
    return tuple(sorted((line for line in lines if line[:1] != "#"), key=len, reverse=True))


@cache
def _named_laws() -> re.Pattern[str]:
    """A law by its name alone ("Luật Đất đai năm 2024"), in folded text; the longest name that fits."""
    names = map(fold, _law_names())
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)"
        r"(?:,? (?:năm )?(?:19|20)\d\d(?![\w/]))?"
    )


@cache
def _bare_laws() -> tuple[re.Pattern[str], dict[str, str]]:
    """The names without diacritics, as questions are searched for them, and what each is written."""
    written = {plain(name): name for name in _law_names()}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, written))})(?!\w)"), written


def law_in(question: str) -> tuple[str, int, int] | None:
    """The law that a question calls by its name, typed with diacritics or without: the name as it
    is written, and where it stands; the longest that fits."""
    pattern, written = _bare_laws()
    found = pattern.search(plain(question))
    return (written[found.group()], found.start(), found.end()) if found else None


_KIND_OF_LAW = re.compile(r"bộ luật|luật|pháp lệnh", re.IGNORECASE)
# What the title of the citation before says of others: "Nghị định A quy định chi tiết | Luật B".
_IN_TITLE = re.compile(
    r"(?:(?:quy định|hướng dẫn)(?: chi tiết| thi hành| thực hiện| một số| và)|thi hành|sửa đổi|bổ sung)(?!\w)"
    r"(?:,? (?:chi tiết|một số|điều|khoản|điểm|\d+|[a-zđ]|nội dung|của|tại|bởi|và|các|biện pháp|để|tổ chức|thi hành|"
    r"hướng dẫn|quy định|sửa đổi|bổ sung|thực hiện|luật))*\s*$"
)
# "thay thế Quyết định số A của Ủy ban nhân dân tỉnh X và Quyết định số B": what is said of both.
_AND = re.compile(
    r"(?:(?!sửa đổi|bổ sung|theo |tại |căn cứ |của (?:Nghị|Quyết|Thông))[^.;:]){0,200}?(?:,| và|; và|;)\s+"
)
# "Thực hiện Chỉ thị A của …; Kế hoạch B và Kế hoạch C": the words in front are said of each; but
# what stands in the title of another ("quy định chi tiết Luật B") is only named.
_ALSO = re.compile(
    r"(?:(?!(?:sửa đổi|bổ sung|thay thế|theo|tại|căn cứ|bởi|hướng dẫn|thi hành|thực hiện|quy định)(?!\w))[^.:;]){0,250}?"
    r"(?:,| và)\s+(?:các |những )?|"
    r"[^.:]{0,500}?;\s+(?:và )?(?:các |những )?"
)
_ITEM = re.compile(r"[^.:]{0,500}?;\s+(?:và )?(?:các |những )?")
# "Bãi bỏ thủ tục số 8 tại Quyết định A … và thủ tục số 1 tại Quyết định B", behind the first.
_IN = re.compile(r"(?<!\w)tại\s+$")
_AND_IN = re.compile(r"[^.;:]{0,200}?,? và\s[^.;:]{3,80}?\stại\s+")
_DIGITS_SLASH = re.compile(r"\d\s?[/-]")  # a number, so that what follows is named beside it
_SHORT = {"văn bản": "Công văn"}
_RELATIONS = (
    (Relation.REPEALS, re.compile(r"(?:bãi bỏ|hủy bỏ|hết hiệu lực)[^.;]*$")),
    (Relation.REPLACES, re.compile(r"thay thế(?: cho)?[^.;]*$")),
    (Relation.AMENDS, re.compile(r"sửa đổi[^.;]*$")),
    (Relation.SUPPLEMENTS, re.compile(r"bổ sung(?:(?! áp dụng theo )[^.;])*$")),
    (Relation.BASIS, re.compile(r"căn cứ(?:(?! quy định tại )[^.;])*$")),
    (
        Relation.EXECUTES,
        re.compile(
            r"(?:thực hiện|triển khai|thi hành|quán triệt|cụ thể hóa)"
            r"(?:(?! theo | quy định tại | ban hành kèm )[^.;])*$"
        ),
    ),
    (
        Relation.FOLLOWS,
        re.compile(r"(?:(?<!tiếp )theo|quy định tại|tại|hướng dẫn tại|trên cơ sở)[^.;]*$"),
    ),
)
# "Quyết định đã được sửa đổi": by another. "Bãi bỏ … Danh mục các văn bản được áp dụng" is by this one.
_CHANGED = re.compile(
    r"(?<!\w)(?:được|bị)(?:,? [^\W\d]+){0,4} (?:bãi bỏ|hủy bỏ|hết hiệu lực|thay thế|sửa đổi|bổ sung)"
)
# Who must see to a change makes none yet: "đề nghị nghiên cứu, sửa đổi Nghị quyết số …".
_TO_CHANGE = re.compile(
    r"(?<!\w)(?:đề nghị|kiến nghị|nghiên cứu|tham mưu|rà soát|xây dựng|trình|dự thảo|đề xuất|xem xét|"
    r"chủ trì)(?!\w)(?:(?! này(?!\w))[^.;])*?(?:bãi bỏ|hủy bỏ|thay thế|sửa đổi|bổ sung)"
)
_CHANGES = frozenset([Relation.REPEALS, Relation.REPLACES, Relation.AMENDS, Relation.SUPPLEMENTS])


def kind_of_number(number: str) -> str | None:
    """The kind of document that a number's type code stands for ("012/CT-UBND" → "Chỉ thị")."""
    for part in re.split(r"[/\-]", number.replace(" ", ""))[1:]:
        if part in _KIND_OF_CODE:
            return _KIND_OF_CODE[part]
        if re.fullmatch(r"QH\d+|UBTVQH\d+", part):
            return None
    parts = number.replace(" ", "").split("/")
    # An office's letter carries no type code: 361/UBND-KGVX.
    return "Công văn" if len(parts) == 2 and "-" in parts[1] else None


_SIGNS = ("/", "ngày", "uật ", "UẬT ", "háp lệnh", "HÁP LỆNH")  # of what may be a mention


def find_references(
    clauses: Sequence[Clause], *, own_number: str | None = None
) -> tuple[Reference, ...]:
    """The documents that the clauses mention, in reading order; the document's own number is none."""
    found: list[Reference] = []
    texts = {clause.index: clause.text for clause in clauses}
    for clause in clauses:
        if clause.kind in (ClauseKind.RECIPIENT, ClauseKind.SIGNATURE):
            continue
        if not any(sign in clause.text for sign in _SIGNS):
            continue
        above = texts.get(clause.parent, "") if clause.parent is not None else ""
        found.extend(_in_clause(clause, own_number, _said_of_items(above)))
    return tuple(found)


# "Các Quyết định sau đây hết hiệu lực kể từ ngày …:", above a list of them.
_ENDED = re.compile(
    r"(?:các|những) (?:văn bản|quyết định|nghị quyết|thông tư|nghị định|chỉ thị|quy định)[^.;:]{0,60}? "
    r"(?P<how>hết hiệu lực|bị bãi bỏ|được thay thế)"
)


# "Điều 1. Bãi bỏ toàn bộ các quyết định", "2. Bãi bỏ:", above a list of them.
_CHANGES_ALL = re.compile(
    r"(?:(?:quyết định|nghị quyết|thông tư|nghị định) này )?(?P<how>thay thế|bãi bỏ|hủy bỏ)"
    r"(?: toàn bộ)?(?: (?:các|những|\d+) (?:\([^)]*\) )?"
    r"(?:văn bản|quyết định|nghị quyết|thông tư|nghị định|chỉ thị)[^.;:/]{0,120})?\s*:?$"
)


# "Quyết định số 11/2022/QĐ-UBND … hết hiệu lực kể từ ngày Quyết định này có hiệu lực": it opens its
# sentence, perhaps behind others that end so.
_ENDS_NOW = re.compile(
    r"[^.;]{0,400}?hết hiệu lực(?: thi hành)?(?: kể)? từ (?:ngày )?"
    r"(?:quyết định|nghị quyết|thông tư|nghị định|quy định|quy chế|văn bản|chỉ thị) này có hiệu lực"
)
_OPENS_SENTENCE = re.compile(r"(?:^|[.;]\s+)(?:các |những )?$")
_BESIDE_IT = re.compile(r"(?:,| và|, và)\s+(?:các |những )?$")


def _ends(text: str, start: int, stop: int) -> bool:
    """Whether a sentence says of the document cited there that it is no longer in force from now on."""
    before = fold(text[:start])
    beside = _BESIDE_IT.search(before) and re.match(
        r"(?:các |những )?(?:quyết định|nghị quyết|thông tư|nghị định|chỉ thị) số",
        re.split(r"[.;]\s", before)[-1],
    )
    opens = _OPENS_SENTENCE.search(before) or beside
    return opens is not None and _ENDS_NOW.match(fold(text), stop) is not None


def _said_of_items(above: str) -> Relation | None:
    """What a clause says of the documents that the items below it open with, if anything."""
    folded = fold(above)
    if changed := _CHANGES_ALL.match(folded):
        return _CHANGED_BY[changed["how"]]
    if not folded.rstrip().endswith(":"):
        return None
    if ended := _ENDED.search(folded):
        return Relation.REPLACES if "thay thế" in ended["how"] else Relation.REPEALS
    listed = _LISTED.match(folded)
    return _CHANGED_BY[listed.group(1)] if listed else None


def _in_clause(
    clause: Clause, own_number: str | None, said_above: Relation | None
) -> list[Reference]:
    text = clause.text
    found: list[Reference] = []
    end = 0
    previous_kind: str | None = None
    matches = sorted(
        [
            *_CITATION.finditer(text),
            *_DATED_LAW.finditer(text),
            *(m for m in _named_laws().finditer(fold(text)) if text[m.start()].isupper()),
        ],
        key=lambda match: (match.start(), -match.end()),
    )
    for match in matches:
        if match.start() < end:
            continue
        groups = match.groupdict()
        number = re.sub(r"\s+", "", groups["number"]) if groups.get("number") else None
        if (
            number is not None
            and not groups.get("kind")
            and not groups.get("so")
            and not _looks_like_number(number)
        ):
            continue
        if number is not None and number == own_number:
            end = match.end()
            continue
        stop = match.end()
        issuer, stop = _issuer(text, stop)
        words = groups.get("kind")
        if not groups and (of_law := _KIND_OF_LAW.match(text, match.start())):
            words = of_law.group().capitalize()
        kind = _kind(words, number, previous_kind)
        issued = _day(groups.get("date"))
        said_beside = _said_beside(clause, found, end, match.start())
        found.append(
            Reference(
                text=text[match.start() : stop], number=number, kind=kind, issued=issued, issuer=issuer,
                relation=Relation.REPEALS if _ends(text, match.start(), stop)
                else said_above if said_above and not match.start()
                else said_beside or _relation(clause, text[: match.start()], end if found else 0), clause=clause.index,
                start=clause.start + match.start(), end=clause.start + stop,
            )
        )  # fmt: skip
        previous_kind, end = kind, stop
    return found


def _said_beside(
    clause: Clause, found: Sequence[Reference], end: int, start: int
) -> Relation | None:
    """What a clause says of a citation before, where it says the same of the one at `start`: the
    last one, or the last item of a list, in whose title others may be named."""
    told = next((one for one in reversed(found) if one.relation is not Relation.MENTIONS), None)
    if told is None:
        return None
    before = found[-1]
    if before is not told:
        listed = _ITEM.fullmatch(clause.text, told.end - clause.start, start)
        return told.relation if listed and told.relation not in _CHANGES else None
    if before.relation not in _CHANGES:
        return before.relation if _ALSO.fullmatch(clause.text, end, start) else None
    inside = _IN.search(clause.text, 0, before.start - clause.start)
    joined = _AND.fullmatch(clause.text, end, start) or (
        inside and _AND_IN.fullmatch(clause.text, end, start)
    )
    return before.relation if joined else None


def _looks_like_number(number: str) -> bool:
    """Whether digits and letters around a slash are a document's number and not "24/7" or "km/h"."""
    return re.search(r"[-]|/\d{4}/|/(?:NQ|QĐ|CT|TB|KH|QH\d+)$", number) is not None


def _kind(words: str | None, number: str | None, previous: str | None) -> str | None:
    by_code = kind_of_number(number) if number else None
    if words and words.lower() not in _SHORT:
        return words
    if by_code is not None:
        return by_code
    if words:
        return _SHORT.get(words.lower())
    if number and "QH" in number:  # the assembly passes laws and resolutions
        return previous if previous in ("Luật", "Bộ luật", "Nghị quyết") else None
    return previous


def _day(words: str | None) -> date | None:
    return read_date(words) if words else None


def _issuer(text: str, at: int) -> tuple[str | None, int]:
    """The body behind "của …": (name or None, end of the citation)."""
    of = _OF.match(text, at)
    if of is None:
        return None, at
    behind = text[of.end() : of.end() + 160]
    if other := _OTHER.search(behind):  # "của Bộ trưởng Bộ Công an | và Kế hoạch này"
        behind = behind[: other.start()]
    actors = Reader(behind).actors(0)
    if actors is None or actors.members[0].group:
        return None, at
    first = actors.members[0]
    return first.name, of.end() + first.end


_OTHER = re.compile(rf"(?:,| và) (?:{_KINDS}) (?:này|số|\d)")
# What opens a list of documents that are changed: "… thay thế các Nghị định sau: A; B".
_LISTED = re.compile(
    r"(?:[^.;:]{3,80} (?:này )?)?(thay thế|bãi bỏ)(?: toàn bộ)? (?:các |những )[^.;:]{3,60} sau(?: đây)?:"
)
_CHANGED_BY = {
    "thay thế": Relation.REPLACES, "bãi bỏ": Relation.REPEALS, "hủy bỏ": Relation.REPEALS,
}  # fmt: skip


def _relation(clause: Clause, before: str, cited: int) -> Relation:
    """What the words before a citation make of it; `cited` is where the one before ends, if any.

    Changing words count only when this document is their subject: in "Thông tư A sửa đổi Thông tư
    B" the change is A's.
    """
    cited_before = cited > 0
    folded = fold(before)
    if cited_before and _IN_TITLE.search(folded, cited):
        return Relation.MENTIONS
    sentence = re.split(r"[.;]\s", folded)[-1]
    lead, colon, rest = folded.partition(":")
    said = _said_of_items(lead + colon) if colon else None
    if said is not None and not re.split(r"[.;]\s", rest)[-1].strip(" -"):
        return said
    if clause.kind is ClauseKind.GROUND:
        if sentence.startswith(("thực hiện", "triển khai")) and not cited_before:
            return Relation.EXECUTES
        opens = sentence.startswith("căn cứ") and not _DIGITS_SLASH.search(sentence)
        return Relation.BASIS if opens or not cited_before else Relation.MENTIONS
    for relation, pattern in _RELATIONS:
        if pattern.search(sentence):
            changed = _CHANGED.search(sentence) or _TO_CHANGE.search(sentence)
            if relation in _CHANGES and (cited_before or changed):
                continue
            return relation
    return Relation.MENTIONS
