"""One look at the clocks and at the person, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from supple.core.breaks.kinds import Busy as Busy

WATCHED = frozenset({Busy.FULL_SCREEN, Busy.PRESENTING, Busy.MICROPHONE, Busy.AWAKE})
"""Somebody sits there though no key is pressed."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is known at one instant."""

    at: float
    """Seconds of a monotonic clock, which may stand still while the computer sleeps."""
    utc: float
    """Seconds since the epoch by the wall clock, which may be set."""
    idle_s: float | None = None
    """Seconds without a key or a pointer; None when it cannot be told."""
    busy: frozenset[Busy] = frozenset()
    locked: bool = False
    slept_s: float | None = None
    """Seconds slept since the computer booted; None when only the clocks can show it."""


class Zone(Protocol):
    """The wall clock of the place the computer is at. It may change: people travel."""

    def local(self, utc: float) -> datetime:
        """What clocks on the wall show, without an offset."""
        ...

    def instant(self, local: datetime) -> float:
        """When they show it, in seconds since the epoch.

        The first time where an hour comes twice; where it is left out, as much later as is
        left out.
        """
        ...
