from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.event import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step import StepKind
from supple.store.export import CSV_COLUMNS, to_csv, to_json, to_lines

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
seconds = st.floats(0, 1e6)
instants = st.datetimes(timezones=st.sampled_from([START.tzinfo]))
steps = st.builds(
    StepRecord,
    kind=st.sampled_from([StepKind.HOLD, StepKind.REPS]),
    stretch=texts,
    side=st.sampled_from(Side),
    set=st.integers(1, 20),
    planned_s=seconds,
    held_s=seconds,
    completed=st.booleans(),
    hurt=st.booleans(),
)
pains = st.none() | st.integers(0, 10)
sessions = st.builds(
    SessionRecord,
    id=texts,
    routine=texts,
    routine_name=texts,
    started_at=instants,
    ended=st.none() | st.sampled_from(Ended),
    steps=st.lists(steps, max_size=4).map(tuple),
    ended_at=st.none() | instants,
    pain_before=pains,
    pain_after=pains,
    note=texts,
)


def back(values: dict[str, object]) -> SessionRecord:
    """A session from its JSON, to see that nothing was lost."""
    fields = dict(values)
    fields["started_at"] = datetime.fromisoformat(str(values["started_at"]))
    if values["ended_at"] is not None:
        fields["ended_at"] = datetime.fromisoformat(str(values["ended_at"]))
    if values["ended"] is not None:
        fields["ended"] = Ended(str(values["ended"]))
    rows = values["steps"]
    assert isinstance(rows, list)
    fields["steps"] = tuple(
        StepRecord(**{**row, "kind": StepKind(row["kind"]), "side": Side(row["side"])})
        for row in rows
    )
    return SessionRecord(**fields)  # type: ignore[arg-type]


@given(st.lists(sessions, max_size=3))
def test_json_holds_everything(given_sessions: list[SessionRecord]) -> None:
    values = json.loads(to_json(given_sessions))
    assert values["format"] == 1
    assert [back(v) for v in values["sessions"]] == given_sessions


def test_json_has_the_promised_keys() -> None:
    step = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 2, 30.0, 29.5, True)
    session = SessionRecord("s", "desk-break", "Desk break", START, None, (step,))
    (values,) = json.loads(to_json([session]))["sessions"]
    assert values["id"] == "s"
    assert values["routine"] == "desk-break"
    assert values["started_at"] == "2026-03-14T23:30:00+02:00"
    assert values["ended"] is None
    assert values["steps"][0].items() >= {
        ("kind", "hold"),
        ("stretch", "strap"),
        ("side", "left"),
        ("set", 2),
        ("planned_s", 30.0),
        ("held_s", 29.5),
    }


def table(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@given(st.lists(sessions, max_size=3))
def test_csv_has_a_row_a_step_and_no_formula(given_sessions: list[SessionRecord]) -> None:
    content = to_csv(given_sessions)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = table(content)
    assert len(rows) == sum(max(1, len(s.steps)) for s in given_sessions)
    for row in rows:
        assert tuple(row) == CSV_COLUMNS
        for name in ("session", "routine", "routine_name", "note", "stretch"):
            assert not row[name].strip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.lists(sessions.filter(lambda s: bool(s.steps)), max_size=3))
def test_csv_keeps_every_number_and_text(given_sessions: list[SessionRecord]) -> None:
    rows = iter(table(to_csv(given_sessions)))
    for session in given_sessions:
        for step in session.steps:
            row = next(rows)
            assert float(row["held_s"]) == step.held_s
            assert float(row["planned_s"]) == step.planned_s
            assert row["note"].removeprefix("'") == session.note.removeprefix("'")
            assert (row["completed"], row["hurt"]) == tuple(
                "yes" if v else "no" for v in (step.completed, step.hurt)
            )


@pytest.mark.parametrize("note", ["=1+1", "+1", "-1", "@a", " =1", "\t=1", "\n=1"])
def test_a_formula_is_made_a_text(note: str) -> None:
    session = SessionRecord("s", "r", "R", START, None, note=note)
    assert table(to_csv([session]))[0]["note"] == "'" + note


def test_lines_are_a_table() -> None:
    hold = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 95.4, True)
    sessions = [
        SessionRecord("a", "desk-break", "Desk break", START, Ended.FINISHED, (hold,)),
        SessionRecord("b", "bed\n", "", START - timedelta(days=1), None),
    ]
    assert to_lines(sessions) == [
        "Started           Held  Ended     Routine",
        "2026-03-14 23:30  1:35  finished  Desk break",
        "2026-03-13 23:30  0:00  running   bed ",
    ]


def test_no_sessions_are_said() -> None:
    assert to_lines([]) == ["No sessions yet."]
