"""Which rows the other computers have yet to learn of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from supple.core.contents import Contents
from supple.store.changes import Kind
from supple.store.database import Database
from supple.store.instants import utc_text

_ALL = (
    "INSERT OR IGNORE INTO outbox SELECT 'session', id FROM session WHERE ended IS NOT NULL",
    "INSERT OR IGNORE INTO outbox SELECT 'assessment', id FROM assessment",
    "INSERT OR IGNORE INTO outbox SELECT 'day_off', id FROM day_off",
)


def read_outbox(database: Database) -> tuple[tuple[str, str], ...]:
    """Kind and id of each row in it."""
    rows = database.rows("SELECT kind, id FROM outbox ORDER BY kind, id")
    return tuple((str(kind), str(row)) for kind, row in rows)


def fill_outbox(database: Database) -> None:
    """Put everything into it."""
    with database.transaction() as db:
        for statement in _ALL:
            db.execute(statement)


def take_out(database: Database, contents: Contents) -> None:
    """Take out what ``contents`` says of a row, unless the row was changed after that."""
    with database.transaction() as db:
        for kind, row, changed in _changes(contents):
            db.execute(
                f"DELETE FROM outbox WHERE kind = ? AND id = ? "
                f"AND (SELECT changed_utc FROM {kind} AS t WHERE t.id = outbox.id) = ?",
                (kind, row, utc_text(changed)),
            )


def waits(db: sqlite3.Connection, kind: Kind, row: str) -> bool:
    """Whether a row is in it."""
    found = db.execute("SELECT 1 FROM outbox WHERE kind = ? AND id = ?", (kind, row))
    return found.fetchone() is not None


def drop(db: sqlite3.Connection, kind: Kind, row: str) -> None:
    """Take one row out."""
    db.execute("DELETE FROM outbox WHERE kind = ? AND id = ?", (kind, row))


def _changes(contents: Contents) -> Iterator[tuple[Kind, str, datetime]]:
    for session in contents.sessions:
        if session.changed_at is not None:
            yield "session", session.id, session.changed_at
    for assessment in contents.assessments:
        if assessment.changed_at is not None:
            yield "assessment", assessment.id, assessment.changed_at
    for day_off in contents.days_off:
        if day_off.changed_at is not None:
            yield "day_off", day_off.id, day_off.changed_at
