"""The tasks of a body in words: how many, of which roles, document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from corpus.document import Role
from index.bodies import Body
from index.rows import Head, agency_key
from qa.citation import Citation
from qa.messages import say
from qa.question import Query

__all__ = ["count_sentence", "describe", "tasks_text"]

_ORDER = (Role.LEAD, Role.JOINT, Role.SUPPORT, Role.GENERAL)


def count_sentence(roles: Sequence[Role], language: str) -> str:
    """The count in words: "12 nhiệm vụ: 9 chủ trì, 3 phối hợp; ngoài ra 4 nhiệm vụ chung"."""
    counts = Counter(roles)
    general = counts.pop(Role.GENERAL, 0)
    own = sum(counts.values())
    if general and not own:
        return say("tasks.general_only", language, count=general)
    parts = [f"{counts[role]} {say(f'role.{role}', language)}" for role in _ORDER if counts[role]]
    words = say("tasks.count", language, count=own)
    if parts:
        words += ": " + ", ".join(parts)
    return words + (say("tasks.general", language, count=general) if general else "")


def tasks_text(
    query: Query, body: Body, citations: Sequence[Citation], left_out: int, *, besides: int
) -> str:
    """The list in words. The first `besides` citations only name the body, which is told little."""
    language = query.language
    told = citations[besides:]
    counted = count_sentence([citation.role or Role.LEAD for citation in told], language)
    lines = [say("answer.tasks", language, agency=body.name, count=counted)]
    if left_out:
        lines.append(say("answer.left_out", language, count=left_out))
    old = {agency_key(item.predecessor): item for item in body.predecessors}
    if besides:
        lines += ["", say("answer.besides", language)]
        lines += [f"[{n}] “{one.quote}”" for n, one in enumerate(citations[:besides], start=1)]
    document: Head | None = None
    for number, citation in enumerate(told, start=besides + 1):
        if citation.head != document:
            document = citation.head
            lines.append("")
            lines.append(say("answer.in_document", language, document=describe(document, language)))
        role = say(f"role.{citation.role}", language) if citation.role else ""
        note = ""
        if citation.named_as and (passed := old.get(agency_key(citation.named_as))):
            note = say(
                "answer.predecessor",
                language,
                agency=citation.named_as,
                since=passed.since.strftime("%d/%m/%Y"),
            )
        elif citation.named_as:
            note = say("answer.through", language, group=citation.named_as)
        lines.append(f"[{number}] ({role}) “{citation.quote}”{note}")
    return "\n".join(lines)


def describe(head: Head, language: str) -> str:
    """A document in words: kind, number (else its file), date, issuer, as far as stated."""
    kind = head.kind or say("answer.document", language)
    unnumbered = say("answer.unnumbered", language, file=PurePath(head.path).name)
    day = head.issued.strftime("%d/%m/%Y") if head.issued else None
    parts = [f"{kind} {head.number or unnumbered}"]
    if day:
        parts.append(say("answer.of_day", language, day=day))
    if head.issuer:
        parts.append(say("answer.of_issuer", language, issuer=head.issuer))
    return " ".join(parts)
