"""Reading directives: from the lines of a file to a Document with its clauses, agencies and tasks.

The data's way: `read` (a format → lines) → `layout` (lines → clean text) → `header`, `structure`
(clean text → clauses) → `agencies`, `tasks`, `deadlines`, `references` (annotations) → `load`.
This package knows nothing of indexes or questions.
"""

__all__: list[str] = []
