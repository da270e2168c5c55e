"""From a question to an answer whose every statement cites a clause, and the forms it takes."""

__all__: list[str] = []
