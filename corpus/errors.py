"""What a user can put right. Only `cli.py` and `ui.py` catch these.

ChidaoError
├── UsageError          a question, filter or option that makes no sense
├── NoDocumentsError    nothing readable under the paths given
├── UnknownDocumentError
├── LibraryError
│   ├── NoLibraryError      no library in that folder yet
│   ├── DamagedLibraryError the store is not one of ours, or cannot be read
│   ├── LibraryBusyError    another process is writing
│   ├── ReadOnlyLibraryError   what must be written lies where nothing can be
│   └── EncoderMismatchError built with one model, opened with another
└── EncoderError        the model named cannot be loaded

Each message says what failed, the value, and what to do next, in Vietnamese. Bad documents are
not exceptions: they are `Problem` values.
"""

from __future__ import annotations

__all__ = [
    "ChidaoError",
    "DamagedLibraryError",
    "EncoderError",
    "EncoderMismatchError",
    "LibraryBusyError",
    "LibraryError",
    "NoDocumentsError",
    "NoLibraryError",
    "ReadOnlyLibraryError",
    "UnknownDocumentError",
    "UsageError",
]


class ChidaoError(Exception):
    """Something the user can put right; its text is the message to show."""


class UsageError(ChidaoError):
    """A question, filter or option that makes no sense."""


class NoDocumentsError(ChidaoError):
    """Nothing readable under the paths given."""


class UnknownDocumentError(ChidaoError):
    """No document, or more than one, answers to that id, number or file name."""


class LibraryError(ChidaoError):
    """The library on disk cannot be used as it is."""


class NoLibraryError(LibraryError):
    """No library in that folder yet."""


class DamagedLibraryError(LibraryError):
    """The store is not one of ours, or cannot be read."""


class LibraryBusyError(LibraryError):
    """Another process is writing to the library."""


class ReadOnlyLibraryError(LibraryError):
    """The library lies on a folder or medium that nothing can be written to."""


class EncoderMismatchError(LibraryError):
    """The library was built with another model than the one now asked for."""


class EncoderError(ChidaoError):
    """The model named cannot be loaded."""
