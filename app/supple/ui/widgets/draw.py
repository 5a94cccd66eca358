"""Small painting helpers."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget


def smooth(widget: QWidget) -> QPainter:
    """A painter on ``widget`` with smooth edges. End it before the paint event returns."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def flat(painter: QPainter, rect: QRect, fill: QColor) -> None:
    """A box of one colour.

    ``QPainter.fillRect`` does the same, but its first call has PySide load the 180 gradients it
    would take as well: 4 ms of the window's first picture.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRect(rect)


def edged(pen: QPen, edge: QColor | None, width: float = 1.5) -> tuple[QPen, ...]:
    """Pens to draw a thick line with, one after the other: the first leaves an edge beside it.

    ``edge`` None leaves none; ``width`` is that of the edge in pixels.
    """
    if edge is None:
        return (pen,)
    outer, inner = QPen(pen), QPen(pen)
    outer.setColor(edge)
    inner.setWidthF(max(1.0, pen.widthF() - 2 * width))
    return (outer, inner)


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded box; its border, ``width`` pixels, lies wholly inside ``rect``."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(border, width))
    inset = width / 2
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius - inset, radius - inset)
