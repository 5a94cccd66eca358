"""Smooth outlines from points."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QTransform

from supple.figure.geometry import (
    Point,
    Profile,
    between,
    clamp,
    distance,
    lerp,
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
