"""Reading many files on all cores, in order; a file that kills its reader stops nothing else."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import TypeVar

__all__ = ["apart", "each_in_order"]

Result = TypeVar("Result")

_FEWEST = 8  # files for which other processes are worth their start
_PATIENCE = 10  # of 19: how far a worker lets others go first
_AHEAD = 4  # files a worker may be ahead of the one whose turn it is


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
    """`work`, done in one other process, so that neither its effort nor its death is this one's.

    Where processes have a priority, it has a low one: whoever waits for an answer goes first.

    `crashed` says what a path gives whose process died; the next path gets a new one.
    """
    pools = [_processes(1, patience=_PATIENCE)]

    def do(path: Path) -> Result:
        try:
            return pools[-1].submit(work, path).result()
        except BrokenProcessPool:
            pools.append(_processes(1, patience=_PATIENCE))
            return crashed(path)

    try:
        yield do
    finally:
        for pool in pools:
            pool.shutdown()


def _processes(number: int, patience: int = 0) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        number, mp_context=get_context("spawn"), initializer=_begin, initargs=(patience,)
    )


def _begin(patience: int) -> None:
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
