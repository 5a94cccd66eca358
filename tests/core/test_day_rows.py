"""The rows of "Today's plan"."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from supple.core.breaks.times import fixed_of
from supple.core.day_rows import DayRows, DayTimes, day_rows, lead
from supple.core.ended import Ended
from supple.core.my_plan import Known
from supple.core.offer import Offer
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step import StepKind
from supple.core.today import Done

TODAY = date(2026, 10, 22)
DESK = Offer("desk-break", "Desk break", "", "", "", "4 min", "On your chair", "", "")
LYING = Offer("lying-down", "Lying down", "", "", "", "9 min", "Lying down", "Mat, strap", "")
KNOWN = Known((DESK, LYING), {"": DESK, "bedtime": LYING}, {"full": "Full session"})


def session(hour: int, minute: int, routine: str) -> SessionRecord:
    started = datetime(2026, 10, 22, hour, minute, tzinfo=UTC)
    step = StepRecord(StepKind.HOLD, "seated-heel-out", Side.LEFT, 1, 60.0, 60.0, completed=True)
    return SessionRecord(
        id=f"{hour}",
        routine=routine,
        routine_name=routine,
        started_at=started,
        ended=Ended.FINISHED,
        steps=(step,),
    )


def rows_of(times: str, *done: SessionRecord, known: Known = KNOWN, hour: int = 12) -> DayRows:
    now = datetime(2026, 10, 22, hour, 0, tzinfo=UTC)
    fixed = [fixed_of(text) for text in times.split("; ") if text]
    told = [
        Done(
            f"{s.started_at:%H:%M}",
            s.routine_name,
            "1 min held",
            hurt=s.ended is Ended.HURT,
            early=s.ended in (Ended.STOPPED, Ended.CRASHED),
        )
        for s in done
    ]
    return day_rows(DayTimes(now, fixed, range(5), known), TODAY, done, told)


def test_the_day_of_the_mock_up() -> None:
    found = rows_of("10:30; 14:30; 20:00 daily routine:lying-down", session(10, 32, "desk-break"))
    done, coming, later = found.rows
    assert (done.at, done.name, done.detail) == ("10:30", "desk-break", "At 10:32, 1 min held")
    assert done.done is not None
    assert (coming.at, coming.detail, coming.next) == ("14:30", "4 min, on your chair", True)
    assert (later.name, later.detail) == ("Lying down", "9 min, mat and strap")
    assert (later.routine, later.next) == ("lying-down", False)
    assert (found.to_come, found.open) == (2, 2)


@pytest.mark.parametrize(
    ("ended", "again"),
    [
        (Ended.FINISHED, ""),
        (Ended.STOPPED, "lying-down"),
        (Ended.CRASHED, "lying-down"),
        (Ended.HURT, ""),
    ],
)
def test_what_was_broken_off_may_be_begun_again_unless_it_hurt(ended: Ended, again: str) -> None:
    short = replace(session(19, 58, "lying-down"), ended=ended)
    times = "20:00 daily routine:lying-down"
    found = rows_of(times, short, hour=20)
    (row,) = found.rows
    assert (row.routine, row.done is not None) == (again, True)
    first = "Stopped early at" if again else "At"
    assert row.detail == f"{first} 19:58, 1 min held"
    assert (row.near, row.next, found.open) == (False, False, 0)
    (row,) = rows_of(times, short, hour=20, known=Known()).rows
    assert row.routine == "", "nothing may be done"


def test_what_was_done_besides_has_its_place_among_the_times() -> None:
    found = rows_of("10:30; 20:00 bedtime", session(8, 0, "morning"), session(10, 30, "desk-break"))
    assert [row.at for row in found.rows] == ["08:00", "10:30", "20:00"]
    assert [row.done is not None for row in found.rows] == [True, True, False]


def test_a_routine_that_is_left_out_is_not_offered_and_named() -> None:
    (row,) = rows_of("20:00 daily routine:full").rows
    assert (row.name, row.routine) == ("Desk break", "desk-break")
    assert row.detail == "4 min, in place of Full session"
    (row,) = rows_of("20:00 daily routine:gone").rows
    assert row.detail.endswith("in place of what is gone")


def test_what_is_to_be_read_first_says_so_until_the_questions_are_answered() -> None:
    red = replace(LYING, read_first=True)
    known = Known((red,), {"": red})
    for unanswered in (True, False):
        rows = rows_of("20:00 bedtime; 10:30", known=replace(known, unanswered=unanswered)).rows
        assert [row.read_first for row in rows if row.routine] == [unanswered]


def test_where_nothing_may_be_done_nothing_is_to_be_started() -> None:
    (row,) = rows_of("20:00 bedtime", known=Known()).rows
    assert (row.name, row.routine) == ("Nothing for now", "")


def test_what_is_near_leads_and_what_comes_before_what_went_by() -> None:
    found = rows_of("11:30; 12:20; 15:00").rows
    assert [row.near for row in found] == [True, True, False]
    assert lead(found) is found[1]
    assert lead(rows_of("11:30; 15:00").rows) == found[0]
    assert lead(rows_of("09:00; 15:00").rows) is None
    done = rows_of("12:20; 15:00", session(12, 0, "desk-break")).rows
    assert lead(done) is None


def test_without_a_time_today_there_are_no_rows() -> None:
    assert rows_of("20:00 mon", session(10, 0, "desk-break")) == DayRows()
