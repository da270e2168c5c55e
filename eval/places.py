"""Quotes of gold sets that are kept as places, for documents that may not be copied here.

A place is {"doc": file name without extension, "at": [start, end]}: offsets into the file's text in
NFC with every run of white space collapsed. The files are looked for beside the gold set, and in
the folder `directives` of $CHIDAO_DATA.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from corpus.errors import UsageError
from corpus.text import collapse

__all__ = ["folders_of", "quote_of", "text_of"]


def folders_of(beside: Path) -> tuple[Path, ...]:
    """Where the documents of a gold file in that folder may lie, the likeliest first."""
    data = os.environ.get("CHIDAO_DATA")
    return (beside, *([Path(data) / "directives"] if data else []))


def quote_of(entry: Mapping[str, Any], folders: tuple[Path, ...]) -> str:
    """The quote of a gold entry: as it stands there, else what stands at its place.

    Raises:
        UsageError: the document is in none of the folders.
    """
    if "at" not in entry:
        return str(entry["quote"])
    start, end = entry["at"]
    return text_of(str(entry["doc"]), folders)[start:end]


@cache
def text_of(name: str, folders: tuple[Path, ...]) -> str:
    """The text of a document that places are offsets into.

    Raises:
        UsageError: the document is in none of the folders.
    """
    for folder in folders:
        path = folder / f"{name}.txt"
        if path.is_file():
            return collapse(unicodedata.normalize("NFC", path.read_text("utf-8")))
    raise UsageError(
        f"Không thấy văn bản “{name}” của bộ chuẩn. Hãy đặt CHIDAO_DATA là thư mục có directives/."
    )
