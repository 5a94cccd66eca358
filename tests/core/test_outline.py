from __future__ import annotations

from supple.core.outline import has_red_caution, leave_out, stretches_of
from supple.core.routine import Catalogue, Dose, Position, Routine, RoutineStep, Sides, Stretch


def stretch(name: str, *avoid_if: str) -> Stretch:
    return Stretch(
        name, name, Position.LYING, Sides.BOTH, 1, ("Lie.",), Dose(hold_s=30), avoid_if=avoid_if
    )


def test_the_stretches_come_in_the_order_of_the_steps() -> None:
    one, two = stretch("one"), stretch("two")
    steps = tuple(RoutineStep(name) for name in ("two", "gone", "one", "two"))
    routine = Routine("r", "R", steps)
    assert stretches_of(routine, Catalogue.of([one, two], [])) == (two, one, two)


def test_only_some_conditions_make_a_caution_red() -> None:
    assert not has_red_caution(stretch("any"))
    assert not has_red_caution(stretch("knee", "knee-pain"))
    assert has_red_caution(stretch("fold", "knee-pain", "herniated-disc"))


def test_for_whom_a_stretch_is_not_is_said_in_a_sentence() -> None:
    assert leave_out(stretch("any")) == ""
    assert leave_out(stretch("fold", "knee-pain", "dizziness")) == (
        "Leave it out with knee pain or dizziness when bending or standing up."
    )
