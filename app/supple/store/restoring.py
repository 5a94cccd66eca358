"""Going back to a backup, or to nothing, because the person wants to.

Both want the history closed: another file takes its place.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from supple.core.problem import UserError
from supple.store import replacing
from supple.store.backups import copy_to, make
from supple.store.checkup import State, check_file, reading
from supple.store.database import Database
from supple.store.history import History
from supple.store.instants import from_columns
from supple.store.paths import Paths
from supple.store.sqlite_errors import told

_SESSIONS = """
    SELECT id, started_utc, started_offset_min, routine_name, routine, changed_utc FROM session
    WHERE deleted_utc IS NULL
"""
_DEVICE = "SELECT value FROM meta WHERE key = 'device'"


@dataclass(frozen=True, slots=True)
class Session:
    """A session as it is named to a person."""

    id: str
    started_at: datetime
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """What restoring a backup would do, sessions newest first."""

    going: tuple[Session, ...]
    """Those of now that are not in the backup."""
    coming: tuple[Session, ...]
    """Those of the backup that are not there now."""
    other: tuple[Session, ...]
    """Those that are in both and differ."""
    sessions: int
    """How many the history has afterwards."""


def compare(paths: Paths, backup: Path) -> Change:
    """What :func:`restore` would change. Raises UserError when ``backup`` cannot be restored."""
    theirs = _read_sessions(_restorable(backup), alone=_is_alone(backup))
    ours: dict[str, tuple[Session, str]] = {}
    if check_file(paths.history_db).good:
        ours = _read_sessions(paths.history_db)
    both = ours.keys() & theirs.keys()
    return Change(
        going=_newest_first(ours[row][0] for row in ours.keys() - both),
        coming=_newest_first(theirs[row][0] for row in theirs.keys() - both),
        other=_newest_first(theirs[row][0] for row in both if theirs[row][1] != ours[row][1]),
        sessions=len(theirs),
    )


def restore(paths: Paths, backup: Path, now: datetime) -> Path | None:
    """Put ``backup`` in the place of the history, which nobody may have open.

    The present one is kept: as a backup, or beside as it is when it is damaged. Returns where;
    None when there was none. Sessions that come back count as changed ``now``, so that where
    they were deleted before, on other computers too, they come back as well. Raises UserError
    when ``backup`` cannot be restored or the disk refuses; the history is then as it was.
    """
    wanted = [session.id for session in compare(paths, backup).coming]
    alone = _is_alone(backup)
    return _replace(paths, now, lambda made: copy_to(backup, made, alone=alone), wanted)


def erase_all(paths: Paths, now: datetime) -> Path | None:
    """Begin an empty history, nobody having the present one open; returns the last backup of it.

    What waits to be sent to other computers is gone with it; what they were sent is not. Raises
    UserError when the disk refuses; the history is then as it was.
    """
    return _replace(paths, now, lambda made: None)


def _replace(
    paths: Paths, now: datetime, begin: Callable[[Path], None], wanted: Sequence[str] = ()
) -> Path | None:
    device = _device(paths)
    kept = _keep(paths, now)
    with _told(paths):
        try:
            made = replacing.workshop(paths) / paths.history_db.name
            begin(made)
            with Database.open(made, made.parent / "backups") as database:
                if device is not None:
                    _set_device(database, device)
                _want(database, wanted, now)
                database.check()
                database.rows("PRAGMA journal_mode = DELETE")
            replacing.make_ready(made, paths)
        except BaseException:
            replacing.clear_workshop(paths)
            raise
        replacing.put_in_place(paths)
    # The newest backup is what damage is mended from: not what was just put aside.
    with suppress(UserError):
        make(paths.history_db, paths.backups_dir, now + timedelta(milliseconds=1))
    return kept


def _restorable(backup: Path) -> Path:
    if not backup.is_file():
        raise UserError(f"{backup} is not there. Name a backup (see: supple history check).")
    found = check_file(backup, alone=_is_alone(backup))
    if not found.good:
        raise UserError(f"{backup} cannot be restored: {found.why}. Choose another backup.")
    if found.version == 0:
        raise UserError(f"{backup} holds no history. Choose another backup.")
    return backup


def _is_alone(backup: Path) -> bool:
    return not any(backup.with_name(backup.name + end).exists() for end in replacing.BESIDE)


def _keep(paths: Paths, now: datetime) -> Path | None:
    if not paths.history_db.exists():
        return None
    found = check_file(paths.history_db)
    match found.state:
        case State.SOUND:
            if found.version == 0:
                return None
            return make(paths.history_db, paths.backups_dir, now).path
        case State.DAMAGED:
            with _told(paths):
                return replacing.keep_aside(paths, now)
        case _:
            raise UserError(f"{paths.history_db} cannot be replaced: {found.why}.")


def _device(paths: Paths) -> str | None:
    with suppress(sqlite3.Error), reading(paths.history_db) as connection:
        with closing(connection.execute(_DEVICE)) as rows:
            found = rows.fetchone()
        return None if found is None else str(found[0])
    return None


def _set_device(database: Database, device: str) -> None:
    """This computer stays who it is, wherever the backup was made."""
    with database.transaction() as db:
        db.execute("INSERT OR IGNORE INTO device (id) VALUES (?)", (device,))
        db.execute("INSERT OR REPLACE INTO meta VALUES ('device', ?)", (device,))


def _want(database: Database, sessions: Sequence[str], now: datetime) -> None:
    if sessions:
        history = History(database, now=lambda: now)
        for session in sessions:
            # To restore what is not deleted would change nothing.
            history.discard(session)
            history.restore(session)


def _read_sessions(path: Path, *, alone: bool = False) -> dict[str, tuple[Session, str]]:
    found: dict[str, tuple[Session, str]] = {}
    with told(path), reading(path, alone=alone) as connection:
        for row, utc, minutes, name, routine, changed in connection.execute(_SESSIONS):
            with suppress(ValueError, OverflowError):
                started = from_columns(str(utc), int(minutes))
                found[str(row)] = (Session(str(row), started, str(name or routine)), str(changed))
    return found


def _newest_first(sessions: Iterator[Session]) -> tuple[Session, ...]:
    return tuple(sorted(sessions, key=lambda s: (s.started_at, s.id), reverse=True))


@contextmanager
def _told(paths: Paths) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(
            f"The history in {paths.data} cannot be replaced: {error.strerror or error}. "
            "Nothing was lost. Make room on the disk and the folder writable, then try again."
        ) from error
