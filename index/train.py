"""Makes the files of the embedded model: `python -m index.train DATA OUT`.

DATA is a folder with zalo/ (articles of law and people's questions, BEIR form), en_vi/
(English–Vietnamese sentences) and lists/ (titles of documents, names of places). OUT gets the
vectors of terms and of words, the English lexicon, and how often answers repeat a question's
words; what diacritics are restored from is counted by index/train_syllables.py. A fifth of the
questions is never looked at, so that figures can be measured on it; `--fit` leaves out a further
fifth, on which the weights of index/fusion.py are fitted (see eval/fitting.py).
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
from pathlib import Path

from index.encoder import write_model
from index.train_data import Part, part_of, read_articles, read_questions, read_sentences
from index.train_lexicon import answer_rates, translations
from index.words import write_words

__all__ = ["main"]


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

    corpus = read_articles(options.data / "zalo")
    place = {key: number for number, (key, _, _) in enumerate(corpus)}
    used = {Part.TRAIN} if options.fit else {Part.TRAIN, Part.FIT}
    questions = [q for q in read_questions(options.data / "zalo") if part_of(q[0]) in used]
    answered = [
        (text, [" ".join(corpus[place[key]][1:]) for key in golds]) for _, text, golds in questions
    ]
    rates = sorted(answer_rates(answered).items())
    _write_table(out / "answers.tsv", [(word, f"{rate:.3f}") for word, rate in rates])

    if not options.fit:
        sentences = list(read_sentences(options.data / "en_vi"))
        texts = [part for _, title, text in corpus for part in (title, text)]
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
