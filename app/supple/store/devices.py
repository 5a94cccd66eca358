"""The computers whose rows a history holds, this one among them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from supple.store.database import Database

_THIS = "SELECT number, id FROM device JOIN meta ON key = 'device' AND value = id"


def this_device(database: Database, new_id: Callable[[], str]) -> tuple[int, str]:
    """Number and random id of this computer; both are drawn at the first start.

    Raises UserError when the disk refuses.
    """
    if not database.rows(_THIS):
        with database.transaction() as db:
            # Another process may have been faster.
            if not database.rows(_THIS):
                device = new_id()
                db.execute("INSERT INTO device (id) VALUES (?)", (device,))
                db.execute("INSERT OR REPLACE INTO meta VALUES ('device', ?)", (device,))
    ((number, device_id),) = database.rows(_THIS)
    return int(str(number)), str(device_id)


def device_number(db: sqlite3.Connection, device: str) -> int:
    """The number of a computer, given when it is not known yet."""
    db.execute("INSERT INTO device (id) VALUES (?) ON CONFLICT DO NOTHING", (device,))
    (number,) = db.execute("SELECT number FROM device WHERE id = ?", (device,)).fetchone()
    return int(number)
