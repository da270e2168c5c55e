"""Files that are broken, enormous or ill-meant: a problem each, never an exception."""

from __future__ import annotations

import io
import random
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.document import Severity
from corpus.load import load
from corpus.read import archive
from corpus.read.formats import read
from corpus.read.ocr import OcrUnavailable, recognise
from corpus.read.programs import INSTALL
from eval.writers import as_docx, as_html, sheet
from tests.writers import docx_of

SAMPLE = Path(__file__).resolve().parent.parent / "corpus" / "samples" / "02-cong-dien-05.txt"


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


def pdf(pages: int) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.docx"),
        (b"%PDF-1.7\nbroken", "a.pdf"),
        (b"%PDF-", "a.pdf"),
        (b"PK\x03\x04broken", "a.docx"),
        (packed({"word/document.xml": b"<not xml"}), "a.docx"),
        (packed({"word/document.xml": b""}), "a.docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.doc"),
        ("EncryptedPackage".encode("utf-16-le").join([b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"x"]), "a.docx"),
        (b"<html></html>", "a.html"),
        (b"\x89PNG\r\n\x1a\n", "a.png"),
        (packed({"a.xlsx": b"x"}), "a.zip"),
        (pdf(1), "a.pdf"),
    ],
)  # fmt: skip
def test_a_broken_file_is_one_clear_problem(data, name, tmp_path):
    """Nothing is read, something is said, nothing is raised."""
    path = tmp_path / name
    path.write_bytes(data)
    found = load(path)
    assert found.documents == ()
    assert any(problem.severity is Severity.ERROR for problem in found.problems)
    assert all(problem.message and "Traceback" not in problem.message for problem in found.problems)


NOISE = random.Random(7).randbytes(3000)
INTERNAL = re.compile(r"/tmp|Errno|Error|[Ff]ail|PDFium|not a |Bad|Traceback|b'")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        *((f"noise{suffix}", NOISE, f"tệp hỏng: nội dung không phải của một tệp {suffix}")
          for suffix in (".pdf", ".docx", ".doc", ".rtf", ".odt", ".zip")),
        ("zeros.pdf", bytes(3000), "tệp hỏng"),
        ("picture.pdf", b"\x89PNG\r\n\x1a\n" + NOISE, "ảnh PNG"),
        ("archive.docx", b"Rar!" + NOISE, "tệp nén RAR"),
        ("cut.docx", b"PK\x03\x04" + NOISE, "tệp hỏng"),
        ("sheet.docx", packed({"xl/workbook.xml": b"<x/>"}), "tệp hỏng"),
        ("inside.docx", packed({"word/document.xml": b"<not xml"}), "tệp hỏng"),
        ("behind.pdf", b"%PDF-1.7\n" + NOISE, "tệp PDF hỏng"),
        ("cut.zip", packed({"a.txt": b"x"})[:-30], "tệp nén hỏng"),
        ("photo.jpg", b"\xff\xd8\xff" + NOISE, "không hỗ trợ định dạng này (.jpg)"),
    ],
)  # fmt: skip
def test_what_is_damaged_is_called_so(name, data, said, tmp_path):
    """By its name and its first bytes, in Vietnamese, without the words of what lies below us."""
    path = tmp_path / name
    path.write_bytes(data)
    found = load(path)
    assert found.documents == ()
    (problem,) = found.problems
    assert problem.severity is Severity.ERROR
    assert said in problem.message
    assert not INTERNAL.search(problem.message)


@pytest.mark.parametrize(
    "script", ["echo 'Error: /tmp/x: could not be loaded' >&2; exit 1", "exit 0", None]
)
@pytest.mark.parametrize("name", ["soffice", "antiword"])
def test_a_converter_that_fails_is_told_in_our_words(name, script, tmp_path, monkeypatch):
    """Neither its own messages nor our passing files reach the user."""
    program = tmp_path / "bin" / name
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n" + (script or ""), "utf-8")
    program.chmod(0o755)
    if script is None:
        program.write_bytes(b"\x7fELF no program")
    monkeypatch.setenv("PATH", str(program.parent))
    reading = read(b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le") + NOISE, "a.doc")
    assert reading.lines == ()
    assert reading.problems
    for problem in reading.problems:
        assert not INTERNAL.search(problem.message.replace(INSTALL["libreoffice"], ""))


def test_a_page_that_cannot_be_recognised_is_told_in_our_words():
    """Tesseract's complaint about a picture stays in the log."""
    try:
        (found,) = recognise([b"no picture"], 1)
    except OcrUnavailable as missing:
        pytest.skip(str(missing))
    assert isinstance(found, OSError)
    assert not INTERNAL.search(str(found))


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_few_nuls_are_dropped_and_told(name):
    """What a broken copy leaves in a text costs a warning, not the document."""
    whole = sheet(SAMPLE)
    data = as_html(whole) if name == "a.html" else SAMPLE.read_bytes()
    middle = data.index("Sở".encode())
    for at in (middle, len(data) - 20):
        reading = read(data[:at] + b"\0\0" + data[at:], name)
        assert [line.text for line in reading.lines] == [
            line.text for line in read(data, name).lines
        ]
        (problem,) = reading.problems
        assert (problem.severity, "2 byte rỗng" in problem.message) == (Severity.WARNING, True)
    assert read(data.replace(b" ", b"\0"), name).lines == ()


def test_a_truncated_file_of_every_length_never_raises():
    """Every cut of a Word document and of a page either reads or says what is wrong."""
    page = sheet(SAMPLE)
    for data, name in ((as_docx(page), "a.docx"), (as_html(page), "a.html")):
        for end in range(0, len(data), max(1, len(data) // 25)):
            reading = read(data[:end], name)
            assert reading.lines or reading.problems


def test_mutated_files_never_raise():
    """Bytes changed at random in real files: read or refused, in bounded time."""
    chance = random.Random(5)
    page = sheet(SAMPLE)
    for data, name in ((as_docx(page), "a.docx"), (as_html(page), "a.html"), (pdf(3), "a.pdf")):
        for _ in range(25):
            broken = bytearray(data)
            for _ in range(chance.randrange(1, 30)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            reading = read(bytes(broken), name)
            assert reading.lines or reading.problems


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.md", "a", "a.pdf", "a.zip"]))
def test_any_bytes_under_any_name(data, name):
    """Whatever a file holds, reading it ends in lines or in problems."""
    reading = read(data, name)
    assert reading.lines or reading.problems


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_loads(text):
    """No text makes the parser fail: its lines come back whole, whatever they say."""
    reading = read(text.encode(), "a.txt")
    assert reading.lines or reading.problems


def test_a_zip_bomb_is_bounded(tmp_path, monkeypatch):
    """Members are counted while they are unpacked; what is too much is named, the rest is read."""
    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", 50_000)
    bomb = {"a.txt": SAMPLE.read_bytes(), "bomb.txt": b"0" * 5_000_000, "b.txt": b"x"}
    path = tmp_path / "bomb.zip"
    path.write_bytes(packed(bomb))
    found = load(path)
    assert len(found.documents) == 1
    assert any("quá lớn" in problem.message for problem in found.problems)


def test_a_word_bomb_is_refused():
    """A .docx that claims to unpack to gigabytes is not unpacked."""
    huge = docx_of("<w:p/>", **{"word/media/a.bin": "0" * 320_000_000})
    assert len(huge) > 0
    reading = read(huge, "a.docx")
    assert reading.lines == ()
    assert "quá lớn" in reading.problems[0].message


def test_names_in_an_archive_lead_nowhere(tmp_path):
    """A member called ../../x is read under a harmless name, and nothing is written."""
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"../../etc/cong-dien.txt": SAMPLE.read_bytes()}))
    found = load(path)
    assert found.documents[0].path == f"{path}/etc/cong-dien.txt"
    assert [item.name for item in tmp_path.iterdir()] == ["a.zip"]


def test_an_archive_holds_documents_and_archives(tmp_path):
    """Documents of any format, one archive within another, and what is neither left aside."""
    page = sheet(SAMPLE)
    inner = packed({"b.html": as_html(page)})
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"x/a.docx": as_docx(page), "in.zip": inner, "t.xlsx": b"x"}))
    found = load(path)
    assert sorted(Path(document.path).name for document in found.documents) == ["a.docx", "b.html"]
    assert {document.header.number for document in found.documents} == {"05/CĐ-UBND"}


def test_entities_and_outside_references_are_not_followed(tmp_path):
    """XML entities are not expanded and nothing outside the file is opened."""
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    xml = (
        f'<!DOCTYPE w:document [<!ENTITY e SYSTEM "file://{secret}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>a&e;b</w:t></w:r></w:p></w:body></w:document>"
    )
    data = docx_of("<w:p/>")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as base, zipfile.ZipFile(out, "w") as package:
        for name in base.namelist():
            package.writestr(name, xml if name == "word/document.xml" else base.read(name))
    reading = read(out.getvalue(), "a.docx")
    assert not any("bí mật" in line.text for line in reading.lines)


def test_a_pdf_of_very_many_pages_is_bounded(monkeypatch):
    """Pages beyond the bound are reported, not read."""
    from corpus.read import pdf as reader

    monkeypatch.setattr(reader, "MAX_PAGES", 10)
    reading = read(pdf(40), "a.pdf")
    assert any("40 trang" in problem.message for problem in reading.problems)
