"""What every test may use: the real data, when it is there, and an environment without surprises."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.load import load
from index.library import Library
from tests.serving import Visit, serving, visiting

ROOT = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The folder of real directives: $CHIDAO_DATA, else shared/data beside the checkout."""
    return Path(os.environ.get("CHIDAO_DATA") or ROOT.parent / "shared" / "data")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real data, read in place; the test is skipped, visibly, where it is absent."""
    folder = data_folder()
    if not (folder / "directives").is_dir():
        pytest.skip(f"real data absent: {folder} (set CHIDAO_DATA)")
    return folder


@pytest.fixture(scope="session")
def real_documents(shared_data: Path) -> dict[str, Document]:
    """Every real directive, read once, by its file's name without extension."""
    paths = sorted((shared_data / "directives").glob("*.txt"))
    return {path.stem: document for path in paths for document in load(path).documents}


@pytest.fixture(scope="session")
def samples() -> Path:
    """The directives that come with chidao."""
    return ROOT / "corpus" / "samples"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where a browser was kept waiting beyond its patience, the test is run once more.

    On a busy machine Chromium is now and then starved for a minute. Nothing but a timeout counts,
    and the summary names every test that was run again.
    """
    again = pytest.mark.flaky(reruns=1, only_rerun=["TimeoutError"])
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(again)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over the samples; a module that needs another library has its own."""
    folder = tmp_path_factory.mktemp("library")
    Library(folder).update([ROOT / "corpus" / "samples"])
    with serving(folder) as address:
        yield address


@pytest.fixture
def visit(app: str) -> Iterator[Visit]:
    """A newcomer at a desk, where nothing may go wrong."""
    with visiting(app) as visit:
        yield visit
        assert visit.wrong == []


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on what the developer has set."""
    for name in ("CHIDAO_LIBRARY", "CHIDAO_MODEL", "CHIDAO_LANG"):
        monkeypatch.delenv(name, raising=False)
