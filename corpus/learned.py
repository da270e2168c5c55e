"""What was learned from annotated names, as weights of what is seen at a place in a text.

A file of this package has a weight a line: what is seen, a tab, the weight; of nothing seen, the base.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import exp

__all__ = ["TOKEN", "chance", "weights"]

TOKEN = re.compile(r"[\w/&%-]+|[^\w\s]")
"""A word, as names are made of, or a mark."""


@cache
def weights(name: str) -> dict[str, float]:
    """What a file of this package has learned, read once."""
    lines = (files("corpus") / name).read_text(encoding="utf-8").splitlines()
    return {seen: float(weight) for seen, weight in (line.split("\t") for line in lines)}


def chance(known: dict[str, float], seen: Iterable[str]) -> float:
    """The chance that a logistic regression gives to what is seen, in (0, 1)."""
    return 1 / (1 + exp(-known[""] - sum(known[one] for one in seen if one in known)))
