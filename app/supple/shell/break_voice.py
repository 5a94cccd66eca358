"""The voice for a prompt that comes while the program is only in the tray.

It lives as long as the prompt: a worker that waited for the next one would be half of what the
program weighs. What it speaks ahead stays in the cache, from which the session then begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supple.core.before import QUESTION
from supple.core.problem import UserError
from supple.core.speech_length import spoken_seconds

if TYPE_CHECKING:
    from supple.shell.deps import Deps
    from supple.voice.port import Voice

CHIME = "start"


class BreakVoice:
    """Starts with :meth:`begin`, is gone after :meth:`end`."""

    def __init__(self, deps: Deps) -> None:
        self._deps = deps
        self._voice: Voice | None = None

    def begin(self, id_: str, longest_s: float | None, *, chime: bool) -> None:
        """Chime, and make ready what a session with ``id_`` says; see ``Deps.timeline``."""
        settings = self._deps.settings
        speaks = settings.voice_on and not self._deps.mute
        if self._voice is not None or not (chime or speaks):
            return
        from supple.voice.qt_post import QtPost

        self._post = QtPost()
        cache = str(self._deps.paths.voice_cache)
        voice = self._deps.make_voice(cache, self._post, lambda _: None, voice=settings.voice)
        self._voice = voice
        voice.set_volume(settings.volume)
        voice.set_output(settings.output)
        voice.set_lead_in(settings.wake_output)
        if settings.speech_speed != 1.0:
            voice.set_voice(settings.voice, settings.speech_speed)
        if chime:
            voice.when_ready(lambda: voice.chime(CHIME))
        voice.start()
        if speaks:
            voice.prepare(self._lines(id_, longest_s))

    def end(self) -> None:
        """Let go of the worker. Ending twice does nothing."""
        voice, self._voice = self._voice, None
        if voice is not None:
            voice.close()

    def _lines(self, id_: str, longest_s: float | None) -> tuple[str, ...]:
        try:
            timeline = self._deps.timeline(id_, spoken_seconds, longest_s)
        except UserError:
            return ()  # told when it is started
        asked = (QUESTION,) if self._deps.settings.ask_pain else ()
        return (*asked, *timeline.spoken)
