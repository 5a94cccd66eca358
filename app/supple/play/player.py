"""Drives a session from the clock: looks, and tells what happened."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from supple.core.command import Command
from supple.core.event import Event, SessionEnded
from supple.core.session import Session
from supple.core.snapshot import Snapshot
from supple.core.state import Running
from supple.core.timeline import Timeline
from supple.play.clock import Clock, SleepDetector

FRAME_S = 1 / 30
"""Longest time between two looks while a session runs, in seconds."""


class Player(QObject):
    """One session at a time. The timer only asks; the session knows."""

    happened = Signal(object)
    """A ``core.event.Event``, in order of time."""
    shot = Signal(object)
    """A ``core.snapshot.Snapshot`` after every look."""

    def __init__(
        self,
        clock: Clock,
        parent: QObject | None = None,
        *,
        asleep_s: Callable[[], float | None] = lambda: None,
    ) -> None:
        """``asleep_s``: seconds the computer has slept since it was started, None if unknown."""
        super().__init__(parent)
        self._clock = clock
        self._asleep_s = asleep_s
        self._sleep = SleepDetector()
        self._session: Session | None = None
        self._last_look: float | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def active(self) -> bool:
        """Whether a session is loaded and has not ended."""
        return self._session is not None

    def load(self, timeline: Timeline) -> None:
        """Make a session of ``timeline`` the current one, not yet started.

        Raises RuntimeError while another session is active.
        """
        if self._session is not None:
            raise RuntimeError("a session is active")
        self._session = Session(timeline)
        self._sleep.forget()
        self.shot.emit(self._session.snapshot(self._clock.monotonic()))

    def command(self, command: Command) -> None:
        """Carry out a person's wish now; nothing happens without a session."""
        session = self._session
        if session is None:
            return
        slept = self._after_sleep(session)
        self._tell(session, slept + session.apply(command, self._clock.monotonic()))

    def look(self) -> None:
        """Look at the clock once and tell what has happened since."""
        session = self._session
        if session is None:
            return
        slept = self._after_sleep(session)
        self._tell(session, slept or session.advance(self._clock.monotonic()))

    def snapshot(self) -> Snapshot | None:
        """What to draw now; None without a session."""
        if self._session is None:
            return None
        return self._session.snapshot(self._clock.monotonic())

    def _after_sleep(self, session: Session) -> tuple[Event, ...]:
        last = self._last_look
        self._last_look = self._clock.monotonic()
        slept = self._sleep.slept(self._last_look, self._clock.wall(), self._asleep_s())
        return session.interrupt(last) if slept and last is not None else ()

    def _tell(self, session: Session, events: tuple[Event, ...]) -> None:
        if any(isinstance(event, SessionEnded) for event in events):
            self._tell_end(session, events)
            return
        for event in events:
            self.happened.emit(event)
        if self._session is session:
            now = self._clock.monotonic()
            self.shot.emit(session.snapshot(now))
            self._rearm(session, now)

    def _tell_end(self, session: Session, events: tuple[Event, ...]) -> None:
        """The last picture first: whoever hears of the end may show something else at once."""
        self._session = None
        self._timer.stop()
        self.shot.emit(session.snapshot(self._clock.monotonic()))
        for event in events:
            self.happened.emit(event)

    def _rearm(self, session: Session, now: float) -> None:
        due = session.next_due(now)
        if due is None or not isinstance(session.state, Running):
            self._timer.stop()
            self._sleep.forget()
            return
        wait_s = min(FRAME_S, max(0.0, due - now))
        self._timer.start(max(1, math.ceil(wait_s * 1000)))
