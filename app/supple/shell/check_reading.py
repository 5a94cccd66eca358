"""Reads out what a check of the flexibility asks for, each sentence in its time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from supple.core.check_script import timed
from supple.core.speech_length import spoken_seconds
from supple.core.speech_level import SpeechLevel
from supple.core.step import Priority
from supple.shell.deps import Deps
from supple.shell.narrator import Reader
from supple.shell.parts import Parts

if TYPE_CHECKING:
    from supple.core.cues import Said
    from supple.core.step import Line


class Wait(Protocol):
    """Calls back once, later."""

    def after(self, seconds: float, call: Callable[[], None]) -> None:
        """Call ``call`` in ``seconds``, in place of whatever was to be called."""
        ...

    def stop(self) -> None:
        """Call nothing any more."""
        ...


class QtWait:
    """A ``Wait`` by Qt's own timer."""

    def __init__(self, parent: QObject) -> None:
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        # A coarse one may be half a second early after ten: into the sentence before.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)
        self._call: Callable[[], None] | None = None

    def after(self, seconds: float, call: Callable[[], None]) -> None:
        """Call ``call`` in ``seconds``, in place of whatever was to be called."""
        self._call = call
        self._timer.start(round(max(0.0, seconds) * 1000))

    def stop(self) -> None:
        """Call nothing any more."""
        self._call = None
        self._timer.stop()

    def _on_time(self) -> None:
        call, self._call = self._call, None
        if call is not None:
            call()


class CheckReading:
    """One script at a time, by our own voice or by the screen reader."""

    def __init__(self, deps: Deps, parts: Parts, wait: Wait) -> None:
        self._deps = deps
        self._parts = parts
        self._wait = wait
        self._lines: tuple[Line, ...] = ()
        self._next = 0
        self._aloud = self._by_reader = False
        self._shown = True

    def hush(self) -> None:
        """Silence now."""
        self._wait.stop()
        if self._lines:
            self._lines = ()
            self._parts.voice.hush()

    def follow(self) -> None:
        """The voice was turned on or off."""
        self._aloud = self.speaks()

    def begin(self, said: Sequence[Said], *, shown: bool = True) -> None:
        """Begin to read; what was read before ends. ``shown``: on the page as well."""
        self.hush()
        if self.busy:
            return
        self._by_reader = self._reads()
        self._aloud = self.speaks()
        if self._aloud and not self._by_reader:
            self._parts.voice.start()
        self._lines = timed(said, self._length_s)
        self._next = 0
        self._shown = shown
        self._say_next()

    def _say_next(self) -> None:
        if self.busy or self._next >= len(self._lines):
            return
        line = self._lines[self._next]
        self._next += 1
        by_reader = self._by_reader and self._deps.speaks
        if self._shown:
            self._parts.window.pages.flexibility.show_line(line.text, read_out=by_reader)
        if self._aloud and not self._by_reader:
            self._parts.voice.say(line.text, Priority.NAME)
        if self._next < len(self._lines):
            wait = self._lines[self._next].offset_s - line.offset_s
            self._wait.after(wait, self._say_next)

    def _length_s(self, text: str) -> float:
        return self._parts.voice.length_s(text) or spoken_seconds(text)

    def _reads(self) -> bool:
        who = self._parts.narrator.who(self._deps.settings.voice_source)
        return who is Reader.READS

    def speaks(self) -> bool:
        """Whether anything would be said."""
        deps = self._deps
        return deps.speaks and deps.settings.speech is not SpeechLevel.CHIMES

    @property
    def busy(self) -> bool:
        """Whether a session has the voice."""
        return self._parts.player.active or self._parts.window.in_session
