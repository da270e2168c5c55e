"""Who may use the page: a file of names, roles and hashed passwords, and who is signed in.

One line an account, `name:role:hash`: the role is "reader" or "editor", the hash one of Argon2id
(RFC 9106).
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from corpus.errors import UsageError, reason_of

__all__ = [
    "Account",
    "Accounts",
    "Passed",
    "Right",
    "Sessions",
    "Throttle",
    "account_line",
    "read_accounts",
]

SESSION_SECONDS = 12 * 3600.0
PASSED_SECONDS = 300.0
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQxMjM0NTY3OA$"  # of no password at all


class Right(StrEnum):
    """What an account may do. Only editors upload, correct and remove."""

    READER = "reader"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Account:
    """One who may sign in."""

    name: str
    right: Right
    hashed: str


def account_line(name: str, right: Right, password: str) -> str:
    """The line of an account for the file.

    Raises:
        UsageError: the name has a colon or white space, or the password is too short.
    """
    from argon2 import PasswordHasher

    if not name or ":" in name or any(letter.isspace() for letter in name):
        raise UsageError(f"Tên “{name}” không được trống, có dấu hai chấm hay khoảng trắng.")
    if len(password) < 8:
        raise UsageError("Mật khẩu cần ít nhất 8 ký tự.")
    return f"{name}:{right}:{PasswordHasher().hash(password)}"


def read_accounts(path: Path) -> dict[str, Account]:
    """Accounts by name.

    Raises:
        UsageError: the file cannot be read, a line is not an account, or there is none.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(f"Không đọc được tệp người dùng “{path}”: {reason_of(error)}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"Tệp người dùng “{path}” không phải văn bản UTF-8.") from error
    accounts: dict[str, Account] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, rest = line.strip().partition(":")
        right, _, hashed = rest.partition(":")
        if right not in set(Right) or not hashed.startswith("$argon2"):
            raise UsageError(
                f"“{path}”, dòng {number}: cần “tên:reader|editor:mật khẩu đã băm (Argon2)”. "
                "Mật khẩu không được để nguyên văn."
            )
        accounts[name] = Account(name, Right(right), hashed)
    if not accounts:
        raise UsageError(
            f"Tệp người dùng “{path}” không có tài khoản nào. Hãy thêm: "
            f"python -m qa.web.accounts {path} TÊN editor"
        )
    return accounts


class Accounts:
    """The accounts of a file, read again when the file changes."""

    def __init__(self, path: Path) -> None:
        """Read the file, which must hold at least one account."""
        self._path = path
        self._read = path.stat().st_mtime_ns if path.exists() else 0
        self._accounts = read_accounts(path)

    def get(self, name: str) -> Account | None:
        """The account of that name."""
        try:
            changed = self._path.stat().st_mtime_ns
            if changed != self._read:
                self._accounts, self._read = read_accounts(self._path), changed
        except (OSError, UsageError):
            pass  # half written: what was read before holds until the file is right again
        return self._accounts.get(name)

    def check(self, name: str, password: str) -> bool:
        """Whether the password is that of the account. Takes as long for an unknown name."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        account = self.get(name)
        hashed = account.hashed if account else _NOBODY
        try:
            PasswordHasher().verify(hashed, password)
        except (VerificationError, InvalidHashError):
            return False
        return account is not None


class Sessions:
    """Who is signed in, by the token in their cookie; kept in memory only."""

    def __init__(self) -> None:
        """Nobody is signed in yet."""
        self._lock = threading.Lock()
        self._held: dict[str, tuple[str, float]] = {}

    def open(self, name: str) -> str:
        """A fresh token for that name."""
        token = secrets.token_urlsafe(32)
        now = time.monotonic()
        with self._lock:
            self._held = {old: held for old, held in self._held.items() if held[1] > now}
            self._held[token] = (name, now + SESSION_SECONDS)
        return token

    def name(self, token: str | None) -> str | None:
        """Who holds the token, if it has not run out."""
        held = self._held.get(token or "")
        return held[0] if held and held[1] > time.monotonic() else None

    def close(self, token: str | None) -> None:
        """Sign out."""
        with self._lock:
            self._held.pop(token or "", None)


class Passed:
    """The credentials that programs sent and that were right, so that not every request pays for
    the slow check. Only digests are kept, for some minutes."""

    def __init__(self) -> None:
        """Nobody has passed yet."""
        self._lock = threading.Lock()
        self._held: dict[str, tuple[str, float]] = {}

    def keep(self, sent: str, name: str) -> None:
        """Remember that these credentials are right."""
        now = time.monotonic()
        with self._lock:
            self._held = {old: held for old, held in self._held.items() if held[1] > now}
            self._held[_digest(sent)] = (name, now + PASSED_SECONDS)

    def name(self, sent: str) -> str | None:
        """Whose they are, if they passed not long ago."""
        held = self._held.get(_digest(sent))
        return held[0] if held and held[1] > time.monotonic() else None


def _digest(sent: str) -> str:
    return sha256(sent.encode()).hexdigest()


class Throttle:
    """At most `count` events a minute for each key."""

    def __init__(self, count: int) -> None:
        """Nothing has happened yet."""
        self.count = count
        self._lock = threading.Lock()
        self._times: defaultdict[str, deque[float]] = defaultdict(deque)

    def allows(self, key: str) -> bool:
        """Count one event, unless there were too many in the minute before."""
        now = time.monotonic()
        with self._lock:
            times = self._times[key]
            while times and times[0] < now - 60:
                times.popleft()
            if len(times) >= self.count:
                return False
            times.append(now)
            if len(self._times) > 10_000:
                self._times = defaultdict(deque, {k: t for k, t in self._times.items() if t})
            return True


def main() -> None:
    """Add an account to a file: `python -m qa.web.accounts FILE NAME reader|editor`."""
    import click

    @click.command()
    @click.argument("file", type=click.Path(path_type=Path))
    @click.argument("name")
    @click.argument("right", type=click.Choice([right.value for right in Right]))
    @click.password_option(prompt="Mật khẩu", confirmation_prompt="Nhập lại mật khẩu")
    def add(file: Path, name: str, right: str, password: str) -> None:
        try:
            line = account_line(name, Right(right), password)
        except UsageError as error:
            raise click.ClickException(str(error)) from error
        with file.open("a", encoding="utf-8") as accounts:
            accounts.write(f"{line}\n")

    add()


if __name__ == "__main__":
    main()
