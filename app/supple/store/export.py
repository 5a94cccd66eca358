"""Sessions as JSON, as a table for spreadsheets, and as lines to read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from supple.core.record import SessionRecord, StepRecord

FORMAT = 1
CSV_COLUMNS = (
    *("session", "routine", "routine_name", "started_at", "ended_at", "ended"),
    *("pain_before", "pain_after", "note"),
    *("kind", "stretch", "side", "set", "planned_s", "held_s", "completed", "hurt"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def to_json(sessions: Iterable[SessionRecord]) -> str:
    """Every session with its steps; seconds, and ISO 8601 instants with their offset."""
    values = {"format": FORMAT, "sessions": [_session(s) for s in sessions]}
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n"


def to_csv(sessions: Iterable[SessionRecord]) -> bytes:
    """One row a step, UTF-8 with a byte order mark so that spreadsheets see the letters right.

    A session without steps gives one row with the step's columns empty. A text that a
    spreadsheet would run as a formula gets an apostrophe before it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(CSV_COLUMNS)
    for session in sessions:
        head = _csv_head(session)
        for step in session.steps or (None,):
            writer.writerow([_cell(v) for v in (*head, *_csv_step(step))])
    return out.getvalue().encode("utf-8-sig")


def to_lines(sessions: Sequence[SessionRecord]) -> list[str]:
    """A plain table: when, how long was held, how it ended, which routine."""
    if not sessions:
        return ["No sessions yet."]
    rows = [("Started", "Held", "Ended", "Routine")]
    rows += [(*_when(s), s.routine_name or s.routine) for s in sessions]
    widths = [max(len(row[i]) for row in rows) for i in range(3)]
    return [
        f"{a:<{widths[0]}}  {b:>{widths[1]}}  {c:<{widths[2]}}  {_one_line(d)}"
        for a, b, c, d in rows
    ]


def _when(session: SessionRecord) -> tuple[str, str, str]:
    minutes, seconds = divmod(round(session.held_s), 60)
    ended = "running" if session.ended is None else session.ended.value
    return session.started_at.strftime("%Y-%m-%d %H:%M"), f"{minutes}:{seconds:02}", ended


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _session(session: SessionRecord) -> dict[str, object]:
    ended_at = session.ended_at
    return {
        "id": session.id,
        "routine": session.routine,
        "routine_name": session.routine_name,
        "started_at": session.started_at.isoformat(),
        "ended_at": None if ended_at is None else ended_at.isoformat(),
        "ended": None if session.ended is None else session.ended.value,
        "pain_before": session.pain_before,
        "pain_after": session.pain_after,
        "note": session.note,
        "steps": [_step(s) for s in session.steps],
    }


def _step(step: StepRecord) -> dict[str, object]:
    return {
        "kind": step.kind.value,
        "stretch": step.stretch,
        "side": step.side.value,
        "set": step.set,
        "planned_s": step.planned_s,
        "held_s": step.held_s,
        "completed": step.completed,
        "hurt": step.hurt,
    }


def _csv_head(session: SessionRecord) -> tuple[object, ...]:
    values = _session(session)
    names = ("id", *CSV_COLUMNS[1:9])
    return tuple(values[name] for name in names)


def _csv_step(step: StepRecord | None) -> tuple[object, ...]:
    names = CSV_COLUMNS[9:]
    return ("",) * len(names) if step is None else tuple(_step(step)[name] for name in names)


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return "'" + value
    return value
