"""Whom a question means that describes a body and does not name it: "bộ phụ trách lao động",
"các cơ sở nuôi tôm", "thành phố Vinh".

Of all bodies that the documents found tell something, the one is meant whose name has most of the
words that the question has for whom it asks about, and whose clauses have most of the rest. How
much each counts is learned (eval/fit_told.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.document import Role, Task
from corpus.text import fold
from index.library import Library
from index.rows import Head, agency_key
from index.terms import syllables
from qa.asked_body import asked_of
from qa.content_words import covered, weigh
from qa.evidence import Evidence
from qa.nearness import Nearness
from qa.question import Query
from qa.weights import fitted

__all__ = ["FEATURES", "Told", "alike", "chances_of", "meant_body", "told_bodies"]

FEATURES = (
    "near", "words", "pairs", "telling", "name", "best", "mean", "document", "support", "many",
)  # fmt: skip
"""What is known of a body that may be meant, each about in [-2, 1]; see `told_bodies`."""

_DOCUMENTS = 3  # of the best clauses, whose bodies may be meant
_LOOKED_AT = 20  # of the best clauses
_FAR = 8.0  # below the best score (a logit), and no nearer: what was not found at all
_SCALE = 4.0  # logits
_MANY = 10  # tasks
_ALIKE = 0.5  # of the telling syllables of one name in another
_CALLED = 0.2  # of the name or the description, at least: else only the matter is the body's
# Every second body is an office, a unit or a hospital: these words do not tell it from others.
_ANY_BODY = re.compile(
    r"(?<!\w)(?:cơ quan|đơn vị|tổ chức|bệnh viện|trường học|công ty|trung tâm|doanh nghiệp|cơ sở|"
    r"chỉ huy|nhà máy|hợp tác xã|ủy ban|nhân dân|thành phố|địa phương|khu vực|chi cục|trường|ban|"
    r"ngành|bộ|sở|tỉnh|cấp|phòng|cục|chủ|hội|đoàn|các|của|và|là|[ivx]+)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A body that a document tells something, with all that it is told there."""

    head: Head
    name: str
    tasks: tuple[Task, ...]
    features: tuple[float, ...]


def told_bodies(library: Library, query: Query, evidence: Sequence[Evidence]) -> list[Told]:
    """The bodies that the documents of the best evidence tell something, with their features."""
    if not evidence:
        return []
    top = evidence[0].score
    scores = {(found.head, found.clause.index): found.score for found in evidence}
    heads = list(dict.fromkeys(found.head for found in evidence[:_LOOKED_AT]))[:_DOCUMENTS]
    best = {head: max(s for (of, _), s in scores.items() if of == head) for head in heads}
    asked = asked_of(query.search)
    words = weigh(library, asked, asked)
    near = Nearness(asked, library.indexes().lexical.rarity)
    places = {syllable for place in query.places for syllable in syllables(place.name)}
    said = set(syllables(query.search))
    found: list[Told] = []
    for head in heads:
        of_body: defaultdict[str, list[Task]] = defaultdict(list)
        for task in library.document(head.id).tasks:
            of_body[agency_key(task.agency)].append(task)
        for tasks in of_body.values():
            name = tasks[0].agency
            has = covered(words, name)
            near_best = sorted(
                ((scores.get((head, t.clause), top - _FAR) - top) / _SCALE for t in tasks),
                reverse=True,
            )[:3]
            features = (
                near.share(near.best(name)),
                words.share(has),
                words.share_of_pairs(has),
                _share(_telling(name), said - places),
                _share(syllables(fold(name)), said),
                near_best[0],
                sum(near_best) / len(near_best),
                (best[head] - top) / _SCALE,
                float(all(task.role is Role.SUPPORT for task in tasks)),
                min(1.0, len(tasks) / _MANY),
            )
            found.append(Told(head, name, tuple(tasks), features))
    return found


def alike(one: str, other: str) -> bool:
    """Whether two names tell of one trade: "Sở Giao thông vận tải", "Bộ Giao thông vận tải"."""
    return _share(_telling(one), set(_telling(other))) >= _ALIKE


def _telling(name: str) -> list[str]:
    """The syllables of a name that tell it from others."""
    return syllables(_ANY_BODY.sub(" ", fold(name)))


def _share(syllables_of: Sequence[str], said: set[str]) -> float:
    """The share of the syllables of a name that the question has, in [0, 1]."""
    return sum(one in said for one in syllables_of) / len(syllables_of) if syllables_of else 0.0


def chances_of(told: Sequence[Told]) -> list[float]:
    """How likely each is meant, if one of them is; together 1."""
    weights = np.array([fitted().told[name] for name in FEATURES])
    sums = np.array([body.features for body in told]) @ weights
    grown = np.exp(sums - sums.max())
    return [float(chance) for chance in grown / grown.sum()]


def meant_body(library: Library, query: Query, evidence: Sequence[Evidence]) -> Told | None:
    """The body that the question describes; None where none is likely enough."""
    told = told_bodies(library, query, evidence)
    if not told:
        return None
    chance, body = max(zip(chances_of(told), told, strict=True), key=lambda one: one[0])
    called = max(body.features[FEATURES.index(name)] for name in ("near", "words", "telling"))
    return body if chance >= fitted().told_sure and called >= _CALLED else None
