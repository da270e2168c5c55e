"""An encoder that remembers: the same clauses are candidates for question after question."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder

__all__ = ["Remembered"]

_KEPT = 20_000  # vectors: 20 MB at 256 dimensions


class Remembered:
    """An encoder with a bounded memory of texts it has read. Safe to share between threads."""

    def __init__(self, encoder: Encoder) -> None:
        """Wrap an encoder, of which the vectors come."""
        self._encoder = encoder
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._lock = threading.Lock()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return float32 (len(texts), dim), unit rows, as the encoder gives for passages."""
        with self._lock:
            known = {text: self._vectors[text] for text in texts if text in self._vectors}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            made = dict(zip(new, self._encoder.encode(new), strict=True))
            known |= made
            with self._lock:
                if len(self._vectors) + len(made) > _KEPT:
                    self._vectors.clear()  # what is asked about now comes back with one question
                self._vectors |= made
        if not texts:
            return np.zeros((0, self._encoder.dim), np.float32)
        return np.stack([known[text] for text in texts])
