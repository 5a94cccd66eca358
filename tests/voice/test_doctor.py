from __future__ import annotations

from typing import Any

import pytest

from supple.voice import doctor, message
from supple.voice.watch import away

ABOUT: message.Message = {"engine": "espeak-ng", "voice": "en-us"}


class Answers:
    """Stands in for ``once.ask``."""

    def __init__(self) -> None:
        self.answer: message.Message = {}
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def __call__(self, kind: str, **fields: object) -> message.Message:
        self.asked.append((kind, fields))
        return self.answer


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    answers = Answers()
    monkeypatch.setattr(doctor, "ask", answers)
    return answers


def test_speech_that_works_names_engine_and_voice(answers: Answers) -> None:
    answers.answer = {**ABOUT, "kind": message.SYNTHESISED, "id": 1, "seconds": 1.0}
    assert doctor.speech_engine() == (True, "espeak-ng, voice en-us")
    assert answers.asked[0][0] == message.SYNTH


def test_sound_that_works_names_the_output_and_makes_no_noise(answers: Answers) -> None:
    answers.answer = {**ABOUT, "kind": message.PLAYING, "id": 1, "output": "PulseAudio"}
    assert doctor.sound_output() == (True, "PulseAudio")
    assert answers.asked[0][1]["volume"] == 0.0


def test_the_chosen_voice_and_output_are_the_ones_tried(answers: Answers) -> None:
    answers.answer = {**ABOUT, "kind": message.PLAYING, "id": 1, "output": "PulseAudio"}
    assert doctor.sound_output("usb") == (True, "PulseAudio, output usb")
    doctor.speech_engine("en-gb")
    assert [asked[1].get("output") for asked in answers.asked] == ["usb", None]
    assert answers.asked[1][1]["voice"] == "en-gb"


def test_another_voice_and_another_output_than_chosen_are_told(answers: Answers) -> None:
    answers.answer = {**ABOUT, "kind": message.SYNTHESISED, "id": 1, "reason": "It is not here."}
    assert doctor.speech_engine("gone") == (True, "espeak-ng, voice en-us. It is not here.")
    answers.answer = {"kind": message.PLAYING, "id": 1, "output": "PulseAudio", "away": True}
    assert doctor.sound_output("usb") == (True, f"PulseAudio. {away('')}")


def test_a_failure_is_given_with_its_reason(answers: Answers) -> None:
    answers.answer = {"kind": message.FAILED, "id": 1, "reason": "No sound output."}
    assert doctor.sound_output() == (False, "No sound output.")
    assert doctor.speech_engine() == (False, "No sound output.")


@pytest.mark.parametrize("answer", [{}, {"kind": message.FAILED, "part": message.WORKER}])
def test_no_answer_and_a_worker_that_died_have_reasons_too(
    answers: Answers, answer: message.Message
) -> None:
    answers.answer = answer
    assert doctor.speech_engine() == (False, doctor.NO_WORKER)
    assert doctor.sound_output() == (False, doctor.NO_OUTPUT)
