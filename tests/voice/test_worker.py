from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from supple.voice import chime, device, engine, engine_piper, message, pcm, worker
from supple.voice.cache import Cache
from supple.voice.listing import VoiceEntry
from supple.voice.player import Cue
from supple.voice.speech import Speech

RATE = 22_050
PATIENCE_S = 20.0
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="espeak-ng is Linux's")


class FakePlayer:
    def __init__(self) -> None:
        self.did: list[object] = []

    def play(self, cue: Cue) -> None:
        self.did.append((cue.id, round(cue.seconds, 1)))

    def stop(self, ident: int) -> None:
        self.did.append(("stop", ident))

    def set_volume(self, value: float) -> None:
        self.did.append(("volume", value))

    def choose(self, output: str) -> None:
        self.did.append(("output", output))

    def set_awake(self, awake: bool) -> None:
        self.did.append(("awake", awake))

    def wake(self) -> None:
        self.did.append("wake")

    def close(self) -> None:
        self.did.append("close")


class Rig:
    def __init__(self, speech: Speech | None) -> None:
        self.said: list[message.Message] = []
        self.player = FakePlayer()
        self.learned: list[tuple[str, str]] = []
        self.worker = worker.Worker(
            lambda kind, **fields: self.said.append({"kind": kind, **fields}),
            self.player,  # type: ignore[arg-type]
            self.learned.extend,
        )
        self.speech = speech

    def serve(self, *lines: bytes) -> None:
        """Takes all ``lines``, then speaks what is to be spoken."""
        for line in lines:
            request = message.decode(line)
            assert request is not None
            self.worker.take(request)
        while self.worker.has_jobs:
            job = self.worker.next_job()
            assert job is not None
            self.worker.do(job, self.speech, "No voice here.")


def test_what_is_to_be_heard_now_comes_before_what_is_made_ahead(fake, tmp_path: Path) -> None:
    rig = Rig(Speech(fake, Cache(tmp_path)))
    rig.serve(
        message.encode(message.SYNTH, id=1, text="ahead"),
        message.encode(message.PLAY, id=2, text="now"),
    )
    assert fake.spoken == ["now", "ahead"]
    assert rig.player.did[0] == (2, 1.1)
    assert rig.said == [
        {"kind": message.SYNTHESISED, "id": 1, "seconds": pytest.approx(1.06, 0.02)}
    ]


def test_a_sentence_is_written_where_that_is_asked_for(fake, tmp_path: Path) -> None:
    rig = Rig(Speech(fake, Cache(tmp_path / "cache")))
    file = tmp_path / "hold.wav"
    rig.serve(message.encode(message.SYNTH, id=1, text="Hold.", file=str(file)))
    samples, rate = pcm.read_wav(file)
    assert rig.said == [
        {"kind": message.SYNTHESISED, "id": 1, "seconds": round(len(samples) / rate, 4)}
    ]


def test_a_place_where_nothing_can_be_written_is_told(fake, tmp_path: Path) -> None:
    rig = Rig(Speech(fake, Cache(tmp_path / "cache")))
    file = tmp_path / "nowhere" / "hold.wav"
    rig.serve(message.encode(message.SYNTH, id=1, text="Hold.", file=str(file)))
    (said,) = rig.said
    assert (said["kind"], said["part"]) == (message.FAILED, message.SPEECH)
    assert str(file) in str(said["reason"])


def test_a_sentence_stopped_before_it_was_ready_is_not_played(fake, tmp_path: Path) -> None:
    rig = Rig(Speech(fake, Cache(tmp_path)))
    rig.serve(message.encode(message.PLAY, id=1, text="old"), message.encode(message.STOP, id=2))
    assert rig.player.did == [("stop", 2)]


def test_of_two_asked_for_at_once_the_newer_is_played(fake, tmp_path: Path) -> None:
    rig = Rig(Speech(fake, Cache(tmp_path)))
    rig.serve(
        message.encode(message.PLAY, id=1, text="old"),
        message.encode(message.PLAY, id=2, text="new"),
    )
    assert rig.player.did == [(2, 1.1)]


def test_chimes_and_volume_need_no_engine(fake) -> None:
    rig = Rig(None)
    rig.serve(
        message.encode(message.VOLUME, value=0.5),
        message.encode(message.PLAY, id=1, chime=chime.HALF),
        message.encode(message.PLAY, id=2, text="Hold."),
    )
    assert rig.player.did == [("volume", 0.5), (1, pytest.approx(0.45, abs=0.06))]
    assert rig.said == [
        {"kind": message.FAILED, "id": 2, "part": message.SPEECH, "reason": "No voice here."}
    ]


def test_the_voice_can_be_changed_and_what_comes_after_is_spoken_with_it(
    fake, tmp_path: Path
) -> None:
    rig = Rig(Speech(fake, Cache(tmp_path)))
    rig.serve(
        message.encode(message.VOICE, id=1, voice="w", rate=120),
        message.encode(message.VOICES, id=2),
    )
    assert rig.said == [
        {"kind": message.READY, "engine": "fake", "voice": "w", "rate": 120, "reason": ""},
        {"kind": message.VOICES_ARE, "id": 2, "voices": fake.voices()},
    ]


def neural_there(monkeypatch: pytest.MonkeyPatch, neural: engine.Engine | None) -> None:
    """Makes the neural engine one of the test's own, or lets it be missing."""

    def open_piper(voice: str, rate: int) -> engine.Engine:
        if neural is None:
            raise engine.NoEngine("It is not installed.")
        neural.use("piper:joe", rate)
        return neural

    monkeypatch.setattr(engine_piper, "open_piper", open_piper)


def test_the_chosen_voice_decides_the_engine(
    fake, tone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    neural = type(fake)(tone)
    neural_there(monkeypatch, neural)
    rig = Rig(Speech(fake, Cache(tmp_path)))
    rig.serve(
        message.encode(message.VOICE, id=1, voice="piper:joe", rate=120),
        message.encode(message.SYNTH, id=2, text="Hold."),
    )
    assert neural.spoken == ["Hold."]
    assert (rig.said[0]["voice"], rig.said[0]["rate"]) == ("piper:joe", 120)


def test_without_the_chosen_engine_the_usual_one_goes_on_and_says_why(
    fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    neural_there(monkeypatch, None)
    monkeypatch.setattr(worker, "_open_pyttsx3", lambda voice, rate: fake)
    rig = Rig(Speech(fake, Cache(tmp_path)))
    rig.serve(message.encode(message.VOICE, id=1, voice="piper:joe", rate=120))
    assert rig.said[0]["engine"] == "fake"
    assert rig.said[0]["reason"] == f"It is not installed. {engine.USUAL}"


def test_where_no_other_engine_opens_the_old_one_goes_on(
    fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "openers", lambda voice: ())
    rig = Rig(Speech(fake, Cache(tmp_path)))
    rig.serve(message.encode(message.VOICE, id=1, voice="piper:joe", rate=120))
    assert (rig.said[0]["engine"], rig.said[0]["voice"]) == ("fake", "v")
    assert rig.said[0]["reason"]


def test_neural_voices_are_listed_with_the_others(
    fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    joe = VoiceEntry("piper:joe", "Joe", "piper", "GPL", "CC0")
    monkeypatch.setattr(engine_piper, "voices", lambda: [joe])
    assert worker.listed(Speech(fake, Cache(tmp_path))) == [*fake.voices(), joe]
    assert worker.listed(None) == [joe]


def test_the_order_follows_the_voice() -> None:
    names = [opener.__name__ for opener in worker.openers("piper:joe")]
    assert names == ["_open_piper", "_open_pyttsx3"]
    assert [o.__name__ for o in worker.openers("en-us")] == names[::-1]


def test_outputs_are_listed_chosen_and_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "outputs", lambda: [("rig", "Rig")])
    rig = Rig(None)
    rig.serve(
        message.encode(message.OUTPUTS, id=1),
        message.encode(message.OUTPUT, id=2, value="rig"),
        message.encode(message.AWAKE, id=3, value=True),
        message.encode(message.WAKE, id=4),
    )
    assert rig.said == [{"kind": message.OUTPUTS_ARE, "id": 1, "outputs": [("rig", "Rig")]}]
    assert rig.learned == [("rig", "Rig")]
    assert rig.player.did == [("output", "rig"), ("awake", True), "wake"]


def test_without_an_engine_there_are_no_voices_but_answers() -> None:
    rig = Rig(None)
    rig.serve(
        message.encode(message.VOICE, id=1, voice="w", rate=120),
        message.encode(message.VOICES, id=2),
    )
    assert [s.get("voices", s.get("reason")) for s in rig.said] == ["No voice here.", []]


@pytest.mark.parametrize("last", [message.encode(message.QUIT), b""])
def test_the_end_of_the_input_ends_it_and_nonsense_before_does_not(last: bytes) -> None:
    rig = Rig(None)
    stop = message.encode(message.STOP, id=1)
    rig.worker.read(iter([b"nonsense\n", stop, last, b"never read"]).__next__)
    rig.worker.speak(None, "")
    assert [said["kind"] for said in rig.said] == [message.LOG, message.READY]
    assert rig.player.did == [("stop", 1), "close"]


@pytest.mark.parametrize("argv", [[], ["--cache"], ["--cache", "x", "--rate", "fast"], ["-h", "x"]])
def test_wrong_arguments_end_with_the_usage(argv: list[str]) -> None:
    with pytest.raises(SystemExit, match="usage"):
        worker.main(argv)


MODULE = ("-m", "supple.voice.worker")
HANGS = """
import sys, time, types
from supple.voice import worker
def hang(text, path):
    time.sleep(600)
fake = types.SimpleNamespace(name="fake", voice="v", rate=140, speak=hang)
worker.openers = lambda _: (lambda voice, rate: fake,)
worker.main(sys.argv[1:])
"""


class Process:
    """The real worker, with the sound server out of reach."""

    def __init__(self, folder: Path, *command: str) -> None:
        environment = {**os.environ, "PULSE_SERVER": f"unix:{folder}/none"}
        self.child = subprocess.Popen(
            [sys.executable, *(command or MODULE), "--cache", str(folder / "cache")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self.lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.child.stdout is not None
        with self.child.stdout as pipe:
            for line in pipe:
                self.lines.put(line)

    def ask(self, kind: str, **fields: object) -> None:
        assert self.child.stdin is not None
        self.child.stdin.write(message.encode(kind, **fields))
        self.child.stdin.flush()

    def next(self) -> dict[str, Any]:
        return dict(json.loads(self.lines.get(timeout=PATIENCE_S)))

    def end(self) -> int:
        assert self.child.stdin is not None
        self.child.stdin.close()
        return self.child.wait(PATIENCE_S)


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Process]:
    process = Process(tmp_path)
    yield process
    process.child.kill()
    process.child.wait()
    if process.child.stdin is not None:
        process.child.stdin.close()


@linux
def test_the_real_worker_speaks_real_sentences_into_its_cache(
    process: Process, tmp_path: Path
) -> None:
    ready = process.next()
    assert (ready["kind"], ready["engine"], ready["voice"]) == ("ready", "espeak-ng", "en-us")
    texts = ["Left leg first.", "Keep your resting knee bent and the foot flat on the floor."]
    for ident, text in enumerate(texts, start=1):
        process.ask(message.SYNTH, id=ident, text=text)
    answers = [process.next(), process.next()]
    assert [a["kind"] for a in answers] == [message.SYNTHESISED] * 2
    assert [a["seconds"] for a in answers] == pytest.approx([1.27, 3.77], abs=0.25)
    kept = sorted((tmp_path / "cache").iterdir())
    lengths = []
    for path in kept:
        samples, rate = pcm.read_wav(path)
        lengths.append(len(samples) / rate)
        assert max(abs(x) for x in samples) > 5000
    assert sorted(lengths) == pytest.approx(sorted(a["seconds"] for a in answers), abs=0.001)


@linux
def test_the_real_worker_ends_with_its_input(process: Process) -> None:
    process.next()
    assert process.end() == 0


def test_a_worker_that_hangs_ends_with_its_input_too(tmp_path: Path) -> None:
    process = Process(tmp_path, "-c", HANGS)
    assert process.next()["engine"] == "fake"
    process.ask(message.SYNTH, id=1, text="Hold.")
    assert process.end() == 0


@linux
def test_it_loads_neither_qt_nor_the_core(process: Process, tmp_path: Path) -> None:
    code = (
        "import sys, supple.voice.worker as w; w.openers('')[0]('', 140); "
        "heavy = {'PySide6', 'supple.core', 'dataclasses', 'hashlib', 'ssl', 'argparse'}; "
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
