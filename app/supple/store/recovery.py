"""A damaged history: the newest good backup put in its place, and what came after it read out.

The file is never written to: a new one is made beside it, of the backup and of every row that
can be read, and takes its place when it is whole. The damaged one is kept.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from supple.core.contents import Contents
from supple.core.problem import UserError
from supple.core.sifting import Known, believable, sift
from supple.store import atomic, replacing
from supple.store.backups import copy_to, newest_good
from supple.store.checkup import State, check_file
from supple.store.database import Database
from supple.store.file_pages import lost_in_journal
from supple.store.history import History
from supple.store.paths import Paths
from supple.store.recovered import Recovered, to_bytes
from supple.store.regular import read_file
from supple.store.salvage import Salvage, salvage

AT_A_TIME = 200
"""Rows taken in together; where one of them cannot be, they are tried by themselves."""
_TABLES = ("session", "assessment", "day_off")


def is_damaged(paths: Paths) -> bool:
    """Whether what SQLite said of the history means damage, and not a lock, a newer version or
    a disk that refuses."""
    return check_file(paths.history_db).state is State.DAMAGED or is_emptied(paths)


def is_emptied(paths: Paths) -> bool:
    """Whether nothing is in the file although there are backups: it was cut to nothing."""
    try:
        if paths.history_db.stat().st_size > 0 or journal_of(paths):
            return False
    except OSError:
        return False
    return newest_good(paths.backups_dir) is not None


def loses_writes(paths: Paths) -> bool:
    """Whether a crash left a journal of which SQLite would pass over finished writes."""
    journal = journal_of(paths)
    # One that changes is being written, and was read in the middle of that.
    return lost_in_journal(journal) and journal == journal_of(paths)


def journal_of(paths: Paths) -> bytes:
    """The content of the write-ahead journal; empty when there is none."""
    try:
        return read_file(paths.history_db.with_name(paths.history_db.name + "-wal"))
    except OSError:
        return b""


def finish(paths: Paths) -> None:
    """Carry through what a crash cut. Raises UserError when the disk refuses."""
    with _told(paths):
        replacing.put_in_place(paths)


def recover(paths: Paths, new_id: Callable[[], str], now: datetime) -> Recovered:
    """Put the best history that can be had in the place of the damaged one.

    Nobody else may have it open. Raises UserError when the disk refuses; the damaged file and
    the backups are then as they were.
    """
    with _told(paths):
        kept = replacing.keep_aside(paths, now)
        made = replacing.workshop(paths) / paths.history_db.name
        try:
            recovered = _make(made, kept, paths, new_id, now)
            atomic.write_bytes(paths.recovered_file, to_bytes(recovered))
            replacing.make_ready(made, paths)
        except BaseException:
            replacing.clear_workshop(paths)
            raise
        replacing.put_in_place(paths)
    return recovered


def _make(
    made: Path, kept: Path, paths: Paths, new_id: Callable[[], str], now: datetime
) -> Recovered:
    source, main, wal = paths.history_db, read_file(paths.history_db), journal_of(paths)
    restored_from = _begin(made, paths)
    with Database.open(made, made.parent / "backups") as database:
        devices = {int(str(n)): str(d) for n, d in database.rows("SELECT number, id FROM device")}
        found = salvage(main, wal, source, devices)
        try:
            if not devices and found.device is not None:
                _become(database, found.device)
            salvaged = _pour(found, database, new_id, now)
            missing = _missing(found, database, now)
        finally:
            found.close()
        database.check()
        ((count,),) = database.rows("SELECT count(*) FROM session WHERE deleted_utc IS NULL")
        database.rows("PRAGMA journal_mode = DELETE")
    back = int(str(count))
    return Recovered(
        at=now,
        restored_from=restored_from and restored_from.astimezone(now.tzinfo),
        sessions_back=back,
        sessions_known_before=back + len(missing),
        salvaged=salvaged,
        missing=missing,
        damaged_file=kept,
    )


def _begin(made: Path, paths: Paths) -> datetime | None:
    """Copy what is sound: the history itself where only its journal is damaged, else a backup.

    Returns when the backup was made.
    """
    found = check_file(paths.history_db)
    if found.good and found.version > 0:
        copy_to(paths.history_db, made)
        return None
    backup = newest_good(paths.backups_dir)
    if backup is None:
        return None
    shutil.copyfile(backup.path, made)
    made.chmod(0o600)
    return backup.made_at


def _become(database: Database, device: str) -> None:
    """The new history belongs to the computer that the damaged one belonged to."""
    with database.transaction() as db:
        db.execute("INSERT INTO device (id) VALUES (?)", (device,))
        db.execute("INSERT OR REPLACE INTO meta VALUES ('device', ?)", (device,))


def _pour(found: Salvage, database: Database, new_id: Callable[[], str], now: datetime) -> int:
    """Take what ``found`` has and ``database`` has not; returns how many rows that are."""
    # A session the backup was made in the middle of gets an end no later than its last change,
    # so that what was read of it afterwards is newer.
    history = History(database, new_id, lambda: now - timedelta(days=10_000))
    history.repair(now)
    begun = frozenset(_begun(database))
    ids = _changed(found.database, database)
    taken = 0
    for start in range(0, len(ids), AT_A_TIME):
        part = ids[start : start + AT_A_TIME]
        news = found.contents(part)
        known = Known(history.everything(part), _steps_of(news, database), begun)
        taken += _take(history, sift(news, known, now))
    return taken


def _take(history: History, news: Contents) -> int:
    try:
        return history.take_in(news)
    except UserError:
        parts = (
            *(Contents(sessions=(row,)) for row in news.sessions),
            *(Contents(assessments=(row,)) for row in news.assessments),
            *(Contents(days_off=(row,)) for row in news.days_off),
        )
    taken = 0
    for part in parts:
        # A row that the tables do not take was damaged after all.
        with suppress(UserError):
            taken += history.take_in(part)
    return taken


def _changed(found: Database, database: Database) -> list[str]:
    """Ids of the rows of ``found`` that ``database`` has not or has otherwise."""
    ids: list[str] = []
    for table in _TABLES:
        steps = "(SELECT count(*) FROM step WHERE session = t.number)" if table == "session" else 0
        query = f"SELECT id, changed_utc, {steps} FROM {table} AS t"
        known = {row[0]: row for row in database.rows(query)}
        ids += [str(row[0]) for row in found.rows(query) if known.get(row[0]) != row]
    return ids


def _steps_of(news: Contents, database: Database) -> frozenset[str]:
    """Ids of the steps of ``news`` that ``database`` has."""
    ids = json.dumps([step.id for session in news.sessions for step in session.steps])
    rows = database.rows("SELECT id FROM step WHERE id IN (SELECT value FROM json_each(?))", (ids,))
    return frozenset(str(row[0]) for row in rows)


def _begun(database: Database) -> Iterator[datetime]:
    for (text,) in database.rows("SELECT started_utc FROM session"):
        with suppress(ValueError):
            yield datetime.fromisoformat(str(text))


def _missing(found: Salvage, database: Database, now: datetime) -> tuple[datetime, ...]:
    """When the sessions began that an index still names and whose rows are lost."""
    there = frozenset(_begun(database))
    read = {int(str(row[0])) for row in found.database.rows("SELECT number FROM session")}
    return tuple(
        sorted(
            {
                began
                for number, began in found.begun.items()
                if number not in read and began not in there and believable(began, now)
            }
        )
    )


@contextmanager
def _told(paths: Paths) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise UserError(
            f"Your history is damaged, and it could not be restored: {error}. Nothing was lost "
            f"by that. Make room on the disk and {paths.data} writable; the next start tries again."
        ) from error
