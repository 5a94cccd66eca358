"""Few looks are as good as many, whatever happens at the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.breaks.world import Place, Plan, Run, World

from supple.core.breaks.coming import LONGEST_WAIT_S, Coming, coming
from supple.core.breaks.course import SPACING_S
from supple.core.breaks.due import TYPING_LIMIT_S
from supple.core.breaks.event import Closed, Event, How, Prompted, Reason, Rested, Started
from supple.core.breaks.look import Busy
from supple.core.breaks.policy import SETTLE_S
from supple.core.breaks.presence import AWAY_LOOK_S
from supple.core.breaks.rules import Rules
from supple.core.breaks.times import fixed_of, range_of

DAY_S = 12 * 3600
"""The length of a made-up day: enough for every pair of things to meet."""
MANY = 20
seconds = st.integers(0, DAY_S).map(float)
lengths = st.integers(30, 3 * 3600).map(float)
beats = st.sampled_from([1.0, 2.0, 10.0, 45.0, 200.0])


def spans(most: int) -> st.SearchStrategy[list[tuple[float, float]]]:
    """Begin and end, one after another."""
    steps = st.lists(st.tuples(lengths, lengths), max_size=most)

    def lay(pairs: list[tuple[float, float]]) -> list[tuple[float, float]]:
        found, t = [], 0.0
        for gap, length in pairs:
            found.append((t + gap, t + gap + length))
            t += gap + length
        return found

    return steps.map(lay)


@st.composite
def works(draw: Callable[..., object]) -> list[tuple[float, float, float]]:
    """At the desk from the start, then away and back in turns."""
    found, t = [], 0.0
    for begin, end in draw(spans(10)):  # type: ignore[attr-defined]
        found.append((t, begin, draw(beats)))
        t = end
    return [*found, (t, 3.0 * DAY_S, 10.0)]  # type: ignore[list-item]


TEXTS = ["10:30", "10:31", "02:30", "07:00 rising", "20:00 bedtime"]
TEXTS += ["11:15 sat,sun routine:lying-down", "16:00 daily routine:back-care-pair"]
rule_sets = st.builds(
    Rules,
    interval=st.sampled_from([True, True, False]),
    every_s=st.sampled_from([600.0, 1500.0, 3000.0]),
    rest_s=st.sampled_from([180.0, 300.0, 900.0]),
    snooze_min=st.sampled_from([5, 15]),
    days=st.sets(st.integers(0, 6), min_size=2).map(frozenset),
    ranges=st.sampled_from(
        [
            (range_of("00:00-24:00"),),
            (range_of("09:00-12:00"), range_of("13:00-17:30")),
            (range_of("21:00-03:00"), range_of("07:30-08:15")),
        ]
    ),
    times=st.lists(
        st.sampled_from(TEXTS),
        unique=True,
    ).map(lambda texts: tuple(sorted(fixed_of(text) for text in texts))),
    wait_for_pause=st.booleans(),
)
jumps = st.lists(
    st.tuples(seconds, st.sampled_from([60.0, 400.0, 2000.0, 30000.0])),
    max_size=3,
    unique_by=lambda jump: jump[0],
)
sets = st.lists(
    st.tuples(seconds, st.sampled_from([-7200.0, -90.0, 3600.0])),
    max_size=2,
    unique_by=lambda jump: jump[0],
)
worlds = st.builds(
    World,
    rules=rule_sets,
    begin=st.sampled_from(
        [datetime(2026, 10, 24, 6), datetime(2026, 3, 28, 12), datetime(2026, 10, 22, 9)]  # noqa: DTZ001
    ),
    place=st.sampled_from(["Europe/Berlin", "America/New_York"]).map(Place),
    works=works(),
    busy=spans(4).flatmap(
        lambda found: st.sampled_from(sorted(Rules().busy)).map(
            lambda kind: [(begin, end, kind) for begin, end in found]
        )
    ),
    locked=spans(3),
    sleeps=jumps,
    clock_set=sets,
    knows_idle=st.booleans(),
)
wishes: st.SearchStrategy[list[Plan]] = st.lists(
    st.one_of(
        st.tuples(seconds, st.sampled_from(["skip", "not_today", "resume"]), st.just(())),
        st.tuples(seconds, st.just("snooze"), st.sampled_from([(), (5,), (15,)])),
        st.tuples(seconds, st.just("pause"), st.sampled_from([(20,), (60,)])),
        st.tuples(seconds, st.just("change"), st.tuples(rule_sets)),
        st.tuples(seconds, st.just("done_already"), st.just((["2026-10-24 16:00"],))),
    ),
    max_size=4,
)
answers = st.sampled_from(["start", "snooze", "skip", "nothing"])


def run_of(world: World, plans: list[Plan], answer: str) -> Run:
    run = Run(world, plans)
    if answer == "start":
        run.stretches()
    elif answer != "nothing":
        run.answer = lambda at: [(at + 20, answer, ())]
    return run


def timed(events: list[Event]) -> list[tuple[float, str]]:
    return [(round(event.at, 3), repr(event)) for event in events]


@settings(deadline=None, max_examples=MANY)
@given(worlds, wishes, answers, st.lists(seconds, max_size=60))
def test_more_looks_change_nothing(
    world: World, plans: list[Plan], answer: str, also: list[float]
) -> None:
    """Where the desktop tells of calls and of coming back; else see the next tests."""
    world = replace(world, tells_all=True)
    few = run_of(world, plans, answer).until(DAY_S)
    many = run_of(world, plans, answer).until(DAY_S, also)
    assert timed(many.events) == timed(few.events)


@settings(deadline=None, max_examples=2)
@given(worlds, answers)
def test_looking_every_second_shows_the_same(world: World, answer: str) -> None:
    """Every instant of the policy falls on a second here, so that this is exact."""
    world = replace(world, tells_all=True)
    end = 3 * 3600
    few = run_of(world, [], answer).until(end)
    many = run_of(world, [], answer).until(end, map(float, range(end)))
    assert timed(many.events) == timed(few.events)
    assert few.looks < many.looks / 5


@settings(deadline=None, max_examples=MANY)
@given(works(), st.sampled_from([600.0, 3000.0]))
def test_without_a_signal_of_coming_back_a_break_is_a_minute_late_at_most_and_never_early(
    spans_at_work: list[tuple[float, float, float]], every_s: float
) -> None:
    rules = Rules(every_s=every_s, ranges=(range_of("00:00-24:00"),), days=frozenset(range(7)))
    world = World(rules, works=spans_at_work)
    run = run_of(world, [], "skip").until(DAY_S)
    told = replace(world, tells_all=True)
    exact = run_of(told, [], "skip").until(DAY_S)
    assert len([e for e in run.events if isinstance(e, Rested)]) == len(
        [e for e in exact.events if isinstance(e, Rested)]
    )
    since = 0.0
    for event in run.events:
        if isinstance(event, Rested):
            since = max(
                begin for begin, _, _ in [*spans_at_work, (0.0, 0.0, 0.0)] if begin <= event.at
            )
            since = next((b for b, _, _ in spans_at_work if b > event.at), since)
        elif isinstance(event, Prompted):
            worked = event.at - since
            assert worked >= every_s - 0.01
            assert worked <= every_s + AWAY_LOOK_S + TYPING_LIMIT_S + 0.01
        elif isinstance(event, Closed):
            since = max(since, event.at)


@settings(deadline=None, max_examples=MANY)
@given(worlds, wishes, answers)
def test_what_never_happens(world: World, plans: list[Plan], answer: str) -> None:
    run = run_of(world, plans, answer)
    shown = quiet_until = -1.0
    in_session = False
    run.until(DAY_S)
    rules_at = [
        (0.0, world.rules),
        *((t, v[0]) for t, name, v in sorted(plans, key=lambda p: p[0]) if name == "change"),
    ]
    for event in run.events:
        match event:
            case Prompted(at=at, prompt=prompt):
                rules = [r for t, r in rules_at if t <= at][-1]
                assert shown < 0, "two prompts at once"
                assert at >= quiet_until - 0.01, "a prompt too soon after another one"
                assert prompt.why
                assert not in_session
                assert not world.look(at).locked
                busy = world.look(at).busy & rules.busy
                assert bool(busy) == prompt.quiet
                assert not any(0 <= at - slept < SETTLE_S for slept, d in world.sleeps if d >= 900)
                if prompt.reason is Reason.INTERVAL:  # type: ignore[comparison-overlap]
                    assert is_working_hour(rules, world.local(at))
                    assert rules.interval
                shown = at
            case Closed(at=at, how=how):
                assert shown >= 0
                assert at - shown <= 60 + 0.01 or how is How.WITHDRAWN
                shown, quiet_until = -1.0, at + SPACING_S
            case Rested(rest="sleep", at=at):
                quiet_until = at + SETTLE_S
            case Started():
                in_session = True
            case Rested(rest="session"):
                in_session = False
            case _:
                pass


def is_working_hour(rules: Rules, wall: datetime) -> bool:
    """By the clock on the wall alone."""
    minute, day = wall.hour * 60 + wall.minute, wall.weekday()
    return any(
        (day in rules.days and one.begin <= minute < one.last)
        or ((day - 1) % 7 in rules.days and minute + 1440 < one.last)
        for one in rules.ranges
    )


@settings(deadline=None, max_examples=MANY)
@given(worlds, wishes, answers)
def test_looks_are_few_and_each_deadline_is_ahead(
    world: World, plans: list[Plan], answer: str
) -> None:
    run = run_of(world, plans, answer).until(DAY_S)
    assert run.looks < DAY_S / 20
    assert run.breaks.deadline is not None
    assert run.t < run.breaks.deadline <= run.t + LONGEST_WAIT_S


@pytest.mark.parametrize(
    ("rules", "at"),
    [
        (Rules(), 3000.0),
        (Rules(ranges=(range_of("10:00-11:00"),)), 3600.0),
        (Rules(times=(fixed_of("09:30 rising"),)), 1800.0),
        (Rules(days=frozenset()), None),
        (Rules(on=False), None),
    ],
)
def test_what_comes_next(rules: Rules, at: float | None) -> None:
    found = coming(Run(World(rules)).breaks)
    assert (None if found is None else found.at) == at


def test_after_a_night_the_count_begins_with_the_hours() -> None:
    # The run begins at 09:00: three hours are sat through, six are not.
    assert at_of(Rules(ranges=(range_of("12:00-17:00"),))) == 3 * 3600.0
    assert at_of(Rules(ranges=(range_of("15:00-17:00"),))) == 6 * 3600.0 + 3000.0
    # Hours too short for it ask at once or never.
    assert at_of(Rules(ranges=(range_of("15:00-15:30"),))) == 6 * 3600.0


def at_of(rules: Rules) -> float:
    found = coming(Run(World(rules)).breaks)
    assert found is not None
    return found.at


def test_a_time_right_after_an_answer_is_said_to_come_when_it_may() -> None:
    anew = Run(World(replace(Rules(), times=(fixed_of("09:51 rising"),)), knows_idle=False))
    anew.until(3010).act("skip").until(3100)
    assert coming(anew.breaks) == Coming(3310.0, "rising")


def test_nothing_is_said_to_come_while_a_break_is_held_back() -> None:
    run = Run(World(busy=[(0, DAY_S, Busy.FULL_SCREEN)])).until(3001)
    assert coming(run.breaks) is None
    assert coming(run.act("snooze").breaks) == Coming(3301.0, "")
