"""The lexical index: BM25 by id, incremental, filters before ranking."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import DamagedLibraryError
from index.lexical import Entry, LexicalIndex
from index.terms import terms

TEXTS = [
    "Sở Y tế tổng hợp, báo cáo trước 15h00 hàng ngày",
    "Công an tỉnh xử phạt người không đeo khẩu trang",
    "Học sinh nghỉ học đến hết tháng 2",
    "Viện Sinh học nhiệt đới",
]


def asked(question: str) -> dict[str, float]:
    """The weighted terms of a question."""
    return dict.fromkeys(terms(question), 1.0)


@pytest.fixture
def lexical(tmp_path: Path) -> LexicalIndex:
    """Four clauses, with ids 10, 20, 30, 40."""
    made = LexicalIndex.create(tmp_path / "lexical")
    made.add(Entry(10 * n, "", "", text) for n, text in enumerate(TEXTS, start=1))
    made.commit()
    return made


@pytest.mark.parametrize(
    ("question", "best"),
    [("ai phạt người không khẩu trang", 20), ("học sinh", 30), ("sinh học", 40), ("SỞ Y TẾ", 10)],
)
def test_the_clause_with_the_words_comes_first(
    lexical: LexicalIndex, question: str, best: int
) -> None:
    """Pairs decide between texts of the same syllables; case does not matter."""
    assert lexical.search(asked(question), 4)[0][0] == best


def test_scores_are_shares_of_what_the_question_could_reach(lexical: LexicalIndex) -> None:
    """A full match scores higher than a partial one, and words that nobody wrote lower the score."""
    full = lexical.search(asked("khẩu trang"), 1)[0][1]
    partial = lexical.search(asked("khẩu trang vải kháng khuẩn"), 1)[0][1]
    assert 0 < partial < full < 1


def test_a_filter_acts_before_ranking(lexical: LexicalIndex) -> None:
    """Only allowed ids come back, with the scores they have without a filter."""
    everything = dict(lexical.search(asked("học sinh"), 10))
    allowed = lexical.search(asked("học sinh"), 10, [40, 10])
    assert [key for key, _ in allowed] == [40]
    assert allowed[0][1] == pytest.approx(everything[40])
    assert lexical.search(asked("học sinh"), 10, []) == []


def test_changes_are_seen_after_a_commit_and_survive_reopening(
    lexical: LexicalIndex, tmp_path: Path
) -> None:
    """Deleting and adding do not rebuild; another reader sees what was committed."""
    lexical.delete([20])
    lexical.add([Entry(2**40, "Kế hoạch tiêm chủng", "Mục 1", "Trạm y tế")])
    assert lexical.search(asked("khẩu trang"), 4)
    lexical.commit()
    again = LexicalIndex.open(tmp_path / "lexical")
    assert len(again) == 4
    assert again.search(asked("khẩu trang"), 4) == []
    assert again.search(asked("tiêm chủng"), 4)[0][0] == 2**40


def test_a_title_counts_more_than_the_text(lexical: LexicalIndex) -> None:
    """Of two clauses that hold a word once, the one that has it in its title comes first."""
    lexical.add([Entry(50, "", "", "bão lũ gió mùa"), Entry(60, "bão", "", "lũ gió mùa")])
    lexical.commit()
    assert [key for key, _ in lexical.search(asked("bão"), 2)] == [60, 50]


@pytest.mark.parametrize("question", ["", "?!", "xyzzy"])
def test_no_known_word_no_hits(lexical: LexicalIndex, question: str) -> None:
    """An empty question, or one without a known word, finds nothing and fails nowhere."""
    assert lexical.search(asked(question), 4) == []


def test_a_missing_index_is_said_to_be_damaged(tmp_path: Path) -> None:
    """The message tells what to run."""
    (tmp_path / "empty").mkdir()
    for name in ("empty", "absent"):
        with pytest.raises(DamagedLibraryError, match="chidao index"):
            LexicalIndex.open(tmp_path / name)


def test_presence_says_which_terms_stand_where(lexical: LexicalIndex) -> None:
    """Terms in the heading and anywhere, per clause, with the scores that a search gives."""
    lexical.add([Entry(50, "Khẩu trang", "", "đeo khẩu trang", 7)])
    lexical.commit()
    weights = asked("khẩu trang tỉnh lẻ")
    found = lexical.presence(weights, [20, 50, 99, 40])
    rows = {int(key): number for number, key in enumerate(found.ids)}
    assert rows.keys() == {20, 50, 40}
    words = list(weights)
    for key, heading, anywhere in (
        (20, set(), {"khẩu", "trang", "khẩu_trang", "tỉnh"}),
        (50, {"khẩu", "trang", "khẩu_trang"}, {"khẩu", "trang", "khẩu_trang"}),
        (40, set(), set()),
    ):
        row = rows[key]
        assert {w for w, held in zip(words, found.heading[row], strict=True) if held} == heading
        assert {w for w, held in zip(words, found.anywhere[row], strict=True) if held} == anywhere
    assert found.heading_sizes[rows[50]] == 3
    assert found.documents[rows[50]] == 7
    for key, score in lexical.search(weights, 10):
        assert found.scores[rows[key]] == pytest.approx(score, rel=0.02)
