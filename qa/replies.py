"""What programs get for a question or a query: the JSON of the command line, of HTTP and of MCP."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from index.filters import Filters
from index.library import Library
from qa.answer import answer
from qa.present import answer_json, hits_json

__all__ = ["ask_reply", "search_reply"]

Json = dict[str, Any]


def ask_reply(library: Library, question: str, filters: Filters) -> Json:
    """The answer to a question, with the milliseconds it took.

    Raises:
        UsageError: the question is empty.
        NoLibraryError: there is no document in the library.
    """
    return _timed(lambda: answer_json(answer(library, question, filters=filters)))


def search_reply(library: Library, query: str, filters: Filters, limit: int) -> Json:
    """The clauses nearest to a query, best first, with the milliseconds it took.

    Raises:
        NoLibraryError: there is no document in the library.
    """
    return _timed(lambda: hits_json(library, library.search(query, filters, limit)))


def _timed(reply: Callable[[], Json]) -> Json:
    began = time.perf_counter()
    found = reply()
    return {**found, "elapsed_ms": round((time.perf_counter() - began) * 1000, 2)}
