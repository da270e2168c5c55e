"""Whether a question asks for a list and for nothing besides: what a list of all answers has no
topic of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.text import plain
from qa.periods import periods_in
from qa.question import Query

__all__ = ["asks_only"]


def asks_only(query: Query, asking: Iterable[re.Pattern[str]], named: Iterable[str] = ()) -> bool:
    """Whether nothing is left of the topic without times, numbers, these names and what each of
    the patterns finds in turn, over the topic without diacritics."""
    topic = plain(query.topic)
    for name in named:
        topic = topic.replace(plain(name), " ")
    for period in reversed(periods_in(topic)):
        topic = f"{topic[: period.start]} {topic[period.end :]}"
    for pattern in asking:
        topic = pattern.sub(" ", topic)
    return re.search(r"[^\W\d]", topic) is None
