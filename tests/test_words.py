"""Words that mean nearly the same are near, in the vectors that are shipped and in any learned."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.errors import EncoderError
from index.train_words import WordSettings, learn_words
from index.words import WordVectors, split_words, word_vectors, write_words
from qa.nearness import Nearness

SENTENCES = [
    ("Cattle eat grass.", "Gia súc ăn cỏ."),
    ("Cattle eat grass.", "Trâu bò ăn cỏ."),
    ("Farmers sell cattle.", "Nông dân bán gia súc."),
    ("Farmers sell cattle.", "Nông dân bán trâu bò."),
    ("The bank lends money.", "Ngân hàng cho vay tiền."),
    ("The bank pays money.", "Ngân hàng trả tiền."),
    ("The fund pays money.", "Quỹ trả tiền."),
] * 10


def alone(_word: str) -> float:
    """All words weigh alike."""
    return 1.0


def test_two_syllables_are_one_word_where_their_bond_is_the_stronger() -> None:
    """The syllable that two words would have is of the firmer one."""
    joined = {"học_sinh": 0.6, "sinh_viên": 0.5}
    assert split_words(["các", "học", "sinh", "viên"], joined) == ["các", "học_sinh", "viên"]
    assert split_words(["sinh", "viên"], joined) == ["sinh_viên"]
    assert split_words([], joined) == []


@pytest.mark.parametrize(
    ("one", "near", "far"),
    [("chết", "tử_vong", "ngân_sách"), ("gia_súc", "trâu_bò", "học_sinh"), ("giá", "tăng", "rừng")],
)
def test_words_of_one_meaning_are_nearer_than_others(one: str, near: str, far: str) -> None:
    """In the vectors that are shipped."""
    vectors = word_vectors()
    first, second, third = (vectors.unit[vectors.row(word)] for word in (one, near, far))
    assert first @ second > 0.4
    assert first @ second > first @ third


def test_an_unknown_word_has_no_vector() -> None:
    """Known ones are of length 1."""
    vectors = word_vectors()
    assert vectors.knows("học_sinh")
    assert not vectors.knows("xyzzy")
    assert np.linalg.norm(vectors.unit[vectors.row("học_sinh")]) == pytest.approx(1, abs=1e-5)


def test_what_is_translated_alike_is_near(tmp_path: Path) -> None:
    """Though the two never stand in one sentence; what is written is read; the seed is all."""
    settings = WordSettings(least=3, pair_least=3, dim=2)
    words, rows = learn_words([], SENTENCES, settings)
    assert "gia_súc" in words
    assert words["bán"] is None
    write_words(tmp_path, words, rows)
    assert WordVectors(tmp_path).split("Gia súc, trâu bò") == ["gia_súc", "trâu_bò"]
    of = dict(zip(words, rows, strict=True))
    assert of["gia_súc"] @ of["trâu_bò"] > of["gia_súc"] @ of["ngân_hàng"]
    again, same = learn_words([], SENTENCES, settings)
    assert again == words
    assert np.array_equal(same, rows)


def test_translations_bring_near_what_stands_beside_nothing_alike() -> None:
    """Two words for one English word, each alone in its sentences."""
    said = {"Died.": ("Tử vong.", "Chết."), "Pays.": ("Nộp.", "Đóng."), "Sings.": ("Hát.", "Ca.")}
    sentences = [(english, one) for english, both in said.items() for one in both] * 10
    words, rows = learn_words([], sentences, WordSettings(least=3, pair_least=3))
    of = dict(zip(words, rows, strict=True))
    assert of["tử_vong"] @ of["chết"] > of["tử_vong"] @ of["nộp"]


def test_a_damaged_model_is_told_in_one_sentence(tmp_path: Path) -> None:
    """Nothing there, or a table that does not go with its vectors."""
    with pytest.raises(EncoderError, match="Hãy cài lại"):
        WordVectors(tmp_path)
    write_words(tmp_path, {"một": None, "hai": None}, np.eye(2, dtype=np.float32))
    (tmp_path / "words.tsv").write_text("một\t", "utf-8")
    with pytest.raises(EncoderError, match="số dòng không khớp"):
        WordVectors(tmp_path)


def test_a_text_has_a_word_of_the_question_as_far_as_its_nearest() -> None:
    """Wholly if it stands there, known or not; partly if another may stand for it."""
    near = Nearness("Bao nhiêu trâu bò chết ở Zxqv?", alone)
    same = near.best("Trâu bò chết ở Zxqv")
    other = near.best("Đã có 213 con gia súc bị chết rét")
    nothing = near.best("Sở Nội vụ chuẩn bị cuộc họp")
    assert near.share(same) == 1
    assert near.share(nothing) < near.share(other) < 1
    assert near.share(np.maximum(other, same)) == 1


def test_a_question_without_content_is_near_nothing() -> None:
    """Of function words only: no share, and no division by nothing."""
    near = Nearness("Ai phải làm gì?", alone)
    assert near.share(near.best("Ai phải làm gì?")) == 0
