"""The same directive from every format: the same header, the same clauses."""

from __future__ import annotations

from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from corpus.document import ClauseKind, Document
from corpus.load import Loaded, load
from corpus.read.programs import find_program
from corpus.text import collapse
from eval.scanned import as_scan
from eval.writers import as_docx, as_html, font, sheet
from tests.pdfs import printed

SAMPLES = Path(__file__).resolve().parent.parent / "corpus" / "samples"
STEMS = ("02-cong-dien-05", "04-chi-thi-14", "06-ke-hoach-187", "08-cong-van-2386-syt")


def shape(document: Document) -> list[tuple[str, str | None, str]]:
    """The clauses below the head, which formats may order differently (two columns)."""
    return [
        (clause.kind.value, clause.marker, collapse(clause.text))
        for clause in document.clauses
        if clause.kind is not ClauseKind.HEADER
    ]


def loaded(data: bytes, name: str, folder: Path) -> Loaded:
    path = folder / name
    path.write_bytes(data)
    return load(path)


def document(data: bytes, name: str, folder: Path) -> Document:
    found = loaded(data, name, folder)
    assert len(found.documents) == 1, found.problems
    return found.documents[0]


def in_format(word: bytes, suffix: str, folder: Path) -> bytes:
    """The Word document in another format."""
    return printed({"a": word}, suffix, folder)["a"]


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize(("write", "name"), [(as_docx, "a.docx"), (as_html, "a.html")])
def test_word_and_html_give_what_the_text_gives(stem, write, name, tmp_path):
    """Head and tail in tables, paragraphs and lists: header and clauses as from plain text."""
    source = SAMPLES / f"{stem}.txt"
    wanted = load(source).documents[0]
    found = document(write(sheet(source)), name, tmp_path)
    assert found.header == wanted.header
    assert shape(found) == shape(wanted)


@pytest.mark.slow
@pytest.mark.parametrize("stem", STEMS[:2])
def test_pdf_and_office_files_give_what_the_text_gives(stem, tmp_path):
    """A PDF with text, .odt, .rtf and .doc have all."""
    source = SAMPLES / f"{stem}.txt"
    wanted = load(source).documents[0]
    word = as_docx(sheet(source))
    for suffix in ("pdf", "odt", "rtf"):
        found = document(in_format(word, suffix, tmp_path), f"b.{suffix}", tmp_path)
        assert found.header == wanted.header, suffix
        assert shape(found) == shape(wanted), suffix
    old = document(in_format(word, "doc", tmp_path), "b.doc", tmp_path)
    assert old.header == wanted.header
    assert shape(old) == shape(wanted)


@pytest.mark.slow
@pytest.mark.parametrize("stem", STEMS[:2])
def test_a_scan_is_recognised(stem, tmp_path):
    """From pictures of the pages: at least 98 % of the characters, and the whole of the header."""
    if find_program("tesseract") is None:
        pytest.skip("tesseract is not installed")
    if font() is None:
        pytest.skip("no font with Vietnamese is installed (fonts-croscore): the scan would be none")
    source = SAMPLES / f"{stem}.txt"
    wanted = load(source).documents[0]
    scan = as_scan(in_format(as_docx(sheet(source)), "pdf", tmp_path))
    found = document(scan, "scan.pdf", tmp_path)
    for name in ("number", "kind", "issuer", "place", "issued", "signer"):
        assert getattr(found.header, name) == getattr(wanted.header, name), name
    # The body: the columns of the head may come in either order.
    said, meant = (collapse(text.text[400:]) for text in (found, wanted))
    assert Levenshtein.normalized_similarity(said, meant) >= 0.98


SCANS = {  # as a reader's eye finds them; two numbers and a day are written in by hand
    "06-bct": ("06/2024/TT-BCT", "Thông tư", "2024-04-04", "Bộ Công Thương", "Nguyễn Sinh Nhật Tân"),
    "153-tb-vpcp": ("153/TB-VPCP", "Thông báo", "2024-04-10", "Văn phòng Chính phủ", "Nguyễn Sỹ Hiệp"),
    "163-tb-vpcp": ("163/TB-VPCP", "Thông báo", "2024-04-15", "Văn phòng Chính phủ", "Nguyễn Sỹ Hiệp"),
    "2450-kgvx": ("2450/VPCP-KGVX", "Công văn", "2024-04-12", "Văn phòng Chính phủ", "Nguyễn Sỹ Hiệp"),
    "255-nn": ("225/TTg-NN", "Công văn", "2024-04-05", "Thủ tướng Chính phủ", "Trần Hồng Hà"),
    "288-ttg": ("288/QĐ-TTg", "Quyết định", "2024-04-08", "Thủ tướng Chính phủ", "Trần Lưu Quang"),
}  # fmt: skip


@pytest.mark.slow
def test_signed_scans_are_read_and_not_their_stamp(shared_data):
    """The Government portal's scans: whatever text layer they carry, the pages are recognised; what
    the stamps cover is left out or made out, and no field is invented."""
    if find_program("tesseract") is None:
        pytest.skip("tesseract is not installed")
    missing = 0
    for name, truth in SCANS.items():
        header = load(shared_data / "scans" / f"{name}.signed.pdf").documents[0].header
        read = (
            header.number, header.kind, header.issued and header.issued.isoformat(), header.issuer,
            header.signer and header.signer.name,
        )  # fmt: skip
        for found, wanted in zip(read, truth, strict=True):
            assert found in {wanted, None}, name
            missing += found is None
    assert missing <= 5


def test_a_scan_without_tesseract_says_what_to_install(tmp_path, monkeypatch):
    """The absence of a program is a problem of the document, with the command that helps."""
    from PIL import Image

    monkeypatch.setenv("PATH", "")
    path = tmp_path / "scan.pdf"
    Image.new("L", (1240, 1754), 255).save(path, format="PDF", resolution=150)
    problems = load(path).problems
    assert any("tesseract-ocr" in problem.message for problem in problems)


def test_old_word_without_libreoffice_says_what_to_install(tmp_path, monkeypatch):
    """The same for .rtf, .doc and .odt."""
    monkeypatch.setenv("PATH", "")
    found = loaded(rb"{\rtf1 abc}", "a.rtf", tmp_path)
    assert any("libreoffice" in problem.message for problem in found.problems)


def test_what_a_file_is_decides_not_its_name(tmp_path):
    """HTML saved as .doc is read as HTML; a spreadsheet called .txt is refused."""
    source = SAMPLES / f"{STEMS[0]}.txt"
    found = document(as_html(sheet(source)), "a.doc", tmp_path)
    assert found.header.number == "05/CĐ-UBND"
    assert not loaded(b"PK\x03\x04" + b"\x00" * 400, "a.txt", tmp_path).documents
