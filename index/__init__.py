"""The library on disk: SQLite as the truth, and two indexes derived from it that can be searched.

`library` builds, updates and opens it; `search` ranks clauses, `register` lists tasks.
This package knows documents (corpus) and nothing of questions.
"""

__all__: list[str] = []
