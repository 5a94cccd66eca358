"""Outlines of feet, hands and heads, in thousandths of the body's height."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QPainterPath

from supple.figure import body
from supple.figure.geometry import Point
from supple.figure.paths import blob

_FOOT: Final[tuple[Point, ...]] = (
    (-20.5, -16),
    (-30, 2),
    (-39.5, 18),
    (-37, 34),
    (-20, 40.5),
    (8, 37.5),
    (36, 33.5),
    (62, 38.5),
    (82, 40.5),
    (103, 39.5),
    (114.5, 32.5),
    (110, 23.5),
    (92, 16.5),
    (66, 6),
    (40, -9),
    (21, -22),
)
_SOLE_SHADE: Final[tuple[Point, ...]] = (
    (-50, 30),
    (0, 33.5),
    (40, 27),
    (80, 34.5),
    (120, 31),
    (120, 60),
    (-50, 60),
)
# hands: in shares of the hand's length, fingers towards +x, thumb towards -y
_HANDS: Final[dict[str, tuple[tuple[Point, ...], tuple[Point, ...]]]] = {
    "grip": (
        (
            (-0.10, -0.155),
            (0.18, -0.20),
            (0.42, -0.26),
            (0.60, -0.20),
            (0.66, 0.0),
            (0.58, 0.22),
            (0.34, 0.28),
            (0.10, 0.21),
            (-0.10, 0.155),
        ),
        (
            (0.10, -0.10),
            (0.34, -0.16),
            (0.50, -0.06),
            (0.46, 0.06),
            (0.30, 0.05),
            (0.14, 0.04),
        ),
    ),
    "flat": (
        (
            (-0.12, -0.155),
            (0.12, -0.19),
            (0.38, -0.215),
            (0.62, -0.17),
            (0.88, -0.10),
            (1.02, -0.02),
            (0.98, 0.06),
            (0.80, 0.10),
            (0.50, 0.15),
            (0.2, 0.18),
            (-0.12, 0.155),
        ),
        (
            (0.10, -0.15),
            (0.30, -0.27),
            (0.50, -0.33),
            (0.60, -0.29),
            (0.54, -0.20),
            (0.38, -0.12),
            (0.2, -0.04),
        ),
    ),
    "relaxed": (
        (
            (-0.12, -0.155),
            (0.12, -0.19),
            (0.36, -0.215),
            (0.58, -0.20),
            (0.80, -0.20),
            (0.95, -0.17),
            (1.0, -0.09),
            (0.92, -0.02),
            (0.72, 0.07),
            (0.45, 0.16),
            (0.2, 0.18),
            (-0.12, 0.155),
        ),
        (
            (0.06, -0.14),
            (0.24, -0.29),
            (0.46, -0.39),
            (0.58, -0.37),
            (0.55, -0.27),
            (0.40, -0.17),
            (0.2, -0.04),
        ),
    ),
}
_HANDS["fist"] = _HANDS["grip"]


@lru_cache(maxsize=128)
def foot(toes: int) -> QPainterPath:
    """The foot with the ankle at the origin, toes to +x, toes bent up by ``toes`` degrees."""
    bend = math.radians(-toes)
    hinge_x, hinge_y = body.TOE_HINGE
    points = []
    for x, y in _FOOT:
        if x > hinge_x and toes:
            a = bend * min(1.0, (x - hinge_x) / 12)
            dx, dy = x - hinge_x, y - hinge_y
            x = hinge_x + dx * math.cos(a) - dy * math.sin(a)
            y = hinge_y + dx * math.sin(a) + dy * math.cos(a)
        points.append((x, y))
    return blob(points[::-1])


@lru_cache(maxsize=128)
def sole_shade(toes: int) -> QPainterPath:
    """The shaded rim of the sole."""
    return foot(toes).intersected(blob(_SOLE_SHADE))


@lru_cache(maxsize=8)
def hand(kind: str) -> tuple[QPainterPath, QPainterPath]:
    """Palm with fingers, and the thumb, with the wrist at the origin."""
    palm, thumb = _HANDS[kind]
    return blob(_scaled(palm, body.HAND)), blob(_scaled(thumb, body.HAND))


def _scaled(points: Sequence[Point], size: float) -> list[Point]:
    return [(x * size, y * size) for x, y in points]
