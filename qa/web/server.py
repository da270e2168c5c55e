"""The application that serves the page: who gets in, what is downloaded, what may leave."""

from __future__ import annotations

import json
import re
import tempfile
from base64 import b64decode
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import parse_qs

import gradio as gr
from fastapi import FastAPI, Form, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    RedirectResponse,
    Response,
)
from starlette.background import BackgroundTask
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.document import Role
from corpus.errors import ChidaoError, UsageError
from corpus.text import plain
from index.register import TaskFilters
from qa.due import When, by_clause, days_meant, dossier_due, today
from qa.messages import say
from qa.view.markup import asset
from qa.view.sign_in import render_sign_in
from qa.web.accounts import Passed, Sessions, Throttle
from qa.web.desk import Desk
from qa.web.judged import judged_questions
from qa.web.page import build_page, head, theme
from qa.web.page_images import add_pages
from qa.web.programs import PATHS, add_programs

__all__ = ["create_app"]

_COOKIE = "chidao"
_ATTEMPTS = 10  # sign-ins a minute from one address

# Nothing on the page may be fetched from, or sent to, anywhere but this server. Gradio evaluates
# templates and puts scripts and styles in line, so those are allowed.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
_NAME = 60  # characters of an agency in the name of a file
_FILES = {"tasks": "nhiem-vu", "answer": "tra-loi"}
_MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}


class _Guard:
    """Lets in who is signed in, and only editors send files; tells browsers what may leave."""

    def __init__(self, app: ASGIApp, desk: Desk, sessions: Sessions) -> None:
        self._app = app
        self._desk = desk
        self._sessions = sessions
        self._passed = Passed()
        self._attempts = Throttle(_ATTEMPTS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = _POLICY
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
            await send(message)

        refusal = await self._refusal(scope)
        await (refusal or self._app)(scope, receive, with_headers)

    async def _refusal(self, scope: Scope) -> Response | None:
        accounts = self._desk.accounts
        path: str = scope["path"]
        if accounts is None and path.startswith(PATHS):
            return self._too_fast(None, _address(scope))
        if accounts is None or path == "/sign-in":
            return None
        headers = Headers(scope=scope)
        name = _signed_in(headers, self._sessions)
        if name is None and path.startswith(PATHS):
            name = await run_in_threadpool(self._by_password, headers, _address(scope))
        account = accounts.get(name) if name else None
        if account is None:
            if scope["method"] == "GET" and path == "/":
                return RedirectResponse("sign-in", status_code=303)
            return Response(status_code=401)
        if path.endswith("/upload") and account.right != "editor":
            return Response(say("auth.reader_only"), status_code=403)
        return self._too_fast(name, _address(scope)) if path.startswith(PATHS) else None

    def _too_fast(self, name: str | None, address: str) -> Response | None:
        if self._desk.allows(name, address):
            return None
        return JSONResponse({"error": say("limit.questions", count=self._desk.pace(name))}, 429)

    def _by_password(self, headers: Headers, address: str) -> str | None:
        """The name that a program signs in with on every request (RFC 7617), if it may."""
        sent = headers.get("authorization", "")
        known = self._passed.name(sent)
        if known is not None or self._desk.accounts is None:
            return known
        try:
            name, _, password = b64decode(sent.removeprefix("Basic ")).decode().partition(":")
        except ValueError:
            return None
        if not password or not self._attempts.allows(address):
            return None
        if not self._desk.accounts.check(name, password):
            return None
        self._passed.keep(sent, name)
        return name


def _address(scope: Scope) -> str:
    return scope["client"][0] if scope.get("client") else ""


def _signed_in(headers: Headers, sessions: Sessions) -> str | None:
    cookie = SimpleCookie(headers.get("cookie", "")).get(_COOKIE)
    return sessions.name(cookie.value) if cookie else None


def create_app(desk: Desk) -> FastAPI:
    """The application: our own few addresses, and the page on "/"."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    sessions = Sessions()
    app.add_middleware(_Guard, desk=desk, sessions=sessions)
    if desk.accounts is not None:
        _add_sign_in(app, desk, sessions)
    _add_downloads(app, desk, sessions)
    add_programs(app, desk.library)
    add_pages(app, desk.library)
    gr.mount_gradio_app(
        app,
        build_page(desk),
        path="/",
        theme=theme(),
        head=head(),
        auth_dependency=(
            (lambda request: _signed_in(request.headers, sessions)) if desk.accounts else None
        ),
        max_file_size=desk.upload_megabytes * 2**20,
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        mcp_server=False,
        show_error=False,
    )
    return app


def _add_sign_in(app: FastAPI, desk: Desk, sessions: Sessions) -> None:
    attempts = Throttle(_ATTEMPTS)

    @app.get("/sign-in")
    def ask() -> HTMLResponse:
        return HTMLResponse(render_sign_in(asset("page.css")))

    @app.post("/sign-in")
    def enter(
        request: Request, name: str = Form(max_length=100), password: str = Form(max_length=200)
    ) -> Response:
        address = request.client.host if request.client else ""
        if not attempts.allows(address):
            return HTMLResponse(render_sign_in(asset("page.css"), "auth.slow"), status_code=429)
        if desk.accounts is None or not desk.accounts.check(name, password):
            return HTMLResponse(render_sign_in(asset("page.css"), "auth.wrong"), status_code=401)
        entered = RedirectResponse("./", status_code=303)
        entered.set_cookie(
            _COOKIE, sessions.open(name), httponly=True, samesite="lax",
            secure=request.url.scheme == "https",
        )  # fmt: skip
        return entered

    @app.get("/sign-out")
    def leave(request: Request) -> Response:
        sessions.close(request.cookies.get(_COOKIE))
        left = RedirectResponse("sign-in", status_code=303)
        left.delete_cookie(_COOKIE)
        return left


def _add_downloads(app: FastAPI, desk: Desk, sessions: Sessions) -> None:
    @app.get("/export/questions.jsonl")
    def judged(request: Request) -> Response:
        if not desk.lets_edit(_signed_in(request.headers, sessions)):
            return Response(status_code=403)
        lines = (json.dumps(line, ensure_ascii=False) for line in judged_questions(desk.library))
        return Response(
            "".join(f"{line}\n" for line in lines),
            media_type="application/x-ndjson",
            headers={"Content-Disposition": 'attachment; filename="questions.jsonl"'},
        )

    @app.get("/source")
    def source(document: str) -> Response:
        row = desk.library.store.row(
            "SELECT f.path FROM documents d JOIN files f USING (file) WHERE d.id = ?", (document,)
        )
        if row is None or not Path(row[0]).is_file():
            return Response(say("doc.gone"), 404, media_type="text/plain; charset=utf-8")
        return FileResponse(
            row[0], media_type="application/octet-stream", filename=Path(row[0]).name
        )

    @app.get("/export/{name}.{form}")
    def export(name: str, form: str, request: Request) -> Response:
        query = {key: values[0] for key, values in parse_qs(request.url.query).items()}
        if (name, form) != ("answer", "docx") and (name != "tasks" or form not in _MEDIA):
            return Response(status_code=404)
        try:
            path = (_write_answer if name == "answer" else _write)(desk, form, query)
        except ChidaoError as error:
            return Response(str(error), status_code=400, media_type="text/plain; charset=utf-8")
        return FileResponse(
            path,
            media_type=_MEDIA[form],
            filename=_file_name(name, form, query),
            background=BackgroundTask(path.unlink),
        )


def _file_name(name: str, form: str, query: dict[str, str]) -> str:
    """What the file is called: of whom it is, in letters that every system has."""
    whose = "-".join(plain(query.get("agency", "")).split())[:_NAME]
    return f"{_FILES[name]}{'-' if whose else ''}{re.sub(r'[^a-z0-9-]', '', whose)}.{form}"


def _empty_file(form: str) -> Path:
    """A file that goes once it is sent."""
    with tempfile.NamedTemporaryFile(suffix=f".{form}", delete=False) as file:
        return Path(file.name)


def _write_answer(desk: Desk, form: str, query: dict[str, str]) -> Path:
    """An answer given before, as a Word document."""
    from qa.export.answer_word import write_answer

    found = desk.recent.get(query.get("of"))
    if found is None:
        raise UsageError(say("copy.gone"))
    path = _empty_file(form)
    write_answer(found, path, "en" if query.get("lang") == "en" else "vi")
    return path


def _write(desk: Desk, form: str, query: dict[str, str]) -> Path:
    """The tasks asked for, as a file."""
    from qa.export import calendar, sheets, word

    body = desk.library.body(query["agency"]) if "agency" in query else None
    roles = tuple(Role(role) for role in query.get("roles", "").split(",") if role in set(Role))
    first, last = days_meant(query.get("within", ""))
    filters = TaskFilters(roles=roles, words=query.get("words"), due_from=first, due_to=last)
    when = When(query["due"]) if query.get("due") in set(When) else When.ANY
    by_due = query.get("group") in ("due", "time")
    entries = dossier_due(desk.library, body, filters, when, today(), by_due_date=by_due)
    if by_due and body is None:  # as the page shows them
        entries = by_clause(entry for entry in entries if entry.task.deadline)
    path = _empty_file(form)
    if form == "xlsx":
        sheets.write_xlsx(entries, path)
    elif form == "csv":
        sheets.write_csv(entries, path)
    elif form == "ics":
        calendar.write_ics(entries, path)
    else:
        word.write_docx(entries, path, body.name if body else None, today())
    return path
