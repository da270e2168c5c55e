"""What the library and the answers say, as the JSON of the command line.

A missing value is null. `quote` is always `text[start:end]` of the document's text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from corpus.document import Clause, Deadline, Document, Problem
from corpus.errors import UnknownDocumentError
from index.finding import clauses_among
from index.library import Library
from index.references import Cited, cited_in, citing, edges
from index.register import Entry
from index.rows import Head
from index.search import Hit
from index.update import Report
from qa.citation import Answer, Citation
from qa.repeats import Repeat

__all__ = [
    "answer_json",
    "citation_json",
    "clause_id",
    "deadline_json",
    "document_json",
    "entry_json",
    "head_json",
    "hits_json",
    "problem_json",
    "quote_json",
    "references_json",
    "repeats_json",
    "report_json",
    "tasks_json",
]

Json = dict[str, Any]


def clause_id(document_id: str, index: int) -> str:
    """The id by which other programs name a clause."""
    return f"{document_id}#{index}"


def head_json(head: Head) -> Json:
    """A document, for lists and citations."""
    return {
        "id": head.id,
        "number": head.number,
        "kind": head.kind,
        "title": head.title,
        "issuer": head.issuer,
        "issued": head.issued.isoformat() if head.issued else None,
        "path": head.path,
    }


def problem_json(problem: Problem) -> Json:
    """What could not be read, and where."""
    return {
        "path": problem.path,
        "page": problem.page,
        "line": problem.line,
        "severity": problem.severity.value,
        "message": problem.message,
    }


def report_json(report: Report) -> Json:
    """What `chidao index` did."""
    return {
        "documents": report.documents,
        "clauses": report.clauses,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "removed": report.removed,
        "problems": [problem_json(problem) for problem in report.problems],
        "seconds": round(report.seconds, 3),
    }


def deadline_json(deadline: Deadline) -> Json:
    """A deadline; `date` only when the words name one exact day."""
    return {
        "text": deadline.text,
        "date": deadline.date.isoformat() if deadline.date else None,
        "recurring": deadline.recurring,
    }


def quote_json(document_id: str, clause: Clause) -> Json:
    """A clause with its exact words and their place in the document's text."""
    return {
        "clause": clause_id(document_id, clause.index),
        "locator": clause.locator,
        "quote": clause.text,
        "start": clause.start,
        "end": clause.end,
    }


def document_json(library: Library, document: Document) -> Json:
    """A whole document with its clauses and what is noted at each."""
    header = document.header
    agencies: defaultdict[int, list[Json]] = defaultdict(list)
    for mention in document.mentions:
        role = mention.role.value if mention.role else None
        agencies[mention.clause].append(
            {"name": mention.agency, "named_as": mention.named_as, "role": role}
        )
    deadlines: defaultdict[int, list[Json]] = defaultdict(list)
    for clause, deadline in document.deadlines:
        deadlines[clause].append(deadline_json(deadline))
    references: defaultdict[int, list[Json]] = defaultdict(list)
    for reference in document.references:
        target = library.resolve(reference)
        references[reference.clause].append(
            {
                "text": reference.text,
                "number": reference.number,
                "kind": reference.kind,
                "issued": reference.issued.isoformat() if reference.issued else None,
                "relation": reference.relation.value,
                "document": target.id if target else None,
            }
        )
    return {
        "id": document.id,
        "path": document.path,
        "number": header.number,
        "kind": header.kind,
        "title": header.title,
        "issuer": header.issuer,
        "place": header.place,
        "issued": header.issued.isoformat() if header.issued else None,
        "signer": (
            {"name": header.signer.name, "position": header.signer.position}
            if header.signer
            else None
        ),
        "addressees": list(header.addressees),
        "recipients": list(header.recipients),
        "text": document.text,
        "clauses": [
            {
                "id": clause_id(document.id, clause.index),
                "locator": clause.locator,
                "marker": clause.marker,
                "heading": clause.heading,
                "text": clause.text,
                "start": clause.start,
                "end": clause.end,
                "parent": (
                    clause_id(document.id, clause.parent) if clause.parent is not None else None
                ),
                "page": clause.page,
                "agencies": agencies[clause.index],
                "deadlines": deadlines[clause.index],
                "references": references[clause.index],
            }
            for clause in document.clauses
        ],
        "problems": [problem_json(problem) for problem in document.problems],
    }


def entry_json(entry: Entry) -> Json:
    """One task."""
    task = entry.task
    return {
        "document": head_json(entry.head),
        **quote_json(entry.head.id, entry.clause),
        "role": task.role.value,
        "agency": task.agency,
        "named_as": task.named_as,
        "with": list(task.together_with),
        "deadline": deadline_json(task.deadline) if task.deadline else None,
    }


def hits_json(library: Library, hits: Sequence[Hit]) -> Json:
    """What a search found, best first; a clause that has gone meanwhile is left out."""
    found = clauses_among(library.store, [hit.clause for hit in hits])
    return {
        "hits": [
            {
                "document": head_json(head),
                **quote_json(head.id, clause),
                "score": round(hit.score, 4),
            }
            for hit in hits
            if hit.clause in found
            for head, clause in [found[hit.clause]]
        ]
    }


def tasks_json(entries: Iterable[Entry], agency: str | None) -> Json:
    """All tasks asked for; `agency` is the full name of the one asked about, if one was."""
    return {"agency": agency, "tasks": [entry_json(entry) for entry in entries]}


def repeats_json(pairs: Iterable[Repeat], agency: str | None) -> Json:
    """The tasks told twice, nearest pairs first."""
    return {
        "agency": agency,
        "repeats": [
            {
                "earlier": entry_json(pair.earlier),
                "later": entry_json(pair.later),
                "likeness": round(pair.likeness, 4),
                "deadlines_differ": pair.deadlines_differ,
                "figures_differ": pair.figures_differ,
            }
            for pair in pairs
        ],
    }


def citation_json(number: int, citation: Citation) -> Json:
    """A numbered citation; `marked` are the answering words, as offsets into `quote`."""
    return {
        "n": number,
        "document": head_json(citation.head),
        "clause": clause_id(citation.head.id, citation.clause.index),
        "locator": citation.locator,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "role": citation.role.value if citation.role else None,
        "deadline": deadline_json(citation.deadline) if citation.deadline else None,
        "score": round(citation.score, 4),
        "named_as": citation.named_as,
        "marked": [list(span) for span in citation.marked],
    }


def answer_json(answer: Answer) -> Json:
    """An answer; `nearest` only when it abstains."""
    found: Json = {
        "question": answer.question,
        "language": answer.language,
        "intent": answer.intent.value,
        "agency": answer.agency,
        "abstained": answer.abstained,
        "answer": answer.text,
        "values": list(answer.values),
        "left_out": answer.left_out,
        "confidence": round(answer.confidence, 4),
        "notices": list(answer.notices),
        "citations": [citation_json(n, c) for n, c in enumerate(answer.citations, start=1)],
    }
    if answer.abstained:
        found["nearest"] = [citation_json(n, c) for n, c in enumerate(answer.nearest, start=1)]
    return found


def _cited_json(library: Library, cited: Cited) -> Json:
    target = library.resolve(cited.reference)
    reference = cited.reference
    return {
        "document": head_json(cited.head),
        **quote_json(cited.head.id, cited.clause),
        "reference": {
            "text": reference.text,
            "number": reference.number,
            "kind": reference.kind,
            "issued": reference.issued.isoformat() if reference.issued else None,
            "relation": reference.relation.value,
            "document": target.id if target else None,
        },
    }


def references_json(library: Library, words: str | None) -> Json:
    """What a document cites and who cites it; without one, the whole web of who cites whom.

    A number that is no document of the library can still be cited by some.
    """
    if words is None:
        web = edges(library.store)
        nodes = {
            head.id: head_json(head) for source, target, *_ in web for head in (source, target)
        }
        return {
            "nodes": list(nodes.values()),
            "edges": [
                {"from": source.id, "to": target.id, "relation": relation.value, "count": count}
                for source, target, relation, count in web
            ],
        }
    try:
        head = library.find(words)
    except UnknownDocumentError:
        incoming = citing(library.store, words)
        if not incoming:
            raise
        return {
            "document": None,
            "cites": [],
            "cited_by": [_cited_json(library, cited) for cited in incoming],
        }
    incoming = [
        cited
        for cited in (citing(library.store, head.number) if head.number else [])
        if cited.head.row != head.row and library.resolve(cited.reference) == head
    ]
    return {
        "document": head_json(head),
        "cites": [_cited_json(library, cited) for cited in cited_in(library.store, head.row)],
        "cited_by": [_cited_json(library, cited) for cited in incoming],
    }
