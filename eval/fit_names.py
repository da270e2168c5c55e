"""Learn where names of bodies begin and end: `python -m eval.fit_names GOLD … [--without NAME …]`.

GOLD is a tasks.jsonl (eval/tasks.py), whose agencies are looked for in the clause that tells them
something, or above it; or a names.jsonl: places in laws and directives where readers said whether
the name of somebody who can be told to act begins, and where it ends ({"doc" or "article",
"within": the clause, "at": the name, empty where none begins}; offsets as in eval/places.py).
Places in the clauses of the tasks' documents where neither a rule nor the gold has a name teach
where none begins. Documents named behind --without are left out, and reported on. Two logistic
regressions, written to corpus/extents.tsv and corpus/openings.tsv; those there are of
fresh/tasks.jsonl, directives/tasks.jsonl and names.jsonl of eval/gold and of
shared/data/directives/tasks.jsonl, before sets 32 and 33 and the last seventeen real documents
were added.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from corpus.actors import Reader
from corpus.document import Clause, ClauseKind, Document
from corpus.extents import EXTENTS, chances, likeliest, steps
from corpus.learned import chance, weights
from corpus.openings import OPENINGS, seen_at
from corpus.text import collapse, fold
from eval.places import folders_of, text_of
from eval.tasks import GoldTask, documents_of, leaves_of, read_gold

__all__ = ["Place", "fit", "places_in"]

_CORPUS = Path(__file__).parent.parent / "corpus"
_NEAR = 12  # clauses before one beside it in which the one told may be named
_RARE = 2  # what is seen at fewer places is left out
_NOTHING = {EXTENTS: 0.1, OPENINGS: 0.05}  # weights below which one is dropped
_FIRM = {EXTENTS: 1.0, OPENINGS: 0.5}  # how little the weights are held back (C of scikit-learn)
_FIRST = re.compile(r"first \S+")  # each is kept: what opens no name at all is seen by its lack
_MARKED = 3  # how much more a place weighs that a reader marked
_FRAME = (ClauseKind.HEADER, ClauseKind.RECIPIENT, ClauseKind.SIGNATURE)
# Where the next of a list of bodies begins: "Sở Y tế, | Sở Nội vụ", "các sở; | các doanh nghiệp".
_BETWEEN = re.compile(r"(?:;|,)\s*(?:và )?|\s+và\s+")
_NEXT = re.compile(
    r"(?:các|những|ủy ban|ubnd|hội đồng|chủ tịch|giám đốc|thủ trưởng|bộ|sở|công an|thanh tra)"
    r"(?!\w)"
)
# Where names are looked for: where a clause or sentence begins, behind words that lead to one.
_LEADS = re.compile(
    r"(?<=[.;:,])\s+|"
    r"(?<!\w)(?:với|giao|đề nghị|yêu cầu|của|đối với|hướng dẫn|chỉ đạo|và)\s+"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text at which a name begins, up to `end`, or none (None)."""

    doc: str
    text: str
    at: int
    end: int | None
    marked: bool  # by a reader; else it was found


def fit(places: Sequence[Place]) -> None:
    """Learn both, and write the files."""
    _write(EXTENTS, *_ends(places))
    weights.cache_clear()
    _write(OPENINGS, *_begins(places))
    weights.cache_clear()


def _ends(places: Sequence[Place]) -> tuple[list[list[str]], list[bool], list[int]]:
    """What is seen at each word of a name, and whether it ends there."""
    seen: list[list[str]] = []
    over: list[bool] = []
    for place in places:
        read = list(steps(place.text, fold(place.text), place.at))
        if place.end is None or all(end != place.end for end, _ in read):
            continue
        for end, there in read:
            seen.append(there)
            over.append(end == place.end)
            if over[-1]:
                break
    return seen, over, [1] * len(over)


def _begins(places: Sequence[Place]) -> tuple[list[list[str]], list[bool], list[int]]:
    """What is seen at each place, and whether a name begins there."""
    seen: list[list[str]] = []
    opens: list[bool] = []
    weigh: list[int] = []
    for place in places:
        if (there := _seen(place)) is not None:
            seen.append(there)
            opens.append(place.end is not None)
            weigh.append(_MARKED if place.marked else 1)
    return seen, opens, weigh


def _seen(place: Place) -> list[str] | None:
    folded = fold(place.text)
    end, sure = likeliest(chances(place.text, folded, place.at))
    return seen_at(place.text, folded, place.at, end, sure) if sure else None


def _write(
    name: str, seen: Sequence[list[str]], truth: Sequence[bool], weigh: Sequence[int]
) -> None:
    counter = CountVectorizer(analyzer=lambda there: there, binary=True, min_df=_RARE)
    table = counter.fit_transform(seen)
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    model = LogisticRegression(C=_FIRM[name], max_iter=300, solver="liblinear")
    model.fit(table, np.array(truth), sample_weight=np.array(weigh, float))
    named = zip(counter.get_feature_names_out(), model.coef_[0], strict=True)
    kept = [
        f"{one}\t{weight:.2f}"
        for one, weight in named
        if abs(weight) >= _NOTHING[name] or _FIRST.fullmatch(one)
    ]
    lines = [f"\t{model.intercept_[0]:.2f}", *kept]
    (_CORPUS / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def places_in(gold: Path) -> list[Place]:
    """The places of a gold file of tasks, or of names."""
    if gold.name.startswith("names"):
        return list(_marked(gold))
    golds = read_gold(gold)
    documents = documents_of(golds, gold.parent, None)
    names = list(dict.fromkeys(one.doc for one in golds))
    found: list[Place] = []
    for name, document in zip(names, documents, strict=True):
        found += _in_document(name, document, [one for one in golds if one.doc == name])
    return found


def _in_document(name: str, document: Document, golds: Sequence[GoldTask]) -> Iterator[Place]:
    """The places of the agencies of the gold, and those where nobody is named."""
    ends: dict[tuple[int, int], int] = {}
    for gold in golds:
        for leaf in leaves_of(document, gold.quote)[:1]:
            if (where := _named(document.clauses, leaf, fold(gold.agency))) is not None:
                number, at, end = where
                ends[number, at] = max(end, ends.get((number, at), 0))
    for (number, at), end in ends.items():
        text = document.clauses[number].text
        yield Place(name, text, at, _first_of_list(text, at, end), marked=False)
    for clause in document.clauses:
        if clause.kind not in _FRAME:
            yield from _nobody(name, clause, {at for one, at in ends if one == clause.index})


def _named(clauses: Sequence[Clause], leaf: int, agency: str) -> tuple[int, int, int] | None:
    """(clause, start, end) of a name in a leaf, in what it stands below, or shortly before it."""
    names = [agency, agency.removeprefix("các ")]
    for number in (*_with_those_above(clauses, leaf), *_shortly_before(clauses, leaf)):
        folded = fold(clauses[number].text)
        for name in names:
            if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
                return number, found.start(), found.end()
    return None


def _with_those_above(clauses: Sequence[Clause], leaf: int) -> Iterator[int]:
    number: int | None = leaf
    while number is not None:
        yield number
        number = clauses[number].parent


def _shortly_before(clauses: Sequence[Clause], leaf: int) -> Iterator[int]:
    for number in range(leaf - 1, max(-1, leaf - _NEAR), -1):
        if clauses[number].parent == clauses[leaf].parent:
            yield number


def _first_of_list(text: str, at: int, end: int) -> int:
    """Where the first body ends of a list that is one agency of the gold."""
    folded = fold(text)
    for gap in _BETWEEN.finditer(folded, at, end):
        then = gap.end()
        if _NEXT.match(folded, then) and (
            folded.startswith(("các ", "những "), then) or text[then].isupper()
        ):
            return gap.start()
    return end


def _nobody(name: str, clause: Clause, named: set[int]) -> Iterator[Place]:
    """The places of a clause where a name might begin, and neither a rule nor the gold has one."""
    reader = Reader(clause.text, learned=False)
    starts = {0, *(lead.end() for lead in _LEADS.finditer(reader.folded))}
    for at in sorted(starts):
        plural = reader.folded.startswith("các ", at) and at + 4 in named
        if at in named or plural or not clause.text[at : at + 1].isalpha():
            continue
        if reader.actors(at) is None:
            yield Place(name, clause.text, at, None, marked=False)


def _marked(gold: Path) -> Iterator[Place]:
    """The places that readers marked."""
    folders = folders_of(gold.parent)
    for line in gold.read_text("utf-8").splitlines():
        entry = json.loads(line)
        doc = entry.get("doc") or entry["article"]
        whole = text_of(doc, folders) if "doc" in entry else _articles()[doc]
        (begin, over), (at, end) = entry["within"], entry["at"]
        yield Place(doc, whole[begin:over], at - begin, end - begin if end > at else None, True)


@cache
def _articles() -> dict[str, str]:
    """The articles of laws, of $CHIDAO_DATA."""
    path = Path(os.environ["CHIDAO_DATA"]) / "zalo" / "corpus.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    return {
        entry["_id"]: collapse(unicodedata.normalize("NFC", entry["text"])) for entry in entries
    }


def report(places: Iterable[Place]) -> str:
    """How many ends and beginnings are right."""
    ends: list[bool] = []
    begins: dict[bool, list[bool]] = {True: [], False: []}
    for place in places:
        if place.end is not None:
            found, _ = likeliest(chances(place.text, fold(place.text), place.at))
            ends.append(found == place.end)
        if (there := _seen(place)) is not None:
            begins[place.end is not None].append(chance(weights(OPENINGS), there) > 0.5)
    return (
        f"ends right {np.mean(ends):.3f} of {len(ends)}; beginnings told "
        f"{np.mean(begins[True]):.3f} of {len(begins[True])}, taken for one "
        f"{np.mean(begins[False]):.4f} of {len(begins[False])}"
    )


def main() -> None:
    """Learn, and say how documents left out fare."""
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--without", nargs="*", default=[])
    asked = parser.parse_args()
    places = [place for gold in asked.gold for place in places_in(gold)]
    out = set(asked.without)
    fit([place for place in places if place.doc not in out])
    if out:
        print(report(place for place in places if place.doc in out))


if __name__ == "__main__":
    main()
