from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from supple.core.ended import Ended
from supple.core.problem import UserError
from supple.core.record import StepRecord
from supple.store.database import Database
from supple.store.history import History
from supple.store.rows import read_sessions

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def two(history: History, held: Callable[..., StepRecord]) -> None:
    for name, holds in (("a", (1.0, 2.0)), ("b", (3.0,))):
        history.open_session(name, "r", "R", START)
        for held_s in holds:
            history.add_step(name, held(held_s), START)


@pytest.mark.usefixtures("two")
def test_each_session_gets_its_own_steps_in_order(database: Database) -> None:
    sessions = read_sessions(database, "ORDER BY id DESC")
    assert [(s.id, [t.held_s for t in s.steps]) for s in sessions] == [("b", [3.0]), ("a", [1, 2])]


@pytest.mark.usefixtures("two")
def test_a_clause_picks(database: Database) -> None:
    assert [s.id for s in read_sessions(database, "WHERE id = ?", ("b",))] == ["b"]
    assert read_sessions(database, "WHERE id = 'c'") == []


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("utc", ["2026-13-14T21:30:00.000000Z", "0001-01-01T00:00:00.000000Z"])
def test_a_row_that_cannot_be_understood_is_told(utc: str, database: Database) -> None:
    with database.transaction() as db:
        db.execute("UPDATE session SET started_utc = ?, started_offset_min = -600", (utc,))
    with pytest.raises(UserError, match="cannot be read"):
        read_sessions(database, "")


def test_a_row_gives_all_it_holds(history: History, held: Callable[..., StepRecord]) -> None:
    history.open_session("s", "r", "R", START, planned_s=60, plan_level=3)
    history.add_step("s", held(30.0), START + timedelta(seconds=40), "t")
    history.close_session("s", Ended.STOPPED, START + timedelta(minutes=1))
    history.edit("s", held_s=45.0)
    history.discard("s")
    session = history.session("s")
    assert session is not None
    assert (session.planned_s, session.plan_level, session.corrected_s) == (60.0, 3, 45.0)
    assert session.device == history.device
    assert session.changed_at is not None
    assert session.deleted_at == START
    (step,) = session.steps
    assert (step.id, step.ended_at) == ("t", START + timedelta(seconds=40))
    assert step.ended_at is not None
    assert step.ended_at.utcoffset() == timedelta(hours=2)
