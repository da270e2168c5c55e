"""How completely, and how rightly, tasks are found: `chidao eval tasks GOLD`.

GOLD is a tasks.jsonl: {"doc", "agency", "role", "quote", "deadline", "deadline_date"} a line; `doc`
is a file's name without extension, `quote` the beginning of a leaf clause, white space collapsed.
One record is one agency told by one leaf; a found record is right when agency and leaf agree.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from corpus.document import Document, Role, Task
from corpus.errors import UsageError, reason_of
from corpus.load import load
from corpus.text import collapse, fold
from eval.places import folders_of, quote_of
from index.library import Library

__all__ = ["GoldTask", "Score", "documents_of", "evaluate", "leaves_of", "read_gold", "score"]


@dataclass(frozen=True, slots=True)
class GoldTask:
    """What a person found: one agency, one leaf."""

    doc: str
    agency: str
    role: str
    quote: str
    deadline: str | None
    deadline_date: str | None


@dataclass(slots=True)
class Score:
    """Counts over one document or all. Rates are between 0 and 1; None where nothing counts."""

    gold: int = 0
    found: int = 0
    right: int = 0
    gold_doers: int = 0  # gold records of role lead or joint
    right_doers: int = 0
    roles: int = 0
    deadlines: int = 0  # of the right ones: same words and same day, or none in both
    dated: int = 0  # right ones whose gold has a deadline
    dated_right: int = 0
    wrong_addressee: int = 0  # found, on a leaf that the gold gives to others
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    misjudged: list[str] = field(default_factory=list)  # right ones with another role
    mistimed: list[str] = field(default_factory=list)  # right ones with another deadline

    def add(self, other: Score) -> None:
        """Count another document in."""
        for name in self.__slots__:
            value = getattr(self, name)
            setattr(self, name, value + getattr(other, name))

    def as_json(self) -> dict[str, Any]:
        """Returns counts and rates, and what was missed and added, as plain values."""
        return {
            "gold": self.gold,
            "found": self.found,
            "recall": _rate(self.right, self.gold),
            "recall_lead_joint": _rate(self.right_doers, self.gold_doers),
            "precision": _rate(self.right, self.found),
            "role_accuracy": _rate(self.roles, self.right),
            "deadline_accuracy": _rate(self.deadlines, self.right),
            "deadline_found_and_normalised": _rate(self.dated_right, self.dated),
            "wrong_addressee_rate": _rate(self.wrong_addressee, self.found),
            "missed": self.missed,
            "extra": self.extra,
            "misjudged": self.misjudged,
            "mistimed": self.mistimed,
        }


def _rate(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def read_gold(path: Path) -> list[GoldTask]:
    """The gold records of a file.

    Raises:
        UsageError: the file is missing, or a line is not a record.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
        entries = [json.loads(line) for line in lines if line.strip()]
        return [_record(entry, quote_of(entry, folders_of(path.parent))) for entry in entries]
    except OSError as error:
        raise UsageError(f"Không đọc được bộ chuẩn “{path}”: {reason_of(error)}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"Bộ chuẩn “{path}” có dòng sai dạng: {error}.") from error


def _record(entry: Mapping[str, Any], quote: str) -> GoldTask:
    return GoldTask(
        doc=entry["doc"],
        agency=entry["agency"],
        role=str(Role(entry["role"])),
        quote=quote,
        deadline=entry.get("deadline"),
        deadline_date=entry.get("deadline_date"),
    )


def documents_of(
    golds: Iterable[GoldTask], folder: Path, library: Library | None
) -> list[Document]:
    """The documents that the gold names: beside the gold file, else in the library.

    Raises:
        UsageError: one of them is in neither.
    """
    found: list[Document] = []
    folders = folders_of(folder)
    for name in dict.fromkeys(gold.doc for gold in golds):
        beside = next(
            (p for among in folders for p in sorted(among.glob(f"{name}.*")) if p.is_file()), None
        )
        loaded = load(beside).documents if beside else ()
        if not loaded and library is not None:
            loaded = tuple(
                library.document(head.id)
                for head in library.heads()
                if PurePath(head.path).stem == name
            )
        if not loaded:
            raise UsageError(f"Không thấy văn bản “{name}” cạnh bộ chuẩn hay trong thư viện.")
        found.append(loaded[0])
    return found


def evaluate(golds: Sequence[GoldTask], documents: Sequence[Document]) -> dict[str, Any]:
    """Scores of every document and of all together, as plain values."""
    by_doc: dict[str, list[GoldTask]] = defaultdict(list)
    for gold in golds:
        by_doc[gold.doc].append(gold)
    total = Score()
    each: dict[str, Any] = {}
    for document in documents:
        name = PurePath(document.path).stem
        one = score(document, by_doc[name])
        total.add(one)
        each[name] = one.as_json()
    overall = total.as_json()
    for name in ("missed", "extra", "misjudged", "mistimed"):
        del overall[name]
    return {"overall": overall, "documents": each}


def score(document: Document, golds: Sequence[GoldTask]) -> Score:
    """Compare what was found in one document with its gold."""
    found = {(task.clause, _key(task.agency)): task for task in document.tasks}
    wanted: dict[tuple[int, str], GoldTask] = {}
    result = Score(gold=len(golds), found=len(found))
    for gold in golds:
        leaves = leaves_of(document, gold.quote)
        if not leaves:
            result.missed.append(f"{gold.agency} | {gold.quote} | không có đoạn mở đầu như vậy")
            continue
        agency = _key(gold.agency)
        free = [leaf for leaf in leaves if (leaf, agency) not in wanted] or leaves
        leaf = next((leaf for leaf in free if (leaf, agency) in found), free[0])
        wanted[leaf, agency] = gold
    doers = (Role.LEAD, Role.JOINT)
    result.gold_doers = sum(gold.role in doers for gold in golds)
    for at, gold in wanted.items():
        task = found.get(at)
        if task is None:
            result.missed.append(f"{gold.agency} | {gold.role} | {gold.quote}")
            continue
        result.right += 1
        result.right_doers += gold.role in doers
        result.roles += task.role == gold.role
        if task.role != gold.role:
            result.misjudged.append(f"{gold.agency} | {gold.role} | {task.role} | {gold.quote}")
        same = _same_deadline(task, gold)
        result.deadlines += same
        result.dated += gold.deadline is not None
        result.dated_right += same and gold.deadline is not None
        if not same:
            found_words = task.deadline.text if task.deadline else None
            result.mistimed.append(f"{gold.deadline} | {found_words} | {gold.quote}")
    told = {clause for clause, _ in wanted}
    for at, task in found.items():
        if at not in wanted:
            result.extra.append(
                f"{task.agency} | {task.role} | {document.clauses[at[0]].text[:90]}"
            )
            result.wrong_addressee += at[0] in told and task.role in doers
    return result


def _key(name: str) -> str:
    return fold(collapse(name.replace("*", "")))  # a mark of emphasis, not of the text


def leaves_of(document: Document, quote: str) -> list[int]:
    """The clauses that begin so: several where a document says the same to several bodies; else
    those that have it behind the name of their addressee."""
    start = _key(quote)
    texts = [(clause.index, _key(clause.text)) for clause in document.clauses]
    begun = [index for index, text in texts if text.startswith(start)]
    return begun or [index for index, text in texts if start in text][:1]


def _same_deadline(task: Task, gold: GoldTask) -> bool:
    if task.deadline is None or gold.deadline is None:
        return task.deadline is None and gold.deadline is None
    day = task.deadline.date.isoformat() if task.deadline.date else None
    return _key(task.deadline.text) == _key(gold.deadline) and day == gold.deadline_date
