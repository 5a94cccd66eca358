from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.breaks.time_left import HIGH, paint_time_left
from supple.ui.look import Look


def painted(qtbot: QtBot, look: Look, part: float) -> QImage:
    box = QWidget()
    qtbot.addWidget(box)
    box.resize(400, 100)
    image = QImage(box.size(), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_time_left(painter, look, box, 14, part)
    painter.end()
    return image


@pytest.mark.parametrize(("part", "filled"), [(1.0, 399), (0.5, 200), (-0.2, 0), (7.0, 399)])
def test_the_bar_is_as_long_as_the_time_left(
    qtbot: QtBot, look: Look, part: float, filled: int
) -> None:
    image = painted(qtbot, look, part)
    y = 100 - 1 - HIGH
    primary = look.theme.color("primary").name()
    row = [image.pixelColor(x, y).name() == primary for x in range(20, 380)]
    assert sum(row) == pytest.approx(max(0, min(360, filled - 20)), abs=1)


def test_it_keeps_to_the_round_corners(qtbot: QtBot, look: Look) -> None:
    image = painted(qtbot, look, 1.0)
    assert image.pixelColor(1, 98).alpha() == 0
    assert image.pixelColor(200, 98).alpha() == 255
