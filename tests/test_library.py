"""The library follows the files, survives being killed and damaged, and lets one writer in."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import (
    EncoderError,
    EncoderMismatchError,
    LibraryBusyError,
    NoDocumentsError,
    NoLibraryError,
    UnknownDocumentError,
    UsageError,
)
from corpus.read.legacy import _TCVN3_CODES, _TCVN3_LETTERS
from index import derived, update
from index.derived import current_stamp
from index.encoder import EMBEDDED
from index.library import Library
from tests.conftest import ROOT
from tests.directives import BagEncoder, fake_load, write


@pytest.fixture(autouse=True)
def _small_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.library.load_encoder", lambda _name: BagEncoder())


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    write(folder, "a.txt", "Sở Y tế: Tổ chức xét nghiệm diện rộng.", number="1/CT")
    write(folder, "b.txt", "Sở Tài chính: Bố trí kinh phí phòng dịch.", number="2/CT")
    write(folder, "sub/c.txt", "Công an tỉnh: Tuần tra đường mòn.", number="3/CT")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")


def counts(library: Library, *paths: Path, **options) -> tuple[int, int, int, int]:
    """(added, updated, unchanged, removed) of an update."""
    report = library.update(paths, load=fake_load, **options)
    return report.added, report.updated, report.unchanged, report.removed


def texts(library: Library) -> set[str]:
    return {entry.clause.text for entry in library.tasks()}


def indexed(library: Library) -> int:
    """How many clauses both indexes hold; they must agree with the store."""
    derived = library.indexes()
    (wanted,) = library.store.row("SELECT count(*) FROM clauses WHERE passage IS NOT NULL")
    assert len(derived.dense) == len(derived.lexical) == wanted
    return wanted


def test_an_update_reads_only_what_changed(library: Library, docs: Path) -> None:
    """New, changed, unchanged and removed files are told apart, and the indexes follow."""
    assert counts(library, docs) == (3, 0, 0, 0)
    assert indexed(library) == 6
    assert counts(library, docs) == (0, 0, 3, 0)
    write(docs, "a.txt", "Sở Y tế: Lập chốt.", "Sở Y tế: Báo cáo.", number="1/CT")
    (docs / "b.txt").unlink()
    write(docs, "d.txt", "Sở Nội vụ: Kiểm tra.", number="4/CT")
    assert counts(library, docs) == (1, 1, 1, 1)
    assert texts(library) == {"Lập chốt.", "Báo cáo.", "Tuần tra đường mòn.", "Kiểm tra."}
    assert indexed(library) == 7


def test_an_unchanged_file_is_not_read(library: Library, docs: Path) -> None:
    """It costs a hash, and its problems are still listed."""
    library.update([docs], load=fake_load)

    def refuse(path: Path):
        raise AssertionError(f"read again: {path}")

    report = library.update([docs], load=refuse)
    assert (report.unchanged, report.updated) == (3, 0)
    assert [problem.message for problem in report.problems] == ["ghi chú thử"] * 3


def test_all_is_read_again_when_the_readers_change(
    library: Library, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new version of chidao reads the documents anew."""
    library.update([docs], load=fake_load)
    monkeypatch.setattr(update, "reader_fingerprint", lambda: "newer")
    assert counts(library, docs) == (0, 3, 0, 0)


def test_an_update_of_one_folder_leaves_the_others(library: Library, docs: Path) -> None:
    """Only what was known from below the paths given can be missed there."""
    library.update([docs], load=fake_load)
    (docs / "a.txt").unlink()
    assert counts(library, docs / "sub") == (0, 0, 1, 0)
    assert len(library.heads()) == 3
    assert counts(library, docs) == (0, 0, 2, 1)


def test_paths_mean_the_same_from_any_folder(
    library: Library, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative path and an absolute one are one file."""
    library.update([docs], load=fake_load)
    monkeypatch.chdir(docs)
    assert counts(library, Path("sub")) == (0, 0, 1, 0)


def test_a_file_that_cannot_be_read_any_more_keeps_its_documents(
    library: Library, docs: Path
) -> None:
    """Nothing already indexed is lost; the problem is listed until the file is mended."""
    library.update([docs], load=fake_load)
    (docs / "a.txt").write_text("")
    report = library.update([docs], load=fake_load)
    assert report.unchanged == 3
    assert {p.message for p in report.problems if p.path.endswith("a.txt")} >= {"tệp trống"}
    assert "Tổ chức xét nghiệm diện rộng." in texts(library)
    write(docs, "a.txt", "Sở Y tế: Mới.", number="1/CT")
    assert counts(library, docs) == (0, 1, 2, 0)


def test_a_mistake_of_ours_stops_no_other_file(library: Library, docs: Path) -> None:
    """What a reader stumbles over is listed with the file and the place in our code."""

    def stumble(path: Path):
        return fake_load(path) if path.name != "b.txt" else {}["key"]

    report = library.update([docs], load=stumble)
    assert report.documents == 2
    (error,) = [problem for problem in report.problems if problem.severity == "error"]
    assert error.path.endswith("b.txt")
    assert "KeyError, test_library.py:" in error.message


def test_a_file_that_turns_out_no_directive_is_forgotten(library: Library, docs: Path) -> None:
    """It was read well, so what it said before no longer holds."""
    library.update([docs], load=fake_load)
    (docs / "a.txt").write_text("? readme")
    assert counts(library, docs) == (0, 0, 2, 1)


def test_a_new_file_that_cannot_be_read_is_tried_again(library: Library, docs: Path) -> None:
    """A failure is listed every time and stops nothing else."""
    (docs / "bad.txt").write_text("")
    for _ in range(2):
        report = library.update([docs], load=fake_load)
        assert [p.message for p in report.problems if p.severity == "error"] == ["tệp trống"]
    assert len(library.heads()) == 3


def test_a_copy_is_kept_once_and_stands_in_when_the_first_goes(
    library: Library, docs: Path
) -> None:
    """Two files with one text give one document, also after the first is removed."""
    library.update([docs], load=fake_load)
    (docs / "z-copy.txt").write_bytes((docs / "a.txt").read_bytes())
    report = library.update([docs], load=fake_load)
    assert report.documents == 3
    assert any("trùng" in p.message for p in report.problems if p.path.endswith("z-copy.txt"))
    assert library.find("z-copy.txt").id == library.find("a.txt").id
    (docs / "a.txt").unlink()
    assert counts(library, docs) == (1, 0, 2, 1)
    assert library.find("1/CT").path.endswith("z-copy.txt")


def test_one_number_with_two_texts_keeps_both(library: Library, docs: Path) -> None:
    """A repeated identity is a warning, never a loss."""
    write(docs, "other.txt", "Sở Y tế: Việc khác.", number="1/CT")
    report = library.update([docs], load=fake_load)
    assert report.documents == 4
    assert any("giữ cả hai" in problem.message for problem in report.problems)
    assert len({head.id for head in library.heads()}) == 4


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are Unicode there")
def test_a_file_whose_name_is_no_text_stops_no_other_file(library: Library, docs: Path) -> None:
    """Its name could be neither kept nor shown: it is reported, the others are read."""
    Path(os.fsdecode(os.fsencode(docs) + b"/cv\xff.txt")).write_bytes(b"x")
    report = library.update([docs], load=fake_load)
    assert report.documents == 3
    (problem,) = (p for p in report.problems if p.severity == "error")
    assert problem.path.endswith("cv\ufffd.txt")


def test_a_folder_that_cannot_be_opened_any_more_keeps_its_documents(
    library: Library, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that is not mounted for us today is reported; what was read in it stays."""
    inner = docs / "inner"
    inner.mkdir()
    (docs / "a.txt").rename(inner / "a.txt")
    library.update([docs], load=fake_load)
    scandir = os.scandir

    def refuse(path: Path | str):
        if str(path) == str(inner):
            raise PermissionError(errno.EACCES, "Permission denied", str(inner))
        return scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        report = library.update([docs])
    assert (report.documents, report.removed) == (3, 0)
    assert [p.path for p in report.problems if p.severity == "error"] == [str(inner)]
    report = library.update([docs], load=fake_load)
    assert (report.documents, report.removed) == (3, 0)
    assert not [p for p in report.problems if p.severity == "error"]


def test_a_missing_path_and_an_empty_folder_change_nothing(library: Library, docs: Path) -> None:
    """The error names the path; what was indexed stays."""
    library.update([docs], load=fake_load)
    (docs.parent / "empty").mkdir()
    with pytest.raises(NoDocumentsError, match="empty"):
        library.update([docs.parent / "empty"], load=fake_load)
    with pytest.raises(UsageError, match="nowhere"):
        library.update([docs / "nowhere"], load=fake_load)
    with pytest.raises(UsageError, match="xxx"):
        library.update([docs / ("x" * 300)], load=fake_load)
    assert len(library.heads()) == 3


def test_there_is_no_library_before_the_first_update(tmp_path: Path) -> None:
    """Opening does not make one."""
    with pytest.raises(NoLibraryError):
        Library.open(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_an_open_library_sees_what_another_one_writes(library: Library, docs: Path) -> None:
    """Readers follow without being opened again."""
    library.update([docs], load=fake_load)
    reader = Library.open(library.folder)
    assert indexed(reader) == 6
    write(docs, "d.txt", "Sở Nội vụ: Kiểm tra.", number="4/CT")
    library.update([docs], load=fake_load)
    assert indexed(reader) == 8
    assert reader.document(reader.find("4/CT").id).clauses[1].text == "Kiểm tra."


def current(library: Library) -> Path:
    folder = library.folder / "indexes"
    return folder / json.loads((folder / "current.json").read_text())["folder"]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: cut(folder / "dense.faiss"),
        lambda folder: (folder / "dense.faiss").write_bytes(
            os.urandom((folder / "dense.faiss").stat().st_size)
        ),
        lambda folder: (folder / "dense.faiss").unlink(),
        lambda folder: [cut(path) for path in (folder / "lexical").iterdir() if path.is_file()],
        lambda folder: (folder / "lexical" / "meta.json").write_text("{"),
        lambda folder: (folder.parent / "current.json").write_text("[1"),
        lambda folder: (folder.parent / "current.json").unlink(),
        lambda folder: folder.rename(folder.with_name("gone")),
    ],
    ids=[
        "dense cut", "dense garbage", "dense gone", "lexical cut", "lexical garbage",
        "stamp garbage", "stamp gone", "folder gone",
    ],
)  # fmt: skip
def test_damaged_indexes_are_made_again(
    library: Library, docs: Path, damage: Callable[[Path], object]
) -> None:
    """Both come from the store, so a reader repairs them and finds all that was there."""
    library.update([docs], load=fake_load)
    library.close()
    damage(current(library))
    assert indexed(Library.open(library.folder)) == 6


@pytest.mark.parametrize("name", ["dense.faiss", "lexical/*.idx", "lexical/*.store", "clauses.npy"])
def test_a_byte_that_changed_in_an_index_is_noticed(
    library: Library, docs: Path, name: str
) -> None:
    """Neither length nor form tells of it, but answers would be wrong: all is made again."""
    library.update([docs], load=fake_load)
    library.close()
    damaged = current(library)
    (path,) = damaged.glob(name)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x40
    path.unlink()  # not in place: a file may be linked to another's
    path.write_bytes(data)
    assert indexed(Library.open(library.folder)) == 6
    assert current(library) != damaged


def test_a_large_index_is_checked_in_places(
    library: Library, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What broke off, or is damaged all over, is noticed at a cost that does not grow."""
    monkeypatch.setattr(derived, "_BLOCK", 16)
    monkeypatch.setattr(derived, "_BLOCKS", 8)
    library.update([docs], load=fake_load)
    library.close()
    damaged = current(library)
    path = damaged / "dense.faiss"
    size = path.stat().st_size
    assert size > 16 * 8
    path.write_bytes(path.read_bytes()[: size // 2] + bytes(size - size // 2))
    assert indexed(Library.open(library.folder)) == 6
    assert current(library) != damaged


def test_indexes_that_are_behind_are_brought_up(library: Library, docs: Path) -> None:
    """A writer killed between the store and the indexes costs the next reader a moment."""
    library.update([docs], load=fake_load)
    with library.store.transaction():
        library.store.change("DELETE FROM documents WHERE number = '1/CT'")
        library.store.next_generation()
    assert indexed(Library.open(library.folder)) == 4


def test_only_the_newest_indexes_are_kept(library: Library, docs: Path) -> None:
    """Older folders are swept away."""
    for number in range(3):
        write(docs, "a.txt", f"Sở Y tế: Lần {number}.", number="1/CT")
        library.update([docs], load=fake_load)
    assert [path.name for path in (library.folder / "indexes").iterdir() if path.is_dir()] == [
        current(library).name
    ]


def test_a_second_writer_is_told_to_wait(library: Library, docs: Path) -> None:
    """Of two writers one is refused; readers go on."""
    library.update([docs], load=fake_load)
    other = Library(library.folder)
    with library.writing():
        with pytest.raises(LibraryBusyError, match="thử lại"):
            other.update([docs], load=fake_load)
        assert len(other.heads()) == 3
        assert indexed(other) == 6
    assert counts(other, docs) == (0, 0, 3, 0)


def test_a_reader_uses_the_indexes_in_place_while_another_writes(
    library: Library, docs: Path
) -> None:
    """A step behind is better than no answer."""
    library.update([docs], load=fake_load)
    reader = Library.open(library.folder)
    with library.writing(), library.store.transaction():
        library.store.next_generation()
    with library.writing():
        assert len(reader.indexes().lexical) == 6


def test_a_killed_writer_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    """Killed in the middle of a run, the library opens, holds whole files only, and goes on."""
    docs = tmp_path / "docs"
    for number in range(40):
        write(
            docs,
            f"{number:02}.txt",
            "Sở Y tế: Làm.",
            f"Sở Y tế: Việc {number}.",
            number=f"{number}/CT",
        )
    script = textwrap.dedent(
        f"""
        import sys, time
        sys.path.insert(0, {str(ROOT)!r})
        from pathlib import Path
        import index.library
        from tests.directives import BagEncoder, fake_load
        index.library.load_encoder = lambda name: BagEncoder()
        def slow(path):
            time.sleep(0.02)
            print(path, flush=True)
            return fake_load(path)
        index.library.Library(Path({str(tmp_path / "library")!r})).update([Path({str(docs)!r})], load=slow)
        """
    )
    writer = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    for _ in range(20):
        writer.stdout.readline()
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    library = Library.open(tmp_path / "library")
    kept = len(library.heads())
    assert 18 <= kept < 40
    assert len(library.tasks()) == 2 * kept
    assert indexed(library) == 3 * kept
    assert counts(library, docs) == (40 - kept, 0, kept, 0)


def test_another_model_is_refused_by_name(library: Library, docs: Path) -> None:
    """The error names both models and the way out, and the way out works."""
    library.update([docs], load=fake_load)
    other = Library(library.folder)
    other.encoder = BagEncoder("other-model", "other-1", 3)
    with pytest.raises(EncoderMismatchError, match=r"“chidao”.*“other-model”.*--rebuild"):
        other.indexes()
    with pytest.raises(EncoderMismatchError):
        other.update([docs], load=fake_load)
    assert len(other.tasks()) == 3  # needs no model
    other.update([], rebuild=True, load=fake_load)
    assert indexed(other) == 6
    with pytest.raises(EncoderMismatchError, match=r"“other-model”.*“chidao”"):
        Library.open(library.folder).indexes()


def test_a_model_that_cannot_be_loaded_leaves_no_library(
    tmp_path: Path, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty store left behind would answer every question with "nothing"."""

    def refuse(_name: str | None) -> None:
        raise EncoderError("no such model")

    monkeypatch.setattr("index.library.load_encoder", refuse)
    with pytest.raises(EncoderError):
        Library(tmp_path / "new").update([docs], load=fake_load)
    assert not (tmp_path / "new").exists()


def test_a_new_version_of_the_embedded_model_takes_over(library: Library, docs: Path) -> None:
    """Its vectors take seconds, so nobody is asked."""
    library.update([docs], load=fake_load)
    reader = Library(library.folder)
    reader.encoder = BagEncoder(EMBEDDED, "bag-2", 8)
    assert indexed(reader) == 6
    assert reader.indexes().stamp.fingerprint == "bag-2"


def test_a_document_written_again_is_not_embedded_again(library: Library, docs: Path) -> None:
    """Vectors are kept by passage."""
    library.update([docs], load=fake_load)
    library.encoder.seen.clear()
    write(docs, "a.txt", "Sở Y tế: Tổ chức xét nghiệm diện rộng.", "Sở Y tế: Thêm.", number="1/CT")
    library.update([docs], load=fake_load)
    assert [text.rpartition("\n")[2] for text in library.encoder.seen] == ["Thêm."]
    (vectors,) = library.store.row("SELECT count(*) FROM vectors")
    (passages,) = library.store.row("SELECT count(DISTINCT passage) FROM clauses")
    assert vectors == passages


def test_many_threads_read_while_one_writes(library: Library, docs: Path) -> None:
    """No reader fails, and none sees half a file."""
    library.update([docs], load=fake_load)
    reader = Library.open(library.folder)
    failures: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                assert len(reader.tasks()) % 3 == 0
                reader.indexes()
        except BaseException as error:  # noqa: BLE001 - reported below
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(5):
        lines = [f"Sở Y tế: Việc {number}-{part}." for part in range(3)]
        write(docs, f"new{number}.txt", *lines, number=f"9{number}/CT")
        library.update([docs], load=fake_load)
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(reader.heads()) == 8


def test_forgetting_a_file_takes_its_documents_along(library: Library, docs: Path) -> None:
    """What a user removes is gone from lists and indexes."""
    library.update([docs], load=fake_load)
    assert library.forget([docs / "a.txt"]) == 1
    with pytest.raises(UnknownDocumentError):
        library.find("1/CT")
    assert indexed(library) == 4


def test_a_library_replaced_while_it_is_open_is_followed(tmp_path: Path, docs: Path) -> None:
    """Answers come from what lies in the folder now, never half from what lay there before."""
    reader = Library(tmp_path / "library")
    reader.update([docs / "a.txt"], load=fake_load)
    assert len(reader.heads()) == 1
    assert indexed(reader) == 2
    other = Library(tmp_path / "other")
    other.update([docs / "b.txt"], load=fake_load)
    other.close()
    assert other.store.generation == reader.store.generation  # so only the files tell them apart
    other.close()
    shutil.rmtree(reader.folder)
    other.folder.rename(reader.folder)
    assert [head.number for head in reader.heads()] == ["2/CT"]
    assert reader.document(reader.find("2/CT").id).clauses[1].text == "Bố trí kinh phí phòng dịch."
    assert reader.indexes().stamp == current_stamp(reader.folder)
    shutil.rmtree(reader.folder)
    with pytest.raises(NoLibraryError):
        reader.heads()


def test_one_text_in_two_encodings_is_one_document(tmp_path: Path, samples: Path) -> None:
    """Without a number the words identify it, not the bytes; another word makes another one."""
    whole = (samples / "02-cong-dien-05.txt").read_text(encoding="utf-8")
    unnumbered = re.sub(r"Số: *\S+", "Số:", whole)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text(unnumbered, encoding="utf-8")
    library = Library(tmp_path / "library")
    library.update([docs])
    (first,) = library.heads()
    assert first.number is None
    (docs / "b.txt").write_text(unnumbered, encoding="utf-16")
    (docs / "c.txt").write_text(unicodedata.normalize("NFD", unnumbered), encoding="utf-8-sig")
    (docs / "d.txt").write_bytes(unnumbered.replace("\n", "\r\n").encode())
    (docs / "e.md").write_text(whole, encoding="utf-8")
    (docs / "f.md").write_text(whole, encoding="utf-16")
    (docs / "g.txt").write_text(unnumbered.replace("Sở Y tế", "Sở Nội vụ", 1), encoding="utf-8")
    report = library.update([docs])
    assert report.documents == 3
    assert sorted(Path(head.path).name for head in library.heads()) == ["a.txt", "e.md", "g.txt"]
    assert len([p for p in report.problems if "chỉ giữ một bản" in p.message]) == 4
    assert library.find("b.txt").id == first.id
    library.update([docs / "b.txt"], rebuild=True)
    assert library.find("a.txt").id == first.id


def test_old_letters_say_the_same(tmp_path: Path) -> None:
    """TCVN3 has no code for most capitals: the copy in it differs by case alone."""
    words = (
        "Nội dung: ỦY BAN NHÂN DÂN TỈNH yêu cầu các Sở, ban, ngành thực hiện chỉ đạo, báo cáo.\n"
    )
    codes = {letter: code for code, letter in zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True)}
    typed = "".join(codes.get(letter) or codes.get(letter.lower(), letter) for letter in words)
    (tmp_path / "a.txt").write_text(words * 3, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes((typed * 3).encode("latin-1"))
    library = Library(tmp_path / "library")
    assert library.update([tmp_path / "a.txt", tmp_path / "b.txt"]).documents == 1
