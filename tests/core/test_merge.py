from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check, Feel
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.merge import (
    canonical,
    merge,
    merge_assessment,
    merge_day_off,
    merge_session,
    merge_steps,
)
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))

# Few values, so that equal ids, equal instants and equal instants in other zones are common.
ids = st.sampled_from(["a", "b", "c"])
zones = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(minutes=-210))])
instants = st.builds(
    lambda n, zone: (START + timedelta(microseconds=n)).astimezone(zone), st.integers(0, 2), zones
)
changes = st.none() | instants
steps = st.builds(
    StepRecord,
    kind=st.just(StepKind.HOLD),
    stretch=st.sampled_from(["strap", "wall"]),
    side=st.sampled_from(Side),
    set=st.just(1),
    planned_s=st.just(30.0),
    held_s=st.sampled_from([12.5, 30, 30.0]),
    completed=st.booleans(),
    hurt=st.booleans(),
    id=st.sampled_from(["s1", "s2", "s3"]),
    ended_at=instants,
)
sessions = st.builds(
    SessionRecord,
    id=ids,
    routine=st.just("desk-break"),
    routine_name=st.just("Desk break"),
    started_at=instants,
    ended=st.sampled_from([Ended.FINISHED, Ended.CRASHED]),
    steps=st.lists(steps, max_size=3).map(tuple),
    pain_after=st.sampled_from([None, 0, 3]),
    note=st.sampled_from(["", "Ü"]),
    corrected_s=st.sampled_from([None, 60.0]),
    changed_at=changes,
    deleted_at=changes,
)
assessments = st.builds(
    Assessment,
    id=ids,
    check=st.just(Check.LEG_RAISE),
    at=instants,
    left=st.sampled_from([None, 71.5]),
    changed_at=changes,
    deleted_at=changes,
)
days_off = st.builds(
    DayOff,
    id=ids,
    day=st.sampled_from([date(2026, 3, 14), date(2026, 3, 15)]),
    off=st.sampled_from(Off),
    changed_at=changes,
    deleted_at=changes,
)
contents = st.builds(
    Contents,
    st.lists(sessions, max_size=3).map(tuple),
    st.lists(assessments, max_size=3).map(tuple),
    st.lists(days_off, max_size=3).map(tuple),
)


def texts(whole: Contents) -> list[str]:
    """All of it, offsets included: instants that are equal may still differ in those."""
    return [canonical(row) for row in (*whole.sessions, *whole.assessments, *whole.days_off)]


def session(**values: object) -> SessionRecord:
    fixed = {"id": "a", "routine": "r", "routine_name": "R", "started_at": START}
    return SessionRecord(**{**fixed, "ended": Ended.FINISHED, **values})  # type: ignore[arg-type]


def step(id_: str, at: datetime = START, **values: object) -> StepRecord:
    made = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 30.0, True, id=id_, ended_at=at)
    return replace(made, **values)  # type: ignore[arg-type]


@given(contents, contents, contents)
def test_any_order_and_any_grouping_give_the_same_history(
    a: Contents, b: Contents, c: Contents
) -> None:
    results = {
        tuple(texts(result))
        for x, y, z in permutations((a, b, c))
        for result in (merge(merge(x, y), z), merge(x, merge(y, z)))
    }
    assert len(results) == 1


@given(contents, contents)
def test_taking_the_same_in_again_changes_nothing(a: Contents, b: Contents) -> None:
    both = merge(a, b)
    for again in (a, b, both, Contents()):
        assert texts(merge(both, again)) == texts(both)


@given(contents, contents)
def test_nothing_is_lost_and_nothing_is_made_up(a: Contents, b: Contents) -> None:
    both = merge(a, b)
    for name in ("sessions", "assessments", "days_off"):
        given_ids = {row.id for whole in (a, b) for row in getattr(whole, name)}
        assert [row.id for row in getattr(both, name)] == sorted(given_ids)
    for row in both.sessions:
        states = [s for s in (*a.sessions, *b.sessions) if s.id == row.id]
        assert canonical(row, "steps") in {canonical(s, "steps") for s in states}
        assert {s.id for s in row.steps} == {s.id for state in states for s in state.steps}


@given(st.lists(steps, max_size=6))
def test_steps_stand_in_the_order_they_ended_in_and_keep_that_they_hurt(
    given_steps: list[StepRecord],
) -> None:
    merged = merge_steps(given_steps)
    assert list(merged) == sorted(merged, key=lambda s: (s.ended_at or START, s.id))
    assert {s.id for s in merged if s.hurt} == {s.id for s in given_steps if s.hurt}


def test_the_state_changed_last_wins_as_a_whole() -> None:
    old = session(note="long", pain_after=2, changed_at=START)
    new = session(note="", pain_after=None, changed_at=START + timedelta(microseconds=1))
    assert merge_session(old, new) == merge_session(new, old) == new


@pytest.mark.parametrize("deleted_first", [True, False])
def test_a_deletion_and_an_edit_follow_the_clock(deleted_first: bool) -> None:
    first, last = START, START + timedelta(seconds=5)
    deletion = first if deleted_first else last
    deleted = session(deleted_at=deletion, changed_at=deletion)
    edited = session(note="Stayed.", changed_at=last if deleted_first else first)
    merged = merge_session(deleted, edited)
    assert merged == (edited if deleted_first else deleted)


def test_a_state_without_an_instant_is_the_oldest() -> None:
    dated = DayOff("d", date(2026, 3, 14), Off.ILL, changed_at=START)
    assert merge_day_off(replace(dated, off=Off.TRAVEL, changed_at=None), dated) == dated


def test_the_same_instant_in_two_zones_is_told_apart_the_same_way_everywhere() -> None:
    here, there = session(), session(started_at=START.astimezone(UTC))
    assert here == there
    one, other = merge_session(here, there), merge_session(there, here)
    assert one.started_at.utcoffset() == other.started_at.utcoffset()


def test_steps_of_both_states_stay() -> None:
    later = START + timedelta(seconds=40)
    one = session(steps=(step("x"),), changed_at=START)
    other = session(steps=(step("y", later), step("x", hurt=True)), changed_at=START)
    expected = (step("x", hurt=True), step("y", later))
    assert merge_session(one, other).steps == merge_session(other, one).steps == expected


def test_a_session_alone_gets_its_steps_in_order() -> None:
    shuffled = session(steps=(step("y"), step("x")))
    assert merge(Contents((shuffled,)), Contents()).sessions[0].steps == (step("x"), step("y"))


def test_an_assessment_is_one_value() -> None:
    old = Assessment("a", Check.TOE_TOUCH, START, feel=Feel.TIGHT, note="n", changed_at=START)
    new = replace(old, feel=Feel.EASY, note="", changed_at=START + timedelta(seconds=1))
    assert merge_assessment(old, new) == merge_assessment(new, old) == new


def test_two_rows_are_not_merged_into_one() -> None:
    with pytest.raises(ValueError, match="a and b"):
        merge_session(session(id="a"), session(id="b"))


@pytest.mark.parametrize(
    ("made", "other"),
    [
        (
            session(steps=(step("x"),)),
            session(
                id="b",
                routine="q",
                routine_name="Q",
                started_at=START.astimezone(UTC),
                ended=Ended.HURT,
                steps=(step("x", hurt=True),),
                ended_at=START,
                pain_before=0,
                pain_after=0,
                note="n",
                planned_s=1.5,
                plan_level=2,
                corrected_s=0.0,
                device="d",
                changed_at=START,
                deleted_at=START,
            ),
        ),
        (
            step("x"),
            StepRecord(
                StepKind.REPS, "q", Side.BOTH, 2, 1.0, 2.5, False, True, "z", START.astimezone(UTC)
            ),
        ),
        (
            Assessment("a", Check.LEG_RAISE, START),
            Assessment(
                *("b", Check.TOE_TOUCH, START.astimezone(UTC), 0.0, 1.0, Feel.EASY, "n", "d"),
                *(START, START),
            ),
        ),
        (
            DayOff("a", date(2026, 3, 14), Off.ILL),
            DayOff("b", date(2026, 3, 15), Off.REST, "d", START, START),
        ),
    ],
)
def test_every_field_counts(made: object, other: object) -> None:
    """A field that stood in no text would make two computers pick different states."""
    for field in fields(made):  # type: ignore[arg-type]
        changed = replace(made, **{field.name: getattr(other, field.name)})  # type: ignore[type-var]
        assert canonical(changed) != canonical(made), field.name


def test_a_text_is_the_same_however_a_number_or_a_zone_is_written() -> None:
    whole = session(planned_s=60, changed_at=START)
    assert canonical(whole) == canonical(session(planned_s=60.0, changed_at=START.astimezone(UTC)))
