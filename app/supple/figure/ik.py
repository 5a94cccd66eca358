"""Two bones that reach for a point."""

from __future__ import annotations

import math
from typing import Final

from supple.figure.geometry import Point, clamp, direction, distance

KNEE: Final = -1
ELBOW: Final = 1
_SOFT: Final = 0.985


def reach(
    start: Point, target: Point, first: float, second: float, bend: int
) -> tuple[float, float]:
    """Direction of the first bone and the bend between the two, in degrees.

    ``bend`` is ``KNEE`` (the joint goes to the front) or ``ELBOW``. Beyond 98.5 %
    of the reach the limb straightens ever more slowly, or the joint would pop.
    """
    longest = first + second
    soft = _SOFT * longest
    d = distance(start, target)
    if d > soft:
        rest = longest - soft
        d = soft + rest * (1 - math.exp(-(d - soft) / rest)) * 0.98
    d = max(d, abs(first - second) + 0.1)
    a = clamp((first * first + d * d - second * second) / (2 * first * d), -1, 1)
    b = clamp((first * first + second * second - d * d) / (2 * first * second), -1, 1)
    toward = direction(start, target)
    return toward + bend * math.degrees(math.acos(a)), 180 - math.degrees(math.acos(b))
