"""Deadlines along time, as of a fixed day: what is overdue, due, returning, undated; how it is shown."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from corpus.days import first_day
from corpus.deadlines import find_deadlines
from corpus.document import Clause, ClauseKind, Deadline, Role, Task
from corpus.stated_times import stated_time
from index.bodies import Body
from index.library import Library
from index.register import Entry, TaskFilters
from index.rows import Head
from qa.due import When, by_clause, dossier_due, overview_due
from qa.timeline import timeline
from qa.view.timeline import render_timeline
from tests.directives import directive
from tests.hostile import MARKUP
from tests.test_store import put
from tests.test_view import Tags

TODAY = date(2025, 12, 1)
HEAD = Head(1, "x-1", "12/CT-UBND", "Chỉ thị", "Về phòng dịch", "UBND", date(2025, 11, 5), "a.txt")
SOON = date(2025, 12, 20)


def entry(number: int, words: str | None, due: date | None, *, recurring: bool = False) -> Entry:
    """A task whose clause is "Việc <number> <words>."."""
    text = f"Việc {number} {words}." if words else f"Việc {number}."
    deadline = None
    if words:
        start = text.index(words)
        deadline = Deadline(words, None, recurring, start, start + len(words), due)
    clause = Clause(number, ClauseKind.BULLET, f"mục {number}", text, 0, len(text))
    return Entry(HEAD, clause, Task("Sở Y tế", Role.LEAD, number, "x", (), deadline))


ENTRIES = [
    entry(1, "trước ngày 20/12/2025", SOON),
    entry(2, "trong Quý I/2026", date(2026, 3, 31)),
    entry(3, "trước 15h00 hàng ngày", None, recurring=True),
    entry(4, "trong 10 ngày kể từ ngày nhận", None),
    entry(5, None, None),
    entry(6, "trước ngày 30/11/2025", date(2025, 11, 30)),
    entry(7, "trong ngày", TODAY),
    entry(8, "hằng năm; trước ngày 31 tháng 01", date(2025, 1, 31), recurring=True),
]


def render(entries: list[Entry], today: date = TODAY) -> str:
    return render_timeline(
        Body("Sở Y tế"), entries, timeline(entries, today), "vi", query={"agency": "Sở Y tế"}
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hoàn thành trong Quý I/2026", date(2026, 1, 1)),
        ("Thời gian thực hiện: Quý IV năm 2025.", date(2025, 10, 1)),
        ("Thời gian thực hiện: Quý IV năm 2025 và các năm tiếp theo.", None),
        ("Thời gian thực hiện: Năm 2025-2030", date(2025, 1, 1)),
        ("Thời gian thực hiện: Giai đoạn 2026 - 2030", date(2026, 1, 1)),
        ("Thời gian thực hiện: từ quý III đến quý IV/2026", date(2026, 7, 1)),
        ("Thời gian: từ tháng 12/2025 đến tháng 3/2026", date(2025, 12, 1)),
        ("hoàn thành trong tháng 12 - 01/2026", date(2025, 12, 1)),
        ("hoàn thành trong tháng 12/2025", date(2025, 12, 1)),
        ("Thời gian thực hiện: Năm 2026", date(2026, 1, 1)),
        ("hoàn thành trong 6 tháng cuối năm 2026", date(2026, 7, 1)),
        ("hoàn thành trong 6 tháng đầu năm 2026", date(2026, 1, 1)),
        ("tổ chức từ ngày 15/11 đến ngày 20/12/2025", date(2025, 11, 15)),
        ("thực hiện trong tuần từ ngày 15 đến ngày 31/12/2025", date(2025, 12, 15)),
        ("thời gian từ ngày 31/2 đến ngày 31/12/2025", None),
        ("báo cáo trước tháng 12/2025", None),
        ("báo cáo trước ngày 05/12/2025", None),
        ("thực hiện đến hết năm 2030", None),
        ("báo cáo trước 15h00 hàng ngày", None),
        ("trong 05 ngày kể từ ngày ký", None),
    ],
)
def test_a_span_opens_where_its_words_say(words: str, expected: date | None) -> None:
    """Quarters, months, years and "from … to" have a first day; a mere last day has none."""
    issued = date(2025, 11, 1)
    (found,) = find_deadlines(words, issued=issued) or [stated_time(words, issued=issued)]
    assert first_day(found) == expected


def test_every_task_is_in_one_place_of_the_timeline() -> None:
    """Past, coming, returning, undated and silent tasks add up; what is due today is coming."""
    time = timeline(ENTRIES, TODAY)
    past, coming = ([due for s in side for due in s.dues] for side in (time.past, time.coming))
    assert [due.entry.clause.index for due in past] == [6]
    assert [due.entry.clause.index for due in coming] == [7, 1, 2]
    assert [(due.first, due.last) for due in coming][-1] == (date(2026, 1, 1), date(2026, 3, 31))
    assert [entry.clause.index for entry in time.recurring] == [3, 8]
    assert [entry.clause.index for entry in time.undated] == [4]
    assert time.silent == 1


def test_close_deadlines_are_told_apart_by_weeks_and_far_ones_by_months() -> None:
    """Two months are still weeks, from Monday to Sunday; beyond that months are enough."""
    near = timeline(ENTRIES[:1] + ENTRIES[5:7], TODAY)
    assert near.weekly
    assert [(s.first, s.last) for s in near.coming] == [
        (date(2025, 12, 1), date(2025, 12, 7)),
        (date(2025, 12, 15), date(2025, 12, 21)),
    ]
    far = timeline(ENTRIES, TODAY)
    assert not far.weekly
    assert [(s.first, s.last) for s in far.coming] == [
        (date(2025, 12, 1), date(2025, 12, 31)),
        (date(2026, 3, 1), date(2026, 3, 31)),
    ]


@pytest.mark.parametrize("due", [date.min, date.max, date(2024, 2, 29)])
def test_a_slip_of_the_pen_does_not_break_time(due: date) -> None:
    """The first and the last day there is have a week and a month as well."""
    for entries in ([entry(1, "hạn", due)], [entry(1, "hạn", due), entry(2, "hạn", TODAY)]):
        time = timeline(entries, TODAY)
        assert sum(len(s.dues) for s in (*time.past, *time.coming)) == len(entries)
        assert "Việc 1" in render(entries)


def test_the_overdue_are_folded_away_above_today_and_what_comes_stands_below() -> None:
    """In that order, in words too: "quá 1 ngày", "còn 19 ngày"; a gap between months is told."""
    shown = render(ENTRIES)
    words = " ".join(Tags(shown).words.split())
    folded, _, below = words.partition("Hôm nay, 01/12/2025")
    assert "Quá hạn: 1" in folded
    assert "quá 1 ngày" in folded
    assert "còn 19 ngày" in below
    assert "2 tháng không có thời hạn" in below
    assert "từ 01/01/2026 đến 31/3/2026" in below
    assert (
        below.index("Việc 2") < below.index("Định kỳ, lặp lại: 2") < below.index("không rõ ngày: 1")
    )
    assert "1 nhiệm vụ không ghi thời hạn" in below
    assert re.search(r"<details class=\"cd-gone\">", shown)
    assert "<mark>trong Quý I/2026</mark>" in shown


def test_the_overdue_are_open_when_nothing_is_to_come() -> None:
    """A reader does not face an empty page, and is told that nothing comes."""
    shown = render(ENTRIES, date(2027, 1, 1))
    assert re.search(r"<details class=\"cd-gone\" open>", shown)
    assert "Không có thời hạn nào từ hôm nay trở đi" in Tags(shown).words


def test_every_column_of_the_axis_leads_to_a_heading() -> None:
    """Each jump names an id that is there, once."""
    shown = render(ENTRIES)
    jumps = re.findall(r'data-jump="([^"]+)"', shown)
    ids = re.findall(r' id="([^"]+)"', shown)
    assert len(jumps) == 3
    assert sorted(jumps) == sorted(ids)


def test_one_deadline_and_five_hundred_are_all_shown() -> None:
    """Nothing is cut, every one can be opened, and it does not take long."""
    assert render(ENTRIES[:1]).count('data-event="cite"') == 1
    many = [entry(n, f"hạn {n}", TODAY + timedelta(days=n - 200)) for n in range(500)]
    assert render(many).count('data-event="cite"') == 500


def test_tasks_without_any_deadline_say_so() -> None:
    """There is no axis, and the tasks are counted."""
    shown = render([ENTRIES[4]])
    assert "cd-axis" not in shown
    assert "Không nhiệm vụ nào có thời hạn" in Tags(shown).words


def test_a_long_quote_keeps_its_deadline() -> None:
    """The opening, then the words around the deadline, wherever in the clause it stands."""
    for before in (0, 30, 60, 200):
        filler, words = "báo cáo kết quả " * before, "trước ngày 20/12/2025"
        text = f"Sở Y tế {filler}{words} {'và gửi về tỉnh ' * 30}."
        start = text.index(words)
        clause = Clause(0, ClauseKind.BULLET, "mục 1", text, 0, len(text))
        deadline = Deadline(words, SOON, False, start, start + len(words), SOON)
        task = Task("Sở Y tế", Role.LEAD, 0, "x", (), deadline)
        shown = render([Entry(HEAD, clause, task)])
        quote = re.search(r"<blockquote>(.*?)</blockquote>", shown)[1]
        assert f"<mark>{words}</mark>" in quote
        assert quote.startswith("Sở Y tế")
        assert len(quote) < 330


def test_hostile_words_stay_text_on_the_timeline() -> None:
    """Markup in a deadline, a quote or a document's name makes no tag."""
    head = Head(1, 'x"><b>', MARKUP, MARKUP, MARKUP, MARKUP, None, "a")
    clause = Clause(0, ClauseKind.BULLET, MARKUP, MARKUP, 0, len(MARKUP))
    deadline = Deadline(MARKUP, None, False, 0, len(MARKUP), SOON)
    bad = Entry(head, clause, Task(MARKUP, Role.LEAD, 0, MARKUP, (MARKUP,), deadline))
    page = render_timeline(Body(MARKUP), [bad], timeline([bad], TODAY), "vi", query={"a": MARKUP})
    assert not {"img", "script", "b", "onerror", "src"} & set(Tags(page).tags)


def test_overdue_and_soon_are_one_choice(tmp_path: Path) -> None:
    """Overdue ends yesterday, soon is today and thirty days; what returns is in neither."""
    library = Library(tmp_path)
    library.make()
    days = (-1, 0, 30, 31)
    due = {f"hạn {day}": TODAY + timedelta(days=day) for day in days}
    made = directive(*(("Sở Y tế", f"Việc {words}.", Role.LEAD) for words in due))
    tasks = [
        replace(task, deadline=Deadline(words, last, False, 0, 1, last))
        for task, (words, last) in zip(made.tasks, due.items(), strict=True)
    ]
    yesterday = TODAY - timedelta(days=1)
    yearly = [
        replace(tasks[0], deadline=Deadline("hằng năm", None, True, 0, 1, day))
        for day in (yesterday, TODAY)
    ]
    put(library.store, replace(made, tasks=(*tasks, *yearly, replace(tasks[0], deadline=None))))
    body = library.body("Sở Y tế")

    def left(when: When) -> list[str]:
        found = dossier_due(library, body, TaskFilters(), when, TODAY)
        return [entry.task.deadline.text for entry in found if entry.task.deadline]

    others = directive(("Sở Tài chính", "Bố trí kinh phí.", Role.LEAD), path="b.txt", name="b")
    put(library.store, others)
    named = {
        when: [told.agency for told in overview_due(library, TaskFilters(), when, TODAY)]
        for when in When
    }
    assert named == {
        When.ANY: ["Sở Y tế", "Sở Tài chính"], When.PAST: ["Sở Y tế"], When.SOON: ["Sở Y tế"],
    }  # fmt: skip
    assert left(When.PAST) == ["hạn -1"]
    assert left(When.SOON) == ["hạn 0", "hạn 30"]
    assert sorted(left(When.ANY)) == sorted([*due, "hằng năm", "hằng năm"])


def test_of_everybody_a_clause_is_shown_once_with_all_it_tells() -> None:
    """Two bodies of one clause and day are one card; without a body each card names its own."""
    first = ENTRIES[0]
    second = replace(first, task=replace(first.task, agency="Sở Tài chính"))
    other = replace(first, task=replace(first.task, agency="Sở Nội vụ", role=Role.SUPPORT))
    shared = by_clause([first, second, other])
    assert [entry.task.agency for entry in shared] == ["Sở Y tế; Sở Tài chính", "Sở Nội vụ"]
    page = Tags(render_timeline(None, shared, timeline(shared, TODAY), "vi", query={}))
    assert "Mọi cơ quan" in page.words
    assert page.words.count("Sở Y tế; Sở Tài chính") == 1
