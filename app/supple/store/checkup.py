"""Whether a history file is sound. Looks only: nothing is mended, moved or migrated."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from supple.store.migrations import MIGRATIONS
from supple.store.open_here import unopened
from supple.store.regular import read_file

WAIT_S = 3.0
"""How long another process may keep the file busy."""

_VERSIONS_TO_COME = 500
"""More than these there will not be: a version beyond them was damaged."""
_WRONG_DAY = "({0} < '0001' OR date(substr({0}, 1, 10), '+0 days') IS NOT substr({0}, 1, 10))"
_WRONG_INSTANT = f"({_WRONG_DAY} OR time(substr({{0}}, 12, 8)) IS NOT substr({{0}}, 12, 8))"
"""Without the step of no days SQLite takes the 31st of every month."""


class State(Enum):
    """What a look at a file can find."""

    SOUND = "sound"
    DAMAGED = "damaged"
    NEWER = "newer"
    """Written by a newer Supple: nothing is wrong with it, but it cannot be read here."""
    CLOSED = "closed"
    """In use, not allowed, or on a disk that refuses: nothing is known about it."""


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found in one file."""

    state: State
    why: str = ""
    """In words; "" for a sound one."""
    version: int = 0
    sessions: int = 0
    """Sessions that are not deleted; 0 where they cannot be counted."""

    @property
    def good(self) -> bool:
        return self.state is State.SOUND


def check_file(path: Path, *, alone: bool = False) -> Checkup:
    """Read the whole of ``path``. Never raises for what is in it.

    ``alone`` says that nobody writes it and that no journal belongs to it, as with a backup;
    nothing is then made beside it.
    """
    try:
        if _is_odd(path):
            return Checkup(State.DAMAGED, "its first bytes are not those of a history")
        with reading(path, alone=alone) as connection, closing(_copied(connection)) as copy:
            return _look(copy)
    except OSError as error:
        return Checkup(State.CLOSED, error.strerror or str(error))
    except sqlite3.Error as error:
        return _of_error(error)
    except UnicodeDecodeError:
        return Checkup(State.DAMAGED, "it holds text that cannot be read")


@contextmanager
def reading(path: Path, *, alone: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write. Raises sqlite3.Error."""
    how = "mode=ro&immutable=1" if alone else "mode=ro"
    uri = f"{path.absolute().as_uri()}?{how}"
    with closing(sqlite3.connect(uri, uri=True, timeout=WAIT_S, isolation_level=None)) as found:
        yield found


def _is_odd(path: Path) -> bool:
    """SQLite reads a file whose mark of its journal is damaged, and then refuses to write it.

    Of a file that is open here the mark was good, and a look at it would cost the locks.
    """
    with unopened(path) as alone:
        if not alone:
            return False
        head = read_file(path, 20)
    return len(head) == 20 and not {head[18], head[19]} <= {1, 2}


def begin_reading(connection: sqlite3.Connection) -> None:
    """To be done before copying, which would wait for ever for one who has the file locked."""
    connection.execute("BEGIN")
    connection.execute("SELECT 1 FROM sqlite_schema").fetchone()


def _copied(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The same pages in memory, or in a file without a name where they are many.

    Of a file that it may not write, SQLite checks no rule of a table.
    """
    begin_reading(connection)
    copy = sqlite3.connect("", isolation_level=None)
    try:
        connection.backup(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def _look(connection: sqlite3.Connection) -> Checkup:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS) + _VERSIONS_TO_COME:
        return Checkup(State.DAMAGED, f"its version cannot be {version}")
    if version > len(MIGRATIONS):
        why = f"it was written by a newer Supple (version {version})"
        return Checkup(State.NEWER, why, version)
    (first, *_) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if first != "ok":
        return Checkup(State.DAMAGED, " ".join(str(first).split()), version)
    tables = _tables(connection)
    if version == 0:
        # A new file that was never written; with tables its version was lost.
        state = State.DAMAGED if tables else State.SOUND
        return Checkup(state, "its version is lost" if tables else "", 0)
    wrong = [name for name, sql in expected(version).items() if tables.get(name) != sql]
    if wrong:
        return Checkup(State.DAMAGED, f"its table {wrong[0]} is not as it was made", version)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        return Checkup(State.DAMAGED, "it holds rows whose session is missing", version)
    if odd := _odd_times(connection):
        return Checkup(State.DAMAGED, odd, version)
    query = "SELECT count(*) FROM session WHERE deleted_utc IS NULL"
    return Checkup(State.SOUND, "", version, int(connection.execute(query).fetchone()[0]))


def _odd_times(connection: sqlite3.Connection) -> str:
    """The rules of the tables look at the form alone, which the 31st of February has as well."""
    for table in ("session", "step", "assessment", "day_off"):
        columns = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
        wrong = [_WRONG_INSTANT.format(c) for c in columns if c.endswith("_utc")]
        wrong += [_WRONG_DAY.format(c) for c in columns if c in ("local_date", "day")]
        query = f"SELECT 1 FROM {table} WHERE {' OR '.join(wrong)} LIMIT 1"
        if wrong and connection.execute(query).fetchone():
            return f"its table {table} holds a date that there never was"
    return ""


def _of_error(error: sqlite3.Error) -> Checkup:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
        return Checkup(State.DAMAGED, str(error))
    return Checkup(State.CLOSED, str(error))


@cache
def expected(version: int) -> dict[str, str]:
    """Name and SQL of each table, index and trigger that a file of ``version`` has."""
    with closing(in_memory(MIGRATIONS[:version])) as made:
        return _tables(made)


def in_memory(migrations: Sequence[Sequence[str]]) -> sqlite3.Connection:
    """An empty history that is on no disk."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    for statements in migrations:
        for statement in statements:
            made.execute(statement)
    return made


def _tables(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {str(name): _plain(str(sql)) for name, sql in rows}


def _plain(sql: str) -> str:
    # Altering a table leaves names quoted or not, as the SQLite of that day did.
    return " ".join(sql.replace('"', "").split())
