"""What is learned of questions and their answers, and that it is computed as it was learned."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from corpus.errors import EncoderError
from eval.fit_nearness import Example, Matcher, example, learn, rarity_of
from index.words import word_vectors, words_in
from qa.evidence import FEATURES
from qa.matching import Matching, matching, read_maps, write_maps
from qa.nearness import Nearness, asked_words

ASKED = "Bao nhiêu trâu bò chết rét ở Lạng Sơn?"
TOLD = ["Đã có 213 con gia súc bị chết rét.", "Sở Nội vụ chuẩn bị cuộc họp.", "Học sinh nghỉ học."]
AROUND = [("Thiệt hại", "Báo cáo về rét đậm"), ("Phân công", "Kế hoạch"), ("", "Thông báo")]


def alone(_word: str) -> float:
    """All words weigh alike."""
    return 1.0


def _example(right: int = 0, asked: str = ASKED) -> Example:
    words = asked_words(asked)
    features = np.zeros((len(TOLD), len(FEATURES)), np.float32)
    gold = np.arange(len(TOLD)) == right
    texts = [(told, *around) for told, around in zip(TOLD, AROUND, strict=True)]
    rows = [[words_in(text)[1] for text in one] for one in texts]
    known = [word_vectors().row(word) for word in words]
    return example(0, known, [1.0] * len(words), features, gold, rows)


def test_what_is_learned_is_what_is_computed(tmp_path: Path) -> None:
    """The features of an answer are those that the matcher was taught with, to float16."""
    torch.manual_seed(3)
    model = Matcher(rarity_of([_example()])).eval()
    for name in ("asked", "told", "sense_asked", "sense_told", "emphasis", "told_emphasis"):
        torch.nn.init.normal_(model.get_parameter(name), std=0.05)
    write_maps(tmp_path, model.maps())
    near = Nearness(ASKED, alone, Matching(read_maps(tmp_path), word_vectors().unit))
    learned = model.learned.detach().numpy()
    for told, around, score in zip(TOLD, AROUND, model(_example()).tolist(), strict=True):
        bests = [near.best(text) for text in (told, *around)]
        made = [
            near.share(bests[0]), near.share(np.max(bests, axis=0)),
            near.sense(told), near.sense(told, *around),
        ]  # fmt: skip
        assert float(learned @ np.array(made)) == pytest.approx(score, abs=0.03)


def test_a_matcher_learns_what_answers_what() -> None:
    """After some steps the clause that it was taught is the best, though it shares no word."""
    examples = [_example(right=2)] * 32
    assert Matcher(rarity_of(examples)).eval()(examples[0]).argmax() == 0
    assert learn(examples, rarity_of(examples))(examples[0]).argmax() == 2


def test_the_shipped_maps_bring_question_and_answer_together() -> None:
    """Everyday words stand nearer to the official ones than to others."""
    near = Nearness("Người già neo đơn được giúp bao nhiêu tiền một tháng?", alone)
    right = "Mức trợ cấp xã hội hằng tháng đối với người cao tuổi cô đơn là 500.000 đồng."
    wrong = "Tổ chức tập huấn phòng cháy cho lái xe."
    assert near.sense(right) > near.sense(wrong)
    assert near.share(near.best(right)) > near.share(near.best(wrong))
    assert near.sense("") == 0


def test_damaged_maps_are_named(tmp_path: Path) -> None:
    """One sentence says what to do."""
    with pytest.raises(EncoderError, match="Hãy cài lại"):
        read_maps(tmp_path)
    (tmp_path / "nearness.safetensors").write_bytes(b"{}")
    with pytest.raises(EncoderError, match="Hãy cài lại"):
        read_maps(tmp_path)
    assert matching() is matching()
