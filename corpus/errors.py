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

import errno

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
    "reason_of",
]

_REASONS = {
    errno.ENOENT: "không có tệp hay thư mục đó",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "nơi này chỉ đọc được",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết hạn mức đĩa",
    errno.EISDIR: "đó là thư mục, không phải tệp",
    errno.ENOTDIR: "đường dẫn đi qua một tệp không phải thư mục",
    errno.EEXIST: "đã có một tệp tên như vậy",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EIO: "lỗi đọc ghi đĩa",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
    errno.EADDRINUSE: "cổng đang được chương trình khác dùng",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ đó",
}


def reason_of(error: OSError) -> str:
    """Why the system refused something, in Vietnamese where it is one of the usual reasons."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


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
