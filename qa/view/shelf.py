"""The library as a table, and what happens to files that are being added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.document import Problem, Severity
from corpus.text import has_words, plain
from index.rows import Head
from qa.messages import say
from qa.view.citation import file_name
from qa.view.markup import Html, day, element

__all__ = ["Upload", "fitting", "render_shelf", "render_uploads"]

_OF_NUMBER = re.compile(r"[\d/_.-]")  # found in any part of a number: "27/C" in "227/CĐ-TTg"
_SHOWN = 200  # documents listed at once


@dataclass(slots=True)
class Upload:
    """A file being added and how far it is: "waiting", "reading", "read" or "unchanged"."""

    name: str
    state: str = "waiting"
    documents: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether nothing of it could be read."""
        return self.state == "read" and not self.documents


def fitting(heads: Iterable[Head], words: str) -> list[Head]:
    """Those documents whose number, title, issuer, kind or file name hold all the words."""
    numbers = [plain(part) for part in words.split() if _OF_NUMBER.search(part)]
    rest = " ".join(part for part in words.split() if not _OF_NUMBER.search(part))

    def fits(searched: str) -> bool:
        return has_words(searched, rest) and all(part in plain(searched) for part in numbers)

    return [head for head in heads if fits(_searched(head))]


def _searched(head: Head) -> str:
    parts = (
        head.number,
        head.title,
        head.issuer,
        head.kind,
        file_name(head.path),
        day(head.issued),
    )
    return " ".join(part for part in parts if part)


def render_shelf(
    heads: Sequence[Head], counts: dict[int, tuple[int, int]], lang: str, *, searched: bool
) -> Html:
    """The table. `counts` gives clauses and problems by a document's rowid."""
    if not heads:
        words = say("shelf.none" if searched else "shelf.empty", lang)
        return element("p", words, class_="cd-empty", role="status")
    shown = heads[:_SHOWN]
    columns = ("number", "kind", "issued", "issuer", "title")
    names = [say(f"field.{column}", lang) for column in columns]
    names += [say("shelf.clauses", lang), say("shelf.problems", lang)]
    rows = [_row(head, counts.get(head.row, (0, 0)), names, lang) for head in shown]
    count = (
        say("shelf.count", lang, count=len(heads))
        if len(shown) == len(heads)
        else say("shelf.shown", lang, shown=len(shown), count=len(heads))
    )
    return element(
        "div",
        element("p", count, class_="cd-count", role="status"),
        element(
            "table",
            element("thead", element("tr", *(element("th", name, scope="col") for name in names))),
            element("tbody", *rows),
        ),
        class_="cd-shelf",
    )


def _row(head: Head, counts: tuple[int, int], names: Sequence[str], lang: str) -> Html:
    clauses, problems = counts
    opener = element(
        "button", head.number or file_name(head.path), type="button",
        data_event="show", data_document=head.id,
    )  # fmt: skip
    cells: list[object] = [
        opener, head.kind or "–", day(head.issued) or say("unstated", lang), head.issuer or "–",
        head.title or say("doc.untitled", lang), clauses, problems or "",
    ]  # fmt: skip
    return element(
        "tr",
        *(element("td", cell, data_name=name) for cell, name in zip(cells, names, strict=True)),
    )


def render_uploads(uploads: Sequence[Upload], stage: str, lang: str) -> Html:
    """Each file with how far it is and what was wrong; `stage` says what goes on now."""
    items = [
        element(
            "li",
            element("span", upload.name, class_="cd-file"),
            " – ",
            element("span", _state(upload, lang)),
            _problems(upload.problems, lang),
            class_=f"cd-up cd-up-{'failed' if upload.failed else upload.state}",
        )
        for upload in uploads
    ]
    done = sum(upload.state in {"read", "unchanged"} for upload in uploads)
    return element(
        "div",
        element("h3", stage or say("upload.heading", lang), role="status"),
        element("progress", value=done, max=len(uploads), aria_label=say("upload.heading", lang)),
        element("ul", *items),
        class_="cd-uploads",
    )


def _state(upload: Upload, lang: str) -> str:
    if upload.state != "read":
        return say(f"upload.{upload.state}", lang)
    if not upload.documents:
        return say("upload.nothing", lang)
    return say("upload.read", lang, count=upload.documents)


def _problems(problems: Sequence[Problem], lang: str) -> Html:
    told = [problem for problem in problems if problem.severity is not Severity.NOTE]
    if not told:
        return Html("")
    items = [
        element(
            "li",
            element("span", say(f"severity.{problem.severity}", lang), class_="cd-badge"),
            f" {problem.message}",
        )
        for problem in told
    ]
    return element("ul", *items)
