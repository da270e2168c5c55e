"""How likely it is that the library has the answer: a small network over what is known of the best
evidence, beside a linear model of the same. It is fitted by `eval/fit_sureness.py`.

The two add up (Cheng et al., "Wide & Deep Learning for Recommender Systems", 2016). The linear
model alone cannot learn both whom to refuse: a question on the very topic that lacks one fact has
most words of its clause, one on what the library does not have at all has few.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EncoderError
from index.encoder import damaged
from qa.signals import COUNT

__all__ = ["FARTHEST", "Sureness", "Table", "read_sureness", "sureness", "write_sureness"]

_FILE = "sureness.safetensors"
FARTHEST = 4.0
"""Deviations from the mean; what lies beyond tells no more."""

Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Sureness:
    """The network, float32: `mean` and `deviation` of what is known, the linear model (`wide`), and
    one hidden layer (`hidden`, `bias`, `out`)."""

    mean: Table  # (COUNT,)
    deviation: Table  # (COUNT,)
    wide: Table  # (COUNT,)
    hidden: Table  # (units, COUNT)
    bias: Table  # (units,)
    out: Table  # (units,)
    constant: Table  # (1,)

    def chance(self, known: NDArray[np.float64]) -> float:
        """The probability, in [0, 1], for the `vector` of one question."""
        logit = float(self.logits(known[None])[0])
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))

    def logits(self, known: NDArray[np.float64]) -> NDArray[np.float64]:
        """Their logarithms of odds, float64 (questions,) for (questions, COUNT)."""
        scaled = np.clip((known - self.mean) / self.deviation, -FARTHEST, FARTHEST)
        inside = scaled @ self.hidden.T + self.bias
        deep = (inside / (1 + np.exp(-inside))) @ self.out  # SiLU
        return np.asarray(scaled @ self.wide + deep + self.constant[0], np.float64)


@cache
def sureness() -> Sureness:
    """What is shipped, read once.

    Raises:
        EncoderError: The file is missing or is not what it should be.
    """
    return read_sureness(Path(__file__).parent)


def read_sureness(folder: Path) -> Sureness:
    """What `write_sureness` wrote.

    Raises:
        EncoderError: as `sureness`.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        held = load_file(folder / _FILE)
        found = Sureness(**{one.name: held[one.name] for one in fields(Sureness)})
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        raise damaged(folder, error) from error
    if found.hidden.shape != (len(found.bias), COUNT) or len(found.mean) != COUNT:
        raise EncoderError(f"Mô hình trong {folder} bị hỏng: số cột không khớp. Hãy cài lại.")
    return found


def write_sureness(folder: Path, found: Sureness) -> None:
    """Write the network."""
    from safetensors.numpy import save_file

    held = {one.name: getattr(found, one.name).astype(np.float32) for one in fields(Sureness)}
    save_file(held, folder / _FILE)
