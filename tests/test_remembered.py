"""What an encoder remembers of the texts it has read."""

from __future__ import annotations

import numpy as np

from index import remembered
from index.remembered import Remembered
from tests.directives import BagEncoder


def test_a_text_read_once_is_not_read_again() -> None:
    """The same vectors come back, and the model is only asked about what is new."""
    encoder = BagEncoder()
    memory = Remembered(encoder)
    texts = ["Sở Y tế báo cáo", "Công an tỉnh kiểm tra", "Sở Y tế báo cáo"]
    first = memory.encode(texts)
    assert np.array_equal(first, BagEncoder().encode(texts))
    assert np.array_equal(memory.encode(texts[:2]), first[:2])
    assert encoder.seen == texts[:2]


def test_the_memory_is_bounded(monkeypatch) -> None:
    """Past its limit it begins anew, and still gives the right vectors."""
    monkeypatch.setattr(remembered, "_KEPT", 3)
    memory = Remembered(BagEncoder())
    for number in range(10):
        texts = [f"văn bản số {number}", f"điều khoản {number}"]
        assert np.array_equal(memory.encode(texts), BagEncoder().encode(texts))
        assert len(memory._vectors) <= 3
    assert memory.encode([]).shape == (0, 64)
