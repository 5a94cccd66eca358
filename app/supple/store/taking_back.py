"""Rows that were taken in, out again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime

from supple.core.assessment import Assessment
from supple.core.contents import Contents
from supple.core.day_off import DayOff
from supple.core.record import SessionRecord
from supple.store.changes import Kind, set_deleted
from supple.store.database import Database
from supple.store.instants import utc_text
from supple.store.outbox import drop, waits


def take_back(database: Database, contents: Contents, now: datetime) -> int:
    """Take out ``contents``, which were all new as they were taken in; how many rows stay.

    All goes, or nothing. A row that was changed since stays. One that no other computer was told
    of goes without a trace, so that the same file can be taken in again; any other is left out
    as a deleted one is, or it would come back from there. Raises UserError when the disk refuses.
    """
    with database.transaction() as db:
        return sum(not _out(db, kind, row, changed, now) for kind, row, changed in _rows(contents))


def _out(db: sqlite3.Connection, kind: Kind, row: str, changed: str, now: datetime) -> bool:
    found = db.execute(f"SELECT changed_utc FROM {kind} WHERE id = ?", (row,)).fetchone()
    if found is None:
        # Somebody restored a backup.
        return True
    if found[0] != changed:
        return False
    if not waits(db, kind, row):
        set_deleted(db, kind, row, now, gone=True)
        return True
    if kind == "session":
        number = "(SELECT number FROM session WHERE id = ?)"
        db.execute(f"DELETE FROM step WHERE session = {number}", (row,))
    db.execute(f"DELETE FROM {kind} WHERE id = ?", (row,))
    # Its steps put it in there once more.
    drop(db, kind, row)
    return True


def _rows(contents: Contents) -> Iterator[tuple[Kind, str, str]]:
    """Kind, id, and when each row was changed last."""
    kinds: tuple[tuple[Kind, Sequence[SessionRecord | Assessment | DayOff]], ...] = (
        ("session", contents.sessions),
        ("assessment", contents.assessments),
        ("day_off", contents.days_off),
    )
    for kind, rows in kinds:
        for row in rows:
            if row.changed_at is not None:
                yield kind, row.id, utc_text(row.changed_at)
