"""A leg from the side: leggings, bare foot, and the muscle that glows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath

from supple.figure import body, feet, glow
from supple.figure.geometry import Point, add, clamp, frame, vec, width_at
from supple.figure.limb import Limb
from supple.figure.palette import Palette, darker, faint
from supple.figure.paths import (
    blob,
    bone_frame,
    circle,
    curve,
    fillet,
    hull,
    placed,
    straight,
)
from supple.figure.pens import fill, stroke, within
from supple.figure.rig import Skeleton

LEG: Final = Limb(
    (body.THIGH_FRONT, body.THIGH_BACK, body.SHANK_FRONT, body.SHANK_BACK),
    (0.04, 0.2, 0.4, 0.6, 0.78),
    (0.22, 0.34, 0.5, 0.68, 0.86),
)
_BARE: Final = straight(
    body.SHANK,
    ((0.70, width_at(body.SHANK_FRONT, 0.7) - 1), (0.85, 19.5), (1, 18.5)),
    ((0.70, width_at(body.SHANK_BACK, 0.7) - 1), (0.86, 20.5), (1, 20)),
    (-0.5, 0.9),
)
_THIGH_LIGHT: Final = blob(
    ((0, -66), (80, -47), (170, -37), (250, -26), (262, -40), (200, -70), (80, -80))
)
_THIGH_SHADE: Final = blob(
    ((-20, 50), (60, 36), (140, 27), (215, 25), (246, 34), (238, 60), (120, 80), (-30, 90))
)
_CALF_SHADE: Final = blob(((20, 37), (64, 21), (130, 13), (205, 8), (222, 30), (120, 60), (44, 62)))


def paint_leg(
    p: QPainter, s: Skeleton, side: str, c: Palette, muscle: str = "", strength: float = 0.0
) -> None:
    """One leg; ``muscle`` glows with ``strength`` 0..1."""
    near = side == "near"
    skin, cloth, shade = (
        (c.skin, c.leg, c.leg_shade) if near else (c.skin_far, c.leg_far, c.leg_far_shade)
    )
    leggings = leggings_path(s, side)
    glow.paint_halo(p, s, side, c, muscle, strength)
    fill(p, foot_path(s, side), skin)
    under = c.skin_shade if near else darker(c.skin_far, 0.15)
    toes = round(s.angles[f"{side}.toes"])
    ankle, toward = s.points[f"{side}.ankle"], s.toward[f"{side}.foot"]
    fill(p, placed(feet.sole_shade(toes), ankle, toward), faint(under, 0.55))
    stroke(p, placed(feet.toe_lines(toes), ankle, toward), faint(under, 0.75), 2.4)
    fill(p, leggings, cloth)
    with within(p, leggings):
        thigh = bone_frame(s.points[f"{side}.hip"], s.toward[f"{side}.thigh"])
        shank = bone_frame(s.points[f"{side}.knee"], s.toward[f"{side}.shank"])
        if near:
            fill(p, thigh.map(_THIGH_LIGHT), faint(c.leg_light, 0.55))
        dark = shank.map(_CALF_SHADE)
        dark.setFillRule(Qt.FillRule.WindingFill)
        dark.addPath(thigh.map(_THIGH_SHADE))
        fill(p, dark, faint(shade, 0.55))
        glow.paint_muscle(p, s, side, c, muscle, strength)
    stroke(p, _cuff(s, side), shade, 5.5)


def leggings_path(s: Skeleton, side: str) -> QPainterPath:
    """Seat, thigh and shank down to the cuff."""
    at, to = s.points, s.toward
    hip, thigh = at[f"{side}.hip"], to[f"{side}.thigh"]
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    flexed = clamp(s.angles[f"{side}.hip"] / 100)
    seat = add(hip, vec(s.seat(side), 20 + 4 * flexed))
    front, behind = width_at(body.THIGH_FRONT, 0.46), width_at(body.THIGH_BACK, 0.46)
    middle = frame(hip, thigh, s.length(side, "thigh") * 0.46, (behind - front) / 2)
    path.addPath(hull(seat, 66 if side == "near" else 56, middle, (front + behind) / 2 * 0.985))
    circle(path, hip, 57)
    joints = (hip, at[f"{side}.knee"], at[f"{side}.ankle"])
    path.addPath(LEG.outline(joints, s.angles[f"{side}.knee"], end=body.CUFF, cap=0.25, grow=1))
    return path


def foot_path(s: Skeleton, side: str) -> QPainterPath:
    """Bare ankle and foot."""
    at, to = s.points, s.toward
    ankle, knee = at[f"{side}.ankle"], at[f"{side}.knee"]
    stretch = s.angles[f"{side}.shank-length"]
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPath(placed(_BARE, knee, to[f"{side}.shank"], stretch))
    circle(path, ankle, 20)
    toes = round(s.angles[f"{side}.toes"])
    path.addPath(placed(feet.foot(toes), ankle, to[f"{side}.foot"]))
    shin = _on_shank(s, side, 0.93, -18)
    fillet(path, ankle, shin, s.foot(side, 16, -18), s.foot(side, 44, -6))
    achilles = _on_shank(s, side, 0.86, 19.5)
    fillet(path, ankle, achilles, s.foot(side, -22.5, -10), s.foot(side, -38.5, 17))
    return path


def _on_shank(s: Skeleton, side: str, u: float, off: float) -> Point:
    length = s.length(side, "shank") * u
    return frame(s.points[f"{side}.knee"], s.toward[f"{side}.shank"], length, off)


def _cuff(s: Skeleton, side: str) -> QPainterPath:
    front = _on_shank(s, side, body.CUFF, -width_at(body.SHANK_FRONT, body.CUFF) - 1.5)
    back = _on_shank(s, side, body.CUFF, width_at(body.SHANK_BACK, body.CUFF) + 1.5)
    return curve(front, _on_shank(s, side, body.CUFF + 0.018, 0), back)
