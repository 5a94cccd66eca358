"""Keeps the sound output awake with silence, so that no sentence loses its first syllable.

Bluetooth loudspeakers and some sound cards sleep when nothing plays and take
up to half a second to wake. Silence in front of each sentence would make every
one of them late; a silent stream beside them costs no time at all.
"""

from __future__ import annotations

import contextlib
import time
from array import array
from collections.abc import Callable
from typing import Protocol

from supple.voice.device import NoSound

KEEP_S = 90.0
"""How long after the last sentence the output is kept awake: longer than a hold is silent."""
STALE_S = 5.0
"""A stream that fetched nothing for so long is dead, as after a sound server's restart."""
RATE = 22_050


class Stream(Protocol):
    @property
    def fetched_at(self) -> float: ...
    def close(self) -> None: ...


Open = Callable[["array[int]", int, Callable[[], float]], Stream]


class Warm:
    """One silent stream, or none. Used from the player's thread."""

    def __init__(self, open_stream: Open, clock: Callable[[], float] = time.monotonic) -> None:
        self._open = open_stream
        self._clock = clock
        self._stream: Stream | None = None
        self._until = 0.0

    @property
    def is_on(self) -> bool:
        return self._stream is not None

    @property
    def left_s(self) -> float | None:
        """Seconds until ``tend`` is due; None while there is nothing to tend."""
        return max(0.0, self._until - self._clock()) if self._stream else None

    def want(self) -> None:
        """A sentence has been heard or is about to be: stay awake, in a living stream."""
        now = self._clock()
        if self._stream is not None and now - self._stream.fetched_at > STALE_S:
            self.end()
        self._until = now + KEEP_S
        if self._stream is None:
            with contextlib.suppress(NoSound):  # the next sentence will tell
                self._stream = self._open(array("h"), RATE, _full)

    def tend(self) -> None:
        """Lets the output sleep once its time has come."""
        if self._clock() >= self._until:
            self.end()

    def end(self) -> None:
        """Lets the output sleep now."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()


def _full() -> float:
    return 1.0
