from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.start_key import StartKey
from supple.ui.widgets.button import Button


class Offer:
    """A page that offers something to start."""

    def __init__(self, look: Look) -> None:
        self.start = Button(look, "Start", key="Enter")
        self.shown = ("", "")

    def show_start_key(self, cap: str, told: str) -> None:
        self.shown = (cap, told)


class Room:
    """A window with an offer, a field and another button."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.offer = Offer(look)
        self.field, self.other = QLineEdit(), Button(look, "Other")
        column = QVBoxLayout(self.window)
        for part in (self.offer.start, self.field, self.other):
            column.addWidget(part)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.started: list[bool] = []
        self.offer.start.clicked.connect(lambda: self.started.append(True))
        self.qtbot = qtbot
        self.key = StartKey(self.window)
        self.key.add(self.offer)

    def press(self, key: Qt.Key, at: QWidget) -> int:
        """How often it started by then."""
        at.setFocus()
        self.qtbot.keyClick(at, key)
        return len(self.started)


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> Room:
    return Room(qtbot, look)


def test_the_taught_key_starts_wherever_the_ring_is(room: Room) -> None:
    assert room.press(Qt.Key.Key_F5, room.other) == 0
    room.key.teach("F5")
    assert room.offer.shown == ("F5", "F5")
    assert room.press(Qt.Key.Key_F5, room.other) == 1
    room.key.teach("Media Play")
    assert room.press(Qt.Key.Key_F5, room.other) == 1
    assert room.press(Qt.Key.Key_MediaPlay, room.other) == 2
    room.key.teach("")
    assert room.offer.shown == ("", "")
    assert room.press(Qt.Key.Key_MediaPlay, room.other) == 2


@pytest.mark.parametrize(("name", "key"), [("F5", Qt.Key.Key_F5), ("B", Qt.Key.Key_B)])
def test_it_starts_nothing_from_a_field(room: Room, name: str, key: Qt.Key) -> None:
    room.key.teach(name)
    assert room.press(key, room.field) == 0
    assert room.field.text() == ("b" if name == "B" else "")
    assert room.press(key, room.other) == 1


def test_where_no_key_is_promised_none_starts(room: Room) -> None:
    room.key.teach("F5")
    room.offer.start.show_key(False)
    assert room.press(Qt.Key.Key_F5, room.other) == 0


@pytest.mark.parametrize("out", ["hidden", "below a question"])
def test_it_rests_while_start_cannot_be_pressed(room: Room, out: str) -> None:
    room.key.teach("F5")
    if out == "hidden":
        room.offer.start.hide()
    else:
        room.offer.start.setEnabled(False)
    assert room.press(Qt.Key.Key_F5, room.other) == 0


def test_a_key_that_leads_through_the_page_starts_only_where_start_has_the_ring(
    room: Room,
) -> None:
    room.key.teach("PgUp")
    assert room.press(Qt.Key.Key_PageUp, room.other) == 0
    assert room.press(Qt.Key.Key_PageUp, room.offer.start) == 1


def test_space_presses_what_has_the_ring(room: Room) -> None:
    room.key.teach("Space")
    assert room.offer.shown == ("Space", "Space")
    assert room.press(Qt.Key.Key_Space, room.other) == 0
    assert room.press(Qt.Key.Key_Space, room.offer.start) == 1


def test_keys_of_the_window_stay_with_it(room: Room) -> None:
    room.key.teach("F11")
    assert room.offer.shown == ("", "")
    assert room.press(Qt.Key.Key_F11, room.other) == 0


def test_until_it_listens_it_is_only_shown(room: Room, look: Look) -> None:
    later = StartKey(room.window, hears=False)
    later.add(room.offer)
    later.teach("F6")
    assert room.offer.shown == ("F6", "F6")
    assert room.press(Qt.Key.Key_F6, room.other) == 0
    later.listen()
    assert room.press(Qt.Key.Key_F6, room.other) == 1


def test_a_place_that_comes_later_hears_it_too(room: Room, look: Look) -> None:
    room.key.teach("F5")
    late = Offer(look)
    room.key.add(late)
    assert late.shown == ("F5", "F5")
