"""Sessions as tables that a spreadsheet opens with a double click."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from supple.core.record import SessionRecord, StepRecord
from supple.store.record_json import session_values, step_values

STEP_COLUMNS = (
    *("session", "date", "routine", "routine_name", "started_at", "ended_at", "ended"),
    *("pain_before", "pain_after", "note"),
    *("kind", "stretch", "side", "set", "planned_s", "held_s", "completed", "hurt"),
    *("session_planned_s", "session_corrected_s", "plan_level", "device"),
)
SESSION_COLUMNS = (
    *("date", "time", "routine_name", "minutes_held", "minutes_planned", "ended"),
    *("pain_before", "pain_after", "note", "holds", "holds_completed"),
)
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What begins a formula; the last four are the wide signs of East Asian keyboards."""
_ODD_START = ("\t", "\r", "\n")


def steps_to_csv(sessions: Iterable[SessionRecord]) -> bytes:
    """One row a hold, UTF-8 with a byte order mark so that spreadsheets see the letters right.

    A session without steps gives one row with the step's columns empty. A text that a
    spreadsheet would run as a formula gets an apostrophe before it. Seconds; ``date`` is the
    local day it was started on.
    """
    return _table(STEP_COLUMNS, (row for s in sessions for row in _step_rows(s)))


def sessions_to_csv(sessions: Iterable[SessionRecord]) -> bytes:
    """One row a session, in the same way: local date and time, minutes with two decimals."""
    return _table(SESSION_COLUMNS, (_session_row(s) for s in sessions))


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _step_rows(session: SessionRecord) -> list[list[object]]:
    head = session_values(session) | {"session": session.id, "date": session.day.isoformat()}
    tail = (session.planned_s, session.corrected_s, session.plan_level, session.device)
    return [
        [*(head[name] for name in STEP_COLUMNS[:10]), *_step(step), *tail]
        for step in session.steps or (None,)
    ]


def _step(step: StepRecord | None) -> list[object]:
    names = STEP_COLUMNS[10:18]
    values = {} if step is None else step_values(step)
    return [values.get(name, "") for name in names]


def _session_row(session: SessionRecord) -> list[object]:
    return [
        session.day.isoformat(),
        session.started_at.strftime("%H:%M"),
        session.routine_name or session.routine,
        round(session.held_s / 60, 2),
        round(session.planned_s / 60, 2),
        None if session.ended is None else session.ended.value,
        session.pain_before,
        session.pain_after,
        session.note,
        len(session.steps),
        sum(step.completed for step in session.steps),
    ]


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and (
        value.startswith(_ODD_START) or value.lstrip().startswith(_FORMULA)
    ):
        return "'" + value
    return value
