"""Smooth outlines from points."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QTransform

from supple.figure.geometry import (
    Point,
    Profile,
    add,
    between,
    clamp,
    distance,
    lerp,
    turn,
    vec,
    width_at,
)

_HANDLE = 0.35


def line(points: Sequence[Point]) -> QPainterPath:
    """An open smooth curve through ``points``."""
    path = QPainterPath()
    _through(path, points, closed=False)
    return path


def blob(points: Sequence[Point]) -> QPainterPath:
    """A closed smooth outline through ``points``."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    _through(path, points, closed=True)
    path.closeSubpath()
    return path


def _through(path: QPainterPath, points: Sequence[Point], closed: bool) -> None:
    """Catmull-Rom directions, but handles of 0.35 of the own chord.

    Uniform Catmull-Rom overshoots into cusps where close points follow distant
    ones, as they do at knees and elbows.
    """
    n = len(points)
    tangents: list[Point] = []
    for i in range(n):
        inside = closed or 0 < i < n - 1
        a = points[i - 1] if inside else points[max(0, i - 1)]
        b = points[(i + 1) % n] if inside else points[min(n - 1, i + 1)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        length = math.hypot(dx, dy) or 1.0
        tangents.append((dx / length, dy / length))
    path.moveTo(*points[0])
    for i in range(n if closed else n - 1):
        j = (i + 1) % n
        (x0, y0), (x1, y1) = points[i], points[j]
        (tx0, ty0), (tx1, ty1) = tangents[i], tangents[j]
        h = _HANDLE * math.hypot(x1 - x0, y1 - y0)
        path.cubicTo(x0 + tx0 * h, y0 + ty0 * h, x1 - tx1 * h, y1 - ty1 * h, x1, y1)


def placed(path: QPainterPath, at: Point, toward: float, stretch: float = 1.0) -> QPainterPath:
    """A shape authored along +x brought to a bone."""
    return bone_frame(at, toward, stretch).map(path)


def bone_frame(at: Point, toward: float, stretch: float = 1.0) -> QTransform:
    """The transform from a bone's frame (x along it, y to its back) to the picture."""
    t = QTransform()
    t.translate(*at)
    t.rotate(toward - 90)
    if stretch != 1:
        t.scale(stretch, 1)
    return t


def circle(path: QPainterPath, centre: Point, radius: float) -> None:
    path.addEllipse(QPointF(*centre), radius, radius)


def hull(a: Point, ra: float, b: Point, rb: float) -> QPainterPath:
    """Two circles and what lies between their common tangents, clockwise."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    d = distance(a, b)
    if d <= abs(ra - rb) + 1e-3:
        circle(path, a if ra > rb else b, max(ra, rb))
        return path
    along = math.atan2(b[1] - a[1], b[0] - a[0])
    open_ = math.acos((ra - rb) / d)
    first, second = along - open_, along + open_
    corners = [
        (a[0] + ra * math.cos(first), a[1] + ra * math.sin(first)),
        (b[0] + rb * math.cos(first), b[1] + rb * math.sin(first)),
        (b[0] + rb * math.cos(second), b[1] + rb * math.sin(second)),
        (a[0] + ra * math.cos(second), a[1] + ra * math.sin(second)),
    ]
    path.moveTo(*corners[0])
    for p in corners[1:]:
        path.lineTo(*p)
    path.closeSubpath()
    circle(path, a, ra)
    circle(path, b, rb)
    return path


def rounded(points: Sequence[Point], radius: float) -> QPainterPath:
    """A polygon with rounded corners."""
    path = QPainterPath()
    n = len(points)
    for i in range(n):
        a, b, c = points[i - 1], points[i], points[(i + 1) % n]
        start = between(b, a, min(0.5, radius / max(distance(a, b), 1e-6)))
        end = between(b, c, min(0.5, radius / max(distance(b, c), 1e-6)))
        if i:
            path.lineTo(*start)
        else:
            path.moveTo(*start)
        path.quadTo(b[0], b[1], end[0], end[1])
    path.closeSubpath()
    return path


def fillet(path: QPainterPath, corner: Point, a: Point, pull: Point, b: Point) -> None:
    """The soft corner ``corner``-``a``-(``pull``)-``b``, always clockwise."""
    turn_ = (a[0] - corner[0]) * (b[1] - corner[1]) - (a[1] - corner[1]) * (b[0] - corner[0])
    if turn_ < 0:
        a, b = b, a
    path.moveTo(*corner)
    path.lineTo(*a)
    path.quadTo(pull[0], pull[1], b[0], b[1])
    path.closeSubpath()


def curve(a: Point, pull: Point, b: Point) -> QPainterPath:
    """One open arc from ``a`` to ``b``."""
    path = QPainterPath()
    path.moveTo(*a)
    path.quadTo(pull[0], pull[1], b[0], b[1])
    return path


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
        d1, d2 = _direction(origin, middle), _direction(middle, last)
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


def _direction(p: Point, q: Point) -> float:
    return math.degrees(math.atan2(q[0] - p[0], -(q[1] - p[1])))


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


def straight(length: float, front: Profile, back: Profile, caps: Point) -> QPainterPath:
    """One bone's outline along +x, front towards -y; ``caps`` is how round its ends are."""
    one = [(u * length, -w) for u, w in front]
    two = [(u * length, w) for u, w in back]
    tip = (front[-1][0] * length + front[-1][1] * caps[1], (back[-1][1] - front[-1][1]) / 2)
    tail = (-front[0][1] * caps[0], (back[0][1] - front[0][1]) / 2)
    return blob([*one, tip, *reversed(two), tail])


def cut(profile: Profile, end: float, grow: float) -> Profile:
    """``profile`` up to ``end``, widened by ``grow``."""
    kept = tuple((u, w + grow) for u, w in profile if u < end - 0.02)
    return (*kept, (end, width_at(profile, end) + grow))


def eased_width(profile: Profile, s: float) -> float:
    """Half width at ``s``, softer than ``width_at``."""
    for i in range(len(profile) - 1):
        (a, wa), (b, wb) = profile[i], profile[i + 1]
        if s <= b:
            t = clamp((s - a) / (b - a))
            t = t * t * (3 - 2 * t) * 0.5 + t * 0.5
            return lerp(wa, wb, t)
    return profile[-1][1]
