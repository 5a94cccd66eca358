"""Copies of the history in a folder of their own: made daily, checked, thinned, listed.

A backup is called ``history-v2-2026-03-14T213000.000000Z.db``: the version of its tables and the
instant it was made, in UTC. The copies made before a migration are called the same and stand in
the same folder. Everything else in it is left alone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from supple.core.problem import UserError
from supple.core.thinning import keep
from supple.store import atomic
from supple.store.checkup import Checkup, State, begin_reading, check_file, reading
from supple.store.database import Database
from supple.store.paths import Paths, make_folder
from supple.store.sqlite_errors import told

_NAME = re.compile(r"history-v(\d{1,6})-(\d{4}-\d\d-\d\dT\d{6}\.\d{6}Z)\.db")
_STAMP = "%Y-%m-%dT%H%M%S.%fZ"
_LEFT_OVER = timedelta(hours=1)
"""A backup still unfinished after this long was cut by a crash."""


class Damaged(UserError):
    """There is nothing sound to be backed up."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, by its name. Whether it can be read takes :func:`check`."""

    path: Path
    made_at: datetime
    """Aware, in UTC."""
    version: int
    size: int
    """Bytes."""


def listing(folder: Path) -> list[Backup]:
    """The backups in ``folder``, newest first, by their names alone; none when it is missing."""
    found: list[Backup] = []
    with suppress(OSError):
        for path in folder.iterdir():
            match = _NAME.fullmatch(path.name)
            if match:
                # It may be gone, or its name hold no instant there ever was.
                with suppress(OSError, ValueError):
                    made = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
                    found.append(Backup(path, made, int(match[1]), path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.made_at, backup.version), reverse=True)


def check(backup: Backup) -> Checkup:
    """Read the whole of ``backup``: whether it is good, and how many sessions it holds."""
    return check_file(backup.path, alone=True)


def newest_good(folder: Path) -> Backup | None:
    """The newest backup that can be read whole by this Supple."""
    return next((backup for backup in listing(folder) if _holds_something(backup)), None)


def due(folder: Path, now: datetime) -> bool:
    """Whether no backup was made yet on the local day of ``now``."""
    day = now.date()
    return all(b.made_at.astimezone(now.tzinfo).date() != day for b in listing(folder))


def make(history_db: Path, folder: Path, now: datetime) -> Backup:
    """Copy the history, which may be open, into ``folder`` and check the copy.

    Can run in any thread. Raises UserError when the history is damaged, missing or too new,
    or the disk refuses; nothing is then added to the folder.
    """
    state = _sound(history_db)
    stamp = now.astimezone(UTC).strftime(_STAMP)
    path = folder / f"history-v{state.version}-{stamp}.db"
    copy_to(history_db, path)
    return Backup(path, now.astimezone(UTC), state.version, path.stat().st_size)


def make_daily(paths: Paths, now: datetime) -> Backup | None:
    """Make today's backup and thin the others; None when it is there or there is no history.

    Can run in any thread. Raises UserError as :func:`make` does; nothing is then thinned. Where
    that is because of damage, the next start restores the history.
    """
    if not paths.history_db.exists() or not due(paths.backups_dir, now):
        return None
    try:
        made = make(paths.history_db, paths.backups_dir, now)
    except Damaged:
        with suppress(OSError):
            paths.suspect_file.touch()
        raise
    thin(paths.backups_dir, now)
    return made


def copy_sound(history_db: Path, target: Path) -> None:
    """Write a copy of the history to a file of the person's choice.

    Raises UserError as :func:`make` does, and when ``target`` is there already.
    """
    _sound(history_db)
    copy_to(history_db, target)


def copy_to(history_db: Path, target: Path, *, alone: bool = False) -> None:
    """Write a checked copy of ``history_db`` to ``target``, which must not be there yet.

    ``alone`` says that nobody writes it, as with a backup; nothing is then made beside it.
    Raises UserError when it is, when the copy turns out damaged, or when the disk refuses.
    """
    make_folder(target.parent)
    beside = target.with_name(f".{target.name}.new")
    if target.exists():
        raise UserError(f"{target} is there already. Name another file.")
    try:
        with told(history_db), reading(history_db, alone=alone) as connection:
            begin_reading(connection)
            Database(connection, history_db).backup(beside)
        _finish(beside)
        beside.replace(target)
        atomic.sync_folder(target.parent)
    except OSError as error:
        raise UserError(f"{target} cannot be written: {error.strerror or error}.") from error
    finally:
        for left in (beside, *(beside.with_name(beside.name + end) for end in ("-wal", "-shm"))):
            with suppress(OSError):
                left.unlink()


def thin(folder: Path, now: datetime) -> list[Path]:
    """Remove the backups that ``core.thinning`` drops, and what a crash left; return them.

    The good ones and the damaged ones are thinned apart, so that no damaged one stands in for
    a good one, and of each older version the newest good one stays.
    """
    _remove_left_over(folder, now)
    backups = listing(folder)
    if len(keep((b.made_at for b in backups), now)) == len(backups):
        return []
    good = [backup for backup in backups if check(backup).good]
    stay = {b.path for group in (good, _others(backups, good)) for b in _kept(group, now)}
    newest_of: dict[int, Path] = {}
    for backup in good:
        newest_of.setdefault(backup.version, backup.path)
    removed = [b.path for b in backups if b.path not in stay | set(newest_of.values())]
    for path in removed:
        with suppress(OSError):
            path.unlink()
    return removed


def _others(backups: Iterable[Backup], good: Iterable[Backup]) -> list[Backup]:
    known = {backup.path for backup in good}
    return [backup for backup in backups if backup.path not in known]


def _kept(backups: list[Backup], now: datetime) -> list[Backup]:
    times = keep((backup.made_at for backup in backups), now)
    return [backup for backup in backups if backup.made_at in times]


def _holds_something(backup: Backup) -> bool:
    found = check(backup)
    return found.good and found.version > 0


def _sound(history_db: Path) -> Checkup:
    state = check_file(history_db)
    match state.state:
        case State.SOUND if state.version > 0:
            return state
        case State.SOUND:
            raise UserError(f"{history_db} holds no history yet. Nothing was backed up.")
        case State.DAMAGED:
            raise Damaged(
                f"{history_db} is damaged ({state.why}). Nothing was backed up. "
                "Close Supple and open it again: it restores the history from a backup."
            )
        case _:
            raise UserError(f"{history_db} cannot be backed up: {state.why}.")


def _finish(path: Path) -> None:
    found = check_file(path, alone=True)
    if not found.good:
        raise UserError(
            f"The copy of the history was damaged while it was written ({found.why}). "
            "It was not kept. Check the disk and try again."
        )
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove_left_over(folder: Path, now: datetime) -> None:
    with suppress(OSError):
        for path in folder.glob(".history-v*.db.new*"):
            if now.timestamp() - path.stat().st_mtime > _LEFT_OVER.total_seconds():
                path.unlink()
