"""The clause that closes a decision: its offices "chịu trách nhiệm thi hành Quyết định này"."""

from __future__ import annotations

import re

from corpus.text import plain

__all__ = ["asks_who_enforces", "closes"]

_CLOSING = re.compile(
    r"chiu trach nhiem (?:thi hanh(?!\w)|thuc hien\b.{0,60}\bnay\b)|can cu quyet dinh thi hanh"
)
_ENFORCING = re.compile(
    r"thi hanh|thuc hien|trien khai|chap hanh|lam theo|chiu trach nhiem|implement|enforc|"
    r"responsible|carr(?:y|ies|ied) out|execut"
)


def closes(text: str) -> bool:
    """Whether a clause only says who sees to a decision as a whole."""
    return _CLOSING.search(plain(text)) is not None


def asks_who_enforces(question: str) -> bool:
    """Whether that is what is asked for."""
    return _ENFORCING.search(plain(question)) is not None
