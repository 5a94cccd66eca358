"""A person from the front or the back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from supple.figure import body, glow, shapes
from supple.figure.frontheads import paint_front_head
from supple.figure.frontrig import OUT, FrontSkeleton
from supple.figure.geometry import Point, Profile, add, between, direction, distance, vec, width_at
from supple.figure.palette import Palette, faint
from supple.figure.paths import Limb, blob, bone_frame, circle, curve, hull
from supple.figure.pens import fill, stroke, within
from supple.figure.pose import SIDES

_THIGH: Final[Profile] = ((0, 51), (0.15, 53), (0.3, 51), (0.55, 44), (0.8, 36), (1, 33))
_SHANK: Final[Profile] = ((0, 33), (0.15, 36), (0.32, 40), (0.6, 30), (0.85, 20.5), (1, 19.5))
_UPPER: Final[Profile] = ((0, 32), (0.2, 33), (0.5, 29), (0.8, 24), (1, 22))
_FORE: Final[Profile] = ((0, 22), (0.2, 24.5), (0.5, 20.5), (0.85, 14.5), (1, 14))
_TRUNK: Final[Profile] = (
    (460, 60),
    (490, 86),
    (530, 95),
    (570, 88),
    (630, 73),
    (690, 77),
    (750, 90),
    (790, 103),
    (818, 98),
    (838, 66),
    (852, 40),
    (868, 31),
)
_LEG: Final = Limb(
    (_THIGH, _THIGH, _SHANK, _SHANK), (0.04, 0.2, 0.4, 0.6, 0.78), (0.22, 0.34, 0.5, 0.68, 0.86)
)
_ARM: Final = Limb((_UPPER, _UPPER, _FORE, _FORE), (0.0, 0.2, 0.5, 0.75), (0.2, 0.5, 0.85))
_FOOT: Final[tuple[Point, ...]] = (
    (-19, 0),
    (20, 0),
    (33, 22),
    (43, 42),
    (34, 54),
    (8, 58),
    (-14, 52),
    (-23, 26),
)
_HEEL: Final[tuple[Point, ...]] = (
    (-18, 0),
    (18, 0),
    (22, 26),
    (30, 40),
    (14, 47),
    (-12, 47),
    (-24, 40),
    (-21, 22),
)
_SLEEVE: Final = 0.56


class FrontPerson:
    """Paints one solved front or back view."""

    def __init__(
        self, s: FrontSkeleton, c: Palette, back: bool, hair: int, hand: str, glowing: float
    ) -> None:
        self.s, self.c = s, c
        self.back, self.hair, self.hand, self.glowing = back, hair, hand, glowing

    def paint(self, p: QPainter) -> None:
        """From the back of the picture to its front."""
        for side in SIDES:
            self._leg(p, side)
        fill(p, self._trunk(455, 600, 0), self.c.leg)
        neck = hull(self._at(0, 845), 32, self._at(0, 915), 28)
        fill(p, neck, self.c.skin)
        if self.back:
            self._arms(p)
        self._shirt(p)
        if not self.back:
            self._arms(p)
        paint_front_head(p, self.s.points["skull"], self.c, self.hair, self.back)

    def _at(self, x: float, height: float) -> Point:
        return self.s.trunk(x, height)

    def _trunk(self, low: float, high: float, grow: float) -> QPainterPath:
        wide = 1 + 0.02 * self.s.breath
        rows = [(h, (w + grow) * (wide if h > 650 else 1)) for h, w in _TRUNK if low <= h <= high]
        left = [self._at(-w, h) for h, w in rows]
        right = [self._at(w, h) for h, w in reversed(rows)]
        return blob([*left, *right])

    def _leg(self, p: QPainter, side: str) -> None:
        at, c = self.s.points, self.c
        hip, knee, ankle = (at[f"{side}.{n}"] for n in ("hip", "knee", "ankle"))
        p.save()
        p.translate(*ankle)
        p.scale(OUT[side], 1)
        fill(p, blob(_HEEL if self.back else _FOOT), c.skin)
        if not self.back:
            stroke(p, curve((-8, 50), (10, 46), (30, 48)), faint(c.skin_shade, 0.7), 3)
        else:
            stroke(p, curve((-14, 30), (0, 37), (14, 31)), faint(c.skin_shade, 0.6), 3)
        p.restore()
        joints = (hip, knee, ankle)
        fill(p, _LEG.outline(joints, 0.01), c.skin)
        cloth = _LEG.outline(joints, 0.01, end=body.CUFF, grow=1)
        fill(p, cloth, c.leg)
        with within(p, cloth):
            o = OUT[side]
            inner = blob(
                [
                    add(hip, (-o * 62, 20)),
                    add(hip, (-o * 20, 110)),
                    add(knee, (-o * 12, 0)),
                    add(knee, (-o * 14, 80)),
                    add(ankle, (-o * 4, 0)),
                    add(ankle, (-o * 60, 0)),
                    add(knee, (-o * 70, 0)),
                    add(hip, (-o * 90, 40)),
                ]
            )
            fill(p, inner, faint(c.leg_shade, 0.55))
        middle = between(knee, ankle, body.CUFF)
        w = width_at(_SHANK, body.CUFF) + 1.5
        stroke(
            p,
            curve(add(middle, (-w, 0)), add(middle, (0, 9)), add(middle, (w, 0))),
            c.leg_shade,
            5.5,
        )

    def _arms(self, p: QPainter) -> None:
        for side in ("far", "near"):
            self._arm(p, side)

    def _arm(self, p: QPainter, side: str) -> None:
        at, to, c = self.s.points, self.s.toward, self.c
        shoulder, elbow, wrist = (at[f"{side}.{n}"] for n in ("shoulder", "elbow", "wrist"))
        o = OUT[side]
        bend = -o * max(0.01, abs(self.s.angles[f"{side}.elbow"]))
        fill(p, _ARM.outline((shoulder, elbow, wrist), bend, cap=0.2), c.skin)
        round_ = QPainterPath()
        circle(round_, wrist, 14)
        fill(p, round_, c.skin)
        frame = bone_frame(wrist, to[f"{side}.hand"])
        frame.scale(1, o)
        palm, thumb = shapes.hand(self.hand)
        fill(p, frame.map(thumb), c.skin)
        fill(p, frame.map(palm), c.skin)
        self._sleeve(p, side, shoulder, elbow)

    def _sleeve(self, p: QPainter, side: str, shoulder: Point, elbow: Point) -> None:
        c, toward = self.c, direction(shoulder, elbow)
        end = between(shoulder, elbow, _SLEEVE)
        sleeve = hull(shoulder, 36, end, 34)
        cut = QPainterPath()
        cut.addRect(-60, -200, 60 + distance(shoulder, end), 400)
        sleeve = sleeve.intersected(bone_frame(shoulder, toward).map(cut))
        sleeve.setFillRule(Qt.FillRule.WindingFill)
        fill(p, sleeve, c.shirt)
        if self.glowing > 0:
            with within(p, sleeve):
                glow.spot(p, shoulder, 70, c, self.glowing)
        a, b = add(end, vec(toward - 90, 34)), add(end, vec(toward + 90, 34))
        stroke(p, curve(a, add(end, vec(toward, 9)), b), c.seam, 5)

    def _shirt(self, p: QPainter) -> None:
        c, shirt = self.c, self._trunk(525, 870, 5)
        fill(p, shirt, c.shirt)
        with within(p, shirt):
            shade = [(130, 860), (85, 800), (66, 700), (56, 620), (70, 530), (150, 520)]
            fill(p, blob([self._at(x, h) for x, h in shade]), faint(c.shirt_shade, 0.7))
            if self.back:
                spine = [(-8, 830), (-2, 700), (-5, 560), (5, 560), (6, 700), (8, 830)]
                fill(p, blob([self._at(x, h) for x, h in spine]), faint(c.shirt_shade, 0.7))
            if self.glowing > 0:
                for x in (-78, 78):
                    glow.spot(p, self._at(x, 775), 74, c, self.glowing * 0.9)
        hem = curve(self._at(-99, 533), self._at(0, 510), self._at(99, 533))
        stroke(p, hem, c.seam, 5)
        low = 850 if self.back else 828
        collar = curve(self._at(-37, 862), self._at(0, low), self._at(37, 862))
        if not self.back:
            bare = QPainterPath(collar)
            bare.lineTo(QPointF(*self._at(33, 885)))
            bare.lineTo(QPointF(*self._at(-33, 885)))
            bare.closeSubpath()
            fill(p, bare, c.skin)
        stroke(p, collar, c.seam, 5)
