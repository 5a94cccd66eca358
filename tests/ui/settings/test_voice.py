from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.settings import Settings, VoiceSource
from supple.core.speech_level import SpeechLevel
from supple.core.voice_choice import SENTENCE, OutputChoice, Trial, VoiceChoice
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.settings.voice import VoiceCards
from supple.ui.widgets.button import Button
from supple.ui.widgets.combo import Combo

VOICES = [
    VoiceChoice("en-us", "English (America)", "en-US", "espeak-ng", "GPL 3"),
    VoiceChoice("piper:joe", "Joe", "en-US", "Piper", "CC0"),
]


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def cards(look: Look, host: QWidget) -> VoiceCards:
    made = VoiceCards(look)
    column = QVBoxLayout(host)
    for card in made.cards:
        column.addWidget(card)
    made.show_settings(Settings())
    host.resize(640, 1100)
    host.show()
    return made


def combo(host: QWidget, name: str) -> Combo:
    return next(c for c in host.findChildren(Combo) if c.accessibleName() == name)


def items(box: Combo) -> list[str]:
    return [box.itemText(n) for n in range(box.count())]


def test_only_what_was_found_can_be_chosen(cards: VoiceCards, host: QWidget) -> None:
    assert items(combo(host, "Voice")) == ["The usual one"]
    cards.show_voices(VOICES)
    cards.show_outputs([OutputChoice("usb", "Headset")])
    assert items(combo(host, "Voice")) == ["The usual one", "English (America)", "Joe"]
    assert items(combo(host, "Sound comes from")) == ["As the system", "Headset"]


def test_a_voice_shows_its_engine_and_terms(cards: VoiceCards, host: QWidget) -> None:
    cards.show_voices(VOICES)
    cards.show_settings(Settings(voice="piper:joe"))
    assert combo(host, "Voice").accessibleDescription() == "Piper, en-US, CC0"


def test_a_computer_without_voices_says_so(cards: VoiceCards, host: QWidget) -> None:
    cards.show_voices([])
    assert combo(host, "Voice").accessibleDescription() == "No voice was found on this computer"


@pytest.mark.parametrize(
    ("name", "index", "wanted"),
    [
        ("Voice", 2, {"voice": "piper:joe"}),
        ("Sound comes from", 1, {"output": "usb"}),
        ("Read out by", 2, {"voice_source": VoiceSource.READER}),
        ("How much it says", 2, {"speech": SpeechLevel.BRIEF}),
    ],
)
def test_a_choice_is_told_at_once(
    qtbot: QtBot, cards: VoiceCards, host: QWidget, name: str, index: int, wanted: dict[str, Any]
) -> None:
    cards.show_voices(VOICES)
    cards.show_outputs([OutputChoice("usb", "Headset")])
    with qtbot.waitSignal(cards.changed) as got:
        combo(host, name).activated.emit(index)
    assert got.args == [wanted]


@pytest.mark.parametrize("speed", [0.7, 0.9, 1.1, 1.3])
def test_a_speed_is_one_the_settings_know(qtbot: QtBot, cards: VoiceCards, speed: float) -> None:
    with qtbot.waitSignal(cards.changed) as got:
        cards._speed.slider.setValue(round(speed * 10))
    assert got.args == [{"speech_speed": speed}]


@pytest.mark.parametrize(
    ("runs", "words"), [(True, "and reads"), (False, "Supple speaks"), (None, "if one runs")]
)
def test_whether_a_screen_reader_runs_is_told(
    cards: VoiceCards, host: QWidget, runs: bool | None, words: str
) -> None:
    cards.show_reader(runs)
    assert words in combo(host, "Read out by").accessibleDescription()


@pytest.mark.parametrize(
    ("level", "words"),
    [(SpeechLevel.NAMES, "Which leg, answers"), (SpeechLevel.CHIMES, "When to stop is")],
)
def test_what_cannot_be_turned_off_is_told(
    cards: VoiceCards, host: QWidget, level: SpeechLevel, words: str
) -> None:
    cards.show_settings(Settings(speech=level))
    assert any(label.text().startswith(words) for label in host.findChildren(QLabel))


def test_a_test_is_asked_for_once_and_its_end_is_told(
    qtbot: QtBot, cards: VoiceCards, host: QWidget
) -> None:
    button = host.findChild(Button)
    assert button is not None
    asked: list[bool] = []
    cards.test_asked.connect(lambda: asked.append(True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [True]
    cards.show_trial(Trial(False, "No sound output can be opened."))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [True, True]
    cards.show_trial(Trial(False, "No sound output can be opened."))
    texts = [label.text() for label in host.findChildren(QLabel)]
    assert "No sound output can be opened." in texts
    assert f"“{SENTENCE}”" not in texts


@pytest.mark.parametrize(("width", "scale"), [(640, 1.0), (640, 1.3), (660, 1.3), (560, 1.0)])
def test_everything_fits_and_has_a_name(
    qtbot: QtBot, cards: VoiceCards, host: QWidget, look: Look, width: int, scale: float
) -> None:
    look.set_text_scale(scale)
    cards.show_voices(VOICES)
    cards.show_trial(Trial(True, "espeak-ng, voice en-us, through PulseAudio: Null Output"))
    host.resize(width, 1400)
    qtbot.waitUntil(lambda: not clipped(host))
    assert unnamed(host) == []
    look.set_text_scale(1.0)
