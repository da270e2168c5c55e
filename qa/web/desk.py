"""What all tabs share: the library, who asks, what they may do, and how errors reach them."""

from __future__ import annotations

import functools
import inspect
import json
import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NoReturn, ParamSpec, TypeVar, cast

import gradio as gr

from corpus.errors import ChidaoError
from index.library import Library
from qa.citation import Answer
from qa.messages import say
from qa.view.markup import text
from qa.web.accounts import Accounts, Right, Throttle

__all__ = ["Desk", "Labels", "Recent", "clicked_on", "html", "on_click", "refuse", "told"]

_log = logging.getLogger(__name__)
_P = ParamSpec("_P")
_R = TypeVar("_R")


class Recent:
    """The answers given last, by a token that only who asked has; the oldest are dropped."""

    def __init__(self, kept: int = 1000) -> None:
        """None yet."""
        self._kept = kept
        self._lock = threading.Lock()
        self._answers: OrderedDict[str, Answer] = OrderedDict()

    def keep(self, answer: Answer) -> str:
        """The answer's token."""
        token = secrets.token_urlsafe(16)
        with self._lock:
            self._answers[token] = answer
            while len(self._answers) > self._kept:
                self._answers.popitem(last=False)
        return token

    def get(self, token: str | None) -> Answer | None:
        """The answer, if it is still held."""
        return self._answers.get(token or "")


@dataclass(frozen=True)
class Desk:
    """One running interface. Without accounts everybody may do everything."""

    library: Library
    accounts: Accounts | None = None
    upload_megabytes: int = 50
    questions: Throttle = field(default_factory=lambda: Throttle(60))
    recent: Recent = field(default_factory=Recent)
    from_address: Throttle = field(default_factory=lambda: Throttle(600))

    def lets_edit(self, name: str | None) -> bool:
        """Whether whoever signed in under that name may change the library."""
        if self.accounts is None:
            return True
        account = self.accounts.get(name or "")
        return account is not None and account.right is Right.EDITOR

    def may_edit(self, request: gr.Request) -> bool:
        """Whether whoever sent this may change the library."""
        return self.lets_edit(request.username)

    def check_editor(self, request: gr.Request, lang: str) -> None:
        """Refuse whoever may only read."""
        if not self.may_edit(request):
            refuse(say("auth.reader_only", lang))

    def generation(self) -> int:
        """Grows with every change of the library."""
        return self.library.store.generation

    def check_pace(self, request: gr.Request, lang: str) -> None:
        """Refuse whoever asks too much in a minute: by name, else by address.

        A whole office may share one address, so an address may ask more than a name.
        """
        address = request.client.host if request.client else ""
        if not self.allows(request.username, address):
            refuse(say("limit.questions", lang, count=self.pace(request.username)))

    def allows(self, name: str | None, address: str) -> bool:
        """Count one question of that name, or of that address where nobody signs in."""
        throttle = self.questions if name else self.from_address
        return throttle.allows(name or address)

    def pace(self, name: str | None) -> int:
        """How many questions a minute are allowed."""
        return (self.questions if name else self.from_address).count


def refuse(message: str) -> NoReturn:
    """Show a message and stop; Gradio shows it as HTML, so it is escaped."""
    raise gr.Error(text(message), duration=10, print_exception=False, title="chidao")


def told(handler: Callable[_P, _R]) -> Callable[_P, _R]:
    """The handler, with our errors shown to the user and all others logged, not shown."""
    if inspect.isgeneratorfunction(handler):

        @functools.wraps(handler)
        def run_on(*args: _P.args, **kwargs: _P.kwargs) -> Iterator[object]:
            with _shown(handler.__name__):
                yield from cast("Iterator[object]", handler(*args, **kwargs))

        return cast("Callable[_P, _R]", run_on)

    @functools.wraps(handler)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        with _shown(handler.__name__):
            return handler(*args, **kwargs)

    return run


@contextmanager
def _shown(name: str) -> Iterator[None]:
    try:
        yield
    except gr.Error:
        raise
    except ChidaoError as error:
        refuse(str(error))
    except Exception:  # noqa: BLE001 - whatever it is, the page says so and goes on
        _log.exception("%s failed", name)
        refuse(say("error.unexpected"))


def html(**settings: Any) -> gr.HTML:
    """A component for our own HTML, whose marked elements send their events."""
    # Gradio knows those events of which the script has the names.
    events = ["cite", "pick", "rate", "more", "show", "back", "unset", "remove", "undo", "choose"]
    names = ", ".join(f"'{name}'" for name in events)
    return gr.HTML(
        apply_default_css=False,
        js_on_load=f"chidao.bind(element, trigger, props, watch, [{names}]);",
        **settings,
    )


def on_click(
    source: gr.HTML,
    event: str,
    run: Callable[..., object],
    inputs: Sequence[gr.blocks.Block],
    outputs: Any,
    **settings: Any,
) -> gr.events.Dependency:
    """Run a handler when an element of `source` is clicked that is marked with the event.

    What the element says of itself comes as the last input: see `clicked_on`. While one click is
    being answered the next waits; of several the last counts.
    """
    # The place of the last input is taken by the words of the page; the component is only there
    # because Gradio wants one for each.
    js = f"(...given) => [...given.slice(0, -1), chidao.clicked({event!r})]"
    settings = {"trigger_mode": "always_last", "api_visibility": "private", **settings}
    bound = getattr(source, event)(run, [*inputs, source], outputs, js=js, **settings)
    return cast("gr.events.Dependency", bound)


def clicked_on(said: str, name: str) -> str:
    """What the element clicked says under that name (`data-…`); empty when nothing."""
    return str(json.loads(said).get(name, ""))


class Labels:
    """Components whose words change with the language."""

    def __init__(self) -> None:
        """None yet."""
        self._known: list[tuple[gr.blocks.Block, dict[str, str]]] = []

    def add(self, component: gr.blocks.Block, **names: str) -> None:
        """Remember that these properties of the component show these texts."""
        self._known.append((component, names))

    @property
    def components(self) -> list[gr.blocks.Block]:
        """All of them."""
        return [component for component, _ in self._known]

    def updates(self, lang: str) -> Iterator[object]:
        """What each of them shows in that language."""
        for _, names in self._known:
            words: dict[str, Any] = {name: say(known, lang) for name, known in names.items()}
            yield gr.update(**words)
