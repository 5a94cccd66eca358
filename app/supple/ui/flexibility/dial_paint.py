"""What is drawn round the leg of the angle dial: bands, numbers, the angle and the handle."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from supple.core.flexibility import NOT_TIGHT_DEG, TIGHT_DEG
from supple.core.routine import Side
from supple.ui.flexibility.dial_plan import LEG, MOST, DialPlan
from supple.ui.look import Look
from supple.ui.widgets import draw

BANDS = (
    (0.0, TIGHT_DEG, "accent-soft"),
    (TIGHT_DEG, NOT_TIGHT_DEG, "rest-soft"),
    (NOT_TIGHT_DEG, float(MOST), "primary-soft"),
)
"""From, to, and the colour's token."""
_NUMBERED = (0, 30, 60, 80, 90)
_CLOSE = 190
"""Pixels of radius below which 80 and 90 have no room beside one another, at text size 1."""
_HANDLE, _RING = 38.0, 50.0


def paint_bands(painter: QPainter, look: Look, plan: DialPlan) -> None:
    """The outer band with its marks and numbers."""
    theme = look.theme
    ring = _around(plan, plan.band)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for start, end, token in BANDS:
        gap = 0.5 if end < MOST else 0.0
        for pen in draw.edged(QPen(theme.color(token), plan.band_width), theme.edge):
            painter.setPen(_flat(pen))
            _arc(painter, plan, ring, start + (0.5 if start else 0.0), end - gap)
    inner = plan.band - plan.band_width / 2
    for degrees in range(0, MOST + 1, 10):
        long = degrees in _NUMBERED and degrees != NOT_TIGHT_DEG
        painter.setPen(QPen(theme.color("control"), 1.5 if long else 1.0))
        a, b = (plan.place(degrees, r) for r in (inner - (11 if long else 6), inner - 1))
        painter.drawLine(QLineF(*a, *b))
    _paint_numbers(painter, look, plan)


def paint_angle(painter: QPainter, look: Look, plan: DialPlan, degrees: int) -> None:
    """A small arc from the floor to the leg."""
    if degrees < 4:
        return
    pen = QPen(look.theme.color(plan.side.value), max(4.0, 12 * plan.unit))
    painter.setPen(_flat(pen))
    _arc(painter, plan, _around(plan, 215 * plan.unit), 0, degrees)


def paint_border(painter: QPainter, look: Look, plan: DialPlan) -> None:
    """The dashed line at 80 degrees."""
    pen = _flat(QPen(look.theme.color("ink"), 1.5))
    pen.setDashPattern([3.5, 3.5])
    painter.setPen(pen)
    outer = plan.band + plan.band_width / 2
    start = plan.place(NOT_TIGHT_DEG, 90 * plan.unit)
    painter.drawLine(QLineF(*start, *plan.place(NOT_TIGHT_DEG, outer)))


def paint_handle(
    painter: QPainter, look: Look, plan: DialPlan, degrees: int, *, focus: bool
) -> None:
    """What the leg is taken by, with a ring round it where it has the focus."""
    theme = look.theme
    scale = max(0.8, min(1.3, plan.unit / 0.4))
    # The knee keeps a little bend, so the ankle lies a degree below the thigh's line.
    middle = QPointF(*plan.place(degrees - 1.0, LEG * plan.unit))
    if focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("primary"), 2))
        painter.drawEllipse(middle, _RING * scale / 2, _RING * scale / 2)
    painter.setBrush(theme.color("surface"))
    painter.setPen(QPen(theme.color(plan.side.value), 4 * scale))
    radius = _HANDLE * scale / 2 - 2 * scale
    painter.drawEllipse(middle, radius, radius)
    pen = QPen(theme.color("ink"), 2 * scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for way in (-1, 1):
        tip = middle + QPointF(0, 8 * way * scale)
        wing = QPointF(5 * scale, -5 * way * scale)
        painter.drawPolyline(QPolygonF([tip + QPointF(-wing.x(), wing.y()), tip, tip + wing]))


def _paint_numbers(painter: QPainter, look: Look, plan: DialPlan) -> None:
    for degrees in _NUMBERED:
        main = degrees == NOT_TIGHT_DEG
        if degrees == 90 and plan.band < look.px(_CLOSE):
            continue
        painter.setFont(look.font("body-strong" if main else "body", numbers=True))
        painter.setPen(look.theme.color("ink" if main else "muted"))
        away = plan.band + plan.band_width / 2 + look.px(15)
        x, y = plan.place(degrees, away)
        box = QRectF(x - 40, y - 12, 80, 24)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{degrees}°")


def _flat(pen: QPen) -> QPen:
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _around(plan: DialPlan, radius: float) -> QRectF:
    return QRectF(plan.hip_x - radius, plan.hip_y - radius, 2 * radius, 2 * radius)


def _arc(painter: QPainter, plan: DialPlan, box: QRectF, start: float, end: float) -> None:
    """Part of a circle from ``start`` to ``end`` degrees of the dial."""
    span = round((end - start) * 16)
    if plan.side is Side.LEFT:
        painter.drawArc(box, round((180 - start) * 16), -span)
    else:
        painter.drawArc(box, round(start * 16), span)
