"""Points and directions in the picture plane.

Points are ``(x, y)`` in thousandths of the body's height, y pointing down as a
painter has it. Directions are degrees clockwise from straight up.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Profile = tuple[tuple[float, float], ...]
"""``(place along the bone 0..1, half width)``, in rising order."""


def vec(direction: float, length: float = 1.0) -> Point:
    """The step of ``length`` towards ``direction``."""
    a = math.radians(direction)
    return (math.sin(a) * length, -math.cos(a) * length)


def add(p: Point, q: Point) -> Point:
    return (p[0] + q[0], p[1] + q[1])


def sub(p: Point, q: Point) -> Point:
    return (p[0] - q[0], p[1] - q[1])


def lerp(a: float, b: float, t: float) -> float:
    return a + (b - a) * t


def between(p: Point, q: Point, t: float) -> Point:
    """The point at ``t`` of the way from ``p`` to ``q``."""
    return (lerp(p[0], q[0], t), lerp(p[1], q[1], t))


def direction(p: Point, q: Point) -> float:
    """Direction from ``p`` to ``q``, in degrees."""
    return math.degrees(math.atan2(q[0] - p[0], -(q[1] - p[1])))


def distance(p: Point, q: Point) -> float:
    return math.hypot(q[0] - p[0], q[1] - p[1])


def wrap(angle: float) -> float:
    """``angle`` brought into -180..180."""
    return (angle + 180) % 360 - 180


def turn(a: float, b: float, t: float = 0.5) -> float:
    """The direction at ``t`` of the shorter turn from ``a`` to ``b``."""
    return a + wrap(b - a) * t


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    return max(low, min(high, value))


def smooth(t: float) -> float:
    """0..1 to 0..1 with a gentle start and end."""
    t = clamp(t)
    return t * t * (3 - 2 * t)


def width_at(profile: Profile, u: float) -> float:
    """Half width at ``u``, straight between the profile's entries."""
    for (u0, w0), (u1, w1) in pairwise(profile):
        if u <= u1:
            return lerp(w0, w1, clamp((u - u0) / (u1 - u0)))
    return profile[-1][1]


def frame(origin: Point, toward: float, x: float, y: float) -> Point:
    """A point given in a bone's frame: ``x`` along it, ``y`` to the right of it."""
    return add(add(origin, vec(toward, x)), vec(toward + 90, y))


def weighted(parts: Iterable[tuple[Point, float]]) -> Point:
    """The mean of points, each with its weight. At least one weight is above 0."""
    x = y = total = 0.0
    for (px, py), w in parts:
        x, y, total = x + px * w, y + py * w, total + w
    return (x / total, y / total)


def mean_turn(angles: Sequence[tuple[float, float]]) -> float:
    """The mean of directions, each with its weight, along the shorter turns."""
    result, total = angles[0]
    for angle, w in angles[1:]:
        total += w
        if total > 0:
            result = turn(result, angle, w / total)
    return result
