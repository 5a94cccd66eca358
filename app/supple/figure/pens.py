"""The few ways the figure's shapes are filled and stroked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from supple.figure.geometry import Point


def fill(p: QPainter, path: QPainterPath, colour: QColor | QBrush) -> None:
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour)
    p.drawPath(path)


def stroke(p: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(
        QPen(
            colour,
            width,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    p.drawPath(path)


@contextmanager
def within(p: QPainter, path: QPainterPath) -> Iterator[None]:
    """Paint inside ``path`` only; never widens a clip that is set already."""
    p.save()
    p.setClipPath(path, Qt.ClipOperation.IntersectClip)
    yield
    p.restore()


@contextmanager
def moved(p: QPainter, to: Point, turn: float = 0.0) -> Iterator[None]:
    """Paint with the origin at ``to``, turned by ``turn`` degrees."""
    p.save()
    p.translate(*to)
    if turn:
        p.rotate(turn)
    yield
    p.restore()
