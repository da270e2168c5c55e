"""One document in every format: is it read the same from each?

Every document is read as it lies, written out in other formats (eval/writers.py) and read back.
What differs is a fault of a reader or, rarely, of a writer: either way it shows here.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel, Levenshtein

from corpus.document import Clause, ClauseKind, Document, Header
from corpus.load import load
from corpus.text import collapse
from eval.scanned import Scanner, as_scan
from eval.writers import Sheet, as_docx, as_html, converted, sheet

__all__ = ["FORMATS", "FormatScore", "evaluate_formats", "gold_documents"]

FORMATS = ("docx", "html", "pdf", "odt", "rtf", "doc", "scan")
_SAMPLED = frozenset(["odt", "rtf", "doc"])  # each costs a start of LibreOffice to read
_PAGE = 2400  # characters: a nominal page, so that speeds of formats compare
_SCANNED_PAGES = 5  # a longer document is not among those scanned
_FRAME = frozenset(
    [ClauseKind.HEADER, ClauseKind.ADDRESSEE, ClauseKind.RECIPIENT, ClauseKind.SIGNATURE]
)
_HEADER = (*(name.name for name in fields(Header)), "signer_name")


@dataclass(frozen=True, slots=True)
class _Read:
    """One document read back from one format."""

    name: str
    right: frozenset[str]  # fields of the header that came back as they were
    clauses: float  # share of the clauses that came back, 0 to 1
    letters: float  # share of the body's characters that came back, 0 to 1
    pages: float  # nominal
    seconds: float
    first: str  # the first difference, for people


@dataclass(slots=True)
class FormatScore:
    """How a format fares over all documents written in it."""

    reads: list[_Read] = field(default_factory=list)
    skipped: str | None = None  # why nothing could be written

    def as_json(self) -> dict[str, Any]:
        """Shares between 0 and 1; `same_documents` those without any difference."""
        if not self.reads:
            return {"documents": 0, "skipped": self.skipped}
        count = len(self.reads)
        worst = sorted(self.reads, key=lambda read: (read.clauses, len(read.right)))[:3]
        seconds = sum(read.seconds for read in self.reads)
        return {
            "documents": count,
            "fields": {
                name: round(sum(name in read.right for read in self.reads) / count, 4)
                for name in _HEADER
            },
            "same_clauses": round(sum(read.clauses for read in self.reads) / count, 4),
            "same_documents": round(sum(not read.first for read in self.reads) / count, 4),
            "characters": round(sum(read.letters for read in self.reads) / count, 4),
            "pages_per_second": round(sum(read.pages for read in self.reads) / seconds, 1),
            "worst": [
                {"file": read.name, "clauses": round(read.clauses, 4), "first": read.first}
                for read in worst
                if read.first
            ],
        }


def gold_documents(folder: Path, names: Sequence[str]) -> dict[str, Document]:
    """The documents of `folder` that are one readable file each, by file name."""
    found: dict[str, Document] = {}
    for name in names:
        loaded = load(folder / name)
        if len(loaded.documents) == 1:
            found[name] = loaded.documents[0]
    return found


def evaluate_formats(
    folder: Path, names: Sequence[str], *, sample: int = 20, only: Sequence[str] = FORMATS
) -> dict[str, FormatScore]:
    """Returns, by format, how the documents come back from it.

    Args:
        folder: where the documents lie.
        names: their file names.
        sample: how many are written in the formats that are slow to read (scans, old Word).
        only: the formats asked for.
    """
    wanted = gold_documents(folder, names)
    sheets = {name: sheet(folder / name) for name in wanted}
    word = {name: as_docx(sheets[name]) for name in wanted}
    some = sorted(wanted)[:: max(1, len(wanted) // sample)]
    scores: dict[str, FormatScore] = {}
    with tempfile.TemporaryDirectory(prefix="chidao-eval-") as passing:
        place = Path(passing)
        for suffix in only:
            score = scores[suffix] = FormatScore()
            try:
                for name, data in _written(suffix, word, sheets, some, place):
                    score.reads.append(_read_back(wanted[name], name, data, suffix, place))
            except OSError as error:
                score.skipped = str(error)
    return scores


def _written(
    suffix: str, word: dict[str, bytes], sheets: dict[str, Sheet], some: Sequence[str], place: Path
) -> Iterator[tuple[str, bytes]]:
    if suffix == "docx":
        yield from word.items()
    elif suffix == "html":
        yield from ((name, as_html(page)) for name, page in sheets.items())
    elif suffix == "scan":
        chosen = {name: word[name] for name in some}
        for at, (name, data) in enumerate(converted(chosen, "pdf", place).items()):
            if _page_count(data) <= _SCANNED_PAGES:
                turned = (-1) ** at * (0.3 + 0.1 * (at % 8))
                yield name, as_scan(data, Scanner(turned=turned, soft=0.6, stamped=True, seed=at))
    else:
        chosen = {name: word[name] for name in some} if suffix in _SAMPLED else word
        yield from converted(chosen, suffix, place).items()


def _page_count(pdf: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _read_back(wanted: Document, name: str, data: bytes, suffix: str, place: Path) -> _Read:
    path = place / f"{Path(name).stem}.{'pdf' if suffix == 'scan' else suffix}"
    path.write_bytes(data)
    began = time.perf_counter()
    loaded = load(path)
    seconds = time.perf_counter() - began
    found = loaded.documents[0] if len(loaded.documents) == 1 else Document("", "", "", "")
    exact = suffix != "scan"
    ours, theirs = _shape(wanted, exact=exact), _shape(found, exact=exact)
    right = frozenset(n for n in _HEADER if _field(found, n) == _field(wanted, n))
    return _Read(
        name=name,
        right=right,
        clauses=Indel.normalized_similarity(ours, theirs),
        letters=Levenshtein.normalized_similarity(_body(wanted), _body(found)),
        pages=len(wanted.text) / _PAGE,
        seconds=seconds,
        first=_difference(wanted, found, ours, theirs),
    )


def _field(document: Document, name: str) -> object:
    """A field of the header; of the signer also the name alone, without office and authority."""
    signer = document.header.signer
    if name == "signer_name":
        return signer and signer.name
    return getattr(document.header, name)


def _shape(document: Document, *, exact: bool) -> list[tuple[str, ...]]:
    """The clauses of the body; head and tail, printed in columns, are compared by their fields.

    White space aside: where a line ended in a hyphen, none can tell whether a space followed. Each
    with what it hangs on: not with its locator, since one paragraph too many would renumber all
    that follow it.
    """
    return [
        (*_said(clause, exact=exact), *(_said(document.clauses[clause.parent], exact=exact)
        if clause.parent is not None else ()))
        for clause in _below(document)
    ]  # fmt: skip


def _said(clause: Clause, *, exact: bool) -> tuple[str, ...]:
    return (clause.kind.value, clause.marker or "", "".join(clause.text.split()) if exact else "")


def _below(document: Document) -> list[Clause]:
    return [clause for clause in document.clauses if clause.kind not in _FRAME]


def _body(document: Document) -> str:
    return collapse(" ".join(f"{c.marker or ''} {c.text}" for c in _below(document)))


def _difference(
    wanted: Document, found: Document, ours: list[tuple[str, ...]], theirs: list[tuple[str, ...]]
) -> str:
    """The first thing that did not come back as it was, in a few words; "" if all did."""
    for name in _HEADER:
        before, after = _field(wanted, name), _field(found, name)
        if before != after:
            return f"{name}: {_short(before)} → {_short(after)}"
    for at, (before, after) in enumerate(zip(ours, theirs, strict=False)):
        if before != after:
            return f"clause {at}: {_short(before)} → {_short(after)}"
    if len(ours) != len(theirs):
        return f"{len(ours)} clauses → {len(theirs)}"
    places = zip(_below(wanted), _below(found), strict=True)
    moved = next((one.locator for one, other in places if one.locator != other.locator), "")
    return moved and f"locator: {moved}"


def _short(value: object) -> str:
    text = " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return text if len(text) <= 90 else f"{text[:60]} … {text[-25:]}"
