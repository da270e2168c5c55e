"""What `eval/fit_evidence.py` and `eval/fit_told.py` fitted, read once from weights.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Weights", "fitted"]


@dataclass(frozen=True, slots=True)
class Weights:
    """How evidence is ranked, how sure the best is, the confidence below which we refuse, and which
    body is meant that a question only describes, and from which chance on."""

    evidence: dict[str, float]
    intercept: float
    confidence: dict[str, float]
    threshold: float
    told: dict[str, float]
    told_sure: float


@cache
def fitted() -> Weights:
    """The fitted numbers."""
    return Weights(**json.loads((files("qa") / "weights.json").read_text(encoding="utf-8")))
