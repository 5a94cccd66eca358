"""Holds stay within each stretch's range."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from supple.core.dosing import dosed, hold_for
from supple.core.level import LEVELS
from supple.core.routine import Dose, Routine, RoutineStep
from supple.core.routine_format import parse_document

FILE = Path(__file__).parents[2] / "routines.json"
SHIPPED = parse_document(json.loads(FILE.read_text(encoding="utf-8"))).catalogue


@given(
    st.floats(1, 600),
    st.tuples(st.floats(1, 600), st.floats(1, 600)).map(lambda p: (min(p), max(p))),
    st.none() | st.floats(1, 600),
)
def test_a_hold_is_never_longer_and_never_under_its_range(
    own: float, span: tuple[float, float], longest: float | None
) -> None:
    held = hold_for(Dose(hold_s=own, hold_range_s=span), longest)
    assert held is not None
    assert held <= own
    assert held >= min(own, span[0])
    if longest is not None:
        assert held <= max(longest, span[0])


def test_every_level_keeps_every_shipped_hold_in_its_range() -> None:
    for routine in SHIPPED.routines.values():
        for level in LEVELS:
            changed = dosed(routine, SHIPPED, level.hold_s)
            for before, after in zip(routine.steps, changed.steps, strict=True):
                own = before.change.over(SHIPPED.stretches[before.stretch].dose)
                new = after.change.over(SHIPPED.stretches[after.stretch].dose)
                assert (own.hold_s is None) == (new.hold_s is None)
                assert new.sets == own.sets
                if new.hold_s is not None and own.hold_s is not None:
                    low = own.hold_range_s[0] if own.hold_range_s else 0
                    assert min(own.hold_s, low) <= new.hold_s <= own.hold_s


def test_no_hold_stays_without_one() -> None:
    assert hold_for(Dose(), 15) is None
    assert hold_for(Dose(hold_s=30), None) == 30
    assert hold_for(Dose(hold_s=30), 15) == 15


def test_a_stretch_that_is_not_there_is_left_alone() -> None:
    routine = Routine("r", "R", (RoutineStep("nowhere"),))
    assert dosed(routine, SHIPPED, 15) == routine
