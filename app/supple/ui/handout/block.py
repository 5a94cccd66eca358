"""What the sheet is made of: pieces that know their height before they are drawn."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

LINE = "#C9D1D3"
"""Thin lines."""
WRITE = "#8A979B"
"""Lines to write on, and boxes to tick."""


class Block(Protocol):
    """One piece. Lengths in points."""

    @property
    def height(self) -> float:
        """How much of the page it takes."""
        ...

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``x``, ``y``."""
        ...


class Stack:
    """Texts, or stacks of them, one below the other."""

    def __init__(self) -> None:
        self._rows: list[tuple[float, float, Block]] = []
        self.height = 0.0

    def add(self, block: Block, *, gap: float = 0.0, indent: float = 0.0) -> None:
        """``block`` below the others, ``gap`` away from them."""
        top = self.height + (gap if self._rows else 0.0)
        self._rows.append((indent, top, block))
        self.height = top + block.height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw all, in the order they were added."""
        for left, top, block in self._rows:
            block.paint(painter, x + left, y + top)


def rule(
    painter: QPainter, x: float, y: float, length: float, colour: str = LINE, width: float = 0.6
) -> None:
    """A level line."""
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(x, y), QPointF(x + length, y))
