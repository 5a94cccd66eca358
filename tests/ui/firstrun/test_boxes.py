from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from supple.ui.firstrun import boxes
from supple.ui.look import Look
from supple.ui.theme import LIGHT


def color(look: Look, x: int, y: int, *, radio: bool, on: bool) -> str:
    pixmap = QPixmap(40, 40)
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    if radio:
        boxes.paint_radio(painter, look, QPointF(10, 10), on=on)
    else:
        boxes.paint_tick(painter, look, QPointF(10, 10), 1.0, on=on)
    painter.end()
    return pixmap.toImage().pixelColor(x, y).name()


@pytest.mark.parametrize("radio", [False, True])
def test_what_is_chosen_is_filled(look: Look, radio: bool) -> None:
    filled, empty = LIGHT.hex("primary").lower(), LIGHT.hex("surface").lower()
    assert color(look, 20, 13, radio=radio, on=True) == filled
    assert color(look, 20, 13, radio=radio, on=False) == empty
    assert color(look, 9, 20, radio=radio, on=True) == "#ffffff"


def test_a_chosen_circle_has_a_dot(look: Look) -> None:
    assert color(look, 20, 20, radio=True, on=True) == LIGHT.hex("on-primary").lower()
