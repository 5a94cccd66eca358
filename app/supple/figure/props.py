"""Mat, chairs and walls. They stand still, so the stage keeps them as a picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from supple.figure.drawing import Prop
from supple.figure.geometry import Point
from supple.figure.palette import Palette, darker, faint
from supple.figure.paths import line, rounded
from supple.figure.pens import fill, stroke, within
from supple.figure.shadows import blot

SEAT: Final = 262.0
"""Height of every seat."""


def paint_props(p: QPainter, props: tuple[Prop, ...], c: Palette) -> None:
    """Everything around the figure; walls and mats go behind chairs."""
    for prop in sorted(props, key=lambda x: x.kind in ("chair", "office-chair")):
        p.save()
        if prop.kind != "mat":
            p.translate(prop.x, -prop.y)
            p.scale(prop.facing, 1)
        _PAINTERS[prop.kind](p, prop, c)
        p.restore()


def _box(x: float, y: float, w: float, h: float, r: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, w, h), r, r)
    return path


def _mat(p: QPainter, prop: Prop, c: Palette) -> None:
    a, b = prop.x, prop.to

    def sheet(top: float, bottom: float) -> QPainterPath:
        return rounded([(a + 20, top), (b - 20, top), (b + 12, bottom), (a - 12, bottom)], 14)

    fill(p, sheet(-30, 44), c.mat_edge)
    fill(p, sheet(-34, 34), c.mat)
    stroke(p, line([(a + 28, 20), (b - 28, 20)]), faint(c.mat_line, 0.9), 4)


def _chair(p: QPainter, prop: Prop, c: Palette) -> None:
    for x in (-125, 115):
        blot(p, (x, 6), (55, 14), c, c.shadow.alphaF() * 0.8)
    s = SEAT
    for quad in (
        [(88, -s), (107, -s), (119, -16), (104, -16)],
        [(-95, -s), (-76, -s), (-91, -16), (-114, -16)],
        [(-93, -s), (-74, -s), (-104, -545), (-120, -545)],
    ):
        fill(p, rounded(quad, 2), c.chair_far)
    fill(p, rounded([(-117, -556), (-96, -552), (-76, -392), (-96, -388)], 8), c.chair_shade)
    for quad in (
        [(98, -s + 10), (119, -s + 10), (133, 8), (117, 8)],
        [(-118, -s + 10), (-97, -s + 10), (-111, 8), (-136, 8)],
        [(-118, -s), (-97, -s), (-128, -560), (-145, -560)],
    ):
        fill(p, rounded(quad, 2), c.chair)
    fill(p, _box(-120, -118, 232, 12, 5), c.chair_shade)
    fill(p, rounded([(-152, -574), (-127, -574), (-104, -386), (-129, -382)], 9), c.chair)
    fill(p, _box(-125, -s - 6, 262, 22, 10), c.chair_top)
    fill(p, _box(-128, -s + 4, 268, 26, 11), c.chair)
    fill(p, _box(-118, -s + 22, 248, 10, 5), faint(c.chair_shade, 0.8))


def _castors(p: QPainter, c: Palette) -> None:
    """An office chair from the floor to below the seat."""
    blot(p, (0, 6), (170, 16), c, c.shadow.alphaF() * 0.8)
    for x, y in ((-70, -8), (84, -8)):
        fill(p, _box(x - 15, y - 15, 30, 30, 15), c.metal_shade)
    fill(
        p,
        rounded([(-9, -60), (9, -60), (96, -30), (96, -16), (0, -34), (-84, -16), (-84, -30)], 6),
        c.metal_shade,
    )
    for x in (-128, 0, 128):
        fill(p, _box(x - 17, -26, 34, 34, 17), c.metal_shade)
        fill(p, _box(x - 8, -17, 16, 16, 8), c.metal)
    fill(
        p,
        rounded(
            [
                (-14, -70),
                (14, -70),
                (138, -36),
                (134, -20),
                (10, -40),
                (-10, -40),
                (-134, -20),
                (-138, -36),
            ],
            8,
        ),
        c.metal,
    )
    fill(p, _box(-11, -220, 22, 170, 6), c.metal_shade)
    fill(p, _box(-16, -150, 32, 96, 8), c.metal)


def _office_chair(p: QPainter, prop: Prop, c: Palette) -> None:
    _castors(p, c)
    s = SEAT
    fill(p, _box(-70, -s + 26, 120, 20, 8), c.metal_shade)
    arm = rounded(
        [
            (-78, -s + 40),
            (-60, -s + 30),
            (-132, -s + 20),
            (-146, -360),
            (-160, -360),
            (-152, -s + 30),
        ],
        12,
    )
    fill(p, arm, c.metal_shade)
    back = rounded(
        [(-150, -335), (-176, -560), (-152, -580), (-132, -560), (-112, -430), (-124, -335)], 24
    )
    fill(p, back, c.chair_far)
    front = rounded(
        [(-140, -340), (-160, -562), (-146, -574), (-128, -552), (-108, -430), (-118, -335)], 20
    )
    fill(p, front, c.chair)
    fill(p, _box(-128, -s - 6, 268, 40, 19), c.chair_far)
    fill(p, _box(-128, -s - 6, 268, 26, 13), c.chair)
    fill(p, _box(-116, -s - 6, 244, 12, 6), faint(c.chair_top, 0.9))


def _wall(p: QPainter, prop: Prop, c: Palette) -> None:
    top, width, r = -820.0, 150.0, 35.0
    path = QPainterPath()
    path.moveTo(0, 10)
    path.lineTo(0, top + 12)
    path.quadTo(0, top, 12, top)
    path.lineTo(width - r, top)
    path.quadTo(width, top, width, top + r)
    path.lineTo(width, 10)
    path.closeSubpath()
    fill(p, path, c.wall)
    with within(p, path):
        p.fillRect(QRectF(0, top, 26, 2000), c.wall_shade)
        p.fillRect(QRectF(0, -60, width, 100), c.wall_shade)
        p.fillRect(QRectF(0, -60, 26, 100), c.skirting)


def _wall_behind(p: QPainter, prop: Prop, c: Palette) -> None:
    """A piece of wall behind the figure, seen face on."""
    top, width = -930.0, 400.0
    path = rounded([(0, top), (width, top), (width, -30), (0, -30)], 22)
    fill(p, path, c.wall)
    with within(p, path):
        p.fillRect(QRectF(-5, -84, width + 10, 60), c.wall_shade)
        p.fillRect(QRectF(-5, -84, width + 10, 6), c.skirting)


def _corner(p: QPainter, prop: Prop, c: Palette) -> None:
    """Two walls that meet behind the figure."""
    top = -1080.0
    fill(p, rounded([(-520, -12), (0, -112), (520, -12), (520, 20), (-520, 20)], 1), c.floor)
    fill(p, rounded([(-520, top), (0, top + 60), (0, -110), (-520, -10)], 12), c.wall)
    fill(p, rounded([(0, top + 60), (520, top), (520, -10), (0, -110)], 12), c.wall_shade)
    for side, colour in ((-1, c.skirting), (1, darker(c.skirting, 0.08))):
        points: list[Point] = [(side * 520, -64), (0, -150), (0, -110), (side * 520, -10)]
        fill(p, rounded(points, 1), colour)
    stroke(p, line([(0, top + 70), (0, -112)]), faint(c.skirting, 0.6), 4)


_PAINTERS: Final[dict[str, Callable[[QPainter, Prop, Palette], None]]] = {
    "mat": _mat,
    "chair": _chair,
    "office-chair": _office_chair,
    "wall": _wall,
    "wall-behind": _wall_behind,
    "corner": _corner,
}
KINDS: Final = tuple(_PAINTERS)
