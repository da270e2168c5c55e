"""The register of tasks as the files an office works with: Excel, CSV, Word, calendar."""

from __future__ import annotations

__all__: list[str] = []
