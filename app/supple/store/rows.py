"""Sessions as records, from the rows of a database."""

from __future__ import annotations

import json
from collections.abc import Sequence

from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.database import Database, Row
from supple.store.instants import from_columns
from supple.store.values import seconds, understood, whole

_SESSION = """
    SELECT number, id, routine, routine_name, started_utc, started_offset_min, ended, ended_utc,
           ended_offset_min, pain_before, pain_after, note
    FROM session
"""
_STEP = """
    SELECT session, kind, stretch, side, set_number, planned_s, held_s, completed, hurt FROM step
    WHERE session IN (SELECT value FROM json_each(?)) ORDER BY session, position
"""


def read_sessions(
    database: Database, clause: str, values: Sequence[object] = ()
) -> list[SessionRecord]:
    """The sessions that ``clause`` (SQL after FROM) picks, in its order, with their steps.

    Raises UserError when the disk refuses or a row cannot be understood.
    """
    sessions = database.rows(f"{_SESSION} {clause}", values)
    numbers = json.dumps([row[0] for row in sessions])
    steps: dict[object, list[StepRecord]] = {}
    with understood(database):
        for row in database.rows(_STEP, (numbers,)):
            steps.setdefault(row[0], []).append(_step(row))
        return [_session(row, tuple(steps.get(row[0], ()))) for row in sessions]


def _session(row: Row, steps: tuple[StepRecord, ...]) -> SessionRecord:
    _, session, routine, name, utc, minutes, ended, ended_utc, ended_min, before, after, note = row
    return SessionRecord(
        id=str(session),
        routine=str(routine),
        routine_name=str(name),
        started_at=from_columns(str(utc), whole(minutes)),
        ended=None if ended is None else Ended(str(ended)),
        steps=steps,
        ended_at=None if ended_utc is None else from_columns(str(ended_utc), whole(ended_min)),
        pain_before=None if before is None else whole(before),
        pain_after=None if after is None else whole(after),
        note=str(note),
    )


def _step(row: Row) -> StepRecord:
    _, kind, stretch, side, set_number, planned, held, completed, hurt = row
    return StepRecord(
        kind=StepKind(str(kind)),
        stretch=str(stretch),
        side=Side(str(side)),
        set=whole(set_number),
        planned_s=seconds(planned),
        held_s=seconds(held),
        completed=bool(completed),
        hurt=bool(hurt),
    )
