"""Fits the weights of index/fusion.py: `python -m eval.fitting DATA/zalo MODEL`.

MODEL must have been made by `python -m index.train DATA MODEL --fit`, so that its vectors have not
seen the questions used here. Two fits: first the weights, by the softmax over each question's
candidates (ListNet; Cao et al., 2007), which is what ranking needs; then scale and bias, by
logistic regression over all candidates, so that a score is about the chance of being an answer.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.beir import index_texts
from index.encoder import TermEncoder
from index.fusion import FEATURES, features
from index.train_data import Part, part_of, read_questions
from index.wording import reword

__all__ = ["fit_scale", "fit_weights", "main"]

Example = tuple[NDArray[np.float32], NDArray[np.float32]]
"""The features of one question's candidates, and 1 for those that answer it, else 0."""

_STEPS = 2000
_RATE = 0.5
_RIDGE = 1e-3


def fit_weights(examples: list[Example]) -> NDArray[np.float64]:
    """One weight a feature, by gradient descent on the listwise loss."""
    everything = np.concatenate([values for values, _ in examples])
    spread = everything.std(axis=0) + 1e-9
    weights = np.zeros(everything.shape[1])
    lists = [(values / spread, right / right.sum()) for values, right in examples if right.any()]
    for step in range(_STEPS):
        gradient = _RIDGE * weights
        for values, right in lists:
            sums = values @ weights
            chances = np.exp(sums - sums.max())
            chances /= chances.sum()
            gradient += values.T @ (chances - right) / len(lists)
        weights -= _RATE / (1 + step / 500) * gradient
    scaled: NDArray[np.float64] = weights / spread
    return scaled


def fit_scale(sums: NDArray[np.float64], right: NDArray[np.float32]) -> tuple[float, float]:
    """Scale and bias that turn weighted sums into log odds, by Newton's method."""
    design = np.stack([sums, np.ones_like(sums)], axis=1)
    theta = np.zeros(2)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ theta))
        slope = chance * (1 - chance)
        theta -= np.linalg.solve(
            design.T @ (design * slope[:, None]) + 1e-6 * np.eye(2), design.T @ (chance - right)
        )
    return float(theta[0]), float(theta[1])


def main(arguments: list[str] | None = None) -> None:
    """Print the lines that belong into index/fusion.py."""
    parser = argparse.ArgumentParser(prog="python -m eval.fitting", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path)
    options = parser.parse_args(arguments)
    examples: list[Example] = []
    with index_texts(options.folder, TermEncoder(options.model)) as indexed:
        for key, text, golds in read_questions(options.folder):
            if part_of(key) is Part.FIT:
                found = features(reword(text), indexed.lexical, indexed.dense, indexed.encoder)
                right = [indexed.names[n - 1] in golds for n in found.ids.tolist()]
                examples.append((found.values, np.array(right, np.float32)))
    weights = fit_weights(examples)
    sums = np.concatenate([values @ weights for values, _ in examples])
    scale, bias = fit_scale(sums, np.concatenate([right for _, right in examples]))
    for name, weight in zip(FEATURES, weights * scale, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(f"BIAS = {bias:.2f}")


if __name__ == "__main__":
    main()
