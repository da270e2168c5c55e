"""The whole story of a newcomer, driven in a real browser at a desk and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpus.read.programs import find_program
from qa.web.accounts import Right, account_line
from tests.hostile import write_hostile
from tests.pdfs import sample_scan
from tests.serving import DESKTOP, PHONE, Visit, serving, visiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORDS = {"hoa": "mat khau cua hoa", "lan": "mat khau cua lan"}
THREE_WAYS = [
    "Sở Y tế phải làm gì?",
    "so y te phai lam gi",
    "What must the Department of Health do?",
]


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    """An editor, Hoa, and a reader, Lan."""
    file = tmp_path / "accounts"
    rights = {"hoa": Right.EDITOR, "lan": Right.READER}
    lines = [account_line(name, rights[name], password) for name, password in PASSWORDS.items()]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


@pytest.fixture
def files(tmp_path: Path, samples: Path) -> list[Path]:
    """A letter as .docx, a directive as a scan, and documents that mean harm."""
    import docx

    if find_program("tesseract") is None:
        pytest.skip("tesseract is not installed")
    letter = docx.Document()
    for line in next(samples.glob("08*.txt")).read_text(encoding="utf-8").splitlines():
        letter.add_paragraph(line)
    letter.save(str(tmp_path / "thu.docx"))
    (tmp_path / "quet.pdf").write_bytes(sample_scan(samples / "04-chi-thi-14.txt", tmp_path))
    hostile = tmp_path / "hostile"
    hostile.mkdir()
    write_hostile(hostile)
    return [tmp_path / "thu.docx", tmp_path / "quet.pdf", *sorted(hostile.iterdir())]


def sign_in(visit: Visit, name: str) -> None:
    visit.page.get_by_label("Tên đăng nhập").fill(name)
    visit.page.get_by_label("Mật khẩu").fill(PASSWORDS[name])
    visit.page.get_by_role("button").click()
    visit.listening()
    visit.wrong[:] = [said for said in visit.wrong if "401" not in said]  # before signing in


def fits(page: Any) -> bool:
    """Whether nothing has to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize(
    "settings",
    [{"size": DESKTOP}, {"size": PHONE, "has_touch": True, "is_mobile": True}],
    ids=["desk", "phone"],
)
def test_a_newcomers_story(
    files: list[Path], accounts: Path, tmp_path: Path, settings: dict[str, Any]
) -> None:
    """Sign in, upload, ask in three ways, open a citation, take the workbook away, correct a
    header; then a reader finds all of it and may change none of it."""
    import openpyxl

    with serving(tmp_path / "library", accounts) as address:
        with visiting(address, signed_in=False, **settings) as visit:
            page = visit.page
            sign_in(visit, "hoa")
            count = page.locator(".cd-brand p").nth(1)  # not seen on a phone
            assert count.text_content().startswith("0 văn bản")

            visit.tab(2)
            visit.settle()
            page.locator("#cd-files input[type=file]").set_input_files(files)
            page.get_by_text(f"Xong: {len(files)} mới").wait_for(timeout=120_000)
            rows = page.locator(".cd-shelf tbody tr")
            assert rows.count() == len(files)
            assert fits(page)
            count.get_by_text(f"{len(files)} văn bản").wait_for(state="attached")

            visit.tab(0)
            page.locator("[data-event=pick]").first.wait_for()  # of the documents just added
            cited = []
            for question in THREE_WAYS:
                visit.ask(question)
                # Text contents: cards below the fold are not laid out, so they have no inner text.
                cited.append(page.locator(".cd-card .cd-locator").all_text_contents())
            assert cited[0] == cited[1] == cited[2]
            assert "mục II, mục 1 (Sở Y tế), điểm b" in cited[0]
            assert fits(page)

            card = page.locator(".cd-card").filter(has_text="24 giờ")
            card.locator(".cd-n").first.click()
            page.locator(".cd-place").first.wait_for()  # the scan opens as the image of its page
            page.locator(".cd-close").click()
            page.locator(".cd-viewer").wait_for(state="detached")

            visit.tab(1)
            visit.settle()
            visit.pick_agency("SYT")
            page.locator(".cd-dossier h2").get_by_text("Sở Y tế", exact=True).wait_for()
            counted = page.locator(".cd-dossier").get_by_text("nhiệm vụ trong").inner_text()
            shown = page.locator(".cd-dossier .cd-card blockquote").all_text_contents()
            with page.expect_download() as download:
                page.get_by_role("link", name="Excel").click()
            download.value.save_as(tmp_path / "tasks.xlsx")
            sheet = openpyxl.load_workbook(tmp_path / "tasks.xlsx").active
            headings, *written = sheet.iter_rows(values_only=True)
            quotes = [row[headings.index("Nội dung nhiệm vụ")] for row in written]
            assert {" ".join(text.split()) for text in shown} <= {
                " ".join(text.split()) for text in quotes
            }
            assert counted.replace(".", "").startswith(f"{len(written)} nhiệm vụ")
            assert len(written) > 4_000

            visit.tab(2)
            page.locator(".cd-shelf").wait_for()
            visit.settle()
            page.get_by_role("button", name="14/CT-UBND").first.click()
            page.locator(".cd-page").wait_for()
            page.get_by_text("Sửa thông tin văn bản").click()
            visit.settle()  # the page writes the present value into the box
            value = page.locator("#cd-correct-value input, #cd-correct-value textarea").first
            value.fill("15/CT-UBND")
            page.get_by_role("button", name="Lưu", exact=True).click()
            page.locator(".cd-about").get_by_text("15/CT-UBND").first.wait_for()
            assert fits(page)
            assert page.evaluate("window.hacked") is None
            assert visit.wrong == []

        with visiting(address, signed_in=False, **settings) as visit:
            page = visit.page
            sign_in(visit, "lan")
            visit.ask(THREE_WAYS[0])
            assert "15/CT-UBND" in page.locator("#cd-answer").inner_text()
            visit.tab(2)
            page.locator(".cd-shelf").wait_for()
            assert not page.locator("#cd-files").is_visible()
            visit.settle()
            page.get_by_role("button", name="15/CT-UBND").first.click()
            page.locator(".cd-page").wait_for()
            assert not page.get_by_text("Sửa thông tin văn bản").is_visible()
            assert not page.get_by_role("button", name="Bỏ khỏi thư viện").is_visible()
            refused = page.request.post(
                f"{address}gradio_api/upload",
                multipart={"files": {"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"}},
            )
            assert not refused.ok
            assert page.evaluate("window.hacked") is None
            assert visit.wrong == []
