from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.settings.key_button import WAITS, KeyButton

NONE = Qt.KeyboardModifier.NoModifier
RUSSIAN_R = 0x0420


@pytest.fixture
def button(look: Look, host: QWidget, qtbot: QtBot) -> KeyButton:
    made = KeyButton(look, "Next")
    made.show_key("\N{RIGHTWARDS ARROW}", "right arrow")
    column = QVBoxLayout(host)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    with qtbot.waitActive(host):
        host.show()
    made.setFocus()
    return made


@pytest.fixture
def given(button: KeyButton) -> list[str]:
    names: list[str] = []
    button.given.connect(names.append)
    return names


def test_it_shows_the_key_and_says_both(button: KeyButton) -> None:
    assert button.text() == "\N{RIGHTWARDS ARROW}"
    assert button.accessibleName() == "Next: right arrow"
    assert button.accessibleDescription() == "Press it, then the new key"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_press_has_it_wait_and_is_not_taken_itself(
    button: KeyButton, given: list[str], qtbot: QtBot, key: Qt.Key
) -> None:
    width = button.sizeHint().width()
    qtbot.keyClick(button, key)
    assert button.waiting
    assert button.accessibleName() == "Next: press a key"
    assert button.sizeHint().width() > width
    assert button._shown() == WAITS
    assert given == []


def test_the_next_key_is_told_whatever_the_window_does_with_it(
    button: KeyButton, given: list[str], host: QWidget, qtbot: QtBot
) -> None:
    heard: list[str] = []
    for name in ("F1", "F11", "Ctrl+F"):
        QShortcut(QKeySequence(name), host).activated.connect(lambda name=name: heard.append(name))
    button.click()
    for key in (Qt.Key.Key_F1, Qt.Key.Key_F11, Qt.Key.Key_PageDown):
        qtbot.keyClick(button, key)
    qtbot.keyClick(button, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert given == ["F1", "F11", "PgDown", "Ctrl+F", "Space"]
    assert heard == []
    assert button.waiting
    assert button.hasFocus()
    button.stop()
    qtbot.keyClick(button, Qt.Key.Key_F11)
    assert heard == ["F11"]


def test_esc_leaves_it_as_it_is(button: KeyButton, given: list[str], qtbot: QtBot) -> None:
    button.click()
    with qtbot.waitSignal(button.waits) as told:
        qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert told.args == [False]
    assert not button.waiting
    assert given == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_the_usual_key_comes_back(
    button: KeyButton, given: list[str], qtbot: QtBot, key: Qt.Key
) -> None:
    button.click()
    with qtbot.waitSignal(button.usual_asked):
        qtbot.keyClick(button, key)
    assert given == []


def test_modifiers_alone_and_held_keys_are_waited_out(button: KeyButton, given: list[str]) -> None:
    button.click()
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_AltGr):
        QApplication.sendEvent(button, QKeyEvent(QEvent.Type.KeyPress, key, NONE))
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "", True)
    QApplication.sendEvent(button, again)
    assert given == []
    assert button.waiting


def test_half_of_a_key_is_told_once_it_is_let_go(button: KeyButton, qtbot: QtBot) -> None:
    halves: list[bool] = []
    button.half.connect(lambda: halves.append(True))
    button.click()
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyPress(button, Qt.Key.Key_Control)
    qtbot.keyPress(button, Qt.Key.Key_Q, ctrl)
    qtbot.keyRelease(button, Qt.Key.Key_Q, ctrl)
    qtbot.keyRelease(button, Qt.Key.Key_Control)
    assert halves == []
    qtbot.keyPress(button, Qt.Key.Key_Control)
    assert halves == []
    qtbot.keyRelease(button, Qt.Key.Key_Control)
    assert halves == [True]
    assert button.waiting


def test_a_key_held_down_is_given_once_and_presses_nothing_after(
    button: KeyButton, given: list[str]
) -> None:
    button.click()
    button.given.connect(button.stop)
    for repeated in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r", repeated)
        QApplication.sendEvent(button, press)
    assert given == ["Enter"]
    assert not button.waiting
    QApplication.sendEvent(button, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Return, NONE))
    QApplication.sendEvent(button, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r"))
    assert button.waiting


def test_a_key_without_a_name_is_told(button: KeyButton, given: list[str], qtbot: QtBot) -> None:
    button.click()
    with qtbot.waitSignal(button.nameless):
        dead = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Dead_Acute, NONE)
        QApplication.sendEvent(button, dead)
    assert given == []
    assert button.waiting


def test_it_waits_no_longer_without_the_focus(
    button: KeyButton, host: QWidget, qtbot: QtBot
) -> None:
    button.click()
    with qtbot.waitSignal(button.waits):
        host.findChild(QLineEdit).setFocus()
    assert not button.waiting


def test_tab_goes_on_and_leaves_the_key_as_it_is(
    button: KeyButton, given: list[str], host: QWidget, qtbot: QtBot
) -> None:
    button.click()
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert host.findChild(QLineEdit).hasFocus()
    assert not button.waiting
    assert given == []


def test_a_second_press_gives_up(button: KeyButton, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.waiting
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.waiting


def test_a_letter_of_another_script_is_taken_by_its_latin_name(
    button: KeyButton, given: list[str]
) -> None:
    button.click()
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, RUSSIAN_R, NONE, chr(RUSSIAN_R))
    asked.ignore()
    QApplication.sendEvent(button, asked)
    assert not asked.isAccepted()
    (probe,) = [p for p in button.findChildren(QShortcut) if p.key() == QKeySequence("H")]
    probe.activated.emit()
    assert given == ["H"]
    assert not any(p.isEnabled() for p in button.findChildren(QShortcut))


def test_a_letter_no_latin_keyboard_has_keeps_its_own_name(
    button: KeyButton, given: list[str]
) -> None:
    button.click()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        QApplication.sendEvent(button, QKeyEvent(kind, RUSSIAN_R, NONE, chr(RUSSIAN_R)))
    assert given == [chr(RUSSIAN_R)]


def test_it_is_painted_waiting_and_not(button: KeyButton) -> None:
    before = button.grab().toImage()
    button.click()
    QApplication.processEvents()
    assert button.grab().toImage() != before
