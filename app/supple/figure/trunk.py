"""The trunk from the side: hips and shirt along the bent spine."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtGui import QPainter, QPainterPath

from supple.figure import body, glow
from supple.figure.geometry import Point, add, between, clamp, lerp, turn, vec
from supple.figure.palette import Palette, faint
from supple.figure.paths import blob, curve, eased_width
from supple.figure.pens import fill, stroke, within
from supple.figure.rig import Skeleton

_TOP: Final = body.PELVIS + body.LUMBAR + body.THORAX


@dataclass(frozen=True, slots=True)
class _Station:
    at: Point
    toward: float
    s: float
    """Distance above the hip along the spine."""


class Trunk:
    """The spine's curve and the outlines that follow it."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        self.spine = _spine(skeleton)

    @cached_property
    def hips(self) -> QPainterPath:
        return blob(self._ribbon(-50, 110, 0, 0)[0])

    @cached_property
    def shirt(self) -> QPainterPath:
        return blob(self._shirt[0])

    @cached_property
    def _shirt(self) -> tuple[list[Point], list[Point], list[Point]]:
        return self._ribbon(40, 318, 5, 10)

    def paint_hips(self, p: QPainter, c: Palette) -> None:
        fill(p, self.hips, c.leg)

    def paint_shirt(self, p: QPainter, c: Palette, muscle: str, strength: float) -> None:
        """The shirt; ``low-back`` and ``chest`` glow on it."""
        fill(p, self.shirt, c.shirt)
        with within(p, self.shirt):
            fill(p, self._shade(), faint(c.shirt_shade, 0.75))
            if strength > 0:
                self._glow(p, c, muscle, strength)
        back, front = self._shirt[2][0], self._shirt[1][0]
        start = next(x for x in self.spine if x.s >= 40)
        pull = add(between(back, front, 0.5), vec(start.toward + 180, 12))
        stroke(p, curve(back, pull, front), c.seam, 5)

    def _glow(self, p: QPainter, c: Palette, muscle: str, strength: float) -> None:
        if muscle == "low-back":
            x = min(self.spine, key=lambda k: abs(k.s - 110))
            glow.spot(p, add(x.at, vec(x.toward - 90, 45)), 85, c, strength)
        elif muscle == "chest":
            x = min(self.spine, key=lambda k: abs(k.s - 240))
            glow.spot(p, add(x.at, vec(x.toward + 90, 45)), 80, c, strength)

    def _shade(self) -> QPainterPath:
        """One soft plane along the back."""
        part = [x for x in self.spine if 40 <= x.s <= 330]
        outer = [add(x.at, vec(x.toward - 90, 90)) for x in part]
        inner = [
            add(x.at, vec(x.toward - 90, 20 + 12 * math.sin(3.1 * (x.s - 50) / 270))) for x in part
        ]
        return blob([*outer, *reversed(inner)])

    def _ribbon(
        self, low: float, high: float, grow: float, hem: float
    ) -> tuple[list[Point], list[Point], list[Point]]:
        breath = self.skeleton.breath
        part = [x for x in self.spine if low - 0.1 <= x.s <= high + 0.1]
        front, back = [], []
        for x in part:
            wide = 1 + 0.035 * breath * clamp((x.s - 80) / 100)
            ahead = eased_width(body.TORSO_FRONT, x.s) * wide + grow
            front.append(add(x.at, vec(x.toward + 90, ahead)))
            behind = eased_width(body.TORSO_BACK, x.s) + grow
            back.append(add(x.at, vec(x.toward - 90, behind)))
        top = add(part[-1].at, vec(part[-1].toward, 12))
        bottom = add(part[0].at, vec(part[0].toward + 180, hem))
        return [*back, top, *reversed(front), bottom], front, back


def _spine(skeleton: Skeleton) -> list[_Station]:
    """Stations along a Hermite curve through hip, waist, ribs and neck."""
    at, to = skeleton.points, skeleton.toward
    knots = [
        add(at["root"], vec(to["pelvis"], -50)),
        at["root"],
        at["l5"],
        at["t12"],
        at["c7"],
        add(at["c7"], vec(turn(to["thorax"], to["neck"]), 40)),
    ]
    places = [-50.0, 0.0, body.PELVIS, body.PELVIS + body.LUMBAR, _TOP, _TOP + 40]
    last = len(knots) - 1
    slopes = []
    for i in range(last + 1):
        a, b = max(0, i - 1), min(last, i + 1)
        run = places[b] - places[a]
        slopes.append(((knots[b][0] - knots[a][0]) / run, (knots[b][1] - knots[a][1]) / run))
    stations = []
    for i in range(last):
        steps = 4 if i else 2
        part = (knots[i], knots[i + 1]), (slopes[i], slopes[i + 1]), (places[i], places[i + 1])
        count = steps + (1 if i == last - 1 else 0)
        stations += [_hermite(*part, j / steps) for j in range(count)]
    return stations


def _hermite(
    knots: tuple[Point, Point], slopes: tuple[Point, Point], places: tuple[float, float], t: float
) -> _Station:
    h = places[1] - places[0]
    t2, t3 = t * t, t * t * t
    w = (2 * t3 - 3 * t2 + 1, (t3 - 2 * t2 + t) * h, -2 * t3 + 3 * t2, (t3 - t2) * h)
    d = ((6 * t2 - 6 * t) / h, 3 * t2 - 4 * t + 1, (6 * t - 6 * t2) / h, 3 * t2 - 2 * t)
    (p, q), (v, u) = knots, slopes
    x = w[0] * p[0] + w[1] * v[0] + w[2] * q[0] + w[3] * u[0]
    y = w[0] * p[1] + w[1] * v[1] + w[2] * q[1] + w[3] * u[1]
    dx = d[0] * p[0] + d[1] * v[0] + d[2] * q[0] + d[3] * u[0]
    dy = d[0] * p[1] + d[1] * v[1] + d[2] * q[1] + d[3] * u[1]
    return _Station((x, y), math.degrees(math.atan2(dx, -dy)), lerp(places[0], places[1], t))
