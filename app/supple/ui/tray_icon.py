"""The mark in the tray, which tells by shape as well as by colour how breaks stand."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from supple.core.breaks.status import Phase
from supple.ui.brand import SIZE, paint_mark
from supple.ui.theme import LIGHT

_SIZES = (16, 22, 24, 32, 48, 64)
"""Pixels that trays ask for."""
_BADGE, _RING = 16.0, 2.0
"""Of 30: the badge's side, and the gap about it."""


class Sign(StrEnum):
    """What stands on the mark."""

    NONE = "none"
    DUE = "due"
    """A dot: a break is due, or put off."""
    PAUSED = "paused"
    """Two bars."""
    RUNS = "runs"
    """A triangle: a break goes on."""


SIGNS = {
    Phase.HELD: Sign.DUE,
    Phase.PROMPT: Sign.DUE,
    Phase.SNOOZED: Sign.DUE,
    Phase.PAUSED: Sign.PAUSED,
    Phase.BREAK: Sign.RUNS,
}
GREY = (Phase.OFF, Phase.OUTSIDE, Phase.PAUSED)
"""No break comes as things are."""


@cache
def tray_icon(phase: Phase) -> QIcon:
    """The mark for ``phase``, in every size a tray asks for."""
    icon = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size / SIZE, size / SIZE)
        fill = LIGHT.color("rest" if phase in GREY else "primary")
        paint_mark(painter, fill, LIGHT.color("on-primary"))
        _paint_sign(painter, SIGNS.get(phase, Sign.NONE))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _paint_sign(painter: QPainter, sign: Sign) -> None:
    if sign is Sign.NONE:
        return
    box = QRectF(SIZE - _BADGE, SIZE - _BADGE, _BADGE, _BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.drawEllipse(box.adjusted(-_RING, -_RING, _RING, _RING))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    fill = {Sign.DUE: "accent", Sign.PAUSED: "rest", Sign.RUNS: "primary"}[sign]
    painter.setBrush(LIGHT.color(fill))
    painter.drawEllipse(box)
    painter.setBrush(QColor(Qt.GlobalColor.white))
    middle = box.center()
    if sign is Sign.PAUSED:
        for x in (-3.2, 0.8):
            painter.drawRect(QRectF(middle.x() + x, middle.y() - 3.6, 2.4, 7.2))
    elif sign is Sign.RUNS:
        tips = [QPointF(-2.4, -3.8), QPointF(4.0, 0.0), QPointF(-2.4, 3.8)]
        painter.drawPolygon(QPolygonF([middle + tip for tip in tips]))
