"""The marks of choices: a box to tick, a circle to pick."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from supple.ui.look import Look
from supple.ui.widgets import draw

SIDE = 20
"""Pixels of a box at text size 1."""


def paint_tick(painter: QPainter, look: Look, corner: QPointF, dpr: float, *, on: bool) -> None:
    """A box with its upper left ``corner``, ticked when ``on``."""
    theme, side = look.theme, look.px(SIDE)
    box = QRectF(corner.x(), corner.y(), side, side)
    if not on:
        draw.rounded(painter, box, 5, theme.color("surface"), theme.color("control"), 1.5)
        return
    draw.rounded(painter, box, 5, theme.color("primary"))
    inner = look.px(SIDE - 6)
    picture = look.pixmap("check", "on-primary", inner, dpr)
    painter.drawPixmap(box.center() - QPointF(inner / 2, inner / 2), picture)


def paint_radio(painter: QPainter, look: Look, corner: QPointF, *, on: bool) -> None:
    """A circle with its upper left ``corner``, filled when ``on``."""
    theme, side = look.theme, look.px(SIDE)
    circle = QRectF(corner.x() + 0.75, corner.y() + 0.75, side - 1.5, side - 1.5)
    painter.setPen(QPen(theme.color("primary" if on else "control"), 1.5))
    painter.setBrush(theme.color("primary" if on else "surface"))
    painter.drawEllipse(circle)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on-primary"))
        painter.drawEllipse(circle.center(), side / 5, side / 5)
