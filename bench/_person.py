"""Shared by the benches: a person at a desk by script, and clocks that run faster than ours."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer

from supple.core.breaks.look import Busy
from supple.play.break_loop import SystemZone

DAY = datetime(2026, 11, 19)  # noqa: DTZ001 - what the wall shows; a Thursday


def of_day(clock: str) -> float:
    """Seconds since midnight of ``HH:MM`` or ``HH:MM:SS``."""
    hours, minutes, *rest = (int(part) for part in clock.split(":"))
    return hours * 3600.0 + minutes * 60 + sum(rest)


def clock_of(second: float) -> str:
    """``HH:MM:SS`` of a second of the day."""
    return f"{DAY + timedelta(seconds=round(second)):%H:%M:%S}"


class Clocks:
    """The clocks of ``DAY``, ``speed`` times as fast as the computer's. Sleep stops one of them."""

    def __init__(self, begin: float, speed: float) -> None:
        """``begin`` is the second of the day at which they start."""
        self.speed = speed
        self.slept_s = 0.0
        self._began = time.monotonic()
        self._begin = begin
        self._midnight = SystemZone().instant(DAY)

    def monotonic(self) -> float:
        """See ``play.clock.Clock``."""
        return (time.monotonic() - self._began) * self.speed

    def wall(self) -> float:
        """See ``play.clock.Clock``."""
        return self._midnight + self.second

    @property
    def second(self) -> float:
        """Of the day, as the wall shows it."""
        return self._begin + self.monotonic() + self.slept_s

    def sleep(self, seconds: float) -> None:
        """The computer sleeps so long: at once, as nothing of it is felt."""
        self.slept_s += seconds


class _Timer(QTimer):
    """A real timer that is set in the time of ``Clocks``."""

    speed = 1.0

    def start(self, ms: int | None = None) -> None:
        """``ms`` by the fast clock."""
        super().start(max(1, round((ms or 0) / self.speed)))


def fast_timer(owner: QObject, speed: float, act: Callable[[], object]) -> QTimer:
    """A timer for one call of ``act``, to be started with milliseconds of the fast clock."""
    timer = _Timer(owner)
    timer.speed = speed
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    return timer


@dataclass
class Person:
    """What the desktop knows of somebody. Spans are in seconds of the day."""

    clocks: Clocks
    keys: list[tuple[float, float, float]]
    """From, until, seconds between two keys."""
    doing: list[tuple[float, float, Busy]] = field(default_factory=list)
    locked_in: list[tuple[float, float]] = field(default_factory=list)
    looks: int = 0
    """How often it was asked."""

    def idle_s(self) -> float | None:
        """See ``Senses``."""
        self.looks += 1
        now = self.clocks.second
        begun = (
            begin + (min(now, end) - begin) // beat * beat
            for begin, end, beat in self.keys
            if begin <= now
        )
        return now - max(begun, default=now)

    def busy(self) -> frozenset[Busy]:
        """See ``Senses``."""
        now = self.clocks.second
        return frozenset(kind for begin, end, kind in self.doing if begin <= now < end)

    def locked(self) -> bool:
        """See ``Senses``."""
        now = self.clocks.second
        return any(begin <= now < end for begin, end in self.locked_in)

    def slept_s(self) -> float | None:
        """See ``Senses``."""
        return self.clocks.slept_s
