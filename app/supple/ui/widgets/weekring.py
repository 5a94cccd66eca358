"""The days of this week that count, against the goal."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

STROKE = 11
_CAPTION_FROM = 140
"""Smaller rings have no room for words under the number; the page says them beside it."""


class WeekRing(QWidget):
    """A round meter with text in the middle."""

    def __init__(
        self,
        look: Look,
        diameter: int = 112,
        stroke: int = STROKE,
        parent: QWidget | None = None,
    ) -> None:
        """``diameter`` and ``stroke`` in pixels at text scale 1."""
        super().__init__(parent)
        self._look = look
        self._diameter = diameter
        self._stroke = stroke
        self._scale = 1.0
        self._done = 0
        self._goal = 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._refresh)

    def set_days(self, done: int, goal: int) -> None:
        """``done`` of ``goal`` days, both 0 or more; more than the goal fills the ring."""
        self._done, self._goal = done, max(1, goal)
        self.setAccessibleName("Days this week")
        self.setAccessibleDescription(f"{done} of {goal} days this week")
        self.update()

    def set_scale(self, scale: float) -> None:
        """A scale on top of the text size, for the session page."""
        if scale != self._scale:
            self._scale = scale
            self._refresh()

    def sizeHint(self) -> QSize:
        side = round(self._diameter * self._factor())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        factor = self._factor()
        stroke = self._stroke * factor
        inset = stroke / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter = draw.smooth(self)
        painter.setPen(QPen(theme.color("line"), stroke))
        painter.drawEllipse(box)
        part = min(1.0, self._done / self._goal)
        if part > 0:
            cap = Qt.PenCapStyle.RoundCap
            pen = QPen(theme.color("primary"), stroke, Qt.PenStyle.SolidLine, cap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(part * 360 * 16))
        self._paint_text(painter)
        painter.end()

    def _paint_text(self, painter: QPainter) -> None:
        theme = self._look.theme
        scale = self._diameter / 168 * self._scale
        big = self._look.font("cue", scale * self._look.text_scale, numbers=True)
        small = self._look.font("counter", scale * self._look.text_scale)
        number, rest = str(self._done), f" of {self._goal}"
        painter.setFont(big)
        big_width = painter.fontMetrics().horizontalAdvance(number)
        painter.setFont(small)
        small_width = painter.fontMetrics().horizontalAdvance(rest)
        x = (self.width() - big_width - small_width) / 2
        down = 8 if self._has_caption() else 16
        base = self.height() / 2 + down * self._diameter / 168 * self._factor()
        painter.setPen(theme.color("muted"))
        painter.drawText(round(x + big_width), round(base), rest)
        painter.setFont(big)
        painter.setPen(theme.color("ink"))
        painter.drawText(round(x), round(base), number)
        if not self._has_caption():
            return
        caption = self._look.font("caption", max(0.9, self._scale))
        painter.setFont(caption)
        painter.setPen(theme.color("muted"))
        top = base + 8 * self._factor()
        line = QRectF(0, top, self.width(), painter.fontMetrics().height())
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, "days this week")

    def _has_caption(self) -> bool:
        return self._diameter * self._factor() >= _CAPTION_FROM

    def _factor(self) -> float:
        return self._look.text_scale * self._scale

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
