"""Files are taken in by another process, and what happens to it is told here."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.errors import LibraryError
from index.library import Library
from index.parallel import Tell
from qa.web.uploads import add_files, take_in


def dies(tell: Tell, _library: Library, files: Sequence[Path]) -> None:
    """Dies as a process does whose memory is used up."""
    tell(([], ("read", 0, len(files)), None))
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def letter(samples: Path) -> Path:
    """One of the samples."""
    return next(samples.glob("04*.txt"))


def test_files_are_read_and_every_step_is_told(tmp_path: Path, letter: Path) -> None:
    """The states of the files, then the report; the library of this process has the document."""
    library = Library(tmp_path)
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing more")
    told = list(add_files(library, take_in(library, [letter, broken])))
    states = [[upload.state for upload in uploads] for uploads, _, _ in told]
    assert states[0] == ["waiting", "waiting"]
    assert ["reading", "waiting"] in states
    assert states[-1] == ["read", "read"]
    uploads, stage, report = told[-1]
    assert [upload.failed for upload in uploads] == [False, True]
    assert (stage, report and report.added) == (("index", 1, 1), 1)
    assert [head.number for head in library.heads()] == ["14/CT-UBND"]
    again = [report for _, _, report in add_files(library, take_in(library, [letter])) if report]
    assert [(report.added, report.unchanged) for report in again] == [(0, 1)]


def test_a_writer_that_dies_is_told_in_one_sentence(
    tmp_path: Path, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the library can be written afterwards."""
    library = Library(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("qa.web.uploads._read", dies)
        with pytest.raises(LibraryError, match="dừng đột ngột"):
            list(add_files(library, take_in(library, [letter])))
    list(add_files(library, take_in(library, [letter])))
    assert len(library.heads()) == 1
