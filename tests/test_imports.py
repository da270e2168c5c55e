"""The direction of imports: corpus ← index ← qa ← {ui, cli, eval}."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = {"corpus": 0, "index": 1, "qa": 2, "eval": 3, "ui": 3, "cli": 4}
SOURCES = [
    path
    for name in LAYERS
    for path in [ROOT / f"{name}.py", *(ROOT / name).rglob("*.py")]
    if path.is_file()
]


def imported_layers(path: Path) -> set[str]:
    """Our own packages that a file imports, also inside its functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return {name.partition(".")[0] for name in names} & LAYERS.keys()


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_only_from_below(path: Path) -> None:
    """A package imports itself and the packages below it, never one beside or above it."""
    own = path.relative_to(ROOT).parts[0].removesuffix(".py")
    above = {name for name in imported_layers(path) if LAYERS[name] >= LAYERS[own]} - {own}
    assert not above, f"{own} must not import {above}"
