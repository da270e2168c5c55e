"""How good the answers are: `chidao eval answers GOLD`, by type of question and by form.

GOLD is a questions.jsonl: {"qid", "question", "form", "type", "agency", "gold": [{"doc", "quote"}],
"answer"}; `doc` is a file's name without extension, `quote` the beginning of a clause, white space
collapsed.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath

from corpus.document import Document
from corpus.errors import UsageError
from corpus.naming import SPELLED_OUT
from corpus.text import plain
from eval.places import folders_of, quote_of
from index.library import Library
from qa.answer import answer
from qa.citation import Answer, Citation
from qa.verify import exact, facts_of

__all__ = ["Gold", "Outcome", "clauses_quoted", "evaluate", "judge", "read_gold", "summarise"]

FIRST = 3  # citations in which the right clause should be
_TYPED = ("owner", "deadline", "reference", "metadata", "tasks")


@dataclass(frozen=True, slots=True)
class Gold:
    """A judged question. `clauses` are (file name without extension, beginning of the clause)."""

    qid: str
    question: str
    form: str
    type: str
    agency: str | None
    clauses: tuple[tuple[str, str], ...]
    answer: str

    @property
    def answerable(self) -> bool:
        """Whether the library has the answer."""
        return bool(self.clauses)

    @property
    def set(self) -> str:
        """The set of questions that it was written for: "F8" of "F8-54"."""
        return self.qid.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question. `right_if_answered` looks at the nearest clauses too, for the
    risk–coverage curve. `right_first`, `recall` and the like are None where the question
    has no answer; `typed` is None where a type has no value to compare."""

    qid: str
    question: str
    form: str
    type: str
    intent: str
    abstained: bool
    right_if_answered: bool
    right_first: bool | None
    recall: float | None
    precision: float | None
    typed: bool | None
    exact: bool
    confidence: float
    ms: float
    text: str
    cited: tuple[str, ...]
    expected: tuple[str, ...]


def read_gold(path: Path) -> list[Gold]:
    """The judged questions of a file.

    Raises:
        UsageError: the file cannot be read, or a line is not a judged question.
    """
    found = []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"Không đọc được “{path}”: {error}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            clauses = tuple(
                (gold["doc"], quote_of(gold, folders_of(path.parent))) for gold in item["gold"]
            )
            found.append(
                Gold(
                    str(item["qid"]),
                    item["question"],
                    item["form"],
                    item["type"],
                    item.get("agency"),
                    clauses,
                    item.get("answer") or "",
                )
            )
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{path}, dòng {number}: không phải câu hỏi chuẩn: {error}") from error
    return found


def evaluate(
    library: Library, golds: Sequence[Gold], progress: Callable[[int, int], None] | None = None
) -> list[Outcome]:
    """Ask every question and judge what comes."""
    outcomes = []
    for number, gold in enumerate(golds, start=1):
        began = time.perf_counter()
        given = answer(library, gold.question)
        elapsed = (time.perf_counter() - began) * 1000
        outcomes.append(judge(gold, given, elapsed, library.document))
        if progress:
            progress(number, len(golds))
    return outcomes


def judge(gold: Gold, given: Answer, ms: float, document: Callable[[str], Document]) -> Outcome:
    """One answer against what was expected. An abstention has no citations, so it is wrong for
    every question that has an answer."""
    hits = [clauses_quoted(citation, gold) for citation in given.citations]
    found = set().union(*hits) if hits else set()
    answerable = gold.answerable
    return Outcome(
        qid=gold.qid,
        question=gold.question,
        form=gold.form,
        type=gold.type,
        intent=given.intent.value,
        abstained=given.abstained,
        right_if_answered=any(
            clauses_quoted(c, gold) for c in (*given.citations, *given.nearest)[:FIRST]
        ),
        right_first=any(hits[:FIRST]) if answerable else None,
        recall=len(found) / len(gold.clauses) if answerable else None,
        precision=(sum(map(bool, hits)) / len(hits) if hits else 0.0) if answerable else None,
        typed=_typed_right(gold, given) if answerable and gold.type in _TYPED else None,
        exact=all(exact(c, document(c.head.id).text) for c in (*given.citations, *given.nearest)),
        confidence=given.confidence,
        ms=ms,
        text=given.text,
        cited=tuple(
            f"{PurePath(c.head.path).stem} · {c.locator} · {c.quote[:120]}"
            for c in (*given.citations, *given.nearest)[:FIRST]
        ),
        expected=(*(f"{doc} · {quote}" for doc, quote in gold.clauses), gold.answer),
    )


def _squeeze(text: str) -> str:
    """Letters and digits only, without diacritics: layout and marks of footnotes do not count."""
    return re.sub(r"[\W_]+", "", plain(text))


def clauses_quoted(citation: Citation, gold: Gold) -> set[int]:
    """Which of the gold clauses a citation quotes."""
    stem = PurePath(citation.head.path).stem
    quote = _squeeze(citation.quote)
    return {
        number
        for number, (doc, beginning) in enumerate(gold.clauses)
        if doc == stem
        and (
            _squeeze(beginning)[:60] in quote or (len(quote) > 20 and quote in _squeeze(beginning))
        )
    }


_MONTHS = "january february march april may june july august september october november december"
_WORDED_DAY = re.compile(
    # "5 may" without a year is five machines.
    rf"(?P<day>\d{{1,2}}) (?!may(?!,? \d{{4}}))"
    rf"(?:(?P<name>{_MONTHS.replace(' ', '|')})|thang (?P<month>\d{{1,2}}))"
    r"(?:(?: nam|,)? (?P<year>\d{4}))?"
)
_ISO_DAY = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_ENGLISH_MONTH = re.compile(rf"(?P<name>{_MONTHS.replace(' ', '|')}) (?P<year>\d{{4}})")
_WORDED_MONTH = re.compile(r"(?:(\d{1,2}) )?thang (\d{1,2})(?: nam (\d{4}))?")


def _figures(text: str) -> set[str]:
    """The figures of a text; days in words or ISO 8601 as 5/12/2025, hours as "17h"."""

    def numeric(match: re.Match[str]) -> str:
        found = match.groupdict()
        month = found.get("month") or str(_MONTHS.split().index(match["name"]) + 1)
        day = f"{int(found['day'])}/" if found.get("day") else ""
        return f"{day}{int(month)}" + (f"/{match['year']}" if match["year"] else "")

    worded = _ISO_DAY.sub(numeric, plain(text))
    worded = _ENGLISH_MONTH.sub(numeric, _WORDED_DAY.sub(numeric, worded))
    worded = _WORDED_MONTH.sub(lambda m: "/".join(part for part in m.groups() if part), worded)
    return {re.sub(r"(?<!\d)0+(?=\d)", "", figure).replace("-", "/") for figure in facts_of(worded)}


def _names(text: str) -> list[str]:
    """Runs of two to five words in capitals: names of people, but for offices."""
    runs: list[list[str]] = [[]]
    for word in re.findall(r"\w+|[^\w\s]", text):
        if word[:1].isupper() and not word.isupper():
            runs[-1].append(word)
        else:
            runs.append([])
    return [" ".join(run[-3:]) for run in runs if 2 <= len(run) <= 6]


_OFFICE = re.compile(
    r"^(?:Phó |Bộ |Thủ |Chủ |Văn |Giám |Cục |Ủy |Tỉnh |Thành |Công |Chỉ |Kế |Thông |Prime |Chánh |"
    r"Decision |Decree |Circular |Resolution |Telegram |Notice |Plan )"
)
_SIGN = re.compile(r"\d+(?:/\d{4})?/[A-ZĐ][\w&]*(?:-[A-ZĐ][\w]*)*")


def _spelled_out(name: str) -> str:
    """A body's name without the abbreviations of its head: "Văn phòng UBND tỉnh"."""
    for short, full in SPELLED_OUT:
        name = short.sub(full, name)
    return name


def _typed_right(gold: Gold, given: Answer) -> bool | None:
    """Whether the value is right: the body, the days, signer and number, the documents cited."""
    if given.abstained:
        return False
    said = given.text
    if gold.type in ("tasks", "owner"):
        if not gold.agency:
            return None
        wanted = _squeeze(_spelled_out(gold.agency))
        return any(wanted in _squeeze(value) or _squeeze(value) in wanted for value in given.values)
    if gold.type == "reference":
        numbers = _SIGN.findall(gold.answer)
        text = _squeeze(said)
        return all(_squeeze(number) in text for number in numbers) if numbers else None
    figures = _figures(re.sub(r"\([^)]*\)", "", gold.answer))  # what stands aside was not asked
    if gold.type == "metadata":
        names = [name for name in _names(gold.answer) if not _OFFICE.match(name)]
        if not all(_squeeze(name) in _squeeze(said) for name in names):
            return False
        return figures <= _figures(said)
    return bool(figures & _figures(said)) if figures else None


def summarise(outcomes: Iterable[Outcome]) -> dict[str, float | int | None]:
    """The measures of a set of outcomes; None where nothing was there to measure."""
    found = list(outcomes)
    answerable = [o for o in found if o.right_first is not None]
    hopeless = [o for o in found if o.right_first is None]

    def mean(values: Iterable[float | bool | None]) -> float | None:
        known = [float(value) for value in values if value is not None]
        return round(sum(known) / len(known), 4) if known else None

    times = sorted(o.ms for o in found)
    return {
        "questions": len(found),
        "right_first": mean(o.right_first for o in answerable),
        "recall": mean(o.recall for o in answerable),
        "precision": mean(o.precision for o in answerable if not o.abstained),
        "typed_right": mean(o.typed for o in answerable),
        "refused_wrongly": mean(o.abstained for o in answerable),
        "refused_rightly": mean(o.abstained for o in hopeless),
        "exact": mean(o.exact for o in found),
        "ms_median": round(times[len(times) // 2], 1) if times else None,
        "ms_worst": round(times[-1], 1) if times else None,
    }


def as_json(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """The whole run: overall, by type, by form, and every question."""
    return {
        "all": summarise(outcomes),
        "by_type": {
            t: summarise(o for o in outcomes if o.type == t) for t in _distinct(outcomes, "type")
        },
        "by_form": {
            f: summarise(o for o in outcomes if o.form == f) for f in _distinct(outcomes, "form")
        },
        "questions": [asdict(outcome) for outcome in outcomes],
    }


def _distinct(outcomes: Sequence[Outcome], field: str) -> list[str]:
    return list(dict.fromkeys(str(getattr(outcome, field)) for outcome in outcomes))
