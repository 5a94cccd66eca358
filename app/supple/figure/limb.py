"""A limb of two bones with one outline, so that no joint shows a seam."""

from __future__ import annotations

import math

from PySide6.QtGui import QPainterPath

from supple.figure.geometry import (
    Point,
    Profile,
    add,
    direction,
    distance,
    lerp,
    turn,
    vec,
    width_at,
)
from supple.figure.paths import blob


class Limb:
    """Two bones with one closed outline, so that no joint shows a seam."""

    def __init__(
        self,
        profiles: tuple[Profile, Profile, Profile, Profile],
        first: tuple[float, ...],
        second: tuple[float, ...],
    ) -> None:
        self._front = (profiles[0], profiles[2])
        self._back = (profiles[1], profiles[3])
        self._stations = (first, second)

    def outline(
        self,
        joints: tuple[Point, Point, Point],
        bend: float,
        end: float = 1.0,
        cap: float = 0.3,
        grow: float = 0.0,
    ) -> QPainterPath:
        """The outline; ``bend`` > 0 folds to the back (knee), < 0 to the front (elbow).

        ``end`` is where on the second bone it stops.
        """
        origin, middle, last = joints
        d1, d2 = direction(origin, middle), direction(middle, last)
        shape = _Outline(self, joints, (d1, d2), bend, end, grow)
        front, back = shape.side(-1), shape.side(1)
        tip = add(middle, vec(d2, distance(middle, last) * end))
        points = list(front)
        tail = add(tip, vec(d2 - 90, width_at(self._front[1], end) + grow))
        if distance(front[-1], tail) > 6:
            points.append(tail)
        points.append(add(tip, vec(d2, cap * 20)))
        tail = add(tip, vec(d2 + 90, width_at(self._back[1], end) + grow))
        if distance(back[-1], tail) > 6:
            points.append(tail)
        points += reversed(back)
        points.append(add(origin, vec(d1 + 180, 20)))
        return blob(points)

    def profiles(self, sign: int) -> tuple[Profile, Profile]:
        return self._front if sign < 0 else self._back

    @property
    def stations(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        return self._stations


class _Outline:
    """The two long sides of a limb."""

    def __init__(
        self,
        limb: Limb,
        joints: tuple[Point, Point, Point],
        directions: tuple[float, float],
        bend: float,
        end: float,
        grow: float,
    ) -> None:
        self.limb, self.joints, self.directions = limb, joints, directions
        self.bend, self.end, self.grow = bend, end, grow
        self.lengths = (distance(joints[0], joints[1]), distance(joints[1], joints[2]))

    def side(self, sign: int) -> list[Point]:
        one, two = self.limb.profiles(sign)
        inner = (sign > 0) == (self.bend > 0)
        k = abs(self.bend)
        half = math.radians(min(k, 150) / 2)
        wide = (width_at(one, 1) + width_at(two, 0)) / 2 + self.grow
        skip = wide * math.tan(min(half, 1.25)) * 0.9 + 16 if inner else 30 + 34 * min(1, k / 40)
        d1, d2 = self.directions
        n1, n2 = d1 + 90 * sign, d2 + 90 * sign
        points = []
        for u in self.limb.stations[0]:
            if (1 - u) * self.lengths[0] > skip:
                p = add(self.joints[0], vec(d1, self.lengths[0] * u))
                points.append(add(p, vec(n1, width_at(one, u) + self.grow)))
        points += self._inner(n1, n2, wide, half, k) if inner else self._outer(n1, n2, wide, k)
        for u in self.limb.stations[1]:
            if u <= self.end + 1e-6 and u * self.lengths[1] > skip:
                p = add(self.joints[1], vec(d2, self.lengths[1] * u))
                points.append(add(p, vec(n2, width_at(two, u) + self.grow)))
        return points

    def _inner(self, n1: float, n2: float, wide: float, half: float, k: float) -> list[Point]:
        """One point on the bisector: a soft hollow, no crease."""
        r = wide / max(0.42, math.cos(half))
        r = lerp(r, r * 0.93, min(1, k / 60)) + 4 * min(1, k / 40)
        return [add(self.joints[1], vec(turn(n1, n2), r))]

    def _outer(self, n1: float, n2: float, wide: float, k: float) -> list[Point]:
        if k < 20:
            return [add(self.joints[1], vec(turn(n1, n2), wide))]
        places = (0.5,) if k < 45 else (0.16, 0.84) if k < 110 else (0.2, 0.5, 0.8)
        grown = wide * (1.02 if k < 45 else 1.0)
        return [add(self.joints[1], vec(turn(n1, n2, t), grown)) for t in places]
