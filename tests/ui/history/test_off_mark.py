from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from supple.core.day_off import Off
from supple.ui.history.off_mark import mark_color, paint_off
from supple.ui.theme import DARK, LIGHT, contrast


def drawn(off: Off | None) -> QImage:
    image = QImage(22, 22, QImage.Format.Format_RGB32)
    fill = LIGHT.color("h0")
    image.fill(fill)
    painter = QPainter(image)
    if off is not None:
        paint_off(painter, LIGHT, QRectF(0, 0, 22, 22), off, fill)
    painter.end()
    return image


def test_each_kind_has_its_own_shape() -> None:
    images = [drawn(None), *(drawn(off) for off in Off)]
    for n, image in enumerate(images):
        assert all(image != other for other in images[n + 1 :])


def test_marks_stand_out_from_every_day() -> None:
    for theme in (LIGHT, DARK):
        for level in range(5):
            fill: QColor = theme.color(f"h{level}")
            assert contrast(mark_color(theme, fill), fill) >= 3
