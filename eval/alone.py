"""What a library of one document answers, and what not: `python -m eval.alone GOLD [SET …]`.

Each document of the gold file, which lies beside it, is a library of its own. Its own questions
must be answered; those of the other documents of its set, whatever they ask, must be refused: what
a new user sees who has added few documents. Tasks and headers are left out.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eval.answers import Gold, read_gold
from eval.cases import CERTAIN_TYPES
from index.library import Library
from qa.answer import answer

__all__ = ["alone", "main"]


def alone(golds: Sequence[Gold], folder: Path) -> Counter[str]:
    """How many questions are "own", "own refused", "others'" and "others' refused", over all the
    documents that these are about; `folder` has their texts."""
    asked = [gold for gold in golds if gold.clauses and gold.type not in CERTAIN_TYPES]
    of = {gold.qid: {name for name, _ in gold.clauses} for gold in asked}
    counts: Counter[str] = Counter()
    for name in sorted(set().union(*of.values())):
        with tempfile.TemporaryDirectory() as place:
            library = Library(Path(place))
            library.update([folder / f"{name}.txt"])
            for gold in asked:
                if name in of[gold.qid] and len(of[gold.qid]) > 1:
                    continue  # half of the answer is here
                whose = "own" if name in of[gold.qid] else "others'"
                counts[whose] += 1
                counts[f"{whose} refused"] += answer(library, gold.question).abstained
    return counts


def main(arguments: Sequence[str]) -> None:
    """Print the shares for the sets named, else for all."""
    path, *sets = arguments
    total: Counter[str] = Counter()
    golds = read_gold(Path(path))
    for name in sets or dict.fromkeys(gold.set for gold in golds):
        total += alone([gold for gold in golds if gold.set == name], Path(path).parent)
    for whose in ("own", "others'"):
        share = total[f"{whose} refused"] / max(1, total[whose])
        print(f"{whose} questions: {share:.3f} of {total[whose]} refused")


if __name__ == "__main__":
    main(sys.argv[1:])
