"""The head from the front and the back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from supple.figure import body
from supple.figure.geometry import Point
from supple.figure.palette import Palette, faint
from supple.figure.paths import blob, curve
from supple.figure.pens import fill, moved, stroke

# in shares of the head's height, right half; origin at the skull's base, up -y
_FACE: Final[tuple[Point, ...]] = (
    (0, -0.78),
    (0.24, -0.68),
    (0.34, -0.40),
    (0.325, -0.10),
    (0.22, 0.12),
    (0.07, 0.215),
)
_CROWN: Final[tuple[Point, ...]] = (
    (-0.375, -0.26),
    (-0.30, -0.34),
    (-0.27, -0.50),
    (-0.10, -0.50),
    (0.12, -0.57),
    (0.26, -0.50),
    (0.30, -0.34),
    (0.375, -0.26),
    (0.405, -0.50),
    (0.33, -0.76),
    (0.12, -0.89),
    (-0.14, -0.88),
    (-0.34, -0.74),
    (-0.405, -0.50),
)
_NAPE: Final[tuple[Point, ...]] = (
    (0, -0.90),
    (0.27, -0.80),
    (0.395, -0.52),
    (0.36, -0.22),
    (0.26, -0.02),
    (0.10, 0.07),
)
_JAW_SHADE: Final[tuple[Point, ...]] = (
    (-0.22, 0.10),
    (0, 0.30),
    (0.22, 0.10),
    (0.2, 0.2),
    (0, 0.36),
    (-0.2, 0.2),
)


def paint_front_head(
    p: QPainter, skull: Point, c: Palette, hair: int, back: bool, size: float = 1.0
) -> None:
    """The head at ``skull``; ``hair`` is one of three kinds, ``size`` 1 is life."""
    with moved(p, skull):
        p.scale(size, size)
        for side in (-1, 1):
            ear = QPainterPath()
            ear.addEllipse(QPointF(*_at(side * 0.335, -0.18)), 0.06 * body.HEAD, 0.10 * body.HEAD)
            fill(p, ear, c.skin)
        if hair == 1:
            knot = QPainterPath()
            knot.addEllipse(QPointF(*_at(0, -0.98)), 0.17 * body.HEAD, 0.15 * body.HEAD)
            fill(p, knot, c.hair)
        if hair == 2:
            fill(p, _cloud(), c.hair)
        if back:
            fill(p, _even(_NAPE), c.hair)
            stroke(p, _arc((-0.24, -0.60), (-0.10, -0.77), (0.12, -0.74)), c.hair_shine, 6)
        else:
            _face(p, c)


def _face(p: QPainter, c: Palette) -> None:
    fill(p, blob([_at(*q) for q in _JAW_SHADE]), faint(c.skin_shade, 0.6))
    fill(p, _even(_FACE), c.skin)
    fill(p, blob([_at(*q) for q in _CROWN]), c.hair)
    stroke(p, _arc((-0.22, -0.70), (-0.08, -0.80), (0.12, -0.77)), c.hair_shine, 6)
    for side in (-1, 1):
        eye = _arc((side * 0.07, -0.255), (side * 0.13, -0.215), (side * 0.19, -0.255))
        stroke(p, eye, c.ink, 4.2)
        brow = _arc((side * 0.06, -0.365), (side * 0.14, -0.41), (side * 0.215, -0.36))
        stroke(p, brow, c.hair, 4.8)
    stroke(p, _arc((-0.015, -0.24), (0.045, -0.10), (-0.02, -0.085)), c.skin_shade, 4.2)
    stroke(p, _arc((-0.085, 0.03), (0, 0.075), (0.085, 0.03)), c.lips, 4.2)


def _at(x: float, y: float) -> Point:
    return (x * body.HEAD, y * body.HEAD)


def _even(half: tuple[Point, ...]) -> QPainterPath:
    """A shape that is the same left and right, from its right half."""
    right = [_at(*q) for q in half]
    left = [_at(-x, y) for x, y in reversed(half) if x]
    return blob([*right, *left])


def _arc(a: Point, pull: Point, b: Point) -> QPainterPath:
    return curve(_at(*a), _at(*pull), _at(*b))


def _cloud() -> QPainterPath:
    """Curls all round the head."""
    path = QPainterPath()
    for x, y, r in (
        (0, -0.80, 0.20),
        (0.22, -0.74, 0.19),
        (-0.22, -0.74, 0.19),
        (0.37, -0.55, 0.17),
        (-0.37, -0.55, 0.17),
        (0.40, -0.34, 0.14),
        (-0.40, -0.34, 0.14),
    ):
        one = QPainterPath()
        one.addEllipse(QPointF(*_at(x, y)), r * body.HEAD, r * body.HEAD)
        path = path.united(one)
    return path
