"""The clauses that may answer a question, ranked by what each has of the question and of its kind.

Search finds candidates; here each is looked at again with what the question names: the document,
the place, the body, the numbers, and what kind of thing an answer must contain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.document import Clause, ClauseKind
from corpus.text import plain
from index.encoder import passage
from index.filters import Filters
from index.finding import clauses_among
from index.library import Library
from index.rows import Head, key
from index.search import Hit
from qa.content_words import Weighted, covered, weigh
from qa.question import Intent, Query
from qa.values import find_values

__all__ = ["FEATURES", "WEIGHTS", "Evidence", "gather", "weigh_entries"]

FEATURES = (
    "search", "clause", "context", "title", "pairs", "names", "document", "place", "period", "agency", "kind", "due",
    "told", "cites", "heading", "basis", "share",
)  # fmt: skip
"""What is known of a candidate, each in [0, 1]; see `_features`."""

# Fitted by eval/fit_evidence.py; see there for data and measure.
WEIGHTS: dict[str, float] = {
    "search": 1.0, "clause": 2.2, "context": 1.0, "title": 0.6, "pairs": 0.8, "names": 0.8, "document": 1.2,
    "place": 0.6, "period": 0.1, "agency": 0.4, "kind": 0.5, "due": 0.5, "told": 0.3, "cites": 0.3,
    "heading": -0.5, "basis": -0.3, "share": 0.0,
}  # fmt: skip

_CANDIDATES = 120
_IN_DOCUMENT = 60


@dataclass(frozen=True, slots=True)
class Evidence:
    """A candidate clause. `score` is the weighted sum of `features`; higher is better."""

    row: int
    head: Head
    clause: Clause
    features: tuple[float, ...]
    score: float

    def feature(self, name: str) -> float:
        """One feature by its name."""
        return self.features[FEATURES.index(name)]


@dataclass(frozen=True, slots=True)
class _Notes:
    """What is noted at clauses, by rowid."""

    due: frozenset[int]
    told: dict[int, frozenset[str]]
    cites: frozenset[int]


def gather(library: Library, query: Query, where: Filters, limit: int = 30) -> list[Evidence]:
    """The best candidates among what `where` lets through, best first."""
    hits = {hit.clause: hit for hit in library.search(query.search, where, _CANDIDATES)}
    named = [head for document in query.documents for head in document.heads]
    for head in named[:4]:
        if where.document in (None, head.id):
            inside = replace(where, document=head.id)
            for hit in library.search(query.search, inside, _IN_DOCUMENT):
                hits.setdefault(hit.clause, hit)
    for place in query.places[:2]:
        if where.document is None and where.issuer is None:
            inside = replace(where, issuer=place.name)
            for hit in library.search(query.search, inside, _IN_DOCUMENT):
                hits.setdefault(hit.clause, hit)
    return rank(library, query, hits)[:limit]


def rank(library: Library, query: Query, hits: dict[int, Hit]) -> list[Evidence]:
    """All candidates with their features, best first."""
    found = clauses_among(library.store, hits)
    notes = _notes(library, found)
    words = weigh(library, query.search, query.text)
    best = max((hit.score for hit in hits.values()), default=0.0) or 1.0
    ranked = []
    for row, (head, clause) in found.items():
        features = _features(query, words, head, clause, hits[row], notes, row, best)
        score = sum(WEIGHTS[name] * value for name, value in zip(FEATURES, features, strict=True))
        ranked.append(Evidence(row, head, clause, features, score))
    return sorted(ranked, key=lambda evidence: (-evidence.score, evidence.row))


def _notes(library: Library, rows: Iterable[int]) -> _Notes:
    store = library.store
    wanted = list(rows)
    due = store.rows_among(
        "SELECT clause FROM deadlines WHERE clause IN (…)", wanted
    ) + store.rows_among(
        "SELECT clause FROM tasks WHERE deadline IS NOT NULL AND clause IN (…)", wanted
    )
    told: defaultdict[int, set[str]] = defaultdict(set)
    for row, agency in store.rows_among(
        "SELECT clause, agency_key FROM tasks WHERE clause IN (…)", wanted
    ):
        told[row].add(agency)
    for row, agency in store.rows_among(
        "SELECT clause, agency_key FROM mentions WHERE clause IN (…)", wanted
    ):
        told.setdefault(row, set()).add(agency)
    cites = store.rows_among('SELECT clause FROM "references" WHERE clause IN (…)', wanted)
    return _Notes(
        frozenset(row for (row,) in due),
        {row: frozenset(names) for row, names in told.items()},
        frozenset(row for (row,) in cites),
    )


@lru_cache(maxsize=4096)
def _words_of(text: str) -> str:
    return plain(text)


def _features(
    query: Query,
    words: Weighted,
    head: Head,
    clause: Clause,
    hit: Hit,
    notes: _Notes,
    row: int,
    best: float,
) -> tuple[float, ...]:
    own = clause.text
    above = " . ".join(clause.context)
    frame = f"{head.title or ''} . {head.issuer or ''} . {head.kind or ''} {head.number or ''}"
    in_own = covered(words, own)
    in_above = covered(words, above) if above else frozenset()
    in_frame = covered(words, frame)
    agencies = {key(name) for name in query.agencies}
    told = notes.told.get(row, frozenset())
    values = {
        "search": hit.score,
        "clause": words.share(in_own),
        "context": words.share(in_own | in_above) - words.share(in_own),
        "title": words.share(in_own | in_above | in_frame) - words.share(in_own | in_above),
        "pairs": words.share_of_pairs(in_own),
        "names": words.share_of_names(in_own | in_above | in_frame),
        "document": float(any(head in document.heads for document in query.documents)),
        "place": _place(query, head, own),
        "period": float(_in_period(query, head)),
        "agency": float(bool(agencies and agencies & told)),
        "kind": _kind(query, own),
        "due": float(query.intent is Intent.DEADLINE and row in notes.due),
        "told": float(query.intent in (Intent.OWNER, Intent.TASKS) and bool(told)),
        "cites": float(query.intent is Intent.REFERENCE and row in notes.cites),
        "heading": float(clause.heading or len(own) < 40),
        "basis": float(clause.kind is ClauseKind.GROUND),
        "share": hit.score / best,
    }
    return tuple(values[name] for name in FEATURES)


def _place(query: Query, head: Head, text: str) -> float:
    """Whether the document is of a place that the question names, or the clause names it."""
    if not query.places:
        return 0.0
    issuer, title, own = key(head.issuer or ""), key(head.title or ""), plain(text)
    names = [plain(place.name) for place in query.places]
    issued = max(float(name in issuer) for name in names)
    named = sum(name in own or name in title for name in names) / len(names)
    return max(issued, 0.8 * named)


def _in_period(query: Query, head: Head) -> bool:
    issued = head.issued
    return issued is not None and any(p.first <= issued <= p.last for p in query.periods)


def _kind(query: Query, text: str) -> float:
    if not query.kinds:
        return 0.0
    return sum(bool(find_values(kind, text)) for kind in query.kinds) / len(query.kinds)


def weigh_entries(
    library: Library, query: Query, pairs: Sequence[tuple[Head, Clause]]
) -> list[float]:
    """How much each clause, with its headings and its document's title, is about the topic of the
    question: in [0, 1], higher is better. Words count by their rarity, and meaning by the model."""
    words = weigh(library, query.topic)
    if not words.terms or not pairs:
        return [0.0] * len(pairs)
    texts = [passage(head.title, clause.context, clause.text) for head, clause in pairs]
    vectors = library.encoder.encode(texts)
    near = vectors @ library.encoder.encode([query.topic], query=True)[0]
    scores = []
    for (head, clause), text, cosine in zip(pairs, texts, near, strict=True):
        inside = covered(words, clause.text)
        own = (words.share(inside) + words.share_of_pairs(inside)) / 2
        whole = words.share(
            covered(words, f"{text} . {head.issuer or ''} {head.kind or ''} {head.number or ''}")
        )
        scores.append(0.3 * own + 0.4 * whole + 0.3 * max(0.0, float(cosine)))
    return scores
