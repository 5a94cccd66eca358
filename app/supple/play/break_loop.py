"""Breaks from the clock: one timer for the next instant at which anything can change."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from supple.core.breaks.event import Closed, Events, Prompted, Soon, Started
from supple.core.breaks.look import Busy, Look, Zone
from supple.core.breaks.memory import read_memory
from supple.core.breaks.policy import Breaks
from supple.core.breaks.presence import JITTER_S
from supple.core.breaks.rules import Rules
from supple.core.breaks.status import Status, status_of
from supple.core.breaks.words import Wish, answer
from supple.play.clock import Clock

_LEAST_MS = 50
"""Milliseconds between two looks of the timer, at least."""


class Senses(Protocol):
    """What the desktop knows of the person. Asked at each look, so each has to be quick."""

    def idle_s(self) -> float | None:
        """Seconds without a key or a pointer; None when it cannot be told."""
        ...

    def busy(self) -> frozenset[Busy]:
        """What a prompt would interrupt now."""
        ...

    def locked(self) -> bool:
        """Whether the screen is locked."""
        ...

    def slept_s(self) -> float | None:
        """Seconds the computer slept since it booted; None when only the clocks can show it."""
        ...


class SystemZone:
    """The time zone of this computer, as it is set at the moment."""

    def local(self, utc: float) -> datetime:
        """See ``Zone``."""
        return datetime.fromtimestamp(utc, UTC).astimezone().replace(tzinfo=None)

    def instant(self, local: datetime) -> float:
        """See ``Zone``."""
        return local.replace(fold=0).timestamp()


class BreakLoop(QObject):
    """Looks when the policy wants it, and whenever something is said to have changed."""

    happened = Signal(object)
    """Every ``core.breaks.event.Event``, in order of time."""
    prompted = Signal(object)
    """A ``Prompt`` to be shown."""
    closed = Signal(object)
    """The prompt leaves the screen; carries the ``How``."""
    started = Signal(object)
    """A ``Started``: the routine is to begin."""
    soon = Signal(object)
    """A ``Soon``: a prompt comes within a minute, time to make the routine ready."""
    status_changed = Signal(object)
    """A ``Status`` whose phase or tip is another than before."""
    remembered = Signal(str)
    """What to keep for the next start of the program."""

    def __init__(
        self,
        clock: Clock,
        senses: Senses,
        rules: Rules,
        memory: str = "",
        zone: Zone | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._senses = senses
        self._memory = read_memory(memory)
        self._breaks = Breaks(rules, zone or SystemZone(), self._see(), self._memory)
        self._told = status_of(self._breaks)
        self._timer = QTimer(self)
        # A coarse timer may be early by a twentieth, which costs a second look.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.on_timer)

    def begin(self) -> None:
        """Take the first look; nothing happens before."""
        self.status_changed.emit(self._told)
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look now, as when the screen was unlocked or the computer woke."""
        self._tell(self._breaks.advance(self._see()))

    def on_timer(self) -> None:
        """Look as the timer does: while nobody is there, only for somebody who comes back.

        The rest of the desktop takes some fifty wake-ups to ask, and that each minute.
        """
        look = self._glance()
        self._tell(self._breaks.advance(self._see() if look is None else look))

    def set_rules(self, rules: Rules) -> None:
        """Go by other rules from now on."""
        if rules != self._breaks.rules:
            self._do(lambda look: self._breaks.change(look, rules))

    def start(self) -> bool:
        """Begin a break, due or not; False while one runs."""
        return self._do(self._breaks.start)

    def snooze(self, minutes: int | None = None) -> bool:
        """Put off the break that is due; None for as long as was chosen. False without one."""
        return self._do(lambda look: self._breaks.snooze(look, minutes))

    def skip(self) -> bool:
        """Do without the next break; False while one runs."""
        return self._do(self._breaks.skip)

    def pause(self, minutes: float) -> None:
        """No prompts for ``minutes``."""
        self._do(lambda look: self._breaks.pause(look, minutes))

    def not_today(self) -> None:
        """No prompts until the day is over."""
        self._do(self._breaks.not_today)

    def resume(self) -> None:
        """End a pause."""
        self._do(self._breaks.resume)

    def session_started(self) -> None:
        """A session runs, however it was begun."""
        self._do(self._breaks.session_started)

    def session_ended(self, done: bool) -> None:
        """The session is over or could not begin; ``done`` when it counts as one."""
        self._do(lambda look: self._breaks.session_ended(look, done))

    def done_already(self, keys: Collection[str]) -> None:
        """What the fixed times of ``keys`` are for is done: they do not ask."""
        self._do(lambda look: self._breaks.done_already(look, keys))

    def status(self) -> Status:
        """Where breaks stand right now."""
        self.look()
        return status_of(self._breaks)

    def wish(self, wish: Wish) -> str:
        """Carry out a wish from the command line and answer it with a sentence."""
        acts = {Wish.NOW: self.start, Wish.SNOOZE: self.snooze, Wish.SKIP: self.skip}
        done = acts[wish]() if wish in acts else False
        return answer(wish, done, status_of(self._breaks).text if done else self.status().text)

    def _glance(self) -> Look | None:
        """The newest look again where somebody is away and still did not touch anything."""
        before = self._breaks.look
        if not self._breaks.presence.away or self._breaks.due is not None:
            return None
        idle_s, at = self._senses.idle_s(), self._clock.monotonic()
        if idle_s is None or before.idle_s is None:
            return None
        if idle_s < before.idle_s + (at - before.at) - JITTER_S:
            return None
        _read_zone()
        utc, slept_s = self._clock.wall(), self._senses.slept_s()
        return replace(before, at=at, utc=utc, idle_s=idle_s, slept_s=slept_s)

    def _see(self) -> Look:
        _read_zone()
        senses = self._senses
        return Look(
            self._clock.monotonic(),
            self._clock.wall(),
            senses.idle_s(),
            senses.busy(),
            senses.locked(),
            senses.slept_s(),
        )

    def _do(self, action: Callable[[Look], Events]) -> bool:
        """Tell what happened so far, then act; whether the action itself made anything happen."""
        look = self._see()
        self._tell(self._breaks.advance(look))
        return self._tell(action(look))

    def _tell(self, events: Events) -> bool:
        """Arm the timer, then tell: whoever hears of it may ask for something else at once."""
        self._arm()
        memory = self._breaks.memory
        if memory != self._memory:
            self._memory = memory
            self.remembered.emit(memory.to_text())
        for event in events:
            self.happened.emit(event)
            match event:
                case Prompted():
                    self.prompted.emit(event.prompt)
                case Closed():
                    self.closed.emit(event.how)
                case Started():
                    self.started.emit(event)
                case Soon():
                    self.soon.emit(event)
                case _:
                    pass
        status = status_of(self._breaks)
        if (status.phase, status.tip) != (self._told.phase, self._told.tip):
            self._told = status
            self.status_changed.emit(status)
        return bool(events)

    def _arm(self) -> None:
        deadline = self._breaks.deadline
        if deadline is None:
            self._timer.stop()
            return
        wait_s = deadline - self._clock.monotonic()
        self._timer.start(max(_LEAST_MS, math.ceil(wait_s * 1000)))


def _read_zone() -> None:
    """Elsewhere than on Windows a process keeps the zone it started in."""
    if hasattr(time, "tzset"):
        time.tzset()
