"""A profile of its own for each test."""

from __future__ import annotations

import gc
import json
import signal
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from zlib import crc32

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from supple.core.command import Command
from supple.core.event import Event
from supple.core.record import SessionRecord
from supple.core.speech_length import spoken_seconds
from supple.core.step import LineKind, Priority
from supple.core.voice_choice import OutputChoice, VoiceChoice
from supple.desk.screen_reader import Reading
from supple.shell.app import Program
from supple.shell.deps import Deps
from supple.shell.options import parse
from supple.store.paths import Paths
from supple.voice import pcm
from supple.voice.sentences import NoVoice, Stopped
from supple.voice.state import VoiceKind, VoiceState

if TYPE_CHECKING:
    from supple.shell.resident import Resident
    from supple.shell.sample import Sample
    from supple.shell.studio import Studio

THREE = {
    "format": 1,
    "stretches": [
        {
            "id": name,
            "name": name.capitalize(),
            "position": "seated",
            "sides": sides,
            "difficulty": 1,
            "setup": ["Sit tall.", "Heel out."] if sides == "both" else ["Your {side} heel out."],
            "hold_cue": "Lean from the hips.",
            "release_cue": "Sit up.",
            "dose": {"hold_s": hold_s, "prepare_s": 3, "switch_s": 3},
            "source": [{"document": "general practice"}],
        }
        for name, sides, hold_s in (("one", "each", 5), ("two", "both", 4), ("three", "each", 3))
    ],
    "routines": [
        {
            "id": "three-short",
            "name": "Three short ones",
            "steps": [{"stretch": "one"}, {"stretch": "two"}, {"stretch": "three"}],
            "source": [{"document": "general practice"}],
        }
    ],
}


@pytest.fixture(autouse=True)
def _the_process_as_it_was() -> Iterator[None]:
    """What loads Qt ends its process at once on Ctrl+C; a window looks for garbage itself."""
    ctrl_c = signal.getsignal(signal.SIGINT)
    yield
    gc.enable()
    signal.signal(signal.SIGINT, ctrl_c)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def paths(profile: Path) -> Paths:
    return Paths.of(profile)


@pytest.fixture
def short_file(tmp_path: Path) -> Path:
    """A routine of three short stretches."""
    path = tmp_path / "short.json"
    path.write_text(json.dumps(THREE), encoding="utf-8")
    return path


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now

    def wall(self) -> float:
        return 1.7e9 + self.now


class HeardVoice:
    """Keeps what would be heard, as the port describes it."""

    def __init__(self) -> None:
        self.state = VoiceState(VoiceKind.VOICE)
        self.prepared: list[str] = []
        self.events: list[Event] = []
        self.on = True
        self.volume = 1.0
        self.started = self.closed = 0
        self.is_ready = True
        self.waiting: list[Callable[[], None]] = []
        self.sounds: list[tuple[str, float]] = []
        self.on_voices: list[Callable[[Sequence[VoiceChoice]], None]] = []
        self.on_outputs: list[Callable[[Sequence[OutputChoice]], None]] = []

    def start(self) -> None:
        self.started += 1

    def when_ready(self, call: Callable[[], None]) -> None:
        self.waiting.append(call)
        if self.is_ready:
            call()

    def prepare(self, lines: Sequence[str], on_prepared: object = None) -> None:
        self.prepared = list(lines)
        self.on_prepared = on_prepared

    def length_s(self, text: str) -> float | None:
        return None

    def say(self, text: str, priority: Priority) -> None: ...
    def chime(self, name: str) -> None: ...
    def hush(self) -> None: ...

    def set_on(self, on: bool) -> None:
        self.on = on

    def set_speech(self, kinds: frozenset[LineKind], *, chimes: bool) -> None:
        self.kinds, self.chimes = kinds, chimes

    def set_voice(self, voice: str = "", speed: float = 1.0) -> None:
        self.sounds.append((voice, speed))

    def set_output(self, output: str = "") -> None:
        self.output = output

    def set_lead_in(self, on: bool) -> None:
        self.lead_in = on

    def ask_voices(self, on_voices: Callable[[Sequence[VoiceChoice]], None]) -> None:
        self.on_voices.append(on_voices)

    def ask_outputs(self, on_outputs: Callable[[Sequence[OutputChoice]], None]) -> None:
        self.on_outputs.append(on_outputs)

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def on_event(self, event: Event) -> None:
        self.events.append(event)

    def close(self) -> None:
        self.closed += 1


class Bench:
    """The program with a clock, a voice and a keep-awake of ours; the rest is real."""

    def __init__(
        self,
        profile: Path,
        argv: Sequence[str],
        *,
        first_run: bool = False,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        """``first_run``: whether the questions of the first start are still to be asked."""
        self.clock = HandClock()
        self.voice = HeardVoice()
        self.awake: list[str] = []
        self.deps = Deps.of(parse(["--profile", str(profile), *argv]))
        if not first_run:
            self.deps.settings = replace(self.deps.settings, first_run_done=True)
        self.deps.now = now or self.deps.now
        self.deps.clock = self.clock
        self.deps.make_voice = lambda *_, **__: self.voice
        self.deps.inhibitors = [self]
        self.deps.find_reader = lambda: Reading(False, "none runs")
        self.exits: list[int] = []
        self.program = Program(self.deps, self)
        self.program.open()
        self.guidance = self.program.complete()

    def exec(self) -> int:
        """The event loop, which ends at once."""
        return 0

    def exit(self, code: int = 0) -> None:
        """Really leaving would end the event loops of all later tests."""
        self.exits.append(code)

    name = "test"

    def hold(self, reason: str) -> Callable[[], None]:
        """The inhibitor's side of keeping the screen on."""
        self.awake.append("held")
        return lambda: self.awake.append("released")

    def play(self, seconds: float) -> None:
        """Let time pass, a quarter of a second at a time."""
        for _ in range(round(seconds * 4)):
            self.clock.now += 0.25
            self.guidance.parts.player.look()

    def play_to_the_end(self) -> None:
        while self.guidance.parts.player.active:
            self.play(1)

    def rows(self) -> list[SessionRecord]:
        history = self.deps.history
        return history.sessions() if history else []


MakeBench = Callable[..., Bench]


@pytest.fixture
def bench(qapp: QApplication, profile: Path, short_file: Path) -> Iterator[MakeBench]:
    made: list[Bench] = []

    def make(*argv: str, first_run: bool = False) -> Bench:
        whole = ["--routines", str(short_file), *argv]
        made.append(Bench(profile, whole, first_run=first_run))
        return made[-1]

    yield make
    for one in made:
        one.guidance.parts.player.command(Command.STOP)
        one.program.window.force_close()
        one.program.close()
        one.program.window.deleteLater()
    qapp.processEvents()
    # Windows that live on are dressed anew with each later one, which takes longer each time.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def live(qapp: QApplication, profile: Path, short_file: Path) -> Iterator[Callable[..., Resident]]:
    """The program as it lives on the computer."""
    from tests.shell.living import lives

    yield from lives(qapp, profile, short_file)


class FakeSentences:
    """Voices of noise: each sentence another one, a little shorter than is guessed."""

    reason = ""
    """Why it is not the voice asked for."""
    mute = ""
    """Why nothing can be said at all."""
    made: list[FakeSentences]
    rate = 22_050

    def __init__(
        self, folder: Path, cache: Path, voice: str, speed: float, stop: Callable[[], bool]
    ) -> None:
        self.asked = (voice, speed)
        self._folder = folder
        self._stop = stop
        self.lengths: dict[str, float] = {}
        self.is_closed = False
        self.made.append(self)

    def open(self) -> str:
        if self.mute:
            raise NoVoice(self.mute)
        return self.reason

    def make(self, texts: Sequence[str], tell: Callable[[int], None] = lambda _: None) -> None:
        for text in texts:
            if self._stop():
                raise Stopped
            if text not in self.lengths:
                samples = self.noise(text)
                self.lengths[text] = len(samples) / self.rate
                pcm.write_wav(self.path(text), samples, self.rate)
                tell(len(self.lengths))

    def noise(self, text: str) -> array[int]:
        count = int(spoken_seconds(text) * 0.9 * self.rate)
        return array("h", Random(text).randbytes(2 * count))

    def path(self, text: str) -> Path:
        return self._folder / f"{crc32(text.encode())}.wav"

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def voices(monkeypatch: pytest.MonkeyPatch) -> type[FakeSentences]:
    """What speaks for a guide, in place of a worker."""
    from supple.shell import guide

    monkeypatch.setattr(guide, "Sentences", FakeSentences)
    monkeypatch.setattr(FakeSentences, "made", [], raising=False)
    return FakeSentences


@pytest.fixture(scope="module")
def sample() -> Sample:
    """The day that is photographed."""
    from supple.shell.sample import Sample

    return Sample.read()


@pytest.fixture
def studio(qtbot: QtBot, sample: Sample) -> Iterator[Studio]:
    """Where the window is photographed, before it is opened."""
    from supple.shell.studio import Studio

    made = Studio(sample)
    yield made
    if hasattr(made, "window") and isValid(made.window):
        made._close()


@pytest.fixture
def open_studio(studio: Studio) -> Studio:
    """The same with its window on the screen."""
    studio._open()
    studio.window.show()
    return studio
