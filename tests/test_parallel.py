"""Many files are read on all cores as they would be on one, whatever happens to a reader."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from index.parallel import apart, each_in_order


def read(path: Path) -> str:
    """Reads a path; dies at one whose name says so, as a fault in a library would."""
    if "deadly" in path.name:
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


def niceness(_: Path) -> str:
    return str(os.getpriority(os.PRIO_PROCESS, 0))


def crashed(path: Path) -> str:
    return f"crashed: {path}"


@pytest.mark.parametrize("count", [0, 7, 30])
def test_results_come_in_order(count: int) -> None:
    """Few or many, on one process or two."""
    paths = [Path(f"{number:03}.txt") for number in range(count)]
    for workers in (1, 2):
        assert list(each_in_order(read, paths, workers, crashed)) == [p.name for p in paths]


def test_a_file_that_kills_its_reader_is_named() -> None:
    """It alone is lost; the files before, beside and after it are read."""
    paths = [Path(f"{number:03}{'-deadly' if number == 11 else ''}.txt") for number in range(24)]
    expected = [crashed(path) if "deadly" in path.name else path.name for path in paths]
    assert list(each_in_order(read, paths, 2, crashed)) == expected


def test_work_apart_goes_on_after_a_death() -> None:
    """Each path is worked on in another process; one that dies is told, the next gets a new one."""
    with apart(read, crashed) as elsewhere:
        assert elsewhere(Path("a.txt")) == "a.txt"
        assert elsewhere(Path("deadly.txt")) == crashed(Path("deadly.txt"))
        assert elsewhere(Path("b.txt")) == "b.txt"
    with apart(process, crashed) as elsewhere:
        assert elsewhere(Path("a.txt")) != str(os.getpid())


def process(_path: Path) -> str:
    return str(os.getpid())


@pytest.mark.skipif(not hasattr(os, "nice"), reason="processes have no priority here")
def test_work_apart_lets_others_go_first() -> None:
    """Work on all cores, in contrast, is as urgent as this process."""
    own = os.getpriority(os.PRIO_PROCESS, 0)
    with apart(niceness, crashed) as elsewhere:
        assert int(elsewhere(Path("a.txt"))) == min(19, own + 10)
    paths = [Path(f"{number}.txt") for number in range(20)]
    assert set(each_in_order(niceness, paths, 2, crashed)) == {str(own)}


def test_a_reader_ends_when_its_parent_is_killed() -> None:
    """A server that is killed during an upload leaves no process behind."""
    start = get_context("spawn")
    here, there = start.Pipe()
    parent = start.Process(target=killed_at_work, args=(there,))
    parent.start()
    reader = int(here.recv())
    parent.join()
    ends = time.monotonic() + 20
    while _lives(reader):
        assert time.monotonic() < ends
        time.sleep(0.05)


def killed_at_work(told: Connection) -> None:
    with apart(process, crashed) as elsewhere:
        told.send(elsewhere(Path("a.txt")))
        os.kill(os.getpid(), signal.SIGKILL)


def _lives(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"  # one that nobody waits for, but is over
