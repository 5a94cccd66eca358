"""The marks of days off: a dot, a cross and a slash, told apart without any colour."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from supple.core.day_off import Off
from supple.ui.theme import Theme, contrast


def mark_color(theme: Theme, fill: QColor) -> QColor:
    """The one of the theme's ends that stands out from ``fill``."""
    ends = (theme.color("ink"), theme.color("bg"))
    return max(ends, key=lambda color: contrast(color, fill))


def paint_off(painter: QPainter, theme: Theme, box: QRectF, off: Off, fill: QColor) -> None:
    """Draw the mark of ``off`` into the day drawn at ``box``."""
    color = mark_color(theme, fill)
    side, middle = box.width(), box.center()
    if off is Off.REST:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(middle, side * 0.18, side * 0.18)
        return
    pen = QPen(color, max(1.4, side * 0.14))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    arm = side * 0.27
    if off is Off.TRAVEL:
        a, b = middle.x(), middle.y()
        painter.drawLine(QLineF(a - arm, b + arm, a + arm, b - arm))
        return
    painter.drawLine(QLineF(middle.x() - arm, middle.y(), middle.x() + arm, middle.y()))
    painter.drawLine(QLineF(middle.x(), middle.y() - arm, middle.x(), middle.y() + arm))
