"""The vectors of the embedded model, learned from which title, passage or question goes with
which article.

One vector a term, 256 dimensions; a text is the weighted sum of its terms' vectors (see
index/encoder.py). Pairs that belong together are drawn near and all others in the batch apart
(InfoNCE; van den Oord et al., 2018). The vectors start as random projections scaled by the
terms' rarity, so that before any training similarity is already a rough TF-IDF.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from index.encoder import LIFT
from index.terms import terms

__all__ = ["Article", "Settings", "learn_vectors", "vocabulary"]


@dataclass(frozen=True, slots=True)
class Article:
    """A text to learn from: what its title says, and what stands below it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Settings:
    """How the vectors are learned; the defaults made the model that is shipped."""

    size: int = 64_000  # terms, the commonest
    dim: int = 256
    reach: float = 100.0
    epochs: float = 12
    batch: int = 1024
    questions: float = 0.16  # share of a batch that are people's questions
    windows: float = 0.10  # share that are windows cut out of the text itself
    dropout: float = 0.1  # share of a question's terms left out
    rate: float = 0.003
    temperature: float = 0.05
    seed: int = 1


class _Bags:
    """Many bags of weighted terms, row by row, in two flat arrays."""

    def __init__(self, rows: Sequence[tuple[NDArray[np.int64], NDArray[np.float32]]]) -> None:
        self.ids = np.concatenate([ids for ids, _ in rows])
        self.weights = np.concatenate([weights for _, weights in rows])
        self.ends = np.cumsum([len(ids) for ids, _ in rows])

    def row(self, number: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        start = int(self.ends[number - 1]) if number else 0
        return self.ids[start : self.ends[number]], self.weights[start : self.ends[number]]


def vocabulary(texts: Sequence[Sequence[str]], size: int) -> list[str]:
    """The terms that most of the texts hold, commonest first, ties in alphabetical order."""
    counts: Counter[str] = Counter()
    for found in texts:
        counts.update(set(found))
    return [term for term, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:size]]


def learn_vectors(  # noqa: PLR0915 - one recipe, read from top to bottom
    articles: Sequence[Article],
    questions: Sequence[tuple[str, int]],
    settings: Settings,
    report: Callable[[int, int, float], None],
) -> tuple[list[str], NDArray[np.float32]]:
    """The vocabulary and float32 (terms, dim), learned from articles and answered questions.

    A question comes with the position of an article that answers it. `report` is told steps
    done, steps in all, and the loss. The same settings on the same machine give the same vectors.
    """
    titles = [terms(article.title) for article in articles]
    whole = [found + terms(article.text) for found, article in zip(titles, articles, strict=True)]
    words = vocabulary(whole, settings.size)
    index = {word: row for row, word in enumerate(words)}
    reach = settings.reach

    def bag(found: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        counts: dict[int, float] = {}
        for position, term in enumerate(found):
            row = index.get(term)
            if row is not None:
                counts[row] = counts.get(row, 0.0) + reach / (reach + position)
        weights = np.log1p(LIFT * np.fromiter(counts.values(), np.float32, len(counts)))
        return np.fromiter(counts, np.int64, len(counts)), weights.astype(np.float32)

    passages = _Bags([bag(found) for found in whole])
    asked = _Bags([bag(terms(text)) for text, _ in questions])
    answers = np.array([answer for _, answer in questions])
    # Titles that many articles share ("Hiệu lực thi hành") say nothing about one of them.
    shared = Counter(article.title.partition(". ")[2] for article in articles)
    titled = np.array(
        [
            number
            for number, article in enumerate(articles)
            if shared[article.title.partition(". ")[2]] <= 3
        ]
    )
    openings = _Bags([bag(terms(article.title.partition(". ")[2])) for article in articles])
    inner = [
        np.array([row for term in found if (row := index.get(term)) is not None], np.int64)
        for found in whole
    ]

    torch.manual_seed(settings.seed)
    rng = np.random.default_rng(settings.seed)
    held = np.bincount(passages.ids, minlength=len(words))
    rarity = np.log(1 + (len(articles) - held + 0.5) / (held + 0.5))
    start = rng.standard_normal((len(words), settings.dim)) * rarity[:, None]
    vectors = torch.nn.Parameter(
        torch.from_numpy((start / np.sqrt(settings.dim)).astype(np.float32))
    )
    optimiser = torch.optim.Adam([vectors], lr=settings.rate)

    def embed(
        rows: list[tuple[NDArray[np.int64], NDArray[np.float32]]], dropout: float = 0.0
    ) -> torch.Tensor:
        weights = np.concatenate([weights for _, weights in rows])
        if dropout:
            weights = weights * (rng.random(len(weights)) >= dropout).astype(np.float32)
        offsets = np.cumsum([0, *(len(ids) for ids, _ in rows[:-1])])
        sums = torch.nn.functional.embedding_bag(
            torch.from_numpy(np.concatenate([ids for ids, _ in rows])),
            vectors,
            torch.from_numpy(offsets),
            mode="sum",
            per_sample_weights=torch.from_numpy(weights),
        )
        return torch.nn.functional.normalize(sums, dim=1)

    def window(number: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        ids = inner[number]
        length = int(rng.integers(12, 50))
        first = int(rng.integers(0, max(1, len(ids) - length)))
        unique = np.unique(ids[first : first + length])
        return unique, np.ones(len(unique), np.float32)

    of_questions = min(len(questions), int(settings.batch * settings.questions))
    of_windows = int(settings.batch * settings.windows)
    of_titles = settings.batch - of_questions - of_windows
    steps = int(settings.epochs * len(titled) / settings.batch)
    order = rng.permutation(titled)
    for step in range(steps):
        if len(order) < of_titles:
            order = rng.permutation(titled)
        from_titles, order = order[:of_titles], order[of_titles:]
        from_windows = rng.integers(0, len(articles), of_windows)
        from_questions = rng.choice(len(questions), of_questions, replace=False)
        right = np.concatenate([from_titles, from_windows, answers[from_questions]]).astype(int)
        asking = torch.cat(
            [
                embed([openings.row(n) for n in from_titles], settings.dropout),
                embed([window(n) for n in from_windows]),
                embed([asked.row(n) for n in from_questions], settings.dropout),
            ]
        )
        similarity = asking @ embed([passages.row(n) for n in right]).T / settings.temperature
        same = torch.from_numpy(right[:, None] == right[None, :]) & ~torch.eye(
            len(right), dtype=torch.bool
        )
        loss = torch.nn.functional.cross_entropy(
            similarity.masked_fill(same, -1e4), torch.arange(len(right))
        )
        for group in optimiser.param_groups:
            group["lr"] = settings.rate * min(1.0, (step + 1) / 30) * (1 - step / steps)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        report(step + 1, steps, loss.item())
    return words, vectors.detach().numpy()
