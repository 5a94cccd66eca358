from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from operator import mul
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


def decoded(path: Path) -> array[int]:
    """All samples of a sound file, as a player that follows its gapless notes hears them."""
    av = pytest.importorskip("av", reason="needs the package av")
    samples = array("h")
    with av.open(str(path)) as box:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=44_100)
        for frame in box.decode(audio=0):
            for part in resampler.resample(frame):
                samples.frombytes(bytes(part.planes[0])[: part.samples * 2])
    return samples


Mark = tuple[float, float, str]


def marks(path: Path) -> list[Mark]:
    """Start, end and title of every chapter in a sound file, as FFmpeg reads them."""
    av = pytest.importorskip("av", reason="needs the package av")
    with av.open(str(path)) as box:
        return [
            (
                float(c["start"] * c["time_base"]),
                float(c["end"] * c["time_base"]),
                c["metadata"]["title"],
            )
            for c in box.chapters()
        ]


@pytest.fixture
def decode() -> Callable[[Path], array[int]]:
    return decoded


@pytest.fixture
def read_marks() -> Callable[[Path], list[Mark]]:
    return marks


@pytest.fixture
def four_seconds() -> array[int]:
    """Bursts of a rising tone, at 0.5 s and 2.75 s of four seconds at 44,100 a second."""
    samples = array("h", bytes(2 * 4 * 44_100))
    for start in (0.5, 2.75):
        for i in range(4410):
            t = i / 44_100
            rise = int(12_000 * math.sin(2 * math.pi * (600 + 8000 * t) * t))
            samples[int(start * 44_100) + i] = rise
    return samples


def lag(found: array[int], meant: array[int], at: int, count: int, most: int = 300) -> int:
    """By how many samples the part of ``meant`` at ``at`` is late in ``found``."""
    part = meant[at : at + count]

    def likeness(shift: int) -> int:
        return sum(map(mul, found[at + shift : at + shift + count], part))

    return max(range(-most, most + 1), key=likeness)


@pytest.fixture
def late() -> Callable[[array[int], array[int]], list[int]]:
    """Samples by which either burst of ``four_seconds`` is late."""

    def find(found: array[int], meant: array[int]) -> list[int]:
        return [lag(found, meant, int(s * 44_100), 4410) for s in (0.5, 2.75)]

    return find
