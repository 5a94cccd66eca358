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
    assert not detector.slept(0.0, 0.0)
    assert detector.slept(monotonic, wall) is slept


def test_forgetting_makes_the_next_look_the_first() -> None:
    detector = SleepDetector()
    detector.slept(0.0, 0.0)
    detector.forget()
    assert not detector.slept(1.0, 5000.0)


def test_the_system_clock_moves_on() -> None:
    clock = SystemClock()
    assert clock.monotonic() <= clock.monotonic()
    assert clock.wall() > 1_700_000_000
