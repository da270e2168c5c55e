"""Questions that lean on the one before: "còn Công an tỉnh?", "ai ký?", "nó còn hiệu lực?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.text import collapse, plain
from index.rows import Head
from qa.cues import cues
from qa.named_documents import NamedDocument
from qa.question import Intent, Query

__all__ = ["follow_up"]

_THEN = cues("other")["then"]
_LEANS = re.compile(r"(?<!\w)(?:nay|do|no|van ban tren|it|this|that)(?!\w)")
_SHORT = 6  # words of a question that may lean on the document shown before it


def _on_shown(query: Query, previous: Query, shown: Sequence[Head]) -> Query:
    """Of the document that the question before named, or whose answer showed no other, where the
    question names none: "Ai ký?", "nó có hiệu lực khi nào?"."""
    named = query.places or query.periods or query.kind_named
    bare = plain(query.text)
    short = len(bare.split()) <= _SHORT and not query.agencies
    leans = _LEANS.search(bare) is not None
    if query.documents or query.intent not in (Intent.METADATA, Intent.REFERENCE):
        return query
    if not leans and (named or not short):
        return query
    before = [document for document in previous.documents if document.heads]
    if not before and not shown:
        return query
    meant = before[0].heads if before else tuple(shown)
    return replace(query, documents=(NamedDocument(None, meant[0].number or "", 0, 0, meant),))


def follow_up(query: Query, previous: Query, shown: Sequence[Head] = ()) -> Query:
    """A question that leans on the one before ("còn Công an tỉnh?"), completed from it; `shown` is
    the one document of its answer.

    What it names replaces what was named; the intent, topic and documents carry over.
    """
    query = _on_shown(query, previous, shown)
    if not _THEN.search(query.text) or (query.topic and len(query.topic.split()) > 4):
        return query
    asked_about = bool(query.agency or query.documents or query.places)
    lead = _THEN.search(query.topic)
    topic = query.topic[lead.end() :].strip(" ,") if lead else query.topic
    topic = previous.topic if asked_about or not topic else topic
    return replace(
        previous,
        text=query.text,
        topic=topic,
        language=query.language,
        form=query.form,
        agency=query.agency or previous.agency,
        agencies=query.agencies or previous.agencies,
        documents=query.documents or previous.documents,
        places=query.places or previous.places,
        search=collapse(
            f"{query.search.strip(' ?')} {topic} {query.agency or previous.agency or ''}"
        ),
    )
