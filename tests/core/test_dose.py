from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.dose import GOAL_MIN, SOURCE, doses, main_muscle
from supple.core.history_view import MuscleDose
from supple.core.routine import Dose, Position, Reps, Side, Sides, Stretch

MONDAY = date(2026, 10, 19)


def stretch(
    name: str, *focus: str, sides: Sides = Sides.EACH, hold_s: float | None = 30
) -> Stretch:
    reps = None if hold_s else Reps(12, 3)
    return Stretch(name, name, Position.LYING, sides, 1, (), Dose(hold_s, reps=reps), focus=focus)


STRETCHES = {
    one.id: one
    for one in (
        stretch("strap", "hamstrings", "calves"),
        stretch("wall", "hamstrings", sides=Sides.BOTH),
        stretch("hip", "hip-flexors"),
        stretch("swing", "hamstrings", hold_s=None),
        stretch("bare"),
    )
}
TOTALS = st.lists(
    st.tuples(
        st.integers(-7, 7).map(lambda n: MONDAY + timedelta(days=n)),
        st.sampled_from([*STRETCHES, "gone"]),
        st.sampled_from(Side),
        st.floats(0, 600),
    ),
    max_size=20,
)


def dose(*held: tuple[str, Side, float], day: date = MONDAY) -> dict[str, MuscleDose]:
    found = doses([(day, *one) for one in held], STRETCHES, MONDAY)
    return {one.muscle: one for one in found}


def test_the_dose_is_ten_minutes_and_says_where_it_comes_from() -> None:
    assert GOAL_MIN == 10
    assert "10.1007/s40279-024-02143-9" in SOURCE


def test_before_anything_is_held_the_hamstrings_stand_alone() -> None:
    assert dose() == {
        "Hamstrings": MuscleDose("Hamstrings", 0, 10, "Hamstrings, 0 of 10 min this week")
    }


def test_a_stretch_of_both_legs_credits_each() -> None:
    found = dose(("wall", Side.BOTH, 120.0))["Hamstrings"]
    assert (found.minutes, found.left_min, found.right_min) == (2, 2, 2)
    assert found.text == "Hamstrings, 2 of 10 min this week"


def test_the_leg_that_got_less_is_shown() -> None:
    found = dose(("strap", Side.LEFT, 360.0), ("strap", Side.RIGHT, 480.0))["Hamstrings"]
    assert (found.minutes, found.left_min, found.right_min) == (6, 6, 8)
    assert found.text == "Hamstrings, 6 of 10 min this week, left 6, right 8"


def test_one_leg_alone_is_no_dose() -> None:
    assert dose(("strap", Side.LEFT, 600.0))["Hamstrings"].minutes == 0


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (600.0, "Hamstrings, 10 of 10 min this week"),
        (1560.0, "Hamstrings, 26 min this week, the 10 min are met"),
    ],
)
def test_a_dose_that_is_met(seconds: float, text: str) -> None:
    assert dose(("wall", Side.BOTH, seconds))["Hamstrings"].text == text


def test_minutes_are_not_rounded_up_to_the_dose() -> None:
    assert dose(("wall", Side.BOTH, 599.0))["Hamstrings"].text.startswith("Hamstrings, 9 of 10")


def test_only_the_muscle_stretched_most_is_credited() -> None:
    assert list(dose(("strap", Side.BOTH, 60.0))) == ["Hamstrings"]


def test_the_hamstrings_come_first_and_then_what_got_most() -> None:
    assert list(dose(("hip", Side.BOTH, 600.0))) == ["Hamstrings", "Hip flexors"]


@pytest.mark.parametrize("name", ["swing", "bare", "gone"])
def test_what_is_no_held_stretch_of_a_known_muscle_is_not_credited(name: str) -> None:
    assert main_muscle(STRETCHES.get(name)) == ""
    found = dose((name, Side.BOTH, 300.0), ("hip", Side.BOTH, 0.0))
    assert {muscle: one.minutes for muscle, one in found.items()} == {"Hamstrings": 0}


@pytest.mark.parametrize("days", [-1, 7])
def test_other_weeks_name_a_muscle_but_add_nothing(days: int) -> None:
    found = dose(("hip", Side.BOTH, 300.0), day=MONDAY + timedelta(days=days))
    assert found["Hip flexors"].minutes == 0


@given(totals=TOTALS, more=TOTALS)
def test_more_is_never_less(
    totals: list[tuple[date, str, Side, float]], more: list[tuple[date, str, Side, float]]
) -> None:
    before = {one.muscle: one for one in doses(totals, STRETCHES, MONDAY)}
    after = {one.muscle: one for one in doses([*totals, *more], STRETCHES, MONDAY)}
    for muscle, one in before.items():
        assert one.minutes == min(one.left_min, one.right_min)
        assert after[muscle].minutes >= one.minutes


@given(totals=TOTALS)
def test_no_second_is_credited_twice(totals: list[tuple[date, str, Side, float]]) -> None:
    held = sum(held_s * (2 if side is Side.BOTH else 1) for _, _, side, held_s in totals) / 60
    found = doses(totals, STRETCHES, MONDAY)
    assert sum(one.left_min + one.right_min for one in found) <= held + 1e-6
