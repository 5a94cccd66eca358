from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.editor.grip import Grip
from supple.ui.look import Look


@pytest.fixture
def grip(look: Look, put: Callable[..., QWidget]) -> Grip:
    row = QWidget()
    made = Grip(look, row)
    put(row, 100, 60)
    return made


def test_a_press_is_the_rows_and_gives_it_the_focus(grip: Grip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(grip.clicked):
        qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
        qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton)
    assert grip.hasFocus()


def test_a_key_presses_it(grip: Grip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grip.clicked):
        qtbot.keyClick(grip, Qt.Key.Key_Space)


def test_it_is_darker_while_its_row_is_carried(grip: Grip) -> None:
    before = grip.grab().toImage()
    grip.lifted = True
    assert grip.grab().toImage() != before
