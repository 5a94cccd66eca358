from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from supple.ui.firstrun.placecard import PlaceCard
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.theme import LIGHT


def test_the_whole_card_ticks_and_its_edge_says_so(
    qtbot: QtBot, look: Look, pictures: Pictures, widget: Any, color_at: Any
) -> None:
    card = PlaceCard(look, pictures, "supine-strap", "On the floor", "In view of the screen")
    widget(card)
    card.resize(228, 216)
    assert (card.accessibleName(), card.accessibleDescription()) == (
        "On the floor",
        "In view of the screen",
    )
    middle = QPoint(114, 80)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert card.isChecked()
    assert color_at(card, 0.0, 0.5) == LIGHT.hex("primary").lower()
