from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.command import Command
from supple.core.session_keys import KeyMap, key_map
from supple.ui.look import Look
from supple.ui.session.controls import Controls
from supple.ui.session.keys import Mode
from supple.ui.session.transport import TransportButton


@pytest.fixture
def controls(look: Look, host: QWidget) -> Controls:
    made = Controls(look, host)
    made.resize(1100, 80)
    made.show()
    return made


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("hurts", Command.HURTS),
        ("back", Command.PREVIOUS),
        ("again", Command.AGAIN),
        ("main", Command.PAUSE),
        ("next", Command.NEXT),
        ("stop", Command.ASK_STOP),
    ],
)
def test_each_button_asks_for_its_command(
    controls: Controls, qtbot: QtBot, name: str, command: Command
) -> None:
    button = getattr(controls, name)
    with qtbot.waitSignal(controls.asked) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [command]
    assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(
    ("mode", "word", "command"),
    [
        (Mode.READY, "Start", Command.START),
        (Mode.PAUSED, "Go on", Command.RESUME),
        (Mode.RUNNING, "Pause", Command.PAUSE),
    ],
)
def test_the_main_button_follows_the_session(
    controls: Controls, qtbot: QtBot, mode: Mode, word: str, command: Command
) -> None:
    controls.set_mode(Mode.STOP_ASKED)
    controls.set_mode(mode)
    assert controls.main.text() == word
    with qtbot.waitSignal(controls.asked) as told:
        controls.main.click()
    assert told.args == [command]


def test_getting_ready_is_no_stretch_to_leave_out(controls: Controls, qtbot: QtBot) -> None:
    controls.set_scale(0.69, words=False)
    width = controls.next.sizeHint().width()
    controls.set_waiting(True)
    assert (controls.next.text(), controls.next.accessibleName()) == ("Start now", "Start now")
    assert controls.next.toolTip() == "Start now (→)"
    assert controls.next.sizeHint().width() == width
    with qtbot.waitSignal(controls.asked) as told:
        controls.next.click()
    assert told.args == [Command.NEXT]
    controls.set_waiting(False)
    assert controls.next.text() == "Next"


def test_the_voice_cell(controls: Controls, qtbot: QtBot) -> None:
    controls.show_voice("Voice off", on=False)
    assert controls.voice.text() == "Voice off"
    with qtbot.waitSignal(controls.voice_toggled):
        controls.voice.click()


@pytest.mark.parametrize(
    ("width", "scale", "words"),
    [
        (760, 0.69, False),
        (880, 0.8, True),
        (1100, 1.0, True),
        (1920, 1.42, True),
        (3840, 2.6, True),
    ],
)
def test_no_cell_is_squeezed_or_covered(
    controls: Controls, width: int, scale: float, words: bool
) -> None:
    controls.show_voice("Voice off", on=False)
    controls.set_waiting(True)
    controls.set_scale(scale, words=words)
    controls.resize(width, max(68, round(80 * scale)))
    controls.grab()
    cells = [c for c in controls.findChildren(QAbstractButton) if c.isVisible()]
    places = sorted((cell.geometry() for cell in cells), key=lambda box: box.left())
    assert len(places) == 7
    for before, after in pairwise(places):
        assert before.right() < after.left()
    assert places[-1].right() < width
    assert all(cell.width() >= cell.sizeHint().width() for cell in cells)
    assert all(controls.rect().contains(place) for place in places)


def test_the_care_button_keeps_its_name_when_short(controls: Controls) -> None:
    controls.set_scale(0.69, words=False)
    assert controls.hurts.text() == "It hurts"
    assert controls.hurts.accessibleName() == "Something hurts"


def test_the_caps_show_the_keys_that_were_taught(controls: Controls) -> None:
    wide = controls.next.sizeHint().width()
    controls.set_keys(key_map(["next PgDown", "hurts F5", "pause Toggle Media Play/Pause"]))
    assert controls.next.toolTip() == "Next (PgDn)"
    assert controls.next.accessibleDescription() == "Key: Page Down"
    assert controls.next.sizeHint().width() > wide
    assert controls.hurts.accessibleDescription() == "Key: F5"
    assert controls.main.accessibleDescription() == "Key: Play/Pause"
    assert controls.stop.accessibleDescription() == "Key: Escape"
    controls.set_keys(KeyMap())
    assert controls.next.toolTip() == "Next (\N{RIGHTWARDS ARROW})"
    assert controls.next.accessibleDescription() == "Key: right arrow"
    assert controls.next.sizeHint().width() == wide


def test_the_longest_caps_still_leave_every_button_its_place(controls: Controls) -> None:
    long = ("Media Fast Forward", "Media Rewind", "Last Number Redial", "Microphone Volume Down")
    acts = ("next", "previous", "again", "stop")
    entries = [f"{act} {key}" for act, key in zip(acts, long, strict=True)]
    controls.set_keys(key_map(entries))
    controls.set_scale(1.0, words=True)
    assert controls.row.minimumSize().width() <= 1100
    assert controls.next.sizeHint().width() > controls.next.sizeHint().height()
    controls.set_keys(key_map([*entries, "hurts Word Processor", "voice Home Office"]))
    controls.set_scale(1.0, words=True)
    assert controls.row.minimumSize().width() <= 1100
    assert _shows(controls.next) == "word"
    controls.set_keys(KeyMap())
    controls.set_scale(1.0, words=True)
    assert controls.next.sizeHint().width() > controls.next.sizeHint().height()


def _shows(cell: TransportButton) -> str:
    """``word and key``, ``word`` or ``icon``: how much of a button there is."""
    if not cell._words:
        return "icon"
    return "word and key" if cell._caps else "word"


@pytest.mark.parametrize(
    ("width", "scale", "text", "shown"),
    [
        (760, 0.69, 0.69, "word"),
        (760, 0.69, 0.69 * 1.2, "word"),
        (1100, 1.0, 1.2, "word and key"),
        (1280, 1.16, 1.16 * 1.2, "word and key"),
        (1920, 1.42, 1.42 * 1.2, "word and key"),
    ],
)
def test_the_words_of_the_buttons_follow_the_sessions_text_as_far_as_they_fit(
    controls: Controls, width: int, scale: float, text: float, shown: str
) -> None:
    controls.resize(width, max(68, round(80 * scale)))
    controls.set_scale(scale, words=scale >= 0.8)
    before = controls.stop.sizeHint()
    controls.set_scale(scale, words=scale >= 0.8, text=text)
    controls.grab()
    assert _shows(controls.stop) == shown
    assert (controls.stop.sizeHint().width() > before.width()) is (text > scale)
    assert controls.row.minimumSize().width() <= width
    cells = [c for c in controls.findChildren(QAbstractButton) if c.isVisible()]
    assert all(controls.rect().contains(cell.geometry()) for cell in cells)


def test_with_no_room_for_words_the_icons_stay(controls: Controls) -> None:
    controls.resize(480, 68)
    controls.set_scale(0.69, words=False, text=0.83)
    assert _shows(controls.stop) == "icon"
