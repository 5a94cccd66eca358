"""How many stretches were really done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.core.command import Command
from supple.core.event import Event, StepEnded
from supple.core.routine import Reps, Stretch
from supple.core.session import Session
from supple.core.tally import Tally
from supple.core.timeline import Timeline


def test_a_stretch_is_done_when_every_set_of_every_side_is(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    timeline = make_timeline(make_stretch("one", sets=2), make_stretch("two"))
    tally = Tally(timeline)
    assert (tally.done, tally.blocks) == (0, 2)
    work = [step for step in timeline.steps if step.kind.is_work]
    for step in work[:3]:
        tally.completed(step.block, step.index)
    assert tally.done == 0
    tally.completed(work[3].block, work[3].index)
    assert tally.done == 1
    tally.completed(0, 0)  # a step that is no work changes nothing
    assert tally.done == 1


def _shares(timeline: Timeline, events: tuple[Event, ...]) -> tuple[float, ...]:
    tally = Tally(timeline)
    for event in events:
        if isinstance(event, StepEnded):
            tally.left(event)
    return tally.shares


def test_a_hold_done_again_counts_once(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    timeline = make_timeline(make_stretch("one"))
    tally = Tally(timeline)
    left, right = (step for step in timeline.steps if step.kind.is_work)
    for step, done, share in ((left, 0, 0.5), (left, 0, 0.5), (right, 1, 1.0)):
        tally.left(StepEnded(0.0, step, step.duration_s, step.duration_s, True))
        assert (tally.done, tally.shares) == (done, (share,))


def _stopped(timeline: Timeline, after_s: float) -> tuple[float, ...]:
    """What was done of each stretch by somebody who stops after so many seconds."""
    session = Session(timeline)
    events = list(session.apply(Command.START, 0.0))
    for second in range(1, int(after_s) + 1):
        events += session.advance(float(second))
    events += session.apply(Command.STOP, after_s)
    return _shares(timeline, tuple(events))


def test_getting_ready_is_no_part_of_what_was_done(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    timeline = make_timeline(make_stretch("one"), make_stretch("two"))
    assert _stopped(timeline, 2.0) == (0.0, 0.0)


def test_a_hold_cut_short_counts_for_its_seconds(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    timeline = make_timeline(make_stretch("one"), make_stretch("two"))
    work = [s for s in timeline.steps if s.kind.is_work and s.block == 0]
    planned = sum(s.duration_s for s in work)
    assert _stopped(timeline, work[0].start_s + 6.0) == pytest.approx((6.0 / planned, 0.0))
    assert _stopped(timeline, timeline.total_s - 1.0) == pytest.approx((1.0, 1.0))


def test_repetitions_cut_short_count_for_their_seconds(
    make_stretch: Callable[..., Stretch], make_timeline: Callable[..., Timeline]
) -> None:
    timeline = make_timeline(make_stretch("one", reps=Reps(10, 4.0), hold_s=0.0))
    first = next(s for s in timeline.steps if s.kind.is_work)
    done = _stopped(timeline, first.start_s + first.work_from_s + 8.0)
    planned = sum(s.duration_s - s.work_from_s for s in timeline.steps if s.kind.is_work)
    assert done == pytest.approx((8.0 / planned,))
