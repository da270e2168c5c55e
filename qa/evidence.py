"""The clauses that may answer a question, ranked by what each has of the question and of its kind.

Search finds candidates; here each is looked at again with what the question names: the document,
the place, the body, the numbers, and what kind of thing an answer must contain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.document import Clause, ClauseKind
from index.filters import Filters, allowed_clauses
from index.finding import clauses_among
from index.library import Library
from index.rows import Head, agency_key
from index.search import Hit
from qa.content_words import Weighted, covered, weigh
from qa.framing import Framing, described, foreign, framing, is_named, issued_in, names_place
from qa.in_text import counts, in_one_sentence, kind_share, valued
from qa.matching import Matching
from qa.nearness import LACKS, Nearness
from qa.question import Intent, Query
from qa.weights import fitted

__all__ = ["FEATURES", "Evidence", "frame_share", "gather", "rank_clauses", "said_around"]

FEATURES = (
    "lexical", "dense", "meaning", "clause", "above", "frame", "pairs", "names", "rarest",
    "whole", "document", "place", "elsewhere", "period", "agency", "kind", "due", "told", "cites",
    "heading", "basis", "short", "long", "focus", "counted", "search", "form", "tasked", "valued",
    "sentence", "sentence_pairs", "sentence_all", "near", "near_all", "sense", "sense_all", "unmet",
)  # fmt: skip
"""What is known of a candidate, each about in [0, 1]; see `_features`."""

_NO_EVIDENCE = frozenset(
    {ClauseKind.HEADER, ClauseKind.ADDRESSEE, ClauseKind.SIGNATURE, ClauseKind.RECIPIENT}
)
_FIELD = re.compile(
    r"(?:Thời (?:gian|hạn)|Tiến độ|Hạn|Số lượng|Hình thức|Kinh phí|Địa điểm|Đối tượng|Sản phẩm|"
    r"Thành phần|Mức)(?: \w+){0,6} ?:"
)
# How a letter ends, which answers nothing: "Cục Thuế trả lời để Thuế tỉnh Hà Tĩnh được biết./.".
_CLOSING = re.compile(
    r"[^.:;]{2,80}? (?:trả lời|thông báo|có ý kiến|hướng dẫn|thông tin)(?: như trên)? "
    r"(?:để|đến|cho) [^.:;]{2,120}? biết(?:,? (?:và )?[^.:;]{0,90})?[./\s]*$"
)
_FOUND = 100  # candidates from the search, and from the lexical index alone
_DOCUMENTS = 3  # looked at whole
_WHOLE = 200  # clauses of a document looked at whole; of a longer one only what search finds in it


@dataclass(frozen=True, slots=True)
class Evidence:
    """A candidate clause. `score` is the weighted sum of `features`; higher is better. `lacks` is
    what it and its headings lack of the question (`Nearness.lacks`), if it is the best of its
    document."""

    row: int
    head: Head
    clause: Clause
    features: tuple[float, ...]
    score: float
    lacks: tuple[float, ...] = (0.0,) * LACKS

    def feature(self, name: str) -> float:
        """One feature by its name."""
        return self.features[FEATURES.index(name)]


@dataclass(frozen=True, slots=True)
class _Notes:
    """What is noted at clauses, by rowid."""

    due: frozenset[int]
    tasked: frozenset[int]
    told: dict[int, frozenset[str]]
    cites: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A clause, what it says, and the question's terms that it has itself and with its headings."""

    row: int
    head: Head
    clause: Clause
    said: str
    own: frozenset[str]
    above: frozenset[str]


def gather(
    library: Library,
    query: Query,
    where: Filters,
    limit: int = 30,
    learned: Matching | None = None,
) -> list[Evidence]:
    """The best candidates among what `where` lets through, best first; matched by what is shipped
    unless `learned` is given."""
    words = weigh(library, query.search, query.text)
    hits = {hit.clause: hit for hit in library.search(query.search, where, _FOUND)}
    rows = set(hits) | {row for row, _ in _lexical(library, words, where)}
    candidates = _candidates(library, words, rows)
    for head in _documents(query, words, candidates):
        if where.document in (None, head.id):
            inside = replace(where, document=head.id)
            rows |= _inside(library, query, head, inside, hits)
    rows -= {candidate.row for candidate in candidates}
    candidates += _candidates(library, words, rows)
    here = _here(query, candidates)
    return rank(library, query, words, here, hits, where, learned)[:limit]


def _lexical(library: Library, words: Weighted, where: Filters) -> list[tuple[int, float]]:
    """What has the question's words, whatever its meaning."""
    allowed = allowed_clauses(library.store, where)
    among = None if allowed is None else allowed.tolist()
    return library.indexes().lexical.search(words.rates, _FOUND, among)


def _candidates(library: Library, words: Weighted, rows: Iterable[int]) -> list[_Candidate]:
    found = clauses_among(library.store, rows)
    return [
        _Candidate(
            row, head, clause, said := _said(clause), covered(words, said),
            covered(words, _headings(clause)),
        )
        for row, (head, clause) in found.items()
        if clause.kind not in _NO_EVIDENCE and not _CLOSING.match(clause.text)
    ]  # fmt: skip


def _said(clause: Clause) -> str:
    """What a clause says; "Thời gian thực hiện: Năm 2026" says it of the work above it."""
    if clause.context and _FIELD.match(clause.text):
        return f"{clause.context[-1]} – {clause.text}"
    return clause.text


def _headings(clause: Clause) -> str:
    return " . ".join(clause.context)


def said_around(evidence: Evidence) -> tuple[str, str, str]:
    """What a candidate says, its headings, and its document's description."""
    clause = evidence.clause
    return _said(clause), _headings(clause), described(evidence.head)


def _wholes(words: Weighted, candidates: Sequence[_Candidate]) -> dict[Head, float]:
    """By document, the share of the question that its title and its candidates have together."""
    found: dict[Head, frozenset[str]] = {}
    for candidate in candidates:
        known = found.get(candidate.head)
        if known is None:
            known = covered(words, described(candidate.head))
        found[candidate.head] = known | candidate.own | candidate.above
    return {
        head: (words.share(terms) + words.share_of_pairs(terms)) / 2
        for head, terms in found.items()
    }


def _documents(query: Query, words: Weighted, candidates: Sequence[_Candidate]) -> list[Head]:
    """The documents to look at whole: those named, and those with most of the question."""
    named = [head for document in query.documents for head in document.heads][:2]
    wholes = _wholes(words, candidates)

    def score(head: Head) -> float:
        return wholes[head] + 0.1 * issued_in(query, head)

    best = sorted(wholes, key=lambda head: (-score(head), head.row))[:_DOCUMENTS]
    return list(dict.fromkeys([*named, *best]))


def _inside(
    library: Library, query: Query, head: Head, where: Filters, hits: dict[int, Hit]
) -> set[int]:
    """Clauses of one document: all of a short one. Their scores join `hits`."""
    found = library.search(query.search, where, _WHOLE)
    for hit in found:
        hits.setdefault(hit.clause, hit)
    rows = library.store.rows("SELECT clause FROM clauses WHERE document = ?", (head.row,))
    inside = {hit.clause for hit in found}
    return inside | {row for (row,) in rows} if len(rows) <= _WHOLE else inside


def rank(
    library: Library,
    query: Query,
    words: Weighted,
    candidates: Sequence[_Candidate],
    hits: dict[int, Hit],
    where: Filters,
    learned: Matching | None = None,
) -> list[Evidence]:
    """All candidates with their features, best first."""
    allowed = allowed_clauses(library.store, where)
    if allowed is not None:
        kept = set(allowed.tolist())
        candidates = [candidate for candidate in candidates if candidate.row in kept]
    if not candidates:
        return []
    notes = _notes(library, [candidate.row for candidate in candidates])
    wholes = _wholes(words, candidates)
    focus = weigh(library, query.focus, query.focus)
    near = Nearness(query.search, library.indexes().lexical.rarity, learned)
    asked = library.encoder.encode([query.search], query=True)[0]
    cosines = library.meanings.encode([candidate.clause.text for candidate in candidates]) @ asked
    weights = fitted().evidence
    of_head = {head: framing(query, words, near, head) for head in {c.head for c in candidates}}
    ranked = []
    for candidate, cosine in zip(candidates, cosines.tolist(), strict=True):
        about = of_head[candidate.head]
        features = _features(
            query, words, candidate, hits.get(candidate.row), notes, cosine, about,
            wholes[candidate.head], focus, near,
        )  # fmt: skip
        score = sum(weights[name] * value for name, value in zip(FEATURES, features, strict=True))
        ranked.append(Evidence(candidate.row, candidate.head, candidate.clause, features, score))
    ranked.sort(key=lambda evidence: (-evidence.score, evidence.row))
    return _with_lacks(ranked, near)


def _with_lacks(ranked: Sequence[Evidence], near: Nearness) -> list[Evidence]:
    """The same, where the best of each document tells what it lacks: only the very best is judged
    by that, and which document it is of is not known where some are left out."""
    seen: set[Head] = set()
    found = []
    for one in ranked:
        if one.head in seen:
            found.append(one)
            continue
        seen.add(one.head)
        has = np.maximum(near.best(_said(one.clause)), near.best(_headings(one.clause)))
        found.append(replace(one, lacks=near.lacks(has)))
    return found


def _notes(library: Library, rows: Iterable[int]) -> _Notes:
    store = library.store
    wanted = list(rows)
    due = store.rows_among(
        "SELECT clause FROM deadlines WHERE clause IN (…)", wanted
    ) + store.rows_among(
        "SELECT clause FROM tasks WHERE deadline IS NOT NULL AND clause IN (…)", wanted
    )
    told: defaultdict[int, set[str]] = defaultdict(set)
    tasked: set[int] = set()
    for table in ("tasks", "mentions"):
        for row, agency in store.rows_among(
            f"SELECT clause, agency_key FROM {table} WHERE clause IN (…)",  # noqa: S608 - our own words
            wanted,
        ):
            told[row].add(agency)
            if table == "tasks":
                tasked.add(row)
    cites = store.rows_among('SELECT clause FROM "references" WHERE clause IN (…)', wanted)
    return _Notes(
        frozenset(row for (row,) in due),
        frozenset(tasked),
        {row: frozenset(names) for row, names in told.items()},
        frozenset(row for (row,) in cites),
    )


def _features(
    query: Query,
    words: Weighted,
    candidate: _Candidate,
    hit: Hit | None,
    notes: _Notes,
    cosine: float,
    about: Framing,
    whole: float,
    focus: Weighted,
    near: Nearness,
) -> tuple[float, ...]:
    head, clause, row = candidate.head, candidate.clause, candidate.row
    text = candidate.said
    own, above = candidate.own, candidate.own | candidate.above
    framed = above | about.framed
    own_near = near.best(text)
    outside = _headings(clause)
    all_near = np.maximum(np.maximum(own_near, near.best(outside)), about.near)
    agencies = {agency_key(name) for name in query.agencies}
    told = notes.told.get(row, frozenset())
    named = names_place(query, head, text)
    values = {
        "lexical": hit.lexical if hit else 0.0,
        "dense": max(0.0, hit.dense) if hit else 0.0,
        "meaning": max(0.0, cosine),
        "clause": words.share(own),
        "above": words.share(above) - words.share(own),
        "frame": words.share(framed) - words.share(above),
        "pairs": words.share_of_pairs(own),
        "names": words.share_of_names(framed),
        "rarest": words.rarest(own),
        "whole": whole,
        "document": float(about.named),
        "place": max(about.issued, named),
        "elsewhere": float(bool(query.places) and not about.issued and not named),
        "period": float(about.in_period),
        "agency": float(bool(agencies and agencies & told)),
        "kind": kind_share(query, text, told, due=row in notes.due),
        "due": float(query.intent is Intent.DEADLINE and row in notes.due),
        "told": float(query.intent in (Intent.OWNER, Intent.TASKS) and bool(told)),
        "cites": float(query.intent is Intent.REFERENCE and row in notes.cites),
        "heading": float(clause.heading),
        "basis": float(clause.kind is ClauseKind.GROUND),
        "short": max(0.0, 1 - len(clause.text) / 80),
        "long": min(1.0, len(clause.text) / 1500),
        "focus": focus.share(covered(focus, text)) if focus.terms else 1.0,
        "counted": counts(query, text),
        "search": hit.score if hit else 0.0,
        "valued": valued(query, focus, text),
        **in_one_sentence(query, words, text, own, above | about.framed),
        "near": near.share(own_near),
        "near_all": near.share(all_near),
        "unmet": near.unmet(all_near),
        "sense": near.sense(text),
        "sense_all": near.sense(text, outside, about.frame),
        "form": float(about.of_form),
        "tasked": float(
            query.intent in (Intent.OWNER, Intent.DEADLINE, Intent.TASKS) and row in notes.tasked
        ),
    }
    return tuple(values[name] for name in FEATURES)


def _here(query: Query, candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates without those of another province than the question that do not name that
    either: what Hà Tĩnh decides binds nobody in Bắc Ninh."""
    elsewhere = {
        head
        for head in {candidate.head for candidate in candidates}
        if foreign(query, head) and not is_named(query, head)
    }
    return [c for c in candidates if c.head not in elsewhere or names_place(query, c.head, c.said)]


def rank_clauses(
    library: Library, query: Query, clauses: Sequence[tuple[Head, Clause]]
) -> list[Evidence]:
    """These clauses, and no others, ranked as evidence; best first."""
    words = weigh(library, query.search, query.text)
    rows = {
        (document, position): row
        for row, document, position in library.store.rows_among(
            "SELECT clause, document, position FROM clauses WHERE document IN (…)",
            {head.row for head, _ in clauses},
        )
    }
    wanted = {rows[head.row, clause.index] for head, clause in clauses}
    hits = {hit.clause: hit for hit in library.search(query.search, Filters(), _FOUND)}
    return rank(library, query, words, _candidates(library, words, wanted), hits, Filters())


def frame_share(library: Library, query: Query, head: Head) -> float:
    """The share of the topic of the question that the document's own description has."""
    words = weigh(library, query.topic, query.text)
    return words.share(covered(words, described(head)))
