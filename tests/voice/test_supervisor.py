from __future__ import annotations

import os
import queue
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from supple.voice import message
from supple.voice.state import VoiceKind, VoiceState
from supple.voice.supervisor import Supervisor
from supple.voice.watch import Limits

# Answers as told by the text of a request; counts its starts in a file.
FAKE = r"""
import json, os, sys, time
starts = sys.argv[1]
with open(starts, "a") as f:
    f.write("x")
count = os.path.getsize(starts)
def tell(kind, **fields):
    sys.stdout.write(json.dumps({"kind": kind, **fields}) + "\n")
    sys.stdout.flush()
if "never-ready" in sys.argv:
    time.sleep(60)
if "die-at-start" in sys.argv:
    sys.exit(3)
tell("ready", engine="fake", voice="v", reason="")
for line in sys.stdin:
    asked = json.loads(line)
    text = asked.get("text", "")
    if text == "die":
        os._exit(7)
    if text == "hang":
        time.sleep(60)
    if text == "noise":
        sys.stdout.write("Audio saved to x.wav\n\n")
    if asked["kind"] == "synth":
        tell("synthesised", id=asked["id"], seconds=float(count))
    elif asked["kind"] == "volume":
        tell("volume-is", value=asked["value"])
"""
QUICK = Limits(ready=5.0, synth=0.15, play=0.15, stop=0.15, quiet=0.5, delays=(0.0, 0.02, 0.04))
PATIENCE_S = 20.0


class Rig:
    """A supervisor of fake workers, with its calls run in the test's own thread."""

    def __init__(self, folder: Path, limits: Limits = QUICK, *arguments: str) -> None:
        self.starts = folder / "starts"
        script = folder / "fake_worker.py"
        script.write_text(FAKE)
        self.calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.said: list[message.Message] = []
        self.states: list[VoiceState] = []
        command = [sys.executable, "-I", "-S", str(script), str(self.starts), *arguments]
        self.supervisor = Supervisor(
            command, self.calls.put, self.said.append, self.states.append, limits=limits
        )

    def until(self, done: Callable[[], bool]) -> None:
        """Runs posted calls until ``done``; fails when that takes far too long."""
        limit = time.monotonic() + PATIENCE_S
        while not done():
            self.calls.get(timeout=max(0.01, limit - time.monotonic()))()

    def until_said(self, kind: str, count: int = 1) -> None:
        self.until(lambda: [s["kind"] for s in self.said].count(kind) >= count)

    @property
    def start_count(self) -> int:
        return len(self.starts.read_text())


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path)
    yield rig
    rig.supervisor.close()


def test_nothing_runs_before_start(rig: Rig) -> None:
    assert rig.supervisor.pid is None
    assert rig.supervisor.send(message.SYNTH, text="a") == 0
    rig.supervisor.close()
    assert not rig.starts.exists()


def test_a_request_is_answered(rig: Rig) -> None:
    rig.supervisor.start()
    rig.until_said(message.READY)
    ident = rig.supervisor.send(message.SYNTH, text="noise")
    rig.until_said(message.SYNTHESISED)
    assert rig.said[-1] == {"kind": message.SYNTHESISED, "id": ident, "seconds": 1.0}
    assert rig.states == []


def test_a_killed_worker_is_replaced_and_its_requests_come_back(rig: Rig) -> None:
    rig.supervisor.start()
    rig.until_said(message.READY)
    pid = rig.supervisor.pid
    assert pid is not None
    ident = rig.supervisor.send(message.SYNTH, text="die")
    rig.until_said(message.FAILED)
    assert rig.said[-1] == {"kind": message.FAILED, "id": ident, "part": message.WORKER}
    rig.until_said(message.READY, 2)
    assert rig.supervisor.pid != pid
    assert rig.supervisor.send(message.SYNTH, text="a") > ident
    rig.until_said(message.SYNTHESISED)


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL and SIGSTOP are POSIX")
@pytest.mark.parametrize("how", ["SIGKILL", "SIGSTOP"])
def test_a_worker_killed_or_frozen_from_outside_is_replaced(rig: Rig, how: str) -> None:
    rig.supervisor.start()
    rig.until_said(message.READY)
    pid = rig.supervisor.pid
    assert pid is not None
    os.kill(pid, getattr(signal, how))
    rig.supervisor.send(message.SYNTH, text="a")
    rig.until_said(message.READY, 2)
    rig.supervisor.send(message.SYNTH, text="a")
    rig.until_said(message.SYNTHESISED)
    assert rig.said[-1]["seconds"] == 2.0


def test_a_worker_that_hangs_is_ended_in_time(rig: Rig) -> None:
    rig.supervisor.start()
    rig.until_said(message.READY)
    rig.supervisor.send(message.SYNTH, text="hang")
    rig.until_said(message.FAILED)
    rig.until_said(message.READY, 2)
    assert rig.start_count == 2


def test_what_is_to_be_kept_outlives_the_worker(rig: Rig) -> None:
    rig.supervisor.keep(message.VOLUME, value=0.25)
    rig.supervisor.start()
    rig.until_said("volume-is")
    rig.supervisor.send(message.SYNTH, text="die")
    rig.until_said("volume-is", 2)
    assert [s["value"] for s in rig.said if s["kind"] == "volume-is"] == [0.25, 0.25]


def test_a_worker_that_keeps_dying_is_given_up_with_a_reason(tmp_path: Path) -> None:
    rig = Rig(tmp_path, QUICK, "die-at-start")
    rig.supervisor.start()
    rig.until(lambda: rig.supervisor.is_given_up and bool(rig.states))
    assert rig.start_count == 1 + len(QUICK.delays)
    assert rig.states[-1].kind is VoiceKind.SILENT
    assert rig.states[-1].reason
    rig.supervisor.start()
    rig.until(lambda: rig.start_count == 2 * (1 + len(QUICK.delays)) or not rig.calls.get()())
    rig.supervisor.close()


def test_a_worker_that_never_gets_ready_is_ended(tmp_path: Path) -> None:
    rig = Rig(tmp_path, Limits(ready=0.1, delays=(), quiet=9.0), "never-ready")
    rig.supervisor.start()
    rig.until(lambda: bool(rig.states))
    assert rig.supervisor.is_given_up
    rig.supervisor.close()


def test_a_command_that_does_not_exist_is_survived(tmp_path: Path) -> None:
    states: list[VoiceState] = []
    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    supervisor = Supervisor(
        [str(tmp_path / "missing")], calls.put, lambda _: None, states.append, limits=QUICK
    )
    supervisor.start()
    calls.get(timeout=PATIENCE_S)()
    assert states[0].kind is VoiceKind.SILENT
    supervisor.close()


def test_close_ends_the_worker_and_nothing_is_said_after_it(rig: Rig) -> None:
    rig.supervisor.start()
    rig.until_said(message.READY)
    pid = rig.supervisor.pid
    assert pid is not None
    rig.supervisor.close()
    assert rig.supervisor.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert rig.supervisor.send(message.SYNTH, text="a") == 0
    heard = list(rig.said)
    while not rig.calls.empty():
        rig.calls.get()()
    assert rig.said == heard


def test_a_worker_that_does_not_read_never_blocks_the_window(tmp_path: Path) -> None:
    rig = Rig(tmp_path, Limits(synth=60.0))
    rig.supervisor.start()
    rig.until_said(message.READY)
    rig.supervisor.send(message.SYNTH, text="hang")
    for _ in range(1000):
        rig.supervisor.send(message.VOLUME, value=0.5, text="x" * 200)
    rig.supervisor.close()
    assert rig.supervisor.pid is None
