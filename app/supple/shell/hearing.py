"""Sentences said one after the other, outside a session."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer

from supple.core.cues import BREATH_S
from supple.core.speech_length import spoken_seconds
from supple.core.step import Priority
from supple.shell.deps import Deps
from supple.shell.narrator import Reader
from supple.shell.parts import Parts
from supple.voice.state import VoiceKind

NO_VOICE = "No voice is available right now. You can read it here."
MUTED = "The volume is at 0."
_ACT_S = 0.6
"""Silence between two sentences beyond a breath, seconds: they ask for something to be done."""


class Hearing:
    """Says a few sentences with the voice of the sessions, or by the screen reader."""

    def __init__(self, deps: Deps, parts: Parts, over: Callable[[], None]) -> None:
        """``over`` is called once the last sentence was said."""
        self._deps = deps
        self._parts = parts
        self._over = over
        self._lines: Sequence[str] = ()
        self._by_reader = False
        self._is_on = False
        self._timer = QTimer(parts.window)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def begin(self, lines: Sequence[str]) -> str:
        """Say ``lines``; returns why that cannot be, "" where it can."""
        self.stop()
        parts, settings = self._parts, self._deps.settings
        if parts.player.active or not lines:
            return ""
        self._by_reader = parts.narrator.who(settings.voice_source) is Reader.READS
        if not self._by_reader:
            if not settings.volume or self._deps.mute:
                return MUTED
            parts.voice.start()
            if parts.voice.state.kind is not VoiceKind.VOICE:
                return parts.voice.state.reason or NO_VOICE
        self._lines, self._is_on = lines, True
        self._next()
        return ""

    def stop(self) -> None:
        """Be silent."""
        self._timer.stop()
        if self._is_on and not self._by_reader:
            self._parts.voice.hush()
        self._lines, self._is_on = (), False

    def _next(self) -> None:
        if not self._lines or self._parts.player.active:
            self._lines, self._is_on = (), False
            self._over()
            return
        line, self._lines = self._lines[0], self._lines[1:]
        if self._by_reader:
            self._parts.page.read_out(line, False)
        else:
            self._parts.voice.say(line, Priority.NAME)
        length = self._parts.voice.length_s(line) or spoken_seconds(line)
        self._timer.start(round((length + BREATH_S + _ACT_S) * 1000))
