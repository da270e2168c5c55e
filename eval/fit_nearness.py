"""Learn which words of clauses answer which words of questions:
`python -m eval.fit_nearness FOLDER LIBRARY GOLD …`.

What qa/matching.py holds, by gradient descent with the weights of the ranking together: the softmax
over the candidates of a question shall be at the gold clauses (listwise, as the ranking itself is
fitted). Words of questions and of clauses are dropped at random, and the maps are held near zero:
the vectors they start from are good already. FOLDER gets one set of maps for each fold of
documents, learned without the questions of that fold: eval/fit_evidence.py fits with these, since a
question that the maps have seen looks easier than it is. What is learned of all goes to
qa/nearness.safetensors; how questions held out fare (eval/cases.py) is printed. The maps shipped
are of the gold files that eval/fit_evidence.py names, without the pairs and without the sets AD
to AK and FC to FP, which came later; they start from, and choose candidates by, the ranking shipped
before them. An hour on one core.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from eval.cases import FOLDS, Case, collect, named_golds
from index.library import Library
from index.words import word_vectors, words_in
from qa.evidence import FEATURES, said_around
from qa.matching import Maps, write_maps
from qa.nearness import asked_words
from qa.weights import fitted

__all__ = ["Example", "Matcher", "examples_of", "learn"]

_LEARNED = ("near", "near_all", "sense", "sense_all")  # features that the maps make
_CANDIDATES = 50  # the best of each question
_EPOCHS = 6
_BATCH = 16
_DROPPED_ASKED, _DROPPED_TOLD = 0.25, 0.2
_QA = Path(__file__).parent.parent / "qa"


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A question with its best candidates; rows are those of words in the vectors of words."""

    fold: int
    asked: Tensor  # (words of the question,) int64
    weights: Tensor  # (words of the question,) their rarity
    features: Tensor  # (candidates, features); 0 where they are learned
    gold: Tensor  # (candidates,) bool
    told: Tensor  # (words of all candidates together,) rows, int64
    told_of: Tensor  # the candidate of each
    around: Tensor  # the same with the words of headings and of the document's description
    around_of: Tensor


def examples_of(library: Library, cases: Sequence[Case]) -> list[Example]:
    """What is learned from: the questions that have a known word and an answer among candidates."""
    rarity = library.indexes().lexical.rarity
    found = []
    for case in cases:
        words = asked_words(case.query.search)
        if not (words and case.ranked):
            continue
        kept = [n for n, right in enumerate(case.gold) if right or n < _CANDIDATES]
        texts = [said_around(case.evidence[n]) for n in kept]
        features = np.array([case.evidence[n].features for n in kept], np.float32)
        found.append(
            example(
                case.fold, [word_vectors().row(word) for word in words], list(map(rarity, words)),
                features, case.gold[kept], [[words_in(text)[1] for text in one] for one in texts],
            )
        )  # fmt: skip
    return found


def example(
    fold: int,
    asked: Sequence[int],
    weights: Sequence[float],
    features: NDArray[np.float32],
    gold: NDArray[np.bool_],
    rows: Sequence[Sequence[NDArray[np.int32]]],
) -> Example:
    """`rows` has, for each candidate, the rows of its words, its headings', its document's."""
    features = features.copy()
    features[:, [FEATURES.index(name) for name in _LEARNED]] = 0
    around = [np.concatenate(one) for one in rows]

    def owners(of: Sequence[NDArray[np.int32]]) -> Tensor:
        return torch.tensor(np.repeat(np.arange(len(of)), [len(one) for one in of]))

    told = [one[0] for one in rows]
    return Example(
        fold,
        torch.tensor(asked, dtype=torch.int64),
        torch.tensor(weights, dtype=torch.float32),
        torch.tensor(features),
        torch.tensor(gold),
        torch.tensor(np.concatenate(told).astype(np.int64)),
        owners(told),
        torch.tensor(np.concatenate(around).astype(np.int64)),
        owners(around),
    )


class Matcher(nn.Module):
    """What `qa.matching.Matching` computes, to be learned, and the weights of the ranking."""

    def __init__(self, rarity: Tensor) -> None:
        """`rarity` of each known word, float32 (words,)."""
        super().__init__()
        self._unit = torch.tensor(word_vectors().unit)
        self._rarity = rarity
        dim = self._unit.shape[1]
        self.asked = nn.Parameter(torch.zeros(dim, dim))
        self.told = nn.Parameter(torch.zeros(dim, dim))
        self.sense_asked = nn.Parameter(torch.zeros(dim, dim))
        self.sense_told = nn.Parameter(torch.zeros(dim, dim))
        self.emphasis = nn.Parameter(torch.zeros(dim + 1))
        self.sense_emphasis = nn.Parameter(torch.zeros(dim + 1))
        self.told_emphasis = nn.Parameter(torch.zeros(dim + 1))
        self.floor = nn.Parameter(torch.tensor([0.35]))
        known = fitted().evidence
        self.weights = nn.Parameter(torch.tensor([known.get(name, 0.0) for name in FEATURES]))
        self.learned = nn.Parameter(torch.full((len(_LEARNED),), 4.0))

    def forward(self, of: Example) -> Tensor:
        """The scores of the candidates."""
        asked, count = self._unit[of.asked], len(of.features)
        near = self._weighed(of.weights * self._factor(asked, self.emphasis))
        rows, at = torch.unique(torch.cat((of.told, of.around)), return_inverse=True)
        told, around = at[: len(of.told)], at[len(of.told) :]
        like = self._likeness(of.asked, asked, rows)

        def best(where: Tensor, owner: Tensor) -> Tensor:
            blank = torch.zeros(len(asked), count)
            return blank.scatter_reduce(1, owner.expand(len(asked), -1), like[:, where], "amax")

        meant = (of.weights * self._factor(asked, self.sense_emphasis)) @ asked
        meant = functional.normalize(meant + meant @ self.sense_asked, dim=0)
        vectors = self._unit[rows]
        weights = self._factor(vectors, self.told_emphasis) * self._rarity[rows]
        said = vectors * self._kept(weights, _DROPPED_TOLD)[:, None]
        said = said + said @ self.sense_told

        def sense(where: Tensor, owner: Tensor) -> Tensor:
            whole = torch.zeros(count, said.shape[1]).index_add(0, owner, said[where])
            return functional.normalize(whole, dim=1, eps=1e-6) @ meant

        made = torch.stack(
            [
                near @ best(told, of.told_of),
                near @ best(around, of.around_of),
                sense(told, of.told_of),
                sense(around, of.around_of),
            ],
            dim=1,
        )
        return of.features @ self.weights + made @ self.learned

    def _likeness(self, rows: Tensor, asked: Tensor, others: Tensor) -> Tensor:
        told = self._unit[others]
        asked = functional.normalize(asked + asked @ self.asked, dim=1)
        told = functional.normalize(told + told @ self.told, dim=1)
        like = ((asked @ told.T - self.floor) / (1 - self.floor)).clamp(0, 1)
        return torch.where(rows[:, None] == others[None, :], torch.ones_like(like), like)

    def _weighed(self, weights: Tensor) -> Tensor:
        weights = self._kept(weights, _DROPPED_ASKED)
        return weights / (weights.sum() + 1e-6)

    def _kept(self, weights: Tensor, share: float) -> Tensor:
        return weights * (torch.rand(len(weights)) > share) if self.training else weights

    @staticmethod
    def _factor(vectors: Tensor, emphasis: Tensor) -> Tensor:
        return torch.exp(vectors @ emphasis[:-1] + emphasis[-1])

    def maps(self) -> Maps:
        """What was learned."""
        names = (
            "asked", "told", "sense_asked", "sense_told", "emphasis", "sense_emphasis",
            "told_emphasis", "floor",
        )  # fmt: skip
        held = {name: self.get_parameter(name).detach().numpy() for name in names}
        return Maps(**held, rarity=self._rarity.numpy())


def rarity_of(examples: Sequence[Example]) -> Tensor:
    """How rare each known word is among the candidates, float32 (words,), 1 on average."""
    held = np.zeros(len(word_vectors().unit))
    clauses = 0
    for of in examples:
        held += np.bincount(of.told.numpy(), minlength=len(held))
        clauses += len(of.features)
    rare = np.log(1 + (clauses - held + 0.5) / (held + 0.5))
    return torch.tensor(rare / rare.mean(), dtype=torch.float32)


def learn(examples: Sequence[Example], rarity: Tensor, seed: int = 1) -> Matcher:
    """A matcher learned from examples, with AdamW (Loshchilov and Hutter, 2019)."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    model = Matcher(rarity)
    maps = [part for name, part in model.named_parameters() if part.dim() == 2 or "emph" in name]
    steps = torch.optim.AdamW(
        [
            {"params": maps, "weight_decay": 1.0},
            {"params": [model.weights, model.learned], "weight_decay": 0.0, "lr": 3e-3},
            {"params": [model.floor], "weight_decay": 0.0},
        ],
        lr=1e-3,
    )
    for _ in range(_EPOCHS):
        model.train()
        for number, at in enumerate(order.permutation(len(examples)).tolist(), start=1):
            of = examples[at]
            scores = model(of)
            loss = torch.logsumexp(scores, 0) - torch.logsumexp(scores[of.gold], 0)
            torch.autograd.backward(loss / _BATCH)
            if number % _BATCH == 0:
                steps.step()
                steps.zero_grad()
    return model.eval()


def right(model: Matcher, examples: Sequence[Example]) -> list[bool]:
    """Whether a gold clause is among the best three, for each example."""
    with torch.no_grad():
        best = [model(of).topk(min(3, len(of.gold))).indices for of in examples]
    return [bool(of.gold[at].any()) for of, at in zip(examples, best, strict=True)]


def main(arguments: Sequence[str]) -> None:
    """Learn from pairs of library and gold file."""
    folder, *named = arguments
    examples: list[Example] = []
    held: list[Example] = []
    for place, name in zip(named[::2], named[1::2], strict=True):
        library = Library.open(Path(place))
        kept, out = named_golds(name)
        examples += examples_of(library, collect(library, kept))
        held += examples_of(library, collect(library, out))
    learn_all(examples, held, Path(folder))


def learn_all(examples: Sequence[Example], held: Sequence[Example], folder: Path) -> None:
    """Learn without each fold, then of all, and write the maps."""
    rarity = rarity_of(examples)
    hits: list[bool] = []
    for fold in range(FOLDS):
        model = learn([of for of in examples if of.fold != fold], rarity)
        hits += right(model, [of for of in examples if of.fold == fold])
        place = folder / str(fold)
        place.mkdir(parents=True, exist_ok=True)
        write_maps(place, model.maps())
    print(f"right clause among three {np.mean(hits):.3f} of {len(hits)}, documents left out")
    model = learn(examples, rarity)
    if held:
        print(f"right clause among three {np.mean(right(model, held)):.3f} of {len(held)} held out")
    write_maps(_QA, model.maps())


if __name__ == "__main__":
    main(sys.argv[1:])
