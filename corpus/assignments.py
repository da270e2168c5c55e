"""Assignments of one document while its tasks are being found, and the records made of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from corpus.actors import Actor, Reader
from corpus.agencies import Registry
from corpus.deadlines import find_deadlines, joined
from corpus.document import Clause, ClauseKind, Deadline, Role, Task
from corpus.home import Home
from corpus.inner_orders import orders_inside
from corpus.order import Order
from corpus.stated_times import stated_time
from corpus.supporters import supporters
from corpus.text import fold
from corpus.verbs import opens_order

__all__ = ["Assignment", "Work", "emit", "one_breath", "record", "record_all", "record_plan"]

_COUNTED_FROM = re.compile(r"(?:trong|chậm nhất|không quá) .*\d.* (?:kể từ|từ khi|sau khi) ")
# What only opens a class, and is no name: "Tổ chức", and not "Tổ đại biểu".
_PLAIN_HEAD = re.compile(r"(?:Các|Cơ|Đơn|Tổ(?! đại biểu)|Những|Doanh|Cá)(?!\w)")
_OWNERS = re.compile(r"Các chủ (?!đầu tư|trì)")
_BRANCHES = re.compile(r"Các (?:ban|ngành)(?!\w)(?!.*liên quan)")
# A deputy by office and name: "Phó Thủ tướng Chính phủ Mai Văn Chính".
_PERSON = re.compile(r"(?:Phó Thủ tướng Chính phủ|Thứ trưởng|Phó Chủ tịch)(?: \w+)+")
_PROJECT = re.compile(r"(?:Dự án|dự án|Công trình|công trình) .+")
_PROJECT_HERE = re.compile(r"(?P<project>Dự án [^:;,.]+?)(?= tại | do | dừng |[:;,.])")
# A last sentence, or part of one, that sets one term for everything before it.
_SHARED_TERM = re.compile(
    r"(?<=[.;] )(?:thời hạn|thời gian)(?: hoàn thành| thực hiện| báo cáo| trình)?\s*:|"
    r"(?<=[,.;] )(?:trên cơ sở đó,? )?(?:cả )?hai (?:bộ|sở|cơ quan|đơn vị|địa phương|bên|văn bản)(?!\w)"
)


@dataclass(slots=True)
class Assignment:
    """Who acts and who supports, as a heading or the lines of a plan say."""

    doers: tuple[Actor, ...] = ()
    supporters: tuple[Actor, ...] = ()
    deadline: Deadline | None = None
    chiefs: frozenset[str] = frozenset()  # among several doers, those who "chủ trì"
    term: Deadline | None = None  # of the heading, for items that state none themselves
    terms: Mapping[str, Deadline] = field(default_factory=dict)  # of single doers, by name
    together: bool = False  # whether others of the same clause work at it too


@dataclass(slots=True)
class Work:
    """One document while its tasks are being found."""

    clauses: Sequence[Clause]
    issued: date | None
    addressees: tuple[Actor, ...]
    home: Home  # whose "Ủy ban nhân dân tỉnh" is meant
    registry: Registry  # with what the document calls bodies
    children: dict[int | None, list[int]] = field(default_factory=lambda: defaultdict(list))
    assigned: dict[int, Assignment] = field(default_factory=dict)  # what a clause hands down
    named_only: set[int] = field(default_factory=set)  # clauses that name a body and say no more
    planned: dict[int, Assignment] = field(default_factory=dict)  # content of a plan → its lines
    introduced: dict[int | None, Assignment] = field(
        default_factory=dict
    )  # "Đề nghị A …, cụ thể:" above items
    fields: set[int] = field(default_factory=set)  # lines of a plan: no tasks themselves
    opened: set[tuple[int | None, ClauseKind]] = field(
        default_factory=set
    )  # siblings the opening speaks to
    tasks: list[Task] = field(default_factory=list)
    recorded: set[tuple[str, int]] = field(default_factory=set)  # (agency, clause) of the tasks

    def term(self, clause: Clause, start: int = 0, end: int | None = None) -> Deadline | None:
        """Returns what a clause, or what stands from `start` to `end` in it, says of when, or None."""
        within = clause.text[start:end]
        return joined(find_deadlines(within, issued=self.issued, offset=clause.start + start))

    def reader(self, clause: Clause) -> Reader:
        """Returns a reader of the agencies in a clause, which knows the document's addressees."""
        return Reader(clause.text, registry=self.registry, above=self.addressees, home=self.home)


def record_all(work: Work, clause: Clause, here: Assignment | None, order: Order | None) -> None:
    """Record the tasks of a clause: for whom it inherits or names first, then for those inside."""
    reader = work.reader(clause)
    others = orders_inside(reader, skip=order, bound=here is not None and order is None)
    if here is not None and others and _passes_over(reader, here, order, others[0]):
        since = others[0].doers[0].start if order else 0
        here, order, others = None, None, orders_inside(reader, since=since)
    if here is not None and _each_told(clause, here, others):
        here = None  # "Sở A, Sở B: Sở A rải muối …; Sở B cắt điện …"
    apart_persons = _persons_apart(here, order, others)
    if here is not None and order is None and others and _narrows(here, others[0]):
        here, order, others = replace(here, doers=others[0].doers), others[0], others[1:]
    known = {actor.name for actor in (here.doers if here else ())}
    again = [one for one in others if known.issuperset(actor.name for actor in one.doers)]
    others = [one for one in others if one not in again]
    if here is not None and here.doers:
        helpers = here.supporters if order is None else order.supporters
        apart = [(other.start, other.end) for other in others]
        inside = supporters(reader, order.verb_at if order else 0, len(clause.text), apart)
        helping = _only_helping((*helpers, *inside), others)
        whole = replace(here, supporters=helping, together=apart_persons)
        record(work, clause, whole, outside=apart, again=again)
    for same in _by_doers(others):
        doers = tuple(actor for actor in same[0].doers if actor.name not in known)
        helpers = _only_helping([actor for other in same for actor in other.supporters], others)
        spans = [(other.start, other.end) for other in same]
        alone = Assignment(doers, helpers, together=apart_persons)
        record(work, clause, alone, within=spans)


def _only_helping(helpers: Sequence[Actor], others: Sequence[Order]) -> tuple[Actor, ...]:
    """Those of the helpers who are not told to act themselves in another part of the clause."""
    told = {actor.name for other in others for actor in other.doers}
    return tuple(actor for actor in distinct(helpers) if actor.name not in told)


def _each_told(clause: Clause, here: Assignment, others: Sequence[Order]) -> bool:
    """Whether each of several bodies told together has an order of its own behind it, to the end."""
    told = {actor.name for actor in here.doers}
    alone = {order.doers[0].name for order in others if len(order.doers) == 1}
    return len(told) > 1 and told <= alone and others[-1].end >= len(clause.text.rstrip())


def _persons_apart(here: Assignment | None, order: Order | None, others: Sequence[Order]) -> bool:
    """Whether a clause sends several persons to one work, each to a part of it."""
    doers = [actor for one in others for actor in one.doers]
    doers += here.doers if here is not None and order is not None else ()
    return len(doers) > 1 and all(_PERSON.match(actor.name) for actor in doers)


def _by_doers(orders: Sequence[Order]) -> list[list[Order]]:
    """Orders to the same bodies together, in the order of the first: a body has one task in a clause."""
    together: dict[tuple[str, ...], list[Order]] = defaultdict(list)
    for order in orders:
        together[tuple(actor.name for actor in order.doers)].append(order)
    return list(together.values())


def _passes_over(reader: Reader, here: Assignment, order: Order | None, first: Order) -> bool:
    """Whether a clause speaks to others than the class of bodies above it: it opens with no order
    of its own, or the order is dealt out ("giao các đơn vị hỗ trợ như sau: Viện A …; Cục B …")."""
    if not all(actor.group for actor in here.doers):
        return False
    if order is None:
        return not opens_order(reader.folded, 0)
    between = reader.folded[order.verb_at : first.doers[0].start].rstrip()
    return not between or between.endswith(("như sau:", "cụ thể:", "sau đây:"))


def _narrows(here: Assignment, first: Order) -> bool:
    """Whether the first sentence names some of those whom the heading speaks to, and no one else:
    below "Sở Y tế, UBND cấp xã có trách nhiệm:" the item "Đối với …, Sở Y tế tham mưu …"."""
    told, named = ({actor.name for actor in one.doers} for one in (here, first))
    return first.start == 0 and named < told


def record_plan(work: Work, clause: Clause, plan: Assignment) -> None:
    """Record the content line of a plan: whom its lines name, and who is named inside it."""
    reader = work.reader(clause)
    helping = {actor.name for actor in plan.supporters}
    others = [
        order
        for order in orders_inside(reader)
        if any(not actor.group for actor in order.doers)
        and not (
            reader.folded.startswith("phối hợp", order.verb_at)
            and helping.issuperset(actor.name for actor in order.doers)
        )
    ]
    apart = [(other.start, other.end) for other in others]
    inside = supporters(reader, 0, len(clause.text), apart)
    leads = [actor for order in others for actor in order.doers if not actor.group]
    lead_names = {actor.name for actor in leads}
    helpers = tuple(
        actor for actor in distinct((*inside, *plan.supporters)) if actor.name not in lead_names
    )
    term = _with_own(work, clause, plan.deadline)
    emit(work, clause, plan.doers, helpers, term, plan.chiefs, listed=True, own=plan.terms)
    for order in others:
        doers = tuple(
            actor for actor in order.doers if actor.name not in {a.name for a in plan.doers}
        )
        emit(work, clause, doers, (), term)


def _with_own(work: Work, clause: Clause, stated: Deadline | None) -> Deadline | None:
    """The time that a line of a plan states, behind what the work itself counts from an event: "Xử lý cáp đứt
    trong thời hạn 04 giờ kể từ khi tiếp nhận phản ánh", "Thời gian: thường xuyên"."""
    if stated is None:
        return None
    own = [
        deadline
        for deadline in find_deadlines(clause.text, issued=work.issued, offset=clause.start)
        if _COUNTED_FROM.match(fold(deadline.text)) and deadline.text not in stated.text
    ]
    return joined([*own, stated])


def record(
    work: Work,
    clause: Clause,
    who: Assignment,
    *,
    within: Sequence[tuple[int, int]] = (),
    outside: Sequence[tuple[int, int]] = (),
    again: Sequence[Order] = (),
) -> None:
    """Record one task with the deadlines of the stretches it stands `within`, or of all the clause but
    those `outside` it, which speak to others; those who go to one work together share its deadlines.
    The stretches are half-open. What only some of the doers are told `again` is due for them alone."""
    found = find_deadlines(clause.text, issued=work.issued, offset=clause.start)
    shared = _SHARED_TERM.search(fold(clause.text))
    for_all = shared.start() if shared else len(clause.text)

    def mine(deadline: Deadline) -> bool:
        at = deadline.start - clause.start
        if at >= for_all or who.together:
            return True
        if within:
            return any(start <= at < end for start, end in within)
        return not any(start <= at < end for start, end in outside)

    found = [deadline for deadline in found if mine(deadline)]
    if shared and (
        term := stated_time(
            clause.text[for_all:], issued=work.issued, offset=clause.start + for_all
        )
    ):
        found = [deadline for deadline in found if deadline.end <= term.start] + [term]
    plan = work.planned.get(clause.index)  # "Thời gian thực hiện: …" may stand below
    stated = who.deadline or (plan.deadline if plan else None)
    term = stated or joined(found) or who.term
    own = {} if stated else _own_terms(work, clause, who, found, again)
    emit(work, clause, who.doers, who.supporters, term, joint=who.together, own=own)


def _own_terms(
    work: Work, clause: Clause, who: Assignment, found: Sequence[Deadline], again: Sequence[Order]
) -> Mapping[str, Deadline | None]:
    """When each of several doers is due, where a part of the clause names only some of them again:
    "Sở A, Sở B rà soát …. Riêng Sở A báo cáo trước ngày 15/9"."""
    own: dict[str, Deadline | None] = {}
    for doer in who.doers if again else ():
        others = [one for one in again if all(actor.name != doer.name for actor in one.doers)]
        mine = [
            deadline
            for deadline in found
            if not any(one.start <= deadline.start - clause.start < one.end for one in others)
        ]
        own[_completed(work, clause, doer).name] = joined(mine) or who.term
    return own


def emit(
    work: Work,
    clause: Clause,
    doers: Sequence[Actor],
    helpers: Sequence[Actor],
    deadline: Deadline | None,
    chiefs: frozenset[str] = frozenset(),
    *,
    listed: bool = False,
    joint: bool = False,
    own: Mapping[str, Deadline | None] | None = None,
) -> None:
    """Record one task for each doer and each helper of a clause, those it already has left alone.

    `listed`: the doers come from the lines of a plan, where each has its own part. `joint`: others
    of the clause do it too. `own`: what is due for single doers instead of the `deadline`, by name.
    """
    doers = distinct([_completed(work, clause, actor) for actor in doers])
    helpers = distinct([_completed(work, clause, actor) for actor in helpers])
    single = [actor for actor in doers if not actor.group]
    groups = _merge_groups(doers, apart=listed and bool(single))
    names = [actor.name for actor in doers]
    made: list[Task] = []
    for actor in single:
        together = tuple(name for name in names if name != actor.name)
        alone = len(doers) == 1 and not joint
        role = Role.LEAD if alone or actor.name in chiefs else Role.JOINT
        term = own.get(actor.name, deadline) if own else deadline
        made.append(Task(actor.name, role, clause.index, actor.named_as, together, term))
    for group in groups:
        together = tuple(name for name in names if name != group.name and name not in group.name)
        term = own.get(group.name, deadline) if own else deadline
        made.append(Task(group.name, Role.GENERAL, clause.index, group.named_as, together, term))
    made.extend(
        Task(actor.name, Role.SUPPORT, clause.index, actor.named_as, tuple(names), deadline)
        for actor in helpers
        if actor.name not in names
    )
    for task in made:
        if (task.agency, task.clause) not in work.recorded:
            work.recorded.add((task.agency, task.clause))
            work.tasks.append(task)


def _completed(work: Work, clause: Clause, actor: Actor) -> Actor:
    """An actor with what its place in the document adds: of which province "Ủy ban nhân dân tỉnh"
    is, and of which project "Chủ đầu tư" below the heading "Về Dự án …"."""
    if actor.name != "Chủ đầu tư":
        whole = work.home.complete(actor.name)
        return replace(actor, name=whole, group=actor.group and whole == actor.name)
    for heading in reversed(clause.context):
        if project := _PROJECT.search(heading):
            return replace(actor, name=f"Chủ đầu tư {project.group()}")
    here = _PROJECT_HERE.search(clause.text, 0, actor.start)
    return replace(actor, name=f"Chủ đầu tư {here['project']}") if here else actor


def _merge_groups(doers: Sequence[Actor], *, apart: bool) -> list[Actor]:
    """The groups among the doers. Those named one right after the other are one addressee, named
    as written; where they stand `apart`, only a catch-all goes with the one before it."""
    merged: list[Actor] = []
    follows = False  # whether the doer before is a group
    for actor in doers:
        joins = follows and actor.before and (actor.open or not apart)
        if actor.group and joins and not _owns_beside(merged[-1], actor):
            above = merged[-1]
            name = above.name + actor.before + _inner(actor)
            merged[-1] = Actor(
                name, above.named_as, above.start, actor.end, group=True, open=above.open
            )
        elif actor.group:
            merged.append(actor)
        follows = actor.group
    return merged


def _owns_beside(above: Actor, owners: Actor) -> bool:
    """Whether owners are told beside authorities, and not as one with them: "Ủy ban nhân dân các xã, phường và
    các chủ rừng"."""
    beside = owners.before.strip() == "và" and _OWNERS.match(owners.name) is not None
    return beside and above.name.startswith("Ủy ban nhân dân ")


def one_breath(doers: Sequence[Actor]) -> tuple[Actor, ...]:
    """The doers of one order; where all are groups, they are one addressee named as written."""
    groups = all(actor.group for actor in doers)
    return tuple(_merge_groups(doers, apart=False)) if groups else tuple(doers)


def _inner(group: Actor) -> str:
    """A group's name inside a longer one: without the capital it only had at its head, and
    without the plural that went with a title ("Giám đốc các Sở, Thủ trưởng các ngành")."""
    if group.titled and group.before.startswith(",") and _BRANCHES.match(group.name):
        return group.name.removeprefix("Các ")
    plain = _PLAIN_HEAD.match(group.name) is not None
    return group.name[:1].lower() + group.name[1:] if plain else group.name


def distinct(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    seen: dict[str, Actor] = {}
    for actor in actors:
        seen.setdefault(actor.name, actor)
    return tuple(seen.values())
