"""Speech by pyttsx3: espeak-ng on Linux, the system's own voices elsewhere."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
from pathlib import Path
from typing import Any

from supple.voice.engine import NoEngine, SpeechFailed
from supple.voice.listing import VoiceEntry

ESPEAK_VOICE = "en-us"
"""Of espeak-ng's English voices the one a recogniser understood best: 78 of 100
instructions in a room as loud as half the voice, where the British default got 65."""
ENGLISH = ("en-us", "en_us", "en-gb", "en_gb", "english")
NOT_ENGLISH = ("chinese", "shavian")
"""Voices of espeak-ng that read another script, with English in their names."""
FINISH_LIMIT_S = 10.0


class Pyttsx3Engine:
    """One pyttsx3 engine. Made and used in one thread, as COM and espeak both ask for."""

    def __init__(self, voice: str, rate: int) -> None:
        self._engine = _init()
        self._finished = threading.Event()
        self._engine.connect("finished-utterance", self._on_finished)
        self._espeak = str(self._engine) == "espeak"
        self.name = "espeak-ng" if self._espeak else str(self._engine)
        self.use(voice, rate)

    def use(self, voice: str, rate: int) -> None:
        """Speaks with another voice and at other words per minute from now on."""
        self._set("rate", rate)
        self.rate = rate
        self.voice = self._choose(voice)

    def voices(self) -> list[VoiceEntry]:
        """Each English voice, as the system names it."""
        licence = "GPL-3.0-or-later" if self._espeak else ""
        found = _english(self._engine)
        return [VoiceEntry(str(v.id), str(v.name), self.name, licence) for v in found]

    def speak(self, text: str, path: Path) -> None:
        """Writes ``text`` to ``path``. Raises ``SpeechFailed``."""
        self._finished.clear()
        try:
            # From the second sentence on pyttsx3 would run each command as it is
            # queued, before its loop starts: files go missing, and sapi5 hangs.
            self._engine.proxy.setBusy(True)
            self._engine.save_to_file(text, str(path))
            self._engine.runAndWait()
        except Exception as error:
            raise SpeechFailed(f"{self.name} could not speak: {error}") from error
        # espeak's loop ends before its own thread has written the file.
        if self._espeak and not self._finished.wait(FINISH_LIMIT_S):
            raise SpeechFailed(f"{self.name} did not finish a sentence.")
        if sys.platform == "darwin":
            _to_wav(path)

    def _on_finished(self, name: str = "", completed: bool = True) -> None:
        self._finished.set()

    def _set(self, name: str, value: object) -> None:
        # The engine's own setProperty only queues, and swallows what goes wrong.
        self._engine.proxy._driver.setProperty(name, value)

    def _choose(self, voice: str) -> str:
        wanted = voice or self._default()
        if not wanted:
            return "default"
        with contextlib.suppress(Exception):
            self._set("voice", wanted)
            return wanted
        if voice:
            return self._choose("")
        return "default"

    def _default(self) -> str:
        if self._espeak:
            return ESPEAK_VOICE
        return next((str(voice.id) for voice in _english(self._engine)), "")


def open_pyttsx3(voice: str, rate: int) -> Pyttsx3Engine:
    """The engine, ready. Raises ``NoEngine`` with a reason."""
    return Pyttsx3Engine(voice, rate)


def _init() -> Any:
    packaged = _load_packaged_espeak() if sys.platform.startswith("linux") else ""
    try:
        import pyttsx3

        return pyttsx3.init()
    except ImportError as error:
        raise NoEngine(f"The speech package pyttsx3 is not installed ({error}).") from error
    except Exception as error:
        detail = packaged or str(error).strip().splitlines()[0] if str(error).strip() else packaged
        raise NoEngine(f"No voice is installed on this computer ({detail}).") from error


def _load_packaged_espeak() -> str:
    """Puts the packaged espeak-ng where pyttsx3's driver finds it; returns why it could not.

    The driver asks for libespeak-ng.so.1, and a library of that name that is
    loaded already is the one it gets. Without its data path espeak-ng would
    look where it was built.
    """
    try:
        import espeakng_loader

        library, data = espeakng_loader.get_library_path(), espeakng_loader.get_data_path()
    except Exception as error:
        return f"no packaged espeak-ng: {error}"
    before = os.environ.get("ESPEAK_DATA_PATH")
    os.environ["ESPEAK_DATA_PATH"] = data
    try:
        ctypes.CDLL(library, mode=ctypes.RTLD_LOCAL)
    except OSError as error:
        # A system espeak-ng may still serve, with its own data.
        if before is None:
            del os.environ["ESPEAK_DATA_PATH"]
        return f"the packaged espeak-ng does not load: {error}"
    return ""


def _english(engine: Any) -> list[Any]:
    """The engine's English voices; none where it cannot tell."""
    with contextlib.suppress(Exception):
        return [v for v in engine.proxy._driver.getProperty("voices") if _is_english(v)]
    return []


def _is_english(voice: Any) -> bool:
    words = f"{voice.id} {voice.name} {getattr(voice, 'languages', '')}".lower()
    return any(m in words for m in ENGLISH) and not any(m in words for m in NOT_ENGLISH)


def _to_wav(path: Path) -> None:
    """macOS writes AIFF whatever the file is called; its own converter mends that."""
    import subprocess

    with path.open("rb") as file:
        if file.read(4) != b"FORM":
            return
    aiff = path.replace(path.with_suffix(".aiff"))
    command = ["/usr/bin/afconvert", "-f", "WAVE", "-d", "LEI16@22050", str(aiff), str(path)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=FINISH_LIMIT_S)
    except (OSError, subprocess.SubprocessError) as error:
        raise SpeechFailed(f"a spoken sentence could not be converted: {error}") from error
    finally:
        aiff.unlink()
