from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.store.sqlite_errors import MENDED, DamagedError, DatabaseError, told


def error_of(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("odd")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_BUSY, "in use by another program"),
        (sqlite3.SQLITE_LOCKED, "in use by another program"),
        (sqlite3.SQLITE_READONLY | 4 << 8, "writable"),
        (sqlite3.SQLITE_CANTOPEN, "writable"),
        (sqlite3.SQLITE_FULL, "disk is full"),
    ],
)
def test_each_kind_says_what_helps(code: int, words: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match=words) as caught, told(tmp_path / "a.db"):
        raise error_of(code)
    assert str(tmp_path / "a.db") in str(caught.value)
    assert not isinstance(caught.value, DamagedError)


@pytest.mark.parametrize(
    "error",
    [
        error_of(sqlite3.SQLITE_CORRUPT),
        error_of(sqlite3.SQLITE_NOTADB),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    ],
)
def test_damage_is_told_apart(error: Exception, tmp_path: Path) -> None:
    left = pytest.raises(DamagedError, match="is damaged and was left as it is")
    with left as caught, told(tmp_path / "a.db"):
        raise error
    assert str(caught.value).endswith(MENDED)


def test_an_error_that_is_not_known_is_still_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"a\.db cannot be used: odd"), told(tmp_path / "a.db"):
        raise sqlite3.DatabaseError("odd")


@pytest.mark.parametrize(
    ("free", "words"), [(1000, "disk is full"), (10**9, "did not read or write")]
)
def test_an_error_of_a_full_disk_is_called_that(
    free: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        def __init__(self, _path: Path) -> None:
            self.free = free

    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR | (10 << 8)
    monkeypatch.setattr(shutil, "disk_usage", Usage)
    with pytest.raises(UserError, match=words), told(tmp_path / "a.db"):
        raise error
