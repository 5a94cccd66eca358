"""Getting from one stretch to the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core import moves
from supple.core.moves import move_between
from supple.core.routine import Dose, Position, Sides, Stretch
from supple.core.step import LineKind
from supple.core.terms import EQUIPMENT
from supple.core.timeline import Timeline

Make = Callable[..., Stretch]


def stretch(position: Position, *equipment: str) -> Stretch:
    return Stretch(
        "s", "S", position, Sides.BOTH, 1, ("Do it.",), Dose(hold_s=30), equipment=equipment
    )


LYING = stretch(Position.LYING, "mat", "strap")
SEATED = stretch(Position.SEATED, "chair")
STANDING = stretch(Position.STANDING)


def test_from_the_desk_to_the_mat_there_is_time_to_fetch_and_to_lie_down() -> None:
    move = move_between(None, LYING)
    assert move.equipment == "You need a mat and a strap or towel."
    assert move.place == "Take your time to lie down."
    assert move.time_s >= moves.DOWN_S + moves.AWAY_S + 8


def test_a_break_on_the_chair_one_sits_on_begins_at_once() -> None:
    assert move_between(None, SEATED) == moves.Move()


def test_getting_up_is_slower_than_sitting_down() -> None:
    up, sit = move_between(LYING, STANDING), move_between(STANDING, SEATED)
    assert up.time_s >= moves.UP_S > sit.time_s >= moves.SIT_S
    assert up.place == "Roll to one side, then stand up slowly."


def test_staying_where_one_is_takes_no_time() -> None:
    assert move_between(LYING, LYING) == moves.Move()


def test_something_new_is_named_and_something_had_is_not() -> None:
    move = move_between(stretch(Position.LYING, "mat"), LYING)
    assert move.equipment == "You need a strap or towel."
    assert move.place == ""


def test_the_strap_comes_off_before_one_gets_up_for_the_wall() -> None:
    move = move_between(LYING, stretch(Position.LYING, "mat", "wall"))
    assert move.leave == "Take the strap off your foot."
    assert move.equipment == "You need a wall."
    assert move.place == "Take your time to get there."


@given(
    st.sampled_from(Position),
    st.sampled_from(Position),
    st.lists(st.sampled_from(sorted(EQUIPMENT)), unique=True, max_size=3),
)
def test_every_change_of_position_has_words_and_time(
    was: Position, now: Position, things: list[str]
) -> None:
    move = move_between(stretch(was), stretch(now, *things))
    assert bool(move.place) == (was is not now or "wall" in things)
    assert bool(move.equipment) == bool(things)
    assert (move.time_s > 0) == bool(move.place or move.equipment)


@pytest.mark.parametrize(
    ("before", "after", "least_s"), [(SEATED, LYING, 15), (LYING, STANDING, 20)]
)
def test_the_session_waits_before_it_goes_on_to_the_set_up(
    make_timeline: Callable[..., Timeline], before: Stretch, after: Stretch, least_s: float
) -> None:
    from dataclasses import replace

    timeline = make_timeline(replace(before, id="one"), replace(after, id="two"))
    prepare = next(s for s in timeline.steps if s.stretch == "two")
    setup = [line for line in prepare.lines if line.text == "Do it."]
    place = next(line for line in prepare.lines if line.text == move_between(before, after).place)
    assert place.kind is LineKind.SETUP
    assert setup[0].offset_s - place.end_s >= least_s
    assert prepare.duration_s > prepare.lines[-1].end_s


def test_a_long_silence_is_broken_once(make_timeline: Callable[..., Timeline]) -> None:
    prepare = make_timeline(LYING).steps[0]
    words = [line for line in prepare.lines if line.text == "There is no hurry."]
    assert len(words) == 1
    index = prepare.lines.index(words[0])
    before, after = prepare.lines[index - 1], prepare.lines[index + 1]
    assert words[0].offset_s - before.end_s == pytest.approx(after.offset_s - words[0].end_s)
