from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.core.routine import Side
from supple.core.step import Line, LineKind, Priority, Step, StepKind
from supple.voice import engine, pcm
from supple.voice.guide_script import Chapter
from supple.voice.listing import VoiceEntry
from supple.voice.sound_file import Tags

RATE = 22_050

Tone = Callable[..., "array[int]"]


@pytest.fixture
def tone() -> Tone:
    """Makes samples: silence, a sine, silence."""

    def make(
        seconds: float = 0.5, peak: int = 8000, before_s: float = 0.0, after_s: float = 0.0
    ) -> array[int]:
        count = int(seconds * RATE)
        sine = [int(peak * math.sin(2 * math.pi * 440 * i / RATE)) for i in range(count)]
        return array("h", [0] * int(before_s * RATE) + sine + [0] * int(after_s * RATE))

    return make


@pytest.fixture
def make_step() -> Callable[..., Step]:
    def make(kind: StepKind = StepKind.HOLD, index: int = 1) -> Step:
        return Step(index, kind, 0.0, 30.0, 0, "two-chair", Side.LEFT, 1, 1)

    return make


@pytest.fixture
def make_line() -> Callable[..., Line]:
    def make(text: str = "Half way.", priority: Priority = Priority.HALF) -> Line:
        kind = next(k for k in LineKind if k.priority is priority)
        return Line(0.0, text, kind, 1.0)

    return make


class FakeEngine:
    """Writes a second of tone for every sentence it can say."""

    def __init__(self, tone: Callable[..., array[int]]) -> None:
        self.name, self.voice, self.rate = "fake", "v", 140
        self.tone = tone
        self.spoken: list[str] = []

    def use(self, voice: str, rate: int) -> None:
        self.voice, self.rate = voice, rate

    def voices(self) -> list[VoiceEntry]:
        return [VoiceEntry("v", "Vera", self.name, ""), VoiceEntry("w", "Will", self.name, "")]

    def speak(self, text: str, path: Path) -> None:
        self.spoken.append(text)
        if text == "unspeakable":
            raise engine.SpeechFailed("It cannot be said.")
        samples = array("h", [0] * 100) if text == "..." else self.tone(1.0, after_s=0.4)
        if text == "broken":
            path.write_bytes(b"RIFF")
        else:
            pcm.write_wav(path, samples, RATE)


@pytest.fixture
def fake(tone: Tone) -> FakeEngine:
    return FakeEngine(tone)


@pytest.fixture
def tags() -> Tags:
    """Three chapters over four seconds."""
    chapters = (Chapter(0.0, "Desk break"), Chapter(1.25, "1. Heel out"), Chapter(3.0, "Done"))
    return Tags("Desk break", chapters, 4.0)
