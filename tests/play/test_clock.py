"""Noticing a sleep."""

from __future__ import annotations

import pytest

from supple.play.clock import SleepDetector, SystemClock


@pytest.mark.parametrize(
    ("monotonic", "wall", "slept"),
    [
        (0.03, 0.03, False),
        (1.9, 1.9, False),
        (0.03, 3600.0, True),  # suspended: only the wall clock moved
        (3600.0, 3600.0, False),  # the session's own gap rule sees this one
        (0.03, -3600.0, False),  # the clock was set back
        (0.03, 1.5, False),  # a small correction of the time
    ],
)
def test_only_wall_time_that_monotonic_time_missed_is_sleep(
    monotonic: float, wall: float, slept: bool
) -> None:
    detector = SleepDetector()
    assert not detector.slept(500.0, 1.7e9)
    assert detector.slept(500.0 + monotonic, 1.7e9 + wall) is slept


@pytest.mark.parametrize(
    ("wall", "asleep", "slept"),
    [
        (3600.0, 7.0, False),  # the clock was set forward
        (-3600.0, 7.0, False),
        (3600.03, 3607.0, True),  # suspended
        (0.03, 3607.0, True),  # suspended, and the clock set back on waking
        (1.5, 8.4, False),
    ],
)
def test_a_system_that_counts_its_sleep_is_believed_whatever_the_wall_shows(
    wall: float, asleep: float, slept: bool
) -> None:
    detector = SleepDetector()
    assert not detector.slept(0.0, 0.0, 7.0)
    assert detector.slept(0.03, wall, asleep) is slept


def test_where_it_cannot_tell_at_both_looks_the_wall_clock_does() -> None:
    for before, after in ((None, 9000.0), (7.0, None)):
        detector = SleepDetector()
        detector.slept(0.0, 0.0, before)
        assert detector.slept(0.03, 3600.0, after)


def test_forgetting_makes_the_next_look_the_first() -> None:
    detector = SleepDetector()
    detector.slept(0.0, 0.0)
    detector.forget()
    assert not detector.slept(1.0, 5000.0)


def test_the_system_clock_moves_on() -> None:
    clock = SystemClock()
    assert clock.monotonic() <= clock.monotonic()
    assert clock.wall() > 1_700_000_000
