"""An arm from the side: bare arm, hand, sleeve."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath

from supple.figure import body, glow
from supple.figure.geometry import add, vec, width_at
from supple.figure.hands import paint_hand
from supple.figure.limb import Limb
from supple.figure.palette import Palette, darker, faint
from supple.figure.paths import blob, bone_frame, circle, curve, cut, placed, straight
from supple.figure.pens import fill, stroke, within
from supple.figure.rig import Skeleton

ARM: Final = Limb(
    (body.UPPER_ARM_FRONT, body.UPPER_ARM_BACK, body.FOREARM_FRONT, body.FOREARM_BACK),
    (0.0, 0.17, 0.42, 0.75),
    (0.2, 0.5, 0.85),
)
_SLEEVE: Final = straight(
    body.UPPER_ARM,
    cut(body.UPPER_ARM_FRONT, body.SLEEVE, 5.5),
    cut(body.UPPER_ARM_BACK, body.SLEEVE, 5.5),
    (0.9, 0.16),
)
_ROUND: Final = 34.0
_FOREARM_SHADE: Final = blob(((0, 10), (60, 10), (140, 6), (150, 20), (60, 40), (-10, 30)))


def paint_arm(p: QPainter, s: Skeleton, side: str, c: Palette, hand: str) -> None:
    """The bare arm and its hand (one of ``hands.KINDS``)."""
    near = side == "near"
    skin = c.skin if near else c.skin_far
    shade = c.skin_shade if near else darker(c.skin_far, 0.15)
    wrist = bone_frame(s.points[f"{side}.wrist"], s.toward[f"{side}.hand"])
    arm = arm_path(s, side)
    fill(p, arm, skin)
    if near:
        with within(p, arm):
            elbow = s.points[f"{side}.elbow"]
            dark = placed(_FOREARM_SHADE, elbow, s.toward[f"{side}.forearm"])
            fill(p, dark, faint(shade, 0.45))
    paint_hand(p, wrist, hand, skin, shade)


def arm_path(s: Skeleton, side: str) -> QPainterPath:
    """Shoulder to wrist."""
    shoulder, elbow, wrist = (s.points[f"{side}.{n}"] for n in ("shoulder", "elbow", "wrist"))
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    bend = -max(0.01, s.angles[f"{side}.elbow"])
    path.addPath(ARM.outline((shoulder, elbow, wrist), bend, cap=0.2))
    circle(path, shoulder, _ROUND)
    circle(path, wrist, 14)
    return path


def paint_sleeve(
    p: QPainter,
    s: Skeleton,
    side: str,
    c: Palette,
    shirt: QPainterPath | None = None,
    strength: float = 0.0,
) -> None:
    """The sleeve; ``shirt`` clips the line of the armhole, ``strength`` is the shoulder's glow."""
    near = side == "near"
    shoulder, toward = s.points[f"{side}.shoulder"], s.toward[f"{side}.upper-arm"]
    frame = bone_frame(shoulder, toward, s.angles[f"{side}.upper-arm-length"])
    sleeve = frame.map(_SLEEVE)
    sleeve.setFillRule(Qt.FillRule.WindingFill)
    circle(sleeve, shoulder, _ROUND + 1.5)  # no skin shows between sleeve and seam
    if near and shirt is not None:
        with within(p, shirt):
            stroke(p, sleeve, faint(c.seam, 0.45), 10)
    fill(p, sleeve, c.shirt if near else c.shirt_far)
    if strength > 0:
        with within(p, sleeve):
            glow.spot(p, add(shoulder, vec(toward, 20)), 62, c, strength)
    u = body.UPPER_ARM * body.SLEEVE
    front = -width_at(body.UPPER_ARM_FRONT, body.SLEEVE) - 5
    back = width_at(body.UPPER_ARM_BACK, body.SLEEVE) + 5
    hem = c.seam if near else darker(c.shirt_far, 0.15)
    stroke(p, frame.map(curve((u, front), (u + 8, 0), (u, back))), hem, 4.5)
