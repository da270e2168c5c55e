"""`chidao eval MEASURE PATH`: which measure is meant, and how its figures are printed."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from corpus.errors import UsageError
from index.library import Library, default_folder

__all__ = ["MEASURES", "Request", "run"]


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked to be measured. `path` is the gold; None stands for our own samples."""

    path: Path | None
    library: Path | None
    variant: str | None = None
    trec: Path | None = None
    other: Path | None = None  # the second run of a comparison; of reading, the gold
    html: Path | None = None
    formats: bool = False  # of reading: write the documents out in every format, too

    def gold(self, name: str) -> Path:
        """The gold file asked for, or the one of that name on our own samples."""
        return self.path or Path(str(resources.files("eval") / "gold" / "samples" / name))

    @contextmanager
    def opened(self) -> Iterator[Library]:
        """The library asked about; for our own gold a passing one of our own samples."""
        if self.path is not None or self.library is not None:
            library = Library.open(self.library or default_folder())
            library.check_filled()
            yield library
            return
        with tempfile.TemporaryDirectory(prefix="chidao-eval-") as folder:
            library = Library(Path(folder))
            library.update([Path(str(resources.files("corpus") / "samples"))])
            yield library
            library.close()

    def needed(self) -> Path:
        """The path asked for, which this measure cannot do without."""
        if self.path is None:
            raise UsageError("Hãy cho thư mục bộ chuẩn: chidao eval TÊN THƯ_MỤC")
        return self.path


def _answers(request: Request) -> dict[str, Any]:
    from eval import answers

    golds = answers.read_gold(request.gold("questions.jsonl"))
    with request.opened() as library:
        figures = dict(answers.as_json(answers.evaluate(library, golds)))
    if request.html is not None:
        from eval.report import html_page

        request.html.write_text(html_page(figures), encoding="utf-8")
    return figures


def _diff(request: Request) -> dict[str, Any]:
    from eval import report

    if request.path is None or request.other is None:
        raise UsageError("Hãy cho hai kết quả: chidao eval diff TRƯỚC.json SAU.json")
    return report.compare(report.read_run(request.path), report.read_run(request.other))


def _reading(request: Request) -> dict[str, Any]:
    from eval import reading

    folder = request.needed()
    figures = reading.evaluate_reading(folder, request.other).as_json()
    if request.formats:
        from eval.formats import evaluate_formats

        scores = evaluate_formats(folder, reading.gold_files(folder))
        figures["written_as"] = {suffix: score.as_json() for suffix, score in scores.items()}
    return figures


def _beir(request: Request) -> dict[str, Any]:
    from eval import beir
    from eval.variants import Variant
    from qa.terminal import progress_bar

    variant = Variant(request.variant) if request.variant else None
    with progress_bar(shown=True) as progress:
        return beir.evaluate(request.needed(), variant=variant, run=request.trec, progress=progress)


def _tasks(request: Request) -> dict[str, Any]:
    from eval import tasks

    gold = request.gold("tasks.jsonl")
    golds = tasks.read_gold(gold)
    samples = Path(str(resources.files("corpus") / "samples"))
    folder = gold.parent if request.path is not None else samples
    held = request.library or default_folder()
    library = (
        Library.open(held) if request.path is not None and (held / "library.db").is_file() else None
    )
    return tasks.evaluate(golds, tasks.documents_of(golds, folder, library))


MEASURES: dict[str, Callable[[Request], dict[str, Any]]] = {
    "answers": _answers,
    "diff": _diff,
    "reading": _reading,
    "beir": _beir,
    "tasks": _tasks,
}


def run(measure: str | None, request: Request, *, as_json: bool) -> int:
    """Measure and print; the exit code.

    Raises:
        UsageError: there is no such measure, or its gold cannot be read.
    """
    name = measure or "answers"
    if name not in MEASURES:
        raise UsageError(f"Không có phép đo “{name}”. Có: {', '.join(MEASURES)}.")
    figures = MEASURES[name](request)
    if as_json:
        print(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        _print(figures)
    return 0


def _print(figures: Mapping[str, Any], indent: str = "") -> None:
    """Figures as an indented list; single questions and documents only in the JSON."""
    for name, value in figures.items():
        if isinstance(value, Mapping):
            print(f"{indent}{name}")
            _print(value, indent + "  ")
        elif isinstance(value, float):
            print(f"{indent}{name:<18} {value:.4f}")
        elif isinstance(value, list) and name in ("won", "lost"):
            print(f"{indent}{name}", *value, sep=f"\n{indent}  ")
        elif not isinstance(value, list):
            print(f"{indent}{name:<18} {value}")
