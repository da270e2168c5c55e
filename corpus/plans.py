"""The lines of a plan ("Đơn vị chủ trì: …", "Thời gian: …") given to the content they stand below, and
the same in parentheses behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.assignments import Assignment, Work, one_breath
from corpus.document import Clause, Deadline
from corpus.inner_orders import orders_inside
from corpus.order import Order
from corpus.order_words import HELPS, TIME_FIELD
from corpus.orders import field_of
from corpus.stated_times import stated_time
from corpus.supporters import supporters
from corpus.text import compiled, fold
from corpus.verbs import surely_opens_order

__all__ = ["aside", "behind", "read_plans"]

# A heading like "b) Cơ quan thực hiện:", whose lines below say who leads and who supports.
_GROUP_HEADING = re.compile(
    r"(?:các )?(?:cơ quan|đơn vị|phân công|trách nhiệm|thời gian|bộ phận|chủ trì|thực hiện)(?!\w)[^.;]{0,50}$"
)

_NEXT_FIELD = compiled(r"[.;]\s+(?=[⇧])")  # where the next field of a line may begin
_LEADS_ONLY = re.compile(r"chủ trì\s*(?:[,.;]|$)")
_PART = re.compile(r";\s+(?=\w)")
# In parentheses, or behind a dash at the end: "… - Công an tỉnh chủ trì, Sở Xây dựng phối hợp".
_ASIDE = re.compile(
    r"(?:\((?:giao |do )?|(?<= [-–] )(?=[^()]*$))(?P<inside>[^()]{8,240})(?:\)|$)", re.IGNORECASE
)
_LEADS_ASIDE = re.compile(
    r"\s+(?:(?:đồng |cùng )?chủ trì|thực hiện|tham mưu|chịu trách nhiệm|làm đầu mối|là đầu mối)(?!\w)"
)

_PIECE = re.compile(r"[;,] (?=\S[^;,]* (?:phối hợp|tham gia|hỗ trợ kỹ thuật)\s*$)|;")
# A role in parentheses behind bodies: "Bệnh viện Đa khoa tỉnh (tham gia)".
_HELPS_ASIDE = re.compile(r"\((?:cùng )?(?:tham gia|phối hợp)\)\W*$", re.IGNORECASE)
_ONLY_LEADS = re.compile(r"\s+(?:chủ trì|thực hiện|tham mưu)\s*(?=[,;)]|,? phối hợp|,? cùng )")


def read_plans(work: Work, body: Sequence[Clause]) -> None:
    """Give the lines "Đơn vị chủ trì", "Phối hợp", "Thời gian" to the content they stand below."""
    for clause in body:
        _read_siblings(work, clause.index, work.children.get(clause.index, []))
    _read_siblings(work, None, work.children.get(None, []))


def _read_siblings(work: Work, parent: int | None, siblings: Sequence[int]) -> None:
    if parent is not None and _field_lines(work, parent) is not None:
        return  # "b) Cơ quan thực hiện:" is a line of the plan above it
    content: list[int] = []
    current: Assignment | None = None
    for index in siblings:
        lines = _field_lines(work, index)
        if current is not None and (terms := _terms_below(work, index)):
            current.terms = {**current.terms, **terms}
            continue
        if lines is None:
            if current is not None:
                content, current = [], None
            content.append(index)
            continue
        if current is None:
            current = Assignment()
        _assign(work, lines, content, current, parent)
        work.fields.update((index, *lines))


def _assign(
    work: Work, lines: Sequence[int], content: Sequence[int], to: Assignment, parent: int | None
) -> None:
    """Read the lines of a plan and give what they say to the leaves of their content."""
    for line in lines:
        _add_field(work, work.clauses[line], to)
    for target in content:
        for leaf in _leaves(work, target):
            work.planned[leaf] = to
    for line in lines:
        role, start = field_of(work.clauses[line].text) or ("", 0)
        if role != "lead" or len(_stated(work.clauses[line].text)) > 1:
            continue
        reader = work.reader(work.clauses[line])
        inside = orders_inside(reader, since=start)
        prose = any(not _LEADS_ONLY.match(reader.folded, order.verb_at) for order in inside)
        if prose or _goes_on(reader.folded, start):
            work.planned[line] = to  # it orders in prose: a leaf of its own
        elif not content:
            # The heading above is the content: "4. Tổ chức kiểm tra …", below it who does it.
            if parent is not None and work.clauses[parent].marker is not None:
                work.planned[parent] = to
            else:
                work.planned[line] = to


def _goes_on(folded: str, start: int) -> bool:
    """Whether a line goes on with what to do: "Sở A chủ trì; Công an tỉnh phối hợp; thành lập đoàn …"."""
    return any(
        surely_opens_order(folded, part.end())
        and not folded.startswith(("phối hợp", "chủ trì", "thực hiện"), part.end())
        for part in _PART.finditer(folded, start)
    )


def _field_lines(work: Work, index: int) -> list[int] | None:
    """The plan lines that a clause is, or consists of; None when it is content."""
    clause = work.clauses[index]
    children = work.children.get(index, [])
    if field_of(clause.text) is not None:
        return [index]
    if (
        children
        and clause.heading
        and all(field_of(work.clauses[child].text) for child in children)
    ):
        return children if _GROUP_HEADING.match(fold(clause.text)) else None
    return None


def _terms_below(work: Work, index: int) -> dict[str, Deadline]:
    """When each body is due that a line below "Thời gian thực hiện:" names, by the names of the bodies."""
    if not TIME_FIELD.fullmatch(fold(work.clauses[index].text)):
        return {}
    terms: dict[str, Deadline] = {}
    for child in work.children.get(index, []):
        clause = work.clauses[child]
        told, term = work.reader(clause).actors(0), work.term(clause)
        if told is not None and term is not None:
            terms |= {actor.name: term for actor in one_breath(told.members)}
    return terms


def _stated(text: str) -> list[tuple[str, int, int]]:
    """The fields of a line as (role, start of the value, end): "Đơn vị chủ trì: … Thời gian: …" states two."""
    bounds = [0, *(match.end() for match in _NEXT_FIELD.finditer(text)), len(text)]
    # A field may follow a semicolon, in small letters.
    bounds += [at.end() for at in _PART.finditer(text) if field_of(text[at.end() :])]
    bounds = sorted(set(bounds))
    found: list[tuple[str, int, int]] = []
    for start, end in pairwise(bounds):
        if field := field_of(text[start:end]):
            found.append((field[0], start + field[1], end))
    return found


def _add_field(work: Work, clause: Clause, to: Assignment) -> None:
    reader = work.reader(clause)
    stated = _stated(clause.text)
    for role, start, end in stated:
        if role == "time":
            begin = clause.text.rfind(":", 0, start)
            begin = max(clause.text.rfind(". ", 0, begin) + 2, 0) if len(stated) > 1 else 0
            value = clause.text[begin:end]
            to.deadline = stated_time(value, issued=work.issued, offset=clause.start + begin)
            continue
        orders = orders_inside(reader, since=start) if role == "lead" and len(stated) == 1 else []
        if role == "lead":
            to.supporters += supporters(reader, start, end)
        if orders:
            _add_prose(work, clause, orders, to)
            continue
        actors = reader.actors(start)
        if actors is not None and role == "lead":
            for at, stop in _pieces(clause.text, start, max(end, actors.end)):
                helps = _HELPS_ASIDE.search(clause.text, at, stop)
                named = tuple(one for one in actors.members if at <= one.start < stop)
                to.supporters += named if helps else ()
                to.doers += () if helps else named
        elif actors is not None:
            to.supporters += tuple(actor for actor in actors.members if not actor.open)


def _add_prose(work: Work, clause: Clause, orders: Sequence[Order], to: Assignment) -> None:
    """Add the orders of a line in prose: "Cơ quan thực hiện: Sở A chủ trì …; Sở B và Sở C tổ chức … trước ngày
    28/02/2026"."""
    for order in orders:
        told = one_breath(order.doers)
        to.doers += told
        if term := work.term(clause, order.start, order.end):
            to.terms = {**to.terms, **{actor.name: term for actor in told}}
        if fold(clause.text).startswith("chủ trì", order.verb_at):
            to.chiefs |= {actor.name for actor in order.doers}


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a field between semicolons, as (start, end)."""
    bounds = [start, *(part.end() for part in _PART.finditer(text, start, end)), end]
    return list(pairwise(bounds))


def _leaves(work: Work, index: int) -> list[int]:
    children = work.children.get(index, [])
    if not children:
        return [index]
    own = [] if work.clauses[index].heading else [index]
    return own + [leaf for child in children for leaf in _leaves(work, child)]


def behind(work: Work, clause: Clause) -> Assignment | None:
    """What the fields say that stand behind the content in the same paragraph: "Nội dung: ….
    Cơ quan chủ trì: …; cơ quan phối hợp: …. Thời gian: …". None if nobody leads there."""
    fields = _stated(clause.text)
    if not any(role == "lead" for role, _, _ in fields):
        return None
    said = Assignment()
    _add_field(work, clause, said)
    if said.deadline is None:
        said.deadline = work.term(clause)
    return said if said.doers else None


def aside(work: Work, clause: Clause) -> Assignment | None:
    """What parentheses in a clause say of it: "… (Sở Y tế chủ trì, hoàn thành trước ngày 31/12/2025)",
    "… (Đơn vị chủ trì: Sở Y tế; thời gian: Quý I/2026)". None if nobody leads there."""
    for found in _ASIDE.finditer(clause.text):
        last = not clause.text[found.end() :].strip(" .;,:")
        said = _said_aside(work, clause, found, leads=_LEADS_ASIDE if last else _ONLY_LEADS)
        if said.doers:
            if said.deadline is None:
                said.deadline = work.term(clause)
            return said
    return None


def _said_aside(
    work: Work, clause: Clause, found: re.Match[str], *, leads: re.Pattern[str]
) -> Assignment:
    """Who leads and supports, and by when, as one pair of parentheses says; `leads` is what tells
    that a body does."""
    reader = work.reader(clause)
    said = Assignment()
    at = found.start("inside")
    for piece in _PIECE.split(found["inside"]):
        start = clause.text.index(piece, at)
        at = start + len(piece)
        start += len(piece) - len(piece.lstrip())
        field = field_of(piece.strip())
        if field is not None and field[0] == "time":
            offset = clause.start + start
            said.deadline = stated_time(piece.strip(), issued=work.issued, offset=offset)
            continue
        role = field[0] if field else "lead"
        actors = reader.actors(start + (field[1] if field else 0))
        if actors is not None and field is None and HELPS.match(reader.folded, actors.end):
            role = "support"
        elif actors is None or not (field or leads.match(reader.folded, actors.end)):
            continue
        if role == "lead":
            said.doers += actors.members
            said.supporters += supporters(reader, actors.end, found.end())
        else:
            said.supporters += tuple(actor for actor in actors.members if not actor.open)
    return said
