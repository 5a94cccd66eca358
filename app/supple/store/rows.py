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
from supple.store.values import instant, seconds, understood, whole, whole_or_none

_SESSION = """
    SELECT number, id, routine, routine_name, started_utc, started_offset_min, ended, ended_utc,
           ended_offset_min, pain_before, pain_after, note, planned_s, plan_level, corrected_s,
           (SELECT d.id FROM device AS d WHERE d.number = session.device), changed_utc, deleted_utc
    FROM session
"""
_STEP = """
    SELECT session, kind, stretch, side, set_number, planned_s, held_s, completed, hurt, id,
           ended_utc, ended_offset_min FROM step
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
    _, session, routine, name, utc, minutes, ended, ended_utc, ended_min, *rest = row
    before, after, note, planned, level, corrected, device, changed, deleted = rest
    return SessionRecord(
        id=str(session),
        routine=str(routine),
        routine_name=str(name),
        started_at=from_columns(str(utc), whole(minutes)),
        ended=None if ended is None else Ended(str(ended)),
        steps=steps,
        ended_at=None if ended_utc is None else from_columns(str(ended_utc), whole(ended_min)),
        pain_before=whole_or_none(before),
        pain_after=whole_or_none(after),
        note=str(note),
        planned_s=seconds(planned),
        plan_level=whole_or_none(level),
        corrected_s=None if corrected is None else seconds(corrected),
        device=str(device),
        changed_at=instant(changed),
        deleted_at=None if deleted is None else instant(deleted),
    )


def _step(row: Row) -> StepRecord:
    _, kind, stretch, side, set_number, planned, held, completed, hurt, step, utc, minutes = row
    return StepRecord(
        kind=StepKind(str(kind)),
        stretch=str(stretch),
        side=Side(str(side)),
        set=whole(set_number),
        planned_s=seconds(planned),
        held_s=seconds(held),
        completed=bool(completed),
        hurt=bool(hurt),
        id=str(step),
        ended_at=from_columns(str(utc), whole(minutes)),
    )
