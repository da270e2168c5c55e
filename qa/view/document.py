"""One document as a page: what it is, its outline, and its text with every clause addressable."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from corpus.document import Clause, ClauseKind, Document, Header, Printed, Reference, Task
from index.rows import Head
from qa.messages import say
from qa.view.citation import document_name, file_name
from qa.view.markup import Html, day, element, join, text
from qa.view.sheets import render_pager, render_sheets, render_switch

__all__ = ["Shown", "clause_target", "render_document", "render_viewer"]

_DEPTHS = 6  # levels of indentation told apart
_OUTLINE_WIDTH = 90  # characters of a heading in the outline
_SENTENCE = re.compile(r"[.;:]\s")


@dataclass(frozen=True, slots=True)
class Shown:
    """A document to show. `resolve` gives the library's document that a reference means; `printed`
    its pages, if it has any."""

    document: Document
    resolve: Callable[[Reference], Head | None]
    corrected: frozenset[str] = frozenset()
    printed: Printed | None = None


def clause_target(clause: str) -> tuple[str, int]:
    """Document id and index of a clause's id ("…#12")."""
    document, _, index = clause.rpartition("#")
    return document, int(index)


def render_viewer(shown: Shown, clause: int | None, lang: str) -> Html:
    """The document beside an answer: head, outline folded away, text."""
    return element(
        "article",
        element(
            "div",
            element("h2", _name(shown.document, lang)),
            render_switch(shown.printed, lang),
            element(
                "button", "×", type="button", class_="cd-close", data_close=True,
                aria_label=say("close", lang), title=say("close", lang),
            ),
            class_="cd-bar",
        ),
        render_pager(shown.printed, lang),
        element(
            "div",
            _about(shown, lang, brief=True),
            element(
                "details",
                element("summary", say("doc.outline", lang)),
                _outline(shown.document),
                class_="cd-fold",
            ),
            _body(shown.document),
            _sheets(shown, lang),
            class_="cd-scroll",
            tabindex=0,
            role="region",
            aria_label=say("doc.text", lang),
        ),
        class_="cd-doc cd-viewer",
        data_document=shown.document.id,
        data_goto=clause,
        data_view="text" if shown.printed else None,
    )  # fmt: skip


def render_document(shown: Shown, lang: str, around: Html | None = None) -> Html:
    """The document's own page: outline, text, tasks and references side by side; above them what
    stands `around` it in the web of references."""
    document = shown.document
    return element(
        "article",
        element(
            "div",
            element("button", say("doc.back", lang), type="button", data_event="back"),
            element("h2", _name(document, lang)),
            render_switch(shown.printed, lang),
            class_="cd-bar",
        ),
        around or "",
        render_pager(shown.printed, lang),
        element(
            "div",
            element(
                "nav",
                element("h3", say("doc.outline", lang)),
                _outline(document),
                aria_label=say("doc.outline", lang),
                class_="cd-outline",
            ),
            element(
                "div",
                _about(shown, lang, brief=False),
                _body(document),
                _sheets(shown, lang),
                class_="cd-scroll",
                tabindex=0,
                role="region",
                aria_label=say("doc.text", lang),
            ),
            element(
                "aside", _tasks(document, lang), _references(shown, lang), _problems(document, lang)
            ),
            class_="cd-columns",
        ),
        class_="cd-doc cd-page",
        data_document=document.id,
        data_view="text" if shown.printed else None,
    )


def _sheets(shown: Shown, lang: str) -> Html:
    document = shown.document
    return render_sheets(shown.printed, document.id, _name(document, lang), lang)


def _name(document: Document, lang: str) -> str:
    header = document.header
    return document_name(header.kind, header.number, lang)


def _about(shown: Shown, lang: str, *, brief: bool) -> Html:
    """What is known of the document, as a list of names and values."""
    header = shown.document.header
    values = _values(header, brief=brief)
    rows: list[object] = []
    for name, value in values.items():
        told = [value or element("em", say("unstated", lang))]
        if name in shown.corrected:
            told.append(element("span", say("doc.corrected", lang), class_="cd-badge"))
        rows += [element("dt", say(f"field.{name}", lang)), element("dd", *told)]
    rows += [element("dt", say("field.file", lang)), element("dd", _file(shown.document, lang))]
    title = header.title or say("doc.untitled", lang)
    return join(
        [element("p", title, class_="cd-doctitle"), element("dl", *rows, class_="cd-about")]
    )


def _file(document: Document, lang: str) -> Html:
    """The file's name, which downloads it."""
    return element(
        "a",
        file_name(document.path),
        href=f"source?{urlencode({'document': document.id})}",
        download=True,
        title=say("doc.source", lang),
    )


def _values(header: Header, *, brief: bool) -> dict[str, str | None]:
    signer = header.signer
    values = {"number": header.number, "issued": day(header.issued), "issuer": header.issuer}
    if brief:
        return values
    return {
        "kind": header.kind,
        **values,
        "superior": header.superior,
        "place": header.place,
        "signer": ", ".join(filter(None, (signer.name, signer.position, signer.authority)))
        if signer
        else None,
        "addressees": "; ".join(header.addressees),
        "recipients": "; ".join(header.recipients),
    }


def _depths(clauses: tuple[Clause, ...]) -> list[int]:
    """How deep each clause lies, by its index."""
    depths: dict[int, int] = {}
    for clause in clauses:
        depths[clause.index] = 0 if clause.parent is None else depths.get(clause.parent, 0) + 1
    return [min(depths[clause.index], _DEPTHS) for clause in clauses]


def _body(document: Document) -> Html:
    """The text, one paragraph a clause, in the order of the text."""
    depths = _depths(document.clauses)
    order = sorted(
        zip(document.clauses, depths, strict=True), key=lambda pair: (pair[0].start, pair[0].index)
    )
    return element("div", *(_clause(clause, depth) for clause, depth in order), class_="cd-text")


def _clause(clause: Clause, depth: int) -> Html:
    classes = [f"cd-d{depth}"] if depth else []
    if clause.heading:
        classes.append("cd-h")
    if clause.kind in _QUIET:
        classes.append(f"cd-{clause.kind.value}")
    marker = element("span", clause.marker, " ", class_="cd-marker") if clause.marker else ""
    return element(
        "p", marker, clause.text,
        class_=" ".join(classes) or None, data_c=clause.index, title=clause.locator or None,
    )  # fmt: skip


_QUIET = {ClauseKind.HEADER, ClauseKind.NOTE, ClauseKind.RECIPIENT, ClauseKind.SIGNATURE}


def _outline(document: Document) -> Html:
    """Headings as links within the page."""
    depths = _depths(document.clauses)
    items = [
        element(
            "li",
            element("a", _short(clause), href="#", data_go=clause.index),
            class_=f"cd-d{depth}" if depth else None,
        )
        for clause, depth in zip(document.clauses, depths, strict=True)
        if clause.heading
    ]
    return element("ul", *items) if items else element("p", "–")


def _short(clause: Clause) -> str:
    words = " ".join(part for part in (clause.marker, clause.text) if part)
    end = _SENTENCE.search(words, 5)
    if end and end.start() < _OUTLINE_WIDTH:
        return words[: end.start()]
    return words if len(words) <= _OUTLINE_WIDTH else words[:_OUTLINE_WIDTH].rsplit(" ", 1)[0] + "…"


def _tasks(document: Document, lang: str) -> Html:
    by_agency: defaultdict[str, list[Task]] = defaultdict(list)
    for task in document.tasks:
        by_agency[task.agency].append(task)
    locators = {clause.index: clause.locator for clause in document.clauses}
    groups = [
        element(
            "details",
            element("summary", agency, f" ({len(tasks)})"),
            element("ul", *(_task(task, locators.get(task.clause, ""), lang) for task in tasks)),
        )
        for agency, tasks in by_agency.items()
    ]
    return join([element("h3", say("doc.tasks", lang, count=len(document.tasks))), *groups])


def _task(task: Task, locator: str, lang: str) -> Html:
    return element(
        "li",
        element("a", locator or "…", href="#", data_go=task.clause),
        " ",
        element("span", say(f"role.{task.role}", lang), class_=f"cd-badge cd-role-{task.role}"),
        element("span", task.deadline.text, class_="cd-badge cd-due") if task.deadline else "",
    )


def _references(shown: Shown, lang: str) -> Html:
    items = []
    for reference in shown.document.references:
        head = shown.resolve(reference)
        found = (
            element(
                "a", say("doc.in_library", lang), href="#", data_event="show", data_document=head.id
            )
            if head
            else ""
        )
        items.append(
            element(
                "li",
                element("span", reference.relation.value, class_="cd-badge"),
                " ",
                element("a", reference.text, href="#", data_go=reference.clause),
                " ",
                found,
            )
        )
    heading = element("h3", say("doc.references", lang, count=len(items)))
    return join([heading, element("ul", *items)]) if items else heading


def _problems(document: Document, lang: str) -> Html:
    if not document.problems:
        return Html("")
    items = [
        element(
            "li",
            element("span", say(f"severity.{problem.severity}", lang), class_="cd-badge"),
            " ",
            text(problem.message),
            f" ({say('line', lang, line=problem.line)})" if problem.line else "",
        )
        for problem in document.problems
    ]
    return join([element("h3", say("doc.problems", lang, count=len(items))), element("ul", *items)])
