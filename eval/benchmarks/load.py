"""How long answers take when many ask at once: `python -m eval.benchmarks.load DOCS QUESTIONS`.

Serves a library of the folder DOCS as `chidao serve` does, and lets twenty users ask it questions
of a gold file over HTTP, each waiting some seconds (5 on average) between an answer and the next
question, as people do; then the same while a fifth of the documents are uploaded to the page and
indexed, again and again; then both without any pause: what programs do, and the worst there is.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import socket
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import httpx
import numpy as np

from eval.answers import read_gold
from index.library import Library
from index.parallel import Tell, told_from_afar

__all__ = ["main", "measure"]

_USERS = 20
_PAUSE = 5.0  # seconds between an answer and the next question, on average
_SECONDS = 30.0  # of each run
_UPLOADED = 0.2  # the share of the documents that are uploaded


@dataclass(frozen=True, slots=True)
class Load:
    """Latencies of one run, in seconds, and how many questions failed."""

    seconds: tuple[float, ...]
    failed: int

    def row(self, name: str, indexed: int) -> str:
        """The run as a line of the table; `indexed` documents were taken in during it."""
        p50, p95 = np.percentile(self.seconds, [50, 95]) if self.seconds else (0.0, 0.0)
        times = "".join(f"{each:>9.3f}" for each in (p50, p95, max(self.seconds, default=0.0)))
        return f"{name:<34}{len(self.seconds):>9}{times}{self.failed:>9}{indexed:>9}"


def measure(address: str, questions: list[str], pause: float) -> Load:
    """Let users ask for `_SECONDS`, each with a pause of about `pause` seconds in between."""
    ends = time.monotonic() + _SECONDS
    taken: list[float] = []
    failed = 0
    lock = threading.Lock()

    def user(number: int) -> None:
        nonlocal failed
        chance = random.Random(number)  # noqa: S311 - the same questions in every run
        with httpx.Client(base_url=address, timeout=60) as client:
            time.sleep(chance.uniform(0, pause))
            while time.monotonic() < ends:
                began = time.monotonic()
                reply = client.get("/api/ask", params={"question": chance.choice(questions)})
                with lock:
                    taken.append(time.monotonic() - began)
                    failed += reply.status_code != 200
                time.sleep(chance.expovariate(1 / pause) if pause else 0)

    threads = [threading.Thread(target=user, args=(number,)) for number in range(_USERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Load(tuple(taken), failed)


def _serve(folder: Path, port: int, uploads: list[Path], go: Event, indexed: Any) -> None:
    """The app in a process of its own; while `go` is set, the page's uploads are taken in."""
    import uvicorn

    from qa.web.accounts import Throttle
    from qa.web.desk import Desk
    from qa.web.server import create_app
    from qa.web.uploads import add_files, take_in

    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    library = Library.open(folder)
    unlimited = Throttle(10**9)

    def upload() -> None:
        while go.wait():
            taken = take_in(library, uploads)
            for _, _, report in add_files(library, taken):
                indexed.value += report.added if report else 0
            deque(told_from_afar(_forget, library, taken), 0)  # so that they are new again

    threading.Thread(target=upload, daemon=True).start()
    app = create_app(Desk(library, questions=unlimited, from_address=unlimited))
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error")


def _forget(_tell: Tell, library: Library, files: list[Path]) -> None:
    library.forget(files, wait=60)


def main(arguments: Sequence[str]) -> None:
    """Serve, ask and print the table."""
    files = sorted(Path(arguments[0]).glob("*.*"))
    files = [file for file in files if file.suffix in {".txt", ".docx", ".pdf", ".md"}]
    questions = [gold.question for gold in read_gold(Path(arguments[1]))]
    uploads = files[:: round(1 / _UPLOADED)]
    with tempfile.TemporaryDirectory() as folder:
        Library(Path(folder)).update([file for file in files if file not in uploads])
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        start = multiprocessing.get_context("spawn")
        go, indexed = start.Event(), start.Value("i", 0)
        # Not a daemon: those may not start the processes in which uploads are read.
        server = start.Process(target=_serve, args=(Path(folder), port, uploads, go, indexed))
        server.start()
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, questions[0])
        columns = ("questions", "p50 s", "p95 s", "max s", "failed", "indexed")
        print(" " * 34 + "".join(f"{column:>9}" for column in columns))
        for pause, uploading in ((_PAUSE, False), (_PAUSE, True), (0.0, False), (0.0, True)):
            before = indexed.value
            if uploading:
                go.set()
            load = measure(address, questions, pause)
            go.clear()
            name = f"{_USERS} users, {'reading between' if pause else 'no pause'}"
            name += ", uploads" if uploading else ""
            print(load.row(name, indexed.value - before), flush=True)
        server.terminate()
        server.join()


def _wait_for(address: str, question: str) -> None:
    for _ in range(600):
        with contextlib.suppress(httpx.TransportError):
            httpx.get(f"{address}/api/ask", params={"question": question}, timeout=60)
            return
        time.sleep(0.1)


if __name__ == "__main__":
    main(sys.argv[1:])
