"""What the shapes and colours of a chart mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from supple.core.day_off import Off
from supple.ui.history.off_mark import paint_off
from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.painted import PaintedText

_GAP = 6
_BETWEEN = 11
_CELL = 11


@dataclass(frozen=True, slots=True)
class Sign:
    """One shape with its word; ``shape`` is dot, square, ring, cell, band or ""."""

    shape: str
    token: str
    word: str
    word_token: str = "muted"
    off: Off | None = None


class Legend(PaintedText):
    """Signs in a row, drawn as in the chart."""

    def __init__(self, look: Look, signs: Sequence[Sign]) -> None:
        super().__init__()
        self._look = look
        self._signs = tuple(signs)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)
        self.show_signs(signs)

    def show_signs(self, signs: Sequence[Sign]) -> None:
        """Other signs."""
        self._signs = tuple(signs)
        self.setAccessibleName(", ".join(sign.word for sign in signs if sign.word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        widths = [self._width(sign) for sign in self._signs]
        gaps = sum(self._gap_after(sign) for sign in self._signs[:-1])
        return QSize(round(sum(widths) + gaps + 0.5), self._look.line("caption"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        x = 0.0
        for sign in self._signs:
            self._paint_sign(painter, sign, x)
            x += self._width(sign) + self._gap_after(sign)
        painter.end()

    def _paint_sign(self, painter: QPainter, sign: Sign, x: float) -> None:
        look = self._look
        side = look.px(_CELL)
        box = QRectF(x, round((self.height() - side) / 2), side, side)
        if sign.shape:
            self._paint_shape(painter, sign, box)
            x += side + look.px(_GAP)
        painter.setFont(look.font("caption"))
        painter.setPen(look.theme.color(sign.word_token))
        words = QRectF(x, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, sign.word)

    def _paint_shape(self, painter: QPainter, sign: Sign, box: QRectF) -> None:
        theme = self._look.theme
        color = theme.color(sign.token)
        middle, radius = box.center(), box.width() * 0.41
        if sign.shape == "ring":
            painter.setPen(QPen(color, 1.8))
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(middle, radius - 0.5, radius - 0.5)
            return
        if sign.shape == "cell":
            draw.rounded(painter, box, 3, color, theme.edge)
            if sign.off is not None:
                paint_off(painter, theme, box, sign.off, color)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        if sign.shape == "dot":
            painter.drawEllipse(middle, radius, radius)
        elif sign.shape == "square":
            corner = QPointF(radius, radius)
            painter.drawRoundedRect(QRectF(middle - corner, middle + corner), 1, 1)
        elif sign.shape == "band":
            painter.drawRoundedRect(box.adjusted(0, 2, 0, -2), 2, 2)

    def _width(self, sign: Sign) -> float:
        metrics = QFontMetricsF(self._look.font("caption"))
        shape = self._look.px(_CELL) if sign.shape else 0.0
        gap = self._look.px(_GAP) if sign.shape and sign.word else 0.0
        return shape + gap + metrics.horizontalAdvance(sign.word)

    def _gap_after(self, sign: Sign) -> float:
        """Cells stand closer than signs with words."""
        return self._look.px(_BETWEEN if sign.shape and sign.word else _GAP)
