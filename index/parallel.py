"""Work in other processes: many files read on all cores, in order; a long job that leaves this
process free. A file that kills its reader stops nothing else."""

from __future__ import annotations

import atexit
import os
import queue
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, TypeVar

__all__ = ["DiedError", "Tell", "apart", "each_in_order", "told_from_afar"]

Result = TypeVar("Result")
Tell = Callable[[Any], None]
"""Sends one thing to whoever waits for news of a work."""

_FEWEST = 8  # files for which other processes are worth their start
_PATIENCE = 10  # of 19: how far a long job lets others go first
_AHEAD = 4  # files a worker may be ahead of the one whose turn it is


class DiedError(Exception):
    """A process ended before its work did."""


def told_from_afar(work: Callable[..., None], *args: Any) -> Iterator[Any]:
    """What `work(tell, *args)` tells, thing by thing, while another process does it.

    Where processes have a priority, it has a low one: whoever waits for an answer goes first. The
    work goes on when nobody asks for its news any more, and ends with this process.

    Raises:
        DiedError: the process ended before the work did.
        Whatever the work raises.
    """
    start = get_context("spawn")
    here, there = start.Pipe(duplex=False)
    # Not a daemon: those may not start processes of their own.
    process = start.Process(target=_tell_all, args=(there, work, args), daemon=False)
    process.start()
    there.close()
    news: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(here, process, news), daemon=True).start()
    while True:
        kind, told = news.get()
        if kind == "failed":
            raise told
        if kind == "done":
            return
        yield told


def _tell_all(there: Connection, work: Callable[..., None], args: tuple[Any, ...]) -> None:
    """Do the work, in a process of its own."""
    _begin(_PATIENCE)
    try:
        work(lambda told: there.send(("told", told)), *args)
    except Exception as error:  # noqa: BLE001 - carried over to who waits
        error.add_note("".join(traceback.format_exception(error)))
        there.send(("failed", error))
    else:
        there.send(("done", None))


def _listen(
    here: Connection, process: SpawnProcess, news: queue.SimpleQueue[tuple[str, Any]]
) -> None:
    """Take the news as they come, so that the work never waits for who reads them."""
    atexit.register(process.terminate)
    try:
        while True:
            news.put(here.recv())
    except EOFError:
        process.join()
        news.put(("failed", DiedError(f"exit status {process.exitcode}")))  # if nothing before
    finally:
        atexit.unregister(process.terminate)


def each_in_order(
    work: Callable[[Path], Result],
    paths: Sequence[Path],
    workers: int,
    crashed: Callable[[Path], Result],
) -> Iterator[Result]:
    """`work` of each path, in the order of the paths, on that many processes.

    `crashed` says what a path gives whose process died (a fault in a library, memory used up).
    With one worker, or few files, all is done in this process.
    """
    if workers <= 1 or len(paths) < _FEWEST:
        yield from map(work, paths)
        return
    rest = deque(paths)
    while rest:
        try:
            for result in _on_pool(work, tuple(rest), workers):
                rest.popleft()
                yield result
        except BrokenProcessPool:
            # Any of those under way may be the one: each gets a process of its own.
            for _ in range(min(workers * _AHEAD, len(rest))):
                yield _alone(work, rest.popleft(), crashed)


@contextmanager
def apart(
    work: Callable[[Path], Result], crashed: Callable[[Path], Result]
) -> Iterator[Callable[[Path], Result]]:
    """`work`, done in one other process, so that its death is not this one's.

    `crashed` says what a path gives whose process died; the next path gets a new one.
    """
    pools = [_processes(1)]

    def do(path: Path) -> Result:
        try:
            return pools[-1].submit(work, path).result()
        except BrokenProcessPool:
            pools.append(_processes(1))
            return crashed(path)

    try:
        yield do
    finally:
        for pool in pools:
            pool.shutdown()


def _processes(number: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_begin)


def _begin(patience: int = 0) -> None:
    """Begin a worker. One whose parent was killed would wait for work for ever."""
    if patience and hasattr(os, "nice"):  # Windows has no such thing
        os.nice(patience)

    def wait() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _on_pool(
    work: Callable[[Path], Result], paths: Sequence[Path], workers: int
) -> Iterator[Result]:
    with _processes(workers) as pool:
        waiting: deque[Future[Result]] = deque()
        for path in paths:
            waiting.append(pool.submit(work, path))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _alone(work: Callable[[Path], Result], path: Path, crashed: Callable[[Path], Result]) -> Result:
    try:
        return next(_on_pool(work, (path,), 1))
    except BrokenProcessPool:
        return crashed(path)
