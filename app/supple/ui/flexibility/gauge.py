"""How far one leg lifts, as a half circle."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.core.flexibility import LARGEST_DEG, NOT_TIGHT_DEG
from supple.core.routine import Side
from supple.ui.look import Look
from supple.ui.widgets import draw

_SPAN = 180 / LARGEST_DEG
"""Degrees drawn for each degree of the leg."""
_STROKE, _HEIGHT, _WIDTH = 14, 190, 230


class Gauge(QWidget):
    """The angle of one leg against 80 degrees, and what it was."""

    def __init__(self, look: Look, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._side = side
        self._value = 0.0
        self._was: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._refresh)

    def show_angle(self, value: float, was: float | None) -> None:
        """Degrees now, and at the last check; None without one."""
        self._value, self._was = value, was
        words = f"{self._side.value.capitalize()} leg, {value:.0f} degrees"
        self.setAccessibleName(words if was is None else f"{words}, was {was:.0f} degrees")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_WIDTH), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, theme = self._look, self._look.theme
        painter = draw.smooth(self)
        stroke = look.px(_STROKE)
        top = look.px(26)
        radius = min((self.width() - 2 * stroke) / 2, self.height() - top - look.px(56))
        middle = QPointF(self.width() / 2, top + radius)
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        for token, span in (("track", 180.0), (self._side.value, self._value * _SPAN)):
            pen = QPen(theme.color(token), stroke)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            for each in draw.edged(pen, theme.edge if token == "track" else None):
                painter.setPen(each)
                painter.drawArc(box, 180 * 16, -round(span * 16))
        self._paint_border(painter, middle, radius)
        painter.setPen(theme.color("ink"))
        painter.setFont(look.font("side", look.text_scale * 52 / 54, numbers=True))
        number = QRectF(0, middle.y() - look.px(54), self.width() + look.px(8), look.px(60))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, f"{self._value:.0f}°")
        self._paint_foot(painter, middle.y() + look.px(24))
        painter.end()

    def _paint_border(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        look, theme = self._look, self._look.theme
        turn = math.radians(180 - NOT_TIGHT_DEG * _SPAN)

        def at(r: float) -> QPointF:
            return middle + QPointF(math.cos(turn) * r, -math.sin(turn) * r)

        pen = QPen(theme.color("ink"), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        painter.drawLine(QLineF(at(radius - look.px(18)), at(radius + look.px(12))))
        painter.setFont(look.font("small-strong", numbers=True))
        place = at(radius + look.px(20)) + QPointF(look.px(6), 0)
        box = QRectF(place.x() - 30, place.y() - look.px(9), 60, look.px(18))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "80°")

    def _paint_foot(self, painter: QPainter, top: float) -> None:
        """The chip with the leg, and what it was."""
        look, theme = self._look, self._look.theme
        word = self._side.value.capitalize()
        was = f"was {self._was:.0f}°" if self._was is not None else ""
        strong, small = look.font("small-strong"), look.font("small", numbers=True)
        chip = QFontMetricsF(strong).horizontalAdvance(word) + look.px(20)
        rest = QFontMetricsF(small).horizontalAdvance(was) + look.px(8) if was else 0.0
        x = (self.width() - chip - rest) / 2
        box = QRectF(x, top, chip, look.px(26))
        draw.rounded(painter, box, look.px(8), theme.color(f"{self._side}-soft"))
        painter.setFont(strong)
        painter.setPen(theme.color(f"{self._side}-ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        if was:
            painter.setFont(small)
            painter.setPen(theme.color("muted"))
            beside = QRectF(box.right() + look.px(8), top, rest, box.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, was)

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
