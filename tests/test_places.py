"""Gold sets whose quotes are places in documents that are not copied here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import UsageError
from eval.answers import read_gold as read_questions
from eval.places import folders_of, quote_of
from eval.tasks import read_gold as read_tasks


def test_a_quote_is_read_at_its_place(tmp_path: Path) -> None:
    """Offsets count in the text with white space collapsed, in NFC; a written quote stays."""
    (tmp_path / "ct.txt").write_text("1. Sở  Y tế\n\nbáo cáo  ngay.", "utf-8")
    folders = folders_of(tmp_path)
    assert quote_of({"doc": "ct", "at": [3, 18]}, folders) == "Sở Y tế báo cáo"
    assert quote_of({"doc": "ct", "quote": "như đã viết"}, folders) == "như đã viết"


def test_a_missing_document_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message tells which document, and where it is looked for."""
    monkeypatch.delenv("CHIDAO_DATA", raising=False)
    with pytest.raises(UsageError, match=r"không-có.*CHIDAO_DATA"):
        quote_of({"doc": "không-có", "at": [0, 3]}, folders_of(tmp_path))


def test_the_gold_made_for_the_real_documents_is_whole(
    shared_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every place lies in its document, and every record is of a known form."""
    monkeypatch.setenv("CHIDAO_DATA", str(shared_data))
    folder = Path(__file__).parent.parent / "eval" / "gold" / "directives"
    questions = read_questions(folder / "questions.jsonl")
    everyday = read_questions(folder / "paraphrases.jsonl")
    pairs = read_questions(folder / "pairs.jsonl")
    tasks = read_tasks(folder / "tasks.jsonl")
    assert (len(questions), len(everyday), len(pairs), len(tasks)) == (1865, 1320, 560, 3571)
    assert [bool(q.clauses) for q in pairs] == [True, False] * 280
    assert all(len(quote) > 8 for q in questions + everyday for _, quote in q.clauses)
    assert all(len(task.quote) > 12 for task in tasks)
    first = json.loads((folder / "tasks.jsonl").read_text("utf-8").splitlines()[0])
    assert "quote" not in first
