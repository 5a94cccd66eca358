"""A person from the front or the back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from supple.figure.frontheads import paint_front_head
from supple.figure.frontlimbs import paint_front_arm, paint_front_halo, paint_front_leg
from supple.figure.frontrig import OUT, FrontSkeleton
from supple.figure.geometry import Point, Profile
from supple.figure.palette import Palette, faint
from supple.figure.paths import blob, curve, hull
from supple.figure.pens import fill, stroke, within
from supple.figure.pose import SIDES

_TRUNK: Final[Profile] = (
    (460, 60),
    (490, 88),
    (530, 97),
    (570, 90),
    (630, 75),
    (690, 78),
    (750, 91),
    (790, 103),
    (818, 98),
    (838, 66),
    (852, 40),
    (868, 31),
)
"""Half widths by height in the upright body."""


@dataclass(frozen=True, slots=True)
class FrontLook:
    """How a person from the front or back is painted."""

    colours: Palette
    back: bool
    hair: int = 0
    hand: str = "open"
    strength: float = 0.0
    """How strongly both hamstrings glow."""


def paint_front_person(p: QPainter, s: FrontSkeleton, look: FrontLook) -> None:
    """The whole person, from the back of the picture to its front."""
    c = look.colours
    for side in SIDES:
        paint_front_halo(p, s, side, c, look.strength)
    for side in SIDES:
        paint_front_leg(p, s, side, c, look.back, look.strength)
    fill(p, _trunk(s, 455, 600, 0), c.leg)
    fill(p, hull(s.trunk(0, 845), 32, s.trunk(0, 915), 28), c.skin)
    if look.back:
        _seat(p, s, c)
        # from behind a leaning head is beyond the shoulders
        farther = 1 - 0.08 * s.angles["lean"]
        paint_front_head(p, s.points["skull"], c, look.hair, back=True, size=farther)
        _arms(p, s, look)
        _shirt(p, s, look)
    else:
        _shirt(p, s, look)
        _arms(p, s, look)
        paint_front_head(p, s.points["skull"], c, look.hair, back=False)


def _arms(p: QPainter, s: FrontSkeleton, look: FrontLook) -> None:
    for side in ("far", "near"):
        paint_front_arm(p, s, side, look.colours, look.hand)


def _seat(p: QPainter, s: FrontSkeleton, c: Palette) -> None:
    """The lines under and between the buttocks."""
    x, y = s.trunk(0, 505)
    lines = QPainterPath()
    lines.addPath(curve((x, y - 34), (x + 1, y - 10), (x, y + 16)))
    for out in (-1, 1):
        lines.addPath(curve((x + out * 6, y + 20), (x + out * 36, y + 40), (x + out * 74, y + 22)))
    stroke(p, lines, faint(c.leg_shade, 0.9), 4.5)


def _trunk(s: FrontSkeleton, low: float, high: float, grow: float) -> QPainterPath:
    wide = 1 + 0.02 * s.breath
    rows = [(h, (w + grow) * (wide if h > 650 else 1)) for h, w in _TRUNK if low <= h <= high]
    left = [s.trunk(-w, h) for h, w in rows]
    right = [s.trunk(w, h) for h, w in reversed(rows)]
    return blob([*left, *right])


def _shirt(p: QPainter, s: FrontSkeleton, look: FrontLook) -> None:
    c, shirt = look.colours, _trunk(s, 525, 870, 5)
    for side, out in OUT.items():
        # the slope from neck to shoulder, wherever the arm has taken the shoulder
        fill(p, hull(s.trunk(out * 40, 815), 30, s.points[f"{side}.shoulder"], 34), c.shirt)
    fill(p, shirt, c.shirt)
    with within(p, shirt):
        shade = [(130, 860), (85, 800), (66, 700), (56, 620), (70, 530), (150, 520)]
        fill(p, blob([s.trunk(x, h) for x, h in shade]), faint(c.shirt_shade, 0.7))
        if look.back:
            spine = [(-8, 830), (-2, 700), (-5, 560), (5, 560), (6, 700), (8, 830)]
            fill(p, blob([s.trunk(x, h) for x, h in spine]), faint(c.shirt_shade, 0.7))
            for out in (-1, 1):
                blade = [s.trunk(out * x, h) for x, h in ((30, 790), (40, 745), (66, 722))]
                stroke(p, curve(blade[0], blade[1], blade[2]), faint(c.shirt_shade, 0.9), 5)
    stroke(p, _across(s, 99, 533, 510), c.seam, 5)
    collar = _across(s, 37, 862, 850 if look.back else 828)
    if not look.back:
        bare = QPainterPath(collar)
        for x in (28.0, -28.0):
            bare.lineTo(QPointF(*s.trunk(x, 900)))
        bare.closeSubpath()
        fill(p, bare, c.skin)
    stroke(p, collar, c.seam, 5)


def _across(s: FrontSkeleton, wide: float, height: float, low: float) -> QPainterPath:
    a: Point = s.trunk(-wide, height)
    return curve(a, s.trunk(0, low), s.trunk(wide, height))
