"""Training: reproducible from a seed, and it learns what belongs together."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from index.train_data import Part, part_of
from index.train_lexicon import answer_rates, translations
from index.train_vectors import Article, Settings, learn_vectors

SETTINGS = dataclasses.replace(Settings(), size=500, dim=16, epochs=40, batch=16, reach=50.0)
ARTICLES = [
    Article(f"Điều {n}. {title}", text)
    for n, (title, text) in enumerate(
        [
            ("Khẩu trang", "Người dân đeo khẩu trang nơi công cộng."),
            ("Học sinh", "Học sinh nghỉ học, nhà trường thông báo."),
            ("Rừng", "Kiểm lâm tuần tra, bảo vệ rừng phòng hộ."),
            ("Thuế", "Doanh nghiệp nộp thuế, kê khai hóa đơn."),
        ]
        * 8
    )
]
QUESTIONS = [("ai phải đeo khẩu trang", 0), ("khi nào học sinh nghỉ học", 1)]


@pytest.mark.slow
def test_the_same_seed_gives_the_same_vectors() -> None:
    """Two runs on one machine agree to the last bit."""
    first = learn_vectors(ARTICLES, QUESTIONS, SETTINGS, lambda *_: None)
    second = learn_vectors(ARTICLES, QUESTIONS, SETTINGS, lambda *_: None)
    assert first[0] == second[0]
    assert np.array_equal(first[1], second[1])


def test_questions_are_parted_for_good() -> None:
    """The hash decides, so a held-out question stays held out; each part has its share."""
    assert part_of("240939c7783a252ad86868d87bc8df66") is Part.HELD_OUT
    parts = [part_of(str(n)) for n in range(5000)]
    assert 0.17 < parts.count(Part.HELD_OUT) / 5000 < 0.23
    assert 0.17 < parts.count(Part.FIT) / 5000 < 0.23


def test_words_that_answers_never_repeat_weigh_little() -> None:
    """Of a question's words, those of its matter weigh more than 'thế nào'."""
    asked = [(f"Khẩu trang thế nào {n}", ["đeo khẩu trang"]) for n in range(10)]
    rates = answer_rates(asked)
    assert rates["thế_nào"] < 0.3 < 1 < rates["khẩu_trang"]


def test_translations_come_from_words_that_keep_company() -> None:
    """IBM Model 1 tells which word of a sentence a word stands for."""
    sentences = [
        ("wear masks", "đeo khẩu trang"),
        ("new masks", "khẩu trang mới"),
        ("wear hats", "đeo mũ"),
        ("new hats", "mũ mới"),
    ] * 3
    lexicon = translations(sentences)
    assert lexicon["hats"][0][0] == "mũ"
    assert {term for term, _ in lexicon["masks"][:3]} == {"khẩu", "trang", "khẩu_trang"}
