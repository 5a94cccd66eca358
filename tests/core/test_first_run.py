"""The questions of the first start."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.first_run import (
    GOALS,
    GRAVE,
    FirstRun,
    Occasion,
    Step,
    answers_line,
    begin,
    equipment_word,
    finished,
    place_line,
    skipped,
    stopped,
)
from supple.core.person import ASKED_EQUIPMENT, Spot
from supple.core.reminders import Reminders
from supple.core.safety import QUESTIONS, Advice, Screening
from supple.core.settings import KEYS, Settings

DAY = date(2026, 11, 22)
IDS = [question.id for question in QUESTIONS]
ACTIONS = st.one_of(
    st.tuples(st.just("tick"), st.sampled_from(IDS), st.booleans()),
    st.tuples(st.just("tick_none"), st.booleans()),
    st.tuples(st.just("clear")),
    st.tuples(st.just("place"), st.sampled_from(Spot), st.booleans()),
    st.tuples(st.just("have"), st.sampled_from(ASKED_EQUIPMENT), st.booleans()),
    st.tuples(st.just("aim"), st.sampled_from(GOALS)),
    st.tuples(st.just("next")),
    st.tuples(st.just("back")),
)
STEPS = st.sampled_from([(), (Step.SAFETY,), (Step.PLACE,), (Step.SAFETY, Step.PLACE)])


@st.composite
def runs(draw: st.DrawFn) -> FirstRun:
    """Whatever a person can come to by answering, going on and going back."""
    run = begin(Settings(), *draw(STEPS))
    for name, *args in draw(st.lists(ACTIONS, max_size=25)):
        if name in ("tick", "tick_none", "clear") and run.step is not Step.SAFETY:
            continue  # the questions are out of sight
        run = getattr(run, name)(*args)
    return run


def screening(settings: Settings) -> Screening:
    on = date.fromisoformat(settings.safety_on) if settings.safety_on else None
    told = settings.safety_cleared_on
    cleared = date.fromisoformat(told) if told else None
    return Screening(on, frozenset(settings.safety_ticked), cleared)


def test_nothing_is_ticked_in_advance_and_nobody_goes_on_without_a_choice() -> None:
    run = begin(Settings())
    assert (run.step, run.ticked, run.none) == (Step.SAFETY, frozenset(), False)
    assert run.waits_for == "Choose at least one line"
    assert run.next() is run


@pytest.mark.parametrize(
    ("ticked", "advice", "goes_on", "may_clear", "may_leave"),
    [
        (["saddle"], Advice.URGENT, False, False, False),
        (["saddle", "leg", "knee"], Advice.URGENT, False, False, False),
        (["leg"], Advice.ASK_FIRST, False, True, False),
        (["bones", "knee"], Advice.ASK_FIRST, False, True, False),
        (["knee"], Advice.LEAVE_OUT, True, False, True),
        (["pregnancy", "hamstring"], Advice.LEAVE_OUT, True, False, True),
    ],
)
def test_what_an_answer_opens(
    ticked: list[str], advice: Advice, goes_on: bool, may_clear: bool, may_leave: bool
) -> None:
    run = begin(Settings())
    for id_ in ticked:
        run = run.tick(id_, True)
    assert run.advice is advice
    assert (run.may_go_on, run.may_clear, run.may_leave) == (goes_on, may_clear, may_leave)


def test_an_urgent_answer_cannot_be_cleared() -> None:
    run = begin(Settings()).tick("saddle", True).clear()
    assert not run.cleared
    assert run.next().step is Step.SAFETY


def test_having_been_told_counts_until_an_answer_changes() -> None:
    run = begin(Settings()).tick("leg", True).clear()
    assert run.next().step is Step.PLACE
    again = run.next().back().tick("surgery", True)
    assert not again.may_go_on


def test_a_place_is_needed() -> None:
    run = begin(Settings()).tick_none(True).next()
    for spot in Spot:
        run = run.place(spot, False)
    assert run.waits_for == "Choose at least one place"
    assert run.next().step is Step.PLACE


def test_unknown_answers_are_refused() -> None:
    run = begin(Settings())
    with pytest.raises(KeyError):
        run.tick("nonsense", True)
    with pytest.raises(ValueError, match="not asked for"):
        run.have("wall", True)
    with pytest.raises(ValueError, match="4 is not one of"):
        run.aim(4)


@given(runs())
def test_none_of_these_and_a_tick_rule_each_other_out(run: FirstRun) -> None:
    assert not (run.none and run.ticked)
    assert run.tick_none(True).ticked == frozenset()
    assert not run.tick("knee", True).none


@given(runs())
def test_no_later_step_is_reached_past_a_grave_or_missing_answer(run: FirstRun) -> None:
    if Step.SAFETY in run.steps and run.step is not Step.SAFETY:
        assert run.ticked or run.none
        assert run.advice is not Advice.URGENT
        assert run.advice is not Advice.ASK_FIRST or run.cleared


@given(runs())
def test_whoever_finishes_may_stretch_and_is_kept_as_answered(run: FirstRun) -> None:
    if not (run.may_go_on and run.is_last):
        return
    kept = finished(run, Settings(), DAY)
    assert kept.first_run_done
    assert screening(kept).may_stretch
    if Step.SAFETY in run.steps:
        assert screening(kept).ticked == run.ticked
        assert screening(kept).on == DAY
    # Every value is one that the settings file takes back.
    for key in KEYS:
        value = getattr(kept, key.name)
        assert key.read(list(value) if isinstance(value, tuple) else value) == value


@given(runs())
def test_whoever_stops_on_a_grave_answer_may_not_stretch(run: FirstRun) -> None:
    before = Settings(safety_cleared_on="2026-01-01", first_run_done=True)
    kept = stopped(run, before, DAY)
    if run.advice in GRAVE:
        assert not screening(kept).may_stretch
        assert kept.first_run_done
    else:
        assert kept == before


@given(runs())
def test_going_on_and_back_changes_no_answer(run: FirstRun) -> None:
    for other in (run.next().back(), run.back().next()):
        assert replace(other, at=run.at) == run


def test_finishing_too_early_is_refused() -> None:
    with pytest.raises(ValueError, match="do not let"):
        finished(begin(Settings()).tick("leg", True), Settings(), DAY)


def test_everything_that_was_asked_is_kept() -> None:
    run = begin(Settings()).tick("pregnancy", True).tick("leg", True).clear().next()
    run = run.place(Spot.FLOOR, False).have("strap", False).have("partner", True).next()
    kept = finished(run.aim(7), Settings(), DAY)
    assert (kept.safety_on, kept.safety_cleared_on) == ("2026-11-22", "2026-11-22")
    assert kept.safety_ticked == ("leg", "pregnancy")
    assert kept.spots == ("chair", "standing")
    assert kept.equipment == ("mat", "two-chairs", "partner")
    assert kept.weekly_goal_days == 7


def test_the_reminders_are_kept_with_the_goal_and_only_then() -> None:
    before = Settings(break_every_min=30, break_times=("07:00 rising",))
    run = begin(before).tick_none(True)
    assert run.reminders == Reminders(every_min=30)
    run = run.remind(Reminders(every_min=40, evening=True, with_system=True))
    kept = finished(run, before, DAY)
    assert (kept.break_every_min, kept.start_with_system) == (40, True)
    assert kept.break_times == ("07:00 rising", "20:00 bedtime")
    kept = finished(replace(run, steps=(Step.SAFETY,)), before, DAY)
    assert (kept.break_every_min, kept.break_times) == (30, ("07:00 rising",))


def test_what_was_not_asked_stays_as_it_was() -> None:
    before = Settings(weekly_goal_days=4, spots=("floor",), safety_on="2026-03-01")
    kept = finished(begin(before, Step.SAFETY).tick_none(True), before, DAY)
    assert (kept.weekly_goal_days, kept.spots) == (4, ("floor",))
    kept = finished(begin(before, Step.PLACE), before, DAY)
    assert kept.safety_on == "2026-03-01"


def test_a_clearance_of_earlier_answers_does_not_clear_new_ones() -> None:
    before = Settings(safety_on="2026-03-01", safety_cleared_on="2026-03-01")
    kept = finished(begin(before, Step.SAFETY).tick("knee", True), before, DAY)
    assert kept.safety_cleared_on == ""


def test_skipping_takes_no_answer_away() -> None:
    stopped_before = stopped(begin(Settings()).tick("saddle", True), Settings(), DAY)
    kept = skipped(stopped_before)
    assert kept.first_run_done
    assert not screening(kept).may_stretch
    assert not screening(skipped(Settings())).answered


@pytest.mark.parametrize(
    ("settings", "anew", "occasion", "ticked", "none"),
    [
        (Settings(), False, Occasion.FIRST, [], False),
        (Settings(safety_on="2026-01-01", safety_ticked=("knee",)), True, Occasion.DUE, [], False),
        (
            Settings(safety_on="2026-01-01", safety_ticked=("knee",)),
            False,
            Occasion.CHANGE,
            ["knee"],
            False,
        ),
        (Settings(safety_on="2026-01-01"), False, Occasion.CHANGE, [], True),
    ],
)
def test_answers_are_shown_only_to_be_changed(
    settings: Settings, anew: bool, occasion: Occasion, ticked: list[str], none: bool
) -> None:
    run = begin(settings, Step.SAFETY, anew=anew)
    assert (run.occasion, run.ticked, run.none) == (occasion, frozenset(ticked), none)


def test_grave_answers_of_before_may_be_left_as_they_are() -> None:
    before = Settings(
        safety_on="2026-01-01", safety_ticked=("leg",), safety_cleared_on="2026-01-01"
    )
    run = begin(before, Step.SAFETY, anew=False)
    assert run.may_leave
    assert not run.tick("surgery", True).may_leave
    assert run.tick("knee", True).may_leave, "a stray click is no reason to save"
    assert run.tick("leg", False).tick("leg", True).may_leave
    assert run.tick_none(True).may_leave


@pytest.mark.parametrize(("days", "goal"), [(2, 3), (3, 3), (5, 5), (6, 5), (7, 7)])
def test_the_nearest_goal_is_chosen_in_advance(days: int, goal: int) -> None:
    assert begin(Settings(weekly_goal_days=days)).goal_days == goal


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (Settings(), "Not answered yet"),
        (Settings(safety_on="2026-11-22"), "Answered 22 November, none of them"),
        (
            Settings(safety_on="2026-11-02", safety_ticked=("knee",)),
            "Answered 2 November, 1 thing",
        ),
        (
            Settings(safety_on="2026-11-22", safety_ticked=("leg", "knee")),
            "Answered 22 November, 2 things",
        ),
    ],
)
def test_the_answers_in_a_line(settings: Settings, line: str) -> None:
    assert answers_line(settings) == line


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        (Settings(), "On my chair, standing, on the floor. Mat, strap, two chairs."),
        (Settings(spots=("floor",), equipment=()), "On the floor."),
    ],
)
def test_place_and_equipment_in_a_line(settings: Settings, line: str) -> None:
    assert place_line(settings) == line


def test_every_piece_that_is_asked_for_has_a_word() -> None:
    words = [equipment_word(id_) for id_ in ASKED_EQUIPMENT]
    assert words == ["Mat or carpet", "Strap, towel or belt", "Two chairs", "A partner"]
