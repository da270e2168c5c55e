"""The command line: options in, library and answers out. Heavy imports wait for the command."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpus.errors import ChidaoError, UsageError, reason_of
from qa.batch import each_line, one_of, words_of
from qa.messages import say
from qa.options import DAY, FILTERS, JSON, LIBRARY, due_days, narrowed, option, restrict
from qa.usage import Group, explain

if TYPE_CHECKING:
    from index.library import Library
    from index.register import Entry

__all__ = ["main"]

FINE, FAILURES, WRONG_USE = 0, 1, 2
_MOST_DAYS, _MOST_HITS = 36_500, 1_000_000


def _open(folder: Path | None) -> Library:
    from index.library import Library

    opened = Library.open(folder)
    opened.check_filled()
    if opened.unfinished:
        click.echo(say("library.unfinished"), err=True)
    return opened


def _print_json(value: dict[str, Any], *, indent: int | None = 2) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent))


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
@option("--rebuild", text="rebuild", is_flag=True)
@option("--samples/--no-samples", text="samples", default=None)
@LIBRARY
@JSON
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
@LIBRARY
@JSON
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
@FILTERS
@option("--role", text="role", type=click.Choice(["lead", "joint", "support", "general"]))
@option("--due-from", text="due_from", type=DAY, metavar="D")
@option("--due-to", text="due_to", type=DAY, metavar="D")
@option("--overdue", text="overdue", type=DAY, metavar="D")
@option("--within", text="within", type=click.IntRange(0, _MOST_DAYS), metavar="N")
@option("--words", text="words", metavar="W")
@option("--by-due", text="by_due", is_flag=True)
@option("--repeats", "only_repeats", text="repeats", is_flag=True)
@option("--xlsx", text="xlsx", type=click.Path(path_type=Path, dir_okay=False), metavar="F")
@option("--csv", text="csv", type=click.Path(path_type=Path, dir_okay=False), metavar="F")
@option("--docx", text="docx", type=click.Path(path_type=Path, dir_okay=False), metavar="F")
@option("--ics", text="ics", type=click.Path(path_type=Path, dir_okay=False), metavar="F")
@LIBRARY
@JSON
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
    due_from, due_to = due_days(given)
    opened = _open(library)
    agency = given.pop("agency")
    body = opened.body(agency) if agency is not None else None
    wanted = TaskFilters(
        where=restrict(opened, {"agency": None, **given}),
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


@chidao.command(help=say("help.search"))
@click.argument("query", required=False)
@option(
    "--limit",
    text="limit",
    type=click.IntRange(1, _MOST_HITS),
    default=10,
    metavar="N",
    show_default=True,
)
@option("--batch", text="batch", type=click.Path(path_type=Path), metavar="F")
@FILTERS
@LIBRARY
@JSON
def search(
    query: str | None,
    limit: int,
    batch: Path | None,
    library: Path | None,
    as_json: bool,
    **given: Any,
) -> int:
    """Find the clauses nearest to a query."""
    from qa.replies import search_reply
    from qa.terminal import print_hits

    one_of(query, batch)
    opened = _open(library)
    filters = narrowed(opened, given)

    def one(asked: str) -> dict[str, Any]:
        return search_reply(opened, asked, filters, limit)

    if batch is not None:
        return _each(batch, one)
    if as_json:
        _print_json(one(words_of(query, search=True)))
    else:
        print_hits(opened, opened.search(words_of(query, search=True), filters, limit))
    return FINE


@chidao.command(help=say("help.ask"))
@click.argument("question", required=False)
@option("--batch", text="batch", type=click.Path(path_type=Path), metavar="F")
@FILTERS
@LIBRARY
@JSON
def ask(
    question: str | None, batch: Path | None, library: Path | None, as_json: bool, **given: Any
) -> int:
    """Answer a question, each statement with the clause it stands on."""
    from qa.answer import answer
    from qa.replies import ask_reply
    from qa.terminal import print_answer

    one_of(question, batch)
    opened = _open(library)
    filters = narrowed(opened, given)

    def one(asked: str) -> dict[str, Any]:
        return ask_reply(opened, asked, filters)

    if batch is not None:
        return _each(batch, one)
    if as_json:
        _print_json(one(words_of(question)))
    else:
        print_answer(answer(opened, words_of(question), filters=filters))
    return FINE


def _each(batch: Path, one: Callable[[str], dict[str, Any]]) -> int:
    """Answer every line of a file; those that fail are named on stderr too."""
    code, found = FINE, None
    for found in each_line(batch, one):
        if "error" in found:
            click.echo(f"{batch}, {found['error']}", err=True)
            code = FAILURES
        _print_json(found, indent=None)
    if found is None:
        click.echo(say("batch.empty", file=batch), err=True)
    return code


@chidao.command(help=say("help.refs"))
@click.argument("document", required=False, metavar="[DOC]")
@LIBRARY
@JSON
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
@option("--host", text="host", default="127.0.0.1", show_default=True)
@option(
    "--port",
    text="port",
    type=click.IntRange(0, 65535),
    default=7860,
    metavar="N",
    show_default=True,
)
@option("--auth", text="auth", type=click.Path(path_type=Path), metavar="FILE")
@LIBRARY
def serve(host: str, port: int, auth: Path | None, library: Path | None) -> int:
    """Open the web interface."""
    from index.library import default_folder
    from ui import serve as run

    run(library or default_folder(), host=host, port=port, auth=auth)
    return FINE


@chidao.command("eval", help=say("help.eval"))
@click.argument("measure", required=False, metavar="[SET]")
@click.argument("gold", required=False, type=click.Path(path_type=Path), metavar="[PATH]")
@option("--variant", text="variant", type=click.Choice(["nodiac", "half", "abbr", "en"]))
@click.argument("other", required=False, type=click.Path(path_type=Path), metavar="[PATH2]")
@option("--html", text="html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@option("--formats", text="formats", is_flag=True)
@option("--run", "trec", text="run", type=click.Path(path_type=Path), metavar="FILE")
@LIBRARY
@JSON
def evaluate(
    measure: str | None,
    gold: Path | None,
    variant: str | None,
    trec: Path | None,
    other: Path | None,
    html: Path | None,
    formats: bool,
    library: Path | None,
    as_json: bool,
) -> int:
    """Measure quality on a gold set."""
    from eval.run import Request, run

    asked = Request(gold, library, variant, trec, other, html, formats)
    return run(measure, asked, as_json=as_json)


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
