"""From a question to an answer whose every statement cites a clause, and to the forms it is shown in."""

__all__: list[str] = []
