"""A private sound server with a sink that goes nowhere, and a recorder on it."""

from __future__ import annotations

import array
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from operator import mul
from pathlib import Path

import pytest

# ``killing`` is shared with a bench, and stands beside its test.
sys.path.insert(0, str(Path(__file__).parent))

RATE = 22_050
"""Of the recording, per second; the same as the voice's, so that they can be compared."""
LOUD = 300
"""Of 32,767: above this it is sound, below it is the noise of resampling."""


def _envelope(samples: array.array[int], step: int) -> list[int]:
    return [sum(map(abs, samples[at : at + step])) for at in range(0, len(samples), step)]


def _likeness(cue: Sequence[int], heard: Sequence[int]) -> float:
    part = heard[: len(cue)]
    loud = sum(map(mul, part, part)) * sum(map(mul, cue, cue))
    return sum(map(mul, cue, part)) / sqrt(loud) if loud else 0.0


@dataclass(frozen=True)
class Sound:
    """What was recorded."""

    samples: array.array[int]

    def onsets(self, silence_s: float = 0.2) -> list[float]:
        """Seconds at which sound begins after at least ``silence_s`` of silence."""
        block = RATE // 100
        found, quiet = [], silence_s
        for at in range(0, len(self.samples) - block, block):
            loud = max(map(abs, self.samples[at : at + block])) > LOUD
            if loud and quiet >= silence_s:
                found.append(at / RATE)
            quiet = 0.0 if loud else quiet + 0.01
        return found

    def find(self, cue: array.array[int], at_s: float, within_s: float) -> tuple[float, float]:
        """When ``cue`` is heard, looked for around ``at_s``, and how like it that is.

        Compared is how loud it is from one 500th of a second to the next: the
        sound server's change of rates alters every sample, but not that. 1 is the cue itself,
        less where it is cut, or where anything else sounds with it.
        """
        step = RATE // 500
        shape = _envelope(cue, step)
        first = max(0, int((at_s - within_s) * RATE))
        there = _envelope(self.samples[first : first + len(cue) + int(2 * within_s * RATE)], step)
        lags = range(max(1, len(there) - len(shape)))
        best = max(lags, key=lambda lag: _likeness(shape, there[lag:]))
        return (first + best * step) / RATE, _likeness(shape, there[best:])

    def loud_between(self, start_s: float, end_s: float) -> bool:
        """Whether anything sounds in that time."""
        part = self.samples[int(start_s * RATE) : int(end_s * RATE)]
        return max(map(abs, part), default=0) > LOUD


class Speakers:
    """The server's environment, and what came out of it."""

    def __init__(self, folder: Path) -> None:
        self.env = {
            **os.environ,
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{folder}/native",
            "QT_QPA_PLATFORM": "offscreen",
        }
        self._raw = folder / "recording.raw"
        socket = f"socket={folder}/native auth-anonymous=1 auth-cookie-enabled=0"
        self._server = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no"),
                *("--exit-idle-time=-1", "--disable-shm=yes", "--realtime=no"),
                *("--high-priority=no", "-L"),
                f"module-native-protocol-unix {socket}",
                *("-L", "module-null-sink sink_name=rig rate=48000 channels=2"),
            ],
            env=self.env,
            stderr=subprocess.DEVNULL,
        )
        _wait_for(folder / "native")
        with self._raw.open("wb") as out:
            self._recorder = subprocess.Popen(
                [
                    *("parec", "--raw", "-d", "rig.monitor", f"--rate={RATE}"),
                    *("--channels=1", "--format=s16le", "--latency-msec=5"),
                ],
                env=self.env,
                stdout=out,
                stderr=subprocess.DEVNULL,
            )
        _wait_for(self._raw, least=2)

    def sound(self) -> Sound:
        """Everything recorded so far; recording ends."""
        self._recorder.terminate()
        self._recorder.wait()
        samples = array.array("h")
        data = self._raw.read_bytes()
        samples.frombytes(data[: len(data) // 2 * 2])
        return Sound(samples)

    def close(self) -> None:
        for process in (self._recorder, self._server):
            process.terminate()
            process.wait()


def _wait_for(path: Path, least: int = 0, limit_s: float = 10.0) -> None:
    end = time.monotonic() + limit_s
    while not path.exists() or path.stat().st_size < least:
        assert time.monotonic() < end, f"{path} did not come"
        select.select([], [], [], 0.02)


@pytest.fixture
def speakers(tmp_path: Path) -> Iterator[Speakers]:
    """Skips where there is no sound server to try it with."""
    if not (shutil.which("pulseaudio") and shutil.which("parec")):
        pytest.skip("needs the packages pulseaudio and pulseaudio-utils")
    made = Speakers(tmp_path)
    yield made
    made.close()
