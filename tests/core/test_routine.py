"""Sides, doses and catalogues."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.core.routine import (
    Catalogue,
    Dose,
    DoseChange,
    Reps,
    Routine,
    Side,
    Sides,
    Stretch,
)


def test_the_other_side_of_the_other_side_is_this_side() -> None:
    assert Side.LEFT.other is Side.RIGHT
    assert all(side.other.other is side for side in Side)
    assert Side.BOTH.other is Side.BOTH


def test_left_comes_first() -> None:
    assert Sides.EACH.order == (Side.LEFT, Side.RIGHT)
    assert Sides.BOTH.order == (Side.BOTH,)


def test_repetitions_take_their_pace_each() -> None:
    assert Reps(10, 4.0, ("point", "flex")).duration_s == 40


@pytest.mark.parametrize(
    ("change", "dose"),
    [
        (DoseChange(), Dose(30, (15, 60), 2, 8, 10, 6, Reps(5, 3))),
        (DoseChange(hold_s=20), Dose(20, (15, 60), 2, 8, 10, 6, Reps(5, 3))),
        (DoseChange(hold_range_s=(10, 30)), Dose(30, (10, 30), 2, 8, 10, 6, Reps(5, 3))),
        (DoseChange(sets=1), Dose(30, (15, 60), 1, 8, 10, 6, Reps(5, 3))),
        (DoseChange(rest_s=0), Dose(30, (15, 60), 2, 0, 10, 6, Reps(5, 3))),
        (DoseChange(prepare_s=3), Dose(30, (15, 60), 2, 8, 3, 6, Reps(5, 3))),
        (DoseChange(switch_s=20), Dose(30, (15, 60), 2, 8, 10, 20, Reps(5, 3))),
        (DoseChange(reps=Reps(1, 2)), Dose(30, (15, 60), 2, 8, 10, 6, Reps(1, 2))),
    ],
)
def test_a_change_replaces_only_what_it_names(change: DoseChange, dose: Dose) -> None:
    assert change.over(Dose(30, (15, 60), 2, 8, 10, 6, Reps(5, 3))) == dose


def test_a_later_catalogue_replaces_equal_ids_in_place(
    make_stretch: Callable[..., Stretch],
) -> None:
    first = Catalogue.of([make_stretch("a"), make_stretch("b")], [Routine("r", "Old", ())])
    both = first.plus(Catalogue.of([make_stretch("a", name="New")], [Routine("s", "S", ())]))
    assert list(both.stretches) == ["a", "b"]
    assert both.stretches["a"].name == "New"
    assert list(both.routines) == ["r", "s"]
    assert first.stretches["a"].name == "A"


def test_a_dose_takes_at_least_its_parts() -> None:
    dose = Dose(hold_s=30, sets=2, rest_s=5, prepare_s=8, switch_s=6, reps=Reps(5, 2.0))
    assert dose.least_s(Sides.BOTH) == 8 + 2 * (30 + 10) + 5
    assert dose.least_s(Sides.EACH) == 8 + 2 * (2 * (30 + 10) + 5) + 6
    assert Dose(hold_s=1, prepare_s=3).least_s(Sides.BOTH) == 4
