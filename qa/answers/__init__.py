"""One file for each kind of question: from its evidence to its answer."""

__all__: list[str] = []
