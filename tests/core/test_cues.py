"""What is said and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core import cues
from supple.core.moves import Move
from supple.core.routine import Dose, Position, Reps, Side, Sides, Stretch
from supple.core.step import Line, LineKind, StepKind
from supple.core.timeline import Timeline

Make = Callable[..., Stretch]
Lay = Callable[..., Timeline]

lines = st.builds(
    Line,
    offset_s=st.floats(0, 60),
    text=st.just("Something."),
    kind=st.sampled_from(LineKind),
    length_s=st.floats(0.1, 5),
)


@given(st.lists(lines, max_size=20), st.floats(1, 60))
def test_lines_that_stay_never_overlap_and_end_in_time(many: list[Line], duration: float) -> None:
    kept = cues.fit(many, duration)
    assert all(a.end_s <= b.offset_s for a, b in pairwise(kept))
    assert all(line.end_s <= duration for line in kept)


@given(st.lists(lines, max_size=20), st.floats(1, 60))
def test_what_is_dropped_had_to_make_way_for_something_as_important(
    many: list[Line], duration: float
) -> None:
    kept = cues.fit(many, duration)
    for line in many:
        if line in kept or line.end_s > duration:
            continue
        rivals = [k for k in kept if k.offset_s < line.end_s and line.offset_s < k.end_s]
        assert max(r.priority for r in rivals) >= line.priority


@pytest.mark.parametrize("sides", list(Sides))
@pytest.mark.parametrize("hold_s", [None, 5, 15, 20, 30, 60])
@pytest.mark.parametrize("reps", [None, Reps(10, 4.0, ("point", "flex"), True), Reps(12, 1.0)])
def test_nothing_is_talked_over_in_any_kind_of_stretch(
    make_stretch: Make, make_timeline: Lay, sides: Sides, hold_s: float | None, reps: Reps | None
) -> None:
    if hold_s is None and reps is None:
        return
    timeline = make_timeline(make_stretch(sides=sides, hold_s=hold_s, sets=2, reps=reps))
    for step in timeline.steps:
        assert all(a.end_s <= b.offset_s for a, b in pairwise(step.lines))
        assert all(line.offset_s >= 0 and line.end_s <= step.duration_s for line in step.lines)


def test_a_hold_speaks_at_once_half_way_and_counts_softly_out(make_stretch: Make) -> None:
    said = cues.hold_lines(make_stretch(feel=""), Side.LEFT, 1, 30, lambda t: 0.9)
    assert [(line.offset_s, line.text) for line in said] == [
        (0, "Pull until you feel a gentle stretch."),
        (1.3, "Hold for 30 seconds."),
        (15, "Half way."),
        (20, "Ten seconds more."),
        (27, "Three."),
        (28, "Two."),
        (29, "One."),
    ]


def test_what_it_feels_like_is_said_after_a_while(make_stretch: Make) -> None:
    said = cues.hold_lines(make_stretch(), Side.LEFT, 1, 30, lambda t: 0.9)
    (feel,) = (line for line in said if line.kind is LineKind.FEEL)
    assert feel.offset_s == pytest.approx(2.2 + cues.FEEL_AFTER_S)


def test_later_sets_do_not_tell_the_length_again(make_stretch: Make) -> None:
    said = cues.hold_lines(make_stretch(), Side.LEFT, 2, 30, lambda t: 0.9)
    assert LineKind.LENGTH not in [line.kind for line in said]
    assert LineKind.FEEL not in [line.kind for line in said]


def test_a_short_hold_is_left_in_peace(make_stretch: Make) -> None:
    said = cues.hold_lines(make_stretch(), Side.LEFT, 1, 15, lambda t: 1.0)
    assert [line.kind for line in said] == [LineKind.HOLD, LineKind.LENGTH]


def test_numbers_that_would_run_into_each_other_are_left_out(make_stretch: Make) -> None:
    said = cues.hold_lines(make_stretch(), Side.LEFT, 1, 30, lambda t: 1.3)
    assert [line.text for line in said][-1] == "Three."


def test_counts_give_way_to_half_and_last(make_stretch: Make) -> None:
    reps = Reps(10, 3.0)
    lead = cues.reps_lead(make_stretch(), reps, Side.LEFT, lambda t: 1.0)
    said = [line.text for line in cues.reps_lines(reps, lead, 2.0, lambda t: 1.0)]
    assert said[1:4] == ["One.", "Two.", "Three."]
    assert said[6] == "Half way."
    assert said[-1] == "Last one."


def test_words_that_would_have_to_be_hurried_are_not_said(make_stretch: Make) -> None:
    reps = Reps(10, 1.0, ("point", "flex"))
    lead = cues.reps_lead(make_stretch(), reps, Side.LEFT, lambda t: 1.0)
    said = [line.text for line in cues.reps_lines(reps, lead, 2.0, lambda t: 0.75)]
    assert "Point." not in said
    assert "Half way." in said
    assert "Two." in said, "the number takes their place where there is time for it"


@pytest.mark.parametrize(
    ("length_s", "counted"),
    [(0.8, ["One.", "Two.", "Three."]), (0.9, ["Five.", "Ten.", "Fifteen."]), (6.0, [])],
)
def test_numbers_that_come_too_fast_are_counted_in_fives(
    make_stretch: Make, length_s: float, counted: list[str]
) -> None:
    reps = Reps(24, 1.0)
    lead = cues.reps_lead(make_stretch(), reps, Side.BOTH, lambda t: 1.0)
    lines = cues.reps_lines(reps, lead, 2.0, lambda t: length_s)
    said = [line.text for line in lines if line.kind is LineKind.REP]
    assert said[:3] == counted


def test_set_up_lines_leave_time_to_act(make_stretch: Make, make_timeline: Lay) -> None:
    prepare = make_timeline(make_stretch()).steps[0]
    first, second = prepare.lines[-2:]
    assert second.offset_s - first.end_s >= cues.ACT_S - 1e-9
    assert prepare.kind is StepKind.PREPARE


@pytest.mark.parametrize(("prepare_s", "pause_s"), [(8, 1.4), (12, 3.0), (60, 4.0)])
def test_set_up_lines_spread_over_the_time_to_prepare(
    make_stretch: Make, prepare_s: float, pause_s: float
) -> None:
    stretch = make_stretch()
    stretch = replace(stretch, dose=replace(stretch.dose, prepare_s=prepare_s))
    said = cues.prepare_lines(stretch, Side.LEFT, ("Name.", ""), "", Move(), lambda t: 1.0)
    first, second = said[-2:]
    assert second.offset_s - first.end_s == pytest.approx(pause_s)


def test_what_gets_one_back_in_is_said_late_and_leaves_time_to_do_it(
    make_stretch: Make, make_timeline: Lay
) -> None:
    back = make_stretch(sets=2, rest_s=20, return_cue="Raise your {side} leg.")
    timeline = make_timeline(back)
    for kind, side in ((StepKind.REST, "left"), (StepKind.SWITCH, "right")):
        step = next(s for s in timeline.steps if s.kind is kind)
        line = step.lines[-1]
        assert line.text == f"Raise your {side} leg."
        assert step.duration_s - line.end_s >= cues.BACK_IN_S - 1e-9
    rest = next(s for s in timeline.steps if s.kind is StepKind.REST)
    assert rest.duration_s == 20
    assert rest.duration_s - rest.lines[-1].end_s == pytest.approx(cues.BACK_IN_S)


ONE = Stretch(
    id="one",
    name="One",
    position=Position.SEATED,
    sides=Sides.EACH,
    difficulty=1,
    setup=("Sit tall.",),
    dose=Dose(hold_s=30),
    hold_cue="Lean from the hips.",
    feel="You feel it behind the thigh.",
)


@given(st.floats(1, 90), st.floats(0.3, 9), st.integers(1, 2))
def test_a_warning_never_takes_the_place_of_another_line(
    hold_s: float, length_s: float, set_number: int
) -> None:
    def say(text: str) -> float:
        return length_s if text == "Avoid bouncing." else 1.5

    plain = cues.hold_lines(ONE, Side.LEFT, set_number, hold_s, say)
    warned = cues.hold_lines(ONE, Side.LEFT, set_number, hold_s, say, "Avoid bouncing.")
    assert [line for line in warned if line.kind is not LineKind.MISTAKE] == list(plain)
    for before, after in pairwise(warned):
        assert before.end_s <= after.offset_s
    assert all(line.end_s <= hold_s for line in warned)


def test_a_warning_is_said_in_the_first_silence_that_holds_it() -> None:
    warned = cues.hold_lines(ONE, Side.LEFT, 1, 15.0, lambda text: 2.0, "Avoid bouncing.")
    assert [line.kind for line in warned] == [LineKind.HOLD, LineKind.LENGTH, LineKind.MISTAKE]
    assert not [
        line
        for line in cues.hold_lines(ONE, Side.LEFT, 1, 6.0, lambda text: 2.0, "Avoid bouncing.")
        if line.kind is LineKind.MISTAKE
    ]
