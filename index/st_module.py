"""The embedded model as a sentence-transformers module, for use outside chidao.

`SentenceTransformer("index/model", trust_remote_code=True)` loads it: sentence-transformers asks
for that flag because the module is a class of ours, not because anything is fetched. It gives
the vectors that `index.encoder.TermEncoder` gives; chidao itself never imports this file.
"""

# ruff: noqa: ARG002 - the signatures are those of the base class

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import torch
from sentence_transformers.base.modules import InputModule

from index.encoder import MODEL_FOLDER, TermEncoder

__all__ = ["TermBag"]

FILES = ("settings.json", "terms.txt", "model.safetensors")


class TermBag(InputModule):
    """Text → the weighted sum of its terms' vectors, at unit length."""

    def __init__(self, folder: Path = MODEL_FOLDER) -> None:
        """Read the embedded model's files from the folder."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._folder = folder
        self._encoder = TermEncoder(folder)
        self.vectors = torch.nn.EmbeddingBag.from_pretrained(
            torch.from_numpy(self._encoder.vectors()), mode="sum", freeze=True
        )

    def preprocess(self, inputs: Any, prompt: str | None = None, **_: Any) -> dict[str, Any]:
        """The bags of the texts, one after the other, as EmbeddingBag takes them.

        There are no prompts: questions and passages are read alike.
        """
        rows: list[int] = []
        weights: list[float] = []
        offsets: list[int] = []
        for text in inputs:
            offsets.append(len(rows))
            found, counts = self._encoder.bag(text)
            rows += found
            weights += counts
        return {
            "input_ids": torch.tensor(rows, dtype=torch.long),
            "weights": torch.tensor(weights, dtype=torch.float32),
            "offsets": torch.tensor(offsets, dtype=torch.long),
        }

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Add "sentence_embedding", float32 (texts, dim), unit rows."""
        sums = self.vectors(
            features["input_ids"], features["offsets"], per_sample_weights=features["weights"]
        )
        features["sentence_embedding"] = torch.nn.functional.normalize(sums, dim=1)
        return features

    def get_embedding_dimension(self) -> int:
        """The length of a vector."""
        return self._encoder.dim

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Copy the model's files."""
        for name in FILES:
            shutil.copy(self._folder / name, output_path)

    @classmethod
    def load(cls, model_name_or_path: str, *_: Any, **__: Any) -> TermBag:
        """Read the module from a folder."""
        return cls(Path(model_name_or_path))
