from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest

from supple.core.ended import Ended
from supple.core.problem import UserError
from supple.core.record import StepRecord
from supple.store.database import Database
from supple.store.history import History
from supple.store.practice import Practice

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
SATURDAY = date(2026, 3, 14)
Held = Callable[..., StepRecord]


def record(history: History, id_: str, at: datetime, *steps: StepRecord) -> None:
    history.open_session(id_, "r", "R", at)
    for number, step in enumerate(steps, 1):
        history.add_step(id_, step, at + timedelta(seconds=40 * number))


def test_what_was_practised_is_told_oldest_first(history: History, held: Held) -> None:
    for n in range(3):
        record(history, f"s{n}", START + timedelta(days=n), held(10.0 * n))
        history.close_session(f"s{n}", Ended.FINISHED, START + timedelta(days=n, minutes=5))
    history.rate("s1", 4, 2)
    history.discard("s2")
    assert history.practice(SATURDAY) == [
        Practice(SATURDAY, "r", 0.0, None, None, False),
        Practice(date(2026, 3, 15), "r", 10.0, 4, 2, False),
    ]
    assert [p.day.day for p in history.practice(date(2026, 3, 15))] == [15]
    assert [p.day.day for p in history.practice(SATURDAY, limit=1)] == [15]
    assert [p.day.day for p in history.practice(date.min, 0, 9)] == [14, 15]


@pytest.mark.parametrize(
    ("held_s", "values", "cut"),
    [
        (30.0, {}, False),
        (30.0, {"hurt": True}, True),
        (12.0, {"completed": False}, True),
        (0.0, {"completed": False}, False),
        (35.0, {"completed": False}, False),
    ],
)
def test_a_step_broken_off_or_hurt_cuts_a_session(
    held_s: float, values: dict[str, bool], cut: bool, history: History, held: Held
) -> None:
    record(history, "s", START, held(), held(held_s, **values))
    assert [p.cut for p in history.practice(SATURDAY)] == [cut]
    history.close_session("s", Ended.CRASHED, START)
    assert [p.cut for p in history.practice(SATURDAY)] == [False]


def test_the_small_hours_belong_to_the_day_before(history: History, held: Held) -> None:
    record(history, "s", START + timedelta(hours=2), held())
    assert [p.day.day for p in history.practice(SATURDAY, 4)] == [14]
    assert history.practice(date(2026, 3, 15), 4) == []


def test_a_row_that_cannot_be_understood_is_told(
    history: History, database: Database, held: Held
) -> None:
    record(history, "s", START, held())
    with database.transaction() as db:
        db.execute("UPDATE session SET local_date = '2026-13-01'")
    with pytest.raises(UserError, match="cannot be read"):
        history.practice(SATURDAY)


def test_it_loads_none_of_the_sessions_types() -> None:
    code = "import sys, supple.store.practice; "
    code += "print([m for m in ('supple.core.step', 'supple.core.routine') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_cut_steps_are_found_by_their_own_index(
    history: History, database: Database, held: Held
) -> None:
    record(history, "s", START, held(12.0, completed=False))
    from supple.store.practice import _PRACTICE

    values = (0, "2026-03-14", "2026-03-13", -1)
    plan = str(database.rows(f"EXPLAIN QUERY PLAN {_PRACTICE}", values))
    assert "step_cut (session=?)" in plan
    assert "session_by_start (started_utc>?)" in plan
