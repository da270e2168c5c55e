"""The numbers that `eval/fit_evidence.py` fitted, read once from weights.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Weights", "fitted"]


@dataclass(frozen=True, slots=True)
class Weights:
    """How evidence is ranked, how sure the best is, and the confidence below which we refuse."""

    evidence: dict[str, float]
    intercept: float
    confidence: dict[str, float]
    threshold: float


@cache
def fitted() -> Weights:
    """The fitted numbers."""
    return Weights(**json.loads((files("qa") / "weights.json").read_text(encoding="utf-8")))
