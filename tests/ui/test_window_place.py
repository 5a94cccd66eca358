"""Where the window stands."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.window_place import TITLE_BAR, place_of, restore


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_place_is_found_again_to_the_pixel(window: QWidget) -> None:
    place = (120, 90, 500, 400)
    restore(window, place)
    assert place_of(window) == place


def test_a_window_larger_than_the_screen_is_made_to_fit(window: QWidget) -> None:
    screen = window.screen().availableGeometry()
    restore(window, (0, TITLE_BAR, screen.width() + 500, screen.height() + 500))
    assert window.width() <= screen.width()
    assert window.height() <= screen.height()


@pytest.mark.parametrize("place", [(0, 0, 500, 400), (90_000, 90, 500, 400), (50, -300, 500, 400)])
def test_a_place_the_mouse_cannot_reach_is_not_taken(
    window: QWidget, place: tuple[int, int, int, int]
) -> None:
    before = window.geometry().topLeft()
    restore(window, place)
    assert window.geometry().topLeft() == before
    assert (window.width(), window.height()) == place[2:]
