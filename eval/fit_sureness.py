"""Fit when the evidence is enough: `python -m eval.fit_sureness FOLDER LIBRARY GOLD …`.

The network of qa/sureness.py learns from what is known of the best candidates whether the library
has the answer. Two kinds of questions have none: those written so, which mostly lack one fact of
the very topic; and, to weigh less since each is made from one that has an answer, those whose
documents are taken away: what is asked of a library that has nothing on it. As little weigh
questions in the documents' own words (eval/literal.py): without them, close words pass for a sign
that one fact is missing.
Questions are split by document: what is reported, and the operating point, are of documents that
the network has not seen (of questions that nothing answers, only of ones it has not seen); the
operating point counts the sets held out too (eval/cases.py). Candidates are ranked as shipped.
FOLDER has what eval/fit_nearness.py learned without each fold: a question is matched by the maps
that have not seen it. A file whose questions all have an answer tells nothing of when to refuse.
Writes qa/sureness.safetensors and the threshold in qa/weights.json; those there are of the files
that eval/fit_evidence.py names, by the same line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.answers import Gold
from eval.cases import (
    CERTAIN_TYPES,
    FOLDS,
    Case,
    collect,
    named_golds,
    read_learned,
    write_weights,
)
from eval.literal import literal_questions
from index.library import Library
from qa.matching import Matching
from qa.signals import COUNT, vector
from qa.sureness import FARTHEST, Sureness, Table, write_sureness

__all__ = ["Example", "Origin", "examples", "fit_sureness", "main", "threshold_for"]

Vector = NDArray[np.float64]

_WRONGLY = 0.04  # of the answerable questions that the confidence may refuse; checks refuse more
_MADE = 0.05  # what a question weighs that nobody wrote: without its documents, or literal
_LITERAL = 120  # documents of a library that are asked about in their own words
_LOOKED_AT = 30  # candidates, as when a question is answered
_FEWEST = 4  # candidates that must be left when documents are taken away
_UNITS, _SEEDS, _EPOCHS, _BATCH = 16, 3, 150, 512
_RATE, _DECAY = 3e-3, 0.03
_DROPPED, _DROPPED_INSIDE = 0.1, 0.3  # of what is known, and of the hidden layer, in training


class Origin(StrEnum):
    """Where a question is from: somebody asked it; it was left without its documents; it is in the
    words of one (eval/literal.py)."""

    ASKED = "asked"
    ABSENT = "absent"
    LITERAL = "literal"


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A question as the network sees it."""

    known: Vector  # (COUNT,)
    answerable: bool
    origin: Origin
    fold: int


def examples(cases: Iterable[Case]) -> Iterator[Example]:
    """Each question that evidence decides, and, of those that somebody asked, without its documents
    if it names none of them."""
    for case in cases:
        if case.judged.type in CERTAIN_TYPES or not case.evidence:
            continue
        origin = Origin.LITERAL if case.judged.type == Origin.LITERAL else Origin.ASKED
        known = vector(case.query, case.evidence[:_LOOKED_AT])
        yield Example(known, case.judged.answerable, origin, case.fold)
        answering = [one for one, hit in zip(case.evidence, case.gold, strict=True) if hit]
        theirs = {one.head for one in answering}
        others = [one for one in case.evidence if one.head not in theirs]
        same = {one.clause.text for one in answering}
        if origin is Origin.LITERAL or not theirs or case.query.documents or len(others) < _FEWEST:
            continue
        if not any(one.clause.text in same for one in others):
            known = vector(case.query, others[:_LOOKED_AT])
            yield Example(known, answerable=False, origin=Origin.ABSENT, fold=case.fold)


def fit_sureness(known: Vector, answerable: NDArray[np.bool_], weights: Vector) -> Sureness:
    """The network for (questions, COUNT): the mean of some that begin differently."""
    import torch

    mean, deviation = known.mean(axis=0), known.std(axis=0) + 1e-6
    far = np.clip((known - mean) / deviation, -FARTHEST, FARTHEST)
    scaled = torch.tensor(far, dtype=torch.float32)
    truth = torch.tensor(answerable, dtype=torch.float32)
    share = weights.copy()
    for one in (answerable, ~answerable):
        share[one] *= 0.5 * len(share) / share[one].sum()
    weight = torch.tensor(share, dtype=torch.float32)
    parts = [_trained(scaled, truth, weight, seed) for seed in range(_SEEDS)]

    def joined(name: str) -> Table:
        return np.concatenate([getattr(part, name) for part in parts])

    def mean_of(name: str) -> Table:
        return np.asarray(np.mean([getattr(part, name) for part in parts], axis=0), np.float32)

    return Sureness(
        mean=mean.astype(np.float32), deviation=deviation.astype(np.float32),
        wide=mean_of("wide"), constant=mean_of("constant"), hidden=joined("hidden"),
        bias=joined("bias"), out=np.asarray(joined("out") / _SEEDS, np.float32),
    )  # fmt: skip


def _trained(scaled: Any, truth: Any, weight: Any, seed: int) -> Sureness:
    """One of them, of what is scaled already."""
    import torch

    torch.manual_seed(seed)
    size = scaled.shape[1]
    wide, first, last = (torch.nn.Linear(*of) for of in ((size, 1), (size, _UNITS), (_UNITS, 1)))
    deep = torch.nn.Sequential(
        torch.nn.Dropout(_DROPPED), first, torch.nn.SiLU(), torch.nn.Dropout(_DROPPED_INSIDE), last
    )
    learned = [*wide.parameters(), *deep.parameters()]
    step = torch.optim.AdamW(learned, lr=_RATE, weight_decay=_DECAY)
    slower = torch.optim.lr_scheduler.CosineAnnealingLR(step, _EPOCHS)
    measure: Any = torch.nn.functional.binary_cross_entropy_with_logits
    for _ in range(_EPOCHS):
        order: Any = torch.randperm(len(truth))
        for batch in order.split(_BATCH):
            logits = (wide(scaled[batch]) + deep(scaled[batch]))[:, 0]
            step.zero_grad()
            measure(logits, truth[batch], weight[batch]).backward()
            step.step()
        slower.step()

    def table(values: Any) -> Table:
        return np.asarray(values.detach().numpy(), np.float32)

    return Sureness(
        mean=np.zeros(size, np.float32), deviation=np.ones(size, np.float32),
        wide=table(wide.weight)[0], hidden=table(first.weight), bias=table(first.bias),
        out=table(last.weight)[0], constant=table(wide.bias + last.bias),
    )  # fmt: skip


def threshold_for(
    chances: Vector, answerable: NDArray[np.bool_], wrongly: float = _WRONGLY
) -> float:
    """The confidence below which `wrongly` of the answerable questions fall."""
    return float(np.quantile(chances[answerable], wrongly))


@dataclass(frozen=True, slots=True, eq=False)
class _Set:
    """Examples, and how many questions with an answer, of all types, people asked."""

    examples: list[Example]
    questions: int

    @property
    def known(self) -> Vector:
        return np.array([one.known for one in self.examples]).reshape(-1, COUNT)

    @property
    def answerable(self) -> NDArray[np.bool_]:
        return np.array([one.answerable for one in self.examples], bool)

    def of(self, origin: Origin) -> NDArray[np.bool_]:
        return np.array([one.origin is origin for one in self.examples], bool)

    def fit(self) -> Sureness:
        weights = np.where(self.of(Origin.ASKED), 1.0, _MADE)
        return fit_sureness(self.known, self.answerable, weights)


def _read(golds: Sequence[tuple[Library, list[Gold]]], learned: Sequence[Matching] | None) -> _Set:
    found = [
        example
        for library, judged in golds
        for gold in judged  # one after the other: their candidates fill the memory
        for example in examples(collect(library, [gold], learned))
    ]
    asked = (gold for _, judged in golds for gold in judged if gold.type != Origin.LITERAL)
    return _Set(found, sum(gold.answerable for gold in asked))


def _chances(found: Sureness, known: Vector) -> Vector:
    return 1 / (1 + np.exp(-found.logits(known)))


def _report(of: str, chance: Vector, among: _Set) -> float:
    """Print how many are refused at the operating point, which is returned: where one in twenty
    questions that have an answer is refused. Tasks and headers are never refused, but they share in
    the twenty."""
    asked, answerable = among.of(Origin.ASKED), among.answerable
    share = among.questions / max(1, (asked & answerable).sum())
    threshold = threshold_for(chance[asked], answerable[asked], _WRONGLY * share)
    refused = chance < threshold
    for words, which in (
        ("refused rightly", asked & ~answerable),
        ("without their documents", among.of(Origin.ABSENT)),
        ("in the documents' words", among.of(Origin.LITERAL)),
    ):
        if which.any():
            print(f"{of}: {words} {refused[which].mean():.3f} of {which.sum()}")
    print(f"{of}: {_WRONGLY:.0%} refused wrongly, threshold {threshold:.3f}")
    return threshold


def main(arguments: Sequence[str]) -> None:
    """Fit on pairs of library and gold file."""
    folder, *named = arguments
    learned = read_learned(Path(folder))
    places = {place: Library.open(Path(place)) for place in named[::2]}
    kept: list[tuple[Library, list[Gold]]] = []
    held: list[tuple[Library, list[Gold]]] = []
    for place, name in zip(named[::2], named[1::2], strict=True):
        golds, out = named_golds(name)
        if any(not gold.answerable for gold in golds):
            kept.append((places[place], golds))
        held.append((places[place], out))
    kept += [(library, literal_questions(library, _LITERAL)) for library in places.values()]
    every, unseen = _read(kept, learned), _read(held, None)
    chance, known = np.zeros(len(every.examples)), every.known
    folds = np.array([one.fold for one in every.examples])
    for fold in range(FOLDS):
        seen = replace(every, examples=[one for one in every.examples if one.fold != fold])
        chance[folds == fold] = _chances(seen.fit(), known[folds == fold])
    threshold = _report("documents left out", chance, every)
    found = every.fit()
    if unseen.questions:
        theirs = _chances(found, unseen.known)
        _report("sets held out", theirs, unseen)
        both = _Set(every.examples + unseen.examples, every.questions + unseen.questions)
        threshold = _report("both", np.concatenate([chance, theirs]), both)
    write_sureness(Path(__file__).parent.parent / "qa", found)
    write_weights(threshold=int(threshold * 100) / 100)  # the hundredth below: in doubt, answer


if __name__ == "__main__":
    main(sys.argv[1:])
