"""What tells whether the evidence is enough to answer: of the question, of the best clauses, and of
what the best lacks."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.text import fold, plain
from qa.evidence import FEATURES, Evidence
from qa.nearness import LACKS
from qa.question import Form, Intent, Kind, Query

__all__ = ["COUNT", "SIGNALS", "signals", "vector"]

SIGNALS = (
    "all", "pairs", "names", "score", "margin", "chance", "focus", "kind", "asks_value",
    "missing_count", "missing_place", "missing_year", "missing_number", "missing_fact", "document",
    "tasked", "due", "typed", "near", "nearest", "nearest_all", "unmet", "deed", "asks",
    "reference", "money", "holder", "bare", "english",
)  # fmt: skip
_BEST = 3
_GAPS = 9  # how far the second to the tenth are below the best
COUNT = len(SIGNALS) + 2 * len(FEATURES) + LACKS + _GAPS + 2
"""Numbers in `vector`."""

_TENTH = 0.1  # scores are logits of about ten
# What a clause must be noted for to answer in kind.
_NOTED_FOR = {
    Intent.OWNER: "tasked", Intent.TASKS: "tasked", Intent.DEADLINE: "due",
    Intent.REFERENCE: "cites",
}  # fmt: skip
_OFTEN_UNTOLD = (Kind.MONEY, Kind.HOLDER)
# How a text tells what happened, or how things stand.
_FACT = re.compile(
    r"(?<!\w)(?:đã|bị|xảy ra|ghi nhận|đạt|hiện|còn|ước|so với|tăng|giảm|gồm|có \d|vừa qua|trong đó|"
    r"chiếm|đến nay|tính đến|đến ngày|theo báo cáo)(?!\w)"
)
_NUMBER = re.compile(r"(?<![\w/])\d+(?:[.,]\d+)*(?![\w/])")


def signals(query: Query, evidence: Sequence[Evidence]) -> dict[str, float]:
    """What the decision is taken on, by `SIGNALS`; each about in [0, 1].

    What the best clauses have of the question speaks for an answer; a place, year or number of
    the question that neither the best clause nor its document has speaks against it, and so does
    the lack of a value of the kind asked for.
    """
    best = evidence[0]
    # Whether these stand there is seen to elsewhere; too few questions ask for one to weigh it.
    valued = any(kind not in (Kind.HOLDER, Kind.CODE) for kind in query.kinds)
    among = sum(math.exp(found.score - best.score) for found in evidence)
    fourth = evidence[min(_BEST, len(evidence) - 1)]

    def most(name: str) -> float:
        return max(found.feature(name) for found in evidence[:_BEST])

    return {
        "all": best.feature("clause") + best.feature("above") + best.feature("frame"),
        "pairs": most("pairs"),
        "names": best.feature("names"),
        "score": best.score * _TENTH,
        "margin": (best.score - fourth.score) * _TENTH,
        "chance": 1 / among,
        "focus": best.feature("focus"),
        "kind": best.feature("kind"),
        "asks_value": float(valued),
        "missing_count": 1 - most("counted") if query.counted else 0.0,
        **_missing(query, best),
        "missing_fact": float(query.past and _FACT.search(fold(best.clause.text)) is None),
        "document": most("document"),
        "tasked": most("tasked"),
        "due": most("due"),
        "near": best.feature("near"),
        "nearest": most("near"),
        "nearest_all": most("near_all"),
        "unmet": best.feature("unmet"),
        "deed": float(query.intent is Intent.OWNER and query.past),
        "bare": float(query.form is Form.BARE),
        "english": float(query.form is Form.ENGLISH),
        **_manner(query, best),
    }


def _manner(query: Query, best: Evidence) -> dict[str, float]:
    """How the question asks. Of several things asked in one breath no clause has all the words;
    sums and holders are asked for oftener than documents tell them."""
    noted = _NOTED_FOR.get(query.intent)
    return {
        "asks": min(1.0, (query.asks - 1) / 2),
        "typed": best.feature(noted) if noted else 0.0,
        "reference": float(query.intent is Intent.REFERENCE),
        **{kind.value: float(kind in query.kinds) for kind in _OFTEN_UNTOLD},
    }


def _missing(query: Query, best: Evidence) -> dict[str, float]:
    """The shares of the question's places, years and other numbers that the best clause, its
    headings and its document's head lack; 0 where it names none. An undated document may be of
    any year."""
    head = best.head
    issued = str(head.issued.year) if head.issued else ""
    text = plain(" ".join((best.clause.text, *best.clause.context, head.title or "", head.origin)))
    numbers = set(_NUMBER.findall(text)) | {issued}
    asked = [n for n in _NUMBER.findall(plain(query.opened)) if n not in map(str, query.years)]

    def share(absent: Sequence[bool]) -> float:
        return sum(absent) / len(absent) if absent else 0.0

    return {
        "missing_place": share([plain(place.name) not in text for place in query.places]),
        "missing_year": share(
            [str(year) not in text and issued not in {"", str(year)} for year in query.years]
        ),
        "missing_number": share([number not in numbers for number in asked]),
    }


def vector(query: Query, evidence: Sequence[Evidence]) -> NDArray[np.float64]:
    """All that the decision is taken on, float64 (COUNT,): the signals, the features of the best
    clause, the most that the best three have of each, what the best lacks, how far the next nine
    are below it, and how far the first are of one document."""
    found = signals(query, evidence)
    table = np.array([one.features for one in evidence[:_BEST]])
    scores = [one.score for one in evidence[: _GAPS + 1]]
    scores += [scores[-1]] * (_GAPS + 1 - len(scores))
    heads = [one.head.row for one in evidence[: _BEST + 2]]
    return np.concatenate(
        [
            [found[name] for name in SIGNALS],
            table[0],
            table.max(axis=0),
            evidence[0].lacks,
            (np.array(scores[1:]) - scores[0]) * _TENTH,
            [len(set(heads[:_BEST])) / len(heads), heads.count(heads[0]) / len(heads)],
        ]
    )
