from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.command import Command
from supple.core.session_keys import KeyMap, key_map
from supple.ui.session.keys import Act, Mode, Rate
from supple.ui.session.shortcuts import Shortcuts


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLineEdit())
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def heard(page: QWidget) -> list[object]:
    return []


@pytest.fixture
def shortcuts(page: QWidget, heard: list[object]) -> Shortcuts:
    made = Shortcuts(page)
    made.pressed.connect(heard.append)
    return made


def test_keys_work_with_nothing_focused(
    shortcuts: Shortcuts, page: QWidget, heard: list[object], qtbot: QtBot
) -> None:
    shortcuts.set_mode(Mode.RUNNING)
    if page.focusWidget() is not None:
        page.focusWidget().clearFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_H, Qt.Key.Key_Right, Qt.Key.Key_F11):
        qtbot.keyClick(page, key)
    assert heard == [Command.PAUSE, Command.HURTS, Command.NEXT, Act.FULL_SCREEN]


def test_a_finger_on_shift_changes_nothing(
    shortcuts: Shortcuts, page: QWidget, heard: list[object], qtbot: QtBot
) -> None:
    shortcuts.set_mode(Mode.RUNNING)
    for key in (Qt.Key.Key_H, Qt.Key.Key_R, Qt.Key.Key_M):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.ShiftModifier)
    assert heard == [Command.HURTS, Command.AGAIN, Act.VOICE]
    shortcuts.set_mode(Mode.HURTS)
    qtbot.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert len(heard) == 3


def test_a_mode_silences_the_keys_it_does_not_have(
    shortcuts: Shortcuts, page: QWidget, heard: list[object], qtbot: QtBot
) -> None:
    shortcuts.set_mode(Mode.HURTS)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.keyClick(page, Qt.Key.Key_R)
    qtbot.keyClick(page, Qt.Key.Key_2)
    assert heard == [Command.SKIP_STRETCH]
    assert shortcuts.mode is Mode.HURTS


def test_a_text_field_keeps_its_letters(
    shortcuts: Shortcuts, page: QWidget, heard: list[object], qtbot: QtBot
) -> None:
    shortcuts.set_mode(Mode.SUMMARY)
    field = page.findChild(QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "7x")
    qtbot.keyClick(field, Qt.Key.Key_Left)
    assert (field.text(), field.cursorPosition()) == ("7x", 1)
    assert heard == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [Act.TAKE]


def test_numbers_and_x_rate(
    shortcuts: Shortcuts, page: QWidget, heard: list[object], qtbot: QtBot
) -> None:
    shortcuts.set_mode(Mode.SUMMARY)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_3)
    qtbot.keyClick(page, Qt.Key.Key_X)
    assert heard == [Rate(3), Rate(10)]


def test_a_key_held_down_counts_once(shortcuts: Shortcuts, page: QWidget) -> None:
    made = page.findChildren(QShortcut)
    assert len(made) > 20
    assert not any(shortcut.autoRepeat() for shortcut in made)


def test_taught_keys_are_heard_at_once_and_given_ones_no_more(
    shortcuts: Shortcuts, page: QWidget, heard: list[object], qtbot: QtBot
) -> None:
    shortcuts.set_mode(Mode.RUNNING)
    shortcuts.set_keys(key_map(["next PgDown", "pause Left", "previous Space"]))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space):
        qtbot.keyClick(page, key)
    assert heard == [Command.NEXT, Command.NEXT, Command.PAUSE, Command.PREVIOUS]
    assert shortcuts.keys == key_map(["next PgDown", "pause Left", "previous Space"])
    shortcuts.set_keys(KeyMap())
    heard.clear()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Left, Qt.Key.Key_Space):
        qtbot.keyClick(page, key)
    assert heard == [Command.PREVIOUS, Command.PAUSE]


def test_a_taught_key_of_the_keypad_is_heard(
    shortcuts: Shortcuts, page: QWidget, heard: list[object], qtbot: QtBot
) -> None:
    shortcuts.set_mode(Mode.RUNNING)
    shortcuts.set_keys(key_map(["next PgDown", "again *"]))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Asterisk):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.KeypadModifier)
    assert heard == [Command.NEXT, Command.AGAIN]


def test_taught_keys_count_once_while_held_down(shortcuts: Shortcuts, page: QWidget) -> None:
    shortcuts.set_keys(key_map(["next PgDown"]))
    assert not any(made.autoRepeat() for made in page.findChildren(QShortcut))


def test_a_hidden_page_hears_nothing(
    shortcuts: Shortcuts, page: QWidget, heard: list[object], qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page.setParent(window)
    page.hide()
    with qtbot.waitActive(window):
        window.show()
    shortcuts.set_mode(Mode.RUNNING)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert heard == []
    page.show()
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert heard == [Command.PAUSE]
    page.setParent(None)
