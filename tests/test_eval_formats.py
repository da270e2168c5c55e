"""Measuring whether a document is read the same from every format."""

from __future__ import annotations

import json
from pathlib import Path

from cli import run
from eval import formats
from eval.formats import evaluate_formats

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
