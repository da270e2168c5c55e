"""Measuring whether a document is read the same from every format."""

from __future__ import annotations

import json
from pathlib import Path

from cli import run
from eval import formats
from eval.formats import evaluate_formats
from eval.scanned import Scanner, as_scan
from tests.pdfs import as_pdf

SAMPLES = Path(__file__).resolve().parent.parent / "corpus" / "samples"
NAMES = ["02-cong-dien-05.txt", "04-chi-thi-14.txt"]


def test_samples_come_back_the_same_from_word_and_html():
    """Every field, every clause, every character; and how fast."""
    for suffix, score in evaluate_formats(SAMPLES, NAMES, only=("docx", "html")).items():
        found = score.as_json()
        assert found["documents"] == 2, suffix
        assert set(found["fields"].values()) == {1.0}, suffix
        assert found["same_clauses"] == found["same_documents"] == found["characters"] == 1.0
        assert found["pages_per_second"] > 0
        assert found["worst"] == []


def test_a_reader_that_loses_something_is_seen(monkeypatch):
    """A missing last paragraph costs clauses, and the document is among the worst, with a reason."""
    whole = formats.as_html

    def cut(page: formats.Sheet) -> bytes:
        page.body.pop()
        return whole(page)

    monkeypatch.setattr(formats, "as_html", cut)
    found = evaluate_formats(SAMPLES, NAMES, only=("html",))["html"].as_json()
    assert found["same_clauses"] < 1.0
    assert found["same_documents"] == 0.0
    assert {worst["file"] for worst in found["worst"]} == set(NAMES)
    assert all(worst["first"] for worst in found["worst"])


def test_without_libreoffice_a_format_is_skipped_and_says_why(monkeypatch):
    """The others are measured."""
    monkeypatch.setenv("PATH", "")
    found = evaluate_formats(SAMPLES, NAMES, only=("docx", "pdf"))
    assert found["docx"].as_json()["documents"] == 2
    assert "libreoffice" in str(found["pdf"].as_json()["skipped"])


def test_the_command_prints_the_formats(tmp_path, monkeypatch, capsys):
    """`chidao eval reading DIR --formats`: accuracy by field and format."""
    monkeypatch.setattr(formats, "FORMATS", ("html",))
    monkeypatch.setattr(
        formats.evaluate_formats, "__kwdefaults__", {"sample": 20, "only": ("html",)}
    )
    text = (SAMPLES / NAMES[0]).read_text("utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    gold = {"file": "a.txt", "number": "05/CĐ-UBND"}
    (tmp_path / "metadata.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    assert run(["eval", "reading", str(tmp_path), "--formats", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["fields"]["number"]["accuracy"] == 1.0
    assert found["written_as"]["html"]["same_clauses"] == 1.0


def test_print_shows_through_the_stamp_of_a_scan():
    """Stamping ink is a glaze: the letters below it stay dark, as on paper."""
    import numpy as np
    import pypdfium2

    page = as_pdf([[(300, 300, "KT. CHU TICH"), (300, 285, "PHO CHU TICH")]])

    def dark_and_red(*, stamped: bool) -> tuple[int, int]:
        scan = as_scan(page, Scanner(turned=0.0, grain=0.0, stamped=stamped))
        picture = np.asarray(pypdfium2.PdfDocument(scan)[0].render(scale=300 / 72).to_pil())
        red = (picture[:, :, 0] > 150) & (picture[:, :, 1:3].max(axis=2) < 120)
        return int((picture[:, :, :3].max(axis=2) < 100).sum()), int(red.sum())

    (dark, none), (below, red) = dark_and_red(stamped=False), dark_and_red(stamped=True)
    assert none == 0 < red
    assert below > 0.95 * dark
