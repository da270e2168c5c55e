"""The directives that come with chidao, and the gold made for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.load import discover, load
from corpus.text import collapse

GOLD = Path(__file__).resolve().parent.parent / "eval" / "gold" / "samples"


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    folder = Path(__file__).resolve().parent.parent / "corpus" / "samples"
    return {path.stem: load(path).documents[0] for path in sorted(folder.glob("*.txt"))}


def gold(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


def test_every_sample_says_that_it_is_an_illustration(documents):
    """Nobody may take a sample for a real directive."""
    assert len(documents) == 10
    for document in documents.values():
        assert "Văn bản minh họa của phần mềm chidao, không phải văn bản thật" in document.text


@pytest.mark.parametrize(
    ("stem", "number", "kind", "issued", "issuer", "signer"),
    [
        ("01-cong-van-1207-2021", "1207/UBND-VX", "Công văn", "2021-09-14", "Ủy ban nhân dân tỉnh Sơn Hải", "Bùi Văn Thắng"),
        ("02-cong-dien-05", "05/CĐ-UBND", "Công điện", "2025-09-28", "Chủ tịch Ủy ban nhân dân tỉnh Sơn Hải", "Lê Minh Khôi"),
        ("03-thong-bao-212", "212/TB-VP", "Thông báo", "2025-10-03", "Văn phòng Ủy ban nhân dân tỉnh Sơn Hải", "Phạm Thị Yến"),
        ("04-chi-thi-14", "14/CT-UBND", "Chỉ thị", "2025-10-06", "Ủy ban nhân dân tỉnh Sơn Hải", "Trần Thu Hà"),
        ("05-du-thao-mo-cua-truong", None, "Công văn", None, "Ủy ban nhân dân tỉnh Sơn Hải", "Trần Thu Hà"),
        ("06-ke-hoach-187", "187/KH-UBND", "Kế hoạch", "2025-10-15", "Ủy ban nhân dân tỉnh Sơn Hải", "Trần Thu Hà"),
        ("07-quyet-dinh-48-2025", "48/2025/QĐ-UBND", "Quyết định", "2025-10-20", "Ủy ban nhân dân tỉnh Sơn Hải", "Lê Minh Khôi"),
        ("08-cong-van-2386-syt", "2386/SYT-NVY", "Công văn", "2025-10-24", "Sở Y tế", "Hoàng Thị Mai Anh"),
        ("09-quyet-dinh-1522", "1522/QĐ-UBND", "Quyết định", "2025-11-07", "Ủy ban nhân dân tỉnh Sơn Hải", "Nguyễn Đức Lâm"),
        ("10-cong-van-3120", "3120/UBND-VX", "Công văn", "2025-12-02", "Ủy ban nhân dân tỉnh Sơn Hải", "Trần Thu Hà"),
    ],
)  # fmt: skip
def test_headers_of_the_samples(documents, stem, number, kind, issued, issuer, signer):
    """Every field of every sample's header, through all of their mess."""
    header = documents[stem].header
    read = header.issued.isoformat() if header.issued else None
    assert (header.number, header.kind, read, header.issuer) == (number, kind, issued, issuer)
    assert header.signer is not None
    assert header.signer.name == signer
    assert header.title


def test_columns_side_by_side_are_read_one_after_the_other(documents):
    """Recipients and signature printed on the same lines do not mix."""
    assert documents["10-cong-van-3120"].header.recipients == (
        "Như trên",
        "TT Tỉnh ủy (b/c)",
        "Chủ tịch, các PCT UBND tỉnh",
        "Lưu: VT, VX",
    )


@pytest.mark.parametrize("name", ["tasks.jsonl", "questions.jsonl"])
def test_every_quote_of_the_gold_stands_in_its_document(documents, name):
    """The gold was made by hand: each quote is found in the clean text as it is shown."""
    texts = {stem: collapse(document.text) for stem, document in documents.items()}
    entries = gold(name)
    quotes = [
        (quote["doc"], quote["quote"])
        for entry in entries
        for quote in (entry.get("gold", [entry]))
    ]
    assert len(entries) >= 30
    assert not [(doc, quote) for doc, quote in quotes if quote not in texts[doc]]


def test_the_province_of_the_samples_does_not_exist(shared_data):
    """No province of today or before 2025 is called Sơn Hải."""
    for name in ("units_since_2025.tsv", "units_before_2025.tsv"):
        rows = (shared_data / "lists" / name).read_text("utf-8").splitlines()
        assert not [row for row in rows if row.startswith("province\tTỉnh Sơn Hải")]


def test_a_folder_is_searched_for_what_can_be_read(samples, tmp_path):
    """Discovery is stable, goes into subfolders, and passes over hidden and lock files."""
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "1.docx", "~$1.docx", ".hidden.txt", "notes.jsonl"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [path.name for path in discover([tmp_path])] == ["1.docx", "2.txt"]
    assert len(discover([samples])) == 11
    assert load(samples / "README.md").documents == ()
