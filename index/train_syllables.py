"""Counts what the diacritic restorer reads: `python -m index.train_syllables DATA OUT ASKED …`.

DATA is as for index/train.py. Law hardly asks anything, and is nobody's everyday speech: what
people type is learned from their questions, those of DATA/zalo that are not held out and those
that are written with diacritics in the gold files ASKED; "FILE:AF,AG" leaves these sets of
questions out. A minute.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.agencies import default_registry
from index.diacritics import ASKED, count_sequences, sequence, write_counts
from index.synonyms import thesaurus
from index.train_data import Part, part_of, read_articles, read_questions, read_sentences
from index.triples import count_triples

__all__ = ["main", "write_syllables"]

# How often is counted what offices write and law does not: "Sở" must not become "số".
_TITLES_COUNT = 10
_NAMES_COUNT = 30
_SPOKEN_COUNT = 50  # of the laws that the texts are, no everyday word is one


def write_syllables(texts: Iterable[str], questions: Iterable[str], folder: Path) -> None:
    """Count running texts and questions, and write what `index.diacritics.Restorer` reads."""
    read = [sequence(text) for text in texts]
    asked = [sequence(question, question=True) for question in questions]
    triples = count_triples(read)
    for triple, number in count_triples(asked).items():
        triples[triple] += ASKED * number
    write_counts(count_sequences(read), count_sequences(asked), triples, folder)


def _office_words(folder: Path) -> Iterator[str]:
    """Titles of documents, names of places and agencies, and what people say in everyday speech,
    as often as they count."""
    for name, times in (("binhduong_titles", _TITLES_COUNT), ("units_since_2025", _NAMES_COUNT)):
        column = 2 if name == "binhduong_titles" else 1
        with (folder / f"{name}.tsv").open(encoding="utf-8") as lines:
            found = [line.rstrip("\n").split("\t")[column] for line in lines][1:]
        yield from found * times
    yield from [body.name for body in default_registry().agencies] * _NAMES_COUNT
    yield from [spoken for line in thesaurus() for spoken in line] * _SPOKEN_COUNT


def _asked(name: str) -> Iterator[str]:
    """The questions with diacritics of a gold file, without the sets behind its colon."""
    path, _, out = name.partition(":")
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["form"] == "vi" and record["qid"].partition("-")[0] not in out.split(","):
            yield record["question"]


def main(arguments: list[str] | None = None) -> None:
    """Read the data, count, and write the three files."""
    parser = argparse.ArgumentParser(prog="python -m index.train_syllables", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("asked", nargs="+")
    options = parser.parse_args(arguments)
    zalo = read_questions(options.data / "zalo")
    questions = [text for key, text, _ in zalo if part_of(key) is not Part.HELD_OUT]
    questions += [question for name in options.asked for question in _asked(name)]
    texts = [part for _, *parts in read_articles(options.data / "zalo") for part in parts]
    texts += [vietnamese for _, vietnamese in read_sentences(options.data / "en_vi")]
    texts += _office_words(options.data / "lists")
    options.out.mkdir(parents=True, exist_ok=True)
    write_syllables(texts, questions, options.out)


if __name__ == "__main__":
    main()
