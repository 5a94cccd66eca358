from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.dialog import Overlay
from supple.ui.look import Look


class Stage:
    """A window with one button below and a question above it."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(800, 600)
        self.below = QWidget()
        self.button = QPushButton("Below")
        QVBoxLayout(self.below).addWidget(self.button)
        QVBoxLayout(self.window).addWidget(self.below)
        self.window.show()
        self.window.activateWindow()
        self.button.setFocus()
        self.ask = Overlay(look, self.window, "Really?")
        self.ask.say("This cannot be taken back.")
        self.no = self.ask.add_button("No", "primary", accepts=False)
        self.yes = self.ask.add_button("Yes", "care", accepts=True)
        self.answers: list[bool] = []
        self.ask.accepted.connect(lambda: self.answers.append(True))
        self.ask.dismissed.connect(lambda: self.answers.append(False))
        self.ask.open(self.below)


def test_it_covers_the_window_and_takes_the_focus(qtbot: QtBot, look: Look) -> None:
    stage = Stage(qtbot, look)
    assert stage.ask.geometry() == stage.window.rect()
    assert stage.window.focusWidget() is stage.no
    assert not stage.below.isEnabled()
    stage.window.resize(900, 700)
    assert stage.ask.geometry() == stage.window.rect()


def test_escape_says_no_and_gives_everything_back(qtbot: QtBot, look: Look) -> None:
    stage = Stage(qtbot, look)
    qtbot.keyClick(stage.no, Qt.Key.Key_Escape)
    assert stage.answers == [False]
    assert stage.below.isEnabled()
    assert stage.window.focusWidget() is stage.button


def test_enter_presses_the_button_with_the_focus(qtbot: QtBot, look: Look) -> None:
    stage = Stage(qtbot, look)
    qtbot.keyClick(stage.no, Qt.Key.Key_Tab)
    assert stage.window.focusWidget() is stage.yes
    qtbot.keyClick(stage.yes, Qt.Key.Key_Return)
    assert stage.answers == [True]


def test_the_focus_goes_round_inside(qtbot: QtBot, look: Look) -> None:
    stage = Stage(qtbot, look)
    qtbot.keyClick(stage.no, Qt.Key.Key_Backtab)
    assert stage.window.focusWidget() is stage.yes
    qtbot.keyClick(stage.yes, Qt.Key.Key_Tab)
    assert stage.window.focusWidget() is stage.no
