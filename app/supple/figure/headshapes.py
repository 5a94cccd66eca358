"""The head's outlines: face, features and three heads of hair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from supple.figure import body
from supple.figure.geometry import Point
from supple.figure.paths import blob, curve

# in shares of the head's height; origin at the skull's base, up -y, face +x
_FACE: Final[tuple[Point, ...]] = (
    (-0.20, 0.18),
    (-0.13, 0.02),
    (-0.30, -0.10),
    (-0.40, -0.35),
    (-0.34, -0.62),
    (-0.08, -0.80),
    (0.20, -0.76),
    (0.375, -0.56),
    (0.405, -0.40),
    (0.400, -0.325),
    (0.435, -0.245),
    (0.500, -0.145),
    (0.480, -0.105),
    (0.425, -0.085),
    (0.440, -0.040),
    (0.425, -0.005),
    (0.432, 0.045),
    (0.400, 0.075),
    (0.405, 0.135),
    (0.340, 0.200),
    (0.220, 0.175),
    (0.085, 0.125),
    (0.06, 0.25),
    (-0.08, 0.28),
)
_CROP: Final[tuple[Point, ...]] = (
    (0.392, -0.545),
    (0.335, -0.520),
    (0.262, -0.500),
    (0.190, -0.420),
    (0.135, -0.315),
    (0.105, -0.200),
    (0.072, -0.150),
    (0.042, -0.215),
    (-0.010, -0.262),
    (-0.070, -0.235),
    (-0.098, -0.14),
    (-0.105, -0.03),
    (-0.150, 0.060),
    (-0.225, 0.060),
    (-0.300, -0.02),
    (-0.385, -0.17),
    (-0.432, -0.38),
    (-0.405, -0.60),
    (-0.285, -0.775),
    (-0.09, -0.865),
    (0.10, -0.880),
    (0.26, -0.850),
    (0.385, -0.760),
    (0.440, -0.655),
    (0.425, -0.575),
)
_TIED: Final[tuple[Point, ...]] = (
    (0.372, -0.560),
    (0.300, -0.560),
    (0.215, -0.500),
    (0.150, -0.390),
    (0.110, -0.275),
    (0.085, -0.165),
    (0.050, -0.235),
    (-0.010, -0.262),
    (-0.070, -0.235),
    (-0.098, -0.14),
    (-0.120, -0.02),
    (-0.185, 0.035),
    (-0.262, 0.020),
    (-0.345, -0.10),
    (-0.418, -0.28),
    (-0.425, -0.50),
    (-0.345, -0.70),
    (-0.20, -0.825),
    (-0.02, -0.870),
    (0.16, -0.850),
    (0.305, -0.765),
    (0.385, -0.655),
)
_KNOT: Final[tuple[Point, ...]] = (
    (-0.29, -0.70),
    (-0.40, -0.76),
    (-0.455, -0.88),
    (-0.415, -1.00),
    (-0.30, -1.045),
    (-0.185, -0.985),
    (-0.155, -0.865),
    (-0.19, -0.78),
)
_CURLS: Final[tuple[Point, ...]] = (
    (0.395, -0.530),
    (0.330, -0.505),
    (0.265, -0.520),
    (0.215, -0.440),
    (0.155, -0.390),
    (0.140, -0.300),
    (0.085, -0.250),
    (0.075, -0.150),
    (0.030, -0.225),
    (-0.030, -0.262),
    (-0.085, -0.225),
    (-0.105, -0.13),
    (-0.100, -0.03),
    (-0.140, 0.060),
    (-0.215, 0.105),
    (-0.290, 0.070),
    (-0.330, 0.020),
    (-0.400, -0.005),
    (-0.445, -0.085),
    (-0.440, -0.150),
    (-0.500, -0.200),
    (-0.525, -0.290),
    (-0.495, -0.360),
    (-0.540, -0.430),
    (-0.535, -0.530),
    (-0.480, -0.590),
    (-0.490, -0.680),
    (-0.430, -0.770),
    (-0.345, -0.790),
    (-0.310, -0.870),
    (-0.215, -0.930),
    (-0.125, -0.905),
    (-0.060, -0.965),
    (0.055, -0.975),
    (0.115, -0.920),
    (0.205, -0.945),
    (0.300, -0.900),
    (0.335, -0.830),
    (0.420, -0.800),
    (0.465, -0.710),
    (0.440, -0.640),
    (0.455, -0.580),
)
_SHINE: Final = (
    (
        ((-0.27, -0.62), (-0.12, -0.80), (0.12, -0.775)),
        ((0.215, -0.745), (0.25, -0.735), (0.285, -0.70)),
    ),
    (
        ((-0.30, -0.52), (-0.20, -0.72), (0.06, -0.745)),
        ((-0.395, -0.90), (-0.375, -0.965), (-0.305, -0.985)),
    ),
    (
        ((-0.36, -0.60), (-0.30, -0.74), (-0.17, -0.80)),
        ((0.04, -0.85), (0.13, -0.83), (0.20, -0.86)),
    ),
)
_JAW: Final[tuple[Point, ...]] = (
    (0.36, 0.19),
    (0.20, 0.16),
    (0.05, 0.08),
    (-0.06, 0.06),
    (0.02, 0.26),
    (0.17, 0.32),
)


@dataclass(frozen=True, slots=True)
class Head:
    """Every outline of a head in profile."""

    face: QPainterPath
    hair: QPainterPath
    knot: QPainterPath | None
    shine: QPainterPath
    ear: QPainterPath
    ear_fold: QPainterPath
    eye: QPainterPath
    brow: QPainterPath
    mouth: QPainterPath
    jaw_shade: QPainterPath


@lru_cache(maxsize=3)
def head(hair: int) -> Head:
    """The head with one of three kinds of hair: cropped, tied up, curls."""
    ear = QPainterPath()
    ear.addEllipse(QPointF(*_at((-0.020, -0.145))), 0.062 * body.HEAD, 0.092 * body.HEAD)
    shine = QPainterPath()
    for stroke in _SHINE[hair]:
        shine.addPath(_arc(*stroke))
    return Head(
        face=_blob(_FACE),
        hair=_blob((_CROP, _TIED, _CURLS)[hair]),
        knot=_blob(_KNOT) if hair == 1 else None,
        shine=shine,
        ear=ear,
        ear_fold=_arc((-0.005, -0.195), (0.035, -0.15), (-0.015, -0.105)),
        eye=_arc((0.275, -0.265), (0.315, -0.225), (0.365, -0.262)),
        brow=_arc((0.255, -0.385), (0.32, -0.425), (0.385, -0.385)),
        mouth=_arc((0.420, 0.020), (0.375, 0.038), (0.335, 0.010)),
        jaw_shade=_blob(_JAW),
    )


def _at(p: Point) -> Point:
    return (p[0] * body.HEAD, p[1] * body.HEAD)


def _blob(points: Sequence[Point]) -> QPainterPath:
    return blob([_at(p) for p in points])


def _arc(a: Point, pull: Point, b: Point) -> QPainterPath:
    return curve(_at(a), _at(pull), _at(b))
