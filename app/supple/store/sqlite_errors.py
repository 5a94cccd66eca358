"""SQLite's errors in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from supple.core.problem import UserError

SCARCE = 1_000_000
"""Bytes free on the disk below which an error of it means that it is full."""
MENDED = "Close Supple and open it again, or run: supple history restore"
"""What helps with a damaged file: the next start finds the newest good backup."""


class DatabaseError(UserError):
    """The history file cannot be used now; the message says why and what helps."""


class DamagedError(DatabaseError):
    """The file holds something that a history cannot hold; the next start can restore it."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about ``path`` into plain words (DatabaseError)."""
    try:
        yield
    except sqlite3.Error as error:
        # The lower byte is the kind; the rest says which variant of it.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise DamagedError(damaged(path)) from error
        raise DatabaseError(_plain(error, code, path)) from error
    except UnicodeDecodeError as error:
        # SQLite's own message, with the damaged text in it.
        raise DamagedError(damaged(path)) from error


def _plain(error: sqlite3.Error, code: int, path: Path) -> str:
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"{path} is in use by another program. Close that program and try again."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return f"{path} cannot be opened for writing. Make the file and its folder writable."
        case sqlite3.SQLITE_FULL:
            return _full(path)
        case sqlite3.SQLITE_IOERR:
            # A disk too full for the files beside the database is reported as this, too.
            if _free_bytes(path) < SCARCE:
                return _full(path)
            return f"The disk did not read or write {path} ({error}). Check the disk and try again."
    return f"{path} cannot be used: {error}."


def _full(path: Path) -> str:
    return f"The disk is full: {path} cannot be written. Make room and try again."


def _free_bytes(path: Path) -> float:
    import shutil  # seldom needed, and slow to load

    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return float("inf")


def damaged(path: Path) -> str:
    """That a file is damaged, and what helps."""
    return f"{path} is damaged and was left as it is. {MENDED}"
