"""What is read for one answer is of one moment, whoever writes meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path

from qa.answer import answer
from tests.answering import make_library


def test_a_snapshot_does_not_see_what_others_write(tmp_path: Path) -> None:
    """A document removed meanwhile is there to its end, with its tasks and in both indexes."""
    library = make_library(tmp_path)
    before = library.heads()
    tasks = library.tasks()

    def remove() -> None:
        library.forget([Path(path) for (path,) in library.store.rows("SELECT path FROM files")])

    with library.snapshot():
        writer = threading.Thread(target=remove)
        writer.start()
        writer.join()
        assert library.heads() == before
        assert library.tasks() == tasks
        hits = library.search("khẩu trang", limit=3)
        assert hits
        assert answer(library, "Sở Y tế phải làm gì?").citations
    assert library.heads() == ()


def test_what_is_removed_is_gone_from_the_indexes_at_once(tmp_path: Path) -> None:
    """The next to ask does not wait for them to be made again."""
    library = make_library(tmp_path)
    held = library.indexes()
    path = library.store.row("SELECT path FROM files")
    library.forget([Path(path[0])])
    assert library._derived is not held
    assert library._derived.stamp.fits(library.store, library.encoder)


def test_answers_come_while_documents_come_and_go(tmp_path: Path) -> None:
    """Every answer is whole: with the documents of before, or with those of after."""
    library = make_library(tmp_path)
    path = tmp_path / "more.txt"
    path.write_text("CÔNG VĂN\n\n1. Sở Y tế\n\n- Rà soát kho vật tư.\n", "utf-8")
    stop = threading.Event()
    wrong: list[BaseException] = []

    def come_and_go() -> None:
        try:
            while not stop.is_set():
                # Whoever asks may be making the indexes again just then.
                library.update([path], wait=30)
                library.forget([path], wait=30)
        except BaseException as error:  # noqa: BLE001 - shown by the test
            wrong.append(error)

    writer = threading.Thread(target=come_and_go)
    writer.start()
    for _ in range(40):
        assert answer(library, "Sở Y tế phải làm gì?").citations
        assert answer(library, "khẩu trang tại chợ").citations
    stop.set()
    writer.join()
    assert wrong == []
