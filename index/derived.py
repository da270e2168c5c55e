"""The two indexes made from the store: swapped in whole, made again when they are not right.

    indexes/current.json         which folder holds, and what was made of what
    indexes/<generation>-…/      dense.faiss, lexical/, clauses.npy (the ids indexed, ascending)

A new folder is made beside the old one and then named in current.json, so a reader sees one or
the other. The lexical index is carried over by hard links (its files never change once written)
and brought up to date by the ids that came and went.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from corpus.errors import DamagedLibraryError
from index.dense import DenseIndex
from index.embed import vectors_of
from index.encoder import Encoder
from index.lexical import Entry, LexicalIndex
from index.store import Store

__all__ = ["Derived", "Stamp", "current_stamp", "open_derived", "refresh"]

_FORMAT = 2  # raise it when what is indexed for a clause changes
_FOLDER = "indexes"
_CURRENT = "current.json"
_DENSE = "dense.faiss"
_LEXICAL = "lexical"
_IDS = "clauses.npy"
_BLOCK = 1 << 18  # bytes read at a time for a checksum
_BLOCKS = 128  # of a file, at most: 32 MB, which cost about 15 ms


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a pair of indexes was made of.

    `sizes` are bytes by file, to notice a cut file before it is read; `sums` are checksums by file,
    to notice bytes that changed (see `_sum`).
    """

    folder: str
    generation: int
    fingerprint: str
    format: int
    sizes: dict[str, int]
    sums: dict[str, int]

    def fits(self, store: Store, encoder: Encoder) -> bool:
        """Whether nothing has come or gone since, under this encoder."""
        return (self.generation, self.fingerprint, self.format) == (
            store.generation,
            encoder.fingerprint,
            _FORMAT,
        )


@dataclass(frozen=True, slots=True)
class Derived:
    """The two indexes, open for search."""

    stamp: Stamp
    dense: DenseIndex
    lexical: LexicalIndex


def current_stamp(library: Path) -> Stamp | None:
    """What the indexes in place were made of; None when there are none, or no one can tell."""
    try:
        stamp = Stamp(**json.loads((library / _FOLDER / _CURRENT).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return stamp if stamp.format == _FORMAT else None


def open_derived(library: Path) -> Derived | None:
    """The indexes in place; None when they are missing or damaged."""
    for _ in range(2):  # once more: they may be replaced between the stamp and the files
        stamp = current_stamp(library)
        if stamp is None:
            return None
        folder = library / _FOLDER / stamp.folder
        if _sizes(folder) != stamp.sizes or _sums(folder, stamp.sizes) != stamp.sums:
            continue
        with contextlib.suppress(DamagedLibraryError):
            dense = DenseIndex.open(folder / _DENSE)
            return Derived(stamp, dense, LexicalIndex.open(folder / _LEXICAL))
    return None


def refresh(store: Store, encoder: Encoder) -> Derived:
    """Make both indexes fit the store and open them. Only for the holder of the writer's lock."""
    library = store.folder
    derived = open_derived(library)
    if derived is not None and derived.stamp.fits(store, encoder):
        return derived
    generation = store.generation
    # A name never used before: the folder of that generation may be damaged, or half made.
    folder = library / _FOLDER / f"{generation}-{uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    ids, vectors = vectors_of(store, encoder.dim)
    DenseIndex.build(vectors, ids, folder / _DENSE)
    indexed = _carry_over(library, derived, folder)
    _write_lexical(store, folder, indexed)
    sizes = _sizes(folder)
    sums = {name: _sum(folder / name, size) for name, size in sizes.items()}
    stamp = Stamp(folder.name, generation, encoder.fingerprint, _FORMAT, sizes, sums)
    _name_current(library, stamp)
    _sweep(library, keep=folder.name)
    opened = open_derived(library)
    if opened is None:
        raise DamagedLibraryError(
            f"Không ghi được chỉ mục vào “{folder}”. Hãy kiểm tra dung lượng và quyền ghi."
        )
    return opened


def _carry_over(library: Path, derived: Derived | None, folder: Path) -> NDArray[np.int64] | None:
    """Link the lexical index of the old folder into the new one; the ids it holds, or None."""
    if derived is None:
        return None
    old = library / _FOLDER / derived.stamp.folder
    try:
        indexed: NDArray[np.int64] = np.load(old / _IDS, allow_pickle=False)
        shutil.copytree(
            old / _LEXICAL,
            folder / _LEXICAL,
            copy_function=_link,
            ignore=shutil.ignore_patterns("*.lock"),
        )
    except (OSError, ValueError):  # from scratch, then
        shutil.rmtree(folder / _LEXICAL, ignore_errors=True)
        return None
    return indexed if len(indexed) == len(derived.lexical) else None


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copy2(source, target)


def _write_lexical(store: Store, folder: Path, indexed: NDArray[np.int64] | None) -> None:
    """Bring the lexical index in `folder` to the store's clauses, and note which these are."""
    found = store.rows("SELECT clause FROM clauses WHERE passage IS NOT NULL ORDER BY clause")
    wanted = np.fromiter((row[0] for row in found), dtype=np.int64, count=len(found))
    if indexed is None:
        shutil.rmtree(folder / _LEXICAL, ignore_errors=True)
        lexical = LexicalIndex.create(folder / _LEXICAL)
        indexed = np.empty(0, dtype=np.int64)
    else:
        lexical = LexicalIndex.open(folder / _LEXICAL)
    lexical.delete(np.setdiff1d(indexed, wanted, assume_unique=True).tolist())
    lexical.add(_entries(store, np.setdiff1d(wanted, indexed, assume_unique=True).tolist()))
    lexical.commit()
    np.save(folder / _IDS, wanted, allow_pickle=False)
    _let_others_read(folder)


def _let_others_read(folder: Path) -> None:
    """Give every file the rights that our own have: tantivy keeps some for their owner alone."""
    rights = (folder / _IDS).stat().st_mode
    for path in (folder / _LEXICAL).iterdir():
        with contextlib.suppress(OSError):  # a linked file that somebody else wrote
            path.chmod(rights)


def _entries(store: Store, clauses: list[int]) -> Iterator[Entry]:
    statement = (
        "SELECT c.clause, d.title, c.context, c.text, d.document FROM clauses c JOIN documents d"
        " USING (document) WHERE c.clause IN (…)"
    )
    for at in range(0, len(clauses), 5000):
        for clause, title, context, *rest in store.rows_among(statement, clauses[at : at + 5000]):
            yield Entry(clause, title or "", "\n".join(json.loads(context)), *rest)


def _sizes(folder: Path) -> dict[str, int]:
    """Bytes of every file below the folder, by name; locks come and go and do not count."""
    return {
        str(path.relative_to(folder).as_posix()): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def _sums(folder: Path, sizes: dict[str, int]) -> dict[str, int] | None:
    """A checksum of each of the files; None when one cannot be read."""
    try:
        return {name: _sum(folder / name, size) for name, size in sizes.items()}
    except OSError:
        return None


def _sum(path: Path, size: int) -> int:
    """CRC-32 of the file, or, of a large one, of blocks spread evenly over it.

    Blocks cost the same for every library (a million clauses have files of 300 MB): damage of a
    disk or of a copy broken off comes in more than one place, or from one place to the end.
    """
    step = _BLOCK if size <= _BLOCK * _BLOCKS else (size - _BLOCK) // (_BLOCKS - 1)
    found = 0
    buffer = bytearray(_BLOCK)
    with path.open("rb", buffering=0) as file:
        for at in range(0, size, step):
            file.seek(at)
            read = file.readinto(buffer) or 0
            found = zlib.crc32(memoryview(buffer)[:read], found)
    return found


def _name_current(library: Path, stamp: Stamp) -> None:
    beside = library / _FOLDER / f"{_CURRENT}.new"
    beside.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
    beside.replace(library / _FOLDER / _CURRENT)


def _sweep(library: Path, keep: str) -> None:
    """Remove older folders; one that another program still holds open goes next time."""
    for path in (library / _FOLDER).iterdir():
        if path.is_dir() and path.name != keep:
            shutil.rmtree(path, ignore_errors=True)
