from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.store import writing
from supple.store.database import Database
from supple.store.history import History

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
END = START + timedelta(minutes=5)


@pytest.fixture
def begun(history: History, held: Callable[..., StepRecord]) -> History:
    history.open_session("s", "r", "R", START, planned_s=60, plan_level=2)
    history.add_step("s", held(30.0), START + timedelta(seconds=40), "t1")
    return history


def session(history: History) -> SessionRecord:
    found = history.session("s")
    assert found is not None
    return found


def test_what_was_held_adds_up(begun: History, held: Callable[..., StepRecord]) -> None:
    begun.add_step("s", held(12.5), END, "t2")
    assert (session(begun).held_s, [held_s for _, held_s, _ in begun.day_totals()]) == (
        42.5,
        [42.5],
    )


def test_an_answer_counts_as_a_change(begun: History, clock: Any) -> None:
    begun.close_session("s", Ended.FINISHED, END)
    clock.advance(24 * 3600)
    before = session(begun).changed_at
    begun.rate("s", pain_after=3)
    rated = session(begun)
    assert rated.pain_after == 3
    assert before is not None
    assert rated.changed_at is not None
    assert rated.changed_at > before


def test_a_session_that_ends_counts_as_changed_then(begun: History, clock: Any) -> None:
    clock.advance(9 * 24 * 3600)
    begun.close_session("s", Ended.CRASHED, END)
    assert session(begun).changed_at == END


def test_an_end_that_came_late_changes_nothing(begun: History) -> None:
    begun.close_session("s", Ended.FINISHED, END)
    before = session(begun)
    begun.close_session("s", Ended.STOPPED, END + timedelta(hours=1))
    assert session(begun) == before


def test_steps_that_come_after_a_correction_leave_it(
    begun: History, held: Callable[..., StepRecord]
) -> None:
    begun.close_session("s", Ended.FINISHED, END)
    begun.edit("s", held_s=100.0)
    begun.add_step("s", held(20.0), END, "t2")
    assert (session(begun).held_s, len(session(begun).steps)) == (100.0, 2)
    assert [held_s for _, held_s, _ in begun.day_totals()] == [100.0]


def test_marking_a_row_twice_changes_the_session_once(begun: History) -> None:
    begun.close_session("s", Ended.FINISHED, END)
    before = session(begun).changed_at
    begun.mark_hurt("t1")
    marked = session(begun)
    assert marked.changed_at is not None
    assert before is not None
    assert marked.changed_at > before
    begun.mark_hurt("t1")
    begun.mark_hurt("nobody")
    assert session(begun) == marked
    assert [step.hurt for step in marked.steps] == [True]


def test_a_session_nobody_knows_gets_no_step(
    database: Database, held: Callable[..., StepRecord]
) -> None:
    with pytest.raises(LookupError), database.transaction() as db:
        writing.add_step(db, "nobody", 1, held(), "t", START)
    assert database.rows("SELECT 1 FROM step") == []
