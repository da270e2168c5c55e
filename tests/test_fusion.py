"""One ranking out of two engines, over a handful of clauses and a tiny model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import fusion
from index.dense import DenseIndex
from index.encoder import MODEL_FOLDER, TermEncoder, passage, write_model
from index.fusion import FEATURES, features, rank
from index.lexical import Entry, LexicalIndex
from index.terms import terms
from index.wording import Wording

pytestmark = pytest.mark.skipif(
    not (MODEL_FOLDER / "answers.tsv").is_file(), reason="the embedded model is absent"
)

CLAUSES = [
    Entry(1, "Phòng dịch", "1. Sở Y tế", "Tổng hợp, báo cáo trước 15h00 hàng ngày", 1),
    Entry(2, "Phòng dịch", "2. Công an tỉnh", "Xử phạt người không đeo khẩu trang", 1),
    Entry(3, "Phòng, chống bão", "1. Sở Xây dựng", "Báo cáo thiệt hại hàng ngày", 2),
    Entry(4, "", "", "Học sinh nghỉ học", 0),
    Entry(5, "", "", "Học sinh trở lại trường", 0),
]


@pytest.fixture(scope="module")
def engines(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[LexicalIndex, DenseIndex, TermEncoder]:
    """Both indexes over `CLAUSES`, with random vectors for their terms."""
    folder = tmp_path_factory.mktemp("fusion")
    texts = [passage(e.title, (e.context,), e.body) for e in CLAUSES]
    vocabulary = sorted({term for text in texts for term in terms(text)})
    rng = np.random.default_rng(0)
    vectors = rng.standard_normal((len(vocabulary), 64)).astype(np.float32)
    write_model(folder / "model", vocabulary, vectors, reach=100.0)
    encoder = TermEncoder(folder / "model")
    lexical = LexicalIndex.create(folder / "lexical")
    lexical.add(CLAUSES)
    lexical.commit()
    dense = DenseIndex.build(encoder.encode(texts), np.array([e.id for e in CLAUSES]))
    return lexical, dense, encoder


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("Ai xử phạt người không đeo khẩu trang?", 2),
        ("ai xu phat nguoi khong deo khau trang", 2),
        ("Sở Y tế báo cáo trước mấy giờ?", 1),
        ("Which agency fines people not wearing masks?", 2),
        ("học sinh nghỉ học", 4),
    ],
)
def test_the_answer_comes_first(engines, question: str, best: int) -> None:
    """However the question is typed, and in English."""
    assert rank(question, *engines)[0].id == best


def test_a_filter_acts_before_ranking(engines) -> None:
    """Only allowed clauses come back, and all of them that are wanted."""
    assert {hit.id for hit in rank("khẩu trang", *engines, [3, 4])} <= {3, 4}
    assert [hit.id for hit in rank("báo cáo hàng ngày", *engines, [3])] == [3]
    assert rank("khẩu trang", *engines, []) == []


def test_scores_fall_and_lie_between_0_and_1(engines) -> None:
    """A score is a chance; the limit is kept."""
    hits = rank("Sở Y tế báo cáo hàng ngày", *engines, limit=3)
    scores = [hit.score for hit in hits]
    assert len(hits) == 3
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)


def test_features_are_shares(engines) -> None:
    """What each feature says of a clause can be counted by hand."""
    wording = Wording("Sở Y tế", {"sở": 1.0, "y": 1.0, "tế": 1.0, "y_tế": 1.0, "sở_y": 1.0})
    found = features(wording, *engines)
    row = dict(zip(FEATURES, found.values[found.ids.tolist().index(1)], strict=True))
    assert row["heading"] == pytest.approx(1)
    assert row["anywhere"] == pytest.approx(1)
    assert row["headed"] == pytest.approx(5 / 9)  # of: phòng dịch 1 sở y tế, and pairs of them
    sibling = dict(zip(FEATURES, found.values[found.ids.tolist().index(3)], strict=True))
    assert 0 < sibling["anywhere"] < 1
    assert sibling["together"] == pytest.approx(sibling["anywhere"])  # alone of its document


def test_clauses_of_unknown_documents_do_not_help_each_other(engines) -> None:
    """Document 0 is no document."""
    wording = Wording("học sinh nghỉ trường", dict.fromkeys(terms("học sinh nghỉ trường"), 1.0))
    found = features(wording, *engines)
    columns = list(FEATURES)
    for key in (4, 5):
        row = found.values[found.ids.tolist().index(key)]
        assert row[columns.index("together")] == pytest.approx(row[columns.index("anywhere")])


def test_other_meanings_draw_the_vector_of_a_question(engines) -> None:
    """A clause about what a word may mean besides comes nearer, none comes nearer than before."""
    lexical, dense, encoder = engines
    near = {}
    for others in ((), (("học sinh nghỉ học", 0.5),)):
        wording = Wording("Sở Y tế phòng dịch", {"dịch": 1.0}, others)
        found = features(wording, lexical, dense, encoder)
        near[others] = dict(zip(found.ids.tolist(), found.values[:, 1], strict=True))
    alone, drawn = near.values()
    assert drawn[4] > alone[4] + 0.05
    assert max(drawn, key=lambda key: drawn[key]) == max(alone, key=lambda key: alone[key])


@pytest.mark.parametrize("question", ["?", "zzzz qqqq", "…"])
def test_a_question_without_known_words_finds_nothing(engines, question: str) -> None:
    """No arbitrary hits."""
    assert rank(question, *engines) == []


def test_every_feature_has_a_weight() -> None:
    """The documented features are the computed ones."""
    assert all(f"\n{name} " in (fusion.__doc__ or "") + _described() for name in FEATURES)


def _described() -> str:
    source = Path(fusion.__file__).read_text(encoding="utf-8")
    return source[source.index("The weight of each feature") :]
