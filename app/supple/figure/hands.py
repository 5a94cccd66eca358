"""Hands: flat on something, hanging, closed round a strap, open towards the viewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from supple.figure import body
from supple.figure.geometry import Point
from supple.figure.palette import faint
from supple.figure.paths import blob, curve, hull, line
from supple.figure.pens import fill, stroke

KINDS: Final = ("flat", "relaxed", "grip", "fist", "open")
Arc = tuple[Point, Point, Point]

# In shares of the hand's length: wrist at the origin, fingers to +x, thumb side -y.
_FLAT: Final[tuple[Point, ...]] = (
    (-0.12, -0.155),
    (0.12, -0.185),
    (0.40, -0.205),
    (0.66, -0.155),
    (0.90, -0.085),
    (1.01, -0.015),
    (0.99, 0.045),
    (0.88, 0.075),
    (0.83, 0.115),
    (0.68, 0.135),
    (0.45, 0.165),
    (0.2, 0.18),
    (-0.12, 0.155),
)
_RELAXED: Final[tuple[Point, ...]] = (
    (-0.12, -0.155),
    (0.12, -0.19),
    (0.36, -0.215),
    (0.58, -0.205),
    (0.80, -0.20),
    (0.95, -0.165),
    (1.0, -0.09),
    (0.93, -0.02),
    (0.84, 0.03),
    (0.72, 0.085),
    (0.45, 0.16),
    (0.2, 0.18),
    (-0.12, 0.155),
)
_CLOSED: Final[tuple[Point, ...]] = (
    (-0.10, -0.155),
    (0.18, -0.20),
    (0.42, -0.26),
    (0.60, -0.20),
    (0.66, 0.0),
    (0.58, 0.22),
    (0.34, 0.28),
    (0.10, 0.21),
    (-0.10, 0.155),
)
_PALM: Final[tuple[Point, ...]] = (
    (-0.10, -0.15),
    (0.10, -0.17),
    (0.30, -0.215),
    (0.48, -0.215),
    (0.52, -0.05),
    (0.50, 0.10),
    (0.42, 0.19),
    (0.22, 0.20),
    (0.04, 0.165),
    (-0.10, 0.15),
)
_THUMB_HANGING: Final[tuple[Point, ...]] = (
    (0.06, -0.14),
    (0.24, -0.29),
    (0.46, -0.39),
    (0.58, -0.37),
    (0.55, -0.27),
    (0.40, -0.17),
    (0.2, -0.04),
)
_THUMB_CLOSED: Final[tuple[Point, ...]] = (
    (0.10, -0.15),
    (0.34, -0.135),
    (0.49, -0.07),
    (0.545, 0.0),
    (0.49, 0.06),
    (0.32, 0.055),
    (0.10, 0.01),
)
# the edge of a closed hand's thumb: below, round the tip, above
_THUMB_EDGE: Final[tuple[Arc, ...]] = (
    ((0.14, 0.02), (0.33, 0.07), (0.47, 0.065)),
    ((0.47, 0.065), (0.57, 0.05), (0.54, -0.015)),
    ((0.54, -0.015), (0.50, -0.085), (0.36, -0.13)),
)
# open hand: where a finger begins and ends, and its thickness at both
_FINGERS: Final = (
    ((0.44, -0.150), (0.86, -0.215), 0.068, 0.055),
    ((0.46, -0.050), (0.95, -0.065), 0.070, 0.056),
    ((0.45, 0.050), (0.90, 0.075), 0.068, 0.054),
    ((0.40, 0.140), (0.74, 0.205), 0.060, 0.048),
    ((0.12, -0.100), (0.42, -0.370), 0.085, 0.058),
)
# the lines between fingers
_LINES: Final[dict[str, tuple[Arc, ...]]] = {
    "flat": (
        ((0.52, 0.075), (0.70, 0.085), (0.86, 0.078)),
        ((0.60, 0.005), (0.80, 0.02), (0.97, 0.035)),
    ),
    "relaxed": (
        ((0.60, -0.105), (0.78, -0.115), (0.97, -0.105)),
        ((0.58, -0.02), (0.74, -0.02), (0.92, -0.025)),
        ((0.54, 0.06), (0.68, 0.06), (0.81, 0.035)),
    ),
    "grip": (
        ((0.50, -0.13), (0.58, -0.12), (0.64, -0.10)),
        ((0.48, 0.03), (0.58, 0.04), (0.65, 0.03)),
        ((0.44, 0.15), (0.53, 0.16), (0.61, 0.14)),
    ),
    "open": (),
}


@dataclass(frozen=True, slots=True)
class _Hand:
    outline: QPainterPath
    thumb: QPainterPath | None
    lines: QPainterPath
    rim: QPainterPath
    """The edge of the fingers, without the wrist."""
    edge: QPainterPath
    """The edge of a thumb that lies on the fingers."""


def paint_hand(
    p: QPainter, frame: QTransform, kind: str, skin: QColor, shade: QColor, detail: bool = True
) -> None:
    """A hand in the wrist's ``frame``; ``detail`` draws the lines of and around the fingers."""
    shape = _hand("grip" if kind == "fist" else kind)
    closed = kind in ("grip", "fist")
    if shape.thumb is not None and not closed:
        fill(p, frame.map(shape.thumb), skin)
    outline = frame.map(shape.outline)
    fill(p, outline, skin)
    if detail and not shape.rim.isEmpty() and not closed:
        # or a hand on a bare foot could not be told from it
        stroke(p, frame.map(shape.rim), faint(shade, 0.6), 2.6)
    if detail and not shape.lines.isEmpty():
        stroke(p, frame.map(shape.lines), faint(shade, 0.75), 2.6)
    if closed and shape.thumb is not None:
        fill(p, frame.map(shape.thumb), skin)
        stroke(p, frame.map(shape.edge), faint(shade, 0.85), 2.8)


@lru_cache(maxsize=8)
def _hand(kind: str) -> _Hand:
    lines, edge = _arcs(_LINES[kind]), _arcs(_THUMB_EDGE if kind == "grip" else ())
    if kind == "open":
        return _Hand(_open(), None, lines, QPainterPath(), edge)
    outline, thumb = {
        "flat": (_FLAT, None),
        "relaxed": (_RELAXED, _THUMB_HANGING),
        "grip": (_CLOSED, _THUMB_CLOSED),
    }[kind]
    rim = line([_at(p) for p in outline[2:-1]])
    return _Hand(_blob(outline), _blob(thumb) if thumb else None, lines, rim, edge)


def _arcs(arcs: Sequence[Arc]) -> QPainterPath:
    path = QPainterPath()
    for a, pull, b in arcs:
        path.addPath(curve(_at(a), _at(pull), _at(b)))
    return path


def _open() -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPath(_blob(_PALM))
    for base, tip, thick, thin in _FINGERS:
        path.addPath(hull(_at(base), thick * body.HAND, _at(tip), thin * body.HAND))
    return path.simplified()


def _at(p: Point) -> Point:
    return (p[0] * body.HAND, p[1] * body.HAND)


def _blob(points: Sequence[Point]) -> QPainterPath:
    return blob([_at(p) for p in points])
