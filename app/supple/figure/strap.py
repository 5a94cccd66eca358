"""The strap from hand to foot and back."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QPainter, QPainterPath

from supple.figure.geometry import Point, add, between, distance
from supple.figure.palette import Palette, faint
from supple.figure.paths import curve
from supple.figure.pens import stroke
from supple.figure.rig import Skeleton

WIDTH = 12.5


@dataclass(frozen=True, slots=True)
class Strap:
    """The strap as it lies: a band round the foot, a strand to each hand, two loose ends."""

    instep: Point
    sole: Point
    near_hand: Point
    far_hand: Point
    slack: float


def lay(s: Skeleton, foot: str, slack: float) -> Strap:
    """Where the strap runs; it starts at the solved hands, so it cannot come off."""
    return Strap(
        instep=s.foot(foot, 58, 2),
        sole=s.foot(foot, 62, 42),
        near_hand=s.points["near.palm"],
        far_hand=s.points["far.palm"],
        slack=slack,
    )


def paint_far(p: QPainter, strap: Strap, c: Palette) -> None:
    """The strand behind the leg."""
    stroke(p, strand(strap.far_hand, strap.instep, strap.slack), c.strap_far, WIDTH)


def paint_near(p: QPainter, strap: Strap, c: Palette, pulled: float) -> None:
    """Band and near strand; the loose end is longer by what is ``pulled`` through the hands."""
    pull = add(between(strap.instep, strap.sole, 0.5), (0, 0))
    pull = add(pull, _outward(strap))
    band = curve(strap.instep, pull, strap.sole)
    stroke(p, band, faint(c.strap_edge, 0.5), 24)
    stroke(p, band, c.strap, 20)
    near = strand(strap.near_hand, strap.instep, strap.slack)
    stroke(p, near, faint(c.strap_edge, 0.55), WIDTH + 4)
    stroke(p, near, c.strap, WIDTH)
    stroke(p, _tail(strap.near_hand, pulled), c.strap, WIDTH)


def strand(hand: Point, foot: Point, slack: float) -> QPainterPath:
    """A strand that sags when it is slack."""
    sag = math.sqrt(max(0.0, slack) * max(distance(hand, foot), 50)) * 0.55
    return curve(hand, add(between(hand, foot, 0.5), (0, sag)), foot)


def _outward(strap: Strap) -> Point:
    """The band bulges a little towards the toes."""
    dx, dy = strap.sole[0] - strap.instep[0], strap.sole[1] - strap.instep[1]
    length = math.hypot(dx, dy) or 1.0
    return (dy / length * 10, -dx / length * 10)


def _tail(hand: Point, pulled: float) -> QPainterPath:
    """The loose end: hangs from the hand and rests on the body."""
    down = 62 + 0.12 * pulled
    path = QPainterPath()
    path.moveTo(*hand)
    x, y = hand
    path.cubicTo(x - 4, y + 30, x - 26, y + 24, x - 30 - 0.06 * pulled, y + down)
    return path
