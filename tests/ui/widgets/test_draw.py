from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from supple.ui.widgets import draw


def _box(fill: QColor | None, border: QColor | None) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw.rounded(painter, QRectF(0, 0, 40, 40), 10, fill, border, 2.0)
    painter.end()
    return image


def test_a_box_is_filled_and_round() -> None:
    image = _box(QColor("#0F766E"), None)
    assert image.pixelColor(20, 20).name() == "#0f766e"
    assert image.pixelColor(0, 0).name() == "#ffffff"


def test_the_border_lies_inside() -> None:
    image = _box(None, QColor("#000000"))
    assert image.pixelColor(20, 0).name() == "#000000"
    assert image.pixelColor(20, 1).name() == "#000000"
    assert image.pixelColor(20, 20).name() == "#ffffff"
