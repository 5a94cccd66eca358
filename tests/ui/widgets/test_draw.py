from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

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


def test_a_flat_box_is_of_one_colour_to_its_edges() -> None:
    image = QImage(10, 10, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    draw.flat(painter, QRect(2, 2, 6, 6), QColor("#0F766E"))
    painter.end()
    assert {image.pixelColor(n, 4).name() for n in range(2, 8)} == {"#0f766e"}
    assert image.pixelColor(1, 4).name() == image.pixelColor(8, 4).name() == "#ffffff"


def test_a_thick_line_has_an_edge_on_both_sides_where_one_is_wanted() -> None:
    pen = QPen(QColor("#D9D9D9"), 12)
    seen = []
    for wanted in (QColor("#767676"), None):
        image = QImage(10, 30, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor("white"))
        painter = QPainter(image)
        for each in draw.edged(pen, wanted, 2.0):
            painter.setPen(each)
            painter.drawLine(0, 15, 10, 15)
        painter.end()
        seen.append([image.pixelColor(5, y).name() for y in (5, 10, 15, 20, 25)])
    assert seen[0] == ["#ffffff", "#767676", "#d9d9d9", "#767676", "#ffffff"]
    assert seen[1] == ["#ffffff", "#d9d9d9", "#d9d9d9", "#d9d9d9", "#ffffff"]
