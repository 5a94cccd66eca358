from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.merge import merge
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.sifting import Known, sift
from supple.core.step_kind import StepKind

BEGAN = datetime(2026, 3, 14, 21, 30, tzinfo=UTC)
NOW = BEGAN + timedelta(days=2)
MINUTE = timedelta(minutes=1)
NOTHING = Known()


def step(number: int, **values: object) -> StepRecord:
    made = StepRecord(
        kind=StepKind.HOLD,
        stretch="strap",
        side=Side.LEFT,
        set=1,
        planned_s=30.0,
        held_s=30.0,
        completed=True,
        id=f"t{number}",
        ended_at=BEGAN + number * MINUTE,
    )
    return replace(made, **values)  # type: ignore[arg-type]


def session(
    id_: str = "s", *, steps: int = 2, changed: int = 10, **values: object
) -> SessionRecord:
    made = SessionRecord(
        id=id_,
        routine="desk-break",
        routine_name="Desk break",
        started_at=BEGAN,
        ended=Ended.FINISHED,
        steps=tuple(step(n) for n in range(steps)),
        ended_at=BEGAN + 10 * MINUTE,
        device="d",
        changed_at=BEGAN + changed * MINUTE,
    )
    return replace(made, **values)  # type: ignore[arg-type]


def known(*sessions: SessionRecord) -> Known:
    ids = frozenset(s.id for row in sessions for s in row.steps)
    return Known(Contents(sessions=sessions), ids, frozenset(row.started_at for row in sessions))


def sifted(found: SessionRecord, base: Known = NOTHING) -> tuple[SessionRecord, ...]:
    return sift(Contents(sessions=(found,)), base, NOW).sessions


def test_with_no_copy_everything_is_news() -> None:
    assert sifted(session()) == (session(),)


def test_what_the_copy_has_is_no_news() -> None:
    assert sifted(session(), known(session())) == ()


def test_a_row_changed_later_is_taken_with_the_steps_of_both() -> None:
    later = session(steps=3, changed=11, note="felt good")
    (taken,) = sifted(later, known(session()))
    assert (taken.note, [s.id for s in taken.steps]) == ("felt good", ["t0", "t1", "t2"])


def test_a_text_damaged_without_a_change_is_not_taken() -> None:
    assert sifted(session(routine_name="Desk brezk"), known(session())) == ()


def test_a_hold_the_copy_has_is_never_taken_from_the_file() -> None:
    damaged = session(changed=11, steps=0, note="new")
    damaged = replace(damaged, steps=(step(0, held_s=90.0), step(1, hurt=True)))
    (taken,) = sifted(damaged, known(session()))
    assert taken.steps == (step(0), step(1, hurt=True))


def test_a_hold_missing_in_the_copy_is_added_to_the_older_row() -> None:
    (taken,) = sifted(session(steps=3, note="?"), known(session()))
    assert taken == session(steps=3)


def test_a_session_whose_id_was_damaged_is_not_counted_twice() -> None:
    assert sifted(session("z"), known(session())) == ()
    moved = session("z", started_at=BEGAN + MINUTE)
    assert sifted(moved, known(session())) == ()


def test_a_step_whose_id_was_damaged_is_not_counted_twice() -> None:
    twice = replace(session(), steps=(step(0), step(0, id="z"), step(1)))
    assert sifted(twice)[0].steps == (step(0), step(1))
    assert sifted(replace(twice, changed_at=BEGAN + 11 * MINUTE), known(session()))[0].steps == (
        step(0),
        step(1),
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"held_s": 1e9},
        {"held_s": -1.0},
        {"ended_at": None},
        {"ended_at": BEGAN + timedelta(days=400)},
        {"ended_at": BEGAN - timedelta(days=400)},
    ],
)
def test_a_hold_that_cannot_have_been_is_left_out(wrong: dict[str, object]) -> None:
    found = replace(session(), steps=(step(0, **wrong), step(1)))
    assert sifted(found)[0].steps == (step(1),)


@pytest.mark.parametrize("year", [1026, 2926])
def test_a_session_of_another_age_is_left_out(year: int) -> None:
    assert sifted(session(started_at=BEGAN.replace(year=year), steps=0)) == ()


def test_a_change_of_the_future_is_no_reason_to_win() -> None:
    future = session(changed_at=BEGAN.replace(year=2926), note="?")
    assert sifted(future, known(session())) == ()
    assert sifted(future)[0].changed_at == future.ended_at


def test_checks_and_days_off_are_taken_when_newer() -> None:
    check = Assessment("a", Check.LEG_RAISE, BEGAN, 60.0, 62.0, changed_at=BEGAN)
    off = DayOff("o", date(2026, 3, 14), Off.ILL, changed_at=BEGAN)
    found = Contents(assessments=(check,), days_off=(off,))
    assert sift(found, NOTHING, NOW) == found
    assert sift(found, Known(found), NOW) == Contents()
    later = replace(off, off=Off.REST, changed_at=BEGAN + MINUTE)
    assert sift(Contents(days_off=(later,)), Known(found), NOW).days_off == (later,)
    never = replace(check, changed_at=BEGAN.replace(year=2926))
    assert sift(Contents(assessments=(never,)), NOTHING, NOW) == Contents()


@given(
    st.integers(0, 5),
    st.integers(0, 5),
    st.integers(0, 20),
    st.integers(0, 20),
    st.text(max_size=3),
)
def test_a_copy_never_loses_by_what_is_read(
    here: int, there: int, changed: int, later: int, note: str
) -> None:
    ours = session(steps=here, changed=changed)
    theirs = session(steps=there, changed=later, note=note)
    news = sift(Contents(sessions=(theirs,)), known(ours), NOW)
    (after,) = merge(Contents(sessions=(ours,)), news).sessions
    assert {s.id for s in after.steps} == {s.id for s in (*ours.steps, *theirs.steps)}
    assert after.held_s == max(ours.held_s, theirs.held_s)
    assert after.note == (theirs.note if later > changed else ours.note)
    assert sift(news, Known(Contents(sessions=(after,)), {s.id for s in after.steps}), NOW) == (
        Contents()
    )
