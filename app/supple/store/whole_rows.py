"""Rows of older files and of other programs, made as whole as a history needs them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from supple.core.assessment import Assessment
from supple.core.day_off import DayOff
from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord

OTHER_DEVICE = "imported"
"""Stands for the computer of a row that does not say where it was written."""


def whole_session(session: SessionRecord) -> SessionRecord:
    """``session`` with an end, a device, and ids and ends of its steps; what it has it keeps.

    Its steps come in the order in which a history keeps them: by their ends, then by their ids.
    The same session always gives the same. One that was running is counted as cut by a crash
    at its last step, as the history does it itself.
    """
    steps = _whole_steps(session)
    ended, ended_at = session.ended, session.ended_at
    if ended is None or ended_at is None:
        last = steps[-1].ended_at if steps else None
        ended, ended_at = Ended.CRASHED, last or session.started_at
    return replace(
        session,
        ended=ended,
        ended_at=ended_at,
        steps=steps,
        device=session.device or OTHER_DEVICE,
        changed_at=session.changed_at or ended_at,
    )


def whole_assessment(assessment: Assessment) -> Assessment:
    """``assessment`` with a device and an instant of its last change."""
    return replace(
        assessment,
        device=assessment.device or OTHER_DEVICE,
        changed_at=assessment.changed_at or assessment.at,
    )


def whole_day_off(day_off: DayOff) -> DayOff:
    """``day_off`` with a device and an instant of its last change."""
    midnight = datetime.combine(day_off.day, time(), UTC)
    return replace(
        day_off,
        device=day_off.device or OTHER_DEVICE,
        changed_at=day_off.changed_at or midnight,
    )


def _whole_steps(session: SessionRecord) -> tuple[StepRecord, ...]:
    steps: list[tuple[datetime, str, StepRecord]] = []
    at = session.started_at
    for number, step in enumerate(session.steps):
        # The microsecond keeps steps in order of which nothing was held.
        at += timedelta(seconds=step.held_s, microseconds=1)
        step_id, ended_at = step.id or _step_id(session.id, number), step.ended_at or at
        steps.append((ended_at, step_id, replace(step, id=step_id, ended_at=ended_at)))
    return tuple(step for _, _, step in sorted(steps, key=lambda row: row[:2]))


def _step_id(session: str, number: int) -> str:
    return hashlib.sha256(f"{session} {number}".encode()).hexdigest()[:24]
