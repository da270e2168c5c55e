"""Weights that bring the right ones of several candidates first, question by question.

The loss is the softmax over all candidates of a question (ListNet; Cao et al., 2007).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["chances", "fit_listwise"]

Vector = NDArray[np.float64]


def fit_listwise(
    lists: Sequence[tuple[Vector, NDArray[np.bool_]]], steps: int = 600, decay: float = 0.01
) -> Vector:
    """One weight a feature, float64 (features,), by gradient descent from zero.

    Args:
        lists: of each question its candidates' features, float64 (candidates, features), and which
            of them are right, bool (candidates,), at least one.
        steps: of the descent.
        decay: how much weights are drawn to zero.
    """
    weights = np.zeros(lists[0][0].shape[1])
    moment, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):  # Adam (Kingma and Ba, 2015)
        slope = decay * weights
        for table, gold in lists:
            chance = chances(table @ weights)
            right = np.where(gold, chance, 0.0)
            slope += (chance - right / right.sum()) @ table / len(lists)
        moment = 0.9 * moment + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        weights -= 0.05 * (moment / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


def chances(scores: Vector) -> Vector:
    """The softmax of scores (logits), none of it quite 0."""
    grown = np.exp(scores - scores.max())
    return np.asarray(grown / grown.sum(), dtype=np.float64) + 1e-12
