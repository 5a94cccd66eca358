"""The outline of a foot, in thousandths of the body's height."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QPainterPath

from supple.figure import body
from supple.figure.geometry import Point
from supple.figure.paths import blob, curve

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


_TOE_LINES: Final[tuple[tuple[Point, Point, Point], ...]] = (
    ((86, 26), (90, 31), (88, 37)),
    ((95, 25), (99, 30), (97, 36)),
    ((104, 25.5), (107, 29.5), (105.5, 34.5)),
)


@lru_cache(maxsize=128)
def foot(toes: int) -> QPainterPath:
    """The foot with the ankle at the origin, toes to +x, toes bent up by ``toes`` degrees."""
    return blob([_bent(q, toes) for q in reversed(_FOOT)])


@lru_cache(maxsize=128)
def sole_shade(toes: int) -> QPainterPath:
    """The shaded rim of the sole."""
    return foot(toes).intersected(blob(_SOLE_SHADE))


@lru_cache(maxsize=128)
def toe_lines(toes: int) -> QPainterPath:
    """The short lines between the toes."""
    path = QPainterPath()
    for a, pull, b in _TOE_LINES:
        path.addPath(curve(_bent(a, toes), _bent(pull, toes), _bent(b, toes)))
    return path


def _bent(p: Point, toes: int) -> Point:
    """A place of the foot after the toes have been bent up."""
    (x, y), (hinge_x, hinge_y) = p, body.TOE_HINGE
    if x <= hinge_x or not toes:
        return p
    a = math.radians(-toes) * min(1.0, (x - hinge_x) / 12)
    dx, dy = x - hinge_x, y - hinge_y
    return (
        hinge_x + dx * math.cos(a) - dy * math.sin(a),
        hinge_y + dx * math.sin(a) + dy * math.cos(a),
    )
