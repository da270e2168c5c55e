"""The nouns of chidao: what a directive is once it has been read.

Everything here is frozen and holds tuples. Offsets are code points, half-open, into
`Document.text`; for every clause `document.text[clause.start:clause.end] == clause.text`.
A value the source does not state is None, never a guess and never an empty string.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "FRAME",
    "Agency",
    "Box",
    "Clause",
    "ClauseKind",
    "Deadline",
    "Document",
    "Header",
    "Mention",
    "Page",
    "Place",
    "Printed",
    "Problem",
    "Reference",
    "Relation",
    "Role",
    "Severity",
    "Signer",
    "SourceLine",
    "Task",
]


class Severity(StrEnum):
    """How much a problem costs the reader."""

    ERROR = "error"  # the file, or a part of it, could not be read at all
    WARNING = "warning"  # it was read, but something may be wrong
    NOTE = "note"  # worth knowing: a number repeats, a field is not stated


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read, or looks wrong, and where. `page` and `line` count from 1."""

    path: str
    severity: Severity
    message: str
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page as it is shown: shares of its width and height, 0 to 1, from the left
    and from the top."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line as a reader found it, before any repair. `page` and `number` count from 1.

    `boxes`: where it stands on its page, a box for each run of text between gaps of three spaces
    or more, so that a line of two columns can be parted; none in formats without pages. `cell`: a
    paragraph of a table's cell, whole, as the reader knows from its rulings.
    """

    text: str
    page: int
    number: int
    boxes: tuple[Box, ...] = ()
    cell: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is shown; `width` and `height` in points. `scanned` when it is a picture whose
    text was recognised, and so may be wrong."""

    number: int
    width: float
    height: float
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a page on which a clause is printed. `clause` is a `Clause.index`."""

    clause: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Printed:
    """The pages of a document that was read from pages, and where on them its clauses stand.

    Places are in the order of the clauses' text; a clause that runs over the end of a page has
    places on both.
    """

    pages: tuple[Page, ...]
    places: tuple[Place, ...] = ()


class ClauseKind(StrEnum):
    """The level of a clause in its document's tree (Decree 30/2020/NĐ-CP, Annex I)."""

    HEADER = "header"  # issuer, number, place and date, kind, title
    ADDRESSEE = "addressee"  # Kính gửi
    GROUND = "ground"  # căn cứ, thực hiện …: what the document rests on
    PART = "part"  # phần
    CHAPTER = "chapter"  # chương
    SECTION = "section"  # mục (named so)
    ARTICLE = "article"  # điều
    ROMAN = "roman"  # I, II
    ITEM = "item"  # 1., 2.: khoản below an article, mục elsewhere
    SUBITEM = "subitem"  # 1.1, 1.1.2
    POINT = "point"  # a), b)
    COUNTED = "counted"  # (1), (i)
    BULLET = "bullet"  # -
    PLUS = "plus"  # +
    STAR = "star"  # *
    PARAGRAPH = "paragraph"  # no marker
    ANNEX = "annex"  # phụ lục, or a regulation issued with the document
    NOTE = "note"  # footnote
    RECIPIENT = "recipient"  # nơi nhận
    SIGNATURE = "signature"


FRAME = frozenset(
    {ClauseKind.HEADER, ClauseKind.ADDRESSEE, ClauseKind.RECIPIENT, ClauseKind.SIGNATURE}
)
"""What stands around the text of a document, and says nothing of its matter."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A citable unit at any level of the tree.

    `text` is the clause's own paragraph without its marker and without its children.
    `parent` is the `index` of another clause of the same document. `context` is the path of
    headings above it, outermost first: what an embedding needs and a quote must not contain.
    """

    index: int
    kind: ClauseKind
    locator: str
    text: str
    start: int
    end: int
    marker: str | None = None
    heading: bool = False
    parent: int | None = None
    context: tuple[str, ...] = ()
    page: int | None = None
    line: int | None = None


class Role(StrEnum):
    """How an agency is bound by a task."""

    LEAD = "lead"  # told to act alone, or "chủ trì"
    JOINT = "joint"  # named together with others as those who act
    SUPPORT = "support"  # another leads; this one is "phối hợp với"
    GENERAL = "general"  # reached through a group that is not spelled out


@dataclass(frozen=True, slots=True)
class Agency:
    """A body of the registry, or one that the open grammar found (then `known` is False).

    `name` is the full name without office-holder's title or abbreviation ("Bộ Y tế").
    """

    name: str
    known: bool = True
    group: bool = False  # "Các Sở, ban, ngành": a class of bodies, not spelled out


@dataclass(frozen=True, slots=True)
class Mention:
    """An agency as it is named in a clause; offsets into `Document.text`."""

    agency: str
    named_as: str
    clause: int
    start: int
    end: int
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time by which, or at which, something is due.

    `date` only when the words name one exact day. `due` is the last day that still keeps the
    deadline ("Quý I/2026" → 2026-03-31), for sorting. `recurring` when it comes again.
    """

    text: str
    date: dt.date | None
    recurring: bool
    start: int
    end: int
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What one agency is told to do by one leaf clause. `clause` is a `Clause.index`."""

    agency: str
    role: Role
    clause: int
    named_as: str
    together_with: tuple[str, ...] = ()
    deadline: Deadline | None = None


class Relation(StrEnum):
    """What a document says about the document it mentions."""

    BASIS = "căn cứ"
    EXECUTES = "thực hiện"
    FOLLOWS = "theo"
    AMENDS = "sửa đổi"
    SUPPLEMENTS = "bổ sung"
    REPLACES = "thay thế"
    REPEALS = "bãi bỏ"
    MENTIONS = "nhắc đến"


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of another document, as far as the words identify it."""

    text: str
    number: str | None
    kind: str | None
    issued: dt.date | None
    issuer: str | None
    relation: Relation
    clause: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed. `position` is the office held ("Phó Chủ tịch"), `authority` the capacity
    in which it was signed as printed ("KT. CHỦ TỊCH"), or None."""

    name: str | None
    position: str | None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What identifies a document (Decree 30/2020/NĐ-CP, Annex I). Missing fields are None."""

    number: str | None = None
    kind: str | None = None
    title: str | None = None
    issuer: str | None = None
    superior: str | None = None
    place: str | None = None
    issued: dt.date | None = None
    signer: Signer | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A directive that has been read (văn bản).

    `id` is made of number, issuer and date where all three are known, else of a content hash:
    a number alone is no key (87/2025/QĐ-UBND exists in two provinces). `digest` is the SHA-256
    of the source file's bytes, in hex. `printed` is there when the document has just been read
    from pages; in a library it stays behind until it is asked for, and is no part of what makes
    two documents equal.
    """

    id: str
    path: str
    digest: str
    text: str
    header: Header = field(default_factory=Header)
    clauses: tuple[Clause, ...] = ()
    mentions: tuple[Mention, ...] = ()
    deadlines: tuple[tuple[int, Deadline], ...] = ()  # (clause index, deadline)
    tasks: tuple[Task, ...] = ()
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()
    printed: Printed | None = field(default=None, compare=False)
