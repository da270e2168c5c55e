"""Measuring chidao: gold sets, measures, runs, reports. Always `from eval.measures import …`."""

__all__: list[str] = []
