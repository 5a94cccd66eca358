"""The session state machine: rules that hold for every routine and every way of using it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from supple.core.command import Command
from supple.core.event import (
    Ended,
    Event,
    LineDue,
    PauseReason,
    RepStarted,
    SessionEnded,
    SessionPaused,
    SessionResumed,
    SessionStarted,
    StepEnded,
    StepStarted,
    StretchSkipped,
)
from supple.core.routine import (
    Catalogue,
    Dose,
    DoseChange,
    Position,
    Reps,
    Routine,
    RoutineStep,
    Side,
    Sides,
    Stretch,
)
from supple.core.session import GAP_S, Session
from supple.core.snapshot import Phase
from supple.core.state import Done, Paused, Ready, Running
from supple.core.step import StepKind
from supple.core.timeline import LEAD_IN_S, Timeline, build_timeline

TICK = 0.25


def quarters(least: float, most: float) -> st.SearchStrategy[float]:
    """Multiples of a quarter: exact in binary, so sums stay exact too."""
    return st.integers(int(least * 4), int(most * 4)).map(lambda n: n / 4)


reps = st.builds(
    Reps,
    count=st.integers(1, 12),
    pace_s=quarters(1, 5),
    words=st.sampled_from([(), ("point", "flex"), ("left", "right")]),
    during_hold=st.booleans(),
)


@st.composite
def stretches(draw: st.DrawFn, id_: str = "s") -> Stretch:
    counted = draw(st.none() | reps)
    hold = draw(quarters(1, 40) if counted is None else st.none() | quarters(1, 40))
    return Stretch(
        id=id_,
        name="Stretch",
        position=Position.LYING,
        sides=draw(st.sampled_from(Sides)),
        difficulty=1,
        setup=("Lie down.", "Raise the {side} leg."),
        dose=Dose(
            hold_s=hold,
            sets=draw(st.integers(1, 3)),
            rest_s=draw(quarters(0, 10)),
            reps=counted,
        ),
        hold_cue="Breathe out slowly.",
        release_cue="Let go slowly.",
        switch_cue="Now the {side} leg.",
        feel="Behind the thigh.",
    )


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    count = draw(st.integers(1, 3))
    made = [draw(stretches(id_=f"s{i}")) for i in range(count)]
    routine = Routine("r", "Test", tuple(RoutineStep(s.id, DoseChange()) for s in made))
    return build_timeline(routine, Catalogue.of(made, [routine]))


def run_through(session: Session, ticks: Callable[[], float], start: float = 100.0) -> list[Event]:
    now = start
    events = list(session.apply(Command.START, now))
    while not isinstance(session.state, Done):
        now += ticks()
        events += session.advance(now)
        assert now < start + 3 * 60 * 60
    return events


def held(events: list[Event]) -> dict[Side, float]:
    total: dict[Side, float] = {}
    for event in events:
        if isinstance(event, StepEnded):
            total[event.step.side] = total.get(event.step.side, 0.0) + event.held_s
    return total


@given(timelines(), st.lists(quarters(0, 2), min_size=1, max_size=7))
def test_events_do_not_depend_on_how_often_it_is_looked_at(
    timeline: Timeline, pattern: list[float]
) -> None:
    steady = run_through(Session(timeline), lambda: TICK)
    turn = 0

    def uneven() -> float:
        nonlocal turn
        turn += 1
        return pattern[turn % len(pattern)] or TICK

    assert run_through(Session(timeline), uneven) == steady


@given(
    timelines(),
    st.lists(st.tuples(quarters(0, 8), st.sampled_from(Command)), max_size=30),
    st.lists(quarters(0.25, 2), min_size=1, max_size=7),
)
def test_not_even_while_wishes_come_in_between(
    timeline: Timeline, wishes: list[tuple[float, Command]], pattern: list[float]
) -> None:
    def run(ticks: list[float]) -> list[Event]:
        session, now, turn = Session(timeline), 100.0, 0
        events = list(session.apply(Command.START, now))
        for wait_s, command in wishes:
            goal = now + wait_s
            while now < goal:
                now = min(goal, now + ticks[turn % len(ticks)])
                turn += 1
                events += session.advance(now)
            events += session.apply(command, now)
        return events

    assert run(pattern) == run([TICK])


@given(timelines(), quarters(0, 120), st.floats(0.01, 86400))
def test_a_gap_anywhere_pauses_at_the_last_good_moment(
    timeline: Timeline, into_s: float, too_long_s: float
) -> None:
    session, now = Session(timeline), 100.0
    session.apply(Command.START, now)
    while now < 100.0 + into_s:
        now += TICK
        session.advance(now)
    assume(isinstance(session.state, Running))
    good = session.snapshot(now)
    assert session.advance(now + GAP_S + too_long_s) == (SessionPaused(now, PauseReason.GAP),)
    then = session.snapshot(now + GAP_S + too_long_s)
    assert (then.step, then.elapsed_s, then.left_s) == (good.step, good.elapsed_s, good.left_s)


@given(timelines())
def test_both_sides_get_equal_holds_and_everything_is_credited(timeline: Timeline) -> None:
    events = run_through(Session(timeline), lambda: 1.0)
    sides = held(events)
    assert sides.get(Side.LEFT, 0) == pytest.approx(sides.get(Side.RIGHT, 0), abs=1e-6)
    planned = sum(e.planned_s for e in events if isinstance(e, StepEnded) and e.held_s)
    assert sum(sides.values()) == pytest.approx(planned, abs=1e-6)


@given(timelines())
def test_an_undisturbed_session_ends_on_the_instant_planned(timeline: Timeline) -> None:
    events = run_through(Session(timeline), lambda: 1.5, start=1234.0)
    assert isinstance(events[-1], SessionEnded)
    assert events[-1].how is Ended.FINISHED
    assert events[-1].at == pytest.approx(1234.0 + timeline.total_s, abs=1e-6)


@given(timelines())
def test_asking_twice_at_the_same_moment_gives_nothing_new(timeline: Timeline) -> None:
    session = Session(timeline)
    session.apply(Command.START, 0.0)
    session.advance(1.75)
    assert session.advance(1.75) == ()


@given(timelines(), st.lists(st.tuples(st.sampled_from(Command), quarters(0, 3)), max_size=60))
def test_any_command_sequence_keeps_the_invariants(
    timeline: Timeline, wishes: list[tuple[Command, float]]
) -> None:
    session = Session(timeline)
    now, events = 50.0, []
    running_s = 0.0
    for command, pause in [(Command.START, 0.0), *wishes]:
        before, was = now, session.state
        now += pause
        events += session.advance(now)
        if isinstance(was, Running):
            running_s += max(0.0, now - max(before, min(was.resumes_at, now)))
        events += session.apply(command, now)
        shot = session.snapshot(now)
        assert shot.left_s >= 0
        assert shot.session_left_s >= 0
        assert 0 <= shot.elapsed_s <= shot.duration_s + 1e-9
        assert 0 <= shot.block_fraction <= 1
        assert 0 <= shot.rep <= shot.reps
        due = session.next_due(now)
        assert (due is not None) is isinstance(session.state, Running)
        assert due is None or due >= now
    if not isinstance(session.state, Done):
        events += session.apply(Command.STOP, now)
    assert sum(held(events).values()) <= running_s + 1e-6
    ended = [e for e in events if isinstance(e, SessionEnded)]
    assert len(ended) == 1
    assert events[-1] is ended[0]
    assert all(a.at <= b.at + 1e-9 for a, b in pairwise(events))
    assert any(isinstance(e, StepEnded) for e in events)


def test_a_sixty_minute_session_ends_within_a_millisecond(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    timeline = make_timeline(
        *[make_stretch(f"s{i}", hold_s=40, sets=3, rest_s=10.5) for i in range(13)]
    )
    assert timeline.total_s > 3600
    events = run_through(Session(timeline), lambda: 0.033)
    assert events[-1].at - 100.0 == pytest.approx(timeline.total_s, abs=0.001)


def test_each_step_starts_where_the_one_before_it_ended(strap_session: Session) -> None:
    events = run_through(strap_session, lambda: 1.9)
    started = [e for e in events if isinstance(e, StepStarted)]
    ended = [e for e in events if isinstance(e, StepEnded)]
    assert [e.step.kind for e in started] == ["prepare", "hold", "switch", "hold", "finish"]
    assert [s.at for s in started[1:]] == [e.at for e in ended[:-1]]
    assert isinstance(events[0], SessionStarted)


def at_first_hold(session: Session, into_s: float) -> float:
    """Start, and walk to ``into_s`` seconds into the first hold; returns the clock."""
    session.apply(Command.START, 0.0)
    goal = session.timeline.steps[1].start_s + into_s
    now = 0.0
    while now < goal:
        now = min(goal, now + 1.0)
        session.advance(now)
    return now


def test_a_gap_pauses_at_the_last_good_moment(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 12)
    events = strap_session.advance(now + 3600)
    assert events == (SessionPaused(now, PauseReason.GAP),)
    shot = strap_session.snapshot(now + 3600)
    assert shot.elapsed_s == pytest.approx(12)
    assert shot.phase is Phase.PAUSED


def test_a_gap_of_exactly_the_limit_is_no_gap(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 5)
    strap_session.advance(now + GAP_S)
    assert isinstance(strap_session.state, Running)


def test_an_interruption_seen_from_outside_takes_back_what_was_not_held(
    strap_session: Session,
) -> None:
    now = at_first_hold(strap_session, 12)
    assert strap_session.interrupt(now - 2) == (SessionPaused(now - 2, PauseReason.GAP),)
    assert strap_session.snapshot(now).elapsed_s == pytest.approx(10)


def test_going_on_after_a_pause_has_a_lead_in_that_is_not_credited(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 12)
    strap_session.apply(Command.PAUSE, now)
    strap_session.advance(now + 500)
    events = strap_session.apply(Command.RESUME, now + 500)
    assert SessionResumed(now + 500, LEAD_IN_S) in events
    assert any(isinstance(e, LineDue) and "Left leg" in e.line.text for e in events)
    shot = strap_session.snapshot(now + 501)
    assert (shot.phase, shot.elapsed_s) == (Phase.LEAD_IN, pytest.approx(12))
    assert shot.lead_in_left_s == pytest.approx(2)
    ended = strap_session.apply(Command.STOP, now + 500 + LEAD_IN_S + 0)
    assert next(e for e in ended if isinstance(e, StepEnded)).held_s == pytest.approx(12)


def test_next_by_accident_is_taken_back_by_previous(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 12)
    left = strap_session.apply(Command.NEXT, now)
    assert next(e for e in left if isinstance(e, StepEnded)).held_s == pytest.approx(12)
    assert strap_session.snapshot(now).step.kind is StepKind.SWITCH
    strap_session.apply(Command.PREVIOUS, now + 1)
    shot = strap_session.snapshot(now + 1)
    assert (shot.step.kind, shot.step.side) == (StepKind.HOLD, Side.LEFT)
    assert shot.elapsed_s == pytest.approx(12)
    assert shot.phase is Phase.LEAD_IN


def test_once_the_session_has_moved_on_previous_is_the_step_before(
    strap_session: Session,
) -> None:
    now = at_first_hold(strap_session, 12)
    strap_session.apply(Command.NEXT, now)
    while strap_session.snapshot(now).step.kind is StepKind.SWITCH:
        now += 1.0
        strap_session.advance(now)
    strap_session.apply(Command.PREVIOUS, now)
    assert strap_session.snapshot(now).step.kind is StepKind.SWITCH


def test_again_by_accident_is_taken_back_by_previous(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 12)
    strap_session.apply(Command.AGAIN, now)
    assert strap_session.snapshot(now).elapsed_s == 0
    strap_session.apply(Command.PREVIOUS, now + 1)
    assert strap_session.snapshot(now + 1).elapsed_s == pytest.approx(12)


def test_whoever_jumps_into_a_hold_is_told_which_leg(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 12)
    events = strap_session.apply(Command.AGAIN, now)
    assert [e.line.text for e in events if isinstance(e, LineDue)][:1] == ["Left leg. Get ready."]


def test_whoever_jumps_out_of_a_pause_goes_on(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 12)
    strap_session.apply(Command.PAUSE, now)
    events = strap_session.apply(Command.NEXT, now + 60)
    assert SessionResumed(now + 60, 0.0) in events


def test_next_at_the_end_is_the_end(strap_session: Session) -> None:
    strap_session.apply(Command.START, 0.0)
    for _ in range(5):
        events = strap_session.apply(Command.NEXT, 1.0)
    assert strap_session.state == Done(4, Ended.FINISHED)
    assert events[-1] == SessionEnded(1.0, Ended.FINISHED)


def test_previous_goes_to_the_step_before_and_next_takes_that_back(
    strap_session: Session,
) -> None:
    now = at_first_hold(strap_session, 12)
    strap_session.apply(Command.PREVIOUS, now)
    assert strap_session.snapshot(now).step.kind is StepKind.PREPARE
    strap_session.apply(Command.NEXT, now + 1)
    assert strap_session.snapshot(now + 1).elapsed_s == pytest.approx(12)


def test_again_during_the_switch_repeats_the_hold_just_done(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 29.5)
    strap_session.advance(now + 1)
    assert strap_session.snapshot(now + 1).step.kind is StepKind.SWITCH
    strap_session.apply(Command.AGAIN, now + 1)
    shot = strap_session.snapshot(now + 1)
    assert (shot.step.kind, shot.step.side, shot.elapsed_s) == (StepKind.HOLD, Side.LEFT, 0)


def test_ten_seconds_more_go_to_both_sides(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 12)
    strap_session.apply(Command.LONGER, now)
    assert strap_session.snapshot(now).duration_s == 40
    events = []
    while not isinstance(strap_session.state, Done):
        now += 1.0
        events += strap_session.advance(now)
    assert held(events)[Side.LEFT] == pytest.approx(held(events)[Side.RIGHT]) == 40


def test_the_last_words_of_a_hold_wait_for_a_later_end(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 12)
    strap_session.apply(Command.LONGER, now)
    end, said = now + 28, []
    while now < end:
        now += 1.0
        said += strap_session.advance(now)
    counted = [e.at for e in said if isinstance(e, LineDue) and e.line.text == "Three."]
    assert counted == [pytest.approx(end - 3)]


def test_ten_seconds_less_never_take_back_what_is_over(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 25)
    events = strap_session.apply(Command.SHORTER, now)
    ended = next(e for e in events if isinstance(e, StepEnded))
    assert (ended.held_s, ended.completed) == (pytest.approx(25), True)


def test_hurts_stops_the_clock_and_speaks_first(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 12)
    events = strap_session.apply(Command.HURTS, now)
    assert events[0] == SessionPaused(now, PauseReason.HURTS)
    assert isinstance(events[1], LineDue)
    assert events[1].line.text == "Let go slowly."
    for ignored in (Command.RESUME, Command.NEXT, Command.PREVIOUS, Command.AGAIN, Command.LONGER):
        assert strap_session.apply(ignored, now + 1) == ()
        assert isinstance(strap_session.state, Paused)


def test_easing_off_goes_on_for_fifteen_seconds_at_most(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 5)
    strap_session.apply(Command.HURTS, now)
    strap_session.apply(Command.EASE_OFF, now + 10)
    shot = strap_session.snapshot(now + 10)
    assert (shot.left_s, shot.phase) == (pytest.approx(15), Phase.LEAD_IN)


def test_an_eased_stretch_says_so_and_shows_so_to_its_end(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 20)
    strap_session.apply(Command.HURTS, now)
    strap_session.apply(Command.EASE_OFF, now + 5)
    now += 5
    said: list[str] = []
    while not isinstance(strap_session.state, Done):
        shot = strap_session.snapshot(now)
        if shot.step.kind is StepKind.HOLD:
            assert shot.eased
        now += 0.5
        events = strap_session.advance(now)
        said += [e.line.text for e in events if isinstance(e, LineDue)]
    assert "Half as far this time." in said
    assert "Pull until you feel a gentle stretch." not in said
    assert "Hold for 15 seconds." in said


def test_looking_at_something_else_gives_back_what_was(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 5)
    strap_session.apply(Command.WAIT, now)
    strap_session.apply(Command.GO_BACK, now + 9)
    assert isinstance(strap_session.state, Running)
    strap_session.apply(Command.PAUSE, now + 10)
    strap_session.apply(Command.WAIT, now + 11)
    strap_session.apply(Command.GO_BACK, now + 20)
    assert isinstance(strap_session.state, Paused)


def test_not_stopping_after_all_gives_back_what_was(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 5)
    strap_session.apply(Command.ASK_STOP, now)
    strap_session.apply(Command.GO_BACK, now + 4)
    assert isinstance(strap_session.state, Running)
    strap_session.apply(Command.PAUSE, now + 5)
    strap_session.apply(Command.ASK_STOP, now + 6)
    strap_session.apply(Command.ASK_STOP, now + 7)
    strap_session.apply(Command.GO_BACK, now + 8)
    assert strap_session.snapshot(now + 8).pause_reason is PauseReason.ASKED


def test_going_back_after_something_else_was_asked_changes_nothing(
    strap_session: Session,
) -> None:
    now = at_first_hold(strap_session, 5)
    strap_session.apply(Command.WAIT, now)
    strap_session.apply(Command.HURTS, now + 1)
    assert strap_session.apply(Command.GO_BACK, now + 2) == ()
    assert strap_session.snapshot(now + 2).pause_reason is PauseReason.HURTS


def test_skipping_a_stretch_that_hurts_leaves_both_its_sides(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    session = Session(make_timeline(make_stretch("one"), make_stretch("two")))
    now = at_first_hold(session, 5)
    session.apply(Command.HURTS, now)
    events = session.apply(Command.SKIP_STRETCH, now + 4)
    assert [type(e) for e in events[:3]] == [StepEnded, StretchSkipped, SessionResumed]
    assert isinstance(events[0], StepEnded)
    assert not events[0].completed
    shot = session.snapshot(now + 4)
    assert (shot.step.kind, shot.step.stretch) == (StepKind.PREPARE, "two")


def test_stopping_because_it_hurts_is_told_apart(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 5)
    strap_session.apply(Command.HURTS, now)
    events = strap_session.apply(Command.STOP, now + 3)
    assert events[-1] == SessionEnded(now + 3, Ended.HURT)


def test_it_has_passed_goes_on_where_it_stopped(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 5)
    strap_session.apply(Command.HURTS, now)
    strap_session.apply(Command.PASSED, now + 9)
    shot = strap_session.snapshot(now + 9)
    assert (shot.phase, shot.elapsed_s) == (Phase.LEAD_IN, pytest.approx(5))


def test_asking_to_stop_pauses_until_answered(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 5)
    strap_session.apply(Command.ASK_STOP, now)
    assert strap_session.snapshot(now).pause_reason is PauseReason.STOP_ASKED
    strap_session.apply(Command.RESUME, now + 1)
    assert isinstance(strap_session.state, Running)


@pytest.mark.parametrize("command", [c for c in Command if c is not Command.START])
def test_nothing_but_start_does_anything_before_the_start(
    strap_session: Session, command: Command
) -> None:
    assert strap_session.apply(command, 1.0) == ()
    assert isinstance(strap_session.state, Ready)


@pytest.mark.parametrize("command", list(Command))
def test_nothing_does_anything_after_the_end(strap_session: Session, command: Command) -> None:
    strap_session.apply(Command.START, 0.0)
    strap_session.apply(Command.STOP, 1.0)
    assert strap_session.apply(command, 2.0) == ()
    assert strap_session.snapshot(2.0).ended is Ended.STOPPED


def test_a_clock_that_goes_back_changes_nothing(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 5)
    assert strap_session.advance(now - 30) == ()
    assert strap_session.snapshot(now - 30).elapsed_s == pytest.approx(5)


def test_repetitions_are_counted_from_one(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    swing = make_stretch("swing", hold_s=None, reps=Reps(3, 2.0, ("front", "back")))
    events = run_through(Session(make_timeline(swing)), lambda: 0.5)
    left = [e for e in events if isinstance(e, RepStarted) and e.step.side is Side.LEFT]
    assert [e.rep for e in left] == [1, 2, 3]
    assert left[1].at - left[0].at == pytest.approx(2.0)


def finish_words(events: list[Event]) -> list[str]:
    return [
        e.line.text for e in events if isinstance(e, LineDue) and e.step.kind is StepKind.FINISH
    ]


def test_the_end_tells_what_was_done(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    timeline = make_timeline(make_stretch("one"), make_stretch("two"), make_stretch("three"))
    told = finish_words(run_through(Session(timeline), lambda: 1.0))
    assert "All three stretches done." in told


def test_what_was_skipped_is_not_called_done(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    session = Session(make_timeline(make_stretch("one"), make_stretch("two")))
    now = at_first_hold(session, 5)
    session.apply(Command.HURTS, now)
    session.apply(Command.SKIP_STRETCH, now + 1)
    now += 1
    events: list[Event] = []
    while not isinstance(session.state, Done):
        now += 1.0
        events += session.advance(now)
    assert "One of two stretches done." in finish_words(events)


def test_a_session_in_which_nothing_was_done_is_not_praised(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    session = Session(make_timeline(make_stretch("one")))
    now = at_first_hold(session, 5)
    session.apply(Command.HURTS, now)
    session.apply(Command.SKIP_STRETCH, now + 1)
    now += 1
    events: list[Event] = []
    while not isinstance(session.state, Done):
        now += 1.0
        events += session.advance(now)
    words = finish_words(events)
    assert "That is the end. Rest a little." in words
    assert not any("done" in text.lower() for text in words)


def last_words_after_a_skip(session: Session, now: float) -> list[str]:
    session.apply(Command.HURTS, now)
    now += 1.0
    events = list(session.apply(Command.SKIP_STRETCH, now))
    while not isinstance(session.state, Done):
        now += 1.0
        events += session.advance(now)
    return finish_words(events)


def test_who_was_only_getting_ready_is_not_asked_to_let_go(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    last = make_stretch("two", release_cue="Bring your hips back slowly.")
    session = Session(make_timeline(make_stretch("one"), last))
    now = at_first_hold(session, 5)
    session.apply(Command.NEXT, now)
    session.apply(Command.NEXT, now)
    session.apply(Command.NEXT, now)
    shot = session.snapshot(now)
    assert (shot.step.kind, shot.step.stretch) == (StepKind.PREPARE, "two")
    words = last_words_after_a_skip(session, now)
    assert words
    assert "Bring your hips back slowly." not in words


def test_what_was_left_out_before_it_began_is_not_let_go_of_before_the_next(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    first = make_stretch("one", release_cue="Bring your hips back slowly.")
    timeline = make_timeline(first, make_stretch("two"))
    ready = next(s for s in timeline.steps if s.kind is StepKind.PREPARE and s.stretch == "two")
    assert ready.lines[0].text == "Bring your hips back slowly."
    session = Session(timeline)
    session.apply(Command.START, 0.0)
    session.apply(Command.HURTS, 1.0)
    session.apply(Command.SKIP_STRETCH, 2.0)
    shot = session.snapshot(2.0)
    assert [line.text for line in shot.step.lines] == [line.text for line in ready.lines[1:]]
    assert shot.step.lines[0].offset_s == 0
    assert shot.duration_s == ready.duration_s
    # Gone back to and begun after all, it is to be let go of.
    session.apply(Command.PREVIOUS, 3.0)
    session.apply(Command.NEXT, 4.0)
    session.apply(Command.HURTS, 20.0)
    session.apply(Command.SKIP_STRETCH, 21.0)
    assert session.snapshot(21.0).step.lines == ready.lines


def test_who_was_in_the_last_stretch_is_asked_to_let_go(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    last = make_stretch("two", release_cue="Bring your hips back slowly.")
    session = Session(make_timeline(last))
    words = last_words_after_a_skip(session, at_first_hold(session, 5))
    assert words[0] == "Bring your hips back slowly."


def test_a_question_over_a_question_gives_back_the_one_below(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 5)
    strap_session.apply(Command.ASK_STOP, now)
    strap_session.apply(Command.WAIT, now + 1)
    strap_session.apply(Command.GO_BACK, now + 2)
    assert strap_session.snapshot(now + 2).pause_reason is PauseReason.STOP_ASKED
    strap_session.apply(Command.GO_BACK, now + 3)
    assert isinstance(strap_session.state, Running)


def test_without_a_question_there_is_nothing_to_go_back_to(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 5)
    strap_session.apply(Command.PAUSE, now)
    assert strap_session.apply(Command.GO_BACK, now + 1) == ()
    strap_session.apply(Command.RESUME, now + 2)
    strap_session.apply(Command.WAIT, now + 3)
    strap_session.apply(Command.RESUME, now + 4)
    strap_session.apply(Command.PAUSE, now + 5)
    assert strap_session.apply(Command.GO_BACK, now + 6) == ()
    assert isinstance(strap_session.state, Paused)


def test_what_comes_then_has_its_present_length(strap_session: Session) -> None:
    now = at_first_hold(strap_session, 12)
    strap_session.apply(Command.LONGER, now)
    strap_session.apply(Command.NEXT, now)
    shot = strap_session.snapshot(now)
    assert (shot.step.kind, shot.then) == (StepKind.SWITCH, "hold for 40 seconds")


def test_a_skip_by_accident_is_taken_back_by_previous(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    session = Session(make_timeline(make_stretch("one"), make_stretch("two")))
    now = at_first_hold(session, 5)
    session.apply(Command.HURTS, now)
    session.apply(Command.SKIP_STRETCH, now + 1)
    session.apply(Command.PREVIOUS, now + 2)
    shot = session.snapshot(now + 2)
    assert (shot.step.stretch, shot.step.side, shot.phase) == ("one", Side.LEFT, Phase.LEAD_IN)
    assert shot.elapsed_s == pytest.approx(5)


def test_easing_off_in_a_rest_eases_what_comes(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    session = Session(make_timeline(make_stretch(sets=2)))
    now = at_first_hold(session, 30)
    rest_s = session.snapshot(now).left_s
    assert session.snapshot(now).step.kind is StepKind.REST
    session.apply(Command.HURTS, now)
    session.apply(Command.EASE_OFF, now + 1)
    assert session.snapshot(now + 1).left_s == rest_s
    session.apply(Command.NEXT, now + 1)
    shot = session.snapshot(now + 1)
    assert (shot.duration_s, shot.eased) == (15, True)


def test_there_is_nothing_to_ease_at_the_end(strap_session: Session) -> None:
    strap_session.apply(Command.START, 0.0)
    for _ in range(4):
        strap_session.apply(Command.NEXT, 1.0)
    assert strap_session.snapshot(1.0).step.kind is StepKind.FINISH
    strap_session.apply(Command.HURTS, 2.0)
    events = strap_session.apply(Command.EASE_OFF, 3.0)
    assert not strap_session.snapshot(3.0).eased
    assert [e.line.text for e in events if isinstance(e, LineDue)] == ["Get ready."]


def test_a_step_that_is_over_before_it_is_taken_up_again_begins_all_the_same(
    strap_session: Session,
) -> None:
    now = at_first_hold(strap_session, 25)
    strap_session.apply(Command.NEXT, now)
    strap_session.apply(Command.PREVIOUS, now + 1)
    strap_session.apply(Command.SHORTER, now + 1.5)
    events = strap_session.advance(now + 2) + strap_session.advance(now + 1 + LEAD_IN_S)
    assert [type(e) for e in events[:2]] == [StepStarted, StepEnded]
    assert isinstance(events[1], StepEnded)
    assert (events[1].held_s, events[1].completed) == (0, True)


def test_the_last_words_stay_true_when_the_end_is_made_longer(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    session = Session(make_timeline(make_stretch("one")))
    session.apply(Command.START, 0.0)
    for _ in range(4):
        session.apply(Command.NEXT, 0.0)
    events = list(session.apply(Command.LONGER, 0.0))
    now = 0.0
    while not isinstance(session.state, Done):
        now += 0.5
        events += session.advance(now)
    assert not any("done" in text.lower() for text in finish_words(events))
