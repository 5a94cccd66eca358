"""Clocks, and how to notice that the computer slept."""

from __future__ import annotations

import time
from typing import Protocol

SLEPT_S = 2.0
"""Time that passed beyond monotonic time which means sleep."""


class Clock(Protocol):
    """Two readings in seconds: one that only moves on, one that shows the time of day."""

    def monotonic(self) -> float:
        """Seconds that never go back; may stand still while the computer sleeps."""
        ...

    def wall(self) -> float:
        """Seconds since the epoch; may jump."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def monotonic(self) -> float:
        """See ``Clock``."""
        return time.monotonic()

    def wall(self) -> float:
        """See ``Clock``."""
        return time.time()


class SleepDetector:
    """Notices a sleep that the monotonic clock did not count.

    ``time.monotonic`` stands still during suspend on Linux and macOS, so a session would
    take up a hold as if nothing had happened. A system that counts its sleep says so itself,
    whatever is done to the time of day; elsewhere the wall clock shows the hole.
    """

    def __init__(self) -> None:
        self._last: tuple[float, float, float | None] | None = None

    def slept(self, monotonic: float, wall: float, asleep: float | None = None) -> bool:
        """Whether the computer slept for more than ``SLEPT_S`` since the last look.

        ``asleep``: seconds it has slept since it was started; None where it does not tell.
        """
        last, self._last = self._last, (monotonic, wall, asleep)
        if last is None:
            return False
        if asleep is not None and last[2] is not None:
            return asleep - last[2] > SLEPT_S
        return (wall - last[1]) - (monotonic - last[0]) > SLEPT_S

    def forget(self) -> None:
        """Start afresh, as after a pause in looking."""
        self._last = None
