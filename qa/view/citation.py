"""A citation in the form that officials write, and the parts of one piece of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from corpus.document import Deadline, Role
from index.rows import Head
from qa.messages import say
from qa.view.markup import Html, day, element, join

__all__ = [
    "clause_id",
    "document_name",
    "file_name",
    "official",
    "render_badges",
    "render_head",
]


def clause_id(document_id: str, index: int) -> str:
    """What a click on a citation sends back to name the clause."""
    return f"{document_id}#{index}"


def document_name(kind: str | None, number: str | None, lang: str) -> str:
    """Returns "Công văn số 1122/UBND-VX", or what there is of it."""
    known = kind or say("cite.document", lang)
    if number:
        return say("cite.number", lang, kind=known, number=number)
    return say("cite.unnumbered", lang, kind=known)


def file_name(path: str) -> str:
    """The file's own name; inside an archive, the archive's name and the way within."""
    parts = PurePath(path.replace("\\", "/")).parts
    for number, part in enumerate(parts[:-1]):
        if part.lower().endswith(".zip"):
            return "/".join(parts[number:])
    return parts[-1] if parts else path


def _name_of(head: Head, lang: str) -> str:
    """The name of a document of the library."""
    return document_name(head.kind, head.number, lang)


def official(head: Head, locator: str, lang: str) -> str:
    """Returns "điểm b khoản 2 Điều 5, Công văn số … ngày … của …" without what is not stated."""
    parts = [_name_of(head, lang)]
    if head.issued:
        parts.append(say("cite.issued", lang, day=day(head.issued)))
    if head.issuer:
        parts.append(say("cite.issuer", lang, issuer=head.issuer))
    return ", ".join(part for part in (locator, " ".join(parts)) if part)


def render_head(head: Head, lang: str) -> Html:
    """A document's name, day, issuer and title, over what is cited from it."""
    title = head.title or say("doc.untitled", lang)
    return element(
        "header",
        element(
            "p",
            element("strong", _name_of(head, lang)),
            "" if head.number else element("span", file_name(head.path)),
            element("span", day(head.issued) or say("unstated", lang)),
            element("span", head.issuer) if head.issuer else "",
            class_="cd-facts",
        ),
        element("h3", title, class_="cd-title", title=title if len(title) > 120 else None),
    )


def render_badges(role: Role | None, deadlines: Iterable[Deadline | None], lang: str) -> Html:
    """Role and deadlines as badges."""
    badges: list[object] = []
    if role is not None:
        badges.append(element("span", say(f"role.{role}", lang), class_=f"cd-badge cd-role-{role}"))
    badges += [
        element("span", say("badge.due", lang), " ", _words(deadline), class_="cd-badge cd-due")
        for deadline in deadlines
        if deadline is not None
    ]
    return join(badges)


def _words(deadline: Deadline) -> str:
    """The deadline as written, and its day where the words do not name it ("trong 05 ngày")."""
    due = deadline.due or deadline.date
    if due is None:
        return deadline.text
    numbers = {int(found) for found in re.findall(r"\d+", deadline.text)}
    named = {due.day, due.month, due.year} <= numbers
    return deadline.text if named else f"{deadline.text} ({day(due)})"
