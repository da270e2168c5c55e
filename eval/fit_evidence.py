"""Fit how evidence is ranked and when it is enough:
`python -m eval.fit_evidence [--confidence] LIBRARY GOLD …`, the ranking left as it is with
`--confidence`.

Two small linear models, both over what `qa/evidence.py` and `qa/abstain.py` know of a candidate:
the ranking maximises the probability (a softmax over all candidates) of the gold clauses; the
confidence is a logistic regression of "the library has the answer" on the best candidates.
Questions are split by document: what is reported, and the operating point, are always of documents
that neither model has seen; the operating point counts the sets held out too. The confidence is
fitted on questions in the documents' own words besides (eval/literal.py). Both models are written
to qa/weights.json. The ranking there is of GOLD = shared/data/directives/questions.jsonl,
eval/gold/directives/questions.jsonl, eval/gold/samples/questions.jsonl,
eval/gold/fresh/questions.jsonl:DEGHIJK (its last seven sets held out) and, held out whole,
eval/gold/written/questions.jsonl:*; the confidence, with `--confidence`, of the first two, of
eval/gold/fresh/questions.jsonl and eval/gold/written/questions.jsonl, each with the library of its
documents, when they had 81, 1,255, 1,315 and 48 questions.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from eval.answers import Gold, clauses_quoted, read_gold
from eval.literal import literal_questions
from index.filters import Filters
from index.library import Library
from qa.abstain import SIGNALS, signals
from qa.citation import cite
from qa.evidence import FEATURES, Evidence, gather
from qa.question import Query, read_question
from qa.weights import fitted

__all__ = ["Case", "fit_confidence", "fit_ranking", "threshold_for"]

Vector = NDArray[np.float64]

FOLDS = 6
_WRONGLY = 0.03  # of the answerable questions that the confidence may refuse; checks refuse more
_CERTAIN_TYPES = ("tasks", "metadata")  # answered, or not, by what is known of bodies and documents
_RANKED_TYPES = ("owner", "deadline", "content", "reference")
WEIGHTS_FILE = Path(__file__).parent.parent / "qa" / "weights.json"


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its candidates; `gold` says which of them answer."""

    query: Query
    judged: Gold
    evidence: tuple[Evidence, ...]
    gold: NDArray[np.bool_]

    @property
    def fold(self) -> int:
        """The part that the question belongs to: all of a document, or nearest to it, in one."""
        if self.judged.clauses:
            name = self.judged.clauses[0][0]
        elif self.evidence:
            name = PurePath(self.evidence[0].head.path).stem
        else:
            name = self.judged.qid
        return crc32(name.encode()) % FOLDS


def collect(library: Library, golds: Sequence[Gold]) -> list[Case]:
    """All questions with all their candidates."""
    heads, told, counted = library.heads(), library.names_told(), library.indexes().lexical.count
    cases = []
    for judged in golds:
        query = read_question(judged.question, heads, told, counted)
        evidence = tuple(gather(library, query, Filters(), limit=sys.maxsize))
        hits = [bool(clauses_quoted(cite(e.head, e.clause), judged)) for e in evidence]
        cases.append(Case(query, judged, evidence, np.array(hits, dtype=bool)))
    return cases


def _table(evidence: Sequence[Evidence]) -> Vector:
    return np.array([found.features for found in evidence], dtype=np.float64)


def fit_ranking(cases: Sequence[Case], steps: int = 600, decay: float = 0.01) -> Vector:
    """Weights of the features, float64 (features,), by gradient descent from zero."""
    tables = [(_table(case.evidence), case.gold) for case in cases if case.gold.any()]
    weights = np.zeros(len(FEATURES))
    moment, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):  # Adam (Kingma and Ba, 2015)
        slope = decay * weights
        for table, gold in tables:
            chance = _softmax(table @ weights)
            right = np.where(gold, chance, 0.0)
            slope += (chance - right / right.sum()) @ table / len(tables)
        moment = 0.9 * moment + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        weights -= 0.05 * (moment / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


def _softmax(scores: Vector) -> Vector:
    grown = np.exp(scores - scores.max())
    return np.asarray(grown / grown.sum(), dtype=np.float64) + 1e-12


def fit_confidence(values: Vector, answerable: NDArray[np.bool_], decay: float = 0.01) -> Vector:
    """Intercept and coefficients, float64 (1 + signals,): logistic regression, classes balanced."""
    mean, deviation = values.mean(axis=0), values.std(axis=0) + 1e-9
    scaled = np.hstack([np.ones((len(values), 1)), (values - mean) / deviation])
    share = np.where(answerable, 0.5 / answerable.sum(), 0.5 / (~answerable).sum())
    found = np.zeros(scaled.shape[1])
    penalty = np.full(len(found), decay)
    penalty[0] = 0.0
    for _ in range(50):  # Newton
        chance = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (share * (chance - answerable)) + penalty * found
        curve = (scaled * (share * chance * (1 - chance))[:, None]).T @ scaled + np.diag(
            penalty + 1e-9
        )
        found -= np.linalg.solve(curve, slope)
    plain = found[1:] / deviation
    return np.concatenate([[found[0] - plain @ mean], plain])


def threshold_for(
    chances: Vector, answerable: NDArray[np.bool_], wrongly: float = _WRONGLY
) -> float:
    """The confidence below which `wrongly` of the answerable questions fall."""
    return float(np.quantile(chances[answerable], wrongly))


def _rescored(case: Case, weights: Vector) -> list[Evidence]:
    """The candidates in the order of other weights."""
    scores = _table(case.evidence) @ weights
    return [
        replace(case.evidence[n], score=float(scores[n]))
        for n in np.argsort(-scores, kind="stable").tolist()
    ]


def _examples(cases: Sequence[Case], weights: Vector) -> tuple[Vector, NDArray[np.bool_]]:
    """(signals, whether the library has the answer) of every question that evidence decides."""
    values, answerable = [], []
    for case in cases:
        if case.judged.type in _CERTAIN_TYPES or not case.evidence:
            continue
        values.append(_signal_row(case, _rescored(case, weights)))
        answerable.append(case.judged.answerable)
    return np.array(values), np.array(answerable)


def _signal_row(case: Case, evidence: Sequence[Evidence]) -> list[float]:
    found = signals(case.query, evidence)
    return [found[name] for name in SIGNALS]


def main(arguments: Sequence[str]) -> None:
    """Fit on pairs of library and gold file. Of a gold file "F:AB" the questions whose ids begin
    with A or B are held out, of "F:*" all: they only set the threshold."""
    kept = arguments[:1] == ["--confidence"]
    named = arguments[1:] if kept else arguments
    cases: list[Case] = []
    held: list[Case] = []
    literal: list[Case] = []
    for folder, name in zip(named[::2], named[1::2], strict=True):
        path, _, out = name.partition(":")
        for case in collect(Library.open(Path(folder)), read_gold(Path(path))):
            (held if out == "*" or case.judged.qid[0] in out else cases).append(case)
    for folder in dict.fromkeys(named[::2]):
        library = Library.open(Path(folder))
        literal += [c for c in collect(library, literal_questions(library)) if c.gold[:3].any()]

    def ranking(among: Sequence[Case]) -> Vector:
        return np.array([fitted().evidence[n] for n in FEATURES]) if kept else fit_ranking(among)

    ranked = [case for case in cases if _is_ranked(case)]
    hits: list[bool] = []
    chances: list[Vector] = []
    truths: list[NDArray[np.bool_]] = []
    for fold in range(FOLDS):
        weights = ranking([case for case in ranked if case.fold != fold])
        model = fit_confidence(*_examples([c for c in cases + literal if c.fold != fold], weights))
        left_out = [case for case in cases if case.fold == fold]
        hits += _hits(left_out, weights)
        chance, truth = _judged(left_out, weights, model)
        chances.append(chance)
        truths.append(truth)
    _report("documents left out", hits, np.concatenate(chances), np.concatenate(truths), cases)
    weights = ranking(ranked)
    model = fit_confidence(*_examples(cases + literal, weights))
    if held:
        chance, truth = _judged(held, weights, model)
        _report("sets held out", _hits(held, weights), chance, truth, held)
        chances.append(chance)
        truths.append(truth)
    threshold = _operating_point(np.concatenate(chances), np.concatenate(truths), cases + held)
    print(f"threshold {threshold:.3f}")
    chance, _ = _judged(literal, weights, model)
    print(f"in the documents' words, refused {(chance < threshold).mean():.3f} of {len(chance)}")
    WEIGHTS_FILE.write_text(
        json.dumps(
            {
                "evidence": dict(zip(FEATURES, weights.round(3).tolist(), strict=True)),
                "intercept": round(float(model[0]), 4),
                "confidence": dict(zip(SIGNALS, model[1:].round(4).tolist(), strict=True)),
                "threshold": round(threshold, 4),
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )


def _is_ranked(case: Case) -> bool:
    """Whether a question is answered by evidence, and has some."""
    return case.judged.type in _RANKED_TYPES and bool(case.gold.any())


def _hits(cases: Sequence[Case], weights: Vector) -> list[bool]:
    """Whether a right clause is among the best three, for each question that has one."""
    return [
        bool(case.gold[np.argsort(-(_table(case.evidence) @ weights), kind="stable")[:3]].any())
        for case in cases
        if _is_ranked(case)
    ]


def _judged(
    cases: Sequence[Case], weights: Vector, model: Vector
) -> tuple[Vector, NDArray[np.bool_]]:
    """(confidence, whether the library has the answer) of the questions that evidence decides."""
    values, answerable = _examples(cases, weights)
    return 1 / (1 + np.exp(-(values @ model[1:] + model[0]))), answerable


def _operating_point(chance: Vector, answerable: NDArray[np.bool_], cases: Sequence[Case]) -> float:
    """The threshold at which one in twenty questions that have an answer is refused. Tasks and
    headers are never refused, but they share in the twenty."""
    share = sum(case.judged.answerable for case in cases) / answerable.sum()
    return threshold_for(chance, answerable, _WRONGLY * share)


def _report(
    of: str,
    hits: Sequence[bool],
    chance: Vector,
    answerable: NDArray[np.bool_],
    cases: Sequence[Case],
) -> None:
    refused = chance[~answerable] < _operating_point(chance, answerable, cases)
    print(
        f"{of}: right clause among three {np.mean(hits):.3f} of {len(hits)}; refused rightly "
        f"{refused.mean():.3f} of {len(refused)} at {_WRONGLY:.0%} wrongly"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
