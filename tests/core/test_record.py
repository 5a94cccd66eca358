"""What history keeps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from supple.core.event import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step import StepKind


def held(seconds: float) -> StepRecord:
    return StepRecord(StepKind.HOLD, "s", Side.LEFT, 1, 30.0, seconds, completed=True)


def test_held_is_what_was_held_not_what_was_planned() -> None:
    when = datetime(2026, 3, 5, 10, tzinfo=UTC)
    session = SessionRecord("1", "r", "R", when, Ended.STOPPED, (held(30.0), held(4.5)))
    assert session.held_s == 34.5


def test_the_day_is_the_one_on_the_wall_where_it_was_done() -> None:
    late = datetime(2026, 3, 5, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    session = SessionRecord("1", "r", "R", late, None)
    assert session.day == date(2026, 3, 5)
    assert session.held_s == 0
