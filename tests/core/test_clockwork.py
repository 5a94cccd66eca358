"""The clockwork under the session, driven by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.core.clockwork import Clockwork
from supple.core.event import (
    Ended,
    PauseReason,
    RepStarted,
    SessionEnded,
    SessionResumed,
    StepEnded,
    StepStarted,
)
from supple.core.plan import Plan
from supple.core.routine import Reps, Sides, Stretch
from supple.core.state import Done, Paused, Running
from supple.core.timeline import LEAD_IN_S, Timeline

Make = Callable[..., Stretch]
Lay = Callable[..., Timeline]


@pytest.fixture
def works(make_stretch: Make, make_timeline: Lay) -> Clockwork:
    return Clockwork(Plan(make_timeline(make_stretch(sides=Sides.BOTH, hold_s=20))))


def test_running_far_passes_every_boundary_once(works: Clockwork) -> None:
    works.enter(0, 0.0)
    events, left = works.run(10_000.0)
    assert left
    assert [type(e) for e in events if isinstance(e, StepStarted | StepEnded | SessionEnded)] == [
        *(StepStarted, StepEnded) * 3,
        SessionEnded,
    ]
    assert works.state == Done(2, Ended.FINISHED)
    assert works.run(20_000.0) == ((), False)


def test_what_is_due_next_is_never_in_the_past(works: Clockwork) -> None:
    assert works.next_due(0.0) is None
    works.enter(1, 5.0)
    works.run(14.0)
    assert works.next_due(14.0) == 15.0  # "Half way." of a 20 s hold
    assert works.next_due(99.0) == 99.0


def test_a_lead_in_is_neither_elapsed_nor_credited(works: Clockwork) -> None:
    works.enter(1, 5.0, elapsed_s=8.0, lead_s=3.0)
    assert works.where(7.0) == (8.0, 8.0)
    assert works.where(9.0) == (9.0, 8.0)
    (ended,) = works.leave(9.0, completed=False)
    assert isinstance(ended, StepEnded)
    assert (ended.planned_s, ended.held_s) == (20.0, 1.0)


def test_a_pause_keeps_the_place_and_going_on_takes_it_up(works: Clockwork) -> None:
    works.enter(1, 5.0)
    works.pause(12.0, PauseReason.ASKED)
    assert works.state == Paused(1, 7.0, 0.0, PauseReason.ASKED)
    resumed, said = works.go_on(100.0, "Get ready.")
    assert resumed == SessionResumed(100.0, LEAD_IN_S)
    assert isinstance(works.state, Running)
    assert works.where(104.0)[0] == pytest.approx(8.0)
    assert said.at == 100.0


def test_a_jump_into_rest_needs_no_lead_in(make_stretch: Make, make_timeline: Lay) -> None:
    works = Clockwork(Plan(make_timeline(make_stretch(sides=Sides.BOTH, sets=2))))
    works.enter(1, 0.0)
    works.jump(2, 4.0)
    assert works.where(5.0)[0] == 1.0
    works.jump(3, 6.0)
    assert works.where(7.0)[0] == 0.0


def test_lone_repetitions_are_credited_without_their_instruction(
    make_stretch: Make, make_timeline: Lay
) -> None:
    swing = make_stretch(sides=Sides.BOTH, hold_s=None, reps=Reps(3, 2.0))
    works = Clockwork(Plan(make_timeline(swing)))
    works.enter(1, 0.0)
    events, _ = works.run(works.step.duration_s)
    ended = next(e for e in events if isinstance(e, StepEnded))
    assert ended.held_s == pytest.approx(6.0)
    assert ended.planned_s == pytest.approx(6.0)
    assert [e.rep for e in events if isinstance(e, RepStarted)] == [1, 2, 3]


def test_marks_follow_a_changed_length(works: Clockwork) -> None:
    works.enter(1, 0.0)
    works.run(9.0)
    works.plan.change(1, -10.0, 9.5)
    works.remark(9.0)
    assert works.next_due(9.0) == 10.0  # the end
    works.plan.change(1, 10.0, 9.5)
    works.remark(9.0)
    assert works.next_due(9.0) == 10.0  # "Half way." is back
    works.run(10.0)
    assert works.next_due(10.0) == 17.0  # "Three."
