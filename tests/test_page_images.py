"""The address where pages of documents are to be seen, and who may see what."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from PIL import Image

from corpus.parse import parse
from corpus.read.formats import read
from index.library import Library
from index.update import Load
from qa.web import page_images
from qa.web.page_images import add_pages
from tests.directives import BagEncoder
from tests.pdfs import as_pdf

ORDER = [(90, 700, "1. So Y te bao cao Uy ban nhan dan tinh truoc ngay 20 thang 10 nam 2025.")]
OTHER = [(90, 700, "1. So Tai chinh bo tri kinh phi cho cong tac phong, chong dich benh.")]


def loader() -> Load:
    """Reads PDFs and archives without asking whether they are Vietnamese."""
    from hashlib import sha256

    from corpus.load import Loaded
    from corpus.read.archive import Member, members

    def one(data: bytes, path: str):
        reading = read(data, path)
        digest = sha256(data).hexdigest()
        return parse(reading.lines, path, digest, reading.problems, reading.pages)

    def load(path: Path) -> Loaded:
        data = path.read_bytes()
        if path.suffix != ".zip":
            return Loaded((one(data, str(path)),))
        found = [item for item in members(data, str(path)) if isinstance(item, Member)]
        return Loaded(tuple(one(item.data, item.path) for item in found))

    return load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two PDFs, one of them in an archive behind another file, and a text."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.pdf").write_bytes(as_pdf([ORDER, []]))
    with zipfile.ZipFile(docs / "b.zip", "w") as package:
        package.writestr("khac.txt", "Nội dung khác.")
        package.writestr("trong/b.pdf", as_pdf([OTHER]))
    (docs / "c.txt").write_text("Chỉ có chữ.", encoding="utf-8")
    return docs


@pytest.fixture
def library(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setattr("index.library.load_encoder", lambda _name: BagEncoder())
    library = Library(tmp_path / "library")
    library.update([folder], load=loader())
    return library


@pytest.fixture
def client(library: Library) -> TestClient:
    app = FastAPI()
    add_pages(app, library)
    return TestClient(app)


def named(library: Library, name: str) -> str:
    """The id of the document of that file."""
    return library.find(name).id


def test_a_page_is_a_picture_of_the_width_asked_for(client: TestClient, library: Library) -> None:
    """WebP, private to who asked; the browser's own copy is good as long as the bytes are."""
    asked = {"document": named(library, "a.pdf"), "number": 1}
    for width in (1240, 2480):
        got = client.get("/page", params={**asked, "width": width})
        picture = Image.open(io.BytesIO(got.content))
        assert (picture.format, picture.width) == ("WEBP", width)
        assert got.headers["content-type"] == "image/webp"
        assert got.headers["cache-control"] == "private, no-cache"
    held = {"If-None-Match": got.headers["etag"]}
    again = client.get("/page", params={**asked, "width": 2480}, headers=held)
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/page", params={**asked, "width": 1240}, headers=held).status_code == 200


def test_a_page_inside_an_archive_is_shown(client: TestClient, library: Library) -> None:
    """The member is found by its path within."""
    got = client.get("/page", params={"document": named(library, "b.pdf"), "number": 1})
    assert got.status_code == 200
    assert Image.open(io.BytesIO(got.content)).width == 1240


def test_only_pages_of_the_library_are_shown(client: TestClient, library: Library) -> None:
    """No other id, path, page or size; a text has no pages."""
    known = named(library, "a.pdf")
    for params, status in (
        ({"document": "vb-0", "number": 1}, 404),
        ({"document": str(Path(__file__)), "number": 1}, 404),
        ({"document": known, "number": 1, "width": 99_999}, 404),
        ({"document": known, "number": 0}, 404),
        ({"document": known, "number": 3}, 404),
        ({"document": named(library, "c.txt"), "number": 1}, 410),
        ({"document": known, "number": "x"}, 422),
        ({"document": known}, 422),
    ):
        assert client.get("/page", params=params).status_code == status, params


@pytest.mark.parametrize("seen_before", [False, True])
def test_a_changed_file_is_not_shown(
    client: TestClient, library: Library, folder: Path, *, seen_before: bool
) -> None:
    """The places are those of the bytes that were read: other bytes are not shown under them."""
    asked = {"document": named(library, "a.pdf"), "number": 1}
    etag = client.get("/page", params=asked).headers["etag"] if seen_before else '"x"'
    (folder / "a.pdf").write_bytes(as_pdf([ORDER, OTHER]))
    for headers in ({}, {"If-None-Match": etag}):
        got = client.get("/page", params=asked, headers=headers)
        assert got.status_code == 410
        assert got.text == "Tệp gốc đã đổi hoặc không còn: chỉ xem được phần chữ."
    library.update([folder], load=loader())
    asked["document"] = named(library, "a.pdf")
    assert client.get("/page", params=asked).status_code == 200


def test_a_file_that_is_gone_is_not_shown(
    client: TestClient, library: Library, folder: Path
) -> None:
    """Not even from what was kept of it; and a copy with the same bytes is shown again."""
    asked = {"document": named(library, "a.pdf"), "number": 1}
    assert client.get("/page", params=asked).status_code == 200
    data = (folder / "a.pdf").read_bytes()
    (folder / "a.pdf").unlink()
    assert client.get("/page", params=asked).status_code == 410
    (folder / "a.pdf").write_bytes(data)
    os.utime(folder / "a.pdf", ns=(5, 5))
    assert client.get("/page", params=asked).status_code == 200


def test_what_is_kept_is_bounded(
    client: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pictures and opened files beyond the bound are let go, and made again when asked for."""
    drawn: list[int] = []
    real = page_images.PdfPages

    class Counted(real):
        def webp(self, number: int, width: int) -> bytes:
            drawn.append(number)
            return super().webp(number, width)

    monkeypatch.setattr(page_images, "PdfPages", Counted)
    first = {"document": named(library, "a.pdf"), "number": 1}
    other = {"document": named(library, "b.pdf"), "number": 1}
    for params in (first, first, other, first):
        assert client.get("/page", params=params).status_code == 200
    assert drawn == [1, 1]
    monkeypatch.setattr(page_images, "_PICTURE_BYTES", 1)
    monkeypatch.setattr(page_images, "_OPEN", 1)
    drawn.clear()
    for params in ({**first, "number": 2}, first, other, first):
        assert client.get("/page", params=params).status_code == 200
    assert drawn == [2, 1, 1, 1]


def test_who_is_not_signed_in_sees_no_page(library: Library, tmp_path: Path) -> None:
    """The whole application with accounts: 401 before, the page after, 401 once signed out."""
    from qa.web.accounts import Accounts, Right, account_line
    from qa.web.desk import Desk
    from qa.web.server import create_app

    file = tmp_path / "accounts"
    file.write_text(account_line("lan", Right.READER, "mat khau 1"), encoding="utf-8")
    client = TestClient(create_app(Desk(library, Accounts(file))))
    asked = {"document": named(library, "a.pdf"), "number": 1}
    assert client.get("/page", params=asked).status_code == 401
    client.post("/sign-in", data={"name": "lan", "password": "mat khau 1"}, follow_redirects=False)
    got = client.get("/page", params=asked)
    assert got.status_code == 200
    assert got.headers["x-content-type-options"] == "nosniff"
    client.get("/sign-out", follow_redirects=False)
    held = {"If-None-Match": got.headers["etag"]}
    assert client.get("/page", params=asked, headers=held).status_code == 401
