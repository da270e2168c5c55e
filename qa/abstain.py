"""Whether the evidence is enough to answer: a calibrated probability, and a line to refuse below.

The probability that the library has the answer comes from what the best evidence has of the
question. It is fitted by `eval/fit_evidence.py`, as is the operating point: the confidence below
which one in twenty questions that have an answer fall (see `weights.json`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from qa.evidence import Evidence
from qa.question import Query
from qa.weights import fitted

__all__ = ["SIGNALS", "confidence", "enough", "signals"]

SIGNALS = ("all", "pairs", "names", "valued", "missing_kind", "missing_count", "chance")
_BEST = 3


def confidence(query: Query, evidence: Sequence[Evidence]) -> float:
    """The probability, in [0, 1], that the best of the evidence answers the question."""
    if not evidence:
        return 0.0
    weights = fitted()
    values = signals(query, evidence)
    logit = weights.intercept + sum(
        weight * values[name] for name, weight in weights.confidence.items()
    )
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


def enough(sure: float) -> bool:
    """Whether a confidence is at or above the operating point."""
    return sure >= fitted().threshold


def signals(query: Query, evidence: Sequence[Evidence]) -> dict[str, float]:
    """What the decision is taken on, by `SIGNALS`; each in [0, 1]."""
    best = evidence[0]
    top = max(found.score for found in evidence)
    among = sum(math.exp(found.score - top) for found in evidence)

    def most(name: str) -> float:
        return max(found.feature(name) for found in evidence[:_BEST])

    return {
        "all": best.feature("clause") + best.feature("above") + best.feature("frame"),
        "pairs": best.feature("pairs"),
        "names": best.feature("names"),
        "valued": most("valued") if query.kinds else 1.0,
        "missing_kind": 1 - most("kind") if query.kinds else 0.0,
        "missing_count": 1 - most("counted") if query.counted else 0.0,
        "chance": math.exp(best.score - top) / among,
    }
