"""When a row was changed last: what decides between two computers."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Literal

from supple.store.instants import later, utc_text

Kind = Literal["session", "assessment", "day_off"]
"""What has a random id and is sent to other computers; also the name of its table."""


def touch(db: sqlite3.Connection, kind: Kind, row: str, now: datetime) -> bool:
    """Say that the row of that id was changed; its instant only ever grows.

    False when there is none. Raises ValueError for a naive instant.
    """
    found = db.execute(f"SELECT changed_utc FROM {kind} WHERE id = ?", (row,)).fetchone()
    if found is None:
        return False
    changed = later(now, str(found[0]))
    db.execute(f"UPDATE {kind} SET changed_utc = ? WHERE id = ?", (changed, row))
    return True


def set_deleted(db: sqlite3.Connection, kind: Kind, row: str, now: datetime, gone: bool) -> bool:
    """Leave a row out, or bring it back; False, and nothing done, where it is so already."""
    done = db.execute(
        f"UPDATE {kind} SET deleted_utc = ? WHERE id = ? AND (deleted_utc IS NULL) = ?",
        (utc_text(now) if gone else None, row, gone),
    )
    return bool(done.rowcount) and touch(db, kind, row, now)
