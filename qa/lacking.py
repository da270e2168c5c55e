"""What an answer that was found lacks, so that it is none after all.

Here the clause that is quoted first is held against the question once more.
"""

from __future__ import annotations

from qa.citation import Answer
from qa.question import Intent, Query
from qa.wanted import says_wanted

__all__ = ["lacks"]

_FOUND = (Intent.CONTENT, Intent.OWNER, Intent.DEADLINE)  # what clauses answer, and no register


def lacks(query: Query, given: Answer) -> bool:
    """Whether what the answer quotes first cannot be what is asked for."""
    if given.abstained or not given.citations or query.intent not in _FOUND:
        return False
    first = given.citations[0]
    return not says_wanted(query, first.clause.text, " . ".join(first.clause.context))
