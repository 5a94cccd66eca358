"""Routines laid out in time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.core.cues import BACK_IN_S, SETTLE_S
from supple.core.problem import UserError
from supple.core.routine import Catalogue, DoseChange, Reps, Routine, RoutineStep, Sides, Stretch
from supple.core.step import LineKind, StepKind
from supple.core.timeline import Timeline, build_timeline, routine_of

Make = Callable[..., Stretch]
Lay = Callable[..., Timeline]


def kinds(timeline: Timeline) -> list[str]:
    return [f"{s.kind} {s.side} {s.set}" for s in timeline.steps]


def test_a_stretch_for_each_side_with_two_sets(make_stretch: Make, make_timeline: Lay) -> None:
    assert kinds(make_timeline(make_stretch(sets=2))) == [
        "prepare left 1",
        "hold left 1",
        "rest left 2",
        "hold left 2",
        "switch right 1",
        "hold right 1",
        "rest right 2",
        "hold right 2",
        "finish both 1",
    ]


def test_a_stretch_for_both_sides_has_no_switch(make_stretch: Make, make_timeline: Lay) -> None:
    assert kinds(make_timeline(make_stretch(sides=Sides.BOTH))) == [
        "prepare both 1",
        "hold both 1",
        "finish both 1",
    ]


@pytest.mark.parametrize(("during", "order"), [(True, ["hold", "reps"]), (False, ["reps", "hold"])])
def test_repetitions_in_the_hold_follow_it_and_others_lead_up_to_it(
    make_stretch: Make, make_timeline: Lay, during: bool, order: list[str]
) -> None:
    reps = Reps(10, 4.0, ("point", "flex"), during)
    timeline = make_timeline(make_stretch(sides=Sides.BOTH, reps=reps))
    assert [s.kind for s in timeline.steps[1:3]] == order


def test_offsets_follow_one_another(make_stretch: Make, make_timeline: Lay) -> None:
    steps = make_timeline(make_stretch("one", sets=3), make_stretch("two")).steps
    at = 0.0
    for index, step in enumerate(steps):
        assert step.index == index
        assert step.start_s == pytest.approx(at)
        at += step.duration_s


def test_prepare_lasts_at_least_eight_seconds_and_as_long_as_its_words(
    make_stretch: Make,
) -> None:
    def slow(text: str) -> float:
        return 5.0

    stretch = make_stretch()
    routine = routine_of(stretch)
    catalogue = Catalogue.of([stretch], [])
    quick = build_timeline(routine, catalogue, lambda text: 0.1).steps[0]
    assert quick.duration_s >= 8
    wordy = build_timeline(routine, catalogue, slow).steps[0]
    assert wordy.duration_s > 4 * 5
    assert wordy.lines[-1].end_s < wordy.duration_s


def test_a_hold_keeps_its_dose_however_long_the_words_are(make_stretch: Make) -> None:
    stretch = make_stretch(hold_s=15)
    timeline = build_timeline(routine_of(stretch), Catalogue.of([stretch], []), lambda t: 20.0)
    holds = [s for s in timeline.steps if s.kind is StepKind.HOLD]
    assert [s.duration_s for s in holds] == [15, 15]
    assert holds[0].lines == ()


def test_the_leg_is_named_in_every_step_that_has_one(
    make_stretch: Make, make_timeline: Lay
) -> None:
    timeline = make_timeline(make_stretch(sets=2))
    for step in timeline.steps:
        if step.kind in (StepKind.PREPARE, StepKind.SWITCH, StepKind.REST):
            said = " ".join(line.text for line in step.lines)
            assert step.side.value in said.lower()
            assert "{" not in said


def test_the_end_belongs_to_the_last_stretch(make_stretch: Make, make_timeline: Lay) -> None:
    timeline = make_timeline(make_stretch("one"), make_stretch("two"))
    assert timeline.stretch_of(timeline.steps[-1]).id == "two"


@pytest.mark.parametrize(("cue", "after_s"), [("", SETTLE_S), ("Lift the leg.", BACK_IN_S)])
def test_after_the_words_of_a_rest_there_is_time_to_do_what_they_ask(
    make_stretch: Make, cue: str, after_s: float
) -> None:
    stretch = make_stretch(sets=2, return_cue=cue)
    timeline = build_timeline(routine_of(stretch), Catalogue.of([stretch], []), lambda t: 5.0)
    for kind in (StepKind.REST, StepKind.SWITCH):
        step = next(s for s in timeline.steps if s.kind is kind)
        assert step.duration_s == pytest.approx(step.lines[-1].end_s + after_s)


def test_every_sentence_is_listed_once(make_stretch: Make, make_timeline: Lay) -> None:
    spoken = make_timeline(make_stretch(sets=2)).spoken
    assert len(spoken) == len(set(spoken))
    assert "Pull until you feel a gentle stretch." in spoken


def test_a_step_of_a_routine_overrides_the_dose(make_stretch: Make) -> None:
    stretch = make_stretch(hold_s=30, sets=1)
    routine = Routine("r", "R", (RoutineStep("strap", DoseChange(hold_s=20, sets=2)),))
    timeline = build_timeline(routine, Catalogue.of([stretch], [routine]))
    assert [s.duration_s for s in timeline.steps if s.kind is StepKind.HOLD] == [20] * 4


def test_an_unknown_stretch_is_named(make_stretch: Make) -> None:
    routine = Routine("r", "Mine", (RoutineStep("nowhere"),))
    with pytest.raises(UserError, match="nowhere"):
        build_timeline(routine, Catalogue.of([make_stretch()], [routine]))


def test_an_empty_routine_is_refused() -> None:
    with pytest.raises(UserError, match="no stretches"):
        build_timeline(Routine("r", "Mine", ()), Catalogue.of([], []))


def test_what_a_stretch_is_good_for_is_said_once_to_those_who_do_not_know_it(
    make_stretch: Make,
) -> None:
    one = make_stretch("one", why="It lengthens the thigh.")
    routine = Routine("r", "R", (RoutineStep("one"), RoutineStep("one")))
    catalogue = Catalogue.of([one], [routine])

    def said(times: dict[str, int] | None) -> int:
        steps = build_timeline(routine, catalogue, times=times).steps
        return sum(line.text == one.why for step in steps for line in step.lines)

    assert [said({}), said({"one": 1}), said(None)] == [1, 0, 0]


def test_a_mistake_is_warned_of_the_first_time_and_every_fifth(make_stretch: Make) -> None:
    one = make_stretch("one", sets=2, mistakes=("Bouncing. Hold still.", "Locking the knees."))
    routine = Routine("r", "R", (RoutineStep("one"), RoutineStep("one")))
    catalogue = Catalogue.of([one], [routine])

    def warned(times: dict[str, int] | None) -> list[str]:
        steps = build_timeline(routine, catalogue, times=times).steps
        first = next(step for step in steps if step.kind is StepKind.HOLD)
        said = [(step, line) for step in steps for line in step.lines]
        mistakes = [(step, line.text) for step, line in said if line.kind is LineKind.MISTAKE]
        assert all(step == first for step, _ in mistakes)
        return [text for _, text in mistakes]

    assert warned({}) == ["Avoid bouncing."]
    assert warned({"one": 5}) == ["Avoid locking the knees."]
    assert warned({"one": 10}) == ["Avoid bouncing."]
    assert [warned({"one": n}) for n in (1, 2, 3, 4, 6)] == [[]] * 5
    assert warned(None) == []


def test_every_line_of_letting_go_names_the_leg_just_done(
    make_stretch: Make, make_timeline: Lay
) -> None:
    one = make_stretch("one", sets=2, release_cue="Lower your {side} leg.")
    steps = make_timeline(one, make_stretch("two")).steps
    said = [
        (str(step.kind), line.text)
        for step in steps
        for line in step.lines
        if line.text.startswith("Lower your")
    ]
    assert said == [
        ("rest", "Lower your left leg."),
        ("switch", "Lower your left leg."),
        ("rest", "Lower your right leg."),
        ("prepare", "Lower your right leg."),
    ]
