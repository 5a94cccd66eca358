"""What the voice costs and how soon it is heard, on a private sound server.

Run as ``./dev bench voice``. The raw player of the comparison plays the
same samples with the same buffer from the asking process itself: nothing that
is to be heard through this sound server can begin sooner.
"""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from array import array
from collections.abc import Callable
from math import cos, pi
from pathlib import Path

import _measure as measure

sys.path.insert(0, str(measure.ROOT / "app"))

RATE = 16_000
LOUD = 300
TRIALS = 20
SINK_BLOCK_MS = 5
"""The sink hands a block to the recorder this long before it would be heard."""
SENTENCE = "Ten seconds."
TONE_RATE = 22_050
TONE = array("h", (int(12_000 * cos(pi * 1400 * i / TONE_RATE)) for i in range(TONE_RATE // 3)))
SENTENCES = [
    f"{start} {end}"
    for start in ("Sit tall on the edge of your chair,", "Slide your heel out in front of you,")
    for end in (
        "and lift your chest.",
        "knee straight.",
        "then lean forward from the hips.",
        "with the other foot flat.",
        "and look ahead.",
    )
] + [f"Hold for {seconds} seconds." for seconds in range(10, 60)]


class Ear:
    """Listens to the sink and knows when each sample was played."""

    def __init__(self, address: str) -> None:
        command = ["parec", "--raw", "-d", "rig.monitor", f"--rate={RATE}", "--channels=1"]
        command += ["--format=s16le", "--latency-msec=5"]
        environ = {**os.environ, "PULSE_SERVER": address}
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environ)
        self.samples = array("h")
        self._zero = float("inf")
        threading.Thread(target=self._listen, daemon=True).start()
        while len(self.samples) < RATE:
            time.sleep(0.05)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        while data := os.read(pipe, 4096):
            now = time.monotonic()
            self.samples.frombytes(data[: len(data) // 2 * 2])
            # The read that was held up least tells when sample 0 was.
            self._zero = min(self._zero, now - len(self.samples) / RATE)

    def onset_after(self, moment: float, limit_s: float = 0.5) -> float:
        """Milliseconds from ``moment`` to the first loud sample after it."""
        first = max(0, int((moment - self._zero) * RATE))
        while time.monotonic() < moment + limit_s:
            time.sleep(0.05)
        for at in range(first, len(self.samples)):
            if abs(self.samples[at]) > LOUD:
                return (at - first) / RATE * 1000
        return float("nan")

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()


def sound_server(folder: Path) -> subprocess.Popen[bytes]:
    socket = f"socket={folder}/native auth-anonymous=1 auth-cookie-enabled=0"
    server = subprocess.Popen(
        [
            *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"),
            *("--disable-shm=yes", "--realtime=no", "--high-priority=no"),
            *("-L", f"module-native-protocol-unix {socket}"),
            *("-L", "module-null-sink sink_name=rig rate=48000 channels=2"),
        ],
        env={**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)},
        stderr=subprocess.DEVNULL,
    )
    while not (folder / "native").exists():
        time.sleep(0.02)
    os.environ.update(PULSE_SERVER=f"unix:{folder}/native", XDG_RUNTIME_DIR=str(folder))
    return server


def run_calls(calls: queue.SimpleQueue[Callable[[], None]], done: Callable[[], bool]) -> None:
    while not done():
        calls.get(timeout=20)()


def report_import() -> None:
    """After the first picture, so all that the window is made of is there already."""
    code = (
        "import time, supple.shell.app, supple.play.player; b = time.perf_counter();"
        "import supple.voice.speaker; print((time.perf_counter() - b) * 1000)"
    )
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(7)
    ]
    took = measure.median(runs)
    measure.say("import in the window's process", f"{took:.1f} ms", "<= 10 ms", took <= 10)


def report_worker(folder: Path, ear: Ear) -> None:
    from supple.core.step import Priority
    from supple.voice.speaker import make_speaker

    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    ready: list[float] = []
    speaker = make_speaker(str(folder / "cache"), calls.put, print)

    def make_all() -> float:
        ready.clear()
        began = time.monotonic()
        speaker.prepare(SENTENCES, lambda p: ready.append(p.done))
        run_calls(calls, lambda: len(ready) == len(SENTENCES))
        return time.monotonic() - began

    began = time.perf_counter()
    speaker.start()
    took = (time.perf_counter() - began) * 1000
    measure.say("start() in the window's thread", f"{took:.2f} ms", "<= 10 ms", took <= 10)
    measure.say(f"start and {len(SENTENCES)} sentences, cold", f"{make_all():.2f} s")
    measure.say(f"{len(SENTENCES)} sentences, cached", f"{make_all():.3f} s")
    plant_tone(folder / "cache")

    onsets, blocks = [], []
    for _ in range(TRIALS):
        asked = time.monotonic()
        speaker.say(SENTENCE, Priority.NAME)
        blocks.append((time.monotonic() - asked) * 1000)
        onsets.append(ear.onset_after(asked))
        time.sleep(0.4)
        while not calls.empty():
            calls.get()()
    raw = raw_onsets(ear)
    say_onsets("heard after asking", onsets, measure.median(raw) + SINK_BLOCK_MS)
    tabulate(onsets, raw)
    say_onsets("raw player, same sink", raw)
    measure.say("say() holds the window up, longest", f"{max(blocks):.2f} ms")
    time.sleep(1)
    line = speaker._line
    pid = getattr(line, "pid", 0)
    size = measure.pss_mb(pid)
    measure.say("worker after all that, PSS", f"{size:.1f} MB", "<= 20 MB", size <= 20)
    speaker.close()


def say_onsets(what: str, onsets: list[float], raw: float = 0.0) -> None:
    ordered = sorted(onset + SINK_BLOCK_MS for onset in onsets)
    middle, late = measure.median(ordered), ordered[int(len(ordered) * 0.95)]
    goal = f"p95 <= 15 ms, median <= 1.2 x raw + 1 ms, {1.2 * raw + 1:.1f} ms" if raw else ""
    met = late <= 15 and middle <= 1.2 * raw + 1
    measure.say(f"{what}, median / p95", f"{middle:.1f} / {late:.1f} ms", goal, met)


def tabulate(onsets: list[float], raw: list[float]) -> None:
    """For the table of all benches."""
    middle, floor = (measure.median(times) + SINK_BLOCK_MS for times in (onsets, raw))
    limit = 1.2 * floor + 1
    goal = f"<= {limit:.0f} ms (1.2 x + 1)"
    told = f"{middle:.0f} ms"
    measure.row(
        "cue asked to cue heard", told, "raw player", f"{floor:.0f} ms", goal, middle <= limit
    )


def plant_tone(folder: Path) -> None:
    """Puts a tone that begins at full strength where the worker finds ``SENTENCE``."""
    from supple.voice.cache import Cache, key
    from supple.voice.engine import WORDS_PER_MINUTE
    from supple.voice.engine_pyttsx3 import ESPEAK_VOICE

    name = key("espeak-ng", ESPEAK_VOICE, WORDS_PER_MINUTE, SENTENCE)
    Cache(folder).keep(name, TONE, TONE_RATE)


def raw_onsets(ear: Ear) -> list[float]:
    from supple.voice.device import Device

    onsets = []
    for _ in range(TRIALS):
        asked = time.monotonic()
        device = Device(TONE, TONE_RATE, lambda: 1.0)
        onsets.append(ear.onset_after(asked))
        device.close()
        time.sleep(0.4)
    return onsets


NAIVE = """
import time, pyttsx3
engine = pyttsx3.init()
for _ in range(4):
    print(time.monotonic(), flush=True)
    engine.say("Half way.")
    engine.runAndWait()
    print(time.monotonic(), flush=True)
    time.sleep(3)
"""
ALSA = "</usr/share/alsa/alsa.conf>\npcm.!default pulse\nctl.!default pulse\n"
"""Makes aplay, which plain pyttsx3 runs, play into the private sound server."""


def report_naive(folder: Path, ear: Ear) -> None:
    """The same sentence from the plain use of pyttsx3, which plays it through aplay, and ours."""
    what = "plain pyttsx3.say, four times"
    if not shutil.which("aplay"):
        measure.say(what, "not tried: needs aplay, of the package alsa-utils")
        return
    (folder / "asound.conf").write_text(ALSA)
    environ = {**os.environ, "ALSA_CONFIG_PATH": str(folder / "asound.conf")}
    done = subprocess.run(
        [sys.executable, "-c", NAIVE],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    times = [float(line) for line in done.stdout.splitlines()]
    asked, back = times[::2], times[1::2]
    onsets = [ear.onset_after(moment, 2.5) + SINK_BLOCK_MS for moment in asked]
    heard = [onset for onset in onsets if onset == onset]
    if not heard:
        measure.say(what, "not heard: needs ALSA's plugin for PulseAudio, libasound2-plugins")
        return
    held = max((end - start) * 1000 for start, end in zip(asked, back, strict=True))
    told = " / ".join(f"{onset:.0f}" for onset in onsets)
    measure.say(what, f"{told} ms, held up {held:.0f} ms")
    ours = our_onsets(folder, ear)
    ratio = measure.median(ours) / measure.median(heard)
    told = " / ".join(f"{onset:.0f}" for onset in ours)
    measure.say("the same sentence, ours", f"{told} ms, {ratio:.2f} x", "<= 1.2 x", ratio <= 1.2)


def our_onsets(folder: Path, ear: Ear) -> list[float]:
    """Milliseconds to the first sound of the sentence of ``NAIVE``, made ready as in a session."""
    from supple.core.step import Priority
    from supple.voice.speaker import make_speaker

    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    ready: list[object] = []
    speaker = make_speaker(str(folder / "cache"), calls.put, print)
    speaker.start()
    speaker.prepare(["Half way."], ready.append)
    run_calls(calls, lambda: bool(ready))
    onsets = []
    for _ in range(4):
        asked = time.monotonic()
        speaker.say("Half way.", Priority.NAME)
        onsets.append(ear.onset_after(asked, 1.5) + SINK_BLOCK_MS)
        while not calls.empty():
            calls.get()()
    speaker.close()
    return onsets


def report_window(folder: Path) -> None:
    """The longest gap between two ticks of a window's event loop while the voice speaks."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer

    from supple.core.step import Priority
    from supple.voice.qt_post import QtPost
    from supple.voice.speaker import make_speaker

    app = QCoreApplication.instance() or QCoreApplication([])
    worst = []
    for _ in range(10):
        speaker = make_speaker(str(folder / "cache2"), QtPost(), print)
        gaps: list[float] = []
        last = [time.perf_counter()]

        def tick(gaps: list[float] = gaps, last: list[float] = last) -> None:
            now = time.perf_counter()
            gaps.append((now - last[0]) * 1000)
            last[0] = now

        timer, talk = QTimer(), QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(tick)
        talk.timeout.connect(lambda s=speaker: s.say(SENTENCE, Priority.STOP))
        speaker.start()
        speaker.prepare(SENTENCES)
        QTimer.singleShot(2500, app.quit)
        timer.start(2)
        talk.start(150)
        last[0] = time.perf_counter()
        app.exec()
        speaker.close()
        shutil.rmtree(folder / "cache2")
        worst.append(max(gaps))
    middle = measure.median(worst)
    measure.say("window's longest gap, median of 10", f"{middle:.1f} ms", "<= 16 ms", middle <= 16)


def main() -> None:
    if not (shutil.which("pulseaudio") and shutil.which("parec")):
        sys.exit("bench/voice.py needs the packages pulseaudio and pulseaudio-utils.")
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as name:
        folder = Path(name)
        server = sound_server(folder)
        ear = Ear(os.environ["PULSE_SERVER"])
        try:
            report_import()
            report_worker(folder, ear)
            report_naive(folder, ear)
            report_window(folder)
        finally:
            ear.close()
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
