"""Texts → unit vectors: the embedded model, or any sentence-transformers model, by one door.

The embedded model is read and run with NumPy alone: a question must not pay the ten seconds
that importing torch and sentence_transformers takes. Other models load them when they are named.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EncoderError
from index.terms import terms

__all__ = [
    "EMBEDDED",
    "Encoder",
    "SentenceTransformerEncoder",
    "TermEncoder",
    "as_int8",
    "damaged",
    "embedded",
    "load_encoder",
    "passage",
    "unit_rows",
    "write_model",
]

EMBEDDED = "chidao"
LIFT = 3.0  # a count of 1 weighs log 4
MODEL_FOLDER = Path(__file__).resolve().parent / "model"

# E5 models rank badly without these words; their cards ask for them.
_E5_PREFIXES = ("query: ", "passage: ")


class Encoder(Protocol):
    """What the dense index needs of a model."""

    name: str  # as the user named it; EMBEDDED for the embedded one
    fingerprint: str  # changes whenever vectors would
    dim: int

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Return float32 (len(texts), dim), unit rows; a text without known terms is all zero."""
        ...


def passage(title: str | None, context: Sequence[str], body: str) -> str:
    """What is embedded for a clause: its document's title, its heading path, its own text.

    The embedded model reads earlier terms as weighing more, so the order matters.
    """
    return "\n".join([*([title] if title else []), *context, body])


class TermEncoder:
    """The embedded model: a text is the weighted sum of the vectors of its terms.

    The occurrence of a term at position p among all terms counts 1 / (1 + p / reach), so titles
    and opening words weigh more and long tails fade; a term weighs log(1 + 3 × its count).
    """

    name: str
    fingerprint: str
    dim: int

    def __init__(self, folder: Path = MODEL_FOLDER, name: str = EMBEDDED) -> None:
        """Read the model's files.

        Raises:
            EncoderError: A file is missing or is not what it should be.
        """
        from safetensors import SafetensorError
        from safetensors.numpy import load_file

        try:
            settings: dict[str, Any] = json.loads((folder / "settings.json").read_text("utf-8"))
            vocabulary = (folder / "terms.txt").read_text("utf-8").split("\n")
            tensors = load_file(folder / "model.safetensors")
            self._rows: NDArray[np.int8] = tensors["rows"]
            self._scales: NDArray[np.float32] = tensors["scales"]
            self._reach = float(settings["reach"])
            digest = hashlib.sha256((folder / "model.safetensors").read_bytes())
        except (OSError, ValueError, KeyError, SafetensorError) as error:
            raise damaged(folder, error) from error
        if not len(vocabulary) == len(self._rows) == len(self._scales):
            raise EncoderError(f"Mô hình trong {folder} bị hỏng: số dòng không khớp. Hãy cài lại.")
        digest.update(json.dumps([vocabulary, settings], sort_keys=True).encode())
        self._index = {term: row for row, term in enumerate(vocabulary)}
        self.name = name
        self.dim = self._rows.shape[1]
        self.fingerprint = f"chidao-{digest.hexdigest()[:16]}"

    def vectors(self) -> NDArray[np.float32]:
        """The vectors of all terms, float32 (terms, dim), in the order of terms.txt."""
        return self._rows.astype(np.float32) * self._scales[:, None]

    def bag(self, text: str) -> tuple[list[int], list[float]]:
        """The rows of a text's known terms, ascending, and the weight of each."""
        weights: dict[int, float] = {}
        index, reach = self._index, self._reach
        for position, term in enumerate(terms(text)):
            row = index.get(term)
            if row is not None:
                weights[row] = weights.get(row, 0.0) + reach / (reach + position)
        rows = sorted(weights)
        return rows, [math.log1p(LIFT * weights[row]) for row in rows]

    def encode(
        self,
        texts: Sequence[str],
        *,
        query: bool = False,  # noqa: ARG002 - of the protocol; both sides are read alike
    ) -> NDArray[np.float32]:
        """Return float32 (len(texts), dim), unit rows; a text without known terms is all zero."""
        vectors = np.zeros((len(texts), self.dim), np.float32)
        for number, text in enumerate(texts):
            rows, weights = self.bag(text)
            if rows:
                scaled = np.asarray(weights, np.float32) * self._scales[rows]
                vectors[number] = scaled @ self._rows[rows].astype(np.float32)
        return unit_rows(vectors)


def write_model(
    folder: Path, vocabulary: Sequence[str], vectors: NDArray[np.float32], reach: float
) -> None:
    """Write a model that `TermEncoder` reads: one row a term, kept as int8 with a scale each.

    The folder is also a sentence-transformers model (see index/st_module.py).
    """
    from safetensors.numpy import save_file

    rows, scales = as_int8(vectors)
    folder.mkdir(parents=True, exist_ok=True)
    save_file({"rows": rows, "scales": scales}, folder / "model.safetensors")
    (folder / "terms.txt").write_text("\n".join(vocabulary), "utf-8")
    (folder / "settings.json").write_text(json.dumps({"reach": reach}) + "\n", "utf-8")
    modules = [{"idx": 0, "name": "0", "path": "", "type": "index.st_module.TermBag"}]
    (folder / "modules.json").write_text(json.dumps(modules) + "\n", "utf-8")


def as_int8(vectors: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Vectors (n, dim) as whole numbers of a byte, and the scale of each row, float32 (n,)."""
    scales = np.abs(vectors).max(axis=1) / 127.0
    rows = np.round(vectors / np.where(scales > 0, scales, 1.0)[:, None]).astype(np.int8)
    return rows, scales.astype(np.float32)


def damaged(folder: Path, error: Exception) -> EncoderError:
    """What to say when files of a model cannot be read."""
    return EncoderError(f"Không đọc được mô hình trong {folder}: {error}. Hãy cài lại chidao.")


class SentenceTransformerEncoder:
    """Any sentence-transformers model: a local folder, or a name already in the hub's cache."""

    name: str
    fingerprint: str
    dim: int

    def __init__(self, name: str) -> None:
        """Load the model; no network is used.

        Raises:
            EncoderError: sentence-transformers cannot load a model of that name.
        """
        try:
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            logging.disable_progress_bar()  # type: ignore[no-untyped-call]

            # A folder is complete in itself; a name is looked up in the local cache only.
            self._model = SentenceTransformer(name, device="cpu", local_files_only=True)
        except Exception as error:  # whatever a foreign model may raise
            message = (
                f"Không nạp được mô hình “{name}”: {_first_line(error)}. Hãy cho đường dẫn tới một "
                "thư mục sentence-transformers, hoặc tải mô hình về máy trước."
            )
            raise EncoderError(message) from error
        self.name = name
        self._prefixes = _E5_PREFIXES if "e5" in Path(name).name.lower() else ("", "")
        probe = self.encode(["Sở Y tế phải làm gì?", "the quick brown fox 2025"])
        self.dim = probe.shape[1]
        # The same weights under another path give the same vectors, hence the same fingerprint.
        digest = hashlib.sha256(np.round(probe, 3).tobytes() + "".join(self._prefixes).encode())
        self.fingerprint = f"st-{digest.hexdigest()[:16]}"

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Return float32 (len(texts), dim), unit rows."""
        prefix = self._prefixes[0 if query else 1]
        vectors = self._model.encode(
            [prefix + text for text in texts], show_progress_bar=False, convert_to_numpy=True
        )
        return unit_rows(np.asarray(vectors, np.float32))


@cache
def embedded(folder: Path = MODEL_FOLDER) -> TermEncoder:
    """The embedded model, read once.

    Raises:
        EncoderError: as `TermEncoder`.
    """
    return TermEncoder(folder)


def load_encoder(name: str | None = None) -> Encoder:
    """The encoder of that name or folder; None means $CHIDAO_MODEL, else the embedded one.

    Raises:
        EncoderError: The model cannot be loaded; the message says what to do.
    """
    name = name or os.environ.get("CHIDAO_MODEL") or EMBEDDED
    if name == EMBEDDED:
        return embedded()
    folder = Path(name)
    if folder.is_dir() and (folder / "terms.txt").is_file():
        return TermEncoder(folder, name)
    return SentenceTransformerEncoder(name)


def unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scale the rows to length 1; rows of zeros stay."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1.0), np.float32)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:200]
