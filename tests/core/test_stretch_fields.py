from __future__ import annotations

from dataclasses import replace

import pytest

from supple.core.routine import Dose, Position, Reps, Sides, Source, Stretch
from supple.core.stretch_fields import changed, moved, value_of, without

CALF = Stretch(
    id="calf",
    name="Calf",
    position=Position.STANDING,
    sides=Sides.EACH,
    difficulty=1,
    setup=("Stand.", "Lean."),
    dose=Dose(hold_s=30, reps=Reps(10, 3.0, ("up", "down"))),
    source=(Source("A book", "30 s"),),
)


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("name", "Calf", "Heel"),
        ("setup.1", "Lean.", "Bend."),
        ("dose.hold_s", 30, 45.0),
        ("dose.reps.count", 10, 12),
        ("dose.reps.words", ("up", "down"), ()),
        ("source.0.says", "30 s", ""),
        ("position", Position.STANDING, Position.LYING),
    ],
)
def test_one_field_is_read_and_changed_by_its_name(field: str, old: object, new: object) -> None:
    assert value_of(CALF, field) == old
    after = changed(CALF, field, new)
    assert value_of(after, field) == new
    assert changed(after, field, old) == CALF


def test_nothing_else_changes() -> None:
    assert changed(CALF, "setup.0", "Sit.") == replace(CALF, setup=("Sit.", "Lean."))


def test_a_field_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        changed(CALF, "setup.9", "x")
    with pytest.raises(AttributeError):
        value_of(CALF, "colour")


def test_a_line_moves_as_far_as_there_are_lines() -> None:
    assert moved(("a", "b", "c"), 0, 1) == ("b", "a", "c")
    assert moved(("a", "b", "c"), 2, -2) == ("c", "a", "b")
    assert moved(("a", "b", "c"), 0, -1) == ("a", "b", "c")
    assert moved(("a", "b", "c"), 1, 9) == ("a", "c", "b")


def test_a_line_is_taken_out() -> None:
    assert without(("a", "b", "c"), 1) == ("a", "c")
