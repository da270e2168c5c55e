"""The conditions in force on a question, each with a way to drop it."""

from __future__ import annotations

from collections.abc import Mapping

from qa.messages import say
from qa.view.markup import Html, element

__all__ = ["render_chips"]

_LABELS = {"agency": "ask.agency", "kind": "ask.kind", "issuer": "ask.issuer",
           "first": "ask.from", "last": "ask.to"}  # fmt: skip


def render_chips(conditions: Mapping[str, str | None], lang: str) -> Html:
    """A chip for each condition that is set."""
    chips = [
        element(
            "button", f"{say(_LABELS[name], lang)}: {value} ×", type="button",
            data_event="unset", data_filter=name,
            aria_label=say("ask.drop", lang, name=say(_LABELS[name], lang), value=value),
        )
        for name, value in conditions.items()
        if value
    ]  # fmt: skip
    if not chips:
        return Html("")
    label = element("span", say("ask.in_force", lang), class_="cd-label")
    return element("div", label, *chips, class_="cd-chips")
