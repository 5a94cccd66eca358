"""Corrections the person makes to a session that is over."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from enum import Enum
from typing import Final, Literal, TypeAlias

from supple.core.problem import UserError
from supple.store.changes import touch
from supple.store.instants import columns, from_columns, offset_min, utc_text


class _Keep(Enum):
    KEEP = "keep"


Keep: TypeAlias = Literal[_Keep.KEEP]
KEEP: Final = _Keep.KEEP
"""Leaves what was there, where None has a meaning of its own."""


def check_editable(db: sqlite3.Connection, session: str) -> None:
    """Raises LookupError when there is no such session, UserError while it runs."""
    found = db.execute("SELECT ended FROM session WHERE id = ?", (session,)).fetchone()
    if found is None:
        raise LookupError(session)
    if found[0] is None:
        raise UserError("This session is still running. End it first, then change it.")


def set_start(db: sqlite3.Connection, session: str, at: datetime) -> None:
    """Move a session: it lasts as long as before, and its steps stay as they were measured."""
    old, end, minutes = db.execute(
        "SELECT started_utc, ended_utc, ended_offset_min FROM session WHERE id = ?", (session,)
    ).fetchone()
    length = from_columns(end, minutes) - from_columns(old, 0)
    ended = at + length
    db.execute(
        """
        UPDATE session SET started_utc = ?, started_offset_min = ?, local_date = ?,
            ended_utc = ?, ended_offset_min = ? WHERE id = ?
        """,
        (*columns(at), utc_text(ended), offset_min(ended), session),
    )


def set_held(db: sqlite3.Connection, session: str, held_s: float) -> None:
    """Correct the seconds held; what was measured is no correction."""
    (measured,) = db.execute(
        "SELECT total(held_s) FROM step WHERE session = (SELECT number FROM session WHERE id = ?)",
        (session,),
    ).fetchone()
    db.execute(
        "UPDATE session SET held_s = ?, corrected_s = ? WHERE id = ?",
        (held_s, None if held_s == measured else held_s, session),
    )


def set_answers(
    db: sqlite3.Connection,
    session: str,
    before: int | Keep | None,
    after: int | Keep | None,
    note: str | None,
) -> None:
    """Set pain, None clears it; a ``note`` of None stays as it was."""
    values = {"pain_before": before, "pain_after": after, "note": KEEP if note is None else note}
    for column, value in values.items():
        if value is not KEEP:
            db.execute(f"UPDATE session SET {column} = ? WHERE id = ?", (value, session))


def edited(db: sqlite3.Connection, session: str, now: datetime) -> None:
    """Say that a session was changed."""
    touch(db, "session", session, now)
