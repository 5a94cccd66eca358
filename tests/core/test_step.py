"""Steps and lines."""

from __future__ import annotations

import pytest

from supple.core.routine import Reps, Side
from supple.core.step import Line, LineKind, Priority, Step, StepKind


def step(reps: Reps | None, lead_s: float = 4.0) -> Step:
    return Step(0, StepKind.REPS, 10.0, 30.0, 0, "s", Side.LEFT, 1, 1, reps=reps, lead_s=lead_s)


def test_only_holds_and_repetitions_are_work() -> None:
    assert [kind for kind in StepKind if kind.is_work] == [StepKind.HOLD, StepKind.REPS]


def test_a_line_ends_when_it_has_been_said() -> None:
    assert Line(2.0, "Half way.", LineKind.HALF, 1.5).end_s == 3.5


@pytest.mark.parametrize(("during_hold", "work_from"), [(True, 0.0), (False, 4.0)])
def test_listening_counts_only_while_a_stretch_is_kept(during_hold: bool, work_from: float) -> None:
    assert step(Reps(5, 2.0, during_hold=during_hold)).work_from_s == work_from


def test_a_hold_counts_from_its_start() -> None:
    assert step(None).work_from_s == 0.0


def test_a_step_ends_where_the_next_begins() -> None:
    assert step(None).end_s == 40.0


def test_stop_goes_before_everything_and_counts_before_nothing() -> None:
    assert max(Priority) is Priority.STOP
    assert min(Priority) is Priority.COUNT


def test_every_kind_of_line_knows_who_goes_first() -> None:
    assert {kind.priority for kind in LineKind} == set(Priority)
    assert LineKind.STOP.priority > LineKind.SIDE.priority > LineKind.NAME.priority
    assert LineKind.NAME.priority > LineKind.HALF.priority > LineKind.REP.priority


def test_remarks_pass_and_instructions_stay() -> None:
    assert Line(0.0, "Half way.", LineKind.HALF, 1.0).passing
    assert not Line(0.0, "Lie down.", LineKind.SETUP, 1.0).passing
