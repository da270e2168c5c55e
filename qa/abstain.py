"""Whether the evidence is enough to answer: a calibrated probability, and the line below which we refuse.

The probability that the best clause answers comes from what it has of the question (see
`evidence.FEATURES`), fitted by `eval/fit_evidence.py` on questions whose answer the library has and
on the same kinds of questions without one. The operating point is stated in `THRESHOLD`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from qa.evidence import Evidence
from qa.question import Query

__all__ = ["COEFFICIENTS", "INTERCEPT", "THRESHOLD", "confidence"]

INTERCEPT = -6.0
COEFFICIENTS: dict[str, float] = {
    "whole": 5.0,
    "clause": 4.0,
    "names": 2.0,
    "search": 2.0,
    "missing_kind": -3.0,
}
THRESHOLD = 0.35


def confidence(query: Query, evidence: Sequence[Evidence]) -> float:
    """The probability, in [0, 1], that the best of the evidence answers the question."""
    if not evidence:
        return 0.0
    values = signals(query, evidence)
    logit = INTERCEPT + sum(COEFFICIENTS[name] * values[name] for name in COEFFICIENTS)
    return 1 / (1 + math.exp(-logit))


def signals(query: Query, evidence: Sequence[Evidence]) -> dict[str, float]:
    """What the decision is taken on, of the best evidence; each in [0, 1]."""
    best = evidence[0]
    return {
        "whole": best.feature("clause") + best.feature("above") + best.feature("frame"),
        "clause": best.feature("clause"),
        "names": best.feature("names"),
        "search": (best.feature("lexical") + best.feature("dense")) / 2,
        "missing_kind": float(bool(query.kinds)) * (1 - best.feature("kind")),
    }
