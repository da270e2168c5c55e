"""Who may use the page: the file of accounts, passwords, sessions, limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UsageError
from qa.web import accounts
from qa.web.accounts import Accounts, Right, Sessions, Throttle, account_line, read_accounts


@pytest.fixture(scope="module")
def line() -> str:
    return account_line("lan", Right.EDITOR, "mật khẩu dài")


def test_a_password_is_kept_only_as_a_hash(line: str, tmp_path: Path) -> None:
    """The file lets the right password in and no other, and does not hold it."""
    file = tmp_path / "accounts"
    file.write_text(f"# người dùng\n\n{line}\n", encoding="utf-8")
    known = Accounts(file)
    assert "mật khẩu dài" not in file.read_text(encoding="utf-8")
    assert known.check("lan", "mật khẩu dài")
    assert not known.check("lan", "mật khẩu dai")
    assert not known.check("hoa", "mật khẩu dài")
    account = known.get("lan")
    assert account is not None
    assert account.right is Right.EDITOR


@pytest.mark.parametrize(
    "words",
    ["", "# chỉ có ghi chú", "lan:editor:matkhau", "lan:admin:$argon2id$x", "lan", "lan:mật khẩu"],
)
def test_a_file_that_is_not_one_of_accounts_is_refused(words: str, tmp_path: Path) -> None:
    """A password in plain text above all."""
    file = tmp_path / "accounts"
    file.write_text(words, encoding="utf-8")
    with pytest.raises(UsageError, match="accounts"):
        read_accounts(file)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """Serving without its accounts would let everybody in."""
    with pytest.raises(UsageError, match="Không đọc được"):
        Accounts(tmp_path / "none")


def test_a_changed_file_counts_at_once(line: str, tmp_path: Path) -> None:
    """An account that was struck out may no longer do anything; a broken file changes nothing."""
    import os

    file = tmp_path / "accounts"
    file.write_text(line, encoding="utf-8")
    known = Accounts(file)
    file.write_text("hỏng", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert known.get("lan") is not None
    file.write_text(line.replace("lan:", "hoa:", 1), encoding="utf-8")
    os.utime(file, ns=(2, 2))
    assert known.get("lan") is None
    assert known.get("hoa") is not None


@pytest.mark.parametrize(
    ("name", "password"),
    [("", "12345678"), ("a b", "12345678"), ("a:b", "12345678"), ("a", "ngắn")],
)
def test_a_name_or_password_that_cannot_be_is_refused(name: str, password: str) -> None:
    """Names without colon and space, passwords of eight characters."""
    with pytest.raises(UsageError):
        account_line(name, Right.READER, password)


def test_an_account_is_added_from_the_terminal(tmp_path: Path) -> None:
    """The file that the command writes lets its account in."""
    import subprocess
    import sys

    file = tmp_path / "accounts"
    command = [sys.executable, "-m", "qa.web.accounts", str(file), "hoa", "reader"]
    subprocess.run([*command, "--password", "mật khẩu dài"], check=True)
    assert Accounts(file).check("hoa", "mật khẩu dài")


def test_a_session_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """By signing out, or after twelve hours; an unknown token is nobody's."""
    now = [0.0]
    monkeypatch.setattr(accounts.time, "monotonic", lambda: now[0])
    sessions = Sessions()
    token, other = sessions.open("lan"), sessions.open("lan")
    assert token != other
    assert sessions.name(token) == "lan"
    sessions.close(token)
    assert sessions.name(token) is None
    assert sessions.name("x") is None
    assert sessions.name(None) is None
    now[0] = accounts.SESSION_SECONDS + 1
    assert sessions.name(other) is None


def test_a_throttle_counts_each_key_by_the_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """The third of two is refused, another key is not, and a minute later all may again."""
    now = [0.0]
    monkeypatch.setattr(accounts.time, "monotonic", lambda: now[0])
    throttle = Throttle(2)
    assert [throttle.allows("a") for _ in range(3)] == [True, True, False]
    assert throttle.allows("b")
    now[0] = 61
    assert throttle.allows("a")
