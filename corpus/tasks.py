"""Who must do what: the tasks of a document, one for each agency and leaf clause.

An order reaches an agency in five ways: it is the addressee of a heading and the leaves below inherit
it; it opens the leaf itself ("Bộ trưởng Bộ Y tế chỉ đạo …"); it is named inside a sentence ("Trên cơ
sở đó, Bộ Tư pháp tổng hợp …"); a line of a plan assigns it ("Đơn vị chủ trì: …"); or the order that
opens the document speaks to it. Whoever is asked to "phối hợp" supports.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from corpus.actors import Actor, Reader
from corpus.deadlines import find_deadlines, stated_time
from corpus.document import Clause, ClauseKind, Deadline, Role, Task
from corpus.orders import Order, closing_formula, default_addressees, field_of, head_order, orders_inside, supporters
from corpus.text import fold
from corpus.verbs import opens_order

__all__ = ["find_tasks"]

_FRAME = frozenset([
    ClauseKind.HEADER, ClauseKind.ADDRESSEE, ClauseKind.GROUND, ClauseKind.RECIPIENT, ClauseKind.SIGNATURE,
    ClauseKind.NOTE,
])  # fmt: skip


# Sections that say why, how well and for whom, not who must do what.
_NOT_ORDERS = re.compile(
    r"(?:về )?(?:quan điểm|phạm vi|đối tượng|mục tiêu|mục đích|nguyên tắc|đánh giá|tình hình|kết quả|tồn tại|một số tồn tại|nguồn kinh phí|"
    r"kinh phí|chỉ tiêu|giải thích|sự cần thiết|thuận lợi|khó khăn)"
)
_FORMS = re.compile(r"thủ tục hành chính|tthc|quy trình nội bộ|biểu mẫu|mẫu số|danh mục|đơn giá|bảng giá|mức chi|mức thu")
# A last sentence that sets one term for everything before it.
_SHARED_TERM = re.compile(r"(?<=[.;] )(?:thời hạn|thời gian)(?: hoàn thành| thực hiện| báo cáo)?\s*:")
_PROJECT = re.compile(r"(?:Dự án|dự án|Công trình|công trình) .+")


@dataclass(slots=True)
class _Assignment:
    """Who acts and who supports, as a heading or the lines of a plan say."""

    doers: tuple[Actor, ...] = ()
    supporters: tuple[Actor, ...] = ()
    deadline: Deadline | None = None
    chiefs: frozenset[str] = frozenset()  # among several doers, those who "chủ trì"


@dataclass(slots=True)
class _Work:
    """One document while its tasks are being found."""

    clauses: Sequence[Clause]
    issued: date | None
    addressees: tuple[Actor, ...]
    children: dict[int | None, list[int]] = field(default_factory=lambda: defaultdict(list))
    assigned: dict[int, _Assignment] = field(default_factory=dict)  # what a clause hands down
    planned: dict[int, _Assignment] = field(default_factory=dict)  # content of a plan → its lines
    introduced: dict[int | None, _Assignment] = field(default_factory=dict)  # "Đề nghị A …, cụ thể:" above items
    fields: set[int] = field(default_factory=set)  # lines of a plan: no tasks themselves
    opened: set[tuple[int | None, ClauseKind]] = field(default_factory=set)  # siblings the opening speaks to
    tasks: list[Task] = field(default_factory=list)

    def reader(self, clause: Clause) -> Reader:
        return Reader(clause.text, above=self.addressees)


def find_tasks(clauses: Sequence[Clause], *, issued: date | None = None) -> tuple[Task, ...]:
    """The tasks of a document, in reading order.

    `issued` dates deadlines that are counted from it or printed without a year.
    """
    work = _Work(clauses, issued, _addressees(clauses))
    body = [clause for clause in clauses if clause.kind not in _FRAME]
    for clause in body:
        work.children[clause.parent].append(clause.index)
    _read_plans(work, body)
    first_item = next((clause.index for clause in body if clause.marker is not None), None)
    opening: _Assignment | None = None
    started = False
    forms = _form_annexes(body)
    for clause in body:
        if clause.index in forms:
            continue
        preamble = clause.parent is None and clause.kind is ClauseKind.PARAGRAPH and not started
        if preamble:
            started, spoken_to = _read_preamble(work, clause, first_item)
            opening = spoken_to or opening
            continue
        if clause.index in work.fields and clause.index not in work.planned:
            continue
        _read_clause(work, clause, opening)
    return tuple(sorted(work.tasks, key=lambda task: task.clause))


def _form_annexes(body: Sequence[Clause]) -> frozenset[int]:
    """The clauses of annexes that describe procedures or print forms: nobody is told anything there."""
    skipped: set[int] = set()
    for clause in body:
        if clause.kind is ClauseKind.ANNEX:
            if _FORMS.search(fold(clause.text)):
                skipped.add(clause.index)
        elif clause.parent in skipped:
            skipped.add(clause.index)
    return frozenset(skipped)


def _addressees(clauses: Sequence[Clause]) -> tuple[Actor, ...]:
    """The agencies a document is addressed to (Kính gửi, điện)."""
    found: list[Actor] = []
    for clause in clauses:
        if clause.kind is ClauseKind.ADDRESSEE:
            start = clause.text.find(":") + 1 if clause.text.lower().startswith("kính gửi") else 0
            while start < len(clause.text) and clause.text[start] == " ":
                start += 1
            actors = Reader(clause.text).actors(start)
            found.extend(actors.members if actors else ())
    return tuple(found)


def _read_preamble(work: _Work, clause: Clause, first_item: int | None) -> tuple[bool, _Assignment | None]:
    """Read a paragraph before the first item: (whether the orders begin behind it, whom they address)."""
    text = clause.text.rstrip()
    begins = text.endswith(":") or (first_item is not None and clause.index + 1 == first_item)
    spoken_to = default_addressees(work.reader(clause)) if text.endswith(":") else ()
    if not text.endswith(":"):
        for order in orders_inside(work.reader(clause), told_only=True):
            _record(work, clause, _Assignment(order.doers, order.supporters), order, own=True)
    if begins and not spoken_to and text.endswith(":"):
        spoken_to = tuple(actor for actor in work.addressees)
        return True, _Assignment(spoken_to) if spoken_to else None
    return begins, _Assignment(spoken_to) if spoken_to else None


def _read_plans(work: _Work, body: Sequence[Clause]) -> None:
    """Give the lines "Đơn vị chủ trì", "Phối hợp", "Thời gian" to the content they stand below."""
    for clause in body:
        siblings = work.children.get(clause.index, [])
        _read_siblings(work, clause.index, siblings)
    _read_siblings(work, None, work.children.get(None, []))


def _read_siblings(work: _Work, parent: int | None, siblings: Sequence[int]) -> None:
    if parent is not None and _field_lines(work, parent) is not None:
        return  # "b) Cơ quan thực hiện:" is a line of the plan above it
    content: list[int] = []
    current: _Assignment | None = None
    for index in siblings:
        lines = _field_lines(work, index)
        if lines is None:
            if current is not None:
                content, current = [], None
            content.append(index)
            continue
        if current is None:
            current = _Assignment()
        for line in lines:
            _add_field(work, work.clauses[line], current)
        work.fields.update((index, *lines))
        for target in content:
            for leaf in _leaves(work, target):
                work.planned[leaf] = current
        for line in lines:
            # A line that orders in prose, or has no content above it, is a leaf of its own.
            role, start = field_of(work.clauses[line].text) or ("", 0)
            if role == "lead" and (not content or orders_inside(work.reader(work.clauses[line]), since=start)):
                work.planned[line] = current


def _field_lines(work: _Work, index: int) -> list[int] | None:
    """The plan lines that a clause is, or consists of; None when it is content."""
    clause = work.clauses[index]
    children = work.children.get(index, [])
    if field_of(clause.text) is not None:
        return [index]
    if children and clause.heading and all(field_of(work.clauses[child].text) for child in children):
        return children if len(clause.text) < 60 else None
    return None


def _add_field(work: _Work, clause: Clause, to: _Assignment) -> None:
    role, start = field_of(clause.text) or ("", 0)
    if role == "time":
        to.deadline = stated_time(clause.text, issued=work.issued, offset=clause.start)
        return
    reader = work.reader(clause)
    orders = orders_inside(reader, since=start) if role == "lead" else []
    if orders:
        # "Cơ quan thực hiện: Sở A chủ trì …; Sở B và Sở C tổ chức …": orders in prose.
        for order in orders:
            to.doers += order.doers
            if reader.folded.startswith("chủ trì", order.verb_at):
                to.chiefs |= {actor.name for actor in order.doers}
        return
    actors = reader.actors(start)
    if actors is not None and role == "lead":
        to.doers += actors.members
    elif actors is not None:
        to.supporters += tuple(actor for actor in actors.members if not actor.open)


def _leaves(work: _Work, index: int) -> list[int]:
    children = work.children.get(index, [])
    if not children:
        return [index]
    own = [] if work.clauses[index].heading else [index]
    return own + [leaf for child in children for leaf in _leaves(work, child)]


def _inherited(work: _Work, clause: Clause) -> _Assignment | None:
    """What the headings above hand down, or the paragraph that introduces the items here."""
    if clause.marker is not None and clause.parent in work.introduced:
        return work.introduced[clause.parent]
    above = clause.parent
    if above is not None and clause.marker is None and not _announces(work.clauses[above]):
        return None  # a paragraph behind a full sentence speaks for itself
    while above is not None:
        if above in work.assigned:
            return work.assigned[above]
        if work.clauses[above].marker is not None and work.clauses[above].parent in work.introduced:
            return work.introduced[work.clauses[above].parent]
        above = work.clauses[above].parent
    return None


def _announces(clause: Clause) -> bool:
    """Whether a clause leads over to what stands below it."""
    return clause.heading or clause.text.rstrip().endswith(":")


def _read_clause(work: _Work, clause: Clause, opening: _Assignment | None) -> None:
    reader = work.reader(clause)
    inherited = _inherited(work, clause)
    plan = work.planned.get(clause.index)
    if clause.index in work.fields and plan is not None:
        _emit(work, clause, plan.doers, plan.supporters, plan.deadline, chiefs=plan.chiefs)
        return
    order = head_order(reader, inherited=inherited is not None)
    children = [child for child in work.children.get(clause.index, []) if child not in work.fields]
    if order is not None and (closing_formula(reader, order) or not (order.says_something or children)):
        return  # thanks at the end, or a cell that only names a body
    if order is not None and plan is None:
        here = _Assignment(order.doers, order.supporters)
        names_only = not order.says_something or clause.text[: order.verb_at].rstrip().endswith(":")
        if children and (names_only or _announces(clause)):
            work.assigned[clause.index] = here
        introduces = not children and clause.marker is None and clause.text.rstrip().endswith(":")
        if introduces:
            work.introduced[clause.parent] = here
            if not order.says_something or not _is_order_of_its_own(clause, order):
                return
        if order.says_something and not clause.heading:
            _record_all(work, clause, here, order)
        elif clause.heading and order.says_something and clause.text.rstrip().endswith((":", "sau")):
            if _is_order_of_its_own(clause, order):
                _record_all(work, clause, here, order)
        return
    if clause.heading:
        return
    if clause.marker is None and clause.text.rstrip().endswith(":") and (told := default_addressees(reader)):
        work.introduced[clause.parent] = _Assignment(told)
        return
    if plan is not None and plan.doers:
        _record_plan(work, clause, plan)
        return
    here = inherited
    if here is None and opening is not None and _speaks_to_all(work, reader, clause):
        here = opening
        work.opened.add((clause.parent, clause.kind))
        if children:
            work.assigned[clause.index] = here
    _record_all(work, clause, here, None)


def _is_order_of_its_own(clause: Clause, order: Order) -> bool:
    """Whether a heading with "…, trong đó:" orders something besides announcing its items."""
    return len(clause.text) - order.verb_at > 80


def _speaks_to_all(work: _Work, reader: Reader, clause: Clause) -> bool:
    """Whether a clause without an actor is an order: it, or a sibling above it, opens with a
    directive verb."""
    if clause.marker is None or any(_NOT_ORDERS.match(fold(heading)) for heading in clause.context):
        return False
    return opens_order(reader.folded, 0) or (clause.parent, clause.kind) in work.opened


def _record_all(work: _Work, clause: Clause, here: _Assignment | None, order: Order | None) -> None:
    """Record the tasks of a clause: for whom it inherits or names first, then for those inside."""
    reader = work.reader(clause)
    others = orders_inside(reader, skip=order, bound=here is not None)
    if here is not None and here.doers:
        helpers = here.supporters if order is None else order.supporters
        inside = supporters(reader, order.verb_at if order else 0, others)
        whole = _Assignment(here.doers, _distinct((*helpers, *inside)), here.deadline)
        _record(work, clause, whole, order, own=False, others=others)
    known = {actor.name for actor in (here.doers if here else ())}
    for other in others:
        doers = tuple(actor for actor in other.doers if actor.name not in known)
        if doers:
            _record(work, clause, _Assignment(doers, other.supporters), other, own=True)


def _record_plan(work: _Work, clause: Clause, plan: _Assignment) -> None:
    """Record the content line of a plan: whom its lines name, and who is named inside it."""
    reader = work.reader(clause)
    others = [order for order in orders_inside(reader) if any(not actor.group for actor in order.doers)]
    inside = supporters(reader, 0, others)
    leads = [actor for order in others for actor in order.doers if not actor.group]
    lead_names = {actor.name for actor in leads}
    helpers = tuple(actor for actor in _distinct((*inside, *plan.supporters)) if actor.name not in lead_names)
    _emit(work, clause, plan.doers, helpers, plan.deadline, chiefs=plan.chiefs)
    for order in others:
        doers = tuple(actor for actor in order.doers if actor.name not in {a.name for a in plan.doers})
        _emit(work, clause, doers, (), plan.deadline)


def _record(
    work: _Work, clause: Clause, who: _Assignment, order: Order | None, *, own: bool, others: Sequence[Order] = ()
) -> None:
    """Record one order with the deadlines of the sentences it speaks in."""
    found = find_deadlines(clause.text, issued=work.issued, offset=clause.start)
    shared = _SHARED_TERM.search(fold(clause.text))
    for_all = shared.start() if shared else len(clause.text)

    def mine(deadline: Deadline) -> bool:
        at = deadline.start - clause.start
        if at >= for_all:
            return True
        if own and order is not None:
            return order.start <= at < order.end
        return not any(other.start <= at < other.end for other in others)

    found = [deadline for deadline in found if mine(deadline)]
    _emit(work, clause, who.doers, who.supporters, who.deadline or _joined(found))


def _emit(
    work: _Work, clause: Clause, doers: Sequence[Actor], helpers: Sequence[Actor], deadline: Deadline | None,
    chiefs: frozenset[str] = frozenset(),
) -> None:  # fmt: skip
    doers = _distinct([_completed(clause, actor) for actor in doers])
    groups = _merge_open([actor for actor in doers if actor.group], mixed=any(not actor.group for actor in doers))
    single = [actor for actor in doers if not actor.group]
    names = [actor.name for actor in doers]
    existing = {(task.agency, task.clause) for task in work.tasks}
    made: list[Task] = []
    for actor in single:
        together = tuple(name for name in names if name != actor.name)
        role = Role.LEAD if len(doers) == 1 or actor.name in chiefs else Role.JOINT
        made.append(Task(actor.name, role, clause.index, actor.named_as, together, deadline))
    for group in groups:
        together = tuple(name for name in names if name != group.name and name not in group.name)
        made.append(Task(group.name, Role.GENERAL, clause.index, group.named_as, together, deadline))
    for actor in _distinct(helpers):
        if actor.name not in names:
            made.append(Task(actor.name, Role.SUPPORT, clause.index, actor.named_as, tuple(names), deadline))
    work.tasks.extend(task for task in made if (task.agency, task.clause) not in existing)


def _completed(clause: Clause, actor: Actor) -> Actor:
    """Reads "Chủ đầu tư" below the heading "Về Dự án …": of that project."""
    if actor.name != "Chủ đầu tư":
        return actor
    for heading in reversed(clause.context):
        if project := _PROJECT.search(heading):
            return replace(actor, name=f"Chủ đầu tư {project.group()}")
    return actor


def _merge_open(groups: Sequence[Actor], *, mixed: bool) -> list[Actor]:
    """Groups named in one breath are one addressee, named as written. Where single bodies stand
    among them each group is its own, and only a catch-all goes with the one before it."""
    merged: list[Actor] = []
    for group in groups:
        if merged and group.before and (group.open or not mixed):
            above = merged[-1]
            name = above.name + group.before + _inner(group.name, group.before)
            merged[-1] = Actor(name, above.named_as, above.start, group.end, group=True, open=above.open)
        else:
            merged.append(group)
    return merged


def _inner(name: str, before: str) -> str:
    """A group's name inside a longer one: without the capital it only had at its head."""
    if ";" in before or not name.startswith(("Các ", "Cơ quan", "Đơn vị", "Tổ chức")):
        return name if ";" not in before else name[:1].lower() + name[1:] if name.startswith("Các cơ quan") else name
    return name[:1].lower() + name[1:]


def _distinct(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    seen: dict[str, Actor] = {}
    for actor in actors:
        seen.setdefault(actor.name, actor)
    return tuple(seen.values())


def _joined(found: Sequence[Deadline]) -> Deadline | None:
    """Several deadlines of one leaf as one: the words joined, no exact day."""
    if len(found) < 2:
        return found[0] if found else None
    due = [deadline.due for deadline in found if deadline.due is not None]
    return Deadline(
        "; ".join(deadline.text for deadline in found), None, any(deadline.recurring for deadline in found),
        found[0].start, found[-1].end, max(due) if due else None,
    )  # fmt: skip
