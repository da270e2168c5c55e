"""The web interface, driven in a real browser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.library import Library
from tests.hostile import MARKUP, TEMPLATE, write_hostile
from tests.serving import PHONE, Visit, serving, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOLDERS: dict[str, Path] = {}  # where the library of an address lies
QUESTION = "Sở Y tế phải làm gì?"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over the samples."""
    folder = tmp_path_factory.mktemp("library")
    Library(folder).update([Path("corpus/samples").absolute()])
    with serving(folder) as address:
        FOLDERS[address] = folder
        yield address


def test_an_answer_comes_with_cards_that_open_at_their_clause(visit: Visit) -> None:
    """Enter gives statement and cards; a click shows the document with just that clause marked."""
    visit.ask(QUESTION)
    page = visit.page
    assert "Sở Y tế" in page.locator(".cd-statement").inner_text()
    card = page.locator(".cd-card").nth(2)
    quote = card.locator("blockquote").inner_text()
    card.locator(".cd-n").click()
    hit = page.locator(".cd-hit")
    hit.wait_for()
    assert quote in hit.inner_text()
    assert hit.count() == 1
    box = page.locator("#cd-viewer .cd-scroll").bounding_box()
    place = hit.bounding_box()
    assert box["y"] <= place["y"] < box["y"] + box["height"]
    page.keyboard.press("Escape")
    page.locator(".cd-viewer").wait_for(state="detached")


def test_the_same_question_without_diacritics_and_in_english(visit: Visit) -> None:
    """All three ways of asking cite the same clauses."""
    quotes = []
    for question in (QUESTION, "so y te phai lam gi", "what must Sở Y tế do"):
        visit.ask(question)
        # Text contents: cards below the fold are not laid out, so they have no inner text.
        quotes.append(visit.page.locator(".cd-card blockquote").all_text_contents())
    assert quotes[0]
    assert quotes[0] == quotes[1] == quotes[2]


def test_an_answer_can_be_taken_away_and_judged(app: str, tmp_path: Path) -> None:
    """Word holds question and quotes; a verdict with its note is kept with the answer."""
    import docx

    from index.notes import feedback
    from index.store import Store

    with visiting(app) as visit:
        page = visit.page
        visit.ask(QUESTION)
        quote = page.locator(".cd-card blockquote").first.inner_text()
        with page.expect_download() as download:
            page.get_by_role("link", name="Tải bản Word").click()
        download.value.save_as(tmp_path / "answer.docx")
        lines = [line.text for line in docx.Document(str(tmp_path / "answer.docx")).paragraphs]
        assert lines[0] == QUESTION
        assert f"“{quote}”" in lines
        page.locator(".cd-note").fill("thiếu một việc")
        page.get_by_role("button", name="Thiếu").click()
        page.get_by_text("Đã ghi nhận").wait_for()
        assert visit.wrong == []
        visit.tab(2)
        visit.reload()
        visit.tab(2)
        with page.expect_download() as download:
            page.get_by_role("link", name="góp ý").click()
        line = json.loads(Path(download.value.path()).read_text(encoding="utf-8").splitlines()[-1])
        assert (line["question"], line["verdict"]) == (QUESTION, "missing")
        page.locator(".cd-shelf td button").first.click()
        with page.expect_download() as download:
            page.locator(".cd-about a").click()
        assert download.value.suggested_filename.endswith(".txt")
    kept = feedback(Store(FOLDERS[app]))[-1]
    assert (kept.verdict, kept.note, kept.question) == ("missing", "thiếu một việc", QUESTION)
    assert kept.answer["citations"][0]["quote"] == quote


def test_a_follow_up_leans_on_the_question_before(visit: Visit) -> None:
    """What was asked of one body is asked of the next ("Còn …?")."""
    visit.ask(QUESTION)
    visit.ask("Còn Sở Giáo dục và Đào tạo?")
    assert "Sở Giáo dục và Đào tạo:" in visit.page.locator(".cd-statement").inner_text()
    visit.page.locator(".cd-history summary").click()
    assert visit.page.locator(".cd-history button").all_inner_texts() == [QUESTION]


def test_what_the_library_does_not_say_is_said_plainly(visit: Visit) -> None:
    """No citation is numbered; the nearest clauses stand under a heading that says what they are."""
    visit.ask("giá vàng hôm nay bao nhiêu một lượng")
    page = visit.page
    assert "Thư viện không có câu trả lời" in page.locator(".cd-abstained").inner_text()
    assert page.locator(".cd-n").count() == 0
    assert "không phải câu trả lời" in page.locator(".cd-heading").inner_text()


def test_examples_come_from_the_library_and_are_answered(visit: Visit) -> None:
    """A click on an example asks it."""
    example = visit.page.locator(".cd-examples button").first
    words = example.inner_text()
    example.click()
    visit.page.wait_for_function(
        "asked => document.querySelector('.cd-asked')?.textContent === asked", arg=words
    )
    assert visit.page.locator(".cd-card").count() > 0


def test_filters_are_chips_that_can_be_dropped(visit: Visit) -> None:
    """A year narrows the answer; dropping its chip clears the box."""
    page = visit.page
    page.get_by_text("Thu hẹp phạm vi").click()
    year = page.get_by_label("Từ năm")
    year.click()
    page.get_by_role("option").last.click()
    page.locator(".cd-chips button").wait_for()
    page.locator(".cd-chips button").click()
    page.locator(".cd-chips").wait_for(state="detached")
    assert year.input_value() == ""


def test_english_is_one_click_and_is_remembered(visit: Visit) -> None:
    """The switch changes every word of ours, and a reload keeps it."""
    page = visit.page
    page.get_by_text("English", exact=True).click()
    page.get_by_role("tab", name="Documents").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    visit.reload()
    page.get_by_role("tab", name="Tasks").wait_for()


def test_an_agencys_tasks_can_be_taken_away_as_a_workbook(visit: Visit, tmp_path: Path) -> None:
    """The dossier on the page and the rows of the workbook are as many."""
    import openpyxl

    page = visit.page
    visit.tab(1)
    visit.pick_agency("SYT")
    page.locator(".cd-named h2").wait_for()
    assert page.locator(".cd-named h2").inner_text() == "Sở Y tế"
    shown = page.locator(".cd-dossier .cd-card").count()
    with page.expect_download() as download:
        page.get_by_role("link", name="Excel").click()
    download.value.save_as(tmp_path / "tasks.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "tasks.xlsx").active
    assert sheet.max_row - 1 == shown
    page.locator("#cd-group label").nth(1).click()
    page.locator(".cd-period-past").wait_for()
    page.locator("#cd-group label").nth(2).click()
    page.locator(".cd-pair").first.wait_for()
    assert {pair.locator(".cd-card").count() for pair in page.locator(".cd-pair").all()} == {2}
    quote = page.locator(".cd-pair blockquote").first.inner_text()
    page.locator(".cd-pair button").first.click()
    page.locator(".cd-hit").wait_for()
    assert quote in page.locator(".cd-hit").inner_text()


def test_all_agencies_are_listed_until_one_is_chosen(visit: Visit) -> None:
    """A click on one opens its tasks, as many as the table says; the way back lists all again."""
    page = visit.page
    visit.tab(1)
    rows = page.locator(".cd-overview tbody tr")
    rows.first.wait_for()
    everyone = rows.count()
    with_support = rows.filter(has_text="Sở Tài chính").first
    name = with_support.locator("button").inner_text()
    page.locator("#cd-roles label").nth(0).click()
    visit.settle()
    leading = int(
        rows.filter(has=page.get_by_role("button", name=name, exact=True))
        .locator("td")
        .nth(1)
        .inner_text()
    )
    rows.get_by_role("button", name=name, exact=True).click()
    page.locator(".cd-named h2").wait_for()
    assert page.locator(".cd-named h2").inner_text() == name
    assert page.locator("#cd-agency input").input_value().startswith(name)
    assert page.locator(".cd-dossier .cd-card").count() == leading
    page.locator("#cd-roles label").nth(0).click()
    visit.settle()
    page.locator(".cd-named button").click()
    rows.first.wait_for()
    assert rows.count() == everyone
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.path().read_text("utf-8-sig").count("\n") > everyone


def test_what_is_due_is_listed_of_all_agencies(visit: Visit) -> None:
    """Without an agency the views by day show everybody's deadlines, narrowed to a time that is
    typed; what no calendar has is refused in words."""
    page = visit.page
    visit.tab(1)
    page.locator(".cd-overview tbody tr").first.wait_for()
    page.locator("#cd-group label").nth(1).click()
    page.locator(".cd-dossier .cd-card").first.wait_for()
    every = page.locator(".cd-dossier .cd-card").count()
    page.locator("#cd-within input, #cd-within textarea").fill("tháng 10/2025")
    page.locator("#cd-within input, #cd-within textarea").press("Enter")
    visit.settle()
    within = page.locator(".cd-dossier .cd-card").count()
    assert 0 < within < every
    assert "within=th" in page.get_by_role("link", name="Excel").get_attribute("href")
    page.locator("#cd-group label").nth(3).click()
    page.locator(".cd-time").wait_for()
    assert page.locator(".cd-time .cd-card").count() == within  # what comes again in its lane
    page.locator("#cd-within input, #cd-within textarea").fill("hôm kia")
    page.locator("#cd-within input, #cd-within textarea").press("Enter")
    page.locator("#cd-dossier").get_by_text("Không hiểu “hôm kia”").wait_for()
    assert page.locator(".cd-dossier .cd-card").count() == 0  # no list of what was asked before
    assert page.locator("#cd-dossier").get_by_text("Error", exact=True).count() == 0


def test_upload_correct_remove_and_undo(tmp_path: Path, samples: Path) -> None:
    """An empty library is filled, a header corrected, a document taken out and put back."""
    import docx

    letter = tmp_path / "thu-moi.docx"
    book = docx.Document()
    for line in next(samples.glob("08*.txt")).read_text(encoding="utf-8").splitlines():
        book.add_paragraph(line)
    book.save(str(letter))
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing more")
    with serving(tmp_path / "library") as address, visiting(address) as visit:
        page = visit.page
        visit.tab(2)
        page.locator("#cd-files input[type=file]").set_input_files([letter, broken])
        page.get_by_text("Xong: 1 mới").wait_for(timeout=60_000)
        assert page.locator(".cd-up-failed").count() == 1
        row = page.locator(".cd-shelf tbody tr")
        assert row.count() == 1
        row.locator("button").click()
        page.locator(".cd-page").wait_for()
        page.get_by_text("Sửa thông tin văn bản").click()
        visit.settle()  # the page writes the present value into the box
        value = page.locator("#cd-correct-value input, #cd-correct-value textarea").first
        value.fill("99/ĐÍNH-CHÍNH")
        page.get_by_role("button", name="Lưu", exact=True).click()
        page.locator(".cd-about .cd-badge").wait_for()
        assert "99/ĐÍNH-CHÍNH" in page.locator(".cd-about").inner_text()
        visit.settle()
        page.get_by_role("button", name="Bỏ khỏi thư viện").click()
        page.get_by_role("button", name="Hoàn tác").wait_for()
        visit.settle()
        page.get_by_role("button", name="Hoàn tác").click()
        page.get_by_text("trở lại").wait_for()
        row.wait_for()
        assert "99/ĐÍNH-CHÍNH" in row.inner_text()
        assert visit.wrong == []


def test_hostile_documents_stay_text(tmp_path: Path) -> None:
    """Markup, templates and marks of direction are shown, never carried out."""
    documents = tmp_path / "documents"
    documents.mkdir()
    write_hostile(documents)
    Library(tmp_path / "library").update([documents])
    with serving(tmp_path / "library") as address, visiting(address) as visit:
        page = visit.page
        visit.ask("Sở Y tế phải kiểm tra gì?")
        assert MARKUP in page.locator("#cd-answer").inner_text()
        page.locator(".cd-n").first.click()
        page.locator(".cd-hit").wait_for()
        visit.ask(f"{MARKUP} {TEMPLATE}")
        visit.tab(1)
        visit.pick_agency(MARKUP)
        page.get_by_text("Không rõ cơ quan").wait_for()
        visit.tab(2)
        page.get_by_role("button", name="668/UBND-X").click()
        page.locator(".cd-page [data-c]").nth(5000).wait_for(state="attached")
        page.get_by_role("button", name="Danh sách văn bản").click()
        page.locator(".cd-page").wait_for(state="detached")
        # The table is drawn anew when it comes back: a click in that instant hits nothing.
        page.wait_for_timeout(2_000)
        page.get_by_role("button", name="666/UBND-X").click()
        page.locator(".cd-page").get_by_text(MARKUP).first.wait_for()
        assert page.evaluate("window.hacked") is None
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert visit.wrong == []


@pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}], ids=["light", "dark"])
def test_no_serious_barrier_to_anyone(app: str, settings: dict[str, Any]) -> None:
    """axe-core finds nothing serious on any tab, light or dark."""
    found = []
    with visiting(app, **settings) as visit:
        page = visit.page

        def check(where: str) -> None:
            found.extend((where, *barrier) for barrier in visit.barriers())

        check("start")
        visit.ask(QUESTION)
        page.locator(".cd-card .cd-n").first.click()
        page.locator(".cd-hit").wait_for()
        check("answer")
        visit.tab(1)
        visit.pick_agency("SYT")
        page.locator(".cd-dossier").wait_for()
        check("tasks")
        visit.tab(2)
        page.locator(".cd-shelf").wait_for()
        check("shelf")
        page.locator(".cd-shelf td button").first.click()
        page.locator(".cd-page").wait_for()
        check("document")
    assert found == []


def test_a_phone_shows_everything_without_sideways_scrolling(app: str) -> None:
    """At 390 points the answer fits, and a citation opens over the whole screen and closes."""
    with visiting(app, size=PHONE, has_touch=True, is_mobile=True) as visit:
        page = visit.page
        visit.ask(QUESTION)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator(".cd-card .cd-n").first.tap()
        page.locator(".cd-hit").wait_for()
        box = page.locator(".cd-viewer").bounding_box()
        assert (box["x"], box["width"]) == (0, PHONE["width"])
        page.locator(".cd-close").tap()
        page.locator(".cd-viewer").wait_for(state="detached")
        for number in (1, 2):
            visit.tab(number)
            page.wait_for_timeout(300)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert visit.wrong == []


def test_a_citation_is_reached_by_keyboard_alone(visit: Visit) -> None:
    """Tab leads from the box to a citation; Enter opens it, Escape leads back to it."""
    page = visit.page
    visit.ask(QUESTION)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('cd-n')"):
            break
    page.keyboard.press("Enter")
    page.locator(".cd-hit").wait_for()
    page.wait_for_function("document.activeElement.classList.contains('cd-hit')")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.classList.contains('cd-n')")


def test_readers_may_ask_but_not_add(tmp_path: Path, samples: Path) -> None:
    """Without a password nothing is shown; a reader sees no place to drop files, an editor does."""
    from qa.web.accounts import Right, account_line

    accounts = tmp_path / "accounts"
    accounts.write_text(
        f"{account_line('lan', Right.READER, 'mat khau 1')}\n"
        f"{account_line('hoa', Right.EDITOR, 'mat khau 2')}\n",
        encoding="utf-8",
    )
    shutil.copytree(samples, tmp_path / "documents")
    Library(tmp_path / "library").update([tmp_path / "documents"])
    with serving(tmp_path / "library", accounts) as address:
        for name, password, may in (("lan", "mat khau 1", False), ("hoa", "mat khau 2", True)):
            with visiting(address, signed_in=False) as visit:
                page = visit.page
                page.get_by_label("Mật khẩu").fill("sai mat khau")
                page.get_by_label("Tên đăng nhập").fill(name)
                page.get_by_role("button").click()
                page.get_by_role("alert").wait_for()
                page.get_by_label("Tên đăng nhập").fill(name)
                page.get_by_label("Mật khẩu").fill(password)
                page.get_by_role("button").click()
                visit.listening()
                visit.ask(QUESTION)
                visit.tab(2)
                page.locator(".cd-shelf").wait_for()
                assert page.locator("#cd-files").is_visible() == may
                sent = page.request.post(
                    f"{address}gradio_api/upload",
                    multipart={
                        "files": {"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"}
                    },
                )
                assert sent.ok == may
                assert [w for w in visit.wrong if "401" not in w] == []


def test_what_gradio_says_itself_is_said_in_vietnamese(tmp_path: Path) -> None:
    """A server that went away is told of in the reader's language."""
    Library(tmp_path).update([Path("corpus/samples").absolute()])
    with serving(tmp_path) as address, visiting(address) as visit:
        visit.ask(QUESTION)
        visit.page.context.set_offline(True)
        visit.page.locator("#cd-question input").press("Enter")
        toast = visit.page.locator(".toast-body")
        toast.first.wait_for()
        words = toast.first.inner_text()
        assert "kết nối" in words
        assert not re.search(r"[Cc]onnect|Error|fetch", words)


def test_an_empty_library_and_an_empty_filter_are_told(tmp_path: Path) -> None:
    """The same sentences as on the command line, in a notice."""
    with serving(tmp_path) as address, visiting(address) as visit:
        box = visit.page.locator("#cd-question input")
        box.fill(QUESTION)
        box.press("Enter")
        visit.page.get_by_text("chưa có văn bản nào").wait_for()
    Library(tmp_path).update([Path("corpus/samples").absolute()])
    with serving(tmp_path) as address, visiting(address) as visit:
        page = visit.page
        page.get_by_text("Thu hẹp phạm vi").click()
        for label, words in (("Loại văn bản", "Công điện"), ("Đến năm", "2021")):
            page.get_by_label(label).click()
            page.get_by_role("option", name=words).click()
        visit.ask(QUESTION)
        page.get_by_text(
            "cùng lúc các điều kiện: loại “Công điện”; ban hành đến 31/12/2021"
        ).wait_for()
