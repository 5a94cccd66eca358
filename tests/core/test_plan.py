"""Steps made longer and shorter while they run."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.plan import LONGEST_S, Plan
from supple.core.routine import Catalogue, Dose, Position, Reps, Sides, Stretch
from supple.core.step import StepKind
from supple.core.timeline import Timeline, build_timeline, routine_of

Make = Callable[..., Stretch]
Lay = Callable[..., Timeline]


@given(st.lists(st.sampled_from([10.0, -10.0]), max_size=40), st.floats(0, 30))
def test_changes_keep_both_sides_equal_and_within_bounds(
    changes: list[float], elapsed: float
) -> None:
    stretch = Stretch("s", "S", Position.LYING, Sides.EACH, 1, ("Lie down.",), Dose(hold_s=30))
    plan = Plan(build_timeline(routine_of(stretch), Catalogue.of([stretch], [])))
    for by in changes:
        plan.change(1, by, elapsed)
    assert plan.duration(1) == plan.duration(3)
    assert max(1.0, elapsed) <= plan.duration(1) <= LONGEST_S


def test_repetitions_change_by_whole_ones(make_stretch: Make, make_timeline: Lay) -> None:
    plan = Plan(make_timeline(make_stretch(hold_s=None, reps=Reps(5, 4.0))))
    before = plan.duration(1)
    plan.change(1, 10.0, 0.0)
    assert plan.duration(1) - before == pytest.approx(8.0)


def test_easing_off_leaves_the_other_side_as_it_was(make_stretch: Make, make_timeline: Lay) -> None:
    plan = Plan(make_timeline(make_stretch()))
    plan.shorten_to(1, 20)
    assert (plan.duration(1), plan.duration(3)) == (20, 30)


def test_the_next_stretch_is_found_from_any_step(make_stretch: Make, make_timeline: Lay) -> None:
    plan = Plan(make_timeline(make_stretch("one"), make_stretch("two")))
    assert plan.step(plan.next_block(2)).stretch == "two"
    assert plan.step(plan.next_block(5)).kind is StepKind.FINISH


def test_blocks_add_up_to_the_session_without_its_finish(
    make_stretch: Make, make_timeline: Lay
) -> None:
    timeline = make_timeline(make_stretch("one"), make_stretch("two"))
    finish = timeline.steps[-1].duration_s
    assert sum(Plan(timeline).blocks()) == pytest.approx(timeline.total_s - finish)
