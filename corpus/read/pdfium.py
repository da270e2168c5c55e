"""The one lock around pdfium, which may be called by one thread at a time only."""

from __future__ import annotations

import threading

__all__ = ["PDFIUM"]

PDFIUM = threading.RLock()
"""Held for as long as a page takes: a server shows pages while documents are being read."""
