"""What the web page shows, as HTML: the escaping, the marks, the citations."""

from __future__ import annotations

import datetime as dt
import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import (
    Box,
    Clause,
    ClauseKind,
    Deadline,
    Document,
    Header,
    Page,
    Place,
    Printed,
    Problem,
    Role,
    Severity,
)
from index.bodies import Body
from index.register import Entry
from index.rows import Head
from qa.citation import Answer, cite
from qa.messages import LANGUAGES, say
from qa.page_texts import PAGE_TEXTS
from qa.question import read_question
from qa.view.answer import render_answer, render_history, with_footnotes
from qa.view.citation import file_name, official, render_badges
from qa.view.document import Shown, clause_target, render_document, render_viewer
from qa.view.markup import day, element, marked, phrase_spans, text, word_spans
from qa.view.shelf import Upload, fitting, render_shelf, render_uploads
from qa.view.tasks import render_dossier
from tests.hostile import BACKWARDS, MARKUP

HEAD = Head(
    1, "x-1", "12/CT-UBND", "Chỉ thị", "Về phòng dịch", "UBND tỉnh Sơn Hải", dt.date(2025, 3, 5),
    "/a/b/chi-thi.txt",
)  # fmt: skip
TODAY = dt.date(2025, 6, 1)


class Tags(HTMLParser):
    """Every tag, and all text, of a piece of HTML."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += [tag, *(name for name, _ in attrs)]

    def handle_data(self, data: str) -> None:
        self.words += data


def clause(index: int, words: str, start: int = 0, **given: object) -> Clause:
    settings = {"kind": ClauseKind.ITEM, "locator": f"mục {index}", **given}
    return Clause(index=index, text=words, start=start, end=start + len(words), **settings)


def answer(words: str, *quotes: str, abstained: bool = False, question: str = "Ai?") -> Answer:
    query = read_question(question, [], [])
    cited = tuple(cite(HEAD, clause(n, quote)) for n, quote in enumerate(quotes))
    return Answer(
        query, words, () if abstained else cited, abstained, nearest=cited if abstained else ()
    )


@given(st.text())
def test_text_shows_exactly_its_characters(words: str) -> None:
    """Escaped text read back is the text, but for marks that turn its direction."""
    shown = html.unescape(text(words))
    assert shown == re.sub("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", words)
    assert not set(text(words)) & set("<>\"'")


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_marking_changes_no_character(words: str, spans: list[tuple[int, int]]) -> None:
    """Without its mark tags, the marked quote is the quote."""
    within = [(a, b) for a, b in spans if a < b <= len(words)]
    assert re.sub("</?mark>", "", marked(words, within)) == text(words)


@pytest.mark.parametrize(
    ("quote", "phrases", "words", "expected"),
    [
        ("Sở Y tế báo cáo", ["sở y tế"], [], "[Sở Y tế] báo cáo"),
        ("Sở Y tế báo cáo", ["so y te"], [], "[Sở Y tế] báo cáo"),
        ("Sở Y tếp", ["sở y tế"], [], "Sở Y tếp"),
        ("phải báo cáo ngay", [], ["bao", "cao", "gi"], "phải [báo cáo] ngay"),
        ("cáo báo ngay", [], ["báo", "cáo"], "cáo báo ngay"),
        ("báo cáo kết quả", [], ["báo", "cáo", "kết", "quả"], "[báo cáo kết quả]"),
    ],
)
def test_the_words_that_answer_are_marked(
    quote: str, phrases: list[str], words: list[str], expected: str
) -> None:
    """Phrases whole, words of the question in pairs, with or without diacritics."""
    shown = marked(quote, [*phrase_spans(quote, phrases), *word_spans(quote, words)])
    assert shown.replace("<mark>", "[").replace("</mark>", "]") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dt.date(2025, 3, 5), "05/3/2025"),
        (dt.date(2025, 1, 15), "15/01/2025"),
        (dt.date(2021, 12, 31), "31/12/2021"),
        ("2025-02-09", "09/02/2025"),
        (None, None),
    ],
)
def test_days_are_written_as_the_decree_asks(
    value: dt.date | str | None, expected: str | None
) -> None:
    """Days below 10 and months 1 and 2 carry a zero (Decree 30/2020/NĐ-CP, Annex I, II.4)."""
    assert day(value) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (HEAD, "mục 3, Chỉ thị số 12/CT-UBND ngày 05/3/2025 của UBND tỉnh Sơn Hải"),
        (Head(1, "x", None, "Công văn", None, None, None, "a"), "mục 3, Công văn không ghi số"),
        (Head(1, "x", None, None, None, None, None, "a"), "mục 3, Văn bản không ghi số"),
    ],
)
def test_a_citation_states_what_is_known(head: Head, expected: str) -> None:
    """The official form, without what the document does not state."""
    assert official(head, "mục 3", "vi") == expected


def test_a_deadline_badge_adds_the_day_only_where_the_words_lack_it() -> None:
    """A quarter gets its last day, a deadline that names its day does not get it again."""
    quarter = Deadline("trong Quý I/2026", None, False, 0, 1, dt.date(2026, 3, 31))
    exact = Deadline(
        "trước ngày 31/3/2026", dt.date(2026, 3, 31), False, 0, 1, dt.date(2026, 3, 31)
    )
    shown = Tags(render_badges(Role.LEAD, [quarter, exact, None], "vi")).words
    assert "trong Quý I/2026 (31/3/2026)" in shown
    assert shown.count("(") == 1
    assert "chủ trì" in shown


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/a/b/c.txt", "c.txt"),
        ("C:\\thư mục\\c.docx", "c.docx"),
        ("/a/b.zip/d/c.txt", "b.zip/d/c.txt"),
        ("c.txt", "c.txt"),
    ],
)
def test_a_files_name_tells_nothing_of_the_machine(path: str, expected: str) -> None:
    """Only the file's own name is shown, and the way within an archive."""
    assert file_name(path) == expected


def test_an_answer_links_each_mark_that_has_a_citation() -> None:
    """[1] becomes a button that names its clause; [7], which there is not, stays text."""
    shown = render_answer(answer("Sở Y tế [1], khác [7].", "Sở Y tế báo cáo."), "vi")
    assert 'data-event="cite" data-clause="x-1#0"' in shown
    assert "[1]" not in Tags(shown).words
    assert "[7]" in Tags(shown).words


def test_a_list_of_quotes_is_shown_once() -> None:
    """A statement that repeats every card keeps its first line only; a short one stays whole."""
    quotes = [f"Việc thứ {n}." for n in range(5)]
    lines = "\n".join(f"[{n}] (chủ trì) “{quote}”" for n, quote in enumerate(quotes, start=1))
    shown = Tags(render_answer(answer(f"Sở Y tế: 5.\nChỉ thị 12:\n{lines}", *quotes), "vi")).words
    assert "Sở Y tế: 5." in shown
    assert "Chỉ thị 12:" not in shown
    assert all(shown.count(quote) == 1 for quote in quotes)
    short = answer("“Việc.” [1]", "Việc.")
    assert Tags(render_answer(short, "vi")).words.count("Việc.") == 2


def test_an_abstention_says_so_and_numbers_nothing() -> None:
    """What is nearest stands under a heading that calls it no answer."""
    shown = render_answer(answer("", "Gần nhất.", abstained=True), "vi")
    assert say("ask.abstained", "vi") in shown
    assert say("ask.nearest_heading", "vi") in shown
    assert "cd-n" not in re.findall(r'class="([^"]*)"', shown)
    assert "Gần nhất." in shown


def test_a_greeting_is_no_question_that_the_library_cannot_answer() -> None:
    """It is answered with what to ask, and is not rated."""
    query = read_question("xin chào", [], [])
    shown = render_answer(Answer(query=query, text="Xin chào. Hãy hỏi.", abstained=True), "vi")
    words = Tags(shown).words
    assert "Xin chào. Hãy hỏi." in words
    assert say("ask.abstained", "vi") not in words
    assert "cd-rating" not in shown


def test_many_citations_come_in_two_helpings() -> None:
    """Sixty are shown with a button for the rest; then all of them."""
    many = answer("Nhiều.", *(f"Việc {n}" for n in range(100)))
    assert render_answer(many, "vi").count("<li") == 60
    assert 'data-event="more"' in render_answer(many, "vi")
    assert render_answer(many, "vi", every=True).count("<li") == 100


def test_the_copied_answer_carries_its_notes() -> None:
    """Question, statement, then every citation in official form with its quote."""
    assert with_footnotes(answer("Có [1].", "Sở Y tế báo cáo."), "vi") == (
        "Ai?\n\nCó [1].\n\n"
        "[1] mục 0, Chỉ thị số 12/CT-UBND ngày 05/3/2025 của UBND tỉnh Sơn Hải: “Sở Y tế báo cáo.”"
    )


def hostile_document() -> Document:
    words = f"1. {MARKUP} {BACKWARDS}"
    bad = clause(0, words, locator=MARKUP, marker=MARKUP, heading=True)
    return Document(
        id='x"><b>', path=f"/a/{MARKUP.replace('/', '')}", digest="", text=words,
        header=Header(number=MARKUP, kind=MARKUP, title=MARKUP, issuer=MARKUP, addressees=(MARKUP,)),
        clauses=(bad,), problems=(Problem("x", Severity.WARNING, MARKUP),),
    )  # fmt: skip


def test_no_view_lets_markup_through() -> None:
    """Whatever a document, a question or a file's name says, no tag of theirs is on the page."""
    shown = Shown(hostile_document(), lambda _: None, frozenset({"title"}))
    head = Head(1, 'x"><b>', MARKUP, MARKUP, MARKUP, MARKUP, None, f"/a/{MARKUP}")
    bad = clause(0, MARKUP, locator=MARKUP)
    query = read_question(MARKUP, [], [])
    found = Answer(query, f"{MARKUP} [1]", (cite(head, bad, named_as=MARKUP),), notices=(MARKUP,))
    from corpus.document import Task

    entry = Entry(head, bad, Task(MARKUP, Role.LEAD, 0, MARKUP, (MARKUP,)))
    upload = Upload(MARKUP, "read", 0, [Problem(MARKUP, Severity.ERROR, MARKUP)])
    query_of = {"agency": MARKUP}
    for page in (
        render_document(shown, "vi"),
        render_viewer(shown, 0, "vi"),
        render_answer(found, "vi"),
        render_history([MARKUP], "vi"),
        render_shelf([head], {1: (1, 1)}, "vi", searched=False),
        render_uploads([upload], MARKUP, "vi"),
        render_dossier(Body(MARKUP), [entry], "vi", by_due=True, today=TODAY, query=query_of),
        render_dossier(Body(MARKUP), [entry], "vi", by_due=False, today=TODAY, query=query_of),
    ):
        found_tags = Tags(page)
        assert not {"img", "script", "b", "onerror", "src"} & set(found_tags.tags)
        assert "<img src=x onerror=" in found_tags.words


PRINTED = Printed(
    (Page(1, 595, 842, scanned=True), Page(2, 595, 842)),
    (Place(0, 1, Box(0.1, 0.2, 0.9, 0.3)), Place(1, 2, Box(0.25, 0.5, 0.75, 0.625))),
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_are_there_to_be_fetched_and_marked(lang: str) -> None:
    """Beside an answer and on its own page: a switch, each page with its shape, address, places."""
    document = Document(
        f'x"{MARKUP}&~1', "a.pdf", "0" * 64, "Việc.", Header(number=MARKUP), (clause(0, "Việc."),)
    )
    for page in (
        render_viewer(Shown(document, lambda _: None, printed=PRINTED), 0, lang),
        render_document(Shown(document, lambda _: None, printed=PRINTED), lang),
    ):
        assert re.findall(r'data-places="([^"]*)"', page) == [
            "0 1000 2000 9000 3000",
            "1 2500 5000 7500 6250",
        ]
        assert page.count("aspect-ratio: 595.00 / 842.00") == 2
        assert page.count("data-scanned") == 1
        pictures = re.findall(r"<img[^>]*>", page)
        assert len(pictures) == 2  # none of them the document's own markup
        for number, picture in enumerate(pictures, start=1):
            assert "document=x%22%3Cimg+src%3Dx" in picture
            assert f"number={number}&amp;width=1240" in picture
            assert "src" not in Tags(picture).tags  # nothing is fetched before it is looked at
            alt = html.unescape(re.findall(r' alt="([^"]*)"', picture)[0])
            assert MARKUP in alt
            assert alt.endswith(str(number))
        assert page.count('aria-pressed="true"') == 1
        assert say("pages.gone", lang) in html.unescape(page)
        assert set(Tags(page).tags) & {"script", "b", "onerror"} == set()


def test_a_document_without_pages_offers_none() -> None:
    """No switch, no empty row of tools."""
    document = Document("x", "a.txt", "0" * 64, "Việc.", Header(), (clause(0, "Việc."),))
    shown = Shown(document, lambda _: None)
    for page in (render_viewer(shown, 0, "vi"), render_document(shown, "vi")):
        for trace in ("cd-switch", "cd-pager", "cd-sheet", "data-view"):
            assert trace not in page


def test_due_tasks_are_sorted_by_urgency() -> None:
    """Past, this week, later, recurring, none: each under its own heading."""
    from corpus.document import Task

    def task(
        number: int, due: dt.date | None, *, recurring: bool = False, dated: bool = True
    ) -> Entry:
        words = f"Việc {number}."
        deadline = Deadline("hạn", due, recurring, 0, 1, due) if dated else None
        return Entry(
            HEAD, clause(number, words), Task("Sở Y tế", Role.LEAD, number, "x", (), deadline)
        )

    entries = [
        task(1, dt.date(2025, 5, 31)), task(2, dt.date(2025, 6, 5)), task(3, dt.date(2026, 1, 1)),
        task(4, None, recurring=True), task(5, None, dated=False),
    ]  # fmt: skip
    shown = render_dossier(Body("Sở Y tế"), entries, "vi", by_due=True, today=TODAY, query={})
    assert re.findall(r"cd-period-(\w+)", shown) == ["past", "week", "later", "recurring", "none"]
    assert re.findall(r"Việc \d", Tags(shown).words) == [f"Việc {n}" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("12/ct", True),
        ("phong dich", True),
        ("sơn hải 2025", True),
        ("chi-thi.txt", True),
        ("lũ", False),
        ("hỉ thị", False),
        ("phòng dị", True),
        ("phóng dịch", False),
    ],
)
def test_the_shelf_is_searched_in_all_that_it_shows(words: str, *, fits: bool) -> None:
    """Number, title, issuer, day and file name: whole words, with diacritics if typed with some."""
    assert bool(fitting([HEAD], words)) == fits


def test_a_clauses_id_leads_back_to_it() -> None:
    """A document's id may hold "#" itself."""
    assert clause_target("a#b#12") == ("a#b", 12)


@pytest.mark.parametrize("name", PAGE_TEXTS)
def test_every_text_takes_the_same_values_in_both_languages(name: str) -> None:
    """A value that one language puts in, the other puts in too."""
    fields = [set(re.findall(r"{(\w+)", PAGE_TEXTS[name][n])) for n in range(len(LANGUAGES))]
    assert fields[0] == fields[1]


def test_attributes_are_escaped() -> None:
    """A quotation mark in a value does not end the attribute."""
    assert element("a", "x", title='"><b>') == '<a title="&quot;&gt;&lt;b&gt;">x</a>'


def test_a_footnote_inside_a_quote_is_no_citation() -> None:
    """A footnote "[2]" of the document stays as written; "[1]" behind the quote opens the clause."""
    quotes = ("Thực hiện chỉ đạo của Chính phủ[2], Bộ Y tế[3].", "Khác.", "Nữa.")
    shown = render_answer(answer(f"“{quotes[0]}” [1]", *quotes), "vi")
    statement = shown[: shown.index("cd-heading")]
    assert statement.count("cd-n") == 1
    assert "Chính phủ[2], Bộ Y tế[3]" in statement
