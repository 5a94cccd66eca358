from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.spreadsheet import (
    SESSION_COLUMNS,
    STEP_COLUMNS,
    sessions_to_csv,
    steps_to_csv,
)

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
HOLD = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 2, 30.0, 29.5, True)
some_sessions = st.lists(st.from_type(SessionRecord), max_size=3)
SIGNS = (*"=+-@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
TEXTS = ("session", "routine", "routine_name", "note", "stretch", "device")


def table(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def is_formula(cell: str) -> bool:
    """By the rules of spreadsheets: what they would not show as it is written."""
    return cell.startswith(("\t", "\r", "\n")) or cell.strip().startswith(SIGNS)


@given(some_sessions)
def test_a_row_a_hold_and_no_formula(sessions: list[SessionRecord]) -> None:
    rows = table(steps_to_csv(sessions))
    assert len(rows) == sum(max(1, len(s.steps)) for s in sessions)
    for row in rows:
        assert tuple(row) == STEP_COLUMNS
        assert [name for name in TEXTS if is_formula(row[name])] == []


@given(some_sessions)
def test_a_row_a_session_and_no_formula(sessions: list[SessionRecord]) -> None:
    rows = table(sessions_to_csv(sessions))
    assert len(rows) == len(sessions)
    for row, session in zip(rows, sessions, strict=True):
        assert tuple(row) == SESSION_COLUMNS
        assert not is_formula(row["note"])
        assert not is_formula(row["routine_name"])
        assert row["note"].removeprefix("'") == session.note.removeprefix("'")
        assert float(row["minutes_held"]) == pytest.approx(session.held_s / 60, abs=0.005)


@given(some_sessions)
def test_every_number_and_text_is_kept(sessions: list[SessionRecord]) -> None:
    rows = iter(table(steps_to_csv(sessions)))
    for session in sessions:
        for step in session.steps or (None,):
            row = next(rows)
            assert row["note"].removeprefix("'") == session.note.removeprefix("'")
            assert float(row["session_planned_s"]) == session.planned_s
            if step is None:
                assert (row["kind"], row["held_s"]) == ("", "")
                continue
            assert float(row["held_s"]) == step.held_s
            assert float(row["planned_s"]) == step.planned_s
            said = tuple("yes" if v else "no" for v in (step.completed, step.hurt))
            assert (row["completed"], row["hurt"]) == said


def test_the_columns_of_a_hold() -> None:
    session = SessionRecord(
        *("s", "desk-break", "Desk break", START, Ended.STOPPED, (HOLD,), START),
        pain_before=3,
        corrected_s=60.0,
        plan_level=2,
        device="d",
    )
    (row,) = table(steps_to_csv([session]))
    assert row == {
        "session": "s",
        "date": "2026-03-14",
        "routine": "desk-break",
        "routine_name": "Desk break",
        "started_at": "2026-03-14T23:30:00+02:00",
        "ended_at": "2026-03-14T23:30:00+02:00",
        "ended": "stopped",
        "pain_before": "3",
        "pain_after": "",
        "note": "",
        "kind": "hold",
        "stretch": "strap",
        "side": "left",
        "set": "2",
        "planned_s": "30.0",
        "held_s": "29.5",
        "completed": "yes",
        "hurt": "no",
        "session_planned_s": "0.0",
        "session_corrected_s": "60.0",
        "plan_level": "2",
        "device": "d",
    }


def test_the_columns_of_a_session() -> None:
    steps = (HOLD, replace(HOLD, completed=False))
    session = SessionRecord("s", "bed", "", START, Ended.HURT, steps, START, 3, 5, "Hm", 90.0)
    (row,) = table(sessions_to_csv([session]))
    assert row == {
        "date": "2026-03-14",
        "time": "23:30",
        "routine_name": "bed",
        "minutes_held": "0.98",
        "minutes_planned": "1.5",
        "ended": "hurt",
        "pain_before": "3",
        "pain_after": "5",
        "note": "Hm",
        "holds": "2",
        "holds_completed": "1",
    }


@pytest.mark.parametrize(
    "note", ["=1+1", "+1", "-1", "@a", " =1", "\t=1", "\n=1", "\u00a0=1", "\uff1d1", "\tx"]
)
def test_a_formula_is_made_a_text(note: str) -> None:
    session = SessionRecord("s", "r", "R", START, None, note=note)
    assert table(steps_to_csv([session]))[0]["note"] == "'" + note
    assert table(sessions_to_csv([session]))[0]["note"] == "'" + note


@pytest.mark.parametrize("note", ["1=1", "a -b", "'", "", 'Ünïcode, "quoted"\nsecond line'])
def test_other_texts_are_left_alone(note: str) -> None:
    session = SessionRecord("s", "r", "R", START, None, note=note)
    assert table(steps_to_csv([session]))[0]["note"] == note
