"""A complete session into the tables, in place of what is there of it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import replace

from supple.core.record import SessionRecord
from supple.store.devices import device_number
from supple.store.instants import columns, offset_min, utc_text
from supple.store.writing import put_steps, step_values

_COLUMNS = (
    *("device", "routine", "routine_name", "plan_level", "planned_s", "held_s", "corrected_s"),
    *("started_utc", "started_offset_min", "local_date"),
    *("ended", "ended_utc", "ended_offset_min"),
    *("pain_before", "pain_after", "note", "changed_utc", "deleted_utc"),
)
_PUT = f"""
    INSERT INTO session (id, {", ".join(_COLUMNS)}) VALUES ({", ".join("?" * (len(_COLUMNS) + 1))})
    ON CONFLICT (id) DO UPDATE SET run = NULL, ({", ".join(_COLUMNS)}) =
        ({", ".join(f"excluded.{column}" for column in _COLUMNS)})
"""


def put_session(db: sqlite3.Connection, session: SessionRecord) -> None:
    """Write a session that is over and names its computer; steps get their place by order.

    Raises ValueError when it is not complete, sqlite3.IntegrityError when it breaks a rule.
    """
    device = device_number(db, session.device)
    db.execute(_PUT, (session.id, device, *_values(session)))
    (number,) = db.execute("SELECT number FROM session WHERE id = ?", (session.id,)).fetchone()
    db.execute("DELETE FROM step WHERE session = ?", (number,))
    rows = []
    for position, step in enumerate(session.steps):
        if not step.id or step.ended_at is None:
            raise ValueError(f"step {position + 1} has no id, or no instant at which it ended")
        rows.append(step_values(number, position, device, step, step.id, step.ended_at))
    put_steps(db, rows)


def with_own_steps(db: sqlite3.Connection, session: SessionRecord) -> SessionRecord:
    """``session``, its steps renamed where another session has one of that id.

    The new id follows from the two old ones, so that the same row gets the same one again.
    """
    found = db.execute(
        """
        SELECT t.id FROM step AS t JOIN session AS s ON s.number = t.session
        WHERE t.id IN (SELECT value FROM json_each(?)) AND s.id != ?
        """,
        (json.dumps([step.id for step in session.steps]), session.id),
    )
    taken = {row[0] for row in found}
    if not taken:
        return session
    steps = (
        replace(step, id=_derived(session.id, step.id)) if step.id in taken else step
        for step in session.steps
    )
    return replace(session, steps=tuple(steps))


def _derived(session: str, step: str) -> str:
    return hashlib.sha256(f"{session}\n{step}".encode()).hexdigest()[:24]


def _values(session: SessionRecord) -> tuple[object, ...]:
    if session.ended is None or session.ended_at is None or session.changed_at is None:
        raise ValueError("it does not say when it ended, or when it was changed")
    deleted = None if session.deleted_at is None else utc_text(session.deleted_at)
    return (
        *(session.routine, session.routine_name, session.plan_level, session.planned_s),
        *(session.held_s, session.corrected_s, *columns(session.started_at)),
        *(session.ended.value, utc_text(session.ended_at), offset_min(session.ended_at)),
        *(session.pain_before, session.pain_after, session.note),
        *(utc_text(session.changed_at), deleted),
    )
