"""The rows of the history as JSON values, exact both ways.

Written by the export and by the journal, read by the import and the journal. What is written
has every key, in a fixed order, so that equal rows give equal text. Seconds are numbers,
instants ISO 8601 text with their offset, texts of one of a few words what the enums say.
Reading takes only what a history can hold and lets keys be that it does not know.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from supple.core.assessment import Assessment, Check, Feel
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.instants import from_columns, offset_min, utc_text
from supple.store.row_fields import MOST_SECONDS, RowFields, WrongValue

__all__ = [
    "WrongValue",
    "assessment_values",
    "day_off_values",
    "read_assessment",
    "read_day_off",
    "read_session",
    "session_values",
    "step_values",
]

ID_LENGTH: Final = 100
NAME_LENGTH: Final = 1_000
"""Of a routine's and a stretch's id and name."""
NOTE_LENGTH: Final = 100_000
MOST_DEGREES: Final = 110
_MOST_SETS: Final = 10_000
_MOST_LEVEL: Final = 10_000
_MINUTE: Final = timedelta(minutes=1)


def session_values(session: SessionRecord) -> dict[str, object]:
    """Everything of a session, its steps included. Raises ValueError for a naive instant."""
    return {
        "id": session.id,
        "device": session.device,
        "routine": session.routine,
        "routine_name": session.routine_name,
        "plan_level": session.plan_level,
        "started_at": _text(session.started_at),
        "ended_at": _text(session.ended_at),
        "ended": None if session.ended is None else session.ended.value,
        "planned_s": session.planned_s + 0.0,
        "corrected_s": None if session.corrected_s is None else session.corrected_s + 0.0,
        "pain_before": session.pain_before,
        "pain_after": session.pain_after,
        "note": session.note,
        "changed_at": _utc(session.changed_at),
        "deleted_at": _utc(session.deleted_at),
        "steps": [step_values(step) for step in session.steps],
    }


def read_session(values: object) -> SessionRecord:
    """The session that ``values`` describe. Raises WrongValue, which names the key."""
    row = RowFields(values)
    ended = row.choice_or_none("ended", *Ended)
    ended_at = row.instant_or_none("ended_at")
    if (ended is None) != (ended_at is None):
        mend = '"ended" and "ended_at" need to be given together, or both be null.'
        row.refuse("ended_at", "One of the two is missing.", mend)
    return SessionRecord(
        id=row.text("id", ID_LENGTH, empty=False),
        device=row.text("device", ID_LENGTH, default=""),
        routine=row.text("routine", NAME_LENGTH),
        routine_name=row.text("routine_name", NAME_LENGTH),
        plan_level=row.whole_or_none("plan_level", 0, _MOST_LEVEL),
        started_at=row.instant("started_at"),
        ended_at=ended_at,
        ended=ended,
        planned_s=row.number("planned_s", MOST_SECONDS, default=0.0),
        corrected_s=row.number_or_none("corrected_s", MOST_SECONDS),
        pain_before=row.whole_or_none("pain_before", 0, 10),
        pain_after=row.whole_or_none("pain_after", 0, 10),
        note=row.text("note", NOTE_LENGTH, default=""),
        changed_at=row.instant_or_none("changed_at"),
        deleted_at=row.instant_or_none("deleted_at"),
        steps=tuple(_read_step(step) for step in row.groups("steps")),
    )


def assessment_values(assessment: Assessment) -> dict[str, object]:
    """Everything of a flexibility check. Raises ValueError for a naive instant."""
    left, right = assessment.left, assessment.right
    return {
        "id": assessment.id,
        "device": assessment.device,
        "check": assessment.check.value,
        "at": _text(assessment.at),
        "left": None if left is None else left + 0.0,
        "right": None if right is None else right + 0.0,
        "feel": None if assessment.feel is None else assessment.feel.value,
        "note": assessment.note,
        "changed_at": _utc(assessment.changed_at),
        "deleted_at": _utc(assessment.deleted_at),
    }


def read_assessment(values: object) -> Assessment:
    """The check that ``values`` describe. Raises WrongValue, which names the key."""
    row = RowFields(values)
    return Assessment(
        id=row.text("id", ID_LENGTH, empty=False),
        device=row.text("device", ID_LENGTH, default=""),
        check=row.choice("check", *Check),
        at=row.instant("at"),
        left=row.number_or_none("left", MOST_DEGREES),
        right=row.number_or_none("right", MOST_DEGREES),
        feel=row.choice_or_none("feel", *Feel),
        note=row.text("note", NOTE_LENGTH, default=""),
        changed_at=row.instant_or_none("changed_at"),
        deleted_at=row.instant_or_none("deleted_at"),
    )


def day_off_values(day_off: DayOff) -> dict[str, object]:
    """Everything of a day off. Raises ValueError for a naive instant."""
    return {
        "id": day_off.id,
        "device": day_off.device,
        "day": day_off.day.isoformat(),
        "off": day_off.off.value,
        "changed_at": _utc(day_off.changed_at),
        "deleted_at": _utc(day_off.deleted_at),
    }


def read_day_off(values: object) -> DayOff:
    """The day off that ``values`` describe. Raises WrongValue, which names the key."""
    row = RowFields(values)
    return DayOff(
        id=row.text("id", ID_LENGTH, empty=False),
        device=row.text("device", ID_LENGTH, default=""),
        day=row.day("day"),
        off=row.choice("off", *Off),
        changed_at=row.instant_or_none("changed_at"),
        deleted_at=row.instant_or_none("deleted_at"),
    )


def step_values(step: StepRecord) -> dict[str, object]:
    """Everything of one hold. Raises ValueError for a naive instant."""
    return {
        "id": step.id,
        "kind": step.kind.value,
        "stretch": step.stretch,
        "side": step.side.value,
        "set": step.set,
        "planned_s": step.planned_s + 0.0,
        "held_s": step.held_s + 0.0,
        "completed": step.completed,
        "hurt": step.hurt,
        "ended_at": _text(step.ended_at),
    }


def _read_step(row: RowFields) -> StepRecord:
    return StepRecord(
        id=row.text("id", ID_LENGTH, default=""),
        # Only work is kept in a history.
        kind=row.choice("kind", *(kind for kind in StepKind if kind.is_work)),
        stretch=row.text("stretch", NAME_LENGTH),
        side=row.choice("side", *Side),
        set=row.whole("set", 1, _MOST_SETS),
        planned_s=row.number("planned_s", MOST_SECONDS),
        held_s=row.number("held_s", MOST_SECONDS),
        completed=row.flag("completed"),
        hurt=row.flag("hurt", default=False),
        ended_at=row.instant_or_none("ended_at"),
    )


def _text(instant: datetime | None) -> str | None:
    """The instant as the database keeps it: to the microsecond, its offset in whole minutes."""
    if instant is None:
        return None
    offset = instant.utcoffset()
    if offset is None or offset % _MINUTE:
        instant = from_columns(utc_text(instant), offset_min(instant))
    return instant.isoformat()


def _utc(instant: datetime | None) -> str | None:
    """The instant as it is kept where nobody needs to know the local time."""
    return None if instant is None else _text(instant.astimezone(UTC))
