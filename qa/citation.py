"""What an answer is made of: citations that quote exactly, and the statement on them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Clause, Deadline, Document, Role
from index.rows import Head
from qa.question import Intent, Query

__all__ = ["Answer", "Citation", "cite", "cite_span"]


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words a statement stands on: `quote == document.text[start:end]`.

    `clause` is the first clause quoted. `marked` are the words that answer, as half-open offsets
    into `quote`. `score` in [0, 1], higher is better; 1 for what the register lists. `named_as`
    is how the document names the body asked about, where that is another name (a predecessor, a
    group).
    """

    head: Head
    clause: Clause
    start: int
    end: int
    quote: str
    role: Role | None = None
    deadline: Deadline | None = None
    score: float = 1.0
    marked: tuple[tuple[int, int], ...] = ()
    named_as: str | None = None

    @property
    def locator(self) -> str:
        """The address of the clause, as officials cite it."""
        return self.clause.locator


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in the language of the question; `text` carries the marks of `citations`, [1] …

    When `abstained`, there are no citations, and `nearest` are the clauses nearest to the
    question, which do not answer it. `values` are the typed answer: names for an owner, ISO days
    or the words for a deadline, numbers of documents. `left_out` counts tasks of the agency that
    the topic or the document asked about excludes. `confidence` in [0, 1] is what the decision to
    answer was taken on.
    """

    query: Query
    text: str
    citations: tuple[Citation, ...] = ()
    abstained: bool = False
    nearest: tuple[Citation, ...] = ()
    agency: str | None = None
    values: tuple[str, ...] = ()
    left_out: int = 0
    confidence: float = 1.0
    notices: tuple[str, ...] = ()

    @property
    def question(self) -> str:
        """The question as it was asked."""
        return self.query.text

    @property
    def language(self) -> str:
        """Of the question: "vi" or "en"."""
        return self.query.language

    @property
    def intent(self) -> Intent:
        """What kind of thing was asked."""
        return self.query.intent


def cite(
    head: Head,
    clause: Clause,
    *,
    role: Role | None = None,
    deadline: Deadline | None = None,
    score: float = 1.0,
    marked: tuple[tuple[int, int], ...] = (),
    named_as: str | None = None,
) -> Citation:
    """A citation of one whole clause."""
    return Citation(
        head, clause, clause.start, clause.end, clause.text,
        role, deadline, score, marked, named_as,
    )  # fmt: skip


def cite_span(head: Head, document: Document, first: Clause, last: Clause) -> Citation:
    """A citation of several clauses that follow each other, quoted as they stand."""
    text = document.text[first.start : last.end]
    return Citation(head, first, first.start, last.end, text)
