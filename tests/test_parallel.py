"""Many files are read on all cores as they would be on one, whatever happens to a reader."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from corpus.errors import UsageError
from index.parallel import DiedError, Tell, apart, each_in_order, told_from_afar


def read(path: Path) -> str:
    """Reads a path; dies at one whose name says so, as a fault in a library would."""
    if "deadly" in path.name:
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


def urgency(_: Path) -> str:
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


def slow_work(tell: Tell, steps: int, done: Path) -> None:
    for step in range(steps):
        tell(step)
        time.sleep(0.01)
    done.touch()


def failing_work(tell: Tell) -> None:
    tell("begun")
    raise UsageError("không được")


def dying_work(tell: Tell) -> None:
    tell("begun")
    os.kill(os.getpid(), signal.SIGKILL)


def niceness(tell: Tell) -> None:
    tell(os.getpriority(os.PRIO_PROCESS, 0))


def test_what_a_work_tells_comes_from_another_process(tmp_path: Path) -> None:
    """In order, to the end; nobody has to listen to the end for it to be done."""
    assert list(told_from_afar(slow_work, 30, tmp_path / "one")) == list(range(30))
    news = told_from_afar(slow_work, 50, tmp_path / "two")
    assert next(news) == 0
    assert not (tmp_path / "two").exists()
    news.close()
    _wait((tmp_path / "two").exists)


def test_what_goes_wrong_afar_is_raised_here() -> None:
    """With the trace of where it happened; a death is told apart from a failure."""
    news = told_from_afar(failing_work)
    assert next(news) == "begun"
    with pytest.raises(UsageError, match="không được") as caught:
        next(news)
    assert "in failing_work" in caught.value.__notes__[0]
    news = told_from_afar(dying_work)
    assert next(news) == "begun"
    with pytest.raises(DiedError):
        next(news)


@pytest.mark.skipif(not hasattr(os, "nice"), reason="processes have no priority here")
def test_a_long_work_lets_others_go_first() -> None:
    """Reading on all cores, in contrast, is as urgent as this process."""
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert list(told_from_afar(niceness)) == [min(19, own + 10)]
    paths = [Path(f"{number}.txt") for number in range(20)]
    assert set(each_in_order(urgency, paths, 2, crashed)) == {str(own)}


@pytest.mark.parametrize("work", ["killed_reading", "killed_listening"])
def test_a_worker_ends_when_its_parent_is_killed(work: str) -> None:
    """A server that is killed during an upload leaves no process behind."""
    start = get_context("spawn")
    here, there = start.Pipe()
    parent = start.Process(target=globals()[work], args=(there,))
    parent.start()
    worker = int(here.recv())
    parent.join()
    _wait(lambda: not _lives(worker))


def killed_reading(told: Connection) -> None:
    with apart(process, crashed) as elsewhere:
        told.send(elsewhere(Path("a.txt")))
        os.kill(os.getpid(), signal.SIGKILL)


def killed_listening(told: Connection) -> None:
    for process_id in told_from_afar(endless_work):
        told.send(process_id)
        os.kill(os.getpid(), signal.SIGKILL)


def endless_work(tell: Tell) -> None:
    tell(os.getpid())
    time.sleep(600)


def _wait(come: Callable[[], bool]) -> None:
    ends = time.monotonic() + 20
    while not come():
        assert time.monotonic() < ends
        time.sleep(0.05)


def _lives(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"  # one that nobody waits for, but is over
