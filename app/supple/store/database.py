"""The history's SQLite file: opened with care, migrated with a copy kept, never overwritten."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from supple.store.migrations import MIGRATIONS
from supple.store.open_here import count_in, count_out
from supple.store.paths import make_folder
from supple.store.sqlite_errors import DamagedError, DatabaseError, damaged, told

OPENING_WAIT_S = 3.0
"""How long another process may keep the file busy while it is opened."""
JOINING_WAIT_S = 5.0
"""How long a worker beside the window waits for it."""
BUSY_WAIT_S = 0.25
"""How long it may while a session runs: the window waits for it."""
OLDEST_SQLITE = (3, 37, 0)
"""The first that knows STRICT tables."""
LARGE = 4_000_000
"""Bytes, some 2,500 sessions, from which a start does not wait for a check of a file that was
closed well: what makes the daily backup reads it whole."""
Row = tuple[object, ...]


class Database:
    """One open history file. Use it from one thread."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._counted = False
        self.path = path

    def _count(self) -> None:
        self._counted = True
        count_in(self.path)

    @classmethod
    def open(
        cls,
        path: Path,
        backups: Path | None = None,
        migrations: Sequence[Sequence[str]] = MIGRATIONS,
    ) -> Self:
        """Open ``path``, made when missing, and bring it to the newest version.

        A copy is put into ``backups`` (default: a folder ``backups`` beside it) before anything
        in it is migrated. After a crash and before a migration the whole file is checked, else
        the sessions only, which takes 2 ms for a thousand of them and not 15, and of a large
        file nothing. Raises UserError when the file is damaged, too new, locked, or the disk
        refuses; the file is then as it was.
        """
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            raise DatabaseError(
                "The history needs SQLite 3.37 or newer; this Python has "
                f"{sqlite3.sqlite_version}. Install a newer Python."
            )
        make_folder(path.parent)
        unclean = _left_open(path)
        with told(path):
            _make_private(path)
            connection = sqlite3.connect(path, timeout=OPENING_WAIT_S, isolation_level=None)
        database = cls(connection, path)
        database._count()
        try:
            with told(path):
                database._begin(unclean, migrations, backups or path.parent / "backups")
        except BaseException:
            database.close()
            raise
        return database

    @classmethod
    def join(cls, path: Path, wait_s: float = JOINING_WAIT_S) -> Self:
        """Another connection to a file this program has open, for another thread.

        Nothing is checked, made or migrated. Waits up to ``wait_s`` seconds for other writers.
        Raises UserError when the file is missing, of another version, or the disk refuses.
        """
        if not path.exists():
            raise DatabaseError(f"{path} is not there. Start Supple to make it.")
        with told(path):
            database = cls(sqlite3.connect(path, timeout=wait_s, isolation_level=None), path)
            database._count()
        try:
            with told(path):
                database._refuse_newer(len(MIGRATIONS))
                if database.version < len(MIGRATIONS):
                    raise DatabaseError(
                        f"{path} was written by an older Supple. Start Supple to bring it up to "
                        "date; nothing was changed."
                    )
                database._prepare()
        except BaseException:
            database.close()
            raise
        return database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def version(self) -> int:
        """The file's ``user_version``."""
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    @property
    def journal_mode(self) -> str:
        """``wal``, or what the disk allowed instead."""
        return str(self._connection.execute("PRAGMA journal_mode").fetchone()[0])

    @property
    def is_large(self) -> bool:
        """Whether to read all of it would hold up a start. Raises UserError as a query does."""
        ((pages, size),) = self.rows("SELECT * FROM pragma_page_count, pragma_page_size")
        return int(str(pages)) * int(str(size)) >= LARGE

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing. Raises UserError when the disk refuses."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled back already.
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Every row of a query. Raises UserError when the disk refuses."""
        with told(self.path):
            return self._connection.execute(sql, values).fetchall()

    def check(self) -> None:
        """Read the whole file. Raises UserError when it is damaged."""
        self._check("integrity_check(1)")

    def settle(self) -> None:
        """Bring what was written so far through a power cut as well, if nobody is in the way."""
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def backup(self, target: Path) -> None:
        """Write a complete copy of the open file. Raises UserError when the disk refuses."""
        make_folder(target.parent)
        with told(target):
            _make_private(target)
            copy = sqlite3.connect(target, timeout=OPENING_WAIT_S)
            try:
                self._connection.backup(copy, progress=_gives_up(OPENING_WAIT_S))
            finally:
                copy.close()

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        with suppress(sqlite3.Error):
            self._connection.close()
        if self._counted:
            self._counted = False
            count_out(self.path)

    def _begin(self, unclean: bool, migrations: Sequence[Sequence[str]], backups: Path) -> None:
        """Look at what was opened, and bring it to the newest version."""
        self._refuse_newer(len(migrations))
        self._prepare()
        if unclean or self.version < len(migrations):
            self.check()
        elif not self.is_large and self._has_table("session"):
            self._check("quick_check(session)")
        self._migrate(migrations, backups)
        self._connection.execute(f"PRAGMA busy_timeout = {BUSY_WAIT_S * 1000:.0f}")

    def _prepare(self) -> None:
        execute = self._connection.execute
        execute("PRAGMA foreign_keys = ON")
        # Network drives answer another mode than asked, or none: then the default journal does.
        with suppress(sqlite3.OperationalError):
            execute("PRAGMA journal_mode = WAL")
        execute(
            "PRAGMA synchronous = NORMAL"
            if self.journal_mode == "wal"
            else "PRAGMA synchronous = FULL"
        )

    def _check(self, pragma: str) -> None:
        if self.rows(f"PRAGMA {pragma}") != [("ok",)]:
            raise DamagedError(damaged(self.path))

    def _refuse_newer(self, newest: int) -> None:
        if self.version > newest:
            raise DatabaseError(
                f"{self.path} was written by a newer Supple (its version is {self.version}, this "
                f"one knows up to {newest}). Install the newest Supple; nothing was changed."
            )

    def _migrate(self, migrations: Sequence[Sequence[str]], backups: Path) -> None:
        newest = len(migrations)
        if self.version == newest:
            return
        if self._has_tables():
            self.backup(_copy_name(self.path, backups, self.version))
        for version in range(self.version, newest):
            self._step(version, migrations[version])

    def _step(self, version: int, statements: Sequence[str]) -> None:
        with self.transaction() as connection:
            # Another process may have migrated while this one waited for the lock.
            if self.version != version:
                return
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version + 1}")

    def _has_table(self, name: str) -> bool:
        return bool(self.rows("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)))

    def _has_tables(self) -> bool:
        return bool(self.rows("SELECT 1 FROM sqlite_schema LIMIT 1"))


def _gives_up(wait_s: float) -> Callable[[int, int, int], None]:
    """SQLite's backup would wait for ever for who has the file."""
    ends = time.monotonic() + wait_s

    def look(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > ends:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = status
            raise error

    return look


def _make_private(path: Path) -> None:
    """Make a missing file for this user only; SQLite gives the files beside it the same mode."""
    # Where that cannot be done SQLite says why. One that is there is not opened: to close it
    # would take the locks of this process away.
    with suppress(OSError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _left_open(path: Path) -> bool:
    """Whether its writer did not close it: SQLite then leaves its journal beside it."""
    for end in ("-wal", "-journal"):
        # Whoever has it open may close it meanwhile.
        with suppress(OSError):
            if path.with_name(path.name + end).stat().st_size > 0:
                return True
    return False


def _copy_name(path: Path, backups: Path, version: int) -> Path:
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    return backups / f"{path.stem}-v{version}-{stamp}{path.suffix}"
