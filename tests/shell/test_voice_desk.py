"""What the voice section of the settings asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.settings import Settings, VoiceSource
from supple.core.voice_choice import SENTENCE, Trial, VoiceChoice
from supple.desk.screen_reader import Reading
from supple.shell import narrator, voice_desk
from supple.shell.voice_desk import BY_READER, MUTED, as_choice
from supple.ui.pages import Place
from supple.ui.widgets.combo import Combo
from supple.voice.listing import VoiceEntry
from supple.voice.outputs import Output

MakeBench = Callable[..., Any]


def open_settings(one: Any) -> Any:
    one.program.window.show_place(Place.SETTINGS)
    return one.program.window.pages.settings.get()


def box(page: Any, name: str) -> Combo:
    return next(c for c in page.findChildren(Combo) if c.accessibleName() == name)


def trials(page: Any) -> list[Trial]:
    shown: list[Trial] = []
    page.voice.show_trial = shown.append
    return shown


def test_nothing_is_asked_before_the_page_is_seen(bench: MakeBench) -> None:
    one = bench()
    assert one.voice.on_voices == one.voice.on_outputs == []
    open_settings(one)
    assert len(one.voice.on_voices) == len(one.voice.on_outputs) == 1


def test_what_is_found_can_be_chosen(bench: MakeBench) -> None:
    one = bench()
    page = open_settings(one)
    one.voice.on_voices[0]([VoiceEntry("piper:joe", "Joe", "Piper", "GPL 3", "CC0")])
    one.voice.on_outputs[0]([Output("usb", "Headset")])
    assert box(page, "Voice").itemText(1) == "Joe"
    box(page, "Voice").activated.emit(1)
    box(page, "Sound comes from").activated.emit(1)
    kept = one.deps.settings_file.load()[0]
    assert (kept.voice, kept.output) == ("piper:joe", "usb")
    assert one.voice.sounds[-1] == ("piper:joe", 1.0)
    assert one.voice.output == "usb"


def test_a_worker_that_is_not_up_yet_is_asked_again_and_then_given_up(
    bench: MakeBench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice_desk, "AGAIN_MS", 0)
    one = bench()
    page = open_settings(one)
    hint = box(page, "Voice").accessibleDescription
    qtbot.waitUntil(lambda: hint() == "No voice was found on this computer")
    assert len(one.voice.on_voices) == voice_desk.MOST_ASKS


def test_who_has_answered_is_not_asked_again(
    bench: MakeBench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice_desk, "AGAIN_MS", 0)
    one = bench()
    open_settings(one)
    one.voice.on_voices[0]([])
    qtbot.waitUntil(lambda: len(one.voice.on_outputs) == voice_desk.MOST_ASKS)
    assert len(one.voice.on_voices) == 1


def test_a_test_says_the_sentence_as_the_settings_are(bench: MakeBench, qtbot: QtBot) -> None:
    one = bench()
    said: list[Settings] = []

    def say(settings: Settings) -> Trial:
        said.append(settings)
        return Trial(True, "espeak-ng, voice en-us")

    one.guidance.voice_desk._say = say
    one.program.pages.save(replace(one.deps.settings, speech_speed=0.8))
    page = open_settings(one)
    shown = trials(page)
    page.voice.test_asked.emit()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [Trial(True, "espeak-ng, voice en-us")]
    assert said[0].speech_speed == 0.8


def test_a_test_that_fails_says_so(bench: MakeBench, qtbot: QtBot) -> None:
    one = bench()
    page = open_settings(one)
    shown = trials(page)

    def fails(_: Settings) -> Trial:
        raise RuntimeError("no more threads")

    one.guidance.voice_desk._say = fails
    page.voice.test_asked.emit()
    qtbot.waitUntil(lambda: bool(shown))
    assert not shown[0].ok
    assert "no more threads" in shown[0].words


def test_a_test_without_volume_says_why_nothing_is_heard(bench: MakeBench) -> None:
    one = bench()
    one.program.pages.save(replace(one.deps.settings, volume=0.0))
    page = open_settings(one)
    shown = trials(page)
    page.voice.test_asked.emit()
    assert shown == [Trial(False, MUTED)]


def test_a_test_goes_to_the_screen_reader_where_that_reads(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = bench()
    one.guidance.parts.narrator._find = lambda: Reading(True, "one runs")
    one.guidance.parts.narrator._listens = lambda: True
    read: list[str] = []
    one.guidance.parts.page.read_out = lambda text, urgent: read.append(text)
    page = open_settings(one)
    shown = trials(page)
    page.voice.test_asked.emit()
    assert (read, shown) == ([SENTENCE], [Trial(True, BY_READER)])


def test_the_voice_is_asked_with_every_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    from supple.voice import once

    asked: dict[str, object] = {}

    def say(text: str, **given: object) -> tuple[bool, str]:
        asked.update(given, text=text)
        return False, "No sound output can be opened."

    monkeypatch.setattr(once, "say", say)
    settings = Settings(voice="v", volume=0.4, speech_speed=1.2, output="usb")
    assert voice_desk.say_aloud(settings) == Trial(False, "No sound output can be opened.")
    assert asked == {"text": SENTENCE, "voice": "v", "volume": 0.4, "speed": 1.2, "output": "usb"}


def test_a_voice_is_shown_with_what_is_known_of_it() -> None:
    piper = VoiceEntry("a", "A", "Piper", "GPL 3", "From recordings")
    assert as_choice(piper) == VoiceChoice("a", "A", "", "Piper", "GPL 3, From recordings")
    bare = VoiceEntry("en-us", "English", "sapi5", "")
    assert as_choice(bare) == VoiceChoice("en-us", "English", "", "sapi5", "")


def test_what_spoke_is_told_by_its_name(bench: MakeBench, qtbot: QtBot) -> None:
    one = bench()
    words = "espeak-ng, voice gmw/en, output usb. All well."
    one.guidance.voice_desk._say = lambda settings: Trial(True, words)
    page = open_settings(one)
    one.voice.on_voices[0]([VoiceEntry("gmw/en", "English (Great Britain)", "espeak-ng", "")])
    one.voice.on_outputs[0]([Output("usb", "Headset")])
    shown = trials(page)
    page.voice.test_asked.emit()
    qtbot.waitUntil(lambda: bool(shown))
    named = "espeak-ng, voice English (Great Britain), output Headset. All well."
    assert shown == [Trial(True, named)]


@pytest.mark.parametrize("source", list(VoiceSource))
def test_everything_can_be_read_out_by_the_choice(bench: MakeBench, source: VoiceSource) -> None:
    one = bench()
    one.program.pages.save(replace(one.deps.settings, voice_source=source))
    one.guidance.conductor.start("three-short")
    QApplication.processEvents()
    assert one.voice.kinds
    assert one.guidance.parts.narrator.reader is not narrator.Reader.READS
