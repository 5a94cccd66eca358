"""Where you feel it: the stretched muscle lights up in coral.

A muscle is wiped in from the skin with opaque coral. Fading coral over teal
would be a muddy grey half way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient, QTransform

from supple.figure.geometry import Point
from supple.figure.palette import Palette, faint
from supple.figure.paths import blob, bone_frame
from supple.figure.rig import Skeleton


@dataclass(frozen=True, slots=True)
class _Muscle:
    bone: str
    outline: tuple[Point, ...]
    """In the bone's frame: x along it, y > 0 at its back. The seat's goes down from the hip."""
    side: int
    """1 at the back of the limb, -1 at the front."""
    halo: tuple[float, float, float, float]
    """Centre and radii of the light around it."""


_MUSCLES: Final = {
    "hamstring": _Muscle(
        "thigh",
        (
            (-4, 66),
            (20, 34),
            (60, 14),
            (120, 4),
            (190, 8),
            (235, 16),
            (268, 30),
            (262, 45),
            (190, 62),
            (110, 74),
            (20, 82),
        ),
        1,
        (128, 40, 175, 74),
    ),
    "hip-flexor": _Muscle(
        "thigh",
        (
            (-70, -30),
            (0, -6),
            (60, -6),
            (150, -20),
            (220, -30),
            (150, -72),
            (60, -78),
            (-20, -74),
        ),
        -1,
        (70, -40, 165, 72),
    ),
    "calf": _Muscle(
        "shank",
        (
            (10, 20),
            (60, 6),
            (120, 6),
            (200, 12),
            (200, 30),
            (120, 56),
            (50, 60),
            (15, 45),
        ),
        1,
        (100, 30, 130, 58),
    ),
    "quadriceps": _Muscle(
        "thigh",
        (
            (58, -40),
            (100, -16),
            (170, -5),
            (232, -10),
            (258, -24),
            (262, -46),
            (200, -66),
            (120, -78),
            (58, -80),
        ),
        -1,
        (165, -40, 150, 72),
    ),
    "glute": _Muscle(
        "seat",
        (
            (-50, 48),
            (-26, 18),
            (18, 10),
            (56, 26),
            (66, 58),
            (44, 96),
            (0, 104),
            (-42, 94),
            (-60, 72),
        ),
        1,
        (0, 46, 100, 84),
    ),
}
_STOPS: Final = ((0.0, 0.85), (0.45, 0.62), (0.70, 0.26), (0.86, 0.08), (1.0, 0.0))
_FIBRES: Final = ((50.0, 40.0, 28.0), (38.0, 26.0, 21.0))
_DEPTH: Final = 66.0
_RIM: Final = 7.0


def paint_halo(
    p: QPainter, s: Skeleton, side: str, c: Palette, muscle: str, strength: float
) -> None:
    """The light around the muscle, which breathes with the body; goes behind the leg."""
    m = _MUSCLES.get(muscle)
    if m is None or strength <= 0.02:
        return
    x, y, rx, ry = m.halo
    p.save()
    p.setTransform(_bone(s, side, m), True)
    p.translate(x, y)
    p.scale(rx, ry)
    spot(p, (0, 0), 1, c, strength * breathing(s.breath), _STOPS)
    p.restore()


def breathing(breath: float) -> float:
    """How bright a light is at ``breath`` -1..1."""
    return 0.88 + 0.12 * breath


def spot(
    p: QPainter,
    at: Point,
    radius: float,
    c: Palette,
    strength: float,
    stops: tuple[tuple[float, float], ...] = ((0.0, 0.9), (0.45, 0.6), (1.0, 0.0)),
) -> None:
    """A round light that fades outward."""
    gradient = QRadialGradient(QPointF(*at), radius)
    for place, alpha in stops:
        gradient.setColorAt(place, faint(c.glow, alpha * strength))
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(gradient)
    p.drawEllipse(QPointF(*at), radius, radius)


def paint_muscle(
    p: QPainter, s: Skeleton, side: str, c: Palette, muscle: str, strength: float
) -> None:
    """The muscle itself, wiped in by ``strength`` 0..1; clip to the limb before."""
    m = _MUSCLES.get(muscle)
    if m is None or strength < 0.03:
        return
    p.save()
    p.setTransform(_bone(s, side, m), True)
    p.translate(0, m.side * _DEPTH * (1 - strength))
    p.scale(1, strength)
    gradient = QLinearGradient(0, 0, 0, m.side * _DEPTH)
    for place, colour in (
        (0.0, faint(c.glow, 0.55)),
        (0.35, faint(c.glow, 0.95)),
        (0.75, c.glow),
        (1.0, c.glow_edge),
    ):
        gradient.setColorAt(place, colour)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(gradient)
    p.drawPath(blob(m.outline))
    if c.rim.isValid():
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(c.rim, _RIM))
        p.drawPath(blob(m.outline))
    if muscle == "hamstring":
        _fibres(p, c)
    p.restore()


def _fibres(p: QPainter, c: Palette) -> None:
    p.setBrush(Qt.BrushStyle.NoBrush)
    for k, (y0, y1, y2) in enumerate(_FIBRES):
        path = QPainterPath(QPointF(35, y0))
        path.cubicTo(90, y1 + 6, 160, y1 - 4, 232, y2)
        pen = QPen(faint(c.glow_line, 0.75 - 0.25 * k), 4.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        p.setPen(pen)
        p.drawPath(path)


def _bone(s: Skeleton, side: str, m: _Muscle) -> QTransform:
    origin = s.points[f"{side}.{'knee' if m.bone == 'shank' else 'hip'}"]
    if m.bone == "seat":
        return bone_frame(origin, s.seat(side) - 90)
    return bone_frame(origin, s.toward[f"{side}.{m.bone}"])
