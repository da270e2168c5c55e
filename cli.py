"""The command line: options in, library and answers out. Heavy imports wait for the command."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corpus.errors import ChidaoError, UsageError, reason_of
from qa.batch import each_line, words_of
from qa.messages import say
from qa.usage import Group, explain

if TYPE_CHECKING:
    from index.filters import Filters
    from index.library import Library
    from index.register import Entry

__all__ = ["main"]

FINE, FAILURES, WRONG_USE = 0, 1, 2
_MOST_DAYS, _MOST_HITS = 36_500, 1_000_000
_SECOND_DAY = date(1, 1, 2)  # of the calendar: the first one has no day before it

Command = TypeVar("Command", bound=Callable[..., Any])


class _Day(click.ParamType[date, str]):
    """A day as 2025-12-31 or 31/12/2025."""

    name = "ngày"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            if "/" in value:
                number, month, year = map(int, value.split("/"))
                return date(year, month, number)
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” không phải ngày: hãy viết 2025-12-31 hoặc 31/12/2025", param, ctx)


DAY = _Day()


def _option(*names: str, text: str, **settings: Any) -> Callable[[Command], Command]:
    return click.option(*names, help=say(f"option.{text}"), **settings)


def _all(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


_json = _option("--json", "as_json", text="json", is_flag=True)
_library = _option("--library", text="library", type=click.Path(path_type=Path), metavar="DIR")
_filters = _all(
    _option("--agency", text="agency", metavar="A"),
    _option("--kind", text="kind", metavar="K"),
    _option("--issuer", text="issuer", metavar="I"),
    _option("--from", "issued_from", text="from", type=DAY, metavar="D"),
    _option("--to", "issued_to", text="to", type=DAY, metavar="D"),
    _option("--document", text="document", metavar="DOC"),
)


def _open(folder: Path | None) -> Library:
    from index.library import Library

    opened = Library.open(folder)
    opened.check_filled()
    if opened.unfinished:
        click.echo(say("library.unfinished"), err=True)
    return opened


def _restrict(library: Library, given: dict[str, Any]) -> Filters:
    """The filters that the options name; agency and document as the library knows them.

    Filters that make no sense are refused.
    """
    from index.empty import check_filters
    from index.filters import Filters

    agency, document = given.pop("agency"), given.pop("document")
    filters = Filters(
        agencies=library.body(agency).names if agency is not None else (),
        document=library.find(document).id if document is not None else None,
        **given,
    )
    check_filters(library.store, filters)
    return filters


def _narrowed(library: Library, given: dict[str, Any]) -> Filters:
    """The filters that the options name; those that let no clause through are told on stderr."""
    from index.empty import why_no_clause

    filters = _restrict(library, given)
    if said := why_no_clause(library.store, filters):
        click.echo(said, err=True)
    return filters


def _print_json(value: dict[str, Any], *, indent: int | None = 2) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def _elapsed_ms(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 2)


@click.group(
    cls=Group,
    help=say("help.chidao"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="chidao", message="%(version)s", help=say("option.version"))
def chidao() -> None:
    """All commands hang on this one."""


@chidao.command(help=say("help.index"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH…")
@_option("--rebuild", text="rebuild", is_flag=True)
@_option("--samples/--no-samples", text="samples", default=None)
@_library
@_json
def index(
    paths: tuple[Path, ...],
    rebuild: bool,
    samples: bool | None,
    library: Path | None,
    as_json: bool,
) -> int:
    """Build or update the library."""
    from importlib.resources import files

    from corpus.document import Severity
    from index.library import Library, default_folder
    from qa.present import report_json
    from qa.terminal import print_report, progress_bar

    ours = Path(str(files("corpus") / "samples"))
    if samples:
        paths = (*paths, ours)
    if not paths and not rebuild:
        raise UsageError("Hãy cho tệp hoặc thư mục cần lập chỉ mục: chidao index THƯ_MỤC")
    with progress_bar(shown=not as_json) as progress:
        opened = Library(library or default_folder())
        report = opened.update(
            paths,
            rebuild=rebuild,
            progress=progress,
            without=() if samples is not False else (ours,),
            workers=os.cpu_count() or 1,
        )
    if as_json:
        _print_json(report_json(report))
    else:
        print_report(report)
    failed = any(problem.severity is Severity.ERROR for problem in report.problems)
    return FAILURES if failed else FINE


@chidao.command(help=say("help.show"))
@click.argument("document", metavar="DOC")
@_library
@_json
def show(document: str, library: Path | None, as_json: bool) -> int:
    """Show one document."""
    from qa.present import document_json
    from qa.terminal import print_document

    opened = _open(library)
    found = opened.document(opened.find(document).id)
    if as_json:
        _print_json(document_json(opened, found))
    else:
        print_document(found)
    return FINE


@chidao.command(help=say("help.tasks"))
@_filters
@_option("--role", text="role", type=click.Choice(["lead", "joint", "support", "general"]))
@_option("--due-from", text="due_from", type=DAY, metavar="D")
@_option("--due-to", text="due_to", type=DAY, metavar="D")
@_option("--overdue", text="overdue", type=DAY, metavar="D")
@_option("--within", text="within", type=click.IntRange(0, _MOST_DAYS), metavar="N")
@_option("--words", text="words", metavar="W")
@_option("--by-due", text="by_due", is_flag=True)
@_option("--repeats", "only_repeats", text="repeats", is_flag=True)
@_option("--xlsx", text="xlsx", type=click.Path(path_type=Path, dir_okay=False), metavar="F")
@_option("--csv", text="csv", type=click.Path(path_type=Path, dir_okay=False), metavar="F")
@_option("--docx", text="docx", type=click.Path(path_type=Path, dir_okay=False), metavar="F")
@_option("--ics", text="ics", type=click.Path(path_type=Path, dir_okay=False), metavar="F")
@_library
@_json
def tasks(
    role: str | None,
    words: str | None,
    by_due: bool,
    only_repeats: bool,
    library: Path | None,
    as_json: bool,
    **given: Any,
) -> int:
    """List the register of tasks, complete."""
    from corpus.document import Role
    from index.empty import why_no_task
    from index.register import TaskFilters
    from qa.export.write import FORMATS, write
    from qa.present import tasks_json
    from qa.terminal import print_tasks

    files = {form: given.pop(form) for form in FORMATS}
    due_from, due_to = _due(given)
    opened = _open(library)
    agency = given.pop("agency")
    body = opened.body(agency) if agency is not None else None
    wanted = TaskFilters(
        where=_restrict(opened, {"agency": None, **given}),
        roles=(Role(role),) if role else (),
        due_from=due_from,
        due_to=due_to,
        words=words,
    )
    if body is None:
        entries = opened.tasks(wanted, by_due_date=by_due)
    else:
        entries = opened.dossier(body, wanted, by_due_date=by_due)
    if not entries:
        click.echo(why_no_task(opened.store, body, wanted), err=True)
    name = body.name if body else None
    if only_repeats:
        if any(files.values()):
            raise UsageError(say("repeats.no_file"))
        return _repeats(opened, entries, name, as_json=as_json)
    for form, path in files.items():
        if path is not None:
            click.echo(write(form, entries, path, name), err=True)
    if as_json:
        _print_json(tasks_json(entries, name))
    elif not any(files.values()):
        print_tasks(entries, name)
    return FINE


def _repeats(
    library: Library, entries: Sequence[Entry], agency: str | None, *, as_json: bool
) -> int:
    from qa.present import repeats_json
    from qa.repeats import repeats
    from qa.terminal import print_repeats

    pairs = repeats(library, entries)
    if as_json:
        _print_json(repeats_json(pairs, agency))
    else:
        print_repeats(pairs)
    return FINE


def _due(given: dict[str, Any]) -> tuple[date | None, date | None]:
    """The first and the last due day that the options allow."""
    from index.empty import check_days

    first, last = given.pop("due_from"), given.pop("due_to")
    check_days(first, last, "Khoảng hạn")
    if overdue := given.pop("overdue"):
        last = min(filter(None, (last, max(overdue, _SECOND_DAY) - timedelta(days=1))))
    if (within := given.pop("within")) is not None:
        today = datetime.now().astimezone().date()
        first = max(filter(None, (first, today)))
        last = min(filter(None, (last, today + timedelta(days=within))))
    return first, last


@chidao.command(help=say("help.search"))
@click.argument("query", required=False)
@_option(
    "--limit",
    text="limit",
    type=click.IntRange(1, _MOST_HITS),
    default=10,
    metavar="N",
    show_default=True,
)
@_option("--batch", text="batch", type=click.Path(path_type=Path), metavar="F")
@_filters
@_library
@_json
def search(
    query: str | None,
    limit: int,
    batch: Path | None,
    library: Path | None,
    as_json: bool,
    **given: Any,
) -> int:
    """Find the clauses nearest to a query."""
    from qa.present import hits_json
    from qa.terminal import print_hits

    opened = _open(library)
    filters = _narrowed(opened, given)

    def one(asked: str) -> dict[str, Any]:
        began = time.perf_counter()
        found = opened.search(asked, filters, limit)
        return {**hits_json(opened, found), "elapsed_ms": _elapsed_ms(began)}

    if batch is not None:
        return _each(batch, one)
    if as_json:
        _print_json(one(words_of(query)))
    else:
        print_hits(opened, opened.search(words_of(query), filters, limit))
    return FINE


@chidao.command(help=say("help.ask"))
@click.argument("question", required=False)
@_option("--batch", text="batch", type=click.Path(path_type=Path), metavar="F")
@_filters
@_library
@_json
def ask(
    question: str | None, batch: Path | None, library: Path | None, as_json: bool, **given: Any
) -> int:
    """Answer a question, each statement with the clause it stands on."""
    from qa.answer import answer
    from qa.present import answer_json
    from qa.terminal import print_answer

    opened = _open(library)
    filters = _narrowed(opened, given)

    def one(asked: str) -> dict[str, Any]:
        began = time.perf_counter()
        found = answer(opened, asked, filters=filters)
        return {**answer_json(found), "elapsed_ms": _elapsed_ms(began)}

    if batch is not None:
        return _each(batch, one)
    if as_json:
        _print_json(one(words_of(question)))
    else:
        print_answer(answer(opened, words_of(question), filters=filters))
    return FINE


def _each(batch: Path, one: Callable[[str], dict[str, Any]]) -> int:
    """Answer every line of a file; those that fail are named on stderr too."""
    code = FINE
    for found in each_line(batch, one):
        if "error" in found:
            click.echo(f"{batch}, {found['error']}", err=True)
            code = FAILURES
        _print_json(found, indent=None)
    return code


@chidao.command(help=say("help.refs"))
@click.argument("document", required=False, metavar="[DOC]")
@_library
@_json
def refs(document: str | None, library: Path | None, as_json: bool) -> int:
    """Show what a document cites and who cites it, or the whole web."""
    from qa.present import references_json
    from qa.terminal import print_references

    found = references_json(_open(library), document)
    if as_json:
        _print_json(found)
    else:
        print_references(found)
    return FINE


@chidao.command(help=say("help.serve"))
@_option("--host", text="host", default="127.0.0.1", show_default=True)
@_option(
    "--port",
    text="port",
    type=click.IntRange(0, 65535),
    default=7860,
    metavar="N",
    show_default=True,
)
@_option("--auth", text="auth", type=click.Path(path_type=Path), metavar="FILE")
@_library
def serve(host: str, port: int, auth: Path | None, library: Path | None) -> int:
    """Open the web interface."""
    from index.library import default_folder
    from ui import serve as run

    run(library or default_folder(), host=host, port=port, auth=auth)
    return FINE


@chidao.command("eval", help=say("help.eval"))
@click.argument("measure", required=False, metavar="[SET]")
@click.argument("gold", required=False, type=click.Path(path_type=Path), metavar="[PATH]")
@_option("--variant", text="variant", type=click.Choice(["nodiac", "half", "abbr", "en"]))
@click.argument("other", required=False, type=click.Path(path_type=Path), metavar="[PATH2]")
@_option("--html", text="html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@_option("--run", "trec", text="run", type=click.Path(path_type=Path), metavar="FILE")
@_library
@_json
def evaluate(
    measure: str | None,
    gold: Path | None,
    variant: str | None,
    trec: Path | None,
    other: Path | None,
    html: Path | None,
    library: Path | None,
    as_json: bool,
) -> int:
    """Measure quality on a gold set."""
    from eval.run import Request, run

    return run(measure, Request(gold, library, variant, trec, other, html), as_json=as_json)


def run(arguments: list[str]) -> int:
    """Carry out one command line; its exit code."""
    try:
        _check_letters(arguments)
        code = chidao.main(arguments, prog_name="chidao", standalone_mode=False)
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        return WRONG_USE
    except ChidaoError as error:
        click.echo(str(error), err=True)
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        return 130  # as shells count it: ended by Ctrl+C
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: nothing more to say
        return FINE
    except OSError as error:  # a full disk behind our output, a folder taken away meanwhile
        where = f" “{error.filename}”" if error.filename else ""
        click.echo(f"Không đọc hoặc ghi được{where}: {reason_of(error)}", err=True)
        return FAILURES
    return int(code or FINE)


def _check_letters(arguments: list[str]) -> None:
    """Refuse bytes that are no letters: nothing could look them up, keep or print them.

    Raises:
        UsageError: an argument holds such bytes.
    """
    for argument in arguments:
        try:
            argument.encode("utf-8")
        except UnicodeEncodeError as error:
            shown = argument.encode("utf-8", "replace").decode("utf-8")
            raise UsageError(f"“{shown}” không phải chữ UTF-8. Hãy gõ hoặc đổi tên lại.") from error


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Whatever the locale of the machine is; half a letter in a question breaks no answer.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
