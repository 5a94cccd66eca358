"""The days or sessions of this week that count, against the goal."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

STROKE = 11
_DAYS = "days"


class WeekRing(QWidget):
    """A round meter with text in the middle."""

    def __init__(
        self,
        look: Look,
        diameter: int = 112,
        stroke: int = STROKE,
        *,
        caption: str = "days this week",
        parent: QWidget | None = None,
    ) -> None:
        """``diameter`` and ``stroke`` in pixels at text scale 1; ``caption`` under the number."""
        super().__init__(parent)
        self._look = look
        self._diameter = diameter
        self._stroke = stroke
        self._caption = caption
        self._scale = 1.0
        self._done = 0
        self._goal = 1
        self._unit = _DAYS
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._refresh)

    def set_days(self, done: int, goal: int, unit: str = _DAYS) -> None:
        """``done`` of ``goal`` days, both 0 or more; more than the goal fills the ring.

        ``unit``: what is counted where that is not days; it takes their place in the caption.
        """
        self._done, self._goal, self._unit = done, max(1, goal), unit
        self.setAccessibleName(f"{unit.capitalize()} this week")
        self.setAccessibleDescription(f"{done} of {goal} {unit} this week")
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
        for pen in draw.edged(QPen(theme.color("track"), stroke), theme.edge):
            painter.setPen(pen)
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
        """The number, and the caption under it where it fits between the ring's walls."""
        theme = self._look.theme
        scale = self._number_scale()
        big = self._look.font("cue", scale, numbers=True)
        small = self._look.font("counter", scale)
        number, rest = str(self._done), f" of {self._goal}"
        big_width = QFontMetricsF(big).horizontalAdvance(number)
        x = (self.width() - big_width - QFontMetricsF(small).horizontalAdvance(rest)) / 2
        fits = self._caption_fits()
        base = self.height() / 2 + (8 if fits else 16) * scale
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        painter.drawText(QPointF(x + big_width, base), rest)
        painter.setFont(big)
        painter.setPen(theme.color("ink"))
        painter.drawText(QPointF(x, base), number)
        if fits:
            caption = self._caption_font()
            painter.setFont(caption)
            painter.setPen(theme.color("muted"))
            line = QRectF(0, base + 7 * scale, self.width(), QFontMetricsF(caption).height())
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, self._words())

    def _caption_fits(self) -> bool:
        inner = (self._diameter - 2 * self._stroke) * self._factor() * 0.84
        return QFontMetricsF(self._caption_font()).horizontalAdvance(self._words()) <= inner

    def _words(self) -> str:
        return self._caption.replace(_DAYS, self._unit)

    def _caption_font(self) -> QFont:
        return self._look.font("caption", max(1.0, self._scale))

    def _number_scale(self) -> float:
        """The number is 44 pixels in a ring of 168, and 26 in the smallest."""
        return max(26 / 44, self._diameter / 168) * self._factor()

    def _factor(self) -> float:
        return self._look.text_scale * self._scale

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
