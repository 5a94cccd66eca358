from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from supple.voice import message, pcm, sentences
from supple.voice.sentences import AT_ONCE, NoVoice, Sentences, Stopped
from supple.voice.supervisor import Post
from supple.voice.watch import Limits

READY: message.Message = {"kind": message.READY, "engine": "espeak-ng", "voice": "en-us"}
LINES = [f"Sentence {n}." for n in range(12)]


class FakeSupervisor:
    """A worker that takes a second for each letter, and does what a test wants of it."""

    def __init__(
        self,
        command: list[str],
        post: Post,
        on_message: Callable[[message.Message], None],
        on_state: object,
        limits: Limits,
    ) -> None:
        assert sum(limits.delays) < 5  # somebody waits
        self.command = command
        self._post, self._on_message = post, on_message
        self.is_given_up = False
        self.closed = False
        self.ready = READY
        self.answers: Callable[[str, int], message.Message] = self.say
        self.asked: list[tuple[str, str]] = []
        self.on_way = self.most = 0

    @staticmethod
    def say(text: str, ident: int) -> message.Message:
        return {"kind": message.SYNTHESISED, "id": ident, "seconds": float(len(text))}

    def start(self) -> None:
        if self.ready:
            self._post(lambda: self._on_message(self.ready))

    def send(self, kind: str, **fields: str) -> int:
        assert kind == message.SYNTH
        self.asked.append((fields["text"], fields["file"]))
        self.on_way += 1
        self.most = max(self.most, self.on_way)
        ident = len(self.asked)

        def answer() -> None:
            self.on_way -= 1
            self._on_message(self.answers(fields["text"], ident))

        self._post(answer)
        return ident

    def close(self) -> None:
        self.closed = True


Rig = tuple[Sentences, FakeSupervisor]


@pytest.fixture
def rig(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Rig:
    monkeypatch.setattr(sentences, "Supervisor", FakeSupervisor)
    monkeypatch.setattr(sentences, "LOOK_S", 0.001)
    made = Sentences(tmp_path, tmp_path / "cache", "en-gb", 1.1)
    line = made._line
    assert isinstance(line, FakeSupervisor)
    return made, line


def test_the_worker_has_the_voice_and_the_speed_asked_for(rig: Rig, tmp_path: Path) -> None:
    voices, worker = rig
    assert voices.open() == ""
    assert voices.voice == "en-us"
    command = " ".join(worker.command)
    assert f"--rate 154 --cache {tmp_path / 'cache'} --voice en-gb" in command


def test_every_sentence_is_made_once_into_a_file_of_its_own(rig: Rig) -> None:
    voices, worker = rig
    voices.open()
    told: list[int] = []
    voices.make([*LINES, *LINES], told.append)
    voices.make(LINES[:3])
    assert [text for text, _ in worker.asked] == LINES
    assert len({file for _, file in worker.asked}) == len(LINES)
    assert voices.lengths == {text: float(len(text)) for text in LINES}
    assert told == list(range(1, len(LINES) + 1))
    assert {text: str(voices.path(text)) for text in LINES} == dict(worker.asked)
    with pytest.raises(KeyError):
        voices.path("never asked for")


def test_the_worker_has_always_something_to_do_and_never_all(rig: Rig) -> None:
    voices, worker = rig
    voices.open()
    voices.make(LINES)
    assert worker.most == AT_ONCE


def test_a_voice_that_is_not_the_chosen_one_is_told(rig: Rig) -> None:
    voices, worker = rig
    worker.ready = {**READY, "reason": "The voice you chose is not on this computer."}
    assert voices.open() == "The voice you chose is not on this computer."


def test_without_an_engine_there_is_no_voice(rig: Rig) -> None:
    voices, worker = rig
    worker.ready = {"kind": message.READY, "engine": "", "reason": "No voice is installed."}
    with pytest.raises(NoVoice, match=r"^No voice is installed\.$"):
        voices.open()


def test_a_worker_that_is_given_up_is_not_waited_for(rig: Rig) -> None:
    voices, worker = rig
    worker.ready = {}
    worker.is_given_up = True
    with pytest.raises(NoVoice, match="does not answer"):
        voices.open()


def test_a_worker_that_never_answers_is_not_waited_for(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    voices, worker = rig
    worker.ready = {}
    monkeypatch.setattr(sentences, "SILENT_S", 0.01)
    with pytest.raises(NoVoice, match="does not answer"):
        voices.open()


def test_a_sentence_that_cannot_be_said_is_named(rig: Rig) -> None:
    voices, worker = rig
    voices.open()

    def answer(text: str, ident: int) -> message.Message:
        if text == LINES[2]:
            why = "It wrote no usable sound."
            return {"kind": message.FAILED, "id": ident, "part": message.SPEECH, "reason": why}
        return worker.say(text, ident)

    worker.answers = answer
    with pytest.raises(NoVoice, match=r"“Sentence 2\.” could not be spoken\. It wrote no usable"):
        voices.make(LINES)


@pytest.mark.parametrize(("deaths", "lives"), [(1, True), (2, False)])
def test_a_sentence_whose_worker_died_is_tried_once_more(
    rig: Rig, deaths: int, lives: bool
) -> None:
    voices, worker = rig
    voices.open()
    died: list[str] = []

    def answer(text: str, ident: int) -> message.Message:
        if text == LINES[0] and len(died) < deaths:
            died.append(text)
            return {"kind": message.FAILED, "id": ident, "part": message.WORKER}
        return worker.say(text, ident)

    worker.answers = answer
    if lives:
        voices.make(LINES)
        assert set(voices.lengths) == set(LINES)
    else:
        with pytest.raises(NoVoice, match="The voice ended while it was to say it"):
            voices.make(LINES)


def test_a_wish_to_stop_is_heard_between_two_sentences(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    voices, worker = rig
    voices.open()
    monkeypatch.setattr(voices, "_stop", lambda: len(voices.lengths) >= 5)
    with pytest.raises(Stopped):
        voices.make(LINES)
    assert len(voices.lengths) == 5
    voices.close()
    assert worker.closed


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Sentences]:
    if not sys.platform.startswith("linux"):
        pytest.skip("espeak-ng is Linux's")
    voices = Sentences(tmp_path, tmp_path / "cache")
    yield voices
    voices.close()


def test_the_real_worker_writes_what_it_says_how_long_it_is(real: Sentences) -> None:
    assert real.open() == ""
    real.make(["Hold.", "Half way."])
    for text, seconds in real.lengths.items():
        samples, rate = pcm.read_wav(real.path(text))
        assert seconds == pytest.approx(len(samples) / rate, abs=0.0001)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, real: Sentences) -> None:
    real.open()
    real._folder = tmp_path / "nowhere"
    with pytest.raises(NoVoice, match="cannot be written"):
        real.make(["Hold."])
