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
from supple.core.wording import seconds

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


def test_a_change_on_the_second_side_leaves_the_first_as_it_was(
    make_stretch: Make, make_timeline: Lay
) -> None:
    plan = Plan(make_timeline(make_stretch()))
    plan.change(3, 10.0, 5.0)
    assert (plan.duration(1), plan.duration(3)) == (30, 40)


def test_the_repetition_that_runs_goes_to_its_end(make_stretch: Make, make_timeline: Lay) -> None:
    plan = Plan(make_timeline(make_stretch(hold_s=None, reps=Reps(5, 4.0))))
    lead_s = plan.step(1).lead_s
    plan.change(1, -20.0, lead_s + 9.0)
    assert plan.duration(1) == pytest.approx(lead_s + 12.0)


def test_easing_off_makes_the_rest_of_the_stretch_gentle_on_both_sides(
    make_stretch: Make, make_timeline: Lay
) -> None:
    plan = Plan(make_timeline(make_stretch("one", sets=2), make_stretch("two")))
    plan.ease_off(1, 20, 15)
    holds = [s.index for s in plan.timeline.steps if s.kind is StepKind.HOLD]
    assert [plan.duration(i) for i in holds] == [20, 15, 15, 15, 30, 30]
    assert [plan.is_eased(i) for i in holds] == [True] * 4 + [False] * 2
    assert plan.step(holds[1]).lines[0].text == "Half as far this time."
    assert plan.step(holds[4]).lines[0].text == "Pull until you feel a gentle stretch."


@given(
    st.lists(st.tuples(st.sampled_from([10.0, -10.0, 0.0]), st.floats(0, 60)), max_size=8),
    st.sampled_from([0.5, 1.3, 4.0, 20.0]),
)
def test_no_repetition_is_ever_cut(changes: list[tuple[float, float]], pace_s: float) -> None:
    dose = Dose(reps=Reps(5, pace_s))
    stretch = Stretch("s", "S", Position.LYING, Sides.EACH, 1, ("Lie down.",), dose)
    plan = Plan(build_timeline(routine_of(stretch), Catalogue.of([stretch], [])))
    for by_s, elapsed_s in changes:
        if by_s:
            plan.change(1, by_s, elapsed_s)
        else:
            plan.ease_off(1, elapsed_s + 15.0, 15.0)
        step = plan.step(1)
        assert step.reps is not None
        assert step.reps.count >= 1
        assert step.duration_s == pytest.approx(step.lead_s + step.reps.duration_s)
        assert all(line.end_s <= step.duration_s + 1e-6 for line in step.lines)


def test_easing_off_says_so_before_later_repetitions_as_well(
    make_stretch: Make, make_timeline: Lay
) -> None:
    plan = Plan(make_timeline(make_stretch(hold_s=None, sets=2, reps=Reps(5, 4.0))))
    plan.ease_off(1, 15.0, 15.0)
    first, *later = [step for step in plan.timeline.steps if step.kind is StepKind.REPS]
    assert plan.duration(first.index) < first.duration_s
    for step in later:
        assert plan.step(step.index).lines[0].text == "Half as far this time."
        assert plan.duration(step.index) == step.duration_s


@given(st.lists(st.sampled_from([10.0, -10.0]), max_size=8))
def test_no_sentence_is_stale_however_a_hold_was_changed(changes: list[float]) -> None:
    stretch = Stretch(
        "s",
        "S",
        Position.LYING,
        Sides.EACH,
        1,
        ("Lie down.",),
        Dose(hold_s=30),
        hold_cue="Hold on.",
    )
    plan = Plan(build_timeline(routine_of(stretch), Catalogue.of([stretch], [])))
    for by in changes:
        plan.change(1, by, 0.0)
    for index in (1, 3):
        duration = plan.duration(index)
        said = {line.text: line.offset_s for line in plan.step(index).lines}
        lengths = [text for text in said if text.startswith("Hold for")]
        assert lengths in ([], [f"Hold for {seconds(duration)}."])
        assert said.get("Half way.", duration / 2) == duration / 2
        assert said.get("Ten seconds more.", duration - 10) == duration - 10
        assert said.get("Three.", duration - 3) == duration - 3


def test_the_last_repetition_is_called_the_last_when_there_are_more(
    make_stretch: Make, make_timeline: Lay
) -> None:
    plan = Plan(make_timeline(make_stretch(hold_s=None, reps=Reps(5, 4.0))))
    plan.change(1, 10.0, 0.0)
    step = plan.step(1)
    last = next(line for line in step.lines if line.text == "Last one.")
    assert last.offset_s == pytest.approx(plan.duration(1) - 4.0)


@pytest.mark.parametrize(
    ("hold_s", "elapsed_s", "eased_s"),
    [(30, 0, 15), (30, 10, 15), (30, 20, 10), (8, 0, 8), (8, 5, 3)],
)
def test_easing_off_never_lasts_longer_than_was_planned(
    hold_s: int, elapsed_s: float, eased_s: float, make_stretch: Make, make_timeline: Lay
) -> None:
    plan = Plan(make_timeline(make_stretch("one", hold_s=hold_s)))
    hold = next(s.index for s in plan.timeline.steps if s.kind is StepKind.HOLD)
    assert plan.eased_s(hold, elapsed_s, 15.0) == eased_s
    assert plan.eased_s(0, 1.0, 15.0) == min(hold_s, 15)
    plan.ease_off(hold, elapsed_s + 15.0, 15.0)
    assert plan.duration(hold) - elapsed_s == eased_s


def test_repetitions_have_no_eased_seconds(make_stretch: Make, make_timeline: Lay) -> None:
    plan = Plan(make_timeline(make_stretch(hold_s=None, reps=Reps(5, 4.0))))
    assert plan.eased_s(1, 0.0, 15.0) == 0.0


def test_the_work_that_a_skip_leaves_out(make_stretch: Make, make_timeline: Lay) -> None:
    plan = Plan(
        make_timeline(make_stretch("one"), make_stretch("two", hold_s=None, reps=Reps(5, 4.0)))
    )
    steps = plan.timeline.steps
    for step in steps:
        work = plan.work_from(step.index)
        assert work.block == step.block
        later = [s for s in steps[step.index :] if s.block == step.block and s.kind.is_work]
        assert work.index == (later[0] if later else step).index
    assert {plan.work_from(s.index).kind for s in steps if s.kind is StepKind.PREPARE} == {
        StepKind.HOLD,
        StepKind.REPS,
    }


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
