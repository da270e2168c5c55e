"""A library on a folder that cannot be written: whatever reads works, whatever writes says no."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from tests.conftest import ROOT
from tests.directives import BagEncoder, fake_load, write

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="rights of folders are another matter there"
)

# Modes of files do not bind the superuser, unless the process has given up the power to pass them
# by: from the next exec on.
_BOUND = """
import ctypes, os, sys
if sys.platform == "linux":
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
os.execv(sys.executable, [sys.executable, "-c", *sys.argv[1:]])
"""
_PRELUDE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
import cli, index.library
from tests.directives import BagEncoder
index.library.load_encoder = lambda name: BagEncoder()
"""


def _start(script: str, *arguments: str, **pipes: int) -> subprocess.Popen[str]:
    """A process that may write only where modes let it."""
    return subprocess.Popen(
        [sys.executable, "-c", _BOUND, _PRELUDE + textwrap.dedent(script), *arguments],
        text=True, encoding="utf-8", stdout=subprocess.PIPE, **pipes,
    )  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _modes_bind(tmp_path_factory: pytest.TempPathFactory) -> None:
    closed = tmp_path_factory.mktemp("closed")
    closed.chmod(0o555)
    done = _start("Path(sys.argv[1], 'x').touch()", str(closed), stderr=subprocess.PIPE)
    _, said = done.communicate()
    if "PermissionError" not in said:
        pytest.skip("modes of folders bind nobody here")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that can be removed again."""
    yield tmp_path
    unlock(tmp_path)


@pytest.fixture
def library(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library of two documents, closed."""
    monkeypatch.setattr("index.library.load_encoder", lambda _name: BagEncoder())
    docs = folder / "docs"
    write(docs, "a.txt", "Sở Y tế: Tổ chức xét nghiệm diện rộng.", number="1/CT")
    write(docs, "b.txt", "Sở Tài chính: Bố trí kinh phí.", number="2/CT")
    library = Library(folder / "library")
    library.update([docs], load=fake_load)
    library.close()
    return library


def lock(folder: Path) -> None:
    """Let nothing in the folder, nor in those below, be written."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def unlock(folder: Path) -> None:
    """Let everything be written again."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def chidao(library: Library, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody who may not write."""
    script = "sys.exit(cli.run([*sys.argv[2:], '--library', sys.argv[1]]))"
    started = _start(script, str(library.folder), *arguments, stderr=subprocess.PIPE)
    out, err = started.communicate()
    return subprocess.CompletedProcess(arguments, started.returncode, out, err)


def names(folder: Path) -> set[str]:
    return {str(path) for path in folder.rglob("*")}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ask", "Sở Y tế phải làm gì?"), "xét nghiệm"),
        (("search", "kinh phí"), "Bố trí"),
        (("tasks", "--agency", "SYT"), "xét nghiệm"),
        (("show", "2/CT"), "Bố trí"),
        (("refs",), ""),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_everything_that_reads_works(
    library: Library, arguments: tuple[str, ...], said: str
) -> None:
    """Answers come as from any other folder, and nothing is left behind in it."""
    lock(library.folder)
    before = names(library.folder)
    done = chidao(library, *arguments)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
    assert names(library.folder) == before


def test_a_library_indexed_by_somebody_else_is_read(library: Library) -> None:
    """All files of it may be read by whoever may read the folder."""
    rights = {path.stat().st_mode & 0o444 for path in library.folder.rglob("*") if path.is_file()}
    assert rights == {0o444}
    assert "Bố trí" in chidao(library, "search", "kinh phí").stdout


def test_writing_is_refused_in_one_sentence(library: Library, folder: Path) -> None:
    """Exit code 2; the folder is named and what to do."""
    lock(library.folder)
    done = chidao(library, "index", str(folder / "docs"))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "Không ghi được" in done.stderr
    assert str(library.folder) in done.stderr


def test_what_a_writer_has_not_folded_in_yet_is_read_too(library: Library, folder: Path) -> None:
    """While another user's writer is at work, its committed changes count."""
    write(folder / "docs", "c.txt", "Sở Nội vụ: Kiểm tra.", number="3/CT")
    library.update([folder / "docs"], load=fake_load)  # stays open: the WAL holds the news
    assert (library.folder / "library.sqlite-wal").stat().st_size
    lock(library.folder)
    done = chidao(library, "show", "3/CT")
    assert "Kiểm tra" in done.stdout, done.stderr
    unlock(library.folder)
    library.close()


def test_what_is_written_later_is_seen(library: Library, folder: Path) -> None:
    """A reader that goes on, as the web page does, follows the file."""
    script = """
        library = index.library.Library.open(Path(sys.argv[1]))
        for _ in sys.stdin:
            print(len(library.heads()), len(library.indexes().lexical), flush=True)
    """
    lock(library.folder)
    reader = _start(script, str(library.folder), stdin=subprocess.PIPE)

    def seen() -> str:
        reader.stdin.write("?\n")
        reader.stdin.flush()
        return reader.stdout.readline().strip()

    with reader:
        assert seen() == "2 4"
        unlock(library.folder)
        write(folder / "docs", "c.txt", "Sở Nội vụ: Kiểm tra.", number="3/CT")
        library.update([folder / "docs"], load=fake_load)
        lock(library.folder)
        assert seen() == "3 6"
        unlock(library.folder)
        library.close()
        lock(library.folder)
        assert seen() == "3 6"
        reader.stdin.close()


def test_a_run_cut_short_elsewhere_is_told(library: Library, folder: Path) -> None:
    """A copy of a library whose WAL was not folded in is not read as if it were whole."""
    write(folder / "docs", "c.txt", "Sở Nội vụ: Kiểm tra.", number="3/CT")
    library.update([folder / "docs"], load=fake_load)
    copy = Library(folder / "copy")
    ignored = shutil.ignore_patterns("*-shm")
    shutil.copytree(library.folder, copy.folder, ignore=ignored)
    library.close()
    lock(copy.folder)
    done = chidao(copy, "tasks")
    assert (done.returncode, done.stdout) == (2, "")
    assert "chưa khép lại" in done.stderr


def test_indexes_that_cannot_be_made_again_are_told(library: Library) -> None:
    """A damaged index on such a folder is no reason to give wrong answers, or none in silence."""
    for path in library.folder.glob("indexes/*/dense.faiss"):
        path.write_bytes(b"x")
    lock(library.folder)
    done = chidao(library, "search", "kinh phí")
    assert (done.returncode, done.stdout) == (2, "")
    assert "chỉ đọc" in done.stderr
    assert "Bố trí" in chidao(library, "tasks").stdout
