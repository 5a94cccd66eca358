"""The program's mark: a mat and a leg that is being raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap

from supple.ui.theme import LIGHT
from supple.ui.widgets import draw
from supple.ui.widgets.painted import PaintedText

if TYPE_CHECKING:
    # The mark in the tray needs nothing of a window.
    from supple.ui.look import Look

SIZE = 30
"""Pixels the mark is designed for."""
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)


class Brand(PaintedText):
    """The mark and the name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._narrow = False
        self.setAccessibleName("Supple")
        self.setFixedHeight(SIZE)
        look.changed.connect(self.update)

    def set_narrow(self, narrow: bool) -> None:
        """Show the mark alone."""
        self._narrow = narrow
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        x = (self.width() - SIZE) / 2 if self._narrow else 10
        painter.translate(x, 0)
        paint_mark(painter, theme.color("primary"), theme.color("on-primary"))
        if not self._narrow:
            painter.setPen(theme.color("ink"))
            painter.setFont(self._look.font("heading"))
            words = QRectF(SIZE + 10, 0, self.width() - SIZE - 10 - x, SIZE)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "Supple")
        painter.end()


def paint_mark(painter: QPainter, fill: QColor, ink: QColor) -> None:
    """The mark at the painter's origin, ``SIZE`` units square."""
    draw.rounded(painter, QRectF(0, 0, SIZE, SIZE), 8, fill)
    pen = QPen(ink, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(6.5, 22.5), QPointF(23, 22.5))
    painter.drawLine(QPointF(9, 22.5), QPointF(13.2, 7.5))
    faint = QColor(ink)
    faint.setAlphaF(0.6)
    painter.setPen(QPen(faint, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # The leg's way down to the mat, about its hip.
    painter.drawArc(QRectF(-4.0, 6.9, 26, 26), 25 * 16, 35 * 16)


def app_icon() -> QIcon:
    """The mark as the window's icon, in every size a desktop asks for."""
    icon = QIcon()
    for size in _ICON_SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size / SIZE, size / SIZE)
        paint_mark(painter, LIGHT.color("primary"), LIGHT.color("on-primary"))
        painter.end()
        icon.addPixmap(pixmap)
    return icon
