"""Files of questions: a line that makes no sense costs that line, no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UsageError
from qa.batch import each_line


@pytest.mark.parametrize(
    "line",
    [b'{"qid": 2, "question": "\xff\xfe"}', b"not json", b'{"qid": 2}', b"[" * 100_000, b"null"],
    ids=["no UTF-8", "no JSON", "no question", "deep", "null"],
)
def test_a_broken_line_leaves_the_others_answered(tmp_path: Path, line: bytes) -> None:
    """The broken line is named by its number; the rest have their answers."""
    path = tmp_path / "questions.jsonl"
    good = b'\xef\xbb\xbf{"qid": 1, "question": "m\xe1\xbb\x99t"}', b'{"qid": 3, "question": "ba"}'
    path.write_bytes(b"\n".join((good[0], line, good[1])))
    first, broken, last = each_line(path, lambda asked: {"answer": asked})
    assert (first, last) == ({"qid": 1, "answer": "một"}, {"qid": 3, "answer": "ba"})
    assert "dòng 2" in broken["error"]


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """A folder is no file of questions."""
    with pytest.raises(UsageError, match=tmp_path.name):
        list(each_line(tmp_path, lambda _asked: {}))
