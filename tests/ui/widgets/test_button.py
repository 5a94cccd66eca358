from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.button import KINDS, SIZES, Button

ColorAt = Callable[[QWidget, float, float], str]


@pytest.mark.parametrize(
    ("kind", "token"),
    [
        ("primary", "primary"),
        ("secondary", "surface"),
        ("soft", "primary-soft"),
        ("danger", "accent-ink"),
    ],
)
def test_each_kind_has_its_fill(
    look: Look,
    qtbot: QtBot,
    color_at: ColorAt,
    kind: str,
    token: str,
) -> None:
    button = Button(look, "Start", kind)
    qtbot.addWidget(button)
    button.resize(200, 40)
    assert color_at(button, 0.05, 0.5) == look.theme.color(token).name()


@pytest.mark.parametrize("kind", KINDS)
def test_a_disabled_button_is_paler_than_an_enabled_one(
    look: Look, qtbot: QtBot, kind: str
) -> None:
    button = Button(look, "Start", kind)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    before = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != before


@pytest.mark.parametrize("size", SIZES)
def test_sizes_are_those_of_the_design(look: Look, qtbot: QtBot, size: str) -> None:
    button = Button(look, "Start", size=size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == SIZES[size].height
    look.set_text_scale(1.3)
    assert button.sizeHint().height() == round(SIZES[size].height * 1.3)


def test_icon_and_key_take_their_room(look: Look, qtbot: QtBot) -> None:
    plain, full = Button(look, "Start"), Button(look, "Start", icon="play-solid", key="Enter")
    qtbot.addWidget(plain)
    qtbot.addWidget(full)
    assert full.sizeHint().width() > plain.sizeHint().width() + 40
    width = plain.sizeHint().width()
    plain.set_icon("check")
    assert plain.sizeHint().width() > width


def test_a_button_without_words_is_square_and_named(look: Look, qtbot: QtBot) -> None:
    button = Button(look, icon="x", hint="Close")
    qtbot.addWidget(button)
    assert button.sizeHint().width() == button.sizeHint().height()
    assert button.accessibleName() == "Close"


def test_a_screen_reader_knows_button_and_key(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Something hurts", "care", key="H")
    qtbot.addWidget(button)
    told = QAccessible.queryAccessibleInterface(button)
    assert told.role() == QAccessible.Role.Button
    assert told.text(QAccessible.Text.Name) == "Something hurts"
    assert told.text(QAccessible.Text.Description) == "Key: H"


def test_it_is_pressed_by_mouse_space_and_enter(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Start")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_the_session_page_may_scale_it_by_itself(look: Look, qtbot: QtBot) -> None:
    look.set_text_scale(1.3)
    button = Button(look, "Pause", size="bar")
    qtbot.addWidget(button)
    button.set_scale(2.0)
    assert button.sizeHint().height() == 96


def test_a_regret_is_red_without_a_frame(look: Look, qtbot: QtBot, color_at: ColorAt) -> None:
    framed, bare = Button(look, "Delete", "care"), Button(look, "Delete", "regret")
    for button in (framed, bare):
        qtbot.addWidget(button)
        button.resize(120, 40)
    assert color_at(framed, 0.5, 0.0) == look.theme.color("accent-ink").name()
    assert color_at(bare, 0.5, 0.0) != look.theme.color("accent-ink").name()
