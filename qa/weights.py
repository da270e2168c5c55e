"""What eval/fit_evidence.py, fit_sureness.py, fit_told.py found, read once from weights.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Weights", "fitted"]


@dataclass(frozen=True, slots=True)
class Weights:
    """How evidence is ranked, the confidence below which we refuse, and which body is meant that a
    question only describes, and from which chance on."""

    evidence: dict[str, float]
    threshold: float
    told: dict[str, float]
    told_sure: float


@cache
def fitted() -> Weights:
    """The fitted numbers."""
    return Weights(**json.loads((files("qa") / "weights.json").read_text(encoding="utf-8")))
