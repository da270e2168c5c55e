"""Several questions in one breath."""

from __future__ import annotations

from qa.parts import parts_of


def test_a_question_asked_again_and_again_is_answered_once() -> None:
    """Five hundred times the same question is one question; two are two, in order."""
    assert parts_of("Sở Y tế làm gì? " * 500) == ["Sở Y tế làm gì?"]
    two = "Sở Y tế làm gì? Công an tỉnh làm gì?"
    assert parts_of(two) == ["Sở Y tế làm gì?", "Công an tỉnh làm gì?"]
