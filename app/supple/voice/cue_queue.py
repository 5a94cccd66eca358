"""Which of several cues is heard: never two at once, nothing cut that matters more.

Pure: the time, in seconds of one clock, is an argument.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from supple.core.step import Priority

FRESH_S = 1.5
"""A cue that has waited longer than this is no longer true, and is left out."""
FRESH_STOP_S = 6.0
"""What stops people may come later: better late than not at all."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Something to be heard: a sentence, or a chime by its name."""

    priority: Priority
    asked_at: float
    text: str = ""
    chime: str = ""

    def is_fresh(self, now: float) -> bool:
        """Whether it may still be started."""
        limit = FRESH_STOP_S if self.priority is Priority.STOP else FRESH_S
        return now - self.asked_at < limit


class Verdict(Enum):
    PLAY = "play"
    """Start it now; whatever sounds is replaced."""
    WAIT = "wait"


class CueQueue:
    """The cue that sounds and those that wait for it."""

    def __init__(self) -> None:
        self.playing: Cue | None = None
        self._waiting: list[Cue] = []

    @property
    def waiting(self) -> tuple[Cue, ...]:
        """In the order they will be heard."""
        return tuple(self._waiting)

    def offer(self, cue: Cue, now: float) -> Verdict:
        """Takes ``cue`` in; PLAY makes it the playing one at once."""
        if self.playing is None or cue.priority > self.playing.priority:
            if cue.priority is Priority.STOP:
                self._waiting.clear()
            self.playing = cue
            return Verdict.PLAY
        self._wait(cue, now)
        return Verdict.WAIT

    def ended(self, now: float) -> Cue | None:
        """The playing cue is over; the next one that is still true, now playing, or None."""
        self.playing = None
        while self._waiting:
            cue = self._waiting.pop(0)
            if cue.is_fresh(now):
                self.playing = cue
                return cue
        return None

    def hold_back(self, now: float) -> None:
        """The playing cue could not be started, and waits like the others."""
        cue, self.playing = self.playing, None
        if cue is not None:
            self._wait(cue, now)

    def clear(self) -> None:
        """Nothing plays, nothing waits."""
        self.playing = None
        self._waiting.clear()

    def forget_waiting(self) -> None:
        """Nothing waits but what stops people."""
        self._waiting = [c for c in self._waiting if c.priority is Priority.STOP]

    def _wait(self, cue: Cue, now: float) -> None:
        waiting = [c for c in (*self._waiting, cue) if c.is_fresh(now)]
        self._waiting = sorted(waiting, key=lambda c: (-c.priority, c.asked_at))
