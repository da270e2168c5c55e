"""Small directives built by hand, so that the library is tested apart from the reading of files."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.document import (
    Clause,
    ClauseKind,
    Deadline,
    Document,
    Header,
    Mention,
    Problem,
    Reference,
    Relation,
    Role,
    Severity,
    Signer,
    Task,
)
from corpus.load import Loaded

HEADER = Header(
    number="15/CT-UBND",
    kind="Chỉ thị",
    title="Về việc phòng, chống dịch",
    issuer="Ủy ban nhân dân tỉnh Sơn Hà",
    place="Sơn Hà",
    issued=date(2025, 3, 4),
    signer=Signer("Trần Văn An", "Phó Chủ tịch", "KT. CHỦ TỊCH"),
    addressees=("Các Sở, ban, ngành",),
    recipients=("Như trên", "Lưu: VT"),
)


def directive(
    *orders: tuple[str, str, Role],
    header: Header = HEADER,
    name: str | None = None,
    path: str = "chi-thi.txt",
    deadline: tuple[str, date | None] | None = None,
) -> Document:
    """A document of one heading and one clause an order (agency, text, role)."""
    texts = ["NỘI DUNG", *(text for _, text, _ in orders)]
    text = "\n".join(texts)
    clauses: list[Clause] = []
    at = 0
    for index, part in enumerate(texts):
        clauses.append(
            Clause(
                index,
                ClauseKind.BULLET if index else ClauseKind.ITEM,
                f"mục 1, gạch đầu dòng {index}" if index else "mục 1",
                part,
                at,
                at + len(part),
                marker="-" if index else "1.",
                heading=index == 0,
                parent=0 if index else None,
                context=("NỘI DUNG",) if index else (),
                page=1,
                line=index + 1,
            )
        )
        at += len(part) + 1
    due = None
    if deadline:
        start = text.index(deadline[0])
        due = Deadline(
            deadline[0], deadline[1], False, start, start + len(deadline[0]), deadline[1]
        )
    tasks = tuple(
        Task(
            agency,
            role,
            index,
            agency,
            (),
            due if due and deadline and deadline[0] in words else None,
        )
        for index, (agency, words, role) in enumerate(orders, start=1)
    )
    return Document(
        id=name or f"{header.number} {header.issuer} {header.issued}",
        path=path,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        header=header,
        clauses=tuple(clauses),
        mentions=tuple(Mention(t.agency, t.named_as, t.clause, 0, 8, t.role) for t in tasks),
        deadlines=tuple((t.clause, t.deadline) for t in tasks if t.deadline),
        tasks=tasks,
    )


def citing(document: Document, number: str, issued: date | None = None) -> Document:
    """The document with a reference to another one in its last clause."""
    clause = document.clauses[-1]
    reference = Reference(
        number,
        number,
        "Chỉ thị",
        issued,
        None,
        Relation.EXECUTES,
        clause.index,
        clause.start,
        clause.end,
    )
    return replace(document, references=(reference,))


def fake_load(path: Path) -> Loaded:
    """Read a file as tests write it: "number | issuer | date | title", then "agency: order" lines.

    An empty file cannot be read; what begins with "?" is no directive.
    """
    words = path.read_text(encoding="utf-8")
    if not words.strip():
        return Loaded(problems=(Problem(str(path), Severity.ERROR, "tệp trống"),))
    if words.startswith("?"):
        return Loaded(problems=(Problem(str(path), Severity.NOTE, "không phải văn bản"),))
    head, *lines = words.splitlines()
    number, issuer, day, title = (part.strip() for part in head.split("|"))
    header = replace(
        HEADER, number=number, issuer=issuer, issued=date.fromisoformat(day), title=title
    )
    orders = [(line.partition(":")[0], line.partition(": ")[2], Role.LEAD) for line in lines]
    document = directive(*orders, header=header, path=str(path))
    note = Problem(str(path), Severity.NOTE, "ghi chú thử")
    return Loaded((replace(document, problems=(note,)),), (note,))


def write(
    folder: Path, name: str, *lines: str, number: str = "1/CT", day: str = "2025-01-02"
) -> Path:
    """A file that `fake_load` reads."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f"{number} | Ủy ban nhân dân tỉnh Sơn Hà | {day} | Về {name}"
    path.write_text("\n".join((head, *lines)), encoding="utf-8")
    return path


class BagEncoder:
    """A model of 64 dimensions that counts hashed words: equal texts are nearest to each other."""

    def __init__(self, name: str = "chidao", fingerprint: str = "bag-1", dim: int = 64) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self.dim = dim
        self.seen: list[str] = []

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        if not query:
            self.seen += texts
        vectors = np.zeros((len(texts), self.dim), np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for word in text.lower().split():
                row[zlib.crc32(word.encode()) % self.dim] += 1
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
