"""Programs that some formats need, found at run time and run within bounds."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence

from corpus.errors import reason_of

__all__ = ["INSTALL", "find_program", "run_program"]

_log = logging.getLogger(__name__)

INSTALL = {
    "tesseract": "sudo apt install tesseract-ocr",
    "libreoffice": "sudo apt install libreoffice-writer-nogui",
    "antiword": "sudo apt install antiword",
}
"""How to install what is missing, for the problem that says so."""


def find_program(*names: str) -> str | None:
    """Returns the path of the first of the programs that is installed, or None."""
    return next((path for name in names if (path := shutil.which(name))), None)


def run_program(command: Sequence[str], seconds: float, *, data: bytes | None = None) -> bytes:
    """Returns what the program prints; it is ended, with its children, when time is up.

    Raises:
        OSError: it could not be started, failed, or ran too long. What it said itself, in its own
            words and of our passing files, is logged.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - a program found by name, no shell
            command,
            stdin=subprocess.PIPE if data is not None else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # one page a core beats all on one
        )
    except OSError as error:
        raise OSError(f"không khởi động được ({reason_of(error)})") from error
    try:
        out, err = process.communicate(data, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise OSError(f"quá {seconds:.0f} giây") from error
    if process.returncode != 0:
        said = err.decode("utf-8", errors="replace").strip()[-500:]
        _log.info("%s: %s", command[0], said)
        raise OSError(f"chương trình báo lỗi, mã {process.returncode}")
    return out
