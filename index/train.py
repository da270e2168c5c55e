"""Makes the files of the embedded model: `python -m index.train DATA OUT`.

DATA is a folder with zalo/ (articles of law and people's questions, BEIR form), en_vi/
(English–Vietnamese sentences) and lists/ (titles of documents, names of places). OUT gets the
vectors of terms and of words, the syllables that the diacritic restorer counts, the English
lexicon, and how often answers repeat a question's words. A fifth of the questions is never looked
at, so that figures can be measured on it; `--fit` leaves out a further fifth, on which the weights
of index/fusion.py are fitted (see eval/fitting.py).
"""

from __future__ import annotations

import argparse
import dataclasses
import gzip
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from corpus.agencies import default_registry
from index.diacritics import count_sequences, write_counts
from index.encoder import write_model
from index.synonyms import thesaurus
from index.train_lexicon import answer_rates, translations
from index.words import write_words

__all__ = ["Part", "main", "part_of", "read_corpus", "read_questions"]

_LONGEST = 20_000  # characters of an article that are read
_PAIRS = ("evbnews", "tatoeba", "ntrex")
# How often the restorer counts what offices write and law does not: "Sở" must not become "số".
_TITLES_COUNT = 10
_NAMES_COUNT = 30
_SPOKEN_COUNT = 50  # of the laws that the texts are, no everyday word is one
_PHRASES_COUNT = 300
_PHRASES = (
    "giao Sở nào chủ trì",
    "Sở nào chịu trách nhiệm",
    "Sở nào phối hợp",
    "các Sở, ban, ngành phải làm gì",
    "Bộ nào chủ trì",
    "cơ quan nào chịu trách nhiệm",
    "theo Chỉ thị tháng này",
    "trong Công điện",
    "đường cao tốc",
)


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


def _sentences(folder: Path) -> Iterator[tuple[str, str]]:
    for name in _PAIRS:
        with gzip.open(folder / f"{name}.tsv.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                if len(fields) > 1:
                    yield fields[0], fields[-1]


def _office_words(folder: Path) -> Iterator[str]:
    """Titles of documents, names of places and agencies, phrases, and what people say in everyday
    speech, as often as they count."""
    for name, times in (("binhduong_titles", _TITLES_COUNT), ("units_since_2025", _NAMES_COUNT)):
        column = 2 if name == "binhduong_titles" else 1
        with (folder / f"{name}.tsv").open(encoding="utf-8") as lines:
            found = [line.rstrip("\n").split("\t")[column] for line in lines][1:]
        yield from found * times
    yield from [body.name for body in default_registry().agencies] * _NAMES_COUNT
    yield from _PHRASES * _PHRASES_COUNT
    yield from [spoken for line in thesaurus() for spoken in line] * _SPOKEN_COUNT


def main(arguments: list[str] | None = None) -> None:
    """Read the data, learn, and write the model's files."""
    from index.train_vectors import Article, Settings, learn_vectors
    from index.train_words import learn_words

    parser = argparse.ArgumentParser(prog="python -m index.train", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fit", action="store_true", help="leave the questions of FIT out, too")
    parser.add_argument("--epochs", type=float, default=Settings().epochs)
    options = parser.parse_args(arguments)
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    settings = dataclasses.replace(Settings(), epochs=options.epochs)

    corpus = [
        (key, title, text[:_LONGEST]) for key, title, text in read_corpus(options.data / "zalo")
    ]
    place = {key: number for number, (key, _, _) in enumerate(corpus)}
    used = {Part.TRAIN} if options.fit else {Part.TRAIN, Part.FIT}
    questions = [q for q in read_questions(options.data / "zalo") if part_of(q[0]) in used]
    answered = [
        (text, [" ".join(corpus[place[key]][1:]) for key in golds]) for _, text, golds in questions
    ]
    rates = sorted(answer_rates(answered).items())
    _write_table(out / "answers.tsv", [(word, f"{rate:.3f}") for word, rate in rates])

    if not options.fit:
        sentences = list(_sentences(options.data / "en_vi"))
        texts = [part for _, title, text in corpus for part in (title, text)]
        office = _office_words(options.data / "lists")
        counts = count_sequences([*texts, *(vietnamese for _, vietnamese in sentences), *office])
        write_counts(counts, out / "syllables.tsv")
        lexicon = translations(sentences)
        _write_table(
            out / "english.tsv",
            [
                (word, *(f"{term} {chance:.2f}" for term, chance in options_))
                for word, options_ in sorted(lexicon.items())
            ],
        )

        write_words(out, *learn_words(texts, sentences))

    words, vectors = learn_vectors(
        [Article(title, text) for _, title, text in corpus],
        [(text, place[key]) for _, text, golds in questions for key in golds],
        settings,
        _report,
    )
    write_model(out, words, vectors, settings.reach)


def _write_table(path: Path, rows: list[tuple[str, ...]]) -> None:
    path.write_text("\n".join("\t".join(row) for row in rows), encoding="utf-8")


def _report(step: int, steps: int, loss: float) -> None:
    if step % 50 == 0 or step == steps:
        sys.stderr.write(f"step {step}/{steps} loss {loss:.3f}\n")


if __name__ == "__main__":
    main()
