"""The page before the page: name and password."""

from __future__ import annotations

from qa.messages import say
from qa.view.markup import Html, element

__all__ = ["render_sign_in"]


def render_sign_in(style: str, problem: str | None = None) -> str:
    """A whole page; `problem` names the text that says why the last attempt failed."""
    form = element(
        "form",
        element("h1", "chidao"),
        element("p", say("page.tagline")),
        element("p", say(problem), role="alert", class_="cd-wrong") if problem else "",
        element("label", say("auth.name"), for_="name"),
        Html('<input id="name" name="name" autocomplete="username" required autofocus>'),
        element("label", say("auth.password"), for_="password"),
        Html(
            '<input id="password" name="password" type="password"'
            ' autocomplete="current-password" required>'
        ),
        element("button", say("auth.enter")),
        method="post",
        action="sign-in",
    )
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{say('page.title')}</title><style>{style}</style>"
    )
    return (
        f'<!doctype html><html lang="vi"><head>{head}</head>'
        f'<body class="cd-sign-in">{element("main", form)}</body></html>'
    )
