from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.record_json import ID_LENGTH
from supple.store.whole_rows import OTHER_DEVICE, whole_assessment, whole_day_off, whole_session

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
HOLD = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 20.0, True)


@given(st.from_type(SessionRecord))
def test_a_whole_session_stays_as_it_is(session: SessionRecord) -> None:
    whole = whole_session(session)
    assert replace(whole, steps=()) == replace(session, steps=())
    order = [(step.ended_at or START, step.id) for step in whole.steps]
    assert order == sorted(order)
    assert sorted(whole.steps, key=lambda s: s.id) == sorted(session.steps, key=lambda s: s.id)


@given(st.from_type(Assessment))
def test_a_whole_check_stays_as_it_is(check: Assessment) -> None:
    assert whole_assessment(check) == check


@given(st.from_type(DayOff))
def test_a_whole_day_off_stays_as_it_is(day_off: DayOff) -> None:
    assert whole_day_off(day_off) == day_off


@given(st.from_type(SessionRecord))
def test_what_an_old_file_does_not_say_is_made_up_for(session: SessionRecord) -> None:
    old = replace(
        session,
        steps=tuple(replace(step, id="", ended_at=None) for step in session.steps),
        device="",
        changed_at=None,
    )
    whole = whole_session(old)
    assert whole == whole_session(old)
    assert (whole.device, whole.changed_at) == (OTHER_DEVICE, session.ended_at)
    ids = [step.id for step in whole.steps]
    assert len({*ids}) == len(ids)
    assert all(0 < len(id_) <= ID_LENGTH for id_ in ids)
    # The database keeps steps in the order of their ends.
    order = [(step.ended_at, step.id) for step in whole.steps]
    assert order == sorted(order, key=lambda key: key[0] or START)
    assert len({at for at, _ in order}) == len(order)
    assert whole.held_s == session.held_s
    assert [step.held_s for step in whole.steps] == [step.held_s for step in session.steps]


def test_steps_of_two_sessions_have_other_ids() -> None:
    one, other = (SessionRecord(i, "r", "R", START, None, (HOLD,)) for i in ("a", "b"))
    assert whole_session(one).steps[0].id != whole_session(other).steps[0].id


def test_a_session_that_was_running_ends_with_its_last_step() -> None:
    whole = whole_session(SessionRecord("s", "r", "R", START, None, (HOLD, HOLD)))
    assert whole.ended is Ended.CRASHED
    assert whole.ended_at == START + timedelta(seconds=40, microseconds=2)
    assert whole_session(SessionRecord("s", "r", "R", START, None)).ended_at == START


def test_checks_and_days_off_are_made_whole() -> None:
    check = whole_assessment(Assessment("a", Check.TOE_TOUCH, START))
    assert (check.device, check.changed_at) == (OTHER_DEVICE, START)
    day_off = whole_day_off(DayOff("o", date(2026, 3, 14), Off.REST))
    assert (day_off.device, day_off.changed_at) == (
        OTHER_DEVICE,
        datetime(2026, 3, 14, tzinfo=UTC),
    )
