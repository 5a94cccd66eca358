"""The writes a session makes while it happens, each inside a transaction of the caller."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from supple.store.changes import touch
from supple.store.instants import columns, offset_min, utc_text

if TYPE_CHECKING:
    from supple.core.event import Ended
    from supple.core.record import StepRecord

_STEP = """
    INSERT INTO step (session, position, id, device, kind, stretch, side, set_number,
        planned_s, held_s, completed, hurt, ended_utc, ended_offset_min, local_date)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def open_session(db: sqlite3.Connection, values: tuple[object, ...], at: datetime) -> None:
    """``values``: id, device, run, routine, its name, plan level, seconds planned."""
    db.execute(
        """
        INSERT INTO session (id, device, run, routine, routine_name, plan_level, planned_s,
            started_utc, started_offset_min, local_date, changed_utc)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (*values, *columns(at), utc_text(at)),
    )


def add_step(
    db: sqlite3.Connection, session: str, device: int, step: StepRecord, row: str, at: datetime
) -> None:
    """Append a row. Raises LookupError for a session that was never opened."""
    if not touch(db, "session", session, at):
        raise LookupError(session)
    # A correction is what counts, whatever comes after it.
    db.execute(
        "UPDATE session SET held_s = held_s + ? WHERE id = ? AND corrected_s IS NULL",
        (step.held_s, session),
    )
    number, position = db.execute(
        "SELECT number, (SELECT count(*) FROM step WHERE session = number) FROM session "
        "WHERE id = ?",
        (session,),
    ).fetchone()
    db.execute(_STEP, step_values(number, position, device, step, row, at))


def step_values(
    session: int, position: int, device: int, step: StepRecord, row: str, at: datetime
) -> tuple[object, ...]:
    """The columns of a step's row in the order of :func:`put_steps`."""
    return (
        *(session, position, row, device, step.kind.value, step.stretch),
        *(step.side.value, step.set, step.planned_s, step.held_s),
        *(step.completed, step.hurt, *columns(at)),
    )


def put_steps(db: sqlite3.Connection, rows: list[tuple[object, ...]]) -> None:
    """Write rows made by :func:`step_values`."""
    db.executemany(_STEP, rows)


def mark_hurt(db: sqlite3.Connection, step: str, now: datetime) -> None:
    """Say of a row that it hurt."""
    done = db.execute("UPDATE step SET hurt = 1 WHERE id = ? AND hurt = 0", (step,))
    if done.rowcount:
        (session,) = db.execute(
            "SELECT s.id FROM session AS s JOIN step AS t ON t.session = s.number WHERE t.id = ?",
            (step,),
        ).fetchone()
        touch(db, "session", str(session), now)


def close_session(db: sqlite3.Connection, session: str, ended: Ended, at: datetime) -> None:
    """End a session that is open.

    It counts as changed when it ended: where it was repaired from an old copy of the file, what
    another computer knows of its real end is the newer of the two.
    """
    done = db.execute(
        "UPDATE session SET ended = ?, ended_utc = ?, ended_offset_min = ? "
        "WHERE id = ? AND ended IS NULL",
        (ended.value, utc_text(at), offset_min(at), session),
    )
    if done.rowcount:
        touch(db, "session", session, at)


def rate(
    db: sqlite3.Connection,
    session: str,
    answers: tuple[int | None, int | None, str | None],
    now: datetime,
) -> None:
    """Keep pain before, pain after and note; None leaves what was there."""
    db.execute(
        """
        UPDATE session SET pain_before = coalesce(?, pain_before),
            pain_after = coalesce(?, pain_after), note = coalesce(?, note)
        WHERE id = ?
        """,
        (*answers, session),
    )
    touch(db, "session", session, now)
