"""How well headers are read: accuracy per field against a catalogue of the documents.

The gold is JSON lines beside the documents (metadata.jsonl): file, number, kind, issuer (the
catalogue's short form), signer, issued. A field counts as right when it says the same, whatever
the tone placement; a field the gold does not give is not counted.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.document import Document, Header, Problem
from corpus.errors import UsageError
from corpus.load import load
from corpus.text import collapse, fold

__all__ = [
    "FIELDS",
    "FieldScore",
    "ReadingReport",
    "catalogue_names",
    "evaluate_reading",
    "gold_files",
    "report",
]

FIELDS = ("number", "kind", "issued", "signer", "issuer")


@dataclass(frozen=True, slots=True)
class FieldScore:
    """Of `total` documents whose gold has the field, `right` were read right; `accuracy` 0 to 1."""

    right: int
    total: int

    @property
    def accuracy(self) -> float:
        """The share read right; 1.0 when there was nothing to read."""
        return self.right / self.total if self.total else 1.0


@dataclass(slots=True)
class ReadingReport:
    """Scores by field, overall and by file suffix, and every miss as (file, field, read, gold)."""

    documents: int
    seconds: float
    pages: int
    fields: dict[str, FieldScore]
    formats: dict[str, dict[str, FieldScore]]
    misses: list[tuple[str, str, str | None, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """The same as one JSON object, accuracies as numbers between 0 and 1."""
        return {
            "documents": self.documents,
            "seconds": round(self.seconds, 3),
            "pages": self.pages,
            "fields": _scores(self.fields),
            "formats": {suffix: _scores(scores) for suffix, scores in self.formats.items()},
            "misses": [
                {"file": file, "field": name, "read": read, "gold": gold}
                for file, name, read, gold in self.misses
            ],
        }


def evaluate_reading(folder: Path, gold: Path | None = None) -> ReadingReport:
    """Returns the scores of reading every document that the gold names.

    Args:
        folder: where the documents lie, in any format: "a.txt" of the gold is found as "a.pdf" too.
        gold: JSON lines; `folder/metadata.jsonl` by default.

    Raises:
        UsageError: there is no gold, or none of its documents is there.
    """
    gold = gold or folder / "metadata.jsonl"
    expected = _entries(gold)
    began = time.perf_counter()
    counted: dict[tuple[str, str], list[bool]] = {}
    misses: list[tuple[str, str, str | None, str]] = []
    problems: list[Problem] = []
    documents = pages = 0
    for entry in expected:
        for path in _files(folder, entry["file"]):
            loaded = load(path)
            problems += loaded.problems
            document = loaded.documents[0] if loaded.documents else None
            documents += 1
            pages += _pages(document)
            for name, read, right in _compare(document, entry):
                counted.setdefault((path.suffix.lower(), name), []).append(right)
                if not right:
                    misses.append((path.name, name, read, entry[name]))
    if not documents:
        raise UsageError(f"Không tìm thấy văn bản nào của “{gold.name}” trong “{folder}”.")
    suffixes = sorted({suffix for suffix, _ in counted})
    return ReadingReport(
        documents=documents,
        seconds=time.perf_counter() - began,
        pages=pages,
        fields={name: _score(counted, name, suffixes) for name in FIELDS},
        formats={
            suffix: {name: _score(counted, name, [suffix]) for name in FIELDS}
            for suffix in suffixes
        },
        misses=misses,
        problems=problems,
    )


def gold_files(folder: Path) -> list[str]:
    """The file names that the gold of a folder names and that are there.

    Raises:
        UsageError: there is no gold.
    """
    names = [str(entry["file"]) for entry in _entries(folder / "metadata.jsonl")]
    return [name for name in names if (folder / name).is_file()]


def _entries(gold: Path) -> list[dict[str, Any]]:
    if not gold.is_file():
        raise UsageError(f"Không có tệp chuẩn “{gold}”: cần một dòng JSON cho mỗi văn bản.")
    return [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]


def _files(folder: Path, name: str) -> list[Path]:
    return sorted(path for path in folder.glob(f"{Path(name).stem}.*") if path.is_file())


def _pages(document: Document | None) -> int:
    return max((clause.page or 1 for clause in document.clauses), default=1) if document else 0


def _compare(
    document: Document | None, entry: Mapping[str, str | None]
) -> Iterable[tuple[str, str | None, bool]]:
    """(field, what was read, whether it is right) for each field that the gold gives."""
    header = document.header if document else Header()
    read = {
        "number": header.number,
        "kind": header.kind,
        "issued": header.issued.isoformat() if header.issued else None,
        "signer": header.signer.name if header.signer else None,
        "issuer": header.issuer,
    }
    for name in FIELDS:
        gold = entry.get(name)
        if gold is None:
            continue
        names = catalogue_names(header) if name == "issuer" else {read[name] or ""}
        yield name, read[name], _key(gold) in {_key(said) for said in names if said}


def _key(text: str) -> str:
    return fold(collapse(text))


def catalogue_names(header: Header) -> set[str]:
    """The short forms under which a catalogue may file an issuer.

    Councils and committees go by their place ("Tỉnh Bắc Ninh"), a department by its own name,
    alone, with its place, or by the place of the committee it belongs to.
    """
    if header.issuer is None:
        return set()
    names = {header.issuer}
    own, above = _place(header.issuer), _place(header.superior or "")
    if own:
        names.add(own)
    if above:
        names |= {above, f"{header.issuer} {above}"}
    return names


def _place(body: str) -> str | None:
    """The place of a body, "Tỉnh Bắc Ninh" for its committee, or None."""
    for kind in ("tỉnh ", "thành phố "):
        at = fold(body).find(kind)
        if at >= 0:
            return body[at].upper() + body[at + 1 :]
    return None


def _score(
    counted: Mapping[tuple[str, str], list[bool]], name: str, suffixes: Iterable[str]
) -> FieldScore:
    results = [right for suffix in suffixes for right in counted.get((suffix, name), ())]
    return FieldScore(sum(results), len(results))


def _scores(scores: Mapping[str, FieldScore]) -> dict[str, dict[str, float]]:
    return {
        name: {"right": score.right, "total": score.total, "accuracy": round(score.accuracy, 4)}
        for name, score in scores.items()
    }


def report(result: ReadingReport, *, shown: int = 20) -> str:
    """Returns the table people read: a row a field, a column a format, then the misses."""
    columns = list(result.formats)
    lines = ["field     all            " + " ".join(f"{suffix:14}" for suffix in columns).rstrip()]
    for name in FIELDS:
        cells = [result.fields[name], *(result.formats[suffix][name] for suffix in columns)]
        lines.append((f"{name:10}" + "".join(f"{_cell(cell):15}" for cell in cells)).rstrip())
    speed = result.pages / result.seconds if result.seconds else 0.0
    lines.append(f"{result.documents} documents, {result.seconds:.1f} s, {speed:.1f} pages/s")
    for file, name, read, gold in result.misses[:shown]:
        lines.append(f"  {file}: {name} read as {read or 'nothing'}, gold {gold}")
    if len(result.misses) > shown:
        lines.append(f"  … and {len(result.misses) - shown} more")
    return "\n".join(lines)


def _cell(score: FieldScore) -> str:
    return f"{score.accuracy:6.1%} {score.right}/{score.total}" if score.total else "—"
