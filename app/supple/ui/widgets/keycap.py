"""The little box that shows which key does the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.painted import PaintedText

HEIGHT = 20
LEAST_WIDTH = 22
PAD = 6
RADIUS = 5


def cap_width(look: Look, key: str, scale: float = 1.0) -> float:
    """How wide the cap of ``key`` is, pixels."""
    text = QFontMetricsF(look.font("key", scale)).horizontalAdvance(key)
    return max(LEAST_WIDTH * scale, text + 2 * PAD * scale)


def paint_cap(
    painter: QPainter, look: Look, rect: QRectF, key: str, color: QColor, scale: float = 1.0
) -> None:
    """Draw the cap of ``key`` into ``rect`` in one colour."""
    draw.rounded(painter, rect, RADIUS * scale, None, color, max(1.0, scale))
    painter.setPen(color)
    painter.setFont(look.font("key", scale))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


class KeyCap(PaintedText):
    """A key on its own, beside text."""

    def __init__(self, look: Look, key: str, token: str = "muted") -> None:
        super().__init__()
        self._look = look
        self._key = key
        self._token = token
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{key} key")
        look.changed.connect(self._refresh)

    def set_scale(self, scale: float) -> None:
        """1 is 20 pixels high."""
        if scale != self._scale:
            self._scale = scale
            self._refresh()

    def sizeHint(self) -> QSize:
        width = cap_width(self._look, self._key, self._scale)
        return QSize(round(width), round(HEIGHT * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        color = self._look.theme.color(self._token)
        paint_cap(painter, self._look, QRectF(self.rect()), self._key, color, self._scale)
        painter.end()

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
