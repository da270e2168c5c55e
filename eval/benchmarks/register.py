"""How long one agency's dossier and the list of all take: `python -m eval.benchmarks.register [N]`.

Fills a register with N synthetic clauses, one task each, dealt over a hundred agencies. Timed are
the overview of all and the dossier of one, warm, beside a plain scan of the same rows in Python
as the floor of effort.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from index.bodies import Body
from index.dossier import dossier
from index.register import overview
from index.store import Store

__all__ = ["fill", "main"]

_PER_DOCUMENT = 100
_AGENCIES = 100


def fill(store: Store, clauses: int) -> None:
    """Fill an empty store with `clauses` clauses, every hundredth told to "Sở Y tế"."""
    names = [f"Sở số {number}" for number in range(_AGENCIES - 1)] + ["Sở Y tế"]
    keys = [*(name.lower() for name in names[:-1]), "so y te"]
    with store.transaction():
        for number in range(clauses // _PER_DOCUMENT):
            issued = str(date(2020, 1, 1) + timedelta(days=number % 2000))
            store.change("INSERT INTO files (path, reader) VALUES (?, '')", (str(number),))
            store.change(
                "INSERT INTO documents (file, id, path, name, digest, header, number, issued, text)"
                " VALUES (?, ?, '', '', '', '{}', ?, ?, '')",
                (number + 1, str(number), f"{number}/CV", issued),
            )
        store.change_many(
            'INSERT INTO clauses (document, position, kind, locator, text, start, "end", heading,'
            " context, plain) VALUES (?, ?, 'bullet', 'mục 1', ?, 0, 9, 0, '[]', ?)",
            (
                (n // _PER_DOCUMENT + 1, n % _PER_DOCUMENT, f"Việc {n} " * 12, f"viec {n} " * 12)
                for n in range(clauses)
            ),
        )
        store.change_many(
            "INSERT INTO tasks (clause, document, agency, agency_key, role, named_as, together)"
            " VALUES (?, ?, ?, ?, 'lead', '', '[]')",
            (
                (n + 1, n // _PER_DOCUMENT + 1, names[n % _AGENCIES], keys[n % _AGENCIES])
                for n in range(clauses)
            ),
        )


def _milliseconds(work: Callable[[], object], runs: int = 15) -> list[float]:
    """Wall times, sorted."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began))
    return sorted(times)


def main(arguments: list[str]) -> int:
    """Print the median and the worst of five warm overviews and fifteen warm dossiers."""
    clauses = int(arguments[0]) if arguments else 200_000
    with tempfile.TemporaryDirectory(prefix="chidao-bench-") as folder:
        store = Store(Path(folder), create=True)
        fill(store, clauses)
        body = Body("Sở Y tế")
        found = len(dossier(store, body))
        ours = _milliseconds(lambda: dossier(store, body))
        day = date(2025, 1, 1)
        every = _milliseconds(lambda: overview(store, day, day + timedelta(days=30)), 5)
        scan = _milliseconds(
            lambda: [row for row in store.rows("SELECT * FROM tasks") if row[4] == "so y te"], 3
        )
        print(f"{clauses} clauses, {found} tasks of one agency")
        print(f"overview   p50 {every[len(every) // 2]:7.1f} ms   worst {every[-1]:7.1f} ms")
        print(f"dossier    p50 {ours[len(ours) // 2]:7.1f} ms   worst {ours[-1]:7.1f} ms")
        print(f"plain scan p50 {scan[1]:7.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
