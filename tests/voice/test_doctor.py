from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.voice import doctor, message
from supple.voice.supervisor import Post

READY: message.Message = {"kind": message.READY, "engine": "espeak-ng", "voice": "en-us"}


class FakeSupervisor:
    answers: list[message.Message]
    asked: list[tuple[str, dict[str, object]]]
    kept: tuple[str, dict[str, object]]

    def __init__(
        self,
        command: list[str],
        post: Post,
        on_message: Callable[[message.Message], None],
        on_state: object,
    ) -> None:
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
    monkeypatch.setattr(doctor, "Supervisor", FakeSupervisor)
    monkeypatch.setattr(doctor, "LIMIT_S", 0.01)
    monkeypatch.setattr(FakeSupervisor, "asked", [], raising=False)
    monkeypatch.setattr(FakeSupervisor, "answers", [READY], raising=False)
    return FakeSupervisor


def test_speech_that_works_names_engine_and_voice(worker: type[FakeSupervisor]) -> None:
    worker.answers.append({"kind": message.SYNTHESISED, "id": 1, "seconds": 1.0})
    assert doctor.speech_engine() == (True, "espeak-ng, voice en-us")
    assert worker.asked[0][0] == message.SYNTH


def test_sound_that_works_names_the_output_and_makes_no_noise(
    worker: type[FakeSupervisor],
) -> None:
    worker.answers.append({"kind": message.PLAYING, "id": 1, "output": "PulseAudio"})
    assert doctor.sound_output() == (True, "PulseAudio")
    assert worker.kept == (message.VOLUME, {"value": 0.0})


def test_a_failure_is_given_with_its_reason(worker: type[FakeSupervisor]) -> None:
    worker.answers.append({"kind": message.FAILED, "id": 1, "reason": "No sound output."})
    assert doctor.sound_output() == (False, "No sound output.")
    assert doctor.speech_engine() == (False, "No sound output.")


def test_no_answer_is_an_answer(worker: type[FakeSupervisor]) -> None:
    for finding in (doctor.speech_engine(), doctor.sound_output()):
        assert finding[0] is False
        assert finding[1]


def test_a_worker_that_died_is_said(worker: type[FakeSupervisor]) -> None:
    worker.answers.append({"kind": message.FAILED, "id": 1, "part": message.WORKER})
    assert doctor.speech_engine()[1]
    assert doctor.sound_output()[1]
