from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from supple.ui.firstrun.thing import Thing
from supple.ui.look import Look
from supple.ui.theme import LIGHT


def test_a_thing_at_hand_is_marked_and_has_room_for_its_tick(
    qtbot: QtBot, look: Look, widget: Any, color_at: Any
) -> None:
    thing = Thing(look, "Mat or carpet")
    widget(thing)
    before = thing.sizeHint().width()
    spot = QPoint(4, 4)
    qtbot.mouseClick(thing, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert thing.isChecked()
    assert thing.sizeHint().width() > before
    assert color_at(thing, 0.05, 0.5) == LIGHT.hex("primary-soft").lower()
