from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from supple.shell.hearing import MUTED, NO_VOICE, Hearing
from supple.shell.narrator import Reader
from supple.voice.state import VoiceKind, VoiceState

LINES = ("Stand on the step.", "Let your left heel sink.")


class Ear:
    """A hearing with its voice, whose sentences end when told."""

    def __init__(self, one: Any) -> None:
        self.one = one
        self.said: list[str] = []
        self.hushed = self.over = 0
        parts = one.guidance.parts
        parts.voice.say = lambda text, priority: self.said.append(text)
        parts.voice.hush = self._hush
        self.hearing = Hearing(one.deps, parts, self._end)

    def _hush(self) -> None:
        self.hushed += 1

    def _end(self) -> None:
        self.over += 1

    def wait(self) -> None:
        """Until the sentence is said."""
        assert self.hearing._timer.isActive()
        assert self.hearing._timer.interval() > 1000
        self.hearing._timer.timeout.emit()


@pytest.fixture
def ear(bench: Callable[..., Any]) -> Ear:
    return Ear(bench())


def test_sentences_are_said_one_after_the_other(ear: Ear) -> None:
    assert ear.hearing.begin(LINES) == ""
    assert ear.said == [LINES[0]]
    ear.wait()
    assert ear.said == list(LINES)
    assert ear.over == 0
    ear.wait()
    assert ear.over == 1


def test_it_falls_silent_when_told(ear: Ear) -> None:
    ear.hearing.begin(LINES)
    ear.hearing.stop()
    assert ear.hushed == 1
    assert not ear.hearing._timer.isActive()
    ear.hearing.stop()
    assert ear.hushed == 1


def test_beginning_again_begins_anew(ear: Ear) -> None:
    ear.hearing.begin(LINES)
    ear.hearing.begin(LINES)
    assert ear.hushed == 1
    assert ear.said == [LINES[0], LINES[0]]


@pytest.mark.parametrize("reason", ["", "No sound output can be opened."])
def test_without_a_voice_it_says_why(ear: Ear, reason: str) -> None:
    ear.one.guidance.parts.voice.state = VoiceState(VoiceKind.SILENT, reason)
    assert ear.hearing.begin(LINES) == (reason or NO_VOICE)
    assert ear.said == []


def test_a_volume_of_nothing_is_told(ear: Ear) -> None:
    ear.one.deps.settings = replace(ear.one.deps.settings, volume=0.0)
    assert ear.hearing.begin(LINES) == MUTED


def test_a_screen_reader_says_them_instead(ear: Ear) -> None:
    read: list[str] = []
    parts = ear.one.guidance.parts
    parts.narrator.who = lambda source: Reader.READS
    parts.page.read_out = lambda text, urgent: read.append(text)
    assert ear.hearing.begin(LINES) == ""
    ear.wait()
    assert read == list(LINES)
    assert ear.said == []
    ear.hearing.stop()
    assert ear.hushed == 0


def test_nothing_is_said_into_a_session(ear: Ear) -> None:
    ear.one.guidance.conductor.start("three-short")
    assert ear.hearing.begin(LINES) == ""
    assert ear.said == []
