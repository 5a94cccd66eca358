"""The voice alone, with a real worker, real speech and a sound server that comes and goes."""

from __future__ import annotations

import array
import os
import queue
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from supple.core.step import Priority
from supple.voice import chime, message
from supple.voice.launch import worker_command
from supple.voice.listing import Output
from supple.voice.speaker import Line, Speaker
from supple.voice.state import VoiceKind, VoiceState
from supple.voice.supervisor import Supervisor
from supple.voice.watch import Limits, away

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        not (shutil.which("pulseaudio") and shutil.which("parec")),
        reason="needs the packages pulseaudio and pulseaudio-utils",
    ),
]

RATE = 16_000
LOUD = 300
SINK = "sink_name=rig rate=48000 channels=2"
PATIENCE_S = 20.0
LONG = "Keep your resting knee bent, foot flat."
SHORT = "Half way."


class Server:
    """A private sound server with a sink that goes nowhere."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = f"unix:{folder}/native"
        self._process: subprocess.Popen[bytes] | None = None
        self._recorder: subprocess.Popen[bytes] | None = None
        self._listeners: list[subprocess.Popen[bytes]] = []
        self._raw = folder / "recording.raw"

    def start(self, *, sink: bool = True) -> None:
        socket = f"socket={self.folder}/native auth-anonymous=1 auth-cookie-enabled=0"
        self._process = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no"),
                *("--exit-idle-time=-1", "--disable-shm=yes", "--realtime=no"),
                *("--high-priority=no", "-L", f"module-native-protocol-unix {socket}"),
                *(("-L", f"module-null-sink {SINK}") if sink else ()),
            ],
            env={**os.environ, "XDG_RUNTIME_DIR": str(self.folder), "HOME": str(self.folder)},
            stderr=subprocess.DEVNULL,
        )
        wait_for(self.folder / "native")

    def plug_in(self) -> None:
        """Gives a server that was started without a sink its output."""
        self.load("module-null-sink", SINK)

    def load(self, module: str, options: str) -> str:
        """The number of the module loaded."""
        return self._pactl("load-module", module, *options.split())

    def unload(self, number: str) -> None:
        self._pactl("unload-module", number)

    def streams(self) -> int:
        """How many sounds are open."""
        return len(self._pactl("list", "short", "sink-inputs").splitlines())

    def _pactl(self, *command: str) -> str:
        environ = {**os.environ, "PULSE_SERVER": self.address}
        done = subprocess.run(
            ["pactl", *command], env=environ, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def record(self) -> None:
        with self._raw.open("wb") as out:
            self._recorder = subprocess.Popen(
                [
                    *("parec", "--raw", "-d", "rig.monitor", f"--rate={RATE}"),
                    *("--channels=1", "--format=s16le", "--latency-msec=5"),
                ],
                env={**os.environ, "PULSE_SERVER": self.address},
                stdout=out,
                stderr=subprocess.DEVNULL,
            )
        wait_for(self._raw, least=2)

    def hasten(self, sink: str) -> None:
        """Listens to a sink, which then takes small blocks instead of two seconds at once."""
        self._listeners.append(
            subprocess.Popen(
                ["parec", "--raw", "-d", f"{sink}.monitor", "--latency-msec=5"],
                env={**os.environ, "PULSE_SERVER": self.address},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )

    def recorded(self) -> list[tuple[float, float]]:
        """Start and end, in seconds, of everything heard; pauses under 0.4 s belong to it."""
        assert self._recorder is not None
        self._recorder.terminate()
        self._recorder.wait()
        self._recorder = None
        samples = array.array("h")
        data = self._raw.read_bytes()
        samples.frombytes(data[: len(data) // 2 * 2])
        spans: list[tuple[float, float]] = []
        block = RATE // 100
        for at in range(0, len(samples) - block, block):
            if max(map(abs, samples[at : at + block])) <= LOUD:
                continue
            start, end = at / RATE, (at + block) / RATE
            if spans and start - spans[-1][1] < 0.4:
                start = spans.pop()[0]
            spans.append((start, end))
        return spans

    def signal(self, number: int) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
            (self.folder / "native").unlink(missing_ok=True)

    def close(self) -> None:
        self.kill()
        for listener in (*self._listeners, *([self._recorder] if self._recorder else [])):
            listener.kill()
            listener.wait()


class Rig:
    """A speaker with its worker; calls run in the test's own thread."""

    def __init__(self, cache: Path, limits: Limits) -> None:
        self.calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.states: list[VoiceState] = []
        self.said: list[message.Message] = []
        self._limits = limits
        self._cache = cache
        self.speaker = Speaker(self._connect, self.states.append)

    def _connect(
        self, on_message: Callable[[message.Message], None], on_state: Callable[[VoiceState], None]
    ) -> Line:
        def heard(said: message.Message) -> None:
            self.said.append(said)
            on_message(said)

        command = worker_command(str(self._cache))
        self.worker = Supervisor(command, self.calls.put, heard, on_state, limits=self._limits)
        return self.worker

    def until(self, done: Callable[[], bool]) -> None:
        limit = time.monotonic() + PATIENCE_S
        while not done():
            self.calls.get(timeout=max(0.01, limit - time.monotonic()))()

    def until_said(self, kind: str, count: int = 1) -> None:
        self.until(lambda: self.count(kind) >= count)

    def count(self, kind: str) -> int:
        return sum(said["kind"] == kind for said in self.said)

    def run_for(self, seconds: float) -> None:
        """Lets time pass, as a session does."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                self.calls.get(timeout=left)()
            except queue.Empty:
                return

    def say_whole(self, text: str) -> None:
        """Says it and waits for its end."""
        done = self.count(message.DONE)
        self.speaker.say(text, Priority.NAME)
        self.until_said(message.DONE, done + 1)


def wait_for(path: Path, least: int = 0) -> None:
    end = time.monotonic() + PATIENCE_S
    while not path.exists() or path.stat().st_size < least:
        assert time.monotonic() < end, f"{path} did not come"
        select.select([], [], [], 0.02)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    yield server
    server.close()


@pytest.fixture
def rig(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rig]:
    monkeypatch.setenv("PULSE_SERVER", server.address)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    rig = Rig(tmp_path / "cache", Limits(play=1.0, stop=1.0, quiet=0.3))
    yield rig
    rig.speaker.close()


def begin(rig: Rig) -> None:
    rig.speaker.start()
    rig.until_said(message.READY)


def test_sentences_are_heard_whole_and_one_after_the_other(rig: Rig, server: Server) -> None:
    server.start()
    server.record()
    begin(rig)
    rig.speaker.prepare([LONG, SHORT])
    rig.until_said(message.SYNTHESISED, 2)
    for text in (LONG, SHORT):
        rig.say_whole(text)
        rig.run_for(0.5)
    spans = server.recorded()
    lengths = [end - start for start, end in spans]
    told = [rig.speaker.length_s(LONG), rig.speaker.length_s(SHORT)]
    assert None not in told
    # The kept silence around the words is 0.07 s and does not count as heard.
    assert lengths == pytest.approx([length - 0.05 for length in told if length], abs=0.08)


def test_a_line_of_less_weight_waits_and_one_of_more_cuts_in(rig: Rig, server: Server) -> None:
    server.start()
    server.record()
    begin(rig)
    rig.speaker.say(SHORT, Priority.HALF)
    rig.speaker.say("Ten more seconds.", Priority.COUNT)
    rig.until_said(message.DONE, 2)
    rig.speaker.say(LONG, Priority.NAME)
    rig.run_for(0.5)
    rig.speaker.say("Let go.", Priority.STOP)
    rig.until_said(message.DONE, 3)
    heard = sum(end - start for start, end in server.recorded())
    assert heard < 4.2
    assert rig.count(message.PLAYING) == 4


def test_hush_is_silence_at_once_and_for_good(rig: Rig, server: Server) -> None:
    server.start()
    server.record()
    begin(rig)
    rig.speaker.say(LONG, Priority.NAME)
    rig.until_said(message.PLAYING)
    rig.run_for(1.0)
    rig.speaker.hush()
    rig.until_said(message.STOPPED)
    rig.run_for(0.4)
    spans = server.recorded()
    assert len(spans) == 1
    assert 0.7 < spans[0][1] - spans[0][0] < 1.4
    assert rig.count(message.DONE) == 0


def test_a_long_session_does_not_use_up_the_server(rig: Rig, server: Server) -> None:
    """PulseAudio takes 64 connections; a leaked one for each cue would end at the 64th."""
    server.start()
    begin(rig)
    for number in range(80):
        rig.speaker.hush()
        rig.speaker.chime(chime.HALF)
        rig.until_said(message.PLAYING, number + 1)
    assert rig.states == []


def test_an_output_plugged_in_late_is_found_even_after_many_cues(rig: Rig, server: Server) -> None:
    """Each attempt without an output would leak one of the server's 64 connections."""
    server.start(sink=False)
    begin(rig)
    for number in range(80):
        rig.speaker.chime(chime.HALF)
        rig.until_said(message.FAILED, number + 1)
    assert [(s.kind, s.news) for s in rig.states] == [(VoiceKind.SILENT, True)]
    server.plug_in()
    rig.speaker.chime(chime.HALF)
    rig.until_said(message.PLAYING)
    rig.until(lambda: rig.speaker.state.kind is VoiceKind.VOICE)


def test_without_a_server_it_is_told_once_and_sound_comes_when_it_can(
    rig: Rig, server: Server
) -> None:
    begin(rig)
    for number in (1, 2):
        rig.speaker.say(SHORT, Priority.NAME)
        rig.until_said(message.FAILED, number)
    assert [(s.kind, s.news) for s in rig.states] == [(VoiceKind.SILENT, True)]
    assert "No sound output" in rig.states[0].reason
    server.start()
    server.record()
    rig.say_whole(SHORT)
    assert len(server.recorded()) == 1
    assert rig.speaker.state.kind is VoiceKind.VOICE


def test_a_server_killed_in_the_middle_of_a_line_comes_back(rig: Rig, server: Server) -> None:
    server.start()
    begin(rig)
    rig.speaker.say(LONG, Priority.NAME)
    rig.until_said(message.PLAYING)
    server.kill()
    rig.run_for(0.5)
    rig.speaker.hush()
    server.start()
    server.record()
    rig.say_whole(SHORT)
    assert len(server.recorded()) == 1
    assert rig.speaker.state.kind is VoiceKind.VOICE


def test_a_frozen_server_freezes_nothing_else(rig: Rig, server: Server) -> None:
    server.start()
    server.hasten("rig")
    begin(rig)
    rig.say_whole(SHORT)
    server.signal(signal.SIGSTOP)
    before = time.monotonic()
    rig.speaker.say(SHORT, Priority.NAME)
    rig.speaker.hush()
    rig.speaker.say(SHORT, Priority.NAME)
    assert time.monotonic() - before < 0.5
    rig.until(lambda: rig.speaker.state.kind is VoiceKind.SILENT)
    server.signal(signal.SIGCONT)
    rig.until(lambda: rig.worker.is_up)
    server.record()
    rig.say_whole(SHORT)
    assert len(server.recorded()) >= 1
    assert rig.speaker.state.kind is VoiceKind.VOICE


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_a_worker_lost_in_the_middle_of_a_line_is_replaced(
    rig: Rig, server: Server, how: signal.Signals
) -> None:
    server.start()
    server.record()
    begin(rig)
    rig.speaker.say(LONG, Priority.NAME)
    rig.until_said(message.PLAYING)
    assert rig.worker.pid is not None
    os.kill(rig.worker.pid, how)
    rig.speaker.hush()
    rig.until_said(message.READY, 2)
    rig.say_whole(SHORT)
    assert server.recorded()


OTHER = "sink_name=other rate=48000 channels=2 sink_properties=device.description=Kitchen"


def test_the_chosen_output_may_vanish_and_come_back(rig: Rig, server: Server) -> None:
    server.start()
    other = server.load("module-null-sink", OTHER)
    server.hasten("other")
    begin(rig)
    rig.speaker.prepare([LONG, SHORT])
    rig.until_said(message.SYNTHESISED, 2)
    listed: list[tuple[Output, ...]] = []
    rig.speaker.ask_outputs(listed.append)
    rig.until(lambda: bool(listed))
    assert [output.id for output in listed[0]] == ["rig", "other"]
    rig.speaker.set_output("other")
    server.record()
    rig.say_whole(SHORT)
    assert server.recorded() == []

    server.record()
    playing = rig.count(message.PLAYING)
    rig.speaker.say(LONG, Priority.NAME)
    rig.until_said(message.PLAYING, playing + 1)
    server.unload(other)
    rig.until_said(message.DONE, 2)
    ((start, end),) = server.recorded()
    length = rig.speaker.length_s(LONG) or 0.0
    assert end - start == pytest.approx(length - 0.05, abs=0.08)
    rig.say_whole(SHORT)
    assert [(s.kind, s.reason, s.news) for s in rig.states] == [
        (VoiceKind.VOICE, away("Kitchen"), True)
    ]

    server.load("module-null-sink", OTHER)
    server.hasten("other")
    server.record()
    rig.say_whole(SHORT)
    assert server.recorded() == []
    assert rig.states[-1] == VoiceState(VoiceKind.VOICE)


def test_silence_keeps_the_output_awake_between_sentences(rig: Rig, server: Server) -> None:
    server.start()
    server.hasten("rig")
    begin(rig)
    rig.say_whole(SHORT)
    rig.run_for(0.2)
    assert server.streams() == 1
    rig.speaker.set_lead_in(False)
    rig.speaker.chime(chime.HALF)
    rig.until_said(message.DONE, 2)
    rig.run_for(0.2)
    assert server.streams() == 0
