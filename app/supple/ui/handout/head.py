"""The top of the first page, and the words about stopping."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from supple.core import handout as told
from supple.core.handout import Handout
from supple.ui.handout import text as kinds
from supple.ui.handout.block import WRITE, Stack, rule
from supple.ui.handout.text import Fonts

_PAD, _ABOVE = 10.0, 7.0
_SIGN = 15.0
FOR = 150.0
"""The line for the person's name."""


class Head:
    """Name, time and what is needed, and whose sheet it is."""

    def __init__(self, sheet: Handout, fonts: Fonts, width: float) -> None:
        self._width = width
        self._for = fonts.text(told.PERSON, kinds.SMALL, 30)
        self._words = Stack()
        self._words.add(fonts.text(sheet.title, kinds.TITLE, width - FOR - 24))
        if sheet.summary:
            self._words.add(fonts.text(sheet.summary, kinds.LEAD, width), gap=1)
        facts = "   \N{MIDDLE DOT}   ".join(sheet.facts)
        self._words.add(fonts.text(facts, kinds.FACTS, width), gap=5)
        if sheet.note:
            self._words.add(fonts.text(sheet.note, kinds.SMALL, width), gap=2)
        self.height = self._words.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``x``, ``y``."""
        self._words.paint(painter, x, y)
        left = x + self._width - FOR
        self._for.paint(painter, left, y + 14)
        start = self._for.width + 6
        rule(painter, left + start, y + 24, FOR - start, WRITE)


class Continued:
    """The top of the pages after the first."""

    def __init__(self, title: str, fonts: Fonts, width: float) -> None:
        self._words = fonts.text(f"{title}, {told.CONTINUED}", kinds.CAPTION, width)
        self.height = self._words.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``x``, ``y``."""
        self._words.paint(painter, x, y)


class StopBox:
    """When to stop, in a frame."""

    def __init__(self, fonts: Fonts, width: float) -> None:
        self._width = width
        inner = width - 2 * _PAD - _SIGN - 9
        self._words = Stack()
        self._words.add(fonts.text(told.STOP_TITLE, kinds.STRONG, inner))
        for line in told.STOP:
            self._words.add(fonts.text(line, kinds.BODY, inner), gap=1)
        self.height = self._words.height + 2 * _ABOVE

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``x``, ``y``."""
        painter.setPen(QPen(QColor(kinds.INK), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(x + 0.5, y + 0.5, self._width - 1, self.height - 1)
        painter.drawRoundedRect(frame, 6, 6)
        warning(painter, x + _PAD, y + (self.height - _SIGN) / 2, _SIGN)
        self._words.paint(painter, x + _PAD + _SIGN + 9, y + _ABOVE)


def warning(painter: QPainter, x: float, y: float, size: float) -> None:
    """A triangle with an exclamation mark."""
    pen = QPen(QColor(kinds.INK), size * 0.09)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(x + size / 2, y + size * 0.06))
    path.lineTo(x + size * 0.97, y + size * 0.92)
    path.lineTo(x + size * 0.03, y + size * 0.92)
    path.closeSubpath()
    painter.drawPath(path)
    middle = x + size / 2
    painter.drawLine(QPointF(middle, y + size * 0.38), QPointF(middle, y + size * 0.6))
    painter.drawPoint(QPointF(middle, y + size * 0.76))
