"""What a person at a terminal reads. All imports of rich are here, and only when it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from corpus.document import Document, Problem, Severity
from index.finding import clauses_among
from index.library import Library
from index.register import Entry
from index.rows import Head
from index.search import Hit
from index.update import Progress, Report
from qa.citation import Answer
from qa.export.columns import bodies, day, deadline_words, heading
from qa.messages import say
from qa.repeats import Repeat, repeat_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = [
    "count_words",
    "print_answer",
    "print_document",
    "print_hits",
    "print_quote",
    "print_references",
    "print_repeats",
    "print_report",
    "print_tasks",
    "progress_bar",
    "title_line",
]

_SHOWN = 20  # warnings listed; the rest and all notes are counted
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)


def _text(words: str, style: str = "") -> Text:
    """Words as they are: no markup, and no codes that would steer the terminal."""
    from rich.text import Text

    return Text(_CONTROL.sub(" ", words), style=style)


@contextmanager
def progress_bar(*, shown: bool) -> Iterator[Progress]:
    """A bar on stderr while something is done, if it is a terminal and `shown`."""
    console = _console(stderr=True)
    if not (shown and console.is_terminal):
        yield lambda _stage, _done, _total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    with Bar(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=console, transient=True,
    ) as bar:  # fmt: skip
        stages = {
            name: bar.add_task(say(f"stage.{name}"), visible=False)
            for name in ("read", "embed", "index", "ask")
        }

        def show(stage: str, done: int, total: int) -> None:
            bar.update(stages[stage], completed=done, total=total, visible=True)

        yield show


def print_report(report: Report) -> None:
    """What an indexing run did; errors in full, the rest in short."""
    console = _console()
    shown = [problem for problem in report.problems if problem.severity is Severity.ERROR]
    shown += [p for p in report.problems if p.severity is Severity.WARNING][:_SHOWN]
    print_problems(shown)
    if len(report.problems) > len(shown):
        more = say("index.more", count=len(report.problems) - len(shown))
        _console(stderr=True).print(more)
    console.print(
        say(
            "index.done",
            documents=report.documents,
            clauses=report.clauses,
            seconds=report.seconds,
        )
    )
    console.print(
        say(
            "index.changes",
            added=report.added,
            updated=report.updated,
            unchanged=report.unchanged,
            removed=report.removed,
        )
    )


def print_problems(problems: Sequence[Problem]) -> None:
    """Problems on stderr, one a line."""
    console = _console(stderr=True)
    for problem in problems:
        place = [say("page", page=problem.page)] if problem.page else []
        place += [say("line", line=problem.line)] if problem.line else []
        where = f"{problem.path}{' (' + ', '.join(place) + ')' if place else ''}"
        label = say(f"severity.{problem.severity}")
        console.print(
            _text(f"{label}: ", _STYLES[problem.severity]), _text(f"{where}: {problem.message}"),
            sep="", soft_wrap=True,
        )  # fmt: skip


def title_line(head: Head) -> str:
    """A document in one line: number, day, issuer, title."""
    number = head.number or f"{say('unstated')} ({PurePath(head.path).name})"
    parts = (head.kind, number, day(head.issued), head.issuer, head.title)
    return " · ".join(part for part in parts if part)


def print_document(document: Document) -> None:
    """The header and then every clause with its locator."""
    console = _console()
    header = document.header
    signer = header.signer
    values = {
        "file": document.path,
        "number": header.number,
        "kind": header.kind,
        "title": header.title,
        "issuer": header.issuer,
        "superior": header.superior,
        "place": header.place,
        "issued": day(header.issued),
        "signer": ", ".join(filter(None, (signer.name, signer.position, signer.authority)))
        if signer
        else None,
        "addressees": "; ".join(header.addressees) or None,
        "recipients": "; ".join(header.recipients) or None,
    }
    for name, value in values.items():
        console.print(_text(f"{heading(name)}: ", "bold"), _text(value or say("unstated")), sep="")
    console.print()
    for clause in document.clauses:
        words = f"{clause.marker} {clause.text}" if clause.marker else clause.text
        console.print(
            _text(f"[{clause.index}] {clause.locator}", "cyan"),
            _text(words, "bold" if clause.heading else ""),
            sep="\n", soft_wrap=True,
        )  # fmt: skip
    print_problems(document.problems)


def count_words(entries: Sequence[Entry], agency: str | None) -> str:
    """How many tasks there are; of one agency by role, as answers count them."""
    if agency is None:
        return say("tasks.count", count=len(entries))
    from qa.answers.task_words import count_sentence

    return f"{agency}: {count_sentence([entry.task.role for entry in entries], 'vi')}"


def print_tasks(entries: Sequence[Entry], agency: str | None) -> None:
    """Tasks in tables, one for each document."""
    from rich.table import Table

    console = _console()
    if not entries:
        console.print(say("tasks.none"))
        return
    for head, tasks in groupby(entries, key=lambda entry: entry.head):
        table = Table(
            title=_text(title_line(head), "bold"),
            title_justify="left",
            show_lines=True,
            expand=True,
        )
        for name, ratio in (
            ("locator", 3),
            ("quote", 8),
            ("agency", 3),
            ("role", 2),
            ("deadline", 2),
        ):
            table.add_column(heading(name), ratio=ratio, overflow="fold")
        for entry in tasks:
            cells = (entry.clause.locator, entry.clause.text, bodies(entry),
                     say(f"role.{entry.task.role}"), deadline_words(entry))  # fmt: skip
            table.add_row(*map(_text, cells))
        console.print(table)
    console.print(count_words(entries, agency))


def print_repeats(pairs: Sequence[Repeat]) -> None:
    """Pairs of tasks told twice, the earlier on the left."""
    from rich.table import Table

    console = _console()
    for pair in pairs:
        table = Table(title_justify="left", show_lines=True, expand=True,
                      title=_text(repeat_line(pair), "bold"))  # fmt: skip
        sides = (pair.earlier, pair.later)
        for entry in sides:
            table.add_column(
                _text(f"{title_line(entry.head)}\n{entry.clause.locator}"), ratio=1, overflow="fold"
            )
        table.add_row(*(_text(entry.clause.text) for entry in sides))
        if any(entry.task.deadline for entry in sides):
            table.add_row(*(_text(deadline_words(entry), "bold") for entry in sides))
        console.print(table)
    console.print(say("repeats.count", count=len(pairs)) if pairs else say("repeats.none"))


def print_quote(number: int, head: Head, locator: str, quote: str, note: str = "") -> None:
    """One cited clause: [n] document, locator, and the exact words."""
    console = _console()
    console.print(
        _text(f"[{number}] ", "bold cyan"), _text(title_line(head)), sep="", soft_wrap=True
    )
    console.print(_text(f"    {locator}{f' · {note}' if note else ''}", "cyan"), soft_wrap=True)
    console.print(_text(f"    “{quote}”"), soft_wrap=True)


def print_hits(library: Library, hits: Sequence[Hit]) -> None:
    """What a search found, best first."""
    found = clauses_among(library.store, [hit.clause for hit in hits])
    if not found:
        _console().print(say("search.none"))
    for number, hit in enumerate(hits, start=1):
        if hit.clause in found:
            head, clause = found[hit.clause]
            print_quote(number, head, clause.locator, clause.text, f"{hit.score:.2f}")


def print_answer(answer: Answer) -> None:
    """The statement, then the clauses it stands on; or the nearest ones, named as just that."""
    console = _console()
    for notice in answer.notices:
        console.print(_text(notice, "yellow"), soft_wrap=True)
    for line in answer.text.split("\n"):
        console.print(_text(line), soft_wrap=True)
    console.print()
    if answer.abstained and answer.nearest:
        console.print(_text(say("ask.nearest", answer.language), "bold"))
    shown: str | None = None
    for number, citation in enumerate(answer.nearest or answer.citations, start=1):
        note = say(f"role.{citation.role}", answer.language) if citation.role else ""
        if citation.quote not in answer.text:
            print_quote(number, citation.head, citation.locator, citation.quote, note)
            shown = None
            continue
        # The words stand in the answer already: only where they are from is left to say.
        if citation.head.id != shown:
            console.print(_text(title_line(citation.head)), soft_wrap=True)
            shown = citation.head.id
        place = f"  [{number}] {citation.locator}{f' · {note}' if note else ''}"
        console.print(_text(place, "cyan"), soft_wrap=True)


def print_references(found: Mapping[str, Any]) -> None:
    """What a document cites and who cites it; or the web, one edge a line."""
    console = _console()
    if "edges" in found:
        names = {node["id"]: node["number"] or node["id"] for node in found["nodes"]}
        for edge in found["edges"]:
            line = f"{names[edge['from']]} —{edge['relation']}→ {names[edge['to']]}"
            console.print(_text(f"{line} ({edge['count']})"), soft_wrap=True)
        return
    for side in ("cites", "cited_by"):
        console.print(_text(say(f"refs.{side}"), "bold"))
        if not found[side]:
            console.print(_text(say("refs.none")))
        for cited in found[side]:
            document = cited["document"]
            named = cited["reference"]["text"] if side == "cites" else document["number"]
            what = f"{named or document['id']} · {cited['reference']['relation']}"
            console.print(_text(f"{what} · {cited['locator']}"), soft_wrap=True)
