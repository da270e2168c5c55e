"""From paragraphs to the tree of clauses, each with the address officials would cite it by."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.clean_text import CleanText, Paragraph
from corpus.document import FRAME, Clause, ClauseKind, Problem, Severity
from corpus.locators import locate
from corpus.marks import Marker, is_upper, read_marker
from corpus.quoted import quoted_marker, quoted_paragraphs
from corpus.table_rows import names_ordinals

__all__ = ["build_clauses"]

_RANK = {
    ClauseKind.ANNEX: 0,
    ClauseKind.PART: 1,
    ClauseKind.CHAPTER: 2,
    ClauseKind.SECTION: 3,
    ClauseKind.ARTICLE: 4,
    ClauseKind.ROMAN: 4,
    ClauseKind.ITEM: 5,
    ClauseKind.SUBITEM: 6,
    ClauseKind.POINT: 8,
    ClauseKind.COUNTED: 9,
    ClauseKind.BULLET: 10,
    ClauseKind.PLUS: 11,
    ClauseKind.STAR: 12,
}
_QUOTED = 20  # ranks below all of the document's own
_ALWAYS_HEADING = frozenset(
    [ClauseKind.PART, ClauseKind.CHAPTER, ClauseKind.SECTION, ClauseKind.ANNEX]
)
_ANNEX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|BIỂU MẪU|Mẫu số)\b|(?:QUY CHẾ|QUY ĐỊNH|KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH|ĐIỀU LỆ|DANH MỤC|"
    r"PHƯƠNG ÁN|HƯỚNG DẪN|QUY TRÌNH|CHIẾN LƯỢC|BẢNG)\b"
)
_ANNEX_NUMBER = re.compile(r"(?:PHỤ LỤC|Phụ lục|Mẫu số)\b")
# In small letters the line must not cite: "Phụ lục I Nghị định số …" goes on with a sentence.
_ANNEX_LINE = re.compile(
    r"Phụ lục(?!\s*(?:[IVX\d]+\w?\s*)?(?:của|kèm theo|ban hành|Nghị|Thông|Quyết|Luật|này|trên))|Mẫu số\s[\w./-]+$"
)
_NOTE_MARK = re.compile(r"(?:\[\d+\]|[⁰¹²³⁴-⁹]+|\d{1,2})\s*")
# A line of a plan, which a cell of a table leaves without a full stop: "Thời hạn: 31/12/2023".
_FIELD = re.compile(
    r"(?:(?:Cơ quan|Đơn vị) )?(?:[Cc]hủ trì|[Pp]hối hợp|[Tt]hực hiện)[^:]{0,20}: \S|"
    r"(?:Thời (?:gian|hạn)|Tiến độ)(?: (?:thực hiện|hoàn thành|triển khai|trình|báo cáo)){0,2}: \S"
)
# A short heading that parentheses explain: "Các chủ cơ sở cho thuê trọ (hộ gia đình, doanh nghiệp…)".
_NAMED_ASIDE = re.compile(r"(?P<name>[^.;:()]{3,100}?)\s*\([^()]*\)$")
_STOP = re.compile(r"[.;!?…]\W{0,3}$|/\.$")
_MAX_HEADING_WORDS = 40


@dataclass(slots=True)
class _Node:
    """A clause under construction."""

    paragraph: Paragraph
    kind: ClauseKind
    marker: Marker | None
    parent: int | None
    rank: float
    skip: int = 0  # characters of the paragraph taken by its marker
    title: str = ""  # set on lines of its own below a bare marker, "\n" included
    quoted: bool = False  # part of another document's rules
    children: list[int] = field(default_factory=list)


def build_clauses(
    clean: CleanText, kinds: Mapping[int, ClauseKind], path: str
) -> tuple[tuple[Clause, ...], tuple[Problem, ...]]:
    """The clauses of a document in reading order, footnotes last, and what is odd in its numbering.

    `kinds` says which paragraphs belong to the frame (header, addressees, grounds, recipients,
    signature), by their index. Every paragraph becomes exactly one clause.
    """
    nodes = _grow(clean, kinds)
    headings = [_is_heading(node) for node in nodes]
    clauses: list[Clause] = []
    locators = locate(
        [
            (node.kind, node.marker, node.parent, _own(node), headings[at], node.quoted)
            for at, node in enumerate(nodes)
        ]
    )
    for at, node in enumerate(nodes):
        text = _own(node)
        start = node.paragraph.end + len(node.title) - len(text)
        clauses.append(
            Clause(
                index=at, kind=node.kind, locator=locators[at], text=text, start=start, end=start + len(text),
                marker=_printed(node), heading=headings[at], parent=node.parent,
                context=_context(nodes, at), page=node.paragraph.page, line=node.paragraph.line,
            )
        )  # fmt: skip
    return tuple(clauses), tuple(_odd_numbering(nodes, path))


def _own(node: _Node) -> str:
    """The clause's text, without the line break between a bare marker and its title."""
    return (node.paragraph.text[node.skip :] + node.title).removeprefix("\n")


def _printed(node: _Node) -> str | None:
    return node.paragraph.text[: node.skip].strip() or None


def _context(nodes: Sequence[_Node], at: int) -> tuple[str, ...]:
    """The texts of the clauses above, outermost first."""
    path: list[str] = []
    above = nodes[at].parent
    while above is not None:
        path.append(_own(nodes[above]).rstrip(" :"))
        above = nodes[above].parent
    return tuple(reversed(path))


def _grow(clean: CleanText, kinds: Mapping[int, ClauseKind]) -> list[_Node]:
    """Place every paragraph below the clause it belongs to."""
    nodes: list[_Node] = []
    stack: list[int] = []
    last_marked = _last_marked(clean, kinds)
    quoted = quoted_paragraphs(clean.paragraphs, kinds)
    signed = annexed = False
    for at, paragraph in enumerate(clean.paragraphs):
        kind = kinds.get(at)
        if paragraph.note is not None:
            _add_note(nodes, clean, at)
            continue
        if kind in FRAME or kind is ClauseKind.GROUND:
            signed = signed or kind in (ClauseKind.SIGNATURE, ClauseKind.RECIPIENT)
            stack.clear()
            nodes.append(_frame_node(paragraph, kind or ClauseKind.HEADER))
            continue
        if stack and _is_title(nodes[-1], paragraph.text):
            nodes[-1].title += "\n" + paragraph.text
            continue
        if signed and _opens_annex(paragraph.text, first=not annexed):
            annexed = True
            stack.clear()
            nodes.append(_Node(paragraph, ClauseKind.ANNEX, None, None, 0))
            stack.append(len(nodes) - 1)
            continue
        marker = read_marker(paragraph.text) or (
            quoted_marker(paragraph.text) if at in quoted else None
        )
        if at not in quoted:
            while stack and nodes[stack[-1]].quoted:
                stack.pop()
        if marker is None:
            _add_plain(nodes, stack, paragraph, closing=at > last_marked.get(_part(kinds, at), -1))
        else:
            following = clean.paragraphs[at + 1].text if at + 1 < len(clean.paragraphs) else ""
            _add_marked(nodes, stack, paragraph, marker, following, quoted=at in quoted)
    return nodes


def _is_title(above: _Node, text: str) -> bool:
    """Whether a paragraph is the title that stands below "Chương I" or "QUY CHẾ"."""
    if above.kind not in _ALWAYS_HEADING or not is_upper(text) or _ANNEX_NUMBER.match(text):
        return False
    if names_ordinals(text):
        return False  # the first column of a table
    return read_marker(text) is None and len(above.title) < 600


def _frame_node(paragraph: Paragraph, kind: ClauseKind) -> _Node:
    marker = read_marker(paragraph.text) if kind is not ClauseKind.SIGNATURE else None
    if marker is not None and marker.kind not in (
        ClauseKind.BULLET,
        ClauseKind.ITEM,
        ClauseKind.POINT,
    ):
        marker = None
    return _Node(paragraph, kind, marker, None, 0, skip=marker.length if marker else 0)


def _part(kinds: Mapping[int, ClauseKind], at: int) -> int:
    """Which part of the file a paragraph stands in: 0 before the first signature, then 1."""
    signatures = [index for index, kind in kinds.items() if kind is ClauseKind.SIGNATURE]
    return int(bool(signatures) and at > min(signatures))


def _last_marked(clean: CleanText, kinds: Mapping[int, ClauseKind]) -> dict[int, int]:
    """The last paragraph with a marker, in each part of the file."""
    last: dict[int, int] = {}
    for at, paragraph in enumerate(clean.paragraphs):
        if at not in kinds and paragraph.note is None and read_marker(paragraph.text) is not None:
            last[_part(kinds, at)] = at
    return last


def _opens_annex(text: str, *, first: bool) -> bool:
    """Whether a paragraph behind the signature is the title of an annex."""
    named = _ANNEX.match(text) is not None and (
        is_upper(text[:40]) or _ANNEX_LINE.match(text) is not None
    )
    return named or (first and is_upper(text))


def _add_note(nodes: list[_Node], clean: CleanText, at: int) -> None:
    paragraph = clean.paragraphs[at]
    anchor = next((note.anchor for note in clean.notes if note.paragraph == at), None)
    parent = None
    if anchor is not None:
        parent = next(
            (
                i
                for i, node in enumerate(nodes)
                if node.paragraph.start <= anchor <= node.paragraph.end
            ),
            None,
        )
    match = _NOTE_MARK.match(paragraph.text)
    marker = Marker(ClauseKind.NOTE, paragraph.note or "", match.end() if match else 0, None)
    nodes.append(_Node(paragraph, ClauseKind.NOTE, marker, parent, 99, skip=marker.length))


def _lists_beside(nodes: Sequence[_Node], stack: Sequence[int]) -> bool:
    """Whether the last paragraph, without marker, ends with a semicolon: the list it is of goes on."""
    if not nodes or not stack or nodes[-1].kind is not ClauseKind.PARAGRAPH:
        return False
    return nodes[-1].parent == stack[-1] and _own(nodes[-1]).rstrip().endswith(";")


def _add_plain(
    nodes: list[_Node], stack: list[int], paragraph: Paragraph, *, closing: bool
) -> None:
    """Place a paragraph without marker.

    Below a heading it belongs to the heading; behind an item it goes on with what the item
    belongs to. Behind the last item of all it speaks for the whole again, unless articles rule, or
    it is a line of the plan there ("Thời gian: …").
    """
    closing = closing and _FIELD.match(paragraph.text) is None
    goes_on = _lists_beside(nodes, stack)
    while stack and not goes_on:
        top = nodes[stack[-1]]
        opens = not top.children and not _STOP.search(_own(top)) and not _FIELD.match(_own(top))
        if opens or top.kind in (
            ClauseKind.ANNEX,
            ClauseKind.ARTICLE,
            ClauseKind.CHAPTER,
            ClauseKind.ROMAN,
        ):
            break
        in_article = any(nodes[index].kind is ClauseKind.ARTICLE for index in stack)
        rank = top.rank - _QUOTED if top.quoted else top.rank
        if rank <= _RANK[ClauseKind.POINT] and (in_article or not closing):
            if in_article or _own(top).rstrip().endswith(":") or top.children:
                break
            if rank <= _RANK[ClauseKind.SUBITEM]:
                break
        stack.pop()
    parent = stack[-1] if stack else None
    nodes.append(_Node(paragraph, ClauseKind.PARAGRAPH, None, parent, 50))
    if parent is not None:
        nodes[parent].children.append(len(nodes) - 1)


def _add_marked(
    nodes: list[_Node],
    stack: list[int],
    paragraph: Paragraph,
    marker: Marker,
    following: str,
    *,
    quoted: bool,
) -> None:
    rank = _rank(marker, following, [nodes[index] for index in stack]) + _QUOTED * quoted
    while stack and nodes[stack[-1]].rank >= rank:
        stack.pop()
    parent = stack[-1] if stack else None
    nodes.append(
        _Node(paragraph, marker.kind, marker, parent, rank, skip=marker.length, quoted=quoted)
    )
    if parent is not None:
        nodes[parent].children.append(len(nodes) - 1)
    stack.append(len(nodes) - 1)


def _rank(marker: Marker, following: str, stack: Sequence[_Node]) -> float:
    """How deep a marker stands; a smaller rank stands above a greater one."""
    rank: float = _RANK[marker.kind]
    if marker.kind is ClauseKind.SUBITEM:
        return rank + 0.1 * marker.label.count(".")
    if marker.kind is ClauseKind.STAR:
        for node in stack:
            if node.kind is ClauseKind.STAR:
                return node.rank
        below = read_marker(following)
        if (
            below is not None
            and below.kind is ClauseKind.BULLET
            and not any(node.kind is ClauseKind.BULLET for node in stack)
        ):
            return _RANK[ClauseKind.BULLET] - 0.5
    return rank


def _is_heading(node: _Node) -> bool:
    """Whether a clause only announces the clauses below it, rather than saying something itself."""
    if node.kind in _ALWAYS_HEADING:
        return True
    if not node.children:
        return False
    text = _own(node).strip()
    if named := _NAMED_ASIDE.match(text):
        text = named["name"]
    if _STOP.search(text) or len(text.split()) > _MAX_HEADING_WORDS:
        return False
    return not re.search(r"[.;] +\S", text)


def _odd_numbering(nodes: Sequence[_Node], path: str) -> list[Problem]:
    """Numbers that repeat, skip or restart among the clauses of one parent: told, not mended."""
    by_parent: dict[tuple[int | None, ClauseKind], list[_Node]] = defaultdict(list)
    section = 0
    for node in nodes:
        if node.kind in FRAME:
            section += 1 if node.kind is ClauseKind.SIGNATURE else 0
        if node.marker is not None and node.marker.ordinal is not None and node.kind not in FRAME:
            parent = node.parent if node.parent is not None else -1 - section
            by_parent[parent, node.kind].append(node)
    problems: list[Problem] = []
    for siblings in by_parent.values():
        counts = Counter(node.marker.label for node in siblings if node.marker)
        for above, below in pairwise(siblings):
            if above.marker is None or below.marker is None:
                continue
            message = _oddity(above.marker, below.marker, repeats=counts[below.marker.label] > 1)
            if message is None:
                continue
            problems.append(
                Problem(path, Severity.NOTE, message, below.paragraph.page, below.paragraph.line)
            )
    return problems


def _oddity(above: Marker, below: Marker, *, repeats: bool) -> str | None:
    """What is odd about two neighbouring numbers, in words, or None."""
    first, second = above.ordinal or 0, below.ordinal or 0
    if second == first + 1 or (below.kind is ClauseKind.POINT and _letters_follow(above, below)):
        return None
    if second == first or repeats:
        return f"Số thứ tự “{below.label}” lặp lại."
    if second > first:
        return f"Số thứ tự nhảy từ “{above.label}” sang “{below.label}”."
    return f"Số thứ tự “{below.label}” bắt đầu lại sau “{above.label}”."


def _letters_follow(above: Marker, below: Marker) -> bool:
    """Whether two point letters follow each other in either alphabet in use (with or without đ)."""
    return (above.label, below.label) in {
        ("d", "e"),
        ("e", "f"),
        ("f", "g"),
        ("i", "j"),
        ("j", "k"),
    }
