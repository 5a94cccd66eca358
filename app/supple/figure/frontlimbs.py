"""Legs and arms from the front or the back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath

from supple.figure import body, glow
from supple.figure.frontrig import OUT, FrontSkeleton
from supple.figure.geometry import (
    Point,
    Profile,
    add,
    between,
    direction,
    distance,
    vec,
    width_at,
)
from supple.figure.hands import paint_hand
from supple.figure.limb import Limb
from supple.figure.palette import Palette, faint
from supple.figure.paths import blob, bone_frame, circle, curve, hull
from supple.figure.pens import fill, stroke, within

_THIGH_OUT: Final[Profile] = ((0, 58), (0.15, 62), (0.38, 56), (0.65, 45), (0.86, 37), (1, 34))
_THIGH_IN: Final[Profile] = ((0, 44), (0.15, 49), (0.38, 48), (0.65, 40), (0.86, 33), (1, 31))
_SHANK_OUT: Final[Profile] = (
    (0, 34),
    (0.12, 36),
    (0.30, 41),
    (0.5, 37),
    (0.72, 27),
    (0.88, 20.5),
    (1, 20),
)
_SHANK_IN: Final[Profile] = (
    (0, 31),
    (0.12, 35),
    (0.34, 42),
    (0.5, 37),
    (0.70, 26),
    (0.88, 19.5),
    (1, 19.5),
)
_UPPER: Final[Profile] = ((0, 32), (0.2, 33), (0.5, 29), (0.8, 24), (1, 22))
_FORE: Final[Profile] = ((0, 22), (0.2, 24.5), (0.5, 20.5), (0.85, 14.5), (1, 14))
_STATIONS: Final = ((0.04, 0.2, 0.4, 0.6, 0.78), (0.22, 0.34, 0.5, 0.68, 0.86))
# the legs point down, so a limb's front is on the picture's right
_LEGS: Final = {
    "near": Limb((_THIGH_OUT, _THIGH_IN, _SHANK_OUT, _SHANK_IN), *_STATIONS),
    "far": Limb((_THIGH_IN, _THIGH_OUT, _SHANK_IN, _SHANK_OUT), *_STATIONS),
}
_ARM: Final = Limb((_UPPER, _UPPER, _FORE, _FORE), (0.0, 0.2, 0.5, 0.75), (0.2, 0.5, 0.85))
_FOOT: Final[tuple[Point, ...]] = (
    (-19, -4),
    (19, -4),
    (31, 20),
    (44, 40),
    (42, 52),
    (26, 57),
    (2, 58),
    (-15, 53),
    (-22, 30),
)
_HEEL: Final[tuple[Point, ...]] = (
    (-18, -4),
    (18, -4),
    (20, 20),
    (33, 36),
    (30, 45),
    (12, 48),
    (-14, 48),
    (-25, 42),
    (-21, 20),
)
_HAMSTRING: Final[tuple[Point, ...]] = (
    (30, 0),
    (60, -20),
    (120, -27),
    (190, -22),
    (245, -13),
    (262, 0),
    (245, 13),
    (190, 22),
    (120, 27),
    (60, 20),
)
SLEEVE: Final = 0.56


def paint_front_leg(
    p: QPainter, s: FrontSkeleton, side: str, c: Palette, back: bool, strength: float
) -> None:
    """One leg; from the back its hamstring glows with ``strength`` 0..1."""
    hip, knee, ankle = (s.points[f"{side}.{n}"] for n in ("hip", "knee", "ankle"))
    out = OUT[side]
    _foot(p, ankle, out, c, back)
    limb, joints = _LEGS[side], (hip, knee, ankle)
    fill(p, limb.outline(joints, 0.01), c.skin)
    cloth = limb.outline(joints, 0.01, end=body.CUFF, grow=1)
    fill(p, cloth, c.leg)
    with within(p, cloth):
        fill(p, _inner_shade(hip, knee, ankle, out), faint(c.leg_shade, 0.55))
        if back:
            hollow = curve(add(knee, (-22, -4)), add(knee, (0, 6)), add(knee, (22, -6)))
            stroke(p, hollow, faint(c.leg_shade, 0.9), 5)
        if strength > 0.03:
            _hamstring(p, hip, knee, c, strength)
    middle = between(knee, ankle, body.CUFF)
    left, right = (width_at(w, body.CUFF) + 1 for w in (_SHANK_IN, _SHANK_OUT))
    cuff = curve(add(middle, (-out * left, 0)), add(middle, (0, 9)), add(middle, (out * right, 0)))
    stroke(p, cuff, c.leg_shade, 5.5)


def _foot(p: QPainter, ankle: Point, out: int, c: Palette, back: bool) -> None:
    p.save()
    p.translate(*ankle)
    p.scale(out, 1)
    fill(p, blob(_HEEL if back else _FOOT), c.skin)
    if back:
        stroke(p, curve((-15, 28), (0, 35), (14, 29)), faint(c.skin_shade, 0.6), 3)
    else:
        toes = QPainterPath()
        for x, top in ((-3, 43), (9, 43), (20, 42), (31, 40)):
            toes.addPath(curve((x, top), (x + 1, 50), (x + 2, 56)))
        stroke(p, toes, faint(c.skin_shade, 0.75), 2.6)
    p.restore()


def _inner_shade(hip: Point, knee: Point, ankle: Point, out: int) -> QPainterPath:
    return blob(
        [
            add(hip, (-out * 62, 20)),
            add(hip, (-out * 22, 110)),
            add(knee, (-out * 14, 0)),
            add(knee, (-out * 15, 80)),
            add(ankle, (-out * 5, 0)),
            add(ankle, (-out * 60, 0)),
            add(knee, (-out * 70, 0)),
            add(hip, (-out * 90, 40)),
        ]
    )


def _hamstring(p: QPainter, hip: Point, knee: Point, c: Palette, strength: float) -> None:
    """Wiped in from its middle, in the same way as from the side."""
    frame = bone_frame(hip, direction(hip, knee), distance(hip, knee) / body.THIGH)
    frame.scale(1, strength)
    with_edge = frame.map(blob(_HAMSTRING))
    stroke(p, with_edge, faint(c.glow, 0.35), 16)
    stroke(p, with_edge, c.rim if c.rim.isValid() else c.glow_edge, 5)
    fill(p, with_edge, c.glow)
    fibres = QPainterPath()
    for y in (-9, 9):
        fibres.addPath(curve((70, y * 0.8), (140, y * 1.5), (235, y * 0.5)))
    stroke(p, frame.map(fibres), faint(c.glow_line, 0.7), 4)


def paint_front_arm(p: QPainter, s: FrontSkeleton, side: str, c: Palette, hand: str) -> None:
    """Arm, hand and sleeve."""
    shoulder, elbow, wrist = (s.points[f"{side}.{n}"] for n in ("shoulder", "elbow", "wrist"))
    out = OUT[side]
    bend = -out * (s.angles[f"{side}.elbow"] or 0.01)
    fill(p, _ARM.outline((shoulder, elbow, wrist), bend, cap=0.2), c.skin)
    joint = QPainterPath()
    circle(joint, wrist, 14)
    fill(p, joint, c.skin)
    frame = bone_frame(wrist, s.toward[f"{side}.hand"])
    frame.scale(1, out)
    paint_hand(p, frame, hand, c.skin, c.skin_shade)
    _sleeve(p, shoulder, elbow, c)


def _sleeve(p: QPainter, shoulder: Point, elbow: Point, c: Palette) -> None:
    toward, end = direction(shoulder, elbow), between(shoulder, elbow, SLEEVE)
    if distance(shoulder, end) < 1:
        return
    cut = QPainterPath()
    cut.addRect(-60, -200, 60 + distance(shoulder, end), 400)
    sleeve = hull(shoulder, 36, end, 34).intersected(bone_frame(shoulder, toward).map(cut))
    sleeve.setFillRule(Qt.FillRule.WindingFill)
    fill(p, sleeve, c.shirt)
    a, b = add(end, vec(toward - 90, 34)), add(end, vec(toward + 90, 34))
    stroke(p, curve(a, add(end, vec(toward, 9)), b), c.seam, 5)


def paint_front_halo(p: QPainter, s: FrontSkeleton, side: str, c: Palette, strength: float) -> None:
    """The light behind a glowing leg."""
    if strength <= 0.03:
        return
    hip, knee = s.points[f"{side}.hip"], s.points[f"{side}.knee"]
    p.save()
    p.translate(*between(hip, knee, 0.55))
    p.scale(80, 150)
    lit = strength * glow.breathing(s.breath)
    glow.spot(p, (0, 0), 1, c, lit, ((0.0, 0.8), (0.55, 0.45), (1.0, 0.0)))
    p.restore()
