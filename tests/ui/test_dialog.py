from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
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


def test_tab_reaches_fields_and_of_a_choice_only_what_is_chosen(qtbot: QtBot, look: Look) -> None:
    stage = Stage(qtbot, look)
    field, group = QLineEdit(), QButtonGroup()
    choices = [QRadioButton(words) for words in ("One", "Two")]
    for choice in choices:
        group.addButton(choice)
    choices[1].setChecked(True)
    off = QPushButton("Off")
    off.setEnabled(False)
    for part in (field, *choices, off):
        stage.ask.content.addWidget(part)
        part.show()
    seen: list[QWidget | None] = []
    for _ in range(4):
        now = stage.window.focusWidget()
        assert now is not None
        qtbot.keyClick(now, Qt.Key.Key_Tab)
        seen.append(stage.window.focusWidget())
    assert seen == [stage.yes, field, choices[1], stage.no]


def test_shift_tab_goes_the_other_way_from_what_is_no_button(qtbot: QtBot, look: Look) -> None:
    stage = Stage(qtbot, look)
    field = QLineEdit()
    stage.ask.content.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Backtab)
    assert stage.window.focusWidget() is stage.yes


def test_a_dialog_may_begin_elsewhere(qtbot: QtBot, look: Look, host: QWidget) -> None:
    class Asks(Overlay):
        def first(self) -> QWidget | None:
            return self.no

    asks = Asks(look, host, "Which?")
    asks.yes = asks.add_button("Yes", "primary", accepts=True)  # type: ignore[attr-defined]
    asks.no = asks.add_button("No", "secondary", accepts=False)  # type: ignore[attr-defined]
    asks.open(QWidget(host))
    assert host.focusWidget() is asks.no  # type: ignore[attr-defined]


def test_a_wide_one_keeps_within_a_window_that_is_made_smaller(
    qtbot: QtBot, look: Look, host: QWidget
) -> None:
    class Asks(Overlay):
        heights: tuple[int, ...] = ()

        def refit(self) -> None:
            parent = self.parentWidget()
            assert parent is not None
            self.heights = (*self.heights, parent.height())

    asks = Asks(look, host, "Which?", width=900)
    asks.add_button("Yes", "primary", accepts=True)
    asks.open(QWidget(host))
    assert asks.card.width() == 900
    host.resize(760, 560)
    qtbot.waitUntil(lambda: asks.card.width() == 760 - 32)
    host.resize(1100, 700)
    qtbot.waitUntil(lambda: asks.card.width() == 900)
    assert asks.heights == (560, 700)
