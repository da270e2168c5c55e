"""The measure of answers measures: it sees what is right, wrong, missing and refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import UsageError
from eval.alone import alone
from eval.answers import Gold, as_json, evaluate, judge, read_gold, summarise
from eval.cases import fold_of, named_golds
from eval.fit_sureness import Origin, examples, fit_sureness, threshold_for
from eval.literal import literal_questions
from eval.report import compare, html_page, read_run, risk_coverage
from index.library import Library
from qa.answer import answer
from qa.signals import COUNT
from tests.answering import FLOOD, MASKS, make_library

GOLD = [
    {"qid": "1", "question": "Sở Y tế báo cáo kết quả xét nghiệm trước ngày nào?", "form": "vi",
     "type": "deadline", "agency": None, "answer": "Trước ngày 15/3/2025.",
     "gold": [{"doc": "masks", "quote": "Tổ chức xét nghiệm các trường hợp nghi mắc"}]},
    {"qid": "2", "question": "Cơ quan nào xử phạt người vận chuyển gia cầm trái phép?", "form": "vi",
     "type": "owner", "agency": "Sở Công Thương", "answer": "",
     "gold": [{"doc": "flood", "quote": "Phân luồng giao thông tại cầu"}]},
    {"qid": "3", "question": "Giá vé máy bay đi Hà Nội bao nhiêu tiền <b>?", "form": "vi",
     "type": "unanswerable", "agency": None, "answer": "", "gold": []},
]  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return make_library(tmp_path_factory.mktemp("answers"))


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in GOLD), "utf-8")
    return path


def test_right_wrong_and_refused_are_told_apart(library: Library, gold_file: Path) -> None:
    """A right answer, one with another clause and body than the gold, and a refusal."""
    right, wrong, refused = evaluate(library, read_gold(gold_file))
    assert (right.right_first, right.typed, right.exact) == (True, True, True)
    assert (wrong.right_first, wrong.typed, wrong.recall) == (False, False, 0.0)
    assert (refused.right_first, refused.abstained) == (None, True)
    figures = summarise([right, wrong, refused])
    assert figures["right_first"] == 0.5
    assert figures["typed_right"] == 0.5
    assert figures["refused_rightly"] == 1.0
    assert figures["refused_wrongly"] == 0.0


def test_another_day_is_wrong(library: Library, gold_file: Path) -> None:
    """Typed answers are compared by value."""
    gold = read_gold(gold_file)[0]
    given = answer(library, gold.question)
    assert judge(gold, given, 1.0, library.document).typed
    for written, right in (("2025-03-15", True), ("By 15 March 2025", True), ("2025-03-16", False)):
        gold_file.write_text(json.dumps(GOLD[0] | {"answer": written}), "utf-8")
        assert judge(read_gold(gold_file)[0], given, 1.0, library.document).typed is right
    later = GOLD[0] | {"answer": "Trước ngày 16/3/2025."}
    gold_file.write_text(json.dumps(later), "utf-8")
    assert not judge(read_gold(gold_file)[0], given, 1.0, library.document).typed


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Before 15 December every year.", True),
        ("Trước ngày 15 tháng 12 hằng năm.", True),
        ("Before 16 December every year.", False),
    ],
)
def test_a_day_of_every_year_is_compared(tmp_path: Path, written: str, right: bool) -> None:
    """In either language, without a year."""
    yearly = FLOOD.replace("trước ngày 22/9/2025", "trước ngày 15/12 hằng năm")
    question = "Sở Nông nghiệp và Phát triển nông thôn hạ mực nước hồ chứa trước ngày nào?"
    library = make_library(tmp_path, flood=yearly)
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(GOLD[0] | {"question": question, "answer": written}), "utf-8")
    given = answer(library, question)
    assert judge(read_gold(gold)[0], given, 1.0, library.document).typed is right


def test_a_run_is_kept_reported_and_compared(
    library: Library, gold_file: Path, tmp_path: Path
) -> None:
    """JSON goes to disk and back; the page escapes what was asked; the difference names questions."""
    run = as_json(evaluate(library, read_gold(gold_file)))
    path = tmp_path / "run.json"
    path.write_text(json.dumps(run, ensure_ascii=False), "utf-8")
    kept = read_run(path)
    page = html_page(kept)
    assert "<svg" in page
    assert "Cơ quan nào xử phạt" in page
    assert "<b>?" not in page
    better = json.loads(path.read_text("utf-8"))
    better["questions"][1] |= {"right_first": True, "typed": True}
    assert compare(kept, better)["won"] == ["2 " + GOLD[1]["question"]]
    assert compare(better, kept)["lost"] == ["2 " + GOLD[1]["question"]]


def test_the_curve_counts_wrong_among_answered() -> None:
    """Most confident first; answering what has no answer is wrong."""
    curve = risk_coverage(
        [
            {"confidence": 0.2, "right_if_answered": False},
            {"confidence": 0.9, "right_if_answered": True},
        ]
    )
    assert curve == [(0.9, 0.5, 0.0), (0.2, 1.0, 0.5)]


@pytest.mark.parametrize("line", ['{"qid": 1}', "no json", '["list"]'])
def test_a_gold_file_that_is_none_is_the_users_mistake(tmp_path: Path, line: str) -> None:
    """The message names the line."""
    path = tmp_path / "gold.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(UsageError, match="dòng 1"):
        read_gold(path)


def test_sets_of_questions_are_held_out_by_name(tmp_path: Path) -> None:
    """By all letters of their ids: AB is not A; all of a document are in one fold."""
    path = tmp_path / "gold.jsonl"
    lines = [GOLD[0] | {"qid": qid} for qid in ("A-1", "AB-1", "AB-2", "F8-1")]
    path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    kept, held = named_golds(f"{path}:AB,F")
    assert [gold.qid for gold in kept] == ["A-1", "F8-1"]
    assert [gold.qid for gold in held] == ["AB-1", "AB-2"]
    assert named_golds(f"{path}:*")[0] == []
    assert len({fold_of(gold) for gold in (*kept, *held)}) == 1


def test_the_fits_learn_what_decides() -> None:
    """Confidence grows with the signal that tells, and the threshold refuses the share allowed."""
    import numpy as np

    random = np.random.default_rng(0)
    truth = np.arange(400) % 2 == 0
    values = np.zeros((400, COUNT))
    values[:, 1] = random.normal(0, 1, 400)
    values[:, 0] = truth + random.normal(0, 0.3, 400)
    found = fit_sureness(values[:200], truth[:200], np.ones(200))
    logits = found.logits(values[200:])
    assert logits[truth[200:]].mean() > 0.5 > -0.5 > logits[~truth[200:]].mean()
    chance = 1 / (1 + np.exp(-logits))
    assert found.chance(values[200]) == pytest.approx(chance[0])
    threshold = threshold_for(chance, truth[200:], 0.05)
    assert 0.03 <= (chance[truth[200:]] < threshold).mean() <= 0.06
    assert (chance[~truth[200:]] < threshold).mean() > 0.5


def test_one_that_weighs_nothing_teaches_nothing() -> None:
    """What weighs little does not outvote the rest; another fit is the same to the last digit."""
    import numpy as np

    random = np.random.default_rng(0)
    values = np.zeros((300, COUNT))
    values[:, :3] = random.normal(0, 1, (300, 3))
    truth = values[:, 0] > 0
    wrong = np.arange(300) < 150
    shown = np.where(wrong, ~truth, truth)
    weights = np.where(wrong, 1e-6, 1.0)
    found = fit_sureness(values, shown, weights)
    logits = found.logits(values[150:])
    assert ((logits > 0) == truth[150:]).mean() > 0.8
    assert np.array_equal(fit_sureness(values, shown, weights).logits(values[150:]), logits)


def test_a_question_is_asked_again_without_its_documents(tmp_path: Path) -> None:
    """As one that nothing answers; not where it names its document, nor one without an answer."""
    from eval.cases import collect

    library = make_library(
        tmp_path, masks=MASKS, flood=FLOOD, other=FLOOD.replace("07/CĐ", "08/CĐ")
    )
    quote = "Chuẩn bị 40 giường cách ly"
    made = [
        Gold("a", "Chuẩn bị bao nhiêu giường cách ly?", "vi", "content", None, (("masks", quote),), ""),
        Gold("b", "Theo Chỉ thị 15/CT-UBND, bao nhiêu giường cách ly?", "vi", "content", None,
             (("masks", quote),), ""),
        Gold("c", "Có bao nhiêu máy thở?", "vi", "unanswerable", None, (), ""),
    ]  # fmt: skip
    found = [list(examples(collect(library, [gold]))) for gold in made]
    assert [[one.answerable for one in each] for each in found] == [[True, False], [True], [False]]
    assert [one.origin for one in found[0]] == [Origin.ASKED, Origin.ABSENT]
    assert found[0][0].known[0] > found[0][1].known[0]


def test_literal_questions_ask_in_the_words_of_the_documents(tmp_path: Path) -> None:
    """For a number, for who must act and for when; always the same ones, each with its clause."""
    library = make_library(tmp_path, masks=MASKS, flood=FLOOD)
    asked = literal_questions(library)
    assert asked == literal_questions(library)
    questions = [one.question for one in asked]
    assert any("bao nhiêu" in question for question in questions)
    assert any(question.endswith("khi nào?") for question in questions)
    assert not any("ngày 15/3/2025" in question for question in questions)
    for one in asked:
        [(name, quote)] = one.clauses
        assert name in ("masks", "flood")
        assert " ".join(quote.split()) in " ".join({"masks": MASKS, "flood": FLOOD}[name].split())


def test_a_library_of_one_document_answers_its_own_questions(tmp_path: Path) -> None:
    """And refuses those of another; one that both answer is asked of neither."""
    for name, text in (("masks", MASKS), ("flood", FLOOD)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    beds, hour = (("masks", "Chuẩn bị 40 giường"),), (("flood", "Sở Y tế thành lập 06 đội"),)
    golds = [
        Gold("a", "Chuẩn bị bao nhiêu giường cách ly?", "vi", "content", None, beds, ""),
        Gold("b", "Thành lập bao nhiêu đội cấp cứu lưu động?", "vi", "content", None, hour, ""),
        Gold("c", "Sở Y tế làm những gì?", "vi", "content", None, (*beds, *hour), ""),
        Gold("d", "Sở Y tế phải làm gì?", "vi", "tasks", None, beds, ""),
    ]
    counts = alone(golds, tmp_path)
    assert (counts["own"], counts["own refused"]) == (2, 0)
    assert (counts["others'"], counts["others' refused"]) == (2, 2)
