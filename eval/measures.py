"""Quality of a ranking, by the field's own measures (ir-measures), and how long it took.

nDCG@10 (Järvelin and Kekäläinen, 2002), Recall@k, MRR@10. A judged question without results
counts as 0, as in trec_eval.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

__all__ = ["Qrels", "Run", "measure", "percentiles", "write_run"]

Qrels = Mapping[str, Mapping[str, int]]
"""question → text → grade; 0 is not relevant."""
Run = Mapping[str, Sequence[tuple[str, float]]]
"""question → (text, score), best first."""


def measure(qrels: Qrels, run: Run) -> dict[str, float]:
    """nDCG@10, Recall@3/10/100 and MRR@10 over all judged questions, each in [0, 1]."""
    import ir_measures
    from ir_measures import RR, R, nDCG

    wanted = {
        "ndcg@10": nDCG @ 10,
        "recall@3": R @ 3,
        "recall@10": R @ 10,
        "recall@100": R @ 100,
        "mrr@10": RR @ 10,
    }
    judged = [ir_measures.Qrel(q, t, g) for q, texts in qrels.items() for t, g in texts.items()]
    scored = [ir_measures.ScoredDoc(q, t, s) for q, hits in run.items() for t, s in hits]
    found = ir_measures.calc_aggregate(list(wanted.values()), judged, scored)
    return {name: round(float(found[one]), 4) for name, one in wanted.items()}


def percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """The median and the 95th percentile in milliseconds."""
    return {
        "p50_ms": round(float(np.percentile(seconds, 50)) * 1000, 2),
        "p95_ms": round(float(np.percentile(seconds, 95)) * 1000, 2),
    }


def write_run(run: Run, path: Path, tag: str = "chidao") -> None:
    """Write a run as TREC reads it: question Q0 text rank score tag."""
    lines = [
        f"{question} Q0 {text} {place} {score:.6f} {tag}\n"
        for question, hits in run.items()
        for place, (text, score) in enumerate(hits, start=1)
    ]
    path.write_text("".join(lines), encoding="utf-8")
