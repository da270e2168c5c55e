"""The store gives back what was put in, and only opens what is ours."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from corpus.document import Box, Header, Page, Place, Printed, Problem, Role, Severity
from corpus.errors import (
    DamagedLibraryError,
    LibraryError,
    NoLibraryError,
    UnknownDocumentError,
    UsageError,
)
from index import schema
from index.finding import find_document, resolve
from index.notes import add_feedback, correct, corrections, feedback, undo_correction
from index.pages import get_printed
from index.rows import get_document, insert_document, key, number_key
from index.schema import MIGRATIONS, STORE
from index.store import Store
from tests.directives import HEADER, citing, directive


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, create=True)


def put(store: Store, *documents) -> None:
    with store.transaction():
        for document in documents:
            file = store.change("INSERT INTO files (path, reader) VALUES (?, '')", (str(uuid4()),))
            insert_document(store, file, document)
        store.next_generation()


def execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


FULL = replace(
    citing(
        directive(
            ("Sở Y tế", "Báo cáo trước ngày 10/3/2025.", Role.LEAD),
            ("Sở Tài chính", "Phối hợp bố trí kinh phí.", Role.SUPPORT),
            deadline=("trước ngày 10/3/2025", date(2025, 3, 10)),
        ),
        "07/CT-TTg",
    ),
    problems=(Problem("chi-thi.txt", Severity.WARNING, "thiếu chữ ký", 2, 30),),
)


@pytest.mark.parametrize(
    "document",
    [
        FULL,
        directive(name="abc"),
        directive(("Sở Y tế", "Làm.", Role.JOINT), header=Header(), name="không-đầu"),
    ],
    ids=["full", "no orders", "no header"],
)
def test_a_document_comes_back_as_it_was(store: Store, document) -> None:
    """Writing a document and reading it loses nothing."""
    put(store, document)
    assert get_document(store, document.id) == document


PRINTED = Printed(
    (Page(1, 595, 842, scanned=True), Page(2, 842.5, 595, scanned=False)),
    (
        Place(0, 1, Box(0.0, 0.1, 0.5, 0.2)),
        Place(3, 1, Box(0.25, 0.9, 1.0, 0.95)),
        Place(3, 2, Box(0.25, 0.05, 1.0, 0.1)),
        Place(70_000, 2, Box(0.1, 0.2, 0.3, 0.4)),
    ),
)


def test_pages_come_back_as_they_were(store: Store) -> None:
    """Sizes exactly, places to less than a dot of the largest picture; gone with their document."""
    document = replace(directive(), printed=PRINTED)
    put(store, document, directive(name="không-trang", path="b.txt"))
    found = get_printed(store, document.id)
    assert found is not None
    assert found.pages == PRINTED.pages
    assert [(p.clause, p.page) for p in found.places] == [(0, 1), (3, 1), (3, 2), (70_000, 2)]
    for place, wanted in zip(found.places, PRINTED.places, strict=True):
        box = (place.box.left, place.box.top, place.box.right, place.box.bottom)
        assert box == pytest.approx(
            (wanted.box.left, wanted.box.top, wanted.box.right, wanted.box.bottom), abs=1 / 100_000
        )
    assert get_printed(store, "không-trang") is None
    store.change("DELETE FROM documents WHERE id = ?", (document.id,))
    assert store.rows("SELECT * FROM pages") == []


def first_version(folder: Path) -> None:
    """A store as the first version of chidao left it."""
    with closing(sqlite3.connect(folder / STORE)) as connection:
        connection.executescript(
            f"BEGIN; {MIGRATIONS[0]}; PRAGMA application_id = {schema._APPLICATION};"
            "INSERT INTO files (path, reader) VALUES ('a.txt', 'x');"
            "INSERT INTO documents (file, id, path, name, digest, header, text)"
            " VALUES (1, 'vb-1', 'a.txt', 'a.txt', '', '{}', 'Nội dung.');"
            "PRAGMA user_version = 1; COMMIT;"
        )


def test_an_older_store_is_brought_up_to_date(tmp_path: Path) -> None:
    """What is in it stays; its documents have no pages until they are read again."""
    first_version(tmp_path)
    store = Store(tmp_path)
    assert store.row("PRAGMA user_version") == (len(MIGRATIONS),)
    assert store.row("SELECT id, text FROM documents") == ("vb-1", "Nội dung.")
    assert get_printed(store, "vb-1") is None
    put(store, replace(directive(), printed=PRINTED))
    assert get_printed(store, directive().id) is not None


def test_an_older_store_that_cannot_be_written_is_read_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library on a read-only medium stays open to a newer chidao, without pages."""
    first_version(tmp_path)
    before = (tmp_path / STORE).read_bytes()
    monkeypatch.setattr(
        "index.store.connect", lambda folder, **_: schema._read_only(folder / STORE)
    )
    store = Store(tmp_path)
    assert store.row("SELECT id FROM documents") == ("vb-1",)
    assert get_printed(store, "vb-1") is None
    store.close()
    assert (tmp_path / STORE).read_bytes() == before


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("05/CT–TTg", "5/ct-ttg"),
        ("Số: 05 /CT-TTg", "5/CT-TTg"),
        ("87/2025/QĐ-UBND", "87/2025/qd-ubnd"),
        ("87/2025/QÐ-UBND", "87/2025/QĐ-UBND"),
    ],
)
def test_numbers_written_differently_are_one(one: str, other: str) -> None:
    """A number is found whatever its dashes, blanks, zeros, case and diacritics."""
    assert number_key(one) == number_key(other)


def test_numbers_that_differ_stay_apart() -> None:
    """What distinguishes two numbers is kept."""
    assert len({number_key(n) for n in ("1/CT-TTg", "10/CT-TTg", "1/CĐ-TTg", "11/CT-TTg")}) == 4


def test_key_ignores_case_diacritics_and_blanks() -> None:
    """Names are compared as people type them."""
    assert key("Sở  Y TẾ") == key("so y te")


def test_a_document_is_found_by_id_number_and_file_name(store: Store) -> None:
    """Everything a user may call a document by leads to it."""
    document = directive(path="/tai/lieu/Chỉ thị 15.docx")
    put(store, document)
    for words in (
        document.id, "15/ct-ubnd", "Chỉ thị 15.docx", "chỉ thị 15", "/x/Chỉ thị 15.docx",
        "Chỉ thị số 15/CT-UBND", "chi thi 15/CT-UBND",
    ):  # fmt: skip
        assert find_document(store, words).id == document.id, words
    with pytest.raises(UnknownDocumentError, match="Không có văn bản"):
        find_document(store, "Công điện 15/CT-UBND")


def test_an_ambiguous_number_lists_the_candidates(store: Store) -> None:
    """A number is no key: both documents are named in the error."""
    put(store, directive(name="một"), directive(name="hai", path="b.txt"))
    with pytest.raises(UnknownDocumentError, match=r"(?s)2 văn bản.*một.*hai"):
        find_document(store, "15/CT-UBND")


def test_an_unknown_document_is_named(store: Store) -> None:
    """The error repeats what was asked for; a joker is no wildcard."""
    put(store, directive())
    for words in ("99/CT", "chi-thi%", "", "chi_thi"):
        with pytest.raises(UnknownDocumentError, match="Không có văn bản"):
            find_document(store, words)


def test_a_reference_resolves_only_when_one_document_fits(store: Store) -> None:
    """Number alone may be enough; a stated date must agree; two candidates stay open."""
    old = directive(name="cũ", header=replace(HEADER, issued=date(2020, 1, 1)))
    new = directive(name="mới", path="b.txt")
    put(store, old, new)
    (bare,) = citing(directive(), "15/CT-UBND").references
    assert resolve(store, bare) is None
    assert resolve(store, replace(bare, issued=date(2020, 1, 1))).id == "cũ"
    assert resolve(store, replace(bare, issued=date(2021, 1, 1))) is None
    assert resolve(store, replace(bare, issued=date(2025, 3, 4), issuer="UBND tỉnh khác")) is None


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    """What is done together is kept together."""

    def fail() -> None:
        with store.transaction():
            store.set_meta("generation", "7")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert store.generation == 0


def test_every_thread_reads_what_was_committed(store: Store) -> None:
    """Threads share the store without sharing a connection."""
    put(store, directive(name="một"))
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(find_document(store, "một").id))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["một"] * 8


def test_no_library_says_how_to_make_one(tmp_path: Path) -> None:
    """Opening an empty folder makes nothing there."""
    with pytest.raises(NoLibraryError, match="chidao index"):
        Store(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"garbage " * 1000),
        lambda path: path.write_bytes(path.read_bytes()[:3000]),
        lambda path: (path.unlink(), execute(path, "CREATE TABLE other (x)")),
        lambda path: execute(path, f"PRAGMA user_version = {len(MIGRATIONS) + 1}"),
    ],
    ids=["garbage", "cut off", "another program's", "a newer version's"],
)
def test_a_file_that_is_not_a_library_is_refused(tmp_path: Path, damage) -> None:
    """Whatever is wrong with the file, the user hears of it and nothing is overwritten."""
    Store(tmp_path, create=True).close()
    damage(tmp_path / STORE)
    before = (tmp_path / STORE).read_bytes()
    with pytest.raises(DamagedLibraryError):
        Store(tmp_path, create=True).rows("SELECT count(*) FROM clauses")
    assert (tmp_path / STORE).read_bytes() == before


def test_an_empty_file_is_no_library_yet(tmp_path: Path) -> None:
    """What a writer killed at its first step leaves behind is not an empty library that answers."""
    (tmp_path / STORE).touch()
    with pytest.raises(NoLibraryError, match="chidao index"):
        Store(tmp_path)
    assert Store(tmp_path, create=True).rows("SELECT count(*) FROM clauses") == [(0,)]


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """The system's reason is passed on."""
    with pytest.raises(LibraryError, match="xxx"):
        Store(tmp_path / ("x" * 300))


def test_a_correction_stands_on_top_and_can_be_undone(store: Store) -> None:
    """Lists, filters and the document itself show the corrected value, and then the read one."""
    document = directive(("Sở Y tế", "Làm.", Role.LEAD))
    put(store, document)
    correct(store, document.id, "number", "16/CT-UBND")
    correct(store, document.id, "issued", "2025-04-05")
    assert find_document(store, "16/CT-UBND").issued == date(2025, 4, 5)
    assert get_document(store, document.id).header.number == "16/CT-UBND"
    assert corrections(store, document.id) == {"number": "16/CT-UBND", "issued": "2025-04-05"}
    undo_correction(store, document.id, "number")
    undo_correction(store, document.id, "issued")
    assert get_document(store, document.id) == document


@pytest.mark.parametrize(
    ("field", "value"), [("color", "red"), ("issued", "hôm qua"), ("signer", {"x": 1})]
)
def test_a_correction_that_makes_no_sense_is_refused(
    store: Store, field: str, value: object
) -> None:
    """An unknown field, or a value it cannot take, changes nothing."""
    document = directive()
    put(store, document)
    with pytest.raises(UsageError):
        correct(store, document.id, field, value)
    assert get_document(store, document.id) == document


def test_a_correction_survives_the_document_being_written_again(store: Store) -> None:
    """It is kept apart from what was read."""
    document = directive()
    put(store, document)
    correct(store, document.id, "kind", "Công văn")
    store.change("DELETE FROM documents")
    put(store, replace(document, path="moved.txt"))
    assert get_document(store, document.id).header.kind == "Công văn"


def test_feedback_is_kept_as_it_was_given(store: Store) -> None:
    """Question, verdict, note and the answer shown come back in order."""
    add_feedback(store, "Ai?", "wrong", {"answer": "Sở Y tế"}, "thiếu")
    add_feedback(store, "Khi nào?", "right", {})
    assert [(f.question, f.verdict, f.note, f.answer) for f in feedback(store)] == [
        ("Ai?", "wrong", "thiếu", {"answer": "Sở Y tế"}),
        ("Khi nào?", "right", None, {}),
    ]
