"""The bar at the foot of the prompt: how much of its time is left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from supple.ui.look import Look

HIGH = 6
"""Pixels."""


def paint_time_left(
    painter: QPainter, look: Look, box: QWidget, radius: float, part: float
) -> None:
    """Along the lower edge of ``box``, whose corners are round: ``part``, 0 to 1, is left."""
    area = QRectF(box.rect()).adjusted(1, 1, -1, -1)
    shape = QPainterPath()
    shape.addRoundedRect(area, radius - 1, radius - 1)
    painter.save()
    painter.setClipPath(shape)
    painter.setPen(Qt.PenStyle.NoPen)
    bar = QRectF(area.left(), area.bottom() - HIGH, area.width(), HIGH)
    painter.setBrush(look.theme.color("track"))
    painter.drawRect(bar)
    bar.setWidth(round(bar.width() * min(1.0, max(0.0, part))))
    painter.setBrush(look.theme.color("primary"))
    painter.drawRect(bar)
    painter.restore()
