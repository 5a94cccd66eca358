"""Sentences as samples, ready to be played."""

from __future__ import annotations

import contextlib
import os
import tempfile
from array import array
from pathlib import Path

from supple.voice import cache, engine, pcm

LONGEST_TEXT = 600
"""Characters of one sentence; more is a mistake."""


class Speech:
    """Sentences as samples, from the cache or freshly spoken. One thread only."""

    def __init__(self, voice: engine.Engine, store: cache.Cache) -> None:
        self.voice = voice
        self._store = store

    def samples(self, text: str) -> tuple[array[int], int]:
        """Raises ``SpeechFailed``."""
        if not text.strip() or len(text) > LONGEST_TEXT:
            raise engine.SpeechFailed("There is nothing to say, or far too much.")
        name = cache.key(self.voice.name, self.voice.voice, self.voice.rate, text)
        return self._store.load(name) or self._speak(text, name)

    def _speak(self, text: str, name: str) -> tuple[array[int], int]:
        path = self._scratch()
        try:
            self.voice.speak(text, path)
            raw, rate = pcm.read_wav(path)
        except pcm.BadSound as error:
            raise engine.SpeechFailed(f"{self.voice.name} wrote no usable sound: {error}") from None
        finally:
            path.unlink(missing_ok=True)
        ready = pcm.finished(raw, rate)
        if not ready:
            raise engine.SpeechFailed(f"{self.voice.name} spoke only silence.")
        # Without room it is spoken afresh each time, which takes 15 ms.
        with contextlib.suppress(cache.NoRoom):
            self._store.keep(name, ready, rate)
        return ready, rate

    def _scratch(self) -> Path:
        """A writable file: in the cache, else among the temporary files."""
        try:
            return self._store.scratch()
        except cache.NoRoom as reason:
            try:
                handle, path = tempfile.mkstemp(prefix="supple-", suffix=".part")
            except OSError:
                raise engine.SpeechFailed(str(reason)) from reason
            os.close(handle)
            return Path(path)
