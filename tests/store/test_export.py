from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.problem import UserError
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store import atomic
from supple.store.database import Database
from supple.store.export import Format, exported, to_json, to_lines, write
from supple.store.record_json import read_assessment, read_day_off, read_session

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
HOLD = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 95.4, True, id="t", ended_at=START)


def session(id_: str, started_at: datetime = START, **values: object) -> SessionRecord:
    fields = {"ended": Ended.FINISHED, "ended_at": started_at, "steps": (HOLD,), **values}
    return SessionRecord(id_, "desk-break", "Desk break", started_at, **fields)  # type: ignore[arg-type]


@given(st.from_type(Contents))
def test_json_holds_everything(contents: Contents) -> None:
    values = json.loads(to_json(contents))
    assert values["format"] == 2
    assert values["program"].startswith("Supple ")
    back = Contents(
        tuple(read_session(v) for v in values["sessions"]),
        tuple(read_assessment(v) for v in values["assessments"]),
        tuple(read_day_off(v) for v in values["days_off"]),
    )
    for name in ("sessions", "assessments", "days_off"):
        given_rows = sorted(getattr(contents, name), key=lambda row: row.id)
        assert sorted(getattr(back, name), key=lambda row: row.id) == given_rows


@given(st.from_type(Contents))
def test_json_is_the_same_in_whatever_order_the_rows_come(contents: Contents) -> None:
    turned = Contents(contents.sessions[::-1], contents.assessments[::-1], contents.days_off[::-1])
    assert to_json(turned) == to_json(contents)


def test_json_has_a_row_a_line_oldest_first() -> None:
    contents = Contents(
        (session("late"), session("early", START - timedelta(days=1))),
        (Assessment("a", Check.LEG_RAISE, START, 71.5, 68.0),),
        (DayOff("o", date(2026, 3, 13), Off.ILL),),
    )
    lines = to_json(contents).splitlines()
    assert lines[1] == '"format": 2,'
    assert [line[:14] for line in lines if line.startswith("{")] == [
        "{",
        '{"id": "early"',
        '{"id": "late",',
        '{"id": "a", "d',
        '{"id": "o", "d',
    ]


def test_json_of_nothing_is_small_and_whole() -> None:
    values = json.loads(to_json(Contents()))
    assert [values[name] for name in ("sessions", "assessments", "days_off")] == [[], [], []]


def test_deleted_sessions_are_in_the_json_alone() -> None:
    contents = Contents((session("kept"), session("gone", deleted_at=START)))
    assert b'"gone"' in exported(contents, Format.JSON)
    for to in (Format.CSV, Format.SESSIONS_CSV, Format.ICS):
        assert b"gone" not in exported(contents, to)
    assert b"kept" in exported(contents, Format.CSV)
    assert b"kept" in exported(contents, Format.ICS)


def test_tables_are_newest_first() -> None:
    contents = Contents((session("early", START - timedelta(days=1)), session("late")))
    rows = exported(contents, Format.CSV).decode("utf-8-sig").splitlines()
    assert [row.split(",")[0] for row in rows] == ["session", "late", "early"]
    days = exported(contents, Format.SESSIONS_CSV).decode("utf-8-sig").splitlines()
    assert [row.split(",")[0] for row in days] == ["date", "2026-03-14", "2026-03-13"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("x.csv", Format.CSV),
        ("x.CSV", Format.CSV),
        ("x.ics", Format.ICS),
        ("x.json", Format.JSON),
        ("x", Format.JSON),
    ],
)
def test_the_ending_asks_for_a_format(name: str, wanted: Format) -> None:
    assert Format.of(Path(name)) is wanted
    assert Format.of(None) is Format.JSON


def test_an_export_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "history.json"
    target.write_bytes(b"old")
    write(target, b"new")
    assert target.read_bytes() == b"new"


def test_an_export_never_takes_the_place_of_a_history(tmp_path: Path) -> None:
    target = tmp_path / "history.db"
    Database.open(target).close()
    before = target.read_bytes()
    with pytest.raises(UserError, match=r"history\.db is a history or a backup\. Name another"):
        write(target, b"new")
    assert target.read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"out\.csv cannot be written: .*\. Name a file in"):
        write(tmp_path / "none" / "out.csv", b"new")
    with pytest.raises(UserError, match="cannot be written"):
        write(tmp_path, b"new")


def test_lines_are_a_table() -> None:
    sessions = [
        session("a"),
        SessionRecord("b", "bed\n", "", START - timedelta(days=1), None),
    ]
    assert to_lines(sessions) == [
        "Started           Held  Ended     Routine",
        "2026-03-14 23:30  1:35  finished  Desk break",
        "2026-03-13 23:30  0:00  running   bed ",
    ]


def test_no_sessions_are_said() -> None:
    assert to_lines([]) == ["No sessions yet."]


def test_a_pipe_is_written_to(tmp_path: Path, pipe_at: Callable[[Path], Path]) -> None:
    pipe = pipe_at(tmp_path / "pipe")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(pipe, b"through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)


def test_who_opens_the_history_is_not_held_up_by_a_slow_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = threading.Event()

    def open_it() -> None:
        with Database.open(tmp_path / "history.db"):
            opened.set()

    def slowly(target: Path, content: bytes) -> None:
        other = threading.Thread(target=open_it)
        other.start()
        other.join(60)

    monkeypatch.setattr(atomic, "write_out", slowly)
    write(tmp_path / "out.csv", b"new")
    assert opened.is_set()
