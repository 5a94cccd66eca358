"""Days off in the history."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from supple.core.day_off import DayOff, Off
from supple.store.changes import set_deleted, touch
from supple.store.database import Database, Row
from supple.store.devices import device_number
from supple.store.instants import utc_text
from supple.store.values import instant, understood

_SELECT = """
    SELECT id, day, off, (SELECT d.id FROM device AS d WHERE d.number = day_off.device),
           changed_utc, deleted_utc
    FROM day_off
"""


def read_days_off(database: Database, clause: str, values: Sequence[object] = ()) -> list[DayOff]:
    """The days that ``clause`` (SQL after FROM) picks, in its order.

    Raises UserError when the disk refuses or a row cannot be understood.
    """
    rows = database.rows(f"{_SELECT} {clause}", values)
    with understood(database):
        return [_day_off(row) for row in rows]


def shown_days_off(database: Database) -> list[DayOff]:
    """At most one for a date, by date: what was said last of it, which may be that it is none."""
    last = {row.day: row for row in read_days_off(database, "ORDER BY day, changed_utc, id")}
    return [row for row in last.values() if row.deleted_at is None]


def set_day_off(
    db: sqlite3.Connection,
    day: date,
    off: Off | None,
    device: str,
    new_id: Callable[[], str],
    now: datetime,
) -> None:
    """Say why a day is off, or with None that it is not."""
    found = db.execute(
        "SELECT id FROM day_off WHERE day = ? ORDER BY changed_utc DESC, id DESC",
        (day.isoformat(),),
    )
    rows = [str(row) for (row,) in found]
    # Two computers may each have a row for the day; the one said last is kept.
    others = rows[1:] if off else rows
    gone = [set_deleted(db, "day_off", row, now, gone=True) for row in others]
    if off is None:
        return
    if not rows:
        put_day_off(db, DayOff(new_id(), day, off, device, now))
        return
    done = db.execute(
        "UPDATE day_off SET off = ?1, deleted_utc = NULL "
        "WHERE id = ?2 AND (off != ?1 OR deleted_utc IS NOT NULL)",
        (off.value, rows[0]),
    )
    if done.rowcount or any(gone):
        touch(db, "day_off", rows[0], max(now, _last_change(db, day) + timedelta(microseconds=1)))


def _last_change(db: sqlite3.Connection, day: date) -> datetime:
    """What is shown of a day is what was said last: the row that is kept comes after the others."""
    (changed,) = db.execute(
        "SELECT max(changed_utc) FROM day_off WHERE day = ?", (day.isoformat(),)
    ).fetchone()
    return instant(changed)


def put_day_off(db: sqlite3.Connection, row: DayOff) -> None:
    """Write a complete row, in place of one with its id. Raises ValueError when it is none."""
    if row.changed_at is None:
        raise ValueError("it does not say when it was changed")
    deleted = None if row.deleted_at is None else utc_text(row.deleted_at)
    db.execute(
        """
        INSERT INTO day_off (id, device, day, off, changed_utc, deleted_utc)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET (device, day, off, changed_utc, deleted_utc) =
            (excluded.device, excluded.day, excluded.off, excluded.changed_utc,
            excluded.deleted_utc)
        """,
        (
            *(row.id, device_number(db, row.device), row.day.isoformat(), row.off.value),
            *(utc_text(row.changed_at), deleted),
        ),
    )


def _day_off(row: Row) -> DayOff:
    row_id, day, off, device, changed, deleted = row
    return DayOff(
        id=str(row_id),
        day=date.fromisoformat(str(day)),
        off=Off(str(off)),
        device=str(device),
        changed_at=instant(changed),
        deleted_at=None if deleted is None else instant(deleted),
    )
