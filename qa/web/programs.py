"""For programs: an HTTP API with its OpenAPI description, and an MCP server, both over one library.

    GET /api/ask, /api/search, /api/tasks, /api/show      JSON as on the command line (DESIGN, 4)
    GET /api/openapi.json                                 what they take and give
    POST /mcp                                             the four as tools (Model Context Protocol)

With accounts, a program sends a name and password with each request (HTTP Basic, RFC 7617).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial, wraps
from inspect import signature
from typing import Annotated, Any, Literal

from anyio import to_thread
from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from mcp.server.fastmcp import FastMCP
from mcp.server.transport_security import TransportSecuritySettings
from pydantic import Field

from corpus.document import Role
from corpus.errors import ChidaoError, UnknownDocumentError, UsageError
from index.library import Library
from index.register import TaskFilters
from qa.answer import LONGEST
from qa.messages import say
from qa.options import restrict
from qa.present import document_json, tasks_json
from qa.replies import ask_reply, search_reply

__all__ = ["PATHS", "add_programs"]

PATHS = ("/api/", "/mcp")
_MOST_HITS = 1000
Json = dict[str, Any]

Words = Annotated[str, Field(min_length=1, max_length=LONGEST)]
_Agency = Annotated[str | None, Field(description="Only clauses that tell this body something")]
_Kind = Annotated[str | None, Field(description="Kind of document, e.g. Công điện")]
_Issuer = Annotated[str | None, Field(description="Issuing body, or a part of its name")]
_From = Annotated[date | None, Field(description="Issued on this day or later")]
_To = Annotated[date | None, Field(description="Issued on this day or earlier")]
_Document = Annotated[str | None, Field(description="Id, number or file name of one document")]
_Role = Literal["lead", "joint", "support", "general"]


@dataclass(frozen=True)
class _Programs:
    """The four calls. Their docstrings are what API and tools say of themselves."""

    library: Library

    def ask(
        self,
        question: Words,
        agency: _Agency = None,
        kind: _Kind = None,
        issuer: _Issuer = None,
        issued_from: _From = None,
        issued_to: _To = None,
        document: _Document = None,
    ) -> Json:
        """Answer a question from the library of directives, each statement with the exact clause
        it stands on. `abstained`: the library does not tell; `nearest` are then no sources."""
        where = restrict(
            self.library, _given(agency, kind, issuer, issued_from, issued_to, document)
        )
        return ask_reply(self.library, question, where)

    def search(
        self,
        query: Words,
        limit: Annotated[int, Field(ge=1, le=_MOST_HITS)] = 10,
        agency: _Agency = None,
        kind: _Kind = None,
        issuer: _Issuer = None,
        issued_from: _From = None,
        issued_to: _To = None,
        document: _Document = None,
    ) -> Json:
        """Find the clauses nearest to a query, best first, with their exact words."""
        where = restrict(
            self.library, _given(agency, kind, issuer, issued_from, issued_to, document)
        )
        return search_reply(self.library, query, where, limit)

    def tasks(
        self,
        agency: Annotated[str | None, Field(description="The body whose tasks are wanted")] = None,
        role: _Role | None = None,
        words: Annotated[str | None, Field(description="Words the clause must have")] = None,
        kind: _Kind = None,
        issuer: _Issuer = None,
        issued_from: _From = None,
        issued_to: _To = None,
        document: _Document = None,
    ) -> Json:
        """List what a body was told to do, complete: one entry for each body and clause, with its
        role, deadline and exact words. Without `agency`, the tasks of all."""
        where = restrict(self.library, _given(None, kind, issuer, issued_from, issued_to, document))
        wanted = TaskFilters(where=where, roles=(Role(role),) if role else (), words=words)
        if agency is None:
            return tasks_json(self.library.tasks(wanted), None)
        body = self.library.body(agency)
        return tasks_json(self.library.dossier(body, wanted), body.name)

    def show(
        self,
        document: Annotated[str, Field(description="Id, number or file name of one document")],
    ) -> Json:
        """Give one document: its header, its text, and every clause with whom it tells what."""
        found = self.library.document(self.library.find(document).id)
        return document_json(self.library, found)


def _given(
    agency: str | None,
    kind: str | None,
    issuer: str | None,
    issued_from: date | None,
    issued_to: date | None,
    document: str | None,
) -> Json:
    return {
        "agency": agency, "kind": kind, "issuer": issuer, "issued_from": issued_from,
        "issued_to": issued_to, "document": document,
    }  # fmt: skip


def add_programs(app: FastAPI, library: Library) -> None:
    """Put the HTTP API and the MCP server on the application, before the page takes the rest."""
    calls = _Programs(library)
    named: dict[str, Callable[..., Json]] = {
        "ask": calls.ask, "search": calls.search, "tasks": calls.tasks, "show": calls.show,
    }  # fmt: skip
    app.mount("/api", _http(named))
    _add_mcp(app, named)


def _http(calls: dict[str, Callable[..., Json]]) -> FastAPI:
    api = FastAPI(
        title="chidao", version="1", docs_url=None, redoc_url=None, openapi_url="/openapi.json",
        description="Search and cited answers over Vietnamese administrative directives.",
    )  # fmt: skip

    @api.exception_handler(ChidaoError)
    def refuse(_: Request, error: ChidaoError) -> JSONResponse:
        status = 404 if isinstance(error, UnknownDocumentError) else 400
        return JSONResponse({"error": str(error)}, status)

    for name, call in calls.items():
        known = Depends(partial(_check_known, frozenset(signature(call).parameters)))
        api.get(f"/{name}", operation_id=name, summary=name, dependencies=[known])(call)
    return api


def _check_known(known: frozenset[str], request: Request) -> None:
    """Refuse a mistyped parameter: without it, an answer would be of another question."""
    for name in request.query_params:
        if name not in known:
            raise UsageError(say("api.unknown", name=name, known=", ".join(sorted(known))))


def _add_mcp(app: FastAPI, calls: dict[str, Callable[..., Json]]) -> None:
    server = FastMCP(
        "chidao",
        instructions="Vietnamese administrative directives. Quote only what the tools return, and "
        "cite each quote by document number, date and locator.",
        stateless_http=True,
        json_response=True,
        log_level="WARNING",  # a clerk's window is no log of sessions
        # The page itself answers under any name the office gives its machine.
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    for name, call in calls.items():
        server.add_tool(_in_thread(call), name=name, description=call.__doc__)
    app.router.routes.extend(server.streamable_http_app().routes)
    before = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(running: FastAPI) -> AsyncIterator[Any]:
        async with before(running) as state, server.session_manager.run():
            yield state

    app.router.lifespan_context = lifespan


def _in_thread(call: Callable[..., Json]) -> Callable[..., Awaitable[Json]]:
    """The call beside the event loop, which others wait for."""

    @wraps(call)
    async def run(**given: Any) -> Json:
        return await to_thread.run_sync(partial(call, **given))

    return run
