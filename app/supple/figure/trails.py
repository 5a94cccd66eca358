"""The dashed arrow that tells where a movement goes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from supple.figure.drawing import Drawing, Trail
from supple.figure.geometry import Point, add, direction, distance, lerp, vec
from supple.figure.palette import Palette, faint
from supple.figure.paths import line
from supple.figure.pens import stroke
from supple.figure.scene import solve_scene

_STEPS: Final = 12
_SHORTEST: Final = 50.0


def trail_points(drawing: Drawing, trail: Trail) -> list[Point]:
    """The arrow's way beside the moving point; empty when it hardly moves."""
    path: list[Point] = []
    for i in range(_STEPS + 1):
        u = i / _STEPS
        if trail.cycle:
            scene = solve_scene(drawing, 1.0, lerp(0.04, 0.46, u))
        else:
            scene = solve_scene(drawing, lerp(0.06, 0.94, u))
        path.append(scene.point(trail.of))
    beside = []
    for i, at in enumerate(path):
        a, b = path[max(0, i - 1)], path[min(_STEPS, i + 1)]
        moved = add(at, vec(direction(a, b) + 90, trail.off))
        beside.append(add(moved, (trail.shift[0], -trail.shift[1])))
    length = sum(distance(a, b) for a, b in pairwise(beside))
    return beside if length > _SHORTEST else []


def paint_trail(p: QPainter, points: Sequence[Point], c: Palette, alpha: float) -> None:
    """The dashed line with its head."""
    if len(points) < 2 or alpha <= 0.02:
        return
    colour = faint(c.cue, 0.85 * alpha)
    pen = QPen(colour, 8.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([2.2, 2.0])
    p.setPen(pen)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawPath(line(points))
    toward = direction(points[-2], points[-1])
    tip = add(points[-1], vec(toward, 22))
    left, right = (add(tip, vec(toward + 180 + turn, 36)) for turn in (-38, 38))
    head = line([left, tip])
    head.addPath(line([tip, right]))
    stroke(p, head, colour, 10)
