from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.voice import message, once
from supple.voice.listing import Output, VoiceEntry
from supple.voice.supervisor import Post
from supple.voice.watch import away

ROW = VoiceEntry("en-us", "English", "espeak-ng", "GPL-3.0-or-later", "")
READY: message.Message = {"kind": message.READY, "engine": "espeak-ng", "voice": "en-us"}


class FakeSupervisor:
    answers: list[message.Message]
    asked: list[tuple[str, dict[str, object]]]
    command: list[str]
    kept: tuple[str, dict[str, object]]

    def __init__(
        self,
        command: list[str],
        post: Post,
        on_message: Callable[[message.Message], None],
        on_state: object,
    ) -> None:
        FakeSupervisor.command = command
        self._post, self._on_message = post, on_message

    def keep(self, kind: str, **fields: object) -> None:
        FakeSupervisor.kept = (kind, fields)

    def start(self) -> None:
        for answer in self.answers:
            self._post(lambda said=answer: self._on_message(said))

    def send(self, kind: str, **fields: object) -> int:
        self.asked.append((kind, fields))
        return 1

    def close(self) -> None:
        pass


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> type[FakeSupervisor]:
    monkeypatch.setattr(once, "Supervisor", FakeSupervisor)
    monkeypatch.setattr(once, "LIMIT_S", 0.01)
    monkeypatch.setattr(FakeSupervisor, "asked", [], raising=False)
    monkeypatch.setattr(FakeSupervisor, "answers", [READY], raising=False)
    return FakeSupervisor


def test_an_answer_comes_with_what_is_known_of_the_engine(worker: type[FakeSupervisor]) -> None:
    worker.answers.append({"kind": message.SYNTHESISED, "id": 1, "seconds": 1.0})
    said = once.ask(message.SYNTH, volume=0.5, text="Hold.")
    assert said["engine"] == "espeak-ng"
    assert said["seconds"] == 1.0
    assert worker.asked == [(message.SYNTH, {"text": "Hold."})]
    assert worker.kept == (message.VOLUME, {"value": 0.5})


def test_no_answer_in_time_is_an_empty_one(worker: type[FakeSupervisor]) -> None:
    assert once.ask(message.SYNTH, text="Hold.") == {}
    assert once.voices() == ()
    assert once.say("Hold.")[0] is False


def test_what_is_said_aloud_is_heard_to_its_end(worker: type[FakeSupervisor]) -> None:
    worker.answers += [
        {"kind": message.PLAYING, "id": 1, "output": "PulseAudio"},
        {"kind": message.DONE, "id": 1},
    ]
    assert once.say("Hold.") == (True, "espeak-ng, voice en-us, output the usual one.")


def test_an_output_that_is_away_is_said(worker: type[FakeSupervisor]) -> None:
    worker.answers += [
        {"kind": message.PLAYING, "id": 1, "output": "PulseAudio", "away": True, "name": "Headset"},
        {"kind": message.DONE, "id": 1},
    ]
    told = once.say("Hold.", output="rig")[1]
    assert told == f"espeak-ng, voice en-us, output the usual one. {away('Headset')}"


def test_the_speed_is_the_workers_rate(worker: type[FakeSupervisor]) -> None:
    once.say("Hold.", speed=0.5)
    assert worker.command[-4:-2] == ["--rate", "98"]


def test_what_is_not_to_be_heard_is_over_once_it_begins(worker: type[FakeSupervisor]) -> None:
    worker.answers += [
        {"kind": message.PLAYING, "id": 1, "output": "PulseAudio"},
        {"kind": message.DONE, "id": 1},
    ]
    assert once.ask(message.PLAY, volume=0.0, text="Hold.")["kind"] == message.PLAYING


def test_the_voices_are_listed(worker: type[FakeSupervisor]) -> None:
    worker.answers.append({"kind": message.VOICES_ARE, "id": 1, "voices": [[*ROW]]})
    assert once.voices() == (ROW,)


def test_why_nothing_was_said_is_said(worker: type[FakeSupervisor]) -> None:
    worker.answers.append({"kind": message.FAILED, "id": 1, "reason": "No sound output."})
    assert once.say("Hold.") == (False, "No sound output.")


def test_the_outputs_are_listed(worker: type[FakeSupervisor]) -> None:
    worker.answers.append({"kind": message.OUTPUTS_ARE, "id": 1, "outputs": [["rig", "Rig"]]})
    assert once.outputs() == (Output("rig", "Rig"),)


def test_a_sentence_is_said_on_the_output_named(worker: type[FakeSupervisor]) -> None:
    worker.answers.append({"kind": message.DONE, "id": 1})
    assert once.say("Hold.", output="rig") == (True, "espeak-ng, voice en-us, output rig.")
    assert worker.kept == (message.OUTPUT, {"value": "rig"})
