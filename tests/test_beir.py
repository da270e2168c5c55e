"""Sets in BEIR form: indexed, asked, measured; variants of questions; the measures themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import UsageError
from eval.beir import evaluate
from eval.measures import measure, percentiles
from eval.variants import Variant, vary
from index.encoder import MODEL_FOLDER

TEXTS = [
    ("1/cp+1", "Điều 1. Đeo khẩu trang", "Người không đeo khẩu trang bị Ủy ban nhân dân xử phạt."),
    ("1/cp+2", "Điều 2. Báo cáo", "Sở Y tế báo cáo trước 15h00 hàng ngày."),
    ("2/cp+1", "Điều 1. Học sinh", "Học sinh nghỉ học đến hết tháng 2."),
]
QUESTIONS = [
    ("a", "Không đeo khẩu trang bị Ủy ban nhân dân xử phạt thế nào?", "1/cp+1"),
    ("b", "Sở Y tế báo cáo trước mấy giờ hàng ngày?", "1/cp+2"),
    ("c", "Học sinh nghỉ học đến khi nào?", "2/cp+1"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of three texts and three questions."""
    corpus = [{"_id": key, "title": title, "text": text} for key, title, text in TEXTS]
    questions = [{"_id": key, "text": text} for key, text, _ in QUESTIONS]
    for name, records in (("corpus", corpus), ("queries", questions)):
        lines = [json.dumps(record, ensure_ascii=False) for record in records]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    rows = ["query-id\tcorpus-id\tscore", *(f"{key}\t{gold}\t1" for key, _, gold in QUESTIONS)]
    (tmp_path / "qrels.tsv").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(not (MODEL_FOLDER / "terms.txt").is_file(), reason="the weights are absent")
@pytest.mark.parametrize("variant", [None, Variant.NODIAC, Variant.HALF, Variant.ABBR])
def test_every_text_is_found_however_its_question_is_typed(
    folder: Path, tmp_path: Path, variant: Variant | None
) -> None:
    """The figures are perfect on three easy questions, and the run is what TREC reads."""
    figures = evaluate(folder, variant=variant, run=tmp_path / "run.txt")
    assert figures["questions"] == 3
    assert figures["texts"] == 3
    assert figures["ndcg@10"] == figures["recall@10"] == figures["mrr@10"] == 1.0
    first = (tmp_path / "run.txt").read_text(encoding="utf-8").splitlines()[0].split()
    assert (first[0], first[1], first[2], first[3], first[5]) == (
        "a",
        "Q0",
        "1/cp+1",
        "1",
        "chidao",
    )


def test_variants_are_what_people_type(folder: Path) -> None:
    """Without marks, half of them, abbreviations; the ids stay."""
    questions = [(key, text) for key, text, _ in QUESTIONS]
    assert (
        vary(questions, Variant.NODIAC, folder)[1][1] == "So Y te bao cao truoc may gio hang ngay?"
    )
    assert "UBND" in vary(questions, Variant.ABBR, folder)[0][1]
    assert "SYT" in vary(questions, Variant.ABBR, folder)[1][1]
    half = vary(questions, Variant.HALF, folder)
    assert [key for key, _ in half] == ["a", "b", "c"]
    assert half != questions != vary(questions, Variant.NODIAC, folder) != half


def test_english_comes_from_a_file_beside_the_questions(folder: Path) -> None:
    """Only what has an English form is asked; none at all is said clearly."""
    questions = [(key, text) for key, text, _ in QUESTIONS]
    with pytest.raises(UsageError, match=r"queries\.en\.jsonl"):
        vary(questions, Variant.EN, folder)
    line = json.dumps({"_id": "b", "text": "When must it report?"})
    (folder / "queries.en.jsonl").write_text(line, encoding="utf-8")
    assert vary(questions, Variant.EN, folder) == [("b", "When must it report?")]


def test_a_folder_without_a_set_is_said_to_be_none(tmp_path: Path) -> None:
    """No traceback for a wrong path."""
    with pytest.raises(UsageError):
        evaluate(tmp_path)


def test_measures_count_a_question_without_results_as_zero() -> None:
    """Second place scores 1/log2(3); nothing found scores 0 and still counts."""
    figures = measure({"a": {"x": 1}, "b": {"y": 1}}, {"a": [("z", 2.0), ("x", 1.0)]})
    assert figures["ndcg@10"] == pytest.approx(0.6309 / 2, abs=1e-3)
    assert figures["recall@10"] == 0.5
    assert figures["mrr@10"] == 0.25


def test_percentiles_are_in_milliseconds() -> None:
    """Seconds in, milliseconds out."""
    assert percentiles([0.001, 0.002, 0.003])["p50_ms"] == 2.0
