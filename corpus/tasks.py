"""Who must do what: the tasks of a document, one for each agency and leaf clause.

An order reaches an agency in five ways: it is the addressee of a heading and the leaves below inherit
it; it opens the leaf itself ("Bộ trưởng Bộ Y tế chỉ đạo …"); it is named inside a sentence ("Trên cơ
sở đó, Bộ Tư pháp tổng hợp …"); a line of a plan assigns it ("Đơn vị chủ trì: …"); or the order that
opens the document speaks to it. Whoever is asked to "phối hợp" supports.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from corpus.actors import Actor, Reader
from corpus.addressed import spoken_to
from corpus.agencies import Registry, default_registry
from corpus.assignments import Assignment, Work, emit, record, record_all, record_plan
from corpus.described import described_body
from corpus.document import Clause, ClauseKind, Task
from corpus.home import NOWHERE, Home
from corpus.inherited import TITLES, announces, bound, inherited_by, of_their_rank
from corpus.inner_orders import orders_inside
from corpus.order import Order
from corpus.order_words import STEP
from corpus.orders import closing_formula, default_addressees, head_order
from corpus.plan_tables import read_plan_tables
from corpus.plans import aside, behind, read_plans
from corpus.supporters import supporters
from corpus.text import fold
from corpus.untold import (
    binds_nobody,
    form_annexes,
    leaves_to_law,
    lists_things,
    reasons,
    states_principles,
)
from corpus.verbs import opens_order

__all__ = ["find_tasks"]

_FRAME = frozenset([
    ClauseKind.HEADER, ClauseKind.ADDRESSEE, ClauseKind.GROUND, ClauseKind.RECIPIENT, ClauseKind.SIGNATURE,
    ClauseKind.NOTE,
])  # fmt: skip
_WITH_WHOM = re.compile(r"(?:phối hợp(?: chặt chẽ)?(?: cùng)? với|^chủ trì,? phối hợp)\s*:?$")
# "Bộ trưởng Bộ Khoa học và Công nghệ chỉ đạo:": below stands what others do at his word.
_DIRECTS = re.compile(r"(?<!\w)chỉ đạo\s*:$")
# "… Cục Thuế có ý kiến như sau:": what follows informs, and orders nothing.
_ANSWERS = re.compile(r"(?:có ý kiến|trả lời|giải đáp|cho rằng)[^.;]{0,80}:$")
# "… đề nghị các xã thực hiện nghiêm túc. Cụ thể:": an order, and items that spell it out.
_NAMELY = re.compile(r"\.\s+(?:cụ thể|trong đó)(?: như sau)?\s*:$")
_LEADS_WITH = re.compile(
    r"(?:chủ trì,? )?phối hợp(?: chặt chẽ)?(?: cùng)?(?: với)? |chủ trì,? cùng(?: với)? "
)
_NOTHING_ELSE = re.compile(
    r"(?:,? (?:tổ chức |triển khai )?thực hiện(?: (?:các |những )?(?:nhiệm vụ|nội dung|công việc|giải pháp)(?: sau(?: đây)?)?)?)?\s*:?\s*$"
)
# "Tổ chức, doanh nghiệp Việt Nam … phải:", named once more below "Trách nhiệm của …".
_MUST_DO = re.compile(r" (?:phải|có trách nhiệm|có nhiệm vụ)(?: (?:như )?sau(?: đây)?)?:")
_OF_COMMITTEE = re.compile(
    r"(?:Các )?(?:Sở|Phòng|Công an tỉnh)(?!\w)|Ủy ban nhân dân (?:các |cấp )?xã"
)
# What only charges those named: "Giao Sở A chủ trì, phối hợp với … căn cứ Danh mục được công bố, | có trách nhiệm:".
_ONLY_CHARGES = re.compile(r"có trách nhiệm(?: sau(?: đây)?)?\s*:$")
_TABLE = re.compile(
    r"(?:phụ lục(?: (?:số )?[\divx]+)?[.:]?\s*)?(?:bảng|biểu|danh sách|danh mục|thống kê|mẫu|phiếu)(?!\w)"
)  # an annex of things
_OWN_ORDER = 80  # characters behind the verb: a heading that orders something itself


def find_tasks(
    clauses: Sequence[Clause],
    *,
    issued: date | None = None,
    home: Home = NOWHERE,
    registry: Registry | None = None,
    breaks: Collection[int] = (),
) -> tuple[Task, ...]:
    """The tasks of a document, in reading order.

    `issued` dates deadlines that are counted from it or printed without a year; `home` tells whose
    document it is, and of which province "Ủy ban nhân dân tỉnh" is; `registry` what it calls bodies;
    `breaks` where paragraphs begin that stand apart from the one above, which tells a table's cells.
    """
    known = registry or default_registry()
    work = Work(clauses, issued, _addressees(clauses), home, known)
    body = [clause for clause in clauses if clause.kind not in _FRAME]
    for clause in body:
        work.children[clause.parent].append(clause.index)
    read_plans(work, body)
    lines = set(work.planned)
    read_plan_tables(work, body, breaks)
    tables = {above for cell in work.planned.keys() - lines for above in _above(work, cell)}
    first_item = next((clause.index for clause in body if clause.marker is not None), None)
    opening: Assignment | None = None
    started = False
    forms = form_annexes(body, tables)
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


def _above(work: Work, index: int) -> Iterator[int]:
    """The clauses that a clause stands below."""
    parent = work.clauses[index].parent
    while parent is not None:
        yield parent
        parent = work.clauses[parent].parent


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


def _read_preamble(
    work: Work, clause: Clause, first_item: int | None
) -> tuple[bool, Assignment | None]:
    """Read a paragraph before the first item: (whether the orders begin behind it, whom they address)."""
    text = clause.text.rstrip()
    if lists_things(text):
        return True, None
    begins = text.endswith(":") or (first_item is not None and clause.index + 1 == first_item)
    spoken_to = default_addressees(work.reader(clause)) if text.endswith(":") else ()
    if not text.endswith(":") or _NAMELY.search(fold(text)):
        for order in orders_inside(work.reader(clause), told_only=True):
            told = Assignment(order.doers, order.supporters)
            record(work, clause, told, within=[(order.start, order.end)])
    if begins and not spoken_to and text.endswith(":") and not _ANSWERS.search(fold(text)):
        spoken_to = tuple(actor for actor in work.addressees)
        return True, Assignment(spoken_to) if spoken_to else None
    return begins, Assignment(spoken_to) if spoken_to else None


def _opening_order(
    work: Work, clause: Clause, inherited: Assignment | None, *, children: bool
) -> Order | None:
    """The order that a clause opens with, or that it hands down to the items below it."""
    if clause.kind in TITLES:
        return None
    reader = work.reader(clause)
    leads_over = children and announces(clause)
    order = head_order(reader, inherited=bound(inherited), announces=leads_over)
    if order is None and leads_over:
        return spoken_to(reader, items_order=_items_order(work, clause))
    return order


def _items_order(work: Work, clause: Clause) -> bool:
    """Whether one of the clauses right below opens with an order."""
    below = (fold(work.clauses[child].text) for child in work.children.get(clause.index, []))
    return any(_opens_with_order(text) for text in below)


def _opens_with_order(folded: str) -> bool:
    """Whether a clause opens with an order, perhaps behind "Bước 2:"."""
    step = STEP.match(folded)
    return opens_order(folded, step.end() if step else 0)


def _read_clause(work: Work, clause: Clause, opening: Assignment | None) -> None:
    """Find the tasks of one clause, and what it hands down to those below it."""
    if _tells_nobody(work, clause) or clause.text.strip().isdigit():
        return
    reader = work.reader(clause)
    inherited = inherited_by(work, clause)
    plan = work.planned.get(clause.index)
    if clause.index in work.fields and plan is not None:
        emit(
            work, clause, plan.doers, plan.supporters, plan.deadline, plan.chiefs,
            listed=True, own=plan.terms,
        )  # fmt: skip
        return
    children = any(child not in work.fields for child in work.children.get(clause.index, []))
    order = _opening_order(work, clause, inherited, children=children)
    if (above := _told_above(work, clause, reader, inherited, order)) is not None:
        record(work, clause, above)
        return
    if order is not None:
        if _orders_nothing(work, clause, order, children=children):
            return
        if plan is None:
            _read_order(work, clause, order, children=children)
            return
    if plan is None and order is None and not clause.heading:
        plan = aside(work, clause) or behind(work, clause)
    if plan is not None and plan.doers:
        record_plan(work, clause, plan)
    elif clause.heading:
        _read_heading(work, clause, inherited)
    else:
        _read_leaf(work, clause, inherited, opening, children=children)


def _orders_nothing(work: Work, clause: Clause, order: Order, *, children: bool) -> bool:
    """Whether a clause that opens with a body tells it nothing: the formula at the end, behind which
    others may be told, what a law says of the body, or a cell that only names it."""
    if closing_formula(work.reader(clause), order):
        record_all(work, clause, None, None)
        return True
    definite = any(not actor.group for actor in order.doers)  # no field of a form
    leads_over = children or (
        (definite or _items_follow(work, clause)) and clause.text.rstrip().endswith(":")
    )
    by_law = not leads_over and _leaves_to_law(work.reader(clause), order)
    return by_law or not (order.says_something or leads_over)


def _leaves_to_law(reader: Reader, order: Order) -> bool:
    """Whether a sentence says of the body that it opens with only that a law tells what it does."""
    given = order.doers[0].start > 0
    return not given and leaves_to_law(reader.folded, order.verb_at)


def _items_follow(work: Work, clause: Clause) -> bool:
    """Whether a list of items stands right behind a clause, beside it."""
    behind = clause.index + 1
    if behind >= len(work.clauses) or clause.marker is not None:
        return False
    following = work.clauses[behind]
    return following.parent == clause.parent and following.marker is not None


def _read_heading(work: Work, clause: Clause, inherited: Assignment | None) -> None:
    """Record what a heading "…, trong đó:" below an addressee orders itself, if anything; one that only
    says whom to work with hands them down. An article on a body's duties speaks to that body."""
    if described := described_body(work.clauses, clause):
        work.assigned[clause.index] = Assignment((described,))
        return
    text = clause.text.rstrip()
    if inherited is not None and _only_with_whom(work.reader(clause), 0):
        helpers = supporters(work.reader(clause), 0, len(clause.text))
        work.assigned[clause.index] = replace(inherited, supporters=helpers)
        return
    orders = opens_order(work.reader(clause).folded, 0)
    if inherited is not None and text.endswith(":") and len(text) > _OWN_ORDER and orders:
        record_all(work, clause, inherited, None)


def _tells_nobody(work: Work, clause: Clause) -> bool:
    """Whether a clause quotes another document, lists recipients, says what is measured or whom a
    regulation covers, or leads over to things; then those things are told to nobody either."""
    if lists_things(clause.text):
        work.assigned[clause.index] = Assignment()
        if clause.marker is None:
            work.introduced[clause.parent] = Assignment()
        return True
    return binds_nobody(clause)


def _told_above(
    work: Work, clause: Clause, reader: Reader, inherited: Assignment | None, order: Order | None
) -> Assignment | None:
    """Whom a clause tells that stand above it, though it opens with others: it lists their helpers,
    whom they are to direct or to post ("Phân công lực lượng trực …"), or to whom they are to give
    the work."""
    if inherited is None or order is None:
        return None
    if of_their_rank(order, inherited):
        return inherited
    if clause.parent is not None and _DIRECTS.search(fold(work.clauses[clause.parent].text)):
        return inherited
    if _lists_helpers(work, clause):
        helpers = tuple(actor for actor in order.doers if not actor.open)
        return replace(inherited, supporters=helpers)
    posts = reader.folded.startswith("phân công ") and all(actor.open for actor in order.doers)
    return inherited if posts or _hands_on(work, reader, inherited, order) else None


def _hands_on(work: Work, reader: Reader, above: Assignment, order: Order) -> bool:
    """Whether it is the people's committees above that are told to "giao Sở A …", as in a ministry's
    letter; a committee's own document speaks to its departments itself."""
    return (
        reader.folded.startswith("giao ")
        and not (work.home.issuer or "").startswith("Ủy ban nhân dân")
        and all(actor.name.startswith("Ủy ban nhân dân") for actor in above.doers)
        and all(_OF_COMMITTEE.match(actor.name) is not None for actor in order.doers)
    )


def _lists_helpers(work: Work, clause: Clause) -> bool:
    """Whether a clause stands below "Giao A chủ trì, phối hợp với:", so that it opens with helpers."""
    above = clause.parent
    return above is not None and _WITH_WHOM.search(fold(work.clauses[above].text)) is not None


def _read_leaf(
    work: Work,
    clause: Clause,
    inherited: Assignment | None,
    opening: Assignment | None,
    *,
    children: bool,
) -> None:
    """Record a clause that names nobody first: for those above it, or those the opening addresses."""
    if inherited is not None and _only_leads_over(clause, inherited):
        return
    reader = work.reader(clause)
    if clause.marker is None and announces(clause) and (told := _introduced_by(reader)):
        work.introduced[clause.parent] = Assignment(told)
        record_all(work, clause, None, None)
    elif inherited is None and opening is not None and _speaks_to_all(work, reader, clause):
        work.opened.add((clause.parent, clause.kind))
        if children:
            work.assigned[clause.index] = opening
        record_all(work, clause, opening, None)
    else:
        record_all(work, clause, inherited, None)


def _only_leads_over(clause: Clause, above: Assignment) -> bool:
    """Whether a paragraph names the class above it once more, and only leads over to what it must do."""
    folded = fold(clause.text.rstrip())
    names = [fold(actor.name) for actor in above.doers if actor.group]
    return clause.marker is None and any(
        folded.startswith(name) and _MUST_DO.fullmatch(folded, len(name)) for name in names
    )


def _read_order(work: Work, clause: Clause, order: Order, *, children: bool) -> None:
    """Record a clause that opens with an order, and hand its addressees down if it announces."""
    reader = work.reader(clause)
    only_helped = children and _only_with_whom(reader, order.verb_at)
    helpers = supporters(reader, order.verb_at, order.end) if only_helped else order.supporters
    here = Assignment(order.doers, helpers)
    own = _is_order_of_its_own(clause, order) and not _leaves_to_law(reader, order)
    names_only = not order.says_something or clause.text[: order.verb_at].rstrip().endswith(":")
    below = Assignment() if states_principles(clause.text) else here
    if children and (names_only or announces(clause)):
        term = None if own and order.says_something else work.term(clause)
        work.assigned[clause.index] = replace(below, term=term)
    introduces = not children and clause.marker is None and announces(clause)
    if introduces:
        work.introduced[clause.parent] = work.assigned[clause.index] = below
    if not order.says_something or only_helped:
        work.named_only.add(clause.index)
        return
    led_over = introduces or (clause.heading and clause.text.rstrip().endswith((":", "sau")))
    if own if led_over else not clause.heading:
        record_all(work, clause, here, order)


def _only_with_whom(reader: Reader, at: int) -> bool:
    """Whether a heading says no more behind `at` than who helps: "A | chủ trì, phối hợp với B, C:"."""
    asked = _LEADS_WITH.match(reader.folded, at)
    helpers = reader.actors(asked.end()) if asked else None
    return helpers is not None and _NOTHING_ELSE.match(reader.folded, helpers.end) is not None


def _introduced_by(reader: Reader) -> tuple[Actor, ...]:
    """Whom a paragraph that leads over to items speaks to, if not with its first words."""
    told = default_addressees(reader)
    if told:
        return told
    inside = orders_inside(reader)
    return inside[0].doers if inside else ()


def _is_order_of_its_own(clause: Clause, order: Order) -> bool:
    """Whether a heading with "…, trong đó:" orders something besides announcing its items."""
    charges = _ONLY_CHARGES.search(fold(clause.text.rstrip())) is not None
    return len(clause.text) - order.verb_at > _OWN_ORDER and not charges


def _speaks_to_all(work: Work, reader: Reader, clause: Clause) -> bool:
    """Whether a clause without an actor is an order: it, or a sibling above it, opens with a
    directive verb."""
    above = work.clauses[clause.parent] if clause.parent is not None else None
    listed = clause.marker is not None or (above is not None and above.heading)
    if above is not None and above.kind is ClauseKind.ANNEX and _TABLE.match(fold(above.text)):
        return False
    if above is not None and announces(above) and work.reader(above).actors(0) is not None:
        return False  # the line above speaks to somebody, whatever it says
    if not listed or reasons(clause):
        return False
    return opens_order(reader.folded, 0) or (clause.parent, clause.kind) in work.opened
