"""What the embedded model is trained on, read from the folder DATA (see index/train.py)."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

__all__ = ["Part", "part_of", "read_articles", "read_corpus", "read_questions", "read_sentences"]

_LONGEST = 20_000  # characters of an article that are read
_PAIRS = ("evbnews", "tatoeba", "ntrex")


class Part(StrEnum):
    """What a question is used for."""

    TRAIN = "train"  # six tenths: seen by the vectors
    FIT = "fit"  # two tenths: the weights of the fusion are fitted on them
    HELD_OUT = "held-out"  # two tenths: only ever measured on


def part_of(question: str) -> Part:
    """The part that a question's id falls into, by a fixed hash."""
    tenth = int(hashlib.md5(question.encode(), usedforsecurity=False).hexdigest(), 16) % 10
    return Part.HELD_OUT if tenth < 2 else Part.FIT if tenth < 4 else Part.TRAIN


def read_corpus(folder: Path) -> Iterator[tuple[str, str, str]]:
    """The texts of a set in BEIR form as (id, title, text), in the file's order."""
    path = folder / "corpus.jsonl"
    packed = path.with_name(path.name + ".gz")
    with (
        gzip.open(packed, "rt", encoding="utf-8")
        if packed.is_file()
        else path.open(encoding="utf-8") as lines
    ):
        for line in lines:
            record = json.loads(line)
            yield record["_id"], record.get("title") or "", record["text"]


def read_articles(folder: Path) -> list[tuple[str, str, str]]:
    """The texts of `read_corpus` as far as they are learned from."""
    return [(key, title, text[:_LONGEST]) for key, title, text in read_corpus(folder)]


def read_questions(folder: Path) -> list[tuple[str, str, dict[str, int]]]:
    """The questions of a set in BEIR form as (id, text, grade by text id), judged ones only."""
    path = folder / "qrels.tsv"
    path = path if path.is_file() else folder / "qrels" / "test.tsv"
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        question, text, grade = line.split("\t")
        judged[question][text] = int(grade)
    with (folder / "queries.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [(r["_id"], r["text"], judged[r["_id"]]) for r in records if r["_id"] in judged]


def read_sentences(folder: Path) -> Iterator[tuple[str, str]]:
    """The (English, Vietnamese) sentences of the folder en_vi/."""
    for name in _PAIRS:
        with gzip.open(folder / f"{name}.tsv.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                if len(fields) > 1:
                    yield fields[0], fields[-1]
