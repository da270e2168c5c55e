"""The HTTP API and the MCP server, asked by their own clients over a running app."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.library import Library
from qa.web.accounts import Right, account_line
from tests.serving import serving

pytestmark = pytest.mark.slow  # a server each

SAMPLES = Path("corpus/samples").absolute()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    Library(folder).update([SAMPLES])
    return folder


@pytest.fixture(scope="module")
def api(folder: Path) -> Iterator[httpx.Client]:
    """A client of the app over the samples."""
    with serving(folder) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def printed(folder: Path, *words: str) -> dict[str, Any]:
    """What the command line prints with --json."""
    command = [sys.executable, "-m", "cli", *words, "--library", str(folder), "--json"]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (["ask", "Sở Y tế phải làm gì về xét nghiệm?"], "ask?question=Sở Y tế phải làm gì về xét nghiệm?"),
        (["search", "khẩu trang", "--limit", "3"], "search?query=khẩu trang&limit=3"),
        (["tasks", "--agency", "SYT", "--role", "support"], "tasks?agency=SYT&role=support"),
        (["show", "14/CT-UBND"], "show?document=14/CT-UBND"),
    ],
)  # fmt: skip
def test_http_gives_the_json_of_the_command_line(
    api: httpx.Client, folder: Path, words: list[str], path: str
) -> None:
    """To the last key, but for the time it took."""
    reply = api.get(f"api/{path}")
    assert reply.status_code == 200
    over_http, on_the_line = reply.json(), printed(folder, *words)
    over_http.pop("elapsed_ms", None)
    on_the_line.pop("elapsed_ms", None)
    assert over_http == on_the_line


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("ask?question=Sở Y tế làm gì&agecny=SYT", 400, "agecny"),
        ("ask?question=x&agency=Sở Phép thuật", 400, "Không rõ cơ quan"),
        ("ask?question=", 422, "question"),
        ("search?query=x&limit=0", 422, "limit"),
        ("search?query=x&issued_from=hôm qua", 422, "issued_from"),
        ("show?document=999/XX", 404, "999/XX"),
    ],
)
def test_wrong_use_is_told(api: httpx.Client, path: str, status: int, said: str) -> None:
    """One reply that names what is wrong, and no answer to another question."""
    reply = api.get(f"api/{path}")
    assert reply.status_code == status
    assert said in json.dumps(reply.json(), ensure_ascii=False)


def test_the_description_names_every_call(api: httpx.Client) -> None:
    """OpenAPI, with the parameters and what each call is for."""
    described = api.get("api/openapi.json").json()
    assert set(described["paths"]) == {"/ask", "/search", "/tasks", "/show"}
    ask = described["paths"]["/ask"]["get"]
    assert "library does not tell" in ask["description"]
    assert {p["name"] for p in ask["parameters"]} >= {"question", "agency", "document", "kind"}


def test_a_model_finds_the_same_as_tools(api: httpx.Client, folder: Path) -> None:
    """An MCP client lists four tools; a tool's result is the same JSON, its errors our sentences."""
    import asyncio

    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def visit() -> tuple[set[str], Any, Any]:
        async with (
            streamable_http_client(f"{api.base_url}mcp") as (reading, writing, _),
            ClientSession(reading, writing) as session,
        ):
            await session.initialize()
            tools = {tool.name for tool in (await session.list_tools()).tools}
            found = await session.call_tool("tasks", {"agency": "SYT", "role": "support"})
            wrong = await session.call_tool("show", {"document": "999/XX"})
            return tools, found, wrong

    tools, found, wrong = asyncio.run(visit())
    assert tools == {"ask", "search", "tasks", "show"}
    expected = printed(folder, "tasks", "--agency", "SYT", "--role", "support")
    assert json.loads(found.content[0].text) == expected
    assert wrong.isError
    assert "999/XX" in wrong.content[0].text


def test_programs_sign_in_with_every_request(folder: Path, tmp_path: Path) -> None:
    """With accounts, name and password (Basic) open the API and the tools; nothing else does."""
    accounts = tmp_path / "accounts"
    accounts.write_text(account_line("lan", Right.READER, "mot-mat-khau") + "\n", "utf-8")
    with serving(folder, accounts) as address, httpx.Client(base_url=address, timeout=30) as client:
        path = "api/tasks?agency=SYT"
        assert client.get(path).status_code == 401
        assert client.get(path, auth=("lan", "sai-mat-khau")).status_code == 401
        assert client.get(path, headers={"Authorization": "Basic %%%"}).status_code == 401
        assert client.post("mcp", json={}).status_code == 401
        for _ in range(2):  # the second is remembered
            assert client.get(path, auth=("lan", "mot-mat-khau")).status_code == 200
        for _ in range(12):
            refused = client.get(path, auth=("lan", "sai-mat-khau")).status_code
        assert refused == 401
        # Whoever guesses too often waits; who had passed is not locked out.
        assert client.get(path, auth=("lan", "mot-mat-khau")).status_code == 200
        assert client.get("/", follow_redirects=False).status_code == 303
