"""From the lines of a file to a Document: the whole route of this package in one function."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from corpus.actors import Reader
from corpus.agencies import Registry
from corpus.deadlines import find_deadlines
from corpus.document import (
    Clause,
    ClauseKind,
    Deadline,
    Document,
    Header,
    Mention,
    Page,
    Printed,
    Problem,
    Role,
    Severity,
    SourceLine,
    Task,
)
from corpus.header import HeaderReading, read_header
from corpus.home import Home, home_of
from corpus.layout import clean
from corpus.places import find_places
from corpus.references import find_references
from corpus.short_names import registry_of
from corpus.structure import build_clauses
from corpus.tasks import find_tasks
from corpus.text import fold, plain, same_words
from corpus.verbs import HEAD_WORDS

__all__ = ["document_id", "parse"]


def parse(
    lines: Sequence[SourceLine],
    path: str,
    digest: str,
    problems: Iterable[Problem] = (),
    pages: Sequence[Page] = (),
) -> Document:
    """The document in the `lines` of the file at `path`, whole.

    `digest` is the SHA-256 of the file, in hex; `problems` what its reader met; `pages` what it
    can show. Never raises for what the lines contain: what looks wrong is among the document's
    problems.
    """
    cleaned = clean(lines)
    reading = read_header(cleaned.paragraphs)
    clauses, oddities = build_clauses(cleaned, reading.kinds, path)
    header = reading.header
    home = home_of(header.issuer, header.title, header.superior)
    registry = registry_of(clauses)
    tasks = find_tasks(
        clauses, issued=header.issued, home=home, registry=registry, breaks=cleaned.breaks()
    )
    return Document(
        id=document_id(header, cleaned.text),
        path=path,
        digest=digest,
        text=cleaned.text,
        header=header,
        clauses=clauses,
        mentions=_mentions(clauses, tasks, home, registry),
        deadlines=_deadlines(clauses, header, tasks),
        tasks=tasks,
        references=find_references(clauses, own_number=header.number),
        problems=(*problems, *_missing(header, path), *_doubts(reading, path), *oddities),
        printed=Printed(tuple(pages), find_places(clauses, cleaned.paragraphs)) if pages else None,
    )


def document_id(header: Header, text: str) -> str:
    """A readable key: number, issuer and date where all three are known, else a content hash.

    The hash is of what the text says, so one text in two encodings or formats is one document.
    """
    if header.number and header.issuer and header.issued:
        return _slug(f"{header.number} {header.issuer} {header.issued.isoformat()}")
    return f"vb-{hashlib.sha256(same_words(text).encode()).hexdigest()[:16]}"


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", plain(words)).strip("-")


def _doubts(reading: HeaderReading, path: str) -> list[Problem]:
    """A warning where fields of the header contradict each other."""
    return [Problem(path, Severity.WARNING, doubt) for doubt in reading.doubts]


def _missing(header: Header, path: str) -> list[Problem]:
    """A note for each identifying field that the document does not state."""
    fields = (
        ("số ký hiệu", header.number),
        ("ngày ban hành", header.issued),
        ("cơ quan ban hành", header.issuer),
    )
    absent = [name for name, value in fields if value is None]
    if not absent:
        return []
    name = PurePath(path).name
    return [Problem(path, Severity.NOTE, f"“{name}” không ghi {', '.join(absent)}.")]


# "chỉ đạo EVN", and nothing of a number: "15/QĐ-BCA". Shorter ones mean other things too.
_CAPITALS = re.compile(r"(?<![\w/\-])(?<![/\-] )[A-ZĐ]{3,}(?![\w/\-])")

_CALLED_SHORT = ("doanh nghiệp", "khác")  # levels of the registry


def _by_short_names(clauses: Sequence[Clause], registry: Registry) -> Iterator[Mention]:
    """Firms of the state by what all call them, and bodies by what the document calls them
    ("VNMAC"), which is no name that grammar reads."""
    for clause in clauses:
        folded = ""
        for word in _CAPITALS.finditer(clause.text):
            folded = folded or fold(clause.text)
            known = registry.match(clause.text, folded, word.start())
            if known is not None and registry[known[0]].level in _CALLED_SHORT:
                start, end = clause.start + word.start(), clause.start + known[1]
                yield Mention(known[0], word.group(), clause.index, start, end, None)


def _mentions(
    clauses: Sequence[Clause], tasks: Sequence[Task], home: Home, registry: Registry
) -> tuple[Mention, ...]:
    """Every agency named in a clause, with its role there if it has a task in it."""
    roles: dict[tuple[int, str], Role] = {(task.clause, task.agency): task.role for task in tasks}
    found: list[Mention] = []
    for clause in clauses:
        reader = Reader(clause.text, registry=registry)
        end = 0
        for start in HEAD_WORDS.finditer(reader.folded):
            if start.start() < end or not clause.text[start.start()].isupper():
                continue
            actors = reader.actors(start.start())
            if actors is None:
                continue
            end = actors.end
            found.extend(
                Mention(
                    agency=home.complete(actor.name),
                    named_as=actor.named_as,
                    clause=clause.index,
                    start=clause.start + actor.start,
                    end=clause.start + actor.end,
                    role=roles.get((clause.index, home.complete(actor.name))),
                )
                for actor in actors.members
            )
    named = {(mention.clause, mention.agency) for mention in found}
    for mention in _by_short_names(clauses, registry):
        if (mention.clause, mention.agency) not in named:
            named.add((mention.clause, mention.agency))
            found.append(mention)
    for task in tasks:
        if (task.clause, task.agency) not in named:
            # Inherited from a heading, or assigned by a line of a plan: named elsewhere.
            clause = clauses[task.clause]
            found.append(
                Mention(
                    task.agency, task.named_as, task.clause, clause.start, clause.start, task.role
                )
            )
    return tuple(sorted(found, key=lambda mention: (mention.clause, mention.start)))


def _deadlines(
    clauses: Sequence[Clause], header: Header, tasks: Sequence[Task]
) -> tuple[tuple[int, Deadline], ...]:
    """Every deadline by clause: those stated in it, and those a plan's line gives it."""
    skipped = (ClauseKind.HEADER, ClauseKind.GROUND, ClauseKind.RECIPIENT, ClauseKind.SIGNATURE)
    found: dict[tuple[int, int], tuple[int, Deadline]] = {}
    for clause in clauses:
        if clause.kind not in skipped:
            for deadline in find_deadlines(clause.text, issued=header.issued, offset=clause.start):
                found[clause.index, deadline.start] = (clause.index, deadline)
    dated = {clause for clause, _ in found}
    for task in tasks:
        if task.deadline is not None and task.clause not in dated:
            dated.add(task.clause)
            found[task.clause, task.deadline.start] = (task.clause, task.deadline)
    return tuple(found[key] for key in sorted(found))
