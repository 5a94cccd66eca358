"""What a check says, through the real page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from tests.shell.checking import Rig

from supple.core.check_script import LET_GO_WHEN, SET_IT, STOP_WHEN, Part, script
from supple.core.settings import VoiceSource
from supple.core.speech_level import SpeechLevel
from supple.desk.screen_reader import Reading
from supple.shell.check_reading import QtWait
from supple.ui.pages import Place

MakeBench = Callable[..., Any]


@pytest.fixture
def rig(bench: MakeBench) -> Rig:
    return Rig(bench())


def test_what_is_shown_is_what_is_said_and_in_its_time(rig: Rig) -> None:
    rig.door.script_asked.emit("left")
    rig.wait.run_to_the_end()
    texts = [text for _, text, _ in script(Part.LEFT)]
    assert [text for text, _ in rig.lines] == texts
    assert [text for text, _ in rig.said] == texts
    assert len(rig.wait.seconds) == len(texts) - 1
    assert all(seconds > 1 for seconds in rig.wait.seconds)
    assert texts.index(LET_GO_WHEN) < texts.index(STOP_WHEN)
    assert texts[-1] == SET_IT


def test_it_waits_as_long_as_the_voice_really_takes(rig: Rig) -> None:
    rig.one.voice.length_s = lambda text: 10.0
    rig.door.script_asked.emit("right")
    rig.wait.run_to_the_end()
    silences = [silence for *_, silence in script(Part.RIGHT)]
    assert rig.wait.seconds == pytest.approx([10 + silence for silence in silences[:-1]])


def test_a_muted_program_only_shows(rig: Rig) -> None:
    rig.settle(voice_on=False)
    rig.door.shown.emit()
    rig.door.script_asked.emit("left")
    rig.wait.run_to_the_end()
    assert rig.said == []
    assert len(rig.lines) == len(script(Part.LEFT))
    assert rig.voices[-1] is False


def test_who_wants_chimes_alone_reads(rig: Rig) -> None:
    rig.settle(speech=SpeechLevel.CHIMES)
    rig.door.script_asked.emit("left")
    assert rig.said == []
    assert rig.lines


def test_a_screen_reader_reads_instead(rig: Rig) -> None:
    rig.one.guidance.parts.narrator._find = lambda: Reading(True, "Orca")
    rig.one.guidance.parts.narrator._listens = lambda: True
    rig.settle(voice_source=VoiceSource.AUTO)
    rig.door.script_asked.emit("left")
    rig.wait.run_to_the_end()
    assert rig.said == []
    assert all(read_out for _, read_out in rig.lines)


def test_the_voice_can_be_turned_off_in_the_middle(rig: Rig) -> None:
    rig.door.script_asked.emit("left")
    rig.door.voice_toggled.emit()
    rig.wait.run_to_the_end()
    assert len(rig.said) == 1
    assert len(rig.lines) == len(script(Part.LEFT))
    assert rig.voices[-1] is False
    rig.door.voice_toggled.emit()
    assert rig.voices[-1] is True


def test_the_voice_turned_off_in_a_check_is_back_in_the_next(rig: Rig) -> None:
    rig.door.script_asked.emit("left")
    rig.door.voice_toggled.emit()
    assert not rig.one.voice.on
    rig.one.program.window.show_place(Place.TODAY)
    assert rig.one.voice.on
    rig.one.program.window.show_place(Place.FLEXIBILITY)
    assert rig.voices[-1] is True


def test_the_next_leg_silences_the_last(rig: Rig) -> None:
    rig.door.script_asked.emit("left")
    rig.door.script_asked.emit("right")
    assert rig.hushed == 1
    rig.wait.run_to_the_end()
    texts = [text for text, _ in rig.lines]
    assert texts[1:] == [text for _, text, _ in script(Part.RIGHT)]


def test_leaving_the_page_is_silence(rig: Rig) -> None:
    rig.door.script_asked.emit("left")
    rig.one.program.window.show_place(Place.TODAY)
    assert rig.hushed >= 1
    assert rig.wait.call is None
    before = list(rig.said)
    rig.wait.run_to_the_end()
    assert rig.said == before


def test_a_session_is_never_talked_into(rig: Rig) -> None:
    rig.door.script_asked.emit("left")
    rig.one.guidance.conductor.start("three-short")
    said = list(rig.said)
    prepared = list(rig.one.voice.prepared)
    rig.wait.run_to_the_end()
    rig.door.script_asked.emit("left")
    rig.wait.run_to_the_end()
    rig.door.shown.emit()
    assert rig.said == said
    assert rig.one.voice.prepared == prepared
    assert LET_GO_WHEN not in prepared


def test_the_timer_calls_once_and_can_be_stopped(rig: Rig, qtbot: QtBot) -> None:
    calls: list[str] = []
    wait = QtWait(rig.one.program.window)
    wait.after(60.0, lambda: calls.append("late"))
    wait.after(0.0, lambda: calls.append("now"))
    qtbot.waitUntil(lambda: calls == ["now"])
    wait.after(0.0, lambda: calls.append("stopped"))
    wait.stop()
    over: list[None] = []
    QTimer.singleShot(5, lambda: over.append(None))
    qtbot.waitUntil(lambda: bool(over))
    assert calls == ["now"]
